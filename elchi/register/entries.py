"""What the register's queries return: frozen records, ready for a table, a page or JSON.

Ids are the register's own. A report's begins with `r-`; a country is its ISO 3166 alpha-2 code in capitals
(`KZ`), a body or forum its id in lower case (`oic`). Dates are `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report, in the original: `words` are `[start, end)` of the report's text.

    `field` is empty for the words that state the entry itself, else it names what was read there (`date`,
    `place` …).
    """

    report: str
    start: int
    end: int
    words: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report named in a listing. `name` is the id given at ingest, `id` the register's own.

    `state` is `read`, or `unread` with the reason in `why`.
    """

    id: str
    name: str
    language: str
    published: str | None
    title: str | None
    url: str | None
    state: Literal["read", "unread"] = "read"
    why: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One participant. `person` is a person's id with `name` to show; `party` a country or body with
    `party_name`.
    """

    person: str | None
    name: str | None
    party: str | None
    party_name: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """What one report says of an engagement, untouched by what other reports say."""

    report: ReportLine
    kind: str
    status: str
    central: bool
    start: str | None
    end: str | None
    country: str | None
    city: str | None
    forum: str | None
    mode: str | None
    sides: tuple[Side, ...]
    documents: tuple[str, ...]
    anchor: str
    quotes: tuple[Quote, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class EngagementEntry:
    """One real event, and every report's account of it.

    The fields hold the preferred reading of the accounts: of two readings of a field the more exact one, then
    the one that more reports give, then the one published first; `held` outranks `cancelled`, and that
    `planned`. `sides` and `documents` join what the accounts name. `disputed` names the fields on which
    accounts contradict one another (a less exact date that contains the other is no contradiction). `anchor`
    are the words of one account that state it.
    """

    id: str
    kind: str
    status: str
    start: str | None
    end: str | None
    country: str | None
    country_name: str | None
    city: str | None
    forum: str | None
    forum_name: str | None
    mode: str | None
    sides: tuple[Side, ...]
    documents: tuple[str, ...]
    anchor: str
    accounts: tuple[Account, ...]
    disputed: tuple[str, ...] = ()

    @property
    def reports(self) -> tuple[ReportLine, ...]:
        """The reports that tell of it, in the order of their accounts."""
        return tuple({account.report.id: account.report for account in self.accounts}.values())


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """One utterance. `speaker` is a person's, country's or body's id with `speaker_name` to show."""

    speaker: str
    speaker_name: str
    act: str
    anchor: str
    report: ReportLine
    quotes: tuple[Quote, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """An office as reports attest it: `first` and `last` are publication dates of the first and last that do.

    `titles` are the words that give the office, verbatim, each once.
    """

    person: str
    name: str
    office: str
    of: str | None
    of_name: str | None
    titles: tuple[str, ...]
    first: str | None
    last: str | None
    reports: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person: `names` are all the forms met in reports, `quotes` one per report that names them."""

    id: str
    name: str
    names: tuple[str, ...]
    offices: tuple[OfficeEntry, ...]
    engagements: tuple[EngagementEntry, ...]
    statements: tuple[StatementEntry, ...]
    reports: tuple[ReportLine, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """A country or body: those who hold office for it, what it took part in, what it said as itself."""

    id: str
    name: str
    offices: tuple[OfficeEntry, ...]
    engagements: tuple[EngagementEntry, ...]
    statements: tuple[StatementEntry, ...]


@dataclass(frozen=True, slots=True)
class ForumEntry:
    """A forum: `engagements` were held or are planned in it, `as_party` are others in which it takes part
    itself.
    """

    id: str
    name: str
    engagements: tuple[EngagementEntry, ...]
    as_party: tuple[EngagementEntry, ...]
    offices: tuple[OfficeEntry, ...]
    statements: tuple[StatementEntry, ...]


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person as one report names them; `id` is the register's."""

    id: str
    name: str
    mentions: tuple[str, ...]
    office: str | None
    of: str | None
    of_name: str | None
    title: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A report with all that was read from it; `masked` are the spans of page furniture in `text`."""

    line: ReportLine
    text: str
    masked: tuple[tuple[int, int], ...]
    people: tuple[NamedPerson, ...]
    engagements: tuple[EngagementEntry, ...]
    statements: tuple[StatementEntry, ...]

    @property
    def id(self) -> str:
        """The register's id of the report."""
        return self.line.id


Entry = EngagementEntry | PersonEntry | PartyEntry | ForumEntry | ReportEntry


@dataclass(frozen=True, slots=True)
class IngestItem:
    """One input: its name (with `line` where it is one of a file of many), and what to know of it.

    `report` is the register's id where the report is kept; `why` and `advice` are for unread and refused
    inputs.
    """

    name: str
    report: str | None = None
    line: int | None = None
    why: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class IngestSummary:
    """What became of each input of one ingest. Every input is in exactly one of the four."""

    read: tuple[IngestItem, ...]
    known: tuple[IngestItem, ...]
    unread: tuple[IngestItem, ...]
    refused: tuple[IngestItem, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of an ingest: `done` inputs so far, the last of them `item`, which was `outcome`.

    `total` is None while the number of inputs is not known. When all are in, one step with `outcome`
    "resolving" says that people and events are being matched across the reports; its `item` is None.
    """

    done: int
    total: int | None
    outcome: Literal["read", "known", "unread", "refused", "resolving"]
    item: IngestItem | None = None
