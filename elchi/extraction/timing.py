"""When an event was or will be: chosen among the dates that the text offers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from elchi import dates
from elchi.extraction.candidates import Candidate
from elchi.extraction.document import DateAt, Document
from elchi.extraction.model import Features, Model
from elchi.extraction.relation import Prior, bucket, side, when


@dataclass(slots=True)
class DateOption:
    """A date that an event may have: `at` is where it is read, None for the page's date or for none at all."""

    first: str | None
    last: str | None
    at: DateAt | None


def date_options(
    doc: Document, candidate: Candidate, state: str, prior: Prior | None
) -> list[tuple[DateOption, Features]]:
    """The dates an event may have: those of its sentence and its neighbours, the page's, or none."""
    out: list[tuple[DateOption, Features]] = []
    tag, kind, page = doc.pack.family, candidate.kind, doc.report.published
    here = doc.dates_in(candidate.sentence)
    paragraph = doc.sentences[candidate.sentence].paragraph
    usable = sum(1 for d in here if d.mention.first and d.mention.kind in ("absolute", "relative", "same"))
    for date in doc.dates_in(candidate.sentence - 2, candidate.sentence + 1):
        away = date.sentence - candidate.sentence
        for first, last, reading in _readings(doc, date):
            where, gap = side(candidate, date.first, date.last)
            if away:
                where, gap = ("back" if away < 0 else "next"), 9 * abs(away)
            coming = when(first, page)
            exact = len(first)
            crossed = sum(1 for d in here if d is not date and _between(candidate, date, d)) if not away else 0
            triggers = _triggers_between(doc, candidate, date) if not away else 0
            same_paragraph = doc.sentences[date.sentence].paragraph == paragraph
            out.append((DateOption(first, last, date), [
                f"{where}&gap={bucket(gap)}", f"{tag}&{where}&gap={min(bucket(gap), 5)}",
                f"{where}&{date.mention.kind}",
                f"{reading}&{state}", f"{reading}&{coming}&{state}", f"{coming}&{state}", f"exact={exact}",
                f"{where}&exact={exact}", f"{kind}&{where}", f"crossed={min(crossed, 2)}&{where}",
                f"triggers={min(triggers, 2)}&{where}", f"kind={date.mention.kind}",
                f"away={away}&usable={min(usable, 2)}",
                f"away={away}&paragraph={same_paragraph}", f"{kind}&range={bool(last)}", f"{kind}&away={away}",
                f"{tag}:{where}&end={doc.tokens[date.last - 1].key[-3:]}", f"{state}&away={away}",
                f"{date.mention.kind}&{coming}", f"away={away}&{coming}&{state}",
            ]))  # fmt: skip
    words = doc.words("status", doc.sentences[candidate.sentence])
    if prior is not None and prior.date:
        away = min(candidate.sentence - prior.sentence, 3)
        same = doc.sentences[prior.sentence].paragraph == paragraph
        out.append((DateOption(prior.date, None, None), [
            "prior", f"prior&{kind}", f"prior&{prior.kind}>{kind}", f"prior&{state}", f"prior&{prior.status}>{state}",
            f"prior&usable={min(usable, 2)}", f"prior&away={away}&usable={min(usable, 2)}", f"prior&same={same}",
            f"prior&{when(prior.date, page)}&{state}", f"prior&exact={len(prior.date)}",
        ]))  # fmt: skip
    lead = prior.lead if prior is not None else None
    if lead is not None and lead.date:
        agrees = prior is not None and lead.date == prior.date
        out.append((DateOption(lead.date, None, None), [
            "first", f"first&{kind}", f"first&{state}", f"first&{lead.status}>{state}",
            f"first&usable={min(usable, 2)}",
            f"first&agrees={agrees}", f"first&agrees={agrees}&usable={min(usable, 2)}", f"first&exact={len(lead.date)}",
            f"first&{when(lead.date, page)}&{state}", f"first&{lead.kind}>{kind}",
        ]))  # fmt: skip
    part = "title" if not paragraph else "lead" if candidate.sentence <= 2 else "body"
    for value, name in ((page, "page"), (None, "none")):
        if value is None and name == "page":
            continue
        out.append((DateOption(value, None, None), [
            f"{name}", f"{name}&{kind}", f"{name}&{state}", f"{name}&usable={min(usable, 2)}", f"{name}&{part}",
            f"{name}&{state}&usable={min(usable, 2)}", f"{name}&{kind}&{state}", f"{name}&cues={min(len(words), 2)}",
            f"{name}&{part}&{state}", f"{name}&{tag}", f"{name}&page={bool(page)}",
        ]))  # fmt: skip
    votes = Counter(option.first for option, _ in out)
    for option, features in out:
        known = option.first is not None
        features += [
            f"votes={min(votes[option.first], 4)}&known={known}", f"votes={min(votes[option.first], 4)}&{features[0]}",
            f"page={option.first == page}&{state}&known={known}",
        ]  # fmt: skip
        if prior is not None:
            as_prior = f"as-prior={option.first == prior.date}&{kind}&{prior.kind}"
            features += [as_prior, f"as-prior={option.first == prior.date}&{state}&{prior.status}"]
    return out


def _between(candidate: Candidate, date: DateAt, other: DateAt) -> bool:
    lo, hi = sorted((candidate.first, date.first))
    return lo < other.first < hi


def _triggers_between(doc: Document, candidate: Candidate, date: DateAt) -> int:
    lo, hi = sorted((candidate.first, date.first))
    found = doc.words("trigger", doc.sentences[candidate.sentence])
    return sum(1 for m in found if lo < m.first < hi and m.entry.form in ("noun", "verb") and m.first >= candidate.last)


def _readings(doc: Document, date: DateAt) -> list[tuple[str, str | None, str]]:
    """(first, last, reading) of a date: plain; coming, where its year or week is open; counted from the last."""
    mention = date.mention
    out = []
    if mention.first:
        out.append((mention.first, mention.last, "plain"))
    if mention.future and mention.future != mention.first:
        out.append((mention.future, mention.future_last, "coming"))
    if mention.offset is not None:
        base = date.earlier or doc.report.published
        followed = dates.follow(mention, base) if base else None
        if followed and followed != mention.first:
            out.append((followed, None, "followed"))
    return out


def date(doc: Document, candidate: Candidate, state: str, prior: Prior | None, model: Model) -> DateOption:
    """The likeliest date."""
    return max(date_options(doc, candidate, state, prior), key=lambda o: model.score("date", o[1]))[0]
