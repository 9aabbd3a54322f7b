"""When two names, parties, dates or stretches of text count as the same in an evaluation."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from elchi.records import Evidence

_NOT_A_LETTER = re.compile(r"[^\w]+")
_JOINT = re.compile(r"[-\s_]+")


def fold(text: str) -> str:
    """`text` without case, compatibility forms and punctuation."""
    return _NOT_A_LETTER.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


@lru_cache(maxsize=20_000)
def _tokens(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split())


def same_token(one: str, other: str) -> bool:
    """Whether two words of a name may be one word in two inflections.

    All but the last two letters of the shorter one agree, and four at least.
    """
    if one == other:
        return True
    shorter = min(len(one), len(other))
    stem = max(4, shorter - 2)
    return shorter >= 4 and one[:stem] == other[:stem]


def name_overlap(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """The greatest share of words, 0 to 1, that a form in `ours` has in common with a form in `theirs`."""
    return max((_form_overlap(_tokens(a), _tokens(b)) for a in ours for b in theirs), default=0.0)


def _form_overlap(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    if not one or not other:
        return 0.0
    shared = sum(any(same_token(word, candidate) for candidate in other) for word in one)
    return shared / max(len(one), len(other))


def is_country(party: str) -> bool:
    """Whether `party` is a country's code (two capitals) and no body's id."""
    return len(party) == 2 and party.isupper()


def same_party(one: str | None, other: str | None) -> bool:
    """Whether two countries or bodies are the same: equal, or bodies whose ids share half their words."""
    if not one or not other:
        return False
    if one == other:
        return True
    if is_country(one) or is_country(other):
        return False
    ours, theirs = set(_JOINT.split(one.lower())), set(_JOINT.split(other.lower()))
    return len(ours & theirs) / len(ours | theirs) >= 0.5


def same_date(gold: str | None, found: str | None) -> bool:
    """Whether `found` states the date `gold`.

    One level less exact is near enough, and so is the day before or after.
    """
    if not gold or not found:
        return False
    shorter = min(len(gold), len(found))
    if gold[:shorter] == found[:shorter]:
        return len(found) >= len(gold) or len(gold) - len(found) <= 3
    if len(gold) == len(found) == 10:
        try:
            return abs((date.fromisoformat(gold) - date.fromisoformat(found)).days) <= 1
        except ValueError:
            return False
    return False


def overlap(anchor: str, evidence: Sequence[Evidence], text: str) -> float:
    """The share of `anchor`, 0 to 1, that the best stretch of `evidence` covers in `text`."""
    start = text.find(anchor) if anchor else -1
    if start < 0:
        return 0.0
    end = start + len(anchor)
    covered = max((min(end, item.end) - max(start, item.start) for item in evidence), default=0)
    return max(0, covered) / (end - start)
