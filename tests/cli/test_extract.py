import json
import re
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]

TEXT = (
    "Foreign ministers hold talks in Oslo\n\n5 March 2024\n\nOn Monday the Foreign Minister of Norway, Ada Stone, "
    "met the Foreign Minister of Kazakhstan, Timur Bek, in Oslo. The ministers discussed trade.\n"
)


def test_records_as_json_lines_without_a_register(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT, "utf-8")
    result = run("extract", "talks.txt")
    assert result.exit_code == 0
    (row,) = map(json.loads, result.stdout.splitlines())
    assert (row["id"], row["language"], row["published"], row["text"]) == ("talks", "en", "2024-03-05", TEXT)
    for entry in (*row["people"], *row["engagements"], *row["statements"]):
        assert entry["evidence"]
        assert all(0 <= start < end <= len(TEXT) for start, end in entry["evidence"])
    assert not (tmp_path / "elchi.db").exists()


def test_what_a_person_states_outranks_the_page(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT, "utf-8")
    result = run("extract", "talks.txt", "--published", "2024-04-01", "--language", "en")
    assert json.loads(result.stdout)["published"] == "2024-04-01"


def test_one_bad_input_is_named_and_the_others_are_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT, "utf-8")
    (tmp_path / "empty.txt").write_text("")
    result = run("extract", "empty.txt", "talks.txt", "-o", "records.jsonl")
    assert result.exit_code == 1
    assert result.stderr.startswith("elchi: empty.txt: ")
    assert len((tmp_path / "records.jsonl").read_text("utf-8").splitlines()) == 1


def test_why_every_field_is_what_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT, "utf-8")
    result = run("extract", "talks.txt", "--explain")
    assert result.exit_code == 0
    shown = result.stdout
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert re.search(r"office +foreign_minister +«Foreign Minister»", shown)
    assert re.search(r"languages/en/offices\.toml:\d+", shown)
    assert re.search(r"languages/en/triggers\.toml:\d+", shown)
    assert re.search(r"date +2024-03-04", shown)
    assert re.search(r"sum [+-]\d\.\d\d", shown)


def test_why_as_json_lines(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT, "utf-8")
    plain = json.loads(run("extract", "talks.txt").stdout)
    row = json.loads(run("extract", "talks.txt", "--explain", "--json").stdout)
    entries = [entry for key in ("people", "engagements", "statements") for entry in row[key]]
    reasons = [entry.pop("reasons") for entry in entries]
    assert row == plain
    meeting = next(told for told in reasons if told[0]["field"] == "kind")
    assert meeting[0]["value"] == "meeting"
    assert meeting[0]["sources"][0]["file"] == "languages/en/triggers.toml"
    assert meeting[0]["weights"][0].keys() == {"feature", "says", "weight"}


def test_a_page_to_read_without_reasons_and_in_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT, "utf-8")
    assert run("extract", "talks.txt", "--format", "table", "-o", "page.txt").stdout == ""
    page = (tmp_path / "page.txt").read_text("utf-8")
    assert "● meeting, held" in page
    assert "Ada Stone (NO)" in page
    assert "sum" not in page


def test_what_a_page_says_is_not_obeyed_when_it_is_explained(run: Run, tmp_path: Path) -> None:
    hostile = TEXT.replace("Ada Stone", "Ada [red]Stone\x1b[2J").replace("Timur Bek", "Timur\u202e Bek")
    (tmp_path / "talks.txt").write_text(hostile, "utf-8")
    result = run("extract", "talks.txt", "--explain")
    assert result.exit_code == 0
    assert not set("\x1b\u202e") & set(result.stdout)


def test_several_jobs_make_no_difference(run: Run, tmp_path: Path) -> None:
    press = tmp_path / "press"
    press.mkdir()
    for number in range(6):
        (press / f"talks-{number}.txt").write_text(TEXT.replace("trade", f"trade and {number} loans"), "utf-8")
    (press / "empty-3.txt").write_text("")
    alone, together = run("extract", press), run("extract", press, "--jobs", "2")
    assert alone.exit_code == together.exit_code == 1
    assert together.stdout == alone.stdout
    assert together.stderr == alone.stderr
    assert len(together.stdout.splitlines()) == 6
    assert run("extract", press, "--jobs", "0").exit_code == 2
