from __future__ import annotations

import json
import sys
from dataclasses import replace

import pytest
from plain_english import PlainEnglish
from register_samples import TEXTS, page

import elchi
from elchi.register import BadQueryError, NotFoundError, Register, row, to_dict
from elchi.register.fold import fold


def kinds(results):
    return [(entry.start, entry.kind) for entry in results]


ASTANA, DUSHANBE, TASHKENT = ("2025-03-05", "meeting"), ("2025-03-20", "call"), ("2025-04", "meeting")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [ASTANA, DUSHANBE, TASHKENT]),
        ({"kind": "call"}, [DUSHANBE]),
        ({"status": "planned"}, [TASHKENT]),
        ({"status": "cancelled"}, []),
        ({"parties": ["KZ"]}, [ASTANA, DUSHANBE]),
        ({"parties": "kz"}, [ASTANA, DUSHANBE]),
        ({"parties": ["Казахстан", "Uzbekistan"]}, [ASTANA]),
        ({"parties": ["Қазақстан", "TJ"]}, [DUSHANBE]),
        ({"parties": ["TR"]}, []),
        ({"person": "Серіков"}, [ASTANA, DUSHANBE]),
        ({"person": "Олим Юсупов"}, [ASTANA, TASHKENT]),
        ({"person": "Nobody Anybody"}, []),
        ({"forum": "OIC"}, [ASTANA]),
        ({"since": "2025-03-06"}, [DUSHANBE, TASHKENT]),
        ({"since": "2025-04-30"}, [TASHKENT]),
        ({"since": "2025-05"}, []),
        ({"until": "2025-03"}, [ASTANA, DUSHANBE]),
        ({"until": "2025-03-05"}, [ASTANA]),
        ({"since": "2025", "until": "2025"}, [ASTANA, DUSHANBE, TASHKENT]),
        ({"words": "water"}, []),
        ({"words": "telephone crossing"}, []),
        ({"words": "ASTANA"}, [ASTANA]),
        ({"words": "serikovs met"}, [ASTANA, DUSHANBE][:1]),
        ({"words": "Таджикистан"}, [DUSHANBE]),
        ({"words": "serikov", "kind": "call", "parties": ["KZ"], "since": "2025-03"}, [DUSHANBE]),
    ],
)
def test_find(register, asked, found):
    results = register.find(**asked)
    assert kinds(results) == found
    assert len(results) == len(found)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"kind": "picnic"}, "meeting"),
        ({"status": "maybe"}, "planned"),
        ({"parties": ["Ruritania"]}, "Ruritania"),
        ({"forum": "club of nobody"}, "club of nobody"),
        ({"since": "yesterday"}, "YYYY"),
        ({"until": "2025-13"}, "YYYY"),
        ({"since": "2025-03-02", "until": "2025-02"}, "is after until"),
        ({"words": "?!"}, "word"),
    ],
)
def test_what_cannot_be_asked_is_told(register, asked, told):
    with pytest.raises(BadQueryError, match=told) as raised:
        register.find(**asked)
    assert raised.value.advice


def test_results_are_a_sequence(register):
    results = register.find()
    assert [entry.id for entry in results] == list(results.ids)
    assert results[0] == next(iter(results))
    assert results[-1].start == "2025-04"
    assert [entry.kind for entry in results[1:]] == ["call", "meeting"]
    with pytest.raises(IndexError):
        results[3]


def test_results_go_to_pandas(register):
    pandas = pytest.importorskip("pandas")
    frame = register.find().to_pandas()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame["kind"]) == ["meeting", "call", "meeting"]
    assert frame["sides"][0] == "Aidar Serikov (KZ); Olim Yusupov (UZ)"


def test_rows_and_json(register):
    entry = register.find()[0]
    assert row(entry)["reports"].count("r-") == 2
    plain = json.loads(json.dumps(to_dict(entry)))
    assert plain["sides"][0]["name"] == "Aidar Serikov"
    assert plain["accounts"][0]["quotes"][0]["words"].startswith("On 2025-03-05")


