"""How the command starts, is told its register, and ends."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import Result

import elchi.register
from elchi.cli import app

Run = Callable[..., Result]

ELCHI = str(Path(sysconfig.get_path("scripts")) / "elchi")


@pytest.mark.parametrize("command", [[], *([name] for name in app.commands), ["export", "records"]], ids=" ".join)
def test_help_fits_80_columns(run: Run, command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert max(len(line) for line in result.stdout.splitlines()) <= 80


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"elchi, version {version('elchi')}\n"


def test_help_needs_no_heavy_library() -> None:
    code = "import sys, elchi.cli; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"rich", "sqlalchemy", "alembic", "trafilatura", "numpy", "babel", "py3langid", "rapidfuzz", "lxml"}
    assert not heavy & set(loaded)


@pytest.mark.skipif(os.name != "posix", reason="counts the processor's time as POSIX does")
def test_help_is_quick() -> None:
    import resource

    def once() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([ELCHI, "--help"], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    # The processor's time: other work on the machine does not count.
    assert min(once() for _ in range(3)) < 0.4


def test_the_register_is_named_before_or_after_or_by_the_environment(
    run: Run, told_register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run("--register", told_register, "find").stdout
    assert "engagements" in before
    assert run("find", "--register", told_register).stdout == before
    assert run("--register", "other.db", "find", "--register", told_register).stdout == before
    monkeypatch.setenv("ELCHI_REGISTER", str(told_register))
    assert run("find").stdout == before
    assert run("--register", "other.db", "find").exit_code == 1


def test_a_question_makes_no_register(run: Run, tmp_path: Path) -> None:
    result = run("find")
    assert result.exit_code == 1
    assert "elchi.db" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_register_is_not_touched(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("my notes\n" * 200)
    result = run("--register", file, "find")
    assert result.exit_code == 1
    assert "notes.txt" in result.stderr
    assert file.read_text() == "my notes\n" * 200


def test_ctrl_c_ends_cleanly(ask: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(elchi.register.Register, "find", stop)
    result = ask("find")
    assert result.exit_code == 130
    assert result.stderr == "elchi: Stopped.\n"


def test_a_fault_of_our_own_is_one_line_and_its_traceback_can_be_had(ask: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("no \x1b[31mway")

    monkeypatch.setattr(elchi.register.Register, "find", fail)
    result = ask("find")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "ZeroDivisionError: no \\x1b[31mway" in result.stderr
    monkeypatch.setenv("ELCHI_TRACEBACK", "1")
    assert isinstance(ask("find").exception, ZeroDivisionError)


@pytest.mark.skipif(os.name != "posix", reason="pipes of a shell")
@pytest.mark.parametrize("command", ["find", "export records"])
def test_a_closed_pipe_is_no_error(told_register: Path, command: str) -> None:
    line = f"for i in 1 2; do '{ELCHI}' --register '{told_register}' {command}; done | head -n 1"
    result = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)
    assert result.stdout.count("\n") == 1
    assert result.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("command", ["--help", "--version", "find", "find --format json", "show NO"])
def test_a_standard_output_that_takes_nothing_is_named(told_register: Path, command: str) -> None:
    line = f"'{ELCHI}' --register '{told_register}' {command} > /dev/full"
    result = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr.startswith("elchi: standard output: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="a shell's way to close a stream")
@pytest.mark.parametrize("command", ["extract -", "ingest -"])
def test_a_closed_standard_input_is_told(tmp_path: Path, command: str) -> None:
    line = f"'{ELCHI}' --register '{tmp_path / 'new.db'}' {command} <&-"
    result = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "stdin: standard input is closed. Pipe the reports in" in result.stderr
