"""Which events of which reports are one event.

A pair of events is judged by what both reports say: each agreement or disagreement adds to or takes from the odds that
they are one (`weights.toml`, measured on reports told in several languages). Then the strongest links join first.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from elchi.resolution.clusters import Clusters
from elchi.resolution.facts import FEATURES, NEIGHBOURS, Fact, days
from elchi.resolution.sounds import load_table

if TYPE_CHECKING:
    from elchi.records import Records

Key = tuple[str, str]
"""(report key, the engagement's key in that report)."""

LOST: Final = -5.0
"""Log odds below which a pair is no better or worse than any other that is not one event."""

CROWDED: Final = 150
"""A block of more events than this is parted by kind and sides."""

LINK: Final = -1.0
"""Log odds above which two events are linked; under even, since reports leave out more than they contradict."""

AVERAGE: Final = -1.5
"""Mean log odds over two clusters above which a link joins them: one link alone does not chain two events together."""

SAMPLE: Final = 6
"""Events of a cluster that are asked whether another cluster is the same event."""


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, Mapping[str, float]]:
    return load_table("weights.toml")


@lru_cache(maxsize=1)
def _plan() -> list[tuple[Callable[[Fact, Fact], str], Mapping[str, float], float]]:
    """Each feature, its weights, and the least sum after it from which `LOST` can still be left."""
    out, rest = [], 0.0
    for name, look in reversed(FEATURES.items()):
        out.append((look, _weights()[name], LOST - rest))
        rest += max(_weights()[name].values())
    return out[::-1]


def odds(a: Fact, b: Fact) -> float:
    """Log odds that two events are one; minus infinity where they cannot be.

    A pair that cannot reach `LOST` any more is left there: how far below it lies changes nothing.
    """
    total = _weights()["all"]["bias"]
    for look, weights, least in _plan():
        value = look(a, b)
        if value == "never":
            return float("-inf")
        total += weights.get(value, 0.0)
        if total < least:
            return LOST
    return max(total, LOST)


def judge_events(a: Fact, b: Fact) -> tuple[bool, str]:
    """Whether two events are linked by what they say themselves, and the sentence that says why."""
    total, said = odds(a, b), {name: look(a, b) for name, look in FEATURES.items()}
    names = f"“{a.event.anchor or a.event.key}” and “{b.event.anchor or b.event.key}”"
    if total == float("-inf"):
        return False, f"{names} cannot be one event: {' and '.join(k for k, v in said.items() if v == 'never')} differ"
    worth = {f"{name} {value}": _weights()[name].get(value, 0.0) for name, value in said.items()}
    spoken = sorted((w, n) for n, w in worth.items() if abs(w) >= 0.5)
    good = ", ".join(n for w, n in reversed(spoken) if w > 0) or "nothing"
    bad = ", ".join(n for w, n in spoken if w < 0) or "nothing"
    return total > LINK, f"{names}: for one event: {good}; against: {bad} (log odds {total:.1f})"


def facts(records: Iterable[tuple[str, Records]], people: Mapping[Key, str]) -> list[Fact]:
    """Every engagement of the reports; `people` maps `(report key, person id)` to the resolved person."""
    out = []
    for report, each in sorted(records, key=lambda r: r[0]):
        day = days(each.report.published)
        for event in each.engagements:
            named = [(p.person, p.party) for p in event.participants if p.person]
            who = frozenset((people[report, p], party) for p, party in named if (report, p) in people)
            out.append(Fact((report, event.key), event, who, day[0] if day else None))
    return sorted(out, key=lambda f: f.key)


def _features(fact: Fact) -> Iterator[str]:
    """What two events of one block share."""
    event = fact.event
    yield from (f"person {p}" for p in fact.persons)
    parties = sorted(fact.parties)
    yield from (f"sides {x} {y}" for i, x in enumerate(parties[:4]) for y in parties[i + 1 : 5])
    if event.forum:
        yield f"forum {event.forum}"
    if event.city:
        yield f"city {event.city.casefold()}"
    if event.country:
        yield f"country {event.country} {event.kind}"
    if len(parties) == 1:
        yield f"side {parties[0]} {event.kind}"


def _times(fact: Fact) -> tuple[list[str], list[str]]:
    """(times under which an event is put, times under which it is sought): the sought are as coarse as its date."""
    if fact.span is None:
        return ["ever"], ["ever"]
    first, last = fact.span
    days = range(first, min(last, first + 31) + 1)
    months = sorted({dt.date.fromordinal(d).isoformat()[:7] for d in (*days, last)})
    years = sorted({m[:4] for m in months})
    if fact.exact:
        near = [str(d) for d in range(first - 3, last + 4)] if last - first < 31 else [str(first)]
        return [str(d) for d in days] + months + years + ["ever"], near
    if len(fact.event.start or "") == 7:
        return months + years + ["ever"], months
    return [*years, "ever"], years


def candidates(every: Sequence[Fact]) -> set[tuple[int, int]]:
    """Pairs worth judging, as indices: events of two reports that share a feature at a time that both may have."""
    put: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, fact in enumerate(every):
        times, _ = _times(fact)
        for feature in _features(fact):
            for time in times:
                put[feature, time].append(i)
    out: set[tuple[int, int]] = set()
    for i, fact in enumerate(every):
        for feature in _features(fact):
            for time in _times(fact)[1]:
                block = put.get((feature, time), [])
                if len(block) > CROWDED:
                    block = [j for j in block if _close(fact, every[j])]
                near = _neighbours(fact.event.kind)
                out.update(
                    (i, j) if i < j else (j, i)
                    for j in block
                    if every[j].event.kind in near and every[j].key[0] != fact.key[0]
                )
    return out


@lru_cache(maxsize=64)
def _neighbours(kind: str) -> frozenset[str]:
    return frozenset({kind}).union(*(pair for pair in NEIGHBOURS if kind in pair))


def _close(a: Fact, b: Fact) -> bool:
    """A stricter test for crowded blocks."""
    if a.event.kind != b.event.kind:
        return False
    forum = a.event.forum is not None and a.event.forum == b.event.forum
    return forum or a.parties == b.parties or len(a.persons & b.persons) > 1


def same_events(records: Sequence[tuple[str, Records]], people: Mapping[Key, str]) -> list[list[Key]]:
    """Clusters of `(report key, engagement key)`, each one event; every engagement is in exactly one.

    `people` maps `(report key, person id)` to the resolved person. No cluster holds two events of one report. The
    order of reports does not matter.
    """
    every = facts(records, people)
    clusters: Clusters[str] = Clusters([[f.key] for f in every])
    known: dict[tuple[int, int], float] = {}

    def judged(i: int, j: int) -> float:
        pair = (min(i, j), max(i, j))
        if pair not in known:
            known[pair] = odds(every[pair[0]], every[pair[1]])
        return known[pair]

    def agree(x: int, y: int) -> bool:
        left, right = (sorted(clusters.nodes[c])[:SAMPLE] for c in (x, y))
        found = [judged(i, j) for i in left for j in right]
        return sum(max(f, LOST) for f in found) > AVERAGE * len(found)

    links = []
    for i, j in candidates(every):
        strength = judged(i, j)
        if strength > LINK:
            links.append((strength, "\n".join("\t".join(every[k].key) for k in (i, j)), i, j))
    clusters.join(links, agree)
    return clusters.sets()
