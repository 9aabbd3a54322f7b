import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

TEXT = (
    "Foreign ministers hold talks in Oslo\n\n5 March 2024\n\nOn Monday the Foreign Minister of Norway, Ada Stone, "
    "met the Foreign Minister of Kazakhstan, Timur Bek, in Oslo. The ministers discussed trade, and Stone said that "
    "Norway was ready to open a mission in Astana.\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "talks.txt"
    file.write_text(TEXT, "utf-8")
    return file


def test_a_report_is_read_once(run: Run, report: Path) -> None:
    first = run("ingest", report)
    assert first.exit_code == 0
    assert "1 report for the register elchi.db" in first.stdout
    assert "1  read" in first.stdout
    again = run("ingest", report)
    assert again.exit_code == 0
    assert "1  already known" in again.stdout


def test_a_report_from_standard_input(run: Run) -> None:
    result = run("ingest", "-", "--format", "json", input=TEXT.encode())
    assert result.exit_code == 0
    (item,) = json.loads(result.stdout)["read"]
    assert item["report"].startswith("r-")


def test_one_bad_input_does_not_keep_the_others_out(run: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "broken.jsonl").write_text(
        json.dumps({"id": "a", "text": TEXT + "More."}) + '\n{"id": "b", \n', "utf-8"
    )
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7\n\x00\x01\x02")
    result = run("ingest", report, tmp_path / "empty.txt", tmp_path / "broken.jsonl", tmp_path / "scan.pdf", "gone.txt")
    assert result.exit_code == 1
    assert "2  read" in result.stdout
    assert "4  refused" in result.stdout
    complaints = result.stderr.splitlines()
    assert len(complaints) == 4
    for name in ("empty.txt", "broken.jsonl, line 2", "scan.pdf", "gone.txt"):
        assert any(name in line for line in complaints), name
    assert all(line.startswith("elchi: ") for line in complaints)


def test_a_report_in_a_language_without_a_pack_is_kept_and_named(run: Run, tmp_path: Path) -> None:
    text = (
        "Der Außenminister ist gestern in Berlin mit seiner Amtskollegin zusammengetroffen. Beide sprachen über den "
        "Handel zwischen den Ländern und über die Lage in der Region, wie das Ministerium am Abend mitteilte.\n"
    )
    (tmp_path / "deutsch.txt").write_text(text, "utf-8")
    result = run("ingest", tmp_path / "deutsch.txt")
    assert result.exit_code == 0
    assert "1  kept unread" in result.stdout
    assert "Kept unread: its language is none of" in result.stdout
    assert "deutsch.txt" in result.stdout


def test_a_report_without_a_date_is_read_and_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text(TEXT.replace("5 March 2024\n\n", ""), "utf-8")
    result = run("ingest", tmp_path / "undated.txt")
    assert result.exit_code == 0
    remark, name = result.stdout.splitlines()[-2:]
    assert "day of publication" in remark
    assert "--published" in remark
    assert name.endswith("undated.txt")
    dated = run("ingest", tmp_path / "undated.txt", "--published", "2024-03-05")
    assert "1  read" in dated.stdout
    assert "undated.txt" not in dated.stdout


@pytest.mark.parametrize(
    ("option", "value", "said"), [("--published", "5 March", "YYYY-MM-DD"), ("--language", "de", "uz-Latn")]
)
def test_an_option_that_cannot_be_understood(run: Run, report: Path, option: str, value: str, said: str) -> None:
    result = run("ingest", report, option, value)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_register_that_cannot_be_written_is_named(run: Run, report: Path, tmp_path: Path) -> None:
    result = run("ingest", report, "--register", tmp_path / "no" / "such" / "desk.db")
    assert result.exit_code == 1
    assert "desk.db" in result.stderr
    assert "Traceback" not in result.output


def _read_all(terminal: int, into: list[bytes]) -> None:
    with suppress(OSError):  # the end of a terminal is an error, not an empty read
        while part := os.read(terminal, 65536):
            into.append(part)


def test_a_bar_on_a_terminal_and_none_elsewhere(report: Path, tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    reads, writes = pty.openpty()
    shown: list[bytes] = []
    # A terminal that nobody reads fills up, and who writes to it waits: on a slow machine the bar is drawn often.
    reader = threading.Thread(target=_read_all, args=(reads, shown), daemon=True)
    reader.start()
    command = [sys.executable, "-c", "from elchi.cli import main; main()", "ingest", str(report)]
    here = subprocess.run(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=writes, check=True, timeout=120)
    os.close(writes)
    reader.join(10)
    os.close(reads)
    assert b"1  read" in here.stdout
    assert b"Reading" in b"".join(shown)
    elsewhere = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert elsewhere.stderr == b""


def test_a_remark_on_many_reports_is_made_once(run: Run, tmp_path: Path) -> None:
    undated = TEXT.replace("5 March 2024\n\n", "")
    for number in range(12):
        (tmp_path / f"undated-{number:02}.txt").write_text(f"{undated}\nEdition {number}\n", "utf-8")
    shown = run("ingest", tmp_path).stdout
    assert shown.count("day of publication") == 1
    assert "undated-00.txt" in shown
    assert "undated-11.txt" not in shown
    assert "… and 2 more" in shown
