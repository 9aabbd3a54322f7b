"""How a word of a name sounds, whatever the script, and how far apart two words sound.

The rules are data (`sounds.toml`). A word becomes a string of sounds, one character each; two strings are compared by
an edit distance in which sounds that one language writes for another's (h and g, s and sh, o and a) are near.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Final

from rapidfuzz.distance import Levenshtein

VOWELS: Final = frozenset("aeiou")
ALPHABET: Final = "aeioubpvfmnlrdtzskghwTcJCSxjqQG"

LONGEST: Final = 40
"""Characters of a word that are looked at: no name's word is longer, and cost grows with the square."""

LONGEST_PINYIN: Final = 14

_VOWEL: Final = 0.3
_SILENT: Final = {"h": 0.35, "w": 0.4, "j": 0.4}
_UNSAID: Final = {"h": 0.3, "j": 0.25}
_FINAL: Final = {"t": 0.55, "s": 0.55, "d": 0.55, "x": 0.55, "z": 0.55, "h": 0.15, "g": 0.5, "r": 0.56}
_HARD: Final = 0.58
"""An edit at least this dear is one that no respelling explains."""

_UNEXPLAINED: Final = 100.0

_COARSE: Final = str.maketrans("pbvfwdtTzscxJjCqSGkQghmnlraeiou", "PPVVVTTTSSSSSSSSSSKKKKMNLRAAAAA")
"""Sounds that respellings change into one another -> one letter, for blocking. `A` is any vowel."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """How alike two words sound: `score` in 0…1, and `hard`, the edits that no respelling explains."""

    score: float
    hard: int

    @property
    def same(self) -> bool:
        """Whether they may well be one word spelled twice."""
        return self.score >= 0.8 if not self.hard else False


def load_table(name: str) -> dict[str, Any]:
    """A data file of this room."""
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text("utf-8"))


class _Rules:
    """`sounds.toml`, compiled once."""

    def __init__(self) -> None:
        table = load_table("sounds.toml")
        self.cyrillic = self._compiled(table["cyrillic"])
        self.latin = self._compiled(table["latin"])
        self.respelled: dict[str, str] = table["respelled"]
        self.spelling: dict[str, dict[str, str]] = table["spelling"]
        self.pinyin = re.compile(f"(?:{table['pinyin']['syllable']})+")
        self.initials = self._compiled(table["pinyin"]["initials"])
        self.near: dict[tuple[str, str], float] = {}
        for a, b, cost in table["near"]:
            self.near[a, b] = self.near[b, a] = float(cost)
        self.pairs = {(a, b): float(cost) for a, b, cost in table["pairs"]}
        self.swaps = self._swaps()

    def _swaps(self) -> dict[str, dict[str, float]]:
        out: dict[str, dict[str, float]] = {}
        for a in ALPHABET:
            far = {b: 1.0 if (a in VOWELS) == (b in VOWELS) else 1.3 for b in ALPHABET} | {a: 0.0}
            costs = far | {b: self.near[a, b] for b in ALPHABET if (a, b) in self.near}
            out[a] = {b: c + _UNEXPLAINED * (c > _HARD) for b, c in costs.items()}
        return out

    @staticmethod
    def _compiled(pairs: list[list[str]]) -> tuple[re.Pattern[str], list[str]]:
        return re.compile("|".join(f"({pattern})" for pattern, _ in pairs)), [sound for _, sound in pairs]


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    return _Rules()


def _bare(text: str) -> str:
    """Without the accents that no rule reads."""
    out = []
    for char in text:
        if char in "çčćşšșśžżđțţłßþðøœæəığй":
            out.append(char)
        else:
            out += [c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c)]
    return "".join(out)


def _spelled(rules: tuple[re.Pattern[str], list[str]], text: str) -> str:
    pattern, sounds = rules
    return "".join(sounds[m.lastindex - 1] for m in pattern.finditer(text) if m.lastindex)


def is_cyrillic(text: str) -> bool:
    """Whether the word's letters are Cyrillic (its first letter decides)."""
    return any("\u0400" <= c <= "\u052f" for c in text[:3])


@lru_cache(maxsize=1 << 15)
def sounds(word: str, language: str = "") -> str:
    """The sounds of one word of a name; empty when it has no letter that a rule reads."""
    rules = _rules()
    text = _bare(unicodedata.normalize("NFC", word[:LONGEST].casefold()))
    if is_cyrillic(text):
        said = _spelled(rules.cyrillic, text)
    else:
        for letter, other in rules.spelling.get(language, {}).items():
            text = text.replace(letter, other)
        said = _spelled(rules.latin, rules.respelled.get(text, text))
    return re.sub(r"(.)\1+", r"\1", said)


@lru_cache(maxsize=1 << 14)
def chinese_sounds(word: str) -> str:
    """The sounds of a pinyin word as Cyrillic respells it; empty when it is no pinyin or sounds the same."""
    rules = _rules()
    text = _bare(word.casefold())
    if len(text) > LONGEST_PINYIN or not rules.pinyin.fullmatch(text):
        return ""
    pattern, others = rules.initials
    respelled = pattern.sub(lambda m: others[(m.lastindex or 1) - 1], text)
    return sounds(respelled) if respelled != text else ""


