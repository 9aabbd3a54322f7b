"""Files, folders and standard input to pages: what each is, is told by its suffix and its content."""

from __future__ import annotations

import codecs
import io
import re
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from elchi.sources.decode import decode, refuse_binary
from elchi.sources.model import PAGE_LIMIT, Format, Page, Refusal, Refused, printable, whole
from elchi.sources.structured import JSON_LIMIT, from_json, from_lines, is_report
from elchi.sources.walk import files, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STANDARD_INPUT: Final = "-"
_STDIN: Final = "stdin"
"""What the pages of standard input are called."""

_SUFFIXES: Final = {
    ".htm": "html", ".html": "html", ".shtml": "html", ".xhtml": "html",
    ".json": "json",
    ".jsonl": "lines", ".jsonlines": "lines", ".ndjson": "lines",
}  # fmt: skip
_SNIFFED: Final = 65_536
_HTML: Final = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]|<(?:p|div|h1|meta)(?:\s[^<>]{0,500})?>",
    re.IGNORECASE,
)
_ONLY_OPENING: Final = re.compile(rb"\s*[\[{]\s*$")


def pages(paths: Iterable[str | Path]) -> Iterator[Page | Refusal]:
    """Every report in `paths`, in order, and a Refusal for each input that could not be taken.

    A path is a file (plain text, HTML, JSON, JSON Lines), a folder of these (all the way down, sorted;
    hidden files and what browsers save beside a page are passed over), or `-` for standard input, whose pages
    are called `stdin`. JSON Lines are streamed.
    """
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from _standard_input()
            continue
        for item in files(Path(path)):
            if isinstance(item, Path):
                yield from _file(item)
            else:
                yield item[1].refusal(str(item[0]))


def _standard_input() -> Iterator[Page | Refusal]:
    if sys.stdin is None:  # so Python has it where the stream was closed at the start
        yield Refused("standard input is closed", "pipe the reports in, or name their files").refusal(_STDIN)
        return
    yield from _guarded(sys.stdin.buffer, _STDIN, _STDIN, "")


def is_html(text: str) -> bool:
    """Whether a page's text is HTML: it begins with a tag, and has one that pages have."""
    head = text[:_SNIFFED].lstrip("\ufeff \t\r\n")
    return head.startswith("<") and bool(_HTML.search(head.encode("utf-8", "replace")))


def _file(path: Path) -> Iterator[Page | Refusal]:
    name = str(path)
    kind = _SUFFIXES.get(path.suffix.lower(), "")
    try:
        size = path.stat().st_size
        if size > JSON_LIMIT and kind == "json":
            raise _too_large(size, JSON_LIMIT, "write it as JSON Lines (.jsonl), which may be of any length")
        with path.open("rb") as stream:
            if size > PAGE_LIMIT and kind not in ("json", "lines") and not _structured(stream.peek(_SNIFFED)):
                refuse_binary(stream.peek(16)[:16])
                raise _too_large(size, PAGE_LIMIT)
            yield from _guarded(stream, name, path.stem, kind)
    except Refused as error:
        yield error.refusal(name)
    except (OSError, ValueError) as error:
        yield unreadable(path, error).refusal(name)


def _guarded(stream: IO[bytes], name: str, stem: str, kind: str) -> Iterator[Page | Refusal]:
    """The pages of a stream whose `kind` its suffix tells, or is empty."""
    try:
        yield from _stream(stream, name, stem, kind)
    except Refused as error:
        yield error.refusal(name)
    except OSError as error:
        yield unreadable(Path(name), error).refusal(name)


def _stream(stream: IO[bytes], name: str, stem: str, kind: str) -> Iterator[Page | Refusal]:
    first = stream.readline(PAGE_LIMIT + 1)
    while first and not first.strip(b"\xef\xbb\xbf \t\r\n") and len(first) < PAGE_LIMIT:
        more = stream.readline(PAGE_LIMIT + 1 - len(first))
        if not more:
            break
        first += more
    if not first.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise Refused("is empty", "give at least one report, or leave it out")
    refuse_binary(first)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from _stream(_as_utf8(first, stream), name, stem, kind)
        return
    if kind == "lines" and _ONLY_OPENING.match(first):
        kind = "json"
    if kind in ("", "json") and _structured(first) and _one_a_line(first, stream):
        kind = "lines"
    elif not kind and _structured(first) and _reads_as_json(first):
        kind = "json"
    if kind == "lines":
        yield from from_lines(_rejoined(first, stream), name, stem)
        return
    limit = JSON_LIMIT if kind == "json" else PAGE_LIMIT
    data = first + stream.read(max(0, limit + 1 - len(first)))
    if len(data) > limit:
        raise _too_large(None, limit)
    if kind == "json":
        yield from from_json(decode(data), name, stem)
    else:
        yield _whole_page(data, name, stem, kind)


def _as_utf8(first: bytes, stream: IO[bytes]) -> IO[bytes]:
    """A stream in UTF-16, which has no lines to a reader of bytes, as one in UTF-8."""
    data = first + stream.read(JSON_LIMIT - len(first) + 1)
    if len(data) > JSON_LIMIT:
        raise _too_large(None, JSON_LIMIT, "save it as UTF-8")
    return io.BufferedReader(io.BytesIO(decode(data).encode("utf-8")))


def _structured(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def _one_a_line(first: bytes, stream: IO[bytes]) -> bool:
    """Whether the first line is a whole object and more follows, so that the stream is JSON Lines."""
    if not first.endswith(b"\n"):
        return False
    try:
        return is_report(decode(first)) and bool(_peek(stream).strip())
    except Refused:
        return False


def _peek(stream: IO[bytes]) -> bytes:
    return stream.peek(1) if isinstance(stream, io.BufferedReader) else b""


def _reads_as_json(first: bytes) -> bool:
    """Whether what begins with a brace or a bracket goes on as JSON; plain text may begin so too."""
    start = first.lstrip(b"\xef\xbb\xbf \t\r\n")[1:].lstrip()[:1]
    return start in (b'"', b"{", b"[", b"}", b"]", b"")


def _rejoined(first: bytes, stream: IO[bytes]) -> IO[bytes]:
    return io.BufferedReader(_Rejoined(first, stream), 1 << 16)


class _Rejoined(io.RawIOBase):
    """A stream with bytes already taken from it put back in front."""

    def __init__(self, first: bytes, rest: IO[bytes]) -> None:
        super().__init__()
        self._first = memoryview(first)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._first:
            count = min(len(buffer), len(self._first))
            buffer[:count] = self._first[:count]
            self._first = self._first[count:]
            return count
        data = self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _whole_page(data: bytes, name: str, stem: str, kind: str) -> Page:
    head = data[:_SNIFFED].replace(b"\x00", b"")
    tagged = bool(_HTML.search(head))
    is_html = tagged and (kind == "html" or head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] == b"<")
    text = decode(data, html=is_html)
    if not text.strip("\ufeff \t\r\n\xa0"):
        raise Refused("is empty (it has white space only)", "give at least one report, or leave it out")
    form: Format = "html" if is_html else "text"
    return Page(name=printable(name), id=printable(stem), content=whole(text), format=form)


def _too_large(size: int | None, limit: int, advice: str = "give one report a file") -> Refused:
    what = f"is too large ({size // 1_000_000:,} MB)" if size is not None else "is too large"
    return Refused(f"{what}; at most {limit // 1_000_000} MB are read", advice)
