"""`elchi ingest`: reports into the register, with a progress bar and a summary."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from elchi.cli.failures import Stopped, complain, told
from elchi.cli.options import (
    Settings,
    format_option,
    language_option,
    open_register,
    published_option,
    register_option,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from elchi.register import IngestItem, IngestSummary, Progress

LISTED = 10
"""How many reports the summary names under one remark; JSON names all."""


@click.command(
    epilog="Example: elchi ingest press/ page.html feed.jsonl --language ru --published 2025-03-31",
    short_help="Read reports into the register.",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@published_option
@language_option
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that read.")
@format_option
@register_option()
@click.pass_context
def ingest(
    ctx: click.Context,
    paths: tuple[str, ...],
    published: str | None,
    language: str | None,
    jobs: int,
    as_json: bool,
) -> None:
    """Read reports into the register, which is made if there is none.

    PATH is a file of plain text, HTML, JSON or JSON Lines, a folder of these, or - for standard input. What the
    register has already is passed over, so the same command can be given again. The exit status is 1 when an
    input could not be taken; the others are.
    """
    try:
        with open_register(ctx, to_write=True) as register, _progress() as step:
            summary = register.ingest(paths, published=published, language=language, jobs=jobs, progress=step)
            waiting = register.pending
    except KeyboardInterrupt:
        raise Stopped("Stopped. What was read is kept; the same command goes on from there.") from None
    if as_json:
        from elchi.cli.output import print_json
        from elchi.register import to_dict

        print_json(to_dict(summary))
    else:
        _print_summary(summary, ctx.ensure_object(Settings).register)
    if waiting:
        complain(f"{waiting:,} reports are not in the entries yet: another ingest goes on, and will see to them.")
    for item in summary.refused:
        complain(f"{_where(item)}: {told(item.why, item.advice)}")
    if summary.refused:
        ctx.exit(1)


@contextmanager
def _progress() -> Iterator[Callable[[Progress], None]]:
    """A bar on the error stream while it is a terminal, else nothing."""
    from elchi.cli.output import console

    screen = console(stderr=True)
    if not screen.is_terminal:
        yield lambda _: None
        return

    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("Reading", total=None)

        def step(progress: Any) -> None:  # noqa: ANN401  the register's Progress, whose name rich's takes here
            matching = progress.outcome == "resolving"
            bar.update(
                task,
                completed=progress.done,
                total=progress.total,
                description="Matching people and events" if matching else "Reading",
            )

        yield step


def _print_summary(summary: IngestSummary, register: str) -> None:
    from elchi.cli.listing import counted
    from elchi.cli.safe import safe

    outcomes: tuple[tuple[Sequence[IngestItem], str], ...] = (
        (summary.read, "read"),
        (summary.known, "already known"),
        (summary.unread, "kept unread"),
        (summary.refused, "refused"),
    )
    total = sum(len(items) for items, _ in outcomes)
    click.echo(f"{counted(total, 'report')} for the register {safe(register)}:")
    for items, what in outcomes:
        if items:
            click.echo(f"{len(items):>7,}  {what}")
    _print_remarks("Kept unread", summary.unread)
    _print_remarks("Read, but", [item for item in summary.read if item.why])


def _print_remarks(outcome: str, items: Sequence[IngestItem]) -> None:
    """Each remark once, with the inputs that it is about."""
    from elchi.cli.safe import safe

    about: dict[str, list[IngestItem]] = {}
    for item in items:
        about.setdefault(told(item.why, item.advice), []).append(item)
    for remark, members in about.items():
        click.echo(f"{outcome}: {safe(remark)}")
        for item in members[:LISTED]:
            click.echo(f"  {safe(_where(item))}")
        if len(members) > LISTED:
            click.echo(f"  … and {len(members) - LISTED:,} more: --format json names them all.")


def _where(item: IngestItem) -> str:
    return item.name if item.line is None else f"{item.name}, line {item.line}"
