"""What is read from short reports of our own, one construction at a time, in every language."""

import pytest

from elchi.extraction import extract
from elchi.reading import to_report
from elchi.vocabulary import ACTS, DOCUMENTS, KINDS, MODES, OFFICES, STATUSES

MEETINGS = {
    "en": """Foreign ministers meet in Oslo

12 May 2024

On 11 May in Oslo the Foreign Minister of Norway, Espen Barth, held talks with the Foreign Minister of Brazil, \
Mauro Vieira. The ministers signed a memorandum on fisheries.""",
    "ru": """Министры встретились в Осло

12 мая 2024 года

11 мая в Осло министр иностранных дел Норвегии Эспен Барт провёл переговоры с министром иностранных дел \
Бразилии Мауро Виейрой. Стороны подписали меморандум о рыболовстве.""",
    "kk": """Ослода министрлер кездесті

12 мамыр 2024

11 мамырда Ослода Норвегияның Сыртқы істер министрі Эспен Барт Бразилияның Сыртқы істер министрі Мауро \
Виейрамен кездесті. Тараптар балық шаруашылығы туралы меморандумға қол қойды.""",
    "uz-Latn": """Osloda vazirlar uchrashdi

12 may 2024

11-may kuni Osloda Norvegiya tashqi ishlar vaziri Espen Bart Braziliya tashqi ishlar vaziri Mauro Viyeyra \
bilan uchrashdi. Tomonlar baliqchilik to‘g‘risida memorandum imzoladi.""",
    "uz-Cyrl": """Ослода вазирлар учрашди

12 май 2024

11 май куни Ослода Норвегия ташқи ишлар вазири Эспен Барт Бразилия ташқи ишлар вазири Мауро Виейра \
билан учрашди. Томонлар балиқчилик тўғрисида меморандум имзолади.""",
}


@pytest.mark.parametrize("language", MEETINGS)
def test_a_meeting_with_its_people_date_and_place(language):
    records = extract(to_report(MEETINGS[language]))
    assert records.report.language == language
    offices = {(p.office, p.of) for p in records.people}
    assert {("foreign_minister", "NO"), ("foreign_minister", "BR")} <= offices
    meeting = next(e for e in records.engagements if e.kind == "meeting")
    assert (meeting.status, meeting.start, meeting.city, meeting.country) == ("held", "2024-05-11", "Oslo", "NO")
    assert {p.party for p in meeting.participants} == {"NO", "BR"}
    signing = next(e for e in records.engagements if e.kind == "agreement")
    assert signing.documents == ("memorandum",)


PLANS = {
    "en": ("The Prime Minister of Vietnam, Pham Minh, will visit Lisbon on 3 June 2030.", "planned"),
    "ru": (
        "Визит премьер-министра Вьетнама Фам Миня в Лиссабон, назначенный на 3 июня 2020 года, отменён.",
        "cancelled",
    ),
    "kk": ("Вьетнам Премьер-министрі Фам Минь 2030 жылғы 3 маусымда Лиссабонға ресми сапармен барады.", "planned"),
    "uz-Latn": (
        "Vyetnam Bosh vaziri Fam Minning 2020-yil 3-iyunga mo‘ljallangan Lissabonga tashrifi qoldirildi.",
        "cancelled",
    ),
    "uz-Cyrl": ("Вьетнам Бош вазири Фам Минь 2030 йил 3 июнь куни Лиссабонга расмий ташриф билан боради.", "planned"),
}


@pytest.mark.parametrize("language", PLANS)
def test_planned_and_cancelled_are_told_from_held(language):
    text, status = PLANS[language]
    visits = [e for e in extract(to_report(text, language=language)).engagements if e.kind == "visit"]
    assert [v.status for v in visits] == [status]


OTHERS = {
    "en": "The striker scored twice as the two teams met on Saturday. The bridge opened to traffic after the match.",
    "ru": "Команды встретились в субботу, счёт открыл нападающий гостей. Дождь принял на себя весь удар матча.",
    "kk": "Екі команда сенбі күні кездесті, есепті шабуылшы ашты. Ертең жаңбыр жауады, ауа райы салқын болады.",
    "uz-Latn": "Ikki jamoa shanba kuni uchrashdi, hisobni hujumchi ochdi. Ertaga yomg‘ir yog‘adi, havo salqin bo‘ladi.",
    "uz-Cyrl": "Икки жамоа шанба куни учрашди, ҳисобни ҳужумчи очди. Эртага ёмғир ёғади, ҳаво салқин бўлади.",
}


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_not_diplomacy_gives_nothing(language):
    assert extract(to_report(OTHERS[language], language=language)).engagements == ()


def test_two_names_of_one_person_are_one():
    text = 'President Anna Keller received the guest. Keller thanked him. "We value this friendship," A. Keller said.'
    people = [p for p in extract(to_report(text, language="en")).people if "Keller" in p.name]
    assert [p.mentions for p in people] == [("Anna Keller", "Keller", "A. Keller")]


def test_another_language_is_left_unread():
    records = extract(to_report("Der Minister traf am Montag seinen Amtskollegen in Berlin zu einem Gespräch."))
    assert (records.report.language, records.people, records.engagements, records.statements) == ("other", (), (), ())


def check(records):
    """Everything read keeps the promises of the record types."""
    text = records.report.text
    ids = {p.id for p in records.people}
    for entry in (*records.people, *records.engagements, *records.statements):
        assert entry.evidence
        assert all(0 <= e.start < e.end <= len(text) for e in entry.evidence)
    for person in records.people:
        assert all(m in text for m in person.mentions)
        assert person.office is None or person.office in OFFICES
        assert person.title is None or person.title in text
    for e in records.engagements:
        assert e.kind in KINDS
        assert e.status in STATUSES
        assert e.mode is None or e.mode in MODES
        assert set(e.documents) <= set(DOCUMENTS)
        assert e.anchor in text
        assert all(p.person in ids if p.person else p.party for p in e.participants)
    for s in records.statements:
        assert s.act in ACTS
        assert s.anchor in text
