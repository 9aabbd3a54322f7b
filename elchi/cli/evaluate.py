"""`elchi evaluate`: figures and errors of records against gold records, and two runs side by side."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import click

from elchi.cli.failures import Failure
from elchi.cli.options import format_option
from elchi.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from elchi.evaluation import Evaluation, Fault, Runs
    from elchi.records import Records

_SHOWN: Final = 10
"""How many errors of a class are shown where a class is asked for and no number."""


@click.command(
    epilog="Example: elchi evaluate gold/ records.jsonl --errors 5",
    short_help="Score records against gold records.",
)
@click.argument("gold", type=click.Path(), metavar="GOLD")
@click.argument("runs", type=click.Path(), nargs=-1, metavar="[RECORDS [LATER]]")
@click.option("--records", type=click.Path(), metavar="FILE", help="The same as RECORDS.")
@click.option("--compare", type=click.Path(), metavar="FILE", help="An earlier run's records: say what changed.")
@click.option(
    "--errors",
    type=click.IntRange(0),
    metavar="N",
    help=f"Show N errors of each class.  [{_SHOWN} with --class, else 0]",
)
@click.option("--class", "classes", multiple=True, metavar="CLASS", help="Errors of this class only; may be repeated.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    type=click.Choice(LANGUAGES),
    metavar="TAG",
    help="Reports in this language only; may be repeated.",
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
@click.option("--keep", type=click.Path(dir_okay=False), metavar="FILE", help="Keep the figures in a file of scores …")
@click.option("--name", metavar="NAME", help="… as those of the set NAME.  [GOLD]")
@format_option
def evaluate(
    gold: str,
    runs: tuple[str, ...],
    records: str | None,
    compare: str | None,
    errors: int | None,
    classes: tuple[str, ...],
    languages: tuple[str, ...],
    floors: str | None,
    save: str | None,
    keep: str | None,
    name: str | None,
    as_json: bool,
) -> None:
    """Say how well records agree with gold records, in all and by language, and what is wrong in them.

    GOLD is a folder of .json files or a .jsonl file in the gold format, RECORDS what `elchi extract` or `export
    records` writes. Without RECORDS the texts of GOLD are read here into a register of their own, told neither their
    language nor their date. With LATER, RECORDS is the earlier run and LATER is scored.
    """
    from elchi import evaluation

    later, earlier = _which(runs, records, compare)
    _check_classes(classes)
    if floors and languages:
        raise click.UsageError("--floors holds for all languages: leave --language out.")
    try:
        given = _in_languages(evaluation.load(gold), languages, gold)
        found = evaluation.load(later) if later else evaluation.read_blind(given)
        before = evaluation.load(earlier) if earlier else None
        wanted = evaluation.load_floors(floors) if floors else {}
        if save:
            _save(found, save)
        result = evaluation.evaluate(given, found)
        if keep:
            today = datetime.now(UTC).date().isoformat()
            evaluation.keep_scores(keep, evaluation.Scores(name or gold, today, result.table, result.negatives))
    except evaluation.EvaluationError as error:
        raise Failure(str(error)) from error
    compared = None
    if before is not None:
        compared = evaluation.compare_runs(given, evaluation.evaluate(given, before), result)
    shown = errors if errors is not None else _SHOWN if classes else 0
    _tell(result, compared, shown, classes, as_json)
    short = evaluation.shortfalls(result.table, wanted)
    if short:
        raise Failure(f"{floors}: not reached: {'; '.join(short)}")


def _which(runs: tuple[str, ...], records: str | None, compare: str | None) -> tuple[str | None, str | None]:
    """The records to score and the earlier ones to compare with, as files."""
    named = [*([records] if records else []), *runs]
    if len(named) > 2 or (len(named) == 2 and compare):
        raise click.UsageError("Two runs can be compared, no more.")
    if len(named) == 2:
        return named[1], named[0]
    return (named[0] if named else None), compare


def _check_classes(classes: Collection[str]) -> None:
    if classes:
        from elchi.evaluation import CLASSES

        unknown = [one for one in classes if one not in CLASSES]
        if unknown:
            raise click.BadParameter(f"{unknown[0]!r} is none of {', '.join(CLASSES)}.", param_hint="--class")


def _in_languages(gold: Sequence[Records], languages: Collection[str], path: str) -> list[Records]:
    kept = [one for one in gold if not languages or one.report.language in languages]
    if not kept:
        raise Failure(f"{path}: holds no report in {', '.join(languages)}. Leave --language out to see what it holds.")
    return kept


def _save(found: Sequence[Records], place: str) -> None:
    from elchi.cli.output import lines_to
    from elchi.exports.gold import to_row

    with lines_to(place) as write:
        for one in found:
            write(to_row(one))


def _tell(result: Evaluation, runs: Runs | None, shown: int, classes: Collection[str], as_json: bool) -> None:
    if as_json:
        from elchi.cli.output import print_json

        print_json(_plain(result, runs, shown, classes))
        return
    from elchi.cli import scoring
    from elchi.cli.output import console

    screen = console()
    found = [fault for faults in result.faults.values() for fault in faults]
    parts = [*scoring.errors(found, shown, classes), scoring.figure_table(result.table)]
    parts += scoring.negatives(result.negatives)
    parts += scoring.error_counts(result.errors())
    if runs is not None:
        parts += scoring.comparison(runs, shown or _SHOWN, classes)
    for part in parts:
        screen.print(part)


def _plain(result: Evaluation, runs: Runs | None, shown: int, classes: Collection[str]) -> dict[str, Any]:
    """The answer as JSON: the figures by group, beside them what was asked for besides."""
    from dataclasses import asdict

    def listed(faults: Sequence[Fault]) -> list[dict[str, Any]]:
        from elchi.cli.scoring import by_class

        return [asdict(fault) for some in by_class(faults, classes).values() for fault in some[:shown]]

    plain: dict[str, Any] = {**result.table}
    if shown or runs is not None:
        plain["error_counts"] = result.errors()
        plain["negatives"] = result.negatives
    if shown:
        plain["errors"] = listed([fault for faults in result.faults.values() for fault in faults])
    if runs is not None:
        plain["comparison"] = {
            "before": runs.before,
            "differences": runs.differences(),
            "spans": runs.spans,
            "reports": [asdict(change) for change in runs.reports],
            "engagements": [asdict(change) for change in runs.engagements],
            "mended": [asdict(fault) for fault in runs.mended],
            "new": [asdict(fault) for fault in runs.new],
        }
    return plain
