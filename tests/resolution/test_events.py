import pytest

from elchi.records import Engagement, Participant, Person, Records, Report
from elchi.resolution import resolve

PEOPLE = (
    Person("p0", "Timur Asanov", ("Timur Asanov",), "foreign_minister", "KG"),
    Person("p1", "Lena Vainola", ("Lena Vainola",), "foreign_minister", "FI"),
    Person("p2", "Omar Belhadj", ("Omar Belhadj",), "foreign_minister", "DZ"),
)
BOTH = (Participant("p0", "KG"), Participant("p1", "FI"))
OTHER = (Participant("p0", "KG"), Participant("p2", "DZ"))


def meeting(key, **fields):
    told = {"kind": "meeting", "status": "held", "central": True, "start": "2031-04-10", "country": "KG", "city": "Osh"}
    return Engagement(key, **(told | {"participants": BOTH} | fields))


def report(key, *events, published="2031-04-11", language="en"):
    return Records(Report(key, "", language, published), PEOPLE, tuple(events))


def joined(a, b, **kwargs):
    found = resolve([report("a", a, **kwargs), report("b", b)]).event_keys
    return found["a", a.key] == found["b", b.key]


def test_two_reports_of_one_meeting():
    assert joined(meeting("e"), meeting("e"))


@pytest.mark.parametrize(
    "fields",
    [
        {"start": "2031-04"},
        {"start": "2031-04-11"},
        {"city": None},
        {"participants": (Participant(None, "KG"), Participant("p1", "FI"))},
        {"status": "planned"},
        {"start": "2031-04-09", "end": "2031-04-10"},
    ],
)
def test_a_vaguer_account_is_the_same_event(fields):
    assert joined(meeting("e", **fields), meeting("e"))


@pytest.mark.parametrize(
    "fields",
    [
        {"participants": OTHER},
        {"start": "2030-04-10"},
        {"start": "2031-05-20"},
        {"kind": "call", "city": None, "country": None, "start": "2031-03"},
        {"kind": "appointment"},
        {"city": "Helsinki", "country": "FI", "start": "2031-04-12"},
    ],
)
def test_another_counterpart_time_or_kind_is_another_event(fields):
    assert not joined(meeting("e", **fields), meeting("e"))


def test_two_events_of_one_report_are_never_one():
    found = resolve([report("a", meeting("e"), meeting("f")), report("b", meeting("e"))]).event_keys
    assert found["a", "e"] != found["a", "f"]
    assert found["b", "e"] in (found["a", "e"], found["a", "f"])


def test_a_plan_and_its_fulfilment_are_one_event_and_a_postponement_is_another():
    plan = report("a", meeting("e", status="planned", city=None), published="2031-03-28")
    held = report("b", meeting("e"))
    dropped = report("c", meeting("e", status="cancelled", start="2031-03"), published="2031-03-28")
    found = resolve([plan, held, dropped]).event_keys
    assert found["a", "e"] == found["b", "e"] != found["c", "e"]


def test_sessions_of_two_forums_on_one_day_stay_two():
    def session(forum):
        return Engagement("e", "session", "held", True, "2031-04-10", country="KG", city="Osh", forum=forum)

    found = resolve([report("a", session("sco")), report("b", session("sco")), report("c", session("oic"))]).event_keys
    assert found["a", "e"] == found["b", "e"] != found["c", "e"]


def test_keys_read_as_date_place_and_what():
    found = resolve([report("a", meeting("e", start="2031-04")), report("b", meeting("e"))]).event_keys
    assert set(found.values()) == {"2031-04-10-osh-vainola-asanov-meeting"}
    undated = Engagement("e", "session", "planned", True, forum="oic")
    assert set(resolve([report("a", undated)]).event_keys.values()) == {"undated-oic-session"}


def test_a_link_explains_itself():
    found = resolve([report("a", meeting("e", anchor="met in Osh")), report("b", meeting("e", anchor="talks held"))])
    why = found.explain_events(("a", "e"), ("b", "e"))
    assert "date same day" in why and "met in Osh" in why


@pytest.mark.parametrize("start", ["2031-13-45", "soon", "2031-02-30", "", "0000", "2031-04-10-11"])
def test_a_date_that_is_none_is_unknown(start):
    assert set(resolve([report("a", meeting("e", start=start))]).event_keys)


def test_participants_who_are_not_among_the_people_do_no_harm():
    ghost = meeting("e", participants=(Participant("nobody", None),))
    assert set(resolve([report("a", ghost)]).event_keys)
