"""Reading a language pack from its folder, with errors that name file, key and reason.

A pack may name a `base` pack: it then takes the base's lexicons, and its own `transliterate` table turns its words
into the base's script before they are matched (Uzbek in Cyrillic reads with the lexicons of Uzbek in Latin).
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

from elchi.vocabulary import ACTS, DOCUMENTS, KINDS, LANGUAGES, MODES, OFFICES, STATUSES

Table = Mapping[str, Any]

TRIGGER_FORMS: Final = ("noun", "verb", "attend", "hold", "never")
"""`noun` and `verb` state an event of a kind; `attend` ("took part in") joins people to one; `hold` ("took place")
carries an event noun's tense; `never` marks words that look like a trigger and are not."""

LEXICONS: Final = ("offices", "triggers", "speech")

WORD_LISTS: Final = (
    "honorifics", "particles", "connectors", "not_names", "organisations", "conjunctions", "pronouns",
    "home", "ministries", "delegations", "locatives", "counterparts", "former", "spouses", "separately", "peers",
    "commissions", "border_commissions", "business_councils", "interstate_councils",
)  # fmt: skip
"""Lists of patterns in `[words]` of pack.toml; docs/adding-a-language.md says what each is for."""


class PackError(ValueError):
    """A language pack that cannot be used; the message names file, key and reason."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern of a lexicon: what it is (`category`), which (`value`), and the group in the pack that holds it."""

    pattern: str
    category: str
    value: str
    form: str = ""
    mode: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """A language as data. `entries` are the lexicons' patterns; `words` the closed word lists."""

    tag: str
    family: str
    """the pack's base, or itself: what is learnt of one script of a language holds for the other"""
    name: str
    home: str | None
    office_head: str
    """of two titles side by side ("press secretary of the president"), whose holder is meant: `first` or `last`"""
    replace: tuple[tuple[str, str], ...]
    suffixes: tuple[str, ...]
    repeat: bool
    min_stem: int
    name_suffixes: tuple[str, ...]
    patronymics: tuple[str, ...]
    surnames: tuple[str, ...]
    """endings of surnames, as keys"""
    base_always: tuple[tuple[str, str], ...]
    """case endings of names, as written, that no name ends in by itself, and what stands for them in the base form"""
    base_surname: tuple[tuple[str, str], ...]
    """those taken off only where a surname's ending is left"""
    base_oblique: tuple[tuple[str, str], ...]
    """those taken off only where the title beside the name is itself in a case"""
    abbreviations: frozenset[str]
    quotes: tuple[tuple[str, str], ...]
    compound: tuple[tuple[str, str], ...]
    """endings of the first part of a joined adjective and what stands for them alone ("казахско-" → "казахский")"""
    dotted: tuple[str, ...]
    """abbreviations written with dots inside ("U.S."), which are one word"""
    past: tuple[str, ...]
    future: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]
    entries: tuple[Entry, ...]


_LENT: Final[dict[str, Path]] = {}


def lend(folder: Path) -> str:
    """A tag by which `load`, and with it every step that asks for a pack by tag, reads the pack of another folder.

    For trying a pack that is not in the package: the tag is no language's own, and the gazetteer knows nothing of it.
    """
    tag = f"{folder.name}@{len(_LENT)}"
    _LENT[tag] = folder
    return tag


def _table(tag: str, file: str) -> Table:
    path = _LENT[tag] / file if tag in _LENT else resources.files(__package__) / tag / file
    if not path.is_file():
        raise PackError(f"languages/{tag}/{file}: missing; every pack without a base has this file")
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"languages/{tag}/{file}: not TOML: {error}") from error


