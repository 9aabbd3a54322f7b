"""The register's records, report by report, as the gold format has them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from elchi.exports.gold import to_row
from elchi.register import schema
from elchi.register.assembly import shelf
from elchi.register.derivation import registered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from elchi.records import Records
    from elchi.register.store import Store

_BATCH = 100
_MATCHED = (
    select(schema.reports.c.key)
    .where(schema.reports.c.resolved)
    .order_by(schema.reports.c.given_id, schema.reports.c.key)
)


def export(store: Store) -> Iterator[dict[str, Any]]:
    """One object per report, by the id given and then the register's own; reports not yet matched are left out."""
    with store.reading() as connection:
        keys = connection.execute(_MATCHED).scalars().all()
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
        people=tuple(replace(one, id=people.get((key, one.id), one.id)) for one in records.people),
        engagements=tuple(
            replace(registered(one, key, people), key=events.get((key, one.key), one.key))
            for one in records.engagements
        ),
        statements=tuple(
            replace(one, speaker=people.get((key, one.speaker), one.speaker)) for one in records.statements
        ),
    )
