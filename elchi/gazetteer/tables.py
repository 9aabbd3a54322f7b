"""The compiled lists of `index/`, with the user's own laid over them, read when first needed and kept."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from elchi.gazetteer.overlay import laid_over
from elchi.vocabulary import LANGUAGES

_INDEX: Final = Path(__file__).parent / "index"


@cache
def _file(name: str) -> dict[str, Any]:
    table: dict[str, Any] = json.loads((_INDEX / f"{name}.json").read_text("utf-8"))
    return laid_over(name, table)


def of_language(tag: str) -> dict[str, Any]:
    """`entries`, `formats` and `labels` of a language. Raises ValueError for a language without a pack."""
    if tag not in LANGUAGES:
        raise ValueError(f"no gazetteer for language {tag!r}; there are {', '.join(LANGUAGES)}")
    return _file(tag)


def facts() -> dict[str, Any]:
    """`countries`, `cities` and `bodies` by id."""
    return _file("tables")


def names() -> dict[str, dict[str, str]]:
    """Folded name -> id, for `country`, `city` and `body`."""
    return _file("names")
