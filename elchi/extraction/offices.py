"""Offices: the titles in a report, whose they are, and of which country or body."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import islice, pairwise, takewhile
from typing import Final

from elchi import gazetteer
from elchi.extraction.document import Document, Thing
from elchi.extraction.model import Features, Model
from elchi.extraction.names import Run
from elchi.vocabulary import OFFICES

_REACH: Final = 30
"""How many tokens may stand between a title and the name it belongs to."""

PEER: Final = "peer"
"""The office of "his counterpart": the same as that of whom he met; `people` tells which."""

_OWNER_REACH: Final = 14
_RANK: Final = {office: n for n, office in enumerate((*OFFICES, PEER))}


@dataclass(slots=True)
class OfficeAt:
    """A title at tokens `first` to `last` (exclusive); `of` is the country or body it is an office of."""

    office: str
    first: int
    last: int
    sentence: int
    fixed: str | None = None
    of: str | None = None
    owner: Thing | None = None
    former: bool = False
    holders: list[int] = field(default_factory=list)


def offices(doc: Document, model: Model) -> list[OfficeAt]:
    """The titles of a report, each with its country or body."""
    out = []
    for office in titles(doc):
        office.former = any(doc.is_word("word:former", i) for i in range(max(0, office.first - 4), office.last)
                            if doc.sentence_of[i] == office.sentence)  # fmt: skip
        out.append(office)
        if office.fixed:
            office.of = office.fixed
            continue
        best = None
        for owner, features in owners(doc, office):
            score = model.score("owner", features)
            if best is None or score > best[0]:
                best = (score, owner)
        if best is None:
            continue
        owner_of = best[1]
        office.owner = owner_of if isinstance(owner_of, Thing) else None
        office.of = party(owner_of)
    return out


def titles(doc: Document) -> list[OfficeAt]:
    """The titles of a report, without those that only say whose another is ("press secretary of the president")."""
    found = [(m.first, m.last, m.entry.value, m.entry.form) for m in doc.matches.get("office", [])]
    peers = doc.matches.get("word:peers", [])
    found += [(m.first, m.last, PEER, "") for m in peers if not doc.is_word("office", m.first)]
    out: list[OfficeAt] = []
    for first, last, value, of in sorted(found):
        inside = doc.thing_at.get(first)
        if inside is not None and inside.kind == "body" and inside.first <= first and last < inside.last:
            continue  # "Leaders" in the name of a congress is no one's title
        office = OfficeAt(value, first, last, doc.sentence_of[first], of or None)
        if not out or out[-1].last <= first:
            out.append(office)
        elif doc.pack.office_head == "last" and last > out[-1].last:
            out[-1] = office
    return _heads(doc, out)


def party(owner: Thing | str | None) -> str | None:
    """The country or body that an office is of: the country itself for the head of a national muftiate or bank."""
    if not isinstance(owner, Thing):
        return owner
    body = gazetteer.body(owner.id) if owner.kind == "body" else None
    return body.country if body and body.country else owner.party


def owners(doc: Document, office: OfficeAt) -> list[tuple[Thing | str | None, Features]]:
    """What the office may be of: the countries and bodies of its sentence, the page's own country, or nothing told."""
    out: list[tuple[Thing | str | None, Features]] = []
    near = [t for t in doc.things_in(office.sentence) if t.party and t.kind != "city"]
    kind = group(office.office)
    for thing in near:
        left = thing.last <= office.first
        gap = office.first - thing.last if left else thing.first - office.last
        if gap > _OWNER_REACH:
            continue
        out.append((thing, _owner_features(doc, office, thing, near, left, max(gap, -1), kind)))
    own = [f"own&{kind}", f"own&{office.office}", f"own&near={bool(out)}", f"own&{doc.pack.family}"]
    beside = [t for t, _ in out if isinstance(t, Thing) and -1 <= _gap(t, office) <= 1]
    own.append(f"own&beside={bool(beside)}")
    if doc.home:
        out.append((doc.home, own))
    earlier = [t for t in doc.things_in(office.sentence - 2, office.sentence - 1) if t.party]
    if earlier:
        last = earlier[-1]
        out.append((last.party, ["earlier", f"earlier&{kind}", f"earlier&{last.kind}", f"earlier&near={bool(out)}",
                                 f"earlier&beside={bool(beside)}"]))  # fmt: skip
    return out


