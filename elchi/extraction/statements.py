"""Statements: which sentences report what someone said or undertook, who, and what kind of act it was."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from elchi.extraction.document import Document, Thing
from elchi.extraction.model import Features, Model
from elchi.extraction.people import Cast, Mention
from elchi.vocabulary import ACTS

_QUOTE_WORDS: Final = 4
"""A quotation of fewer words is a term or a name, not an utterance."""

_ANCHOR_WORDS: Final = 6


@dataclass(slots=True)
class Utterance:
    """One sentence that may report speech: `opens` is the token where the words said begin."""

    sentence: int
    opens: int
    quoted: bool
    rule: str
    features: Features = field(default_factory=list)


@dataclass(slots=True)
class Said:
    """An utterance as read: sentences `first` to `last` (inclusive), by a person (index) or a party."""

    speaker: int | str
    first: int
    last: int
    opens: int
    act: str
    rule: str


@dataclass(slots=True)
class SpeakerOption:
    """Someone who may have said it: a person (index) or a party."""

    speaker: int | str
    at: Mention | Thing | None


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
                              cues[0].entry.pattern if cues else "<quotation>")  # fmt: skip
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


def speaker_options(
    doc: Document, cast: Cast, u: Utterance, previous: int | str | None
) -> list[tuple[SpeakerOption, Features]]:
    """Who may have said it: the people of this sentence and its neighbours, the one who spoke last, a ministry."""
    tag = doc.pack.family
    sentence = doc.sentences[u.sentence]
    verbs = doc.words("speech", sentence)
    frames = doc.words("frame", sentence)
    verb = (verbs[-1] if tag not in ("en", "ru") else verbs[0]) if verbs else None
    out: list[tuple[SpeakerOption, Features]] = []
    seen: set[int | str] = set()
    here = cast.by_sentence.get(u.sentence, [])
    spoken = [m for m in here if not (u.quoted and doc.quoted[m.first])]
    for order, m in enumerate(sorted(here, key=lambda m: m.first)):
        if m.person in seen:
            continue
        seen.add(m.person)
        gap, side = _to(m.first, m.last, verb.first, verb.last) if verb else (9, "noverb")
        end = doc.tokens[m.last - 1].key[-2:]
        following = doc.word(m.last) if m.last < len(doc.tokens) else ""
        mark = doc.word(m.first - 1) if m.first > sentence.first else "^"
        frame = min((_to(m.first, m.last, f.first, f.last)[0] for f in frames), default=9)
        out.append((SpeakerOption(m.person, m), [
            f"order={min(order, 3)}", f"order={min(order, 3)}&of={min(len(here), 3)}", f"{side}&gap={min(gap, 6)}",
            f"{tag}&{side}&gap={min(gap, 3)}", f"quoted={doc.quoted[m.first]}&utterance={u.quoted}", f"how={m.how}",
            f"{tag}:end={end}", f"{tag}:next={following}", f"{tag}:mark={mark}", f"frame={min(frame, 3)}",
            f"starts={m.first == sentence.first}", f"previous={m.person == previous}", f"alone={len(spoken) == 1}",
            f"{tag}&order={min(order, 2)}&{side}", f"titled={_after_title(doc, m)}&order={min(order, 2)}",
        ]))  # fmt: skip
    hows = bool(spoken)
    if previous is not None and previous not in seen:
        seen.add(previous)
        out.append((SpeakerOption(previous, None), [
            "inherit", f"inherit&some={hows}", f"inherit&quoted={u.quoted}&some={hows}", f"inherit&verb={bool(verbs)}",
            f"inherit&opens={_opens_paragraph(doc, u.sentence)}&some={hows}", f"inherit&{tag}",
            f"inherit&person={isinstance(previous, int)}"]))  # fmt: skip
    for away in (-1, 1, -2):
        for order, m in enumerate(cast.by_sentence.get(u.sentence + away, [])):
            if m.person in seen or m.how == "pronoun":
                continue
            seen.add(m.person)
            same = 0 <= u.sentence + away < len(doc.sentences) and (
                doc.sentences[u.sentence + away].paragraph == sentence.paragraph)  # fmt: skip
            out.append((SpeakerOption(m.person, m), [
                f"away={away}", f"away={away}&order={min(order, 2)}", f"away={away}&some={hows}&quoted={u.quoted}",
                f"away={away}&verb={bool(verbs)}&some={hows}",
                f"away={away}&paragraph={same}&some={hows}"]))  # fmt: skip
    for thing in doc.things_in(u.sentence):
        if thing.party is None or thing.party in seen or thing.kind == "city":
            continue
        seen.add(thing.party)
        gap, side = _to(thing.first, thing.last, verb.first, verb.last) if verb else (9, "noverb")
        office = thing.first in doc.match_at.get("office", {}) or thing.last in doc.match_at.get("office", {})
        out.append((SpeakerOption(thing.party, thing), [
            f"thing={thing.kind}", f"thing={thing.kind}&some={hows}", f"thing&{side}&gap={min(gap, 4)}",
            f"thing={thing.kind}&starts={thing.first - sentence.first < 2}", f"thing&quoted={doc.quoted[thing.first]}",
            f"thing&office={office}", f"{tag}&thing={thing.kind}",
            f"{tag}:thing-end={doc.tokens[thing.last - 1].key[-2:]}",
            f"thing={thing.kind}&quoted={u.quoted}"]))  # fmt: skip
    return out


def _to(first: int, last: int, target: int, target_last: int) -> tuple[int, str]:
    return (target - last, "before") if last <= target else (max(0, first - target_last), "after")


def _after_title(doc: Document, m: Mention) -> bool:
    return m.how == "title" or doc.is_word("office", m.first - 1)


def _opens_paragraph(doc: Document, sentence: int) -> bool:
    return sentence == 0 or doc.sentences[sentence - 1].paragraph != doc.sentences[sentence].paragraph


def act_features(doc: Document, first: int, last: int) -> Features:
    """What speaks for each act: the speech verbs, the cues, the words themselves."""
    tag = doc.pack.family
    out: Features = [tag]
    for index in range(first, last + 1):
        sentence = doc.sentences[index]
        for match in doc.words("speech", sentence):
            out += [f"verb={match.entry.value}", f"{tag}:verb={match.entry.pattern}"]
        for match in doc.words("cue", sentence):
            out += [f"cue={match.entry.value}", f"{tag}:cue={match.entry.pattern}"]
        for token in doc.tokens[sentence.first : sentence.last]:
            if token.kind == "word" and token.text.islower() and len(token.key) > 3:
                out += [f"{tag}:w={token.stem}", f"{tag}:e={token.key[-4:]}"]
    return list(dict.fromkeys(out))


def statements(doc: Document, cast: Cast, model: Model) -> list[Said]:
    """The statements of a report; adjoining sentences of one speaker are one."""
    out: list[Said] = []
    previous: int | str | None = None
    for u in utterances(doc, cast):
        options = speaker_options(doc, cast, u, previous)
        model.about(u)
        if not options or model.score("statement", u.features) <= 0:
            continue
        speaker = max(options, key=lambda o: model.score("speaker", o[1]))[0].speaker
        if out and out[-1].speaker == speaker and u.sentence - out[-1].last <= 1:
            out[-1].last = u.sentence
        else:
            out.append(Said(speaker, u.sentence, u.sentence, u.opens, "state", u.rule))
        previous = speaker
    for said in out:
        features = act_features(doc, said.first, said.last)
        model.about(said)
        said.act = model.best("act", ACTS, features)
    return out


def anchor(doc: Document, said: Said) -> tuple[int, int]:
    """Character offsets of the first words said."""
    last = doc.sentences[said.first].last
    words = [i for i in range(said.opens, last) if doc.tokens[i].kind in ("word", "number")][:_ANCHOR_WORDS]
    if not words:
        sentence = doc.sentences[said.first]
        return sentence.start, sentence.end
    return doc.tokens[words[0]].start, doc.tokens[words[-1]].end
