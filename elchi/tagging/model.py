"""The tagger's weights, and how they decide: a linear-chain conditional random field over the words that may name.

A label says where in a name a word stands: outside (O), at its begin (B), inside (I), at its end (L), or all of it (U).
"""

from __future__ import annotations

import json
import math
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Final

from elchi.extraction.tokens import Token
from elchi.tagging.features import REACH, Group, Look, expand, look
from elchi.tagging.tables import Tables, checksum

LABELS: Final = "OBILU"
NEXT: Final = ("OBU", "IL", "IL", "OBU", "OBU")
"""The labels that may follow each label."""

_STEPS: Final = tuple((LABELS.index(a), LABELS.index(b)) for a, after in zip(LABELS, NEXT, strict=True) for b in after)
_CAME: Final = tuple(tuple(a for a, b in _STEPS if b == label) for label in range(len(LABELS)))
_WENT: Final = tuple(tuple(b for a, b in _STEPS if a == label) for label in range(len(LABELS)))
_ENDS: Final = tuple(LABELS.index(label) for label in "OLU")
_BEGINS: Final = tuple(LABELS.index(label) for label in "OBU")
SCALE: Final = 1000
"""Weights are kept as whole thousandths."""

Row = tuple[float, ...]
"""A number for each label."""

Rows = tuple[Row, ...]
"""A row for each of the places two before to two after a word."""

_NOTHING: Final[Row] = (0.0,) * len(LABELS)
_PLACES: Final = 2 * REACH + 1
_NOWHERE: Final = (_NOTHING,) * _PLACES


class Weights:
    """The weights of one language.

    `words` holds, by a feature's checksum, a row for each of the places two before to two after the word decided on;
    `here` holds one row for the features of the place itself. `steps[a][b]` weighs label b after label a.
    """

    def __init__(self, words: Mapping[int, Rows], here: Mapping[int, Row], steps: Sequence[Row]) -> None:
        self.words, self.here, self.steps = words, here, steps

    def dump(self) -> bytes:
        """The weights as bytes: a line of JSON that says how many there are, then the numbers, little-endian."""
        head = {"words": len(self.words), "here": len(self.here), "steps": [list(row) for row in self.steps]}
        keys, rows = sorted(self.words), array("h")
        for key in keys:
            rows.extend(_whole(value for row in self.words[key] for value in row))
        here_keys, here_rows = sorted(self.here), array("h")
        for key in here_keys:
            here_rows.extend(_whole(self.here[key]))
        blocks = [array("I", keys), array("I", here_keys), rows, here_rows]
        if sys.byteorder == "big":
            for block in blocks:
                block.byteswap()
        return json.dumps(head).encode() + b"\n" + b"".join(block.tobytes() for block in blocks)

    @classmethod
    def load(cls, data: bytes) -> Weights:
        """Weights from the bytes of `dump`."""
        line, _, rest = data.partition(b"\n")
        head = json.loads(line)
        n, m, k = head["words"], head["here"], len(LABELS)
        keys, values = array("I", rest[: 4 * (n + m)]), array("h", rest[4 * (n + m) :])
        if sys.byteorder == "big":
            keys.byteswap()
            values.byteswap()
        numbers = [value / SCALE for value in values]
        rows = [tuple(numbers[at : at + k]) for at in range(0, len(numbers), k)]
        words = {keys[at]: tuple(rows[at * _PLACES : (at + 1) * _PLACES]) for at in range(n)}
        here = dict(zip(keys[n:], rows[n * _PLACES :], strict=True))
        return cls(words, here, [tuple(row) for row in head["steps"]])


def _whole(values: Iterable[float]) -> list[int]:
    return [max(-32768, min(32767, round(value * SCALE))) for value in values]


def _sum(rows: Sequence[Row]) -> Row:
    return tuple(map(sum, zip(*rows, strict=True))) if rows else _NOTHING


