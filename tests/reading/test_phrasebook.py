"""The furniture of the language packs: what a phrase matches, and what a wrong pack is told."""

import pytest

from elchi.languages import PackError
from elchi.reading import phrasebook
from elchi.reading.phrasebook import book, parse_phrase, tokens
from elchi.vocabulary import LANGUAGES


@pytest.mark.parametrize(
    ("line", "category"),
    [
        ("Просмотров: 1 094", "counter"),
        ("12,4 тыс. просмотров", "counter"),
        ("421 РЕТ ҚАРАЛДЫ", "counter"),
        ("Oʻqildi: 3 402", "counter"),
        ("O`qildi: 7", "counter"),
        ("Ўқилди: 1 127", "counter"),
        ("3 min read", "reading"),
        ("Ещё по теме", "more"),
        ("Еще по теме:", "more"),
        ("Ең көп оқылғандар", "more"),
        ("Telegram-каналымызға жазылыңыз!", "subscribe"),
        ("Комментарии (31)", "comments"),
        ("Share: Telegram, X", "share"),
        ("Просмотров много", None),
        ("Теги", "tags"),
        ("Мы говорили о воде", None),
        ("", None),
    ],
)
def test_phrases(line, category):
    found = book().match(tokens(line))
    assert (found.category if found else None) == category


def test_a_phrase_may_leave_its_beginning_or_its_end_open():
    assert parse_phrase("credit", "фото : …").follows
    assert parse_phrase("signature", "… баспасөз қызметі").precedes
    assert parse_phrase("more", "по теме").exact


@pytest.mark.parametrize("written", ["…", "!", "… a …", "a … b"])
def test_phrases_that_are_wrong(written):
    with pytest.raises(ValueError, match="has"):
        parse_phrase("more", written)


@pytest.fixture
def packs(tmp_path, monkeypatch):
    """Write packs of which one is wrong, and read them."""
    sound = (
        "[phrases]\n" + "".join(f'{c} = ["x"]\n' for c in phrasebook.CATEGORIES) + "[words]\n"
        + "".join(f'{w} = ["x"]\n' for w in phrasebook.WORD_LISTS)
        + "[date_line.months]\nxyz = 1\n[telling]\nletters = []\nwords = ['x']\n"
    )  # fmt: skip

    def reader(change=None, tag="kk"):
        for language in LANGUAGES:
            (tmp_path / language).mkdir(exist_ok=True)
            (tmp_path / language / "furniture.toml").write_text(sound, "utf-8")
        wrong = tmp_path / tag / "furniture.toml"
        if change is None:
            wrong.unlink()
        else:
            wrong.write_text(sound.replace(*change), "utf-8")
        monkeypatch.setattr(phrasebook.resources, "files", lambda _package: tmp_path)
        book.cache_clear()
        try:
            return book()
        finally:
            book.cache_clear()

    return reader


def test_a_sound_pack_is_read(packs):
    assert packs(("xyz = 1", "xyz = 2")).months["xyz"] == 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (None, "missing"),
        (("[phrases]", "[phrases"), "not TOML"),
        (("[words]", "[phrase]"), "phrase: not a known table"),
        (('more = ["x"]', 'mores = ["x"]'), "phrases.mores: not a known list"),
        (('more = ["x"]\n', ""), "phrases.more: must be a list of non-empty strings"),
        (('more = ["x"]', 'more = ["x", 3]'), "phrases.more: must be a list"),
        (('more = ["x"]', 'more = ["…"]'), "phrases.more: '…' has no words"),
        (("xyz = 1", "xyz = 13"), "date_line.months.xyz: must be a number from 1 to 12"),
        (("letters = []", "letters = 1"), "telling.letters: must be a list"),
    ],
)
def test_errors_name_file_key_and_reason(packs, change, message):
    with pytest.raises(PackError) as caught:
        packs(change)
    assert str(caught.value).startswith("languages/kk/furniture.toml: ")
    assert message in str(caught.value)
