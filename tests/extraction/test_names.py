"""Which runs of capitalised words are offered as names, and where they begin and end."""

import pytest

from elchi.extraction.document import take_apart
from elchi.extraction.names import parts, runs
from elchi.extraction.naming import base_name
from elchi.extraction.people import Figure
from elchi.reading import to_report


def _offered(text: str, tag: str) -> list[str]:
    doc = take_apart(to_report(text, id="r", language=tag))
    return [doc.text(r.first, r.last) for r in runs(doc)]


WHOLE = [
    # particles, one and several, and articles
    ("ru", "Вчера в Бонн приехала Анна фон дер Хайде.", "Анна фон дер Хайде"),
    ("ru", "Письмо передал Пабло де ла Вега.", "Пабло де ла Вега"),
    ("kk", "Кеше Пабло де ла Вега хат жолдады.", "Пабло де ла Вега"),
    ("uz-Latn", "Kecha Anna fon der Hayde xat yubordi.", "Anna fon der Hayde"),
    ("uz-Cyrl", "Кеча Анна фон дер Хайде хат юборди.", "Анна фон дер Хайде"),
    ("en", "The letter was brought by Pablo de la Vega.", "Pablo de la Vega"),
    ("en", "They met Yusuf bin Khalid bin Rashid Al Suri there.", "Yusuf bin Khalid bin Rashid Al Suri"),
    ("ru", "Его принял шейх Юсуф бин Халид бин Рашид.", "Юсуф бин Халид бин Рашид"),
    ("ru", "Слово взял С. аль-Сури.", "С. аль-Сури"),
    ("uz-Cyrl", "Сўзга чиққан Ю.ал-Сурий буни рад этди.", "Ю.ал-Сурий"),
    # syllables that are small words elsewhere
    ("ru", "Посла принял министр Чжан И.", "Чжан И"),
    ("ru", "Выступил депутат У Мин из Янгона.", "У Мин"),
    ("ru", "Затем говорил инженер О Чон Су.", "О Чон Су"),
    ("kk", "Жиында депутат Пак Чон Мен сөйледі.", "Пак Чон Мен"),
    # whose child
    ("ru", "Доклад сделал Эрлан Сапарбек уулу.", "Эрлан Сапарбек уулу"),
    ("ru", "Доклад сделала Айзада Сапарбек кызы.", "Айзада Сапарбек кызы"),
    ("en", "The report was made by Erlan Saparbek uulu.", "Erlan Saparbek uulu"),
    ("kk", "Баяндаманы Ерлан Сапарбек ұлы жасады.", "Ерлан Сапарбек ұлы"),
    ("uz-Latn", "Kecha Erlan Saparbek uuluga berildi.", "Erlan Saparbek uuluga"),
    ("uz-Cyrl", "Маърузани Эрлан Сапарбек ўғли қилди.", "Эрлан Сапарбек ўғли"),
    # places that are words of names
    ("en", "The letter went to President Lima Okoro on Monday.", "Lima Okoro"),
    ("ru", "Письмо получил президент Сантьяго Веласко.", "Сантьяго Веласко"),
    ("uz-Latn", "Maktubni vazir Santyago Velasko oldi.", "Santyago Velasko"),
    ("en", "The letter went to Prime Minister Pedro Montenegro, who smiled.", "Pedro Montenegro"),
    ("ru", "Дверь открыл В. Лима и вышел.", "В. Лима"),
    ("en", "The hall was opened by Baroness Ireland, who smiled.", "Ireland"),
    # honorifics inside and after, numbers, the dot of Junior, a nickname
    ("en", "The chamber elected Rafiq Anwar Sheikh, a trader.", "Rafiq Anwar Sheikh"),
    ("en", "They met John Walker Jr. of the chamber.", "John Walker Jr."),
    ("kk", "Бұл туралы Павел VI-нің хатында айтылған.", "Павел VI-нің"),
    ("ru", "Вчера позвонил Хендрик (Хенк) Ваал из порта.", "Хендрик (Хенк) Ваал"),
    ("en", "The guest was H.E. Clara Winter of the mission.", "Clara Winter"),
    ("en", "On 20 May Winterova is to fly home.", "Winterova"),
    # a province before the name
    ("ru", "Гостей встретил губернатор провинции Мендоса Эстебан Веласко.", "Эстебан Веласко"),
]

