"""What two events of two reports have in common, feature by feature."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from elchi.resolution.sounds import coarse, sounds

if TYPE_CHECKING:
    from elchi.records import Engagement

Key = tuple[str, str]
"""(report key, the engagement's key in that report)."""

NEIGHBOURS: Final = frozenset(
    frozenset(pair)
    for pair in (
        ("session", "conference"), ("meeting", "visit"), ("meeting", "session"), ("meeting", "conference"),
        ("meeting", "call"), ("ceremony", "conference"), ("ceremony", "appointment"), ("agreement", "ceremony"),
        ("visit", "session"), ("visit", "conference"),
    )
)  # fmt: skip
"""Kinds that one event may be told as."""

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True)
class Fact:
    """One engagement with what resolution compares: people by their resolved ids, days as ordinals."""

    key: Key
    event: Engagement
    people: frozenset[tuple[str, str | None]]
    published: int | None

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """First and last day that the date allows."""
        return _span(self.event.start, self.event.end)

    @cached_property
    def exact(self) -> bool:
        """Whether the date is given to the day."""
        return len(self.event.start or "") == 10

    @cached_property
    def persons(self) -> frozenset[str]:
        """Ids of the people who take part."""
        return frozenset(person for person, _ in self.people)

    @cached_property
    def parties(self) -> frozenset[str]:
        """Countries and bodies that take part."""
        return frozenset(p.party for p in self.event.participants if p.party)

    @cached_property
    def words(self) -> frozenset[str]:
        """Coarse sounds of the longer words that state the event: names and loan words survive translation."""
        found = _WORD.findall(self.event.anchor[:400].casefold())
        keys = (coarse(sounds(w), 6) for w in found if len(w) >= 5 and not w.isdigit())
        return frozenset(k for k in keys if len(k) >= 3)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers in the words that state the event, without years."""
        return frozenset(n.lstrip("0") for n in re.findall(r"\d+", self.event.anchor[:400]) if len(n) < 4)


@lru_cache(maxsize=1 << 14)
def _span(start: str | None, end: str | None) -> tuple[int, int] | None:
    first = days(start)
    if first is None:
        return None
    last = days(end)
    return (first[0], max(first[1], last[1])) if last else first


def days(date: str | None) -> tuple[int, int] | None:
    """First and last day of `YYYY[-MM[-DD]]`; None when it is none."""
    try:
        parts = [int(p) for p in (date or "").split("-")]
        year, month = parts[0], parts[1] if len(parts) > 1 else 0
        if len(parts) == 3:
            day = dt.date(year, month, parts[2]).toordinal()
            return day, day
        last = calendar.monthrange(year, month or 12)[1]
        return dt.date(year, month or 1, 1).toordinal(), dt.date(year, month or 12, last).toordinal()
    except (ValueError, IndexError, calendar.IllegalMonthError):
        return None


def _kind(a: Fact, b: Fact) -> str:
    x, y = a.event.kind, b.event.kind
    if x == y:
        return f"same {x}"
    return "neighbour" if frozenset((x, y)) in NEIGHBOURS else "never"


def _date(a: Fact, b: Fact) -> str:
    if a.span is None or b.span is None:
        return "unknown" if a.span or b.span else "both unknown"
    gap = max(a.span[0], b.span[0]) - min(a.span[1], b.span[1])
    if gap > 0:
        return {1: "a day off", 2: "days off", 3: "days off"}.get(gap, "never") if a.exact and b.exact else "never"
    if a.exact and b.exact:
        return "same day" if a.event.start == b.event.start else "within"
    months = sorted((len(a.event.start or ""), len(b.event.start or "")))
    return {7: "same month", 4: "same year"}[months[0]] if months[0] in (4, 7) else "unknown"


def _persons(a: Fact, b: Fact) -> str:
    shared = len(a.persons & b.persons)
    if not a.persons or not b.persons:
        return "one silent" if a.persons or b.persons else "both silent"
    if not shared:
        return "none shared"
    if a.persons == b.persons:
        return "same" if shared > 1 else "same one"
    if a.persons < b.persons or b.persons < a.persons:
        return "some more"
    return "one of two" if len(a.persons) == len(b.persons) == 2 else "partly"


def _rivals(a: Fact, b: Fact) -> str:
    """Whether one side is spoken for by different people."""
    for party in a.parties & b.parties:
        x = {person for person, p in a.people if p == party}
        y = {person for person, p in b.people if p == party}
        if x and y and not x & y:
            return "yes"
    return "no"


def _parties(a: Fact, b: Fact) -> str:
    x, y = a.parties, b.parties
    if not x or not y:
        return "one silent" if x or y else "both silent"
    if x == y:
        return "same" if len(x) > 1 else "same one"
    if x < y or y < x:
        return "some more"
    if x & y:
        return "one of two" if len(x) == len(y) == 2 else "partly"
    return "none shared"


def _same(x: str | None, y: str | None) -> str:
    if not x or not y:
        return "one silent" if x or y else "both silent"
    return "same" if x == y else "different"


def _forum(a: Fact, b: Fact) -> str:
    x, y = a.event.forum, b.event.forum
    found = _same(x, y)
    if found == "different" and x and y and _body_words(x) & _body_words(y):
        return "near"
    return found


def _body_words(body: str) -> set[str]:
    return {w for w in re.split(r"[-\s]+", body.lower()) if len(w) > 1 and not w.isdigit()}


def _place(a: Fact, b: Fact) -> str:
    cities = _same((a.event.city or "").casefold(), (b.event.city or "").casefold())
    countries = _same(a.event.country, b.event.country)
    if cities == "same":
        return "same city"
    if "different" in (cities, countries):
        if _date(a, b) not in ("same day", "within"):
            return "another place, not surely that day"
        return "different country" if countries == "different" else "different city"
    return "same country" if countries == "same" else "one silent"


def _documents(a: Fact, b: Fact) -> str:
    x, y = set(a.event.documents), set(b.event.documents)
    if not x or not y:
        return "silent"
    return "shared" if x & y or "other" in x | y else "different"


def _status(a: Fact, b: Fact) -> str:
    x, y = sorted((a.event.status, b.event.status))
    if x == y:
        return "both cancelled" if x == "cancelled" else "same"
    return f"{x} and {y}"


def _published(a: Fact, b: Fact) -> str:
    if a.published is None or b.published is None:
        return "unknown"
    gap = abs(a.published - b.published)
    return "within days" if gap <= 3 else "within a month" if gap <= 31 else "far"


def _told(a: Fact, b: Fact) -> str:
    return "both news" if a.event.central and b.event.central else "not both news"


def _wording(a: Fact, b: Fact) -> str:
    least = min(len(a.words), len(b.words))
    if not least:
        return "silent"
    share = len(a.words & b.words) / least
    return "much" if share >= 0.5 else "some" if share > 0.15 else "little" if share else "none"


def _numbers(a: Fact, b: Fact) -> str:
    if not a.numbers or not b.numbers:
        return "silent"
    return "shared" if a.numbers & b.numbers else "different"


def _thin(a: Fact, b: Fact) -> str:
    thin = not (a.persons & b.persons or a.parties & b.parties or (a.event.forum and a.event.forum == b.event.forum))
    return ("dated" if a.exact and b.exact else "undated") + (" thin" if thin else "")


FEATURES: Final[dict[str, Callable[[Fact, Fact], str]]] = {
    "kind": _kind,
    "date": _date,
    "place": _place,
    "forum": _forum,
    "published": _published,
    "parties": _parties,
    "persons": _persons,
    "status": _status,
    "documents": _documents,
    "rivals": _rivals,
    "thin": _thin,
    "told": _told,
    "numbers": _numbers,
    "wording": _wording,
}
"""What is looked at in a pair of events; each gives a value, and `weights.toml` its weight in log odds.

What decides most comes first, what costs most last."""
