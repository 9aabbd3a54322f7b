"""Who speaks: everyone who may have said an utterance, with what speaks for and against each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from elchi.extraction.document import Document, Thing
from elchi.extraction.grammar import same_part
from elchi.extraction.lexicon import Match
from elchi.extraction.model import Features
from elchi.extraction.offices import OfficeAt
from elchi.extraction.people import Cast, Mention
from elchi.extraction.tokens import Sentence

_SPEAKERS: Final = 3
"""How many of those who spoke before may speak again where no one is named."""

_NAME_LETTERS: Final = 4
_FIGURES: Final = 60
"""How many of a report's people a word is held against."""

_LEADING: Final = 4
"""How many of the people told of most may be meant from anywhere in a report."""


@dataclass(slots=True)
class Utterance:
    """One sentence that may report speech: `opens` is the token where the words said begin."""

    sentence: int
    opens: int
    quoted: bool
    rule: str
    dash: bool = False
    features: Features = field(default_factory=list)


@dataclass(slots=True)
class SpeakerOption:
    """Someone who may have said it: a person (index) or a party."""

    speaker: int | str
    at: Mention | Thing | None


def speaker_options(
    doc: Document, cast: Cast, u: Utterance, spoke: Sequence[int | str]
) -> list[tuple[SpeakerOption, Features]]:
    """Who may have said it: the people of this sentence and those near it, who spoke before, a country or a body.

    `spoke` are the speakers so far, the latest last.
    """
    scene = _scene(doc, cast, u)
    here = _mentions(doc, cast, u.sentence)
    at: dict[int, Mention | None] = {}
    features: dict[int, Features] = {}
    for order, m in enumerate(here):
        if m.person in features and m.how == "pronoun":
            continue
        again = m.person in features and at[m.person] is not None
        if not again or m.how == "name":
            at.setdefault(m.person, m)
            prefix = "again:" if again else ""
            features.setdefault(m.person, []).extend(prefix + f for f in _grammar(doc, scene, m, order, len(here)))
    near = [m.person for back in (-1, 1, -2, -3) for m in cast.by_sentence.get(u.sentence + back, [])]
    before = list(dict.fromkeys(reversed(spoke)))[:_SPEAKERS]
    for person in (*near, *(b for b in before if isinstance(b, int)), *scene.leading):
        features.setdefault(person, ["away", *(f"away&{f}" for f in _absent(doc, scene))])
    out = [(SpeakerOption(person, at.get(person)),
            [*found, *_standing(doc, cast, scene, person, spoke), *_last_told(doc, cast, scene, person)])
           for person, found in features.items()]  # fmt: skip
    seen: set[str] = set()
    for thing in doc.things_in(u.sentence):
        if thing.party is None or thing.party in seen or thing.kind == "city":
            continue
        seen.add(thing.party)
        out.append((SpeakerOption(thing.party, thing), _of_thing(doc, scene, thing, spoke)))
    for back, party in enumerate(before):
        if isinstance(party, str) and party not in seen:
            seen.add(party)
            out.append((SpeakerOption(party, None), [
                f"inherit={back}&party", *(f"inherit&party&{f}" for f in _absent(doc, scene))]))  # fmt: skip
    return out


def _mentions(doc: Document, cast: Cast, index: int) -> list[Mention]:
    """Who is meant in a sentence, in order, and with them the single words that can only be part of someone's name."""
    here = cast.by_sentence.get(index, [])
    sentence = doc.sentences[index]
    taken = {i for m in here for i in range(m.first, m.last)}
    out = list(here)
    for i in range(sentence.first, sentence.last):
        token = doc.tokens[i]
        if i in taken or token.kind != "word" or not token.capital or len(token.key) < _NAME_LETTERS or i in doc.known:
            continue
        if i in doc.thing_at:
            continue
        fits = {f for f, figure in enumerate(cast.figures[:_FIGURES]) if len(figure.parts[-1]) >= _NAME_LETTERS
                and same_part(token.key, figure.parts[-1], doc.pack.name_suffixes)}  # fmt: skip
        if len(fits) == 1:
            out.append(Mention(fits.pop(), i, i + 1, index, "name"))
    return sorted(out, key=lambda m: m.first)


