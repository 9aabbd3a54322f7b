"""Reckoning with dates of three exactnesses, written as ISO `YYYY`, `YYYY-MM` and `YYYY-MM-DD`."""

from __future__ import annotations

import datetime

Day = tuple[int, int, int | None]
"""Year, month, and day or None."""


def parts(iso: str) -> tuple[int, int | None, int | None]:
    """Split an ISO date of any exactness into year, month and day."""
    numbers = [int(part) for part in iso.split("-")]
    year, month, day = (*numbers, None, None)[:3]
    return year or 0, month, day


def checked(iso: str) -> str | None:
    """Return `iso` if there is such a day, month or year in the calendar, else None."""
    year, month, day = parts(iso)
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        return None
    return iso


def written(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """Write a date as exactly as it is known; None when the calendar has no such date."""
    iso = f"{year:04d}"
    if month is not None:
        iso += f"-{month:02d}"
        if day is not None:
            iso += f"-{day:02d}"
    return checked(iso)


def middle(iso: str) -> datetime.date:
    """Return a day in the middle of a valid date of any exactness."""
    year, month, day = parts(iso)
    return datetime.date(year, month or 7, day or (15 if month else 1))


def month_after(year: int, month: int, count: int) -> str:
    """Return the month `count` months after the given one (before it when negative), as `YYYY-MM`."""
    index = year * 12 + month - 1 + count
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def week(anchor: datetime.date, shift: int, days: slice = slice(0, 7)) -> str | None:
    """Return the week `shift` weeks from the anchor's, Monday to Sunday: its month, or its year if in two months."""
    monday = anchor - datetime.timedelta(days=anchor.weekday()) + datetime.timedelta(weeks=shift)
    span = [(monday + datetime.timedelta(days=n)).isoformat() for n in range(7)][days]
    for length in (7, 4):
        if span[0][:length] == span[-1][:length]:
            return span[0][:length]
    return None


def weekday(anchor: datetime.date, day: int, *, after: bool, strictly: bool = False) -> datetime.date:
    """Return the weekday `day` (1 is Monday) nearest to the anchor, after or before it, or on it unless `strictly`."""
    step = (day - anchor.isoweekday()) % 7 if after else -((anchor.isoweekday() - day) % 7)
    if strictly and step == 0:
        step = 7 if after else -7
    return anchor + datetime.timedelta(days=step)


def _year_of(anchor: datetime.date, month: int, day: int | None, *, after: bool) -> int:
    """Return the year that puts a month or a day nearest to the anchor on the side asked for."""
    mine = (month, day) if day is not None else (month,)
    theirs = (anchor.month, anchor.day) if day is not None else (anchor.month,)
    if after:
        return anchor.year + (mine < theirs)
    return anchor.year - (mine > theirs)


def placed(
    anchor: datetime.date, start: tuple[int, int | None], end: tuple[int, int | None] | None, *, after: bool
) -> tuple[str, str | None] | None:
    """Give a yearless `(month, day)` or range of them its year.

    `after` asks for the earliest reading that does not end before the anchor, else for the latest that does not
    begin after it. A 29 February goes to the nearest leap year on that side. None when there is no such day.
    """
    wraps = end is not None and _order(end) < _order(start)
    month, day = end if after and end is not None else start
    year = _year_of(anchor, month, day, after=after) - (1 if after and wraps else 0)
    for _ in range(9):
        first = written(year, *start)
        last = written(year + wraps, *end) if end is not None else None
        if first and (last or end is None):
            return first, last
        year += 1 if after else -1
    return None


def _order(point: tuple[int, int | None]) -> tuple[int, int]:
    return point[0], point[1] or 0
