"""Pages as crawlers hand them over, one and more a language: (tag, day, text); "|" marks the lines to be kept."""

RUSSIAN = """\
Главная / Новости / Дипломатия
|Министр принял посла Омана
Опубликовано: 14 марта 2025, 10:25
Просмотров: 2 418
Фото: пресс-служба министерства
|Министр транспорта Руслан Айдаров принял в четверг посла Омана Хамада аль-Балуши. Речь шла о рейсах в Маскат.
Читайте также: Сколько стоит билет до Дубая
|Посол передал письмо своего коллеги и пригласил министра в Маскат.
|— Ждём вас после Рамадана, — сказал он.
Автор: Ольга Ветлугина
Теги: Оман, авиация, посол
Поделиться: Telegram  WhatsApp
Самое читаемое
Даулет Сериков стал чемпионом
Где отключат воду 15 марта?
Нашли ошибку? Выделите её и нажмите Ctrl+Enter
При использовании материалов ссылка обязательна.
"""

ENGLISH = """\
Home > News > Politics
|Oman's envoy calls on transport minister
By Laura Finch
March 14, 2025 | 10:25 | 2 min read
Photo credit: Ministry of Transport
|ASTANA, March 14 (Harbour News) - Transport Minister Ruslan Aidarov received Omani Ambassador Hamad Al Balushi on \
Thursday to discuss flights to Muscat.
READ ALSO: What a ticket to Dubai costs
|The ambassador handed over a letter and invited the minister to Muscat.
|"We shall expect you after Ramadan," he said.
Tags: Oman, aviation
Share: X | Facebook | Telegram
Most read
Daulet Serikov wins the title
Leave a comment
Subscribe to our newsletter to get the news first.
Copyright © 2025 Harbour News. All rights reserved.
"""

KAZAKH = """\
Басты бет / Жаңалықтар / Саясат
|Министр Оман елшісін қабылдады
2025 жылғы 14 наурыз, 10:25   |   518 рет қаралды
Сурет: министрліктің баспасөз қызметі
|Бейсенбі күні Көлік министрі Руслан Айдаров Оман елшісі Хамад әл-Балушиді қабылдады. Әңгіме Маскатқа ұшатын рейстер \
туралы болды.
Оқи отырыңыз: Дубайға билет қанша тұрады?
|Елші әріптесінің хатын табыстап, министрді Маскатқа шақырды.
|– Рамазаннан кейін күтеміз, – деді ол.
Автор: Айнұр Бекен
Тегтер: Оман, авиация
Бөлісу: Telegram, WhatsApp
Ең көп оқылғандар
Дәулет Серіков чемпион атанды
Телеграм-арнамызға жазылыңыз!
Материалды көшіріп басқанда сілтеме жасау міндетті.
"""

UZBEK_CYRILLIC = """\
Бош саҳифа / Янгиликлар
|Вазир Уммон элчисини қабул қилди
Сиёсат | 10:25 / 14.03.2025
3 108
2 дақиқада ўқилади
Фото: вазирлик матбуот хизмати
|Пайшанба куни транспорт вазири Руслан Айдаров Уммон элчиси Ҳамад ал-Балушийни қабул қилди. Суҳбатда Масқатга \
рейслар ҳақида гап борди.
Яна ўқинг: Дубайга чипта қанча туради?
|Элчи ҳамкасбининг мактубини топширди ва вазирни Масқатга таклиф қилди.
|— Рамазондан кейин кутамиз, — деди у.
Муаллиф: Зуҳра Норова
Теглар: #Уммон #авиация
Мавзуга оид
18:40 / 12.03.2025 Даврон Собиров чемпион бўлди
Telegram'даги каналимизга обуна бўлинг
Хато топдингизми? Ctrl+Enter тугмасини босинг.
"""

UZBEK_LATIN = """\
Bosh sahifa / Yangiliklar
|Vazir Ummon elchisini qabul qildi
14-mart 2025, 10:25   Siyosat   O‘qildi: 1 904
Foto: vazirlik matbuot xizmati
|Payshanba kuni transport vaziri Ruslan Aydarov Ummon elchisi Hamad al-Balushiyni qabul qildi. Suhbatda Masqatga \
reyslar haqida gap bordi.
Yana o‘qing: Dubayga chipta qancha turadi?
|Elchi hamkasbining maktubini topshirdi va vazirni Masqatga taklif qildi.
|— Ramazondan keyin kutamiz, — dedi u.
Muallif: Zuhra Norova
Teglar: Ummon, aviatsiya
Ulashing: Telegram | Facebook
Mavzuga oid
09:15 / 13.03.2025 Davron Sobirov chempion bo‘ldi
Telegram-kanalimizga obuna bo‘ling
Barcha huquqlar himoyalangan.
"""

PAGES = (
    ("ru", "2025-03-14", RUSSIAN),
    ("en", "2025-03-14", ENGLISH),
    ("kk", "2025-03-14", KAZAKH),
    ("uz-Cyrl", "2025-03-14", UZBEK_CYRILLIC),
    ("uz-Latn", "2025-03-14", UZBEK_LATIN),
)


def parted(page):
    """The page as a crawler gives it, and the lines of it that are the report."""
    lines = page.splitlines()
    return "\n".join(x.removeprefix("|") for x in lines), [x[1:] for x in lines if x.startswith("|")]
