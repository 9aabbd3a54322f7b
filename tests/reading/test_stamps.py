"""Stamps above and in front of a report, in five languages, and dates there that are an event's and no stamp."""

import pytest

TITLES = {
    "en": "Envoy talks bridges with the minister",
    "ru": "Посол обсудил с министром мосты",
    "kk": "Елші министрмен көпір туралы сөйлесті",
    "uz-Cyrl": "Элчи вазир билан кўприк ҳақида гаплашди",
    "uz-Latn": "Elchi vazir bilan ko‘prik haqida gaplashdi",
}
BODIES = {
    "en": "The minister received the envoy on Monday and they spoke of two bridges, the ministry told our paper.",
    "ru": "Министр принял посла в понедельник, и речь шла о двух мостах, рассказали нашей газете в ведомстве.",
    "kk": "Министр дүйсенбі күні елшіні қабылдап, екі көпір туралы әңгімелесті, деп хабарлады ведомство бізге.",
    "uz-Cyrl": "Вазир душанба куни элчини қабул қилди, суҳбатда икки кўприк ҳақида гап борди, дейилади хабарда.",
    "uz-Latn": "Vazir dushanba kuni elchini qabul qildi, suhbatda ikki ko‘prik haqida gap bordi, deyiladi xabarda.",
}

LINES = [
    ("en", "Tidewater, Friday 14 March 2025 — Harbour Gazette", "2025-03-14"),
    ("en", "Harbour Gazette :: March 14 2025 :: World & Trade", "2025-03-14"),
    ("en", "TIDEWATER, Northshire — 14.03.2025 — North Desk", "2025-03-14"),
    ("en", "Harbour Gazette, Mar. 14 (2025)", "2025-03-14"),
    ("en", "The Minster – Evening edition. Fri 14 Mar 2025", "2025-03-14"),
    ("en", "Gazette in Brief * Friday, March 14, 2025 * Page 7", "2025-03-14"),
    ("en", "ST ANNE'S, Northshire (Harbour Gazette), Friday, March 14, 2025", "2025-03-14"),
    ("en", "Ministry Press Unit – Tidewater, 14.03.2025", "2025-03-14"),
    ("en", "14-Mar-2025 | Bridges", "2025-03-14"),
    ("en", "14/Mar/2025 · Harbour Gazette · Bridges", "2025-03-14"),
    ("en", "2025 March 14 / Harbour Gazette", "2025-03-14"),
    ("en", "14 March '25, Harbour Gazette", "2025-03-14"),
    ("en", "14 . 03 . 2025", "2025-03-14"),
    ("en", "14·03·2025 — Tidewater", "2025-03-14"),
    ("en", "Tidewater, Friday, the 14th of March, 2025", "2025-03-14"),
    ("ru", "11/III-2025, «Речной вестник»", "2025-03-11"),
    ("ru", "«Речной вестник», 11.III.2025", "2025-03-11"),
    ("ru", "11 III 2025 — Верхнереченск", "2025-03-11"),
    ("ru", "11 марта, 10:05 (2025)", "2025-03-11"),
    ("ru", "11 мар 2025 г., вт. // Мосты, дороги", "2025-03-11"),
    ("ru", "11.03.25 г. «Речной вестник», г. Верхнереченск", "2025-03-11"),
    ("ru", "11 марта 2025. Правый берег.", "2025-03-11"),
    ("ru", "ВЕРХНЕРЕЧЕНСК, 11 марта 2025 г. Корр. «Речного вестника»", "2025-03-11"),
    ("ru", "Верхнереченск. 11 марта 2025 года. Отдел новостей", "2025-03-11"),
    ("ru", "Вторник, 11 марта 2025 г. | № 27 (1045)", "2025-03-11"),
    ("ru", "Речной вестник, вт, 11 марта 2025", "2025-03-11"),
    ("kk", "11 наурыз, сейсенбі, 2025 жыл / Аймақ жаңалықтары", "2025-03-11"),
    ("kk", "11 наурыз, 2025. Көлік. Редакция: kolik@example.org", "2025-03-11"),
    ("kk", "«Өзен толқыны» газеті, 2025 жылғы 11 наурыз", "2025-03-11"),
    ("kk", "Өзенқала, 11.03.2025 ж. «Өзен толқыны»", "2025-03-11"),
    ("kk", "2025 жылғы 11 наурыз — Өзенқала", "2025-03-11"),
    ("kk", "Өзенқала / 11.03.2025 / Көпір", "2025-03-11"),
    ("kk", "ӨЗЕНҚАЛА, 11 наурыз, 2025 ж.", "2025-03-11"),
    ("uz-Cyrl", "11.03.2025, сешанба. Дарёобод. “Дарё овози” мухбири хабари", "2025-03-11"),
    ("uz-Cyrl", "Дарёобод, 11.03.2025. Нуқта: расмий хроника", "2025-03-11"),
    ("uz-Cyrl", "ДАРЁОБОД. 11.03.2025. “Дарё овози” таҳририяти", "2025-03-11"),
    ("uz-Cyrl", "Салим Дарёев махсус «Соҳил» учун, 11.03.2025", "2025-03-11"),
    ("uz-Cyrl", "«Дарё овози» ахборот-таҳлил саҳифаси, 2025 йил 11 март", "2025-03-11"),
    ("uz-Cyrl", "Дарёобод, 11 март, 2025 йил. Мухбиримиз хабар қилади", "2025-03-11"),
    ("uz-Cyrl", "Жаҳон | 17:25 / 11.03.2025 | 1893", "2025-03-11"),
    ("uz-Latn", "Daryoobod, 11.03.2025. «Daryo ovozi»", "2025-03-11"),
    ("uz-Latn", "2025-yil 11-mart, seshanba. Daryoobod", "2025-03-11"),
    ("uz-Latn", "11-mart, 2025-yil / «Daryo ovozi» / Ko‘priklar", "2025-03-11"),
    ("uz-Latn", "11-mart-2025, Daryoobod", "2025-03-11"),
    ("uz-Latn", "«Daryo ovozi» gazetasi, 2025-yil 11-mart", "2025-03-11"),
    ("en", "Date: 14 March 2025", "2025-03-14"),
    ("ru", "Дата: 11 марта 2025 г.", "2025-03-11"),
    ("kk", "Күні: 11 наурыз 2025 ж.", "2025-03-11"),
    ("uz-Cyrl", "Сана: 11 март 2025 йил", "2025-03-11"),
    ("uz-Latn", "Sana: 11-mart, 2025-yil", "2025-03-11"),
    ("uz-Latn", "Daryoobod — 11-mart, seshanba, 2025-yil — Xorij", "2025-03-11"),
]

