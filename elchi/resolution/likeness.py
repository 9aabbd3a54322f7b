"""Whether two names may name one person, whatever the scripts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from elchi.resolution.names import Name, Part, parse
from elchi.resolution.sounds import Nearness, classes, classes_differ, coarse, nearness, weight

Relation = Literal["full", "contained", "initials", "surname", "single", "different"]
"""How two names agree: every word; every word of the shorter, two or more; a surname and initials; a surname beside a
full name; one word each; or not."""

_ALIKE: Final = 0.93
"""Two words that sound this alike are one word; no better reading is looked for."""
_SYLLABLE: Final = 0.78
_JOINED: Final = 0.86
"""Two words that answer one must sound at least this alike."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two names may be one person's: `score` in 0…1, the `relation` behind it, and `why` in a sentence."""

    score: float
    why: str
    relation: Relation = "different"
    weakest: float = 0.0
    """The likeness of the words that sound least alike, of those that answer each other."""


@lru_cache(maxsize=1 << 17)
def _near(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """How alike two words sound at their likest; 0 when they do not pass for one word."""
    if a[0] == b[0]:
        return 1.0
    best = 0.0
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            found = nearness(x, y)
            if _passes(found, x, y):
                best = max(best, found.score - 0.01 * (bool(i) + bool(j)))
                if best >= _ALIKE:
                    return best
    return best


def _passes(found: Nearness, a: str, b: str) -> bool:
    heard = min(weight(a), weight(b))
    if found.hard:
        return found.hard == 1 and heard >= 5.5 and found.score >= 0.8
    return found.score >= (0.72 if heard > 2.7 else 0.84)


def _join(a: Part, b: Part) -> tuple[str, ...]:
    return tuple(dict.fromkeys(re.sub(r"(.)\1+", r"\1", a.heard[0] + y) for y in b.heard))


Match = tuple[float, float, int, int, float]
"""(sum of weight times likeness, weight, words used of one name, of the other, least likeness); words as bit sets."""


def _align(a: tuple[Part, ...], b: tuple[Part, ...]) -> Match:
    """The best pairing of the words of two names; two neighbouring words may answer one."""
    if len(a) == len(b):
        straight = [
            _option(_near(x.heard, y.heard), x.heard, y.heard, 1 << i, 1 << i, _ALIKE)
            for i, (x, y) in enumerate(zip(a, b, strict=True))
        ]
        if all(straight):
            return _pairing([option for options in straight for option in options])
    options: list[Match] = []
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            options += _option(_near(x.heard, y.heard), x.heard, y.heard, 1 << i, 1 << j, 0.0)
    found = _pairing(options)
    every = found[2] == (1 << len(a)) - 1 or found[3] == (1 << len(b)) - 1
    if every or max(len(a), len(b)) < 3:
        return found
    return _pairing(options + _joins(a, b, found[2], found[3]))


def _joins(a: tuple[Part, ...], b: tuple[Part, ...], used_a: int, used_b: int) -> list[Match]:
    """Readings in which two neighbouring words answer one, or two, where nothing answers one of them yet."""
    ones_a = [i for i in range(len(a)) if not used_a >> i & 1]
    ones_b = [j for j in range(len(b)) if not used_b >> j & 1]
    twos_a = [(i, _join(a[i], a[i + 1])) for i in range(len(a) - 1) if {i, i + 1} & {*ones_a}]
    twos_b = [(j, _join(b[j], b[j + 1])) for j in range(len(b) - 1) if {j, j + 1} & {*ones_b}]
    out: list[Match] = []
    for i, both in twos_a:
        for j in ones_b:
            out += _option(_near(both, b[j].heard), both, b[j].heard, 3 << i, 1 << j, _JOINED)
    for j, both in twos_b:
        for i in ones_a:
            out += _option(_near(a[i].heard, both), a[i].heard, both, 1 << i, 3 << j, _JOINED)
    for i, ours in twos_a:
        for j, theirs in twos_b:
            if _syllables(a[i], b[j]) and _syllables(a[i + 1], b[j + 1]):
                out += _option(_near(ours, theirs), ours, theirs, 3 << i, 3 << j, _JOINED)
    return out


def _syllables(x: Part, y: Part) -> bool:
    """Whether two words may be one syllable of a name that is written in syllables."""
    found = nearness(x.heard[0], y.heard[0])
    return not found.hard and found.score >= _SYLLABLE


def _pairing(options: list[Match]) -> Match:
    """The compatible options that use the most words, and of these the likest."""
    best: dict[tuple[int, int], Match] = {(0, 0): (0.0, 0.0, 0, 0, 1.0)}
    for value, heard, left, right, near in sorted(options):
        for (used_a, used_b), (total, mass, _, _, least) in list(best.items()):
            if used_a & left or used_b & right:
                continue
            key = (used_a | left, used_b | right)
            new = (total + value, mass + heard, *key, min(near, least))
            best[key] = max(best.get(key, new), new)
    return max(best.values(), key=lambda m: (m[2].bit_count() + m[3].bit_count(), m[0], m[4], -m[2] - m[3]))


def _option(near: float, x: tuple[str, ...], y: tuple[str, ...], left: int, right: int, least: float) -> list[Match]:
    if not near or near < least:
        return []
    heard = (weight(x[0]) + weight(y[0])) / 2
    return [(near * heard, heard, left, right, near)]


def _initials_fit(initials: tuple[str, ...], left: list[Part], other: Name) -> bool:
    """Whether the first initial, at least, begins a word of the other name that nothing else answers."""
    if not initials:
        return True
    if other.initials:
        return _same_letter(initials[0], other.initials[0])
    heads = [p.heard[0] for p in left]
    return not heads or any(_same_letter(initials[0], head) for head in heads)


def _same_letter(a: str, b: str) -> bool:
    a, b = a[:1], b[:1]
    return a == b or coarse(a) == coarse(b) or nearness(a, b).score >= 0.6


def _fathers_differ(a: Name, b: Name) -> bool:
    if not (a.father and b.father):
        return False
    return not _near(a.father.heard, b.father.heard)


def _left(name: Name, used: int) -> list[Part]:
    return [part for i, part in enumerate(name.core) if not used >> i & 1]


@lru_cache(maxsize=1 << 17)
def hopeless(a: Name, b: Name) -> bool:
    """Whether some word of the shorter of two full names has nothing to answer it: quick, spares most work."""
    short, long = (a, b) if len(a.core) <= len(b.core) else (b, a)
    if len(short.core) < 2 or len(short.core) > 3:
        return False
    words, doubles = _shape(short)
    others, other_doubles = _shape(long)
    for i, word in enumerate(words):
        if _answered(word, others) or (len(others) > 2 and _answered(word, other_doubles)):
            continue
        if len(others) < 3 or not any(_answered(double, others) for double in doubles[max(i - 1, 0) : i + 1]):
            return True
    return False


Shape = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=1 << 14)
def _shape(name: Name) -> tuple[Shape, Shape]:
    """The consonants by class of each word of a name, and of each two neighbours, in all their readings."""
    words = tuple(tuple(dict.fromkeys(c for said in part.heard for c in classes(said))) for part in name.core)
    doubles = tuple(tuple(x[0] + z for z in y) for x, y in pairwise(words))
    return words, doubles


