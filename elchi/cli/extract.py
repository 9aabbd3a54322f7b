"""`elchi extract`: records of reports as JSON Lines, without a register; on request with the reasons of every field."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from elchi.cli.failures import Failure, complain, told
from elchi.cli.options import language_option, output_option, published_option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from elchi.records import Records
    from elchi.sources import Page, Refusal


@click.command(
    epilog="Example: elchi extract press/ -o records.jsonl",
    short_help="Read reports without a register.",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--explain", is_flag=True, help="Say for every field which pattern and which weights made it.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    help="JSON Lines, or a page to read.  [table with --explain, else json]",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that read.")
@published_option
@language_option
@output_option
@click.pass_context
def extract(
    ctx: click.Context,
    paths: tuple[str, ...],
    explain: bool,
    form: str | None,
    as_json: bool,
    jobs: int,
    published: str | None,
    language: str | None,
    output: str,
) -> None:
    """Write what reports state as JSON Lines, one report each, in the gold format with evidence.

    PATH is as for ingest. People's ids and events' keys hold within one report only. With --explain every field of
    every entry says why it is what it is. The exit status is 1 when an input could not be read; the others are.
    """
    from elchi.cli.output import lines_to, text_to
    from elchi.exports.explained import to_explained_row
    from elchi.exports.gold import to_row
    from elchi.sources import pages

    refused = False
    shown = form == "table" or (form is None and explain and not as_json)
    row = None if shown else to_explained_row if explain else to_row

    def read() -> Iterator[Any]:
        nonlocal refused
        for one in _outcomes(pages(paths), partial(_read, published, language, explain, row), jobs):
            for complaint in one.complaints:
                complain(complaint)
            if one.found is None:
                refused = True
            else:
                yield one.found

    if shown:
        from elchi.cli.explaining import pages_of

        with text_to(output) as screen:
            for found in read():
                for part in pages_of(found):
                    screen.print(part)
    else:
        with lines_to(output) as write:
            for found in read():
                write(found)
    if refused:
        ctx.exit(1)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of one input: its records, or what is written of them, or None; and what there is to say about it.

    A row is quicker to send from process to process than records are.
    """

    found: object
    complaints: tuple[str, ...] = ()


def _outcomes(found: Iterable[Page | Refusal], read: partial[_Outcome], jobs: int) -> Iterator[_Outcome]:
    """What comes of the inputs, in their order, read in so many processes."""
    if jobs == 1:
        yield from map(read, found)
        return
    from elchi.register import RegisterError
    from elchi.register.intake import workers

    try:
        with workers(jobs, read, _nothing) as (reading, _):
            yield from reading(found)
    except RegisterError as error:
        message = (
            "A process that read reports ended before its time. Extract again, with fewer jobs if memory is short."
        )
        raise Failure(message) from error


def _nothing(item: object) -> object:
    return item


def _read(
    published: str | None,
    language: str | None,
    explain: bool,
    row: Callable[[Records], object] | None,
    page: Page | Refusal,
) -> _Outcome:
    from elchi import extraction
    from elchi.reading import Unreadable, read_page
    from elchi.sources import Refusal

    if isinstance(page, Refusal):
        where = page.name if page.line is None else f"{page.name}, line {page.line}"
        return _Outcome(None, (f"{where}: {told(page.reason, page.advice)}",))
    notes: list[str] = []
    try:
        report = read_page(page, published=published, language=language, notes=notes)
    except Unreadable as error:
        return _Outcome(None, (f"{page.name}: {told(error.reason, error.advice)}",))
    records = (extraction.explain if explain else extraction.extract)(report)
    return _Outcome(row(records) if row else records, tuple(notes))
