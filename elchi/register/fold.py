"""Text folded for search, the same for what is searched and for what is sought, in every database."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

_LETTERS: Final[Mapping[str, str]] = (
    {"ґ": "г", "ғ": "г", "қ": "к", "ҡ": "к", "ң": "н", "ө": "о", "ү": "у", "ұ": "у", "һ": "х", "ҳ": "х", "ҷ": "ч"}
    | {"ә": "а", "і": "и", "ѝ": "и", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"}
    | dict.fromkeys("'’‘ʼʻ`´ʹ′\u00ad\u200b\u200c\u200d", "")
)
"""Letters that keyboards and habits write for one another; NFKD takes the marks off the others (ё, й, ў, ş, é)."""

_WORD: Final = re.compile(r"[^\W_]+")
_HABITS: Final = re.compile("[" + "".join(_LETTERS) + "]")
_MARKED: Final = (("й", "и"), ("ё", "е"), ("ў", "у"))
"""Letters of ours that NFKD would take apart; they are in every text, and NFKD is slow."""

_ODD: Final = re.compile("[^\0-\x7f«»А-Яа-я–—“”„]+")
"""What may have something left to take off."""

_LONGEST: Final = 60
"""Characters of a word that are kept: no word is longer, and an index of noise helps nobody."""


def fold(text: str) -> str:
    """The words of `text`, each folded, with one space between."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """The words of `text` in their order: letters and digits alone, in lower case, without marks."""
    return [word[:_LONGEST] for word in _WORD.findall(_bare(text.casefold()))]


def _bare(text: str) -> str:
    """Small letters as `_LETTERS` writes them, without marks."""
    for letter in set(_HABITS.findall(text)):
        text = text.replace(letter, _LETTERS[letter])
    if text.isascii():
        return text
    for letter, base in _MARKED:
        text = text.replace(letter, base)
    return _ODD.sub(_taken_apart, text)


def _taken_apart(odd: re.Match[str]) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", odd[0]) if not unicodedata.combining(char))


def query(text: str) -> str | None:
    """What is sought, for FTS5: every word of `text`, with any ending; None when there is none.

    The languages inflect at the end of the word: of a longer word the last letters are not compared.
    """
    return " AND ".join(f'"{_stem(word)}"*' if len(word) > 3 else f'"{word}"' for word in words(text)) or None


def _stem(word: str) -> str:
    cut = 0 if len(word) < 6 or word.isdigit() else 1 if len(word) < 7 else 2
    return word[: len(word) - cut]