class Tagger:
    """The tagger of one language. What it has seen of a word, and of a group of a place's facts, it keeps."""

    def __init__(self, tag: str, weights: Weights) -> None:
        self.tables = Tables(tag)
        self._weights = weights
        self._exp = [[math.exp(w) for w in row] for row in weights.steps]
        self._always = self._here("*")
        self.before, self.after = self._place("<"), self._place(">")
        self.look = lru_cache(maxsize=50_000)(self._look)
        self.group = lru_cache(maxsize=50_000)(self._group)
        self.classes = lru_cache(maxsize=5_000)(self._classes)

    def _here(self, feature: str) -> Row:
        return self._weights.here.get(checksum(feature), _NOTHING)

    def _place(self, feature: str) -> Rows:
        return self._weights.words.get(checksum(feature), _NOWHERE)

    def _at_places(self, features: Iterable[str]) -> Rows:
        known = self._weights.words
        rows = [known[number] for number in map(checksum, features) if number in known]
        return tuple(_sum(column) for column in zip(*rows, strict=True)) if rows else _NOWHERE

    def _look(self, text: str, key: str, stem: str, kind: str) -> tuple[Look, Rows]:
        seen = look(Token(text, 0, len(text), key, stem, kind, text[:1].isupper(), ""), self.tables)
        return seen, self._at_places(seen.features)

    def _classes(self, classes: frozenset[str]) -> Rows:
        return self._at_places(f"k={name}" for name in classes)

    def _group(self, group: Group) -> Row:
        return _sum([self._here(feature) for feature in expand(group)])

    def weigh(self, rows: list[Row], place: Iterable[Group]) -> Row:
        """What speaks for each label of a word: the rows of the words around it and its own, and its place."""
        return tuple(map(sum, zip(self._always, *rows, *map(self.group, place), strict=True)))

    def names(self, weighed: Sequence[Row], *, least: float = 0.5) -> list[tuple[int, int, float]]:
        """The names among words that stand together: first, last (exclusive), and how likely they are.

        A name is taken when its words, with these ends, are a name with a probability of `least` or more; the
        probability is of all the ways to label the words. Linear in the number of words.
        """
        if len(weighed) == 1:
            chance = self._alone(weighed[0])
            return [(0, 1, chance)] if chance >= least else []
        forward, backward, emitted, scale = self._chances(weighed)
        out: list[tuple[int, int, float]] = []
        b, i, last, u = (LABELS.index(label) for label in "BILU")
        size = len(weighed)
        steps = self._exp
        for at in range(size):
            chance = forward[at][u] * backward[at][u]
            if chance >= least:
                out.append((at, at + 1, chance))
            so_far = forward[at][b]
            if so_far * backward[at][b] < least:
                continue
            come = b
            for end in range(at + 1, size):
                chance = so_far * steps[come][last] * emitted[end][last] / scale[end]
                if chance * backward[end][last] >= least:
                    out.append((at, end + 1, chance * backward[end][last]))
                so_far *= steps[come][i] * emitted[end][i] / scale[end]
                come = i
                if so_far * backward[end][i] < least:
                    break
        return out

    def _alone(self, row: Row) -> float:
        """The probability that a word with nothing beside it is a name: it is all of one, or none."""
        steps = self._weights.steps
        u = LABELS.index("U")
        odds = row[0] + 2 * steps[0][0] - row[u] - steps[0][u] - steps[u][0]
        return 1 / (1 + math.exp(min(odds, 700.0)))

    def _chances(self, weighed: Sequence[Row]) -> tuple[list[list[float]], list[list[float]], list[Row], list[float]]:
        """Forward and backward sums, scaled so that their product is a word's chance of each label."""
        steps = self._exp
        labels = range(len(LABELS))
        emitted: list[Row] = []
        forward: list[list[float]] = []
        scale: list[float] = []
        for at, row in enumerate(weighed):
            most = max(row)
            here = tuple([math.exp(value - most) for value in row])
            emitted.append(here)
            sums = [0.0] * len(LABELS)
            if at:
                before = forward[-1]
                for label in labels:
                    sums[label] = here[label] * sum([before[a] * steps[a][label] for a in _CAME[label]])
            else:
                for label in _BEGINS:
                    sums[label] = here[label] * steps[0][label]
            total = sum(sums) or 1e-300
            scale.append(total)
            forward.append([value / total for value in sums])
        ends = [steps[label][0] if label in _ENDS else 0.0 for label in labels]
        total = sum([a * b for a, b in zip(forward[-1], ends, strict=True)]) or 1e-300
        backward = [[value / total for value in ends]]
        for at in range(len(weighed) - 1, 0, -1):
            here, after, norm = emitted[at], backward[-1], scale[at]
            backward.append([sum([steps[a][b] * here[b] * after[b] for b in _WENT[a]]) / norm for a in labels])
        backward.reverse()
        return forward, backward, emitted, scale


@cache
def tagger(family: str, folder: Path | None = None) -> Tagger | None:
    """The tagger of a language family ("ru", "kk", "en", "uz-Latn"); None where there is none.

    `folder` holds weights that training/tagger.py wrote elsewhere than in the package.
    """
    path = (folder or resources.files(__package__)) / f"people-{family}.bin"
    return Tagger(family, Weights.load(path.read_bytes())) if path.is_file() else None
