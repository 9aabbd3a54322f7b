import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_a_table_shows_when_what_who_where_and_the_words(ask: Run) -> None:
    result = ask("find", "--kind", "meeting", "--since", "2024-03", "--until", "2024-03")
    assert result.exit_code == 0
    (found,) = json.loads(ask("find", "--kind", "meeting", "--until", "2024-03", "--format", "json").stdout)
    shown = " ".join(result.stdout.split())
    for side in found["sides"]:
        assert f"{side['party_name']}: {side['name']}" in shown
    for words in ("2024-03-04", "● meeting", "Oslo, Norway", found["id"]):
        assert words in shown
    lines = result.stdout.splitlines()
    assert lines[lines.index(next(line for line in lines if line.startswith("2024-03-04"))) + 1].startswith("● meeting")
    assert "2 reports: en, ru" in shown
    assert "1 engagement: 1 held" in shown


def test_every_line_fits_80_columns(ask: Run) -> None:
    for command in (("find",), ("timeline", "NO"), ("show", "NO"), ("show", "Ada Stone")):
        assert max(len(line) for line in ask(*command).stdout.splitlines()) <= 80, command


def test_planned_is_not_held(ask: Run) -> None:
    assert "○ visit" in ask("find", "--status", "planned").stdout
    assert "○" not in ask("find", "--status", "held").stdout.split("● held ")[0]


def test_json_is_a_list_of_entries(ask: Run) -> None:
    found = json.loads(ask("find", "--party", "Қазақстан", "--format", "json").stdout)
    assert [entry["kind"] for entry in found] == ["meeting", "visit"]
    assert found[0]["sides"][0]["party"] in {"NO", "KZ"}
    assert {account["report"]["name"] for account in found[0]["accounts"]} == {"oslo-en", "oslo-ru"}


@pytest.mark.parametrize("name", ["Kazakhstan", "KZ", "Казахстан", "Қозоғистон", "Qozog‘iston"])
def test_a_country_is_known_by_code_and_in_each_language(ask: Run, name: str) -> None:
    assert len(json.loads(ask("find", "--party", name, "--format", "json").stdout)) == 2


def test_several_parties_all_take_part(ask: Run) -> None:
    both = json.loads(ask("find", "--party", "NO", "--party", "KZ", "--format", "json").stdout)
    alone = json.loads(ask("find", "--party", "NO", "--format", "json").stdout)
    assert (len(both), len(alone)) == (2, 3)


def test_a_search_without_result_says_what_was_understood(ask: Run) -> None:
    result = ask("find", "--party", "Казахстан", "--since", "2030", "--kind", "call")
    assert result.exit_code == 0
    assert "kind: call; party: Kazakhstan (KZ); since: 2030" in result.stdout
    assert json.loads(ask("find", "--since", "2030", "--format", "json").stdout) == []


def test_an_empty_register_says_how_to_begin(run: Run, tmp_path: Path) -> None:
    (tmp_path / "nothing.txt").write_text("")
    run("ingest", tmp_path / "nothing.txt")
    result = run("find")
    assert result.exit_code == 0
    assert "elchi ingest PATH" in result.stdout


def test_a_bad_date_is_said_plainly(ask: Run) -> None:
    result = ask("find", "--since", "March")
    assert result.exit_code == 1
    assert result.stderr.startswith("elchi: since: 'March'")
    assert "YYYY-MM-DD" in result.stderr


def test_a_timeline_is_in_order_of_time_under_the_subject(ask: Run) -> None:
    result = ask("timeline", "Норвегия")
    assert result.stdout.startswith("Norway (NO)\n3 engagements: 2 held, 1 planned; from 2024-03-04 to 2024-06-07\n")
    dates = [result.stdout.index(date) for date in ("\n2024-03-04", "\n2024-05", "\n2024-06-07")]
    assert dates == sorted(dates)
    found = json.loads(ask("timeline", "Ада Стоун", "--format", "json").stdout)
    assert [entry["start"] for entry in found] == ["2024-03-04", "2024-05"]


def test_nothing_by_that_name(ask: Run) -> None:
    result = ask("timeline", "Atlantis")
    assert result.exit_code == 1
    assert "Atlantis" in result.stderr
    assert "Traceback" not in result.output
