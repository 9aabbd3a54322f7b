"""Whom each person of a report stands for: the country or body of the title, of a demonym beside the name, of the page.

A title told with its country settles it; one without ("the President") is weighed against all that the report names,
and no country has two presidents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from elchi.extraction.document import Document, Thing
from elchi.extraction.model import Features, Model
from elchi.extraction.offices import OfficeAt, group, party
from elchi.extraction.relation import bucket

if TYPE_CHECKING:
    from elchi.extraction.people import Figure

SINGLE: Final = ("head_of_state", "head_of_government", "foreign_minister")
"""Offices that a country has one holder of."""

_TRIED: Final = 4
"""How many of the report's most named countries are options for everyone in it."""

_BODIES: Final = 2
"""How many of its most named bodies are: "the Secretary-General" is someone's whom the report is about."""

_FAR: Final = 3.0
"""Log-odds by which a party must lead to stay a person's though another holds the same office of it: a predecessor."""

_NEAR: Final = 12
_MANY: Final = 40
"""How many sentences that name a person are looked at."""


@dataclass(slots=True)
class Field:
    """What the report as a whole says of its parties."""

    ranks: dict[str, int]
    claimed: dict[tuple[str, str], set[int]]
    """(office, party) → the figures who hold it by a title with its country beside it"""
    delegations: Counter[str]
    """party → how many figures have it beside their title"""
    dateline: str | None
    ranks_of: dict[str, set[str]] = field(default_factory=dict)
    """party → the groups of titles that stand beside it"""
    leading: str | None = None
    """the party of the first person with a title and its country beside it"""
    cities: dict[int, set[str]] = field(default_factory=dict)
    """sentence → the countries whose cities it names"""


def survey(doc: Document, figures: Sequence[Figure]) -> Field:
    """Look over the report's parties once."""
    counts = Counter(t.party for t in doc.things if t.party and t.kind != "city")
    order = sorted(counts, key=lambda p: (-counts[p], p))
    claimed: dict[tuple[str, str], set[int]] = {}
    delegations: Counter[str] = Counter()
    cities: dict[int, set[str]] = {}
    ranks_of: dict[str, set[str]] = {}
    leading = None
    for n, figure in enumerate(figures):
        for of in {t.of for t in figure.titles if t.of and beside(t)}:
            delegations[str(of)] += 1
            leading = leading or of
        for title in figure.titles:
            if title.of and beside(title) and not title.former:
                claimed.setdefault((title.office, title.of), set()).add(n)
                ranks_of.setdefault(title.of, set()).add(group(title.office))
    for thing in doc.things:
        if thing.kind == "city" and thing.country:
            cities.setdefault(thing.sentence, set()).add(thing.country)
    dateline = doc.first_city.country if doc.first_city and doc.first_city.sentence <= 2 else None
    return Field({p: n for n, p in enumerate(order) if p}, claimed, delegations, dateline, ranks_of, leading, cities)


def beside(title: OfficeAt) -> bool:
    """Whether the title's country or body stands right beside it."""
    owner = title.owner
    return owner is not None and owner.sentence == title.sentence and (
        -1 <= max(title.first - owner.last, owner.first - title.last) <= 2
    )  # fmt: skip


def options(doc: Document, figures: Sequence[Figure], n: int, known: Field) -> list[tuple[str, Features]]:
    """The parties that a person may stand for, with the features that decide."""
    figure = figures[n]
    office = figure.title.office if figure.title else "none"
    kind = group(office) if figure.title else "none"
    rows = sorted({r.sentence for r in figure.runs} | {t.sentence for t in figure.titles})[:_MANY]
    named = {row: [t for t in doc.things_in(row) if t.party and t.kind != "city"] for row in rows}
    tried: dict[str, None] = {str(t.of): None for t in figure.titles if t.of}
    for things in named.values():
        tried.update(dict.fromkeys(str(party(t)) for t in things))
        tried.update(dict.fromkeys(str(t.party) for t in things))
    if doc.home:
        tried[doc.home] = None
    countries = [p for p in known.ranks if len(p) == 2 and p.isupper()]
    tried.update(dict.fromkeys(countries[:_TRIED]))
    tried.update(dict.fromkeys([p for p in known.ranks if p not in countries][:_BODIES]))
    nearest = _nearest(figure, named)
    return [(p, _features(doc, figure, n, p, known, nearest.get(p), named, (office, kind))) for p in tried]


def _nearest(figure: Figure, named: dict[int, list[Thing]]) -> dict[str, tuple[int, bool, Thing, int]]:
    """Of each party the thing nearest to a name of the figure: distance, whether left, the thing, where the name is."""
    out: dict[str, tuple[int, bool, Thing, int]] = {}
    for run in figure.runs[:_MANY]:
        for thing in named.get(run.sentence, ()):
            left = thing.last <= run.first
            gap = run.first - thing.last if left else thing.first - run.last
            for p in {str(thing.party), str(party(thing))}:
                if p not in out or gap < out[p][0]:
                    out[p] = (gap, left, thing, run.first if left else run.last)
    return out


