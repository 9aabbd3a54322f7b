import pytest

DATED = [
    ("Elchi 2025-yil 5-martda ishonch yorlig‘ini topshirdi.", ("2025-yil 5-martda", "2025-03-05", "absolute")),
    ("Vazirlar 5-mart kuni Rigada uchrashdi.", ("5-mart kuni", "2025-03-05", "absolute")),
    ("Qaror 2026-yil 14-yanvarda kuchga kiradi.", ("2026-yil 14-yanvarda", "2026-01-14", "absolute")),
    ("5–6-iyun kunlari kengash yig‘ildi.", ("5–6-iyun kunlari", "2025-06-05/2025-06-06", "absolute")),
    ("Yarmarka 12-14-may kunlari o‘tdi.", ("12-14-may kunlari", "2025-05-12/2025-05-14", "absolute")),
    (
        "Majlis 31-yanvar – 1-fevral kunlari davom etdi.",
        ("31-yanvar – 1-fevral kunlari", "2025-01-31/2025-02-01", "absolute"),
    ),
    (
        "Mehmonlar 30-dekabrdan 2-yanvargacha dam oldi.",
        ("30-dekabrdan 2-yanvargacha", "2024-12-30/2025-01-02", "absolute"),
    ),
    ("Qaror shu yil 12-mayda qabul qilingan.", ("shu yil 12-mayda", "2025-05-12", "absolute")),
    ("Joriy yilning 5-martida elchixona ochildi.", ("Joriy yilning 5-martida", "2025-03-05", "absolute")),
    ("U o'tgan yil 4-dekabrda kelgan edi.", ("o'tgan yil 4-dekabrda", "2024-12-04", "absolute")),
    ("2022-yil sentabrida nizom tasdiqlandi.", ("2022-yil sentabrida", "2022-09", "absolute")),
    ("Kotib 2024-yil iyul oyida bo‘lgan.", ("2024-yil iyul oyida", "2024-07", "absolute")),
    ("Kelasi yil aprelda forum bo‘ladi.", ("Kelasi yil aprelda", "2026-04", "absolute")),
    ("Sentabrda spiker qaytdi.", ("Sentabrda", "2025-09", "absolute")),
    ("Ko‘rgazma noyabr oyida ochildi.", ("noyabr oyida", "2025-11", "absolute")),
    ("Delegatsiya mart oxirida boradi.", ("mart oxirida", "2025-03", "absolute")),
    ("Ochilish aprelning ikkinchi yarmiga belgilangan.", ("aprelning ikkinchi yarmiga", "2025-04", "absolute")),
    ("18-oktabr 2025-yil, Toshkent", ("18-oktabr 2025-yil", "2025-10-18", "absolute")),
    ("2 sentabr 2025, 17:04", ("2 sentabr 2025", "2025-09-02", "absolute")),
    ("Chop etilgan: 24.09.2025", ("24.09.2025", "2025-09-24", "absolute")),
    ("Sammit kelgusi yil kuzida bo‘ladi.", ("kelgusi yil kuzida", "2026", "absolute")),
    ("Uchrashuv 2024-yil yozida o‘tgan.", ("2024-yil yozida", "2024", "absolute")),
    ("Keyingi majlis 2027-yilda Parijda bo‘ladi.", ("2027-yilda", "2027", "absolute")),
    ("Prezident seshanba kuni spikerni qabul qildi.", ("seshanba kuni", "2025-11-18", "relative")),
    ("Payshanbada hay'at Ugandaga yetib bordi.", ("Payshanbada", "2025-11-20", "relative")),
    ("Yakshanba oqshomi konsert bo‘ldi.", ("Yakshanba oqshomi", "2025-11-16", "relative")),
    ("Kecha port ochildi.", ("Kecha", "2025-11-19", "relative")),
    ("Kecha, 19-noyabr kuni, senat yig‘ildi.", ("Kecha, 19-noyabr kuni", "2025-11-19", "absolute")),
    ("Bugun shartnoma imzolanadi.", ("Bugun", "2025-11-20", "relative")),
    ("Ertaga u Rigaga uchadi.", ("Ertaga", "2025-11-21", "relative")),
    ("Oʻtgan hafta kansler qo‘ng‘iroq qildi.", ("Oʻtgan hafta", "2025-11", "relative")),
    ("O`tgan oyda reys ochildi.", ("O`tgan oyda", "2025-10", "relative")),
    ("Savdo o‘tgan yili oshdi.", ("o‘tgan yili", "2024", "relative")),
    ("Bundan uch yil avval chegara yopiq edi.", ("Bundan uch yil avval", "2022", "relative")),
    ("Shu kuni mehmon muftiy bilan ko‘rishdi.", ("Shu kuni", "+0 day", "same")),
    ("O‘sha kunning o‘zida u qaytdi.", ("O‘sha kunning o‘zida", "+0 day", "same")),
    ("Ertasi kuni u Rigaga jo‘nadi.", ("Ertasi kuni", "+1 day", "same")),
    ("Bir kun avval spikerlar gaplashgan.", ("Bir kun avval", "-1 day", "same")),
    ("O‘sha yilning noyabrida u chaqirib olindi.", ("O‘sha yilning noyabrida", "+0 year-11", "same")),
    ("Bitim yil oxirigacha imzolanadi.", ("yil oxirigacha", "2025", "deadline")),
    ("Ko‘rgazma 26-noyabrga qadar davom etadi.", ("26-noyabrga qadar", "2025-11-26", "deadline")),
    ("Yo‘l 2030-yilgacha quriladi.", ("2030-yilgacha", "2030", "deadline")),
    ("U bu lavozimda 2003-yildan beri ishlaydi.", ("2003-yildan beri", "2003", "since")),
    ("Vizalar 1-oktabrdan onlayn beriladi.", ("1-oktabrdan", "2025-10-01", "since")),
    (
        "2025-2027-yillarga mo‘ljallangan reja qabul qilindi.",
        ("2025-2027-yillarga mo‘ljallangan", "2025/2027", "period"),
    ),
    ("Bunga 2010-yilgi qonun asos bo‘ldi.", ("2010-yilgi", "2010", "anniversary")),
    ("1953-yilda tug‘ilgan olim so‘z oldi.", ("1953-yilda", "1953", "anniversary")),
    (
        "Hay'atning o‘tgan yilgi majlisi ham 4-oktabrda bo‘lgan.",
        ("o‘tgan yilgi", "2024", "relative"),
        ("4-oktabrda", "2024-10-04", "absolute"),
    ),
]

