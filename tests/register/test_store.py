from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from plain_english import PlainEnglish
from register_samples import content, page

from elchi.register import (
    NotARegisterError,
    Register,
    RegisterBusyError,
    RegisterDamagedError,
    RegisterError,
    RegisterFullError,
    RegisterMissingError,
    RegisterNewerError,
    RegisterReadOnlyError,
    schema,
)
from elchi.register.store import MIGRATIONS, Store, known_forms


def test_the_migrations_make_the_schema(path):
    store = Store(path, create=True, wait=1)
    with store.reading() as connection:
        context = MigrationContext.configure(connection)
        made = [
            change
            for change in compare_metadata(context, schema.metadata)
            if not (change[0] == "remove_table" and change[1].name.startswith("event_words"))
        ]
    store.close()
    assert made == []


def test_the_newest_form_is_the_head_of_the_migrations():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [known_forms()[-1]]


def test_no_register_where_none_is_to_be_made(path, tmp_path):
    with pytest.raises(RegisterMissingError, match=r"desk\.db") as raised:
        Register(path, create=False)
    assert raised.value.advice
    assert not path.exists()
    with pytest.raises(RegisterMissingError, match="folder"):
        Register(tmp_path / "nowhere" / "desk.db")
    with pytest.raises(NotARegisterError, match="folder"):
        Register(tmp_path)


def test_an_empty_file_becomes_a_register_only_where_one_may_be_made(path):
    path.touch()
    with pytest.raises(RegisterMissingError, match="no register"):
        Register(path, create=False)
    assert path.read_bytes() == b""
    with Register(path) as register:
        assert len(register.find()) == 0


def test_a_closed_register_is_not_asked(path, pages):
    with Register(path) as register:
        register.ingest(pages, extractor=PlainEnglish())
        results = register.find()
    with pytest.raises(RegisterError, match="closed"):
        list(results)


def test_ingesting_again_leaves_the_file_as_it_is(path, pages):
    for _ in range(2):
        with Register(path) as register:
            register.ingest(pages, extractor=PlainEnglish())
    before = path.read_bytes()
    with Register(path) as register:
        register.ingest(pages, extractor=PlainEnglish())
        assert len(register.find()) == 3
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_odd_names_of_files(tmp_path):
    folder = tmp_path / "100% new?#é ' x"
    folder.mkdir()
    with Register(folder / "desk & co.db") as register:
        assert list(register.records()) == []
    assert (folder / "desk & co.db").exists()


@pytest.mark.parametrize("bytes_there", [b"Dear desk,\nthis is a letter.", b"SQLite format 3\0" + b"rubbish" * 700])
def test_another_file_is_not_touched(path, bytes_there):
    path.write_bytes(bytes_there)
    with pytest.raises(RegisterError) as raised:
        Register(path)
    assert str(path) in str(raised.value)
    assert path.read_bytes() == bytes_there


def test_another_database_is_not_touched(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE reports (a)")
    before = path.read_bytes()
    with pytest.raises(NotARegisterError, match="not an Elchi register"):
        Register(path)
    assert path.read_bytes() == before


@pytest.mark.usefixtures("register")
def test_a_newer_register_is_not_touched(path, tmp_path):
    newer = tmp_path / "newer.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM INTO ?", (str(newer),))
    with closing(sqlite3.connect(newer)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9001'")
    before = newer.read_bytes()
    with pytest.raises(RegisterNewerError, match="9001") as raised:
        Register(newer)
    assert "newest Elchi" in raised.value.advice
    assert newer.read_bytes() == before


def test_a_damaged_register_is_told(path, pages):
    with Register(path) as register:
        register.ingest(pages, extractor=PlainEnglish())
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40_000)
    with pytest.raises(RegisterDamagedError, match=r"desk\.db"), Register(path) as register:
        register.find()
        list(register.records())