OPENINGS = [
    ("en", "TIDEWATER/NORTHPORT, March 14, 2025 (Harbour Gazette) -- ", "2025-03-14"),
    ("en", "Tidewater, 14 March 2025, Harbour Gazette. ", "2025-03-14"),
    ("en", "Tidewater (Northshire), March 14, 2025: ", "2025-03-14"),
    ("en", "TIDEWATER 14 March 2025 – ", "2025-03-14"),
    ("ru", "ВЕРХНЕРЕЧЕНСК/11.03.25/РекаИнформ. ", "2025-03-11"),
    ("ru", "Верхнереченск / Заозёрск, 11 марта 2025 г. ", "2025-03-11"),
    ("ru", "Верхнереченск, 11.03.25. /РекаИнформ/. ", "2025-03-11"),
    ("ru", "ВЕРХНЕРЕЧЕНСК, 11 марта 2025 года — ", "2025-03-11"),
    ("kk", "Өзенқала, 2025 жылғы 11 наурыз, «Өзен толқыны». ", "2025-03-11"),
    ("kk", "ӨЗЕНҚАЛА – ҚАМЫСКЕНТ, 11.03.2025. ", "2025-03-11"),
    ("kk", "ӨЗЕНҚАЛА. 11 наурыз 2025 ж. – ", "2025-03-11"),
    ("uz-Cyrl", "ДАРЁОБОД – ҚАМИШКЕНТ, 11.03.2025. ", "2025-03-11"),
    ("uz-Cyrl", "Дарёобод, 2025 йил 11 март, «Дарё овози». ", "2025-03-11"),
    ("uz-Cyrl", "ДАРЁОБОД, 11 март 2025 й. /«Дарё овози»/. ", "2025-03-11"),
    ("uz-Latn", "DARYOOBOD, 11-mart, 2025-yil. ", "2025-03-11"),
    ("uz-Latn", "Daryoobod, 2025-yil 11-mart, «Daryo ovozi». ", "2025-03-11"),
    ("en", "SAN MARCO DE LA COSTA / Rio de Prata, March 14, 2025 (Harbour Gazette) – ", "2025-03-14"),
    ("uz-Latn", "DARYOOBOD / QAMISHKENT, 11.03.2025 — ", "2025-03-11"),
]

