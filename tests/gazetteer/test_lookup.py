"""Names in any language and spelling lead to one id, and an id to its name in each language."""

import pytest

from elchi import gazetteer


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kazakhstan", "KZ"), ("Казахстан", "KZ"), ("Қазақстан", "KZ"), ("Qozog'iston", "KZ"), ("Қозоғистон", "KZ"),
        ("ҚР", "KZ"), ("kaz", "KZ"), ("kz", "KZ"), ("O`zbekiston", "UZ"), ("ўзбекистон", "UZ"),
        ("Кыргызская Республика", "KG"), ("Киргизия", "KG"), ("turkiye", "TR"), ("TÜRKIYE", "TR"), ("Türkiye", "TR"),
        ("Islamic Republic of Pakistan", "PK"), ("Пәкістан", "PK"), ("ОАЭ", "AE"), ("БАӘ", "AE"), ("U.S.", "US"),
        ("Côte d'Ivoire", "CI"), ("Республика Корея", "KR"), ("Janubiy Koreya", "KR"), ("Әзірбайжан", "AZ"),
        ("Республика Того", "TG"), ("Того", "TG"), ("Niger", "NE"), ("Нигерия", "NG"), ("Guinea-Bissau", "GW"),
    ],
)  # fmt: skip
def test_a_country_by_any_of_its_names(name, code):
    assert gazetteer.country_code(name) == code


@pytest.mark.parametrize(
    "name", ["", "  ", "Central Asia", "Atlantis", "Конго", "того же", "x" * 10_000, "(((", "\x1b[31m"]
)
def test_what_names_no_country(name):
    assert gazetteer.country_code(name, close=True) is None


def test_a_misspelt_country_only_when_asked():
    assert gazetteer.country_code("Kazahstan") is None
    assert gazetteer.country_code("Kazahstan", close=True) == "KZ"
    assert gazetteer.country_code("Austria", close=True) == "AT"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("OIC", "oic"), ("ОИС", "oic"), ("ИЫҰ", "oic"), ("IHT", "oic"), ("ИҲТ", "oic"),
        ("Шанхайская организация сотрудничества", "sco"), ("ШҲТ", "sco"), ("Council of Europe", "council-of-europe"),
        ("Birlashgan Millatlar Tashkiloti", "un"), ("C5+1", "c5-plus-1"), ("Central Asia – China", "c5-plus-china"),
        ("China-Central Asia", "c5-plus-china"), ("Марказий Осиё — Япония", "c5-plus-japan"), ("oic-cfm", "oic-cfm"),
        ("G-20", "g20"), ("G20", "g20"), ("al-Azhar", "al-azhar"),
    ],
)  # fmt: skip
def test_a_body_by_any_of_its_names(name, key):
    assert gazetteer.body_id(name) == key


def test_cities():
    assert gazetteer.city_name("Нур-Султан") == gazetteer.city_name("Ostona") == "Astana"
    assert gazetteer.country_of_city("Женева") == "CH"
    assert gazetteer.country_of_city("Nowhere") is None
    assert gazetteer.capital_of("KZ") == "Astana"
    assert gazetteer.capital_of("??") is None
    assert gazetteer.city("Samarkand") == gazetteer.City("Samarkand", "UZ", capital=False)


def test_labels():
    assert gazetteer.label("KG", "ru") == "Кыргызстан"
    assert gazetteer.label("oic", "uz-Cyrl") == "Ислом ҳамкорлик ташкилоти"
    assert gazetteer.label("un", "uz-Latn") == "Birlashgan Millatlar Tashkiloti"
    assert gazetteer.label("New York", "uz-Cyrl") == "Нью-Йорк"
    assert gazetteer.label("c5-plus-italy", "kk") == "Орталық Азия – Италия"
    assert gazetteer.label("never-heard-of", "en") == "never-heard-of"


@pytest.mark.parametrize(
    ("name", "code"), [("FRA", "FR"), ("COD", "CD"), ("TLS", "TL"), ("DEU", "DE"), ("ROU", "RO"), ("XKK", "XK")]
)
def test_a_country_by_its_alpha_3_code(name, code):
    assert gazetteer.country_code(name) == code


def test_withdrawn_codes_are_nobodys():
    assert [gazetteer.country_code(code) for code in ("FXX", "ZAR", "TMP", "DDR")] == [None] * 4


@pytest.mark.parametrize(
    ("language", "pattern", "code"),
    [("en", "Blue House", "KR"), ("en", "PLO", "PS"), ("ru", "Квиринал", "IT"), ("kk", "риксдаг", "SE")],
)
def test_palaces_and_parliaments_stand_for_their_country(language, pattern, code):
    found = {e.id for e in gazetteer.entries(language) if e.type == "institution" and pattern in e.pattern}
    assert found == {code}


@pytest.mark.parametrize(("word", "code"), [("Swazi", "SZ"), ("Faroese", "FO"), ("Scottish", "GB"), ("Basotho", "LS")])
def test_people_of_small_countries(word, code):
    assert code in {e.id for e in gazetteer.entries("en") if e.type == "demonym" and e.pattern == "^" + word}
