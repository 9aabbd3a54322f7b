"""Dates of a register: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, and the days that they allow."""

from __future__ import annotations

import calendar
import re
from datetime import date

from elchi.register.errors import BadQueryError

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def first_day(value: str) -> str:
    """The first day that the date allows, `YYYY-MM-DD`."""
    return value + "-01" * (2 - value.count("-"))


def last_day(value: str) -> str:
    """The last day that the date allows, `YYYY-MM-DD`."""
    if len(value) == 4:
        return f"{value}-12-31"
    if len(value) == 7:
        year, month = map(int, value.split("-"))
        return f"{value}-{_days(year, month):02}"
    return value


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def asked_date(value: str, option: str) -> str:
    """A date that somebody asked for, as it is if it is one; raises `BadQueryError` naming the option."""
    found = _DATE.fullmatch(value.strip())
    try:
        if found is None:
            raise ValueError("not of that form")
        year, month, day = (int(part or 1) for part in found.groups())
        date(year, month, day)
    except ValueError as error:
        raise BadQueryError(
            f"{option}: {value!r} is no date ({error}).", "Write YYYY, YYYY-MM or YYYY-MM-DD."
        ) from None
    return value.strip()


def valid_date(value: str) -> bool:
    """Whether `value` is a date of the calendar in one of the three forms."""
    try:
        asked_date(value, "")
    except BadQueryError:
        return False
    return True
