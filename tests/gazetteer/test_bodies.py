"""Bodies and forums in running text."""

import pytest


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("ru", "на заседании Организации исламского сотрудничества", "oic"),
        ("ru", "48-я сессия Совета министров иностранных дел ОИС", "oic-cfm"),
        ("ru", "выступил на Генеральной Ассамблее ООН", "unga"),
        ("ru", "секретариат Съезда лидеров мировых и традиционных религий", "clwtr-secretariat"),
        ("en", "the 25th SCO summit", "sco"),
        ("en", "leaders of the G20", "g20"),
        ("ru", "встреча с шейхом аль-Азхара", "al-azhar"),
        ("en", "at COP30 in November", "unfccc-cop"),
        ("kk", "Түркі мемлекеттері ұйымының Бас хатшысы", "ots"),
        ("kk", "БҰҰ-ның өкілі", "un"),
        ("kk", "Әлемдік және дәстүрлі діндер лидерлерінің VIII съезі", "clwtr"),
        ("uz-Latn", "Islom hamkorlik tashkiloti Bosh kotibi", "oic"),
        ("uz-Latn", "YEXHTning elchisi", "osce"),
        ("uz-Cyrl", "Шанхай ҳамкорлик ташкилотининг саммити", "sco"),
        ("uz-Cyrl", "ЕХҲТ ва бошқалар", "osce"),
        ("uz-Cyrl", "UNESCO вакили", "unesco"),
    ],
)
def test_a_body_in_its_inflected_form(named, language, text, body):
    assert named(text, language)["body"] == {body}


def test_lower_case_words_are_no_body(named):
    assert named("совет безопасности и съезд, ли га и мот", "ru")["body"] == set()
    assert named("Усама аль-Азхари", "ru")["body"] == set()
    assert named("who is the un in it", "en")["body"] == set()
