"""What belongs to an event: status, date, place, forum, documents. Each is chosen among what the text offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from elchi import dates, gazetteer
from elchi.extraction.candidates import Candidate
from elchi.extraction.document import DateAt, Document, Thing
from elchi.extraction.model import Features, Model
from elchi.vocabulary import STATUSES

_DOCUMENT_REACH: Final = 12


@dataclass(frozen=True, slots=True)
class DateOption:
    """A date that an event may have: `at` is where it is read, None for the page's date or for none at all."""

    first: str | None
    last: str | None
    at: DateAt | None


@dataclass(frozen=True, slots=True)
class PlaceOption:
    """A place that an event may have; both None when none is told."""

    country: str | None
    city: str | None
    at: Thing | None


@dataclass(frozen=True, slots=True)
class Prior:
    """The event told before this one in the report: what is told next often shares its people, date and place."""

    kind: str
    sentence: int
    status: str
    date: str | None
    country: str | None
    city: str | None
    people: frozenset[int]
    parties: frozenset[str]


def _side(candidate: Candidate, first: int, last: int) -> tuple[str, int]:
    """Where tokens stand to the trigger (`before`, `after`, `in`) and how far."""
    if last <= candidate.first:
        return "before", candidate.first - last
    if first >= candidate.last:
        return "after", first - candidate.last
    return "in", 0


def _bucket(gap: int) -> int:
    return gap if gap < 4 else 4 if gap < 7 else 5 if gap < 12 else 6 if gap < 20 else 7


# ---- status -----------------------------------------------------------------------------------


def status_features(doc: Document, candidate: Candidate) -> Features:
    """What speaks for held, planned or cancelled."""
    tag, kind = doc.pack.family, candidate.kind
    sentence = doc.sentences[candidate.sentence]
    out = [f"kind={kind}", f"{tag}"]
    out += [f"{tag}:{p}" for p in dict.fromkeys(candidate.patterns)]
    if candidate.status:
        out.append(f"pattern={candidate.status}")
    for match in doc.words("status", sentence):
        side, gap = _side(candidate, match.first, match.last)
        value = match.entry.value
        near = "near" if gap < 5 else "mid" if gap < 12 else "far"
        out += [f"cue={value}", f"cue={value}&{near}", f"cue={value}&{side}&{near}", f"{tag}:cue={match.entry.pattern}"]
    for i in range(candidate.last - 1, min(candidate.last + 8, sentence.last)):
        token = doc.tokens[i]
        if token.kind == "sign" and token.text not in "«»“”\"":
            break
        if token.kind == "word" and not token.capital:
            out += [f"{tag}:w={token.key}", f"{tag}:e3={token.key[-3:]}", f"{tag}:e4={token.key[-4:]}"]
            out += [f"tense={t}" for t in _tense(doc, token.key)]
    for i in range(max(sentence.first, candidate.first - 5), candidate.first):
        token = doc.tokens[i]
        if token.kind == "word" and not token.capital:
            out += [f"{tag}:b={token.key}"]
    for i in range(sentence.last - 1, max(sentence.first, sentence.last - 5), -1):
        token = doc.tokens[i]
        if token.kind == "word":
            out += [f"{tag}:close={token.key[-4:]}", f"{tag}:close3={token.key[-3:]}"]
            out += [f"closes={t}" for t in _tense(doc, token.key)]
            break
    for i in range(candidate.first, candidate.last):
        key = doc.tokens[i].key
        out += [f"{tag}:t={key}", f"{tag}:te={key[-3:]}"] + [f"trigger-tense={t}" for t in _tense(doc, key)]
    page = doc.report.published
    for date in doc.dates:
        if date.sentence != sentence.index or not date.mention.first:
            continue
        _, gap = _side(candidate, date.first, date.last)
        out.append(f"date={_when(date.mention.first, page)}&{'near' if gap < 6 else 'far'}")
        if date.mention.future:
            out.append(f"date-future={_when(date.mention.future, page)}")
        out.append(f"{tag}:date-kind={date.mention.kind}")
    if not doc.sentences[candidate.sentence].paragraph:
        out.append("title")
    return out


def _tense(doc: Document, key: str) -> list[str]:
    return [name for name, ends in (("past", doc.pack.past), ("future", doc.pack.future)) if ends and key.endswith(ends)]


def _when(value: str, page: str | None) -> str:
    if not page:
        return "unknown"
    n = min(len(value), len(page))
    if value[:n] == page[:n]:
        return "page" if n == 10 else "around"
    return "past" if value[:n] < page[:n] else "coming"


def status(doc: Document, candidate: Candidate, model: Model) -> str:
    """The likeliest status."""
    features = status_features(doc, candidate)
    return max(STATUSES, key=lambda s: model.score(f"status-{s}", features))


# ---- date -------------------------------------------------------------------------------------


