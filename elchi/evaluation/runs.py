"""Two runs over one gold set: figures that moved, reports and events that got better or worse, faults mended or new."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from elchi.evaluation.comparison import Tally
from elchi.evaluation.figures import Evaluation, Figures, figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from elchi.evaluation.faults import Fault
    from elchi.records import Records

RIGHT: Final = "right"
READINGS: Final = ("missed", "other kind", "not right", RIGHT)
"""How well an engagement of the gold records was read, the worst first."""

CLUSTERED: Final = frozenset(("reports", "identity", "same_event"))
"""Figures that no resampling of reports can tell of: a report drawn twice would be one with itself."""

_DRAWS: Final = 400
_TAIL: Final = 0.05

_COSTS: Final = {"missed": 0, "kind": 1, "status": 2, "date": 2, "sides": 2}
"""What a class of fault leaves of an engagement, as an index of READINGS; the others leave it right."""


@dataclass(frozen=True, slots=True)
class Change:
    """A report, or an engagement of one, that the second run reads otherwise.

    Of a report `before` and `after` are its numbers of faults, of an engagement two of READINGS; `kind` and `words`
    are empty for a report.
    """

    report: str
    language: str
    kind: str
    words: str
    before: str
    after: str
    better: bool


@dataclass(frozen=True, slots=True)
class Runs:
    """`before` and `after` are group -> figures; `mended` the faults that only the first run has, `new` the second.

    `spans` is figure -> the least and the greatest change of it in all reports, when the reports are drawn again by
    chance, in nine of ten draws: a span with 0 in it says that the change may be chance.
    """

    before: Mapping[str, Figures]
    after: Mapping[str, Figures]
    spans: Mapping[str, tuple[float, float]]
    reports: list[Change]
    engagements: list[Change]
    mended: list[Fault]
    new: list[Fault]

    def differences(self) -> dict[str, Figures]:
        """How much each figure rose: group -> figure -> after less before."""
        return {
            group: {name: value - self.before[group][name] for name, value in figures.items()}
            for group, figures in self.after.items()
        }


def compare_runs(gold: Iterable[Records], before: Evaluation, after: Evaluation) -> Runs:
    """What changed from one evaluation to another, both of `gold`; the greatest changes first."""
    reports = {one.report.id: one for one in gold}
    told = [_report_change(one, before, after) for one in reports.values()]
    events = [change for one in reports.values() for change in _event_changes(one, before, after)]
    return Runs(
        before.table,
        after.table,
        _spans(before, after),
        sorted(filter(None, told), key=lambda one: -abs(int(one.after) - int(one.before))),
        sorted(events, key=lambda one: -abs(READINGS.index(one.after) - READINGS.index(one.before))),
        _only(before, after),
        _only(after, before),
    )


def _spans(before: Evaluation, after: Evaluation) -> dict[str, tuple[float, float]]:
    """The middle nine tenths of each figure's change over reports drawn with repetition, the same for both runs."""
    chance = random.Random(0)  # noqa: S311  the same answer every time is what is wanted
    names = list(after.tallies)
    changes: dict[str, list[float]] = {}
    for _ in range(_DRAWS if names else 0):
        drawn = Counter(chance.choices(names, k=len(names)))
        first, second = (figures(_drawn(one, drawn)) for one in (before, after))
        for name in first.keys() - CLUSTERED:
            changes.setdefault(name, []).append(second[name] - first[name])
    cut = int(_DRAWS * _TAIL)
    return {name: (ordered[cut], ordered[-1 - cut]) for name, found in changes.items() if (ordered := sorted(found))}


def _drawn(evaluation: Evaluation, times: Mapping[str, int]) -> Tally:
    out = Tally()
    for name, number in times.items():
        for key, count in evaluation.tallies[name].counts.items():
            out.counts[key] += count * number
    return out


def _report_change(gold: Records, before: Evaluation, after: Evaluation) -> Change | None:
    report = gold.report
    first, second = (len(one.faults.get(report.id, ())) for one in (before, after))
    if first == second:
        return None
    return Change(report.id, report.language, "", "", str(first), str(second), second < first)


def _event_changes(gold: Records, before: Evaluation, after: Evaluation) -> Iterable[Change]:
    report = gold.report
    first, second = (_readings(one.faults.get(report.id, ())) for one in (before, after))
    for number, engagement in enumerate(gold.engagements):
        item = f"engagement {number}"
        was, now = (one.get(item, READINGS.index(RIGHT)) for one in (first, second))
        if was != now:
            kind, words = engagement.kind, engagement.anchor
            yield Change(report.id, report.language, kind, words, READINGS[was], READINGS[now], now > was)


def _readings(faults: Iterable[Fault]) -> dict[str, int]:
    out: dict[str, int] = {}
    for fault in faults:
        cost = _COSTS.get(fault.what)
        if cost is not None and fault.item.startswith("engagement "):
            out[fault.item] = min(cost, out.get(fault.item, cost))
    return out


def _only(here: Evaluation, there: Evaluation) -> list[Fault]:
    """The faults of one evaluation that the other has not, as often as it has them more."""
    left = Counter(fault.key for faults in there.faults.values() for fault in faults)
    out = []
    for fault in (fault for faults in here.faults.values() for fault in faults):
        if left[fault.key]:
            left[fault.key] -= 1
        else:
            out.append(fault)
    return out
