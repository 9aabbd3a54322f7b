"""Reports into the register: each with all its entries in one transaction, then the people and events anew."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from sqlalchemy import select, update

from elchi.register import schema
from elchi.register.derivation import derive
from elchi.register.entries import IngestItem, IngestSummary, Progress
from elchi.register.identity import Described, joined, key_of
from elchi.register.intake import Arrival, Extracted, Failure, extract, read, workers
from elchi.register.rows import write_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlalchemy import Connection

    from elchi.extraction import Extractor
    from elchi.register.store import Store
    from elchi.sources import Page

Outcome = Literal["read", "known", "unread", "refused"]

_MANY: Final = frozenset({".json", ".jsonl", ".jsonlines", ".ndjson"})
"""Suffixes of files that may hold any number of reports."""


@dataclass(frozen=True, slots=True)
class Options:
    """How an ingest reads: what a person states of all its inputs, in how many processes, with what extractor."""

    published: str | None = None
    language: str | None = None
    jobs: int = 1
    extractor: Extractor | None = None


@dataclass(slots=True)
class _Tally:
    """What has become of the inputs so far."""

    total: int | None
    progress: Callable[[Progress], None] | None
    items: dict[Outcome, list[IngestItem]] = field(default_factory=lambda: defaultdict(list))
    done: int = 0

    def add(self, outcome: Outcome, item: IngestItem) -> None:
        self.items[outcome].append(item)
        self.done += 1
        if self.progress is not None:
            total = None if self.total is None else max(self.total, self.done)
            self.progress(Progress(self.done, total, outcome, item))

    def refused(self, name: str, reason: str, advice: str, line: int | None = None) -> None:
        self.add("refused", IngestItem(name, line=line, why=reason, advice=advice))

    def resolving(self) -> None:
        if self.progress is not None:
            self.progress(Progress(self.done, self.done, "resolving"))

    def summary(self) -> IngestSummary:
        return IngestSummary(
            read=tuple(self.items["read"]),
            known=tuple(self.items["known"]),
            unread=tuple(self.items["unread"]),
            refused=tuple(self.items["refused"]),
        )


def ingest(
    store: Store,
    inputs: Iterable[str | Path | Page],
    options: Options,
    progress: Callable[[Progress], None] | None = None,
) -> IngestSummary:
    """Read `inputs` into the register, see `Register.ingest`."""
    given = list(inputs)
    tally = _Tally(_expected(given), progress)
    reader = partial(read, options.published, options.language)
    extractor = partial(extract, options.extractor)
    with store.ingesting(), workers(options.jobs, reader, extractor) as (reading, extracting):
        for extracted in extracting(_fresh(store, reading(_pages(given, tally)), tally)):
            _keep(store, extracted, options, tally)
        tally.resolving()
        derive(store)
    return tally.summary()


def _expected(inputs: Iterable[str | Path | Page]) -> int | None:
    """How many reports the inputs hold, None where only reading them would tell."""
    from elchi.sources import Page
    from elchi.sources.walk import files

    count = 0
    for one in inputs:
        if isinstance(one, Page):
            count += 1
            continue
        if str(one) == "-":
            return None
        for path in files(Path(one)):
            if isinstance(path, Path) and path.suffix.lower() in _MANY:
                return None
            count += 1
    return count


def _pages(inputs: Iterable[str | Path | Page], tally: _Tally) -> Iterator[Page]:
    from elchi.sources import Page, Refusal, pages

    for one in inputs:
        for page in [one] if isinstance(one, Page) else pages([one]):
            if isinstance(page, Refusal):
                tally.refused(page.name, page.reason, page.advice, page.line)
            else:
                yield page


def _fresh(store: Store, arrivals: Iterable[Arrival | Failure], tally: _Tally) -> Iterator[Arrival]:
    """The arrivals that tell the register anything new; the others are tallied here."""
    for arrival in arrivals:
        if isinstance(arrival, Failure):
            tally.refused(arrival.name, arrival.reason, arrival.advice)
            continue
        with store.reading() as connection:
            kept = _kept(connection, key_of(arrival.report))
        settled = _settled(kept, arrival)
        if isinstance(settled, Failure):
            tally.refused(settled.name, settled.reason, settled.advice)
        elif settled is not None:
            yield settled
        elif kept is not None:
            if arrival.known.source < kept.source:
                _rename(store, arrival)
            tally.add("known", IngestItem(arrival.page.name, key_of(arrival.report)))


def _keep(store: Store, extracted: Extracted | Failure, options: Options, tally: _Tally) -> None:
    if isinstance(extracted, Failure):
        tally.refused(extracted.name, extracted.reason, extracted.advice)
        return
    arrival = extracted.arrival
    key = key_of(arrival.report)
    with store.writing() as connection:
        # The same report may have come in since it was looked up, from this ingest or another.
        kept = _kept(connection, key)
        settled = _settled(kept, arrival)
        if settled is arrival:
            source = min(arrival.known.source, kept.source if kept else arrival.known.source)
            write_report(connection, extracted.records, replace(arrival.known, source=source), extracted.why)
    if settled is arrival:
        why, advice = (extracted.why, "") if extracted.why else _doubt(arrival)
        outcome: Outcome = "unread" if extracted.why else "read"
        tally.add(outcome, IngestItem(arrival.page.name, key, why=why, advice=advice))
        return
    for again in _fresh(store, [arrival], tally):
        _keep(store, extract(options.extractor, again), options, tally)


def _kept(connection: Connection, key: str) -> Described | None:
    """What the register knows of the report, None if it does not have it."""
    columns = [schema.reports.c[one.name] for one in fields(Described)]
    row = connection.execute(select(*columns).where(schema.reports.c.key == key)).one_or_none()
    return None if row is None else Described(**row._mapping)


def _settled(kept: Described | None, arrival: Arrival) -> Arrival | Failure | None:
    """The arrival as it should be kept, read anew if what is known of it already bears on that.

    None if it tells nothing new.
    """
    if kept is None:
        return arrival
    better = joined(kept, arrival.known)
    if better == kept:
        return None
    if better == arrival.known:
        return arrival
    again = read(better.published, better.language, arrival.page)
    if isinstance(again, Failure):
        return again
    return replace(again, report=replace(again.report, title=better.title), known=better)


def _rename(store: Store, arrival: Arrival) -> None:
    """Name the lesser of a report's sources, so that it does not matter which came first."""
    table = schema.reports
    with store.writing() as connection:
        connection.execute(
            update(table).where(table.c.key == key_of(arrival.report)).values(source=arrival.known.source)
        )


def _doubt(arrival: Arrival) -> tuple[str, str]:
    """What a person should know of a report that was read, and what to do; empty if nothing."""
    odd = list(arrival.notes)
    if arrival.report.published is None:
        odd.append("it has no day of publication, so that its relative dates stay unknown")
        return "; ".join(odd), "state it with --published, and ingest the report again"
    return "; ".join(odd), ""
