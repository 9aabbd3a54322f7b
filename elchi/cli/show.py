"""`elchi show`: one entry with its evidence."""

from __future__ import annotations

import click

from elchi.cli.options import format_option, open_register, register_option, tell_pending


@click.command(
    epilog='Example: elchi show KZ, or elchi show "Тоқаев", or elchi show an id that a listing prints',
    short_help="Show one entry with its evidence.",
)
@click.argument("subject", metavar="ID")
@format_option
@register_option()
@click.pass_context
def show(ctx: click.Context, subject: str, as_json: bool) -> None:
    """Show an engagement, person, party, forum or report: the words it rests on, in the original.

    ID is an id that a listing prints, a country's code or name, or a person's name in any script.
    """
    from elchi.cli.output import console, print_json
    from elchi.register import to_dict

    with open_register(ctx) as register:
        entry = register.show(subject)
        tell_pending(register)
        if as_json:
            print_json(to_dict(entry))
            return
        from elchi.cli.cards import card

        screen = console()
        for part in card(entry):
            screen.print(part)