def _last_told(doc: Document, cast: Cast, scene: _Scene, person: int) -> Features:
    """Where the report last told of someone before this sentence, and next: what a pronoun or a title goes back to."""
    u, tag = scene.u, doc.pack.family
    rows = cast.told[person]
    out: Features = []
    n = bisect_left(rows, u.sentence)
    away = min(4, u.sentence - rows[n - 1]) if n else 5
    out.append(f"last={away}&{scene.kind}")
    out.append(f"last={away}&quoted={u.quoted}&{scene.kind}")
    if 0 < away <= 3:
        told = [m for m in cast.by_sentence.get(u.sentence - away, []) if m.how != "pronoun"] or cast.by_sentence.get(
            u.sentence - away, [])  # fmt: skip
        orders = [i for i, m in enumerate(told) if m.person == person]
        if orders:
            first, last = orders[0], len(told) - 1 - orders[-1]
            m = told[orders[0]]
            before = _phrase(doc, m.first, doc.sentences[m.sentence].first)
            mark = doc.word(before - 1) if before > doc.sentences[m.sentence].first else "^"
            near = min(away, 2)
            out += [f"first={min(first, 2)}&last={min(last, 2)}&away={near}&{scene.kind}",
                    f"first={min(first, 2)}&away={near}&{scene.kind}", f"last={min(last, 2)}&away={near}&{scene.kind}",
                    f"{tag}&first={min(first, 2)}&last={min(last, 2)}&away={near}&{scene.kind}",
                    f"{tag}:told-mark={mark}&{scene.kind}",
                    f"{tag}:told-end={doc.tokens[m.last - 1].key[-2:]}&{scene.kind}",
                    f"last-quoted={doc.quoted[m.first]}&{scene.kind}",
                    f"same-paragraph={doc.sentences[m.sentence].paragraph == doc.sentences[u.sentence].paragraph}"
                    f"&{scene.kind}&away={near}"]  # fmt: skip
    after = bisect_right(rows, u.sentence)
    if after < len(rows) and rows[after] == u.sentence + 1:
        following = cast.by_sentence[u.sentence + 1]
        out.append(f"next={following[0].person == person}&{scene.kind}")
        out.append(f"next={following[0].person == person}&{scene.kind}&quoted={u.quoted}&last={min(away, 2)}")
    return out


@dataclass(slots=True)
class _Scene:
    """What all the options of one utterance are weighed against."""

    u: Utterance
    verbs: list[Match]
    verb: Match | None
    frames: list[Match]
    some: bool
    """whether the sentence names or means anyone outside the quotation"""
    spoken: int
    subject: str
    """the word beside the verb where its subject is likely, a name as `<name>`"""
    bare: list[OfficeAt]
    """titles of the sentence that stand beside no name"""
    leading: list[int]
    """the people whom the report mentions most"""
    kind: str
    """what stands for the speaker: a `name`, a `title`, a `pronoun`, a `noun`, or `none`"""
    named: list[tuple[Thing, int]]
    """countries named in words outside the quotation, with how far they stand from the verb"""


def _scene(doc: Document, cast: Cast, u: Utterance) -> _Scene:
    tag = doc.pack.family
    sentence = doc.sentences[u.sentence]
    verbs = doc.words("speech", sentence)
    outside = [v for v in verbs if not doc.quoted[v.first]] or verbs
    verb = (outside[0] if tag in ("en", "ru") else outside[-1]) if outside else None
    here = _mentions(doc, cast, u.sentence)
    spoken = {m.person for m in here if not (u.quoted and doc.quoted[m.first])}
    names = {i for m in here if m.how == "name" for i in (m.first, m.last)}
    bare = [t for t in cast.titles if t.sentence == u.sentence and not t.holders
            and not any(t.first - 1 <= n <= t.last for n in names)] if cast.seats.get(u.sentence) else []  # fmt: skip
    leading = sorted(range(len(cast.figures)), key=lambda f: (-len(cast.told[f]), f))[:_LEADING]
    subject = _subject(doc, sentence, verb)
    named = [(t, min(_to(t.first, t.last, verb.first, verb.last)[0], 9) if verb else 9)
             for t in doc.things_in(u.sentence) if t.country and not (u.quoted and doc.quoted[t.first])]  # fmt: skip
    return _Scene(u, verbs, verb, doc.words("frame", sentence), bool(spoken), len(spoken), subject, bare, leading,
                  _kind(verb, [m for m in here if not (u.quoted and doc.quoted[m.first])], bare, subject),
                  named)  # fmt: skip