def _gap(thing: Thing, office: OfficeAt) -> int:
    return office.first - thing.last if thing.last <= office.first else thing.first - office.last


def group(office: str) -> str:
    """Which titles are alike in whose they are: of a state, an envoy, a body's head, another head."""
    if office in ("head_of_igo", "deputy_head_of_igo"):
        return "igo"
    if office in ("ambassador", "charge_daffaires", "consul"):
        return "envoy"
    if office in ("religious_leader", "academic", "business", "agency_head"):
        return "head"
    return "state"


def _owner_features(
    doc: Document, office: OfficeAt, thing: Thing, near: list[Thing], left: bool, gap: int, group: str
) -> Features:
    side = "left" if left else "right"
    tag = doc.pack.family
    lo, hi = (thing.last, office.first) if left else (office.last, thing.first)
    between = doc.tokens[lo:hi] if lo < hi else []
    signs = "".join(t.text for t in between if t.kind == "sign")[:2]
    crossed = sum(1 for t in near if t is not thing and lo <= t.first < hi)
    marker = doc.word(thing.first - 1) if thing.first else ""
    ending = doc.tokens[thing.last - 1].key[-3:]
    span = min(gap, 6)
    names = sum(1 for t in between if t.capital and t.kind == "word")
    out = [
        f"{side}&gap={span}", f"{side}&{group}&gap={min(gap, 3)}", f"{side}&{thing.kind}", f"{thing.kind}&{group}",
        f"{tag}&{side}&gap={span}", f"{tag}&{side}&{group}&{thing.kind}", f"{side}&crossed={min(crossed, 2)}",
        f"{tag}:{side}&end={ending}", f"{tag}:{side}&end={ending}&{group}", f"{side}&signs={signs}",
        f"{tag}:{side}&end={ending}&gap={min(span, 2)}", f"{side}&names={min(names, 2)}",
        f"{office.office}&{side}&{thing.kind}",
    ]  # fmt: skip
    if not left or tag in ("en", "ru"):
        out += [f"{tag}:{side}&mark={marker}", f"{tag}:{side}&mark={marker}&{group}"]
    if thing.first > 1:
        marks = f"{doc.word(thing.first - 2)} {marker}"
        out += [f"{tag}:{side}&marks={marks}", f"{tag}:{side}&marks={marks}&{group}"]
    if between and not left:
        out.append(f"{tag}:{side}&via={doc.word(lo)}")
    if thing.kind == "body":
        out.append(f"body&{office.office}")
    if 0 < len(between) <= 3:
        joint = " ".join(doc.word(i) for i in range(lo, hi))
        out += [f"{tag}:{side}&joint={joint}", f"{tag}:{side}&joint={joint}&{group}"]
    return out


def holders(doc: Document, office: OfficeAt, people: list[Run]) -> list[tuple[int, Features]]:
    """The names that the title may belong to (indices into `people`), with the features that decide."""
    out = []
    sentence = _named_in(office.sentence, people)
    for n, run in sentence:
        left = run.last <= office.first
        gap = office.first - run.last if left else run.first - office.last
        if gap > _REACH or gap < 0:
            continue
        out.append((n, _holder_features(doc, office, run, left, gap, [r for _, r in sentence])))
    return out


def _named_in(sentence: int, people: list[Run]) -> list[tuple[int, Run]]:
    """The names of a sentence with their indices; `people` is in order of place."""
    first = bisect_left(people, sentence, key=lambda r: r.sentence)
    return list(takewhile(lambda nr: nr[1].sentence == sentence, enumerate(islice(people, first, None), first)))


