"""What a date found in a text is, and how one counted from another date is worked out."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Final

from elchi.dates import calendar

KINDS: Final = ("absolute", "relative", "deadline", "since", "period", "anniversary", "same")
"""What a date does in its sentence.

- `absolute`: a calendar date is stated, with its year or without ("5 марта", "in May 2025", "былтыр шілдеде").
- `relative`: counted from the page's date ("yesterday", "во вторник", "o‘tgan hafta", "three years ago").
- `deadline`: a limit ("by the end of the year", "до 26 сентября", "2030 жылға дейін"); `first` is the limit itself.
- `since`: the beginning of what still goes on or begins then ("с 2021 года", "2003-yildan beri").
- `period`: the years a plan or a programme is for ("for 2025–2027", "2026–2027 жылдарға арналған").
- `anniversary`: the date of a law, a birth, an independence, that only dates a thing and not an event told of.
- `same`: counted from the date mentioned before it ("on the same day", "ертеңіне", "a day earlier"): see `follow`.
"""


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date expression: `text[start:end]` are all its words, inflected, with "until" or "since" words if any.

    `first` and `last` are ISO `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, no more exact than the words; `last` only for a
    range. `first` is None when it cannot be told: counted from the page's date and none was given, or kind `same`.

    A date without a year, a bare month and a weekday have two readings: `first`, `last` is the latest that does not
    begin after the page's date, `future`, `future_last` the earliest that does not end before it (the same when the
    date is of today). Only for a `deadline` `first` is the nearer of the two. `yearless` marks a date whose year was
    taken from the page's.

    For kind `same`, `offset` is counted in `unit` ("day", "week", "month", "year") from the earlier mention, and
    `rest` is what the words add to it: "-11" for "in November of that year", "-18" for "the 18th". A yearless date
    has its `rest` too, with `unit` "year". A `relative` one may have an `offset`: "накануне" is the day before the
    page's date or before the date mentioned last.
    """

    start: int
    end: int
    first: str | None
    last: str | None
    kind: str
    yearless: bool = False
    future: str | None = None
    future_last: str | None = None
    offset: int | None = None
    unit: str = "day"
    rest: str = ""


def follow(mention: DateMention, base: str) -> str | None:
    """Return the date that `mention` comes to when it is counted from `base`, an ISO date of any exactness.

    None when the mention has no `offset`, or `base` is not exact enough ("the next day" after "in May").
    """
    if mention.offset is None:
        return None
    year, month, day = calendar.parts(base)
    if mention.unit == "year":
        return calendar.checked(f"{year + mention.offset:04d}{mention.rest}")
    if month is None:
        return None
    if mention.unit == "month":
        return calendar.checked(calendar.month_after(year, month, mention.offset) + mention.rest)
    if day is None:
        return None
    days = mention.offset * (7 if mention.unit == "week" else 1)
    try:
        moved = datetime.date(year, month, day) + datetime.timedelta(days=days)
    except (OverflowError, ValueError):
        return None
    return moved.isoformat()[: 7 if mention.unit == "week" else 10]


def nearest(mention: DateMention, anchor: datetime.date | None) -> tuple[str | None, str | None]:
    """Return, as `(first, last)`, the reading of `mention` that lies nearer to `anchor`.

    An event called off may have been due before or after the page's date; its yearless date is the nearer one.
    """
    if anchor is None or mention.first is None or mention.future is None:
        return mention.first, mention.last
    past = abs((calendar.middle(mention.last or mention.first) - anchor).days)
    future = abs((calendar.middle(mention.future) - anchor).days)
    return (mention.first, mention.last) if past <= future else (mention.future, mention.future_last)