def coarse(said: str, length: int = 4) -> str:
    """A key that most respellings of a word share: its first `length` consonants by their class."""
    key = said[1:] if said[:1] == "h" and len(said) > 3 else said
    key = key[:-1] if key[-1:] == "h" and len(key) > 2 else key
    classes = re.sub(r"(.)\1+", r"\1", key.translate(_COARSE))
    return classes.replace("A", "")[:length] or "-"


@lru_cache(maxsize=1 << 15)
def weight(said: str) -> float:
    """How much a word says: its consonants, and its vowels for less."""
    return sum(_VOWEL if c in VOWELS else 1.0 for c in said)


def _drop(said: str, at: int) -> float:
    """What it costs that `said[at]` has nothing to answer it."""
    char = said[at]
    before, after = said[at - 1 : at] if at else "", said[at + 1 : at + 2]
    if char in VOWELS:
        if before and (before in VOWELS or after in VOWELS or (char == "e" and not after)):
            return 0.1
        return 0.25 if before else 0.45
    if not after and at >= 2 and char in _FINAL:
        return _FINAL[char]
    if char == "g" and before == "n":
        return 0.35
    if not before and char in _UNSAID:
        return _UNSAID[char]
    return _SILENT.get(char, 1.0)


@lru_cache(maxsize=1 << 15)
def _drops(said: str) -> tuple[float, ...]:
    """The cost of leaving out each sound; an edit that no respelling explains counts `_UNEXPLAINED` besides."""
    costs = (_drop(said, i) for i in range(len(said)))
    return tuple(c + _UNEXPLAINED * (c > _HARD) for c in costs)


def _differing(a: str, b: str) -> tuple[int, int]:
    """How many sounds at the start and at the end are the same, less one: a pair of sounds may cross that border."""
    start, most = 0, min(len(a), len(b))
    while start < most and a[start] == b[start]:
        start += 1
    end = 0
    while end < most - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return max(start - 1, 0), max(end - 1, 0)


def _distance(a: str, b: str) -> tuple[float, int]:
    swaps, pairs = _rules().swaps, _rules().pairs
    start, end = _differing(a, b)
    drops_a, drops_b = _drops(a)[start : len(a) - end], _drops(b)[start : len(b) - end]
    a, b = a[start : len(a) - end], b[start : len(b) - end]
    before: list[float] = []
    row = [0.0]
    for cost in drops_b:
        row.append(row[-1] + cost)
    for i, char in enumerate(a):
        drop, swap = drops_a[i], swaps[char]
        two = a[i - 1 : i + 1] if i else ""
        new = [row[0] + drop]
        for j, other in enumerate(b):
            best = row[j] + swap[other]
            best = min(best, row[j + 1] + drop, new[j] + drops_b[j])
            if j and (char, b[j - 1 : j + 1]) in pairs:
                best = min(best, row[j - 1] + pairs[char, b[j - 1 : j + 1]])
            if two and (other, two) in pairs:
                best = min(best, before[j] + pairs[other, two])
            new.append(best)
        before, row = row, new
    hard, rest = divmod(row[-1], _UNEXPLAINED)
    return rest, int(hard)


_AWAY: Final = Nearness(0.0, 9)


_HARD_READING: Final = str.maketrans({"G": "k", "j": "k", "q": "k", "x": "k", "Q": "s"})


@lru_cache(maxsize=1 << 16)
def classes(said: str) -> tuple[str, ...]:
    """The consonants of a word by their class, in the soft and the hard reading of letters such as G and Q."""
    return tuple(dict.fromkeys(r.translate(_COARSE).replace("A", "") for r in _readings(said)))


def _readings(said: str) -> tuple[str, ...]:
    return said, said.replace("x", "ks"), said.translate(_HARD_READING)


@lru_cache(maxsize=1 << 16)
def keys(said: str) -> frozenset[str]:
    """The coarse keys of a word in each reading of its ambiguous letters: near words share one, as a rule."""
    return frozenset(map(coarse, _readings(said)))


def classes_differ(a: Iterable[str], b: Sequence[str]) -> bool:
    """Whether words whose consonants have these classes, in any reading, differ too much to be near: quick."""
    for x in a:
        for y in b:
            if x == y or Levenshtein.distance(x, y, score_cutoff=2) <= 1 + (len(x) > 4 or len(y) > 4):
                return False
    return True


@lru_cache(maxsize=1 << 17)
def nearness(a: str, b: str) -> Nearness:
    """How alike two strings of sounds are; the order of the two does not matter."""
    if a == b:
        return Nearness(1.0 if a else 0.0, 0)
    if classes_differ(classes(a), classes(b)):
        return _AWAY
    distance, hard = _distance(*sorted((a, b)))
    heard = (weight(a) + weight(b)) / 2
    return Nearness(max(0.0, 1.0 - distance / heard) if heard else 0.0, hard)
