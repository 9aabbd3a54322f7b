"""What stands in a report is shown, never obeyed."""

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from elchi.cli.listing import quoted
from elchi.cli.safe import dumps, safe

Run = Callable[..., Result]

OBEYED = "\x1b\x9b\u202e\u202c\x07\x00"


@pytest.mark.parametrize(
    "command",
    [("find",), ("timeline", "NO"), ("show", "NO"), ("find", "--format", "json"), ("export", "records")],
    ids=" ".join,
)
def test_no_command_prints_what_a_terminal_obeys(ask: Run, command: tuple[str, ...]) -> None:
    printed = ask(*command).stdout
    assert "Erik" in printed
    assert not set(OBEYED) & set(printed)


def test_markup_is_text(ask: Run) -> None:
    shown = " ".join(ask("find", "--since", "2024-06").stdout.split())
    assert "[bold red]Erik\\x1b[2J Vang[/]" in shown
    assert "\\u202egnp.exe" in shown


def test_json_gives_the_very_words_back(ask: Run) -> None:
    found = json.loads(ask("find", "--since", "2024-06", "--format", "json").stdout)
    assert "\x1b[2J" in found[0]["anchor"]
    assert "\u202egnp.exe" in found[0]["anchor"]


def test_an_error_does_not_print_what_was_asked_as_it_is(ask: Run) -> None:
    result = ask("show", "\x1b]0;owned\x07")
    assert result.exit_code == 1
    assert not set(OBEYED) & set(result.stderr)


def test_safe_keeps_letters_and_puts_text_on_one_line() -> None:
    assert safe("Қасым-Жомарт\n  Ўқтам\tО‘ткир 🙂") == "Қасым-Жомарт Ўқтам О‘ткир 🙂"
    assert safe("a\x1b\ud800\u2028b") == "a\\x1b\\ud800 b"


def test_quotation_marks_are_not_those_of_the_words() -> None:
    assert quoted("мәтін") == "«мәтін»"
    assert quoted("«Орталық Азия» саммиті") == "“«Орталық Азия» саммиті”"


def test_dumps_is_json_of_the_same_value() -> None:
    value = {"слово": "\u202e\x9b\x7f\ud800\u2028 «ә»"}
    assert json.loads(dumps(value)) == value
    assert dumps(value).isprintable()
    assert "слово" in dumps(value)
