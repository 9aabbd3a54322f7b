"""The furniture of pages as data: `languages/<tag>/furniture.toml` of every language, in one book of phrases.

One book for all languages: a page's furniture is often not in the language of its text. Phrases are matched word by
word over an index of their first and last words, so that no page can make the matching slow.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from elchi.languages import PackError
from elchi.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CATEGORIES: Final = (
    "crumb", "published", "updated", "credit", "byline", "share", "tags", "counter", "reading", "comments", "more",
    "subscribe", "notice", "sentences", "signature",
)  # fmt: skip
"""What a phrase of `[phrases]` is: `more` opens a list of other stories, `sentences` are notices that are whole
sentences, `published` and `updated` stand before a date, `crumb` is navigation, the rest are as their names say."""

WORD_LISTS: Final = ("sections", "roles", "year", "clock")
"""The lists of `[words]`: names of a site's sections, what authors are called, words beside a year, beside a time."""

_LISTING: Final = ("share", "counter", "reading", "comments", "subscribe")
"""What may be followed by a colon and a list: Share: Telegram, X."""

_SECTIONS: Final = ("phrases", "words", "date_line", "telling")
_TOKEN: Final = re.compile(
    r"(?P<number>\d(?:[\d.,\u00a0\u202f ]{0,12}\d)?(?:\s?(?:тыс|млн|мың|минг|ming|[kк])\b)?)"
    r"|[^\W\d_]+(?:['\u2019\u02bb\u02bc\u2018`\u00b4-]+[^\W\d_]+)*'?|[:©…]",
    re.IGNORECASE,
)
_APOSTROPHES: Final = "\u2019\u02bb\u02bc\u2018`\u00b4"


def fold(text: str) -> str:
    """Lower case, every kind of apostrophe as one, ё as е."""
    text = text.lower().replace("ё", "е")
    for mark in _APOSTROPHES:
        if mark in text:
            text = text.replace(mark, "'")
    return text


