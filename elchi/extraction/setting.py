"""Where and in what frame an event took place: country and city, forum, documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from elchi import gazetteer
from elchi.extraction.candidates import Candidate
from elchi.extraction.document import Document, Thing
from elchi.extraction.model import Features, Model
from elchi.extraction.relation import Prior, bucket, side

_SOURCES: Final = ("first-city", "own", "capital", "prior", "told-first", "dateline")
_BESIDE: Final = 4
_MAIN: Final = 2
"""How many of the bodies that a report names most are weighed as the forum of every event."""


@dataclass(slots=True)
class PlaceOption:
    """A place that an event may have; both None when none is told."""

    country: str | None
    city: str | None
    at: Thing | None


def place_options(doc: Document, candidate: Candidate, prior: Prior | None) -> list[tuple[PlaceOption, Features]]:
    """The places an event may have: those named near it, the page's first, the page's own country, or none."""
    tag, kind = doc.pack.family, candidate.kind
    out: list[tuple[PlaceOption, Features]] = []
    here = 0
    owners = doc.match_at.get("office", {})
    for thing in doc.things_around(candidate.sentence, back=2, ahead=1, lead=2):
        away = thing.sentence - candidate.sentence
        lead = thing.sentence <= 2
        if thing.kind not in ("city", "country", "home") or not thing.country:
            continue
        where, gap = side(candidate, thing.first, thing.last)
        if away:
            where = "back" if away < 0 else "next"
        here += not away
        mark = doc.word(thing.first - 1) if thing.first else ""
        end = doc.tokens[thing.last - 1].key[-3:]
        near = bucket(gap) if not away else 9
        titled = thing.last in owners or thing.first - 1 in owners or thing.first - 2 in owners
        distance = str(max(-3, min(away, 1)))
        out.append((PlaceOption(thing.country, thing.id if thing.kind == "city" else None, thing), [
            f"{thing.kind}&{where}&gap={near}", f"{tag}:{thing.kind}&mark={mark}", f"{tag}:{thing.kind}&end={end}",
            f"{tag}:{where}&end={end}", f"{tag}:{where}&mark={mark}", f"{thing.kind}&away={distance}",
            f"{kind}&{thing.kind}",
            f"{kind}&{thing.kind}&{where}", f"titled={titled}&{thing.kind}",
            f"lead={lead}&{thing.kind}&away={distance}",
            f"home={thing.country == doc.home}&{thing.kind}", f"{kind}&{tag}:end={end}", f"{kind}&away={distance}",
            f"quoted={doc.quoted[thing.first]}",
        ]))  # fmt: skip
    first = doc.first_city
    some = min(here, 2)
    if first is not None:
        out.append((PlaceOption(first.country, first.id, first), [
            "first-city", f"first-city&{kind}", f"first-city&some={some}", f"first-city&lead={first.sentence <= 1}",
            f"first-city&home={first.country == doc.home}"]))  # fmt: skip
    if doc.home:
        capital = gazetteer.capital_of(doc.home)
        out.append((PlaceOption(doc.home, None, None), ["own", f"own&{kind}", f"own&some={some}", f"own&{tag}"]))
        if capital:
            out.append((PlaceOption(doc.home, capital, None), ["capital", f"capital&{kind}", f"capital&some={some}"]))
    if prior is not None and prior.country:
        away = min(candidate.sentence - prior.sentence, 3)
        out.append((PlaceOption(prior.country, prior.city, None), [
            "prior", f"prior&{kind}", f"prior&{prior.kind}>{kind}", f"prior&some={some}", f"prior&away={away}",
            f"prior&away={away}&some={some}", f"prior&city={bool(prior.city)}"]))  # fmt: skip
    first_told = prior.lead if prior is not None else None
    if first_told is not None and first_told.country:
        agrees = prior is not None and first_told.country == prior.country
        out.append((PlaceOption(first_told.country, first_told.city, None), [
            "told-first", f"told-first&{kind}", f"told-first&some={some}", f"told-first&agrees={agrees}",
            f"told-first&agrees={agrees}&some={some}", f"told-first&{first_told.kind}>{kind}"]))  # fmt: skip
    dateline = doc.dateline
    if dateline is not None:
        own = dateline.country == doc.home
        out.append((PlaceOption(dateline.country, dateline.id, dateline), [
            "dateline", f"dateline&{kind}", f"dateline&some={some}", f"dateline&home={own}",
            f"dateline&home={own}&some={some}"]))  # fmt: skip
    for option, told in out:
        told.extend(_agreeing(doc, option, told[0], prior))
    out.append((PlaceOption(None, None, None), ["none", f"none&{kind}", f"none&some={some}", f"none&{tag}"]))
    return out


def _agreeing(doc: Document, option: PlaceOption, source: str, prior: Prior | None) -> Features:
    """What else in the report speaks for a place: the dateline, the event before, how often it is named."""
    often = min(doc.told[option.city or option.country or ""], 4)
    sort = "city" if option.city else "country"
    source = source if source in _SOURCES else "named"
    out = [f"{source}&often={often}&{sort}", f"often={often}&{sort}"]
    if doc.dateline is not None:
        same = (
            "city" if option.city == doc.dateline.id else "country" if option.country == doc.dateline.country else "no"
        )
        out += [f"{source}&dateline={same}&{sort}", f"dateline={same}&{sort}"]
    if prior is not None and prior.country:
        same = "city" if prior.city and option.city == prior.city else str(option.country == prior.country)
        out += [f"{source}&as-prior={same}&{sort}", f"as-prior={same}&{sort}"]
    return out


def place(doc: Document, candidate: Candidate, prior: Prior | None, model: Model) -> PlaceOption:
    """The likeliest place."""
    return max(place_options(doc, candidate, prior), key=lambda o: model.score("place", o[1]))[0]


def forum_options(
    doc: Document, candidate: Candidate, date: str | None, prior: Prior | None
) -> list[tuple[Thing | None, Features]]:
    """The forums an event may be of: bodies named in its sentence or the one before, those that the report tells of
    elsewhere, or none.
    """
    kind, tag = candidate.kind, doc.pack.family
    out: list[tuple[Thing | None, Features]] = []
    for thing in doc.things_in(candidate.sentence - 1, candidate.sentence):
        away = thing.sentence - candidate.sentence
        if thing.kind != "body":
            continue
        meets, sort = _sort(thing)
        where, gap = side(candidate, thing.first, thing.last)
        if away:
            where = "back"
        out.append((thing, [f"{kind}&{where}&gap={bucket(gap)}", f"{kind}&forum={meets}", f"{where}&gap={bucket(gap)}",
                            f"{kind}&{sort}", f"forum={meets}&{where}&gap={bucket(gap)}", f"{kind}&away={away}",
                            f"id={thing.id}&{kind}", f"{tag}:{where}:next={_key(doc, thing.last)}",
                            f"{tag}:end={doc.tokens[thing.last - 1].key[-3:]}"]))  # fmt: skip
    some = min(len(out), 2)
    patterns = [f"{tag}:{p}" for p in dict.fromkeys(candidate.patterns)]
    near = {t.id for t, _ in out if t is not None}
    for source, thing in _elsewhere(doc, candidate, prior):
        if thing.id in near:
            continue
        near.add(thing.id)
        meets, sort = _sort(thing)
        often = min(doc.told[thing.id], 4)
        back = min(candidate.sentence - thing.sentence, 4) if thing.sentence < candidate.sentence else -1
        out.append((thing, [
            source, f"{source}&{kind}", f"{source}&{kind}&some={some}", f"{source}&forum={meets}&{kind}",
            f"{source}&often={often}&{kind}", f"often={often}&forum={meets}", f"{source}&back={back}&{kind}",
            f"far&{sort}&{kind}", f"far&{kind}&status={candidate.status}", *(f"far&{p}" for p in patterns),
            *(f"far&{p}&some={bool(some)}" for p in patterns),
        ]))  # fmt: skip
    if prior is not None:
        for option, features in out:
            if option is not None:
                same = prior.forum is not None and prior.forum.id == option.id
                features += [f"as-prior={same}&{prior.kind}>{kind}", f"as-prior={same}&day={prior.date == date}&{kind}"]
    far = len(out) - some
    out.append(
        (
            None,
            [
                "none",
                f"none&{kind}",
                f"none&some={some}",
                f"none&{kind}&some={some}&far={min(far, 2)}",
                *(f"none&{p}" for p in patterns),
                *(f"none&{p}&some={bool(some)}" for p in patterns),
            ],
        )
    )
    return out


def _sort(thing: Thing) -> tuple[bool, str]:
    body = gazetteer.body(thing.id)
    return (body.forum, body.type) if body else (False, "")


def _elsewhere(doc: Document, candidate: Candidate, prior: Prior | None) -> list[tuple[str, Thing]]:
    """Forums that an event may be of though its words do not name them: "the session", "the summit"."""
    out: list[tuple[str, Thing]] = []
    if prior is not None and prior.forum is not None:
        out.append(("prior", prior.forum))
    if prior is not None and prior.lead is not None and prior.lead.forum is not None:
        out.append(("told-first", prior.lead.forum))
    bodies: dict[str, Thing] = {}
    for thing in doc.things:
        if thing.kind == "body" and (thing.id not in bodies or thing.sentence <= candidate.sentence):
            bodies[thing.id] = thing
    often = sorted(bodies.values(), key=lambda t: (-doc.told[t.id], t.first))
    return out + [("main", t) for t in often[:_MAIN]]


_SERIES: Final = {
    "word:commissions": "intergovernmental-commission",
    "word:border_commissions": "border-commission",
    "word:business_councils": "business-council",
    "word:interstate_councils": "interstate-council",
}


def series(doc: Document, candidate: Candidate, sides: set[str]) -> Thing | None:
    """The standing commission or council of two countries, where the event's words name one of a kind of their own."""
    nations = sorted(s for s in sides if len(s) == 2 and s.isupper())
    if candidate.kind != "session" or len(nations) != 2:
        return None
    for category, name in _SERIES.items():
        for match in doc.words(category, doc.sentences[candidate.sentence]):
            if side(candidate, match.first, match.last)[1] <= _BESIDE:
                key = f"{nations[0].lower()}-{nations[1].lower()}-{name}"
                return Thing("body", key, match.first, match.last, candidate.sentence)
    return None


