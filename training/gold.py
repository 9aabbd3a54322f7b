"""Annotated reports, and which of the reader's choices their annotation bears out."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from elchi.extraction.candidates import Candidate, candidates, likeliest
from elchi.extraction.document import Document, Thing
from elchi.extraction.extractor import DOUBTFUL, Event, after, fill
from elchi.extraction.model import Model
from elchi.extraction.names import Run
from elchi.extraction.offices import PEER, OfficeAt, party
from elchi.extraction.people import Cast, Figure
from elchi.extraction.reconsider import sides_of
from elchi.extraction.relation import Prior
from elchi.reading import to_report
from elchi.records import Report


@dataclass(slots=True)
class Gold:
    """A report as the reader gets it, with its annotation (`shared/gold/GUIDE.md` says what that means)."""

    id: str
    report: Report
    people: list[dict[str, Any]]
    engagements: list[dict[str, Any]]
    statements: list[dict[str, Any]]
    weight: float = 1.0
    """how much it counts in the fit"""


def load(folder: Path) -> list[Gold]:
    """All annotated reports of a folder, by name; the reader's own language and date, not the annotation's."""
    out = []
    for file in sorted(folder.rglob("*.json")):
        row = json.loads(file.read_text("utf-8"))
        report = to_report(row["text"], id=row["id"])
        out.append(Gold(row["id"], report, row["people"], row["engagements"], row["statements"]))
    return out


def fold(text: str) -> str:
    """Letters and digits in one case."""
    return re.sub(r"[^\w]+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


def whose(doc: Document, first: int, last: int, gold: Gold) -> dict[str, Any] | None:
    """The annotated person whom tokens `first` to `last` name, if they hold (nearly) a mention of theirs."""
    words = set(fold(doc.text(first, last)).split())
    best: tuple[float, dict[str, Any]] | None = None
    for person in gold.people:
        for mention in person["mentions"]:
            other = set(fold(mention).split())
            share = len(words & other) / max(1, len(words | other))
            if share >= 0.6 and (best is None or share > best[0]):
                best = (share, person)
    return best[1] if best else None


def identities(doc: Document, cast: Cast, gold: Gold) -> dict[int, str]:
    """Index of a person found → id of the annotated person."""
    return figures(doc, cast.figures, gold)


def figures(doc: Document, found: list[Figure], gold: Gold) -> dict[int, str]:
    """Index of a figure → id of the annotated person."""
    out = {}
    for n, figure in enumerate(found):
        for run in figure.runs:
            person = whose(doc, run.first, run.last, gold)
            if person is not None:
                out[n] = person["id"]
                break
    return out


def parties(gold: Gold) -> dict[str, str]:
    """Id of a person → the country or body that the annotation lets them stand for, as participant or in office."""
    seen: dict[str, Counter[str]] = {p["id"]: Counter({p["of"]: 1} if p["of"] else {}) for p in gold.people}
    for event in gold.engagements:
        for side in event["participants"]:
            if side["person"] in seen and side["party"]:
                seen[side["person"]][side["party"]] += 1
    return {person: counts.most_common(1)[0][0] for person, counts in seen.items() if counts}


def home_of(doc: Document, gold: Gold) -> str | None:
    """The country whose officials the report names most without naming the country beside the title."""
    things = {fold(doc.text(t.first, t.last)) for t in doc.things if t.kind in ("country", "demonym", "body")}
    counts = Counter(p["of"] for p in gold.people if p["of"] and len(p["of"]) == 2 and p["title"]
                     and not any(t in fold(p["title"]) for t in things))  # fmt: skip
    if not counts:
        return None
    (first, n), *rest = counts.most_common()
    return first if not rest or n > rest[0][1] else None


def owner_of(doc: Document, office: OfficeAt, gold: Gold) -> str | None:
    """The country or body that the annotation gives for a title standing at this place."""
    words = fold(doc.text(office.first, office.last))
    found = {p["of"] for p in gold.people if _office(p, office) and p["of"] and p["title"]
             and words in fold(p["title"])}  # fmt: skip
    if len(found) > 1:
        sentence = doc.sentences[office.sentence]
        text = doc.report.text[sentence.start : sentence.end]
        near = [p for p in gold.people if p["title"] and p["title"] in text and any(m in text for m in p["mentions"])]
        found = {p["of"] for p in near if _office(p, office) and p["of"] and words in fold(p["title"])}
    return next(iter(found)) if len(found) == 1 else None


def party_of(owner: Thing | str | None) -> str | None:
    """The party of an owner option."""
    return party(owner)


def _office(person: dict[str, Any], office: OfficeAt) -> bool:
    return office.office in (person["office"], PEER)


def holds(doc: Document, office: OfficeAt, person: dict[str, Any], run: Run) -> bool | None:
    """Whether the person holds the title at this place: None where the annotation does not tell."""
    title = fold(person["title"] or "")
    words = fold(doc.text(office.first, office.last))
    if not title:
        return False
    if _office(person, office) and (words in title or title in words):
        if office.of is None or person["of"] is None or same_party(person["of"], office.of):
            return True
        return None
    if words in title:
        return None
    near = abs(office.last - run.first) <= 2
    return None if near and person["office"] != office.office else False


def same_party(a: str | None, b: str | None) -> bool:
    """Whether two parties are one: the same code, or bodies whose ids share half their words."""
    if not a or not b:
        return False
    if a == b:
        return True
    if (len(a) == 2 and a.isupper()) or (len(b) == 2 and b.isupper()):
        return False
    x, y = set(re.split(r"[-\s_]+", a.lower())), set(re.split(r"[-\s_]+", b.lower()))
    return len(x & y) / len(x | y) >= 0.5


def same_date(gold: str | None, found: str | None) -> bool:
    """Whether a date found is the annotated one, as exactly or a little less so."""
    if not gold or not found:
        return gold == found
    n = min(len(gold), len(found))
    if gold[:n] == found[:n]:
        return len(found) >= len(gold) or len(gold) - len(found) <= 3
    if len(gold) == len(found) == 10:
        return abs((dt.date.fromisoformat(gold) - dt.date.fromisoformat(found)).days) <= 1
    return False


def overlaps(doc: Document, event: dict[str, Any], start: int, end: int) -> bool:
    """Whether the event's anchor stands between two offsets, at least in part."""
    at = doc.report.text.find(event["anchor"])
    return at < end and start < at + len(event["anchor"])


