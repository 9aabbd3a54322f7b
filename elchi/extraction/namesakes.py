"""Places that are words of a person's name in this report: Santiago, Duma, Montenegro."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from elchi.extraction.document import Document, Thing
from elchi.extraction.tokens import key

Plain = Callable[[int], bool]
"""Whether a token, no place, may be a word of a name."""

_KINDS: Final = frozenset(("city", "country", "region", "institution"))
_STATE: Final = frozenset((
    "head_of_state", "head_of_government", "deputy_head_of_government", "foreign_minister", "deputy_foreign_minister",
    "minister", "deputy_minister", "royal",
))  # fmt: skip
"""Offices of a state: a city right after one is not what it is an office of."""


def namesakes(doc: Document, plain: Plain) -> set[int]:
    """Cities and countries that are words of names: by the title before them, or an initial for the other word."""
    single = [t for t in doc.things if t.last - t.first == 1 and t.kind in _KINDS
              and doc.tokens[t.first].kind == "word" and doc.tokens[t.first].capital]  # fmt: skip
    out: set[int] = set()
    given: set[tuple[str, str]] = set()
    short: set[tuple[str, str]] = set()
    for thing in single:
        i = thing.first
        if i == doc.sentences[thing.sentence].first:
            continue
        if thing.kind == "city" and doc.tokens[i - 1].kind == "initial":
            out.add(i)
            short.add((doc.tokens[i - 1].key[:1], thing.id))
        elif _given(doc, thing, plain):
            out.add(i)
            given.add((thing.id, doc.tokens[i + 1].key[:4]))
        elif _surname(doc, thing, plain):
            out.add(i)
    for thing in single if given or short else ():
        i, sentence = thing.first, doc.sentences[thing.sentence]
        again = i + 1 < sentence.last and (thing.id, doc.tokens[i + 1].key[:4]) in given
        if again or (i > sentence.first and (doc.tokens[i - 1].key[:1], thing.id) in short and plain(i - 1)):
            out.add(i)
    return out


def _given(doc: Document, thing: Thing, plain: Plain) -> bool:
    """A city between a title and a capitalised word: the bearer's first name ("President Duma Boko")."""
    i = thing.first
    match = doc.match_at.get(thing.kind, {}).get(i)
    if thing.kind == "country" or match is None or i + 1 >= doc.sentences[thing.sentence].last:
        return False
    if key(match.entry.pattern.strip("=^*"), doc.pack.tag) != doc.tokens[i].key:
        return False
    if not plain(i + 1) or doc.tokens[i + 1].kind != "word":
        return False
    owner = doc.thing_at.get(i - 1)
    if owner is not None and owner.kind == "country" and doc.pack.office_head == "first":
        return _titled(doc, owner.first - 1, every=True)
    return _titled(doc, i - 1, every=doc.pack.office_head == "last")


def _surname(doc: Document, thing: Thing, plain: Plain) -> bool:
    """A place after a title and one capitalised word, or after an honorific, where names take no case."""
    i = thing.first
    if doc.pack.name_suffixes or doc.tokens[i].text.endswith(("'s", "’s")):
        return False
    office = doc.match_at.get("office", {}).get(i - 1)
    if doc.is_word("word:honorifics", i - 1) and doc.tokens[i - 1].capital and (
        office is None or office.entry.value == "legislator"
    ):  # fmt: skip
        return not doc.tokens[i - 1].acronym and i - 1 not in doc.thing_at
    return (i - 1 > doc.sentences[thing.sentence].first and doc.tokens[i - 1].kind == "word"
            and plain(i - 1) and _titled(doc, i - 2, every=False))  # fmt: skip


def _titled(doc: Document, i: int, *, every: bool) -> bool:
    match = doc.match_at.get("office", {}).get(i)
    return match is not None and match.last == i + 1 and (every or match.entry.value in _STATE)
