"""Which entry of a language pack or of the gazetteer offered something: its file, line and pattern."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Final

from elchi.dates import DateMention, search
from elchi.dates import load as load_dates
from elchi.dates.tokens import tokenize
from elchi.extraction.candidates import Candidate
from elchi.extraction.document import Document, Thing
from elchi.extraction.lexicon import Match
from elchi.gazetteer.overlay import VARIABLE
from elchi.languages.lines import entry_lines, line_in_group, line_of
from elchi.languages.pack import Entry
from elchi.records import Source

_PACKAGE: Final = Path(__file__).parents[1]

_FILES: Final = {
    "office": ("offices.toml", "office"),
    "trigger": ("triggers.toml", "trigger"),
    "document": ("triggers.toml", "document"),
    "status": ("triggers.toml", "status"),
    "speech": ("speech.toml", "verb"),
    "frame": ("speech.toml", "frame"),
    "cue": ("speech.toml", "cue"),
}
"""Category of an entry -> the pack's file and the name of its tables there."""

_VALUE_KEYS: Final = {"office": "class", "trigger": "kind", "document": "class", "status": "status", "speech": "act",
                      "frame": "speaker", "cue": "act"}  # fmt: skip

_GAZETTEER: Final = {"country": "countries", "demonym": "countries", "city": "cities", "body": "bodies",
                     "region": "regions.toml", "institution": "institutions.toml"}  # fmt: skip

_WORD: Final = "word:"
_FORUM: Final = "<forum>"


def of_match(doc: Document, match: Match) -> Source:
    """The entry that matched."""
    return _source(match.entry, doc.pack.tag, doc.pack.family)


@cache
def _source(entry: Entry, tag: str, family: str) -> Source:
    if entry.category.startswith(_WORD):
        return _word_source(entry, tag, family)
    if entry.category in _GAZETTEER:
        return _gazetteer_source(entry.category, entry.value, entry.pattern)
    name, table = _FILES[entry.category]
    file = f"languages/{family}/{name}"
    group = {_VALUE_KEYS[entry.category]: entry.value} if entry.value else {}
    if entry.category == "trigger":
        group["form"] = entry.form
    line = line_in_group(_PACKAGE / file, entry.pattern, table, group)
    return Source(file, line, entry.pattern, _says(entry, table))


def _says(entry: Entry, table: str) -> str:
    said = [table, entry.form if entry.category == "trigger" else "", entry.value]
    said += [
        entry.status or "",
        entry.mode or "",
        f"of {entry.form}" if entry.category == "office" and entry.form else "",
    ]
    return ", ".join(part for part in said if part)


def _word_source(entry: Entry, tag: str, family: str) -> Source:
    for folder in dict.fromkeys((tag, family)):
        file = f"languages/{folder}/pack.toml"
        line = line_of(_PACKAGE / file, entry.pattern, "words")
        if line is not None:
            break
    return Source(file, line, entry.pattern, f"words, {entry.value}")


@cache
def _gazetteer_source(category: str, key: str, pattern: str) -> Source:
    """The entry of a country, city or body in the gazetteer's lists or the user's own; CLDR's names have no line."""
    place = _PACKAGE / "gazetteer" / "data" / _GAZETTEER[category]
    for path in sorted(place.glob("*.toml")) if place.is_dir() else [place]:
        line = entry_lines(path).get(key)
        if line is not None:
            return Source(path.relative_to(_PACKAGE).as_posix(), line, pattern, f"{category}, {key}")
    own = os.environ.get(VARIABLE)
    if own and Path(own).is_file():
        section = "country" if category == "demonym" else category
        return Source(own, entry_lines(Path(own)).get(f"{section}.{key}"), pattern, f"{category}, {key}")
    return Source("gazetteer/data/cldr.json", None, pattern, f"{category}, {key}")


def of_thing(doc: Document, thing: Thing) -> tuple[Source, ...]:
    """What a country, city or body was read by; of two countries joined in one word, the word's file only."""
    category = {"home": "word:home", "ministry": "word:ministries"}.get(thing.kind, thing.kind)
    match = doc.match_at.get(category, {}).get(thing.first)
    if match is not None:
        return (of_match(doc, match),)
    if "+" in thing.id or thing.kind == "body":
        return (Source("gazetteer/data/formats.toml", None, thing.id, "a name with a sign in it"),)
    return (
        Source(f"languages/{doc.pack.family}/pack.toml", None, "compound", f"two countries in one word, {thing.id}"),
    )


def of_candidate(doc: Document, candidate: Candidate) -> tuple[Source, ...]:
    """The triggers that a candidate was read by."""
    patterns = {pattern.split(" as ")[0] for pattern in candidate.patterns}
    sentence = doc.sentences[candidate.sentence]
    found = [match for match in doc.words("trigger", sentence)
             if match.entry.pattern in patterns and candidate.first <= match.first < candidate.last]  # fmt: skip
    out = [of_match(doc, match) for match in found]
    if _FORUM in patterns and candidate.first in doc.thing_at:
        out += of_thing(doc, doc.thing_at[candidate.first])
    return tuple(dict.fromkeys(out))


def of_names(doc: Document) -> Source:
    """The grammar of names: a person's name is no pattern's, but a run of capitalised words."""
    return Source(f"languages/{doc.pack.tag}/pack.toml", None, "[names]", "a run of capitalised words")


def of_date(doc: Document, mention: DateMention) -> tuple[Source, ...]:
    """The rule of `dates.toml` that read a date; the longest, where several match within it."""
    lexicon = load_dates(doc.report.language)
    before = doc.report.text.rfind("\n", 0, mention.start) + 1
    after = doc.report.text.find("\n", mention.end)
    line = doc.report.text[before : after if after >= 0 else None]
    tokens = tokenize(line, lexicon)
    inside = [
        match
        for match in search._matches(tokens, lexicon)
        if match.rule.read != "none"
        and mention.start <= before + tokens.starts[match.start]
        and before + tokens.ends[match.end - 1] <= mention.end
    ]
    if not inside:
        return ()
    rule = max(inside, key=lambda match: match.end - match.start).rule
    for tag in dict.fromkeys((doc.pack.tag, doc.pack.family)):
        file = f"languages/{tag}/dates.toml"
        number = line_of(_PACKAGE / file, rule.source, "rules")
        if number is not None:
            break
    return (Source(file, number, rule.source, f"rules, {rule.read}: {mention.kind}"),)