def _answered(word: tuple[str, ...], others: Shape) -> bool:
    return any(not classes_differ(word, other) for other in others)


@lru_cache(maxsize=1 << 17)
def compare_names(a: Name, b: Name) -> Comparison:
    """Compare two names taken apart; symmetric."""
    if a.text > b.text:
        a, b = b, a
    if not a.core or not b.core:
        return Comparison(0.0, f"“{a.text}” or “{b.text}” holds no name")
    for differ, why in (
        (a.number and b.number and a.number != b.number, "their numbers differ"),
        (a.sex and b.sex and a.sex != b.sex, "one is a man's name and one a woman's"),
        (_fathers_differ(a, b), "their fathers' names differ"),
    ):
        if differ:
            return Comparison(0.0, f"“{a.text}” and “{b.text}”: {why}")
    total, mass, used_a, used_b, weakest = _align(a.core, b.core)
    left_a, left_b = _left(a, used_a), _left(b, used_b)
    score = total / mass if mass else 0.0
    relation, factor, why = _relation(a, b, left_a, left_b, used_a, used_b)
    return Comparison(round(score * factor, 4), f"“{a.text}” and “{b.text}”: {why}", relation, weakest)


def _relation(
    a: Name, b: Name, left_a: list[Part], left_b: list[Part], used_a: int, used_b: int
) -> tuple[Relation, float, str]:
    matched = min(used_a.bit_count(), used_b.bit_count())
    if not matched:
        return "different", 0.0, "no word of one sounds like one of the other"
    if not (_initials_fit(a.initials, left_b, b) and _initials_fit(b.initials, left_a, a)):
        return "different", 0.0, "the initials do not fit"
    if a.number and b.number:
        return (
            ("contained", 0.95, "the number is the same")
            if left_a or left_b
            else ("full", 1.0, "name and number agree")
        )
    full_a, full_b = len(a.core) >= 2, len(b.core) >= 2
    if full_a and full_b:
        if not left_a and not left_b:
            return "full", 1.0, "every word sounds alike"
        if matched >= 2 and not (left_a and left_b):
            return "contained", 0.95, "every word of the shorter sounds like one of the longer"
        if matched >= 2 and max(len(left_a), len(left_b)) == 1 and matched >= 3:
            return "contained", 0.9, "all words but one sound alike"
        return "different", 0.0, "only part of the name sounds alike"
    if left_a and left_b:
        return "different", 0.0, "only part of the name sounds alike"
    if a.initials or b.initials:
        if (full_a or a.initials) and (full_b or b.initials):
            return "initials", 0.9, "the surnames sound alike and the initials fit"
        return "surname", 0.7, "the surnames sound alike"
    if full_a or full_b:
        return "surname", 0.7, "one word sounds like a word of the full name"
    return "single", 0.8, "both are one word and sound alike"


def compare(a: str, b: str, *, language_a: str = "", language_b: str = "") -> Comparison:
    """Whether two names, as they stand in texts, may be one person's.

    The score is near 1 for one name spelled by two alphabets' habits, lower for a part of a name, 0 for different
    people. Languages (tags of `vocabulary.LANGUAGES`) help with case endings. Symmetric. Never raises.
    """
    return compare_names(parse(a, language_a), parse(b, language_b))
