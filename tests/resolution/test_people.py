from dataclasses import replace

import pytest

from elchi.records import Person, Records, Report
from elchi.resolution import resolve


def report(key, language, *people):
    """People are (mentions, office, of)."""
    cast = tuple(Person(f"p{i}", m[0], m, office, of) for i, (m, office, of) in enumerate(people))
    return Records(Report(key, "", language), cast)


def ids(*records):
    return resolve(records).person_ids


def test_one_person_in_five_spellings():
    found = ids(
        report("a", "en", (("Danial Bekmuratov",), "minister", "KZ")),
        report("b", "ru", (("Даниалом Бекмуратовым", "Бекмуратов"), "minister", "KZ")),
        report("c", "kk", (("Даниал Бекмұратовтың",), "minister", "KZ")),
        report("d", "uz-Cyrl", (("Дониёл Бекмуродов",), "minister", "KZ")),
        report("e", "uz-Latn", (("Danial Bekmuratovni",), None, None)),
    )
    assert len({v for k, v in found.items() if k[0] != "d"}) == 1
    assert set(found.values()) >= {"danial-bekmuratov"}


def test_namesakes_of_two_countries_in_unlike_offices_stay_two():
    found = ids(
        report("a", "en", (("Timur Asanov",), "minister", "KG")),
        report("b", "en", (("Timur Asanov",), "business", "FR")),
    )
    assert len(set(found.values())) == 2


def test_a_wrong_side_does_not_part_a_person_from_an_office():
    found = ids(
        report("a", "en", (("Timur Asanov",), "minister", "KG")),
        report("b", "ru", (("Тимур Асанов",), "minister", "US")),
    )
    assert len(set(found.values())) == 1


def test_two_people_of_one_report_are_never_one():
    found = ids(
        report("a", "ru", (("Тимур Асанов",), None, None), (("Тимур Асанов",), None, None)),
        report("b", "en", (("Timur Asanov",), "minister", "KG")),
    )
    assert found["a", "p0"] != found["a", "p1"]


def test_a_report_that_names_one_person_twice_does_not_part_the_others():
    twice = report("x", "ru", (("Тимур Асанов",), "minister", "KG"), (("Timur Asanov",), None, None))
    others = [report(f"r{i}", "en", (("Timur Asanov",), "minister" if i % 2 else None, "KG")) for i in range(8)]
    found = ids(twice, *others)
    assert len({v for k, v in found.items() if k[0] != "x"}) == 1


@pytest.mark.parametrize("mention", ["Т. Асанов", "Асановым"])
def test_initials_or_a_surname_go_to_the_only_person_of_that_office(mention):
    found = ids(
        report("a", "en", (("Timur Asanov",), "minister", "KG")),
        report("b", "ru", ((mention,), "minister", "KG")),
    )
    assert len(set(found.values())) == 1


def test_a_surname_that_two_people_of_the_office_bear_goes_to_neither():
    found = ids(
        report("a", "en", (("Timur Asanov",), "minister", "KG")),
        report("b", "en", (("Bolot Asanov",), "minister", "KG")),
        report("c", "ru", (("Асанов",), "minister", "KG")),
    )
    assert len(set(found.values())) == 3


def test_a_surname_of_another_office_is_another_person():
    found = ids(
        report("a", "en", (("Timur Asanov",), "minister", "KG")),
        report("b", "ru", (("Асанов",), "ambassador", "KG")),
    )
    assert len(set(found.values())) == 2


def test_husband_and_wife_share_a_surname_only():
    found = ids(
        report("a", "ru", (("Тимур Асанов",), "head_of_state", "KG"), (("Айгуль Асанова",), "other", "KG")),
        report("b", "en", (("Timur Asanov",), "head_of_state", "KG"), (("Aigul Asanova",), "other", "KG")),
    )
    assert found["a", "p0"] == found["b", "p0"] != found["a", "p1"] == found["b", "p1"]


def test_the_english_form_names_the_person_and_makes_the_id():
    records = [
        report("a", "kk", (("Шыңғыс Жолдасов",), "judge", "KZ")),
        report("b", "en", (("Chingis Zholdassov's", "Chingis Zholdassov"), "judge", "KZ")),
    ]
    found = resolve(records)
    assert found.names == {"chingis-zholdassov": "Chingis Zholdassov"}
    assert resolve(records[:1]).names == {"shyngys-zholdasov": "Shyngys Zholdasov"}


def test_a_base_form_is_preferred_to_an_inflected_one():
    found = resolve(
        [
            report("a", "ru", (("Мариной Весельской",), "academic", "PL")),
            report("b", "ru", (("Марина Весельска",), "academic", "PL")),
        ]
    )
    assert set(found.names.values()) == {"Marina Veselska"}


def test_two_people_who_share_a_name_have_two_ids():
    found = resolve(
        [
            report("a", "en", (("Timur Asanov",), "minister", "KG")),
            report("b", "en", (("Timur Asanov",), "business", "FR")),
        ]
    )
    assert len(found.names) == 2 and all(i.startswith("timur-asanov") for i in found.names)


def test_a_link_explains_itself():
    records = [
        report("a", "en", (("Timur Asanov",), "minister", "KG")),
        report("b", "ru", (("Тимур Асанов",), "minister", "KG")),
        report("c", "ru", (("Болот Уметалиев",), "judge", "KG")),
    ]
    found = resolve(records)
    assert "sounds alike" in found.explain_people(("a", "p0"), ("b", "p0"))
    assert found.explain_people(("a", "p0"), ("c", "p0")).startswith("Not joined")
    with pytest.raises(KeyError):
        found.explain_people(("a", "p0"), ("z", "p0"))


def test_reports_need_keys_of_their_own():
    one = report("a", "en", (("Timur Asanov",), "minister", "KG"))
    with pytest.raises(ValueError, match="key 'a'"):
        resolve([one, one])
    with pytest.raises(ValueError, match="one key for each"):
        resolve([one], keys=["x", "y"])
    both = resolve([one, replace(one)], keys=["x", "y"]).person_ids
    assert both["x", "p0"] == both["y", "p0"]


def test_no_reports_no_people():
    found = resolve([])
    assert (found.person_ids, found.event_keys, found.names) == ({}, {}, {})


def test_a_name_without_letters_is_kept():
    assert set(ids(report("a", "en", (("!!!",), None, None))).values()) == {"person"}
