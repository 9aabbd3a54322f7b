"""Names with signs in them: the formats of Central Asia, and abbreviations with points."""

import time

import pytest

from elchi.gazetteer import find_formats


@pytest.mark.parametrize(
    ("language", "text", "words", "key"),
    [
        ("ru", "во втором саммите «Центральная Азия – Китай» в Астане", "Центральная Азия – Китай", "c5-plus-china"),
        ("ru", "страны Центральной Азии + Япония", "Центральной Азии + Япония", "c5-plus-japan"),
        ("ru", "саммит «Центральная Азия — Европейский союз»", "Центральная Азия — Европейский союз", "c5-plus-eu"),
        ("en", "the C5+1 summit", "C5+1", "c5-plus-1"),
        ("en", "the Central Asia plus Japan dialogue", "Central Asia plus Japan", "c5-plus-japan"),
        ("en", "a Korea-Central Asia summit", "Korea-Central Asia", "c5-plus-korea"),
        ("kk", "«Орталық Азия – Италия» форматындағы", "Орталық Азия – Италия", "c5-plus-italy"),
        ("uz-Latn", "«Markaziy Osiyo — Xitoy» sammiti", "Markaziy Osiyo — Xitoy", "c5-plus-china"),
        ("uz-Cyrl", "«Марказий Осиё – Хитой» форматида", "Марказий Осиё – Хитой", "c5-plus-china"),
        ("ru", "саммит С5+1", "С5+1", "c5-plus-1"),
        ("ru", "диалог «Индия – Центральная Азия»", "Индия – Центральная Азия", "india-central-asia-dialogue"),
        ("ru", "первый саммит «Индия – Центральная Азия»", "Индия – Центральная Азия", "india-central-asia-summit"),
        ("en", "the U.S. ambassador", "U.S.", "US"),
    ],
)  # fmt: skip
def test_one_name(language, text, words, key):
    (found,) = find_formats(text, language)
    assert (text[found.start : found.end], found.id) == (words, key)
    assert found.type == ("country" if key == "US" else "body")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Central Asia and China trade; Central Asia - 15 countries; in 2021 - Central Asia"),
        ("ru", "Центральная Азия – регион возможностей"),
        ("ru", "Китай и Центральная Азия"),
        ("kk", "Орталық Азия"),
        ("uz-Latn", ""),
    ],
)
def test_no_format(language, text):
    assert find_formats(text, language) == []


def test_several_in_order_of_place():
    text = "Central Asia – China, Germany – Central Asia and C5 + 1."
    assert [found.id for found in find_formats(text, "en")] == ["c5-plus-china", "c5-plus-germany", "c5-plus-1"]


def test_hostile_text_takes_linear_time():
    find_formats("C5+1", "ru")
    start = time.process_time()
    for text in ("Центральная Азия – " * 5_000, "Центральная " * 20_000, "–" * 100_000, "С5+" * 30_000):
        find_formats(text, "ru")
    assert time.process_time() - start < 5
