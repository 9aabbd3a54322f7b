"""The PLOVER gold standard records: sentences with actors and an event type (`plover-gsr.json`, CC BY-SA 4.0)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from peers_pairs import Sentence, pairs

from elchi import gazetteer

FILE: Final = "plover-gsr.json"
COOPERATIVE: Final = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE")
CONFLICT: Final = (
    "DISAPPROVE", "REJECT", "DEMAND", "THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT", "FIGHT", "MOBILIZE",
)  # fmt: skip
"""PLOVER's verbal and material conflict, as it groups its event types; without it are AID, CONCEDE, RETREAT and
INVESTIGATE, which are neither in the goal we measure nor conflict between two sides."""

CODES: Final = {"JAP": "JP", "ITL": "IT"}
"""Codes of the file that ISO 3166 does not have."""


def sentences(file: Path) -> list[Sentence]:
    """The records of the file; one with a source that is no country, or with one country only, has no pair."""
    out = []
    for record in json.loads(file.read_text("utf-8")):
        if "text" not in record:
            continue
        joined = pairs(_countries(record, "source"), _countries(record, "target"))
        number = str(record["id"]).removeprefix("PLOVER-GSR01-")
        out.append(Sentence(number, str(record["text"]).strip(" {}\n"), str(record["event"]), joined))
    return out


def _countries(record: Mapping[str, Any], role: str) -> list[str]:
    """The countries of a role, as alpha-2 codes: international bodies are none."""
    actors = record.get(role)
    found = (_country(str(a.get("code", ""))) for a in (actors if isinstance(actors, list) else []))
    return list(dict.fromkeys(code for code in found if code))


def _country(code: str) -> str | None:
    return CODES.get(code) or (gazetteer.country_code(code) if len(code) == 3 and code.isalpha() else None)
