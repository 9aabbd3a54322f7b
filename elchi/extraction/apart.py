"""Separate meetings told in one breath: "held talks with the ministers of Egypt, Iraq and Türkiye" may be three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from elchi.extraction.candidates import Candidate
from elchi.extraction.document import Document, Thing
from elchi.extraction.model import Features
from elchi.extraction.people import Cast

KINDS: Final = ("meeting", "call", "visit", "letter", "appointment", "agreement", "aid")
Side = tuple[int | None, str | None, Thing | None]
"""A participant: a person (index) or a party with the words that name it."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Those who met, taken as one who met several others."""

    subject: tuple[Side, ...]
    others: tuple[Side, ...]


def sides(
    cast: Cast, candidate: Candidate, people: Sequence[int], parties: Sequence[tuple[str, Thing | None]]
) -> Sides | None:
    """Who met whom, if someone met two or more others; None otherwise.

    The subject is who is named first in the sentence, or before it, with those of the same side.
    """
    if candidate.kind not in KINDS or len(people) + len(parties) < 3:
        return None
    placed: list[tuple[int, Side]] = []
    for person in people:
        here = [m.first for m in cast.by_sentence.get(candidate.sentence, ()) if m.person == person]
        placed.append((min(here, default=-1), (person, cast.figures[person].side, None)))
    for party, at in parties:
        first = at.first if at is not None and at.sentence == candidate.sentence else -1
        placed.append((first, (None, party, at)))
    placed.sort(key=lambda p: (p[0], p[1][0] is None))
    first_side = placed[0][1]
    subject = [s for _, s in placed if s == first_side or (s[1] is not None and s[1] == first_side[1])]
    others = [s for _, s in placed if s not in subject]
    return Sides(tuple(subject), tuple(others)) if len(others) >= 2 else None


def features(doc: Document, candidate: Candidate, met: Sides) -> Features:
    """What speaks for several separate events."""
    tag = doc.pack.family
    sentence = doc.sentences[candidate.sentence]
    separately = bool(doc.words("word:separately", sentence))
    n = min(len(met.others), 4)
    named = sum(1 for s in met.others if s[0] is not None)
    distinct = len({s[1] for s in met.others})
    commas = sum(1 for t in doc.tokens[sentence.first : sentence.last] if t.text == ",")
    out = [f"separately={separately}", f"others={n}", f"separately={separately}&others={n}", f"named={min(named, 3)}",
           f"distinct={distinct == len(met.others)}", f"commas={min(commas, 3)}", f"subject={min(len(met.subject), 2)}",
           f"separately={separately}&distinct={distinct == len(met.others)}", candidate.kind, tag,
           f"{candidate.kind}&separately={separately}", f"{candidate.kind}&others={n}",
           f"{candidate.kind}&named={min(named, 3)}",
           f"{candidate.kind}&distinct={distinct == len(met.others)}&named={min(named, 3)}",
           f"{candidate.kind}&subject={min(len(met.subject), 2)}",
           f"{tag}:end={doc.tokens[candidate.last - 1].key[-3:]}"]  # fmt: skip
    out += [f"{tag}:{p}" for p in dict.fromkeys(candidate.patterns)]
    for i in range(max(sentence.first, candidate.first - 3), candidate.first):
        if doc.tokens[i].kind == "word" and not doc.tokens[i].capital:
            out.append(f"{tag}:b={doc.tokens[i].stem}")
    return out
