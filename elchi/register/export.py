"""The register's records, report by report, as the gold format has them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from elchi.exports.gold import to_row
from elchi.records import Person, Records
from elchi.register import schema
from elchi.register.assembly import shelf
from elchi.register.derivation import registered
from elchi.vocabulary import OFFICES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from elchi.register.store import Store

_BATCH = 100


def export(store: Store) -> Iterator[dict[str, Any]]:
    """One object per report, by the id given and then the register's own."""
    table = schema.reports.c
    with store.reading() as connection:
        keys = connection.execute(select(table.key).order_by(table.given_id, table.key)).scalars().all()
        for at in range(0, len(keys), _BATCH):
            taken = shelf(connection, keys[at : at + _BATCH])
            for key in keys[at : at + _BATCH]:
                line = taken.lines[key]
                records = with_register_ids(taken.records[key], key, taken.people, taken.events)
                row = to_row(records)
                yield {"id": row.pop("id"), "report": key, "state": line.state, "why": line.why, **row}


def with_register_ids(
    records: Records, key: str, people: Mapping[tuple[str, str], str], events: Mapping[tuple[str, str], str]
) -> Records:
    """The records with the register's ids of people and keys of events in place of the local ones."""
    return replace(
        records,
        people=tuple(_joined(replace(one, id=people.get((key, one.id), one.id)) for one in records.people)),
        engagements=tuple(
            replace(registered(one, key, people), key=events.get((key, one.key), one.key))
            for one in records.engagements
        ),
        statements=tuple(
            replace(one, speaker=people.get((key, one.speaker), one.speaker)) for one in records.statements
        ),
    )


def _joined(people: Iterable[Person]) -> Iterator[Person]:
    """The people, those that turned out to be one person as one: with all their names, and the higher office."""
    found: dict[str, Person] = {}
    for one in people:
        other = found.get(one.id)
        found[one.id] = one if other is None else _one_person(other, one)
    yield from found.values()


def _one_person(one: Person, other: Person) -> Person:
    higher = min((one, other), key=lambda person: OFFICES.index(person.office) if person.office else len(OFFICES))
    return replace(
        one,
        name=max(one.name, other.name, key=len),
        mentions=tuple(dict.fromkeys((*one.mentions, *other.mentions))),
        office=higher.office,
        of=higher.of,
        title=higher.title,
        evidence=(*one.evidence, *other.evidence),
    )
