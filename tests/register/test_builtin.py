"""The register with the extractor that comes with it."""

from __future__ import annotations

import pytest
from register_samples import content, page

import elchi
from elchi.reading import Unreadable
from elchi.register import Register

ENGLISH = """Ministers of Kazakhstan and Norway meet in Oslo

7 May 2024

On 6 May 2024 the Minister of Foreign Affairs of Kazakhstan, Aidar Serikov, met with the Minister of Foreign Affairs \
of Norway, Ingrid Solheim, in Oslo. The sides discussed trade and water.

"We are ready to open a trade house in Almaty next year," Aidar Serikov said.
"""
RUSSIAN = """Министры Казахстана и Норвегии встретились в Осло

7 мая 2024

6 мая 2024 года в Осло министр иностранных дел Казахстана Айдар Сериков встретился с министром иностранных дел \
Норвегии Ингрид Сольхейм. Стороны обсудили торговлю и водные ресурсы.
"""


@pytest.fixture
def reports():
    return [
        page("oslo-en", ENGLISH, "2024-05-07", None),
        page("oslo-ru", RUSSIAN, "2024-05-07", None),
        page("paris", "Les ministres se sont rencontrés à Paris hier soir pour parler de commerce.", None, None),
    ]


def test_reports_in_two_languages_become_one_register(path, tmp_path, reports):
    with Register(path) as register:
        summary = register.ingest(reports)
        assert [item.name for item in summary.read] == ["oslo-en.txt", "oslo-ru.txt"]
        assert [item.name for item in summary.unread] == ["paris.txt"]
        rows = {row["id"]: row for row in register.records()}
        assert {row["language"] for row in rows.values()} == {"en", "ru", "other"}
        serikov = register.show("Айдар Сериков")
        assert {line.name for line in serikov.reports} == {"oslo-en", "oslo-ru"}
        met = register.find(kind="meeting", parties=["Казахстан", "Norvegiya"], since="2024-05-06", until="2024-05-06")
        assert {line.name for entry in met for line in entry.reports} == {"oslo-en", "oslo-ru"}
        for entry in register.find():
            for account in entry.accounts:
                text = rows[account.report.name]["text"]
                assert account.quotes
                assert all(text[quote.start : quote.end] == quote.words for quote in account.quotes)
    other = tmp_path / "other.db"
    for one in reversed(reports):
        with Register(other) as register:
            register.ingest(one)
    assert content(other) == content(path)


def test_read():
    records = elchi.read(ENGLISH)
    assert records.report.language == "en"
    assert records.report.published == "2024-05-07"
    assert "Aidar Serikov" in {person.name for person in records.people}
    assert records.engagements[0].kind == "meeting"
    assert elchi.read(RUSSIAN, published="2024-05-09", language="ru").report.published == "2024-05-09"


def test_read_of_what_cannot_be_read():
    other = elchi.read("Les ministres se sont rencontrés à Paris hier soir pour parler de commerce.")
    assert other.report.language == "other"
    assert other.people == other.engagements == other.statements == ()
    with pytest.raises(Unreadable) as raised:
        elchi.read("  ")
    assert raised.value.advice