def align(doc: Document, gold: Gold, tried: list[Candidate]) -> Iterator[tuple[Candidate, dict[str, Any]]]:
    """Each annotated event with the candidate that states it: of its kind, in the anchor's sentence, nearest to it."""
    used: set[int] = set()
    for event in gold.engagements:
        at = doc.report.text.find(event["anchor"])
        end = at + len(event["anchor"])
        best: tuple[tuple[int, int], Candidate] | None = None
        for candidate in tried:
            sentence = doc.sentences[candidate.sentence]
            if candidate.kind != event["kind"] or id(candidate) in used or sentence.end <= at or sentence.start >= end:
                continue
            lo, hi = doc.tokens[candidate.first].start, doc.tokens[candidate.last - 1].end
            away = max(0, lo - end, at - hi)
            rank = (away, lo)
            if best is None or rank < best[0]:
                best = (rank, candidate)
        if best:
            used.add(id(best[1]))
            yield best[1], event


Told = tuple[Candidate, dict[str, Any], Prior | None]


@dataclass(slots=True)
class Reading:
    """What a report tells, as annotated and as read."""

    told: list[Told]
    """the annotated events in the order in which the report tells them, each with the one before it"""
    found: list[tuple[Event, dict[str, Any] | None]]
    """what a model reads and what is annotated, each event with its annotation"""
    doubtful: list[tuple[Event, dict[str, Any] | None]]
    """all that the model would look at, each event with its annotation"""


def read(doc: Document, gold: Gold, cast: Cast, model: Model | None = None) -> Reading:
    """Go through a report: what went before an event is as annotated, or as the model would have read it."""
    tried = candidates(doc, cast)
    pairs = {id(candidate): event for candidate, event in align(doc, gold, tried)}
    for candidate in tried:
        candidate.score = model.score("trigger", candidate.features) if model else float(id(candidate) in pairs)
    chosen = {id(candidate) for candidate in likeliest(tried)}
    weighed = {id(candidate) for candidate in likeliest(tried, DOUBTFUL)}
    persons = {person: n for n, person in identities(doc, cast, gold).items()}
    out = Reading([], [], [])
    prior: Prior | None = None
    for candidate in sorted(tried, key=lambda c: (c.sentence, c.first)):
        annotated = pairs.get(id(candidate))
        if annotated is not None:
            out.told.append((candidate, annotated, prior))
        if model and (annotated is not None or id(candidate) in weighed):
            event = fill(doc, cast, candidate, prior, model)
            if annotated is not None or id(candidate) in chosen:
                out.found.append((event, annotated))
            if id(candidate) in weighed:
                out.doubtful.append((event, annotated))
            if id(candidate) in chosen:
                prior = after(event, prior)
        elif not model and annotated is not None:
            inside = annotated["participants"]
            prior = Prior(candidate.kind, candidate.sentence, annotated["status"], annotated["start"],
                          annotated["country"], annotated["city"],
                          frozenset(persons[p["person"]] for p in inside if p["person"] in persons),
                          frozenset(p["party"] for p in inside if not p["person"]),
                          next((t for t in doc.things if t.id == annotated["forum"]), None),
                          (prior.lead or prior) if prior else None)  # fmt: skip
    return out


def likest(cast: Cast, who: dict[int, str], event: Event, gold: Gold) -> dict[str, Any] | None:
    """The annotated event that one read from another place tells again: of its kind, on its day, with its sides."""
    sides = {str(s) for s in sides_of(cast, event) if s}
    persons = {who[p] for p in event.people if p in who}
    best: tuple[int, dict[str, Any]] | None = None
    for annotated in gold.engagements:
        if annotated["kind"] != event.candidate.kind or annotated["status"] != event.status:
            continue
        day = not annotated["start"] or not event.date.first or same_date(annotated["start"], event.date.first)
        theirs = {p["party"] for p in annotated["participants"] if p["party"]}
        others = {p["person"] for p in annotated["participants"] if p["person"]}
        shared = 2 * len(persons & others) + len(sides & theirs)
        forum = event.forum is not None and same_party(event.forum.id, annotated["forum"])
        if day and (forum or (shared and len(sides & theirs) * 2 >= len(sides))):
            rank = shared + 3 * forum
            if best is None or rank > best[0]:
                best = (rank, annotated)
    return best[1] if best else None


def statement_sentences(doc: Document, gold: Gold) -> dict[int, dict[str, Any]]:
    """Index of a sentence → the annotated statement that begins in it."""
    out = {}
    for statement in gold.statements:
        at = doc.report.text.find(statement["anchor"])
        for sentence in doc.sentences:
            if sentence.start <= at < sentence.end:
                out[sentence.index] = statement
    return out


def speaks(speaker: int | str, want: str, who: dict[int, str]) -> bool:
    """Whether a speaker option is the annotated speaker."""
    return who.get(speaker) == want if isinstance(speaker, int) else same_party(want, speaker)
