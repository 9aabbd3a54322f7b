"""`elchi find` and `elchi timeline`: engagements as a table or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from elchi.cli.options import format_option, open_register, register_option, tell_pending
from elchi.vocabulary import KINDS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from elchi.register import EngagementEntry, Register

NOTHING_YET = "The register has no engagements yet. Add reports: elchi ingest PATH…  (samples: examples/reports)"


@click.command(
    epilog="Example: elchi find --party Kazakhstan --party Норвегия --kind meeting --since 2024",
    short_help="Find engagements.",
)
@click.argument("words", nargs=-1)
@click.option("--kind", metavar="KIND", type=click.Choice(list(KINDS)), help=f"One of {', '.join(KINDS)}.")
@click.option(
    "--party", "parties", metavar="NAME", multiple=True, help="A country or body that takes part; again for more."
)
@click.option("--person", metavar="NAME", help="A person who takes part: a name in any script, or an id.")
@click.option("--forum", metavar="NAME", help="The forum that it was held in.")
@click.option("--since", metavar="DATE", help="Not before: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--until", metavar="DATE", help="Not after: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--status", metavar="STATUS", type=click.Choice(STATUSES), help="held, planned or cancelled.")
@format_option
@register_option()
@click.pass_context
def find(
    ctx: click.Context,
    words: tuple[str, ...],
    kind: str | None,
    parties: tuple[str, ...],
    person: str | None,
    forum: str | None,
    since: str | None,
    until: str | None,
    status: str | None,
    as_json: bool,
) -> None:
    """Find the engagements to which all that is given applies.

    WORDS are looked for in the words of the reports. A country may be named by its code or by its name in any
    of the five languages.
    """
    with open_register(ctx) as register:
        found = register.find(
            " ".join(words),
            kind=kind,
            parties=parties,
            person=person,
            forum=forum,
            since=since,
            until=until,
            status=status,
        )
        asked = {
            "words": " ".join(words),
            "kind": kind,
            "status": status,
            "party": ", ".join(_named(register, party) for party in parties),
            "person": _named(register, person) if person else None,
            "forum": _named(register, forum) if forum else None,
            "since": since,
            "until": until,
        }
        understood = "; ".join(f"{name}: {value}" for name, value in asked.items() if value)
        _print(register, found, understood, as_json=as_json)


@click.command(
    epilog='Example: elchi timeline "Shanghai Cooperation Organization" --format json',
    short_help="One party's, person's or forum's engagements by date.",
)
@click.argument("subject", metavar="PARTY|PERSON|FORUM")
@format_option
@register_option()
@click.pass_context
def timeline(ctx: click.Context, subject: str, as_json: bool) -> None:
    """Print the engagements of a country, body, person or forum in order of time, unknown dates last.

    A country may be named by its code or by its name in any of the five languages, a person in any script.
    """
    with open_register(ctx) as register:
        _print(register, register.timeline(subject), _named(register, subject), as_json=as_json)


def _print(register: Register, found: Sequence[EngagementEntry], understood: str, *, as_json: bool) -> None:
    from elchi.cli.output import print_json_list
    from elchi.register import to_dict

    waiting = tell_pending(register)
    if as_json:
        print_json_list(to_dict(entry) for entry in found)
    elif found:
        _print_table(found, understood)
    elif not waiting and not register.find():
        click.echo(NOTHING_YET)
    else:
        from elchi.cli.safe import safe

        click.echo(f"No engagement in the register has all of this: {safe(understood)}")


def _print_table(found: Sequence[EngagementEntry], understood: str) -> None:
    from rich.text import Text

    from elchi.cli.listing import LEGEND, engagement_table, summary
    from elchi.cli.output import console
    from elchi.cli.safe import safe

    entries = list(found)
    screen = console()
    if understood:
        screen.print(Text(safe(understood), style="bold"))
    screen.print(Text(summary(entries)))
    screen.print()
    screen.print(engagement_table(entries))
    screen.print(Text(f"{LEGEND}\nThe words and their sources: elchi show ID", style="dim"))


def _named(register: Register, subject: str) -> str:
    """The name and id by which the register knows `subject`, or `subject` itself."""
    from elchi.register import RegisterError

    try:
        key, name = register.named(subject)
    except RegisterError:
        return subject
    return key if name == key else f"{name} ({key})"
