"""Pages in HTML: main text, title and date; what is broken and what is hostile."""

import datetime
import socket

import pytest

from elchi.reading import Unreadable, read_page
from elchi.sources import Page

TODAY = datetime.date(2026, 3, 1)
BODY = """
<p>Министр транспорта Руслан Айдаров принял в Астане посла Омана Хамада аль-Балуши. Стороны обсудили рейсы в Маскат,
которые намечено открыть весной.</p>
<p>Посол передал письмо своего коллеги и пригласил министра в Маскат. Министр поблагодарил за приглашение, сообщила
пресс-служба ведомства.</p>"""


@pytest.fixture
def read(monkeypatch):
    """Read a page with the network cut off."""

    def cut(*_args, **_kwargs):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", cut)
    monkeypatch.setattr(socket, "getaddrinfo", cut)

    def reader(html, *, url=None, notes=None, **options):
        return read_page(Page("p.html", "p", html, "html", url=url), today=TODAY, notes=notes, **options)

    return reader


def page(head="", top="", body=BODY):
    return (
        f"<html><head><title>Рейсы в Маскат</title>{head}</head>"
        f"<body><article><h1>Рейсы в Маскат</h1>{top}{body}</article></body></html>"
    )


def test_main_text_title_and_language(read):
    nav = "<nav><a href='/'>Главная</a><a href='/s'>Спорт</a></nav>"
    report = read(f"<html><head><title>Рейсы в Маскат</title></head><body>{nav}{BODY}<footer>© Все права</footer>")
    assert "принял в Астане посла Омана" in report.text
    assert "Спорт" not in report.text
    assert (report.language, report.title) == ("ru", "Рейсы в Маскат")


@pytest.mark.parametrize(
    ("head", "top", "url", "day"),
    [
        ("<meta property='article:published_time' content='2025-05-03T10:00:00+05:00'>", "", None, "2025-05-03"),
        ('<script type="application/ld+json">{"datePublished": "2025-05-04"}</script>', "", None, "2025-05-04"),
        ("", "<time datetime='2025-05-05'>5 мая</time>", None, "2025-05-05"),
        ("", "<div class='post-date'>12 Тамыз 2025, 14:10</div>", None, "2025-08-12"),
        ("", "<span class='date'>15 январь 2025</span>", None, "2025-01-15"),
        ("", "", "https://e.example/2025/09/18/x", "2025-09-18"),
        ("", "", None, None),
    ],
)
def test_dates(read, head, top, url, day):
    assert read(page(head, top), url=url).published == day


def test_a_date_to_come_does_not_win(read):
    notes = []
    html = page(
        "<meta property='article:published_time' content='2031-05-03'>", body=BODY + "<p>Саммит — 7 июля 2029 года.</p>"
    )
    assert read(html, notes=notes).published is None
    assert "2031-05-03" in notes[0]


@pytest.mark.parametrize("html", [f"<p>{BODY}<div><b>не закрыто", f"<html><body{BODY}", BODY.replace("</p>", "")])
def test_broken_html_is_read(read, html):
    assert "посла Омана" in read(html).text


def test_bytes_are_decoded(read):
    html = page("<meta charset='windows-1251'>").encode("cp1251")
    assert "посла Омана" in read(html).text


@pytest.mark.parametrize("html", ["<html></html>", "<html><script>alert(1)</script></html>", "<" * 1000, "<!-- -->"])
def test_pages_without_text(read, html):
    with pytest.raises(Unreadable, match="no text") as caught:
        read(html)
    assert caught.value.advice


@pytest.mark.parametrize(
    ("html", "reason"),
    [("<div>" * 5000 + "слово" + "</div>" * 5000, "deep"), ("<p>слово" * 60_000, "elements")],
)
def test_pages_that_would_choke_a_parser(read, html, reason):
    with pytest.raises(Unreadable, match=reason):
        read(html)
