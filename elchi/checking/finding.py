"""One thing that is wrong with a language pack, or that its author should look at."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Finding:
    """`file` is the file's name in the pack's folder, `key` what it is about there, `line` where, if it can be told.

    A `fault` keeps the pack from being read, or from being read as its author means; the rest are warnings.
    """

    file: str
    key: str
    reason: str
    advice: str
    line: int | None = None
    fault: bool = True


def one_of(value: object, allowed: Collection[str]) -> str:
    """Advice on a value outside a closed list: the nearest word of it, else the list."""
    near = get_close_matches(str(value), allowed, n=1)
    return f"Did you mean {near[0]!r}?" if near else f"Choose of {', '.join(allowed)}."