def _strings(where: str, table: Table, key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise PackError(f"{where}: {key}: must be a list of non-empty strings")
    return tuple(value)


def _chosen(where: str, group: Table, key: str, allowed: Collection[str], *, required: bool = True) -> str | None:
    value = group.get(key)
    if value is None and not required:
        return None
    if not isinstance(value, str) or value not in allowed:
        raise PackError(f"{where}: {key}: {value!r} is not one of {', '.join(allowed)}")
    return value


def _groups(where: str, table: Table, name: str) -> list[Table]:
    groups = table.get(name, [])
    if not isinstance(groups, list) or not all(isinstance(g, dict) for g in groups):
        raise PackError(f"{where}: {name}: must be written as [[{name}]] tables")
    for number, group in enumerate(groups, 1):
        if not _strings(f"{where}: {name} {number}", group, "patterns"):
            raise PackError(f"{where}: {name} {number}: patterns: is missing or empty")
    return groups


def _offices(where: str, table: Table) -> list[Entry]:
    out = []
    for number, group in enumerate(_groups(where, table, "office"), 1):
        value = _chosen(f"{where}: office {number}", group, "class", OFFICES)
        of = group.get("of")
        if of is not None and not isinstance(of, str):
            raise PackError(f"{where}: office {number}: of: must be a country code or a body's id")
        out += [Entry(p, "office", str(value), form=of or "") for p in group["patterns"]]
    return out


def _triggers(where: str, table: Table) -> list[Entry]:
    out = []
    for number, group in enumerate(_groups(where, table, "trigger"), 1):
        at = f"{where}: trigger {number}"
        form = str(_chosen(at, group, "form", TRIGGER_FORMS))
        kind = _chosen(at, group, "kind", KINDS, required=form in ("noun", "verb")) or ""
        mode = _chosen(at, group, "mode", MODES, required=False)
        status = _chosen(at, group, "status", STATUSES, required=False)
        out += [Entry(p, "trigger", kind, form, mode, status) for p in group["patterns"]]
    for number, group in enumerate(_groups(where, table, "document"), 1):
        value = _chosen(f"{where}: document {number}", group, "class", DOCUMENTS)
        out += [Entry(p, "document", str(value)) for p in group["patterns"]]
    for number, group in enumerate(_groups(where, table, "status"), 1):
        value = _chosen(f"{where}: status {number}", group, "status", (*STATUSES, "negated"))
        out += [Entry(p, "status", str(value)) for p in group["patterns"]]
    return out


def _speech(where: str, table: Table) -> list[Entry]:
    out = []
    for number, group in enumerate(_groups(where, table, "verb"), 1):
        value = _chosen(f"{where}: verb {number}", group, "act", ACTS)
        out += [Entry(p, "speech", str(value), form="verb") for p in group["patterns"]]
    for number, group in enumerate(_groups(where, table, "frame"), 1):
        side = _chosen(f"{where}: frame {number}", group, "speaker", ("before", "after"))
        out += [Entry(p, "frame", str(side)) for p in group["patterns"]]
    for number, group in enumerate(_groups(where, table, "cue"), 1):
        value = _chosen(f"{where}: cue {number}", group, "act", ACTS)
        out += [Entry(p, "cue", str(value)) for p in group["patterns"]]
    return out


_READERS: Final = {"offices": _offices, "triggers": _triggers, "speech": _speech}


def _pairs(where: str, table: Table, key: str) -> tuple[tuple[str, str], ...]:
    value = table.get(key, [])
    if not all(isinstance(p, list) and len(p) == 2 and all(isinstance(s, str) for s in p) for p in value):
        raise PackError(f'{where}: {key}: must be a list of pairs such as ["ё", "е"]')
    return tuple((a, b) for a, b in value)


@cache
def load(tag: str) -> Pack:
    """The pack of a supported language. Raises PackError when it is missing or wrong."""
    if tag not in LANGUAGES and tag not in _LENT:
        raise PackError(f"languages/{tag}: no such pack; there are {', '.join(LANGUAGES)}")
    file = f"languages/{tag}/pack.toml"
    table = _table(tag, "pack.toml")
    base = load(table["base"]) if "base" in table else None
    keys, names, tense = (table.get(k, {}) for k in ("keys", "names", "tense"))
    unknown = set(table.get("words", {})) - set(WORD_LISTS)
    if unknown:
        raise PackError(f"{file}: words.{min(unknown)}: not a known list; there are {', '.join(WORD_LISTS)}")
    words = {k: _strings(f"{file}: words", table.get("words", {}), k) for k in WORD_LISTS}
    entries: list[Entry] = list(base.entries) if base else []
    if not base:
        for lexicon in LEXICONS:
            entries += _READERS[lexicon](f"languages/{tag}/{lexicon}.toml", _table(tag, f"{lexicon}.toml"))
    if base:
        words = {k: (*base.words[k], *v) for k, v in words.items()}
    return Pack(
        tag=tag,
        family=base.tag if base else tag,
        name=str(table.get("name", tag)),
        home=table.get("home", base.home if base else None),
        office_head=str(table.get("office_head", base.office_head if base else "first")),
        replace=(
            *_pairs(file, table, "transliterate"),
            *_pairs(file, keys, "replace"),
            *(base.replace if base else ()),
        ),
        suffixes=_strings(file, keys, "suffixes") or (base.suffixes if base else ()),
        repeat=bool(keys.get("repeat", base.repeat if base else False)),
        min_stem=int(keys.get("min_stem", base.min_stem if base else 3)),
        name_suffixes=_strings(file, names, "suffixes"),
        patronymics=_strings(file, names, "patronymics"),
        surnames=_strings(file, names, "surnames") or (base.surnames if base else ()),
        base_always=_pairs(file, names, "base_always"),
        base_surname=_pairs(file, names, "base_surname"),
        base_oblique=_pairs(file, names, "base_oblique"),
        abbreviations=frozenset(_strings(file, table, "abbreviations")),
        quotes=_pairs(file, table, "quotes") or (base.quotes if base else ()),
        compound=_pairs(file, keys, "compound"),
        dotted=_strings(file, table, "dotted"),
        past=_strings(file, tense, "past") or (base.past if base else ()),
        future=_strings(file, tense, "future") or (base.future if base else ()),
        words=words,
        entries=tuple(entries),
    )