def _kind(verb: Match | None, here: list[Mention], bare: list[OfficeAt], subject: str) -> str:
    """What stands for the speaker, by what is nearest to the verb, before it where words stand there."""
    found = [(m.first, m.last, m.how) for m in here] + [(t.first, t.last, "title") for t in bare]
    if verb is None:
        return min(found)[2] + "-noverb" if found else "none"
    if not found:
        return "none" if subject == "none" else "noun"
    before = [(verb.first - last, how) for first, last, how in found if last <= verb.first]
    after = [(first - verb.last, how) for first, last, how in found if first >= verb.last]
    nearest = min(before or after, default=(9, "none"))
    if after and min(after)[0] <= 1:
        nearest = min(after)
    return nearest[1]


def _subject(doc: Document, sentence: Sentence, verb: Match | None) -> str:
    """The noun beside a speech verb: before it where words stand, else after it."""
    if verb is None:
        return "none"
    for i in (verb.first - 1, verb.first - 2):
        if i >= sentence.first and doc.tokens[i].kind == "word" and len(doc.tokens[i].key) > 2:
            return doc.word(i)
    for i in (verb.last, verb.last + 1):
        if i < sentence.last and doc.tokens[i].kind == "word" and len(doc.tokens[i].key) > 2:
            return "after:" + doc.word(i)
    return "none"


def _grammar(doc: Document, scene: _Scene, m: Mention, order: int, of: int) -> Features:
    """How a mention stands to the speech verb: near it, before or after it, what stands between and around."""
    tag, u = doc.pack.family, scene.u
    sentence = doc.sentences[u.sentence]
    verb = scene.verb
    gap, side = _to(m.first, m.last, verb.first, verb.last) if verb else (9, "noverb")
    nearest = min((_to(m.first, m.last, v.first, v.last)[0] for v in scene.verbs), default=9)
    between = range(m.last, verb.first) if verb and side == "before" else range(verb.last, m.first) if verb else ()
    commas = sum(1 for i in between if doc.tokens[i].kind == "sign")
    first = _phrase(doc, m.first, sentence.first)
    mark = doc.word(first - 1) if first > sentence.first else "^"
    following = doc.word(m.last) if m.last < sentence.last else "$"
    end = doc.tokens[m.last - 1].key[-2:]
    quoted = doc.quoted[m.first] and u.quoted
    frame = min((_to(m.first, m.last, f.first, f.last)[0] for f in scene.frames), default=9)
    return [
        "here", f"kind={scene.kind}&how={m.how}", f"kind={scene.kind}&how={m.how}&{side}&gap={min(gap, 3)}",
        f"dash={u.dash}&{side}", f"dash={u.dash}&order={min(order, 2)}",
        f"order={min(order, 3)}", f"order={min(order, 3)}&of={min(of, 3)}", f"{side}&gap={min(gap, 6)}",
        f"{tag}&{side}&gap={min(gap, 3)}", f"quoted={quoted}&utterance={u.quoted}", f"how={m.how}",
        f"{tag}&how={m.how}&order={min(order, 2)}", f"{tag}:end={end}", f"{tag}:end={end}&{side}",
        f"{tag}:next={following}", f"{tag}:mark={mark}", f"{tag}:mark={mark}&{side}", f"frame={min(frame, 3)}",
        f"starts={first == sentence.first}", f"starts={first == sentence.first}&{tag}&{side}",
        f"alone={scene.spoken == 1}&quoted={quoted}", f"{tag}&order={min(order, 2)}&{side}",
        f"titled={_after_title(doc, m)}&order={min(order, 2)}", f"commas={min(commas, 3)}&{side}",
        f"{tag}&commas={min(commas, 2)}&{side}&order={min(order, 2)}", f"nearest={min(nearest, 4)}&{side}",
        f"bare={len(scene.bare) > 0}&how={m.how}", f"{tag}:end={end}&next={following}",
        f"{tag}:last={doc.tokens[m.last - 1].key[-3:]}",
    ]  # fmt: skip


def _phrase(doc: Document, first: int, least: int) -> int:
    """Where the noun phrase of a name begins: titles, honorifics and countries before it belong to it."""
    while first > least:
        before = doc.classes[first - 1]
        if not ({"office", "word:honorifics", "word:peers"} & before or first - 1 in doc.thing_at
                or doc.tokens[first - 1].text == "." or doc.word(first - 1) in ("the", "of")):  # fmt: skip
            break
        first -= 1
    return first


