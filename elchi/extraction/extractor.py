"""The built-in extractor: report → records, by language packs and learned weights."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from elchi.extraction import apart, setting, timing
from elchi.extraction.again import merge, put_off
from elchi.extraction.candidates import Candidate, candidates, likeliest
from elchi.extraction.document import Document, Thing, settle, take_apart
from elchi.extraction.home import home
from elchi.extraction.model import Model, default_model
from elchi.extraction.naming import base_name
from elchi.extraction.participants import party_options, person_options
from elchi.extraction.people import Cast, Figure, cast
from elchi.extraction.reconsider import reconsider, sides_of, stand
from elchi.extraction.relation import Prior
from elchi.extraction.setting import PlaceOption
from elchi.extraction.statements import Said, anchor, statements
from elchi.extraction.status import status
from elchi.extraction.timing import DateOption
from elchi.records import Engagement, Evidence, Participant, Person, Records, Report, Statement
from elchi.vocabulary import LANGUAGES

_COMPARED: Final = 200
"""How many events back one may have been told before: far more than any report tells, and no page takes for ever."""


DOUBTFUL: Final = -1.5
"""Log-odds of a trigger from which an event is looked at: what stands is decided when all about it is known."""


class Extractor(Protocol):
    """What reads a report. The built-in one needs no download; another must return evidence found in the report."""

    def extract(self, report: Report) -> Records:
        """All that the report states."""


@dataclass(slots=True)
class Event:
    """A candidate that was taken for an event, with what belongs to it."""

    candidate: Candidate
    status: str
    date: DateOption
    place: PlaceOption
    forum: Thing | None
    people: list[int]
    parties: list[tuple[str, Thing | None]]
    documents: list[tuple[str, tuple[int, int]]]
    also: list[Candidate] = field(default_factory=list)
    weighed_people: list[tuple[int, float]] = field(default_factory=list)
    """everyone looked at for it, with the log-odds of having taken part"""
    weighed_parties: list[tuple[str, Thing | None, float]] = field(default_factory=list)
    """every country or body looked at for it, with where it stands and its log-odds"""


class BuiltinExtractor:
    """Reads a report with its language's pack and the weights that come with the package."""

    def __init__(self, model: Model | None = None) -> None:
        self.model = model or default_model()

    def extract(self, report: Report) -> Records:
        """All that the report states; nothing for a language without a pack."""
        if report.language not in LANGUAGES:
            return Records(report)
        return _records(*_read(report, self.model))

    def explain(self, report: Report) -> Records:
        """The same records, each with its `reasons`: what made every field of it. Takes twice as long."""
        if report.language not in LANGUAGES:
            return Records(report)
        from elchi.extraction.reasons import explained
        from elchi.extraction.witness import Witness

        witness = Witness(self.model)
        doc, people, found, said = _read(report, witness)
        return explained(_records(doc, people, found, said), doc, people, found, said, witness)


def _read(report: Report, model: Model) -> tuple[Document, Cast, list[Event], list[Said]]:
    doc = take_apart(report)
    settle(doc, home(doc, model))
    people = cast(doc, model)
    found = events(doc, people, model)
    return doc, people, found, statements(doc, people, model)


def events(doc: Document, people: Cast, model: Model) -> list[Event]:
    """The events of a report, each once."""
    tried = candidates(doc, people)
    for candidate in tried:
        candidate.score = model.score("trigger", candidate.features)
    told: list[Event] = []
    priors: dict[int, Prior | None] = {}
    prior: Prior | None = None
    for candidate in likeliest(tried, DOUBTFUL):
        event = fill(doc, people, candidate, prior, model)
        told.append(event)
        priors[id(event)] = prior
        if candidate.score > 0:
            prior = after(event, prior)
    found = [part for event in stand(people, told, model) for part in put_off(doc, event, priors[id(event)], model)]
    reconsider(people, found, model)
    for event in found:
        if event.forum is None:
            event.forum = setting.series(doc, event.candidate, {side for side in sides_of(people, event) if side})
    return merge(doc, people, [part for event in found for part in _divide(doc, people, event, model)], model)


def after(event: Event, prior: Prior | None) -> Prior:
    """What the next event is read against: this event, and the report's first."""
    return Prior(event.candidate.kind, event.candidate.sentence, event.status, event.date.first, event.place.country,
                 event.place.city, frozenset(event.people), frozenset(p for p, _ in event.parties), event.forum,
                 (prior.lead or prior) if prior else None)  # fmt: skip


def fill(doc: Document, people: Cast, candidate: Candidate, prior: Prior | None, model: Model) -> Event:
    """All that belongs to a candidate taken for an event."""
    model.about(candidate)
    state = status(doc, candidate, model)
    date = timing.date(doc, candidate, state, prior, model)
    place = setting.place(doc, candidate, prior, model)
    forum = setting.forum(doc, candidate, date.first, prior, model)
    weighed = [(o.person, score) for o, score in model.weighed("person", person_options(doc, people, candidate, prior))]
    who = [person for person, score in weighed if score > 0]
    seats = party_options(doc, people, candidate, set(who), place, prior)
    offered = [(o.party, o.at, score) for o, score in model.weighed("party", seats)]
    sides = [(party, at) for party, at, score in offered if score > 0]
    papers = setting.documents(doc, candidate, model)
    return Event(candidate, state, date, place, forum, who, sides, papers, [], weighed, offered)


