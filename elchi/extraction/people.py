"""The people of a report: which names are one person, in which office, and where a title or a pronoun means them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final

from elchi.extraction.document import Document
from elchi.extraction.holdings import listed, peers, stand_ins
from elchi.extraction.model import Model
from elchi.extraction.names import Run, base_forms, names, same_part
from elchi.extraction.offices import OfficeAt, better, holders, offices, parallel, party
from elchi.extraction.sides import sides
from elchi.languages import Pack

_MANY: Final = 100
"""A title that so many hold means no one of them."""
_ALIKE: Final = 40
"""How many people with one word in their names a name is held against: more than any report tells apart."""


@dataclass(slots=True)
class Mention:
    """A place where a person is meant: by `name`, by `title` or by `pronoun`, at tokens `first` to `last`."""

    person: int
    first: int
    last: int
    sentence: int
    how: str


@dataclass(slots=True)
class Figure:
    """One person of a report, with the names and titles that the text gives."""

    runs: list[Run]
    parts: tuple[str, ...]
    titles: list[OfficeAt] = field(default_factory=list)
    title: OfficeAt | None = None
    side: str | None = None
    """the country or body that the person stands for, with an office or without"""

    @property
    def office(self) -> str | None:
        """The class of the highest office given; a former one is `other`."""
        if self.title is None:
            return None
        return "other" if self.title.former else self.title.office

    @property
    def of(self) -> str | None:
        """The country or body that it is an office of."""
        return self.title.of if self.title else None


@dataclass(slots=True)
class Cast:
    """All people of a report, their titles, and every mention in order of place."""

    figures: list[Figure]
    titles: list[OfficeAt]
    mentions: list[Mention]
    by_sentence: dict[int, list[Mention]]
    told: list[list[int]] = field(default_factory=list)
    """for each figure the sentences that mention it, in order, each once"""
    paragraphs: list[set[int]] = field(default_factory=list)
    """for each figure the paragraphs that mention it"""
    owned: set[int] = field(default_factory=set)
    """the things (by id()) that a title is an office of"""
    seats: Counter[int] = field(default_factory=Counter)
    """how many titles each sentence has"""


def cast(doc: Document, model: Model) -> Cast:
    """Find the people of a report."""
    found, whose, titles, figures = joined(doc, model)
    for figure, side in zip(figures, sides(doc, figures, model), strict=True):
        figure.side = side
        if figure.title is not None and side is not None and figure.title.of != side:
            figure.title = replace(figure.title, of=side, owner=None)
    mentions = [Mention(whose[n], r.first, r.last, r.sentence, "name") for n, r in enumerate(found)]
    mentions += _meant_by_title(titles, figures)
    mentions.sort(key=lambda m: m.first)
    mentions += _pronouns(doc, mentions)
    mentions.sort(key=lambda m: m.first)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    told: list[list[int]] = [[] for _ in figures]
    for mention in mentions:
        if told[mention.person][-1:] != [mention.sentence]:
            told[mention.person].append(mention.sentence)
    paragraphs = [{doc.sentences[s].paragraph for s in rows} for rows in told]
    owned = {id(t.owner) for t in titles if t.owner is not None}
    seats = Counter(t.sentence for t in titles)
    return Cast(figures, titles, mentions, by_sentence, told, paragraphs, owned, seats)


def joined(doc: Document, model: Model) -> tuple[list[Run], dict[int, int], list[OfficeAt], list[Figure]]:
    """The names, whose each is, the titles, and the people with their titles; whom they stand for is still open."""
    found = names(doc, model)
    figures, whose = _group(found, doc.pack)
    titles = offices(doc, model)
    turns = listed(titles, found)
    for office in titles:
        if id(office) in turns:
            holder = whose[turns[id(office)]]
            office.holders.append(holder)
            figures[holder].titles.append(office)
        else:
            _give(doc, office, found, whose, figures, model)
    peers(figures)
    stand_ins(doc, titles, figures)
    for figure in figures:
        for office in figure.titles:
            figure.title = office if figure.title is None else better(figure.title, office)
    return found, whose, titles, figures


def _group(found: list[Run], pack: Pack) -> tuple[list[Figure], dict[int, int]]:
    """Names that are one person: the fullest first, then initials and surnames to whom they fit."""
    order = sorted(range(len(found)), key=lambda n: (-sum(len(p) > 1 for p in found[n].parts), found[n].first))
    figures: list[Figure] = []
    whose: dict[int, int] = {}
    named: dict[str, list[int]] = {}
    starts: list[list[int]] = []
    for n in order:
        run = found[n]
        fits = [f for f in _like(run.parts, named, pack) if _fits(run.parts, figures[f].parts, pack)]
        if fits:
            whose[n] = fits[0] if len(fits) == 1 else min(fits, key=lambda f: _distance(run.first, starts[f]))
            figures[whose[n]].runs.append(run)
            insort(starts[whose[n]], run.first)
        else:
            whose[n] = len(figures)
            figures.append(Figure([run], run.parts))
            starts.append([run.first])
            for form in {f for p in run.parts for f in _forms(p, pack)}:
                alike = named.setdefault(form, [])
                if len(alike) < _ALIKE:
                    alike.append(whose[n])
    ranks = sorted(range(len(figures)), key=lambda f: min(r.first for r in figures[f].runs))
    new = {old: at for at, old in enumerate(ranks)}
    for figure in figures:
        figure.runs.sort(key=lambda r: r.first)
    return [figures[f] for f in ranks], {n: new[f] for n, f in whose.items()}


def _forms(part: str, pack: Pack) -> frozenset[str]:
    """What two words of names have in common when the one may be the other."""
    forms = base_forms(part, pack.name_suffixes)
    return forms | {part[:1] + "."} if len(part) <= 2 else forms


def _like(parts: tuple[str, ...], named: dict[str, list[int]], pack: Pack) -> list[int]:
    """The figures that have the rarest word of a name: no other can be the same person."""
    rarest: list[list[int]] | None = None
    for n, part in enumerate(parts):
        if len(part) <= 2 or (n and pack.patronymics and part.endswith(pack.patronymics)):
            continue
        found = [named[form] for form in (*_forms(part, pack), part[:1] + ".") if form in named]
        if rarest is None or sum(map(len, found)) < sum(map(len, rarest)):
            rarest = found
    return sorted({f for some in rarest or () for f in some})


def _distance(first: int, starts: list[int]) -> int:
    """How far the nearest of these places is; they are in order."""
    at = bisect_left(starts, first)
    return min(abs(start - first) for start in starts[max(0, at - 1) : at + 1])


def _fits(short: tuple[str, ...], full: tuple[str, ...], pack: Pack) -> bool:
    """Whether the shorter name can be the fuller one's: every word of it is there, in order; patronymics may lack."""
    suffixes = pack.name_suffixes
    if pack.patronymics:
        short = tuple(p for n, p in enumerate(short) if not (n and p.endswith(pack.patronymics))) or short
    if not short or not full:
        return False
    at = 0
    matched = 0
    for part in short:
        for i in range(at, len(full)):
            if same_part(part, full[i], suffixes) or (
                min(len(part), len(full[i])) <= 2 and full[i][:1] == part[:1] and len(short) > 1
            ):
                at = i + 1
                matched += len(part) > 2
                break
        else:
            return False
    return matched > 0


