import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_records_have_the_register_s_ids_and_evidence(ask: Run, tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    assert ask("export", "records", "-o", file).stdout == ""
    rows = {row["id"]: row for row in map(json.loads, file.read_text("utf-8").splitlines())}
    assert set(rows) == {"oslo-en", "oslo-ru", "hostile-en"}
    english, russian = rows["oslo-en"], rows["oslo-ru"]
    assert {person["id"] for person in english["people"]} == {person["id"] for person in russian["people"]}
    assert english["engagements"][0]["key"] == russian["engagements"][0]["key"]
    start, end = russian["engagements"][0]["evidence"][0]
    assert russian["text"][start:end] == "встретилась в Осло"


def test_standard_output_and_file_hold_the_same(ask: Run, tmp_path: Path) -> None:
    ask("export", "records", "-o", tmp_path / "r.jsonl")
    assert ask("export", "records").stdout == (tmp_path / "r.jsonl").read_text("utf-8")


def test_a_file_is_not_lost_when_the_export_fails(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    file.write_text("what was there")
    result = run("--register", tmp_path / "missing.db", "export", "records", "-o", file)
    assert result.exit_code == 1
    assert file.read_text() == "what was there"


def test_a_folder_that_is_not_there_is_named(ask: Run, tmp_path: Path) -> None:
    result = ask("export", "records", "-o", tmp_path / "no" / "where.jsonl")
    assert result.exit_code == 1
    assert "where.jsonl" in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_is_named(ask: Run) -> None:
    result = ask("export", "records", "-o", "/dev/full")
    assert result.exit_code == 1
    assert result.stderr.startswith("elchi: /dev/full: cannot be written (No space left on device).")
