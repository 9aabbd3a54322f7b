"""One language's words and patterns for dates, from `languages/<tag>/dates.toml`, checked as they are loaded."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from elchi.dates.grammar import Grammar, PatternError, Rule
from elchi.dates.pack import UNITS, Context, PackError, Source, read_source
from elchi.dates.tokens import MARK_CLASSES, NUMBER_CLASSES

SLOTS: Final = {
    "day": range(1, 32),
    "month": range(1, 13),
    "weekday": range(1, 8),
    "number": range(1, 101),
    "shift": range(-2, 3),
    "dayshift": range(-3, 4),
    "yearshift": range(-2, 3),
    "sameday": range(-3, 4),
    "newyear": range(1, 2),
    "season": range(1, 13),
    "ago": range(-1, 2),
    "apart": range(-1, 2),
}
"""The classes whose words have a value under [values], with the values they may have. [values.unit] has UNITS.

`shift` is last (-1), this (0), next (1); `dayshift` yesterday, today, tomorrow; `yearshift` one word for last, this or
next year; `sameday` one word for a day counted from another; `season` its middle month; `ago` and `apart` the sign of
a distance from the page's date (ago, in) and from the date mentioned before (earlier, later).
"""
_REMEMBERED: Final = 1 << 14
"""How many looked-up words are kept: folding each anew takes longer than all the rest."""

_NUMERIC_SLOTS: Final = ("year", "short_year", "numeric")
READS: Final = ("date", "month", "season", "day", "weekday", "unit", "count", "same", "none")
"""How a rule's matches are read; see `docs/dates.md` and `readings.py`. `none` only keeps other rules off."""


class Entry(NamedTuple):
    """A token's sign for the patterns, its classes, and the values of those that have one."""

    sign: str
    classes: frozenset[str]
    values: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A compiled `Context`."""

    kind: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    last: frozenset[str]
    exact: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Everything that finding dates in one language needs; each is its own, so that what it read can be remembered.

    `word` looks up a word as it stands in the text. Words of a class in `proper` (English months and weekdays) count
    only with a capital.
    """

    tag: str
    forms: Mapping[str, Entry]
    word: Callable[[str], Entry | None]
    marks: Mapping[str, Entry]
    rules: tuple[Rule, ...]
    contexts: tuple[Neighbour, ...]
    core: frozenset[str]
    proper: frozenset[str]
    number_signs: tuple[str, ...]

    def number(self, shape: int, number: int) -> Entry:
        """Return the entry of a number in figures; `shape` is an index of NUMBER_CLASSES."""
        classes = NUMBER_CLASSES[shape]
        return Entry(self.number_signs[shape], classes, dict.fromkeys(classes, number))


def _looked_up(
    forms: Mapping[str, Entry], table: Mapping[int, str], proper: frozenset[str], token: str
) -> Entry | None:
    entry = forms.get(fold(token, table))
    if entry is not None and proper & entry.classes and not token[0].isupper():
        return None
    return entry


def fold(word: str, table: Mapping[int, str]) -> str:
    """Return the form that a word is looked up by: lower-case, composed, with the language's letter replacements."""
    word = word.lower()
    if not unicodedata.is_normalized("NFC", word):
        word = unicodedata.normalize("NFC", word)
    return word.translate(table)


@functools.cache
def load(tag: str) -> Lexicon:
    """Return the lexicon of a language; raises PackError naming file, key and reason, or KeyError without a pack."""
    return build(read_source(tag))


def build(source: Source) -> Lexicon:
    """Compile a checked source; raises PackError."""
    table = str.maketrans(dict(source.fold))
    classes, values = _collect(source, table)
    signs: dict[frozenset[str], str] = {}
    for each in (*NUMBER_CLASSES, *(frozenset({mark}) for mark in sorted(MARK_CLASSES))):
        signs[each] = chr(0xE000 + len(signs))
    for form in sorted(classes):
        signs.setdefault(frozenset(classes[form]), chr(0xE000 + len(signs)))
    forms = {form: Entry(signs[frozenset(names)], frozenset(names), values[form]) for form, names in classes.items()}
    slot_of = {name: name for name in (*SLOTS, *_NUMERIC_SLOTS)} | {f"{unit}word": "unit" for unit in UNITS}
    grammar = Grammar(signs, slot_of, source.patterns)
    heads = {"day", "year", "numeric", "month", "weekday", "dayshift", "yearshift", "sameday", "season", "unit"}
    core = frozenset(sign for names, sign in signs.items() if names & heads)
    return Lexicon(
        tag=source.tag,
        forms=forms,
        word=functools.lru_cache(_REMEMBERED)(functools.partial(_looked_up, forms, table, frozenset(source.proper))),
        marks={mark: Entry(signs[frozenset({mark})], frozenset({mark}), {}) for mark in MARK_CLASSES},
        rules=tuple(_rules(source, grammar)),
        contexts=tuple(_contexts(source, grammar)),
        core=core,
        proper=frozenset(source.proper),
        number_signs=tuple(signs[each] for each in NUMBER_CLASSES),
    )


