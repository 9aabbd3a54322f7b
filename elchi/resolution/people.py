"""Which people of which reports are one person.

Names decide first (`names.py`), office and side check them. People with a full name are clustered by their links, the
strongest first; then initials and bare surnames are given to the one cluster that they fit, if it is only one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from elchi.resolution.clusters import Clusters
from elchi.resolution.likeness import Comparison, compare_names, hopeless
from elchi.resolution.names import Name
from elchi.resolution.profiles import MOST_NAMES, Key, Profile, offices_agree, profiles, sides_agree
from elchi.resolution.sounds import keys

if TYPE_CHECKING:
    from elchi.records import Records

CROWDED: Final = 300
"""A block of more profiles than this (a given name that millions bear) is parted by a second word of the name."""

SURE: Final = 0.84
"""Likeness of the weakest word above which a full name needs no office or side to support it."""

CERTAIN: Final = 0.9
"""Likeness of the weakest word above which a part of a name stands for the whole although nothing supports it."""

PARTLY: Final = 0.8
"""Score above which a part of a name may stand for the whole when office and side agree."""


@lru_cache(maxsize=1 << 15)
def _compared(a: tuple[Name, ...], b: tuple[Name, ...]) -> Comparison:
    """The best comparison of two people's names."""
    found = [compare_names(x, y) for x in a for y in b if not hopeless(x, y)]
    if not found:
        shown = " and ".join(sorted(f"“{names[0].text}”" if names else "no name" for names in (a, b)))
        return Comparison(0.0, f"{shown}: a word of one sounds like none of the other")
    return max(found, key=lambda c: (c.score, c.weakest, c.why))


def link(a: Profile, b: Profile) -> tuple[float, str] | None:
    """How strongly two people with full names are one, and why; None when they are not, or it is not clear."""
    names = _compared(a.names, b.names)
    if names.relation not in ("full", "contained"):
        return None
    side, office = sides_agree(a.of, b.of), offices_agree(a.office, b.office)
    against = min(side, 0) + min(office, 0)
    support = max(side, 0) + max(office, 0)
    if names.weakest < SURE and (support < 2 or against):
        return None
    unknown = not (a.office or a.of) or not (b.office or b.of)
    enough = support > 0 or unknown
    if names.relation == "contained" and (not enough or ((against or not support) and names.weakest < CERTAIN)):
        return None
    if against <= -2:
        return None
    return names.score + 0.05 * side + 0.04 * office, f"{names.why}; {_said(a, b, side, office)}"


def _said(a: Profile, b: Profile, side: int, office: int) -> str:
    words = {1: "the same", 0: "nothing against in", -1: "different"}
    return f"{words[office]} office ({a.office} / {b.office}), {words[side]} side ({a.of} / {b.of})"


def _blocks(every: Sequence[Profile], which: Iterable[int]) -> list[list[int]]:
    """Profiles that share a word's coarse sound; crowded blocks parted by another word's."""
    blocks: dict[str, set[int]] = defaultdict(set)
    words = {i: _word_keys(every[i]) for i in which}
    for i, mine in words.items():
        for key in mine:
            blocks[key].add(i)
    out = []
    for key, block in sorted(blocks.items()):
        if len(block) <= CROWDED:
            out.append(sorted(block))
            continue
        parted: dict[str, set[int]] = defaultdict(set)
        for i in block:
            for other in words[i] - {key} or {""}:
                parted[other].add(i)
        out += [sorted(part) for _, part in sorted(parted.items())]
    return out


def _word_keys(profile: Profile) -> set[str]:
    return {key for name in profile.names for part in name.core for heard in part.heard for key in keys(heard)}


def _links(every: Sequence[Profile], which: Iterable[int]) -> list[tuple[float, str, int, int]]:
    out = {}
    for block in _blocks(every, which):
        for at, i in enumerate(block):
            for j in block[at + 1 :]:
                if (i, j) not in out:
                    out[i, j] = link(every[i], every[j])
    return [(found[0], _tie(every[i], every[j]), i, j) for (i, j), found in out.items() if found]


def _tie(a: Profile, b: Profile) -> str:
    return "\n".join(sorted("\t".join(p.members[0]) for p in (a, b)))


