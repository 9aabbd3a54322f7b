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


def test_errors_are_shown_by_class_with_their_words(run: Run, gold: Path, tmp_path: Path) -> None:
    records = _records(tmp_path, start="2023-01-01", status="planned")
    shown = run("evaluate", gold, records, "--errors", "1").stdout
    assert "a  meeting: 2024-03-04 ≠ 2023-01-01\n  «met Timur Bek»" in shown
    assert "held ≠ planned" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())
    only = run("evaluate", gold, records, "--class", "date").stdout
    assert "2024-03-04 ≠ 2023-01-01" in only
    assert "held ≠ planned" not in only
    plain = run("evaluate", gold, records).stdout
    assert "2023-01-01" not in plain
    assert ["status", "1", "1"] in [line.split() for line in plain.splitlines()]


def test_errors_as_json(run: Run, gold: Path, tmp_path: Path) -> None:
    told = json.loads(run("evaluate", gold, _records(tmp_path, start=None), "--errors", "3", "--json").stdout)
    assert told["error_counts"]["en"]["date"] == 1
    assert told["errors"] == [
        {"report": "a", "language": "en", "what": "date", "kind": "meeting", "item": "engagement 0",
         "words": "met Timur Bek", "gold": "2024-03-04", "found": "—"}
    ]  # fmt: skip


def test_two_runs_side_by_side(run: Run, gold: Path, tmp_path: Path) -> None:
    before = _records(tmp_path, start=None).rename(tmp_path / "before.jsonl")
    after = _records(tmp_path)
    shown = run("evaluate", gold, before, after).stdout
    rows = [line.split() for line in shown.splitlines()]
    assert ["right", "0.000", "1.000", "+1.000*", "+1.000"] in rows
    assert ["found", "1.000", "1.000", "·", "·"] in rows
    assert "1 engagement changed: 1 better, 0 worse" in shown
    assert "better  a  meeting: not right → right" in shown
    assert ["date", "1", "0"] in rows
    assert all(len(line) <= 80 for line in shown.splitlines())
    other = json.loads(run("evaluate", gold, after, "--compare", before, "--json").stdout)["comparison"]
    assert other["differences"]["en"]["right"] == 1.0
    assert [one["what"] for one in other["mended"]] == ["date"]
    assert other["new"] == []


def test_a_third_run_and_an_unknown_class_are_refused(run: Run, gold: Path, tmp_path: Path) -> None:
    records = _records(tmp_path)
    assert run("evaluate", gold, records, records, "--compare", records).exit_code == 2
    wrong = run("evaluate", gold, records, "--class", "dates")
    assert wrong.exit_code == 2
    assert "'dates' is none of missed, spurious" in " ".join(wrong.stderr.split())


def test_one_language_alone(run: Run, gold: Path, tmp_path: Path) -> None:
    rows = [GOLD, GOLD | {"id": "b", "language": "ru"}]
    gold.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    records = _records(tmp_path)
    table = json.loads(run("evaluate", gold, records, "--language", "en", "--json").stdout)
    assert (list(table), table["all"]["reports"]) == (["all", "en"], 1)
    none = run("evaluate", gold, records, "--language", "kk")
    assert none.exit_code == 1
    assert "holds no report in kk" in none.stderr


def test_figures_are_kept_by_set(run: Run, gold: Path, tmp_path: Path) -> None:
    records, scores = _records(tmp_path), tmp_path / "scores.json"
    assert run("evaluate", gold, records, "--keep", scores, "--name", "ours").exit_code == 0
    assert run("evaluate", gold, records, "--keep", scores, "--name", "theirs").exit_code == 0
    kept = json.loads(scores.read_text("utf-8"))
    assert list(kept) == ["ours", "theirs"]
    assert kept["ours"]["figures"]["en"]["right"] == 1.0
    scores.write_text("[]", "utf-8")
    spoiled = run("evaluate", gold, records, "--keep", scores)
    assert spoiled.exit_code == 1
    assert "scores.json: is no file of scores" in spoiled.stderr


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


def test_what_a_report_says_is_shown_and_not_obeyed(run: Run, tmp_path: Path) -> None:
    text = "\x1b[2J[red]Ada\u202e met\x07 Ben.[/]"
    event = {"key": "k\x1b", "kind": "meeting", "status": "held", "anchor": text, "start": "2024\x1b"}
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps({"id": "a\x1b", "language": "en", "text": text, "engagements": [event]}), "utf-8")
    records = tmp_path / "none.jsonl"
    records.write_text(json.dumps({"id": "b"}), "utf-8")
    for arguments in ((), ("--compare", file), ("--json",)):
        result = run("evaluate", file, records, "--errors", "9", *arguments)
        assert result.exit_code == 0
        assert not set("\x1b\x07\u202e") & set(result.stdout)
        assert "[red]Ada" in result.stdout
