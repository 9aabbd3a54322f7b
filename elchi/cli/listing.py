"""Engagements as a table that reads well at 80 columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from elchi.cli.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.table import Table
    from rich.text import Text

    from elchi.register import EngagementEntry, ReportLine, Side

MARKS: Final = {"held": "●", "planned": "○", "cancelled": "✕"}
"""Status -> the mark before the kind."""

LEGEND: Final = "● held   ○ planned   ✕ cancelled   — unknown"

_LINE: Final = 61
"""What stands beside the date in a line of 80."""

_STYLES: Final = {"held": "", "planned": "cyan", "cancelled": "strike dim"}


def date_range(start: str | None, end: str | None) -> str:
    """`2025-09-17 – 18`: the end without what it has in common with the start; `—` when unknown."""
    if not start:
        return "—" if not end else f"… – {end}"
    if not end or end == start:
        return start
    if len(start) == len(end) == 10 and start[:8] == end[:8]:
        return f"{start} – {end[8:]}"
    return f"{start} – {end}"


def quoted(words: str) -> str:
    """`words` made safe, in quotation marks that they do not use themselves."""
    opening, closing = "“”" if "«" in words or "»" in words else "«»"
    return f"{opening}{safe(words)}{closing}"


def spoken(words: Iterable[str]) -> str:
    """Words of the vocabulary as one reads them: `joint statement, plan`."""
    return ", ".join(word.replace("_", " ") for word in words)


def side_lines(sides: Sequence[Side]) -> list[str]:
    """`Kazakhstan: A, B`, `Norway: C`: people under the party that they stand for."""
    by_party: dict[str, list[str]] = {}
    for side in sides:
        people = by_party.setdefault(side.party_name or side.party or "", [])
        if side.name and side.name not in people:
            people.append(side.name)
    return [
        f"{party}: {', '.join(people)}" if party and people else party or ", ".join(people)
        for party, people in by_party.items()
    ]


def place(engagement: EngagementEntry) -> str:
    """`Astana, Kazakhstan`, as far as it is known."""
    return ", ".join(part for part in (engagement.city, engagement.country_name or engagement.country) if part)


def sources_line(reports: Sequence[ReportLine]) -> str:
    """`3 reports: en, ru`."""
    languages = ", ".join(sorted({report.language for report in reports}))
    return f"{counted(len(reports), 'report')}: {languages}"


def counted(number: int, noun: str) -> str:
    """`1 report`, `2 reports`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def engagement_table(engagements: Iterable[EngagementEntry]) -> Table:
    """A row per engagement: when and what; who and where, the words, and by what id it is shown."""
    from rich.table import Table

    table = Table(box=None, show_header=False, padding=(0, 2, 1, 0), pad_edge=False)
    table.add_column(width=15)
    table.add_column(overflow="fold", ratio=1)
    for engagement in engagements:
        table.add_row(_when(engagement), _about(engagement))
    return table


def _when(engagement: EngagementEntry) -> Text:
    """The date, and what it was below it: the words then have the width of a line to themselves."""
    from rich.text import Text

    date = date_range(engagement.start, engagement.end)
    return Text.assemble(
        (safe(date), "bold" if engagement.start else ""),
        f"\n{MARKS.get(engagement.status, '?')} ",
        (safe(engagement.kind), _STYLES.get(engagement.status, "")),
    )


def _about(engagement: EngagementEntry) -> Text:
    from rich.text import Text

    head = " · ".join(part for part in (engagement.forum_name or engagement.forum, place(engagement)) if part)
    lines = [
        Text(safe("; ".join(side_lines(engagement.sides))), style="bold"),
        Text(safe(head)),
        Text(safe(f"documents: {spoken(engagement.documents)}" if engagement.documents else ""), style="green"),
        Text(quoted(engagement.anchor) if engagement.anchor else "", style="italic"),
        Text(safe(f"disputed: {', '.join(engagement.disputed)}" if engagement.disputed else ""), style="yellow"),
        Text(_source(engagement), style="dim"),
    ]
    return Text("\n").join(line for line in lines if line.plain)


def _source(engagement: EngagementEntry) -> str:
    """By what id it is shown and how many reports tell of it, on two lines where one would break."""
    parts = safe(engagement.id), sources_line(engagement.reports)
    joined = " · ".join(parts)
    return joined if len(joined) <= _LINE else "\n".join(parts)


def summary(engagements: Sequence[EngagementEntry]) -> str:
    """`5 engagements: 3 held, 2 planned; from 2021-03 to 2025-09-18`."""
    by_status = {status: sum(one.status == status for one in engagements) for status in MARKS}
    counts = ", ".join(f"{number} {status}" for status, number in by_status.items() if number)
    dates = [date for one in engagements for date in (one.start, one.end) if date]
    first, last = min(dates, default=""), max(dates, default="")
    span = f"; from {first} to {last}" if first != last else f"; {first}" if first else ""
    return f"{counted(len(engagements), 'engagement')}: {counts}{span}"
