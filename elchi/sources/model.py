"""What the sources hand over: a page as it came, or the reason why an input could not be taken."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final, Literal

PAGE_LIMIT: Final = 20_000_000
"""The most bytes that one page may have; larger is not a report."""

Format = Literal["text", "html"]

_UNSAFE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Page:
    """One report as it came.

    `name` says where it came from, safe to print (`file.jsonl:12` for a line of a file). `id` is the id
    given, else the file's name without its suffix. `content` is as given, its bytes decoded.
    """

    name: str
    id: str | None
    content: str | bytes
    format: Format
    title: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """One input that could not be taken: what (`name`, `line` counted from 1), why, and what to do about it.

    Every field is safe to print: control characters are written as escapes.
    """

    name: str
    line: int | None
    reason: str
    advice: str

    def __str__(self) -> str:
        where = self.name if self.line is None else f"{self.name}:{self.line}"
        return f"{where}: {self.reason}; {self.advice}"


class Refused(Exception):  # noqa: N818 - raised and caught within this room, never an error of the program
    """Raised within `sources` where one input turns out unfit; becomes a `Refusal`."""

    def __init__(self, reason: str, advice: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice
        self.line = line

    def refusal(self, name: str) -> Refusal:
        """The record of it for the input called `name`."""
        return Refusal(printable(name), self.line, printable(self.reason), printable(self.advice))


def printable(text: str, limit: int = 300) -> str:
    """`text` with control, format and surrogate characters written as escapes, cut to `limit` characters."""
    if len(text) > limit:
        text = text[: limit // 2] + "…" + text[-limit // 2 :]
    if text.isprintable():
        return text
    return "".join(
        c.encode("unicode_escape").decode("ascii") if unicodedata.category(c) in _UNSAFE else c for c in text
    )


def whole(text: str) -> str:
    """`text` with lone surrogates, which no store can keep, replaced one for one, so that offsets stand."""
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text
