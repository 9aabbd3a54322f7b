"""The form of a pack's files: every table, key and value that is not as docs/adding-a-language.md says, all at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from elchi import gazetteer
from elchi.checking.finding import Finding, one_of
from elchi.languages.lines import entry_lines, group_lines, line_of
from elchi.languages.pack import TRIGGER_FORMS, WORD_LISTS
from elchi.vocabulary import ACTS, DOCUMENTS, KINDS, LANGUAGES, MODES, OFFICES, STATUSES

Table = Mapping[str, Any]

PACK: Final = "pack.toml"
MANUAL: Final = "docs/adding-a-language.md"

TAG: Final = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")


class _Choice(NamedTuple):
    """A key of a group whose value is of a closed list."""

    allowed: tuple[str, ...]
    required: bool = True


GROUPS: Final[Mapping[str, Mapping[str, Mapping[str, _Choice]]]] = {
    "offices.toml": {"office": {"class": _Choice(OFFICES)}},
    "triggers.toml": {
        "trigger": {
            "form": _Choice(TRIGGER_FORMS),
            "kind": _Choice(tuple(KINDS), required=False),
            "mode": _Choice(MODES, required=False),
            "status": _Choice(STATUSES, required=False),
        },
        "document": {"class": _Choice(DOCUMENTS)},
        "status": {"status": _Choice((*STATUSES, "negated"))},
    },
    "speech.toml": {
        "verb": {"act": _Choice(ACTS)},
        "frame": {"speaker": _Choice(("before", "after"))},
        "cue": {"act": _Choice(ACTS)},
    },
}
"""File -> name of its `[[groups]]` -> keys with a closed list; every group has `patterns`, an office may have `of`."""

_STRINGS: Final = "a list of non-empty strings"
_PAIRS: Final = 'a list of pairs such as ["ё", "е"]'

_KEYS: Final[Mapping[str, Mapping[str, str]]] = {
    "": {
        "tag": "a string", "name": "a string", "home": "a string", "base": "a string", "office_head": "a string",
        "abbreviations": _STRINGS, "dotted": _STRINGS, "quotes": _PAIRS, "transliterate": _PAIRS,
        "keys": "a table", "names": "a table", "tense": "a table", "words": "a table",
    },
    "keys": {"replace": _PAIRS, "suffixes": _STRINGS, "repeat": "true or false", "min_stem": "a number above 0",
             "compound": _PAIRS},
    "names": {"suffixes": _STRINGS, "patronymics": _STRINGS, "surnames": _STRINGS, "base_always": _PAIRS,
              "base_surname": _PAIRS, "base_oblique": _PAIRS},
    "tense": {"past": _STRINGS, "future": _STRINGS},
    "words": dict.fromkeys(WORD_LISTS, _STRINGS),
}  # fmt: skip
"""Table of pack.toml ("" is the top) -> key -> what its value must be."""


def _strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)


def _pairs(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) for one in pair) for pair in value
    )


_FITS: Final[Mapping[str, Callable[[object], bool]]] = {
    "a string": lambda value: isinstance(value, str) and bool(value.strip()),
    "a table": lambda value: isinstance(value, dict),
    "true or false": lambda value: isinstance(value, bool),
    "a number above 0": lambda value: isinstance(value, int) and not isinstance(value, bool) and value > 0,
    _STRINGS: _strings,
    _PAIRS: _pairs,
}


def read(folder: Path, file: str) -> tuple[Table | None, list[Finding]]:
    """A file of a pack as parsed, or None and why not."""
    path = folder / file
    if not path.is_file():
        return None, [Finding(file, "the file", "is missing", f"Write it: {MANUAL} says what is in it.")]
    try:
        return tomllib.loads(path.read_text("utf-8")), []
    except UnicodeDecodeError:
        return None, [Finding(file, "the file", "is not UTF-8", "Save it as UTF-8.")]
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        line = int(at[1]) if at else None
        return None, [Finding(file, "the file", f"is not TOML: {error}", "Mend the line; toml.io has the rules.", line)]


def check_pack(folder: Path, table: Table) -> Iterator[Finding]:
    """What is wrong in `pack.toml`."""
    file = folder / PACK
    lines = entry_lines(file)

    def fault(key: str, reason: str, advice: str) -> Finding:
        return Finding(PACK, key, reason, advice, lines.get(key.rpartition(".")[2]))

    for key in ("tag", "name"):
        if key not in table:
            yield fault(key, "is missing", "Every pack has a BCP 47 tag and an English name.")
    for name, keys in _KEYS.items():
        inner = table.get(name, {}) if name else table
        for key, value in inner.items() if isinstance(inner, dict) else ():
            path = f"{name}.{key}" if name else key
            if key not in keys:
                yield fault(path, "is no key of a pack", one_of(key, keys))
            elif not _FITS[keys[key]](value):
                yield fault(path, f"must be {keys[key]}", f"{MANUAL} has an example.")
    tag, home, base = (table.get(key) for key in ("tag", "home", "base"))
    if isinstance(tag, str) and not TAG.fullmatch(tag):
        yield fault("tag", f"{tag!r} is no BCP 47 tag", 'Write it as in "ky", "uz-Cyrl".')
    elif isinstance(tag, str) and tag != folder.resolve().name:
        yield fault("tag", f"is {tag!r}, but the folder is {folder.resolve().name!r}", "Name the folder by the tag.")
    if isinstance(home, str) and home not in gazetteer.country_codes():
        yield fault("home", f"{home!r} is no country's code", "Write the ISO 3166 alpha-2 code, in capitals.")
    if isinstance(base, str) and base not in LANGUAGES:
        yield fault("base", f"{base!r} is no pack", one_of(base, LANGUAGES))
    if table.get("office_head", "first") not in ("first", "last"):
        yield fault("office_head", f"is {table['office_head']!r}", "Write first or last.")


def check_groups(folder: Path, file: str, table: Table) -> Iterator[Finding]:
    """What is wrong in the tables of one of the lexicons: `file` is a key of GROUPS."""
    for name, found in table.items():
        known = GROUPS[file].get(name)
        line = group_lines(folder / file).get((name, 1))
        if known is None:
            yield Finding(file, name, "is no table of this file", one_of(name, GROUPS[file]), line)
        elif not isinstance(found, list) or not all(isinstance(group, dict) for group in found):
            yield Finding(file, name, f"must be written as [[{name}]] tables", f"Write [[{name}]] above it.", line)
        else:
            for number, group in enumerate(found, 1):
                yield from _check_group(folder, file, (name, number), group)


def _check_group(folder: Path, file: str, at: tuple[str, int], group: Table) -> Iterator[Finding]:
    name, number = at
    choices = GROUPS[file][name]
    head = group_lines(folder / file).get(at)

    def fault(key: str, reason: str, advice: str) -> Finding:
        value = group.get(key)
        line = line_of(folder / file, value, name, number) if isinstance(value, str) else None
        return Finding(file, f"{name} {number}, {key}", reason, advice, line or head)

    keys = {"patterns", *choices, *(["of"] if name == "office" else [])}
    for key in group:
        if key not in keys:
            yield fault(key, "is no key of such a table", one_of(key, keys))
    for key, choice in choices.items():
        value = group.get(key)
        if value is None:
            if choice.required or (key == "kind" and group.get("form") in ("noun", "verb")):
                yield fault(key, "is missing", f"Write one of {', '.join(choice.allowed)}.")
        elif value not in choice.allowed:
            yield fault(key, f"{value!r} is not in the closed list", one_of(value, choice.allowed))
    if "patterns" not in group or group["patterns"] == []:
        yield fault("patterns", "is missing or empty", "Write the patterns, or take the table out.")
    elif not _strings(group["patterns"]):
        yield fault("patterns", f"must be {_STRINGS}", "Put every pattern into quotation marks.")
    of = group.get("of")
    if of is not None and not (isinstance(of, str) and (of in gazetteer.country_codes() or gazetteer.body(of))):
        yield fault("of", f"{of!r} is neither a country's code nor a body's id", "Look it up in the gazetteer's lists.")
