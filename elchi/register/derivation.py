"""The third layer of the register: the people and events behind all the reports, written anew from their records."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, text, update

from elchi.register import schema
from elchi.register.lookup import sound_keys
from elchi.register.preference import Telling, preferred, sides
from elchi.register.rows import load_records
from elchi.register.wording import event_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from elchi.records import Engagement, Records
    from elchi.register.store import Store
    from elchi.resolution import Resolution

_TRIES = 3
"""How often people and events are matched while another process keeps writing."""

Layer = dict[str, list[dict[str, Any]]]
"""The rows of the third layer, by table."""


def pending(connection: Connection) -> int:
    """How many reports the third layer has not taken in."""
    waiting = select(func.count()).select_from(schema.reports).where(schema.reports.c.resolved.is_(False))
    return int(connection.execute(waiting).scalar_one())


def derive(store: Store) -> None:
    """Bring the third layer up to the reports, in one transaction; nothing to do if it is.

    The matching itself is done outside of the transaction that writes, so that others need not wait for it. It
    is left to another process where that keeps writing: each matches after its last report, so the last of them
    is not disturbed.
    """
    with store.connected() as connection:
        for _ in range(_TRIES):
            with connection.begin():
                if not pending(connection):
                    return
                seen = _version(connection)
                layer = _layer(connection)
            with store.writing(connection):
                if _version(connection) == seen:
                    _write(connection, layer)
                    return


def _version(connection: Connection) -> int:
    """A number that changes when another connection has written to the file."""
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())


def _layer(connection: Connection) -> Layer:
    from elchi.resolution import resolve

    keys = connection.execute(select(schema.reports.c.key).order_by(schema.reports.c.key)).scalars().all()
    by_report = load_records(connection, keys)
    # The given ids need not be unique; the register's are, and do not depend on what came first.
    records = [
        replace(one, report=replace(one.report, id=key))
        for key, one in by_report.items()
        if one.people or one.engagements
    ]
    return layer(records, resolve(records))


def layer(records: Iterable[Records], resolution: Resolution) -> Layer:
    """The rows of the third layer for these records, whose report ids are the register's."""
    rows: Layer = defaultdict(list)
    tellings: dict[str, list[Telling]] = defaultdict(list)
    told_in: dict[str, list[tuple[Records, Engagement]]] = defaultdict(list)
    heard: dict[str, set[str]] = defaultdict(set)
    for one in records:
        report = one.report.id
        for person in one.people:
            identity = resolution.person_ids[report, person.id]
            rows["person_records"].append({"report": report, "local": person.id, "person": identity})
            for form in (person.name, *person.mentions):
                heard[identity] |= sound_keys(form, one.report.language)
        for engagement in one.engagements:
            event = resolution.event_keys[report, engagement.key]
            rows["event_records"].append({"report": report, "local": engagement.key, "event": event})
            told = registered(engagement, report, resolution.person_ids)
            tellings[event].append(Telling(report, one.report.published, told))
            told_in[event].append((one, engagement))
    names = resolution.names
    rows["persons"] = [
        {"id": one, "name": names[one]} for one in sorted({row["person"] for row in rows["person_records"]})
    ]
    rows["person_words"] = [
        {"word": word, "person": person} for person in sorted(heard) for word in sorted(heard[person])
    ]
    for event in sorted(tellings):
        told_of = preferred(tellings[event])
        taking_part = sides(tellings[event])
        rows["events"].append({"id": event, **told_of})
        rows["event_sides"] += [
            {"event": event, "position": at, "person": person, "party": party}
            for at, (person, party) in enumerate(taking_part)
        ]
        shown = [names[person] for person, _ in taking_part if person is not None]
        parties = [party for _, party in taking_part if party is not None]
        rows["event_words"].append({"event": event, "words": event_words(told_of, shown, parties, told_in[event])})
    return rows


def registered(engagement: Engagement, report: str, person_ids: Mapping[tuple[str, str], str]) -> Engagement:
    """The engagement with its people under the register's ids."""
    return replace(
        engagement,
        participants=tuple(
            side if side.person is None else replace(side, person=person_ids[report, side.person])
            for side in engagement.participants
        ),
    )


def _write(connection: Connection, rows: Layer) -> None:
    connection.execute(text("DELETE FROM event_words"))
    for table in schema.DERIVED:
        connection.execute(delete(table))
    for table in reversed(schema.DERIVED):
        if rows[table.name]:
            connection.execute(insert(table), rows[table.name])
    if rows["event_words"]:
        connection.execute(text("INSERT INTO event_words (event, words) VALUES (:event, :words)"), rows["event_words"])
    connection.execute(update(schema.reports).values(resolved=True).where(schema.reports.c.resolved.is_(False)))
