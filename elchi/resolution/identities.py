"""Records in, identities out: one id for a person or an event wherever reports tell of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeVar

from elchi.resolution.events import facts, judge_events, same_events
from elchi.resolution.facts import Fact
from elchi.resolution.naming import display_name, event_slug, person_slug, unique_ids
from elchi.resolution.people import judge_people, same_people
from elchi.resolution.profiles import Profile, profile_of

if TYPE_CHECKING:
    from elchi.records import Engagement, Person, Records

Key = tuple[str, str]
"""(report key, id or key that is local to the report)."""

Thing = TypeVar("Thing")

MOST_STEPS: Final = 60
"""Members of a person or an event among which a chain of links is looked for when one is explained."""


@dataclass(frozen=True)
class Resolution:
    """Who and what is the same across reports.

    `person_ids` and `event_keys` map `(report key, local id)` to the id that is the same in every report; `names` maps
    a person's id to a display name.
    """

    person_ids: Mapping[Key, str]
    event_keys: Mapping[Key, str]
    names: Mapping[str, str]
    _profiles: Mapping[Key, Profile] = field(repr=False, compare=False, default_factory=dict)
    _facts: Mapping[Key, Fact] = field(repr=False, compare=False, default_factory=dict)

    def explain_people(self, a: Key, b: Key) -> str:
        """Why two people of two reports are, or are not, one: a sentence for each link between them.

        Raises KeyError when either is not among the people resolved.
        """
        return _explained(a, b, self.person_ids, self._profiles, judge_people)

    def explain_events(self, a: Key, b: Key) -> str:
        """Why two engagements of two reports are, or are not, one event: a sentence for each link between them.

        Raises KeyError when either is not among the engagements resolved.
        """
        return _explained(a, b, self.event_keys, self._facts, judge_events)


def _explained(
    a: Key,
    b: Key,
    ids: Mapping[Key, str],
    things: Mapping[Key, Thing],
    judge: Callable[[Thing, Thing], tuple[bool, str]],
) -> str:
    if ids[a] != ids[b]:
        return f"Not joined: {judge(things[a], things[b])[1]}."
    members = sorted(k for k, v in ids.items() if v == ids[a] and k not in (a, b))[:MOST_STEPS]
    path = _path(a, b, members, lambda x, y: judge(things[x], things[y])[0])
    if not path:
        return f"Joined with what both have in common with others: {judge(things[a], things[b])[1]}."
    return " ".join(f"{judge(things[x], things[y])[1]}." for x, y in pairwise(path))


Step = TypeVar("Step", bound=Hashable)


def _path(a: Step, b: Step, others: Sequence[Step], linked: Callable[[Step, Step], bool]) -> list[Step]:
    """The shortest chain of links from a to b; empty when there is none. `[a]` when they are one."""
    before: dict[Step, Step] = {a: a}
    queue = deque([a])
    while queue and b not in before:
        at = queue.popleft()
        for step in (b, *others):
            if step not in before and linked(at, step):
                before[step] = at
                queue.append(step)
    if b not in before:
        return []
    path = [b]
    while path[-1] != a:
        path.append(before[path[-1]])
    return path[::-1]


def resolve(records: Sequence[Records], *, keys: Sequence[str] | None = None) -> Resolution:
    """Find who and what is the same in many reports.

    `keys` name the reports, one each and all different; without them the reports' own ids are used. The result is the
    same in whatever order the reports come. No two people, and no two engagements, of one report are ever made one.
    Cost grows near-linearly with the reports. Raises ValueError when two reports have one key.
    """
    named = list(keys) if keys is not None else [each.report.id for each in records]
    if len(named) != len(records):
        raise ValueError(f"{len(named)} keys for {len(records)} reports: give one key for each report")
    if len(set(named)) != len(named):
        twice = min(k for k in named if named.count(k) > 1)
        raise ValueError(f"two reports have the key {twice!r}: give each report a key of its own with keys=")
    pairs = sorted(zip(named, records, strict=True), key=lambda pair: pair[0])
    people = {(key, p.id): (p, each.report.language) for key, each in pairs for p in each.people}
    person_ids, names = _name_people(same_people(pairs), people)
    events = {(key, e.key): e for key, each in pairs for e in each.engagements}
    shown = {key: names[person_id] for key, person_id in person_ids.items()}
    return Resolution(
        person_ids=person_ids,
        event_keys=_name_events(same_events(pairs, person_ids), events, shown),
        names=names,
        _profiles={key: profile_of(*found) for key, found in people.items()},
        _facts={fact.key: fact for fact in facts(pairs, person_ids)},
    )


def _name_people(
    clusters: Sequence[Sequence[Key]], people: Mapping[Key, tuple[Person, str]]
) -> tuple[dict[Key, str], dict[str, str]]:
    shown = [display_name([people[key] for key in cluster]) for cluster in clusters]
    sides = [sorted({people[key][0].of or "" for key in cluster})[-1].lower() for cluster in clusters]
    wanted = ((person_slug(n), s, len(c)) for n, s, c in zip(shown, sides, clusters, strict=True))
    ids = unique_ids(wanted)
    members = {key: person_id for cluster, person_id in zip(clusters, ids, strict=True) for key in cluster}
    return members, dict(zip(ids, shown, strict=True))


def _name_events(
    clusters: Sequence[Sequence[Key]], events: Mapping[Key, Engagement], names: Mapping[Key, str]
) -> dict[Key, str]:
    wanted = ((event_slug([(key[0], events[key]) for key in c], names), "", len(c)) for c in clusters)
    ids = unique_ids(wanted)
    return {key: event_id for cluster, event_id in zip(clusters, ids, strict=True) for key in cluster}
