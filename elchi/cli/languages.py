"""`elchi languages`: the language packs, what they cover and how well they read; `check` goes through a pack."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from elchi.cli.failures import Failure
from elchi.cli.options import format_option
from elchi.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType
    from rich.table import Table

    from elchi.checking import Finding, Overview
    from elchi.evaluation import Scores

_FIGURES: Final = ("found", "right", "people", "office", "statements", "date", "status")
"""The figures of `elchi evaluate` that are shown."""

_ONE: Final = {"kinds": "kind of engagement", "acts": "act of saying", "statuses": "status"}

_SHOWN: Final = 20
"""How many warnings of a pack are shown where not all are asked for."""


@click.group(
    invoke_without_command=True,
    epilog="Example: elchi languages --format json, or elchi languages check kk",
    short_help="List the language packs; check one.",
)
@click.option("--scores", type=click.Path(), metavar="FILE", help="A file of scores.  [the one in the package]")
@format_option
@click.pass_context
def languages(ctx: click.Context, scores: str | None, as_json: bool) -> None:
    """List the language packs: their patterns by sort, what of the closed lists they cover, how well they read."""
    if ctx.invoked_subcommand:
        return
    from elchi.checking import overview
    from elchi.evaluation import EvaluationError, load_scores

    try:
        kept = load_scores(scores)
    except EvaluationError as error:
        raise Failure(str(error)) from error
    packs = [overview(tag) for tag in LANGUAGES]
    if as_json:
        from elchi.cli.output import print_json

        print_json({"packs": [asdict(pack) for pack in packs], "scores": [asdict(one) for one in kept]})
        return
    from elchi.cli.output import console

    screen = console()
    for part in (*_packs(packs), *_scores(kept, scores)):
        screen.print(part)


def _packs(packs: Sequence[Overview]) -> Iterator[RenderableType]:
    from rich.text import Text

    tags = [pack.tag for pack in packs]
    names = _columns("", tags)
    names.add_row("name", *(pack.name for pack in packs))
    names.add_row("base", *(pack.base or "—" for pack in packs))
    names.add_row("“our country”", *(pack.home or "—" for pack in packs))
    yield names
    yield Text("\nPatterns", style="bold")
    patterns = _columns("", tags)
    for sort in packs[0].patterns:
        patterns.add_row(sort, *(f"{pack.patterns[sort]:,}" for pack in packs))
    yield patterns
    for name in ("kinds", "acts", "statuses"):
        yield Text(f"\nPatterns by {_ONE[name]}", style="bold")
        counts = _columns("", tags)
        for value in packs[0].classes[name]:
            counts.add_row(value, *(f"{pack.classes[name][value]:,}" for pack in packs))
        yield counts
    yield Text("\nOf the closed lists, those with patterns", style="bold")
    covered = _columns("", tags)
    for name, classes in packs[0].classes.items():
        covered.add_row(name, *(f"{len(classes) - len(pack.missing(name))} of {len(classes)}" for pack in packs))
    yield covered
    for pack in packs:
        lacking = [value for name in pack.classes for value in pack.missing(name)]
        if lacking:
            yield Text(f"{pack.tag} has none for {', '.join(lacking)}")


def _columns(head: str, names: Sequence[str]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column(head)
    for name in names:
        table.add_column(name, justify="right", overflow="fold", max_width=13)
    return table


def _scores(kept: Sequence[Scores], file: str | None) -> Iterator[RenderableType]:
    """The figures of each set by language, with the day they were measured."""
    from rich.text import Text

    from elchi.cli.safe import safe
    from elchi.evaluation import ALL

    if not kept:
        yield Text(
            f"\nNo scores are kept{f' in {safe(file)}' if file else ''}. To measure and keep some:", style="bold"
        )
        yield Text("  elchi evaluate GOLD --keep FILE --name NAME")
    for one in kept:
        reports = one.table.get(ALL, {}).get("reports", 0)
        yield Text(f"\n{safe(one.name)}: {reports:.0f} reports, measured {one.measured}", style="bold")
        table = _columns("", _FIGURES)
        for tag in (*LANGUAGES, ALL):
            figures = one.table.get(tag)
            if figures:
                table.add_row(tag, *(f"{figures[name]:.3f}" if name in figures else "—" for name in _FIGURES))
        yield table


@languages.command(
    epilog="Example: elchi languages check kk, or elchi languages check my/ky --examples my/examples",
    short_help="Say what is wrong with a language pack.",
)
@click.argument("packs", nargs=-1, metavar="[TAG|FOLDER]…")
@click.option(
    "--examples",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where example sentences are, as TAG/examples.toml.  [examples.toml in the pack]",
)
@click.option("--all", "everything", is_flag=True, help=f"Show every warning, not the first {_SHOWN} that matter.")
@format_option
@click.pass_context
def check(ctx: click.Context, packs: tuple[str, ...], examples: Path | None, everything: bool, as_json: bool) -> None:
    """Go through packs, by tag or in a folder of their own, and name every fault with file, key, line and advice.

    Without a name all packs are checked. The exit status is 1 when there is a fault; warnings (patterns that stand
    twice or never match, classes without patterns) leave it 0.
    """
    from elchi import checking

    found = {}
    for name in packs or LANGUAGES:
        folder = _folder(name)
        sentences = examples / folder.resolve().name / "examples.toml" if examples else None
        found[name] = checking.check(folder, sentences)
    if as_json:
        from elchi.cli.output import print_json

        print_json({name: [asdict(finding) for finding in findings] for name, findings in found.items()})
    else:
        from elchi.cli.output import console

        screen = console()
        for name, findings in found.items():
            for part in _findings(name, findings, everything):
                screen.print(part)
    if any(finding.fault for findings in found.values() for finding in findings):
        ctx.exit(1)


def _folder(name: str) -> Path:
    from elchi.checking.check import PACKS

    if name in LANGUAGES:
        return PACKS / name
    if Path(name).is_dir():
        return Path(name)
    raise Failure(f"{name}: is neither a pack ({', '.join(LANGUAGES)}) nor a folder. Check the path.")


def _findings(name: str, found: Sequence[Finding], everything: bool) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    from elchi.checking.patterns import NEEDLESS
    from elchi.cli.listing import counted
    from elchi.cli.safe import safe

    faults = [finding for finding in found if finding.fault]
    warnings = [finding for finding in found if not finding.fault]
    told = f"{counted(len(faults), 'fault')}, {counted(len(warnings), 'warning')}"
    yield Text.assemble((safe(name), "bold underline"), f"  {told if found else 'nothing is wrong'}")
    shown = warnings if everything else [one for one in warnings if one.advice != NEEDLESS][:_SHOWN]
    for finding in (*faults, *shown):
        line = "" if finding.line is None else f":{finding.line}"
        yield Text.assemble(
            ("fault    " if finding.fault else "warning  ", "red" if finding.fault else "yellow"),
            (safe(f"{finding.file}{line}"), "cyan"),
            f"  {safe(finding.key)}",
        )
        yield Padding(Text(f"{safe(finding.reason)}. {safe(finding.advice)}"), (0, 0, 0, 9), expand=False)
    left = len(warnings) - len(shown)
    if left:
        needless = sum(one.advice == NEEDLESS for one in warnings)
        yield Text(
            f"         … and {left:,} more warnings (--all), {needless:,} of patterns that stand twice", style="dim"
        )
