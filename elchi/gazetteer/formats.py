"""Names with a sign in them, found in the text itself: "Central Asia – China", "C5+1", "U.S."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from elchi.gazetteer import tables

_SIGN: Final = r"[-‐‑‒–—−+/]"
_APOSTROPHES: Final = "['’‘ʻʼ`´]"
_LONGEST: Final = 80
"""No partner's name is longer than this."""
_NEAR: Final = 40
"""How far from a format's name, in characters, the word that tells its kind may stand."""


@dataclass(frozen=True, slots=True)
class Found:
    """`text[start:end]` names the country or body `id`; `type` is `country` or `body`."""

    start: int
    end: int
    type: str
    id: str


@dataclass(frozen=True, slots=True)
class _Finder:
    signed: re.Pattern[str]
    by_sign: Mapping[str, str]
    joined: re.Pattern[str]
    """a joint and the centre, in either order: next to it a partner may stand"""


def find_formats(text: str, language: str) -> list[Found]:
    """All such names in a text, in order of place. Raises ValueError for a language without a pack."""
    finder = _finder(language)
    out = []
    for match in finder.signed.finditer(text):
        key = finder.by_sign[_spaceless(match[0])]
        out.append(Found(*match.span(), "country" if key.isupper() else "body", key))
    for match in finder.joined.finditer(text):
        found = _partner_after(text, match, language) or _partner_before(text, match, language)
        if found:
            start, end, key = found
            out.append(Found(start, end, "body", _kind(language, key, text, start, end)))
    return sorted(out, key=lambda found: found.start)


def _partner_after(text: str, match: re.Match[str], language: str) -> tuple[int, int, str] | None:
    if match["after"] is None:
        return None
    for pattern, key in _partners(language):
        partner = pattern.match(text, match.end())
        if partner:
            return match.start(), partner.end(), key
    return None


def _partner_before(text: str, match: re.Match[str], language: str) -> tuple[int, int, str] | None:
    if match["before"] is None:
        return None
    window = text[max(0, match.start() - _LONGEST) : match.start()]
    for pattern, key in _partners(language):
        for partner in pattern.finditer(window):
            if partner.end() == len(window):
                return match.start() - len(partner[0]), match.end(), key
    return None


def _kind(language: str, key: str, text: str, start: int, end: int) -> str:
    """The id of the meeting of this format whose word stands nearest, or the format's own."""
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    after = text[end : end + _NEAR].partition("\n")[0]
    nearest = (_NEAR + 1, key)
    for pattern, kind in _kinds(language, key):
        distances = [m.start() for m in pattern.finditer(after)]
        distances += [len(before) - m.end() for m in pattern.finditer(before)]
        if distances:
            nearest = min(nearest, (min(distances), kind))
    return nearest[1]


@cache
def _finder(language: str) -> _Finder:
    data: Mapping[str, Any] = tables.of_language(language)["formats"]
    centre = _any_of(data["centre"], *data["endings"])
    words = "|".join(map(re.escape, data["joiners"]))
    joint = rf"(?:[ \xa0]?{_SIGN}[ \xa0]?|[ \xa0](?:{words})[ \xa0])"
    literal = sorted({sign for signs in data["signed"].values() for sign in signs}, key=len, reverse=True)
    return _Finder(
        signed=re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, literal))})(?!\w)"),
        by_sign={_spaceless(sign): key for key, signs in data["signed"].items() for sign in signs},
        joined=re.compile(rf"(?<!\w)(?:{centre})(?P<after>{joint})|(?P<before>{joint})(?:{centre})(?!\w)"),
    )


@cache
def _partners(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    data = tables.of_language(language)["formats"]
    named = [(name, key) for key, names in data["partners"].items() for name in names]
    named.sort(key=lambda pair: len(pair[0]), reverse=True)
    return tuple((re.compile(rf"(?<!\w){_any_of([name], *data['endings'])}(?!\w)"), key) for name, key in named)


@cache
def _kinds(language: str, key: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    kinds = tables.of_language(language)["formats"]["kinds"].get(key, {})
    return tuple((re.compile("|".join(map(re.escape, words)), re.IGNORECASE), kind) for kind, words in kinds.items())


def _any_of(names: Iterable[str], cut: int, added: int) -> str:
    return "|".join(_inflected(name, cut, added) for name in sorted(names, key=len, reverse=True))


def _inflected(name: str, cut: int, added: int) -> str:
    """A name with its words' endings left open: `cut` letters may change, `added` may follow."""
    words = []
    for word in name.split(" "):
        if word.isupper():
            words.append(re.escape(word) + rf"(?:[-’']?\w{{1,{added}}})?" if added > 2 else re.escape(word))
            continue
        kept = word[: len(word) - cut] if len(word) - cut >= 2 else word
        words.append(re.sub(r"['’‘]", _APOSTROPHES, re.escape(kept)) + rf"\w{{0,{added}}}")
    return r"[ \xa0]".join(words)


def _spaceless(sign: str) -> str:
    return sign.replace(" ", "")
