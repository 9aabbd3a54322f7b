from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace

import pytest
from plain_english import Broken, Deadly, PlainEnglish
from register_samples import TEXTS, content, page

from elchi.register import BadQueryError, Register, RegisterError


def names(items):
    return [item.name for item in items]


def test_summary_has_every_input_once(path, pages):
    bad = [page("empty", ""), page("foreign", "Les ministres se sont rencontrés à Paris hier soir.", language=None)]
    with Register(path) as register:
        first = register.ingest([*pages, *bad], extractor=PlainEnglish())
        second = register.ingest([*pages, *bad], extractor=PlainEnglish())
    assert names(first.read) == [one.name for one in pages]
    assert names(first.unread) == ["foreign.txt"]
    assert "language" in first.unread[0].why
    assert names(first.refused) == ["empty.txt"]
    assert first.refused[0].why
    assert first.refused[0].advice
    assert names(second.known) == [*names(first.read), "foreign.txt"]
    assert second.read == second.unread == ()


def test_ingesting_again_changes_nothing(path, pages, register):
    before = content(path)
    assert before["events"]
    register.ingest(pages, extractor=PlainEnglish())
    register.ingest(pages[2:], extractor=PlainEnglish())
    assert content(path) == before


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.usefixtures("register")
def test_order_and_batches_make_no_difference(tmp_path, path, pages, seed):
    shuffled = random.Random(seed).sample(pages, len(pages))  # noqa: S311
    cut = seed % len(pages)
    other = tmp_path / "other.db"
    for batch in (shuffled[:cut], shuffled[cut:]):
        with Register(other) as again:
            again.ingest(batch, extractor=PlainEnglish())
    assert content(other) == content(path)


@pytest.mark.usefixtures("register")
def test_several_jobs_make_no_difference(tmp_path, path, pages):
    other = tmp_path / "other.db"
    with Register(other) as again:
        summary = again.ingest([*pages, page("empty", "")], jobs=2, extractor=PlainEnglish())
    assert names(summary.read) == [one.name for one in pages]
    assert names(summary.refused) == ["empty.txt"]
    assert content(other) == content(path)


def test_two_reports_given_one_id_are_both_kept(path):
    with Register(path) as register:
        register.ingest([page("same", TEXTS["astana"]), page("same", TEXTS["dushanbe"])], extractor=PlainEnglish())
        exported = list(register.records())
        assert [row["id"] for row in exported] == ["same", "same"]
        assert len({row["report"] for row in exported}) == 2
        with pytest.raises(BadQueryError, match="same"):
            register.show("same")


def test_the_same_report_twice_in_one_batch_is_known_the_second_time(path, pages):
    with Register(path) as register:
        summary = register.ingest([pages[0], pages[0]], extractor=PlainEnglish())
    assert (len(summary.read), len(summary.known)) == (1, 1)


def test_a_stated_date_outranks_the_pages_in_either_order(tmp_path, pages):
    dated, stated = tmp_path / "dated.db", tmp_path / "stated.db"
    with Register(dated) as register:
        register.ingest(pages[:1], extractor=PlainEnglish())
        register.ingest(pages[:1], published="2025-03-07", extractor=PlainEnglish())
        assert [row["published"] for row in register.records()] == ["2025-03-07"]
    with Register(stated) as register:
        register.ingest(pages[:1], published="2025-03-07", extractor=PlainEnglish())
        summary = register.ingest(pages[:1], extractor=PlainEnglish())
        assert len(summary.known) == 1
    assert content(dated) == content(stated)


def test_a_report_that_comes_dated_later_is_completed(tmp_path, pages):
    undated = replace(pages[2], published=None)
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    with Register(one) as register:
        first = register.ingest([undated], extractor=PlainEnglish())
        assert "date" in first.read[0].why
        assert first.read[0].advice
        register.ingest([pages[2]], extractor=PlainEnglish())
    with Register(other) as register:
        register.ingest([pages[2], undated], extractor=PlainEnglish())
        assert len(list(register.records())) == 1
    assert content(one) == content(other)