UNDATED = [
    "48-sessiyada 24 deputat so‘zga chiqdi.",
    "Terma jamoa 3:2 hisobida yutdi, 12 500 muxlis keldi.",
    "Elchixona 8-mart ko‘chasiga ko‘chdi.",
    "Xabar 144 marta o‘qildi.",
    "Shoir ijodiy kecha o‘tkazdi.",
    "Juma namoziga ko‘p odam yig‘ildi.",
    "Yordam 1,5 mln dollar va 30 tonna yuk bo‘ldi.",
    "Qabul 14:30 da 5-zalda boshlanadi.",
    "U 31 yoshda, besh yil ishlagan.",
    "COP29 va C5+1 formati 7 maqsadni qamraydi.",
    "Aloqa: +7 (717) 272-05-25.",
    "«1991» filmi namoyish etildi.",
    "So‘nggi yillarda aloqalar kuchaydi.",
    "Maydon kengaytirildi, dushmanlik tugadi.",
]


@pytest.mark.parametrize(("sentence", "expected"), [(first, list(rest)) for first, *rest in DATED])
def test_dates_of_a_sentence(read, sentence, expected):
    assert read(sentence, "uz-Latn") == expected


@pytest.mark.parametrize("sentence", UNDATED)
def test_no_date(read, sentence):
    assert read(sentence, "uz-Latn") == []
