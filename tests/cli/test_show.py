import json
from collections.abc import Callable

from click.testing import Result

Run = Callable[..., Result]


def _meeting(ask: Run) -> str:
    found = json.loads(ask("find", "--kind", "meeting", "--until", "2024-04", "--format", "json").stdout)
    return str(found[0]["id"])


def test_an_engagement_with_every_report_s_words(ask: Run) -> None:
    shown = ask("show", _meeting(ask)).stdout
    assert "● meeting, held" in shown
    assert "met Foreign Minister of Kazakhstan Timur Bek" in shown
    assert "«встретилась в Осло»" in shown
    assert "Told in 2 reports: en, ru" in shown
    assert "date        «4 March 2024»" in shown


def test_a_person_in_any_script(ask: Run) -> None:
    printed = ask("show", "Ада Стоун").stdout
    assert printed == ask("show", "Ada Stone").stdout
    shown = " ".join(printed.split())
    for words in ("foreign minister, Norway", "Ада Стоун", "«Foreign Minister of Norway»", "commit"):
        assert words in shown
    assert "Norway will open a mission in Astana" in shown


def test_a_country_with_its_office_holders(ask: Run) -> None:
    shown = ask("show", "Norway").stdout
    assert "Norway   NO" in shown
    assert "foreign minister" in shown
    assert "3 engagements" in shown


def test_a_report_with_all_that_was_read_and_its_text(ask: Run) -> None:
    entry = json.loads(ask("show", _meeting(ask), "--format", "json").stdout)
    report = next(one["report"]["id"] for one in entry["accounts"] if one["report"]["language"] == "en")
    shown = ask("show", report).stdout
    assert shown.startswith("Ministers meet in Oslo")
    assert "2 people" in shown
    assert "A return visit to Astana is planned for May 2024, she added." in shown
    assert json.loads(ask("show", report, "--format", "json").stdout)["line"]["name"] == "oslo-en"


def test_nothing_by_that_id(ask: Run) -> None:
    result = ask("show", "e-none")
    assert result.exit_code == 1
    assert result.stderr.startswith("elchi: ")
    assert result.stdout == ""


def test_who_held_an_office_stands_apart_from_how_many_tell_of_it(ask: Run) -> None:
    holder = json.loads(ask("show", "NO", "--format", "json").stdout)["offices"][0]["person"]
    assert f"{holder} · 1 report: en" in ask("show", "NO").stdout or f"{holder} · 2 reports" in ask("show", "NO").stdout


def test_a_mistyped_id_is_answered_with_those_like_it(ask: Run) -> None:
    key = _meeting(ask)
    result = ask("show", key[:-1])
    assert result.exit_code == 1
    assert f"Did you mean {key}" in result.stderr
