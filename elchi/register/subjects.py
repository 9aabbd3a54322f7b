"""Whole entries: a person, a party, a forum, a report, with everything that the register knows of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from elchi.register import schema, search
from elchi.register.assembly import Shelf, engagement_entries, quotes, shelf
from elchi.register.entries import (
    EngagementEntry,
    Entry,
    ForumEntry,
    NamedPerson,
    OfficeEntry,
    PartyEntry,
    PersonEntry,
    ReportEntry,
    StatementEntry,
)
from elchi.register.lookup import Subject, names_of
from elchi.register.wording import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

    from elchi.records import Person

Named = tuple[str, "Person"]
"""A report's id, and a person as it names them."""

_UNDATED = "9999"


def entry(connection: Connection, subject: Subject) -> Entry:
    """The entry of what was looked up."""
    if subject.kind == "engagement":
        return engagement_entries(connection, [subject.id])[0]
    if subject.kind == "person":
        return _person(connection, subject.id)
    if subject.kind == "report":
        return _report(connection, subject.id)
    return _party(connection, subject)


def _person(connection: Connection, identity: str) -> PersonEntry:
    records = schema.person_records.c
    taken = shelf(connection, connection.execute(select(records.report).where(records.person == identity)).scalars())
    own = [
        (report, person)
        for report in _ordered(taken)
        for person in taken.records[report].people
        if taken.people.get((report, person.id)) == identity
    ]
    forms = Counter(form for _, person in own for form in person.mentions)
    return PersonEntry(
        id=identity,
        name=names_of(connection, [identity])[identity],
        names=tuple(sorted(forms, key=lambda form: (-forms[form], form))),
        offices=_offices(connection, taken, own),
        engagements=_timeline(connection, Subject("person", identity)),
        statements=tuple(one for one in _statements(connection, taken) if one.speaker == identity),
        reports=tuple(dict.fromkeys(taken.lines[report] for report, _ in own)),
        quotes=tuple(
            quote
            for report, person in own
            for quote in quotes(report, taken.records[report].report.text, person.evidence[:1])
        ),
    )


def _party(connection: Connection, subject: Subject) -> PartyEntry | ForumEntry:
    identity = subject.id
    people, said = schema.people.c, schema.statements.c
    serving = shelf(connection, connection.execute(select(people.report).where(people.of == identity)).scalars())
    own = [
        (report, person)
        for report in _ordered(serving)
        for person in serving.records[report].people
        if person.of == identity and (report, person.id) in serving.people
    ]
    speaking = shelf(connection, connection.execute(select(said.report).where(said.party == identity)).scalars())
    offices = _offices(connection, serving, own)
    statements = tuple(one for one in _statements(connection, speaking) if one.speaker == identity)
    engagements = _timeline(connection, subject)
    name = label(identity) or identity
    if subject.kind == "party":
        return PartyEntry(identity, name, offices, engagements, statements)
    return ForumEntry(
        id=identity,
        name=name,
        engagements=tuple(one for one in engagements if one.forum == identity),
        as_party=tuple(one for one in engagements if one.forum != identity),
        offices=offices,
        statements=statements,
    )


def _report(connection: Connection, key: str) -> ReportEntry:
    taken = shelf(connection, [key])
    records = taken.records[key]
    text = records.report.text
    return ReportEntry(
        line=taken.lines[key],
        text=text,
        masked=records.report.masked,
        people=tuple(
            NamedPerson(
                id=taken.people.get((key, person.id), person.id),
                name=person.name,
                mentions=person.mentions,
                office=person.office,
                of=person.of,
                of_name=label(person.of),
                title=person.title,
                quotes=quotes(key, text, person.evidence),
            )
            for person in records.people
        ),
        engagements=tuple(engagement_entries(connection, search.in_report(connection, key))),
        statements=tuple(_statements(connection, taken)),
    )


def _timeline(connection: Connection, subject: Subject) -> tuple[EngagementEntry, ...]:
    ids = search.timeline(connection, subject)
    return tuple(
        found for at in range(0, len(ids), 200) for found in engagement_entries(connection, ids[at : at + 200])
    )


def _ordered(taken: Shelf) -> list[str]:
    """The reports by publication; undated ones last."""
    return sorted(taken.lines, key=lambda key: (taken.lines[key].published or _UNDATED, key))


def _offices(connection: Connection, taken: Shelf, own: Sequence[Named]) -> tuple[OfficeEntry, ...]:
    """The offices that reports give to these people, by the date that first attests each."""
    held: dict[tuple[str, str, str | None], list[Named]] = defaultdict(list)
    for report, person in own:
        if person.office is not None:
            identity = taken.people.get((report, person.id), person.id)
            held[identity, person.office, person.of].append((report, person))
    names = names_of(connection, (identity for identity, _, _ in held))
    entries = [
        _office(taken, named, (identity, names.get(identity, identity)), office, of)
        for (identity, office, of), named in held.items()
    ]
    return tuple(sorted(entries, key=lambda one: (one.first or _UNDATED, one.person, one.office, one.of or "")))


def _office(taken: Shelf, named: Iterable[Named], person: tuple[str, str], office: str, of: str | None) -> OfficeEntry:
    reports = tuple(dict.fromkeys(taken.lines[report] for report, _ in named))
    dates = sorted(line.published for line in reports if line.published is not None)
    return OfficeEntry(
        person=person[0],
        name=person[1],
        office=office,
        of=of,
        of_name=label(of),
        titles=tuple(dict.fromkeys(one.title for _, one in named if one.title)),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        reports=reports,
    )


def _statements(connection: Connection, taken: Shelf) -> Iterator[StatementEntry]:
    """Everything said in these reports, by publication and in the order of the text."""
    names = names_of(connection, taken.people.values())
    for key in _ordered(taken):
        records = taken.records[key]
        for said in records.statements:
            speaker = taken.people.get((key, said.speaker), said.speaker)
            yield StatementEntry(
                speaker=speaker,
                speaker_name=names.get(speaker) or label(speaker) or speaker,
                act=said.act,
                anchor=said.anchor,
                report=taken.lines[key],
                quotes=quotes(key, records.report.text, said.evidence),
                rule=said.rule,
            )
