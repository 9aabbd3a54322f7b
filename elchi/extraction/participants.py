"""Who takes part in an event: people first, then the countries and bodies that stand there without a person."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from elchi.extraction.candidates import Candidate
from elchi.extraction.document import Document, Thing
from elchi.extraction.model import Features
from elchi.extraction.people import Cast, Mention
from elchi.extraction.relation import Prior, bucket, side
from elchi.extraction.setting import PlaceOption

_MANY: Final = 60
"""How many people a report may name and still have all of them looked at for every event."""
_NEAR: Final = 4


@dataclass(slots=True)
class PersonOption:
    """A person who may take part, with the mention that speaks for it, if there is one near."""

    person: int
    at: Mention | None


@dataclass(slots=True)
class PartyOption:
    """A country or body that may take part by itself."""

    party: str
    at: Thing | None


def person_options(
    doc: Document, cast: Cast, candidate: Candidate, prior: Prior | None
) -> list[tuple[PersonOption, Features]]:
    """Every person of the report as a possible participant, with the features that decide."""
    tag, kind = doc.pack.family, candidate.kind
    sentence = doc.sentences[candidate.sentence]
    here = cast.by_sentence.get(candidate.sentence, [])
    present = {m.person for m in here}
    heads = {m.person for m in here if m.how != "pronoun"}
    carried = [m.entry.form for m in doc.words("trigger", sentence) if m.entry.form in ("attend", "hold")]
    group = [doc.tokens[m.first].key for m in doc.words("word:pronouns", sentence)] + [
        doc.tokens[m.first].key for m in doc.words("word:delegations", sentence)]  # fmt: skip
    few, n_heads = min(len(heads), 2), min(len(heads), 3)
    forms = "|".join(sorted(candidate.forms))
    opens = sentence.index == 0 or doc.sentences[sentence.index - 1].paragraph != sentence.paragraph
    previous = cast.by_sentence.get(candidate.sentence - 1)
    first = min((m.first for m in here), default=0)
    of_kind = [f"{kind}&rank={rank}" for rank in range(4)]
    # whom the sentence itself names is not away, so that the sentence need not be taken out
    told_in = candidate.told_in
    out = []
    for person in _possible(cast, candidate.sentence):
        figure = cast.figures[person]
        near = [m for m in here if m.person == person] if person in present else []
        office = figure.office or "none"
        rank = min(person, 3)
        features = [f"{kind}&office={office}", of_kind[rank], f"count={min(len(figure.runs), 3)}"]
        if near:
            at = min(near, key=lambda m: side(candidate, m.first, m.last)[1])
            features += _mention_features(doc, candidate, at, here, tag, kind)
            features += [f"{kind}&here={min(len(heads), 4)}", f"here&rank={rank}", f"here&{office}&{kind}"]
            features.append(f"{kind}&subject={at.first == first}")
            features += [f"{kind}&{form}&subject={at.first == first}" for form in carried]
        else:
            at = None
            told = cast.told[person]
            at_row = bisect_left(told, candidate.sentence)
            back = max(told[at_row - 1] - candidate.sentence, -4) if at_row else -4
            ahead = min(told[at_row] - candidate.sentence, 3) if at_row < len(told) else 3
            title = bool(told) and not doc.sentences[told[0]].paragraph
            early = bool(told) and told[0] <= 2
            echoed = not told_in.isdisjoint(told)
            same = sentence.paragraph in cast.paragraphs[person]
            features += [
                f"away={back}/{ahead}", f"away&back={back}", f"{kind}&back={back}", f"{kind}&ahead={ahead}",
                f"{kind}&heads={n_heads}", f"away&title={title}", f"{kind}&away&lead={early}",
                f"{kind}&away&echo={echoed}&heads={few}", f"heads={n_heads}&back={back}",
                f"away&rank={rank}&heads={n_heads}", f"away&{office}", f"away&same-paragraph={same}&heads={few}",
                f"{forms}&away&heads={few}", f"away&opens={opens}",
            ]  # fmt: skip
            if previous:
                features.append(f"away&{kind}&prev-first={previous[0].person == person}&heads={few}")
        if prior is not None:
            before = f"prior={person in prior.people}"
            if group:
                features += [f"{tag}:group={word}&{before}&near={bool(near)}" for word in group]
                features.append(f"group&{before}&near={bool(near)}&heads={few}")
            gap = min(candidate.sentence - prior.sentence, 3)
            if prior.lead is not None:
                lead = f"first={person in prior.lead.people}"
                features += [f"{lead}&near={bool(near)}&heads={min(len(heads), 2)}",
                             f"{lead}&{before}&near={bool(near)}", f"{lead}&{kind}&near={bool(near)}"]  # fmt: skip
            features += [f"{before}&near={bool(near)}", f"{before}&{prior.kind}>{kind}&near={bool(near)}",
                         f"{before}&near={bool(near)}&heads={n_heads}", f"{before}&near={bool(near)}&gap={gap}",
                         f"{before}&near={bool(near)}&many={min(len(prior.people), 3)}&heads={few}"]  # fmt: skip
        out.append((PersonOption(person, at), features))
    return out


def _possible(cast: Cast, sentence: int) -> Iterable[int]:
    """All people of a report; of a page of many people those it names first and those named near the sentence."""
    if len(cast.figures) <= _MANY:
        return range(len(cast.figures))
    near = {m.person for row in range(sentence - _NEAR, sentence + _NEAR) for m in cast.by_sentence.get(row, ())}
    return sorted(near.union(range(_MANY)))


def _mention_features(
    doc: Document, candidate: Candidate, at: Mention, here: list[Mention], tag: str, kind: str
) -> Features:
    where, gap = side(candidate, at.first, at.last)
    lo, hi = sorted((candidate.first, at.first))
    names = sum(1 for m in here if lo < m.first < hi and m.person != at.person)
    triggers = [m for m in doc.words("trigger", doc.sentences[candidate.sentence]) if m.entry.form in ("noun", "verb")
                and lo < m.first < hi and not candidate.first <= m.first < candidate.last]  # fmt: skip
    speech = sum(1 for m in doc.words("speech", doc.sentences[candidate.sentence]) if lo < m.first < hi)
    commas = sum(1 for i in range(lo, hi) if doc.tokens[i].text == ",")
    end = doc.tokens[at.last - 1].key[-2:] if at.how != "pronoun" else doc.tokens[at.last - 1].key
    following = doc.word(at.last) if at.last < len(doc.tokens) else ""
    marker = _marker(doc, at)
    return [
        f"{where}&gap={bucket(gap)}", f"{kind}&{where}&gap={min(bucket(gap), 5)}", f"{kind}&{where}&{at.how}",
        f"{where}&names={min(names, 3)}", f"{kind}&{where}&names={min(names, 2)}",
        f"triggers={min(len(triggers), 2)}&{where}",
        f"{kind}&triggers={min(len(triggers), 2)}", f"speech={min(speech, 2)}&{where}",
        f"commas={min(commas, 3)}&{where}",
        f"{tag}:{kind}:end={end}", f"{tag}:{where}:end={end}", f"{tag}:{kind}:next={following}",
        f"{tag}:next={following}",
        f"{tag}:{where}:mark={marker}", f"{tag}:{kind}:mark={marker}", f"how={at.how}",
        f"quoted={doc.quoted[at.first]}", f"{tag}&{kind}&{where}",
    ]  # fmt: skip


def _marker(doc: Document, at: Mention) -> str:
    """The word before the name and its title: where prepositions stand ("с министром … Чавушоглу")."""
    i = at.first - 1
    floor = doc.sentences[at.sentence].first
    while i >= floor and (doc.is_word("office", i) or i in doc.thing_at or doc.tokens[i].text in "–—-"):
        i -= 1
    return doc.word(i) if i >= floor else "^"


def _joined(doc: Document, a: Thing, b: Thing) -> bool:
    """Two countries with nothing but a dash between them ("Қазақстан – Ауғанстан комиссиясы")."""
    lo, hi = min(a.last, b.last), max(a.first, b.first)
    return all(doc.tokens[i].text in "–—-" for i in range(lo, hi))


def party_options(
    doc: Document, cast: Cast, candidate: Candidate, people: set[int], place: PlaceOption, prior: Prior | None
) -> list[tuple[PartyOption, Features]]:
    """Countries and bodies that may take part without a named person, given the people who do."""
    tag, kind = doc.pack.family, candidate.kind
    sides = {cast.figures[p].of for p in people} - {None}
    out: dict[str, tuple[PartyOption, Features]] = {}
    near = [t for t in doc.things_in(candidate.sentence) if t.party]
    n_people, n_sides = min(len(people), 3), min(len(sides), 3)
    parties = {t.party for t in near if t.kind != "city"}
    for thing in sorted(near, key=lambda t: side(candidate, t.first, t.last)[1]):
        party = thing.party
        if party is None or party in out:
            continue
        where, gap = side(candidate, thing.first, thing.last)
        end = doc.tokens[thing.last - 1].key[-3:]
        mark = doc.word(thing.first - 1) if thing.first else "^"
        following = doc.word(thing.last) if thing.last < len(doc.tokens) else ""
        office = id(thing) in cast.owned
        is_place = thing.country == place.country and thing.kind != "body"
        seated = party in sides
        lo, hi = sorted((candidate.first, thing.first))
        paired = any(o is not thing and abs(o.first - thing.first) <= 2 and o.country and o.country != thing.country
                     and _joined(doc, o, thing) for o in near)  # fmt: skip
        crossed = sum(1 for m in doc.words("trigger", doc.sentences[candidate.sentence])
                      if lo < m.first < hi and not candidate.first <= m.first < candidate.last)  # fmt: skip
        out[party] = (PartyOption(party, thing), [
            f"{thing.kind}&{where}&gap={bucket(gap)}", f"{kind}&{thing.kind}&{where}",
            f"{kind}&{thing.kind}&office={office}",
            f"{kind}&place={is_place}&{thing.kind}", f"seated={seated}&{thing.kind}", f"{kind}&seated={seated}",
            f"{kind}&place={is_place}&seated={seated}", f"people={n_people}&sides={n_sides}&{thing.kind}",
            f"{kind}&people={n_people}&seated={seated}", f"{tag}:{thing.kind}:end={end}", f"{tag}:{kind}:end={end}",
            f"{tag}:{thing.kind}:mark={mark}", f"{tag}:{kind}:mark={mark}", f"{tag}:next={following}",
            f"{tag}:{kind}:next={following}", f"crossed={min(crossed, 2)}&{where}", f"office={office}&seated={seated}",
            f"{kind}&parties={min(len(parties), 4)}",
            f"{kind}&parties={min(len(parties), 4)}&{thing.kind}&office={office}",
            f"here&home={party == doc.home}&{kind}", f"quoted={doc.quoted[thing.first]}&{thing.kind}",
            f"{kind}&people={n_people}&{thing.kind}", f"paired={paired}&{kind}", f"paired={paired}&office={office}",
        ])  # fmt: skip
    for party, name in ((place.country, "host"), (doc.home, "home")):
        if not party or party in out:
            continue
        seated = party in sides
        out[party] = (PartyOption(party, None), [
            name, f"{name}&{kind}", f"{name}&{kind}&seated={seated}", f"{name}&people={n_people}&seated={seated}",
            f"{name}&{kind}&sides={n_sides}", f"{name}&{kind}&home={place.country == doc.home}",
        ])  # fmt: skip
    for thing in doc.things_around(candidate.sentence, back=2, ahead=0, lead=1):
        party = thing.party
        if party is None or party in out or thing.kind in ("city", "demonym") or thing.sentence > candidate.sentence:
            continue
        away = candidate.sentence - thing.sentence
        lead = thing.sentence <= 1
        seated = party in sides
        some = min(len(parties), 2)
        out[party] = (PartyOption(party, thing), [
            f"back={min(away, 3)}&{thing.kind}", f"back&lead={lead}&{thing.kind}", f"{kind}&back={min(away, 3)}",
            f"{kind}&back&seated={seated}", f"{kind}&back&people={n_people}&some={some}", f"back&some={some}",
            f"{kind}&back&lead={lead}&sides={n_sides}&some={some}",
            f"back&{thing.kind}&office={id(thing) in cast.owned}",
        ])  # fmt: skip
    if prior is not None:
        for party in sorted(prior.parties - out.keys()):
            out[party] = (PartyOption(party, None), ["prior-only"])
        for party, (_, features) in out.items():
            before = f"prior={party in prior.parties}"
            features += [
                before, f"{before}&{kind}", f"{before}&{prior.kind}>{kind}", f"{before}&seated={party in sides}",
                f"{before}&people={n_people}&parties={min(len(parties), 2)}",
            ]  # fmt: skip
    return list(out.values())
