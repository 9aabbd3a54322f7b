from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_english import PlainEnglish
from register_samples import content, page

from elchi.records import Engagement, Evidence, Participant, Person, Records, Report, Statement
from elchi.register import BadQueryError, NotFoundError, Register, RegisterError
from elchi.register.fold import query
from elchi.register.identity import Described, key_of
from elchi.register.rows import load_records, write_report
from elchi.register.soundness import UnsoundRecordsError, sound
from elchi.register.store import Store

HOSTILE = [
    "'; DROP TABLE reports; --",
    '" OR ""="',
    "\x1b[2J\x1b]0;owned\x07",
    "../../etc/passwd",
    "a\x00b",
    "%s %(x)s {0} :name ? \\",
    "\u202eoce\u2066 \ufeff",
    "[bold red]markup[/]",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_back_as_they_were(path, words):
    text = f"{words}\nOn 2025-03-05 in Astana, KZ, Aidar {words} Serikov of KZ met Olim Yusupov of UZ.\n{words}"
    with Register(path) as register:
        summary = register.ingest([page(words, text)], extractor=PlainEnglish())
        assert len(summary.read) == 1, summary.refused
        row = next(register.records())
        assert row["id"] == words
        entry = register.show(row["report"])
        assert row["text"] == entry.text
        for engagement in entry.engagements:
            for quote in engagement.accounts[0].quotes:
                assert quote.words == entry.text[quote.start : quote.end]
        json.dumps(row).encode()
    assert content(path)["reports"]


@pytest.mark.parametrize("words", [*HOSTILE, "\ud800", "AND", "NEAR(a b)", "reports:x", "a*", "^b", ""])
def test_hostile_questions_find_nothing_and_break_nothing(path, register, words):
    before = content(path)
    for ask in (
        lambda: list(register.find(words)),
        lambda: list(register.find(person=words)),
        lambda: list(register.find(parties=[words])),
        lambda: list(register.find(forum=words)),
        lambda: list(register.find(since=words)),
        lambda: register.show(words),
        lambda: register.timeline(words),
    ):
        try:
            ask()
        except (BadQueryError, NotFoundError) as error:
            assert error.advice
    assert content(path) == before


def test_lone_surrogates_are_kept_as_unknown_letters_in_their_place(path):
    text = "\ud83d broken\nOn 2025-03-05 in Astana, KZ, Aidar \udcff Serikov of KZ met Olim Yusupov of UZ."
    with Register(path) as register:
        register.ingest([page("odd", text)], extractor=PlainEnglish())
        row = next(register.records())
        assert len(row["text"]) == len(text)
        row["text"].encode()
        assert register.ingest([page("odd", text)], extractor=PlainEnglish()).known


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_records_come_back_as_they_were(tmp_path, words):
    store = Store(tmp_path / "any.db", create=True, wait=1)
    report = Report(words, words, "en", None, words, words, ((0, 1),))
    cited = (Evidence(0, 1), Evidence(0, len(words), "date"))
    records = Records(
        report,
        (Person(words, words, (words, "x"), "minister", words, words, cited),),
        (
            Engagement(
                words, "meeting", "held", True, participants=(Participant(words, None), Participant(None, words)),
                documents=("plan",), anchor=words, evidence=cited, rule=words,
            ),
        ),
        (Statement(words, "state", words, cited, words), Statement("KZ" + words, "commit", words, cited)),
    )  # fmt: skip
    key = key_of(report)
    with store.writing() as connection:
        write_report(connection, records, Described("x", title=words), "")
    with store.reading() as connection:
        assert load_records(connection, [key]) == {key: records}
    store.close()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_words_make_a_question_that_the_index_takes(words):
    import sqlite3

    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE w USING fts5(words)")
    wanted = query(words)
    if wanted is not None:
        assert connection.execute("SELECT * FROM w WHERE w MATCH ?", (wanted,)).fetchall() == []
    connection.close()


def person(**fields):
    return Person(**({"id": "p", "name": "A", "mentions": ("A",), "evidence": (Evidence(0, 1),)} | fields))


def engagement(**fields):
    default = {"key": "e", "kind": "meeting", "status": "held", "central": True, "evidence": (Evidence(0, 1),)}
    return Engagement(**(default | fields))


REPORT = Report("r", "A met B.", "en")


def test_what_cites_nothing_is_not_kept():
    beyond = (Evidence(0, 9), Evidence(-1, 1), Evidence(3, 3))
    records = Records(
        REPORT,
        (person(mentions=("A", "Z")), person(id="q", evidence=beyond)),
        (
            engagement(participants=(Participant("p", "KZ"), Participant("q", "UZ"), Participant("q", None))),
            engagement(key="f", evidence=beyond),
        ),
        (Statement("q", "state", "met", (Evidence(2, 5),)), Statement("p", "state", "met", (Evidence(2, 5),))),
    )
    kept = sound(REPORT, records)
    assert [(one.id, one.mentions) for one in kept.people] == [("p", ("A",))]
    assert [one.key for one in kept.engagements] == ["e"]
    assert kept.engagements[0].participants == (Participant("p", "KZ"), Participant(None, "UZ"))
    assert [one.speaker for one in kept.statements] == ["p"]


@pytest.mark.parametrize(
    "records",
    [
        Records(REPORT, (person(), person())),
        Records(REPORT, (), (engagement(), engagement())),
        Records(REPORT, (person(office="boss"),)),
        Records(REPORT, (), (engagement(kind="party"),)),
        Records(REPORT, (), (engagement(status="maybe"),)),
        Records(REPORT, (), (engagement(start="5 March"),)),
        Records(REPORT, (), (engagement(start="2025-02-30"),)),
        Records(REPORT, (), (engagement(documents=("book",)),)),
        Records(REPORT, (), (engagement(participants=(Participant("nobody", None),)),)),
        Records(REPORT, (), (), (Statement("KZ", "sing", "A", (Evidence(0, 1),)),)),
    ],
)
def test_records_that_contradict_themselves_are_not_kept(records):
    with pytest.raises(UnsoundRecordsError):
        sound(REPORT, records)


def test_every_error_says_what_to_do():
    assert str(RegisterError("This happened.", "Do that.")) == "This happened. Do that."
