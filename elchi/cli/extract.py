"""`elchi extract`: records of reports as JSON Lines, without a register; on request with the reasons of every field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from elchi.cli.failures import complain, told
from elchi.cli.options import language_option, output_option, published_option

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from elchi.records import Report
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
    published: str | None,
    language: str | None,
    output: str,
) -> None:
    """Write what reports state as JSON Lines, one report each, in the gold format with evidence.

    PATH is as for ingest. People's ids and events' keys hold within one report only. With --explain every field of
    every entry says why it is what it is. The exit status is 1 when an input could not be read; the others are.
    """
    from elchi import extraction
    from elchi.cli.output import lines_to, text_to
    from elchi.exports.explained import to_explained_row
    from elchi.exports.gold import to_row
    from elchi.sources import pages

    refused: list[Page | Refusal] = []
    reports = _reports(pages(paths), published, language, refused)
    read = extraction.explain if explain else extraction.extract
    table = form == "table" or (form is None and explain and not as_json)
    if table:
        from elchi.cli.explaining import pages_of

        with text_to(output) as screen:
            for report in reports:
                for part in pages_of(read(report)):
                    screen.print(part)
    else:
        row = to_explained_row if explain else to_row
        with lines_to(output) as write:
            for report in reports:
                write(row(read(report)))
    if refused:
        ctx.exit(1)


def _reports(
    found: Iterable[Page | Refusal], published: str | None, language: str | None, refused: list[Page | Refusal]
) -> Iterator[Report]:
    """The reports of pages; of which there is none is told, and kept in `refused`."""
    for page in found:
        report = _report(page, published, language)
        if report is None:
            refused.append(page)
        else:
            yield report


def _report(page: Page | Refusal, published: str | None, language: str | None) -> Report | None:
    """The report of a page, or None after saying why there is none."""
    from elchi.reading import Unreadable, read_page
    from elchi.sources import Refusal

    if isinstance(page, Refusal):
        where = page.name if page.line is None else f"{page.name}, line {page.line}"
        complain(f"{where}: {told(page.reason, page.advice)}")
        return None
    notes: list[str] = []
    try:
        report = read_page(page, published=published, language=language, notes=notes)
    except Unreadable as error:
        complain(f"{page.name}: {told(error.reason, error.advice)}")
        return None
    for note in notes:
        complain(note)
    return report
