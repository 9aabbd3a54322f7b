"""Reading the hand-edited lists of `data/`, with errors that name file, id and reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).parent / "data"
HAND: Final = ("en", "ru", "kk", "uz")
"""Languages of the hand-edited lists; `uz` is Latin and serves both Uzbek packs."""
TAGS: Final = {"en": "en", "ru": "ru", "kk": "kk", "uz-Latn": "uz", "uz-Cyrl": "uz"}
"""Language of a pack -> that of its lists."""

_WORD: Final = re.compile(r"\^?=?[^\W_]+(?:['’‘-][^\W_]+)*\*?|_")
_SHORT: Final = 2
_DIGITS: Final = re.compile(r"([^\W\d]+)(\d+)")

Table = Mapping[str, Any]


class DataError(ValueError):
    """A mistake in the hand-edited lists; the message names file, id and reason."""


def read(folder: Path) -> dict[str, dict[str, Any]]:
    """All tables of a folder's files, by key. Raises DataError for a key given twice or a file that is not TOML."""
    out: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            table = tomllib.loads(path.read_text("utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise DataError(f"{path.name}: not TOML: {error}") from error
        for key, value in table.items():
            if key in out:
                raise DataError(f"{path.name}: {key}: also in {out[key]['file']}")
            out[key] = {**value, "file": path.name}
    return out


def names(entry: Table, key: str, at: str) -> list[str]:
    """The names under a key: a string or a list of strings."""
    value = entry.get(key, [])
    value = [value] if isinstance(value, str) else value
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise DataError(f"{at}: {key}: must be a name or a list of names")
    return value


def is_word(word: str) -> bool:
    """Whether a tokenizer keeps this as one word, so that a pattern may hold it."""
    return _WORD.fullmatch(word) is not None


def pattern(name: str, at: str, *, capital: bool = False) -> str:
    """A name as a pattern of the lexicon.

    `capital`: a short name whose first word is capitalised here must be so in the text too; a long one is safe without,
    and often written "the secretariat of the Congress".
    """
    words = name.split(" ")
    for word in words:
        if not is_word(word):
            raise DataError(f"{at}: {name!r}: {word!r} is not a word of a pattern")
    split = [_DIGITS.sub(r"=\1 \2", word) if _DIGITS.fullmatch(word) else word for word in words]
    first = words[0].lstrip("=^")
    short = len(words) <= _SHORT and first[0].isupper() and not (len(first) > 1 and first.isupper())
    if capital and short and split[0][0] != "^":
        split[0] = "^" + split[0]
    return " ".join(split)


def forms(rules: Table, language: str, found: Iterable[str]) -> list[str]:
    """Names of places, those that must not be stemmed spelled out in their forms by the `[forms]` of `rules.toml`."""
    rule = rules["forms"][language]
    out: list[str] = []
    for name in found:
        if " " in name or name[0] == "=" or name[-1] == "*" or name.isupper() or not re.search(rule["when"], name):
            out.append(name)
            continue
        ending, made = next((pair for pair in rule["endings"] if re.search(pair[0], name)), ("$", [""]))
        each = [re.sub(ending, form, name, count=1) for form in made]
        out += [form if form[-1] == "*" else "=" + form for form in each]
    return out


def plain(name: str) -> str:
    """A pattern as a reader would write the name."""
    return name.replace("=", "").replace("*", "").replace("^", "")
