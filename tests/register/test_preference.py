from __future__ import annotations

import itertools

import pytest

from elchi.records import Engagement, Participant
from elchi.register.dates import asked_date, first_day, last_day
from elchi.register.errors import BadQueryError
from elchi.register.preference import Telling, preferred, sides


def telling(report: str, published: str | None = None, **fields) -> Telling:
    default = {"key": "e", "kind": "meeting", "status": "held", "central": True, "anchor": report}
    return Telling(report, published, Engagement(**(default | fields)))


def in_any_order(tellings, reading):
    found = [reading(order) for order in itertools.permutations(tellings)]
    assert all(one == found[0] for one in found)
    return found[0]


def test_the_more_exact_date_stands_and_is_no_dispute():
    told = in_any_order(
        [telling("a", start="2025-03"), telling("b", start="2025-03"), telling("c", start="2025-03-05")], preferred
    )
    assert (told["start"], told["first_day"], told["last_day"]) == ("2025-03-05", "2025-03-05", "2025-03-05")
    assert told["disputed"] == []


def test_of_dates_as_exact_the_more_frequent_stands():
    tellings = [telling("a", start="2025-03-05"), telling("b", start="2025-03-06"), telling("c", start="2025-03-06")]
    told = in_any_order(tellings, preferred)
    assert told["start"] == "2025-03-06"
    assert told["disputed"] == ["date"]


def test_of_dates_as_frequent_the_first_published_stands():
    tellings = [
        telling("a", "2025-03-09", start="2025-03-05"),
        telling("b", "2025-03-07", start="2025-03-06"),
        telling("c", None, start="2025-03-04"),
    ]
    assert in_any_order(tellings, preferred)["start"] == "2025-03-06"


def test_what_happened_outranks_what_was_announced():
    tellings = [
        telling("a", "2025-03-01", status="planned"),
        telling("b", "2025-03-06"),
        telling("c", status="planned"),
    ]
    told = in_any_order(tellings, preferred)
    assert (told["status"], told["disputed"]) == ("held", [])
    tellings.append(telling("d", status="cancelled"))
    assert in_any_order(tellings, preferred)["disputed"] == ["status"]


def test_kinds_and_places_that_differ_are_disputed():
    tellings = [
        telling("a", country="KZ", city="Astana"),
        telling("b", country="KZ"),
        telling("c", country="KZ", city="Almaty", kind="session"),
        telling("d", country="KZ", city="Almaty"),
    ]
    told = in_any_order(tellings, preferred)
    assert (told["kind"], told["country"], told["city"]) == ("meeting", "KZ", "Almaty")
    assert told["disputed"] == ["kind", "place"]


def test_nothing_known_stays_unknown():
    told = preferred([telling("a")])
    assert told["start"] is told["end"] is told["first_day"] is told["country"] is told["forum"] is None


def test_documents_and_sides_are_joined():
    tellings = [
        telling("a", documents=("plan",), participants=(Participant("p", "KZ"), Participant(None, "UZ"))),
        telling("b", documents=("declaration", "plan"), participants=(Participant("q", "UZ"), Participant("p", None))),
        telling("c", participants=(Participant(None, "KZ"), Participant(None, "oic"), Participant("p", "KZ"))),
    ]
    assert in_any_order(tellings, preferred)["documents"] == ["declaration", "plan"]
    assert in_any_order(tellings, sides) == [("p", "KZ"), ("q", "UZ"), (None, "oic")]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2025-02-03", "2025-02-03", "2025-02-03"),
    ],
)
def test_the_days_that_a_date_allows(value, first, last):
    assert (first_day(value), last_day(value)) == (first, last)


@pytest.mark.parametrize("value", ["", "25", "2025-3", "2025-02-30", "2025-13", "0000", "٢٠٢٥", "2025-01-01T00:00"])
def test_what_is_no_date(value):
    with pytest.raises(BadQueryError, match="since"):
        asked_date(value, "since")
