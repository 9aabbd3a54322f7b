"""Every report of the corpus keeps the form that corpus/README.md promises."""

import datetime as dt
import importlib.util
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from elchi.vocabulary import ACTS, DOCUMENTS, KINDS, LANGUAGES, MODES, OFFICES, STATUSES

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = sorted(CORPUS.glob("*/*.json"))
README = (CORPUS / "README.md").read_text("utf-8")
Row = dict[str, Any]

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PARTY = re.compile(r"[A-Z]{2}|[a-z0-9]+(-[a-z0-9]+)*")
FIELDS = {
    "report": {"id", "language", "published", "title", "text", "people", "engagements", "statements"},
    "person": {"id", "name", "mentions", "office", "of", "title"},
    "engagement": {"key", "kind", "status", "central", "start", "end", "country", "city", "forum", "mode",
                   "participants", "documents", "anchor"},
    "participant": {"person", "party"},
    "statement": {"speaker", "act", "anchor"},
}  # fmt: skip


@pytest.fixture(scope="module")
def rows() -> dict[str, Row]:
    return {file.stem: json.loads(file.read_text("utf-8")) for file in FILES}


def _is_date(value: str) -> bool:
    try:
        dt.date.fromisoformat((value + "-01-01")[:10] if len(value) in (4, 7, 10) else "")
    except ValueError:
        return False
    return True


def _engagement_faults(event: Row, text: str, people: set[str]) -> list[str]:
    faults = []
    if set(event) != FIELDS["engagement"]:
        faults.append("fields")
    if event["kind"] not in KINDS or event["status"] not in STATUSES or event["mode"] not in (*MODES, None):
        faults.append("kind, status or mode")
    if not isinstance(event["central"], bool):
        faults.append("central")
    if not event["anchor"] or event["anchor"] not in text:
        faults.append("anchor")
    if not KEBAB.fullmatch(event["key"]):
        faults.append("key")
    start, end = event["start"], event["end"]
    if any(date is not None and not _is_date(date) for date in (start, end)) or (end and not (start and start < end)):
        faults.append("dates")
    if event["country"] and not re.fullmatch("[A-Z]{2}", event["country"]):
        faults.append("country")
    if event["city"] and not event["country"]:
        faults.append("city without country")
    if event["forum"] and not KEBAB.fullmatch(event["forum"]):
        faults.append("forum")
    if not set(event["documents"]) <= set(DOCUMENTS):
        faults.append("documents")
    for side in event["participants"]:
        if set(side) != FIELDS["participant"] or not (side["person"] or side["party"]):
            faults.append("participant")
        elif side["person"] and side["person"] not in people:
            faults.append(f"participant {side['person']} is not among the people")
        elif side["party"] and not PARTY.fullmatch(side["party"]):
            faults.append(f"party {side['party']}")
    return [f"{event['key']}: {fault}" for fault in faults]


def _person_faults(person: Row, text: str) -> list[str]:
    faults = []
    if set(person) != FIELDS["person"] or not person["name"] or not KEBAB.fullmatch(person["id"]):
        faults.append("fields, name or id")
    if not person["mentions"] or len(set(person["mentions"])) != len(person["mentions"]):
        faults.append("mentions: none, or one twice")
    faults += [f"mention {m!r}" for m in person["mentions"] if m not in text]
    if person["office"] not in (*OFFICES, None):
        faults.append("office")
    if (person["title"] is None) != (person["office"] is None):
        faults.append("an office has a title, and a title an office")
    if person["title"] is not None and (not person["title"] or person["title"] not in text):
        faults.append("title")
    if person["of"] and not PARTY.fullmatch(person["of"]):
        faults.append("of")
    return [f"{person['id']}: {fault}" for fault in faults]


