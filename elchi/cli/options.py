"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from elchi.cli.failures import complain
from elchi.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from elchi.register import Register

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT_REGISTER = "elchi.db"

_JSON = "elchi.json"
"""Where a command's context keeps that --json was given."""


@dataclass
class Settings:
    """What holds for the whole run: `register` is the register's file."""

    register: str = DEFAULT_REGISTER


def _remember(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    settings = ctx.ensure_object(Settings)
    if value:
        settings.register = value


def register_option(*, of_all: bool = False) -> Callable[[F], F]:
    """`--register FILE`: stands before the command (`of_all`) or after it, where it outranks the other."""
    return click.option(
        "--register",
        metavar="FILE",
        envvar="ELCHI_REGISTER" if of_all else None,
        expose_value=False,
        callback=_remember,
        help=f"The register's file.  [$ELCHI_REGISTER, else {DEFAULT_REGISTER}]",
    )


def format_option(command: F) -> F:
    """`--format table|json` or `--json`, given to the command as `as_json`."""
    command = click.option(
        "--json", "json_asked", is_flag=True, expose_value=False, is_eager=True, callback=_ask_json,
        help="The same as --format json.",
    )(command)  # fmt: skip
    return click.option(
        "--format",
        "as_json",
        type=click.Choice(["table", "json"]),
        default="table",
        show_default=True,
        callback=lambda ctx, _param, value: value == "json" or bool(ctx.meta.get(_JSON)),
        help="A table to read, or JSON for programs.",
    )(command)


def _ask_json(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        ctx.meta[_JSON] = True


def output_option(command: F) -> F:
    """`-o FILE`, given to the command as `output`."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, allow_dash=True),
        default="-",
        metavar="FILE",
        help="Write to FILE.  [standard output]",
    )(command)


def published_option(command: F) -> F:
    """`--published DATE`, given as `YYYY-MM-DD` or None."""
    return click.option(
        "--published",
        metavar="DATE",
        callback=_day,
        help="When the reports were published, YYYY-MM-DD. Outranks what the pages say.",
    )(command)


def language_option(command: F) -> F:
    """`--language TAG`, one of the languages with a pack or None."""
    return click.option(
        "--language",
        metavar="TAG",
        type=click.Choice(LANGUAGES),
        help=f"The reports' language: {', '.join(LANGUAGES)}. Outranks what their text tells.",
    )(command)


def _day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day: write YYYY-MM-DD, as in 2025-03-31.") from None


def open_register(ctx: click.Context, *, to_write: bool = False) -> Register:
    """The register that the run is about, made if it is to be written to; raises a `RegisterError`."""
    from elchi.register import Register

    # Somebody who asks wants an answer; an ingest can wait until another has written what it matched.
    wait = 30.0 if to_write else 5.0
    return Register(ctx.ensure_object(Settings).register, create=to_write, wait=wait)


def tell_pending(register: Register) -> bool:
    """Say on the error stream how many reports the answer leaves out, if any."""
    waiting = register.pending
    if waiting:
        complain(
            f"{register.path}: {waiting:,} of its reports are not in its entries yet: an ingest is going on, or could "
            "not end. Ask again later, or ingest again to see why."
        )
    return waiting > 0
