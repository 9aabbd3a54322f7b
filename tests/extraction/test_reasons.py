"""Asked why, the reader names for every field the pattern that offered it and the weights that chose it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import elchi
from elchi.extraction import explain, extract
from elchi.extraction.model import default_model
from elchi.extraction.witness import Witness
from elchi.extraction.wording import says
from elchi.reading import to_report
from elchi.records import Reason, Records, Report

PACKAGE = Path(elchi.__file__).parent

TALKS = {
    "en": """Ministers meet in Oslo

12 May 2024

On 11 May in Oslo the Foreign Minister of Norway, Espen Barth, held talks with the Foreign Minister of Brazil, \
Mauro Vieira. The ministers signed a memorandum on fisheries. A return visit to Brasilia is planned for June 2024. \
“We will open an office in Rio next year,” Barth said.""",
    "ru": """Министры встретились в Осло

12 мая 2024 года

11 мая в Осло министр иностранных дел Норвегии Эспен Барт провёл переговоры с министром иностранных дел \
Бразилии Мауро Виейрой. Стороны подписали меморандум о рыболовстве. «Мы откроем в будущем году отделение в Рио», – \
заявил Барт.""",
    "kk": """Ослода министрлер кездесті

12 мамыр 2024

11 мамырда Ослода Норвегияның Сыртқы істер министрі Эспен Барт Бразилияның Сыртқы істер министрі Мауро \
Виейрамен кездесті. Тараптар балық шаруашылығы туралы меморандумға қол қойды.""",
    "uz-Latn": """Osloda vazirlar uchrashdi

12 may 2024

11-may kuni Osloda Norvegiya tashqi ishlar vaziri Espen Bart Braziliya tashqi ishlar vaziri Mauro Viyeyra \
bilan uchrashdi. Tomonlar baliqchilik to‘g‘risida memorandum imzoladi.""",
    "uz-Cyrl": """Ослода вазирлар учрашди

12 май 2024

