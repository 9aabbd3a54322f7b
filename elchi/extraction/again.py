"""One event told twice, and two told in one breath: what is put off is cancelled on one day and planned for another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from elchi.extraction.candidates import Candidate
from elchi.extraction.document import Document
from elchi.extraction.model import Features, Model
from elchi.extraction.reconsider import sides_of
from elchi.extraction.relation import Prior
from elchi.extraction.timing import DateOption, date_options

if TYPE_CHECKING:
    from elchi.extraction.extractor import Event
    from elchi.extraction.people import Cast

OTHER: Final = {"cancelled": "planned", "planned": "cancelled"}
"""A status, and that of the same event on its other day."""

_COMPARED: Final = 40
"""How many events back one may have been told before: far more than any report tells, and no page takes for ever."""


def put_off(doc: Document, event: Event, prior: Prior | None, model: Model) -> list[Event]:
    """The event, and the same on its other day where the words state both."""
    state = OTHER.get(event.status)
    if state is None or model.score("put-off", put_off_features(doc, event.candidate, event.status)) <= 0:
        return [event]
    options = [(option, features) for option, features in date_options(doc, event.candidate, state, prior)
               if option.first != event.date.first]  # fmt: skip
    weighed = model.weighed("date", options)
    date = max(weighed, key=lambda o: o[1])[0] if weighed else DateOption(None, None, None)
    return [event, replace(event, status=state, date=date)]


def put_off_features(doc: Document, candidate: Candidate, state: str) -> Features:
    """What speaks for two days of one event in the words around a trigger."""
    tag, kind = doc.pack.family, candidate.kind
    sentence = doc.sentences[candidate.sentence]
    cues = doc.words("status", sentence)
    days = sum(1 for d in doc.dates_in(candidate.sentence) if d.mention.first or d.mention.offset is not None)
    out = [f"{state}", f"{state}&{kind}", f"days={min(days, 3)}", f"{state}&days={min(days, 3)}",
           f"cues={min(len(cues), 3)}&{state}"]  # fmt: skip
    for value in {m.entry.value for m in cues}:
        out += [f"{value}&{state}", f"{value}&{state}&days={min(days, 2)}"]
    for pattern in {m.entry.pattern for m in cues} | set(candidate.patterns):
        out += [f"{tag}:{pattern}&{state}", f"{tag}:{pattern}&{state}&days={min(days, 2)}"]
    return out


def merge(doc: Document, cast: Cast, found: list[Event], model: Model) -> list[Event]:
    """Events told twice, made one: it keeps what it was told with first, and fills what that lacked."""
    out: list[Event] = []
    for event in found:
        near = [e for e in out[-_COMPARED:] if e.candidate.kind == event.candidate.kind]
        weighed = model.weighed("same", [(e, same_features(doc, cast, e, event)) for e in near])
        twin = max(weighed, key=lambda w: w[1], default=None)
        if twin is None or twin[1] <= 0:
            out.append(event)
            continue
        first = twin[0]
        first.also.append(event.candidate)
        if len(event.people) + len(event.parties) > len(first.people) + len(first.parties) and first.forum is None:
            first.people, first.parties = event.people, event.parties
        first.documents += [d for d in event.documents if d[0] not in {kind for kind, _ in first.documents}]
    return out


def same_features(doc: Document, cast: Cast, a: Event, b: Event) -> Features:
    """What speaks for one event told twice, `a` before `b`."""
    kind, tag = b.candidate.kind, doc.pack.family
    one, other = set(a.people), set(b.people)
    ours, theirs = sides_of(cast, a), sides_of(cast, b)
    people = "none" if not one or not other else _overlap(one, other)
    sides = "none" if not ours or not theirs else _overlap(ours, theirs)
    day = "unknown" if not a.date.first or not b.date.first else _day(a.date.first, b.date.first)
    own = b.date.at is not None and (a.date.at is None or a.date.at.first != b.date.at.first)
    forum = "none" if a.forum is None and b.forum is None else (
        "same" if a.forum is not None and b.forum is not None and a.forum.id == b.forum.id
        else "other" if a.forum is not None and b.forum is not None else "one")  # fmt: skip
    city = "none" if not a.place.city or not b.place.city else str(a.place.city == b.place.city)
    status = a.status if a.status == b.status else f"{a.status}>{b.status}"
    gap = min(b.candidate.sentence - a.candidate.sentence, 4)
    title = not doc.sentences[a.candidate.sentence].paragraph
    ends = sum(1 for m in b.candidate.patterns if m in a.candidate.patterns)
    out = [
        kind, f"{kind}&day={day}", f"{kind}&day={day}&own={own}", f"day={day}&status={status}",
        f"{kind}&status={status}",
        f"{kind}&people={people}", f"{kind}&sides={sides}", f"people={people}&sides={sides}&day={day}",
        f"{kind}&people={people}&day={day}", f"{kind}&sides={sides}&day={day}", f"forum={forum}&{kind}",
        f"forum={forum}&day={day}&{kind}", f"city={city}&{kind}", f"city={city}&day={day}", f"gap={gap}&{kind}",
        f"gap={gap}&day={day}", f"title={title}&{kind}", f"title={title}&day={day}&sides={sides}", f"gap={gap}&{tag}",
        f"again={bool(ends)}&{kind}", f"sizes={min(len(one), 3)}/{min(len(other), 3)}&{kind}",
        f"seats={min(len(ours), 3)}/{min(len(theirs), 3)}&{kind}",
        f"seats={min(len(ours), 3)}/{min(len(theirs), 3)}&sides={sides}",
    ]  # fmt: skip
    out += [f"{tag}:{pattern}&day={day}" for pattern in dict.fromkeys(b.candidate.patterns)]
    return out


def _overlap(one: set[int] | set[str | None], other: set[int] | set[str | None]) -> str:
    if one == other:
        return "equal"
    if one <= other:
        return "more"
    if other <= one:
        return "fewer"
    return "some" if set(one) & set(other) else "apart"


def _day(a: str, b: str) -> str:
    if a == b:
        return "same"
    return "within" if a.startswith(b) or b.startswith(a) else "other"