def _collect(source: Source, table: Mapping[int, str]) -> tuple[dict[str, set[str]], dict[str, dict[str, int]]]:
    """Spell out every form with its classes and values."""
    classes: dict[str, set[str]] = {}
    values: dict[str, dict[str, int]] = {}
    for key, names, value, item in _items(source):
        for form, tags in _forms(source, key, item):
            folded = fold(form, table)
            known = values.setdefault(folded, {})
            for slot, number in value.items():
                if known.setdefault(slot, number) != number:
                    raise PackError(source.file, key, f"`{form}` already has another value as `{slot}`")
            classes.setdefault(folded, set()).update(names, tags)
    return classes, values


def _items(source: Source) -> Iterator[tuple[str, set[str], dict[str, int], str]]:
    """Give every item of [values] and [words] with its key, classes and values."""
    for name, table in source.values.items():
        for raw, items in table.items():
            key = f"values.{name}.{raw}"
            if name == "unit":
                if raw not in UNITS:
                    raise PackError(source.file, key, f"a unit is one of {', '.join(UNITS)}")
                names, number = {"unit", f"{raw}word"}, UNITS.index(raw)
            else:
                names, number = {name}, _value(source, key, name, raw)
            for item in items:
                yield key, names, {name: number}, item
    for name, items in source.words.items():
        for item in items:
            yield f"words.{name}", {name}, {}, item


def _value(source: Source, key: str, name: str, raw: str) -> int:
    if name not in SLOTS:
        raise PackError(source.file, key, f"no such values: choose of {', '.join((*SLOTS, 'unit'))}")
    if not re.fullmatch(r"-?\d{1,3}", raw) or int(raw) not in SLOTS[name]:
        span = SLOTS[name]
        raise PackError(source.file, key, f"`{raw}` is not a number from {span.start} to {span.stop - 1}")
    return int(raw)


def _forms(source: Source, key: str, item: str) -> Iterator[tuple[str, list[str]]]:
    """Spell out `form`, `stem+endings`, either with `/tag`s, as forms with their tags."""
    word, *tags = item.split("/")
    stem, plus, endings = word.partition("+")
    if not re.fullmatch(r"[^\W\d_][\w'’‘ʻ]*", stem) or not all(re.fullmatch("[a-z_]+", tag) for tag in tags):
        raise PackError(source.file, key, f"`{item}` is not a word, stem+endings, or either with /tags")
    if not plus:
        yield stem, tags
        return
    if endings not in source.endings:
        raise PackError(source.file, key, f"`{item}`: no endings `{endings}` under [endings]")
    for tag, each in source.endings[endings].items():
        for ending in each:
            yield stem + ending, [*tags, *tag.split("/")]


def _rules(source: Source, grammar: Grammar) -> Iterator[Rule]:
    # What only keeps others off goes first: of two readings of the same words the first rule's stands.
    for read in sorted(source.rules, key=lambda name: (name != "none", READS.index(name) if name in READS else 0)):
        if read not in READS:
            raise PackError(source.file, f"rules.{read}", f"choose of {', '.join(READS)}")
        for number, pattern in enumerate(source.rules[read]):
            yield _compiled(source, f"rules.{read}[{number}]", grammar.rule, read, pattern)


def _contexts(source: Source, grammar: Grammar) -> Iterator[Neighbour]:
    for number, context in enumerate(source.contexts):
        key = f"contexts[{number}]"
        before, after = (
            _compiled(source, key, grammar.neighbour, pattern, before=side) if pattern else None
            for pattern, side in ((context.before, True), (context.after, False))
        )
        if context.last:
            for name in context.last:
                _compiled(source, key, grammar.signs, name)
        yield Neighbour(context.kind, before, after, frozenset(context.last), frozenset(context.exact))


def _compiled(source: Source, key: str, compiler: Any, *args: Any, **options: Any) -> Any:  # noqa: ANN401
    try:
        return compiler(*args, **options)
    except PatternError as error:
        raise PackError(source.file, key, str(error)) from error


__all__ = ["READS", "SLOTS", "Context", "Entry", "Lexicon", "Neighbour", "PackError", "build", "fold", "load"]
