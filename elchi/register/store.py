"""The file that a register is kept in: opened, checked, brought to its newest form; its transactions."""

from __future__ import annotations

import sqlite3
import time
from contextlib import ExitStack, closing, contextmanager, suppress
from os import W_OK, access
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy
from sqlalchemy import event
from sqlalchemy.pool import QueuePool

from elchi.register.errors import (
    NotARegisterError,
    RegisterError,
    RegisterMissingError,
    RegisterNewerError,
    RegisterReadOnlyError,
    told_plainly,
)
from elchi.register.schema import APPLICATION_ID, to_json

try:
    import fcntl
except ImportError:  # not POSIX
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

MIGRATIONS = Path(__file__).parent / "migrations"


def known_forms() -> list[str]:
    """The numbers of the register's forms that this Elchi knows, oldest first."""
    return sorted(path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))


class Store:
    """One open register file. `wait` is how many seconds to wait for another process that writes."""

    def __init__(self, path: str | Path, *, create: bool, wait: float) -> None:
        self.path = Path(path)
        self.wait = wait
        self.writable = True
        self._closed = False
        with told_plainly(self.path):
            form = self._look(create)
            self._engine = self._open()
            if form != known_forms()[-1]:
                self._migrate()

    def close(self) -> None:
        """Close every connection to the file."""
        self._closed = True
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the register throughout; no writer makes it wait."""
        with self.connected() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self, connection: Connection | None = None) -> Iterator[Connection]:
        """A transaction that writes, on `connection` if given: all of it takes effect or none."""
        if not self.writable:
            raise RegisterReadOnlyError(
                f"{self.path}: this register cannot be written.",
                "Check who owns the file and its folder, or copy it elsewhere.",
            )
        if connection is None:
            with self.connected() as own, self.writing(own):
                yield own
            return
        connection.execution_options(immediate=True)
        try:
            with told_plainly(self.path), connection.begin():
                yield connection
        finally:
            connection.execution_options(immediate=False)

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """A connection for several transactions, each begun by the caller."""
        if self._closed:
            raise RegisterError(f"{self.path}: this register has been closed.", "Ask while it is open.")
        with told_plainly(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def ingesting(self) -> Iterator[None]:
        """Within it `being_ingested` is true to other processes; a kill ends that too."""
        with ExitStack() as stack:
            # Without the mark a query matches people and events once more than it need, and nothing worse.
            with suppress(OSError):
                if fcntl is not None and self.writable:
                    held = stack.enter_context(self._mark.open("a"))
                    fcntl.flock(held, fcntl.LOCK_SH)
                    stack.callback(self._mark.unlink, missing_ok=True)
            yield

    def being_ingested(self) -> bool:
        """Whether another process is ingesting into the register now."""
        if fcntl is None or not self._mark.exists():
            return False
        try:
            with self._mark.open("a") as held:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
        return False

    @property
    def _mark(self) -> Path:
        return self.path.with_name(self.path.name + "-ingest")

    def _look(self, create: bool) -> str | None:
        """The form of the file, None for a new or empty one; touches nothing."""
        path = self.path
        if path.is_dir():
            raise NotARegisterError(f"{path} is a folder.", "Name a file for the register.")
        start = b""
        if path.exists():
            try:
                with path.open("rb") as file:
                    start = file.read(16)
            except OSError as error:
                raise RegisterMissingError(
                    f"{path}: the register cannot be read ({error.strerror}).", "Check who owns the file."
                ) from error
        elif not path.parent.is_dir():
            raise RegisterMissingError(
                f"{path}: its folder does not exist.", "Make the folder first, or name another file."
            )
        if not start:
            if not create:
                raise RegisterMissingError(
                    f"{path}: there is no register here.", "Ingest reports first, or name another file."
                )
            return None
        if start != b"SQLite format 3\0":
            raise NotARegisterError(f"{path} is not an Elchi register; it was not touched.", "Name another file.")
        self.writable = access(path, W_OK)
        with closing(sqlite3.connect(self._uri("ro"), uri=True, timeout=self.wait)) as connection:
            return self._form_of(connection)

    def _form_of(self, connection: sqlite3.Connection) -> str | None:
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return None
        named = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'")
        marked = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        if not (marked and named.fetchone()[0]):
            raise NotARegisterError(
                f"{self.path} is a database, but not an Elchi register; it was not touched.",
                "Name another file.",
            )
        form = str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
        if form not in known_forms():
            raise RegisterNewerError(
                f"{self.path}: a newer Elchi wrote this register (form {form}); it was not touched.",
                "Install the newest Elchi, or name another file.",
            )
        return form

    def _uri(self, mode: str) -> str:
        uri = f"{self.path.absolute().as_uri()}?mode={mode}"
        if mode == "ro" and not self.writable and not access(self.path.absolute().parent, W_OK):
            # SQLite cannot make its side files there. Nobody can be writing either, unless they left one.
            left = self.path.with_name(self.path.name + "-wal")
            uri += "" if left.exists() else "&immutable=1"
        return uri

    def _connect(self) -> sqlite3.Connection:
        uri = self._uri("rwc" if self.writable else "ro")
        connection = sqlite3.connect(uri, uri=True, timeout=self.wait, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def _open(self) -> Engine:
        engine = sqlalchemy.create_engine(
            "sqlite://",
            creator=self._connect,
            poolclass=QueuePool,
            json_serializer=to_json,
        )
        event.listen(engine, "begin", _begin)
        if self.writable:
            with closing(self._connect()) as connection:
                self._write_ahead(connection)
        return engine

    def _write_ahead(self, connection: sqlite3.Connection) -> None:
        """Let readers and a writer not wait for one another; for this SQLite does not queue by itself."""
        until = time.monotonic() + self.wait
        while True:
            try:
                # Some file systems cannot: then readers wait, and nothing else differs.
                connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)

    def _migrate(self) -> None:
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        with self.writing() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def _begin(connection: Connection) -> None:
    immediate: Any = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
