"""Two runs side by side: what rose, what fell, and why."""

from dataclasses import replace

import pytest

from elchi.evaluation import ALL, evaluate
from elchi.evaluation.runs import Runs, compare_runs
from elchi.records import Engagement, Evidence, Participant, Records, Report

TEXT = "They met on Monday. They signed on Tuesday."


def _event(kind: str, anchor: str) -> Engagement:
    at = TEXT.index(anchor)
    evidence = (Evidence(at, at + len(anchor)),)
    sides = (Participant(None, "NO"), Participant(None, "SE"))
    return Engagement(kind, kind, "held", True, "2024-03-04", participants=sides, anchor=anchor, evidence=evidence)


MET, SIGNED = _event("meeting", "They met"), _event("agreement", "They signed")
GOLD = [Records(Report(name, TEXT, "en"), engagements=(MET, SIGNED)) for name in ("a", "b")]


def _runs(before: list[Records], after: list[Records]) -> Runs:
    return compare_runs(GOLD, evaluate(GOLD, before), evaluate(GOLD, after))


def _with(number: int, *engagements: Engagement) -> Records:
    return replace(GOLD[number], engagements=engagements)


def test_the_same_run_twice_has_no_changes() -> None:
    runs = _runs(GOLD, GOLD)
    assert not (runs.reports or runs.engagements or runs.mended or runs.new)
    assert not any(value for figures in runs.differences().values() for value in figures.values())


def test_what_got_better_and_what_got_worse() -> None:
    wrong = replace(MET, status="planned")
    runs = _runs([_with(0, MET), _with(1, MET, SIGNED)], [_with(0, MET, SIGNED), _with(1, wrong, SIGNED)])
    assert [(c.report, f"{c.kind}: {c.words}", c.before, c.after, c.better) for c in runs.engagements] == [
        ("a", "agreement: They signed", "missed", "right", True),
        ("b", "meeting: They met", "right", "not right", False),
    ]
    assert [(c.report, c.before, c.after, c.better) for c in runs.reports] == [
        ("a", "1", "0", True),
        ("b", "0", "1", False),
    ]
    assert [(f.what, f.words) for f in runs.mended] == [("missed", "They signed")]
    assert [(f.what, f.report) for f in runs.new] == [("status", "b")]
    assert runs.differences()[ALL]["found_r"] == pytest.approx(0.25)


def test_of_two_alike_only_the_one_more_is_new() -> None:
    extra = replace(SIGNED, kind="letter", participants=())
    runs = _runs([_with(0, MET, SIGNED, extra), GOLD[1]], [_with(0, MET, SIGNED, extra, extra), GOLD[1]])
    assert [(f.what, f.kind) for f in runs.new] == [("spurious", "letter")]
    assert runs.mended == []


def test_another_class_of_fault_is_both_mended_and_new() -> None:
    runs = _runs([_with(0, SIGNED), GOLD[1]], [_with(0, replace(MET, kind="visit"), SIGNED), GOLD[1]])
    assert ([f.what for f in runs.mended], [f.what for f in runs.new]) == (["missed"], ["kind"])
    assert [(c.before, c.after) for c in runs.engagements] == [("missed", "other kind")]
    assert runs.reports == []


def test_a_change_in_every_report_is_no_chance_and_one_in_few_may_be() -> None:
    gold = [replace(GOLD[0], report=replace(GOLD[0].report, id=str(n))) for n in range(40)]
    without = [replace(one, engagements=(MET,)) for one in gold]
    everywhere = compare_runs(gold, evaluate(gold, without), evaluate(gold, gold))
    assert everywhere.spans["found_r"] == (0.5, 0.5)
    once = compare_runs(gold, evaluate(gold, [without[0], *gold[1:]]), evaluate(gold, gold))
    low, high = once.spans["found_r"]
    assert low == 0.0 < once.differences()[ALL]["found_r"] <= high
    assert "identity" not in once.spans
    assert compare_runs(gold, evaluate(gold, without), evaluate(gold, gold)) == everywhere
