"""A report taken apart once, for all the steps that read it: tokens, lexicon matches, things named, dates."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from elchi import dates, gazetteer
from elchi.extraction.lexicon import Match, lexicon
from elchi.extraction.tokens import Sentence, Token, tokenize
from elchi.languages import Pack, load
from elchi.records import Report

PLACE_CATEGORIES: Final = (
    "country", "demonym", "city", "body", "region", "institution", "word:home", "word:ministries"
)  # fmt: skip


PAIR: Final = "pair"
_LONGEST_TITLE: Final = 250


@dataclass(slots=True)
class Thing:
    """A country, city or body named at tokens `first` to `last` (exclusive)."""

    kind: str
    """`country`, `demonym`, `city`, `body`, `region`, `institution` (a country's parliament or palace), `home` ("our
    country") or `ministry` ("the foreign ministry")"""
    id: str
    first: int
    last: int
    sentence: int
    country: str | None = None
    """the country that it is, lies in, or speaks for; of a body, None"""

    @property
    def party(self) -> str | None:
        """The side that it would stand for: the country, or the body's id."""
        return self.id if self.kind == "body" else self.country


@dataclass(slots=True)
class DateAt:
    """A date expression and its place in the text, in tokens."""

    mention: dates.DateMention
    first: int
    last: int
    sentence: int


@dataclass(slots=True)
class Document:
    """A report's tokens, sentences, matches and things; built by `take_apart`."""

    report: Report
    pack: Pack
    tokens: list[Token]
    sentences: list[Sentence]
    sentence_of: list[int]
    matches: dict[str, list[Match]]
    things: list[Thing] = field(default_factory=list)
    thing_at: dict[int, Thing] = field(default_factory=dict)
    dates: list[DateAt] = field(default_factory=list)
    home: str | None = None
    quoted: list[bool] = field(default_factory=list)
    match_at: dict[str, dict[int, Match]] = field(default_factory=dict)
    known: set[int] = field(default_factory=set)
    """tokens that some lexicon of the language pack knows"""

    @property
    def published(self) -> dt.date | None:
        """The page's date, when it is known to the day."""
        try:
            return dt.date.fromisoformat(self.report.published or "")
        except ValueError:
            return None

    def words(self, category: str, sentence: Sentence) -> list[Match]:
        """The matches of a category that begin in a sentence."""
        found = self.matches.get(category, [])
        lo = bisect_left(found, sentence.first, key=lambda m: m.first)
        hi = bisect_left(found, sentence.last, key=lambda m: m.first)
        return found[lo:hi]

    def is_word(self, category: str, token: int) -> bool:
        """Whether a match of the category covers the token."""
        return token in self.match_at.get(category, {})

    def word(self, i: int) -> str:
        """The word at token `i` as a feature: a name is only `<name>`; no weight is learnt for a person or a place.

        A word with a capital in it is a name unless a lexicon of the language knows it.
        """
        token = self.tokens[i]
        if token.kind == "initial" or i in self.thing_at:
            return "<name>"
        if token.kind != "word" or i in self.known or token.text.islower():
            return token.key
        return "<open>" if i == self.sentences[self.sentence_of[i]].first else "<name>"

    def text(self, first: int, last: int) -> str:
        """The words from token `first` to `last` (exclusive), as they stand."""
        return self.report.text[self.tokens[first].start : self.tokens[last - 1].end]


def take_apart(report: Report) -> Document:
    """Read a report's tokens, match all lexicons once, and find the things and dates named in it."""
    pack = load(report.language)
    tokens, sentences = tokenize(report)
    _number_from_title(sentences)
    sentence_of = [s.index for s in sentences for _ in range(s.first, s.last)]
    matches: dict[str, list[Match]] = defaultdict(list)
    words = lexicon(report.language)
    for sentence in sentences:
        for match in words.match(tokens, sentence.first, sentence.last):
            matches[match.entry.category].append(match)
    doc = Document(report, pack, tokens, sentences, sentence_of, dict(matches))
    for category, found in matches.items():
        doc.match_at[category] = {i: m for m in found for i in range(m.first, m.last)}
        if category not in PLACE_CATEGORIES:
            doc.known.update(i for i, m in doc.match_at[category].items()
                             if not tokens[i].capital or "_" not in m.entry.pattern.split())  # fmt: skip
    doc.things = _things(doc)
    doc.thing_at = {i: t for t in doc.things for i in range(t.first, t.last)}
    doc.dates = _dates(doc)
    doc.quoted = _quoted(doc)
    return doc


def _number_from_title(sentences: list[Sentence]) -> None:
    """Number the paragraphs of a page without a title from 1: what has one paragraph, or a long first one, has none."""
    first = [s for s in sentences if not s.paragraph]
    if first and (len(first) == len(sentences) or first[-1].end - first[0].start > _LONGEST_TITLE):
        for sentence in sentences:
            sentence.paragraph += 1


def _things(doc: Document) -> list[Thing]:
    """Places and bodies, the longest where they overlap."""
    found = [(m.first, m.last, m.entry.category.removeprefix("word:"), m.entry.value)
             for c in PLACE_CATEGORIES for m in doc.matches.get(c, [])]  # fmt: skip
    starts = [t.start for t in doc.tokens]
    for name in gazetteer.find_formats(doc.report.text, doc.report.language):
        first, last = bisect_left(starts, name.start), bisect_left(starts, name.end)
        if first < last and doc.tokens[first].start == name.start:
            found.append((first, last, name.type, name.id))
    found += _pairs(doc)
    found.sort(key=lambda m: (m[0] - m[1], m[0]))
    taken: dict[int, tuple[int, int, str]] = {}
    out = []
    for first, last, kind, value in found:
        span = range(first, last)
        if any(i in taken and taken[i] != (first, last, PAIR) for i in span):
            continue
        taken.update(dict.fromkeys(span, (first, last, kind)))
        city = gazetteer.city(value) if kind == "city" else None
        country = city.country if city else value if kind in ("country", "demonym", "institution", PAIR) else None
        kind = {"ministries": "ministry", PAIR: "demonym"}.get(kind, kind)  # noqa: PLW2901
        out.append(Thing(kind, value, first, last, doc.sentence_of[first], country))
    out.sort(key=lambda t: t.first)
    return out


def _pairs(doc: Document) -> list[tuple[int, int, str, str]]:
    """Two countries joined in one word ("Kazakh-Jordanian", "казахско-иорданский")."""
    words = lexicon(doc.report.language)
    out = []
    for i, token in enumerate(doc.tokens):
        head, hyphen, tail = token.key.partition("-")
        if not hyphen or len(head) < 4 or len(tail) < 4 or i in doc.match_at.get("country", {}):
            continue
        heads = [head, *(head.removesuffix(old) + new for old, new in doc.pack.compound if head.endswith(old))]
        codes = [next((c for h in heads if (c := words.country(h))), None), words.country(tail)]
        out += [(i, i + 1, PAIR, code) for code in codes if code and None not in codes]
    return out


def settle(doc: Document, home: str | None) -> None:
    """Set the page's own country, and with it whose "our country" and "the foreign ministry" are."""
    doc.home = home
    for thing in doc.things:
        if thing.kind in ("home", "ministry"):
            thing.country = _owner(doc, thing) if thing.kind == "ministry" else home


def _owner(doc: Document, thing: Thing) -> str | None:
    """The country whose ministry it is: named right beside it, else the page's own."""
    for other in doc.things:
        near = 0 <= other.first - thing.last <= 1 or 0 <= thing.first - other.last <= 1
        if near and other.kind in ("country", "demonym"):
            return other.country
    return doc.home


def _dates(doc: Document) -> list[DateAt]:
    starts = [t.start for t in doc.tokens]
    out = []
    for mention in dates.find(doc.report.text, doc.report.language, doc.published):
        first = bisect_right(starts, mention.start) - 1
        if first < 0 or doc.tokens[first].end <= mention.start:
            first += 1
        if first >= len(starts) or starts[first] >= mention.end:
            continue
        last = bisect_left(starts, mention.end)
        out.append(DateAt(mention, first, last, doc.sentence_of[first]))
    return out


def _quoted(doc: Document) -> list[bool]:
    """For each token whether it stands inside quotation marks."""
    openers = {a: b for a, b in doc.pack.quotes if a != b}
    closers = set(openers.values()) - set(openers)
    even = {a for a, b in doc.pack.quotes if a == b}
    out = []
    depth, straight, paragraph = 0, False, -1
    for i, token in enumerate(doc.tokens):
        if doc.sentences[doc.sentence_of[i]].paragraph != paragraph:
            paragraph, depth, straight = doc.sentences[doc.sentence_of[i]].paragraph, 0, False
        if token.kind == "sign":
            if token.text in even:
                straight = not straight
            elif token.text in openers and not (token.text in openers.values() and depth):
                depth += 1
            elif token.text in closers or token.text in openers.values():
                depth = max(0, depth - 1)
        out.append(depth > 0 or straight)
    return out
