"""Who is named where: a small learned tagger of people's names, for every language of the reader.

It reads a report that is taken apart, and says which words name a person and how likely it is. It needs no download and
no library; docs/tagger-card.md says what it was taught on and how good it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elchi.extraction.document import Document

__all__ = ["Named", "people", "span"]


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens `first` to `last` (exclusive) name a person, with a probability of `score`."""

    first: int
    last: int
    score: float


def people(doc: Document, *, least: float = 0.5) -> list[Named]:
    """The names of people in a report, in order; with `least` those too that are less likely than not.

    No two overlap while `least` is above 0.5. Empty where no tagger was taught the report's language.
    """
    from elchi.tagging.features import REACH, Around, groups, of_classes, segments
    from elchi.tagging.model import tagger

    found = tagger(doc.pack.family)
    stretches = segments(doc) if found else []
    if not found or not stretches:
        return []
    seen = [found.look(t.text, t.key, t.stem, t.kind) for t in doc.tokens]
    looks = [one for one, _ in seen]
    around = Around(doc, found.tables)
    out: list[Named] = []
    for first, last in stretches:
        sentence = doc.sentences[doc.sentence_of[first]]
        begin, end = sentence.first, sentence.last
        near = {at: found.joined(seen[at][1], of_classes(doc, at))
                for at in range(max(begin, first - REACH), min(end, last + REACH))}  # fmt: skip
        near[begin - 1], near[end] = found.before, found.after
        weighed = [
            found.weigh(
                [(place - at, near[place]) for place in range(at - REACH, at + REACH + 1) if place in near],
                groups(doc, at, begin, end, looks, around),
            )
            for at in range(first, last)
        ]
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
