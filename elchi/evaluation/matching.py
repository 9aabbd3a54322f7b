"""Which found record answers to which gold record. Each answers to one at most, the best pairs first.

Every function returns index of gold record -> index of found record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from elchi.evaluation.arithmetic import rates
from elchi.evaluation.likeness import name_overlap, overlap, same_date, same_party

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from elchi.records import Engagement, Person, Statement

Match = dict[int, int]

NEIGHBOURS: Final = tuple(
    frozenset(pair)
    for pair in (
        ("session", "conference"),
        ("meeting", "visit"),
        ("meeting", "session"),
        ("meeting", "call"),
        ("ceremony", "conference"),
        ("ceremony", "appointment"),
        ("agreement", "ceremony"),
    )
)
"""Kinds of which one may be the other misread. Such a pair uses both records up but is not `found`."""


def _best_first(pairs: Iterable[tuple[float, int, int]]) -> Match:
    matched: Match = {}
    used: set[int] = set()
    for _, ours, theirs in sorted(pairs, reverse=True):
        if ours not in matched and theirs not in used:
            matched[ours] = theirs
            used.add(theirs)
    return matched


def match_people(gold: Sequence[Person], found: Sequence[Person]) -> Match:
    """People whose names share half their words in some form."""
    pairs = (
        (name_overlap(g.mentions or (g.name,), f.mentions or (f.name,)), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
    )
    return _best_first(pair for pair in pairs if pair[0] >= 0.5)


def parties(engagement: Engagement) -> list[str]:
    """The countries and bodies that take part, each once, in the record's order."""
    return list(dict.fromkeys(side.party for side in engagement.participants if side.party))


def party_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """F1, 0 to 1, of the parties of an engagement."""
    if not gold and not found:
        return 1.0
    left = list(found)
    hits = 0
    for party in gold:
        answer = next((other for other in left if same_party(party, other)), None)
        if answer is not None:
            left.remove(answer)
            hits += 1
    return rates(hits, len(found), len(gold)).f1


def _likeness(gold: Engagement, found: Engagement, text: str) -> float | None:
    """How like two engagements are, or None when they cannot be the same one."""
    same_kind = gold.kind == found.kind
    if not same_kind and frozenset((gold.kind, found.kind)) not in NEIGHBOURS:
        return None
    sides = party_f1(parties(gold), parties(found))
    words = overlap(gold.anchor, found.evidence, text)
    same_forum = bool(gold.forum) and same_party(gold.forum, found.forum)
    if not (sides >= 0.34 or same_forum or words >= 0.5):
        return None
    return (
        3 * same_kind
        + 2 * sides
        + words * 1.5
        + same_date(gold.start, found.start)
        + 0.7 * same_forum
        + 0.5 * (bool(gold.city) and gold.city == found.city)
        + 0.5 * (gold.status == found.status)
    )


def match_engagements(gold: Sequence[Engagement], found: Sequence[Engagement], text: str) -> Match:
    """Engagements of the same or a neighbouring kind that share sides, forum or words of `text`."""
    return _best_first(
        (likeness, i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if (likeness := _likeness(g, f, text)) is not None
    )


def match_statements(gold: Sequence[Statement], found: Sequence[Statement], text: str, who: Mapping[str, str]) -> Match:
    """Statements by the same speaker whose evidence holds the beginning of the gold anchor or ends up to it.

    `who` is gold person's id -> found person's id.
    """
    matched: Match = {}
    for i, g in enumerate(gold):
        at = text.find(g.anchor)
        for j, f in enumerate(found):
            if j in matched.values():
                continue
            if g.speaker in who:
                same_speaker = who[g.speaker] == f.speaker
            else:
                same_speaker = same_party(g.speaker, f.speaker)
            if same_speaker and any(item.start - 40 <= at <= item.end for item in f.evidence):
                matched[i] = j
                break
    return matched


def count_participants(gold: Engagement, found: Engagement, who: Mapping[str, str]) -> int:
    """How many gold participants the found engagement names.

    A person counts whatever party they stand for; one who was not found counts where a side without a person
    stands in their place.
    """
    left = list(dict.fromkeys((side.person, side.party) for side in found.participants))
    hits = 0
    for person, party in dict.fromkeys((side.person, side.party) for side in gold.participants):
        wanted = who.get(person) if person else None
        for other in left:
            if (wanted or None) == (other[0] or None) and (person or same_party(party, other[1])):
                left.remove(other)
                hits += 1
                break
    return hits
