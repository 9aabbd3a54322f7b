"""Statements: which sentences report what someone said or undertook, who, and what kind of act it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from elchi.extraction.document import Document
from elchi.extraction.model import Features, Model
from elchi.extraction.people import Cast, Mention
from elchi.extraction.speakers import Utterance, speaker_options
from elchi.vocabulary import ACTS

_QUOTE_WORDS: Final = 4
"""A quotation of fewer words is a term or a name, not an utterance."""

_ANCHOR_WORDS: Final = 6


@dataclass(slots=True)
class Said:
    """An utterance as read: sentences `first` to `last` (inclusive), by a person (index) or a party."""

    speaker: int | str
    first: int
    last: int
    opens: int
    act: str
    rule: str


def utterances(doc: Document, cast: Cast) -> list[Utterance]:
    """Sentences with a speech verb, an attribution or a quotation, with the features that decide."""
    out = []
    for sentence in doc.sentences:
        verbs = doc.words("speech", sentence)
        frames = doc.words("frame", sentence)
        quote = _quote(doc, sentence.first, sentence.last)
        dash = doc.tokens[sentence.first].text in "–—-" and sentence.last - sentence.first > _QUOTE_WORDS
        carried = bool(sentence.index and doc.quoted[sentence.first] and doc.tokens[sentence.first].kind == "word"
                       and sentence.last - sentence.first > _QUOTE_WORDS)  # fmt: skip
        if not (verbs or frames or quote is not None or dash or carried):
            continue
        if quote is not None:
            opens = quote
        elif dash:
            opens = sentence.first + 1
        else:
            opens = sentence.first
        cues = verbs or frames
        utterance = Utterance(sentence.index, opens, quote is not None or dash or carried,
                              cues[0].entry.pattern if cues else "<quotation>", dash or carried)  # fmt: skip
        utterance.features = _features(doc, cast, utterance, dash, carried)
        out.append(utterance)
    return out


def _quote(doc: Document, first: int, last: int) -> int | None:
    """Where a quotation long enough to be speech begins."""
    start = None
    for i in range(first, last):
        if doc.quoted[i] and doc.tokens[i].kind != "sign":
            start = i if start is None else start
            if i - start >= _QUOTE_WORDS:
                return start
        elif not doc.quoted[i]:
            start = None
    return None


def _features(doc: Document, cast: Cast, u: Utterance, dash: bool, carried: bool) -> Features:
    tag = doc.pack.family
    sentence = doc.sentences[u.sentence]
    people = cast.by_sentence.get(u.sentence, [])
    verbs = doc.words("speech", sentence)
    hows = "+".join(sorted({m.how for m in people})) or "none"
    triggers = [m for m in doc.words("trigger", sentence) if m.entry.form in ("noun", "verb")]
    ministry = any(t.kind == "ministry" for t in doc.things_in(u.sentence))
    out = [f"quoted={u.quoted}", f"dash={dash}", f"carried={carried}", f"verbs={min(len(verbs), 2)}", f"people={hows}",
           f"quoted={u.quoted}&verbs={bool(verbs)}&people={hows}", f"title={sentence.paragraph == 0}",
           f"triggers={min(len(triggers), 2)}&verbs={bool(verbs)}", f"ministry={ministry}",
           f"length={min((sentence.last - sentence.first) // 8, 4)}", f"{tag}&verbs={bool(verbs)}&quoted={u.quoted}",
           f"third={min(3, 4 * u.sentence // max(1, len(doc.sentences)))}",
           f"third={min(3, 4 * u.sentence // max(1, len(doc.sentences)))}&quoted={u.quoted}"]  # fmt: skip
    for match in verbs:
        out += [f"{tag}:verb={match.entry.pattern}", f"act={match.entry.value}",
                f"act={match.entry.value}&people={hows}",
                f"{tag}:verb={match.entry.pattern}&quoted={u.quoted}",
                f"{tag}:form={doc.tokens[match.last - 1].key[-4:]}"]  # fmt: skip
        if match.first > sentence.first:
            out.append(f"{tag}:before-verb={doc.word(match.first - 1)}")
            out.append(f"{tag}:before-verb-end={doc.tokens[match.first - 1].key[-3:]}")
        if match.last < sentence.last:
            out.append(f"{tag}:after-verb={doc.word(match.last)}")
    for match in doc.words("frame", sentence):
        out += [f"frame={match.entry.value}", f"{tag}:frame={match.entry.pattern}"]
    for match in doc.words("cue", sentence):
        out.append(f"cue={match.entry.value}")
    for match in triggers[:3]:
        out.append(f"trigger={match.entry.value}&quoted={u.quoted}")
    backwards = (doc.tokens[i] for i in range(sentence.last - 1, sentence.first, -1))
    last = next((t for t in backwards if t.kind == "word"), None)
    if last is not None:
        out.append(f"{tag}:close={last.key[-4:]}")
    return out


def act_features(doc: Document, first: int, last: int) -> Features:
    """What speaks for each act: the speech verbs, the cues, the words themselves."""
    tag = doc.pack.family
    out: Features = [tag]
    verbs: set[str] = set()
    cues: set[str] = set()
    for index in range(first, last + 1):
        sentence = doc.sentences[index]
        for match in doc.words("speech", sentence):
            verbs.add(match.entry.value)
            out += [f"verb={match.entry.value}", f"{tag}:verb={match.entry.pattern}",
                    f"verb={match.entry.value}&quoted={doc.quoted[match.first]}"]  # fmt: skip
            words = [i for i in range(sentence.first, match.first) if doc.tokens[i].kind == "word"]
            if words:
                said = doc.word(words[-1])
                out += [f"{tag}:content={said if said[:1] == '<' else said[-n:]}" for n in (3, 4, 6)]
        for match in doc.words("cue", sentence):
            cues.add(match.entry.value)
            out += [f"cue={match.entry.value}", f"{tag}:cue={match.entry.pattern}",
                    f"cue={match.entry.value}&quoted={doc.quoted[match.first]}"]  # fmt: skip
        before = ""
        for token in doc.tokens[sentence.first : sentence.last]:
            plain = token.kind == "word" and token.text.islower()
            if plain and len(token.key) > 1:
                out.append(f"{tag}:w={token.stem}")
            if plain and before:
                out.append(f"{tag}:{before}_{token.key}")
            before = token.key if plain else ""
    acts, meant = "+".join(sorted(verbs)), "+".join(sorted(cues))
    out += [f"verbs={acts}", f"cues={meant}", f"verbs={acts}&cues={meant}", f"{tag}&verbs={acts}"]
    return list(dict.fromkeys(out))


@dataclass(slots=True)
class Look:
    """The first look at an utterance: its log-odds, its likeliest speaker, how sure that is, and how they are meant."""

    u: Utterance
    score: float
    speaker: int | str
    sure: float
    margin: float
    """how much less likely the next speaker is"""
    how: str


def looks(doc: Document, cast: Cast, model: Model) -> list[Look]:
    """All utterances of a report that have a possible speaker, each weighed by itself."""
    out: list[Look] = []
    spoke: list[int | str] = []
    for u in utterances(doc, cast):
        options = speaker_options(doc, cast, u, spoke)
        model.about(u)
        if not options:
            continue
        score = model.score("statement", u.features)
        weighed = sorted(model.weighed("speaker", options), key=lambda o: -o[1])
        best, sure = weighed[0]
        margin = sure - weighed[1][1] if len(weighed) > 1 else 9.0
        how = "away" if best.at is None else best.at.how if isinstance(best.at, Mention) else best.at.kind
        out.append(Look(u, score, best.speaker, sure, margin, how))
        if score > 0 and spoke[-1:] != [best.speaker]:
            spoke.append(best.speaker)
    return out


def again_features(doc: Document, cast: Cast, seen: Sequence[Look], n: int) -> Features:
    """What speaks for a new statement at an utterance, now that its speaker and the utterances around it are known."""
    look, tag = seen[n], doc.pack.family
    u = look.u
    level, sure, margin = _level(look.score), _level(look.sure), min(4, round(look.margin))
    who = "party" if isinstance(look.speaker, str) else "person"
    office = cast.figures[look.speaker].office if isinstance(look.speaker, int) else "party"
    verbs = doc.words("speech", doc.sentences[u.sentence])
    act = verbs[0].entry.value if verbs else "none"
    out = [
        f"s={level}", f"s={level}&{tag}", f"sure={sure}", f"sure={sure}&s={level}", f"margin={margin}",
        f"margin={margin}&s={level}", f"how={look.how}", f"how={look.how}&sure={sure}", f"how={look.how}&s={level}",
        f"how={look.how}&quoted={u.quoted}&verb={bool(verbs)}", f"{who}&s={level}", f"{who}&sure={sure}",
        f"{who}&{act}", f"{who}&{act}&how={look.how}", f"office={office}",
        f"official={office not in (None, 'other')}&s={level}",
        f"{tag}&how={look.how}", f"quoted={u.quoted}&sure={sure}", f"dash={u.dash}&s={level}",
        f"first={n == 0}", f"many={min(len(seen) // 3, 4)}",
    ]  # fmt: skip
    for name, other in (("back", n - 1), ("ahead", n + 1)):
        if not 0 <= other < len(seen):
            out.append(f"{name}=none")
            continue
        beside = seen[other]
        gap = min(3, abs(u.sentence - beside.u.sentence))
        same = beside.speaker == look.speaker
        block = doc.sentences[u.sentence].paragraph == doc.sentences[beside.u.sentence].paragraph
        stands = beside.score > 0
        out += [
            f"{name}={gap}&same={same}&stands={stands}", f"{name}={gap}&same={same}&stands={stands}&s={level}",
            f"{name}={gap}&same={same}&block={block}&stands={stands}&how={look.how}",
            f"{name}={gap}&stands={stands}&quoted={u.quoted}&was={beside.u.quoted}&same={same}",
            f"{name}={gap}&stands={stands}&dash={u.dash}&was={beside.u.dash}&block={block}",
            f"{name}={gap}&other={_level(beside.score)}", f"{name}={gap}&same={same}&other={_level(beside.score)}",
        ]  # fmt: skip
    return out


def _level(score: float) -> int:
    return max(-6, min(6, round(2 * score)))


def statements(doc: Document, cast: Cast, model: Model) -> list[Said]:
    """The statements of a report; adjoining sentences of one speaker are one."""
    out: list[Said] = []
    seen = looks(doc, cast, model)
    for n, look in enumerate(seen):
        u = look.u
        model.about(u)
        begins = model.score("statement-again", again_features(doc, cast, seen, n)) > 0
        adjoins = bool(out) and u.sentence - out[-1].last <= 1
        same = adjoins and out[-1].speaker == look.speaker
        if (same and (begins or look.score > 0)) or (adjoins and not begins and _goes_on(doc, u)):
            out[-1].last = u.sentence
        elif begins:
            out.append(Said(look.speaker, u.sentence, u.sentence, u.opens, "state", u.rule))
    for said in out:
        features = act_features(doc, said.first, said.last)
        model.about(said)
        said.act = model.best("act", ACTS, features)
    return out


def _goes_on(doc: Document, u: Utterance) -> bool:
    """Whether a sentence opens inside a quotation that an earlier sentence of its paragraph began."""
    first = doc.sentences[u.sentence].first
    opens = u.sentence == 0 or doc.sentences[u.sentence - 1].paragraph != doc.sentences[u.sentence].paragraph
    return not opens and u.quoted and doc.quoted[first] and doc.quoted[first - 1]


def anchor(doc: Document, said: Said) -> tuple[int, int]:
    """Character offsets of the first words said."""
    last = doc.sentences[said.first].last
    words = [i for i in range(said.opens, last) if doc.tokens[i].kind in ("word", "number")][:_ANCHOR_WORDS]
    if not words:
        sentence = doc.sentences[said.first]
        return sentence.start, sentence.end
    return doc.tokens[words[0]].start, doc.tokens[words[-1]].end
