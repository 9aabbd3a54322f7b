"""Lists of officials, title and name by turns: whose each title is."""

import pytest

from elchi.extraction import explain, extract
from elchi.reading import to_report

LISTS = {
    "en": "The reception in Lima was attended by Ambassador of Peru to Ghana Rosa Quispe, Ambassador of Chile to Ghana "
    "Pablo Rojas, Ambassador of Norway to Ghana Ingrid Solberg and Ambassador of Kenya to Ghana Amos Kiprono.",
    "ru": "На приёме были посол Перу в Гане Роса Киспе, посол Чили в Гане Пабло Рохас, посол Норвегии в Гане Ингрид "
    "Солберг и посол Кении в Гане Амос Кипроно.",
    "kk": "Қабылдауға Перудің Ганадағы елшісі Роса Киспе, Чилидің Ганадағы елшісі Пабло Рохас, Норвегияның Ганадағы "
    "елшісі Ингрид Солберг, Кенияның Ганадағы елшісі Амос Кипроно қатысты.",
}


@pytest.mark.parametrize("language", LISTS)
def test_each_ambassador_of_a_list_has_their_own_country(language: str) -> None:
    people = extract(to_report(LISTS[language], language=language)).people
    assert [p.office for p in people] == ["ambassador"] * 4
    assert [p.of for p in people] == ["PE", "CL", "NO", "KE"]


def test_names_before_their_titles_keep_them() -> None:
    text = ("The talks were joined by Rosa Quispe, foreign minister of Peru, Pablo Rojas, foreign minister of Chile, "
            "and Amos Kiprono, foreign minister of Kenya.")  # fmt: skip
    assert [p.of for p in extract(to_report(text, language="en")).people] == ["PE", "CL", "KE"]


def test_a_list_is_told_as_the_reason_for_an_office() -> None:
    people = explain(to_report(LISTS["en"], language="en")).people
    notes = [reason.note for person in people for reason in person.reasons if reason.field == "office"]
    assert len(notes) == 4
    assert all("list" in note for note in notes)