def _give(
    doc: Document, office: OfficeAt, found: list[Run], whose: dict[int, int], figures: list[Figure], model: Model
) -> None:
    """Give a title to the name or, in parallel lists, the names it belongs to."""
    pairs = parallel(doc, office, found)
    for n, thing in pairs:
        one = replace(office, of=party(thing), owner=thing, holders=[whose[n]])
        office.holders.append(whose[n])
        figures[whose[n]].titles.append(one)
    if pairs:
        return
    for n, features in holders(doc, office, found):
        if model.score("holder", features) > 0:
            figure = whose[n]
            office.holders.append(figure)
            if not any(office is title for title in figures[figure].titles):
                figures[figure].titles.append(office)


def _meant_by_title(titles: list[OfficeAt], figures: list[Figure]) -> list[Mention]:
    """Titles that stand alone and mean someone whom the report names ("the president", "глава МИД")."""
    out = []
    held: dict[tuple[str, ...], dict[int, None]] = {}
    for f, figure in enumerate(figures):
        for title in figure.titles:
            if not title.former:
                held.setdefault((title.office,), {})[f] = None
                held.setdefault((title.office, title.of or ""), {})[f] = None
    for office in titles:
        if office.holders or office.former:
            continue
        same = held.get((office.office, office.of or ""), {})
        people = set(same if office.owner is not None else held.get((office.office,), {}))
        if len(people) > _MANY:
            continue
        if len(people) > 1:
            earlier = {f for f in same or people if figures[f].runs[0].first < office.first}
            people = {max(earlier, key=lambda f: _latest(figures[f], office.first))} if earlier else set(same)
        if len(people) == 1:
            out.append(Mention(people.pop(), office.first, office.last, office.sentence, "title"))
    return out


def _latest(figure: Figure, before: int) -> int:
    return figure.runs[bisect_left(figure.runs, before, key=lambda r: r.first) - 1].first


def _pronouns(doc: Document, mentions: list[Mention]) -> list[Mention]:
    """A pronoun means whom the sentence before, or this one, began with."""
    out = []
    told: dict[int, list[Mention]] = {}
    for mention in mentions:
        told.setdefault(mention.sentence, []).append(mention)
    for match in doc.matches.get("word:pronouns", []):
        sentence = doc.sentence_of[match.first]
        for back in (sentence, sentence - 1, sentence - 2):
            near = next((m for m in told.get(back, ()) if m.last <= match.first), None)
            if near is not None:
                out.append(Mention(near.person, match.first, match.last, sentence, "pronoun"))
                break
    return out
