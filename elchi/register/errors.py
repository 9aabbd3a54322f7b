"""What can go wrong with a register, each with what to do about it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class RegisterError(Exception):
    """Something about a register or a question to it; `message` says what, `advice` what to do."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message if not advice else f"{message} {advice}")
        self.message = message
        self.advice = advice


class RegisterMissingError(RegisterError):
    """There is no register at the path, and none could or should be made there."""


class NotARegisterError(RegisterError):
    """The file at the path is something else; it was not touched."""


class RegisterNewerError(RegisterError):
    """A newer Elchi wrote the register; it was not touched."""


class RegisterBusyError(RegisterError):
    """Another process kept writing for longer than we wait."""


class RegisterFullError(RegisterError):
    """No more can be written: the disk is full, or a quota; what was in the register before is as it was."""


class RegisterReadOnlyError(RegisterError):
    """The register can be read here but not written."""


class RegisterDamagedError(RegisterError):
    """The file is damaged, or the disk under it fails."""


class NotFoundError(RegisterError):
    """No entry has that id or name."""


class BadQueryError(RegisterError):
    """A question that cannot be asked: an unknown kind, country or date, or a name that several share."""


_BY_SQLITE_NAME: tuple[tuple[tuple[str, ...], type[RegisterError], str, str], ...] = (
    (
        ("SQLITE_BUSY", "SQLITE_LOCKED"),
        RegisterBusyError,
        "another process is writing to this register.",
        "Wait until it has finished, then try again.",
    ),
    (
        ("SQLITE_FULL",),
        RegisterFullError,
        "the disk is full.",
        "What the register held is unharmed. Free some space and ingest again: it goes on where it stopped.",
    ),
    (
        ("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH"),
        RegisterReadOnlyError,
        "this register cannot be written.",
        "Check who owns the file and its folder, or copy it elsewhere.",
    ),
    (
        ("SQLITE_CANTOPEN",),
        RegisterMissingError,
        "the register cannot be opened.",
        "Check that its folder exists and that you may write there.",
    ),
    (
        ("SQLITE_NOTADB",),
        NotARegisterError,
        "this is not an Elchi register; it was not touched.",
        "Name another file.",
    ),
    (
        ("SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE", "SQLITE_IOERR_SHMSIZE"),
        RegisterFullError,
        "the system refuses to write more of this register: a quota or a limit is reached, or the disk fails.",
        "What the register held is unharmed. Make room and ingest again: it goes on where it stopped.",
    ),
    (
        ("SQLITE_CORRUPT", "SQLITE_IOERR"),
        RegisterDamagedError,
        "the register is damaged, or its disk fails.",
        "Restore it from a copy, or ingest the reports into a new register.",
    ),
)


def from_sqlite(error: BaseException, path: Path) -> RegisterError | None:
    """The register's error for an error of SQLite on the file `path`; None when it is none of the store's."""
    name = getattr(error, "sqlite_errorname", None) or ""
    for starts, kind, message, advice in _BY_SQLITE_NAME:
        if name.startswith(starts):
            return kind(f"{path}: {message}", advice)
    return None


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Within it, SQLite's errors on the file `path` are raised as the register's own."""
    try:
        yield
    except RegisterError:
        raise
    except Exception as error:
        known = from_sqlite(getattr(error, "orig", None) or error, path)
        if known is None:
            raise
        raise known from error
