"""Who is named where: a small learned tagger of people's names, for every language of the reader.

It reads a report that is taken apart, and says which words name a person and how likely it is. It needs no download and
no library; docs/tagger-card.md says what it was taught on and how good it is.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from elchi.extraction.document import Document
    from elchi.tagging.features import Look
    from elchi.tagging.model import Rows, Tagger

__all__ = ["Named", "candidates", "hints", "people", "span"]


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens `first` to `last` (exclusive) name a person, with a probability of `score`."""

    first: int
    last: int
    score: float


SURE: Final = 0.7
"""Words of a name as likely as this are known to name people in its report."""
AGAIN: Final = 0.1
"""Of words known so, what is as likely as this is a name."""
_FLOOR: Final = 0.05
_STEPS: Final = (_FLOOR, 0.3, 0.6, 0.9)


def people(doc: Document, by: Tagger | None = None) -> list[Named]:
    """The names of people in a report, in order, none over another; empty where no tagger knows the language.

    A name is found where it is likelier than not, or where it is not unlikely and all its words stand in names that are
    found elsewhere in the report with more certainty. `by` is the tagger to use, the package's own when not given.
    """
    return _settled(doc, candidates(doc, least=AGAIN, by=by))


def _settled(doc: Document, likely: list[Named]) -> list[Named]:
    out = [named for named in likely if named.score > 0.5]
    words = {doc.tokens[at].stem for named in out if named.score >= SURE for at in _words(doc, named)}
    taken = {at for named in out for at in range(named.first, named.last)}
    for named in sorted(likely, key=lambda n: -n.score):
        places = range(named.first, named.last)
        if (
            named.score >= AGAIN
            and taken.isdisjoint(places)
            and words.issuperset(doc.tokens[at].stem for at in _words(doc, named))
        ):
            out.append(named)
            taken.update(places)
    return sorted(out, key=lambda named: named.first)


def hints(doc: Document, spans: Sequence[tuple[int, int]], by: Tagger | None = None) -> list[list[str]]:
    """What the tagger tells of stretches of words (tokens, the last exclusive), as features for another decision.

    Of each: in five steps how likely just these words are a name, how likely any name that shares a word with them is,
    and whether they are a name of `people`.
    """
    likely = candidates(doc, least=_FLOOR, by=by)
    chosen = {(named.first, named.last) for named in _settled(doc, likely)}
    exact = {(named.first, named.last): named.score for named in likely}
    best: dict[int, float] = {}
    for named in likely:
        for at in range(named.first, named.last):
            best[at] = max(best.get(at, 0.0), named.score)
    out = []
    for first, last in spans:
        step = bisect(_STEPS, exact.get((first, last), 0.0))
        near = bisect(_STEPS, max((best.get(at, 0.0) for at in range(first, last)), default=0.0))
        count = min(sum(doc.tokens[at].kind in ("word", "initial") for at in range(first, last)), 4)
        out.append([f"tag={step}", f"tag={step}|{near}", f"tag={step}&n={count}", f"tagged={(first, last) in chosen}"])
    return out


def _words(doc: Document, named: Named) -> list[int]:
    """The tokens of a name that tell it from others: its words, without initials, particles and signs."""
    return [at for at in range(named.first, named.last) if doc.tokens[at].kind == "word" and doc.tokens[at].capital]


def candidates(doc: Document, *, least: float, by: Tagger | None = None) -> list[Named]:
    """All that may be a name with a probability of `least` or more; the less it is, the more they overlap."""
    from elchi.tagging.features import REACH, Around, groups, may_name, of_classes, segments
    from elchi.tagging.model import tagger

    found = by or tagger(doc.pack.family)
    if found is None:
        return []
    looks: dict[int, Look] = {}
    told: dict[int, tuple[Rows, ...]] = {}
    around = Around(doc, found.tables)
    out: list[Named] = []
    for first, last in segments(doc, [may_name(token) for token in doc.tokens]):
        sentence = doc.sentences[doc.sentence_of[first]]
        begin, end = sentence.first, sentence.last
        for at in range(max(begin, first - REACH), min(end, last + REACH)):
            if at not in told:
                token, classes = doc.tokens[at], of_classes(doc, at)
                looks[at], rows_of = found.look(token.text, token.key, token.stem, token.kind)
                told[at] = (rows_of, found.classes(classes)) if classes else (rows_of,)
        weighed = []
        for at in range(first, last):
            shift = REACH - at
            rows = [row[place + shift] for place in range(max(begin, at - REACH), min(end, at + REACH + 1))
                    for row in told[place]]  # fmt: skip
            if begin > at - REACH:
                rows.append(found.before[begin - 1 + shift])
            if end <= at + REACH:
                rows.append(found.after[end + shift])
            weighed.append(found.weigh(rows, groups(doc, at, begin, end, looks, around)))
        out += [Named(first + a, first + b, score) for a, b, score in found.names(weighed, least=least)]
    return out


def span(doc: Document, named: Named) -> tuple[int, int]:
    """Where a name stands in the text: an English possessive ending is no part of it."""
    start, last = doc.tokens[named.first].start, doc.tokens[named.last - 1]
    if doc.pack.tag == "en":
        for ending in ("'s", "’s"):
            if last.text.endswith(ending):
                return start, last.end - len(ending)
    return start, last.end
