"""Reports in JSON (one object, or a list of them) and JSON Lines, each field checked."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any, Final

from elchi.sources.decode import decode, refuse_binary
from elchi.sources.model import PAGE_LIMIT, Page, Refusal, Refused, printable, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = Any
"""What JSON may hold; every use checks what it got."""

JSON_LIMIT: Final = 100_000_000
"""The most bytes of one JSON file; it is read whole, JSON Lines are not."""

LINE_LIMIT: Final = 6 * PAGE_LIMIT
"""The most bytes of one line: JSON may write one byte of text as six."""

ID_LIMIT: Final = 500

_FIELDS: Final = 'give objects with "text" or "html", and where known "id", "title", "url", "published"'
_KINDS: Final = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


def from_json(text: str, name: str, stem: str) -> Iterator[Page | Refusal]:
    """The reports of one JSON document; a list's items without an id are called `stem-1`, `stem-2`, …"""
    try:
        value = parse(text)
    except Refused as error:
        yield error.refusal(name)
        return
    if not isinstance(value, list):
        yield _page_or_refusal(value, name, None, stem)
        return
    if not value:
        yield Refused("is an empty list", _FIELDS).refusal(name)
    for number, item in enumerate(value, 1):
        yield _page_or_refusal(item, f"{name} (item {number})", None, f"{stem}-{number}")


def from_lines(stream: IO[bytes], name: str, stem: str) -> Iterator[Page | Refusal]:
    """The reports of JSON Lines, read line by line; those without an id are called `stem-LINE`."""
    number, found = 0, False
    while line := stream.readline(LINE_LIMIT + 1):
        number += 1
        if len(line) > LINE_LIMIT:
            _skip_line(stream, line)
            yield _too_large(number).refusal(name)
            found = True
            continue
        if not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        found = True
        try:
            refuse_binary(line)
            value = parse(decode(line))
        except Refused as error:
            error.line = number
            yield error.refusal(name)
            continue
        yield _page_or_refusal(value, name, number, f"{stem}-{number}")
    if not found:
        yield Refused("is empty", "give at least one report, or leave it out").refusal(name)


def parse(text: str) -> Json:
    """The value of a JSON document. Raises Refused with the line of what is wrong."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        reason = f"is not valid JSON: {error.msg[0].lower()}{error.msg[1:]} at column {error.colno}"
        raise Refused(reason, "mend that line, or export the reports again", error.lineno) from error
    except RecursionError as error:
        raise Refused("is JSON nested too deep to be reports", _FIELDS) from error
    except ValueError as error:
        raise Refused(f"is not valid JSON: {error}", "mend it, or export the reports again") from error


def is_report(text: str) -> bool:
    """Whether `text` is one whole JSON object by itself, as each line of JSON Lines is."""
    try:
        return isinstance(parse(text), dict)
    except Refused:
        return False


def _skip_line(stream: IO[bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(1 << 20)


def _too_large(line: int | None) -> Refused:
    return Refused(f"the page has more than {PAGE_LIMIT // 1_000_000} MB", "give one report a page", line)


def _page_or_refusal(value: Json, name: str, line: int | None, fallback: str) -> Page | Refusal:
    try:
        where = name if line is None else f"{name}:{line}"
        return _page(value, where, fallback)
    except Refused as error:
        error.line = line
        return error.refusal(name)


def _page(value: Json, name: str, fallback: str) -> Page:
    if not isinstance(value, dict):
        raise Refused(f"is {_kind(value)} where a report should be", _FIELDS)
    text, html = _string(value, "text"), _string(value, "html")
    content = text if text is not None else html
    if content is None:
        raise Refused('has neither "text" nor "html"', _FIELDS)
    if not content.strip("\ufeff \t\r\n\xa0"):
        raise Refused(f'its "{"text" if text is not None else "html"}" is empty', "give the report's words")
    if len(content) > PAGE_LIMIT // 4 and len(content.encode("utf-8", "replace")) > PAGE_LIMIT:
        raise _too_large(None)
    return Page(
        name=printable(name),
        id=_id(value, fallback),
        content=whole(content),
        format="text" if text is not None else "html",
        title=_string(value, "title"),
        url=_string(value, "url"),
        published=_string(value, "published"),
        language=_string(value, "language"),
    )


def _id(value: dict[str, Json], fallback: str) -> str:
    given = value.get("id")
    if given is None or given == "":
        return printable(fallback)
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    if not isinstance(given, str):
        raise Refused(f'its "id" is {_kind(given)}', 'give "id" as a string, or leave it out')
    if len(given) > ID_LIMIT:
        raise Refused(f'its "id" is longer than {ID_LIMIT} characters', 'give a shorter "id", or leave it out')
    return printable(given, ID_LIMIT)


def _string(value: dict[str, Json], key: str) -> str | None:
    found = value.get(key)
    if found is None or isinstance(found, str):
        return whole(found) if found else found
    raise Refused(f'its "{key}" is {_kind(found)}', f'give "{key}" as a string, or leave it out')


def _kind(value: Json) -> str:
    if value is None:
        return "null"
    return _KINDS.get(type(value), "a string")