def test_another_writer_is_waited_for_and_then_told(path, pages):
    with Register(path) as register:
        register.ingest(pages[:1], extractor=PlainEnglish())
    before = content(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Register(path, wait=0.2) as register:
            started = time.monotonic()
            with pytest.raises(RegisterBusyError, match="another process"):
                register.ingest(pages, extractor=PlainEnglish())
            assert 0.2 <= time.monotonic() - started < 5
            assert len(register.find()) == 1
        other.execute("ROLLBACK")
    assert content(path) == before


def test_two_ingests_at_once_give_one_register(path, pages, tmp_path):
    with Register(tmp_path / "one.db") as register:
        register.ingest(pages, extractor=PlainEnglish())

    def ingest(some):
        with Register(path, wait=20) as register:
            register.ingest(some, extractor=PlainEnglish())

    threads = [threading.Thread(target=ingest, args=(some,)) for some in (pages[:3], pages[2:])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Register(path) as register:
        assert register.pending == 0
    assert content(path) == content(tmp_path / "one.db")


def test_a_question_during_an_ingest_leaves_the_matching_to_it(path, pages):
    with Register(path) as register, Register(path) as asking:
        seen = []
        register.ingest(
            pages,
            extractor=PlainEnglish(),
            progress=lambda step: seen.append((step.outcome, len(asking.find()), asking.pending)),
        )
        assert seen[-1][1:] == (0, len(pages))
        assert len(asking.find()) == 3
        assert asking.pending == 0


def test_a_full_disk_is_told_and_harms_nothing(path, pages):
    with Register(path) as register:
        register.ingest(pages[:2], extractor=PlainEnglish())
    before = content(path)
    connect = Store._connect

    def small(self):
        connection = connect(self)
        pages_there = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages_there}")
        return connection

    big = page("big", pages[2].content + "\nIt was a long day, and there was much to be said of it." * 4000)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "_connect", small)
        with Register(path) as register:
            with pytest.raises(RegisterFullError, match="disk is full") as raised:
                register.ingest([big], extractor=PlainEnglish())
            assert "ingest again" in raised.value.advice
            assert len(register.find()) == 1
    assert content(path) == before
    with Register(path) as register:
        assert len(register.ingest([big], extractor=PlainEnglish()).read) == 1


@pytest.mark.usefixtures("register")
def test_a_register_that_cannot_be_written_can_be_asked(path, pages, monkeypatch):
    monkeypatch.setattr("elchi.register.store.access", lambda _path, _mode: False)
    with Register(path) as register:
        assert len(register.find()) == 3
        with pytest.raises(RegisterReadOnlyError, match="cannot be written"):
            register.ingest([page("new", pages[0].content)], extractor=PlainEnglish())


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_file_without_write_permission(path, pages):
    with Register(path) as register:
        register.ingest(pages, extractor=PlainEnglish())
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with Register(path) as register:
            assert len(register.find()) == 3
            with pytest.raises(RegisterReadOnlyError):
                register.ingest([page("new", pages[0].content)], extractor=PlainEnglish())
    finally:
        path.parent.chmod(0o755)


def test_a_limit_on_the_file_s_size_is_no_damage(path, pages):
    script = (
        "import resource, sys\n"
        "from elchi.register import Register, RegisterFullError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), -1))\n"
        "try:\n"
        "    Register(sys.argv[1]).ingest(sys.argv[3], language='en')\n"
        "except RegisterFullError as error:\n"
        "    sys.exit(error.message + error.advice)\n"
    )
    pytest.importorskip("resource")
    with Register(path) as register:
        register.ingest(pages[:2], extractor=PlainEnglish())
    before = content(path)
    report = path.with_name("long.txt")
    report.write_text("The ministers met.\n" * 20_000)
    limit = str(path.stat().st_size + 4096)
    done = subprocess.run(
        [sys.executable, "-c", script, path, limit, report], capture_output=True, text=True, check=False
    )
    assert "refuses to write more" in done.stderr, done.stderr
    assert "ingest again" in done.stderr
    assert content(path) == before


def test_an_ingest_that_others_keep_disturbing_leaves_the_matching_to_them(path, pages, monkeypatch):
    from elchi.register import derivation

    with Register(path) as register, Register(path) as other:
        layer = derivation._layer

        def disturbed(connection):
            found = layer(connection)
            with other._store.writing() as writer:
                writer.exec_driver_sql("UPDATE reports SET source = source || '+'")
            return found

        with monkeypatch.context() as patch:
            patch.setattr(derivation, "_layer", disturbed)
            register.ingest(pages, extractor=PlainEnglish())
            assert register.pending == len(pages)
        assert len(other.find()) == 3
        assert other.pending == 0


def test_a_fault_in_the_matching_does_not_keep_what_was_known_from_being_asked(path, pages, monkeypatch):
    def fails(_):
        raise KeyError("fault")

    with Register(path) as register:
        register.ingest(pages[:2], extractor=PlainEnglish())
        with monkeypatch.context() as patch:
            patch.setattr("elchi.resolution.resolve", fails)
            with pytest.raises(KeyError):
                register.ingest(pages[2:], extractor=PlainEnglish())
            assert len(register.find()) == 1
            assert register.pending == len(pages) - 2
        assert len(register.find()) == 3
