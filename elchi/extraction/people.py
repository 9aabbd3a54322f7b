"""The people of a report: which names are one person, in which office, and where a title or a pronoun means them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final

from elchi.extraction.document import Document
from elchi.extraction.model import Model
from elchi.extraction.names import Run, names, same_part
from elchi.extraction.offices import PEER, OfficeAt, better, holders, offices, parallel, party
from elchi.languages import Pack

_SINGLE: Final = ("head_of_state", "head_of_government", "foreign_minister")


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


def cast(doc: Document, model: Model) -> Cast:
    """Find the people of a report."""
    found = names(doc, model)
    figures, whose = _group(found, doc.pack)
    titles = offices(doc, model)
    for office in titles:
        _give(doc, office, found, whose, figures, model)
    _peers(figures)
    _stand_ins(doc, titles, figures)
    for figure in figures:
        for office in figure.titles:
            figure.title = office if figure.title is None else better(figure.title, office)
    _one_holder_each(doc, figures)
    mentions = [Mention(whose[n], r.first, r.last, r.sentence, "name") for n, r in enumerate(found)]
    mentions += _meant_by_title(titles, figures)
    mentions.sort(key=lambda m: m.first)
    mentions += _pronouns(doc, mentions)
    mentions.sort(key=lambda m: m.first)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    return Cast(figures, titles, mentions, by_sentence)


def _group(found: list[Run], pack: Pack) -> tuple[list[Figure], dict[int, int]]:
    """Names that are one person: the fullest first, then initials and surnames to whom they fit."""
    order = sorted(range(len(found)), key=lambda n: (-sum(len(p) > 1 for p in found[n].parts), found[n].first))
    figures: list[Figure] = []
    whose: dict[int, int] = {}
    for n in order:
        run = found[n]
        fits = [f for f, figure in enumerate(figures) if _fits(run.parts, figure.parts, pack)]
        if fits:
            whose[n] = min(fits, key=lambda f: min(abs(r.first - run.first) for r in figures[f].runs))
            figures[whose[n]].runs.append(run)
        else:
            whose[n] = len(figures)
            figures.append(Figure([run], run.parts))
    ranks = sorted(range(len(figures)), key=lambda f: min(r.first for r in figures[f].runs))
    new = {old: at for at, old in enumerate(ranks)}
    for figure in figures:
        figure.runs.sort(key=lambda r: r.first)
    return [figures[f] for f in ranks], {n: new[f] for n, f in whose.items()}


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
            if office not in figures[figure].titles:
                figures[figure].titles.append(office)


def _stand_ins(doc: Document, titles: list[OfficeAt], figures: list[Figure]) -> None:
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


def _one_holder_each(doc: Document, figures: list[Figure]) -> None:
    """A country has one president, one premier, one foreign minister at a time.

    Where a report gives such an office to two, whoever's country is not told beside the title is of another country:
    the one that the report names most among those without a holder.
    """
    counts = Counter(t.country for t in doc.things if t.kind in ("country", "demonym"))
    for office in _SINGLE:
        holders = [f for f in figures if f.title and f.office == office and f.of]
        for of in dict.fromkeys(f.of for f in holders):
            rivals = sorted((f for f in holders if f.of == of), key=lambda f: (not _told(f, of), -len(f.runs)))
            for figure in rivals[1:]:
                if _told(figure, of) or figure.title is None:
                    continue
                taken = {f.of for f in holders}
                free = [c for c, _ in counts.most_common() if c and c not in taken]
                if free:
                    figure.title = replace(figure.title, of=free[0], owner=None)


def _told(figure: Figure, of: str | None) -> bool:
    """Whether a title of the figure stands right beside the country."""
    return any(
        t.of == of and t.owner is not None and t.owner.sentence == t.sentence and -1 <= max(
            t.first - t.owner.last, t.owner.first - t.last) <= 2
        for t in figure.titles
    )  # fmt: skip


def _peers(figures: list[Figure]) -> None:
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


def _meant_by_title(titles: list[OfficeAt], figures: list[Figure]) -> list[Mention]:
    """Titles that stand alone and mean someone whom the report names ("the president", "глава МИД")."""
    out = []
    for office in titles:
        if office.holders or office.former:
            continue
        fits = [
            (f, o) for f, figure in enumerate(figures) for o in figure.titles
            if o.office == office.office and not o.former
        ]  # fmt: skip
        if office.owner is not None:
            fits = [(f, o) for f, o in fits if o.of == office.of]
        people = {f for f, _ in fits}
        if len(people) > 1:
            same = {f for f, o in fits if o.of == office.of}
            earlier = {f for f in same or people if figures[f].runs[0].first < office.first}
            people = {max(earlier, key=lambda f: _latest(figures[f], office.first))} if earlier else same
        if len(people) == 1:
            out.append(Mention(people.pop(), office.first, office.last, office.sentence, "title"))
    return out


def _latest(figure: Figure, before: int) -> int:
    return max(r.first for r in figure.runs if r.first < before)


def _pronouns(doc: Document, mentions: list[Mention]) -> list[Mention]:
    """A pronoun means whom the sentence before, or this one, began with."""
    out = []
    for match in doc.matches.get("word:pronouns", []):
        sentence = doc.sentence_of[match.first]
        for back in (sentence, sentence - 1, sentence - 2):
            near = [m for m in mentions if m.sentence == back and m.last <= match.first and m.how != "pronoun"]
            if near:
                out.append(Mention(near[0].person, match.first, match.last, sentence, "pronoun"))
                break
    return out