class _People:
    """The state of one resolution of people."""

    def __init__(self, records: Sequence[tuple[str, Records]]) -> None:
        self.profiles = profiles(records)
        self.clusters: Clusters[str] = Clusters([p.members for p in self.profiles])

    def run(self) -> list[list[Key]]:
        """Clusters of people."""
        full = [i for i, p in enumerate(self.profiles) if p.rank == 3]
        part = [i for i, p in enumerate(self.profiles) if p.rank < 3]
        self.clusters.join(_links(self.profiles, full), self._agree)
        self._join_parts([i for i in part if self.profiles[i].rank])
        self._give_parts(part, full)
        return self.clusters.sets()

    def _names(self, cluster: int) -> list[Name]:
        names = {n.text: n for node in self.clusters.nodes[cluster] for n in self.profiles[node].names}
        return [names[text] for text in sorted(names)][: 3 * MOST_NAMES]

    def _agree(self, x: int, y: int) -> bool:
        """Whether the names of two clusters agree for the most part: one link does not chain two people together."""
        found = [compare_names(a, b) for a in self._names(x) for b in self._names(y)]
        return 2 * sum(c.relation in ("full", "contained", "initials") for c in found) > len(found)

    def _join_parts(self, parts: Sequence[int]) -> None:
        """Join people known by a part of their name whose name, office and side are the same."""
        links = {}
        for block in _blocks(self.profiles, parts):
            for at, i in enumerate(block):
                for j in block[at + 1 :]:
                    if score := _one_part(self.profiles[i], self.profiles[j]):
                        links[i, j] = (score, _tie(self.profiles[i], self.profiles[j]), i, j)
        self.clusters.join(links.values())

    def _give_parts(self, parts: Sequence[int], full: Sequence[int]) -> None:
        """Give each person known by initials or a surname to the one cluster of full names that it fits."""
        index: dict[str, set[int]] = defaultdict(set)
        for i in full:
            for key in _word_keys(self.profiles[i]):
                index[key].add(i)
        given = []
        for i in parts:
            near = {j for key in _word_keys(self.profiles[i]) for j in index.get(key, ())}
            cluster = self._home(self.profiles[i], near)
            if cluster is not None:
                given.append((i, cluster))
        for i, cluster in given:
            self._give(i, cluster)

    def _give(self, part: int, cluster: int) -> None:
        home = self.clusters.find(part)
        mine = set(self.profiles[part].members)
        kept = [m for m in self.clusters.members[home] if m not in mine or not self.clusters.add(cluster, m)]
        self.clusters.members[home] = kept
        self.clusters.reports[home] = {report for report, _ in kept}

    def _home(self, part: Profile, near: Iterable[int]) -> int | None:
        best: dict[int, float] = {}
        for j in sorted(near):
            strength = _part_fits(part, self.profiles[j])
            cluster = self.clusters.find(j)
            if strength > best.get(cluster, 0.0):
                best[cluster] = strength
        ranked = sorted(best.items(), key=lambda e: (-e[1], e[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.05):
            return None
        return ranked[0][0]


def _one_part(a: Profile, b: Profile) -> float:
    """How strongly two people known by a part of their names are one; 0 when they are not."""
    names = _compared(a.names, b.names)
    same = a.office and a.of and (a.office, a.of) == (b.office, b.of)
    if same and names.relation != "different" and names.weakest >= PARTLY:
        return names.score
    unlike = sides_agree(a.of, b.of) + offices_agree(a.office, b.office) < 0
    return names.score if names.relation == "full" and names.weakest >= CERTAIN and not unlike else 0.0


def _part_fits(part: Profile, whole: Profile) -> float:
    """How well initials and a surname, or a surname alone, stand for a full name; 0 when they do not."""
    names = _compared(part.names, whole.names)
    if names.relation not in ("initials", "surname", "contained", "full") or names.weakest < PARTLY:
        return 0.0
    side, office = sides_agree(part.of, whole.of), offices_agree(part.office, whole.office)
    if side < 0 or office < 0:
        return 0.0
    support = side + office
    unknown = not (part.office or part.of) or not (whole.office or whole.of)
    if unknown and names.weakest >= CERTAIN and (names.relation != "surname" or len(whole.members) > 1):
        return names.score
    if support < (2 if names.relation == "surname" else 1):
        return 0.0
    return names.score + 0.1 * support


def same_people(records: Sequence[tuple[str, Records]]) -> list[list[Key]]:
    """Clusters of `(report key, person id)`, each one person; every person of every report is in exactly one.

    `records` are `(report key, records)`. No cluster holds two people of one report. The order of reports does not
    matter.
    """
    return _People(records).run()


def judge_people(a: Profile, b: Profile) -> tuple[bool, str]:
    """Whether two people are linked by what their own reports say, and the sentence that says why."""
    names = _compared(a.names, b.names)
    said = f"{names.why}; {_said(a, b, sides_agree(a.of, b.of), offices_agree(a.office, b.office))}"
    if a.rank == b.rank == 3:
        return link(a, b) is not None, said
    fits = _part_fits(a, b) or _part_fits(b, a) or _one_part(a, b)
    return bool(fits), said
