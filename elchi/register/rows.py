"""One report's records as rows of the first two layers, and back."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from elchi.records import Engagement, Evidence, Participant, Person, Records, Report, Statement
from elchi.register import schema
from elchi.register.identity import digest_of, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Row, Table

    from elchi.register.identity import Described

Rows = dict[str, list[dict[str, Any]]]

_BATCH = 200


def write_report(connection: Connection, records: Records, known: Described, why: str) -> None:
    """Put one report in with all that it states, in place of an earlier account of the same report.

    `why` is the reason if it is unread, else empty.
    """
    report = records.report
    key = key_of(report)
    connection.execute(delete(schema.reports).where(schema.reports.c.key == key))
    connection.execute(
        insert(schema.reports),
        {
            "key": key,
            "digest": digest_of(report),
            "given_id": report.id,
            "source": known.source,
            "title": report.title,
            "url": report.url,
            "published": report.published,
            "published_stated": known.published_stated,
            "language": report.language,
            "language_stated": known.language_stated,
            "state": "unread" if why else "read",
            "why": why,
            "text": report.text,
            "masked": [list(span) for span in report.masked],
            "resolved": False,
        },
    )
    rows = _rows(key, records)
    for table in (
        schema.people,
        schema.engagements,
        schema.participants,
        schema.statements,
        schema.evidence,
    ):
        if rows[table.name]:
            connection.execute(insert(table), rows[table.name])


def _rows(key: str, records: Records) -> Rows:
    rows: Rows = defaultdict(list)
    local_people = {person.id for person in records.people}
    for position, person in enumerate(records.people):
        rows["people"].append(
            {
                "report": key,
                "local": person.id,
                "position": position,
                "name": person.name,
                "mentions": list(person.mentions),
                "office": person.office,
                "of": person.of,
                "title": person.title,
            }
        )
        rows["evidence"] += _evidence_rows(key, "person", position, person.evidence)
    for position, engagement in enumerate(records.engagements):
        rows["engagements"].append(_engagement_row(key, position, engagement))
        rows["participants"] += [
            {
                "report": key,
                "engagement": engagement.key,
                "position": at,
                "person": x.person,
                "party": x.party,
            }
            for at, x in enumerate(engagement.participants)
        ]
        rows["evidence"] += _evidence_rows(key, "engagement", position, engagement.evidence)
    for position, statement in enumerate(records.statements):
        by_person = statement.speaker in local_people
        rows["statements"].append(
            {
                "report": key,
                "position": position,
                "person": statement.speaker if by_person else None,
                "party": None if by_person else statement.speaker,
                "act": statement.act,
                "anchor": statement.anchor,
                "rule": statement.rule,
            }
        )
        rows["evidence"] += _evidence_rows(key, "statement", position, statement.evidence)
    return rows


def _engagement_row(key: str, position: int, engagement: Engagement) -> dict[str, Any]:
    return {
        "report": key,
        "local": engagement.key,
        "position": position,
        "kind": engagement.kind,
        "status": engagement.status,
        "central": engagement.central,
        "start": engagement.start,
        "end": engagement.end,
        "country": engagement.country,
        "city": engagement.city,
        "forum": engagement.forum,
        "mode": engagement.mode,
        "documents": list(engagement.documents),
        "anchor": engagement.anchor,
        "rule": engagement.rule,
    }


def _evidence_rows(key: str, subject: str, item: int, evidence: Sequence[Evidence]) -> list[dict[str, Any]]:
    return [
        {
            "report": key,
            "subject": subject,
            "item": item,
            "position": position,
            "start": one.start,
            "end": one.end,
            "field": one.field,
        }
        for position, one in enumerate(evidence)
    ]


def load_records(connection: Connection, keys: Iterable[str]) -> dict[str, Records]:
    """The records of these reports as they were extracted, by report key, in the order of `keys`."""
    wanted = list(keys)
    found: dict[str, Records] = {}
    for at in range(0, len(wanted), _BATCH):
        found |= _load_batch(connection, wanted[at : at + _BATCH])
    return found


def _load_batch(connection: Connection, keys: list[str]) -> dict[str, Records]:
    evidence: dict[tuple[str, str, int], list[Evidence]] = defaultdict(list)
    for row in _select(connection, schema.evidence, keys, "position"):
        evidence[row.report, row.subject, row.item].append(Evidence(row.start, row.end, row.field))
    sides: dict[tuple[str, str], list[Participant]] = defaultdict(list)
    for row in _select(connection, schema.participants, keys, "position"):
        sides[row.report, row.engagement].append(Participant(row.person, row.party))
    people: dict[str, list[Person]] = defaultdict(list)
    for row in _select(connection, schema.people, keys, "position"):
        cited = tuple(evidence[row.report, "person", row.position])
        people[row.report].append(
            Person(row.local, row.name, tuple(row.mentions), row.office, row.of, row.title, cited)
        )
    engagements: dict[str, list[Engagement]] = defaultdict(list)
    for row in _select(connection, schema.engagements, keys, "position"):
        cited = tuple(evidence[row.report, "engagement", row.position])
        engagements[row.report].append(engagement_of(row, tuple(sides[row.report, row.local]), cited))
    statements: dict[str, list[Statement]] = defaultdict(list)
    for row in _select(connection, schema.statements, keys, "position"):
        cited = tuple(evidence[row.report, "statement", row.position])
        speaker = row.party if row.person is None else row.person
        statements[row.report].append(Statement(speaker, row.act, row.anchor, cited, row.rule))
    given = connection.execute(select(schema.reports).where(schema.reports.c.key.in_(keys)))
    reports = {row.key: _report(row) for row in given}
    return {
        key: Records(reports[key], tuple(people[key]), tuple(engagements[key]), tuple(statements[key]))
        for key in keys
        if key in reports
    }


def _select(connection: Connection, table: Table, keys: list[str], order: str) -> Iterable[Row[Any]]:
    return connection.execute(select(table).where(table.c.report.in_(keys)).order_by(table.c[order]))


def engagement_of(
    row: Row[*tuple[Any, ...]], sides: tuple[Participant, ...], cited: tuple[Evidence, ...]
) -> Engagement:
    """A row of `schema.engagements` with what belongs to it."""
    return Engagement(
        key=row.local,
        kind=row.kind,
        status=row.status,
        central=row.central,
        start=row.start,
        end=row.end,
        country=row.country,
        city=row.city,
        forum=row.forum,
        mode=row.mode,
        participants=sides,
        documents=tuple(row.documents),
        anchor=row.anchor,
        evidence=cited,
        rule=row.rule,
    )


def _report(row: Row[Any]) -> Report:
    return Report(
        id=row.given_id,
        text=row.text,
        language=row.language,
        published=row.published,
        title=row.title,
        url=row.url,
        masked=tuple((start, end) for start, end in row.masked),
    )
