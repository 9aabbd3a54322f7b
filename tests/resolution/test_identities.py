"""What must hold of any records whatever."""

import datetime as dt
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from elchi.records import Engagement, Participant, Person, Records, Report
from elchi.resolution import resolve
from elchi.resolution.events import candidates, facts

MENTIONS = st.sampled_from(
    ["Timur Asanov", "Тимур Асанов", "Тимура Асанова", "Т. Асанов", "Асанов", "Asanova", "Bolot Asanov",
     "Аселя Асанова", "Lena Vainola", "Лена Вайнола", "Вайнола", "Omar Belhadj", "Омар Бельхадж", "Li Wei", "Ли Вэй",
     "И", ""]
)  # fmt: skip
OFFICES = st.sampled_from(["minister", "ambassador", "head_of_state", "business", None])
PARTIES = st.sampled_from(["KG", "FI", "DZ", "un", None])
DATES = st.sampled_from(["2031-04-10", "2031-04-11", "2031-04", "2031", "2030-11-02", None])


@st.composite
def reports(draw):
    out = []
    for number in range(draw(st.integers(0, 6))):
        people = tuple(
            Person(f"p{i}", draw(MENTIONS), tuple(draw(st.lists(MENTIONS, max_size=2))), draw(OFFICES), draw(PARTIES))
            for i in range(draw(st.integers(0, 4)))
        )
        events = tuple(
            Engagement(
                f"e{i}",
                draw(st.sampled_from(["meeting", "visit", "session"])),
                draw(st.sampled_from(["held", "planned", "cancelled"])),
                True,
                draw(DATES),
                country=draw(PARTIES),
                forum=draw(st.sampled_from(["sco", None])),
                participants=tuple(Participant(p.id, draw(PARTIES)) for p in people[: draw(st.integers(0, 2))]),
            )
            for i in range(draw(st.integers(0, 3)))
        )
        language = draw(st.sampled_from(["ru", "en", "kk", "other"]))
        out.append(Records(Report(f"r{number}", "", language, draw(DATES)), people, events))
    return out


@settings(max_examples=60, deadline=None)
@given(reports(), st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(records, shuffler):
    first = resolve(records)
    other = list(records)
    shuffler.shuffle(other)
    assert resolve(other) == first


@settings(max_examples=60, deadline=None)
@given(reports())
def test_every_record_has_an_id_and_none_of_one_report_share_it(records):
    found = resolve(records)
    for each in records:
        people = [found.person_ids[each.report.id, p.id] for p in each.people]
        events = [found.event_keys[each.report.id, e.key] for e in each.engagements]
        assert len(set(people)) == len(people) and len(set(events)) == len(events)
    assert set(found.names) == set(found.person_ids.values())


@settings(max_examples=30, deadline=None)
@given(reports())
def test_resolving_again_changes_nothing(records):
    assert resolve(records) == resolve(records)


@settings(max_examples=30, deadline=None)
@given(reports())
def test_a_stranger_changes_no_one_else(records):
    """A report of other people and another time leaves all others as they are."""
    stranger = Records(
        Report("zz", "", "en", "1999-01-01"),
        (Person("p0", "Quentin Ashgrove", ("Quentin Ashgrove",), "judge", "NZ"),),
        (Engagement("e0", "aid", "held", True, "1999-01-01", country="NZ", participants=(Participant("p0", "NZ"),)),),
    )
    alone, together = resolve(records), resolve([*records, stranger])
    assert {k: v for k, v in together.person_ids.items() if k[0] != "zz"} == alone.person_ids
    assert {k: v for k, v in together.event_keys.items() if k[0] != "zz"} == alone.event_keys


def strangers(count):
    """Reports of people and days that have nothing in common."""
    made = random.Random(5)  # noqa: S311
    syllables = ["ba", "du", "ge", "ki", "lo", "mar", "nes", "pol", "rus", "tan", "ver", "zol", "sha", "cho", "fim"]
    out = []
    for i in range(count):
        names = [" ".join("".join(made.choices(syllables, k=3)).title() for _ in range(2)) for _ in range(3)]
        people = tuple(Person(f"p{j}", n, (n,), "minister", "KG") for j, n in enumerate(names))
        day = (dt.date(2010, 1, 1) + dt.timedelta(days=3 * i)).isoformat()
        event = Engagement(
            "e0", "meeting", "held", True, day, participants=tuple(Participant(p.id, "KG") for p in people)
        )
        out.append(Records(Report(f"r{i}", "", "en", day), people, (event,)))
    return out


def test_comparisons_grow_near_linearly():
    """Four times the reports take few more than four times the comparisons of events."""
    counts = []
    for size in (100, 400):
        reports_of = [(each.report.id, each) for each in strangers(size)]
        who = {(key, p.id): f"{key} {p.id}" for key, each in reports_of for p in each.people}
        counts.append(len(candidates(facts(reports_of, who))))
    assert counts[1] <= 5 * max(counts[0], 100)
