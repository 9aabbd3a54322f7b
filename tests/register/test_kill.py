"""An ingest killed before any statement of its database leaves nothing that ingesting again does not mend."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from plain_english import PlainEnglish
from register_samples import content

from elchi.register import Register
from elchi.register.store import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

RECORDS = ("reports", "people", "engagements", "participants", "statements", "evidence")


def ingest_and_die(path, pages, before: int) -> int:
    """Ingest in a process of its own that kills itself before its statement number `before`.

    Returns how many statements it ran, which is less than `before` only if it came to its end.
    """
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            ran = _count_statements(before)
            with Register(path) as register:
                register.ingest(pages, extractor=PlainEnglish())
            os.write(write_end, str(ran[0]).encode())
        finally:
            os._exit(0)
    os.close(write_end)
    _, status = os.waitpid(child, 0)
    with os.fdopen(read_end) as reported:
        told = reported.read()
    if not told:
        assert os.WIFSIGNALED(status)
        assert os.WTERMSIG(status) == signal.SIGKILL
        return before
    return int(told)


def _count_statements(before: int) -> list[int]:
    ran = [0]
    connect = Store._connect

    def watched(self):
        connection = connect(self)

        def trace(_statement: str) -> None:
            ran[0] += 1
            if ran[0] == before:
                os.kill(os.getpid(), signal.SIGKILL)

        connection.set_trace_callback(trace)
        return connection

    Store._connect = watched
    return ran


def statements_of(path, pages) -> int:
    """How many statements an ingest runs."""
    return ingest_and_die(path, pages, 1_000_000)


def whole_reports(path, complete) -> None:
    """What is in is whole: each report that is there has all the rows that it has in the complete register."""
    found = content(path)
    there = {row[0] for row in found.get("reports", [])}
    for table in RECORDS[1:]:
        assert found.get(table, []) == [row for row in complete[table] if row[0] in there]


@pytest.mark.usefixtures("register")
def test_kill_anywhere_then_ingest_again(tmp_path, path, pages):
    complete = content(path)
    total = statements_of(tmp_path / "count.db", pages)
    assert total > 100
    step = max(1, total // 24)
    left_pending = 0
    for before in range(1, total, step):
        victim = tmp_path / f"victim{before}.db"
        assert ingest_and_die(victim, pages, before) == before
        whole_reports(victim, complete)
        with Register(victim) as again:
            left_pending += again.pending > 0
            again.ingest(pages, extractor=PlainEnglish())
        assert content(victim) == complete, f"killed before statement {before}"
    assert left_pending > 2


def test_a_question_after_a_kill_takes_in_what_is_there(tmp_path, path, pages, register):
    complete = content(path)
    total = statements_of(tmp_path / "count.db", pages)
    for back in (2, 4, 8, 16):
        victim = tmp_path / f"victim{back}.db"
        assert ingest_and_die(victim, pages, total - back) == total - back
        with Register(victim) as asked:
            assert asked.find().ids == register.find().ids
            assert asked.pending == 0
        assert content(victim) == complete


def test_a_killed_second_ingest_does_not_harm_the_first(tmp_path, pages):
    first = tmp_path / "first.db"
    with Register(first) as register:
        register.ingest(pages[:2], extractor=PlainEnglish())
        before = register.find().ids
    complete = tmp_path / "complete.db"
    shutil.copy(first, complete)
    with Register(complete) as register:
        register.ingest(pages, extractor=PlainEnglish())
    for at in (5, 20, 40, 60, 80):
        victim = tmp_path / f"victim{at}.db"
        shutil.copy(first, victim)
        assert ingest_and_die(victim, pages[2:], at) == at
        with Register(victim) as register:
            assert set(before) <= set(register.find().ids)
            register.ingest(pages, extractor=PlainEnglish())
        assert content(victim) == content(complete)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="looks processes up in /proc")
def test_workers_end_when_the_process_that_ingests_is_killed(tmp_path, pages):
    for one in pages:
        (tmp_path / f"{one.id}.txt").write_text(one.content)
    script = tmp_path / "ingest.py"
    script.write_text(
        "import multiprocessing, sys, time\n"
        "from elchi.register import Register\n"
        "def stay(_):\n"
        "    print(*(one.pid for one in multiprocessing.active_children()), flush=True)\n"
        "    time.sleep(60)\n"
        "if __name__ == '__main__':\n"
        "    Register(sys.argv[1] + '/desk.db').ingest(sys.argv[1], jobs=2, progress=stay)\n"
    )
    with subprocess.Popen([sys.executable, script, tmp_path], stdout=subprocess.PIPE, text=True) as parent:
        workers = [int(one) for one in parent.stdout.readline().split()]
        parent.kill()
    assert workers
    until = time.monotonic() + 20
    while any(map(_lives, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(_lives, workers))


def _lives(process: int) -> bool:
    try:
        with Path(f"/proc/{process}/stat").open() as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
