"""The gold format with reasons: every entry also says what made each of its fields."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from elchi.exports.gold import Row, to_row

if TYPE_CHECKING:
    from elchi.records import Records


def to_explained_row(records: Records) -> Row:
    """The records of one report as a JSON object; each entry has `reasons`, a list of objects (docs/records.md)."""
    row = to_row(records)
    kept = {
        "people": [person.reasons for person in records.people],
        "engagements": [engagement.reasons for engagement in records.engagements],
        "statements": [statement.reasons for statement in records.statements],
    }
    for key, reasons in kept.items():
        for entry, told in zip(row[key], reasons, strict=True):
            entry["reasons"] = [asdict(reason) for reason in told]
    return row
