"""One pass of lexicon matching over folded tokens: a trie over words, tolerant of inflection.

A pattern is words separated by spaces. A plain word matches every inflected form with the same stem; `=word` this form
only; `word*` any word that begins so; `_` any one word; `word?` may be missing; `a|b` is either. A word in capitals of
two letters or more (`ОИС`, `UN`) matches those capitals, whatever ending is glued on. `^word` must be capitalised.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import product
from typing import Final

from elchi.extraction.tokens import Token, key, stem
from elchi.languages import load
from elchi.languages.pack import Entry

_PROPER: Final = frozenset({"country", "city"})


@dataclass(slots=True)
class Match:
    """Tokens `first` to `last` (exclusive) matched `entry`."""

    first: int
    last: int
    entry: Entry


@dataclass(slots=True)
class _Node:
    exact: dict[str, _Node] = field(default_factory=dict)
    stems: dict[str, _Node] = field(default_factory=dict)
    prefixes: dict[str, _Node] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()
    capitals: dict[str, _Node] = field(default_factory=dict)
    any: _Node | None = None
    entries: list[tuple[Entry, bool]] = field(default_factory=list)


class Lexicon:
    """Patterns of one language, compiled. `match` finds the longest match of each category at each place."""

    def __init__(self, tag: str, entries: Iterable[Entry]) -> None:
        self.tag = tag
        self._root = _Node()
        # text after text brings the same words: where each may begin a pattern is kept
        self._begun = lru_cache(maxsize=50_000)(self._beginning)
        for entry in entries:
            for words in _variants(entry.pattern):
                self._add(words, entry)

    def _add(self, words: Sequence[str], entry: Entry) -> None:
        node = self._root
        proper = entry.category in _PROPER
        for word in words:
            if word.startswith("^"):
                word, proper = word[1:], True  # noqa: PLW2901
            node = self._child(node, word)
        node.entries.append((entry, proper))

    def _child(self, node: _Node, word: str) -> _Node:
        if word == "_":
            node.any = node.any or _Node()
            return node.any
        if word.startswith("="):
            return node.exact.setdefault(key(word[1:], self.tag), _Node())
        if word.endswith("*"):
            prefix = key(word[:-1], self.tag)
            child = node.prefixes.setdefault(prefix, _Node())
            node.lengths = tuple(sorted({len(p) for p in node.prefixes}, reverse=True))
            return child
        letters = word.replace("-", "")
        if len(letters) >= 2 and letters.isupper():
            return node.capitals.setdefault(word, _Node())
        return node.stems.setdefault(stem(key(word, self.tag), self.tag), _Node())

    def match(self, tokens: Sequence[Token], first: int, last: int) -> list[Match]:
        """All longest matches per category within tokens `first` to `last`, in order of place."""
        out: list[Match] = []
        ends: dict[str, int] = {}
        for i in range(first, last):
            token = tokens[i]
            if token.kind not in ("word", "number"):
                continue
            nodes = self._begun(token.key, token.stem, token.acronym, token.text if token.acronym else "")
            if not nodes:
                continue
            found: dict[str, tuple[int, Entry]] = {}
            for node in nodes:
                self._walk(node, tokens, i, i + 1, last, found)
            for category, (end, entry) in found.items():
                if end > ends.get(category, 0):
                    ends[category] = end
                    out.append(Match(i, end, entry))
        return out

    def _beginning(self, folded: str, stemmed: str, acronym: str, text: str) -> tuple[_Node, ...]:
        """The nodes under the root that a word leads to."""
        root = self._root
        found = [root.exact.get(folded), root.stems.get(stemmed)]
        if acronym:
            found.append(root.capitals.get(acronym) or root.capitals.get(text))
        found += [root.prefixes.get(folded[:n]) for n in root.lengths if len(folded) >= n]
        if folded[:1].isalpha():
            found.append(root.any)
        return tuple(node for node in found if node)

    def country(self, folded: str) -> str | None:
        """The country that one word, given as a key, names or is an adjective of."""
        token = Token(folded, 0, 0, folded, stem(folded, self.tag), "word", True, "")
        found = self.match([token], 0, 1)
        return next((m.entry.value for m in found if m.entry.category in ("country", "demonym")), None)

    def _walk(
        self, node: _Node, tokens: Sequence[Token], start: int, i: int, last: int, found: dict[str, tuple[int, Entry]]
    ) -> None:
        if node.entries:
            for entry, proper in node.entries:
                if proper and not tokens[start].capital:
                    continue
                if entry.category not in found or found[entry.category][0] < i:
                    found[entry.category] = (i, entry)
        if i >= last:
            return
        token = tokens[i]
        if token.kind == "sign":
            return
        child = node.exact.get(token.key)
        if child:
            self._walk(child, tokens, start, i + 1, last, found)
        child = node.stems.get(token.stem)
        if child:
            self._walk(child, tokens, start, i + 1, last, found)
        if token.acronym:
            child = node.capitals.get(token.acronym) or node.capitals.get(token.text)
            if child:
                self._walk(child, tokens, start, i + 1, last, found)
        for n in node.lengths:
            child = node.prefixes.get(token.key[:n])
            if child and len(token.key) >= n:
                self._walk(child, tokens, start, i + 1, last, found)
        if node.any and token.kind == "word":
            self._walk(node.any, tokens, start, i + 1, last, found)


def _variants(pattern: str) -> list[tuple[str, ...]]:
    """A pattern with its alternatives and optional words spelled out."""
    choices: list[list[str]] = []
    for word in pattern.split():
        optional = word.endswith("?") and len(word) > 1
        options = (word[:-1] if optional else word).split("|")
        choices.append([*options, ""] if optional else options)
    return [tuple(w for w in words if w) for words in product(*choices) if any(words)]


@cache
def lexicon(tag: str) -> Lexicon:
    """The lexicon of a language: the pack's patterns and the gazetteer's, in one trie."""
    from elchi.gazetteer import entries as places

    pack = load(tag)
    lists = [Entry(p, "word:" + name, name) for name, patterns in pack.words.items() for p in patterns]
    proper = [Entry(e.pattern, e.type, e.id) for e in places(tag)]
    return Lexicon(tag, [*pack.entries, *lists, *proper])