def _holder_features(doc: Document, office: OfficeAt, run: Run, left: bool, gap: int, people: list[Run]) -> Features:
    side = "left" if left else "right"
    tag = doc.pack.family
    lo, hi = (run.last, office.first) if left else (office.last, run.first)
    between = range(lo, hi)
    names = sum(1 for r in people if r is not run and lo <= r.first < hi)
    titles = sum(1 for m in doc.words("office", doc.sentences[office.sentence]) if lo <= m.first < hi)
    things = sum(1 for t in doc.things_in(office.sentence) if lo <= t.first < hi)
    plain = [i for i in between if i not in doc.thing_at and doc.tokens[i].kind == "word" and not
             doc.is_word("word:honorifics", i) and not doc.is_word("office", i)]  # fmt: skip
    signs = "".join(doc.tokens[i].text for i in between if doc.tokens[i].kind == "sign")
    verbs = sum(1 for i in between if doc.is_word("trigger", i) or doc.is_word("speech", i))
    form = f"{min(len(plain), 3)}/{min(names, 2)}/{min(titles, 2)}"
    ending = doc.tokens[office.last - 1].key[-2:]
    plural = f"{tag}:{side}&office-end={ending}"
    out = [
        f"{side}&gap={min(gap, 8)}", f"{tag}&{side}&gap={min(gap, 4)}", f"{side}&form={form}",
        f"{side}&signs={signs[:3]}", f"{side}&signs={signs[:3]}&form={form}", f"{side}&things={min(things, 2)}",
        f"{side}&verbs={min(verbs, 2)}", f"{tag}&{side}&form={form}", plural, f"{plural}&names={min(names, 2)}",
        f"{side}&office={office.office}", f"{side}&names={min(names, 3)}&titles={min(titles, 2)}",
    ]  # fmt: skip
    if not left and run.first > 0 and doc.tokens[run.first - 1].kind == "sign":
        out.append(f"{side}&sign-before={doc.tokens[run.first - 1].text}")
    if plain:
        out.append(f"{tag}:{side}&word={doc.word(plain[0])}")
    if left and run.last < len(doc.tokens):
        out.append(f"left&after-name={doc.tokens[run.last].text if doc.tokens[run.last].kind == 'sign' else 'w'}")
    return out


def _heads(doc: Document, found: list[OfficeAt]) -> list[OfficeAt]:
    """Titles without those that only say whose another is: of "пресс-секретарь Президента" the first, or the last."""
    inner: set[int] = set()
    for n, (a, b) in enumerate(pairwise(found)):
        gap = b.first - a.last
        plain = not any(doc.tokens[i].kind == "sign" for i in range(a.last, b.first))
        between = [i for i in range(a.last, b.first) if i not in doc.thing_at and doc.tokens[i].kind == "word"]
        if a.sentence == b.sentence and 0 <= gap <= 5 and plain and len(between) <= 1 and not (
            between and doc.is_word("word:conjunctions", between[0])
        ):  # fmt: skip
            inner.add(n + 1 if doc.pack.office_head == "first" else n)
    return [office for n, office in enumerate(found) if n not in inner]


def parallel(doc: Document, office: OfficeAt, people: list[Run]) -> list[tuple[int, Thing]]:
    """Of one title for several people, who holds it of which country.

    Reads "the foreign ministers of A, B and C X, Y and Z", "A, B және C министрлері X, Y, Z", "министры A – X, B – Y".
    Empty when the countries and names do not pair.
    """
    sentence = doc.sentences[office.sentence]
    starts = {r.first: n for n, r in _named_in(office.sentence, people)}
    left: list[Thing] = []
    i = office.first - 1
    while i >= sentence.first and (_lists(doc, i) or doc.thing_at.get(i)):
        thing = doc.thing_at.get(i)
        if thing is not None:
            left.insert(0, thing)
        i = (thing.first if thing is not None else i) - 1
    order: list[Thing | int] = []
    i = office.last
    while i < sentence.last:
        thing = doc.thing_at.get(i)
        if thing is not None:
            order.append(thing)
            i = thing.last
        elif i in starts:
            order.append(starts[i])
            i = people[starts[i]].last
        elif _lists(doc, i):
            i += 1
        else:
            break
    things = [t for t in order if isinstance(t, Thing)]
    named = [n for n in order if isinstance(n, int)]
    if len(named) >= 2 and len(left) == len(named) and not things:
        return list(zip(named, left, strict=True))
    if len(named) >= 2 and len(things) == len(named):
        return list(zip(named, things, strict=True))
    return []


def _lists(doc: Document, i: int) -> bool:
    token = doc.tokens[i]
    if token.kind == "sign":
        return token.text in ",–—-:"
    return doc.is_word("word:conjunctions", i) or doc.is_word("word:connectors", i) or doc.is_word("word:honorifics", i)


def better(a: OfficeAt, b: OfficeAt) -> OfficeAt:
    """Of two titles of one person, the one of higher relevance; a country or body known beats none."""
    if a.former != b.former:
        return b if a.former else a
    if _RANK[a.office] != _RANK[b.office]:
        return a if _RANK[a.office] < _RANK[b.office] else b
    return a if a.of or not b.of else b
