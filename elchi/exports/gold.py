"""The gold format: one JSON object per report, as `docs/records.md` describes it, with `evidence` offsets.

`to_row` and `from_row` are each other's inverse for all that the format carries: the fields of evidence, the
rules and the masks are not in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from elchi.records import Engagement, Evidence, Participant, Person, Records, Report, Statement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Row = dict[str, Any]
"""One report's records as a JSON object."""


class BadRowError(ValueError):
    """A JSON object that is not a report in the gold format; the message names the key and what is wrong."""


def to_row(records: Records) -> Row:
    """The records of one report as a JSON object."""
    report = records.report
    return {
        "id": report.id,
        "language": report.language,
        "published": report.published,
        "title": report.title,
        "url": report.url,
        "text": report.text,
        "people": [_person_row(person) for person in records.people],
        "engagements": [_engagement_row(engagement) for engagement in records.engagements],
        "statements": [_statement_row(statement) for statement in records.statements],
    }


def _spans(evidence: Sequence[Evidence]) -> list[list[int]]:
    return [[start, end] for start, end in dict.fromkeys((item.start, item.end) for item in evidence)]


def _person_row(person: Person) -> Row:
    return {
        "id": person.id,
        "name": person.name,
        "mentions": list(person.mentions),
        "office": person.office,
        "of": person.of,
        "title": person.title,
        "evidence": _spans(person.evidence),
    }


def _engagement_row(engagement: Engagement) -> Row:
    return {
        "key": engagement.key,
        "kind": engagement.kind,
        "status": engagement.status,
        "central": engagement.central,
        "start": engagement.start,
        "end": engagement.end,
        "country": engagement.country,
        "city": engagement.city,
        "forum": engagement.forum,
        "mode": engagement.mode,
        "participants": [{"person": side.person, "party": side.party} for side in engagement.participants],
        "documents": list(engagement.documents),
        "anchor": engagement.anchor,
        "evidence": _spans(engagement.evidence),
    }


def _statement_row(statement: Statement) -> Row:
    return {
        "speaker": statement.speaker,
        "act": statement.act,
        "anchor": statement.anchor,
        "evidence": _spans(statement.evidence),
    }


def from_row(row: object) -> Records:
    """The records in a JSON object of the gold format; raises `BadRowError`.

    Only `id` and what tells each entry (`kind` and `key`; `act`, `speaker`; a person's `id`) must be there:
    a system's records need not repeat the text, and gold records carry no evidence.
    """
    given = _mapping(row, "the report")
    return Records(
        report=Report(
            id=_required(given, "id", "the report"),
            text=_text(given, "text", "the report") or "",
            language=_text(given, "language", "the report") or "",
            published=_text(given, "published", "the report"),
            title=_text(given, "title", "the report"),
            url=_text(given, "url", "the report"),
        ),
        people=tuple(_person(item, where) for item, where in _objects(given, "people")),
        engagements=tuple(_engagement(item, where) for item, where in _objects(given, "engagements")),
        statements=tuple(_statement(item, where) for item, where in _objects(given, "statements")),
    )


def _person(item: Mapping[str, object], where: str) -> Person:
    return Person(
        id=_required(item, "id", where),
        name=_text(item, "name", where) or "",
        mentions=_texts(item, "mentions", where),
        office=_text(item, "office", where),
        of=_text(item, "of", where),
        title=_text(item, "title", where),
        evidence=_evidence(item, where),
    )


def _engagement(item: Mapping[str, object], where: str) -> Engagement:
    return Engagement(
        key=_required(item, "key", where),
        kind=_required(item, "kind", where),
        status=_text(item, "status", where) or "",
        central=bool(item.get("central")),
        start=_text(item, "start", where),
        end=_text(item, "end", where),
        country=_text(item, "country", where),
        city=_text(item, "city", where),
        forum=_text(item, "forum", where),
        mode=_text(item, "mode", where),
        participants=tuple(
            Participant(_text(side, "person", at), _text(side, "party", at))
            for side, at in _objects(item, "participants", where)
        ),
        documents=_texts(item, "documents", where),
        anchor=_text(item, "anchor", where) or "",
        evidence=_evidence(item, where),
    )


def _statement(item: Mapping[str, object], where: str) -> Statement:
    return Statement(
        speaker=_required(item, "speaker", where),
        act=_required(item, "act", where),
        anchor=_text(item, "anchor", where) or "",
        evidence=_evidence(item, where),
    )


def _mapping(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise BadRowError(f"{where} is not a JSON object")
    return value


def _objects(item: Mapping[str, object], key: str, where: str = "") -> list[tuple[Mapping[str, object], str]]:
    value = item.get(key)
    path = f"{where}.{key}" if where else key
    if value is None:
        return []
    if not isinstance(value, list):
        raise BadRowError(f"{path} is not a list")
    return [(_mapping(one, f"{path}[{number}]"), f"{path}[{number}]") for number, one in enumerate(value)]


def _text(item: Mapping[str, object], key: str, where: str) -> str | None:
    value = item.get(key)
    if value is None or isinstance(value, str):
        return value
    raise BadRowError(f"{where}: {key} is neither a string nor null")


def _required(item: Mapping[str, object], key: str, where: str) -> str:
    value = _text(item, key, where)
    if value is None:
        raise BadRowError(f"{where} has no {key}")
    return value


def _texts(item: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    value = item.get(key)
    if value is None:
        return ()
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise BadRowError(f"{where}: {key} is not a list of strings")


def _evidence(item: Mapping[str, object], where: str) -> tuple[Evidence, ...]:
    value = item.get("evidence")
    if value is None:
        return ()
    if not isinstance(value, list):
        raise BadRowError(f"{where}: evidence is not a list of [start, end)")
    return tuple(_span(one, where) for one in value)


def _span(value: object, where: str) -> Evidence:
    match value:
        case [int() as start, int() as end]:
            return Evidence(start, end)
    raise BadRowError(f"{where}: evidence holds {value!r}, which is no [start, end)")
