"""What `find` promises in every language: readings, spans, hostile text, speed."""

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elchi import dates, vocabulary

THURSDAY = datetime.date(2025, 11, 20)


def one(sentence, language="en", anchor=THURSDAY):
    (mention,) = dates.find(sentence, language, anchor)
    return mention


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "Форум откроется 5 декабря."),
        ("en", "The forum opens on December 5."),
        ("kk", "Форум 5 желтоқсанда ашылады."),
        ("uz-Latn", "Forum 5-dekabr kuni ochiladi."),
        ("uz-Cyrl", "Форум 5 декабрь куни очилади."),
    ],
)
def test_a_date_without_a_year_has_a_past_and_a_future_reading(language, sentence):
    mention = one(sentence, language)
    assert (mention.first, mention.future, mention.yearless) == ("2024-12-05", "2025-12-05", True)
    assert dates.nearest(mention, THURSDAY) == ("2025-12-05", None)


def test_a_date_of_today_is_both_past_and_future():
    mention = one("The forum opens on November 20.")
    assert mention.first == mention.future == "2025-11-20"


def test_a_range_that_has_begun_is_the_same_read_either_way():
    mention = one("The session of November 18-22 goes on.")
    assert (mention.first, mention.last) == (mention.future, mention.future_last) == ("2025-11-18", "2025-11-22")


def test_a_range_over_new_year_ends_in_the_next_year():
    mention = one("The recess runs from December 30 to January 4.", anchor=datetime.date(2026, 1, 2))
    assert (mention.first, mention.last) == (mention.future, mention.future_last) == ("2025-12-30", "2026-01-04")


def test_a_bare_month_and_a_weekday_have_both_readings():
    month, weekday = one("In May the road opens."), one("The envoy comes on Tuesday.")
    assert (month.first, month.future) == ("2025-05", "2026-05")
    assert (weekday.first, weekday.future) == ("2025-11-18", "2025-11-25")


def test_the_leap_day_is_looked_for_in_leap_years():
    mention = one("They met on February 29.")
    assert (mention.first, mention.future) == ("2024-02-29", "2028-02-29")


@pytest.mark.parametrize("sentence", ["They met on February 30, 2025.", "On 31 April 2025 they met."])
def test_a_day_that_is_in_no_calendar_is_no_day(sentence):
    assert all(len(mention.first or "") < 10 for mention in dates.find(sentence, "en", THURSDAY))


def test_a_week_is_its_month_or_its_year_when_it_lies_in_two_months():
    assert one("They spoke last week.").first == "2025-11"
    assert one("They spoke last week.", anchor=datetime.date(2025, 11, 4)).first == "2025"
    assert one("They spoke last week.", anchor=datetime.date(2026, 1, 8)).first is None


def test_the_eve_may_be_of_the_page_or_of_the_date_before():
    mention = one("Накануне гость передаст дары музею.", "ru")
    assert (mention.first, mention.offset) == ("2025-11-19", -1)
    assert dates.follow(mention, "2025-12-15") == "2025-12-14"


@pytest.mark.parametrize(
    ("sentence", "base", "value"),
    [
        ("The next day they left.", "2024-02-28", "2024-02-29"),
        ("The next day they left.", "2024-02", None),
        ("A week earlier he rang.", "2025-03-05", "2025-02"),
        ("A month later he rang.", "2024-12-05", "2025-01"),
        ("It closed in November of that year.", "2019-03-02", "2019-11"),
        ("On the 30th, they met.", "2025-02-03", None),
        ("They met on 5 May 2020.", "2025-02-03", None),
    ],
)
def test_what_is_counted_from_another_date(sentence, base, value):
    assert dates.follow(one(sentence), base) == value


@pytest.mark.parametrize(
    "sentence", ["They met yesterday.", "They met on Tuesday.", "They met on 5 May.", "They met in May."]
)
def test_without_the_page_date_what_rests_on_it_is_unknown(sentence):
    mention = one(sentence, anchor=None)
    assert mention.first is None
    assert one("They met on 5 May.", anchor=None).rest == "-05-05"


def test_a_page_date_out_of_all_sense_is_no_page_date():
    assert one("They met yesterday.", anchor=datetime.date(1, 1, 1)).first is None


def test_a_deadline_is_the_nearer_reading():
    assert one("The show runs until 8 December.").first == "2025-12-08"
    assert one("The show ran until 8 October.").first == "2025-10-08"


def test_a_weekday_settles_the_year_of_the_date_after_it():
    mention = one("Намечено на понедельник, 24 ноября.", "ru")
    assert (mention.first, mention.future) == ("2025-11-24", None)


def test_a_line_broken_by_the_page_width_does_not_break_a_date():
    long = "The two ministers, who had not seen each other for a good while, met on 5\n"
    assert dates.find(long + "march", "en", THURSDAY) == []
    assert (
        one("Министры двух соседних стран, давно не видевшие друг друга, встретились 5\nмарта.", "ru").first
        == "2025-03-05"
    )
    assert dates.find("Просмотров: 5\nмарта", "ru", THURSDAY) == []


def test_decomposed_letters_are_read():
    assert one("Министр прибыл 5 мая.".replace("я", "я"), "ru").first == "2025-05-05"
    assert one("Кеңес 5 июнь күні".replace("июнь", "маусым"), "kk").first == "2025-06-05"
    assert one("Май 2025 года".replace("й", "и\u0306"), "ru").first == "2025-05"


def test_a_language_without_dates_is_a_key_error():
    with pytest.raises(KeyError):
        dates.find("5 mart", "tr", THURSDAY)
    with pytest.raises(KeyError):
        dates.find("5 mart", "../ru", THURSDAY)


PIECES = [
    "5",
    "12–13",
    " ",
    "2025",
    "марта",
    "ноября",
    "мая",
    "с",
    "по",
    "до",
    "года",
    "г.",
    "yil",
    "kuni",
    "-",
    "may",
    "May",
    "of",
]
PIECES += [
    "last",
    "year",
    "жылғы",
    "наурызда",
    "дейін",
    "день",
    "тот же",
    "\n",
    "00",
    "31.12.9999",
    "9999999999",
    "'",
    "̆",
    "²",
]


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)),
    st.sampled_from(vocabulary.LANGUAGES),
    st.one_of(st.none(), st.dates()),
)
def test_mentions_of_any_text_are_sorted_disjoint_and_in_the_calendar(text, language, anchor):
    end = 0
    for mention in dates.find(text, language, anchor):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        assert mention.kind in dates.KINDS
        for iso in (mention.first, mention.last, mention.future, mention.future_last):
            if iso is not None:
                datetime.date.fromisoformat((iso + "-01-01")[:10] if len(iso) < 10 else iso)
        if mention.first and mention.last:
            assert mention.first < mention.last


@pytest.mark.parametrize(
    "piece", ["1.", "5 ", "12–", "a'", "до ", "5 марта – ", "1 111 ", "\n", " ", "5-", "last year's ", "i\u0306"]
)
def test_time_grows_with_the_length_and_no_faster(piece):
    def seconds(length):
        text = piece * (length // len(piece))
        best = 9.0
        for _ in range(3):
            begun = time.perf_counter()
            dates.find(text, "en" if piece.isascii() else "ru", THURSDAY)
            best = min(best, time.perf_counter() - begun)
        return best

    seconds(1000)
    assert seconds(32_000) < 24 * seconds(4_000) + 0.05
