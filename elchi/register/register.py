"""The register as one object: open it, ingest reports, ask."""

from __future__ import annotations

from contextlib import contextmanager
from os import PathLike
from typing import TYPE_CHECKING, Any

from elchi.register import lookup, search
from elchi.register.assembly import engagement_entries
from elchi.register.derivation import derive, pending
from elchi.register.errors import BadQueryError, RegisterDamagedError
from elchi.register.export import export
from elchi.register.ingest import Options, ingest
from elchi.register.results import Results
from elchi.register.store import Store
from elchi.register.subjects import entry
from elchi.sources import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from sqlalchemy import Connection

    from elchi.extraction import Extractor
    from elchi.register.entries import EngagementEntry, Entry, IngestSummary, Progress


class Register:
    """The register kept in the file `path`, made there if there is none and `create` is true.

    A context manager. Raises a `RegisterError` (`RegisterMissingError`, `NotARegisterError`,
    `RegisterNewerError` …) when it cannot be opened. `wait` is how many seconds to wait for another process
    that writes.
    """

    def __init__(self, path: str | Path, *, create: bool = True, wait: float = 5.0) -> None:
        self._store = Store(path, create=create, wait=wait)

    def __enter__(self) -> Register:
        return self

    def __repr__(self) -> str:
        return f"Register({str(self.path)!r})"

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Results not yet iterated cannot be loaded any more."""
        self._store.close()

    @property
    def path(self) -> Path:
        """The register's file."""
        return self._store.path

    @property
    def pending(self) -> int:
        """How many reports are in the register but not yet in its entries.

        It is 0 save while another process ingests, or where an interrupted ingest cannot be completed because
        the register cannot be written here.
        """
        with self._store.reading() as connection:
            return pending(connection)

    def ingest(
        self,
        paths: str | Path | Page | Iterable[str | Path | Page],
        *,
        published: str | None = None,
        language: str | None = None,
        jobs: int = 1,
        progress: Callable[[Progress], None] | None = None,
        extractor: Extractor | None = None,
    ) -> IngestSummary:
        """Read files, folders, `-` (standard input) or `sources.Page`s into the register.

        `published` (`YYYY-MM-DD`) and `language` (one of `vocabulary.LANGUAGES`, or `other` for what is not to
        be read) hold for all of them and outrank what the pages say. `jobs` processes read; the register does
        not depend on how many. `extractor` reads in place of the built-in one; with several jobs it is pickled.

        Idempotent by content; each report goes in with all its entries or not at all, and after a kill the
        same call goes on where it stopped. One input that cannot be taken is in the summary's `refused`, and
        the others go on; a full disk or a busy register raises a `RegisterError`, and so does a date or
        language that is none.
        """
        from elchi.reading import checked_date, checked_language

        try:
            published = None if published is None else checked_date(published)
            language = None if language is None else checked_language(language)
        except ValueError as error:
            raise BadQueryError(f"{error}.") from error
        if jobs < 1:
            raise BadQueryError(f"jobs: {jobs} is not a number of processes.", "Write 1 or more.")
        inputs = [paths] if isinstance(paths, str | PathLike | Page) else paths
        return ingest(self._store, inputs, Options(published, language, jobs, extractor), progress)

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
        """The engagements to which all that is given applies.

        `words` are looked for in the reports' passages and in all names, with any endings. `parties` are codes
        or names of countries or bodies, all of which take part; `person` an id or a name in any script;
        `since` and `until` are `YYYY[-MM[-DD]]`, both included. An engagement without a date is in no period.
        Raises `BadQueryError` for what cannot be understood.
        """
        parties = (parties,) if isinstance(parties, str) else tuple(parties)
        asked = search.Question(words, kind, parties, person, forum, since, until, status)
        with self._asked() as connection:
            return self._engagements(search.find(connection, asked))

    def show(self, subject: str) -> Entry:
        """The entry with this id, or the one country, body or person of this name.

        Raises `NotFoundError`, or `BadQueryError` naming the candidates when several persons or reports share
        the name.
        """
        with self._asked() as connection:
            return entry(connection, lookup.subject(connection, subject))

    def named(self, subject: str) -> tuple[str, str]:
        """The id and the name of what `show` would show; raises as `show` does."""
        with self._asked() as connection:
            found = lookup.subject(connection, subject)
            return found.id, lookup.name_of(connection, found)

    def timeline(self, subject: str) -> Results[EngagementEntry]:
        """The engagements of a party, person or forum, by date; raises as `show` does."""
        with self._asked() as connection:
            return self._engagements(search.timeline(connection, lookup.subject(connection, subject)))

    def records(self) -> Iterator[dict[str, Any]]:
        """One object per report in the gold format, by id, with `evidence` offsets and the register's ids.

        `id` is the one given at ingest and need not be unique; `report` is the register's own id of the
        report, `state` is `read` or `unread` with the reason in `why`. Reports that are `pending` are left out:
        their people and events have no ids of the register yet.
        """
        self._complete()
        return export(self._store)

    def _complete(self) -> None:
        """Take in what an interrupted ingest left, unless it still goes on or nothing can be written here."""
        if not self._store.writable or not self.pending or self._store.being_ingested():
            return
        try:
            derive(self._store)
        except RegisterDamagedError:
            raise
        except Exception:
            # What was known before is still there to be asked; `pending` tells that it is not all.
            return

    @contextmanager
    def _asked(self) -> Iterator[Connection]:
        self._complete()
        with self._store.reading() as connection:
            yield connection

    def _engagements(self, ids: Sequence[str]) -> Results[EngagementEntry]:
        def load(some: Sequence[str]) -> Sequence[EngagementEntry]:
            with self._store.reading() as connection:
                return engagement_entries(connection, some)

        return Results(ids, load)
