"""One report's found records beside its gold records: what is counted, and what to read where they differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from elchi.evaluation.faults import Answers, Fault, faults, lies_within, right_sides
from elchi.evaluation.likeness import fold, same_date, same_party
from elchi.evaluation.matching import count_participants, match_engagements, match_people, match_statements

if TYPE_CHECKING:
    from collections.abc import Mapping

    from elchi.records import Engagement, Records

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


def compare(gold: Records, found: Records) -> tuple[Tally, list[Fault]]:
    """Count what of one report was found; `found` need not carry the report's text, `gold` must."""
    answers = _answers(gold, found)
    tally = Tally()
    _count_people(gold, found, answers, tally)
    _count_engagements(gold, found, answers, tally)
    _count_statements(gold, found, answers, tally)
    _count_evidence(found, gold.report.text, tally)
    return tally, faults(gold, found, answers)


def _answers(gold: Records, found: Records) -> Answers:
    text = gold.report.text
    people = match_people(gold.people, found.people)
    who = {gold.people[i].id: found.people[j].id for i, j in people.items()}
    return Answers(
        people,
        match_engagements(gold.engagements, found.engagements, text),
        match_statements(gold.statements, found.statements, text, who),
        who,
    )


def _count_people(gold: Records, found: Records, answers: Answers, tally: Tally) -> None:
    pairs = [(gold.people[i], found.people[j]) for i, j in answers.people.items()]
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


def _count_engagements(gold: Records, found: Records, answers: Answers, tally: Tally) -> None:
    tally.counts.update(
        engagements_gold=len(gold.engagements),
        engagements_found=len(found.engagements),
        central_gold=sum(engagement.central for engagement in gold.engagements),
    )
    for i, j in sorted(answers.engagements.items()):
        ours, theirs = gold.engagements[i], found.engagements[j]
        if ours.kind == theirs.kind:
            tally.events.append((ours.key, theirs.key))
            _count_fields(ours, theirs, tally)
            _count_participants(ours, theirs, answers.who, tally)


def _count_fields(gold: Engagement, found: Engagement, tally: Tally) -> None:
    counts = tally.counts
    status = gold.status == found.status
    date = same_date(gold.start, found.start)
    right = status and right_sides(gold, found) and (date or not gold.start)
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


def _count_participants(gold: Engagement, found: Engagement, who: Mapping[str, str], tally: Tally) -> None:
    tally.counts.update(
        participants_gold=len({(side.person, side.party) for side in gold.participants}),
        participants_found=len({(side.person, side.party) for side in found.participants}),
        participants_hits=count_participants(gold, found, who),
    )


def _count_statements(gold: Records, found: Records, answers: Answers, tally: Tally) -> None:
    matched = answers.statements
    tally.counts.update(
        statements_gold=len(gold.statements),
        statements_found=len(found.statements),
        statements_hits=len(matched),
        act_hits=sum(gold.statements[i].act == found.statements[j].act for i, j in matched.items()),
    )


def _count_evidence(found: Records, text: str, tally: Tally) -> None:
    cited = [
        *(person.evidence for person in found.people),
        *(engagement.evidence for engagement in found.engagements),
        *(statement.evidence for statement in found.statements),
    ]
    mentions = [mention for person in found.people for mention in person.mentions]
    tally.counts.update(
        entries=len(cited),
        entries_cited=sum(lies_within(evidence, len(text)) for evidence in cited),
        mentions=len(mentions),
        mentions_found=sum(mention in text for mention in mentions),
    )
