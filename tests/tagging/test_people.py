"""The tagger finds people's names, with the ends they have, and says how sure it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elchi.extraction.document import take_apart
from elchi.records import Report
from elchi.tagging import AGAIN, candidates, hints, people, span
from elchi.vocabulary import LANGUAGES

SENTENCES = {
    "en": ("The minister of energy, Tarvin Ostrevski, met Lady Maribel Quonset in Vienna on Monday.",
           ["Tarvin Ostrevski", "Maribel Quonset"]),
    "ru": ("Министр энергетики Тарвин Желобов встретился в Вене с послом Марибель Куонсет.",
           ["Тарвин Желобов", "Марибель Куонсет"]),
    "kk": ("Энергетика министрі Тарғын Желібаев Венада елші Марибель Қуонсетпен кездесті.",
           ["Тарғын Желібаев", "Марибель Қуонсетпен"]),
    "uz-Latn": ("Energetika vaziri Torgʻin Jelovov Venada elchi Maribel Kuonset bilan uchrashdi.",
                ["Torgʻin Jelovov", "Maribel Kuonset"]),
    "uz-Cyrl": ("Энергетика вазири Торғин Желовов Венада элчи Марибел Куонсет билан учрашди.",
                ["Торғин Желовов", "Марибел Куонсет"]),
}  # fmt: skip


def found(text, language):
    doc = take_apart(Report("t", text, language))
    return [text[slice(*span(doc, named))] for named in people(doc)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_in_every_language(language):
    text, names = SENTENCES[language]
    assert found(text, language) == names


@pytest.mark.parametrize(("text", "names"), [
    ("Т. Желобов и М.И. Куонсет подписали меморандум в Астане.", ["Т. Желобов", "М.И. Куонсет"]),
    ("Умер Тарвин Желобов\n\nТарвин Желобов родился в Вене.", ["Тарвин Желобов", "Тарвин Желобов"]),
    ("Министерство иностранных дел Казахстана выразило соболезнования.", []),
    ("В Астане прошло заседание Совета министров иностранных дел.", []),
])  # fmt: skip
def test_where_a_name_ends(text, names):
    assert found(text, "ru") == names


def test_an_english_possessive_is_no_part_of_a_name():
    assert found("The talks followed President Tarvin Ostrevski's visit.", "en") == ["Tarvin Ostrevski"]


@settings(max_examples=60, deadline=None)
@given(language=st.sampled_from(LANGUAGES), text=st.text(max_size=300))
def test_any_text_gives_names_that_lie_in_one_sentence(language, text):
    doc = take_apart(Report("t", text, language))
    last = 0
    for named in people(doc):
        assert last <= named.first < named.last
        assert AGAIN <= named.score <= 1.000001
        assert doc.sentence_of[named.first] == doc.sentence_of[named.last - 1]
        last = named.last


@pytest.mark.parametrize("language", LANGUAGES)
def test_less_sure_names_come_on_top(language):
    text = " ".join(SENTENCES[language][0].split()[2:])
    doc = take_apart(Report("t", text, language))
    sure, less = candidates(doc, least=0.5), candidates(doc, least=0.05)
    assert set(sure) <= set(less)
    assert all(named.score >= 0.05 for named in less)


def test_a_language_without_a_tagger_has_no_names():
    doc = take_apart(Report("t", "", "ru"))
    assert people(doc) == []


def test_a_word_of_a_sure_name_is_a_name_again():
    title = "Желобов на Востоке"
    body = "Министр Тарвин Желобов прибыл в Вену. Министр Тарвин Желобов выступит в среду."
    alone = candidates(take_apart(Report("t", title, "ru")), least=0.0001)
    again = take_apart(Report("t", f"{title}\n\n{body}", "ru"))
    assert alone
    assert people(again)[0].first == 0


def test_hints_of_a_name_and_of_what_is_none():
    text, _ = SENTENCES["ru"]
    doc = take_apart(Report("t", text, "ru"))
    name, *_ = people(doc)
    part, other = (name.first, name.last - 1), (0, 1)
    sure, partly, none = hints(doc, [(name.first, name.last), part, other])
    assert sure == ["tag=4", "tag=4|4", "tag=4&n=2", "tagged=True"]
    assert partly[1:] == ["tag=0|4", "tag=0&n=1", "tagged=False"]
    assert none[1:] == ["tag=0|0", "tag=0&n=1", "tagged=False"]
    assert hints(doc, []) == []
