"""A text cut into the tokens that dates are made of, each looked up in a language's lexicon."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from elchi.dates.lexicon import Entry, Lexicon

_APOSTROPHES: Final = "'’‘ʻʼ`´′"
_WORD: Final = re.compile(rf"([^\W\d_][\w\u0300-\u036f]*(?:[{_APOSTROPHES}][^\W\d_][\w\u0300-\u036f]*)*)")
_SIGN: Final = re.compile(
    r"""
    (?P<numeric>(?<![\d.,:/-])
        (?: [0-9]{4}(?P<iso>[-./])[0-9]{1,2}(?P=iso)[0-9]{1,2}
          | [0-9]{1,2}(?P<separator>[-./])[0-9]{1,2}(?P=separator)[0-9]{4}
          | [0-9]{2}\.[0-9]{2}\.[0-9]{2} )
        (?!\d|[-./:]\d))
    | (?P<junk>[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?!\d)
          | \d+(?:[.,:]\d+)+
          | [№$€£₸\#+]\s?\d[\d.,]*)
    | (?P<number>\d+)
    | (?P<line>\n\s*)
    | (?P<mark>[^\s\w])
    """,
    re.VERBOSE,
)
_MARKS: Final = {
    **dict.fromkeys("-‐‑‒–—−", "dash"),
    ".": "dot",
    ",": "comma",
    ";": "comma",
    "/": "slash",
    "(": "open",
    ")": "close",
}
MARK_CLASSES: Final = frozenset(_MARKS.values())
"""The classes of punctuation, for patterns."""

NUMBER_CLASSES: Final = (
    frozenset({"day", "number", "short_year"}),
    frozenset({"number", "short_year"}),
    frozenset({"number"}),
    frozenset({"number", "year"}),
    frozenset({"numeric"}),
)
"""The classes of numbers in figures: up to 31, of two figures, others, four-figure years, whole dates."""

NO_SIGN: Final = "."
_YEARS: Final = range(1600, 2200)
_LONGEST_WORD: Final = 40
_KEPT: Final = 16
"""Characters between two words that are remembered with what they mean; more are read anew."""

_WRAPPED_LINE: Final = 60
"""A line this long that goes on in small letters or figures was broken by a page's width, not by its author."""


class Tokens(NamedTuple):
    """Tokens side by side: their offsets, their entries (None for a run of words that mean nothing here), all signs."""

    starts: list[int]
    ends: list[int]
    entries: list[Entry | None]
    signs: str


def tokenize(text: str, lexicon: Lexicon) -> Tokens:
    """Cut `text` into tokens."""
    starts: list[int] = []
    ends: list[int] = []
    entries: list[Entry | None] = []
    gap = False
    line_start = at = 0
    is_word = True
    # most of a text is words that mean nothing here and spaces between them: the fewest steps are for those
    for piece in _WORD.split(text):
        start, at = at, at + len(piece)
        is_word = not is_word
        if is_word:
            entry = lexicon.word(piece) if at - start <= _LONGEST_WORD else None
            if entry is not None or not gap:
                gap = entry is None
                starts.append(start)
                ends.append(at)
                entries.append(entry)
            continue
        if not piece or piece == " ":
            continue
        kept = "\n" not in piece and at - start <= _KEPT
        for first, last, entry, line in _between(piece, lexicon) if kept else _signs(text, start, at, lexicon):
            if line:
                above, line_start = line_start, last
                if first - above >= _WRAPPED_LINE and _goes_on(text, first, last):
                    continue
            if entry is not None or not gap:
                gap = entry is None
                starts.append(first + start if kept else first)
                ends.append(last + start if kept else last)
                entries.append(entry)
    return Tokens(starts, ends, entries, "".join(entry.sign if entry else NO_SIGN for entry in entries))


@lru_cache(maxsize=1 << 13)
def _between(piece: str, lexicon: Lexicon) -> tuple[tuple[int, int, Entry | None, bool], ...]:
    """What stands between two words: signs and numbers come back again and again."""
    return tuple(_signs(piece, 0, len(piece), lexicon))


def _signs(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int, Entry | None, bool]]:
    """The numbers and signs of `text[start:end]`, where no word is: offsets, entry, whether it is a line's end."""
    for match in _SIGN.finditer(text, start, end):
        kind = match.lastgroup
        yield *match.span(), _entry(kind, match[0], lexicon), kind == "line"


def _goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether the line break `text[start:end]` is within a sentence."""
    following = text[end : end + 1]
    return (following.islower() or following.isdigit()) and text.count("\n", start, end) == 1


def _entry(kind: str | None, token: str, lexicon: Lexicon) -> Entry | None:
    if kind == "mark":
        return lexicon.marks.get(_MARKS.get(token, ""))
    if kind == "number":
        return _number(token, lexicon)
    return _numeric(token, lexicon) if kind == "numeric" else None


def _number(token: str, lexicon: Lexicon) -> Entry | None:
    if len(token) > 4 or not token.isascii():
        return None
    number = int(token)
    if len(token) == 4:
        shape = 3 if number in _YEARS else 2
    elif len(token) <= 2 and 1 <= number <= 31:
        shape = 0
    else:
        shape = 1 if len(token) == 2 else 2
    return lexicon.number(shape, number)


def _numeric(token: str, lexicon: Lexicon) -> Entry | None:
    one, two, three = (int(part) for part in re.split("[-./]", token))
    if one > 31:
        year, month, day = one, two, three
    else:
        year, month, day = three, two, one
        if month > 12 and "/" in token:
            month, day = day, month
        if year < 100:
            year += 2000
    if year not in _YEARS or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return lexicon.number(4, year * 10000 + month * 100 + day)