def _divide(doc: Document, people: Cast, event: Event, model: Model) -> list[Event]:
    """One event, or as many as there were counterparts met separately."""
    met = apart.sides(people, event.candidate, event.people, event.parties)
    if met is None or model.score("apart", apart.features(doc, event.candidate, met)) <= 0:
        return [event]
    out = []
    for other in met.others:
        both = (*met.subject, other)
        out.append(replace(event, people=[p for p, _, _ in both if p is not None],
                           parties=[(party, at) for p, party, at in both if p is None and party]))  # fmt: skip
    return out


def _span(doc: Document, first: int, last: int, name: str = "") -> Evidence:
    return Evidence(doc.tokens[first].start, doc.tokens[last - 1].end, name)


def _records(doc: Document, people: Cast, found: list[Event], said: list[Said]) -> Records:
    persons = tuple(_person(doc, n, f) for n, f in enumerate(people.figures))
    engagements = tuple(_engagement(doc, people, n, e) for n, e in enumerate(found, 1))
    spoken = tuple(_statement(doc, s) for s in said)
    return Records(doc.report, persons, engagements, spoken)


def _id(person: int) -> str:
    return f"p{person + 1}"


def _person(doc: Document, number: int, figure: Figure) -> Person:
    texts = list(dict.fromkeys(doc.text(r.first, r.last) for r in figure.runs))
    evidence = [_span(doc, r.first, r.last) for r in figure.runs]
    title = None
    if figure.title:
        first, last = figure.title.first, figure.title.last
        owner = figure.title.owner
        if owner is not None and owner.sentence == figure.title.sentence and (
            -1 <= owner.first - last <= 3 or -1 <= first - owner.last <= 3
        ):  # fmt: skip
            first, last = min(first, owner.first), max(last, owner.last)
        title = doc.text(first, last)
        evidence.append(_span(doc, first, last, "office"))
    of = figure.of if figure.office else None
    return Person(_id(number), base_name(doc, figure), tuple(texts), figure.office, of, title, tuple(evidence))


def _engagement(doc: Document, people: Cast, number: int, event: Event) -> Engagement:
    candidate = event.candidate
    sentence = doc.sentences[candidate.sentence]
    evidence = [Evidence(sentence.start, sentence.end)]
    evidence += [_span(doc, doc.sentences[c.sentence].first, doc.sentences[c.sentence].last) for c in event.also]
    for at, name in ((event.date.at, "date"), (event.place.at, "place"), (event.forum, "forum")):
        if at is not None:
            evidence.append(_span(doc, at.first, at.last, name))
    evidence += [_span(doc, first, last, "document") for _, (first, last) in event.documents]
    for person in event.people:
        near = min(people.figures[person].runs, key=lambda r: abs(r.first - candidate.first))
        evidence.append(_span(doc, near.first, near.last, "participant"))
    evidence += [_span(doc, at.first, at.last, "participant") for _, at in event.parties if at is not None]
    participants = [Participant(_id(p), people.figures[p].side) for p in event.people]
    participants += [Participant(None, party) for party, _ in event.parties]
    return Engagement(
        key=f"e{number}",
        kind=candidate.kind,
        status=event.status,
        central=_central(doc, event),
        start=event.date.first,
        end=event.date.last if event.date.last != event.date.first else None,
        country=event.place.country,
        city=event.place.city,
        forum=event.forum.id if event.forum else None,
        mode=candidate.mode or (None if candidate.kind in ("letter", "aid", "agreement") else "in_person"),
        participants=tuple(participants),
        documents=tuple(d for d, _ in event.documents),
        anchor=doc.text(*_clause(doc, candidate)),
        evidence=tuple(dict.fromkeys(evidence)),
        rule=f"{doc.pack.tag}: {' + '.join(dict.fromkeys(candidate.patterns))}",
    )


def _clause(doc: Document, candidate: Candidate) -> tuple[int, int]:
    """The trigger with the words around it, up to the next sign: what to show as the words that state the event."""
    sentence = doc.sentences[candidate.sentence]
    first, last = candidate.first, candidate.last
    while first > sentence.first and not _parts(doc, first - 1):
        first -= 1
    while last < sentence.last and not _parts(doc, last):
        last += 1
    return first, last


def _parts(doc: Document, i: int) -> bool:
    """Whether a sign ends a clause; a dash in "12–13" does not, nor do quotation marks."""
    token = doc.tokens[i]
    if token.text in "–—-" and 0 < i < len(doc.tokens) - 1:
        return doc.tokens[i - 1].end < token.start and token.end < doc.tokens[i + 1].start
    return token.kind == "sign" and token.text in ",;:.!?…()"


def _central(doc: Document, event: Event) -> bool:
    """What stands in the title or the lead, or happened on the page's day."""
    sentence = event.candidate.sentence
    return sentence <= 2 or (event.status == "held" and event.date.first is not None
                             and event.date.first == doc.report.published)  # fmt: skip


def _statement(doc: Document, said: Said) -> Statement:
    start, end = anchor(doc, said)
    evidence = Evidence(doc.sentences[said.first].start, doc.sentences[said.last].end)
    speaker = _id(said.speaker) if isinstance(said.speaker, int) else said.speaker
    return Statement(speaker, said.act, doc.report.text[start:end], (evidence,), f"{doc.pack.tag}: {said.rule}")
