"""Held, planned or cancelled: told from cues, tenses and dates."""

from __future__ import annotations

from elchi.extraction.candidates import Candidate
from elchi.extraction.document import Document
from elchi.extraction.model import Features, Model
from elchi.extraction.relation import side, when
from elchi.vocabulary import STATUSES


def status_features(doc: Document, candidate: Candidate) -> Features:
    """What speaks for held, planned or cancelled."""
    tag, kind = doc.pack.family, candidate.kind
    sentence = doc.sentences[candidate.sentence]
    out = [f"kind={kind}", f"{tag}"]
    out += [f"{tag}:{p}" for p in dict.fromkeys(candidate.patterns)]
    if candidate.status:
        out.append(f"pattern={candidate.status}")
    for match in doc.words("status", sentence):
        where, gap = side(candidate, match.first, match.last)
        value = match.entry.value
        near = "near" if gap < 5 else "mid" if gap < 12 else "far"
        out += [f"cue={value}", f"cue={value}&{near}", f"cue={value}&{where}&{near}",
                f"{tag}:cue={match.entry.pattern}"]  # fmt: skip
    for i in range(candidate.last - 1, min(candidate.last + 8, sentence.last)):
        token = doc.tokens[i]
        if token.kind == "sign" and token.text not in '«»“”"':
            break
        if token.kind == "word" and not token.capital:
            out += [f"{tag}:w={doc.word(i)}", f"{tag}:e3={token.key[-3:]}", f"{tag}:e4={token.key[-4:]}"]
            out += [f"tense={t}" for t in _tense(doc, token.key)]
    for i in range(max(sentence.first, candidate.first - 5), candidate.first):
        token = doc.tokens[i]
        if token.kind == "word" and not token.capital:
            out += [f"{tag}:b={doc.word(i)}"]
    for i in range(sentence.last - 1, max(sentence.first, sentence.last - 5), -1):
        token = doc.tokens[i]
        if token.kind == "word":
            out += [f"{tag}:close={token.key[-4:]}", f"{tag}:close3={token.key[-3:]}"]
            out += [f"closes={t}" for t in _tense(doc, token.key)]
            break
    for i in range(candidate.first, candidate.last):
        key = doc.tokens[i].key
        out += [f"{tag}:t={doc.word(i)}", f"{tag}:te={key[-3:]}"] + [f"trigger-tense={t}" for t in _tense(doc, key)]
    page = doc.report.published
    for date in doc.dates_in(sentence.index):
        if not date.mention.first:
            continue
        _, gap = side(candidate, date.first, date.last)
        out.append(f"date={when(date.mention.first, page)}&{'near' if gap < 6 else 'far'}")
        if date.mention.future:
            out.append(f"date-future={when(date.mention.future, page)}")
        out.append(f"{tag}:date-kind={date.mention.kind}")
    if not doc.sentences[candidate.sentence].paragraph:
        out.append("title")
    return out


def _tense(doc: Document, key: str) -> list[str]:
    tenses = (("past", doc.pack.past), ("future", doc.pack.future))
    return [name for name, ends in tenses if ends and key.endswith(ends)]


def status(doc: Document, candidate: Candidate, model: Model) -> str:
    """The likeliest status."""
    features = status_features(doc, candidate)
    return model.best("status", STATUSES, features)
