"""Engagements as entries: the preferred reading, and every report's account with the words it rests on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, select

from elchi.records import Evidence, Participant
from elchi.register import schema
from elchi.register.entries import Account, EngagementEntry, Quote, ReportLine, Side
from elchi.register.lookup import names_of
from elchi.register.preference import Telling
from elchi.register.rows import engagement_of, load_records
from elchi.register.wording import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from elchi.records import Records


@dataclass(frozen=True, slots=True)
class Shelf:
    """Reports taken out for reading, by the register's id.

    `people` maps (report, local id) to a person, `events` (report, local key) to an event.
    """

    lines: Mapping[str, ReportLine]
    records: Mapping[str, Records]
    people: Mapping[tuple[str, str], str]
    events: Mapping[tuple[str, str], str]


def shelf(connection: Connection, reports: Iterable[str]) -> Shelf:
    """These reports with all that they state."""
    keys = sorted(set(reports))
    people: dict[tuple[str, str], str] = {}
    events: dict[tuple[str, str], str] = {}
    lines: dict[str, ReportLine] = {}
    for at in range(0, len(keys), 500):
        some = keys[at : at + 500]
        person_rows = connection.execute(select(schema.person_records).where(schema.person_records.c.report.in_(some)))
        people |= {(row.report, row.local): row.person for row in person_rows}
        event_rows = connection.execute(select(schema.event_records).where(schema.event_records.c.report.in_(some)))
        events |= {(row.report, row.local): row.event for row in event_rows}
        lines |= report_lines(connection, some)
    return Shelf(lines, load_records(connection, keys), people, events)


def report_lines(connection: Connection, keys: Sequence[str]) -> dict[str, ReportLine]:
    """The reports as they are named in listings, by id."""
    table = schema.reports.c
    rows = connection.execute(
        select(
            table.key,
            table.given_id,
            table.language,
            table.published,
            table.title,
            table.url,
            table.state,
            table.why,
        ).where(table.key.in_(keys))
    )
    return {
        row.key: ReportLine(row.key, row.given_id, row.language, row.published, row.title, row.url, row.state, row.why)
        for row in rows
    }


def quotes(report: str, text: str, evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
    """The evidence with its words."""
    return tuple(Quote(report, one.start, one.end, text[one.start : one.end], one.field) for one in evidence)


def engagement_entries(connection: Connection, ids: Sequence[str]) -> list[EngagementEntry]:
    """The entries of these events, in this order; one that nothing tells of any more is left out."""
    rows = {row.id: row for row in connection.execute(select(schema.events).where(schema.events.c.id.in_(ids)))}
    sides: dict[str, list[tuple[str | None, str | None]]] = defaultdict(list)
    taking_part = schema.event_sides.c
    for row in connection.execute(
        select(schema.event_sides).where(taking_part.event.in_(ids)).order_by(taking_part.position)
    ):
        sides[row.event].append((row.person, row.party))
    told = tellings(connection, ids)
    pages = _pages(connection, {telling.report for some in told.values() for telling in some})
    named = {person for some in sides.values() for person, _ in some}
    named |= {side.person for some in told.values() for one in some for side in one.told.participants}
    names = names_of(connection, (person for person in named if person is not None))
    return [
        EngagementEntry(
            id=one,
            kind=rows[one].kind,
            status=rows[one].status,
            start=rows[one].start,
            end=rows[one].end,
            country=rows[one].country,
            country_name=label(rows[one].country),
            city=rows[one].city,
            forum=rows[one].forum,
            forum_name=label(rows[one].forum),
            mode=rows[one].mode,
            sides=_sides(sides[one], names),
            documents=tuple(rows[one].documents),
            anchor=rows[one].anchor,
            accounts=tuple(
                _account(*pages[telling.report], telling, names)
                for telling in sorted(told[one], key=lambda telling: telling.order)
            ),
            disputed=tuple(rows[one].disputed),
        )
        for one in ids
        if one in rows and told[one]
    ]


def tellings(connection: Connection, events: Sequence[str]) -> dict[str, list[Telling]]:
    """What each report tells of each of these events."""
    own, told_in, told = schema.engagements.c, schema.event_records.c, schema.participants.c
    cited, person = schema.evidence.c, schema.person_records.c
    its_engagement = and_(own.report == told_in.report, own.local == told_in.local)
    sides: dict[tuple[str, str], list[Participant]] = defaultdict(list)
    for row in connection.execute(
        select(told.report, told.engagement, person.person, told.party)
        .join_from(
            schema.event_records,
            schema.participants,
            and_(told.report == told_in.report, told.engagement == told_in.local),
        )
        .outerjoin(schema.person_records, and_(person.report == told.report, person.local == told.person))
        .where(told_in.event.in_(events))
        .order_by(told.position)
    ):
        sides[row.report, row.engagement].append(Participant(row.person, row.party))
    evidence: dict[tuple[str, int], list[Evidence]] = defaultdict(list)
    for basis in connection.execute(
        select(cited.report, cited.item, cited.start, cited.end, cited.field)
        .join_from(schema.event_records, schema.engagements, its_engagement)
        .join(
            schema.evidence,
            and_(cited.report == own.report, cited.subject == "engagement", cited.item == own.position),
        )
        .where(told_in.event.in_(events))
        .order_by(cited.position)
    ):
        evidence[basis.report, basis.item].append(Evidence(basis.start, basis.end, basis.field))
    found: dict[str, list[Telling]] = defaultdict(list)
    for telling in connection.execute(
        select(schema.engagements, told_in.event, schema.reports.c.published)
        .join_from(schema.event_records, schema.engagements, its_engagement)
        .join(schema.reports, schema.reports.c.key == own.report)
        .where(told_in.event.in_(events))
    ):
        taking_part = tuple(sides[telling.report, telling.local])
        engagement = engagement_of(telling, taking_part, tuple(evidence[telling.report, telling.position]))
        found[telling.event].append(Telling(telling.report, telling.published, engagement))
    return found


def _pages(connection: Connection, reports: Iterable[str]) -> dict[str, tuple[ReportLine, str]]:
    """These reports as they are named in listings, with their text."""
    keys = sorted(set(reports))
    table = schema.reports.c
    found: dict[str, tuple[ReportLine, str]] = {}
    for at in range(0, len(keys), 500):
        some = keys[at : at + 500]
        lines = report_lines(connection, some)
        for row in connection.execute(select(table.key, table.text).where(table.key.in_(some))):
            found[row.key] = (lines[row.key], row.text)
    return found


def _sides(taking_part: Iterable[tuple[str | None, str | None]], names: Mapping[str, str]) -> tuple[Side, ...]:
    return tuple(
        Side(person, None if person is None else names.get(person, person), party, label(party))
        for person, party in taking_part
    )


def _account(line: ReportLine, text: str, telling: Telling, names: Mapping[str, str]) -> Account:
    told = telling.told
    return Account(
        report=line,
        kind=told.kind,
        status=told.status,
        central=told.central,
        start=told.start,
        end=told.end,
        country=told.country,
        city=told.city,
        forum=told.forum,
        mode=told.mode,
        sides=_sides([(side.person, side.party) for side in told.participants], names),
        documents=told.documents,
        anchor=told.anchor,
        quotes=quotes(telling.report, text, told.evidence),
        rule=told.rule,
    )
