"""Identity and same_event on the shared gold reports, as they are and as an imperfect reader would hand them over.

Reports' ids and keys are made local to the report before they are resolved; names come from the mentions alone.
"""

import json
import random
from collections import Counter
from pathlib import Path

import pytest

from elchi.records import Engagement, Participant, Person, Records, Report
from elchi.resolution import resolve

TRAIN = Path(__file__).resolve().parents[2].parent / "shared" / "gold" / "train"
pytestmark = pytest.mark.skipif(not TRAIN.is_dir(), reason="the shared gold reports are not here")


def b_cubed(pairs):
    gold, found, both = Counter(g for g, _ in pairs), Counter(f for _, f in pairs), Counter(pairs)
    precision = sum(both[p] / found[p[1]] for p in pairs) / len(pairs)
    recall = sum(both[p] / gold[p[0]] for p in pairs) / len(pairs)
    return 2 * precision * recall / (precision + recall)


def blurred(made, person):
    """A person whose office, side or a mention was missed or misread, one time in three or so."""
    draw = made.random()
    if draw < 0.15:
        person |= {"office": None, "of": None}
    elif draw < 0.25:
        person |= {"of": made.choice(["KZ", "UZ", "RU", "TR"])}
    elif draw < 0.33:
        person |= {"office": made.choice(["minister", "other", "ambassador"])}
    return person


def smudged(made, event, published):
    """An event with participants dropped, and often a coarser or wrong date, no place or no forum."""
    event["participants"] = [p for p in event["participants"] if made.random() > 0.2]
    draw, start = made.random(), event["start"]
    if start and draw < 0.15:
        event["start"] = start[: 7 if len(start) == 10 else 4]
    elif start and draw < 0.25:
        event["start"] = published
    elif draw < 0.3:
        event["start"] = None
    if made.random() < 0.15:
        event["city"] = None
    if made.random() < 0.25:
        event["forum"] = None
    return event


def records(gold, made):
    people, names = [], {}
    for number, told in enumerate(gold["people"]):
        person = blurred(made, dict(told)) if made else told
        names[told["id"]] = f"p{number}"
        mentions = tuple(person["mentions"])
        people.append(Person(f"p{number}", mentions[0], mentions, person["office"], person["of"]))
    events = []
    for number, told in enumerate(gold["engagements"]):
        e = smudged(made, dict(told), gold["published"]) if made else told
        sides = tuple(Participant(names.get(p["person"]), p["party"]) for p in e["participants"])
        fields = {k: e[k] for k in ("kind", "status", "central", "start", "end", "country", "city", "forum", "anchor")}
        events.append(Engagement(f"e{number}", participants=sides, documents=tuple(e["documents"]), **fields))
    report = Report(gold["id"], gold["text"], gold["language"], gold["published"])
    return Records(report, tuple(people), tuple(events))


@pytest.mark.parametrize(("seed", "identity", "same_event"), [(None, 0.99, 0.96), (1, 0.98, 0.88)])
def test_identities_on_gold(seed, identity, same_event):
    made = None if seed is None else random.Random(seed)  # noqa: S311
    gold = [json.loads(f.read_text("utf-8")) for f in sorted(TRAIN.glob("*.json"))]
    found = resolve([records(g, made) for g in gold])
    people = [(p["id"], found.person_ids[g["id"], f"p{i}"]) for g in gold for i, p in enumerate(g["people"])]
    events = [(e["key"], found.event_keys[g["id"], f"e{i}"]) for g in gold for i, e in enumerate(g["engagements"])]
    assert b_cubed(people) >= identity
    assert b_cubed(events) >= same_event
