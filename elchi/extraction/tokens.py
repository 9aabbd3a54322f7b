"""Text → tokens and sentences, with offsets; and the keys under which a token is looked up in the lexicons."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from elchi.languages import Pack, load
from elchi.records import Report

APOSTROPHES: Final = "'’‘ʻʼ`´"
_LETTER = r"[^\W\d_]"
_TOKEN = (
    rf"(?<!\w){_LETTER}\.[\-‐‑]{_LETTER}\.|{_LETTER}+(?:[{APOSTROPHES}\-‐‑]{_LETTER}+)*"
    r"|\d+(?:[.,:]\d+)*"
    r"|\n+"
    r"|[^\w\s]|_"
)
LONGEST: Final = 200
"""The most tokens of a sentence: a longer one is no sentence, and is read in pieces so that reading it ends."""
_LONGEST_WORD: Final = 60
"""Letters of a word that it is looked up by: no word is longer, and what is kept of noise stays small."""
_KEPT: Final = 48
_REMEMBERED: Final = 1 << 15
"""What stands between two spaces is remembered with its tokens: so many of no more characters, for each language."""

_NOWHERE: Final = (sys.maxsize, sys.maxsize)
_Cut = tuple[tuple[str, int, int, str, str, str, bool, str], ...]
_JOINT: Final = re.compile(f"[{APOSTROPHES}\\-‐‑]")
_END: Final = frozenset(".!?…")
_CLOSERS: Final = frozenset("»”\"'’)]“")


@dataclass(slots=True)
class Token:
    """A word, number or sign. `key` is the folded word, `stem` the key without its endings."""

    text: str
    start: int
    end: int
    key: str
    stem: str
    kind: str
    """`word`, `number`, `sign` or `initial` ("K.")"""
    capital: bool
    acronym: str
    """the capital letters of an abbreviation, its ending left out ("БҰҰ-ның" → "БҰҰ"); else empty"""


@dataclass(slots=True)
class Sentence:
    """Tokens `first` to `last` (exclusive) of the report; `paragraph` counts from 0, the title being 0."""

    index: int
    first: int
    last: int
    start: int
    end: int
    paragraph: int


@lru_cache(maxsize=200_000)
def key(word: str, tag: str) -> str:
    """The folded form of a word: lower case, apostrophes dropped, the pack's spellings made one."""
    folded = word.casefold()
    if tag == "en" and folded.endswith(("'s", "’s")):
        folded = folded[:-2]
    for sign in APOSTROPHES:
        if sign in folded:
            folded = folded.replace(sign, "")
    for old, new in load(tag).replace:
        if old.startswith("^"):
            if folded.startswith(old[1:]):
                folded = new + folded[len(old) - 1 :]
        elif old in folded:
            folded = folded.replace(old, new)
    return folded


@lru_cache(maxsize=8)
def _cutters(tag: str) -> tuple[Callable[[str], _Cut], Callable[[str], _Cut]]:
    """Two functions that cut what stands between two spaces into tokens: one that remembers, one for what is long.

    A token is its text, offsets, key, stem, kind (`line` for a line's end), capital and acronym.
    """
    dotted = [rf"(?<!\w){re.escape(d)}(?!\w)" for d in load(tag).dotted]
    pattern = re.compile("|".join([*dotted, _TOKEN]))

    def cut(chunk: str) -> _Cut:
        return tuple((m[0], *m.span(), *_looks(m[0][:_LONGEST_WORD], tag)) for m in pattern.finditer(chunk))

    return lru_cache(_REMEMBERED)(cut), cut


@lru_cache(maxsize=8)
def _suffix_table(tag: str) -> tuple[tuple[int, frozenset[str]], ...]:
    lengths: dict[int, set[str]] = {}
    for suffix in load(tag).suffixes:
        lengths.setdefault(len(suffix), set()).add(suffix)
    return tuple((n, frozenset(lengths[n])) for n in sorted(lengths, reverse=True))


@lru_cache(maxsize=200_000)
def stem(folded: str, tag: str) -> str:
    """A key without its endings: the longest suffix of the pack, once, or as often as the pack says."""
    pack = load(tag)
    while True:
        for n, suffixes in _suffix_table(tag):
            if len(folded) - n >= pack.min_stem and folded[-n:] in suffixes:
                folded = folded[:-n]
                break
        else:
            return folded
        if not pack.repeat:
            return folded


def _acronym(text: str) -> str:
    if text.islower() or text[1:].islower():
        return ""
    head = _JOINT.split(text.replace(".", ""), maxsplit=1)[0]
    if len(head) >= 2 and head.isupper():
        return head
    upper = len(head) - len(head.lstrip("".join(c for c in head if c.isupper())))
    # "АҚШта", "OICning": an ending glued to the capitals
    return head[:upper] if upper >= 3 and head[upper:].islower() else ""


