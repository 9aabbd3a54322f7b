"""How words stand to a trigger, dates to the page's, and an event to the one told before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elchi.extraction.candidates import Candidate
    from elchi.extraction.document import Thing


@dataclass(frozen=True, slots=True)
class Prior:
    """The event told before this one in the report: what is told next often shares its people, date and place."""

    kind: str
    sentence: int
    status: str
    date: str | None
    country: str | None
    city: str | None
    people: frozenset[int]
    parties: frozenset[str]
    forum: Thing | None = None
    lead: Prior | None = None
    """the event that the report told first, when that is another one"""


def side(candidate: Candidate, first: int, last: int) -> tuple[str, int]:
    """Where tokens stand to the trigger (`before`, `after`, `in`) and how far."""
    if last <= candidate.first:
        return "before", candidate.first - last
    if first >= candidate.last:
        return "after", first - candidate.last
    return "in", 0


def bucket(gap: int) -> int:
    """A distance in tokens as one of eight steps."""
    return gap if gap < 4 else 4 if gap < 7 else 5 if gap < 12 else 6 if gap < 20 else 7


def when(value: str, page: str | None) -> str:
    """Where a date lies to the page's: `past`, `coming`, on its day (`page`), `around` it, or `unknown`."""
    if not page:
        return "unknown"
    n = min(len(value), len(page))
    if value[:n] == page[:n]:
        return "page" if n == 10 else "around"
    return "past" if value[:n] < page[:n] else "coming"
