"""What a language pack holds: how many patterns of each sort, and which words of the closed lists have none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from elchi import dates, gazetteer
from elchi.checking.patterns import covered
from elchi.languages import load


@dataclass(frozen=True, slots=True)
class Overview:
    """A pack in figures. `patterns` are numbers by sort, `classes` by each word of the closed lists."""

    tag: str
    name: str
    base: str | None
    home: str | None
    patterns: dict[str, int]
    classes: dict[str, dict[str, int]]

    def missing(self, name: str) -> list[str]:
        """The words of a closed list ("kinds", "offices" …) for which there is no pattern."""
        return [value for value, number in self.classes[name].items() if not number]


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
    return Overview(tag, pack.name, base, pack.home, patterns, covered(pack))
