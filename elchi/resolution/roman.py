"""Names in Latin letters: for display, and for ids that a person can read."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any, Final

from elchi.resolution.sounds import load_table

LONGEST_SLUG: Final = 80

_APOSTROPHES: Final = re.compile("['’‘ʼʻ`´ʹ′]")


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return load_table("roman.toml")


@lru_cache(maxsize=8)
def _letters(language: str) -> dict[str, str]:
    return dict((*_table()["letters"], *_table()["own"].get(language, [])))


@lru_cache(maxsize=8)
def _rules(language: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    pairs = _table()["rules"].get(language, [])
    if not pairs:
        return None
    pattern = "|".join(f"(?P<r{i}>{p})" for i, (p, _) in enumerate(pairs))
    return re.compile(pattern), {f"r{i}": letters for i, (_, letters) in enumerate(pairs)}


def romanise(text: str, language: str = "") -> str:
    """A name as English would write it, from the script and spelling habits of `language`.

    Latin letters keep their accents; capitals stay where they were. What no rule knows is left as it is.
    """
    text = unicodedata.normalize("NFC", text)
    latin = not any("\u0400" <= c <= "\u052f" for c in text)
    if latin and language in ("", "en"):
        return text
    letters = _letters(language)
    rules = _rules(language)
    out, at = [], 0
    folded = text.lower() if len(text.lower()) == len(text) else text
    while at < len(text):
        found = rules[0].match(folded, at) if rules else None
        if rules and found and found.lastgroup and found.end() > at:
            new, step = rules[1][found.lastgroup], found.end() - at
        else:
            new, step = (letters.get(folded[at], text[at]) if not latin else text[at]), 1
        out.append(new[:1].upper() + new[1:] if text[at].isupper() else new)
        at += step
    return _APOSTROPHES.sub("", "".join(out)) if language == "uz-Latn" else "".join(out)


def slug(text: str) -> str:
    """Kebab-case ASCII of a romanised text; empty when no letter or digit of it is Latin."""
    letters = _letters("")
    text = "".join(letters.get(c, c) for c in _APOSTROPHES.sub("", text).lower())
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if c.isascii())
    return re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_SLUG].strip("-")
