"""What is masked on a page and what is not, in five languages and many layouts."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elchi.reading.furniture import layout

_spec = importlib.util.spec_from_file_location("reading_pages", Path(__file__).with_name("pages.py"))
pages = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(pages)


@pytest.mark.parametrize(("tag", "day", "page"), pages.PAGES, ids=[p[0] for p in pages.PAGES])
def test_a_whole_page(read, left, tag, day, page):
    text, report = pages.parted(page)
    assert left(text) == report
    found = read(text)
    assert (found.language, found.published, found.title) == (tag, day, report[0])


@pytest.mark.parametrize("page", [p[2] for p in pages.PAGES], ids=[p[0] for p in pages.PAGES])
def test_a_whole_page_with_other_line_ends(left, page):
    text, report = pages.parted(page)
    assert left(text.replace("\n", "\r\n\r\n")) == report


@pytest.mark.parametrize("page", [p[2] for p in pages.PAGES], ids=[p[0] for p in pages.PAGES])
def test_a_report_without_furniture_is_left_alone(left, page):
    _, report = pages.parted(page)
    assert left("\n\n".join(report)) == report


SENTENCES = [
    "Фото сделали у входа в резиденцию.",
    "Автор проекта, профессор Каримов, выступил с речью.",
    "Источник в посольстве подтвердил дату переговоров.",
    "Реклама туризма стала темой беседы министров.",
    "Министерство обороны провело консультации с партнёрами.",
    "Share prices were not discussed, the minister said.",
    "By evening the delegations had agreed on the text.",
    "Photo exhibitions will open in both capitals in May.",
    "Views differed on the timetable of the talks.",
    "Ministry of Culture officials met their Omani colleagues.",
    "Суреттер көрмесі елшілікте ашылды деп хабарланды.",
    "Автор кітабын елшіге сыйлады.",
    "Пікір алмасу екі сағатқа созылды.",
    "Фото кўргазма очилишида элчи сўзга чиқди.",
    "Изоҳ беришни сўраган мухбирга вазир жавоб берди.",
    "Foto ko‘rgazma ochilishida elchi so‘zga chiqdi.",
    "Muallif kitobini elchiga sovg‘a qildi.",
    "Визит завершится 28 августа.",
    "The visit took place on 3 May 2024.",
    "Келісімге 2025 жылғы 5 наурызда қол қойылды.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_sentences_that_begin_as_furniture_does_are_kept(left, sentence, place):
    body = ["Стороны провели переговоры в столице и договорились о новой встрече весной, сообщили дипломаты."] * 2
    body[1] = "The talks went on until late in the evening, and both sides said that they would meet again in spring."
    body.insert(place, sentence)
    text = "\n".join(["Переговоры в столице", "3 мая 2025, 12:00", *body, "Поделиться: Telegram"])
    assert left(text) == ["Переговоры в столице", *body]


def test_the_second_copy_of_the_title_is_masked(left):
    text = "Посол прибыл в Астану\n5 мая 2025\nПосол прибыл в Астану\nПосол прибыл в Астану утром и сразу дал интервью."
    assert left(text) == ["Посол прибыл в Астану", "Посол прибыл в Астану утром и сразу дал интервью."]


def test_a_lead_that_the_text_says_again_is_masked_once(left):
    lead = "Стороны договорились открыть прямое авиасообщение между столицами"
    body = f"Как сообщили в ведомстве, {lead[0].lower()}{lead[1:]} уже осенью, когда будут готовы оба терминала."
    assert left(f"Переговоры о рейсах\n{lead}\nФото: агентство\n{body}") == ["Переговоры о рейсах", body]


def test_words_told_twice_in_a_row_are_masked_once(left):
    lead = "Посольством Казахстана в Омане проведён вечер поэзии, на который пришли студенты и преподаватели столицы,"
    text = f"Маскат. 1 декабря. ПРЕССА - {lead} - {lead} сообщает посольство. Вечер вёл советник посольства."
    [line] = left(text)
    assert line.count("вечер поэзии") == 1
    assert line.endswith("Вечер вёл советник посольства.")


def test_title_date_counter_and_author_in_front_of_the_text_on_one_line(read, left):
    text = (
        "Разговор о воде 24 марта 2022 г. 0:08 247 Петрова Анна корреспондент В Бишкеке обсудили режим водохранилищ. "
        "В переговорах участвовали министры двух стран, сообщает пресс-служба. Поделиться: Telegram Читайте также: "
        "Кто выиграл кубок"
    )
    report = read(text)
    assert (report.title, report.published) == ("Разговор о воде", "2022-03-24")
    assert left(text) == [
        "Разговор о воде  В Бишкеке обсудили режим водохранилищ. "
        "В переговорах участвовали министры двух стран, сообщает пресс-служба."
    ]


def test_other_stories_with_their_dates_after_the_text(read, left):
    body = (
        "Министр встретился с послом и обсудил рейсы в Маскат. Первый из них намечен на весну, сообщило министерство."
    )
    text = (
        f"Рейсы в Маскат\n12 мая 2024 г. 9:10\n{body}\n"
        "14 мая 2024 г. 8:57 Серик Омаров выступил на форуме\n"
        "13 мая 2024 г. 14:39 Сенатор Ли: новая программа «Дорога»\n"
    )
    assert left(text) == ["Рейсы в Маскат", body]
    assert read(text).published == "2024-05-12"


def test_a_list_that_the_text_announces_is_kept(left):
    body = ["Главы дипмиссий передали грамоты.", "В церемонии приняли участие:", "посол Омана Хамад аль-Балуши",
            "посол Кении Джеймс Отиено"]  # fmt: skip
    assert left("\n".join(["Грамоты переданы", *body, "12 мая 2024", "Поделиться"])) == ["Грамоты переданы", *body]


def test_text_without_full_stops_is_kept(left):
    body = ["Главы правительств обсудили ход работы комиссии", "Гость пригласил хозяина посетить Маскат"]
    assert left("\n".join(["Беседа по телефону", *body, "2025-05-05 18:30", "Вверх"])) == ["Беседа по телефону", *body]


def test_a_headline_alone_is_kept(left):
    assert left("Руслан Айдаров") == ["Руслан Айдаров"]
    assert left("Ruslan Aidarov visits Muscat on 5 May 2025") == ["Ruslan Aidarov visits Muscat on 5 May 2025"]


def test_the_name_of_the_site_above_its_navigation(read):
    text = (
        "Министерство транспорта\nПресс-центр > Новости\nРабочая встреча в Маскате\n11 мая 2025 г.\n"
        "Министр провёл рабочую встречу с коллегой из Омана и обсудил открытие рейсов."
    )
    assert read(text).title == "Рабочая встреча в Маскате"


def test_a_title_that_is_known_is_not_looked_for(read):
    report = read("Посол прибыл в Астану и сразу направился на переговоры.", title="Посол прибыл")
    assert report.title == "Посол прибыл"


def test_running_text_alone_has_no_title(read):
    assert (
        read("ASTANA. Last week, the Omani ambassador met with the minister of transport, the ministry said.").title
        is None
    )


@given(st.text(alphabet=st.sampled_from("АаБб. \n|:#5»«—,\r\tXx?!©2025мая"), max_size=300))
@settings(max_examples=200, deadline=None)
def test_spans_are_sorted_disjoint_and_within_the_text(text):
    at = 0
    for start, end in layout(text).masked:
        assert at <= start < end <= len(text)
        at = end
