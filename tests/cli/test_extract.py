import json
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
