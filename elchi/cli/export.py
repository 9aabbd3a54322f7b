"""`elchi export`: what the register holds as files."""

from __future__ import annotations

import click

from elchi.cli.options import open_register, output_option, register_option, tell_pending


@click.group(short_help="Write the register's contents to a file.")
@register_option()
def export() -> None:
    """Write the register's contents to a file."""


@export.command(
    epilog="Example: elchi export records -o records.jsonl",
    short_help="Every report's records as JSON Lines.",
)
@output_option
@register_option()
@click.pass_context
def records(ctx: click.Context, output: str) -> None:
    """Write one JSON object per report in the gold format, with evidence.

    People's ids and events' keys are the register's: the same in every report.
    """
    from elchi.cli.output import lines_to

    with open_register(ctx) as register:
        with lines_to(output) as write:
            for row in register.records():
                write(row)
        if tell_pending(register):
            ctx.exit(1)
