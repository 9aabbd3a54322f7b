"""On which line of a hand-edited TOML file a string stands: the parser does not say, and a message should."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|#.*")
_HEADER: Final = re.compile(r"\s*\[{1,2}\s*([^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?$")
_KEY: Final = re.compile(r"\s*((?:\"[^\"]+\"|[\w-]+)(?:\s*\.\s*(?:\"[^\"]+\"|[\w-]+))*)\s*=")
_ENTRY: Final = re.compile(r"(\"[^\"]+\"|[\w-]+)\s*=")


class Written(NamedTuple):
    """A string as it stands in a file: its line, under which table, the how manieth of that name, and key."""

    text: str
    line: int
    table: str
    number: int
    key: str


@lru_cache(maxsize=64)
def written(file: Path) -> tuple[Written, ...]:
    """Every string of a file, in order; nothing of a file that cannot be read."""
    try:
        return tuple(_strings(file.read_text("utf-8")))
    except (OSError, UnicodeDecodeError):
        return ()


def _strings(text: str) -> Iterator[Written]:
    counts: dict[str, int] = {}
    table, key = "", ""
    for line, content in enumerate(text.split("\n"), 1):
        header = _HEADER.match(content)
        # a row of a nested list looks like a header too, but has strings in it
        if header and not _TOKEN.match(header[1]):
            table, key = header[1], ""
            counts[table] = counts.get(table, 0) + 1
            continue
        named = _KEY.match(content)
        rest = content
        if named:
            key, rest = named[1].replace('"', ""), content[named.end() :]
        for token in _TOKEN.findall(rest):
            if not token.startswith("#"):
                yield Written(_plain(token), line, table, counts.get(table, 0), key)


def _plain(token: str) -> str:
    if token.startswith("'"):
        return token[1:-1]
    try:
        return str(json.loads(token))
    except ValueError:
        return token[1:-1]


def line_of(file: Path, text: str, table: str, number: int | None = None) -> int | None:
    """The first line where `text` stands under a table, or under the `number`th of that name."""
    for one in written(file):
        if one.text == text and one.table == table and number in (None, one.number):
            return one.line
    return None


def line_in_group(file: Path, text: str, table: str, group: Mapping[str, str]) -> int | None:
    """The line where `text` stands in one of the tables of that name that have all the keys and values of `group`."""
    heads: dict[int, dict[str, str]] = {}
    lines: dict[int, int] = {}
    for one in written(file):
        if one.table == table:
            if one.key == "patterns":
                if one.text == text:
                    lines.setdefault(one.number, one.line)
            else:
                heads.setdefault(one.number, {})[one.key] = one.text
    fitting = (line for n, line in lines.items() if group.items() <= heads.get(n, {}).items())
    return next(fitting, next(iter(lines.values()), None))


@lru_cache(maxsize=64)
def entry_lines(file: Path) -> Mapping[str, int]:
    """The line of each `[table]` and of each `key =` at the beginning of a line; of several of one name the first."""
    out: dict[str, int] = {}
    for line, content in enumerate(file.read_text("utf-8").split("\n"), 1):
        header = _HEADER.match(content) if content.startswith("[") else None
        named = header or _ENTRY.match(content)
        if named:
            out.setdefault(named[1].replace('"', ""), line)
    return out


@lru_cache(maxsize=64)
def group_lines(file: Path) -> Mapping[tuple[str, int], int]:
    """The line of every `[table]` and `[[table]]` by its name and the how manieth of that name it is, from 1."""
    out: dict[tuple[str, int], int] = {}
    counts: dict[str, int] = {}
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return out
    for line, content in enumerate(text.split("\n"), 1):
        header = _HEADER.match(content) if content.startswith("[") else None
        if header and not _TOKEN.match(header[1]):
            counts[header[1]] = counts.get(header[1], 0) + 1
            out[header[1], counts[header[1]]] = line
    return out
