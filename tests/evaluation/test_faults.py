"""Each thing wrong in a record is told once, in its class, with the words and the two readings."""

from dataclasses import replace

import pytest

from elchi.evaluation import ALL, CLASSES, Fault, evaluate
from elchi.records import Engagement, Evidence, Participant, Person, Records, Report, Statement

TEXT = "Minister Ada Stone met Envoy Ben Hill in Oslo on Monday and signed a plan. Stone said: we will open a mission."


def _at(words: str) -> tuple[Evidence, ...]:
    start = TEXT.index(words)
    return (Evidence(start, start + len(words)),)


GOLD = Records(
    Report("r1", TEXT, "en", "2024-03-05"),
    (
        Person("ada", "Ada Stone", ("Ada Stone",), "foreign_minister", "NO", "Minister", _at("Ada Stone")),
        Person("ben", "Ben Hill", ("Ben Hill",), None, None, None, _at("Ben Hill")),
    ),
    (
        Engagement(
            "k",
            "meeting",
            "held",
            True,
            start="2024-03-04",
            country="NO",
            city="Oslo",
            forum="water-council",
            participants=(Participant("ada", "NO"), Participant("ben", "SE")),
            documents=("plan",),
            anchor="met Envoy",
            evidence=_at("met Envoy Ben Hill in Oslo"),
        ),
    ),
    (Statement("ada", "commit", "we will open", _at("we will open a mission")),),
)


def _faults(found: Records) -> list[Fault]:
    return evaluate([GOLD], [found]).faults.get("r1", [])


def _event(**changes: object) -> Records:
    return replace(GOLD, engagements=(replace(GOLD.engagements[0], **changes),))


def _person(**changes: object) -> Records:
    return replace(GOLD, people=(replace(GOLD.people[0], **changes), GOLD.people[1]))


def _said(**changes: object) -> Records:
    return replace(GOLD, statements=(replace(GOLD.statements[0], **changes),))


CASES = {
    "missed": (replace(GOLD, engagements=()), "met Envoy", "held, 2024-03-04, NO+SE, water-council", "—"),
    "kind": (_event(kind="visit"), "met Envoy", "meeting", "visit"),
    "status": (_event(status="planned"), "met Envoy", "held", "planned"),
    "date": (_event(start=None), "met Envoy", "2024-03-04", "—"),
    "country": (_event(country="SE"), "met Envoy", "NO", "SE"),
    "city": (_event(city="Bergen"), "met Envoy", "Oslo", "Bergen"),
    "forum": (_event(forum=None), "met Envoy", "water-council", "—"),
    "documents": (_event(documents=("treaty",)), "met Envoy", "plan", "treaty"),
    "participants": (
        _event(participants=(Participant(None, "NO"), Participant("ben", "SE"))),
        "met Envoy",
        "Ada Stone (NO), Ben Hill (SE)",
        "NO, Ben Hill (SE)",
    ),
    "office": (_person(office="minister"), "Minister", "foreign_minister of NO", "minister of NO"),
    "of": (_person(of="SE"), "Minister", "foreign_minister of NO", "foreign_minister of SE"),
    "statement-missed": (replace(GOLD, statements=()), "we will open", "Ada Stone", "—"),
    "speaker": (_said(speaker="ben"), "we will open", "Ada Stone", "Ben Hill"),
    "act": (_said(act="state"), "we will open", "commit", "state"),
    "evidence": (
        _event(evidence=(*GOLD.engagements[0].evidence, Evidence(3, 999))),
        "",
        "within 0–110",
        "19–45, 3–999",
    ),
    "mention": (_person(mentions=("Ada Stone", "Lady Stone")), "Lady Stone", "—", "Ada Stone"),
}


@pytest.mark.parametrize("what", CASES)
def test_one_thing_wrong_is_one_fault(what: str) -> None:
    found, words, gold, its = CASES[what]
    (fault,) = _faults(found)
    assert (fault.what, fault.words, fault.gold, fault.found) == (what, words, gold, its)
    assert (fault.report, fault.language) == ("r1", "en")


def test_what_is_found_where_nothing_was_is_told_apart() -> None:
    silent = replace(GOLD, engagements=())
    other = replace(silent, report=replace(GOLD.report, id="r2", language="ru"))
    evaluation = evaluate([silent, other, replace(GOLD, report=replace(GOLD.report, id="r3"))], [GOLD, other])
    assert [fault.what for fault in evaluation.faults["r1"]] == ["negative"]
    assert evaluation.negatives == {ALL: (2, 1), "en": (1, 0), "ru": (1, 1)}


def test_nothing_wrong_is_no_fault() -> None:
    assert _faults(GOLD) == []


def test_sides_are_wrong_together_with_who_sat_there() -> None:
    found = _event(participants=(Participant("ada", "NO"), Participant(None, "FI"), Participant(None, "DK")))
    sides, participants = _faults(found)
    assert (sides.what, sides.gold, sides.found) == ("sides", "NO+SE", "NO+FI+DK")
    assert participants.what == "participants"


def test_a_person_missed_and_one_made_up() -> None:
    extra = Person("oslo", "Oslo Monday", ("Oslo",), "judge", "NO", None, _at("Oslo"))
    found = [(f.what, f.words) for f in _faults(replace(GOLD, people=(GOLD.people[0], extra)))]
    assert ("person-missed", "Ben Hill") in found
    assert ("person-spurious", "Oslo") in found


def test_what_was_made_up_is_quoted() -> None:
    extra = replace(GOLD.engagements[0], kind="letter", evidence=_at("signed a plan"))
    said = replace(GOLD.statements[0], speaker="ben", evidence=_at("Monday and signed"))
    found = replace(GOLD, engagements=(*GOLD.engagements, extra, extra), statements=(*GOLD.statements, said))
    faults = _faults(found)
    assert [(f.what, f.kind, f.words) for f in faults] == [
        ("spurious", "letter", "signed a plan"),
        ("spurious", "letter", "signed a plan"),
        ("statement-spurious", "commit", "Monday and signed"),
    ]
    assert len({fault.key for fault in faults}) == 3


def test_every_class_is_told_and_counted_by_language() -> None:
    russian = replace(GOLD, report=replace(GOLD.report, id="r2", language="ru"))
    errors = evaluate([GOLD, russian], [_event(start=None)]).errors()
    assert list(errors) == [ALL, "en", "ru"]
    assert all(list(counts) == list(CLASSES) for counts in errors.values())
    assert (errors["en"]["date"], errors["ru"]["date"], errors["ru"]["missed"]) == (1, 0, 1)
    assert errors[ALL]["person-missed"] == 2
