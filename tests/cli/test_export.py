import errno
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result

from elchi.register import Register

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


def test_what_stood_in_a_file_is_kept_when_writing_stops_halfway(
    ask: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "records.jsonl"
    file.write_text("what was there")
    file.chmod(0o640)

    def stops(_: Register) -> Iterator[dict[str, str]]:
        yield {"id": "first"}
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Register, "records", stops)
        result = ask("export", "records", "-o", file)
    assert result.exit_code == 1
    assert f"{file}: cannot be written (No space left on device)" in result.stderr
    assert file.read_text() == "what was there"
    assert [one.name for one in tmp_path.iterdir()] == [file.name]
    assert ask("export", "records", "-o", file).exit_code == 0
    assert len(file.read_text("utf-8").splitlines()) == 3
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_link_stays_a_link(ask: Run, tmp_path: Path) -> None:
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "target.jsonl")
    assert ask("export", "records", "-o", tmp_path / "link.jsonl").exit_code == 0
    assert (tmp_path / "link.jsonl").is_symlink()
    assert len((tmp_path / "target.jsonl").read_text("utf-8").splitlines()) == 3


def test_reports_that_are_not_matched_yet_are_left_out_and_counted(
    run: Run, told_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = tmp_path / "desk.db"
    shutil.copy(told_register, register)
    with closing(sqlite3.connect(register)) as connection, connection:
        connection.execute("DELETE FROM person_records WHERE report IN (SELECT key FROM reports WHERE language = 'ru')")
        connection.execute("UPDATE reports SET resolved = 0 WHERE language = 'ru'")
    with monkeypatch.context() as patch:
        patch.setattr("elchi.register.store.access", lambda _path, _mode: False)
        result = run("--register", register, "export", "records")
        asked = run("--register", register, "find", "--kind", "call")
    assert result.exit_code == 1
    assert "desk.db: 1 of its reports are not in its entries yet" in result.stderr
    assert {json.loads(line)["id"] for line in result.stdout.splitlines()} == {"oslo-en", "hostile-en"}
    assert asked.exit_code == 0
    assert "not in its entries yet" in asked.stderr
    healed = run("--register", register, "export", "records")
    assert healed.exit_code == 0
    assert len(healed.stdout.splitlines()) == 3
