"""From the values of a matched rule to a date: one function for each way of reading (`lexicon.READS`).

Each takes the slots (the values of the matched words; a trailing 2 marks the end of a range) and the page's date, and
returns a DateMention at offset 0, or None when the words make no date of the calendar.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Final

from elchi.dates import calendar
from elchi.dates.mention import DateMention
from elchi.dates.pack import UNITS

Slots = Mapping[str, int]
Anchor = datetime.date | None

_YEAR: Final = UNITS.index("year")
_MONTH: Final = UNITS.index("month")
_WEEK: Final = UNITS.index("week")
_NEW_YEAR_NEARS: Final = 6
"""From July on "the new year" is the next one, before that the one that has begun."""


def _mention(first: str | None, last: str | None = None, kind: str = "absolute") -> DateMention:
    return DateMention(0, 0, first, last if last != first else None, kind)


def read_date(slots: Slots, anchor: Anchor) -> DateMention | None:
    """Read a calendar date or a range: figures, day, month, year, a year told from the page's ("last year")."""
    if "numeric" in slots:
        first, last = (_figures(slots.get(slot)) for slot in ("numeric", "numeric2"))
        return _mention(first, last) if first else None
    if slots.get("unit") == _MONTH and "shift" in slots and "month" not in slots:
        return _day_of_month(slots, anchor)
    month2 = slots.get("month2", slots.get("month"))
    start = (slots.get("month", month2), slots.get("day"))
    end = (month2, slots.get("day2")) if "day2" in slots or "month2" in slots else None
    if end is not None and start[1] is not None and end[1] is None:
        return None
    relative, told = _told_year(slots, anchor)
    year = slots.get("year", told)
    if start[0] is None:
        return _years(slots, year, relative=relative)
    start = (start[0], start[1])
    year2 = slots.get("year2")
    if slots.get("unit2") == _YEAR and anchor is not None:
        year2 = anchor.year + slots.get("shift2", 0) if year2 is None else year2
    if relative and year is None:
        return _mention(None)
    if year is None and year2 is None:
        return _yearless(slots, anchor, (start[0], start[1]), (end[0] or 0, end[1]) if end else None)
    wraps = end is not None and (end[0] or 0, end[1] or 0) < (start[0], start[1] or 0)
    if year is None and year2 is not None:
        year = year2 - wraps
    elif year is not None and year2 is None:
        year2 = year + wraps
    assert year is not None and year2 is not None  # noqa: S101 - one is known, and the other follows from it
    first = calendar.written(year, *start)
    last = calendar.written(year2, *end) if end else None
    if first is None or (end and (last is None or last < first)):
        return None
    return _mention(first, last)


