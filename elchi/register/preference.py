"""What the register says of an event of which several reports tell, and where they contradict one another.

Of two readings of a field the more exact one stands; of two as exact, the one that more reports give; of two
as frequent, the one published first. What happened outranks what was announced: `held`, then `cancelled`,
then `planned`. Sides and documents are joined. A less exact reading contradicts none that it contains.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from elchi.register.dates import first_day, last_day
from elchi.vocabulary import DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from elchi.records import Engagement, Participant

Value = TypeVar("Value")

_STATUS_RANK = {"held": 2, "cancelled": 1, "planned": 0}
_NEVER = "9999"
"""Sorts after every publication date: a report without one does not come first."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report tells of an event; the people in `told` go by the register's ids."""

    report: str
    published: str | None
    told: Engagement

    @property
    def order(self) -> tuple[bool, str, str, str]:
        """Sorts the tellings of an event: those it is central to first, then by publication."""
        return (not self.told.central, self.published or _NEVER, self.report, self.told.key)


def preferred(tellings: Iterable[Telling]) -> dict[str, Any]:
    """The preferred reading of one event's tellings, as the columns of `schema.events` less `id`."""
    ordered = sorted(tellings, key=lambda telling: telling.order)
    start, end = _choose(ordered, _date, _date_exactness)
    country, city = _choose(ordered, _place, _known)
    return {
        "kind": _choose(ordered, lambda told: told.kind),
        "status": _choose(ordered, lambda told: told.status, _STATUS_RANK.__getitem__),
        "start": start,
        "end": end,
        "first_day": None if start is None else first_day(start),
        "last_day": None if start is None else last_day(end or start),
        "country": country,
        "city": city,
        "forum": _choose(ordered, lambda told: told.forum, bool),
        "mode": _choose(ordered, lambda told: told.mode, bool),
        "documents": [name for name in DOCUMENTS if any(name in one.told.documents for one in ordered)],
        "anchor": ordered[0].told.anchor,
        "disputed": _disputed([one.told for one in ordered]),
    }


def sides(tellings: Iterable[Telling]) -> list[tuple[str | None, str | None]]:
    """Everyone who takes part by any telling, as (person, party), in the order of the tellings.

    A person stands for the party that most tellings give; a party is not listed beside its own people.
    """
    ordered = sorted(tellings, key=lambda telling: telling.order)
    every = [side for telling in ordered for side in telling.told.participants]
    parties = _parties(every)
    with_people = set(parties.values())
    listed: dict[tuple[str | None, str | None], None] = {}
    for side in every:
        if side.person is not None:
            listed[side.person, parties[side.person]] = None
        elif side.party not in with_people:
            listed[None, side.party] = None
    return list(listed)


def _parties(every: Sequence[Participant]) -> dict[str, str | None]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for side in every:
        if side.person is not None:
            votes[side.person] += Counter([side.party] if side.party else [])
    return {
        person: min(count, key=lambda party: (-count[party], party)) if count else None
        for person, count in votes.items()
    }


def _choose(
    tellings: Sequence[Telling],
    reading: Callable[[Engagement], Value],
    exactness: Callable[[Value], int | tuple[int, ...]] = lambda _: 0,
) -> Value:
    reports: dict[Value, set[str]] = defaultdict(set)
    published: dict[Value, str] = defaultdict(lambda: _NEVER)
    for telling in tellings:
        value = reading(telling.told)
        reports[value].add(telling.report)
        published[value] = min(published[value], telling.published or _NEVER)
    best = max(exactness(value) for value in reports)
    left = [value for value in reports if exactness(value) == best]
    return min(left, key=lambda value: (-len(reports[value]), published[value], str(value)))


def _date(told: Engagement) -> tuple[str | None, str | None]:
    return told.start, told.end


def _date_exactness(date: tuple[str | None, str | None]) -> tuple[int, ...]:
    return len(date[0] or ""), len(date[1] or "")


def _place(told: Engagement) -> tuple[str | None, str | None]:
    return told.country, told.city


def _known(values: tuple[str | None, ...]) -> int:
    return sum(value is not None for value in values)


def _disputed(told: Sequence[Engagement]) -> list[str]:
    dated = [(first_day(one.start), last_day(one.end or one.start)) for one in told if one.start is not None]
    differ = {
        "kind": len({one.kind for one in told}) > 1,
        "status": {"held", "cancelled"} <= {one.status for one in told},
        "date": bool(dated) and max(first for first, _ in dated) > min(last for _, last in dated),
        "place": len({one.country for one in told} - {None}) > 1 or len({one.city for one in told} - {None}) > 1,
    }
    return [name for name, it_does in differ.items() if it_does]
