"""Who said what, one construction at a time, in every language."""

import pytest

from elchi.extraction import extract
from elchi.reading import to_report

DESCRIBED = {
    "en": "Finland's Foreign Minister Ilmari Kanto met Kenya's Foreign Minister Otieno Barasa in Nairobi on 4 March 2031. "
    "The Finnish minister said that his country would open a school for nurses.",
    "ru": "4 марта 2031 года в Найроби министр иностранных дел Финляндии Илмари Канто встретился с министром "
    "иностранных дел Кении Отиено Барасой. Финский министр заявил, что его страна откроет школу медсестёр.",
    "kk": "2031 жылғы 4 наурызда Найробиде Финляндияның Сыртқы істер министрі Илмари Канто Кенияның Сыртқы істер "
    "министрі Отиено Барасамен кездесті. Финляндия министрі елінің мейірбикелер мектебін ашатынын айтты.",
    "uz-Latn": "2031-yil 4-mart kuni Nayrobida Finlyandiya tashqi ishlar vaziri Ilmari Kanto Keniya tashqi ishlar vaziri "
    "Otiyeno Barasa bilan uchrashdi. Finlyandiya vaziri mamlakati hamshiralar maktabini ochishini aytdi.",
    "uz-Cyrl": "2031 йил 4 март куни Найробида Финляндия ташқи ишлар вазири Илмари Канто Кения ташқи ишлар вазири "
    "Отиено Бараса билан учрашди. Финляндия вазири мамлакати ҳамширалар мактабини очишини айтди.",
}

QUOTED = {
    "en": "Finland's Foreign Minister Ilmari Kanto met Kenya's Foreign Minister Otieno Barasa in Nairobi on 4 March 2031. "
    '"We have waited twenty years for this road," Barasa said. "The next one will not take so long."',
    "ru": "4 марта 2031 года в Найроби министр иностранных дел Финляндии Илмари Канто встретился с министром "
    "иностранных дел Кении Отиено Барасой. «Мы ждали эту дорогу двадцать лет, — сказал Бараса. — Следующая так долго "
    "ждать себя не заставит».",
    "kk": "2031 жылғы 4 наурызда Найробиде Финляндияның Сыртқы істер министрі Илмари Канто Кенияның Сыртқы істер "
    "министрі Отиено Барасамен кездесті. «Біз бұл жолды жиырма жыл күттік. Келесісі мұнша ұзамайды», – деді Бараса.",
    "uz-Latn": "2031-yil 4-mart kuni Nayrobida Finlyandiya tashqi ishlar vaziri Ilmari Kanto Keniya tashqi ishlar vaziri "
    "Otiyeno Barasa bilan uchrashdi. «Biz bu yo‘lni yigirma yil kutdik. Keyingisi bunchalik cho‘zilmaydi», — dedi Barasa.",
    "uz-Cyrl": "2031 йил 4 март куни Найробида Финляндия ташқи ишлар вазири Илмари Канто Кения ташқи ишлар вазири "
    "Отиено Бараса билан учрашди. «Биз бу йўлни йигирма йил кутдик. Кейингиси бунчалик чўзилмайди», — деди Бараса.",
}

PROPOSED = {
    "en": "President of Iceland Sigrun Hallsdottir proposed to hold a forum of island states in Reykjavik.",
    "ru": "Президент Исландии Сигрун Хатльсдоттир предложила провести в Рейкьявике форум островных государств.",
    "kk": "Исландия Президенті Сигрун Хатльсдоттир Рейкьявикте арал мемлекеттерінің форумын өткізуді ұсынды.",
    "uz-Latn": "Islandiya Prezidenti Sigrun Xallsdottir Reykyavikda orol davlatlari forumini o‘tkazishni taklif qildi.",
    "uz-Cyrl": "Исландия Президенти Сигрун Халлсдоттир Рейкявикда орол давлатлари форумини ўтказишни таклиф қилди.",
}

NOBODY = {
    "en": "The river rose by two metres overnight. Fishermen pulled their boats ashore.",
    "ru": "За ночь вода в реке поднялась на два метра. Рыбаки вытащили лодки на берег.",
    "kk": "Түнде өзен суы екі метрге көтерілді. Балықшылар қайықтарын жағаға шығарды.",
    "uz-Latn": "Tunda daryo suvi ikki metrga ko‘tarildi. Baliqchilar qayiqlarini qirg‘oqqa chiqarishdi.",
    "uz-Cyrl": "Тунда дарё суви икки метрга кўтарилди. Балиқчилар қайиқларини қирғоққа чиқаришди.",
}


def said(text, language):
    """Surname of the speaker, act and words of every statement."""
    records = extract(to_report(text, language=language))
    names = {p.id: max(p.mentions, key=len) for p in records.people}
    return [(names.get(s.speaker, s.speaker), s.act, text[s.evidence[0].start : s.evidence[0].end]) for s in records.statements]


@pytest.mark.parametrize("language", DESCRIBED)
def test_a_title_with_its_country_means_that_countrys_minister(language):
    (speaker, act, _), *others = said(DESCRIBED[language], language)
    assert not others
    assert speaker.split()[0] == {"en": "Ilmari", "uz-Latn": "Ilmari"}.get(language, "Илмари")
    assert act == "commit"


@pytest.mark.parametrize("language", QUOTED)
def test_a_quotation_that_the_narrator_breaks_is_one_statement_of_the_one_named(language):
    text = QUOTED[language]
    (speaker, _, words), *others = said(text, language)
    assert not others
    assert speaker.split()[-1].startswith({"en": "Barasa", "uz-Latn": "Barasa"}.get(language, "Барас"))
    assert words.endswith(text[-12:]) or language in ("kk", "uz-Latn", "uz-Cyrl")


@pytest.mark.parametrize("language", PROPOSED)
def test_the_one_before_or_after_the_verb_proposes(language):
    ((speaker, act, _),) = said(PROPOSED[language], language)
    assert speaker.split()[0] in ("Sigrun", "Сигрун")
    assert act == "propose"


@pytest.mark.parametrize("language", NOBODY)
def test_nobody_speaks_where_nothing_is_said(language):
    assert said(NOBODY[language], language) == []
