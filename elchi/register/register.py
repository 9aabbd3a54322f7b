"""The register as one object: open it, ingest reports, ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from elchi.records import Records, Report
    from elchi.register.entries import EngagementEntry, Entry, IngestSummary, Progress, Results


class Extractor(Protocol):
    """Anything that reads a report. It must be picklable to be used with several jobs."""

    def extract(self, report: Report) -> Records:
        """All that `report` states."""
        ...


class Register:
    """The register kept in the file `path`, made there if there is none and `create` is true.

    A context manager. Raises a `RegisterError` (`RegisterMissingError`, `NotARegisterError`,
    `RegisterNewerError` …) when it cannot be opened. `wait` is how many seconds to wait for another process
    that writes.
    """

    def __init__(self, path: str | Path, *, create: bool = True, wait: float = 5.0) -> None:
        raise NotImplementedError

    def __enter__(self) -> Register:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Results not yet iterated cannot be loaded any more."""
        raise NotImplementedError

    @property
    def pending(self) -> int:
        """How many reports are in the register but not yet in its entries.

        It is 0 save while another process ingests, or where an interrupted ingest cannot be completed because
        the register cannot be written here.
        """
        raise NotImplementedError

    def ingest(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        published: str | None = None,
        language: str | None = None,
        jobs: int = 1,
        progress: Callable[[Progress], None] | None = None,
        extractor: Extractor | None = None,
    ) -> IngestSummary:
        """Read files, folders or `-` (standard input) into the register.

        `published` (`YYYY-MM-DD`) and `language` (one of `vocabulary.LANGUAGES`) hold for all of them and
        outrank what the pages say. Idempotent by content; each report goes in with all its entries or not at
        all. One input that cannot be taken is in the summary's `refused`, and the others go on; a full disk
        or a busy register raises.
        """
        raise NotImplementedError

    def find(
        self,
        words: str = "",
        *,
        kind: str | None = None,
        parties: Sequence[str] = (),
        person: str | None = None,
        forum: str | None = None,
        since: str | None = None,
        until: str | None = None,
        status: str | None = None,
    ) -> Results[EngagementEntry]:
        """The engagements to which all that is given applies; raises `BadQueryError` for what cannot be
        understood.

        `parties` are codes or names of countries or bodies, all of which take part; `person` an id or a name
        in any script; `since` and `until` are `YYYY[-MM[-DD]]`, both included. An engagement without a date
        is in no period.
        """
        raise NotImplementedError

    def show(self, subject: str) -> Entry:
        """The entry with this id, or the one country, body or person of this name.

        Raises `NotFoundError`, or `BadQueryError` naming the candidates when several persons or reports share
        the name.
        """
        raise NotImplementedError

    def timeline(self, subject: str) -> Results[EngagementEntry]:
        """The engagements of a party, person or forum, by date; raises as `show` does."""
        raise NotImplementedError

    def records(self) -> Iterator[dict[str, Any]]:
        """One object per report in the gold format, by id, with `evidence` offsets and the register's ids and
        keys.

        `id` is the one given at ingest and need not be unique; `report` is the register's own id of the
        report.
        """
        raise NotImplementedError
