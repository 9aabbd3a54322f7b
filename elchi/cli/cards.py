"""One entry of the register as a page of the terminal: the answer first, then the words it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from elchi.cli.listing import (
    LEGEND,
    MARKS,
    counted,
    date_range,
    engagement_table,
    place,
    quoted,
    side_lines,
    sources_line,
    spoken,
    summary,
)
from elchi.cli.safe import safe
from elchi.register import EngagementEntry, ForumEntry, PartyEntry, PersonEntry, ReportEntry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from elchi.register import (
        Account,
        Entry,
        NamedPerson,
        OfficeEntry,
        Quote,
        ReportLine,
        StatementEntry,
    )


def card(entry: Entry) -> Iterator[RenderableType]:
    """What to print of `entry`, part by part."""
    match entry:
        case EngagementEntry():
            return _engagement(entry)
        case PersonEntry():
            return _person(entry)
        case PartyEntry():
            return _party(entry)
        case ForumEntry():
            return _forum(entry)
        case ReportEntry():
            return _report(entry)


def _engagement(entry: EngagementEntry) -> Iterator[RenderableType]:
    yield _heading(f"{MARKS.get(entry.status, '?')} {entry.kind}, {entry.status}", entry.id)
    yield _facts(
        ("date", date_range(entry.start, entry.end)),
        ("place", place(entry) or "—"),
        ("forum", entry.forum_name or entry.forum),
        ("mode", entry.mode and spoken([entry.mode])),
        ("sides", side_lines(entry.sides) or "—"),
        ("documents", spoken(entry.documents)),
        ("disputed", ", ".join(entry.disputed)),
    )
    yield _section(f"Told in {sources_line(entry.reports)}")
    for account in entry.accounts:
        yield _report_line(account.report)
        yield Padding(_account(account, entry), (0, 0, 1, 2))


def _person(entry: PersonEntry) -> Iterator[RenderableType]:
    yield _heading(entry.name, entry.id)
    yield _facts(("also as", ", ".join(name for name in entry.names if name != entry.name)))
    yield from _offices(entry.offices, of_person=True)
    yield from _engagements("Engagements", entry.engagements)
    yield from _statements(entry.statements)
    if entry.quotes:
        yield _section(f"Named in {sources_line(entry.reports)}")
        yield _quotes(entry.quotes, by_report=entry.reports)


def _party(entry: PartyEntry) -> Iterator[RenderableType]:
    yield _heading(entry.name, entry.id)
    yield from _offices(entry.offices)
    yield from _engagements("Engagements", entry.engagements)
    yield from _statements(entry.statements)


def _forum(entry: ForumEntry) -> Iterator[RenderableType]:
    yield _heading(entry.name, entry.id)
    yield from _engagements("In this forum", entry.engagements)
    yield from _engagements("It takes part in", entry.as_party)
    yield from _offices(entry.offices)
    yield from _statements(entry.statements)


def _report(entry: ReportEntry) -> Iterator[RenderableType]:
    yield _heading(entry.line.title or entry.line.name, entry.id)
    yield _facts(
        ("name", entry.line.name),
        ("language", entry.line.language),
        ("published", entry.line.published or "unknown"),
        ("url", entry.line.url),
        ("unread", entry.line.why if entry.line.state == "unread" else ""),
    )
    yield from _people(entry.people)
    yield from _engagements("Engagements", entry.engagements)
    yield from _statements(entry.statements)
    yield _section("Text (page furniture, of which nothing is read, is dim)")
    yield _text(entry)


def _heading(name: str, key: str) -> Text:
    return Text.assemble((safe(name), "bold"), "   ", (safe(key), "dim"))


def _section(name: str) -> Text:
    return Text(f"\n{safe(name)}", style="bold underline")


def _facts(*facts: tuple[str, str | list[str] | None]) -> Table:
    """Names and values, a list one below the other; those without a value are left out."""
    table = _grid(11)
    for name, value in facts:
        if value:
            lines = [value] if isinstance(value, str) else value
            table.add_row(Text(name, style="dim"), Text("\n".join(map(safe, lines))))
    return table


def _grid(*widths: int) -> Table:
    """A table without lines: columns of these widths, and one that takes the rest."""
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
    for width in widths:
        table.add_column(width=width, overflow="fold")
    table.add_column(overflow="fold", ratio=1)
    return table


def _report_line(report: ReportLine) -> Text:
    return Text.assemble(
        (f"{safe(report.language)}, {safe(report.published or 'no date')}  ", "cyan"),
        (safe(report.title or report.name), "bold"),
        (f"  {safe(report.id)}", "dim"),
    )


def _account(account: Account, entry: EngagementEntry) -> Table:
    """One report's words; where it reads a field otherwise than the entry, its own reading before them."""
    table = _grid(11)
    readings = {
        "kind": (account.kind, entry.kind),
        "status": (account.status, entry.status),
        "date": (date_range(account.start, account.end), date_range(entry.start, entry.end)),
        "country": (account.country, entry.country),
        "city": (account.city, entry.city),
        "forum": (account.forum, entry.forum),
    }
    for name, (its, ours) in readings.items():
        if its != ours and its:
            style = "yellow" if name in entry.disputed else "dim"
            table.add_row(Text(name, style=style), Text(safe(f"here: {its}"), style=style))
    before = None
    for quote in account.quotes:
        field = quote.field or "states"
        table.add_row(Text("" if field == before else safe(field), style="dim"), _words(quote.words))
        before = field
    return table


