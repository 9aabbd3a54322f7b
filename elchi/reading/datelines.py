"""Dates as pages print them: day, month and year in the five languages and in figures, with or without the year."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from elchi.reading.phrasebook import PhraseBook, book, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

FIRST_YEAR: Final = 1990
"""No page of the web is older."""

LAST_YEAR: Final = 2099

_MONTH: Final = r"(?P<month>[^\W\d_]{3,12})"
_ORDINAL: Final = r"(?:st|nd|rd|th|(?:[-‑](?:го|е|ші|шы|inchi|nchi|инчи|нчи)))?"
_GAP: Final = r"(?:[\s‑–-]{1,3}|[./])"
_SHORT_YEAR: Final = r"[(]?['’‘]?(?P<year>\d{4}|(?<=['’‘])\d{2}|\d{2}(?=\s?[гжй]\.))(?!\d)"
_BETWEEN: Final = r"[\s,]{0,3}(?:\(?(?P<between>[^\W\d_]{2,12}|\d{1,2}[:.]\d{2})\.?\)?)?[\s,]{1,3}\(?"
_SHAPES: Final = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"(?<![\d.])(?P<year>\d{4})(?P<sep>[-‑/.])(?P<mon>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)",
        r"(?<![\d.‑-])(?P<day>\d{1,2})(?P<sep>[./·‑-])(?P<mon>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?!\d|[‑-]\d)",
        r"(?<![\d.])(?P<day>\d{1,2})\s?(?P<sep>[./-])\s(?P<mon>\d{1,2})\s?(?P=sep)\s(?P<year>\d{4})(?!\d)",
        r"(?<![\d.])(?P<day>\d{1,2})[\s./-](?P<roman>[IVXІХ]{1,4})(?:[./-](?P<two>\d{2})|[\s./-](?P<year>\d{4}))(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}{_GAP}(?:of\s)?{_MONTH}\.?,?[\s./‑-]{{0,3}}{_SHORT_YEAR}",
        rf"(?<!\w){_MONTH}\.?\s{{1,3}}(?P<day>\d{{1,2}}){_ORDINAL},?\s{{1,3}}{_SHORT_YEAR}",
        rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}{_GAP}(?:of\s)?{_MONTH}\.?{_BETWEEN}(?P<year>\d{{4}})(?!\d)",
        rf"(?<!\w){_MONTH}\.?\s{{1,3}}(?P<day>\d{{1,2}}){_ORDINAL}{_BETWEEN}(?P<year>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<year>\d{{4}})[\s‑-]{{0,2}}(?P<word>[^\W\d_]{{1,6}})\.?,?\s{{1,3}}(?P<day>\d{{1,2}})[\s‑-]{{1,3}}{_MONTH}",
        rf"(?<!\d)(?P<year>\d{{4}})(?:,\s|[\s./-]){_MONTH}\.?[\s./-]{{1,2}}(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}[\s‑-]{{1,3}}(?:of\s)?{_MONTH}(?!\w)",
        rf"(?<!\w){_MONTH}\.?\s{{1,3}}(?P<day>\d{{1,2}})(?!\d)",
    )
)
"""From the most telling to the least; a later one never takes characters that an earlier one took."""

_ROMAN: Final = dict(
    zip(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), range(1, 13), strict=True)
)
_LATIN: Final = str.maketrans("ІХ", "IX")
_DAY_TO: Final = re.compile(r"(?<![\d:.№/-])(?<!№\s)(\d{1,2})\s?[-‑–—]\s?$")
_TO_DAY: Final = re.compile(r"\s?[-‑–—]\s?(\d{1,2})(?![\d:.])")
_FIGURE: Final = re.compile(r"\d")
_DASHES: Final = frozenset("-‑–—")
_TIME: Final = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)")
_CLOCKED: Final = re.compile(r"\(?\b(?:GMT|UTC)\s?[+\u2212-]\s?\d{1,2}(?::?\d{2})?\)?", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019\u02bb\u02bc\u2018`-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in a line: its offsets in that line, and what it says; `year` None when it says none.

    `slashed` is true for figures whose order is not certain: 03/04/2025. `ranged` is true for an end of a run of days,
    16–18 October, which no page is dated by.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int
    slashed: bool = False
    ranged: bool = False

    def date(self, year: int | None = None) -> datetime.date | None:
        """The date it is, in `year` where it names none; None when there is no such day."""
        chosen = self.year if self.year is not None else year
        try:
            return datetime.date(chosen, self.month, self.day) if chosen is not None else None
        except ValueError:
            return None


def find(text: str) -> list[Stamp]:
    """The dates in `text`, in order."""
    return list(_found(text))


@lru_cache(maxsize=8)  # a line is looked at in more ways than one
def _found(text: str) -> tuple[Stamp, ...]:
    if not _FIGURE.search(text):
        return ()
    phrases = book()
    found: list[Stamp] = []
    taken = bytearray(len(text))
    for shape in _SHAPES:
        for m in shape.finditer(text):
            if any(taken[m.start() : m.end()]):
                continue
            stamp = _stamp(m, phrases)
            if stamp:
                found.append(stamp)
                taken[stamp.start : stamp.end] = b"\1" * (stamp.end - stamp.start)
    found.sort(key=lambda s: s.start)
    for i, (one, two) in enumerate(pairwise(found)):
        if one.year is None and two.year is not None and text[one.end : two.start].strip() in _DASHES:
            found[i], found[i + 1] = replace(one, ranged=True), replace(two, ranged=True)
    return tuple(found)


def days(text: str) -> list[Stamp]:
    """The dates in `text` that are one day each."""
    return [s for s in find(text) if not s.ranged]


def _stamp(m: re.Match[str], phrases: PhraseBook) -> Stamp | None:
    groups = m.groupdict()
    word, between = groups.get("word"), groups.get("between")
    if word is not None and fold(word) not in phrases.year:
        return None
    if between is not None and between.isalpha() and fold(between) not in phrases.weekdays:
        return None
    month, day = _month(groups, phrases), int(groups["day"])
    written = groups.get("year") or groups.get("two")
    year = int(written) if written else None
    if year is not None and year < 100:
        year += 2000
    if month is None or not 1 <= day <= 31 or (year is not None and not FIRST_YEAR <= year <= LAST_YEAR):
        return None
    slashed = groups.get("sep") == "/" and m["year"] != m[0][:4]
    if month > 12:
        if not slashed or day > 12:
            return None
        day, month = month, day
    if month < 1:
        return None
    start, end = m.span()
    if groups.get("month") is not None and m.end("month") == end and m.string[end : end + 1] == ".":
        end += 1
    if m[0].count("(") > m[0].count(")") and m.string[end : end + 1] == ")":
        end += 1
    stamp = Stamp(start, end, year, month, day, slashed and day <= 12, _ranged(m))
    return stamp if stamp.date(2000) else None


def _month(groups: Mapping[str, str | None], phrases: PhraseBook) -> int | None:
    name, roman, figures = groups.get("month"), groups.get("roman"), groups.get("mon")
    if name is not None:
        return phrases.months.get(fold(name))
    if roman is not None:
        return _ROMAN.get(roman.translate(_LATIN))
    return int(figures) if figures is not None else None


def _ranged(m: re.Match[str]) -> bool:
    """Whether a day is the first or the last of several: 16–18 October, October 16-18, 30 May – 2 June."""
    text, day = m.string, int(m["day"])
    if m.start("day") == m.start():
        first = _DAY_TO.search(text, max(0, m.start() - 8), m.start())
        if first and int(first[1]) < day:
            return True
    last = _TO_DAY.match(text, m.end("day")) if m.groupdict().get("month") else None
    return last is not None and day < int(last[1]) <= 31


def times(text: str) -> list[tuple[int, int]]:
    """Spans of clock times and of time zones."""
    return [m.span() for pattern in (_CLOCKED, _TIME) for m in pattern.finditer(text)]


def blank(text: str, spans: list[tuple[int, int]]) -> str:
    """`text` with the spans made white space, offsets kept."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def residue(text: str, stamps: list[Stamp]) -> list[str]:
    """The words of a date line, folded, that are not of its dates and times."""
    phrases = book()
    rest = blank(text, [(s.start, s.end) for s in stamps] + times(text))
    noise = phrases.year | phrases.clock
    words = (fold(m[0]) for m in _WORD.finditer(rest))
    return [w for w in words if w not in noise and w not in phrases.weekdays and len(w) > 1]


def weekday(text: str) -> int | None:
    """The weekday that a date line names, Monday is 0."""
    phrases = book()
    for m in _WORD.finditer(text):
        day = phrases.weekdays.get(fold(m[0]))
        if day is not None:
            return day
    return None


def years(text: str) -> set[int]:
    """Every year that the text names in four figures."""
    return {int(m[0]) for m in _YEAR.finditer(text)}


def resolved(stamp: Stamp, candidates: Iterable[int], fits: Callable[[datetime.date], bool]) -> datetime.date | None:
    """The one date among the years offered that fits; None where none does or several do."""
    dates = {d for d in (stamp.date(y) for y in candidates) if d is not None and fits(d)}
    return dates.pop() if len(dates) == 1 else None
