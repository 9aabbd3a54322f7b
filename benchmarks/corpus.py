"""The reports that the benchmarks read: real ones, and variants of them so that no two texts are the same."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from elchi.reading import Unreadable, read_page
from elchi.sources import Refusal, pages

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT.parent / "shared" / "gold" / "train", ROOT / "corpus" / "train", ROOT / "examples" / "reports")
"""Where reports are looked for when no folder is named: the first of these that is there."""

_DAY = re.compile(r"(?<![\d.:,])([1-9]|1\d|2[0-8])(?![\d.:,%])")


def texts(folder: Path) -> dict[str, list[str]]:
    """The texts of a folder's reports by language. Those in a language without a pack are left out."""
    out: dict[str, list[str]] = defaultdict(list)
    for page in pages([folder]):
        if isinstance(page, Refusal):
            continue
        try:
            report = read_page(page)
        except Unreadable:
            continue
        if report.language != "other":
            out[report.language].append(report.text)
    return dict(out)


def variant(text: str, number: int) -> str:
    """The text as the `number`-th paper might print it: other days, and another order of paragraphs after the title."""
    if not number:
        return text
    title, *body = text.split("\n")
    turn = number % len(body) if body else 0
    moved = "\n".join([title, *body[turn:], *body[:turn]])
    return _DAY.sub(lambda day: str((int(day[1]) + number - 1) % 28 + 1), moved)
