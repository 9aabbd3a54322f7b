"""Bytes to text: UTF-8, UTF-16 and UTF-32 with a mark, Windows-1251 where it reads as Cyrillic."""

from __future__ import annotations

import codecs
import re
from typing import Final

from elchi.sources.model import Refused

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; UTF-32's before UTF-16's, which it begins with."""

_BINARIES: Final = (
    (b"%PDF-", "a PDF document", "extract its text first, for instance with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save the document as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as plain text"),
    (b"{\\rtf", "an RTF document", "save it as plain text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first with gunzip"),
    (b"BZh", "a bzip2 archive", "unpack it first with bunzip2"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first with unxz"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"),
    (b"\x89PNG", "an image", "give the page's text instead"),
    (b"\xff\xd8\xff", "an image", "give the page's text instead"),
    (b"GIF8", "an image", "give the page's text instead"),
    (b"SQLite format 3\x00", "an SQLite database", "give reports; a register is named with --register"),
)
"""First bytes of files that people hand over by mistake, what they are, and what to do."""

_SAVE: Final = "save it as UTF-8 and try again"
_CHARSET: Final = re.compile(rb"""<meta[^<>]{0,200}?charset\s{0,3}=\s{0,3}["']?\s{0,3}([\w.:-]{2,40})""", re.IGNORECASE)
_NOT_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CYRILLIC: Final = re.compile("[А-яЁёЂЃЉЊЌЋЏђѓљњќћџЎўІіЇїЄєҐґЈјЅѕ]")
_RUSSIAN: Final = re.compile("[А-яЁёІіЎў]")
_VOWELS: Final = re.compile("[аеёиоуыэюяі]")
_SMALL: Final = re.compile("[а-яёіў]")
_INVERTED: Final = re.compile("[а-яё][А-ЯЁ]")


def refuse_binary(data: bytes) -> None:
    """Raise Refused when the first bytes are those of a known binary format or hold zero bytes."""
    for mark, what, advice in _BINARIES:
        if data.startswith(mark):
            raise Refused(f"is {what}, not text", advice)
    if b"\x00" in data[:65_536] and not data.startswith(tuple(m for m, _ in _MARKS)):
        raise Refused("is a binary file (it has zero bytes)", f"give plain text, HTML or JSON; or {_SAVE}")


def decode(data: bytes, *, html: bool = False) -> str:
    """The text of `data`, newlines kept as they are; a byte order mark is dropped.

    For HTML the encoding that the page declares is tried before Windows-1251. Raises Refused for
    binaries and for encodings that cannot be told.
    """
    refuse_binary(data)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name, f"begins as {name.upper()} but does not go on as such")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _other(data, error, html=html)
    return _refuse_controls(text)


def _strict(data: bytes, encoding: str, reason: str) -> str:
    try:
        return _refuse_controls(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise Refused(f"{reason} (byte {error.start:,})", _SAVE) from error


def _other(data: bytes, error: UnicodeDecodeError, *, html: bool) -> str:
    declared = _CHARSET.search(data[:4096]) if html else None
    if declared:
        try:
            return data.decode(codecs.lookup(declared[1].decode("ascii")).name)
        except (LookupError, UnicodeError):
            pass
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError:
        text = ""
    if _reads_as_cyrillic(text[:200_000]):
        return text
    line = data.count(b"\n", 0, error.start) + 1
    raise Refused("its encoding cannot be told: it is neither UTF-8 nor Windows-1251", _SAVE, line)


def _reads_as_cyrillic(text: str) -> bool:
    """Whether text decoded as Windows-1251 looks like words: KOI8-R comes out with its case inverted."""
    letters = _CYRILLIC.findall(text)
    if len(letters) < 20:
        return False
    small = _SMALL.findall(text)
    vowels = _VOWELS.findall(text)
    return (
        len(_RUSSIAN.findall(text)) > 0.995 * len(letters)
        and len(small) > 0.6 * len(letters)
        and 0.25 < len(vowels) / len(small) < 0.6
        and len(_INVERTED.findall(text)) < 0.02 * len(letters) + 2
    )


def _refuse_controls(text: str) -> str:
    found = len(_NOT_TEXT.findall(text[:65_536]))
    if found > 2 + len(text[:65_536]) // 500:
        raise Refused("is a binary file (it has control characters)", "give plain text, HTML or JSON")
    return text