11 май куни Ослода Норвегия ташқи ишлар вазири Эспен Барт Бразилия ташқи ишлар вазири Мауро Виейра \
билан учрашди. Томонлар балиқчилик тўғрисида меморандум имзолади.""",
}


def _entries(records: Records) -> list[tuple[Reason, ...]]:
    return [entry.reasons for entry in (*records.people, *records.engagements, *records.statements)]


def _bare(records: Records) -> Records:
    return replace(
        records,
        people=tuple(replace(one, reasons=()) for one in records.people),
        engagements=tuple(replace(one, reasons=()) for one in records.engagements),
        statements=tuple(replace(one, reasons=()) for one in records.statements),
    )


@pytest.fixture(scope="module", params=TALKS)
def explained(request: pytest.FixtureRequest) -> Records:
    return explain(to_report(TALKS[request.param], language=request.param))


def test_to_explain_changes_nothing(explained: Records) -> None:
    plain = extract(explained.report)
    assert _bare(explained) == plain
    assert all(not reasons for reasons in _entries(plain))


def test_every_field_has_its_reason(explained: Records) -> None:
    for person in explained.people:
        wanted = ["name", *(["office"] if person.office else []), *(["of"] if person.of else [])]
        assert [reason.field for reason in person.reasons] == wanted
        assert [reason.value for reason in person.reasons] == [
            value for value in (person.name, person.office, person.of) if value
        ]
    for event in explained.engagements:
        told = [reason.field for reason in event.reasons]
        assert told[:4] == ["kind", "status", "date", "place"]
        assert told.count("participant") == len(event.participants)
        assert [reason.value for reason in event.reasons if reason.field == "document"] == list(event.documents)
        assert [reason.value for reason in event.reasons[:2]] == [event.kind, event.status]
    for said in explained.statements:
        assert [reason.field for reason in said.reasons] == ["statement", "speaker", "act"]
        assert said.reasons[-1].value == said.act


def test_words_stand_in_the_report(explained: Records) -> None:
    for reason in (one for reasons in _entries(explained) for one in reasons):
        for words in reason.words.split(" … "):
            assert words in explained.report.text


def test_patterns_stand_in_the_file_on_the_line_that_is_named(explained: Records) -> None:
    sources = {source for reasons in _entries(explained) for reason in reasons for source in reason.sources}
    files = {source.file for source in sources}
    family = explained.report.language.replace("Cyrl", "Latn")
    assert {f"languages/{family}/offices.toml", f"languages/{family}/triggers.toml"} <= files
    assert any(file.startswith("gazetteer/data/countries/") for file in files)
    assert any(file.endswith("dates.toml") for file in files)
    for source in sources:
        assert (PACKAGE / source.file).is_file()
        if source.line is not None and source.file.startswith("languages/"):
            line = (PACKAGE / source.file).read_text("utf-8").split("\n")[source.line - 1]
            assert json.dumps(source.pattern, ensure_ascii=False) in line


def test_what_no_pattern_offered_says_how_it_was_told(explained: Records) -> None:
    for reason in (one for reasons in _entries(explained) for one in reasons):
        assert reason.sources or reason.note, reason
        assert reason.weights or reason.note, reason


def test_what_was_chosen_outweighs_what_was_not(explained: Records) -> None:
    reasons = [reason for reasons in _entries(explained) for reason in reasons]
    scored = [reason for reason in reasons if reason.score is not None]
    assert len(scored) > len(reasons) / 2
    for reason in scored:
        assert reason.weights
        if reason.against is not None:
            assert reason.score >= reason.against
        elif reason.field in ("name", "kind", "participant", "document", "statement"):
            assert reason.score > 0


def test_weights_are_the_models_own(explained: Records) -> None:
    weights = default_model().weights
    known = {(feature, value) for table in weights.values() for feature, value in table.items()}
    told = [weight for reasons in _entries(explained) for reason in reasons for weight in reason.weights]
    assert told
    assert {(weight.feature, weight.weight) for weight in told} <= known
    assert all(weight.says and "=" not in weight.says.split("“")[0] for weight in told)


def test_a_field_told_with_another_event_says_so() -> None:
    signing = next(e for e in explain(to_report(TALKS["en"])).engagements if e.kind == "agreement")
    date = next(reason for reason in signing.reasons if reason.field == "date")
    assert (date.words, date.sources) == ("", ())
    assert "event" in date.note


WORDS = sorted({word for text in TALKS.values() for word in text.split()} | {"«", "»", "–", "\n", "\n\n", "=1", "&"})


@settings(max_examples=40, deadline=None)
@given(language=st.sampled_from(sorted(TALKS)), words=st.lists(st.sampled_from(WORDS), max_size=50))
def test_whatever_the_words_they_are_read_the_same_and_every_field_is_explained(
    language: str, words: list[str]
) -> None:
    report = Report("t", " ".join(words), language, "2024-05-12")
    records = explain(report)
    assert _bare(records) == extract(report)
    assert all(_entries(records))
    assert all(reason.sources or reason.note for reasons in _entries(records) for reason in reasons)


def test_a_report_without_a_pack_has_nothing_to_explain() -> None:
    report = replace(to_report(TALKS["en"]), language="other")
    assert explain(report) == Records(report)


def test_the_witness_decides_as_the_model_does_and_keeps_what_it_was_asked() -> None:
    model = default_model()
    witness, subject = Witness(model), object()
    witness.about(subject)
    features = ["kind=meeting", "en", "no such feature"]
    assert witness.score("trigger", features) == model.score("trigger", features)
    choices = ("held", "planned", "cancelled")
    assert witness.best("status", choices, features) == model.best("status", choices, features)
    options = [("a", ["quoted=True"]), ("b", ["seated=True"])]
    assert witness.weighed("party", options) == model.weighed("party", options)
    assert [one.option for one in witness.asked(subject, "status")] == list(choices)
    assert [one.option for one in witness.asked(subject, "party")] == ["a", "b"]
    assert witness.asked(object(), "party") == []


@pytest.mark.parametrize(
    ("decision", "feature", "said"),
    [
        ("trigger", "ru:visit:next=в", "of a visit, before “в”"),
        ("trigger", "en:held talks&dated=True", "“held talks”, with a date there"),
        ("trigger", "kk:<forum> as meeting", "a forum's name as meeting"),
        ("date", "before&gap=4", "before it, 4–6 words away"),
        ("holder", "left&gap=4", "before the title, 4 words away"),
        ("name", "before=office", "after a title"),
        ("place", "en:city&mark=<name>", "a city, after a name"),
        ("owner", "body&judge", "a body, judge"),
        ("date", "prior&held>planned", "as in the event before, from held to planned"),
        ("party", "brand-new&other_thing=3", "brand-new, other thing 3"),
    ],
)
def test_features_in_words(decision: str, feature: str, said: str) -> None:
    assert says(decision, feature) == said
