"""The language of a report: ours told apart, neighbours' known for others'."""

import tempfile

import pytest

from elchi.reading import language

OURS = {
    "ru": ["Посол вручил грамоты.", "Министры иностранных дел встретились и обсудили сотрудничество."],
    "en": ["The minister received the envoy.", "Ministers meet in Muscat"],
    "kk": ["Министр бүгін елшіні қабылдады.", "Тараптар кездесу өткізіп, құжатқа қол қойды."],
    "uz-Cyrl": [
        "Вазир элчини қабул қилди ва ҳамкорлик ҳақида суҳбатлашди.",
        "Вазир элчи билан учрашди ва икки давлат алоқалари масаласида музокара олиб борди.",
        "Делегация Самаркандга келди ва завод билан танишди.",
    ],
    "uz-Latn": [
        "Vazir elchini qabul qildi va u bilan suhbatlashdi.",
        "Oʻzbekiston delegatsiyasi yigʻilishga keldi.",
        "O`zbekiston vaziri bugun elchi bilan uchrashdi.",
        "Tashqi ishlar vaziri Astanada",
    ],
}
OTHERS = {
    "ky": "Министр бүгүн элчини кабыл алып, эки өлкөнүн соода алакалары боюнча сүйлөштү.",
    "tg": "Вазир бо сафир мулоқот намуд ва оид ба ҳамкорӣ суҳбат карданд.",
    "tr": "Bakan bugün büyükelçiyi kabul etti ve iki ülke arasındaki ilişkileri görüştü.",
    "az": "Nazir bu gün səfiri qəbul edib və ikitərəfli əlaqələr müzakirə olunub.",
    "tk": "Ministr ilçini kabul etdi we iki ýurduň arasyndaky gatnaşyklar hakynda gürrüň geçirildi.",
    "uk": "Міністр прийняв посла та обговорив із ним розвиток торгівлі між двома країнами.",
    "be": "Міністр прыняў пасла і абмеркаваў з ім развіццё гандлю паміж дзвюма краінамі.",
    "bg": "Министърът прие посланика и обсъди с него развитието на търговията между двете страни.",
    "sr": "Министар је примио амбасадора и разговарао са њим о трговини између две земље.",
    "mn": "Сайд Элчин сайдыг хүлээн авч уулзаж, хоёр орны худалдааны талаар ярилцав.",
    "tt": "Министр бүген илчене кабул итте һәм ике як арасында сәүдә турында сөйләште.",
    "kk-Latn": "Ministr búgin elshini qabyldap, eki eldiń saýdasy týraly áńgimelesti.",
    "kaa": "Ministr elshini qabıl etti hám eki mámleket arasındaǵı sawda haqqında sóylesti.",
    "de": "Der Minister empfing den Botschafter und sprach mit ihm über den Handel der beiden Länder.",
    "fr": "Le ministre a reçu l'ambassadeur et a parlé avec lui du commerce entre les deux pays.",
    "es": "El ministro recibió al embajador y habló con él sobre el comercio entre los dos países.",
    "ar": "استقبل الوزير السفير وبحث معه التجارة بين البلدين",
    "ur": "وزیر نے سفیر سے ملاقات کی اور تجارت پر بات کی",
    "zh": "部长会见了大使，讨论了两国贸易。",
    "ka": "მინისტრმა ელჩი მიიღო და ორი ქვეყნის ვაჭრობა განიხილა",
}


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag, texts in OURS.items() for text in texts])
def test_ours(tag, text):
    assert language.tell(text) == tag


@pytest.mark.parametrize("tag", OTHERS)
def test_others(tag):
    assert language.tell(OTHERS[tag]) == "other"


@pytest.mark.parametrize("text", ["", "  \n", "12 34 — 56", "https://"])
def test_no_words_at_all(text):
    assert language.tell(text) == "other"


def test_the_body_decides_not_the_title():
    body = (
        "Министр принял посла и обсудил с ним подготовку визита. Стороны договорились о рейсах между столицами.\n" * 3
    )
    assert language.tell("Министр Оман елшісін қабылдап, әуе қатынасын талқылады: үлкен келісім\n" + body) == "ru"
    assert language.tell("Meeting of the minister with the envoy\n" + body) == "ru"


def test_a_quotation_in_another_language_does_not_decide():
    body = "Бүгін министр елшіні қабылдап, екі елдің сауда байланысын талқылады және келісімге қол қойылды. " * 3
    assert language.tell(body + "\n«Мы готовы к сотрудничеству и ждём вас», — сказал он по-русски на встрече.") == "kk"


def test_what_is_masked_does_not_count():
    report = "Вазир элчини қабул қилди."
    furniture = "Читайте также: министр принял посла и обсудил с ним подготовку визита в столицу. " * 3
    assert language.tell(report + furniture, [(len(report), len(report + furniture))]) == "uz-Cyrl"


def test_letters_and_words_are_enough_for_whole_reports(monkeypatch):
    def never(_text):
        raise AssertionError("the model was asked")

    monkeypatch.setattr(language, "by_model", never)
    for texts in OURS.values():
        language.tell(" ".join(texts * 4))


@pytest.mark.parametrize(
    ("given", "expected"),
    [("ru-RU", "ru"), ("EN", "en"), ("kk_KZ", "kk"), ("uz-Cyrl-UZ", "uz-Cyrl"), ("uz_latn", "uz-Latn"), ("uz", None),
     ("ky", "other"), ("kk-Latn", "other"), ("tgk", "other"), ("русский", None)],
)  # fmt: skip
def test_tags_as_pages_give_them(given, expected):
    assert language.normalised(given) == expected


def test_a_full_temporary_folder_is_named(monkeypatch):
    from py3langid.langid import LanguageIdentifier

    def fails(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(LanguageIdentifier, "from_model_file", fails)
    language._identifier.cache_clear()
    with pytest.raises(OSError, match="No space left") as raised:
        language._identifier()
    assert raised.value.filename == tempfile.gettempdir()
