"""A page to a report: what is kept as given, what the reader may overrule, how long hostile pages take."""

import time

import pytest

from elchi.reading import Unreadable, checked_language, read_page, to_report
from elchi.sources import Page

BODY = "Министр принял посла и обсудил с ним торговлю, а весной они встретятся снова, сообщили в ведомстве."


@pytest.mark.parametrize(
    "text", [f"  \r\n{BODY}\r\n\r\n ", f"\ufeff{BODY}", f"{BODY}\x1b[31m\u2028{BODY}", BODY + "\t\xa0"]
)
def test_plain_text_is_exactly_the_text_given(text):
    assert to_report(text).text == text


def test_what_is_known_goes_with_it():
    page = Page("wire.jsonl:3", "w3", BODY, "text", title="Встреча", url="https://e.example/1", language="ru")
    report = read_page(page)
    assert (report.id, report.title, report.url, report.language) == ("w3", "Встреча", "https://e.example/1", "ru")


def test_a_page_without_an_id_has_its_name():
    assert read_page(Page("desk/a.txt", None, BODY, "text")).id == "desk/a.txt"
    assert to_report(BODY).id == "-"


def test_the_reader_overrules_the_language():
    assert to_report(BODY, language="uz-Cyrl").language == "uz-Cyrl"
    assert to_report(BODY, language="other").language == "other"
    with pytest.raises(ValueError, match="choose one of ru, en, kk, uz-Cyrl, uz-Latn, other"):
        to_report(BODY, language="xx")
    assert checked_language("kk") == "kk"


@pytest.mark.parametrize(
    ("said", "language", "noted"),
    [("ru-RU", "ru", 0), ("ky", "other", 0), ("en", "ru", 1), ("uz", "ru", 0), ("nonsense!", "ru", 1), (None, "ru", 0)],
)
def test_the_language_that_a_page_gives_for_itself(said, language, noted):
    notes = []
    assert read_page(Page("p", "p", BODY, "text", language=said), notes=notes).language == language
    assert len(notes) == noted


@pytest.mark.parametrize("text", ["", " \r\n\t", "\ufeff", "\xa0"])
def test_no_text_at_all(text):
    with pytest.raises(Unreadable, match="no text") as caught:
        to_report(text)
    assert (caught.value.reason, bool(caught.value.advice)) == ("there is no text in it", True)


def test_a_book_is_no_report():
    with pytest.raises(Unreadable, match="1,000,000 characters"):
        to_report("слово " * 200_000)


HOSTILE = {
    "dates": "5 мая 2025 ",
    "lines of dates": "5 мая, 10:00\n",
    "figures": "1.1.",
    "hashtags": "#а ",
    "credits": "Фото: агентство. ",
    "other stories": "Читайте также: новость\n",
    "pipes": "| ",
    "quotes": "«",
    "names": "Иван Петров\n",
    "apostrophes": "o'",
    "one letter": "а",
    "shares": "Он сказал. Поделиться: да ",
    "copies": "Посол прибыл в столицу и дал интервью журналистам нескольких изданий, ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_length_only(name):
    unit = HOSTILE[name]

    def seconds(size):
        started = time.process_time()
        to_report(unit * (size // len(unit)), language="ru")
        return time.process_time() - started

    seconds(1000)
    assert seconds(60_000) < 30 * seconds(6_000) + 0.2


def test_a_string_may_be_plain_text_or_html():
    page = (
        f"<!doctype html><html><head><title>Қабылдау</title></head><body><article><p>{BODY}</p></article></body></html>"
    )
    report = to_report(page)
    assert BODY in report.text
    assert "<p>" not in report.text
    assert to_report(f"<b> {BODY}").text == f"<b> {BODY}"


@pytest.mark.parametrize("given", [None, 5, b"bytes"])
def test_what_is_no_string_is_refused_plainly(given):
    with pytest.raises(TypeError, match="is a str, not"):
        to_report(given)
