import pytest

from elchi.extraction.lexicon import Lexicon
from elchi.extraction.tokens import tokenize
from elchi.languages.pack import Entry
from elchi.records import Report


def found(language, patterns, text, category="trigger"):
    lexicon = Lexicon(language, [Entry(p, category, p) for p in patterns])
    tokens, sentences = tokenize(Report("t", text, language))
    out = []
    for s in sentences:
        matches = lexicon.match(tokens, s.first, s.last)
        out += [(m.entry.pattern, text[tokens[m.first].start : tokens[m.last - 1].end]) for m in matches]
    return out


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("министр иностранных дел", "с министрами иностранных дел", "министрами иностранных дел"),
        ("принял* участие", "Он приняла участие", "приняла участие"),
        ("принял* _ участие", "принял активное участие", "принял активное участие"),
        ("глава внешнеполитического? ведомства", "глава ведомства", "глава ведомства"),
        ("визит|поездка", "о поездке", "поездке"),
        ("ОИС", "в ОИС", "ОИС"),
        ("=дела", "дела", "дела"),
    ],
)
def test_patterns_match(pattern, text, words):
    assert found("ru", [pattern], text) == [(pattern, words)]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("ОИС", "поиск ойс"),
        ("=дела", "дело"),
        ("^Того", "из того города"),
        ("принял* участие", "принял, участие"),
        ("министр обороны", "министр здравоохранения"),
    ],
)
def test_patterns_leave_alone(pattern, text):
    assert found("ru", [pattern], text) == []


def test_the_longest_match_of_a_category_wins():
    patterns = ["meeting", "meeting the needs"]
    assert found("en", patterns, "meeting the needs of all") == [("meeting the needs", "meeting the needs")]


def test_countries_match_capitalised_words_only():
    assert found("ru", ["Того"], "кроме того", "country") == []
    assert found("ru", ["Того"], "посол Того", "country") == [("Того", "Того")]


def test_a_pattern_of_many_optional_words_is_spelled_out():
    assert found("en", ["a? b? c"], "a c") == [("a? b? c", "a c")]


def test_matching_does_not_cross_sentences():
    assert found("en", ["foreign minister"], "It is foreign. Minister came.") == []
