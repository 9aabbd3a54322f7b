"""The records that pass from room to room: frozen, typed, without behaviour of their own.

Offsets are counted in characters (code points) of `Report.text` as kept; `report.text[start:end]` are the words.
`reasons` of an entry are empty unless the reading was asked to explain itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Span = tuple[int, int]
"""`(start, end)`, end exclusive, into `Report.text`."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of a report that an entry, or one field of it, rests on.

    `field` is empty for the words that state the entry itself; otherwise it names the field read there:
    `date`, `place`, `forum`, `status`, `office`, `document`, or `participant` for the participant with the same words.
    """

    start: int
    end: int
    field: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """An entry of a language pack or of the gazetteer: its file within the package, line, pattern, and what it says."""

    file: str
    line: int | None
    pattern: str
    says: str


@dataclass(frozen=True, slots=True)
class Weight:
    """One feature that held when a field was decided: as the model has it, in words, and its weight (log-odds)."""

    feature: str
    says: str
    weight: float


@dataclass(frozen=True, slots=True)
class Reason:
    """What made one field of an entry: `value` is what was read, `words` the report's words that it was read from.

    `sources` are the patterns that offered it, `weights` the strongest for and against it; `score` is the sum of all
    weights, `against` the sum of the best other choice's where there was one; `note` says what neither shows.
    """

    field: str
    value: str
    words: str = ""
    sources: tuple[Source, ...] = ()
    weights: tuple[Weight, ...] = ()
    score: float | None = None
    against: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One page as kept: the text that was given, and what is known of it.

    `published` is `YYYY-MM-DD` or None when unknown. `masked` are the spans of page furniture, sorted and disjoint:
    they stay in `text`, and nothing is read from them.
    """

    id: str
    text: str
    language: str
    published: str | None = None
    title: str | None = None
    url: str | None = None
    masked: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a report. `id` is local to the report until the register gives it its own.

    `mentions` are the distinct surface forms of the name as they stand in the text; `name` the fullest of them, in its
    base form where that can be told. `of` is an ISO 3166 alpha-2 country code or a body's id; `title` the words that
    give the office, verbatim.
    """

    id: str
    name: str
    mentions: tuple[str, ...]
    office: str | None = None
    of: str | None = None
    title: str | None = None
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """A side of an engagement: `person` is a `Person.id` of the same report or None; `party` a country or a body."""

    person: str | None
    party: str | None


@dataclass(frozen=True, slots=True)
class Engagement:
    """One event that a report states. `key` is local to the report until the register gives it its own.

    `start` and `end` are `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as exact as the text allows; None is unknown. `rule` names
    the language pack's pattern that found it.
    """

    key: str
    kind: str
    status: str
    central: bool
    start: str | None = None
    end: str | None = None
    country: str | None = None
    city: str | None = None
    forum: str | None = None
    mode: str | None = None
    participants: tuple[Participant, ...] = ()
    documents: tuple[str, ...] = ()
    anchor: str = ""
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What a person (`Person.id`), a country or a body said; `act` is one of `vocabulary.ACTS`.

    `anchor` are the first words of what was said, verbatim; `rule` names the pattern that found it.
    """

    speaker: str
    act: str
    anchor: str
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """All that one report states."""

    report: Report
    people: tuple[Person, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    statements: tuple[Statement, ...] = field(default=())
