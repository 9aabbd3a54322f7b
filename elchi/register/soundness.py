"""What the register asks of records before it keeps them, whoever extracted them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from elchi.register.dates import valid_date
from elchi.vocabulary import ACTS, DOCUMENTS, KINDS, MODES, OFFICES, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from elchi.records import Engagement, Evidence, Participant, Person, Records, Report, Statement

Cited = TypeVar("Cited", "Person", "Engagement", "Statement")


class UnsoundRecordsError(ValueError):
    """Records that contradict themselves or the closed lists; the message says where."""


def sound(report: Report, records: Records) -> Records:
    """The records of `report` less every entry that cites nothing in it.

    Raises `UnsoundRecordsError` for a repeated id, an unknown person, or a value outside the closed lists.
    """
    length = len(report.text)
    people = tuple(
        replace(person, mentions=tuple(mention for mention in person.mentions if mention in report.text))
        for person in _cited(records.people, length)
    )
    engagements = tuple(_cited(records.engagements, length))
    statements = tuple(_cited(records.statements, length))
    _unique("person", (person.id for person in people))
    _unique("engagement", (engagement.key for engagement in engagements))
    for person in people:
        _listed("office", person.office, OFFICES)
    for engagement in engagements:
        _check_engagement(engagement)
    for statement in statements:
        _listed("act", statement.act, ACTS)
    named = {person.id for person in records.people}
    kept = {person.id for person in people}
    return replace(
        records,
        report=report,
        people=people,
        engagements=tuple(replace(one, participants=tuple(_sides(one, named, kept))) for one in engagements),
        statements=tuple(one for one in statements if one.speaker in kept or one.speaker not in named),
    )


def _cited(entries: Iterable[Cited], length: int) -> Iterable[Cited]:
    for entry in entries:
        evidence = tuple(one for one in entry.evidence if _within(one, length))
        if evidence:
            yield replace(entry, evidence=evidence)


def _within(one: Evidence, length: int) -> bool:
    return 0 <= one.start < one.end <= length


def _sides(engagement: Engagement, named: set[str], kept: set[str]) -> Iterable[Participant]:
    for side in engagement.participants:
        if side.person is not None and side.person not in named:
            raise UnsoundRecordsError(f"engagement {engagement.key!r}: no person {side.person!r} in the report")
        person = side.person if side.person in kept else None
        if person is not None or side.party is not None:
            yield replace(side, person=person)


def _check_engagement(engagement: Engagement) -> None:
    _listed("kind", engagement.kind, KINDS)
    _listed("status", engagement.status, STATUSES)
    _listed("mode", engagement.mode, MODES)
    for document in engagement.documents:
        _listed("document", document, DOCUMENTS)
    for date in (engagement.start, engagement.end):
        if date is not None and not valid_date(date):
            raise UnsoundRecordsError(f"engagement {engagement.key!r}: the date {date!r} is none")


def _listed(what: str, value: str | None, known: Iterable[str]) -> None:
    if value is not None and value not in known:
        raise UnsoundRecordsError(f"unknown {what} {value!r}")


def _unique(what: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise UnsoundRecordsError(f"{what} id {one!r} stands twice")
        seen.add(one)
