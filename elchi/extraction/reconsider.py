"""A second look at who took part: what the rest of the report says of the people and sides of an event.

The first look weighs each person against the words around one event. This one knows the other events as well: who else
met whom, whether a side is already seated, and who was at the same event where it is told again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from elchi.extraction.model import Features, Model
from elchi.extraction.people import Cast

if TYPE_CHECKING:
    from elchi.extraction.extractor import Event

_COMPARED: Final = 24
"""How many events of a report are compared with one another."""

_HOPELESS: Final = -4.0
"""Log-odds at first look under which nobody is looked at again."""


def reconsider(cast: Cast, found: Sequence[Event], model: Model) -> None:
    """Decide anew who takes part in each event."""
    decided = []
    for n, event in enumerate(found):
        model.about(event.candidate)
        people = [p for p, score in model.weighed("person-again", people_again(cast, found, n)) if score > 0]
        parties = {p for p, score in model.weighed("party-again", parties_again(cast, found, n)) if score > 0}
        decided.append((people, parties))
    for event, (people, parties) in zip(found, decided, strict=True):
        event.people = people
        event.parties = [(party, at) for party, at, _ in event.weighed_parties if party in parties]


def stand(cast: Cast, found: Sequence[Event], model: Model) -> list[Event]:
    """The events that still stand now that it is known who took part in them, when, and what else is told."""
    out = []
    for n, event in enumerate(found):
        model.about(event.candidate)
        if model.score("stand", stand_features(cast, found, n)) > 0:
            out.append(event)
    return out


def stand_features(cast: Cast, found: Sequence[Event], n: int) -> Features:
    """What speaks for an event: the words for it, who took part, its day, and others of its kind.

    How many events the report tells is left out: a note of one meeting is as good as a chronicle of ten.
    """
    event = found[n]
    candidate = event.candidate
    kind, level = candidate.kind, _level(candidate.score)
    people, sides = len(event.people), len({s for s in sides_of(cast, event) if s})
    sure = max((score for person, score in event.weighed_people if person in event.people), default=-3.0)
    dated = "own" if event.date.at is not None else "taken" if event.date.first else "none"
    forum = event.forum is not None
    of_kind = [
        found[m]
        for m in _window(found, n)
        if m != n and found[m].candidate.kind == kind and found[m].candidate.score > 0
    ]
    day = any(o.date.first == event.date.first for o in of_kind)
    shared = any(set(o.people) & set(event.people) for o in of_kind)
    beside = any(o.candidate.sentence == candidate.sentence for o in of_kind)
    titles = bool(cast.titles)
    return [
        f"s={level}", f"s={level}&{kind}", f"{kind}&people={min(people, 3)}&sides={min(sides, 3)}",
        f"s={level}&people={min(people, 2)}&sides={min(sides, 2)}", f"sides={min(sides, 3)}&{kind}&forum={forum}",
        f"sure={_level(sure)}&{kind}", f"sure={_level(sure)}", f"dated={dated}&{kind}", f"dated={dated}&s={level}",
        f"forum={forum}&{kind}", f"forum={forum}&s={level}", f"{event.status}&{kind}", f"{event.status}&dated={dated}",
        f"kin={min(len(of_kind), 3)}&{kind}", f"kin={min(len(of_kind), 3)}&day={day}&shared={shared}",
        f"day={day}&shared={shared}&{kind}", f"beside={beside}&{kind}", f"beside={beside}&day={day}&shared={shared}",
        f"titles={titles}&{kind}",
        f"city={bool(event.place.city)}&{kind}", f"documents={min(len(event.documents), 2)}&{kind}",
        f"instead={candidate.instead is not None}&{kind}", f"instead={candidate.instead is not None}&s={level}",
    ]  # fmt: skip


def _level(score: float) -> int:
    return max(-6, min(6, round(2 * score)))


def _alike(a: Event, b: Event) -> str:
    """How two events of a report stand to each other."""
    same_day = a.date.first is not None and a.date.first == b.date.first
    if a.forum is not None and b.forum is not None and a.forum.id == b.forum.id:
        return "forum" if same_day else "forum-other-day"
    if a.candidate.kind == b.candidate.kind:
        return "kind" if same_day else "kind-other-day"
    return "day" if same_day else "other"


def _others(found: Sequence[Event], n: int) -> list[tuple[str, Event]]:
    event = found[n]
    near = [m for m in _window(found, n) if m != n]
    return [(_alike(event, found[m]), found[m]) for m in near]


def _window(found: Sequence[Event], n: int) -> range:
    """The events told nearest to one: no report tells so many, and no page takes for ever."""
    return range(max(0, n - _COMPARED // 2), min(len(found), n + _COMPARED // 2 + 1))


def people_again(cast: Cast, found: Sequence[Event], n: int) -> list[tuple[int, Features]]:
    """Each person weighed for the event, with what the whole report says for and against."""
    event = found[n]
    kind = event.candidate.kind
    others = _others(found, n)
    chosen = set(event.people)
    order = sorted((ps for ps in event.weighed_people if ps[1] > _HOPELESS), key=lambda ps: -ps[1])
    there = [(how, frozenset(other.people)) for how, other in others]
    seated = {party for party, _ in event.parties}
    out = []
    for rank, (person, score) in enumerate(order):
        level = _level(score)
        side = cast.figures[person].side
        rest = chosen - {person}
        rest_sides = {cast.figures[p].side for p in rest}
        taken = side in rest_sides
        at = [how for how, met in there if person in met]
        with_rest = sum(1 for _, met in there if person in met and not rest.isdisjoint(met))
        without = sum(1 for _, met in there if person not in met and not rest.isdisjoint(met))
        size = min(len(rest), 4)
        sides = min(len(rest_sides | seated), 3)
        features = [
            f"s={level}", f"s={level}&{kind}", f"s={level}&rank={min(rank, 4)}", f"{kind}&rank={min(rank, 4)}",
            f"s={level}&size={size}", f"{kind}&size={size}&in={person in chosen}", f"taken={taken}&{kind}",
            f"taken={taken}&s={level}", f"sides={sides}&s={level}", f"sides={sides}&{kind}&taken={taken}",
            f"at={min(len(at), 3)}&{kind}", f"at={min(len(at), 3)}&of={min(len(others), 4)}",
            f"at={min(len(at), 3)}&s={level}",
            f"with={min(with_rest, 3)}&{kind}", f"with={min(with_rest, 3)}&without={min(without, 3)}",
            f"with={min(with_rest, 3)}&s={level}", f"alone={side in seated}&s={level}",
        ]  # fmt: skip
        for how in ("forum", "kind", "day", "forum-other-day", "kind-other-day"):
            of_that = [met for h, met in there if h == how]
            if of_that:
                share = sum(person in met for met in of_that)
                state = "all" if share == len(of_that) else "some" if share else "none"
                features += [f"{how}={state}", f"{how}={state}&{kind}", f"{how}={state}&s={level}"]
        if others and n:
            lead = person in found[0].people
            before = person in found[n - 1].people
            features += [f"lead={lead}&{kind}", f"lead={lead}&before={before}&s={level}"]
        out.append((person, features))
    return out


def parties_again(cast: Cast, found: Sequence[Event], n: int) -> list[tuple[str, Features]]:
    """Each party weighed for the event by itself, with what the whole report says for and against."""
    event = found[n]
    kind = event.candidate.kind
    others = _others(found, n)
    seated = {cast.figures[p].side for p in event.people}
    order = sorted((ps for ps in event.weighed_parties if ps[2] > _HOPELESS), key=lambda ps: -ps[2])
    there = [(how, sides_of(cast, other)) for how, other in others]
    chosen = {party for party, _ in event.parties}
    out = []
    for rank, (party, _, score) in enumerate(order):
        level = _level(score)
        taken = party in seated
        rest = (chosen - {party}) | seated
        nation = "country" if len(party) == 2 and party.isupper() else "body"
        at = sum(1 for _, met in there if party in met)
        with_rest = sum(1 for _, met in there if party in met and not rest.isdisjoint(met))
        features = [
            f"s={level}", f"s={level}&{kind}", f"s={level}&rank={min(rank, 4)}", f"taken={taken}&{kind}",
            f"taken={taken}&s={level}", f"sides={min(len(rest), 4)}&s={level}", f"sides={min(len(rest), 4)}&{kind}",
            f"sides={min(len(rest), 4)}&{kind}&taken={taken}", f"{nation}&s={level}",
            f"at={min(at, 3)}&s={level}", f"at={min(at, 3)}&{kind}", f"with={min(with_rest, 3)}&{kind}",
            f"with={min(with_rest, 3)}&s={level}", f"place={party == event.place.country}&{kind}",
            f"place={party == event.place.country}&s={level}", f"people={min(len(event.people), 3)}&s={level}",
            f"parties={min(len(chosen), 4)}&s={level}", f"parties={min(len(chosen), 4)}&{nation}&in={party in chosen}",
        ]  # fmt: skip
        for how in ("forum", "kind", "day", "forum-other-day", "kind-other-day"):
            of_that = [met for h, met in there if h == how]
            if of_that:
                share = sum(party in met for met in of_that)
                state = "all" if share == len(of_that) else "some" if share else "none"
                features += [f"{how}={state}", f"{how}={state}&{kind}", f"{how}={state}&s={level}"]
        out.append((party, features))
    return out


def sides_of(cast: Cast, event: Event) -> set[str | None]:
    """The countries and bodies that have a seat in an event."""
    return {*(cast.figures[p].side for p in event.people), *(party for party, _ in event.parties)}
