"""`elchi extract`: records of reports as JSON Lines, without a register."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from elchi.cli.failures import complain, told
from elchi.cli.options import language_option, output_option, published_option

if TYPE_CHECKING:
    from elchi.records import Report
    from elchi.sources import Page, Refusal


@click.command(
    epilog="Example: elchi extract press/ -o records.jsonl",
    short_help="Read reports without a register.",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@published_option
@language_option
@output_option
@click.pass_context
def extract(
    ctx: click.Context, paths: tuple[str, ...], published: str | None, language: str | None, output: str
) -> None:
    """Write what reports state as JSON Lines, one report each, in the gold format with evidence.

    PATH is as for ingest. People's ids and events' keys hold within one report only. The exit status is 1 when
    an input could not be read; the others are.
    """
    from elchi import extraction
    from elchi.cli.output import lines_to
    from elchi.exports.gold import to_row
    from elchi.sources import pages

    refused = False
    with lines_to(output) as write:
        for page in pages(paths):
            report = _report(page, published, language)
            if report is None:
                refused = True
            else:
                write(to_row(extraction.extract(report)))
    if refused:
        ctx.exit(1)


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
