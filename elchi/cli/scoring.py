"""An evaluation on the terminal: figures, errors by class with the words, two runs side by side; at 80 columns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from elchi.cli.listing import counted, quoted
from elchi.cli.safe import safe
from elchi.evaluation import ALL, CLASSES, MEANINGS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from rich.console import RenderableType

    from elchi.evaluation import Change, Fault, Figures, Runs

_LONGEST: Final = 240
"""How many characters of a report's words are shown: of a whole paragraph the beginning is enough to find it."""

_SMALLEST: Final = 0.0005
"""A difference that is shown as nothing."""


def figure_table(table: Mapping[str, Figures]) -> Table:
    """A row per figure, a column per group."""
    shown = _columns(table)
    for figure in MEANINGS:
        form = "{:.0f}" if figure == "reports" else "{:.3f}"
        shown.add_row(figure, *(form.format(figures[figure]) for figures in table.values()))
    return shown


def _columns(groups: Collection[str]) -> Table:
    shown = Table(box=None, pad_edge=False)
    shown.add_column("")
    for group in groups:
        shown.add_column(safe(group), justify="right", min_width=7)
    return shown


def negatives(counts: Mapping[str, tuple[int, int]]) -> Iterator[RenderableType]:
    """Of the reports that have no engagement, in how many none was found."""
    if ALL in counts:
        reports, silent = counts[ALL]
        yield Text(f"\n{counted(reports, 'report')} without an engagement; none found in {silent:,} of them")


def error_counts(counts: Mapping[str, Mapping[str, int]]) -> Iterator[RenderableType]:
    """How many errors of each class, by group; classes without any are left out."""
    seen = [what for what in CLASSES if counts[ALL][what]]
    if not seen:
        yield Text("\nNo errors.")
        return
    yield Text("\nErrors by class (--class CLASS shows them)", style="bold")
    shown = _columns(counts)
    for what in seen:
        shown.add_row(what, *(str(by_class[what] or "·") for by_class in counts.values()))
    yield shown


def by_class(faults: Sequence[Fault], classes: Collection[str] = ()) -> dict[str, list[Fault]]:
    """Faults of the classes asked for (all, if none is) under their class, in the order of the classes."""
    wanted = [what for what in CLASSES if not classes or what in classes]
    return {what: found for what in wanted if (found := [fault for fault in faults if fault.what == what])}


def errors(faults: Sequence[Fault], most: int, classes: Collection[str]) -> Iterator[RenderableType]:
    """The first `most` faults of every class: the report, gold and found, the words."""
    if not most:
        return
    for what, found in by_class(faults, classes).items():
        yield Text.assemble((what, "bold underline"), f"  {CLASSES[what]}: {len(found):,}")
        for fault in found[:most]:
            yield Padding(_fault(fault), (0, 0, 0, 2), expand=False)
        yield Text(f"  … and {len(found) - most:,} more\n" if len(found) > most else "", style="dim")


def _fault(fault: Fault) -> Text:
    about = f"{fault.kind}: " if fault.kind and fault.kind not in (fault.gold, fault.found) else ""
    return Text.assemble(
        (safe(fault.report), "cyan"),
        "  ",
        safe(f"{about}{fault.gold} ≠ {fault.found}"),
        ("\n" + quoted(_short(fault.words)) if fault.words else "", "italic"),
    )


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(maxsplit=1)[0] + " …"


def comparison(runs: Runs, most: int, classes: Collection[str]) -> Iterator[RenderableType]:
    """What changed from the earlier run to the later: figures, reports, engagements, errors."""
    yield Text("\nCompared with the earlier run", style="bold underline")
    yield _differences(runs)
    yield Text("* hardly by chance: a change of the same sign in 95 of 100 draws of the reports", style="dim")
    for name, changes in (("report", runs.reports), ("engagement", runs.engagements)):
        better = [change for change in changes if change.better]
        worse = [change for change in changes if not change.better]
        yield Text(f"\n{counted(len(changes), name)} changed: {len(better):,} better, {len(worse):,} worse", "bold")
        for told, some in (("better", better), ("worse", worse)):
            for change in some[:most]:
                yield Padding(_change(change, told), (0, 0, 0, 2), expand=False)
            if len(some) > most:
                yield Text(f"  … and {len(some) - most:,} more {told}", style="dim")
    yield Text(f"\n{counted(len(runs.mended), 'error')} mended, {len(runs.new):,} new", style="bold")
    yield _moves(runs)
    for told, faults in (("New", runs.new), ("Mended", runs.mended)):
        found = by_class(faults, classes)
        if found:
            yield Text(f"\n{told}", style="bold underline")
        yield from errors(faults, most, classes)


def _differences(runs: Runs) -> Table:
    """The figures of all reports before and after, and how much each language's rose."""
    shown = Table(box=None, pad_edge=False)
    shown.add_column("")
    for name in ("before", "after", "change", *(group for group in runs.after if group != ALL)):
        shown.add_column(safe(name), justify="right", min_width=6)
    differences = runs.differences()
    for figure in MEANINGS:
        if figure == "reports":
            continue
        moves = [_signed(figures[figure]) for figures in differences.values()]
        before, after = (f"{table[ALL][figure]:.3f}" for table in (runs.before, runs.after))
        low, high = runs.spans.get(figure, (0.0, 0.0))
        moves[0].append("*" if low > 0 or high < 0 else " ", style="dim")
        shown.add_row(figure, before, after, *moves)
    return shown


def _signed(difference: float) -> Text:
    if abs(difference) < _SMALLEST:
        return Text("·", style="dim")
    return Text(f"{difference:+.3f}", style="green" if difference > 0 else "red")


def _change(change: Change, told: str) -> Text:
    unit = " errors" if not change.words else ""
    words = f"\n{quoted(_short(change.words))}" if change.words else ""
    return Text.assemble(
        (f"{told}  ", "green" if change.better else "red"),
        (safe(change.report), "cyan"),
        "  ",
        safe(f"{change.kind}{': ' if change.kind else ''}{change.before} → {change.after}{unit}"),
        (words, "italic"),
    )


def _moves(runs: Runs) -> Table:
    """How many errors of each class are mended and new."""
    shown = Table(box=None, pad_edge=False)
    shown.add_column("")
    for name in ("mended", "new"):
        shown.add_column(name, justify="right", min_width=7)
    mended, new = (Counter(fault.what for fault in faults) for faults in (runs.mended, runs.new))
    for what in CLASSES:
        if mended[what] or new[what]:
            shown.add_row(what, str(mended[what]), str(new[what]))
    return shown
