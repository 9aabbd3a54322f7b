"""What a language pack holds: how many patterns of each sort, and which words of the closed lists have none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from elchi import dates, gazetteer
from elchi.checking.patterns import uncovered
from elchi.languages import load
from elchi.vocabulary import ACTS, DOCUMENTS, KINDS, OFFICES, STATUSES

SIZES: Final = {"kinds": len(KINDS), "offices": len(OFFICES), "acts": len(ACTS), "documents": len(DOCUMENTS),
                "statuses": len(STATUSES)}  # fmt: skip
"""How many words each closed list has."""


@dataclass(frozen=True, slots=True)
class Overview:
    """A pack in figures. `patterns` are numbers by sort, `missing` the words of each closed list without a pattern."""

    tag: str
    name: str
    base: str | None
    home: str | None
    patterns: dict[str, int]
    missing: dict[str, list[str]]


def overview(tag: str) -> Overview:
    """The overview of a pack of the package; a second script's patterns are its base's."""
    pack = load(tag)
    counts = Counter(entry.category for entry in pack.entries)
    forms = Counter(entry.form for entry in pack.entries if entry.category == "trigger")
    grammar = dates.load(tag)
    patterns = {
        "offices": counts["office"],
        "triggers": counts["trigger"] - forms["never"],
        "look-alikes": forms["never"],
        "documents": counts["document"],
        "statuses": counts["status"],
        "speech": counts["speech"] + counts["frame"] + counts["cue"],
        "words": sum(map(len, pack.words.values())),
        "date words": len(grammar.forms),
        "date rules": len(grammar.rules),
        "places": len(gazetteer.entries(tag, weak=True)),
    }
    base = pack.family if pack.family != tag else None
    return Overview(tag, pack.name, base, pack.home, patterns, uncovered(pack))
