"""Whatever a page is, its records cite the page, hold to the closed lists, and are the same each time."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from elchi import gazetteer, read
from elchi.reading import Unreadable
from elchi.records import Records
from elchi.register.soundness import sound
from elchi.vocabulary import ACTS, DOCUMENTS, KINDS, LANGUAGES, MODES, OFFICES, OTHER_LANGUAGE, STATUSES

PIECES = (
    "Министр иностранных дел", "президент", "глава МИД", "посла Норвегии", "Эспен Барт", "Педро Рохасом", "К.-Ж. Ли",
    "Норвегии", "в Осло", "Чили", "ООН", "48-я сессия", "ОИС", "встретился с", "провёл переговоры", "не состоялась",
    "визит", "подписали меморандум", "5 марта 2025 года", "вчера", "12–13 мая", "«Мы готовы", "к диалогу»,",
    "заявил он", "Foreign Minister", "Hans Olsen", "of Denmark", "held talks", "with his Chilean counterpart",
    "in Oslo", "on Tuesday", "“We agree,”", "he said", "will visit", "the U.N.", "called off",
    "Сыртқы істер министрі", "кездесті", "келіссөз", "Осло қаласында", "деді ол", "сапармен барады",
    "Tashqi ishlar vaziri", "uchrashdi", "imzolandi", "5-mart kuni", "O‘zbekiston", "ташқи ишлар вазири", "учрашди",
    "имзоланди", "Ўзбекистон", "– ", ", ", ". ", ": ", "; ", "\n", "\n\n", "(", ")", "\"", "«", "»", "…", "!",
    "\u202e", "\x00", "\ufeff", "\U0001f91d", "<p>", "</p>", "&amp;", "=1+1",
)  # fmt: skip

pages = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=60).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
)
days = st.one_of(st.none(), st.dates(datetime.date(1900, 1, 1), datetime.date(2024, 12, 31)).map(str))
tags = st.one_of(st.none(), st.sampled_from((*LANGUAGES, OTHER_LANGUAGE)))


def records_of(text, published=None, language=None):
    try:
        return read(text, published=published, language=language)
    except Unreadable:
        return None


def is_party(key):
    return key in gazetteer.country_codes() or gazetteer.body(key) is not None


def is_day(text):
    return text is None or datetime.date.fromisoformat((text + "-01-01")[:10] if len(text) < 10 else text)


def promises(records: Records) -> None:
    """All that the record types promise of any records."""
    text = records.report.text
    for entry in (*records.people, *records.engagements, *records.statements):
        assert entry.evidence
        for cited in entry.evidence:
            assert 0 <= cited.start < cited.end <= len(text)
            assert text[cited.start : cited.end].strip()
    people = {person.id for person in records.people}
    assert len(people) == len(records.people)
    for person in records.people:
        assert person.name
        assert person.mentions
        assert all(mention in text for mention in person.mentions)
        assert person.office is None or person.office in OFFICES
        assert person.of is None or is_party(person.of)
        assert person.title is None or person.title in text
    assert len({event.key for event in records.engagements}) == len(records.engagements)
    for event in records.engagements:
        assert event.kind in KINDS
        assert event.status in STATUSES
        assert event.mode is None or event.mode in MODES
        assert set(event.documents) <= set(DOCUMENTS)
        assert event.country is None or event.country in gazetteer.country_codes()
        assert event.city is None or gazetteer.city(event.city) is not None
        assert event.forum is None or gazetteer.body(event.forum) is not None
        assert event.anchor
        assert event.anchor in text
        assert is_day(event.start)
        assert is_day(event.end)
        assert event.end is None or (event.start is not None and event.start <= event.end)
        for side in event.participants:
            assert side.person is None or side.person in people
            assert side.party is None or is_party(side.party)
            assert side.person is not None or side.party is not None
    for statement in records.statements:
        assert statement.act in ACTS
        assert statement.speaker in people or is_party(statement.speaker)
        assert statement.anchor
        assert statement.anchor in text


@settings(max_examples=80, deadline=None)
@given(text=pages, published=days, language=tags)
def test_records_keep_their_promises(text, published, language):
    records = records_of(text, published, language)
    if records is not None:
        promises(records)
        assert sound(records.report, records) == records


@settings(max_examples=30, deadline=None)
@given(text=pages, other=pages, language=st.sampled_from(LANGUAGES))
def test_what_was_read_before_changes_nothing(text, other, language):
    first = records_of(text, "2024-05-12", language)
    records_of(other, "2023-01-31", language)
    assert records_of(text, "2024-05-12", language) == first


@settings(max_examples=30, deadline=None)
@given(text=pages, before=st.sampled_from(PIECES), language=st.sampled_from(LANGUAGES))
def test_nothing_is_cited_of_what_is_masked(text, before, language):
    records = records_of(f"{before}\n{text}\n\nПоделиться: Telegram\nShare: X\n", "2024-05-12", language)
    if records is not None:
        masked = {i for start, end in records.report.masked for i in range(start, end)}
        for person in records.people:
            for cited in person.evidence:
                assert cited.start not in masked
