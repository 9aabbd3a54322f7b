"""Clustering that does not depend on order and never puts two items of one report together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)

MOST_SHARED = 0.34
"""Two clusters that meet in more than this share of the smaller one's reports are two people or two events; in fewer,
a report that names one thing twice is the likelier reason."""


class Clusters(Generic[Item]):
    """Disjoint sets of `(report, item)` members, grown by links from the strongest to the weakest."""

    def __init__(self, starts: Sequence[Sequence[tuple[str, Item]]]) -> None:
        self.of = list(range(len(starts)))
        self.members: dict[int, list[tuple[str, Item]]] = {i: sorted(s, key=_text) for i, s in enumerate(starts)}
        self.reports = {i: {report for report, _ in s} for i, s in enumerate(starts)}
        self.nodes = {i: [i] for i in range(len(starts))}
        self.left_out: list[tuple[str, Item]] = []

    def find(self, node: int) -> int:
        """The cluster that start `node` is in now."""
        return self.of[node]

    def join(
        self, links: Iterable[tuple[float, str, int, int]], agree: Callable[[int, int], bool] = lambda *_: True
    ) -> None:
        """Join what the links say, `(strength, tie-break, node, node)`, where `agree(cluster, cluster)` holds."""
        for _, _, a, b in sorted(links, key=lambda link: (-link[0], link[1])):
            x, y = self.find(a), self.find(b)
            if x != y and self._may_meet(x, y) and agree(x, y):
                self._unite(x, y)

    def _may_meet(self, x: int, y: int) -> bool:
        shared = len(self.reports[x] & self.reports[y])
        return shared <= MOST_SHARED * min(len(self.reports[x]), len(self.reports[y]))

    def _unite(self, x: int, y: int) -> None:
        x, y = sorted((x, y), key=lambda c: (-len(self.members[c]), _text(self.members[c][0])))
        held = self.reports[x]
        for member in self.members.pop(y):
            (self.left_out if member[0] in held else self.members[x]).append(member)
        held |= self.reports.pop(y)
        for node in self.nodes[y]:
            self.of[node] = x
        self.nodes[x] += self.nodes.pop(y)

    def add(self, cluster: int, member: tuple[str, Item]) -> bool:
        """Put one more member into a cluster; False when its report is there already."""
        if member[0] in self.reports[cluster]:
            return False
        self.members[cluster].append(member)
        self.reports[cluster].add(member[0])
        return True

    def sets(self) -> list[list[tuple[str, Item]]]:
        """Every cluster's members, sorted, and by themselves those that were left out."""
        every = [sorted(m, key=_text) for m in self.members.values()] + [[m] for m in self.left_out]
        return sorted((m for m in every if m), key=lambda m: _text(m[0]))


def _text(member: tuple[str, Hashable]) -> tuple[str, str]:
    return member[0], str(member[1])