def test_an_engagement_shows_every_account_with_its_words(register):
    entry = register.show(register.find(kind="meeting", status="held").ids[0])
    assert (entry.kind, entry.status, entry.city, entry.country_name) == ("meeting", "held", "Astana", "Kazakhstan")
    assert {line.name for line in entry.reports} == {"astana", "astana-again"}
    for account in entry.accounts:
        date = next(quote for quote in account.quotes if quote.field == "date")
        assert date.words == "2025-03-05"
        assert TEXTS[account.report.name][date.start : date.end] == "2025-03-05"
    assert [(side.name, side.party) for side in entry.sides] == [("Aidar Serikov", "KZ"), ("Olim Yusupov", "UZ")]
    assert entry.disputed == ()


def test_a_person_by_id_and_by_name_in_another_script(register):
    entry = register.show("Айдар Сериков")
    assert register.show(entry.id) == entry
    assert entry.name == "Aidar Serikov"
    assert [(one.office, one.of, one.first, one.last) for one in entry.offices] == [
        ("foreign_minister", "KZ", "2025-03-06", "2025-03-06")
    ]
    assert len(entry.engagements) == 2
    assert [said.act for said in entry.statements] == ["state"]
    assert "trade and water" in entry.statements[0].quotes[0].words
    assert {line.name for line in entry.reports} == {"astana", "astana-again", "dushanbe"}
    assert {quote.words for quote in entry.quotes} == {"Aidar Serikov"}


def test_a_party_by_code_and_by_name(register):
    entry = register.show("Узбекистан")
    assert entry == register.show("UZ")
    assert (entry.id, entry.name) == ("UZ", "Uzbekistan")
    assert [one.name for one in entry.offices] == ["Olim Yusupov"]
    assert len(entry.engagements) == 2


def test_a_forum(register):
    entry = register.show("oic")
    assert [one.city for one in entry.engagements] == ["Astana"]
    assert entry.as_party == ()


def test_a_report_by_its_own_id_and_by_the_one_given(register):
    entry = register.show("dushanbe")
    assert entry == register.show(entry.id)
    assert entry.text == TEXTS["dushanbe"]
    assert [one.name for one in entry.people] == ["Aidar Serikov", "Rustam Nazarov"]
    assert [one.act for one in entry.statements] == ["commit"]
    assert [one.kind for one in entry.engagements] == ["call"]
    assert all(quote.words == one.name for one in entry.people for quote in one.quotes)


def test_nothing_by_that_name(register):
    with pytest.raises(NotFoundError, match="Zxqv"):
        register.show("Zxqv Wkjh")


def test_several_people_of_one_name(path, pages):
    other = page("other", "On 2025-05-01 in Ankara, TR, Daniyar Serikov of KZ met Kerem Aydin of TR.")
    with Register(path) as register:
        register.ingest([*pages, other], extractor=PlainEnglish())
        with pytest.raises(BadQueryError, match="Daniyar Serikov"):
            register.show("Serikov")
        assert register.show("Daniyar Serikov").name == "Daniyar Serikov"
        assert len(register.find(person="Serikov")) == 3


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Yusupov", "Olim Yusupov"),
        ("Юсупов", "Olim Yusupov"),
        ("Nodira", "Nodira Yusupova"),
        ("Олім Юсупов", "Olim Yusupov"),
    ],
)
def test_a_surname_tells_a_man_from_a_woman(path, pages, asked, name):
    other = page("other", "On 2025-05-01 in Ankara, TR, Nodira Yusupova of UZ met Kerem Aydin of TR.")
    with Register(path) as register:
        register.ingest([*pages, other], extractor=PlainEnglish())
        assert register.show(asked).name == name


@pytest.mark.parametrize("subject", ["KZ", "Aidar Serikov"])
def test_timelines(register, subject):
    assert kinds(register.timeline(subject)) == [ASTANA, DUSHANBE]


def test_a_report_has_no_timeline(register):
    with pytest.raises(BadQueryError, match="timeline"):
        register.timeline("dushanbe")


def test_records_are_in_the_gold_format_with_the_registers_ids(register):
    rows = {one["id"]: one for one in register.records()}
    assert list(rows) == sorted(TEXTS)
    astana, again = rows["astana"], rows["astana-again"]
    assert astana["text"] == TEXTS["astana"]
    assert astana["engagements"][0]["key"] == again["engagements"][0]["key"]
    assert astana["engagements"][0]["participants"] == again["engagements"][0]["participants"]
    assert {one["id"] for one in astana["people"]} == {one["id"] for one in again["people"]}
    assert astana["engagements"][0]["participants"][0] == {"person": astana["people"][0]["id"], "party": "KZ"}
    assert astana["statements"][0]["speaker"] == astana["people"][0]["id"]
    for one in rows.values():
        for item in (*one["people"], *one["engagements"], *one["statements"]):
            assert item["evidence"]
            for start, end in item["evidence"]:
                assert 0 <= start < end <= len(one["text"])
    assert rows["sport"]["engagements"] == []
    assert rows["sport"]["state"] == "read"


