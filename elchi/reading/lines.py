"""The lines of a page with offsets, and what each looks like: a sentence, a date line, furniture of some kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from elchi.reading import apart, datelines
from elchi.reading.phrasebook import PhraseBook, book, fold, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from elchi.reading.datelines import Stamp

LONG: Final = 140
"""A line of as many characters is running text, with or without a full stop."""

_OPENING: Final = 90
"""Characters in which the longest phrase has room."""

_LINE: Final = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_SPLIT: Final = re.compile(r"\s{0,3}(?:[|•·⋅∙●▪■►→←⤶]+|\s/{1,3}\s|//|\s[>»]\s)\s{0,3}|[^\S\n]{2,}|\t")
_END: Final = re.compile(r"[.!?…;:][\"»”“’')\]]{0,3}$|^[«“„\"–—-].*[»”\"]$")
_QUERY: Final = re.compile(r"[!?][\"»”’')\]]{0,3}$")
_STOP: Final = re.compile(r"[.…;:][\"»”“’')\]]{0,3}$")
_BREAK: Final = re.compile(r"[^\W\d_]{3}[.!?…]\s[\"«“„]?[^\W\d_]")
_HASHTAGS: Final = re.compile(r"(?:#[\w-]+[\s,;]{0,4})+$")
_WORDED: Final = re.compile(r"[^\W\d_]{2}")
_NAME: Final = re.compile(
    r"(?:[^\W\d_]\.\s?){0,2}[^\W\d_][\w'’ʻʼ‘`-]*\.?(?:\s(?:[^\W\d_]\.\s?)?[^\W\d_][\w'’ʻʼ‘`-]+\.?){1,3}"
    r"(?:,|\s?[,(–-]\s?[«“\"(]?[\w\s.'’ʻʼ‘-]{2,40}[»”\")]?\.?)?$"
)

OPEN: Final = frozenset({"signature", "byline", "crumb", "published", "updated"})
"""Categories that are furniture above and below the text only: within it the same words may be the report's own."""


@dataclass(slots=True)
class Line:
    """A line that is not blank, trimmed: `start` and `end` are offsets into the page's text.

    `kind` is a category of furniture, `stamp` (a date line), `item` (another story's headline with its date),
    `menu`, `section`, `figures` (a counter), `symbols`, `name`, or empty. `sure` is whether that holds anywhere on
    the page; otherwise it holds above and below the running text. `sentence` is whether the line reads as running
    text. `plain` of a date line is whether it has nothing that a title could be.
    """

    start: int
    end: int
    text: str
    kind: str = ""
    sure: bool = False
    sentence: bool = False
    stamps: tuple[Stamp, ...] = ()
    label: str = ""
    plain: bool = True
    masked: bool = False
    blank_before: bool = field(default=False)


def split(text: str) -> list[Line]:
    """The lines of `text` that have anything to see, classified."""
    out: list[Line] = []
    last = 0
    for m in _LINE.finditer(text):
        raw = m[0]
        bare = raw.strip(" \t\xa0\u200b\ufeff\u200e\u200f\u202f\u2003\u2002")
        if not bare or bare.isspace():
            continue
        start = m.start() + raw.index(bare)
        line = Line(start, start + len(bare), bare, blank_before=text.count("\n", last, start) > 1)
        last = line.end
        out.append(line)
    for line in out:
        classify(line, book())
    return out


def classify(line: Line, phrases: PhraseBook) -> None:
    """Set what the line looks like by itself."""
    text = line.text
    line.sentence = reads_on(text)
    if len(text) > 1000:
        return
    if not _WORDED.search(text):
        line.kind, line.sentence = "symbols", False
        line.stamps = tuple(datelines.days(text)) if len(text) < LONG else ()
        if line.stamps:
            line.kind = "stamp"
        return
    if _HASHTAGS.match(text):
        line.kind, line.sure, line.sentence = "tags", True, False
        return
    if _phrase(line, phrases) or len(text) > 2 * LONG:
        return
    parts = [p for p in _SPLIT.split(text) if p and p.strip()]
    if not line.sentence or (len(text) < LONG and (len(parts) > 1 or _ends_in_year(text, phrases))):
        _dated(line, parts, phrases)
    if not line.kind and len(text) < LONG:
        _apart(line)
    if not line.kind and not line.sentence:
        _shaped(line, parts, phrases)


def reads_on(text: str) -> bool:
    """Whether a line reads as running text: long, or some words that end as a sentence does, or two sentences."""
    spaces = text.count(" ")
    return len(text) >= LONG or (spaces >= 3 and bool(_END.search(text))) or (spaces >= 8 and bool(_BREAK.search(text)))


def is_headline(text: str) -> bool:
    """Whether a line within a list of other stories may be one of their headlines: those end in no full stop."""
    spaces = text.count(" ")
    return len(text) < LONG and not (spaces >= 4 and _STOP.search(text)) and not (spaces >= 8 and _BREAK.search(text))


