"""The day of publication: what a page says of itself, and nothing else."""

import datetime

import pytest

from elchi.reading import published, read_page
from elchi.sources import Page

TODAY = datetime.date(2026, 3, 1)
BODY = "Министр принял посла и обсудил с ним торговлю, а весной они встретятся снова, сообщили в ведомстве."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("24 марта 2022 г. 0:08", "2022-03-24"),
        ("9 янв. 2024 г., вторник", "2024-01-09"),
        ("15:27, 14 октября 2025, Бишкек – Агентство, Нургуль Асанова", "2025-10-14"),
        ("21.11.2025, 08:45", "2025-11-21"),
        ("25/09/2025", "2025-09-25"),
        ("01.12.25 10:00", "2025-12-01"),
        ("Последнее обновление: 11.12.2025 14:20", "2025-12-11"),
        ("18:05, 03 Тамыз 2025 | GMT +5", "2025-08-03"),
        ("2026 жылғы 29 қаңтар, 09:35", "2026-01-29"),
        ("31 нау, 2022 сағат 15:14", "2022-03-31"),
        ("19 қаңтар, 2026 жыл. Дүйсенбі", "2026-01-19"),
        ("15 Январь, 2026", "2026-01-15"),
        ("2024 йил 12 март, сешанба   18:26", "2024-03-12"),
        ("апрел 06, 2023 14:21 Asia/Tashkent", "2023-04-06"),
        ("6 Iyun 2025, 20:48", "2025-06-06"),
        ("2025-yil 12-dekabr, juma", "2025-12-12"),
        ("13-dekabr 2024-yil, 16:40", "2024-12-13"),
        ("15:21 11.12.2023 (yangilandi: 15:40 12.12.2023)", "2023-12-11"),
        ("ALMATY | Monday, 4 August 2025 | 3 min read", "2025-08-04"),
        ("By Staff Report in Business on 24 November 2025", "2025-11-24"),
        ("NOV 26, 2022 - 11:08 AM GMT+3", "2022-11-26"),
        ("Updated about 3 hours ago", None),
        ("Просмотров: 2025", None),
        ("32.13.2025", None),
    ],
)
@pytest.mark.parametrize("place", ["above", "below"])
def test_date_lines(read, line, day, place):
    lines = ["Встреча в столице", line, BODY] if place == "above" else ["Встреча в столице", BODY, BODY, line]
    assert read("\n".join(lines)).published == day


def test_figures_between_slashes_take_the_order_that_the_text_bears_out(read):
    assert read(f"A meeting\n04/05/2025\n{BODY}").published == "2025-05-04"
    text = "A meeting in Muscat\n04/05/2025\nMUSCAT, April 5. The minister received the envoy and spoke of flights."
    assert read(text).published == "2025-04-05"


def test_the_date_of_an_event_is_not_the_pages(read):
    assert read(f"Саммит в июне\nСаммит пройдёт 5 июня 2025 года в Астане.\n{BODY}").published is None
    assert read(f"Выборы 28 ноября 2025\n{BODY}").published is None


def test_the_date_of_another_story_is_not_the_pages(read):
    assert (
        read(f"Встреча\n{BODY}\nЧитайте также\n12.05.2024 Кубок выиграли хозяева\n11.05.2024\nДождь").published is None
    )


def test_the_day_of_publication_comes_before_that_of_an_update(read):
    assert read(f"A meeting\nUpdated: 5 May 2025\nPublished: 3 May 2025\n{BODY}").published == "2025-05-03"


def test_a_year_comes_from_another_date_only_where_there_is_no_choice(read):
    assert read(f"Встреча\n14 октября, 09:12\n{BODY}").published is None
    assert read(f"Встреча\n14 октября, 09:12\n{BODY} Посол прибыл 12 октября 2024 года.").published == "2024-10-14"
    assert read(f"Кездесу\n13 наурыз, сәрсенбі\n{BODY} Былтыр, 2023 жылы, елші келген.").published == "2024-03-13"


def test_an_agencys_opening_words(read):
    assert (
        read("Title of it\nMUSCAT, May 5, 2024 (News) – The minister received the envoy here.").published
        == "2024-05-05"
    )
    assert read("Title of it\nMUSCAT, May 5 (News) – The minister received the envoy here.").published is None


def test_a_crawlers_date_in_front(read):
    report = read(f" date 2024-05-06 Встреча в столице\n{BODY}")
    assert (report.published, report.title) == ("2024-05-06", "Встреча в столице")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://n.example/2025/09/18/visit", datetime.date(2025, 9, 18)),
        ("https://n.example/news/2025-09-18-visit", datetime.date(2025, 9, 18)),
        ("https://n.example/a/20250918/1", datetime.date(2025, 9, 18)),
        ("https://n.example/18-09-2025/x", datetime.date(2025, 9, 18)),
        ("https://n.example/2025/13/45/x", None),
        ("https://n.example/id/120250918444", None),
        ("https://n.example/visit-of-2025", None),
    ],
)
def test_addresses(url, day):
    assert published.in_url(url) == day


@pytest.mark.parametrize(
    ("given", "day"),
    [("2025-03-04", "2025-03-04"), ("2025-03-04T23:10:00+05:00", "2025-03-04"), ("4 марта 2025 г.", "2025-03-04")],
)
def test_what_the_data_give_comes_before_the_page(given, day):
    page = Page(
        "p", "p", f"Встреча\n1 февраля 2025\n{BODY}", "text", published=given, url="https://e.example/2025/01/01/"
    )
    assert read_page(page, today=TODAY).published == day


def test_the_address_comes_before_the_date_line():
    page = Page("p", "p", f"Встреча\n1 февраля 2025\n{BODY}", "text", url="https://e.example/2025/01/31/x")
    assert read_page(page, today=TODAY).published == "2025-01-31"


def test_what_the_reader_says_comes_first(read):
    assert read(f"Встреча\n1 февраля 2025\n{BODY}", published="2025-02-03").published == "2025-02-03"
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        read(BODY, published="3 февраля")


def test_a_date_to_come_is_not_trusted_and_said(read):
    for text, options in ((f"Встреча\n1 июня 2027, 10:00\n{BODY}", {}), (BODY, {"published": "2099-01-01"})):
        notes = []
        assert read(text, notes=notes, **options).published is None
        assert len(notes) == 1
        assert "yet to come" in notes[0]


def test_what_is_no_date_is_said():
    notes = []
    page = Page("p", "p", f"Встреча\n1 февраля 2025\n{BODY}", "text", published="вчера\x1b[2J")
    assert read_page(page, today=TODAY, notes=notes).published == "2025-02-01"
    assert notes == ["p: “вчера\\x1b[2J” is not a date; looked for on the page"]
