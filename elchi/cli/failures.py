"""What the command line says when something goes wrong: one message that names the thing and what to do."""

from __future__ import annotations

import os
from typing import IO, Any

import click

from elchi.cli.safe import safe

TRACEBACK = "ELCHI_TRACEBACK"
"""Environment variable: when set, the traceback of a failure is shown too."""


class Failure(click.ClickException):
    """A failure told plainly; the exit status is 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it on the error stream."""
        click.echo(f"elchi: {safe(self.message)}", file=file, err=file is None)


class Stopped(Failure):
    """The run was stopped from the keyboard; the exit status says so, as shells do."""

    exit_code = 130


def told(reason: str, advice: str) -> str:
    """What is wrong and what to do about it, as one or two sentences."""
    parts = [part.rstrip(".") for part in (reason, advice[:1].upper() + advice[1:]) if part]
    return "".join(f"{part}. " for part in parts).rstrip()


def complain(message: str) -> None:
    """Say on the error stream what is wrong with one input, and go on."""
    click.echo(f"elchi: {safe(message)}", err=True)


def plainly(error: Exception) -> Exception:
    """The failure that `error` amounts to, or `error` itself where the traceback is asked for."""
    if os.environ.get(TRACEBACK):
        return error
    if hasattr(error, "advice"):
        return Failure(str(error))
    if isinstance(error, OSError):
        # What is opened by name says so in its errors; what fails without a name was open from the start.
        where = f"{error.filename}: " if error.filename else "standard output: "
        return Failure(f"{where}{error.strerror or error}. Check the path, its rights and the disk's space.")
    return Failure(
        f"a fault of Elchi's own: {type(error).__name__}: {error}. "
        f"Set {TRACEBACK}=1, run it again and report what it prints."
    )