APART = [
    ("uz-Cyrl", "Каримовнинг Кўл бўйидаги сафари тугади.", "Каримовнинг"),
    ("uz-Cyrl", "Бу вазифа Аида Каримовадан Ж. Саидовга ўтди.", "Аида Каримовадан"),
    ("kk", "Омаровтың Көл жағасындағы сапары бітті.", "Омаровтың"),
    ("ru", "Вчера приехали Иван Белов и Пётр Чернов.", "Иван Белов"),
    ("ru", "Из дома Белов И Чернова увёз.", "Белов И Чернова"),
    ("en", "Officials of Pakistan Rafiq Anwar thanked.", "Rafiq Anwar"),
    ("ru", "Об этом сказал посол Казахстана Ерлан Омаров.", "Ерлан Омаров"),
    ("ru", "Гостей принял мэр Ташкента Эстебан Веласко.", "Эстебан Веласко"),
    ("kk", "Оны Анкарада Ерлан Омаров қабылдады.", "Ерлан Омаров"),
    ("kk", "Бұл туралы Ерлан Омаровтың қызы айтты.", "Ерлан Омаровтың"),
    ("uz-Latn", "Bu haqda Erlan Karimovning qizi aytdi.", "Erlan Karimovning"),
    ("uz-Latn", "Anvar Salimov keldi. Anvar Salimov Bulung kemasini ko‘rdi.", "Anvar Salimov"),
    ("ru", "Гостей встретил заместитель губернатора Хосе Пабло Веласко.", "Хосе Пабло Веласко"),
    ("ru", "В город приехал мэр города Чхве Мин Джун.", "Чхве Мин Джун"),
    ("uz-Cyrl", "Маърузани Эрлан Сапаров қилди.", "Эрлан Сапаров"),
    ("en", "They met Wang Li. He left.", "Wang Li."),
]


@pytest.mark.parametrize(("tag", "text", "name"), WHOLE)
def test_a_name_is_offered_whole(tag: str, text: str, name: str) -> None:
    assert name in _offered(text, tag)


@pytest.mark.parametrize(("tag", "text", "name"), APART)
def test_what_stands_beside_a_name_is_no_part_of_it(tag: str, text: str, name: str) -> None:
    assert name in _offered(text, tag)


@pytest.mark.parametrize(("tag", "text", "base"), [
    ("en", "It was Clara Okoro's first trip.", "Clara Okoro"),
    ("en", "It was Clara Okoro’s first trip.", "Clara Okoro"),
    ("en", "It was Clara O'Hara in person.", "Clara O'Hara"),
    ("kk", "Бұл – Ерлан Омаровтың сапары.", "Ерлан Омаров"),
    ("uz-Latn", "Bu – Erlan Karimovning safari.", "Erlan Karimov"),
])  # fmt: skip
def test_a_base_name_has_neither_possessive_sign_nor_case(tag: str, text: str, base: str) -> None:
    doc = take_apart(to_report(text, id="r", language=tag))
    run = next(r for r in runs(doc) if r.last - r.first == 2)
    assert base_name(doc, Figure([run], run.parts)) == base


@pytest.mark.parametrize(("tag", "name"), [
    ("ru", "Марка Лунда-младшего"), ("kk", "Марк Лунда-кіші"), ("uz-Latn", "Mark Lunda-kichik"),
    ("en", "Mark Lunda-Junior"),
])  # fmt: skip
def test_the_younger_is_no_word_of_the_name(tag: str, name: str) -> None:
    doc = take_apart(to_report(name, id="r", language=tag))
    assert ("-" in parts(doc, 0, 2)[1]) == (tag == "en"), "only an ending in lower case is left out"
    assert parts(doc, 0, 2)[1].startswith(("лунд", "lund"))


def test_a_name_of_the_report_ends_where_the_next_one_begins() -> None:
    text = "Anvar Salimov keldi. Uni Botir Vohidov kutdi. So‘ng Anvar Salimov Vohidov bilan gaplashdi."
    assert _offered(text, "uz-Latn")[-2:] == ["Anvar Salimov", "Vohidov"]
    assert "Karim Salimov Vohid" in _offered("Anvar Salimov keldi. Bu Karim Salimov Vohid edi.", "uz-Latn")