def tokens(text: str, most: int | None = None) -> list[str]:
    """The words of a line, or its first `most`, folded; a number is `#`, a colon stays, other punctuation goes."""
    return ["#" if m.lastgroup else m[0] for m in islice(_TOKEN.finditer(fold(text)), most)]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of furniture: its words, and whether anything may follow or come before."""

    category: str
    words: tuple[str, ...]
    follows: bool = False
    precedes: bool = False

    @property
    def exact(self) -> bool:
        """Whether the phrase is the whole of a line."""
        return not (self.follows or self.precedes)

    @property
    def sure(self) -> bool:
        """Whether the phrase is furniture even where the line reads on as a sentence."""
        return self.exact or ":" in self.words or "©" in self.words or self.category == "sentences"


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """All phrases, by their first word and (for those with anything before) by their last."""

    first: Mapping[str, tuple[Phrase, ...]]
    last: Mapping[str, tuple[Phrase, ...]]
    sections: frozenset[tuple[str, ...]]
    roles: frozenset[str]
    year: frozenset[str]
    clock: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    telling: Mapping[str, tuple[tuple[str, ...], frozenset[str]]] = field(default_factory=dict)

    def match(self, words: Sequence[str]) -> Phrase | None:
        """The longest phrase that is the whole of `words` (exactly, or with what its "…" allows), else None."""
        if not words:
            return None
        best: Phrase | None = None
        for phrase in (*self.first.get(words[0], ()), *self.last.get(words[-1], ())):
            n = len(phrase.words)
            if n > len(words):
                continue
            if phrase.precedes:
                fits = tuple(words[-n:]) == phrase.words
            else:
                fits = tuple(words[:n]) == phrase.words and (phrase.follows or _ends(words, n, phrase.category))
            if fits and (best is None or _rank(phrase) > _rank(best)):
                best = phrase
        return best

    def is_section(self, words: Sequence[str]) -> bool:
        """Whether `words` name a section of a site, such as Politics or World."""
        return tuple(words) in self.sections


def _ends(words: Sequence[str], n: int, category: str) -> bool:
    return all(w in (":", "…") for w in words[n:]) or (words[n] == ":" and category in _LISTING)


def _rank(phrase: Phrase) -> tuple[bool, bool, int]:
    return phrase.exact, phrase.sure, len(phrase.words)


@cache
def book() -> PhraseBook:
    """The phrases of every language with a pack. Raises PackError naming file, key and reason."""
    first: dict[str, list[Phrase]] = {}
    last: dict[str, list[Phrase]] = {}
    lists: dict[str, set[tuple[str, ...]]] = {name: set() for name in WORD_LISTS}
    months, weekdays = _calendar()
    telling: dict[str, tuple[tuple[str, ...], frozenset[str]]] = {}
    for tag in LANGUAGES:
        file, table = _load(tag)
        for phrase in _phrases(file, table):
            index, key = (last, phrase.words[-1]) if phrase.precedes else (first, phrase.words[0])
            index.setdefault(key, []).append(phrase)
        words = _table(file, table, "words", WORD_LISTS)
        for name in WORD_LISTS:
            lists[name] |= {tuple(tokens(w)) for w in _strings(file, "words", words, name)}
        months |= _months(file, table)
        tells = _table(file, table, "telling", ("letters", "words"))
        letters = tuple(fold(x) for x in _strings(file, "telling", tells, "letters"))
        telling[tag] = letters, frozenset(fold(w) for w in _strings(file, "telling", tells, "words"))
    flat = {name: frozenset(" ".join(w) for w in lists[name]) for name in ("roles", "year", "clock")}
    return PhraseBook(
        first={k: tuple(v) for k, v in first.items()},
        last={k: tuple(v) for k, v in last.items()},
        sections=frozenset(lists["sections"]),
        months=months,
        weekdays=weekdays,
        telling=telling,
        **flat,
    )


def parse_phrase(category: str, written: str) -> Phrase:
    """A phrase as written in a pack, "…" first or last. Raises ValueError with the reason where it is wrong."""
    words = tokens(written.replace("#", "0"))
    follows, precedes = words[-1:] == ["…"], words[:1] == ["…"]
    words = words[precedes : len(words) - follows]
    if not words:
        raise ValueError("has no words")
    if "…" in words:
        raise ValueError('has "…" neither first nor last')
    if follows and precedes:
        raise ValueError('has "…" both first and last; one of them is enough')
    return Phrase(category, tuple(words), follows, precedes)


def _load(tag: str) -> tuple[str, Mapping[str, Any]]:
    file = f"languages/{tag}/furniture.toml"
    path = resources.files("elchi.languages") / tag / "furniture.toml"
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise PackError(f"{file}: missing; every language has one") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{file}: not TOML: {error}") from error
    unknown = set(table) - set(_SECTIONS)
    if unknown:
        raise PackError(f"{file}: {min(unknown)}: not a known table; there are {', '.join(_SECTIONS)}")
    return file, table


def _table(file: str, table: Mapping[str, Any], name: str, allowed: Sequence[str]) -> Mapping[str, Any]:
    found = table.get(name)
    if not isinstance(found, dict):
        raise PackError(f"{file}: {name}: is missing or is not a table")
    unknown = set(found) - set(allowed)
    if unknown:
        raise PackError(f"{file}: {name}.{min(unknown)}: not a known list; there are {', '.join(allowed)}")
    return found


def _strings(file: str, name: str, table: Mapping[str, Any], key: str) -> list[str]:
    value = table.get(key)
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise PackError(f"{file}: {name}.{key}: must be a list of non-empty strings")
    return value


def _phrases(file: str, table: Mapping[str, Any]) -> list[Phrase]:
    phrases = _table(file, table, "phrases", CATEGORIES)
    out = []
    for category in CATEGORIES:
        for written in _strings(file, "phrases", phrases, category):
            try:
                out.append(parse_phrase(category, written))
            except ValueError as error:
                raise PackError(f"{file}: phrases.{category}: {written!r} {error}") from error
    return out


def _months(file: str, table: Mapping[str, Any]) -> dict[str, int]:
    found = _table(file, _table(file, table, "date_line", ("months",)), "months", list(_own_names(table)))
    for name, number in found.items():
        if not isinstance(number, int) or not 1 <= number <= 12:
            raise PackError(f"{file}: date_line.months.{name}: must be a number from 1 to 12")
    return {fold(name): number for name, number in found.items()}


def _own_names(table: Mapping[str, Any]) -> Sequence[str]:
    months = table["date_line"].get("months")
    return list(months) if isinstance(months, dict) else ()


def _calendar() -> tuple[dict[str, int], dict[str, int]]:
    """Names of months (1 to 12) and weekdays (Monday is 0) in all our languages, from CLDR."""
    from babel import Locale

    months: dict[str, int] = {}
    days: dict[str, int] = {}
    for tag in LANGUAGES:
        locale = Locale.parse(tag, sep="-")
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                months |= {fold(n.rstrip(".")): i for i, n in locale.months[context][width].items()}
                days |= {fold(n.rstrip(".")): i for i, n in locale.days[context][width].items()}
    return months, days
