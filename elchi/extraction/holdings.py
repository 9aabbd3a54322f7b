"""Offices that a report gives without joining them to a name: counterparts, stand-ins, and one holder of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from elchi.extraction.document import Document
from elchi.extraction.offices import PEER, OfficeAt

if TYPE_CHECKING:
    from elchi.extraction.people import Figure

_SINGLE: Final = ("head_of_state", "head_of_government", "foreign_minister")


def peers(figures: list[Figure]) -> None:
    """Give "his counterpart" the office of whom the sentence, or one shortly before it, names with one."""
    for figure in figures:
        for n, title in enumerate(figure.titles):
            if title.office != PEER:
                continue
            others = [o for other in figures if other is not figure for o in other.titles
                      if o.office != PEER and not o.former and o.first < title.first + 12]  # fmt: skip
            runs = [(r.first, o) for other in figures if other is not figure for r in other.runs
                    for o in other.titles if o.office != PEER and not o.former and r.first < title.first]  # fmt: skip
            if runs:
                nearest = max(runs, key=lambda ro: (ro[0], -ro[1].first))[1]
                figure.titles[n] = replace(title, office=nearest.office)
            elif others:
                figure.titles[n] = replace(title, office=min(others, key=lambda o: abs(o.first - title.first)).office)
        figure.titles[:] = [t for t in figure.titles if t.office != PEER]


def stand_ins(doc: Document, titles: list[OfficeAt], figures: list[Figure]) -> None:
    """A report that says "the president" beside a name without ever joining them means the one it names most.

    Only where no one in the report holds the office, and the name comes back at least once.
    """
    held = {t.office for f in figures for t in f.titles}
    for office in _SINGLE:
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


def one_holder_each(doc: Document, figures: list[Figure]) -> None:
    """A country has one president, one premier, one foreign minister at a time.

    Where a report gives such an office to two, whoever's country is not told beside the title is of another country:
    the one that the report names most among those without a holder.
    """
    counts = Counter(t.country for t in doc.things if t.kind in ("country", "demonym"))
    ranked = [c for c, _ in counts.most_common() if c]
    for office in _SINGLE:
        holders = [f for f in figures if f.title and f.office == office and f.of]
        taken = {f.of for f in holders}
        for of in dict.fromkeys(f.of for f in holders):
            rivals = sorted((f for f in holders if f.of == of), key=lambda f: (not _told(f, of), -len(f.runs)))
            for figure in rivals[1:]:
                if _told(figure, of) or figure.title is None:
                    continue
                free = next((c for c in ranked if c not in taken), None)
                if free:
                    taken.add(free)
                    figure.title = replace(figure.title, of=free, owner=None)


def _told(figure: Figure, of: str | None) -> bool:
    """Whether a title of the figure stands right beside the country."""
    return any(
        t.of == of and t.owner is not None and t.owner.sentence == t.sentence and -1 <= max(
            t.first - t.owner.last, t.owner.first - t.last) <= 2
        for t in figure.titles
    )  # fmt: skip
