"""From a text to its date mentions: match the rules, keep the longest, read them, look at what stands around them."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from elchi.dates import calendar
from elchi.dates.grammar import Rule
from elchi.dates.lexicon import Lexicon, Neighbour
from elchi.dates.mention import DateMention, nearest
from elchi.dates.readings import READERS
from elchi.dates.tokens import Tokens, tokenize

_PAGE_YEARS: Final = range(1700, 2200)
_REACH: Final = 8
"""How many tokens before a date a context may take in."""

_JOINTS: Final = frozenset({" ", ", ", " (", ",", "\u00a0", ",\u00a0"})
"""What may stand between "today" and the date that says the same."""

_ADJOINING: Final = 6
"""How many characters may stand between a year and the day in it: ", on "."""

_RUN: Final = re.compile("[^.]+")
_KEPT: Final = 32
"""Tokens of a run whose matches are remembered; a longer one is hardly a date, and is read anew."""

_SENTENCE_END: Final = re.compile(r"[.!?]\s|\n")


class _Match(NamedTuple):
    """A rule's match: its tokens `[start, end)`; `slots` are the tokens with values: where, for what, and the suffix.

    Tokens are counted from `base` on.
    """

    start: int
    end: int
    rule: Rule
    slots: tuple[tuple[int, tuple[str, ...], str], ...]
    base: int = 0


def mentions(text: str, lexicon: Lexicon, anchor: datetime.date | None) -> list[DateMention]:
    """Return the dates in `text`; see `elchi.dates.find`."""
    if anchor is not None and anchor.year not in _PAGE_YEARS:
        anchor = None
    tokens = tokenize(text, lexicon)
    found: list[DateMention] = []
    named = False
    end = 0
    for match in _matches(tokens, lexicon):
        if match.start < end or (match.rule.read == "month" and _is_name(text, tokens, match, lexicon.proper)):
            continue
        if match.rule.read == "none":
            end = match.end
            continue
        read = READERS[match.rule.read](_slots(match, tokens), anchor)
        if read is None:
            continue
        read, start, end = _in_context(read, match, tokens, lexicon, anchor)
        mention = dataclasses.replace(read, start=tokens.starts[start], end=tokens.ends[end - 1])
        if mention.yearless:
            mention = _in_year(text, mention, found, named)
        named = "attributive" in _classes(tokens, match.end - 1)
        found.append(mention)
    return _joined(text, found)


def _classes(tokens: Tokens, token: int) -> frozenset[str]:
    entry = tokens.entries[token]
    return entry.classes if entry else frozenset()


def _in_year(text: str, mention: DateMention, found: Sequence[DateMention], named: bool) -> DateMention:
    """Put a yearless date into the year told right before it, or that names the event that it is of.

    "In 1910, on 5 October", "last year's session was held on 4 October": `named` says that the year is such a name.
    """
    year = found[-1] if found else None
    if year is None or mention.first is None or year.first is None or len(year.first) > 4:
        return mention
    if year.last or year.yearless:
        return mention
    between = text[year.end : mention.start]
    adjoining = len(between) <= _ADJOINING and year.kind in ("absolute", "relative")
    if not (named or adjoining) or _SENTENCE_END.search(between):
        return mention
    shift = int(year.first) - int(mention.first[:4])
    first, last = (
        calendar.checked(f"{int(iso[:4]) + shift:04d}{iso[4:]}") if iso else None
        for iso in (mention.first, mention.last)
    )
    return dataclasses.replace(mention, first=first, last=last, future=None, future_last=None, yearless=False)


def _matches(tokens: Tokens, lexicon: Lexicon) -> Iterator[_Match]:
    """Every rule's matches in the runs of tokens that have something of a date in them; of one place the longest first.

    No pattern goes over a token that means nothing.
    """
    for run in _RUN.finditer(tokens.signs):
        signs, base = run[0], run.start()
        if lexicon.core.isdisjoint(signs):
            continue
        for start, end, rule, slots, _ in (_in_run if len(signs) <= _KEPT else _in_run.__wrapped__)(signs, lexicon):
            yield _Match(start + base, end + base, rule, slots, base)


@lru_cache(maxsize=1 << 12)
def _in_run(signs: str, lexicon: Lexicon) -> list[_Match]:
    """The matches in one run; the same few runs make up most dates."""
    found = []
    for rule in lexicon.rules:
        for match in rule.regex.finditer(signs):
            slots = tuple((match.start(group), *slot) for group, slot in rule.slots.items() if match.start(group) >= 0)
            found.append(_Match(*match.span("core"), rule, slots))
    return sorted(found, key=lambda each: (each.start, -each.end))


def _slots(match: _Match, tokens: Tokens) -> dict[str, int]:
    """Return the values of the matched words by slot."""
    slots: dict[str, int] = {}
    for position, names, suffix in match.slots:
        entry = tokens.entries[match.base + position]
        for name in names:
            slot = "unit" if name.endswith("word") else name
            if entry is not None and slot in entry.values:
                slots.setdefault(slot + suffix, entry.values[slot])
    return slots


def _is_name(text: str, tokens: Tokens, match: _Match, proper: frozenset[str]) -> bool:
    """Tell whether a bare month is somebody's or some place's name: a capital within a sentence."""
    if "month" in proper:
        return False
    for token in range(match.start, match.end):
        entry = tokens.entries[token]
        if entry is None or "month" not in entry.classes or not text[tokens.starts[token]].isupper():
            continue
        before = text[: tokens.starts[token]][-8:].rstrip(" «“\"'(—–-")
        starts_sentence = not before or before[-1] in ".!?\n:"
        if "lower" in entry.classes or not starts_sentence:
            return True
    return False


def _in_context(
    mention: DateMention, match: _Match, tokens: Tokens, lexicon: Lexicon, anchor: datetime.date | None
) -> tuple[DateMention, int, int]:
    """Give the mention the kind that the words around it make it, and the tokens that it then takes in."""
    if mention.kind == "same":
        return mention, match.start, match.end
    classes = _classes(tokens, match.end - 1)
    for context in lexicon.contexts:
        if context.last and not context.last & classes:
            continue
        if context.exact and not context.exact & _exactness(mention):
            continue
        start, end = match.start, match.end
        if context.before is not None:
            floor = max(0, start - _REACH)
            before = context.before.search(tokens.signs[floor:start])
            if before is None:
                continue
            start = floor + before.start()
        if context.after is not None:
            after = context.after.match(tokens.signs, end)
            if after is None:
                continue
            end = after.end()
        return _as_kind(mention, context, anchor), *_extent(context.kind, match, start, end)
    return mention, match.start, match.end


def _extent(kind: str, match: _Match, start: int, end: int) -> tuple[int, int]:
    """The law that a date dates is no part of the date; "until" and "since" are."""
    return (match.start, match.end) if kind in ("anniversary", "absolute") else (start, end)


def _as_kind(mention: DateMention, context: Neighbour, anchor: datetime.date | None) -> DateMention:
    # A context of kind `absolute` is there to keep the ones after it off.
    if context.kind == "absolute":
        return mention
    if context.kind == "deadline" and mention.first is not None and mention.future is not None:
        first, last = nearest(mention, anchor)
        return dataclasses.replace(mention, kind="deadline", first=first, last=last)
    return dataclasses.replace(mention, kind=context.kind)


def _exactness(mention: DateMention) -> frozenset[str]:
    iso = mention.first or f"0000{mention.rest}"
    name = {4: "year", 7: "month"}.get(len(iso), "day")
    if mention.last is None:
        return frozenset({name})
    return frozenset({"years" if name == "year" else "range"})


def _joined(text: str, found: Sequence[DateMention]) -> list[DateMention]:
    """Join "today, 5 March" and "Tuesday, 5 March" into one mention, with the year that the first of the two gives."""
    joined: list[DateMention] = []
    for mention in found:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.kind == "relative"
            and mention.kind == "absolute"
            and before.last is None
            and len(before.first or "0000-00-00") == len(mention.first or "0000-00-00") == 10
            and text[before.end : mention.start] in _JOINTS
        ):
            joined[-1] = _agreed(before, mention)
        else:
            joined.append(mention)
    return joined


def _agreed(before: DateMention, mention: DateMention) -> DateMention:
    """Return the date with its year settled to be that of the day told before it, where one of its readings is."""
    mention = dataclasses.replace(mention, start=before.start)
    days = [day for day in (before.first, before.future) if day]
    if mention.yearless and mention.first in days:
        return dataclasses.replace(mention, future=None, future_last=None)
    if mention.yearless and mention.future in days:
        first, last = mention.future, mention.future_last
        return dataclasses.replace(mention, first=first, last=last, future=None, future_last=None)
    return mention
