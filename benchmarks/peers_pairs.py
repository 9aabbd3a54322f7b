"""Sentences that others have annotated with who did what to whom, and whether our records join the same countries.

A record of theirs has a source and a target, each a country or several; of ours an engagement has sides, and a
statement a speaker. Three measures, each wider than the one before:

- *engaged*: one engagement has both countries among its sides;
- *told*: that, or a statement that one of the two makes and whose sentences name the other. Our records have no place
  for whom a statement is about: an offer, a promise or praise is one side's words, and no engagement;
- *named*: that, or both stand somewhere in the records: as sides, places, speakers, or whose office somebody holds.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import combinations, product
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import elchi
from elchi.extraction.document import take_apart
from elchi.gazetteer.overlay import VARIABLE
from elchi.records import Engagement, Records, Report, Statement
from elchi.vocabulary import KINDS

Pair = frozenset[str]
"""Two ISO 3166 alpha-2 codes."""

PUBLISHED: Final = "2000-01-01"
"""The sentences have no page, and so no date; this one is given with them all."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence. `group` is the kind of event by their codes; `pairs` the countries that it joins."""

    id: str
    text: str
    group: str
    pairs: frozenset[Pair] = frozenset()


@dataclass(slots=True)
class Reading:
    """What our records say of one sentence. `found` holds the pairs of it that some record joins."""

    sentence: Sentence
    records: Records
    engaged: set[Pair] = field(default_factory=set)
    told: set[Pair] = field(default_factory=set)
    named: set[Pair] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    """PLOVER event types of the engagements that join a pair of the sentence"""

    @property
    def held(self) -> list[Engagement]:
        """The engagements that are said to have taken place."""
        return [e for e in self.records.engagements if e.status == "held"]


def pairs(sources: Sequence[str], targets: Sequence[str]) -> frozenset[Pair]:
    """The pairs of countries of a record: each source with each target, or the sources among themselves."""
    joined: Iterable[tuple[str, str]] = product(sources, targets) if targets else combinations(sources, 2)
    return frozenset(frozenset(pair) for pair in joined if pair[0] != pair[1])


def read(sentence: Sentence) -> Reading:
    """Read a sentence as a report of its own and see which of its pairs our records join."""
    records = elchi.read(sentence.text, language="en", published=PUBLISHED)
    out = Reading(sentence, records)
    for engagement in records.engagements:
        joined = {pair for pair in sentence.pairs if pair <= _sides(engagement)}
        out.engaged |= joined
        if joined:
            out.kinds.add(KINDS[engagement.kind] or engagement.kind)
    out.told = out.engaged | {
        pair for statement in records.statements for pair in sentence.pairs if pair <= _about(records, statement, pair)
    }
    out.named = out.told | {pair for pair in sentence.pairs if pair <= _anywhere(records)}
    return out


def readings(sentences: Sequence[Sentence], gazetteer: Path | None = None) -> list[Reading]:
    """All sentences read, in a process of their own: `gazetteer`, a user's list, is laid over ours for these only."""
    before = os.environ.pop(VARIABLE, None)
    if gazetteer:
        os.environ[VARIABLE] = str(gazetteer)
    try:
        with ProcessPoolExecutor(1, get_context("spawn")) as process:
            return list(process.map(read, sentences, chunksize=32))
    finally:
        os.environ.pop(VARIABLE, None)
        if before is not None:
            os.environ[VARIABLE] = before


def _sides(engagement: Engagement) -> set[str]:
    return {p.party for p in engagement.participants if p.party}


def _about(records: Records, statement: Statement, pair: Pair) -> set[str]:
    """The speaker's country and, if that is of the pair, the countries that the statement's sentences name."""
    speaker = next((p.of for p in records.people if p.id == statement.speaker), statement.speaker)
    if speaker not in pair:
        return set()
    return {speaker, *(c for e in statement.evidence for c in named(records.report, e.start, e.end))}


def _anywhere(records: Records) -> set[str]:
    """Every country that stands in the records."""
    out = {p.of for p in records.people} | {s.speaker for s in records.statements}
    for engagement in records.engagements:
        out |= {engagement.country, *_sides(engagement)}
    return {code for code in out if code}


def named(report: Report, start: int, end: int) -> set[str]:
    """The countries that a stretch of a report names: itself, its people, its cities, its palaces."""
    doc = take_apart(report)
    return {
        thing.country
        for thing in doc.things
        if thing.country and start <= doc.tokens[thing.first].start and doc.tokens[thing.last - 1].end <= end
    }
