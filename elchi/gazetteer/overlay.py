"""A user's own gazetteer, laid over ours: countries, cities and bodies that our lists lack, or further names of theirs.

The file that the environment variable `ELCHI_GAZETTEER` names is read once, before the first report. It is TOML, with
the keys of our own lists; names are patterns of the lexicon, and in Uzbek Latin:

    [country.XA]                        # a code that we have, or one that ISO 3166 leaves to users
    en = ["Freedonia"]
    en_adj = ["Freedonian"]
    ru = ["Фридония"]

    [city.Fredville]
    country = "XA"
    capital = true
    en = ["Fredville"]

    [body.freedonia-club]
    type = "forum"                      # as in our lists; `forum = true`: it holds sessions of its own
    en = ["Freedonia Club"]

Where a name is already another's, the user's holds. Every mistake is an `OverlayError` that names file, key and reason.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from elchi.gazetteer.folding import fold
from elchi.gazetteer.handlists import DATA, HAND, TAGS, DataError, forms, names, pattern, plain
from elchi.gazetteer.spelling import Spelling

VARIABLE: Final = "ELCHI_GAZETTEER"
"""The environment variable with the path of the user's file."""

USER_CODES: Final = frozenset(
    ["AA", "ZZ", *(f"Q{letter}" for letter in "MNOPQRSTUVWXYZ"), *(f"X{chr(n)}" for n in range(65, 91) if n != 75)]
)
"""The alpha-2 codes that ISO 3166-1 leaves to its users, less Kosovo's XK."""

_KEYS: Final = {
    "country": {"label", *HAND, *(f"{language}_adj" for language in HAND)},
    "city": {"label", "country", "capital", *HAND},
    "body": {"label", "type", "forum", "parent", "country", *HAND},
}
_BODY_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BODY_TYPES: Final = frozenset(
    ("academic", "agency", "bank", "business", "court", "culture", "forum", "igo", "institute", "ngo", "organ",
     "parliament", "religious")
)  # fmt: skip


class OverlayError(DataError):
    """A mistake in the user's list; `advice` says what to do about it."""

    def __init__(self, reason: str) -> None:
        self.advice = f"mend the file, or name none in {VARIABLE}"
        super().__init__(f"{reason}. {self.advice[0].upper()}{self.advice[1:]}.")


Lists = dict[str, dict[str, dict[str, Any]]]
"""section -> id -> what the file says of it"""


def laid_over(name: str, table: dict[str, Any]) -> dict[str, Any]:
    """A file of the index with the user's entries in it; as it is when no file is named. Raises OverlayError."""
    file = os.environ.get(VARIABLE)
    if not file:
        return table
    try:
        if name == "tables":
            return _with_facts(table, lists(file, frozenset(table["countries"])))
        mine = lists(file, _codes())
        return _with_names(table, mine, file) if name == "names" else _with_patterns(name, table, mine, file)
    except OverlayError:
        raise
    except DataError as error:
        raise OverlayError(str(error)) from error


@cache
def lists(file: str, known: frozenset[str]) -> Lists:
    """What a user's file says, checked; `known` are the codes of our own countries. Raises DataError."""
    try:
        given = tomllib.loads(Path(file).read_text("utf-8"))
    except OSError as error:
        raise DataError(f"{file}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{file}: not TOML: {error}") from error
    for section, entries in given.items():
        if section not in _KEYS or not isinstance(entries, dict):
            raise DataError(f"{file}: {section}: not one of the sections {', '.join(_KEYS)}")
        for key, entry in entries.items():
            _check(section, key, entry, f"{file}: {section}.{key}")
    countries = known | set(given.get("country", {}))
    for key in given.get("country", {}):
        if key not in known | USER_CODES:
            raise DataError(f"{file}: country.{key}: neither a code of ours nor one left to users (XA to XZ, QM to QZ)")
    for section in ("city", "body"):
        for key, entry in given.get(section, {}).items():
            if entry.get("country", "" if section == "city" else None) not in {None, *countries}:
                raise DataError(f"{file}: {section}.{key}: country: give the code of a country that is listed")
    return {section: given.get(section, {}) for section in _KEYS}


