"""Words that are a country's or city's name in one place and something else in another."""

import pytest

from elchi import gazetteer


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("ru", "послы Нигера и Турции", "NE"),
        ("ru", "министр Нигерии", "NG"),
        ("ru", "делегация из Индии", "IN"),
        ("ru", "президенту Египта", "EG"),
        ("ru", "в Республике Того", "TG"),
        ("ru", "король Дании", "DK"),
        ("ru", "премьер Экваториальной Гвинеи", "GQ"),
        ("en", "the President of Guinea-Bissau", "GW"),
        ("en", "the Republic of Korea's envoy", "KR"),
        ("en", "North Korea said", "KP"),
        ("ru", "в Южной Корее", "KR"),
        ("kk", "Қазақстан Республикасының Президенті", "KZ"),
        ("kk", "Әзірбайжанның елшісі", "AZ"),
        ("uz-Latn", "Gʻarbiy Sahroi Kabirda", "EH"),
        ("uz-Cyrl", "Бирлашган Араб Амирликларида", "AE"),
        ("uz-Cyrl", "АҚШнинг элчиси", "US"),
    ],
)
def test_the_country_that_is_meant(named, language, text, country):
    assert country in named(text, language)["country"]
    assert named(text, language)["country"] <= {country, "TR"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "после того как и без того"),
        ("ru", "Того же мнения держится он"),
        ("ru", "Дана рассказала, а малый чад не боится"),
        ("ru", "Малая река и Перед домом"),
        ("en", "they ate turkey with us in a nice chad"),
        ("kk", "мал мен алма"),
        ("uz-Latn", "Malik va oman"),
        ("en", "Latin America"),
        ("ru", "страны Латинской Америки"),
    ],
)
def test_no_country(named, language, text):
    assert named(text, language)["country"] == set()


@pytest.mark.parametrize(
    ("language", "text", "city"),
    [
        ("ru", "Встреча прошла в Уфе, затем в Оше", {"Ufa", "Osh"}),
        ("ru", "прибыл в Ханой из Сиднея", {"Hanoi", "Sydney"}),
        ("ru", "Хан, Александр, Семь и Бухари", set()),
        ("ru", "в Афинах и Чебоксарах", {"Athens", "Cheboksary"}),
        ("en", "Nice weather in Paris and Xi’an", {"Paris", "Xi'an"}),
        ("en", "a minister from Belem", {"Belém"}),
        ("kk", "Алматыда, Бейрутта және Нұр-Сұлтанда", {"Almaty", "Beirut", "Astana"}),
        ("kk", "Алма мен Бағ", set()),
        ("uz-Latn", "Toshkentdan Nyu-Yorkka", {"Tashkent", "New York"}),
        ("uz-Cyrl", "Қоҳирада ва Сараевода", {"Cairo", "Sarajevo"}),
    ],
)
def test_cities_by_their_forms(named, language, text, city):
    assert named(text, language)["city"] == city


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("ru", "казахстанцы и казахстанская делегация", "KZ"),
        ("kk", "америкалық инвесторлар", "US"),
        ("kk", "мысырлықтар", "EG"),
        ("uz-Latn", "o‘zbekistonlik mutaxassislar", "UZ"),
        ("uz-Cyrl", "покистонлик ҳамкасблар", "PK"),
        ("en", "Emirati and other officials", "AE"),
    ],
)
def test_people_and_adjectives(named, language, text, country):
    assert named(text, language)["demonym"] == {country}


def test_a_countrys_institution_is_its_own():
    kenesh = [e for e in gazetteer.entries("ru") if e.pattern == "^Жогорку Кенеш"]
    assert [(e.type, e.id) for e in kenesh] == [("institution", "KG")]


def test_weak_names_come_only_when_asked():
    assert "=Того" not in {e.pattern for e in gazetteer.entries("ru")}
    weak = [e for e in gazetteer.entries("ru", weak=True) if e.weak]
    assert ("=Того", "TG") in {(e.pattern, e.id) for e in weak}
    assert ("^Совет Безопасности", "unsc") in {(e.pattern, e.id) for e in weak}