def _figures(value: int | None) -> str | None:
    if value is None:
        return None
    return calendar.written(value // 10000, value // 100 % 100, value % 100)


def _told_year(slots: Slots, anchor: Anchor) -> tuple[bool, int | None]:
    """Return whether the year is told from the page's, and the year if the page's is known."""
    if "yearshift" in slots:
        shift = slots["yearshift"]
    elif slots.get("unit") == _YEAR and "year" not in slots:
        shift = slots.get("shift", 0)
    else:
        return False, None
    return True, anchor.year + shift if anchor else None


def _years(slots: Slots, year: int | None, *, relative: bool) -> DateMention | None:
    """Read a year or a range of years."""
    kind = "relative" if relative and "year" not in slots else "absolute"
    if year is None:
        return _mention(None, kind=kind) if relative else None
    last = slots.get("year2")
    if "short_year2" in slots:
        last = year // 100 * 100 + slots["short_year2"]
    if last is not None and last <= year:
        return None
    return _mention(f"{year:04d}", f"{last:04d}" if last else None, kind)


def _day_of_month(slots: Slots, anchor: Anchor) -> DateMention | None:
    """Read "the 18th of this month"."""
    if anchor is None:
        return _mention(None, kind="relative")
    month = calendar.month_after(anchor.year, anchor.month, slots["shift"])
    days = [calendar.checked(f"{month}-{slots[slot]:02d}") for slot in ("day", "day2") if slot in slots]
    if None in days or days != sorted(filter(None, days)):
        return None
    return _mention(days[0], days[-1], "relative")


def _yearless(
    slots: Slots, anchor: Anchor, start: tuple[int, int | None], end: tuple[int, int | None] | None
) -> DateMention | None:
    if calendar.placed(datetime.date(2000, 1, 1), start, end, after=True) is None:
        return None
    rest = f"-{start[0]:02d}" + (f"-{start[1]:02d}" if start[1] else "")
    if anchor is None:
        return DateMention(0, 0, None, None, "absolute", yearless=True, unit="year", rest=rest)
    shift = slots.get("shift")
    past_anchor = anchor.replace(day=1) - datetime.timedelta(days=1) if shift == -1 else anchor
    future_anchor = anchor.replace(day=28) + datetime.timedelta(days=4) if shift == 1 else anchor
    past = calendar.placed(past_anchor, start, end, after=False)
    future = calendar.placed(future_anchor, start, end, after=True)
    if past is None or future is None:
        return None
    if shift == 0:
        past = future = past if past[0][:4] == f"{anchor.year:04d}" else future
    elif shift:
        past = future = past if shift < 0 else future
    return DateMention(
        0, 0, *past, "absolute", yearless=True, future=future[0], future_last=future[1], unit="year", rest=rest
    )


def read_season(slots: Slots, anchor: Anchor) -> DateMention | None:
    """Read a season or a quarter: its year, as no month is told."""
    relative, told = _told_year(slots, anchor)
    year = slots.get("year", told)
    if year is not None or relative:
        return _mention(f"{year:04d}" if year else None)
    if "season" not in slots:
        return _mention(f"{anchor.year:04d}", kind="relative") if anchor else _mention(None, kind="relative")
    if slots.get("shift") == 1:
        # The next autumn is not the one that has begun: counted from the season's first month.
        slots = {**slots, "season": (slots["season"] - 2) % 12 + 1}
    found = _yearless(slots, anchor, (slots["season"], None), None)
    if found is None or found.first is None:
        return _mention(None)
    future = found.future[:4] if found.future else None
    return DateMention(0, 0, found.first[:4], None, "absolute", yearless=True, future=future, unit="year")


def read_day(slots: Slots, anchor: Anchor) -> DateMention | None:
    """Read yesterday, today, tomorrow; the day before yesterday and after tomorrow.

    A word that has a value as `apart` as well may also be counted from the date mentioned before.
    """
    shift = slots["dayshift"]
    if "unit" in slots:
        shift, slots = shift + slots["apart"], {}
    first = (anchor + datetime.timedelta(days=shift)).isoformat() if anchor else None
    return DateMention(0, 0, first, None, "relative", offset=shift if "apart" in slots else None)


def read_weekday(slots: Slots, anchor: Anchor) -> DateMention | None:
    """Read a weekday, bare, with last, this or next, or of a week told from the page's."""
    if anchor is None:
        return _mention(None, kind="relative")
    day, shift = slots["weekday"], slots.get("shift")
    if slots.get("unit") == _WEEK or shift == 0:
        monday = anchor - datetime.timedelta(days=anchor.weekday()) + datetime.timedelta(weeks=shift or 0)
        return _mention((monday + datetime.timedelta(days=day - 1)).isoformat(), kind="relative")
    if shift:
        first = calendar.weekday(anchor, day, after=shift > 0, strictly=True).isoformat()
        return _mention(first, kind="relative")
    past, future = (calendar.weekday(anchor, day, after=after).isoformat() for after in (False, True))
    return DateMention(0, 0, past, None, "relative", future=future)


def read_unit(slots: Slots, anchor: Anchor) -> DateMention | None:
    """Read last, this or next week, weekend, month or year, and the new year."""
    if anchor is None:
        return _mention(None, kind="relative")
    shift = slots.get("shift", 0)
    if "newyear" in slots:
        return _mention(f"{anchor.year + (anchor.month > _NEW_YEAR_NEARS):04d}", kind="relative")
    name = UNITS[slots["unit"]]
    if name == "year":
        return _mention(f"{anchor.year + shift:04d}", kind="relative")
    if name == "month":
        return _mention(calendar.month_after(anchor.year, anchor.month, shift), kind="relative")
    if name == "day":
        return _mention((anchor + datetime.timedelta(days=shift)).isoformat(), kind="relative")
    days = slice(5, 7) if name == "weekend" else slice(0, 7)
    return _mention(calendar.week(anchor, shift, days), kind="relative")


def read_count(slots: Slots, anchor: Anchor) -> DateMention | None:
    """Read "N days ago", from the page's date, or "N days earlier", from the date mentioned before."""
    count, unit = slots.get("number", 1), UNITS[slots["unit"]]
    if unit == "weekend":
        return None
    if "ago" not in slots:
        return DateMention(0, 0, None, None, "same", offset=count * slots["apart"], unit=unit)
    if anchor is None:
        return _mention(None, kind="relative")
    count *= slots["ago"]
    if unit == "year":
        return _mention(f"{anchor.year + count:04d}", kind="relative")
    if unit == "month":
        return _mention(calendar.month_after(anchor.year, anchor.month, count), kind="relative")
    day = (anchor + datetime.timedelta(days=count * (7 if unit == "week" else 1))).isoformat()
    return _mention(day[: 7 if unit == "week" else 10], kind="relative")


def read_same(slots: Slots, anchor: Anchor) -> DateMention | None:  # noqa: ARG001 - counted from another date
    """Read "on the same day", "the next day", "in November of that year", "the 18th"."""
    offset, unit, rest = slots.get("shift", 0), UNITS[slots.get("unit", 0)], ""
    if "sameday" in slots:
        offset, unit = slots["sameday"], "day"
    elif "month" in slots:
        unit, rest = "year", f"-{slots['month']:02d}" + (f"-{slots['day']:02d}" if "day" in slots else "")
    elif "day" in slots:
        unit, rest = "month", f"-{slots['day']:02d}"
    elif "season" in slots:
        unit = "year"
    return DateMention(0, 0, None, None, "same", offset=offset, unit=unit, rest=rest)


Reader = Callable[[Slots, Anchor], DateMention | None]

READERS: Final[Mapping[str, Reader]] = {
    "date": read_date,
    "month": read_date,
    "season": read_season,
    "day": read_day,
    "weekday": read_weekday,
    "unit": read_unit,
    "count": read_count,
    "same": read_same,
}
"""The function for each way of reading but `none`."""
