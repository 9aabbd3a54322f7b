"""What on a page is not the report: found line by line, masked, never cut, so that offsets into the text stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from elchi.reading import lines as page_lines
from elchi.reading import running
from elchi.reading.phrasebook import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from elchi.reading.datelines import Stamp
    from elchi.reading.lines import Line
    from elchi.records import Span

TITLE_LIMIT: Final = 250

_CRAWLED: Final = re.compile(r"\s{0,20}date (\d{4}-\d{2}-\d{2})(?!\S)")
_LETTERS: Final = re.compile(r"\w+")
_STRONG: Final = frozenset(
    {"share", "tags", "counter", "comments", "more", "subscribe", "notice", "credit", "menu", "reading", "item"}
)
_ZONED: Final = frozenset({"stamp", "section", "menu", "symbols", "item", "name", "figures", *page_lines.OPEN})
_REPEAT: Final = 40
_LEADS: Final = 20
_OPENINGS: Final = 2
"""A lead may stand above the paragraph that an agency opens."""

_ASKED: Final = 90
"""A question as short as this, last on a page, is a headline."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a page is laid out: its furniture, its title, and the date lines above and below its text.

    `masked` are spans into the text, sorted and disjoint. `dates` are `(line, stamp, label)` in order of trust;
    `crawled` is a date that the crawler wrote in front, `openings` the first lines of running text.
    """

    masked: tuple[Span, ...]
    title: str | None
    dates: tuple[tuple[str, Stamp, str], ...]
    crawled: str | None
    openings: tuple[str, ...]


def layout(text: str, title: str | None = None) -> Layout:
    """The layout of a page's text. `title` is the page's title where it is known from elsewhere."""
    crawled = _CRAWLED.match(text)
    start = crawled.end() if crawled else 0
    spans: list[Span] = [(crawled.start(), crawled.end())] if crawled else []
    lines = page_lines.split(" " * start + text[start:])
    if lines and not lines[0].plain:
        lines[0].kind, lines[0].stamps = "", ()
    _mask_blocks(lines, title)
    head, tail = _zones(lines)
    _mask_zones(lines, head, tail)
    found = title or _title(lines, head)
    _mask_repeats(lines, found, head)
    stamps = [(x.text, s, x.label) for x in (*lines[:head], *lines[tail:]) if x.kind == "stamp" for s in x.stamps]
    stamps += [(x.text, s, "") for x in (*lines[:head], *lines[tail:]) if x.kind == "byline" for s in x.stamps]
    spans += [(x.start, x.end) for x in lines if x.masked]
    body = [x for x in lines if not x.masked]
    if body:
        flat = running.read(text, [(x.start, x.end) for x in body], first=lines[0] is body[0])
        spans += flat.masked
        stamps = [*flat.dates, *stamps]
        found = title or flat.title or found
    openings = tuple(x.text for x in body if x.sentence)[:_OPENINGS]
    return Layout(_joined(spans, text), found, tuple(stamps), crawled[1] if crawled else None, openings)


def _zones(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the running text begins and ends: the first line of it, and the first after it."""
    prose = [i for i, x in enumerate(lines) if x.sentence and not x.masked and not (i == 0 and _titled(x, lines))]
    while len(prose) > 1 and page_lines.is_question(lines[prose[-1]].text) and len(lines[prose[-1]].text) < _ASKED:
        prose.pop()
    if not prose:
        return len(lines), len(lines)
    head = prose[0]
    # one sentence above the date line is a lead, and the lines between the two are still above the text
    if len(prose) > 1 and prose[1] > head + 1 and len(lines[head].text) < 300:
        between = lines[head + 1 : prose[1]]
        head = prose[1] if all(x.kind in _ZONED | _STRONG for x in between) and _dated(between) else head
    return head, prose[-1] + 1


def _dated(lines: Sequence[Line]) -> bool:
    return any(x.kind == "stamp" for x in lines)