def _words(words: str) -> Text:
    return Text(quoted(words), style="italic")


def _quotes(quotes: Sequence[Quote], *, by_report: Sequence[ReportLine]) -> Table:
    reports = {report.id: report for report in by_report}
    table = _grid(9, 11)
    for quote in quotes:
        report = reports.get(quote.report)
        language = report.language if report else ""
        published = (report.published if report else None) or "no date"
        words = Text.assemble(_words(quote.words), "  ", (safe(quote.report), "dim"))
        table.add_row(Text(safe(language), style="dim"), Text(safe(published), style="dim"), words)
    return table


def _offices(offices: Sequence[OfficeEntry], *, of_person: bool = False) -> Iterator[RenderableType]:
    """Offices with the dates between which reports attest them."""
    if not offices:
        return
    yield _section("Offices, as reports attest them")
    table = _grid(24)
    for office in offices:
        attested = date_range(office.first, office.last)
        whose = f"{spoken([office.office])}, {office.of_name or office.of or '—'}"
        titles = "; ".join(quoted(title) for title in office.titles)
        what = Text(safe(whose if of_person else f"{office.name}, {spoken([office.office])}"))
        if titles:
            what.append(f"\n{safe(titles)}", style="italic")
        told = sources_line(office.reports)
        what.append(f"\n{safe(told if of_person else f'{office.person} · {told}')}", "dim")
        table.add_row(Text(attested, style="bold"), what)
    yield table


def _engagements(name: str, engagements: Sequence[EngagementEntry]) -> Iterator[RenderableType]:
    if engagements:
        yield _section(f"{name} — {summary(engagements)}")
        yield engagement_table(engagements)
        yield Text(LEGEND, style="dim")


def _statements(statements: Sequence[StatementEntry]) -> Iterator[RenderableType]:
    if not statements:
        return
    yield _section(counted(len(statements), "statement"))
    table = _grid(11, 8)
    for said in statements:
        published = said.report.published or "no date"
        words = Text(f"{safe(said.speaker_name)}: ", style="bold")
        quoted = " … ".join(quote.words for quote in said.quotes if not quote.field) or said.anchor
        words.append_text(_words(quoted)).append(f"  {said.report.id}", style="dim")
        table.add_row(Text(safe(published), style="dim"), Text(safe(said.act)), words)
    yield table


def _people(people: Sequence[NamedPerson]) -> Iterator[RenderableType]:
    if not people:
        return
    yield _section(counted(len(people), "person").replace("persons", "people"))
    table = _grid(30)
    for person in people:
        office = spoken([person.office]) if person.office else "—"
        about = Text(safe(", ".join(part for part in (office, person.of_name or person.of) if part)))
        if person.title:
            about.append(f"  {quoted(person.title)}", style="italic")
        names = Text(safe(person.name), style="bold").append(f"\n{safe(person.id)}", style="dim")
        table.add_row(names, about)
    yield table


def _text(entry: ReportEntry) -> Text:
    """The report's text line by line, its furniture dim."""
    text = Text()
    at = 0
    for start, end in (*entry.masked, (len(entry.text), len(entry.text))):
        for part, style in ((entry.text[at:start], ""), (entry.text[start:end], "dim")):
            text.append("\n".join(_kept_blanks(line) for line in part.split("\n")), style=style)
        at = end
    return text


def _kept_blanks(line: str) -> str:
    """A line made safe, the blanks at its ends kept: it may be joined to what stands beside it."""
    left = " " if line[:1].isspace() else ""
    right = " " if line[-1:].isspace() and line.strip() else ""
    return f"{left}{safe(line)}{right}"
