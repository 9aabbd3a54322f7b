"""From counts to figures, overall and per language."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from elchi.evaluation.arithmetic import b_cubed, rates
from elchi.evaluation.comparison import Tally, compare
from elchi.evaluation.faults import CLASSES, Fault
from elchi.records import Records, Report

if TYPE_CHECKING:
    from collections.abc import Iterable

ALL: Final = "all"
"""The group of all reports; the other groups are languages."""

Figures = dict[str, float]
"""Figure -> value. `reports` is a count, all others are 0 to 1."""

MEANINGS: Final = {
    "reports": "how many gold reports",
    "found": "engagements found with the right kind: F1",
    "found_p": "the same: precision",
    "found_r": "the same: recall",
    "right": "engagements found with the right kind, status, date and sides: F1",
    "central_r": "recall of what the reports are about",
    "status": "of those found: the right status",
    "date": "of those found and dated: the right date",
    "country": "of those found and placed: the right country",
    "city": "of those found and placed: the right city",
    "forum": "of those found with a forum in either: the right forum",
    "doc": "of those found with documents: one kind of document right",
    "participants": "participants of those found: F1",
    "people": "people named: F1",
    "office": "offices with their country or body: F1",
    "statements": "statements by the right speaker at the right words: F1",
    "act": "of those found: the right act",
    "identity": "one id for one person across reports: B-cubed F1",
    "same_event": "one key for one event across reports: B-cubed F1",
    "evidence": "entries whose evidence lies within the text",
    "mentions": "name forms that stand in the text",
}
"""Figure -> what it says, in the order of the table."""

_FIELDS: Final = ("date", "country", "city", "forum", "doc")
_LISTS: Final = ("participants", "people", "office", "statements")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`table` is group -> figures, `all` first, then the languages; `faults` report id -> what is wrong in it.

    `negatives` is group -> how many reports have no engagement, and in how many of these none was found; `tallies`
    report id -> its counts.
    """

    table: dict[str, Figures]
    faults: dict[str, list[Fault]]
    negatives: dict[str, tuple[int, int]]
    tallies: dict[str, Tally]

    def errors(self) -> dict[str, dict[str, int]]:
        """How many faults of each class: group -> class -> number, the groups and classes in order."""
        found = [fault for faults in self.faults.values() for fault in faults]
        counts = Counter((group, fault.what) for fault in found for group in (ALL, fault.language))
        return {group: {what: counts[group, what] for what in CLASSES} for group in self.table}


def evaluate(gold: Iterable[Records], predicted: Iterable[Records]) -> Evaluation:
    """Compare records with gold records, report by report by `Report.id`.

    Gold reports carry their text and language. A gold report without prediction counts as read with nothing
    found; a prediction without gold report is passed over; of two with one id the last stands.
    """
    by_id = {records.report.id: records for records in predicted}
    tallies: dict[str, Tally] = {ALL: Tally()}
    faults: dict[str, list[Fault]] = {}
    negatives: dict[str, tuple[int, int]] = {}
    alone: dict[str, Tally] = {}
    for records in {records.report.id: records for records in gold}.values():
        report = records.report
        nothing = Records(Report(report.id, "", report.language))
        found = by_id.get(report.id, nothing)
        tally, wrong = compare(records, found)
        tally.counts["reports"] = 1
        alone[report.id] = tally
        for group in (ALL, report.language):
            tallies.setdefault(group, Tally()).add(tally)
            if not records.engagements:
                told, silent = negatives.get(group, (0, 0))
                negatives[group] = told + 1, silent + (not found.engagements)
        if wrong:
            faults[report.id] = wrong
    groups = [ALL, *sorted(set(tallies) - {ALL})]
    return Evaluation({group: figures(tallies[group]) for group in groups}, faults, negatives, alone)


def figures(tally: Tally) -> Figures:
    """The figures of a tally; a share of nothing is 0."""
    count = tally.counts

    def f1(name: str) -> float:
        return rates(count[f"{name}_hits"], count[f"{name}_found"], count[f"{name}_gold"]).f1

    def share(part: str, whole: str) -> float:
        return count[part] / max(1, count[whole])

    found = rates(count["found"], count["engagements_found"], count["engagements_gold"])
    return {
        "reports": count["reports"],
        "found": found.f1,
        "found_p": found.precision,
        "found_r": found.recall,
        "right": rates(count["right"], count["engagements_found"], count["engagements_gold"]).f1,
        "central_r": share("central_found", "central_gold"),
        "status": share("status_hits", "found"),
        **{name: share(f"{name}_hits", f"{name}_gold") for name in _FIELDS},
        **{name: f1(name) for name in _LISTS},
        "act": share("act_hits", "statements_hits"),
        "identity": b_cubed(tally.people),
        "same_event": b_cubed(tally.events),
        "evidence": share("entries_cited", "entries"),
        "mentions": share("mentions_found", "mentions"),
    }
