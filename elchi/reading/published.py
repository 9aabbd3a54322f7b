"""When a page was published: what it says of itself, never the date of an event, never a day yet to come."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Final

from elchi.reading import apart, datelines

if TYPE_CHECKING:
    from elchi.reading.datelines import Stamp
    from elchi.reading.furniture import Layout

_ISO: Final = re.compile(r"\s{0,9}(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_IN_URL: Final = (
    re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.](\d{1,2})[-_.](\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)"),
    re.compile(r"/(?P<d>\d{1,2})[-/](?P<m>\d{1,2})[-/](?P<y>(?:19|20)\d\d)(?!\d)"),
)
_LOOKED_AT: Final = 12
_NEAR: Final = 45
"""Days between a date line without its year and a full date in the text that gives it one."""
_OF_YEAR: Final = (
    re.compile(
        r"(?:©|\([cс]\)|copyright)[^\n\d]{0,30}(?:(?:19|20)\d\d\s?[–-]\s?)?((?:19|20)\d\d)(?!\d)", re.IGNORECASE
    ),
    re.compile(r"(?<![\d–-])(20\d\d)(?!\d)[^\n\d.]{0,6}\.?\s{0,2}(?:©|\([cс]\)|copyright)", re.IGNORECASE),
    re.compile(
        r"^[^\S\n]{0,9}(20\d\d)(?:[\s-]{1,2}[^\W\d_]{1,5}\.?)?[^\S\n]{0,9}(?:[,|.]?\s{0,3}№\s?\d{1,4}.{0,20})?$",
        re.MULTILINE,
    ),
)


def in_words(text: str) -> datetime.date | None:
    """The date that a field such as `published` gives: ISO (with or without a time), or as a page prints it."""
    m = _ISO.match(text)
    if m:
        return _date(*m.groups())
    stamps = datelines.find(text[:120])
    return next((d for s in stamps if (d := s.date()) is not None), None)


def in_url(url: str) -> datetime.date | None:
    """The date in a page's address: /2025/09/18/, 2025-09-18, 20250918, /18-09-2025."""
    for shape in _IN_URL:
        for m in shape.finditer(url[:2000]):
            groups = m.groupdict()
            found = _date(groups["y"], groups["m"], groups["d"]) if groups else _date(*m.groups())
            if found is not None:
                return found
    return None


def on_page(page: Layout, text: str, today: datetime.date) -> datetime.date | None:
    """The date that the page prints above or below its text, or at the head of its first sentence.

    May be a day to come, which the caller does not trust. A date without a year is given one only where the page
    leaves no choice: the same day or one near it with a year elsewhere, or a weekday that fits a year it names.
    """
    dated = sorted(page.dates[:_LOOKED_AT], key=lambda x: x[2] == "updated")
    for line, stamp, _ in dated:
        found = _of(stamp, line, text, today)
        if found is not None:
            return found
    for opening in page.openings:
        found = _at_opening(opening, text, today)
        if found is not None:
            return found
    return None


def _at_opening(opening: str, text: str, today: datetime.date) -> datetime.date | None:
    """The date of an agency's opening words: "BAKU, 28 January. …", "Cairo, December 10, 2025 – …"."""
    for stamp in datelines.days(opening[: apart.HEAD])[:1]:
        if apart.opens(opening[: 2 * apart.HEAD], stamp):
            return _of(stamp, opening[: apart.HEAD], text, today)
    return None


def _of(stamp: Stamp, line: str, text: str, today: datetime.date) -> datetime.date | None:
    if stamp.slashed and stamp.year is not None:
        return _ordered(stamp, text)
    if stamp.year is not None:
        return stamp.date()
    full = [s for s in _elsewhere(text) if s.year is not None and not s.slashed]
    same = {s.year for s in full if s.year is not None and (s.month, s.day) == (stamp.month, stamp.day)}
    near = {d.year + step for s in full if (d := s.date()) for step in (-1, 0, 1) if _near(stamp, d, d.year + step)}
    for named in (same, near):
        found = datelines.resolved(stamp, named, lambda d: d <= today)
        if found is not None:
            return found
    weekday = datelines.weekday(line)
    years = datelines.years(text) if weekday is not None else set()
    around = {y + step for y in years for step in (-1, 0, 1)}
    found = datelines.resolved(stamp, around, lambda d: d <= today and d.weekday() == weekday)
    return found or _in_notice(stamp, weekday, text, today)


def _in_notice(stamp: Stamp, weekday: int | None, text: str, today: datetime.date) -> datetime.date | None:
    """The date in the year of the page's notice of copyright, or of a line that is nothing but a year."""
    named = {int(year) for shape in _OF_YEAR for m in shape.finditer(text) for year in m.groups() if year}
    return datelines.resolved(stamp, named, lambda d: d <= today and weekday in (None, d.weekday()))


def _near(stamp: Stamp, other: datetime.date, year: int) -> bool:
    found = stamp.date(year)
    return found is not None and abs((found - other).days) <= _NEAR


def _ordered(stamp: Stamp, text: str) -> datetime.date | None:
    """Figures between slashes, day first unless the text names the other order's day and month in words."""
    turned = datelines.Stamp(stamp.start, stamp.end, stamp.year, stamp.day, stamp.month)
    named = {(s.month, s.day) for s in _elsewhere(text) if not s.slashed}
    if (turned.month, turned.day) in named and (stamp.month, stamp.day) not in named:
        return turned.date()
    return stamp.date()


def _elsewhere(text: str) -> list[Stamp]:
    return datelines.find(text[:20_000])


def _date(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day)) if int(year) >= datelines.FIRST_YEAR else None
    except ValueError:
        return None