NOT_LINES = [
    ("en", "The envoys signed it, 14 March 2025, without a word."),
    ("en", "Where: Tidewater. When: 14 March 2025"),
    ("en", "Tidewater, 14–16 March 2025"),
    ("en", "Tidewater, March 14-16, 2025"),
    ("en", "Tidewater, 28 February – 2 March 2025"),
    ("en", "Ministers met in Tidewater on 14 March 2025."),
    ("en", "It was 14 March 2025, and the river rose."),
    ("en", "On Friday, March 14, 2025, the bridge fell."),
    ("ru", "Министр и посол на мосту, 11 марта 2025 года"),
    ("ru", "Верхнереченск, 11–13 марта 2025 г."),
    ("ru", "Верхнереченск, 28 февраля — 2 марта 2025 года"),
    ("ru", "Мост открылся 11 марта 2025 года."),
    ("ru", "Срок подачи: 11 марта 2025 г."),
    ("ru", "Тел. 2-21-10-12, отдел мостов"),
    ("ru", "Встреча прошла в пятницу, 11 марта 2022 г., в Заозёрске."),
    ("kk", "Көпір 2025 жылғы 11 наурызда ашылды."),
    ("kk", "Өзенқала, 11–13 наурыз 2025 ж."),
    ("kk", "Келісімге 2025 жылғы 11 наурыз күні қол қойылған."),
    ("kk", "Өтетін күні: 11 наурыз 2025 жыл"),
    ("uz-Cyrl", "Кўприк 2025 йил 11 мартда очилган."),
    ("uz-Cyrl", "Дарёобод, 2025 йил 11–13 март"),
    ("uz-Cyrl", "Битим 2025 йил 11 март куни имзоланган."),
    ("uz-Latn", "Ko‘prik 2025-yil 11-martda ochilgan."),
    ("uz-Latn", "Daryoobod, 11–13-mart, 2025-yil"),
    ("uz-Latn", "Bitim 2025-yil 11-mart kuni imzolangan."),
]

NOT_OPENINGS = [
    ("ru", "11 марта 2025 года Пётр Мостовой — инженер — "),
    ("en", "On Friday, March 14, 2025, "),
    ("en", "On 14 March 2025 – the day of the flood – "),
    ("en", "14 March 2025 – a day to remember – "),
    ("en", "In Tidewater 14 March 2025 was a holiday. "),
    ("en", "Agreed in Tidewater, 14 March 2025. "),
    ("ru", "В Верхнереченске 11 марта 2025 г. "),
    ("ru", "Верхнереченск, 11 марта 2025 г. встретивший гостей, "),
    ("ru", "11 марта 2025 года состоялось открытие. "),
    ("ru", "Договор подписан в Заозёрске, 11 марта 2025 г. "),
    ("kk", "Өзенқалада 2025 жылғы 11 наурызда "),
    ("kk", "2025 жылғы 11 наурыз күні "),
    ("uz-Cyrl", "Дарёободда 2025 йил 11 март куни "),
    ("uz-Cyrl", "2025 йил 11 мартда имзоланган битим. "),
    ("uz-Latn", "Daryoobodda 2025-yil 11-mart kuni "),
    ("uz-Latn", "2025-yil 11-martda imzolangan bitim. "),
]


@pytest.mark.parametrize(("tag", "line", "day"), LINES)
def test_a_line_of_place_date_and_outlet_is_the_pages_date(read, left, tag, line, day):
    text = f"{TITLES[tag]}\n\n{line}\n\n{BODIES[tag]}\n{BODIES[tag][:60]}"
    assert read(text).published == day
    assert line not in left(text)
    assert BODIES[tag] in left(text)


