"""Patterns that are written wrongly, stand twice, or never match; and what a pack has no patterns for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from elchi.checking.finding import Finding
from elchi.extraction.lexicon import Lexicon
from elchi.extraction.lexicon import _variants as spelled_out
from elchi.extraction.tokens import tokenize
from elchi.languages.lines import Written, written
from elchi.languages.pack import Entry, Pack
from elchi.records import Report
from elchi.vocabulary import ACTS, DOCUMENTS, KINDS, OFFICES, STATUSES

_SIGNS: Final = frozenset('()[]{}.,:;!/«»“”"–—+\\<>@#%&')
_MOST_FORMS: Final = 5000
"""Into how many sequences of words a pattern may be spelled out: more of them, and loading the pack takes long."""

_ANY_WORD: Final = "qwerty"

NEEDLESS: Final = "Take it out."
"""The advice on a pattern that does no harm and no good."""

CATEGORIES: Final = {
    "offices.toml": {"office": "office"},
    "triggers.toml": {"trigger": "trigger", "document": "document", "status": "status"},
    "speech.toml": {"verb": "speech", "frame": "frame", "cue": "cue"},
    "pack.toml": {"words": "word:"},
}
"""File -> table -> the category of its entries; of a word list the beginning of it."""


def patterns_of(folder: Path) -> Iterator[tuple[str, Written]]:
    """Every pattern of a pack with the file that it stands in."""
    for file, tables in CATEGORIES.items():
        for one in written(folder / file):
            if one.table in tables and (one.key == "patterns" or file == "pack.toml"):
                yield file, one


def check_written(folder: Path) -> Iterator[Finding]:
    """Patterns that break the rules of writing one, and those that stand twice in one list."""
    seen: dict[tuple[str, str, str, str], int] = {}
    for file, one in patterns_of(folder):
        name = f"{one.table} {one.number}" if one.key == "patterns" else f"words.{one.key}"
        fault = _ill_written(one.text)
        reason = fault or _unmatchable(one.text)
        if reason:
            advice = "docs/adding-a-language.md says how a pattern is written."
            yield Finding(file, f"{name}, {one.text!r}", reason, advice, one.line, fault=bool(fault))
        again = seen.setdefault((file, one.table, name, one.text), one.line)
        if again != one.line:
            reason = f"stands on line {again} too"
            yield Finding(file, f"{name}, {one.text!r}", reason, NEEDLESS, one.line, fault=False)


def _ill_written(pattern: str) -> str:
    """What keeps a pattern from being read as one, or nothing."""
    forms = 1
    for word in pattern.split():
        optional = word.endswith("?") and len(word) > 1
        options = word.removesuffix("?").split("|")
        forms *= len(options) + optional
        if not all(option.lstrip("=^").rstrip("*") for option in options):
            return f"has an empty word ({word!r})"
    if forms > _MOST_FORMS:
        return f"stands for {forms:,} sequences of words: more than {_MOST_FORMS:,}"
    if all(word.endswith("?") for word in pattern.split()):
        return "has no word that must be there"
    return ""


def _unmatchable(pattern: str) -> str:
    """Why a pattern can never match as it is written, or nothing."""
    found = sorted(_SIGNS & set(pattern))
    if found:
        return f"never matches: patterns do not reach across signs ({' '.join(found)})"
    for option in (option for word in pattern.split() for option in word.removesuffix("?").split("|")):
        if any(sign in option.lstrip("=^").rstrip("*") for sign in "*=^?"):
            return f"never matches: in {option!r} a sign stands in the middle; * and ? stand last, = and ^ first"
        if option.startswith("=") and option.endswith("*"):
            return f"never matches: {option!r} asks for one form and for many"
    return ""


def check_matching(folder: Path, tag: str, pack: Pack) -> Iterator[Finding]:
    """Patterns that no text can bring: in every spelling another one of the category is found in their stead.

    `tag` is the one by which the pack is read (`languages.pack.lend`).
    """
    words = [Entry(p, f"word:{name}", name) for name, patterns in pack.words.items() for p in patterns]
    lexicon = Lexicon(tag, [*pack.entries, *words])
    lines: dict[tuple[str, str], list[tuple[str, Written]]] = defaultdict(list)
    for file, one in patterns_of(folder):
        category = CATEGORIES[file][one.table]
        lines[category + one.key if category == "word:" else category, one.text].append((file, one))
    for entry in dict.fromkeys([*pack.entries, *words]):
        places = lines.get((entry.category, entry.pattern))
        if not places or _ill_written(entry.pattern) or _unmatchable(entry.pattern):
            continue  # of the base pack, where it is looked at, or told of already
        winner: Entry | None = None
        for variant in spelled_out(entry.pattern):
            found = _winner(tag, lexicon, variant, entry)
            if found == entry:
                break
            winner = winner or found
        else:
            yield _unmatched(entry, winner, places)


def _winner(tag: str, lexicon: Lexicon, words: Sequence[str], entry: Entry) -> Entry | None:
    """What of the entry's category the words of a pattern bring, written out as a text."""
    text = " ".join(_ANY_WORD if w == "_" else _written_out(w) for w in words)
    proper = entry.category in ("country", "city") or any(w.startswith("^") for w in words)
    text = text[:1].upper() + text[1:] if proper else text
    tokens, sentences = tokenize(Report("pattern", text, tag))
    found = [match for s in sentences for match in lexicon.match(tokens, s.first, s.last)]
    whole = [m for m in found if m.entry.category == entry.category and (m.first, m.last) == (0, len(tokens))]
    return whole[0].entry if whole else None