def tokenize(report: Report) -> tuple[list[Token], list[Sentence]]:
    """Tokens of the unmasked text, and its sentences. A line's end ends a sentence."""
    tag = report.language
    pack = load(tag)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    masked = iter((*report.masked, _NOWHERE))
    mask, unmask = next(masked)
    at = first = paragraph = 0
    text = report.text
    wrapped = _is_wrapped(text)
    remembered, cut = _cutters(tag)
    ends = False  # whether the last token may end a sentence

    def close(next_paragraph: bool) -> None:
        nonlocal first, paragraph
        if len(tokens) > first:
            sentences.append(
                Sentence(len(sentences), first, len(tokens), tokens[first].start, tokens[-1].end, paragraph)
            )
        elif not next_paragraph:
            return
        first = len(tokens)
        if next_paragraph and sentences and sentences[-1].paragraph == paragraph:
            paragraph += 1

    for chunk in text.split(" "):
        base, at = at, at + len(chunk) + 1
        found = remembered(chunk) if at - base <= _KEPT else cut(chunk)
        for word, begin, stop, folded, stemmed, kind, capital, acronym in found:
            start, end = base + begin, base + stop
            if end > mask:
                while unmask <= start:
                    mask, unmask = next(masked)
                if end > mask:
                    close(True)
                    continue
            if kind == "line":
                if word != "\n" or not _runs_on(text, end, wrapped):
                    close(True)
                continue
            if word == "." and tokens and _is_initial(tokens[-1], text, start, pack):
                last = tokens[-1]
                tokens[-1] = Token(text[last.start : end], last.start, end, last.key, last.key, "initial", True, "")
                ends = False
                continue
            token = Token(word, start, end, folded, stemmed, kind, capital, acronym)
            size = len(tokens) - first
            if size >= LONGEST or (ends and size and _breaks(tokens, first, token, pack, text)):
                close(False)
            ends = kind == "sign" and (word in _END or word in _CLOSERS)
            tokens.append(token)
    close(True)
    return tokens, sentences


def _is_wrapped(text: str) -> bool:
    """Whether the lines of a text were broken at a width, and end no sentence."""
    lines = [line for line in text[:20_000].split("\n") if line.strip()]
    if len(lines) < 4 or max(map(len, lines)) > 120:
        return False
    carried = sum(1 for line in lines[1:] if line.lstrip()[:1].islower())
    return carried >= 0.3 * (len(lines) - 1)


def _runs_on(text: str, end: int, wrapped: bool) -> bool:
    """Whether a sentence goes on over a single line break."""
    line = text[end : end + 200].split("\n", 1)[0].strip()
    return bool(line) and (line[0].islower() or (wrapped and line[0].isalnum()))


@lru_cache(maxsize=100_000)
def _looks(word: str, tag: str) -> tuple[str, str, str, bool, str]:
    """Of a token all that stays the same wherever it stands: key, stem, kind, capital, acronym."""
    if word[0] == "\n":
        return word, word, "line", False, ""
    if len(word) == 5 and word[1] == word[4] == ".":
        return key(word[0], tag), key(word[0], tag), "initial", True, ""
    if not word[0].isalpha():
        return word, word, "number" if word[0].isdigit() else "sign", False, ""
    folded = key(word, tag)
    return folded, stem(folded, tag), "word", word[0].isupper(), _acronym(word)


def _is_initial(previous: Token, text: str, dot: int, pack: Pack) -> bool:
    if previous.kind != "word" or previous.end != dot or not previous.capital or len(previous.text) > 2:
        return False
    if len(previous.text) == 2 and (not previous.text[1].islower() or previous.key in pack.abbreviations):
        return False
    after = text[dot + 1 : dot + 3].strip()
    return bool(after) and after[0].isupper()


def _breaks(tokens: list[Token], first: int, token: Token, pack: Pack, text: str) -> bool:
    """Whether a new sentence begins at `token`."""
    last = len(tokens) - 1
    while last > max(first, len(tokens) - 6) and tokens[last].text in _CLOSERS:
        last -= 1
    end = tokens[last]
    if end.text not in _END or (text[token.start - 1] not in " \t\u00a0\u2003\u2009" and token.start == tokens[-1].end):
        return False
    if token.kind == "word" and not token.capital:
        return False
    if (token.text in _CLOSERS and token.text not in "“\"'‘") or token.text in ",;:)":
        return False
    if end.text == "." and last > first:
        before = tokens[last - 1]
        if before.kind == "word" and before.end == end.start and before.text.casefold() in pack.abbreviations:
            return False
        if before.kind == "word" and len(before.text) == 1 and before.capital:
            return False
    return True
