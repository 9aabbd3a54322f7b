import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

TEXT = (
    "On 4 March 2024 Foreign Minister of Norway Ada Stone met Timur Bek in Oslo. Ministers discussed trade and energy."
)
GOLD = {
    "id": "a",
    "language": "en",
    "published": None,
    "text": TEXT,
    "people": [{"id": "ada-stone", "name": "Ada Stone", "mentions": ["Ada Stone"], "office": None, "of": None}],
    "engagements": [
        {
            "key": "k",
            "kind": "meeting",
            "status": "held",
            "central": True,
            "start": "2024-03-04",
            "participants": [{"person": "ada-stone", "party": "NO"}],
            "anchor": "met Timur Bek",
        }
    ],
    "statements": [],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(GOLD), "utf-8")
    return file


def _records(folder: Path, **changes: object) -> Path:
    at = TEXT.index("met Timur Bek")
    event = GOLD["engagements"][0] | {"evidence": [[at, at + 13]]} | changes  # type: ignore[index]
    people = [GOLD["people"][0] | {"evidence": [[34, 43]]}]  # type: ignore[index]
    file = folder / "records.jsonl"
    file.write_text(json.dumps(GOLD | {"people": people, "engagements": [event]}), "utf-8")
    return file


def test_the_table_and_its_json(run: Run, gold: Path, tmp_path: Path) -> None:
    records = _records(tmp_path)
    result = run("evaluate", gold, "--records", records)
    assert result.exit_code == 0
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["all", "en"] in rows
    assert ["found", "1.000", "1.000"] in rows
    table = json.loads(run("evaluate", gold, "--records", records, "--format", "json").stdout)
    assert table["en"]["right"] == 1.0


def test_errors_are_shown(run: Run, gold: Path, tmp_path: Path) -> None:
    records = _records(tmp_path, start="2023-01-01")
    shown = run("evaluate", gold, "--records", records, "--errors", "1").stdout
    assert "not right" in shown
    assert "date: 2024-03-04 ≠ 2023-01-01" in " ".join(shown.split())
    assert "not right" not in run("evaluate", gold, "--records", records).stdout


def test_a_floor_that_is_not_reached_fails(run: Run, gold: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text("[all]\nright = 0.9\n[en]\nfound = 0.9\n")
    assert run("evaluate", gold, "--records", _records(tmp_path), "--floors", floors).exit_code == 0
    failed = run("evaluate", gold, "--records", _records(tmp_path, status="planned"), "--floors", floors)
    assert failed.exit_code == 1
    assert "all right: 0.0000 < 0.9" in failed.stderr
    assert "found" not in failed.stderr


def test_gold_texts_are_read_without_their_language_and_date(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(GOLD | {"published": "2001-01-01", "language": "kk"}), "utf-8")
    kept = tmp_path / "kept.jsonl"
    result = run("evaluate", file, "--save", kept)
    assert result.exit_code == 0, result.output
    row = json.loads(kept.read_text("utf-8"))
    assert (row["id"], row["language"], row["published"]) == ("a", "en", None)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gold.jsonl", "kept.jsonl"]


def test_a_file_that_is_not_gold_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"id": "a"}\n{"id": ')
    result = run("evaluate", "gold.jsonl")
    assert result.exit_code == 1
    assert "gold.jsonl, line 2" in result.stderr
