"""Elchi: the memory of diplomacy.

`read` turns one report into records; `Register` keeps a register of many. Everything else is loaded when first
asked for, so that `import elchi` is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elchi.records import Engagement, Evidence, Participant, Person, Records, Report, Statement
    from elchi.register import Register, RegisterError

__all__ = [
    "Engagement",
    "Evidence",
    "Participant",
    "Person",
    "Records",
    "Register",
    "RegisterError",
    "Report",
    "Statement",
    "read",
]


def read(text: str, *, published: str | None = None, language: str | None = None) -> Records:
    """All that one report states: its people, engagements and statements, each with its evidence.

    `text` is a page's plain text or HTML. `published` (`YYYY-MM-DD`) and `language` (one of
    `vocabulary.LANGUAGES`) are told from the text when they are not given; a report in another language gives
    no records. Raises `elchi.reading.Unreadable`, with a message and advice, when there is nothing to read.
    """
    from elchi.extraction import extract
    from elchi.reading import to_report
    from elchi.records import Records
    from elchi.vocabulary import OTHER_LANGUAGE

    report = to_report(text, published=published, language=language)
    return Records(report) if report.language == OTHER_LANGUAGE else extract(report)


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'elchi' has no attribute {name!r}")
    room = "register" if name.startswith("Register") else "records"
    return getattr(import_module(f"elchi.{room}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
