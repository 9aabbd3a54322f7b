"""Offices that the words around one title do not join to a name: lists of officials, counterparts, stand-ins."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from elchi.extraction.document import Document
from elchi.extraction.offices import PEER, OfficeAt
from elchi.extraction.sides import SINGLE

if TYPE_CHECKING:
    from elchi.extraction.names import Run
    from elchi.extraction.people import Figure

_NAMED_BEFORE: Final = 200
"""How many names back a counterpart's counterpart is looked for: no report goes so far, and no page takes for ever."""

_LIST: Final = 3
"""How many officials make a list."""


def listed(titles: list[OfficeAt], people: list[Run]) -> dict[int, int]:
    """Of sentences that list officials, title and name by turns, which title (by `id`) is whose (index in `people`).

    "Ambassador of A to B Name, Ambassador of C to B Name …": what the list begins with tells on which side of a title
    its holder stands, where the words around one title alone would not.
    """
    out: dict[int, int] = {}
    rows: dict[int, list[tuple[int, OfficeAt | int]]] = {}
    for title in titles:
        rows.setdefault(title.sentence, []).append((title.first, title))
    for n, run in enumerate(people):
        if run.sentence in rows:
            rows[run.sentence].append((run.first, n))
    for row in rows.values():
        row.sort(key=lambda at: at[0])
        order = [one for _, one in row]
        by_turns = all(isinstance(a, int) != isinstance(b, int) for a, b in pairwise(order))
        if by_turns and len(order) >= 2 * _LIST and len(order) % 2 == 0:
            for pair in zip(order[::2], order[1::2], strict=True):
                name, held = sorted(pair, key=lambda one: isinstance(one, OfficeAt))
                if isinstance(held, OfficeAt) and isinstance(name, int):
                    out[id(held)] = name
    return out


def peers(figures: list[Figure]) -> None:
    """Give "his counterpart" the office of whom the sentence, or one shortly before it, names with one."""
    if not any(title.office == PEER for figure in figures for title in figure.titles):
        return
    named = sorted((run.first, f) for f, figure in enumerate(figures) for run in figure.runs)
    held = {f: own for f, figure in enumerate(figures) if (own := _own(figure))}
    for f, figure in enumerate(figures):
        for n, title in enumerate(figure.titles):
            if title.office != PEER:
                continue
            end = bisect_left(named, (title.first, 0))
            before = (other for _, other in reversed(named[max(0, end - _NAMED_BEFORE) : end]))
            nearest = next((other for other in before if other != f and other in held), None)
            if nearest is not None:
                meant = min(held[nearest], key=lambda o: o.first)
            else:
                near = [
                    o for other, own in sorted(held.items()) if other != f for o in own if o.first < title.first + 12
                ]
                if not near:
                    continue
                meant = min(near, key=lambda o: abs(o.first - title.first))
            figure.titles[n] = replace(title, office=meant.office)
            held[f] = _own(figure)
        figure.titles[:] = [t for t in figure.titles if t.office != PEER]


def _own(figure: Figure) -> list[OfficeAt]:
    """The titles that a figure has of its own and still holds."""
    return [title for title in figure.titles if title.office != PEER and not title.former]


def stand_ins(doc: Document, titles: list[OfficeAt], figures: list[Figure]) -> None:
    """A report that says "the president" beside a name without ever joining them means the one it names most.

    Only where no one in the report holds the office, and the name comes back at least once.
    """
    held = {t.office for f in figures for t in f.titles}
    for office in SINGLE:
        alone = [t for t in titles if t.office == office and not t.holders and not t.former]
        untitled = [f for f in figures if not f.titles and len(f.runs) > 1]
        if office in held or not alone or not untitled:
            continue
        best = max(untitled, key=lambda f: (len(f.runs), -f.runs[0].first))
        title = max(alone, key=lambda t: (_joined(doc, t), -t.first))
        best.titles.append(title)


def _joined(doc: Document, title: OfficeAt) -> bool:
    """Whether the country stands right beside the title, without a sign between."""
    if title.owner is None or title.owner.sentence != title.sentence:
        return False
    lo, hi = min(title.last, title.owner.last), max(title.first, title.owner.first)
    return hi - lo <= 2 and all(doc.tokens[i].kind != "sign" for i in range(lo, hi))
