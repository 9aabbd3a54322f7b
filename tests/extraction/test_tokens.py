import pytest

from elchi.extraction.tokens import key, stem, tokenize
from elchi.records import Report


def sentences(text, language):
    tokens, found = tokenize(Report("t", text, language))
    assert all(text[t.start : t.end] == t.text for t in tokens)
    return [text[s.start : s.end] for s in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Дело было в 2024 г. в Риме. Все довольны.", ["Дело было в 2024 г. в Риме.", "Все довольны."]),
        ("ru", "Гостя принял А. Б. Лукин. Затем был обед.", ["Гостя принял А. Б. Лукин.", "Затем был обед."]),
        ("en", "He met J. Smith. They spoke.", ["He met J. Smith.", "They spoke."]),
        ("kk", "Бұл 2025 ж. 5 наурызда болды. Ол келді.", ["Бұл 2025 ж. 5 наурызда болды.", "Ол келді."]),
        ("kk", "Қ.Серіков келді. Ол сөйледі.", ["Қ.Серіков келді.", "Ол сөйледі."]),
        ("uz-Latn", "Sh. Karimov keldi. Uchrashuv o‘tdi.", ["Sh. Karimov keldi.", "Uchrashuv o‘tdi."]),
        ("en", "“We agree.” The minister left.", ["“We agree.”", "The minister left."]),
        ("en", "Title here\n\nBody begins", ["Title here", "Body begins"]),
    ],
)  # fmt: skip
def test_sentences(language, text, expected):
    assert sentences(text, language) == expected


def test_masked_text_yields_no_tokens():
    text = "Share this\nThe minister arrived."
    tokens, found = tokenize(Report("t", text, "en", masked=((0, 10),)))
    assert [t.text for t in tokens] == ["The", "minister", "arrived", "."]
    assert len(found) == 1


def test_hyphens_and_apostrophes_stay_inside_a_word():
    tokens, _ = tokenize(Report("t", "Нұр-Сұлтан мен Аль-Фараби", "kk"))
    assert [t.text for t in tokens] == ["Нұр-Сұлтан", "мен", "Аль-Фараби"]
    tokens, _ = tokenize(Report("t", "Oʻzbekiston, O‘zbekiston, O'zbekiston", "uz-Latn"))
    assert len({t.key for t in tokens if t.kind == "word"}) == 1


@pytest.mark.parametrize(
    ("language", "text", "acronym"),
    [
        ("kk", "БҰҰ-ның", "БҰҰ"),
        ("ru", "МИД", "МИД"),
        ("en", "OIC’s", "OIC"),
        ("en", "U.S.", "US"),
        ("ru", "Москва", ""),
        ("kk", "АҚШта", "АҚШ"),
    ],
)
def test_an_abbreviation_is_seen_under_its_ending(language, text, acronym):
    tokens, _ = tokenize(Report("t", text, language))
    assert tokens[0].acronym == acronym


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ru", ["министр", "министра", "министру", "министром", "министры", "министров"]),
        ("kk", ["министр", "министрі", "министрдің", "министріне", "министрлер"]),
        ("uz-Latn", ["vazir", "vaziri", "vazirning", "vazirlar", "vazirlariga"]),
        ("uz-Cyrl", ["вазир", "вазири", "вазирнинг", "вазирлар"]),
        ("en", ["minister", "ministers", "minister's"]),
    ],
)
def test_forms_of_a_word_share_a_stem(language, forms):
    assert len({stem(key(f, language), language) for f in forms}) == 1


def test_uzbek_in_two_scripts_has_one_key():
    assert key("Ўзбекистон", "uz-Cyrl") == key("O‘zbekiston", "uz-Latn")
    assert key("ташриф", "uz-Cyrl") == key("tashrif", "uz-Latn")
    assert key("етакчи", "uz-Cyrl") == key("yetakchi", "uz-Latn")


def test_a_page_of_nothing_but_signs():
    tokens, found = tokenize(Report("t", "… — «» !!!", "ru"))
    assert all(t.kind == "sign" for t in tokens)
    assert found
    assert tokenize(Report("t", "", "ru")) == ([], [])


def test_a_sentence_runs_on_over_a_broken_line():
    text = "Minister of\nforeign affairs arrived.\nHe was met."
    assert sentences(text, "en") == ["Minister of\nforeign affairs arrived.", "He was met."]
    wrapped = "Oslo talks\n\nThe foreign minister of\nOman met the\ndelegation of\nBrazil on Monday and\nspoke.\n"
    second = sentences(wrapped, "en")[1]
    assert second.startswith("The foreign minister")
    assert "Brazil on Monday" in second


def test_double_initials_are_one_word():
    tokens, _ = tokenize(Report("t", "К.-Ж. Токаев приехал", "ru"))
    assert [(t.text, t.kind) for t in tokens][:2] == [("К.-Ж.", "initial"), ("Токаев", "word")]
