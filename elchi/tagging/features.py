"""What the tagger sees of a report's words: of each word by itself, of its place, and of the document around it.

A word's own features are told by `look` (kept from report to report), what the language pack knows of it by
`of_classes`, and what only its place tells by `groups`. The tagger learns a weight for each of the first two kinds at
five places, from two words before to two after, and for the last at the word itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from elchi.extraction.document import Document
from elchi.extraction.tokens import Token
from elchi.tagging.tables import Tables

REACH: Final = 2
"""How many words before and after a word bear on it."""

_QUOTES: Final = frozenset("«»“”„\"'’‘")
_LONGEST_GAP: Final = 2
_LOWER_PARTS: Final = 4
_KEPT: Final = frozenset((
    "office", "speech", "frame", "trigger", "document", "word:honorifics", "word:organisations", "word:not_names",
    "word:former", "word:spouses", "word:conjunctions", "word:particles", "word:locatives", "word:delegations",
    "word:counterparts", "word:ministries", "word:home", "word:pronouns",
))  # fmt: skip

_UNKNOWN: Final[frozenset[str]] = frozenset()

Group = tuple[str, ...]

Segment = tuple[int, int]
"""Tokens `first` to `last` (exclusive) of one sentence among which a name may stand; no name reaches over its ends."""


def may_name(token: Token) -> bool:
    """Whether a token by itself may be part of a personal name: it is written with a capital, or knows none."""
    # no capital and not lower case: a capital inside ("аль-Хаббаш", "d'Estaing"), or letters that have no capitals
    return token.kind == "initial" or (token.kind == "word" and (token.capital or not token.text.islower()))


def segments(doc: Document, may: Sequence[bool]) -> list[Segment]:
    """The stretches of each sentence where names may stand: capitalised words, and short gaps between them.

    `may` tells of each token whether it may be part of a name.
    """
    out = []
    for sentence in doc.sentences:
        at = sentence.first
        while at < sentence.last:
            if not may[at]:
                at += 1
                continue
            last = at + 1
            if at > sentence.first and "word:particles" in doc.classes[at - 1] and doc.tokens[at - 1].kind == "word":
                at -= 1
            while last < sentence.last:
                if may[last]:
                    last += 1
                    continue
                gap = _gap(doc, last, sentence.last, may)
                if not gap:
                    break
                last += gap
            out.append((at, last))
            at = last
    return out


def _gap(doc: Document, first: int, end: int, may: Sequence[bool]) -> int:
    """How many tokens from `first` on may stand inside a name before the next capitalised word; 0 for none."""
    tokens = doc.tokens
    for last in range(first, min(first + _LONGEST_GAP, end)):
        token = tokens[last]
        if token.kind == "sign":
            if token.text not in _QUOTES:
                return 0
        elif token.kind != "word" or not _particle(doc, last):
            return 0
        if last + 1 < end and may[last + 1]:
            return last + 1 - first
    return 0


def _particle(doc: Document, at: int) -> bool:
    """Whether a word in lower case may stand inside a name ("аль", "da", "ibn")."""
    classes = doc.classes[at]
    return "word:particles" in classes or (
        len(doc.tokens[at].text) <= _LOWER_PARTS and classes.isdisjoint(("word:conjunctions", "word:locatives"))
    )


def shape(token: Token) -> str:
    """How a token is written: case, hyphen, one letter, initial, number; a sign is itself."""
    if token.kind != "word":
        return {"initial": "X.", "number": "0"}.get(token.kind, token.text)
    text = token.text
    if text.islower():
        return "x"
    if not text[0].isupper():
        return "c" if text[0].upper() == text[0].lower() else "xX"
    if len(text) == 1:
        return "X"
    if text.isupper():
        return "XX" if len(text) <= 4 else "XXX"
    if "-" in text:
        return "X-X" if text.rpartition("-")[2][:1].isupper() else "X-x"
    return "Xx" if text[1:].islower() else "XxX"


@dataclass(frozen=True, slots=True)
class Look:
    """What a word looks like wherever it stands."""

    shape: str
    known: str
    """`f` for a given name, `l` for a family name, both, or neither; of what is no name's part, its shape"""
    alike: str
    """the group of words used alike that it is in; of what is no word, its shape"""
    features: tuple[str, ...]


def look(token: Token, tables: Tables) -> Look:
    """A word by itself."""
    form = shape(token)
    named = may_name(token)
    known = (tables.names(token.key) if token.kind == "word" else "") if named else form
    alike = tables.coarse(token.key) if token.kind == "word" else form
    return Look(form, known, alike, tuple(_of_word(token, form, known, tables)))