def _statement_faults(statement: Row, text: str, people: set[str]) -> list[str]:
    faults = []
    if set(statement) != FIELDS["statement"] or statement["act"] not in ACTS:
        faults.append("fields or act")
    if not statement["anchor"] or statement["anchor"] not in text:
        faults.append("anchor")
    if statement["speaker"] not in people and not PARTY.fullmatch(statement["speaker"]):
        faults.append("speaker")
    return [f"statement of {statement['speaker']}: {fault}" for fault in faults]


def _faults(name: str, row: Row) -> list[str]:
    """What is wrong with the form of one report; a fault names its entry."""
    faults = []
    text, people = row["text"], {p["id"] for p in row["people"]}
    if set(row) != FIELDS["report"]:
        faults.append("fields")
    if row["id"] != name or row["language"] not in LANGUAGES or not name.endswith(f"-{row['language']}"):
        faults.append("id, file name or language")
    if not row["title"] or row["title"] not in text:
        faults.append("the title does not stand in the text")
    published = row["published"]
    if published is not None and (len(published) != 10 or not _is_date(published)):
        faults.append("published is no day")
    elif published is not None and not re.search(rf"(?<!\d)0?{int(published[8:])}(?!\d)", text):
        faults.append("published does not stand in the text")
    if len(people) != len(row["people"]):
        faults.append("a person twice")
    keys = [e["key"] for e in row["engagements"]]
    faults += [f"key {key} twice" for key, n in Counter(keys).items() if n > 1]
    for person in row["people"]:
        faults += _person_faults(person, text)
    for event in row["engagements"]:
        faults += _engagement_faults(event, text, people)
    for statement in row["statements"]:
        faults += _statement_faults(statement, text, people)
    return faults


def test_every_report_keeps_the_form(rows: dict[str, Row]) -> None:
    faults = {name: found for name, row in rows.items() if (found := _faults(name, row))}
    assert faults == {}


def test_a_fault_of_form_is_seen(rows: dict[str, Row]) -> None:
    name = next(name for name, row in rows.items() if row["engagements"] and row["people"] and row["statements"])
    whole = json.dumps(rows[name])

    def broken(part: str, field: str, value: object) -> list[str]:
        row: Row = json.loads(whole)
        (row[part][0] if part else row)[field] = value
        return _faults(name, row)

    assert broken("engagements", "anchor", "words that stand nowhere in it")
    assert broken("engagements", "kind", "summit")
    assert broken("engagements", "start", "2025-13")
    assert broken("engagements", "participants", [{"person": "nobody-of-the-report", "party": None}])
    assert broken("people", "mentions", ["No Such Name"])
    assert broken("people", "title", "a title that stands nowhere")
    assert broken("statements", "act", "shout")
    assert broken("", "published", "2025-02-30")


def test_every_language_is_there_in_number(rows: dict[str, Row]) -> None:
    counts = Counter(row["language"] for row in rows.values())
    assert set(counts) == set(LANGUAGES)
    assert min(counts.values()) >= 100


def test_no_story_is_in_two_parts() -> None:
    parts = defaultdict(set)
    for file in FILES:
        parts["-".join(file.stem.split("-")[:2])].add(file.parent.name)
    assert {story: found for story, found in parts.items() if len(found) > 1} == {}
    assert {"train", "dev", "test"} == {part for found in parts.values() for part in found}


def test_one_person_has_one_id_and_one_name(rows: dict[str, Row]) -> None:
    names, ids = defaultdict(set), defaultdict(set)
    for person in (p for row in rows.values() for p in row["people"]):
        names[person["id"]].add(person["name"])
        ids[person["name"]].add(person["id"])
    assert {i: n for i, n in names.items() if len(n) > 1} == {}
    assert {n: i for n, i in ids.items() if len(i) > 1} == {}


def test_the_data_card_counts_what_is_there() -> None:
    spec = importlib.util.spec_from_file_location("card", CORPUS.parent / "training" / "card.py")
    assert spec and spec.loader
    card = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(card)
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in README.splitlines() if line[:1] == "|"]
    header, *rows = card.counts()
    assert header in lines
    assert [line for line in lines if line[-1].isdigit()] == rows
