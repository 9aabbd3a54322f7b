import pytest

DATED = [
    ("The envoy presented his letters on March 5, 2025.", ("March 5, 2025", "2025-03-05", "absolute")),
    ("They met on 4 August 2025 in Riga.", ("4 August 2025", "2025-08-04", "absolute")),
    ("The treaty was initialled on Nov. 3 in Oslo.", ("Nov. 3", "2025-11-03", "absolute")),
    ("On the 5th of March the border reopened.", ("the 5th of March", "2025-03-05", "absolute")),
    ("The council sat from 12 to 15 March.", ("from 12 to 15 March", "2025-03-12/2025-03-15", "absolute")),
    ("The assembly, held from April 5 to 9, was calm.", ("from April 5 to 9", "2025-04-05/2025-04-09", "absolute")),
    ("The visit of August 1-2 went well.", ("August 1-2", "2025-08-01/2025-08-02", "absolute")),
    ("It ran from 30 October to 13 November.", ("from 30 October to 13 November", "2025-10-30/2025-11-13", "absolute")),
    (
        "The fair of December 28 – January 3 was moved.",
        ("December 28 – January 3", "2024-12-28/2025-01-03", "absolute"),
    ),
    ("Meetings run October 13 through 18.", ("October 13 through 18", "2025-10-13/2025-10-18", "absolute")),
    ("They will meet on 1, 2 and 7 January 2026.", ("1, 2 and 7 January 2026", "2026-01-01/2026-01-07", "absolute")),
    ("Dated 2025-03-05 10:22, the note is short.", ("2025-03-05", "2025-03-05", "absolute")),
    ("Posted 27/08/2025 by the desk.", ("27/08/2025", "2025-08-27", "absolute")),
    ("The next round is due on October 7 next year.", ("October 7 next year", "2026-10-07", "absolute")),
    ("On July 21 of this year they signed a pact.", ("July 21 of this year", "2025-07-21", "absolute")),
    ("He last came in October of last year.", ("October of last year", "2024-10", "absolute")),
    ("The king visited Oslo last October.", ("last October", "2025-10", "absolute")),
    ("The ministers will convene this November.", ("this November", "2025-11", "absolute")),
    ("A summit in Lima is planned for next May.", ("next May", "2026-05", "absolute")),
    ("She spoke from that rostrum in September 2022.", ("September 2022", "2022-09", "absolute")),
    ("In May the embassy moved.", ("May", "2025-05", "absolute")),
    ("Talks resume in early March.", ("early March", "2025-03", "absolute")),
    ("They leave in the first week of March.", ("the first week of March", "2025-03", "absolute")),
    ("The spring of 2026 will see a summit.", ("The spring of 2026", "2026", "absolute")),
    ("Works should end in the second half of 2026.", ("the second half of 2026", "2026", "absolute")),
    ("They meet again next autumn in Quito.", ("next autumn", "2026", "absolute")),
    ("She recalled her 2023 visit to the shrine.", ("2023", "2023", "absolute")),
    ("The congress follows in 2028.", ("2028", "2028", "absolute")),
    ("The minister flew to Doha on Tuesday.", ("Tuesday", "2025-11-18", "relative")),
    ("On Tuesday, 18 November, the hall was full.", ("Tuesday, 18 November", "2025-11-18", "absolute")),
    ("He had arrived last Friday.", ("last Friday", "2025-11-14", "relative")),
    ("The speaker leaves next Monday.", ("next Monday", "2025-11-24", "relative")),
    ("They had spoken on Monday last week.", ("Monday last week", "2025-11-10", "relative")),
    ("At today's opening the choir sang.", ("today's", "2025-11-20", "relative")),
    (
        "Yesterday she was in Bern, the day before yesterday in Rome.",
        ("Yesterday", "2025-11-19", "relative"),
        ("the day before yesterday", "2025-11-18", "relative"),
    ),
    ("Last week the two spoke by phone.", ("Last week", "2025-11", "relative")),
    ("The envoy was named last month.", ("last month", "2025-10", "relative")),
    ("The forum returns early next year.", ("early next year", "2026", "relative")),
    ("Three days ago the road was closed.", ("Three days ago", "2025-11-17", "relative")),
    ("The charter was signed two years ago.", ("two years ago", "2023", "relative")),
    ("On the same day he saw the mufti.", ("On the same day", "+0 day", "same")),
    ("The next day the guests left.", ("The next day", "+1 day", "same")),
    ("The two had met six days earlier.", ("six days earlier", "-6 day", "same")),
    ("It was agreed on September 25 of that year.", ("September 25 of that year", "+0 year-09-25", "same")),
    ("He rang Rome on the 17th, and Paris replied.", ("17th", "+0 month-17", "same")),
    ("Both sides want a deal by the end of the year.", ("by the end of the year", "2025", "deadline")),
    ("The show runs until 8 December.", ("until 8 December", "2025-12-08", "deadline")),
    ("The plan aims at zero waste by 2030.", ("by 2030", "2030", "deadline")),
    ("He has chaired the board since 2003.", ("since 2003", "2003", "since")),
    ("Visas are issued online from October 1.", ("from October 1", "2025-10-01", "since")),
    (
        "In 1910, on October 5, the house burned.",
        ("1910", "1910", "absolute"),
        ("October 5", "1910-10-05", "absolute"),
    ),
    ("They adopted a programme for 2025–2027.", ("for 2025–2027", "2025/2027", "period")),
    ("The 2010 law still applies.", ("2010", "2010", "anniversary")),
    ("The treaty of 1992 bars it.", ("1992", "1992", "anniversary")),
    ("Born in 1953, he served in six posts.", ("1953", "1953", "anniversary")),
    (
        "Last year's council was held in Baku on Nov. 26.",
        ("Last year's", "2024", "relative"),
        ("Nov. 26", "2024-11-26", "absolute"),
    ),
]

UNDATED = [
    "The 48th session heard 24 delegates.",
    "The 2030 Agenda and Vision 2035 were praised.",
    "They may march in protest, and prices may fall.",
    "May God bless this house.",
    "The hosts won 3:2 before 12,500 fans.",
    "COP29 and the G20 share 7 goals.",
    "The mission moved to March 8 Street.",
    "The loan is worth $2025 million, or 19.5 percent.",
    "Call +7 (717) 272-05-25 from 9:30 to 12:30.",
    "He is 31 and has worked for five years on a two-day-old plan.",
    "In the 1990s the road was quiet.",
    "April Smith and August Wolf sat down.",
    "The film 1991 opened to cheers; copyright © 2025.",
]


@pytest.mark.parametrize(("sentence", "expected"), [(first, list(rest)) for first, *rest in DATED])
def test_dates_of_a_sentence(read, sentence, expected):
    assert read(sentence, "en") == expected


@pytest.mark.parametrize("sentence", UNDATED)
def test_no_date(read, sentence):
    assert read(sentence, "en") == []
