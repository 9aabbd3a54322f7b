"""A page in HTML to its main text, title and date. Nothing is fetched and nothing in the page is run."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from elchi.reading import datelines, published

if TYPE_CHECKING:
    from collections.abc import Iterator

DEPTH_LIMIT: Final = 1000
"""The most elements within one another; pages have tens, and parsers give up or crash at thousands."""

ELEMENT_LIMIT: Final = 50_000
"""The most elements of a page; extraction grows faster than their number."""

_PUBLISHED: Final = frozenset(
    {
        "article:published_time", "article.published", "og:published_time", "og:article:published_time",
        "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued",
        "pubdate", "publishdate", "publish-date", "publish_date", "published_time", "publication_date",
        "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "mediator_published_time",
        "citation_publication_date",
    }
)  # fmt: skip
"""Names of the meta elements in which sites give the day of publication."""

_LINKED_DATA: Final = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{8,40})"')
_DATED_CLASS: Final = re.compile(
    r"(?:^|[\s_-])(?:date|time|datetime|published|pubdate|post-?date|meta-date|sana|vaqt)(?:$|[\s_-])"
)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "p", "li", "source", "track", "wbr"}
)
_VISIBLE: Final = 90


@dataclass(frozen=True, slots=True)
class Extract:
    """What a page in HTML holds: `text` may be empty; `dates` are all that it gives for itself, the surest first."""

    text: str
    title: str | None
    dates: tuple[datetime.date, ...]


def read(html: str, url: str | None, today: datetime.date) -> Extract:
    """Main text, title and dates of a page. Raises ValueError for a page that no parser should be given."""
    count, depth = _size(html)
    if depth > DEPTH_LIMIT:
        raise ValueError(f"its elements lie more than {DEPTH_LIMIT} deep within one another")
    if count > ELEMENT_LIMIT:
        raise ValueError(f"it has more than {ELEMENT_LIMIT:,} elements")
    import trafilatura
    from trafilatura.utils import load_html

    tree = load_html(html)
    if tree is None:
        return Extract("", None, ())
    dates = list(_dates(tree))
    found = trafilatura.bare_extraction(
        html,
        url=url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": today.isoformat()},
    )
    text, title = "", None
    if found is not None and not isinstance(found, dict):
        text, title = found.text or "", found.title or None
        guessed = published.in_words(found.date) if found.date else None
        dates += [guessed] if guessed else []
    if len(text.strip()) < _VISIBLE:
        text = max(text, trafilatura.baseline(html)[1], key=lambda t: len(t.strip()))
    return Extract(text, _bare(title), tuple(dates))


def _dates(tree: Any) -> Iterator[datetime.date]:  # noqa: ANN401 - lxml is not typed
    """The dates that a page gives for itself: meta elements, linked data, `time`, and elements of class date."""
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name in _PUBLISHED:
            yield from _date(meta.get("content"))
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json" and script.text:
            for m in _LINKED_DATA.finditer(script.text[:200_000]):
                yield from _date(m[1])
    for time in tree.iter("time"):
        yield from _date(time.get("datetime") or _text(time))
        break
    for element in tree.iter("div", "span", "p", "small", "li"):
        if _DATED_CLASS.search((element.get("class") or "").lower()):
            shown = _text(element)
            stamps = datelines.find(shown) if len(shown) <= _VISIBLE else []
            yield from (d for s in stamps[:1] if (d := s.date()) is not None)
            if stamps:
                break


def _date(value: str | None) -> Iterator[datetime.date]:
    found = published.in_words(value[:60]) if value else None
    if found is not None:
        yield found


def _text(element: Any) -> str:  # noqa: ANN401
    out: list[str] = []
    size = 0
    for part in element.itertext():
        out.append(part)
        size += len(part)
        if size > 2 * _VISIBLE:
            break
    return " ".join(" ".join(out).split())


def _bare(title: str | None) -> str | None:
    return " ".join(title.split()) or None if title else None


def _size(html: str) -> tuple[int, int]:
    """How many elements there are, and how deep they lie within one another, those that need no end left out."""
    count = depth = deepest = 0
    for m in _TAG.finditer(html):
        count += not m[1]
        if m[2].lower() in _VOID or m[3]:
            continue
        depth = max(0, depth - 1) if m[1] else depth + 1
        deepest = max(deepest, depth)
    return count, deepest