def _of_word(token: Token, form: str, known: str, tables: Tables) -> list[str]:
    out = [f"s={form}"]
    if token.kind != "word":
        return out
    key = token.key
    out += [f"c={c}" for c in tables.clusters(key)]
    if form == "x":
        return [*out, f"w={key}", f"w3={key[-3:]}", f"st={token.stem}"]
    out += [f"n={known}", f"n={known}&s={form}"]
    padded = f"{key}$"
    out += [f"e{n}={padded[-n:]}" for n in (2, 3, 4, 5) if len(padded) >= n]
    out += [f"b{n}={key[:n]}" for n in (2, 3, 4) if len(key) > n]
    out += [f"t3={token.stem[-3:]}", f"t2={token.stem[-2:]}", f"l={min(len(key), 9)}"]
    if token.text.isascii() and not tables.latin:
        out.append("latin")
    return out


def of_classes(doc: Document, at: int) -> frozenset[str]:
    """What the language pack and the gazetteer take a token for."""
    classes = doc.classes[at]
    thing = doc.thing_at.get(at)
    if not thing:
        return frozenset(classes & _KEPT) if classes else _UNKNOWN
    return frozenset((*(classes & _KEPT), f"thing:{thing.kind}"))


_BEGIN: Final = Look("<", "<", "<", ())
_END: Final = Look(">", ">", ">", ())


class Around:
    """What the rest of a document tells of its capitalised words: how else, and beside what, the same stem stands."""

    def __init__(self, doc: Document, tables: Tables) -> None:
        self.lower = {t.stem for t in doc.tokens if t.kind == "word" and not t.capital}
        self.seen: dict[str, int] = {}
        self.beside: dict[str, int] = {}
        tokens = doc.tokens
        starts = {s.first for s in doc.sentences}
        for at, token in enumerate(tokens):
            if token.kind != "word" or not token.capital:
                continue
            stem = token.stem
            self.seen[stem] = self.seen.get(stem, 0) + 1
            facts = 0
            if at not in starts:
                before = tokens[at - 1]
                facts = 1
                if before.kind == "initial":
                    facts |= 2
                elif before.kind == "word" and before.capital and "f" in tables.names(before.key):
                    facts |= 4
                elif not doc.classes[at - 1].isdisjoint(("office", "word:honorifics")) and not before.capital:
                    facts |= 8
            if facts:
                self.beside[stem] = self.beside.get(stem, 0) | facts

    def of(self, token: Token) -> str:
        """One word for all that the document tells of a token's stem."""
        stem = token.stem
        seen = min(self.seen.get(stem, 0), 3)
        return f"{seen}{'l' if stem in self.lower else ''}{self.beside.get(stem, 0)}"


def groups(doc: Document, at: int, first: int, last: int, looks: Mapping[int, Look], around: Around) -> list[Group]:
    """What a token's place tells, in a sentence of tokens `first` to `last` (exclusive), as groups of a few words each.

    `expand` makes features of a group; the same group comes again and again, so what it weighs can be kept.
    """
    mine = looks[at]
    before = looks[at - 1] if at > first else _BEGIN
    after = looks[at + 1] if at + 1 < last else _END
    left = looks[at - 2].shape if at > first + 1 else before.shape
    right = looks[at + 2].shape if at + 2 < last else after.shape
    out: list[Group] = [
        ("s", left, before.shape, mine.shape, after.shape, right),
        ("n", before.known, mine.known, after.known),
        ("c", before.alike, before.shape, mine.alike, mine.shape, after.shape, after.alike),
    ]
    token = doc.tokens[at]
    if token.kind == "word":
        out.append(("d", around.of(token), before.shape, mine.shape))
    if doc.quoted[at]:
        out.append(("q", str(before.shape in _QUOTES), str(after.shape in _QUOTES)))
    if doc.sentences[doc.sentence_of[at]].paragraph == 0:
        out.append(("t",))
    return out


def expand(group: Group) -> list[str]:
    """The features of a group."""
    kind, *told = group
    if kind == "s":
        left, before, mine, after, right = told
        return [f"sss={before}|{mine}|{after}", f"ss={left}|{before}|{mine}", f"zz={mine}|{after}|{right}"]
    if kind == "n":
        before, mine, after = told
        return [f"nn={before}|{mine}", f"mm={mine}|{after}", f"nnn={before}|{mine}|{after}"]
    if kind == "c":
        alike_before, before, alike, mine, after, alike_after = told
        return [f"cc={alike_before}|{alike}", f"cs={alike_before}|{mine}|{after}",
                f"kk={alike}|{alike_after}", f"ks={before}|{mine}|{alike_after}"]  # fmt: skip
    if kind == "d":
        seen, before, mine = told
        return [f"d={seen}", f"d={seen}&{before}|{mine}"]
    return ["|".join(group)]