def date_options(
    doc: Document, candidate: Candidate, state: str, prior: Prior | None
) -> list[tuple[DateOption, Features]]:
    """The dates an event may have: those of its sentence and its neighbours, the page's, or none."""
    out: list[tuple[DateOption, Features]] = []
    tag, kind, page = doc.pack.family, candidate.kind, doc.report.published
    here = [d for d in doc.dates if d.sentence == candidate.sentence]
    paragraph = doc.sentences[candidate.sentence].paragraph
    usable = sum(1 for d in here if d.mention.first and d.mention.kind in ("absolute", "relative", "same"))
    for n, date in enumerate(doc.dates):
        away = date.sentence - candidate.sentence
        if not -2 <= away <= 1:
            continue
        for first, last, reading in _readings(doc, n):
            side, gap = _side(candidate, date.first, date.last)
            if away:
                side, gap = ("back" if away < 0 else "next"), 9 * abs(away)
            when = _when(first, page)
            exact = len(first)
            crossed = sum(1 for d in here if d is not date and _between(candidate, date, d)) if not away else 0
            triggers = _triggers_between(doc, candidate, date) if not away else 0
            same_paragraph = doc.sentences[date.sentence].paragraph == paragraph
            out.append((DateOption(first, last, date), [
                f"{side}&gap={_bucket(gap)}", f"{tag}&{side}&gap={min(_bucket(gap), 5)}", f"{side}&{date.mention.kind}",
                f"{reading}&{state}", f"{reading}&{when}&{state}", f"{when}&{state}", f"exact={exact}",
                f"{side}&exact={exact}", f"{kind}&{side}", f"crossed={min(crossed, 2)}&{side}",
                f"triggers={min(triggers, 2)}&{side}", f"kind={date.mention.kind}", f"away={away}&usable={min(usable, 2)}",
                f"away={away}&paragraph={same_paragraph}", f"{kind}&range={bool(last)}", f"{kind}&away={away}",
                f"{tag}:{side}&end={doc.tokens[date.last - 1].key[-3:]}", f"{state}&away={away}",
                f"{date.mention.kind}&{when}", f"away={away}&{when}&{state}",
            ]))  # fmt: skip
    words = doc.words("status", doc.sentences[candidate.sentence])
    if prior is not None and prior.date:
        away = min(candidate.sentence - prior.sentence, 3)
        same = doc.sentences[prior.sentence].paragraph == paragraph
        out.append((DateOption(prior.date, None, None), [
            "prior", f"prior&{kind}", f"prior&{prior.kind}>{kind}", f"prior&{state}", f"prior&{prior.status}>{state}",
            f"prior&usable={min(usable, 2)}", f"prior&away={away}&usable={min(usable, 2)}", f"prior&same={same}",
            f"prior&{_when(prior.date, page)}&{state}", f"prior&exact={len(prior.date)}",
        ]))  # fmt: skip
    where = "title" if not paragraph else "lead" if candidate.sentence <= 2 else "body"
    for value, name in ((page, "page"), (None, "none")):
        if value is None and name == "page":
            continue
        out.append((DateOption(value, None, None), [
            f"{name}", f"{name}&{kind}", f"{name}&{state}", f"{name}&usable={min(usable, 2)}", f"{name}&{where}",
            f"{name}&{state}&usable={min(usable, 2)}", f"{name}&{kind}&{state}", f"{name}&cues={min(len(words), 2)}",
            f"{name}&{where}&{state}", f"{name}&{tag}", f"{name}&page={bool(page)}",
        ]))  # fmt: skip
    return out


def _between(candidate: Candidate, date: DateAt, other: DateAt) -> bool:
    lo, hi = sorted((candidate.first, date.first))
    return lo < other.first < hi


def _triggers_between(doc: Document, candidate: Candidate, date: DateAt) -> int:
    lo, hi = sorted((candidate.first, date.first))
    found = doc.words("trigger", doc.sentences[candidate.sentence])
    return sum(1 for m in found if lo < m.first < hi and m.entry.form in ("noun", "verb") and m.first >= candidate.last)


def _readings(doc: Document, n: int) -> list[tuple[str, str | None, str]]:
    """(first, last, reading) of the n-th date: plain; coming, where its year or week is open; counted from the last."""
    mention = doc.dates[n].mention
    out = []
    if mention.first:
        out.append((mention.first, mention.last, "plain"))
    if mention.future and mention.future != mention.first:
        out.append((mention.future, mention.future_last, "coming"))
    if mention.offset is not None:
        base = _earlier(doc, n)
        followed = dates.follow(mention, base) if base else None
        if followed and followed != mention.first:
            out.append((followed, None, "followed"))
    return out


def _earlier(doc: Document, n: int) -> str | None:
    """The date told last before the n-th; the page's when there is none."""
    for earlier in reversed(doc.dates[:n]):
        if earlier.mention.first and earlier.mention.kind in ("absolute", "relative"):
            return earlier.mention.first
    return doc.report.published


def date(doc: Document, candidate: Candidate, state: str, prior: Prior | None, model: Model) -> DateOption:
    """The likeliest date."""
    return max(date_options(doc, candidate, state, prior), key=lambda o: model.score("date", o[1]))[0]