def test_accounts_that_contradict_one_another_are_all_kept(path, pages):
    moved = TEXTS["astana"].replace("in Astana", "in Almaty")
    with Register(path) as register:
        register.ingest([*pages, page("moved", moved, "2025-03-09")], extractor=PlainEnglish())
        entry = register.find(parties=["KZ", "UZ"])[0]
    assert entry.city == "Astana"
    assert entry.disputed == ("place",)
    assert sorted({str(account.city) for account in entry.accounts}) == ["Almaty", "Astana"]


def test_unread_reports_are_kept_and_said_to_be(path, pages):
    foreign = replace(
        pages[0], id="paris", content="Les ministres se sont rencontrés à Paris hier soir.", language=None
    )
    with Register(path) as register:
        register.ingest([foreign], extractor=PlainEnglish())
        entry = register.show("paris")
        assert (entry.line.state, entry.line.language) == ("unread", "other")
        assert entry.line.why
        assert [one["state"] for one in register.records()] == ["unread"]
        assert len(register.find()) == 0


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ёлка, Қазақстан — ҲАМКОРЛИК", "елка казакстан хамкорлик"),
        ("O‘zbekiston oʻzbek o'zbek", "ozbekiston ozbek ozbek"),
        ("Türkiye 2025-03-05", "turkiye 2025 03 05"),
    ],
)
def test_folding(text, folded):
    assert fold(text) == folded


def test_the_public_names():
    assert len(elchi.__all__) <= 10
    assert elchi.Register is Register
    assert all(getattr(elchi, name).__doc__ for name in elchi.__all__)
    assert set(elchi.__all__) <= set(dir(elchi))
    with pytest.raises(AttributeError):
        getattr(elchi, "nothing")  # noqa: B009


@pytest.fixture
def initials(path, pages):
    """A register where one report names Aidar Serikov by initials that nothing ties to him."""
    other = page("other", "On 2025-05-01 in Ankara, TR, A. Serikov of TR met Kerem Aydin of TR.")
    with Register(path) as register:
        register.ingest([*pages, other], extractor=PlainEnglish())
        yield register


@pytest.mark.parametrize("name", ["Serikov", "Сериков", "Айдар Сериков", "aidar-serikov"])
def test_initials_that_fit_do_not_hide_the_person_named_in_full(initials, name):
    assert initials.show(name).name == "Aidar Serikov"
    assert initials.named(name) == ("aidar-serikov", "Aidar Serikov")


def test_those_who_share_a_name_are_listed_by_how_many_reports_name_them(path, pages):
    other = page("other", "On 2025-05-01 in Ankara, TR, Abdulla Serikov of TR met Kerem Aydin of TR.")
    with Register(path) as register:
        register.ingest([*pages, other], extractor=PlainEnglish())
        with pytest.raises(BadQueryError, match=r"\(Aidar Serikov, 3 reports\), abdulla-serikov \(.*, 1 report\)"):
            register.show("Serikov")


def test_an_id_that_is_none_names_nobody(register):
    held = register.find(kind="meeting", status="held").ids[0]
    with pytest.raises(NotFoundError, match="Did you mean") as raised:
        register.show(f"{held}s")
    assert held in raised.value.advice


def test_what_a_thing_is_called(register):
    assert register.named("Узбекистан") == ("UZ", "Uzbekistan")
    assert register.named("Айдар Сериков")[1] == "Aidar Serikov"
    held = register.find(kind="meeting", status="held").ids[0]
    assert register.named(held) == (held, held)
    with pytest.raises(NotFoundError):
        register.named("Zxqv Wkjh")


def test_results_say_what_they_are(register):
    assert repr(register.find()).startswith("<3 results: '2025-")
    assert repr(register.find(kind="aid")) == "<no results>"


def test_without_pandas_it_is_said_how_to_get_it(register, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"elchi\[pandas\]"):
        register.find().to_pandas()
