from dataclasses import replace

import pytest

from elchi.evaluation import ALL, MEANINGS, evaluate
from elchi.evaluation.arithmetic import b_cubed, rates
from elchi.records import Engagement, Evidence, Participant, Person, Records, Report, Statement

TEXT = "On Monday Minister Ada Stone met Envoy Ben Hill in Oslo. Stone said: we will open a mission."


def _at(words: str) -> tuple[Evidence, ...]:
    start = TEXT.index(words)
    return (Evidence(start, start + len(words)),)


GOLD = Records(
    Report("r1", TEXT, "en", "2024-03-05"),
    people=(
        Person("ada", "Ada Stone", ("Ada Stone", "Stone"), "foreign_minister", "NO", "Minister", _at("Ada Stone")),
        Person("ben", "Ben Hill", ("Ben Hill",), "special_envoy", "un", "Envoy", _at("Ben Hill")),
    ),
    engagements=(
        Engagement(
            "2024-03-04-oslo-talks",
            "meeting",
            "held",
            True,
            start="2024-03-04",
            country="NO",
            city="Oslo",
            participants=(Participant("ada", "NO"), Participant("ben", "un")),
            anchor="met Envoy Ben Hill",
            evidence=_at("met Envoy Ben Hill in Oslo"),
        ),
    ),
    statements=(Statement("ada", "commit", "we will open a mission", _at("we will open a mission")),),
)


def _figures(found: Records) -> dict[str, float]:
    return evaluate([GOLD], [found]).table[ALL]


def _with(**changes: object) -> Records:
    return replace(GOLD, engagements=(replace(GOLD.engagements[0], **changes),))


def test_gold_against_itself_is_perfect() -> None:
    figures = _figures(GOLD)
    absent = {"forum", "doc"}
    assert {name for name, value in figures.items() if value != 1.0} == absent
    assert all(figures[name] == 0.0 for name in absent)
    assert list(figures) == list(MEANINGS)


def test_nothing_found_scores_nothing() -> None:
    evaluation = evaluate([GOLD], [])
    assert {name for name, value in evaluation.table[ALL].items() if value} == {"reports", "participants"}
    assert [fault.what for fault in evaluation.faults["r1"]] == [
        "missed", "person-missed", "person-missed", "statement-missed"
    ]  # fmt: skip


def test_ids_and_keys_may_be_any_strings() -> None:
    people = tuple(replace(person, id=f"p{number}") for number, person in enumerate(GOLD.people))
    meeting = replace(GOLD.engagements[0], key="e7", participants=(Participant("p0", "NO"), Participant("p1", "un")))
    said = replace(GOLD.statements[0], speaker="p0")
    assert _figures(Records(GOLD.report, people, (meeting,), (said,))) == _figures(GOLD)


def test_another_kind_is_not_found_even_where_it_is_near() -> None:
    evaluation = evaluate([GOLD], [_with(kind="visit")])
    assert evaluation.table[ALL]["found"] == 0.0
    assert [(fault.what, fault.gold, fault.found) for fault in evaluation.faults["r1"]] == [
        ("kind", "meeting", "visit")
    ]


@pytest.mark.parametrize(
    ("changes", "lost"),
    [
        ({"status": "planned"}, {"status", "right"}),
        ({"start": "2024-01-01"}, {"date", "right"}),
        ({"city": "Bergen"}, {"city"}),
        ({"country": None}, {"country"}),
        ({"participants": ()}, {"participants", "right"}),
        ({"evidence": ()}, {"evidence"}),
        ({"evidence": (Evidence(0, 9000),)}, {"evidence"}),
    ],
)
def test_each_field_has_its_figure(changes: dict[str, object], lost: set[str]) -> None:
    full, figures = _figures(GOLD), _figures(_with(**changes))
    assert {name for name in full if figures[name] < full[name]} == lost


def test_one_spurious_engagement_costs_precision() -> None:
    extra = replace(GOLD.engagements[0], key="other", participants=(), evidence=_at("On Monday"))
    evaluation = evaluate([GOLD], [replace(GOLD, engagements=(*GOLD.engagements, extra))])
    assert evaluation.table[ALL]["found_p"] == 0.5
    assert evaluation.table[ALL]["found_r"] == 1.0
    fault = evaluation.faults["r1"][0]
    assert (fault.what, fault.words) == ("spurious", "On Monday")


def test_two_names_for_one_person_across_reports_cost_identity() -> None:
    again = replace(GOLD, report=replace(GOLD.report, id="r2", language="ru"))
    people = tuple(replace(person, id=f"{person.id}-2") for person in GOLD.people)
    table = evaluate([GOLD, again], [GOLD, replace(again, people=people)]).table
    assert list(table) == [ALL, "en", "ru"]
    assert table[ALL]["identity"] == pytest.approx(2 / 3)
    assert table["ru"]["identity"] == 1.0
    assert table[ALL]["same_event"] == 1.0


def test_a_person_not_found_is_answered_by_a_side_without_a_person() -> None:
    sides = (Participant("ada", "NO"), Participant(None, "un"))
    found = replace(_with(participants=sides), people=GOLD.people[:1])
    assert _figures(found)["participants"] == 1.0


def test_a_statement_needs_its_speaker_and_its_words() -> None:
    wrong_speaker = replace(GOLD, statements=(replace(GOLD.statements[0], speaker="ben"),))
    wrong_words = replace(GOLD, statements=(replace(GOLD.statements[0], evidence=(Evidence(0, 9),)),))
    assert _figures(wrong_speaker)["statements"] == 0.0
    assert _figures(wrong_words)["statements"] == 0.0


def test_rates_of_nothing() -> None:
    assert rates(0, 0, 0) == (1.0, 1.0, 1.0)
    assert rates(0, 0, 4) == (0.0, 0.0, 0.0)
    assert rates(0, 4, 0) == (0.0, 0.0, 0.0)


def test_b_cubed_by_hand() -> None:
    # Gold {1,2} {3}; found {1} {2,3}: precision (1 + 1/2 + 1/2) / 3, recall (1/2 + 1/2 + 1) / 3.
    assert b_cubed([("a", "x"), ("a", "y"), ("b", "y")]) == pytest.approx(2 / 3)
    assert b_cubed([]) == 0.0