def _titled(first: Line, lines: Sequence[Line]) -> bool:
    """Whether the first line, though it reads as a sentence, is a title."""
    text = first.text
    if len(text) > TITLE_LIMIT or len(lines) < 2 or text.endswith((".", ":", ";")):
        return False
    return len(text) < page_lines.LONG or any(x.sentence and len(x.text) > len(text) for x in lines[1:4])


def _mask_blocks(lines: Sequence[Line], title: str | None) -> None:
    """Furniture that is so anywhere, and the lists of other stories that a heading opens."""
    known = _letters(title or "")
    listing = False
    for number, line in enumerate(lines):
        if number == 0 and line.kind not in ("stamp", "more", "symbols", "menu"):
            continue
        if listing and (not page_lines.is_headline(line.text) or (known and _letters(line.text) == known)):
            listing = False
        line.masked = listing or line.sure or (line.kind == "symbols" and not line.stamps)
        if line.kind == "more":
            line.masked = True
            listing = listing or not page_lines.names_a_story(line.text)
        elif listing and line.kind == "stamp":
            line.kind = "item"


def _mask_zones(lines: Sequence[Line], head: int, tail: int) -> None:
    """Furniture that is so above and below the text."""
    for number in range(min(head, len(lines))):
        line = lines[number]
        if number == 0 and line.kind == "signature" and line.text.count(" ") <= 5:
            line.masked = any(not (x.masked or x.kind in _ZONED) for x in lines[1:head])
        if line.kind in _ZONED and (number or line.kind in ("stamp", "section", "crumb", "menu")):
            line.masked = line.masked or line.kind != "name" or _beside(lines, number)
    seen = tail > 0 and lines[tail - 1].text.endswith(":")
    furnished = False
    for line in lines[tail:]:
        furnished = furnished or line.masked or line.kind in _STRONG
        if line.kind in _ZONED or line.masked or furnished or (not seen and line.text.count(" ") < 4):
            line.masked = True
    _mask_masthead(lines, head)


def _beside(lines: Sequence[Line], number: int) -> bool:
    near = lines[max(0, number - 1) : number + 2]
    return any(x.masked and x is not lines[number] for x in near)


def _mask_masthead(lines: Sequence[Line], head: int) -> None:
    """The name of the site above its navigation, where a title follows below."""
    for number in range(min(head, 4), 0, -1):
        line = lines[number] if number < len(lines) else None
        if line is None or not line.masked or line.kind not in ("crumb", "menu", "section"):
            continue
        if any(not x.masked for x in lines[number + 1 : head]):
            for above in lines[:number]:
                above.masked = above.masked or len(above.text) < 90
            return


def _title(lines: Sequence[Line], head: int) -> str | None:
    for line in lines[:head]:
        if line.masked:
            continue
        if len(line.text) <= TITLE_LIMIT and line.text.count(" ") >= 1:
            return line.text.lstrip("•·▪■►→*– —-") or None
        return None
    return None


def _mask_repeats(lines: Sequence[Line], title: str | None, head: int) -> None:
    """The second and later copies of a line, and a lead that the text says again word for word."""
    seen: set[str] = set()
    wanted = _letters(title or "")
    keys = [_letters(line.text) for line in lines]
    for line, key in zip(lines, keys, strict=True):
        if line.masked:
            continue
        if key in seen and len(key) >= 12:
            line.masked = True
        seen.add(key)
    prose = [key for x, key in zip(lines[head : head + 60], keys[head:], strict=False) if not x.masked]
    for line, key in zip(lines[: min(head, _LEADS)], keys, strict=False):
        if not line.masked and len(key) >= _REPEAT and key != wanted and any(key in p for p in prose):
            line.masked = True


def _letters(text: str) -> str:
    return " ".join(_LETTERS.findall(fold(text)))


def _joined(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Sorted and disjoint; spans with nothing but white space between them become one."""
    out: list[Span] = []
    for start, end in sorted(s for s in spans if s[1] > s[0]):
        if out and (start <= out[-1][1] or text[out[-1][1] : start].isspace()):
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return tuple(out)
