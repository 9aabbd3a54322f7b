"""People as resolution sees them: what a name sounds like, an office, a side, and who of which report has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from elchi.resolution.names import Name, parse

if TYPE_CHECKING:
    from elchi.records import Person, Records

Key = tuple[str, str]
"""(report key, the person's id in that report)."""

MOST_NAMES: Final = 4
"""Forms of a name compared for one person."""

_STATE: Final = frozenset(
    {
        "head_of_state", "head_of_government", "deputy_head_of_government", "foreign_minister", "minister",
        "deputy_foreign_minister", "deputy_minister", "special_envoy", "ambassador", "charge_daffaires", "consul",
        "adviser", "agency_head", "governor", "speaker", "deputy_speaker", "legislator", "spokesperson", "military",
        "head_of_igo", "deputy_head_of_igo", "royal",
    }
)  # fmt: skip
"""Offices among which a career moves."""


@dataclass(slots=True)
class Profile:
    """People of several reports whose names sound the same and whose office and side are the same."""

    names: tuple[Name, ...]
    office: str | None
    of: str | None
    members: list[Key] = field(default_factory=list)

    @property
    def rank(self) -> int:
        """`Name.rank` of its fullest name."""
        return max((n.rank for n in self.names), default=0)


def offices_agree(a: str | None, b: str | None) -> int:
    """1 for one office, 0 where nothing speaks against, -1 for offices that one person hardly holds both."""
    if a == b:
        return int(a is not None)
    if a is None or b is None or "other" in (a, b) or (a in _STATE and b in _STATE):
        return 0
    return -1


def sides_agree(a: str | None, b: str | None) -> int:
    """1 for one side, 0 where nothing speaks against, -1 for two countries or two bodies."""
    if a is None or b is None:
        return 0
    if a == b:
        return 1
    return -1 if is_country(a) == is_country(b) else 0


def is_country(party: str) -> bool:
    """Whether a party is an ISO 3166 code rather than a body's id."""
    return len(party) == 2 and party.isupper()


def fullest(person: Person, language: str) -> tuple[Name, ...]:
    """The fullest forms of a person's name, taken apart: those of the highest rank, a few of them."""
    forms = [parse(m, language) for m in sorted({*person.mentions, person.name} - {""})]
    best = max((f.rank for f in forms), default=0)
    kept = [f for f in forms if f.rank == best and best]
    kept.sort(key=lambda f: (-len(f.core) - len(f.initials), sum(p.stripped for p in f.core), f.text))
    out: dict[tuple[str, ...], Name] = {}
    for name in kept:
        out.setdefault(_sound_key(name), name)
    return tuple(out.values())[:MOST_NAMES]


def _sound_key(name: Name) -> tuple[str, ...]:
    return (*(min(p.heard, key=len) for p in name.core), *name.initials, name.number, name.sex)


def profiles(records: Sequence[tuple[str, Records]]) -> list[Profile]:
    """Everyone in the reports, gathered by what their names sound like, office and side."""
    out: dict[tuple[object, ...], Profile] = {}
    for report, each in sorted(records, key=lambda r: r[0]):
        seen: dict[tuple[object, ...], int] = defaultdict(int)
        for person in sorted(each.people, key=lambda p: p.id):
            names = fullest(person, each.report.language)
            key = (tuple(sorted(_sound_key(n) for n in names)), person.office, person.of)
            seen[key] += 1
            profile = out.setdefault((*key, seen[key]), Profile(names, person.office, person.of))
            profile.members.append((report, person.id))
    return list(out.values())


def profile_of(person: Person, language: str) -> Profile:
    """One person of one report as a profile."""
    return Profile(fullest(person, language), person.office, person.of)