def _key(doc: Document, i: int) -> str:
    return doc.word(i) if i < len(doc.tokens) else ""


def forum(doc: Document, candidate: Candidate, date: str | None, prior: Prior | None, model: Model) -> Thing | None:
    """The likeliest forum."""
    return max(forum_options(doc, candidate, date, prior), key=lambda o: model.score("forum", o[1]))[0]


def documents(doc: Document, candidate: Candidate, model: Model) -> list[tuple[str, tuple[int, int]]]:
    """The kinds of document signed or adopted in the event, with the tokens that name them."""
    out: dict[str, tuple[int, int]] = {}
    for span, value, features in document_options(doc, candidate):
        if model.score("document", features) > 0:
            out.setdefault(value, span)
    return list(out.items())


def document_options(doc: Document, candidate: Candidate) -> list[tuple[tuple[int, int], str, Features]]:
    """The documents named in the event's sentence or the next, with the features that decide."""
    out = []
    for away in (0, 1):
        if candidate.sentence + away >= len(doc.sentences):
            break
        sentence = doc.sentences[candidate.sentence + away]
        for match in doc.words("document", sentence):
            where, gap = side(candidate, match.first, match.last)
            if away:
                where = "next"
            value = match.entry.value
            signed = any(m.entry.value == "agreement" for m in doc.words("trigger", sentence))
            out.append(((match.first, match.last), value, [
                f"{candidate.kind}&{where}&gap={bucket(gap)}", f"{candidate.kind}&{value}", f"{candidate.kind}&{where}",
                f"{candidate.kind}&signed={signed}&{where}", f"{doc.pack.family}&{candidate.kind}&{where}",
                f"{doc.pack.family}:{match.entry.pattern}",
                f"{candidate.kind}&forms={'+'.join(sorted(candidate.forms))}",
                f"{doc.pack.family}:end={doc.tokens[match.last - 1].key[-3:]}&{candidate.kind}",
            ]))  # fmt: skip
    return out
