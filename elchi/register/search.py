"""Which engagements of the register a question asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import ColumnElement, and_, exists, or_, select, text

from elchi.register import fold, lookup
from elchi.register.dates import asked_date, first_day, last_day
from elchi.register.errors import BadQueryError
from elchi.register.schema import event_records, event_sides, events
from elchi.vocabulary import KINDS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

_UNDATED: Final = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of `find`, in the asker's words; empty fields ask nothing."""

    words: str = ""
    kind: str | None = None
    parties: tuple[str, ...] = ()
    person: str | None = None
    forum: str | None = None
    since: str | None = None
    until: str | None = None
    status: str | None = None


def find(connection: Connection, asked: Question) -> list[str]:
    """The ids of the engagements to which all that is asked applies, by date, then by id."""
    wanted: list[ColumnElement[bool]] = []
    if asked.words.strip():
        wanted.append(events.c.id.in_(_worded(connection, asked.words)))
    if asked.kind is not None:
        wanted.append(events.c.kind == _listed("kind", asked.kind, KINDS))
    if asked.status is not None:
        wanted.append(events.c.status == _listed("status", asked.status, STATUSES))
    wanted += [_takes_part(lookup.asked_party(connection, name, "party")) for name in asked.parties]
    if asked.forum is not None:
        wanted.append(events.c.forum == lookup.asked_party(connection, asked.forum, "forum"))
    if asked.person is not None:
        found = lookup.persons(connection, asked.person)
        if not found:
            return []
        wanted.append(_with_person(found))
    since = first_day(asked_date(asked.since, "since")) if asked.since is not None else None
    until = last_day(asked_date(asked.until, "until")) if asked.until is not None else None
    if since and until and since > until:
        raise BadQueryError(f"since {asked.since} is after until {asked.until}.", "Exchange the two.")
    if since:
        wanted.append(events.c.last_day >= since)
    if until:
        wanted.append(events.c.first_day <= until)
    return _by_date(connection, and_(True, *wanted))


def timeline(connection: Connection, subject: lookup.Subject) -> list[str]:
    """The ids of the engagements of a party, person or forum, by date, then by id."""
    if subject.kind == "person":
        return _by_date(connection, _with_person([subject.id]))
    if subject.kind in ("party", "forum"):
        return _by_date(connection, or_(_takes_part(subject.id), events.c.forum == subject.id))
    raise BadQueryError(
        f"{subject.id} is {'an' if subject.kind == 'engagement' else 'a'} {subject.kind}, which has no timeline.",
        "Name a party, a person or a forum, or ask to `show` it.",
    )


def in_report(connection: Connection, report: str) -> list[str]:
    """The ids of the engagements that a report tells of, by date, then by id."""
    told = select(event_records.c.event).where(event_records.c.report == report)
    return _by_date(connection, events.c.id.in_(told))


def _by_date(connection: Connection, wanted: ColumnElement[bool]) -> list[str]:
    # A report that is being replaced takes its records with it before the events are written anew.
    told = exists().where(event_records.c.event == events.c.id)
    rows = connection.execute(select(events.c.id, events.c.first_day, events.c.last_day).where(wanted, told))
    return [row.id for row in sorted(rows, key=lambda row: (row.first_day or _UNDATED, row.last_day or "", row.id))]


def _worded(connection: Connection, words: str) -> list[str]:
    wanted = fold.query(words)
    if wanted is None:
        raise BadQueryError(f"{words!r} holds no word to search for.", "Write words of letters or digits.")
    match = text("SELECT event FROM event_words WHERE event_words MATCH :wanted")
    return list(connection.execute(match, {"wanted": wanted}).scalars())


def _takes_part(party: str) -> ColumnElement[bool]:
    return exists().where(event_sides.c.event == events.c.id, event_sides.c.party == party)


def _with_person(ids: Iterable[str]) -> ColumnElement[bool]:
    return exists().where(event_sides.c.event == events.c.id, event_sides.c.person.in_(list(ids)))


def _listed(option: str, value: str, known: Iterable[str]) -> str:
    if value not in known:
        raise BadQueryError(f"{option}: {value!r} is unknown.", f"It is one of: {', '.join(known)}.")
    return value
