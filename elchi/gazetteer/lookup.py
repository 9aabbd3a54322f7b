"""Countries, cities, bodies and regions: their patterns for the lexicon, and facts and names by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, Literal

from elchi.gazetteer import tables
from elchi.gazetteer.folding import fold

Type = Literal["country", "region", "city", "body", "institution", "demonym"]

_TYPES: Final[tuple[Type, ...]] = ("country", "region", "city", "body", "institution", "demonym")
_CLOSE: Final = 88.0
"""Likeness, of 100, from which a name that is in no list is taken for a misspelling of one that is."""
_REMEMBERED: Final = 4096
"""How many cities and bodies are kept as they were looked up: a text names the same few again and again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern of the lexicon: how a thing may be named in a text of one language.

    `type` is `country` or `demonym` (an adjective or the word for its people; `id` an ISO 3166 alpha-2 code), `city`
    (`id` its usual English name), `body` (`id` as in `Body`), `institution` ("Milli Majlis", "Kremlin"; `id` its
    country's code) or `region` (no party: it keeps "Latin America" from being read as the United States).

    Countries and cities are meant only when the first word is capitalised; in other patterns `^` says that. A `weak`
    pattern is an ordinary word, a person's name or a name that several have ("Того", "Nice", "Виктория", "the Security
    Council"): it holds only where the sentence wants a place, or where the body is named in full elsewhere.
    """

    pattern: str
    type: Type
    id: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class City:
    """A city under its usual English name; `country` is an ISO 3166 alpha-2 code."""

    name: str
    country: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, organ or forum.

    `forum` says that it holds sessions that are its own; `parent` is the body it is an organ of; `head` gives titles of
    its head by language where they are unlike any other's; `country` the country that its head holds office of, when
    that is not the body itself (a muftiate, a central bank, a dicastery).
    """

    id: str
    type: str
    forum: bool
    parent: str | None
    country: str | None = None
    head: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)


@cache
def entries(language: str, *, weak: bool = False) -> tuple[Entry, ...]:
    """The patterns of a language, a country's before a city's before a body's; with `weak`, also those that need a
    context. Raises ValueError for a language without a pack.
    """
    lists = tables.of_language(language)["entries"]
    kinds: list[tuple[str, Type, bool]] = [(kind, kind, False) for kind in _TYPES]
    if weak:
        kinds += [(f"weak {kind}", kind, True) for kind in _TYPES]
    return tuple(
        Entry(pattern, kind, key, is_weak)
        for name, kind, is_weak in kinds
        for key, patterns in lists.get(name, {}).items()
        for pattern in patterns
    )


def country_codes() -> frozenset[str]:
    """All ISO 3166 alpha-2 codes, and XK."""
    return frozenset(tables.facts()["countries"])


def capital_of(code: str) -> str | None:
    """The capital of a country, by its alpha-2 code."""
    row = tables.facts()["countries"].get(code)
    return row[1] if row else None


@lru_cache(maxsize=_REMEMBERED)
def city(name: str) -> City | None:
    """A city by the English name that `Entry.id` gives."""
    row = tables.facts()["cities"].get(name)
    return City(name, row["country"], row["capital"]) if row else None


def country_of_city(name: str) -> str | None:
    """The country of a city, named in any of our languages."""
    known = city_name(name)
    return tables.facts()["cities"][known]["country"] if known else None


@lru_cache(maxsize=_REMEMBERED)
def body(key: str) -> Body | None:
    """A body by its id."""
    row = tables.facts()["bodies"].get(key)
    if row is None:
        return None
    head = {language: tuple(titles) for language, titles in row.get("head", {}).items()}
    return Body(
        key, row["type"], row.get("forum", False), row.get("parent"), row.get("country"), MappingProxyType(head)
    )


def country_code(name: str, *, close: bool = False) -> str | None:
    """The alpha-2 code of a country named in any of our languages, or by its own alpha-2 or alpha-3 code.

    Case, accents, apostrophes and hyphens make no difference. With `close`, a misspelt name is taken too.
    """
    return _named("country", name, close)


def city_name(name: str, *, close: bool = False) -> str | None:
    """The usual English name of a city named in any of our languages; `close` as in `country_code`."""
    return _named("city", name, close)


def body_id(name: str, *, close: bool = False) -> str | None:
    """The id of a body named, in full or in short, in any of our languages; `close` as in `country_code`."""
    return _named("body", name, close)


def label(key: str, language: str) -> str:
    """What to call a country, city or body in a language: the key itself when it is not known."""
    found: str = tables.of_language(language)["labels"].get(key, key)
    return found


def _named(kind: str, name: str, close: bool) -> str | None:
    known = tables.names()[kind]
    folded = fold(name)
    if folded in known or not close or len(folded) < 5:
        return known.get(folded)
    from rapidfuzz import fuzz, process

    found = process.extractOne(folded, known.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE)
    return known[found[0]] if found else None