def _phrase(line: Line, phrases: PhraseBook) -> bool:
    cut = len(line.text) >= LONG
    # of a long line only a phrase in front counts, and most begin with no word of one
    if cut and phrases.first.keys().isdisjoint(tokens(line.text[:_OPENING], 1)):
        return False
    found = phrases.match(tokens(line.text[:_OPENING] if cut else line.text))
    if found is None or found.category in ("published", "updated"):
        return False
    if found.precedes and (cut or any(c.isdigit() for c in line.text)):
        return False
    if not found.sure and (_STOP.search(line.text) or cut):
        return False
    if found.category == "crumb" and found.follows and line.sentence:
        return False
    # "Photo: X" in front of a paragraph that a crawler joined to it is dealt with as running text
    if found.follows and len(line.text) >= 2 * LONG and found.category not in ("tags", "more", "sentences"):
        return False
    line.kind = "notice" if found.category == "sentences" else found.category
    line.sure = line.kind not in OPEN
    line.sentence = False
    if line.kind in ("byline", "credit", "share") and any(c.isdigit() for c in line.text):
        line.stamps = tuple(datelines.days(line.text))
    return True


def _dated(line: Line, parts: Sequence[str], phrases: PhraseBook) -> None:
    """A line with a date in it: the page's own date line, or a headline of another story with its date."""
    stamps = datelines.days(line.text)
    timed = bool(datelines.times(line.text))
    if (not stamps and not timed) or (stamps and apart.is_labelled(line.text, stamps)):
        return
    rest = datelines.residue(line.text, stamps)
    labels = [_label(p, phrases) for p in parts]
    furniture = sum(1 for p in parts if _part(p, phrases))
    line.plain = not rest or timed or furniture > 0
    if stamps and len(rest) <= _allowed(stamps, timed=timed, furniture=furniture, parts=len(parts)):
        line.kind, line.sentence = "stamp", False
        line.stamps = tuple(stamps)
        line.label = next((x for x in labels if x), "")
    elif timed and not line.sentence and _leads(line.text, stamps):
        line.kind = "item"


def _apart(line: Line) -> None:
    """A date line told by its punctuation: "Baku, Friday 14 March 2025 — Harbour News"."""
    stamps = datelines.days(line.text)
    if stamps and apart.is_date_line(line.text, stamps):
        line.kind, line.sentence, line.plain = "stamp", False, False
        line.stamps = tuple(stamps)


def _allowed(stamps: Sequence[Stamp], *, timed: bool, furniture: int, parts: int) -> int:
    """How many words besides its date a date line may have: more the more it looks like one."""
    exact = any(s.year is not None for s in stamps)
    if not (timed or furniture):
        return (3 if exact else 1) + 3 * (parts > 2)
    return 3 + 4 * furniture + 3 * (exact and timed) + 3 * (parts > 2)


def _ends_in_year(text: str, phrases: PhraseBook) -> bool:
    """Whether a full stop at the end is that of "2025 г." and no sentence's."""
    last = fold(text.rstrip(".").rsplit(None, 1)[-1])
    return text.endswith(".") and len(last) <= 2 and last in phrases.year


def _leads(text: str, stamps: Sequence[Stamp]) -> bool:
    """Whether the line begins with its date or time, as the items of a list of news do."""
    first = min([s.start for s in stamps] + [start for start, _ in datelines.times(text)])
    return first <= 12 and len(text) < LONG


def _shaped(line: Line, parts: Sequence[str], phrases: PhraseBook) -> None:
    """Furniture told by the parts between separators, or by the shape of the line."""
    kinds = [_part(p, phrases) for p in parts]
    if kinds[0] == "more" and len(parts) > 1:
        line.kind, line.sure = "more", True
        return
    short = all(p.count(" ") < 5 and len(p) < 50 for p in parts)
    if len(parts) > 1 and short and any(kinds):
        line.kind = "menu"
        line.sure = all(kinds) and not all(k in OPEN or k == "section" for k in kinds)
    elif len(parts) > 2 and short:
        line.kind = "menu"
    elif len(parts) == 1 and kinds[0] == "section":
        line.kind = "section"
    elif line.text[0].isdigit() and line.text.count(" ") <= 3 and len(line.text) < 30:
        line.kind = "figures"
    elif len(line.text) < 70 and _NAME.match(line.text) and _capitalised(line.text):
        line.kind = "name"


def _part(part: str, phrases: PhraseBook) -> str:
    """What a part of a line between separators is, or empty."""
    bare = part.strip()
    if not _WORDED.search(bare):
        return "symbols"
    words = tokens(bare)
    found = phrases.match(words)
    if found is not None and len(bare) < LONG:
        return found.category
    return "section" if phrases.is_section(words) else ""


def _label(part: str, phrases: PhraseBook) -> str:
    """`updated` or `published` where a part of a date line begins so."""
    words = [w for w in tokens(part) if w != "#"]
    for size in (3, 2, 1):
        found = phrases.match(words[:size])
        if found is not None and found.category in ("published", "updated"):
            return found.category
    return ""


def _capitalised(text: str) -> bool:
    """Whether all words, or all before a comma, begin with a capital, as a name under an article does."""
    words = [w for w in re.split(r"\s+", re.split(r"[,(–]", text, maxsplit=1)[0].strip()) if w]
    return 2 <= len(words) <= 4 and all(w[0].isupper() for w in words)


def names_a_story(text: str) -> bool:
    """Whether a heading such as "Read also" has a story on its own line: "Read also: Dollar falls"."""
    after = re.split(r"[:|]", text, maxsplit=1)[1:]
    return bool(after) and bool(_WORDED.search(after[0]))


def is_question(text: str) -> bool:
    """Whether a line ends in a question or an exclamation mark, as headlines do and reports seldom."""
    return bool(_QUERY.search(text))