@pytest.mark.parametrize(("tag", "opening", "day"), OPENINGS)
def test_an_agencys_opening_words_date_the_page(read, left, tag, opening, day):
    text = f"{TITLES[tag]}\n\n{opening}{BODIES[tag]}\n{BODIES[tag][:60]}"
    assert read(text).published == day
    assert any(BODIES[tag] in line for line in left(text))


@pytest.mark.parametrize(("tag", "opening", "day"), OPENINGS)
def test_an_agency_may_open_below_a_lead(read, tag, opening, day):
    lead = {"ru": "Мосты достроят к осени, обещали обе стороны.", "en": "Both bridges will stand by autumn, they say."}
    text = f"{TITLES[tag]}\n{lead.get(tag, BODIES[tag][:70] + '.')}\n{opening}{BODIES[tag]}"
    assert read(text).published == day


@pytest.mark.parametrize(("tag", "line"), NOT_LINES)
def test_a_line_that_tells_of_a_day_is_no_date_line(read, tag, line):
    assert read(f"{TITLES[tag]}\n\n{line}\n\n{BODIES[tag]}\n{BODIES[tag][:60]}").published is None


@pytest.mark.parametrize(("tag", "opening"), NOT_OPENINGS)
def test_a_sentence_that_opens_with_a_day_dates_no_page(read, tag, opening):
    assert read(f"{TITLES[tag]}\n\n{opening}{BODIES[tag]}\n{BODIES[tag][:60]}").published is None


@pytest.mark.parametrize(
    "line",
    [
        "19 июля «Мостовики» сыграют в Заозёрске на поле завода.",
        "19 июля, Заозёрск. Концерт отменён.",
        "19 июля ''Мостовики'' споют в Заозёрске.",
        "July 19, Tidewater. The bridge was shut.",
        "19 шілде, Өзенқала. Концерт болмайды.",
    ],
)
def test_an_item_of_a_chronicle_is_kept(left, line):
    text = f"{TITLES['ru']}\n{BODIES['ru']}\n{BODIES['ru'][9:]}\n{line}"
    assert line in left(text)


@pytest.mark.parametrize(
    ("tag", "line"),
    [
        ("uz-Cyrl", "Ўқишга тавсия: Шаҳарда янги боғ | Балиқ нархи"),
        ("uz-Cyrl", "Кейинги сонда: Дарёдаги сайр / Эски бозор"),
        ("uz-Latn", "Shu muallifdan: Eski bozor · Daryodagi sayr"),
        ("uz-Latn", "Mashhur xabarlar: Baliq narxi — Shaharda yangi bog‘"),
    ],
)
def test_headings_of_other_stories_are_furniture(left, tag, line):
    assert left(f"{TITLES[tag]}\n{BODIES[tag]}\n{BODIES[tag][9:]}\n{line}")[-1] == BODIES[tag][9:]


@pytest.mark.parametrize("tag", sorted(BODIES))
def test_a_date_in_the_middle_of_the_text_is_an_events(read, tag):
    lines = [TITLES[tag], BODIES[tag], BODIES[tag][9:], "Дарёобод, 11.03.2025. Харита", BODIES[tag].upper()]
    assert read("\n".join(lines)).published is None


@pytest.mark.parametrize(
    ("line", "tail", "day"),
    [
        ("14 октября, вт / Речной вестник", "2025 г. © Речной вестник", "2025-10-14"),
        ("14 октября, 10:05", "© 2025 Речной вестник", "2025-10-14"),
        ("14 октября, 10:05", "Copyright (c) 2009–2025, Речной вестник", "2025-10-14"),
        ("14 октября, 10:05", "2025 г.", "2025-10-14"),
        ("14 октября, 10:05", "2025 год, № 27", "2025-10-14"),
        ("14 октября, сб / Речной вестник", "© 2025 Речной вестник", None),
        ("14 октября, 10:05", "© Речной вестник", None),
        ("14 октября, 10:05", "© 2024 Агентство; © 2025 Речной вестник", None),
        ("14 октября, 10:05", "© 2026 Речной вестник", None),
        ("14 октября, 10:05", "К 2025 году построят оба моста.", None),
    ],
)
def test_a_year_comes_from_the_pages_notice_where_the_weekday_agrees(read, line, tail, day):
    assert read(f"{TITLES['ru']}\n{line}\n{BODIES['ru']}\n{tail}").published == day
