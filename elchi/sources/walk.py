"""Which files a path stands for: itself, or all within a folder, sorted."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from elchi.sources.model import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE_PARTS: Final = frozenset({
    ".avi", ".bmp", ".css", ".eot", ".gif", ".ico", ".jpeg", ".jpg", ".js", ".map", ".mov", ".mp3", ".mp4",
    ".otf", ".png", ".svg", ".ttf", ".wav", ".webm", ".webp", ".woff", ".woff2",
})  # fmt: skip
"""Suffixes of what a browser saves beside a page: passed over in folders, refused when named."""


def files(path: Path) -> Iterator[Path | tuple[Path, Refused]]:
    """The regular files that `path` stands for; a pair where one cannot be taken. Opens none."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield path, unreadable(path, error)
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path)
    elif stat.S_ISREG(mode):
        yield path
    else:
        yield path, Refused("is neither a file nor a folder", "pipe it in and give - to read standard input")


def unreadable(path: Path, error: Exception) -> Refused:
    """Why the system would not let `path` be read, and what to do."""
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return Refused("is a link to something that is not there", "mend or remove the link")
        return Refused("there is no such file or folder", "check the spelling of the path")
    if isinstance(error, PermissionError):
        return Refused("may not be read (permission denied)", "ask for read permission, or chmod u+r it")
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Refused(f"cannot be read ({reason.lower()})", "check the path and the disk")


def _folder(top: Path) -> Iterator[Path | tuple[Path, Refused]]:
    found = False
    for item in _within(top, set()):
        found = True
        yield item
    if not found:
        yield top, Refused("the folder has no reports in it", "hidden files are passed over; check the path")


def _within(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | tuple[Path, Refused]]:
    """Depth first, names in order; `seen` are the folders already entered, by device and inode."""
    pending = [folder]
    while pending:
        path = pending.pop()
        try:
            info = path.stat()
            if stat.S_ISREG(info.st_mode):
                yield path
                continue
            if not stat.S_ISDIR(info.st_mode):
                yield path, Refused("is neither a file nor a folder", "take it out of the folder")
                continue
            if (info.st_dev, info.st_ino) in seen:
                continue
            seen.add((info.st_dev, info.st_ino))
            with os.scandir(path) as entries:
                names = sorted((e.name for e in entries if _wanted(e)), reverse=True)
        except OSError as error:
            yield path, unreadable(path, error)
            continue
        pending += [path / name for name in names]


def _wanted(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and Path(entry.name).suffix.lower() not in PAGE_PARTS