# ---- place ------------------------------------------------------------------------------------


def place_options(
    doc: Document, candidate: Candidate, prior: Prior | None
) -> list[tuple[PlaceOption, Features]]:
    """The places an event may have: those named near it, the page's first, the page's own country, or none."""
    tag, kind = doc.pack.family, candidate.kind
    out: list[tuple[PlaceOption, Features]] = []
    here = 0
    owners = doc.match_at.get("office", {})
    for thing in doc.things:
        away = thing.sentence - candidate.sentence
        lead = thing.sentence <= 2
        if thing.kind not in ("city", "country", "home") or (not -2 <= away <= 1 and not lead) or not thing.country:
            continue
        side, gap = _side(candidate, thing.first, thing.last)
        if away:
            side = "back" if away < 0 else "next"
        here += not away
        mark = doc.word(thing.first - 1) if thing.first else ""
        end = doc.tokens[thing.last - 1].key[-3:]
        near = _bucket(gap) if not away else 9
        titled = thing.last in owners or thing.first - 1 in owners or thing.first - 2 in owners
        distance = str(max(-3, min(away, 1)))
        out.append((PlaceOption(thing.country, thing.id if thing.kind == "city" else None, thing), [
            f"{thing.kind}&{side}&gap={near}", f"{tag}:{thing.kind}&mark={mark}", f"{tag}:{thing.kind}&end={end}",
            f"{tag}:{side}&end={end}", f"{tag}:{side}&mark={mark}", f"{thing.kind}&away={distance}", f"{kind}&{thing.kind}",
            f"{kind}&{thing.kind}&{side}", f"titled={titled}&{thing.kind}", f"lead={lead}&{thing.kind}&away={distance}",
            f"home={thing.country == doc.home}&{thing.kind}", f"{kind}&{tag}:end={end}", f"{kind}&away={distance}",
            f"quoted={doc.quoted[thing.first]}",
        ]))  # fmt: skip
    first = next((t for t in doc.things if t.kind == "city"), None)
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
    out.append((PlaceOption(None, None, None), ["none", f"none&{kind}", f"none&some={some}", f"none&{tag}"]))
    return out


def place(doc: Document, candidate: Candidate, prior: Prior | None, model: Model) -> PlaceOption:
    """The likeliest place."""
    return max(place_options(doc, candidate, prior), key=lambda o: model.score("place", o[1]))[0]


# ---- forum and documents ------------------------------------------------------------------------


def forum_options(doc: Document, candidate: Candidate) -> list[tuple[Thing | None, Features]]:
    """The forums an event may be of: bodies that meet in sessions, named in its sentence or the one before; or none."""
    kind, tag = candidate.kind, doc.pack.family
    out: list[tuple[Thing | None, Features]] = []
    for thing in doc.things:
        away = thing.sentence - candidate.sentence
        if thing.kind != "body" or not -1 <= away <= 0:
            continue
        body = gazetteer.body(thing.id)
        meets, sort = (body.forum, body.type) if body else (False, "")
        side, gap = _side(candidate, thing.first, thing.last)
        if away:
            side = "back"
        out.append((thing, [f"{kind}&{side}&gap={_bucket(gap)}", f"{kind}&forum={meets}", f"{side}&gap={_bucket(gap)}",
                            f"{kind}&{sort}", f"forum={meets}&{side}&gap={_bucket(gap)}", f"{kind}&away={away}",
                            f"id={thing.id}&{kind}", f"{tag}:{side}:next={_key(doc, thing.last)}",
                            f"{tag}:end={doc.tokens[thing.last - 1].key[-3:]}"]))  # fmt: skip
    some = min(len(out), 2)
    patterns = [f"none&{tag}:{p}" for p in dict.fromkeys(candidate.patterns)]
    out.append((None, ["none", f"none&{kind}", f"none&some={some}", f"none&{kind}&some={some}", *patterns]))
    return out


def _key(doc: Document, i: int) -> str:
    return doc.word(i) if i < len(doc.tokens) else ""


def forum(doc: Document, candidate: Candidate, model: Model) -> Thing | None:
    """The likeliest forum."""
    return max(forum_options(doc, candidate), key=lambda o: model.score("forum", o[1]))[0]


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
            side, gap = _side(candidate, match.first, match.last)
            if away:
                side = "next"
            value = match.entry.value
            signed = any(m.entry.value == "agreement" for m in doc.words("trigger", sentence))
            out.append(((match.first, match.last), value, [
                f"{candidate.kind}&{side}&gap={_bucket(gap)}", f"{candidate.kind}&{value}", f"{candidate.kind}&{side}",
                f"{candidate.kind}&signed={signed}&{side}", f"{doc.pack.family}&{candidate.kind}&{side}",
                f"{doc.pack.family}:{match.entry.pattern}", f"{candidate.kind}&forms={'+'.join(sorted(candidate.forms))}",
                f"{doc.pack.family}:end={doc.tokens[match.last - 1].key[-3:]}&{candidate.kind}",
            ]))  # fmt: skip
    return out