def _features(
    doc: Document, figure: Figure, n: int, p: str, known: Field, near: tuple[int, bool, Thing, int] | None,
    named: dict[int, list[Thing]], what: tuple[str, str],
) -> Features:  # fmt: skip
    office, kind = what
    tag = doc.pack.family
    nation = "country" if len(p) == 2 and p.isupper() else "body"
    title = figure.title
    titled = title is not None and title.of == p
    told = title is not None and beside(title)
    how = "none" if title is None else "fixed" if title.fixed else "told" if told else "near" if title.owner else "own"
    claim = "titled" if titled else "other" if any(t.of == p for t in figure.titles) else "no"
    again = any(t.of == p and beside(t) for t in figure.titles)
    own = p == doc.home
    rank = min(known.ranks.get(p, 9), 4)
    place = sum(1 for q, r in known.ranks.items() if r < known.ranks.get(p, 9) and (len(q) == 2) == (len(p) == 2))
    rivals = known.claimed.get((office, p), set()) - {n}
    rival = "single" if rivals and office in SINGLE else "other" if rivals else "no"
    mine = min(known.delegations[p] - again, 2)
    together = [row for row, things in named.items() if any(p in (t.party, party(t)) for t in things)]
    share = 3 * len(together) // max(1, len(named)) if together else -1
    alone = any(p in (t.party, party(t)) for row in named for t in named[row]
                if len({x.party for x in named[row]}) == 1)  # fmt: skip
    town = any(p in known.cities.get(row, ()) for row in named)
    officials = "+".join(sorted(known.ranks_of.get(p, ()))) or "none"
    leads = p == known.leading
    out = [
        f"officials={officials}&{how}", f"officials={officials}&{kind}&{how}", f"leads={leads}&{how}&{kind}",
        f"leads={leads}&own={own}&{how}", f"officials={officials}&own={own}&{how}",
        f"leads={leads}&dateline={p == known.dateline}&{how}",
        f"{claim}&{how}", f"{claim}&{how}&{kind}", f"{claim}&{office}&{nation}", f"{claim}&{how}&{tag}",
        f"again={again}&{claim}", f"own={own}&{kind}", f"own={own}&{claim}&{how}", f"own={own}&{office}",
        f"own={own}&{tag}", f"rank={rank}&{kind}", f"rank={rank}&{claim}&{how}",
        f"rank={rank}&{nation}", f"place={min(place, 3)}&{nation}&{office}",
        f"place={min(place, 3)}&{nation}&{how}",
        f"rival={rival}&{claim}&{how}", f"rival={rival}", f"mine={mine}&{kind}", f"mine={mine}&own={own}",
        f"share={share}&{kind}", f"share={share}&{claim}&{how}", f"alone={alone}&{how}", f"alone={alone}&{kind}",
        f"town={town}&{kind}", f"town={town}&{claim}&{how}", f"dateline={p == known.dateline}&{how}",
        f"dateline={p == known.dateline}&own={own}&{kind}", f"figure={min(n, 2)}&own={own}&{how}",
        f"figure={min(n, 2)}&rank={min(rank, 2)}&{how}",
    ]  # fmt: skip
    if near is None:
        return [*out, f"away&{how}", f"away&{how}&{kind}", f"away&rank={rank}&{how}", f"away&own={own}&{how}"]
    gap, left, thing, at = near
    side = "left" if left else "right"
    step = bucket(max(gap, 0))
    first = {min(r.first for r in figure.runs)}
    ending = doc.tokens[thing.last - 1].key[-3:]
    marker = doc.word(thing.first - 1) if thing.first else ""
    lo, hi = (thing.last, at) if left else (at, thing.first)
    out += [
        f"{side}&gap={step}&{how}", f"{side}&gap={step}&{claim}", f"{side}&gap={step}&{kind}",
        f"{side}&gap={step}&{tag}",
        f"{side}&{thing.kind}&{how}", f"{side}&{thing.kind}&gap={min(step, 5)}&{how}",
        f"{tag}:{side}&end={ending}&{how}", f"{tag}:{side}&end={ending}&gap={min(step, 4)}",
        f"{tag}:{side}&mark={marker}&{how}", f"{tag}:{side}&mark={marker}&near={step < 4}",
        f"{side}&first={at in first}&{how}",
    ]  # fmt: skip
    if 0 < hi - lo <= 3:
        joint = " ".join(doc.word(i) for i in range(lo, hi))
        out += [f"{tag}:{side}&joint={joint}", f"{tag}:{side}&joint={joint}&{how}"]
    if 0 < hi - lo <= _NEAR:
        signs = "".join(doc.tokens[i].text for i in range(lo, hi) if doc.tokens[i].kind == "sign")[:2]
        crossed = any(i in doc.thing_at for i in range(lo, hi))
        out += [f"{side}&signs={signs}&{how}", f"{side}&crossed={crossed}&{how}&{claim}"]
    return out


def sides(doc: Document, figures: Sequence[Figure], model: Model) -> list[str | None]:
    """The party of each figure: the surest first, and no office of one holder given twice."""
    known = survey(doc, figures)
    weighed = [
        sorted(((model.score("side", features), p) for p, features in options(doc, figures, n, known)), reverse=True)
        for n in range(len(figures))
    ]
    margin = [_margin([score for score, _ in rows]) for rows in weighed]
    out: list[str | None] = [None] * len(figures)
    held: set[tuple[str, str]] = set()
    for n in sorted(range(len(figures)), key=lambda n: (-margin[n], n)):
        office = figures[n].office or ""
        single = office in SINGLE
        for score, p in weighed[n]:
            if single and (office, p) in held and margin[n] <= _FAR:
                continue
            if figures[n].title is None and score <= 0:
                break
            out[n] = p
            if single:
                held.add((office, p))
            break
    return out


def _margin(scores: list[float]) -> float:
    return scores[0] - scores[1] if len(scores) > 1 else 9.0
