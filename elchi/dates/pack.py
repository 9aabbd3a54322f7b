"""Reading a `dates.toml` and checking its shape; what its words mean is checked where they are compiled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from elchi.dates.mention import KINDS

LANGUAGES: Final = Path(__file__).parent.parent / "languages"
"""Where the language packs are."""

FILE: Final = "dates.toml"
UNITS: Final = ("day", "week", "month", "year", "weekend")
"""The units that [values.unit] has words for."""

EXACT: Final = ("day", "month", "year", "range", "years")
"""What a context may ask of a date: a day, a month, a year, a range of days or months, a range of years."""

_TABLES: Final = ("fold", "endings", "values", "words", "patterns", "rules")


class PackError(ValueError):
    """A language pack that cannot be used; the message names file, key and reason."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}")
        self.file, self.key, self.reason = file, key, reason


@dataclass(frozen=True, slots=True)
class Context:
    """What the words around a date make of it: `kind` is one of mention.KINDS.

    `before` and `after` are patterns that must stand next to the date, `last` classes of the date's last word,
    `exact` what the date must be (any of EXACT). Of several that fit the first stands.
    """

    kind: str
    before: str = ""
    after: str = ""
    last: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A `dates.toml` as written: see docs/dates.md for each table."""

    tag: str
    file: str
    proper: tuple[str, ...] = ()
    fold: Mapping[str, str] = field(default_factory=dict)
    endings: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)
    patterns: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, Sequence[str]] = field(default_factory=dict)
    contexts: tuple[Context, ...] = ()


def read_source(tag: str, folder: Path = LANGUAGES) -> Source:
    """Read a language's `dates.toml`; raises PackError, or KeyError when the language has none.

    With `extends = "<tag>"` the other language's file is taken, but for `fold`, and what this one has is added to it.
    """
    path = folder / tag / FILE
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?", tag) or not path.is_file():
        raise KeyError(tag)
    file = f"languages/{tag}/{FILE}"
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(file, "the file", f"is not TOML: {error}") from error
    if "extends" in data:
        data = _extended(file, data, folder)
    return parse(tag, file, data)


def _extended(file: str, data: dict[str, Any], folder: Path) -> dict[str, Any]:
    parent = folder / str(data.pop("extends")) / FILE
    if not parent.is_file():
        raise PackError(file, "extends", f"there is no {parent.parent.name}/{FILE}")
    merged: dict[str, Any] = tomllib.loads(parent.read_text("utf-8"))
    merged["fold"] = data.pop("fold", {})
    for key, value in data.items():
        merged[key] = _added(merged[key], value) if key in merged else value
    return merged


def _added(old: Any, new: Any) -> Any:  # noqa: ANN401
    if isinstance(old, dict) and isinstance(new, dict):
        return old | {key: _added(old[key], value) if key in old else value for key, value in new.items()}
    if isinstance(old, list) and isinstance(new, list):
        return old + new
    return new


def parse(tag: str, file: str, data: Mapping[str, Any]) -> Source:
    """Check the shape of a parsed `dates.toml`; raises PackError."""
    known = {*_TABLES, "proper", "contexts"}
    for key in data:
        if key not in known:
            raise PackError(file, key, f"unknown: choose of {', '.join(sorted(known))}")
    for key in _TABLES:
        if not isinstance(data.get(key, {}), dict):
            raise PackError(file, key, "must be a table")
    for key in ("fold", "patterns"):
        for name, value in data.get(key, {}).items():
            _need(isinstance(value, str), file, f"{key}.{name}", "must be a string")
    for name in data.get("fold", {}):
        _need(len(name) == 1, file, f"fold.{name}", "must be one letter")
    for key in ("words", "rules"):
        for name, value in data.get(key, {}).items():
            _strings(file, f"{key}.{name}", value)
    for key in ("endings", "values"):
        for name, table in data.get(key, {}).items():
            _need(isinstance(table, dict), file, f"{key}.{name}", "must be a table")
            for inner, value in table.items():
                _strings(file, f"{key}.{name}.{inner}", value)
    _strings(file, "proper", data.get("proper", []))
    return Source(
        tag,
        file,
        proper=tuple(data.get("proper", ())),
        **{key: data.get(key, {}) for key in _TABLES},
        contexts=tuple(_context(file, number, each) for number, each in enumerate(data.get("contexts", ()))),
    )


def _context(file: str, number: int, data: Any) -> Context:  # noqa: ANN401
    key = f"contexts[{number}]"
    _need(isinstance(data, dict), file, key, "must be a table")
    for name, value in data.items():
        if name in ("last", "exact"):
            _strings(file, f"{key}.{name}", value)
        else:
            _need(name in ("kind", "before", "after"), file, f"{key}.{name}", "unknown")
            _need(isinstance(value, str), file, f"{key}.{name}", "must be a string")
    _need(data.get("kind") in KINDS, file, f"{key}.kind", f"choose of {', '.join(KINDS)}")
    _need(bool(data.keys() & {"before", "after", "last"}), file, key, "needs before, after or last")
    for name in data.get("exact", ()):
        _need(name in EXACT, file, f"{key}.exact", f"choose of {', '.join(EXACT)}")
    return Context(
        data["kind"],
        data.get("before", ""),
        data.get("after", ""),
        tuple(data.get("last", ())),
        tuple(data.get("exact", ())),
    )


def _strings(file: str, key: str, value: Any) -> None:  # noqa: ANN401
    fine = isinstance(value, list) and all(isinstance(each, str) for each in value)
    _need(fine, file, key, "must be a list of strings")


def _need(condition: bool, file: str, key: str, reason: str) -> None:
    if not condition:
        raise PackError(file, key, reason)
