"""What is wrong in found records, one fault at a time: its class, the words it is about, and the two readings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from elchi.evaluation.likeness import fold, same_date, same_party
from elchi.evaluation.matching import Match, count_participants, parties, party_f1

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from elchi.records import Engagement, Evidence, Person, Records, Statement

CLASSES: Final = {
    "missed": "an engagement of the gold record that was not found",
    "spurious": "an engagement found that the gold record does not have",
    "negative": "an engagement found in a report that has none",
    "kind": "found, but as another kind; the figures count it as missed",
    "status": "found with the wrong status",
    "date": "found with the wrong date, or none",
    "sides": "found with the wrong countries and bodies",
    "participants": "found with people or sides lacking or too many",
    "country": "found in the wrong country, or none",
    "city": "found in the wrong city, or none",
    "forum": "found with the wrong forum, or one too many or too few",
    "documents": "found without any of its documents",
    "person-missed": "a person named who was not found",
    "person-spurious": "a person found whom the gold record does not have",
    "office": "a person with the wrong office, one too many or too few",
    "of": "the right office of the wrong country or body",
    "statement-missed": "a statement that was not found",
    "statement-spurious": "a statement found that the gold record does not have",
    "speaker": "the words of a statement found, but said by another",
    "act": "a statement found with the wrong act",
    "evidence": "an entry whose evidence does not lie within the text",
    "mention": "a form of a name that does not stand in the text",
}
"""Class of a fault -> what it says, in the order of the table."""

NOTHING: Final = "—"

ENOUGH_SIDES: Final = 0.6
"""The F1 of the sides from which an engagement's sides are right."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: `what` is one of CLASSES, `words` are the report's, `gold` and `found` the two readings.

    `kind` is the engagement's kind, the person's office or the statement's act. `item` names the record within its
    report: two faults of two runs with the same `item` and `what` are one.
    """

    report: str
    language: str
    what: str
    kind: str
    item: str
    words: str
    gold: str
    found: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What two runs' faults are held together by."""
        return self.report, self.what, self.item


@dataclass(frozen=True, slots=True)
class Answers:
    """Which found record answers to which gold record, as indices; `who` is gold person's id -> found person's id."""

    people: Match
    engagements: Match
    statements: Match
    who: Mapping[str, str]


def faults(gold: Records, found: Records, answers: Answers) -> list[Fault]:
    """All that is wrong in `found`, in the order of CLASSES within each record."""
    one = _Report(gold, found, answers)
    return [*one.engagements(), *one.people(), *one.statements(), *one.evidence()]


def lies_within(evidence: Sequence[Evidence], length: int) -> bool:
    """Whether there is evidence, all of it within a text of that length."""
    return bool(evidence) and all(0 <= item.start < item.end <= length for item in evidence)


def right_sides(gold: Engagement, found: Engagement) -> bool:
    """Whether the countries and bodies of two engagements agree well enough."""
    return party_f1(parties(gold), parties(found)) >= ENOUGH_SIDES


def listed(engagement: Engagement) -> str:
    """`KZ+NO`: the sides of an engagement."""
    return "+".join(parties(engagement)) or "no sides"


