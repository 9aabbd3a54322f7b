"""One report's found records beside its gold records: what is counted, and what to read where they differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from elchi.evaluation.likeness import fold, same_date, same_party
from elchi.evaluation.matching import (
    Match,
    count_participants,
    match_engagements,
    match_people,
    match_statements,
    parties,
    party_f1,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from elchi.records import Engagement, Evidence, Records

Pairs = list[tuple[str, str]]
"""`(gold id, found id)` of each matched person or event, for the figures on clustering."""


@dataclass
class Tally:
    """Counts over any number of reports; `people` and `events` are the matched pairs of ids."""

    counts: Counter[str] = field(default_factory=Counter)
    people: Pairs = field(default_factory=list)
    events: Pairs = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Take the counts of `other` in."""
        self.counts.update(other.counts)
        self.people.extend(other.people)
        self.events.extend(other.events)


@dataclass(frozen=True, slots=True)
class Fault:
    """A gold engagement missed or not read right, or one found that the gold records do not have.

    `what` is `missed`, `not right` or `spurious`; `kind` the engagement's; `words` the report's; `why` what
    differs.
    """

    what: str
    kind: str
    words: str
    why: str


def compare(gold: Records, found: Records) -> tuple[Tally, list[Fault]]:
    """Count what of one report was found; `found` need not carry the report's text, `gold` must."""
    tally = Tally()
    text = gold.report.text
    who = _compare_people(gold, found, tally)
    matched = match_engagements(gold.engagements, found.engagements, text)
    faults = list(_compare_engagements(gold, found, matched, who, tally))
    faults.extend(_spurious(found, matched, text))
    _compare_statements(gold, found, who, tally)
    _check_evidence(found, text, tally)
    return tally, faults


def _compare_people(gold: Records, found: Records, tally: Tally) -> dict[str, str]:
    matched = match_people(gold.people, found.people)
    pairs = [(gold.people[i], found.people[j]) for i, j in matched.items()]
    tally.people.extend((ours.id, theirs.id) for ours, theirs in pairs)
    tally.counts.update(
        people_gold=len(gold.people),
        people_found=len(found.people),
        people_hits=len(pairs),
        office_gold=sum(bool(person.office) for person in gold.people),
        office_found=sum(bool(person.office) for person in found.people),
        office_hits=sum(
            bool(ours.office) and ours.office == theirs.office and (same_party(ours.of, theirs.of) or not ours.of)
            for ours, theirs in pairs
        ),
    )
    return {ours.id: theirs.id for ours, theirs in pairs}


def _compare_engagements(
    gold: Records, found: Records, matched: Match, who: Mapping[str, str], tally: Tally
) -> Iterator[Fault]:
    tally.counts.update(
        engagements_gold=len(gold.engagements),
        engagements_found=len(found.engagements),
        central_gold=sum(engagement.central for engagement in gold.engagements),
    )
    for i, ours in enumerate(gold.engagements):
        theirs = found.engagements[matched[i]] if i in matched else None
        if theirs is None or theirs.kind != ours.kind:
            why = f"{ours.start} {_listed(ours)}" + (f", read as {theirs.kind}" if theirs else "")
            yield Fault("missed", ours.kind, ours.anchor, why)
            continue
        tally.events.append((ours.key, theirs.key))
        why = _compare_fields(ours, theirs, tally)
        _count_participants(ours, theirs, who, tally)
        if why:
            yield Fault("not right", ours.kind, ours.anchor, why)


def _compare_fields(gold: Engagement, found: Engagement, tally: Tally) -> str:
    """Count the fields of a found engagement; what keeps it from being right, or nothing."""
    counts = tally.counts
    status = gold.status == found.status
    date = same_date(gold.start, found.start)
    sides = party_f1(parties(gold), parties(found)) >= 0.6
    right = status and sides and (date or not gold.start)
    counts.update(found=1, central_found=gold.central, status_hits=status, right=right)
    if gold.start:
        counts.update(date_gold=1, date_hits=date)
    if gold.country:
        counts.update(country_gold=1, country_hits=gold.country == found.country)
    if gold.city:
        counts.update(city_gold=1, city_hits=fold(gold.city) == fold(found.city or ""))
    if gold.forum or found.forum:
        counts.update(forum_gold=1, forum_hits=same_party(gold.forum, found.forum))
    if gold.documents:
        counts.update(doc_gold=1, doc_hits=bool(set(gold.documents) & set(found.documents)))
    if right:
        return ""
    differences = (
        ("status", gold.status, found.status, status),
        ("date", gold.start, found.start, date or not gold.start),
        ("sides", _listed(gold), _listed(found), sides),
    )
    return "; ".join(f"{name}: {ours} ≠ {theirs}" for name, ours, theirs, same in differences if not same)


def _count_participants(gold: Engagement, found: Engagement, who: Mapping[str, str], tally: Tally) -> None:
    tally.counts.update(
        participants_gold=len({(side.person, side.party) for side in gold.participants}),
        participants_found=len({(side.person, side.party) for side in found.participants}),
        participants_hits=count_participants(gold, found, who),
    )


def _spurious(found: Records, matched: Match, text: str) -> Iterator[Fault]:
    for j, engagement in enumerate(found.engagements):
        if j not in matched.values():
            words = " … ".join(text[item.start : item.end] for item in engagement.evidence)
            yield Fault("spurious", engagement.kind, words, f"{engagement.start} {_listed(engagement)}")


def _listed(engagement: Engagement) -> str:
    return "+".join(parties(engagement)) or "no sides"


def _compare_statements(gold: Records, found: Records, who: Mapping[str, str], tally: Tally) -> None:
    matched = match_statements(gold.statements, found.statements, gold.report.text, who)
    tally.counts.update(
        statements_gold=len(gold.statements),
        statements_found=len(found.statements),
        statements_hits=len(matched),
        act_hits=sum(gold.statements[i].act == found.statements[j].act for i, j in matched.items()),
    )


def _check_evidence(found: Records, text: str, tally: Tally) -> None:
    cited = [
        *(person.evidence for person in found.people),
        *(engagement.evidence for engagement in found.engagements),
        *(statement.evidence for statement in found.statements),
    ]
    mentions = [mention for person in found.people for mention in person.mentions]
    tally.counts.update(
        entries=len(cited),
        entries_cited=sum(_lies_within(evidence, len(text)) for evidence in cited),
        mentions=len(mentions),
        mentions_found=sum(mention in text for mention in mentions),
    )


def _lies_within(evidence: tuple[Evidence, ...], length: int) -> bool:
    return bool(evidence) and all(0 <= item.start < item.end <= length for item in evidence)
