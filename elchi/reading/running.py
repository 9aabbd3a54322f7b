"""Furniture within running text: pages whose lines a crawler joined into one, words told twice in a row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from elchi.reading import datelines
from elchi.reading.lines import LONG
from elchi.reading.phrasebook import book, fold, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from elchi.reading.datelines import Stamp
    from elchi.reading.phrasebook import Phrase, PhraseBook
    from elchi.records import Span

_AHEAD: Final = 260
_TIME: Final = re.compile(r"[\s,|/–-]{1,4}\d{1,2}:\d{2}(?!\d)")
_TIME_BEFORE: Final = re.compile(r"(?<!\d)\d{1,2}:\d{2}[\s,|/–-]{1,4}$")
_COUNT: Final = re.compile(r"\s{1,3}\d{1,3}(?:[ \u00a0]?\d{3})?(?=\s)")
_YEAR_WORD: Final = re.compile(r"[\s-]?([^\W\d_]{1,4})\.?(?=[\s,|])")
_AUTHOR: Final = re.compile(r"\s{1,3}((?:[^\W\d_][\w'’ʻʼ‘`-]{1,25}\s{1,2}){2,3})([^\W\d_]{4,20})(?=\s)")
_SENTENCE_END: Final = re.compile(r"[.!?…»”\"]\s{1,4}(?=\S)")
_FULL_STOP: Final = re.compile(r"[.!?…][»”\"]?\s{1,4}[^\W\d_a-zа-яёәғқңөұүһіўҳ]")
_CREDIT: Final = re.compile(r"\s?[\w.-]{2,30}")
_WORD: Final = re.compile(r"\w+")
_OPENERS: Final = frozenset({"share", "more", "tags", "credit", "subscribe", "comments"})
_WORDS: Final = 5
"""How many words a phrase that follows a sentence may have."""

_TAIL: Final = 600
_RUN: Final = 60
"""Characters that are the same by no chance."""

_NEAR: Final = 2000
"""Characters within which the second copy begins."""

_GAP: Final = 8


@dataclass(frozen=True, slots=True)
class Flat:
    """What was found within running text: spans, the page's date, and a title that stands in front of it."""

    masked: tuple[Span, ...]
    dates: tuple[tuple[str, Stamp, str], ...]
    title: str | None


def read(text: str, body: Sequence[Span], *, first: bool) -> Flat:
    """Furniture within the lines of running text at `body`; `first` says that nothing stands above them."""
    spans: list[Span] = []
    dates: tuple[tuple[str, Stamp, str], ...] = ()
    title = None
    start, end = body[0]
    if first and end - start >= LONG:
        head = _head(text, start, end)
        spans += head.masked
        dates, title = head.dates, head.title
    for start, end in body:
        if end - start >= LONG:
            spans += _inline(text, start, end)
            spans += _told_twice(text, start, end)
    return Flat(tuple(spans), dates, title)


def _head(text: str, start: int, end: int) -> Flat:
    """Title, date, counter and author in front of the text, on the same line: "Title 3 May 2024 10:15 210 Text"."""
    window = text[start : min(end, start + _AHEAD)]
    for stamp in datelines.days(window):
        before = window[: stamp.start]
        at = stamp.end
        word = _YEAR_WORD.match(window, at)
        if word and fold(word[1]) in book().year:
            at = word.end()
        timed = _TIME.match(window, at)
        early = _TIME_BEFORE.search(before)
        at = timed.end() if timed else at
        count = _COUNT.match(window, at)
        if stamp.year is None or not (timed or early or count) or _FULL_STOP.search(before):
            continue
        at = count.end() if count else at
        author = _AUTHOR.match(window, at)
        if author and fold(author[2]) in book().roles:
            at = author.end()
        follows = window[at:].lstrip(" ,|/–—-")[:1]
        if not (follows.isupper() or not follows.isalnum()):
            continue
        begin = early.start() if early else stamp.start
        title = before[:begin].strip(" |/,–—-") or None
        return Flat(((start + begin, start + at),), ((window, stamp, ""),), title)
    return Flat((), (), None)


def _inline(text: str, start: int, end: int) -> list[Span]:
    """Phrases of furniture that follow a sentence on the same line, to the end of it where no sentence follows."""
    out: list[Span] = []
    phrases = book()
    for m in _SENTENCE_END.finditer(text, start, end):
        if out and m.end() < out[-1][1]:
            continue
        words = tokens(text[m.end() : min(end, m.end() + 80)], _WORDS + 1)
        found = _opening(words, phrases)
        if found is None:
            continue
        at, colon = _after(text, m.end(), end, len([w for w in found.words if w not in (":", "#")]))
        rest = text[at : min(end, at + _TAIL)]
        if end - at <= _TAIL and not _FULL_STOP.search(rest) and not rest.rstrip().endswith("."):
            out.append((m.end(), end))
        elif found.category == "credit" and colon:
            name = _CREDIT.match(text, at, end)
            out.append((m.end(), name.end() if name else at))
        elif found.category in ("share", "more") and (colon or len(found.words) > 1):
            out.append((m.end(), at))
    return out


def _opening(words: Sequence[str], phrases: PhraseBook) -> Phrase | None:
    """The phrase that these words begin with, where it is one that a report does not begin a sentence with."""
    for count in range(min(_WORDS, len(words)), 0, -1):
        found = phrases.match(words[:count])
        if found is not None and found.category in _OPENERS:
            size = len(found.words)
            colon = ":" in found.words or words[size : size + 1] == [":"]
            return found if colon or (len(found.words) > 1 and not found.precedes) else None
    return None


def _after(text: str, start: int, end: int, count: int) -> tuple[int, bool]:
    """The offset after `count` words and a colon, if one follows."""
    at = start
    for m in _WORD.finditer(text, start, end):
        at = m.end()
        count -= 1
        if count <= 0:
            break
    colon = text[at : at + 2].lstrip().startswith(":")
    return (text.index(":", at) + 1 if colon else at), colon


def _told_twice(text: str, start: int, end: int) -> list[Span]:
    """A run of words that is repeated at once, as where a lead was glued to its text: the first copy."""
    out: list[Span] = []
    at = start
    while at + 2 * _RUN <= end:
        copy = text.find(text[at : at + _RUN], at + _RUN, min(end, at + _NEAR))
        span = _copied(text, at, copy, out[-1][1] if out else start) if copy >= 0 else None
        if span is not None:
            out.append(span)
        at = max(at + _RUN, span[1] if span is not None else 0)
    return out


def _copied(text: str, one: int, two: int, floor: int) -> Span | None:
    """The first of two copies of the same words, where nothing but punctuation lies between them."""
    distance = two - one
    while one > floor and text[one - 1] == text[one - 1 + distance]:
        one -= 1
    length = 0
    while (
        length < distance
        and text[one + length : one + length + 1] == text[one + distance + length : one + distance + length + 1]
    ):
        length += 1
    between = text[one + length : one + distance]
    return (one, one + distance) if len(between) <= _GAP and not _WORD.search(between) else None