def test_a_failing_extractor_refuses_that_report_alone(path, pages):
    with Register(path) as register:
        summary = register.ingest(
            [page("bad", "This is an impossible report about the weather."), *pages], extractor=Broken()
        )
        assert names(summary.refused) == ["bad.txt"]
        assert "RuntimeError: cannot" in summary.refused[0].why
        assert len(list(register.records())) == len(pages)


def test_a_process_that_dies_is_told_and_harms_nothing(path, pages):
    deadly = page("deadly", "This is a deadly report about the weather, and nothing more than that.")
    with Register(path) as register:
        register.ingest(pages[:1], extractor=PlainEnglish())
        with pytest.raises(RegisterError, match="ended before its time") as raised:
            register.ingest([deadly, *pages], jobs=2, extractor=Deadly())
        assert "Ingest again" in raised.value.advice
        assert len(register.ingest(pages, extractor=PlainEnglish()).known) >= 1
        assert len(register.find()) == 3


def test_files_and_folders_are_read(tmp_path, path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    steps = []
    with Register(path) as register:
        summary = register.ingest(folder, language="en", progress=steps.append, extractor=PlainEnglish())
        missing = register.ingest([tmp_path / "none.txt"], extractor=PlainEnglish())
        assert sorted(row["id"] for row in register.records()) == sorted(TEXTS)
    assert len(summary.read) == len(TEXTS)
    assert [step.done for step in steps] == [1, 2, 3, 4, 5, 5]
    assert {step.total for step in steps} == {5}
    assert steps[-1].outcome == "resolving"
    assert [item.name for item in missing.refused] == [str(tmp_path / "none.txt")]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"published": "5 March"}, "5 March"),
        ({"published": "2025-03"}, "YYYY-MM-DD"),
        ({"published": "2025-02-30"}, "2025-02-30"),
        ({"language": "fr"}, "uz-Latn"),
        ({"jobs": 0}, "jobs"),
    ],
)
def test_wrong_options_are_told(path, pages, wrong, told):
    with Register(path) as register:
        with pytest.raises(BadQueryError, match=told):
            register.ingest(pages, **wrong)
        assert list(register.records()) == []


def test_a_date_to_come_is_not_taken_and_told(path, pages):
    with Register(path) as register:
        summary = register.ingest(pages[2:3], published="2999-01-01", extractor=PlainEnglish())
        assert "2999-01-01" in summary.read[0].why
        assert [row["published"] for row in register.records()] == [None]
        register.ingest(pages[2:3], extractor=PlainEnglish())
        assert [row["published"] for row in register.records()] == ["2025-03-06"]


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("typed_in", [False, True])
def test_a_script_needs_no_guard_to_read_in_several_processes(tmp_path, pages, own, typed_in):
    """Save where the extractor is its own: then the processes must run it to have that."""
    if own and typed_in:
        pytest.skip("what is typed in cannot be run again")
    folder = tmp_path / "press"
    folder.mkdir()
    for one in pages:
        (folder / f"{one.id}.txt").write_text(one.content)
    ask = "print(len(Register('desk.db').ingest('press', jobs=2, language='en', extractor=extractor).read))"
    lines = ["from elchi.register import Register", "extractor = None", ask]
    if own:
        lines = [
            *("from elchi.records import Records", "from elchi.register import Register"),
            *("class Nothing:", "    def extract(self, report):", "        return Records(report)"),
            *("extractor = Nothing()", f"if __name__ == '__main__':\n    {ask}"),
        ]
    script = tmp_path / "script.py"
    script.write_text("\n".join(lines))
    done = subprocess.run(
        [sys.executable, "-" if typed_in else script],
        input=script.read_text(), cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (f"{len(pages)}\n", "")
