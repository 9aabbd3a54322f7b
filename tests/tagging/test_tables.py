"""Tables of words are found again, and hold nothing that was not put in."""

from array import array

import pytest

from elchi.tagging.tables import Table, Tables, checksum


def table(words, kind):
    rows = sorted((checksum(word), number) for word, number in words.items())
    return Table(array("I", [key for key, _ in rows]), array(kind, [number for _, number in rows]))


@pytest.mark.parametrize("kind", ["B", "H"])
def test_what_is_put_in_is_found(kind):
    words = {"қайың": 3, "терек": 200, "elm": 0}
    again = Table.load(table(words, kind).dump(), kind)
    assert {word: again.get(word) for word in words} == words
    assert again.get("емен") is None
    assert again.get("") is None


def test_an_empty_table():
    assert Table.load(table({}, "B").dump(), "B").get("elm") is None


@pytest.mark.parametrize(("tag", "word", "known"), [
    ("ru", "юрия", "f"), ("ru", "сергеевым", "l"), ("ru", "переговоры", ""), ("kk", "айгүл", "f"),
])  # fmt: skip
def test_names_are_known_in_their_cases(tag, word, known):
    assert known in Tables(tag).names(word)
    if not known:
        assert Tables(tag).names(word) == ""


def test_words_used_alike_are_in_one_group():
    tables = Tables("ru")
    assert tables.clusters("вторник") == tables.clusters("среду") != []
    assert tables.clusters("ъъъ") == []
