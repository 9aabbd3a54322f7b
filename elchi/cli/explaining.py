"""Records of one report as a page of the terminal: every field, its words, and why it is what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.table import Table
from rich.text import Text

from elchi.cli.listing import MARKS, counted, quoted
from elchi.cli.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from elchi.records import Engagement, Person, Reason, Records, Source, Statement

_LONGEST: Final = 160
"""How many characters of a field's words are shown."""


def pages_of(records: Records) -> Iterator[RenderableType]:
    """What to print of one report's records, part by part."""
    report = records.report
    facts = ", ".join((report.language, report.published or "no date"))
    yield Text.assemble((safe(report.title or report.id), "bold"), f"   {safe(report.id)}, {safe(facts)}")
    counts = (
        counted(len(records.people), "person").replace("persons", "people"),
        counted(len(records.engagements), "engagement"),
        counted(len(records.statements), "statement"),
    )
    yield Text(", ".join(counts) + "\n", style="dim")
    names = {person.id: person.name for person in records.people}
    for person in records.people:
        yield _heading(person.name, person.id)
        yield _fields(person.reasons, _of_person(person))
    for event in records.engagements:
        yield _heading(f"{MARKS.get(event.status, '?')} {event.kind}, {event.status}", event.key)
        yield _fields(event.reasons, _of_engagement(event, names))
    for number, said in enumerate(records.statements, 1):
        yield _heading(f"{names.get(said.speaker, said.speaker)}: {said.act}", f"s{number}")
        yield _fields(said.reasons, _of_statement(said))


def _heading(name: str, key: str) -> Text:
    return Text.assemble((safe(name), "bold underline"), "  ", (safe(key), "dim"))


def _fields(reasons: tuple[Reason, ...], plain: list[tuple[str, str | None]]) -> Table:
    """A row per field with what made it; without reasons, the fields alone."""
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(width=13)
    table.add_column(overflow="fold", ratio=1)
    if reasons:
        for reason in reasons:
            table.add_row(Text(f"  {reason.field}"), _reason(reason))
    else:
        for name, value in plain:
            if value:
                table.add_row(Text(f"  {name}"), Text(safe(value)))
    table.add_row("", "")
    return table


def _reason(reason: Reason) -> Text:
    told = Text(safe(reason.value), style="bold")
    if reason.words:
        words = reason.words if len(reason.words) <= _LONGEST else reason.words[:_LONGEST] + " …"
        told.append(f"  {quoted(words)}", style="italic not bold")
    if reason.note:
        told.append(f"\n{safe(reason.note)}", style="not bold")
    for source in reason.sources:
        told.append(f"\n{safe(_source(source))}", style="cyan not bold")
    if reason.score is not None:
        told.append(f"\n{_sum(reason)}", style="not bold")
    for weight in reason.weights:
        style = "green not bold" if weight.weight > 0 else "red not bold"
        told.append(f"\n{weight.weight:+.2f} ", style=style).append(safe(weight.says), style="not bold")
    return told


def _source(source: Source) -> str:
    line = "" if source.line is None else f":{source.line}"
    return f"{source.file}{line} {quoted(source.pattern)}: {source.says}"


def _sum(reason: Reason) -> str:
    if reason.against is None:
        return f"sum {reason.score:+.2f}, the strongest of it:"
    return f"sum {reason.score:+.2f}, the next best {reason.against:+.2f}; the strongest of it:"


def _of_person(person: Person) -> list[tuple[str, str | None]]:
    return [("office", person.office), ("of", person.of), ("title", person.title)]


def _of_engagement(event: Engagement, names: dict[str, str]) -> list[tuple[str, str | None]]:
    sides = (names.get(side.person or "") or "" for side in event.participants)
    told = (
        f"{name} ({side.party or '—'})" if name else side.party
        for name, side in zip(sides, event.participants, strict=True)
    )
    return [
        ("date", " – ".join(filter(None, (event.start, event.end)))),
        ("place", ", ".join(filter(None, (event.city, event.country)))),
        ("forum", event.forum),
        ("participants", ", ".join(filter(None, told))),
        ("documents", ", ".join(event.documents)),
        ("words", event.anchor),
    ]


def _of_statement(said: Statement) -> list[tuple[str, str | None]]:
    return [("words", said.anchor)]
