"""Places in a report that may state an engagement: a trigger, alone or with its light verb, in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from elchi import gazetteer
from elchi.extraction.document import Document
from elchi.extraction.model import Features
from elchi.extraction.people import Cast

_TOGETHER: Final = 7
"""A noun and a verb of one kind that stand within so many tokens tell one event ("провёл переговоры … встретился")."""


_ALTERNATIVES: Final = {
    "meeting": ("session",),
    "session": ("meeting", "conference"),
    "conference": ("session", "ceremony"),
    "ceremony": ("conference", "agreement"),
    "agreement": ("ceremony", "aid"),
    "visit": ("meeting",),
    "letter": ("call",),
}
"""What the words for one kind may tell as well: "кездесу" of ministers may be a regular session."""


@dataclass(slots=True)
class Candidate:
    """A trigger of `kind` at tokens `first` to `last` (exclusive) of a sentence."""

    kind: str
    first: int
    last: int
    sentence: int
    patterns: list[str]
    forms: set[str]
    mode: str | None = None
    status: str | None = None
    features: Features = field(default_factory=list)
    score: float = 0.0
    instead: Candidate | None = None
    """the candidate whose words these are, when this reads them as another kind"""
    told_in: set[int] = field(default_factory=set)
    """the sentences where events of this kind may be told"""


@dataclass(slots=True)
class _Before:
    """The candidates of one kind so far: how many outside the title, whether one in it, with whom, where last."""

    in_body: int = 0
    in_title: bool = False
    people: set[int] = field(default_factory=set)
    sentence: int = 0

    def add(self, doc: Document, cast: Cast, candidate: Candidate) -> None:
        in_body = bool(doc.sentences[candidate.sentence].paragraph)
        self.in_body += in_body
        self.in_title = self.in_title or not in_body
        self.people.update(m.person for m in cast.by_sentence.get(candidate.sentence, ()))
        self.sentence = candidate.sentence


def candidates(doc: Document, cast: Cast) -> list[Candidate]:
    """All candidates of a report in order of place, with the features that decide whether each states an event."""
    out: list[Candidate] = []
    for sentence in doc.sentences:
        here: list[Candidate] = []
        found = doc.words("trigger", sentence)
        barred = {i for m in found if m.entry.form == "never" for i in range(m.first, m.last)}
        for match in found:
            entry = match.entry
            if not entry.value or match.first in barred or entry.form == "never":
                continue
            _add(here, Candidate(entry.value, match.first, match.last, sentence.index, [entry.pattern],
                                 {entry.form}, entry.mode, entry.status))  # fmt: skip
        for thing in doc.things_in(sentence.index):
            if thing.kind == "body" and _is_forum(thing.id):
                _add(here, Candidate("session", thing.first, thing.last, sentence.index, ["<forum>"], {"forum"}))
        out += here + [_alternative(c, kind) for c in here for kind in _ALTERNATIVES.get(c.kind, ())
                       if not any(o.kind == kind and o.first < c.last and c.first < o.last for o in here)]  # fmt: skip
    told_in: dict[str, set[int]] = {}
    beside: dict[int, list[Candidate]] = {}
    for candidate in out:
        beside.setdefault(candidate.sentence, []).append(candidate)
        candidate.told_in = told_in.setdefault(candidate.kind, set())
        if candidate.instead is None:
            candidate.told_in.add(candidate.sentence)
    countries = min(4, len({t.country for t in doc.things if t.country}))
    seen: dict[str, _Before] = {}
    for candidate in out:
        here = beside[candidate.sentence]
        candidate.features = _features(doc, cast, candidate, seen.get(candidate.kind), here, countries)
        if candidate.instead is None:
            seen.setdefault(candidate.kind, _Before()).add(doc, cast, candidate)
    return out


def _alternative(candidate: Candidate, kind: str) -> Candidate:
    return Candidate(kind, candidate.first, candidate.last, candidate.sentence,
                     [f"{p} as {kind}" for p in candidate.patterns], {f"{f}-{candidate.kind}" for f in candidate.forms},
                     candidate.mode, candidate.status, instead=candidate)  # fmt: skip


def likeliest(tried: list[Candidate], least: float = 0.0) -> list[Candidate]:
    """The candidates that state an event, or may with `least` below 0; of the kinds that one trigger may tell, only the
    likeliest.
    """
    best: dict[int, float] = {}
    for c in tried:
        root = id(c.instead or c)
        best[root] = max(best.get(root, least), c.score)
    return [c for c in tried if c.score > least and c.score >= best[id(c.instead or c)]]


def _is_forum(key: str) -> bool:
    body = gazetteer.body(key)
    return body is not None and body.forum


def _add(here: list[Candidate], new: Candidate) -> None:
    for old in here:
        if old.kind == new.kind and -1 <= new.first - old.last <= _TOGETHER:
            old.patterns += new.patterns
            old.forms |= new.forms
            old.mode = old.mode or new.mode
            old.status = old.status or new.status
            if new.last - old.first < 14:
                old.last = max(old.last, new.last)
            return
    here.append(new)


def _near_words(doc: Document, category: str, candidate: Candidate, reach: int = 8) -> list[tuple[int, str]]:
    """(distance, value) of the lexicon words near the candidate, in its sentence."""
    out = []
    for match in doc.words(category, doc.sentences[candidate.sentence]):
        gap = match.first - candidate.last if match.first >= candidate.first else candidate.first - match.last
        if gap <= reach:
            out.append((gap, match.entry.value or match.entry.form))
    return out


def _features(
    doc: Document, cast: Cast, candidate: Candidate, before: _Before | None, beside: list[Candidate], countries: int
) -> Features:
    tag, kind = doc.pack.family, candidate.kind
    sentence = doc.sentences[candidate.sentence]
    people = {m.person for m in cast.by_sentence.get(sentence.index, ())}
    things = doc.things_in(sentence.index)
    parties = {t.party for t in things if t.party}
    forums = [t for t in things if t.kind == "body"]
    dated = doc.dates_in(sentence.index)
    exact = any(d.mention.first and len(d.mention.first) == 10 for d in dated)
    form = "+".join(sorted(candidate.forms))
    where = "title" if sentence.paragraph == 0 else "lead" if sentence.index <= 2 else "body"
    again = min(before.in_body, 3) if before else 0
    in_title = before is not None and before.in_title
    out = [
        f"kind={kind}", f"{kind}&{form}", f"{kind}&{where}", f"{kind}&again={again}", f"{kind}&{form}&again={again}",
        f"{kind}&people={min(len(people), 3)}", f"{kind}&parties={min(len(parties), 3)}",
        f"{kind}&dated={bool(dated)}", f"{kind}&exact={exact}", f"again={again}&exact={exact}",
        f"{kind}&again={again}&exact={exact}", f"{where}&again={again}", f"{kind}&in-title={in_title}",
        f"people={min(len(people), 3)}&parties={min(len(parties), 3)}",
        f"{kind}&body={bool(forums)}",
    ]  # fmt: skip
    officials = min(4, -(-4 * len(cast.titles) // max(1, len(doc.sentences))))
    seats = min(2, cast.seats[sentence.index])
    out += [f"officials={officials}", f"officials={officials}&countries={countries}", f"{kind}&officials={officials}",
            f"{kind}&seats={seats}&people={min(len(people), 2)}",
            f"seats={seats}&parties={min(len(parties), 2)}"]  # fmt: skip
    for pattern in dict.fromkeys(candidate.patterns):
        out += [f"{tag}:{pattern}", f"{tag}:{pattern}&again={bool(again)}", f"{tag}:{pattern}&dated={bool(dated)}"]
    if candidate.first > sentence.first:
        out.append(f"{tag}:prev={doc.word(candidate.first - 1)}")
        out.append(f"{tag}:{kind}:prev={doc.word(candidate.first - 1)}")
    else:
        out += ["starts", f"{kind}&starts"]
    if candidate.last < sentence.last:
        out.append(f"{tag}:next={doc.word(candidate.last)}")
        out.append(f"{tag}:{kind}:next={doc.word(candidate.last)}")
    end = doc.tokens[candidate.last - 1].key[-3:]
    out += [f"{tag}:end={end}", f"{tag}:{kind}:end={end}"]
    if doc.quoted[candidate.first]:
        out += ["quoted", f"{kind}&quoted"]
    for match in doc.words("trigger", sentence):
        if match.entry.form in ("hold", "attend"):
            near = min(abs(match.first - candidate.last), abs(candidate.first - match.last))
            out += [f"{match.entry.form}&near={min(near // 4, 3)}", f"{kind}&{match.entry.form}",
                    f"{tag}:{match.entry.form}={match.entry.pattern}"]  # fmt: skip
    for gap, status in _near_words(doc, "status", candidate, 12):
        out += [f"status={status}", f"{kind}&status={status}", f"status={status}&near={gap < 5}"]
    if doc.words("speech", sentence):
        out += [f"{kind}&speech"]
    others = {c.kind: None for c in beside if c is not candidate and c.instead is None}
    out += [f"{kind}&with={other}" for other in others]
    same = sum(1 for c in beside if c.kind == kind)
    out.append(f"{kind}&same={min(same, 3)}")
    earlier = any(c.kind == kind and c.first < candidate.first for c in beside)
    out.append(f"{kind}&earlier-here={earlier}")
    if before:
        out += _against(candidate, before, people, dated)
    number = _number_before(doc, candidate)
    if number:
        out += [f"number={number}", f"{kind}&number={number}"]
    if kind == "agreement":
        documents = [m.entry.value for m in doc.words("document", sentence)]
        out += [f"document={d}" for d in documents] or ["document=none"]
    last = doc.tokens[sentence.last - 1 if sentence.last - 1 < len(doc.tokens) else -1]
    if last.kind == "sign" and sentence.last - 2 >= sentence.first:
        last = doc.tokens[sentence.last - 2]
    out.append(f"{tag}:closes={last.key[-4:]}")
    out.append(f"third={3 * (candidate.first - sentence.first) // max(1, sentence.last - sentence.first)}")
    return out


def _against(candidate: Candidate, before: _Before, people: set[int], dated: Sequence[object]) -> Features:
    """How a candidate compares with the earlier ones of its kind: a new event has people or a date of its own."""
    earlier = before.people
    new = len(people - earlier)
    shared = len(people & earlier)
    gap = min(candidate.sentence - before.sentence, 3)
    return [f"new={min(new, 2)}&shared={min(shared, 2)}", f"{candidate.kind}&new={min(new, 2)}",
            f"new={min(new, 2)}&dated={bool(dated)}", f"since={gap}", f"{candidate.kind}&since={gap}"]  # fmt: skip


def _number_before(doc: Document, candidate: Candidate) -> str:
    """An ordinal right before or after the trigger ("48-я сессия", "XXII заседание")."""
    for i in range(max(0, candidate.first - 4), candidate.first):
        token = doc.tokens[i]
        if token.kind == "number" and len(token.text) < 3:
            return "digits"
        if token.kind == "word" and token.text.isupper() and not set(token.text) - set("IVXLCХІ"):
            return "roman"
    return ""
