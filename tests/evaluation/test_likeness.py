import pytest

from elchi.evaluation.likeness import fold, name_overlap, overlap, same_date, same_party, same_token
from elchi.records import Evidence


def test_fold_drops_case_width_and_punctuation() -> None:
    assert fold("«ЖЕҢІС»-2, Ｏ’К") == "жеңіс 2 о к".replace("о к", "o к")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("сериков", "серикову", True),
        ("сериков", "серикова", True),
        ("ли", "ли", True),
        ("ли", "лим", False),
        ("алиев", "алимов", False),
        ("аман", "амант", True),
    ],
)
def test_inflected_words_are_one_word(one: str, other: str, same: bool) -> None:
    assert same_token(one, other) is same


def test_name_overlap_takes_the_best_pair_of_forms() -> None:
    assert name_overlap(["Сериков", "Дамир Сериков"], ["Дамира Серикова"]) == 1.0
    assert name_overlap(["Дамир Сериков"], ["Серикову"]) == 0.5
    assert name_overlap(["Дамир Сериков"], ["Омаров"]) == 0.0
    assert name_overlap([], ["Омаров"]) == 0.0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("KZ", "KZ", True),
        ("KZ", "KG", False),
        ("KZ", "kz-senate", False),
        ("water-council", "council-water", True),
        ("water-council", "council-of-elders", False),
        ("oic", None, False),
        (None, None, False),
    ],
)
def test_parties(one: str | None, other: str | None, same: bool) -> None:
    assert same_party(one, other) is same


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("2024-05-06", "2024-05-07", True),
        ("2024-05-06", "2024-05-08", False),
        ("2024-05-06", "2024-05", True),
        ("2024-05-06", "2024", False),
        ("2024-05", "2024-05-06", True),
        ("2024-05", "2024", True),
        ("2024", "2024-05-06", True),
        ("2024-05-06", None, False),
        ("2024-02-30", "2024-02-29", False),
    ],
)
def test_dates(gold: str, found: str | None, same: bool) -> None:
    assert same_date(gold, found) is same


def test_overlap_is_the_share_of_the_anchor_that_is_covered() -> None:
    text = "Вчера стороны провели встречу в столице"
    at = text.index("провели встречу")
    assert overlap("провели встречу", [Evidence(0, len(text))], text) == 1.0
    assert overlap("провели встречу", [Evidence(0, 3), Evidence(at, at + 3)], text) == pytest.approx(3 / 15)
    assert overlap("провели встречу", [], text) == 0.0
    assert overlap("нет таких слов", [Evidence(0, 5)], text) == 0.0