def _absent(doc: Document, scene: _Scene) -> Features:
    """What the sentence has for a speaker of its own, where the speaker may be someone else."""
    tag, u = doc.pack.family, scene.u
    return [f"some={scene.some}", f"quoted={u.quoted}&some={scene.some}", f"verb={scene.verb is not None}",
            f"verb={scene.verb is not None}&some={scene.some}&quoted={u.quoted}",
            f"opens={_opens_paragraph(doc, u.sentence)}&some={scene.some}", tag,
            f"bare={bool(scene.bare)}"]  # fmt: skip


def _standing(doc: Document, cast: Cast, scene: _Scene, person: int, spoke: Sequence[int | str]) -> Features:
    """What the report as a whole says of a person: how much is told of them, their office, who spoke before."""
    tag, kind = doc.pack.family, scene.kind
    before = next((n for n, other in enumerate(reversed(spoke)) if other == person), 3) if spoke else 4
    figure = cast.figures[person]
    rank = scene.leading.index(person) if person in scene.leading else _LEADING
    own = "none" if figure.side is None else "home" if figure.side == doc.home else "abroad"
    opens = _opens_paragraph(doc, scene.u.sentence)
    out = [f"before={min(before, 3)}", f"before={min(before, 3)}&{kind}",
           f"before={min(before, 3)}&{kind}&opens={opens}",
           f"before={min(before, 3)}&quoted={scene.u.quoted}&{kind}", f"rank={rank}", f"rank={rank}&{kind}",
           f"office={figure.office}", f"office={figure.office}&{kind}", f"side={own}&{kind}",
           f"{tag}:subject={scene.subject}", f"{tag}:subject={scene.subject}&side={own}",
           f"{tag}:subject={scene.subject}&office={figure.office}"]  # fmt: skip
    for title in scene.bare:
        alike = "office" if figure.office == title.office else "other"
        of = "same" if title.of and figure.side == title.of else "open" if not title.of else "other"
        gap = _to(title.first, title.last, scene.verb.first, scene.verb.last)[0] if scene.verb else 9
        out += [f"bare={alike}&of={of}", f"bare={alike}&of={of}&near={min(gap // 2, 3)}", f"bare={alike}&rank={rank}",
                f"bare={alike}&side={own}", f"bare={alike}&before={min(before, 3)}",
                f"bare={alike}&owner={title.owner is not None}&of={of}"]  # fmt: skip
    for thing, gap in scene.named:
        fits = figure.side == thing.country
        out += [f"of-named={fits}&{thing.kind}&{kind}", f"of-named={fits}&near={min(gap // 2, 3)}&{kind}"]
    return list(dict.fromkeys(out))


def _of_thing(doc: Document, scene: _Scene, thing: Thing, spoke: Sequence[int | str]) -> Features:
    """What speaks for a country or a body as the speaker."""
    tag, u, verb = doc.pack.family, scene.u, scene.verb
    sentence = doc.sentences[u.sentence]
    gap, side = _to(thing.first, thing.last, verb.first, verb.last) if verb else (9, "noverb")
    office = doc.is_word("office", thing.first - 1) or doc.is_word("office", thing.last)
    following = doc.word(thing.last) if thing.last < sentence.last else "$"
    mark = doc.word(thing.first - 1) if thing.first > sentence.first else "^"
    opens = thing.first - sentence.first < 2
    return [
        "thing", f"thing={thing.kind}", f"thing={thing.kind}&some={scene.some}", f"thing&{side}&gap={min(gap, 4)}",
        f"thing={thing.kind}&{side}&gap={min(gap, 2)}", f"thing={thing.kind}&starts={opens}&{side}",
        f"thing&quoted={doc.quoted[thing.first]}", f"thing&office={office}", f"{tag}&thing={thing.kind}",
        f"{tag}:thing-end={doc.tokens[thing.last - 1].key[-2:]}", f"thing={thing.kind}&quoted={u.quoted}",
        f"{tag}:thing-next={following}", f"{tag}:thing-mark={mark}", f"thing&before={thing.party in spoke}",
        f"{tag}:thing-subject={scene.subject}",
    ]  # fmt: skip


def _to(first: int, last: int, target: int, target_last: int) -> tuple[int, str]:
    return (target - last, "before") if last <= target else (max(0, first - target_last), "after")


def _after_title(doc: Document, m: Mention) -> bool:
    return m.how == "title" or doc.is_word("office", m.first - 1)


def _opens_paragraph(doc: Document, sentence: int) -> bool:
    return sentence == 0 or doc.sentences[sentence - 1].paragraph != doc.sentences[sentence].paragraph
