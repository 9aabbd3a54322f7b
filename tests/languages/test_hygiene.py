"""What stands in a pack: one value for a pattern, patterns that can match, and nobody's name."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from elchi.extraction import lexicon
from elchi.extraction.tokens import key
from elchi.languages import load
from elchi.languages.pack import LEXICONS, Entry
from elchi.vocabulary import LANGUAGES

PACKS = Path(lexicon.__file__).parents[1] / "languages"
GOLD = Path(__file__).parents[3] / "shared" / "gold"
SIGNS = set('()[]{}.,:;!/«»“”"–—+')
WORD = re.compile(r"[^\W\d_]+(?:['’‘ʻʼ`-][^\W\d_]+)*")

TITLES = {"sheikh", "шейха", "shayx"}
"""Titles that are somebody's surname too: the pack needs the title ("the grand sheikh of …")."""


def entries_of_one_place(node: lexicon._Node) -> Iterator[list[Entry]]:
    """The entries that the same words lead to, place by place: of one category, only the first is ever found."""
    yield [entry for entry, _ in node.entries]
    below = [*node.exact.values(), *node.stems.values(), *node.prefixes.values(), *node.capitals.values()]
    for child in [*below, node.any] if node.any else below:
        yield from entries_of_one_place(child)


def of_two_values(tag: str, entries: list[Entry]) -> list[list[Entry]]:
    out = []
    for place in entries_of_one_place(lexicon.Lexicon(tag, entries)._root):
        for _, group in groupby(sorted(place, key=lambda e: e.category), key=lambda e: e.category):
            found = list(group)
            if len({(e.value, e.form, e.mode, e.status) for e in found}) > 1:
                out.append(found)
    return out


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def patterns(tag: str) -> Iterator[tuple[str, str]]:
    """File and text of everything written in a pack's own lexicons and lists."""
    for name in ("pack", *LEXICONS):
        file = PACKS / tag / f"{name}.toml"
        if file.exists():
            for text in strings(tomllib.loads(file.read_text("utf-8"))):
                yield file.name, text


@cache
def people() -> frozenset[str]:
    """Every name and mention of a person in the gold reports."""
    reports = [json.loads(p.read_text("utf-8")) for s in ("train", "dev") for p in sorted((GOLD / s).glob("*.json"))]
    return frozenset(m for r in reports for p in r["people"] for m in (p["name"], *p["mentions"]))


def names_in(tag: str, texts: Iterator[tuple[str, str]], mentions: frozenset[str]) -> list[tuple[str, str]]:
    """Which texts hold a full name, or a surname of five letters or more, that is no title."""
    full, surnames = set(), set()
    for words in map(WORD.findall, mentions):
        keys = tuple(key(w, tag) for w in words)
        if len(words) > 1 and all(w[0].isupper() for w in words):
            full.add(keys)
        if words and words[-1][0].isupper() and len(words[-1]) >= 5 and words[-1].casefold() not in TITLES:
            surnames.add(keys[-1])
    out = []
    for file, text in texts:
        for variant in lexicon._variants(text):
            keys = tuple(key(w.strip("=^*"), tag) for w in variant)
            runs = {keys[i:j] for i in range(len(keys)) for j in range(i + 2, len(keys) + 1)}
            if surnames.intersection(keys) or full & runs:
                out.append((file, text))
                break
    return out


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_pattern_has_one_value(tag):
    assert not of_two_values(tag, list(load(tag).entries))


def test_two_values_of_a_pattern_are_seen():
    meeting, call = Entry("talks", "trigger", "meeting", "noun"), Entry("long|short? talk", "trigger", "call", "noun")
    assert of_two_values("en", [meeting, call]) == [[meeting, call]]
    assert not of_two_values("en", [meeting, Entry("talk", "document", "plan"), Entry("=talk", "trigger", "call")])


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_pattern_can_match(tag):
    pack = load(tag)
    texts = [e.pattern for e in pack.entries] + [p for ps in pack.words.values() for p in ps]
    assert not [p for p in texts if SIGNS & set(p)]
    assert not [p for p in texts if any("*" in w.rstrip("?").rstrip("*") for o in p.split() for w in o.split("|"))]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_nobody_is_named_in_a_pack(tag):
    if not GOLD.is_dir():
        pytest.skip("../shared is not here")
    assert not names_in(tag, patterns(tag), people())


NAMED = ("=verhovska|verhovskas", "visit of anna verhovska", "^Verhovska*", "the li wen doctrine")
UNNAMED = ("li", "wen", "anna", "verhovskaya", "grand sheikh")


@pytest.mark.parametrize(("pattern", "seen"), [*((p, True) for p in NAMED), *((p, False) for p in UNNAMED)])
def test_a_name_in_a_pattern_is_seen(pattern, seen):
    mentions = frozenset({"Anna Verhovska", "Li Wen", "Omar Sheikh"})
    assert bool(names_in("en", iter([("offices.toml", pattern)]), mentions)) is seen
