"""Which inputs are the same report, and what is known of a report that came more than once.

A report is its text, the id given to it and its address: two texts given the same id are two reports. What
else is said of it (date, language, title) may be said better the next time. What a person states outranks what
the page says, and anything outranks nothing; of two dates or titles of pages the lesser in order stands, so
that it does not matter which came first. What a person states later replaces what they stated before.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from elchi.register.schema import storable

if TYPE_CHECKING:
    from elchi.records import Report


def cleaned(report: Report) -> Report:
    """The report as the register can keep it: no lone surrogates; offsets are not moved."""
    return replace(
        report,
        id=storable(report.id),
        text=storable(report.text),
        title=None if report.title is None else storable(report.title),
        url=None if report.url is None else storable(report.url),
    )


def digest_of(report: Report) -> str:
    """A SHA-256 (64 hexadecimal digits) of what makes the report this one."""
    return hashlib.sha256(json.dumps([report.id, report.url, report.text]).encode()).hexdigest()


def key_of(report: Report) -> str:
    """The register's id of the report: `r-` and 16 hexadecimal digits."""
    return f"r-{digest_of(report)[:16]}"


@dataclass(frozen=True, slots=True)
class Described:
    """What is known of a report besides its text. `*_stated` says that a person stated it.

    `source` is the input's name, which makes no difference to what is known.
    """

    source: str = field(compare=False)
    published: str | None = None
    published_stated: bool = False
    language: str = ""
    language_stated: bool = False
    title: str | None = None


def joined(known: Described, new: Described) -> Described:
    """What is known after `new` came in addition to `known`."""
    published, published_stated = _better(
        (known.published, known.published_stated), (new.published, new.published_stated)
    )
    language, language_stated = _better((known.language, known.language_stated), (new.language, new.language_stated))
    titles = [title for title in (known.title, new.title) if title is not None]
    return Described(
        source=min(known.source, new.source),
        published=published,
        published_stated=published_stated,
        language=language or "",
        language_stated=language_stated,
        title=min(titles, default=None),
    )


def _better(known: tuple[str | None, bool], new: tuple[str | None, bool]) -> tuple[str | None, bool]:
    if new[1] or known[1]:
        return new if new[1] else known
    values = [value for value, _ in (known, new) if value is not None]
    return min(values, default=None), False
