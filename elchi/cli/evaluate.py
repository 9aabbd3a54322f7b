"""`elchi evaluate`: the figures of records against gold records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from elchi.cli.failures import Failure
from elchi.cli.options import format_option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.table import Table

    from elchi.evaluation import Evaluation, Fault, Figures
    from elchi.records import Records


@click.command(
    epilog="Example: elchi evaluate gold/ --records records.jsonl --errors 5",
    short_help="Score records against gold records.",
)
@click.argument("gold", type=click.Path(), metavar="GOLD")
@click.option("--records", type=click.Path(), metavar="FILE", help="Records to score, as `export records` writes them.")
@click.option(
    "--errors",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    help="Show what differs in the first N reports.",
)
@click.option(
    "--floors", type=click.Path(), metavar="FILE", help="A TOML file of figures to reach, else exit status 1."
)
@click.option(
    "--save",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Keep the records that were scored as JSON Lines.",
)
@format_option
def evaluate(gold: str, records: str | None, errors: int, floors: str | None, save: str | None, as_json: bool) -> None:
    """Say how well records agree with gold records, in all and by language.

    GOLD is a folder of .json files or a .jsonl file in the gold format. Without --records the texts of GOLD are
    read here into a register of their own, told neither their language nor their date.
    """
    from elchi import evaluation

    try:
        given = evaluation.load(gold)
        found = evaluation.load(records) if records else evaluation.read_blind(given)
        wanted = evaluation.load_floors(floors) if floors else {}
    except evaluation.EvaluationError as error:
        raise Failure(str(error)) from error
    if save:
        _save(found, save)
    result = evaluation.evaluate(given, found)
    if as_json:
        from elchi.cli.output import print_json

        print_json(result.table)
    else:
        _print(result, errors)
    short = evaluation.shortfalls(result.table, wanted)
    if short:
        raise Failure(f"{floors}: not reached: {'; '.join(short)}")


def _save(found: Sequence[Records], place: str) -> None:
    from elchi.cli.output import lines_to
    from elchi.exports.gold import to_row

    with lines_to(place) as write:
        for one in found:
            write(to_row(one))


def _print(result: Evaluation, errors: int) -> None:
    from elchi.cli.output import console

    screen = console()
    for report, faults in list(result.faults.items())[:errors]:
        screen.print(_fault_table(report, faults))
    screen.print(_figure_table(result.table))


def _figure_table(table: Mapping[str, Figures]) -> Table:
    from rich.table import Table

    from elchi.evaluation import MEANINGS

    shown = Table(box=None, pad_edge=False)
    shown.add_column("")
    for group in table:
        shown.add_column(group, justify="right", min_width=7)
    for figure in MEANINGS:
        form = "{:.0f}" if figure == "reports" else "{:.3f}"
        shown.add_row(figure, *(form.format(figures[figure]) for figures in table.values()))
    return shown


def _fault_table(report: str, faults: Sequence[Fault]) -> Table:
    from rich.table import Table
    from rich.text import Text

    from elchi.cli.safe import safe

    shown = Table(box=None, title=Text(safe(report), style="bold"), title_justify="left", show_header=False)
    shown.add_column(width=9)
    shown.add_column(width=11)
    shown.add_column(overflow="fold", ratio=1)
    for fault in faults:
        shown.add_row(fault.what, Text(safe(fault.kind)), Text(safe(f"{fault.why} «{fault.words}»")))
    return shown