class _Report:
    """One report's gold and found records side by side."""

    def __init__(self, gold: Records, found: Records, answers: Answers) -> None:
        self.gold, self.found, self.answers = gold, found, answers
        self.text = gold.report.text
        self.ours = {person.id: person.name for person in gold.people}
        self.theirs = {person.id: person.name for person in found.people}
        self._seen: Counter[str] = Counter()

    def _fault(self, what: str, kind: str, item: str, words: str, gold: str | None, found: str | None) -> Fault:
        report = self.gold.report
        return Fault(report.id, report.language, what, kind, item, words, gold or NOTHING, found or NOTHING)

    def _unlike(self, item: str) -> str:
        """`item`, numbered where the report has it twice."""
        self._seen[item] += 1
        return item if self._seen[item] == 1 else f"{item} #{self._seen[item]}"

    def _cited(self, evidence: Iterable[Evidence]) -> str:
        return " … ".join(dict.fromkeys(self.text[item.start : item.end] for item in evidence))

    def engagements(self) -> Iterator[Fault]:
        matched = self.answers.engagements
        for i, ours in enumerate(self.gold.engagements):
            item = f"engagement {i}"
            theirs = self.found.engagements[matched[i]] if i in matched else None
            if theirs is None:
                yield self._fault("missed", ours.kind, item, ours.anchor, _told(ours), None)
            elif theirs.kind != ours.kind:
                yield self._fault("kind", ours.kind, item, ours.anchor, ours.kind, theirs.kind)
            else:
                for what, mine, its in self._fields(ours, theirs):
                    yield self._fault(what, ours.kind, item, ours.anchor, mine, its)
        for j, theirs in enumerate(self.found.engagements):
            if j not in matched.values():
                words = self._cited(theirs.evidence[:1]) or theirs.anchor
                item = self._unlike(f"{theirs.kind} {theirs.start} {listed(theirs)} {words}")
                what = "spurious" if self.gold.engagements else "negative"
                yield self._fault(what, theirs.kind, item, words, None, _told(theirs))

    def _fields(self, ours: Engagement, theirs: Engagement) -> Iterator[tuple[str, str | None, str | None]]:
        if ours.status != theirs.status:
            yield "status", ours.status, theirs.status
        if ours.start and not same_date(ours.start, theirs.start):
            yield "date", ours.start, theirs.start
        if not right_sides(ours, theirs):
            yield "sides", listed(ours), listed(theirs)
        wanted, given = (len({(s.person, s.party) for s in one.participants}) for one in (ours, theirs))
        if not wanted == given == count_participants(ours, theirs, self.answers.who):
            yield "participants", _seated(ours, self.ours), _seated(theirs, self.theirs)
        if ours.country and ours.country != theirs.country:
            yield "country", ours.country, theirs.country
        if ours.city and fold(ours.city) != fold(theirs.city or ""):
            yield "city", ours.city, theirs.city
        if (ours.forum or theirs.forum) and not same_party(ours.forum, theirs.forum):
            yield "forum", ours.forum, theirs.forum
        if ours.documents and not set(ours.documents) & set(theirs.documents):
            yield "documents", ", ".join(ours.documents), ", ".join(theirs.documents)

    def people(self) -> Iterator[Fault]:
        matched = self.answers.people
        for i, ours in enumerate(self.gold.people):
            item, kind = f"person {i}", ours.office or ""
            if i not in matched:
                yield self._fault("person-missed", kind, item, _named(ours), ours.name, None)
                continue
            theirs = self.found.people[matched[i]]
            words = ours.title or _named(ours)
            if ours.office != theirs.office:
                yield self._fault("office", kind, item, words, _seat(ours), _seat(theirs))
            elif ours.office and ours.of and not same_party(ours.of, theirs.of):
                yield self._fault("of", kind, item, words, _seat(ours), _seat(theirs))
        for j, theirs in enumerate(self.found.people):
            if j not in matched.values():
                item = self._unlike(f"person {theirs.name}")
                yield self._fault("person-spurious", theirs.office or "", item, _named(theirs), None, theirs.name)

    def statements(self) -> Iterator[Fault]:
        matched = dict(self.answers.statements)
        for i, ours in enumerate(self.gold.statements):
            item = f"statement {i}"
            if i in matched:
                theirs = self.found.statements[matched[i]]
                if ours.act != theirs.act:
                    yield self._fault("act", ours.act, item, ours.anchor, ours.act, theirs.act)
                continue
            speaker = self.ours.get(ours.speaker, ours.speaker)
            other = self._said_by_another(ours, matched)
            if other is None:
                yield self._fault("statement-missed", ours.act, item, ours.anchor, speaker, None)
            else:
                matched[i] = other
                heard = self.found.statements[other].speaker
                yield self._fault("speaker", ours.act, item, ours.anchor, speaker, self.theirs.get(heard, heard))
        for j, theirs in enumerate(self.found.statements):
            if j not in matched.values():
                words = self._cited(theirs.evidence) or theirs.anchor
                item = self._unlike(f"statement {theirs.speaker} {words}")
                heard = self.theirs.get(theirs.speaker, theirs.speaker)
                yield self._fault("statement-spurious", theirs.act, item, words, None, heard)

    def _said_by_another(self, ours: Statement, matched: Match) -> int | None:
        """A found statement that answers to no other and holds the beginning of these words."""
        at = self.text.find(ours.anchor) if ours.anchor else -1
        for j, theirs in enumerate(self.found.statements):
            if j not in matched.values() and any(item.start <= at < item.end for item in theirs.evidence):
                return j
        return None

    def evidence(self) -> Iterator[Fault]:
        length = len(self.text)
        found = self.found
        cited = [("person", person.evidence) for person in found.people]
        cited += [(engagement.kind, engagement.evidence) for engagement in found.engagements]
        cited += [(statement.act, statement.evidence) for statement in found.statements]
        for number, (kind, evidence) in enumerate(cited):
            if not lies_within(evidence, length):
                spans = ", ".join(f"{item.start}–{item.end}" for item in evidence)
                yield self._fault("evidence", kind, f"entry {number}", "", f"within 0–{length}", spans)
        for person in self.found.people:
            for mention in person.mentions:
                if mention not in self.text:
                    yield self._fault("mention", "", f"mention {mention}", mention, None, person.name)


def _told(engagement: Engagement) -> str:
    parts = (engagement.status, engagement.start, listed(engagement), engagement.forum)
    return ", ".join(part for part in parts if part)


def _seated(engagement: Engagement, names: Mapping[str, str]) -> str:
    """`Ada Stone (NO), KZ`: who takes part."""
    sides = dict.fromkeys((side.person, side.party) for side in engagement.participants)
    told = [
        f"{names.get(person, person)} ({party or NOTHING})" if person else party or NOTHING for person, party in sides
    ]
    return ", ".join(told)


def _named(person: Person) -> str:
    return person.mentions[0] if person.mentions else person.name


def _seat(person: Person) -> str | None:
    return f"{person.office} of {person.of or NOTHING}" if person.office else None