def _written_out(word: str) -> str:
    bare = word.lstrip("=^").rstrip("*")
    if not bare[-1:].isalnum():
        bare += _ANY_WORD  # "ex-*" is the beginning of a word that goes on
    return bare[:1].upper() + bare[1:] if word.startswith("^") else bare


def _unmatched(entry: Entry, winner: Entry | None, places: Sequence[tuple[str, Written]]) -> Finding:
    file, one = places[-1]
    name = f"{one.table} {one.number}" if one.key == "patterns" else f"words.{one.key}"
    key = f"{name}, {entry.pattern!r}"
    if winner is None:
        reason = "never matches: a text's words are not cut as it writes them"
        advice = "A figure, and an apostrophe or hyphen at a word's end, is cut off: write the words apart from it."
        return Finding(file, key, reason, advice, one.line, fault=False)
    means, has = _means(entry), _means(winner)
    if means == has:
        reason = f"never matches: {winner.pattern!r} brings the same words first, with the same meaning"
        return Finding(file, key, reason, NEEDLESS, one.line, fault=False)
    reason = f"never matches: {winner.pattern!r}, which is {has}, brings the same words first"
    advice = f"Write it under {has} or {means} alone, or make one of the two longer."
    return Finding(file, key, reason, advice, one.line, fault=False)


def _means(entry: Entry) -> str:
    form = "" if entry.category == "word" else entry.form
    parts = (entry.category.removeprefix("word:"), form, entry.value, entry.status, entry.mode)
    return " ".join(dict.fromkeys(part for part in parts if part))


def covered(pack: Pack) -> dict[str, dict[str, int]]:
    """How many patterns each class of the closed lists has: `kinds`, `offices`, `acts`, `documents`, `statuses`."""
    counts = Counter((e.category, e.value) for e in pack.entries if e.form not in ("never", "hold", "attend"))
    wanted = {
        "kinds": ("trigger", tuple(KINDS)),
        "offices": ("office", OFFICES),
        "acts": ("speech", ACTS),
        "documents": ("document", DOCUMENTS),
        "statuses": ("status", STATUSES),
    }
    return {name: {v: counts[category, v] for v in values} for name, (category, values) in wanted.items()}


_FILE_OF: Final = {"kinds": "triggers.toml", "offices": "offices.toml", "acts": "speech.toml",
                   "documents": "triggers.toml", "statuses": "triggers.toml"}  # fmt: skip

_MAY_BE_EMPTY: Final = frozenset(("home", "connectors", "particles", "locatives"))
"""Word lists that a language may do without: one country's press has no "our country", a language no prepositions."""


def check_coverage(pack: Pack) -> Iterator[Finding]:
    """Classes and word lists without a pattern."""
    for name, counts in covered(pack).items():
        missing = [value for value, number in counts.items() if not number]
        if missing:
            reason = f"no pattern for {', '.join(missing)}"
            yield Finding(_FILE_OF[name], name, reason, "Write some: what no pattern offers is not found.", fault=False)
    for name, patterns in pack.words.items():
        if not patterns and name not in _MAY_BE_EMPTY:
            yield Finding("pack.toml", f"words.{name}", "is empty", "docs/adding-a-language.md says what it is for.",
                          fault=False)  # fmt: skip
