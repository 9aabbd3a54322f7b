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

_KEPT: Final = 50_000
_LONGEST: Final = 60
"""So many words of no more letters are remembered with the patterns that begin with them."""

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
    """the patterns that end here, and whether each must begin with a capital"""
    goes_on: bool = False
    """whether any pattern has more words"""


_Begun = tuple[tuple[tuple[str, Entry], ...], tuple[_Node, ...]]
"""Of a word: the patterns that it matches alone, one for each category, and the nodes where others go on."""


class Lexicon:
    """Patterns of one language, compiled. `match` finds the longest match of each category at each place."""

    def __init__(self, tag: str, entries: Iterable[Entry]) -> None:
        self.tag = tag
        self._root = _Node()
        # text after text brings the same words: where each may begin a pattern is kept
        self._begun: dict[str, _Begun] = {}
        self._countries = lru_cache(_KEPT)(self._country)
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
        node.goes_on = True
        if word == "_":
            node.any = node.any or _Node()
            return node.any
        if word.startswith("="):
            return node.exact.setdefault(key(word[1:], self.tag), _Node())
        if word.endswith("*"):
            prefix = key(word[:-1], self.tag)
            if len(prefix) not in node.lengths:
                node.lengths = tuple(sorted((*node.lengths, len(prefix)), reverse=True))
            return node.prefixes.setdefault(prefix, _Node())
        letters = word.replace("-", "")
        if len(letters) >= 2 and letters.isupper():
            return node.capitals.setdefault(word, _Node())
        return node.stems.setdefault(stem(key(word, self.tag), self.tag), _Node())

    def match(self, tokens: Sequence[Token], first: int, last: int) -> list[Match]:
        """All longest matches per category within tokens `first` to `last`, in order of place."""
        out: list[Match] = []
        ends: dict[str, int] = {}
        begun = self._begun
        for i in range(first, last):
            token = tokens[i]
            if token.kind not in ("word", "number"):
                continue
            alone, nodes = begun.get(token.text) or self._remember(token)
            after = i + 1
            if nodes and after < last and tokens[after].kind != "sign":
                found = {category: (after, entry) for category, entry in alone}
                for node in nodes:
                    _walk(node, tokens, token.capital, after, last, found)
                for category, (end, entry) in found.items():
                    if end > ends.get(category, 0):
                        ends[category] = end
                        out.append(Match(i, end, entry))
            else:
                for category, entry in alone:
                    if after > ends.get(category, 0):
                        ends[category] = after
                        out.append(Match(i, after, entry))
        return out

    def country(self, folded: str) -> str | None:
        """The country that one word, given as a key, names or is an adjective of."""
        return self._countries(folded)

    def _country(self, folded: str) -> str | None:
        alone, _ = self._beginning(Token(folded, 0, 0, folded, stem(folded, self.tag), "word", True, ""))
        return next((entry.value for category, entry in alone if category in ("country", "demonym")), None)

    def _remember(self, token: Token) -> _Begun:
        begun = self._beginning(token)
        if len(token.text) <= _LONGEST:
            if len(self._begun) >= _KEPT:
                self._begun.clear()
            self._begun[token.text] = begun
        return begun

    def _beginning(self, token: Token) -> _Begun:
        """What begins with a word; nothing of a token but its text bears on that."""
        root = self._root
        found = [root.exact.get(token.key), root.stems.get(token.stem)]
        if token.acronym:
            found.append(root.capitals.get(token.acronym) or root.capitals.get(token.text))
        found += [root.prefixes.get(token.key[:n]) for n in root.lengths if len(token.key) >= n]
        if token.key[:1].isalpha():
            found.append(root.any)
        alone: dict[str, Entry] = {}
        for node in found:
            for entry, proper in node.entries if node else ():
                if token.capital or not proper:
                    alone.setdefault(entry.category, entry)
        return tuple(alone.items()), tuple(node for node in found if node and node.goes_on)


def _walk(
    node: _Node, tokens: Sequence[Token], capital: bool, i: int, last: int, found: dict[str, tuple[int, Entry]]
) -> None:
    """Go on from a node with token `i`, which is no sign; `capital` says whether the pattern's first word has one."""
    token = tokens[i]
    children = [node.exact.get(token.key), node.stems.get(token.stem)]
    if token.acronym:
        children.append(node.capitals.get(token.acronym) or node.capitals.get(token.text))
    for n in node.lengths:
        if len(token.key) >= n:
            children.append(node.prefixes.get(token.key[:n]))
    if node.any and token.kind == "word":
        children.append(node.any)
    after = i + 1
    for child in children:
        if child is None:
            continue
        for entry, proper in child.entries:
            if (capital or not proper) and (entry.category not in found or found[entry.category][0] < after):
                found[entry.category] = (after, entry)
        if child.goes_on and after < last and tokens[after].kind != "sign":
            _walk(child, tokens, capital, after, last, found)


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
