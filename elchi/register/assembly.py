"""Engagements as entries: the preferred reading, and every report's account with the words it rests on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from elchi.register import schema
from elchi.register.derivation import registered
from elchi.register.entries import Account, EngagementEntry, Quote, ReportLine, Side
from elchi.register.lookup import names_of
from elchi.register.preference import Telling
from elchi.register.rows import load_records
from elchi.register.wording import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from elchi.records import Engagement, Evidence, Records


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
    told_in = connection.execute(
        select(schema.event_records.c.report).where(schema.event_records.c.event.in_(ids)).distinct()
    ).scalars()
    taken = shelf(connection, told_in)
    rows = {row.id: row for row in connection.execute(select(schema.events).where(schema.events.c.id.in_(ids)))}
    sides: dict[str, list[tuple[str | None, str | None]]] = defaultdict(list)
    for row in connection.execute(
        select(schema.event_sides).where(schema.event_sides.c.event.in_(ids)).order_by(schema.event_sides.c.position)
    ):
        sides[row.event].append((row.person, row.party))
    tellings = _tellings(taken, set(ids))
    every = {person for taking_part in sides.values() for person, _ in taking_part if person}
    names = names_of(connection, every | set(taken.people.values()))
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
                _account(taken, telling, names) for telling in sorted(tellings[one], key=lambda one: one.order)
            ),
            disputed=tuple(rows[one].disputed),
        )
        for one in ids
        if one in rows and tellings[one]
    ]


def _tellings(taken: Shelf, events: set[str]) -> dict[str, list[Telling]]:
    found: dict[str, list[Telling]] = defaultdict(list)
    for report, records in taken.records.items():
        for engagement in records.engagements:
            event = taken.events.get((report, engagement.key))
            if event in events:
                told = registered(engagement, report, taken.people)
                found[str(event)].append(Telling(report, records.report.published, told))
    return found


def _sides(taking_part: Iterable[tuple[str | None, str | None]], names: Mapping[str, str]) -> tuple[Side, ...]:
    return tuple(
        Side(person, None if person is None else names.get(person, person), party, label(party))
        for person, party in taking_part
    )


def _account(taken: Shelf, telling: Telling, names: Mapping[str, str]) -> Account:
    told: Engagement = telling.told
    text = taken.records[telling.report].report.text
    return Account(
        report=taken.lines[telling.report],
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