def _check(section: str, key: str, entry: object, at: str) -> None:
    if not isinstance(entry, dict):
        raise DataError(f"{at}: must be a table")
    if unknown := set(entry) - _KEYS[section]:
        raise DataError(f"{at}: {min(unknown)}: no such key; there are {', '.join(sorted(_KEYS[section]))}")
    if not any(entry.get(language) for language in HAND):
        raise DataError(f"{at}: has no name in any of {', '.join(HAND)}")
    if section == "body" and not _BODY_ID.fullmatch(key):
        raise DataError(f"{at}: an id is lower-case words joined by hyphens")
    if section == "body" and entry.get("type") not in _BODY_TYPES:
        raise DataError(f"{at}: type: must be one of {', '.join(sorted(_BODY_TYPES))}")
    for language in HAND:
        for each in (*names(entry, language, at), *names(entry, f"{language}_adj", at)):
            pattern(each, at)


@cache
def _codes() -> frozenset[str]:
    from elchi.gazetteer import tables

    return frozenset(set(tables.facts()["countries"]) - USER_CODES)


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads((DATA / "rules.toml").read_text("utf-8"))


@cache
def _spelling() -> Spelling:
    return Spelling(_rules()["uzbek"])


def _with_facts(table: dict[str, Any], mine: Lists) -> dict[str, Any]:
    cities = {k: {"country": e["country"], "capital": bool(e.get("capital"))} for k, e in mine["city"].items()}
    capitals = {city["country"]: key for key, city in cities.items() if city["capital"]}
    countries = {key: table["countries"].get(key, [None, None]) for key in (*mine["country"], *capitals)}
    countries = {key: [alpha3, capitals.get(key, capital)] for key, (alpha3, capital) in countries.items()}
    bodies = {k: {f: e[f] for f in ("type", "forum", "parent", "country") if f in e} for k, e in mine["body"].items()}
    return {**table, "countries": {**table["countries"], **countries}, "cities": {**table["cities"], **cities},
            "bodies": {**table["bodies"], **bodies}}  # fmt: skip


def _with_names(table: dict[str, Any], mine: Lists, file: str) -> dict[str, Any]:
    out = {section: dict(known) for section, known in table.items()}
    for section, key, language, found in _named(mine, file):
        for each in map(plain, found):
            out[section][fold(each)] = key
            if language == "uz":
                out[section][fold(_spelling().cyrillic(each))] = key
    for section, entries in mine.items():
        for key in entries:
            out[section].setdefault(fold(key), key)
    return out


def _with_patterns(tag: str, table: dict[str, Any], mine: Lists, file: str) -> dict[str, Any]:
    patterns: dict[str, dict[str, list[str]]] = {}
    labels = dict(table["labels"])
    language = TAGS[tag]
    for section, key, of, found in _named(mine, file):
        if of == language:
            _claim(patterns, section, key, tag, found, file)
    for key, entry in mine["country"].items():
        _claim(patterns, "demonym", key, tag, names(entry, f"{language}_adj", file), file)
    for entries in mine.values():
        for key, entry in entries.items():
            label = entry.get("label") or next(plain(n) for h in (language, *HAND) for n in names(entry, h, file))
            labels.setdefault(key, label)
    claimed = {_bare(each) for kind in patterns.values() for found in kind.values() for each in found}
    entries = {
        kind: {key: left for key, found in known.items() if (left := [p for p in found if _bare(p) not in claimed])}
        for kind, known in table["entries"].items()
    }
    for kind, made in patterns.items():
        known = entries.setdefault(kind, {})
        entries[kind] = {**known, **{key: [*found, *known.get(key, [])] for key, found in made.items()}}
    return {**table, "entries": entries, "labels": labels}


def _named(mine: Lists, file: str) -> Iterator[tuple[str, str, str, list[str]]]:
    for section, entries in mine.items():
        for key, entry in entries.items():
            for language in HAND:
                yield section, key, language, names(entry, language, f"{file}: {section}.{key}")


def _claim(
    patterns: dict[str, dict[str, list[str]]], kind: str, key: str, tag: str, found: list[str], file: str
) -> None:
    places = kind in ("country", "city")
    made = [
        pattern(spelled, f"{file}: {key}", capital=not places)
        for name in (forms(_rules(), TAGS[tag], found) if places else found)
        for spelled in _spelling().of(tag, name)
    ]
    if made:
        patterns.setdefault(kind, {})[key] = list(dict.fromkeys(made))


def _bare(name: str) -> str:
    return plain(name).lower()
