"""Dates in a report: absolute, relative to the page's date, ranges, limits, each with the words that state it.

`find` reads them by a language's `dates.toml`. A text is hostile: whatever it is, reading is linear in its length.
"""

from __future__ import annotations

import datetime

from elchi.dates.lexicon import load
from elchi.dates.mention import KINDS, DateMention, follow, nearest
from elchi.dates.pack import PackError
from elchi.dates.search import mentions

__all__ = ["KINDS", "DateMention", "PackError", "find", "follow", "load", "nearest"]


def find(text: str, language: str, anchor: datetime.date | None) -> list[DateMention]:
    """Return the dates that `text` mentions, sorted and disjoint.

    `language` is a tag of `vocabulary.LANGUAGES` (KeyError for one without a `dates.toml`); `anchor` the page's date,
    from which relative dates and dates without a year are told: without it their `first` is None.
    """
    return mentions(text, load(language), anchor)
