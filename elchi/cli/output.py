"""Where answers go: tables to the terminal, JSON and JSON Lines to standard output or a file."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

import click

from elchi.cli.failures import Failure
from elchi.cli.safe import dumps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console


STANDARD_OUTPUT: Final = "standard output"
ON_UNWRITABLE: Final = "Check its folder, its rights and the disk's space."

_WIDTH: Final = 80
"""How wide a page to read is in a file."""


def console(*, stderr: bool = False) -> Console:
    """A console that interprets nothing in the text given to it."""
    from rich.console import Console

    return Console(stderr=stderr, markup=False, highlight=False, emoji=False)


def print_json(value: Any) -> None:  # noqa: ANN401  JSON has no narrower type
    """One JSON value, indented."""
    click.echo(dumps(value, indent=2))


def print_json_list(items: Iterable[Any]) -> None:
    """A JSON list, an item a line, written as the items come."""
    opening = "["
    for item in items:
        click.echo(f"{opening}{dumps(item)}", nl=False)
        opening = ",\n "
    click.echo("[]" if opening == "[" else "]")


@contextmanager
def lines_to(output: str) -> Iterator[LineWriter]:
    """Write JSON Lines to the file `output`, or to standard output for `-`.

    A file is replaced only when all is written: what stood there before is not lost halfway.
    """
    with _written(output) as stream:
        yield lambda value: click.echo(dumps(value), file=stream)


@contextmanager
def text_to(output: str) -> Iterator[Console]:
    """Write what is shown on a terminal to the file `output` as plain text, or to standard output for `-`."""
    from rich.console import Console

    if output == "-":
        yield console()
        return
    with _written(output) as stream:
        yield Console(file=stream, markup=False, highlight=False, emoji=False, width=_WIDTH)


@contextmanager
def _written(output: str) -> Iterator[IO[str]]:
    try:
        with _opened(output) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        name = STANDARD_OUTPUT if output == "-" else output
        raise Failure(f"{name}: cannot be written ({error.strerror or error}). {ON_UNWRITABLE}") from error


@contextmanager
def _opened(output: str) -> Iterator[IO[str]]:
    # A device or a pipe is written to, never replaced; a link stays one.
    if output == "-" or (Path(output).exists() and not Path(output).is_file()):
        with click.open_file(output, "w", encoding="utf-8") as stream:
            yield stream
        return
    place = Path(output).resolve()
    part = place.with_name(f".elchi-{os.getpid()}.part")
    try:
        with part.open("x", encoding="utf-8") as stream:
            if place.exists():
                shutil.copymode(place, part)
            yield stream
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)


if TYPE_CHECKING:
    from collections.abc import Callable

    LineWriter = Callable[[Any], None]
