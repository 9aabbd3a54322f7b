"""A report taken apart once, for all the steps that read it: tokens, lexicon matches, things named, dates."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from elchi import dates, gazetteer
from elchi.extraction.lexicon import Match, lexicon
from elchi.extraction.tokens import Sentence, Token, tokenize
from elchi.languages import Pack, load
from elchi.records import Report

if TYPE_CHECKING:
    from elchi.tagging.model import Tagger

PLACE_CATEGORIES: Final = (
    "country", "demonym", "city", "body", "region", "institution", "word:home", "word:ministries"
)  # fmt: skip


PAIR: Final = "pair"
_LONGEST_TITLE: Final = 250
_LATEST_DATELINE: Final = 8


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
    earlier: str | None
    """the date told last before this one"""


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
    classes: list[set[str]] = field(default_factory=list)
    """for each token the categories of the matches that cover it"""
    in_sentence: dict[tuple[str, int], list[Match]] = field(default_factory=dict)
    """the matches of a category that begin in a sentence"""
    thing_rows: list[int] = field(default_factory=list)
    """the sentence of each thing"""
    date_rows: list[int] = field(default_factory=list)
    """the sentence of each date"""
    first_city: Thing | None = None
    dateline: Thing | None = None
    """the city that a page is dated from ("HAVANA, March 16 –")"""
    tagger: Tagger | None = None
    """what tells names of people, the package's own when None"""
    told: Counter[str] = field(default_factory=Counter)
    """how often each country, city and body is named"""

    @property
    def published(self) -> dt.date | None:
        """The page's date, when it is known to the day."""
        try:
            return dt.date.fromisoformat(self.report.published or "")
        except ValueError:
            return None

    def words(self, category: str, sentence: Sentence) -> list[Match]:
        """The matches of a category that begin in a sentence."""
        return self.in_sentence.get((category, sentence.index), [])

    def things_in(self, first: int, last: int | None = None) -> list[Thing]:
        """The things of the sentences `first` to `last`, both included; of `first` alone without `last`."""
        rows = self.thing_rows
        return self.things[bisect_left(rows, first) : bisect_right(rows, first if last is None else last)]

    def things_around(self, sentence: int, *, back: int, ahead: int, lead: int) -> list[Thing]:
        """The things of a sentence, of so many before and after it, and of the report's first, up to `lead`."""
        if sentence - back <= lead:
            return self.things_in(0, max(lead, sentence + ahead))
        return self.things_in(0, lead) + self.things_in(sentence - back, sentence + ahead)

    def dates_in(self, first: int, last: int | None = None) -> list[DateAt]:
        """The dates of the sentences `first` to `last`, both included; of `first` alone without `last`."""
        rows = self.date_rows
        return self.dates[bisect_left(rows, first) : bisect_right(rows, first if last is None else last)]

    def is_word(self, category: str, token: int) -> bool:
        """Whether a match of the category covers the token."""
        return 0 <= token < len(self.classes) and category in self.classes[token]

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
    at: dict[str, dict[int, Match]] = defaultdict(dict)
    in_sentence: dict[tuple[str, int], list[Match]] = defaultdict(list)
    classes: list[set[str]] = [set() for _ in tokens]
    words = lexicon(report.language)
    for sentence in sentences:
        for match in words.match(tokens, sentence.first, sentence.last):
            category = match.entry.category
            matches[category].append(match)
            in_sentence[category, sentence.index].append(match)
            for i in range(match.first, match.last):
                at[category][i] = match
                classes[i].add(category)
    doc = Document(report, pack, tokens, sentences, sentence_of, dict(matches), match_at=dict(at),
                   classes=classes, in_sentence=dict(in_sentence))  # fmt: skip
    doc.known = {i for category, found in at.items() if category not in PLACE_CATEGORIES for i, m in found.items()
                 if not tokens[i].capital or "_" not in m.entry.pattern.split()}  # fmt: skip
    doc.things = _things(doc)
    doc.thing_rows = [t.sentence for t in doc.things]
    doc.first_city = next((t for t in doc.things if t.kind == "city"), None)
    doc.thing_at = {i: t for t in doc.things for i in range(t.first, t.last)}
    doc.dates = _dates(doc)
    doc.date_rows = [d.sentence for d in doc.dates]
    doc.quoted = _quoted(doc)
    doc.dateline = next((t for t in doc.things if t.kind == "city" and _dates_page(doc, t)), None)
    doc.told = Counter(key for t in doc.things for key in ({t.id, t.country} if t.country else {t.id}))
    return doc


def _dates_page(doc: Document, city: Thing) -> bool:
    """Whether a city opens a paragraph near the page's top, in capitals or before a date or a dash."""
    sentence = doc.sentences[city.sentence]
    opens = city.sentence == 0 or doc.sentences[city.sentence - 1].paragraph != sentence.paragraph
    if sentence.paragraph == 0 or not opens or city.first - sentence.first > 1 or city.sentence > _LATEST_DATELINE:
        return False
    after = doc.tokens[city.last : city.last + 6]
    dated = any(city.last <= d.first <= city.last + 4 for d in doc.dates_in(city.sentence))
    dash = any(t.text in "–—-/|" for t in after if t.kind == "sign")
    return doc.tokens[city.first].text.isupper() or dated or dash


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
        if "-" not in token.key:
            continue
        head, _, tail = token.key.partition("-")
        if len(head) < 4 or len(tail) < 4 or i in doc.match_at.get("country", {}):
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
    for other in doc.things_in(thing.sentence - 1, thing.sentence + 1):
        near = 0 <= other.first - thing.last <= 1 or 0 <= thing.first - other.last <= 1
        if near and other.kind in ("country", "demonym"):
            return other.country
    return doc.home


def _dates(doc: Document) -> list[DateAt]:
    starts = [t.start for t in doc.tokens]
    out = []
    earlier: str | None = None
    for mention in dates.find(doc.report.text, doc.report.language, doc.published):
        first = bisect_right(starts, mention.start) - 1
        if first < 0 or doc.tokens[first].end <= mention.start:
            first += 1
        if first >= len(starts) or starts[first] >= mention.end:
            continue
        last = bisect_left(starts, mention.end)
        out.append(DateAt(mention, first, last, doc.sentence_of[first], earlier))
        if mention.first and mention.kind in ("absolute", "relative"):
            earlier = mention.first
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
