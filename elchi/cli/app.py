"""The `elchi` command: its subcommands, what holds for all of them, and how it ends when something goes wrong."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress

import click

from elchi.cli.evaluate import evaluate
from elchi.cli.export import export
from elchi.cli.extract import extract
from elchi.cli.failures import Stopped, plainly
from elchi.cli.find import find, timeline
from elchi.cli.ingest import ingest
from elchi.cli.languages import languages
from elchi.cli.options import Settings, register_option
from elchi.cli.show import show


class _PlainGroup(click.Group):
    """A group whose failures are told in one message, without a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the subcommand; what goes wrong in it becomes a `Failure`."""
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.ClickException, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt:
            raise Stopped("Stopped.") from None
        except Exception as error:
            raise plainly(error) from error


@click.group(
    cls=_PlainGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: elchi ingest examples/reports, then: elchi find",
)
@register_option(of_all=True)
@click.version_option(package_name="elchi", prog_name="elchi")
@click.pass_context
def app(ctx: click.Context) -> None:
    """Keep a register of who met whom, read from reports in five languages.

    Every entry cites the words it rests on. A register is one file; nothing leaves this machine.
    """
    ctx.ensure_object(Settings)


for _command in (ingest, extract, find, show, timeline, export, evaluate, languages):
    app.add_command(_command)


def main() -> None:
    """Run the command line on the process's own arguments; ends the process."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal without Cyrillic shows escapes instead of failing halfway.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except OSError as error:  # --help and the like are printed before any command is run
        with suppress(OSError, ValueError):
            click.echo(f"elchi: standard output: cannot be written ({error.strerror or error}).", err=True)
        os._exit(1)  # on the usual way out the streams would be flushed, and fail, once more
