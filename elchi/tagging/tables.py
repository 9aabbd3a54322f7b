"""Two look-up tables of words: what given and family names are known, and which words are used alike.

A table holds no word: sorted 32-bit checksums, and a value for each. docs/tagger-card.md says what they come from.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from elchi.languages import load

VOWELS: Final = "аеёиоуыэюяйьіәөүұeiouya"
ENDINGS: Final = (
    "", "а", "у", "е", "ы", "и", "я", "ю", "о", "й", "ом", "ем", "ым", "им", "ой", "ей", "ою", "ов", "ам", "ах", "ами",
    "ого", "ому", "ую", "ая", "ий", "ый", "его", "ему",
)  # fmt: skip
"""Endings that a name may have in Russian; what is left without its last vowels is looked up."""
UZBEK_ENDINGS: Final = ("", "ning", "ni", "ga", "ka", "qa", "da", "dan", "lar")
GIVEN, FAMILY = 1, 2
"""What a name is known as: the bits of a table's number."""
_LETTERS: Final = {
    "ru": (),
    "kk": tuple(zip("әіңғүұқөһ", "аинуукох".replace("уу", "гуу"), strict=True)),
    "uz-Latn": (
        ("shch", "щ"), ("sh", "ш"), ("ch", "ч"), ("ya", "я"), ("yo", "е"), ("yu", "ю"), ("ye", "е"), ("ts", "ц"),
        *zip("abdefghijklmnopqrstuvxyz", "абдефгхижклмнопкрстувхйз", strict=True),
    ),
}  # fmt: skip
"""How the letters of a language are written in Russian: many a name is spelt in both."""
_FOLD: Final = str.maketrans("ёәіңғүұқөһўҳ", "еаингуукохух")


def checksum(word: str) -> int:
    """The number that stands for a word in a table."""
    return zlib.crc32(word.encode())


class Table:
    """Sorted checksums with a number of one or two bytes each."""

    def __init__(self, keys: array[int], values: array[int]) -> None:
        self.keys, self.values = keys, values

    def get(self, word: str) -> int | None:
        """The number of a word; None when it is not in the table."""
        return self.get_number(checksum(word))

    def get_number(self, asked: int) -> int | None:
        """The number of the word with a checksum; None when it is not in the table."""
        at = bisect_left(self.keys, asked)
        return self.values[at] if at < len(self.keys) and self.keys[at] == asked else None

    def dump(self) -> bytes:
        """The table as bytes, little-endian: its length, the keys, the values."""
        parts = [array("I", [len(self.keys)]), self.keys, self.values]
        if sys.byteorder == "big":
            parts = [array(p.typecode, p) for p in parts]
            for part in parts:
                part.byteswap()
        return b"".join(p.tobytes() for p in parts)

    @classmethod
    def load(cls, data: bytes, kind: str) -> Table:
        """A table from the bytes of `dump`; `kind` is the typecode of its values, "B" or "H"."""
        size = int.from_bytes(data[:4], "little")
        keys, values = array("I", data[4 : 4 + 4 * size]), array(kind, data[4 + 4 * size :])
        if sys.byteorder == "big":
            keys.byteswap()
            values.byteswap()
        return cls(keys, values)


def root(word: str) -> str:
    """A name in lower case without its last vowels, in the letters of Russian: what a table of names holds."""
    return word.translate(_FOLD).rstrip(VOWELS)


class Clusters:
    """Groups of words used alike, and the wider group that each group is in."""

    def __init__(self, groups: Table, wide: bytes) -> None:
        self.groups, self.wide = groups, wide

    def get(self, word: str) -> tuple[int, int] | None:
        """The group and the wider group of a word; None when it is in none."""
        group = self.groups.get(word)
        return None if group is None else (group, self.wide[group])

    def dump(self) -> bytes:
        """As bytes: how many groups there are, the wider group of each, then the table."""
        return len(self.wide).to_bytes(4, "little") + self.wide + self.groups.dump()

    @classmethod
    def load(cls, data: bytes) -> Clusters:
        """From the bytes of `dump`."""
        end = 4 + int.from_bytes(data[:4], "little")
        return cls(Table.load(data[end:], "H"), data[4:end])


class Tables:
    """What is known of a language's words."""

    def __init__(self, tag: str) -> None:
        self.latin = tag in ("en", "uz-Latn")
        self._endings = () if tag == "en" else UZBEK_ENDINGS if tag == "uz-Latn" else ENDINGS
        self._names = _names()
        self._clusters = _clusters() if tag in _LETTERS else None
        self._letters = _LETTERS.get(tag, ())
        self._cases = _by_length(load(tag).name_suffixes) if self._letters else ()
        self.names = lru_cache(maxsize=50_000)(self._known)
        self.groups = lru_cache(maxsize=50_000)(self._groups)

    def _groups(self, key: str) -> tuple[int, int] | None:
        """The groups of a word, or of what is left of it without a case ending, in the letters of Russian."""
        if not self._clusters:
            return None
        found = self._clusters.get(self._spelt(key))
        for length, endings in () if found else self._cases:
            if len(key) - length >= 3 and key[-length:] in endings:
                found = self._clusters.get(self._spelt(key[:-length]))
                if found:
                    break
        return found

    def _spelt(self, key: str) -> str:
        for ours, russian in self._letters:
            key = key.replace(ours, russian)
        return key

    def clusters(self, key: str) -> list[str]:
        """The groups of words used alike that a word is in, the narrower first."""
        found = self.groups(key)
        return [f"{found[0]}", f"C{found[1]}"] if found else []

    def coarse(self, key: str) -> str:
        """The wider of a word's groups; empty where the language has none, "-" for a word that is in none."""
        if self._clusters is None:
            return ""
        found = self.groups(key)
        return str(found[1]) if found else "-"

    def _known(self, key: str) -> str:
        found = self._names.get_number(exact(key)) or 0 if self.latin else 0
        for ending in self._endings:
            if key.endswith(ending) and len(key) - len(ending) >= 2:
                found |= self._names.get(root(key[: len(key) - len(ending)])) or 0
        return ("f" if found & GIVEN else "") + ("l" if found & FAMILY else "")


def _by_length(endings: Iterable[str]) -> tuple[tuple[int, frozenset[str]], ...]:
    """Endings by their length, the longest first."""
    lengths: dict[int, set[str]] = {}
    for ending in endings:
        lengths.setdefault(len(ending), set()).add(ending)
    return tuple((n, frozenset(lengths[n])) for n in sorted(lengths, reverse=True) if n)


def exact(word: str) -> int:
    """The number that stands for a name looked up as it is, not by its root."""
    return checksum(f"={word}")


@cache
def _names() -> Table:
    return Table.load((resources.files(__package__) / "names.bin").read_bytes(), "B")


@cache
def _clusters() -> Clusters:
    return Clusters.load((resources.files(__package__) / "clusters.bin").read_bytes())
