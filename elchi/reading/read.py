"""A page to a Report: its text as given, and what can be told of it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final

from elchi.reading import furniture, published
from elchi.reading import language as languages
from elchi.records import Report
from elchi.sources import Page, is_html
from elchi.sources.decode import decode
from elchi.sources.model import Format, Refused, printable, whole
from elchi.vocabulary import LANGUAGES, OTHER_LANGUAGE

if TYPE_CHECKING:
    from elchi.reading.furniture import Layout

TEXT_LIMIT: Final = 1_000_000
"""The most characters of one report's text."""

_ZONES_AHEAD: Final = datetime.timedelta(days=1)
"""Tomorrow here may be today where the page was published."""


class Unreadable(ValueError):  # noqa: N818 - it says what the page is
    """A page that no report can be made of: `reason` says why, `advice` what to do; both are safe to print."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"{reason}; {advice}")
        self.reason = reason
        self.advice = advice


def checked_language(tag: str) -> str:
    """`tag` when it is a language with a pack or `other`. Raises ValueError naming those there are."""
    if tag in LANGUAGES or tag == OTHER_LANGUAGE:
        return tag
    known = ", ".join((*LANGUAGES, OTHER_LANGUAGE))
    raise ValueError(f"language “{printable(tag, 40)}” is not known; choose one of {known}")


def checked_date(text: str) -> str:
    """`text` when it is a day written YYYY-MM-DD. Raises ValueError otherwise."""
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise ValueError(f"“{printable(text, 40)}” is not a date; write it as YYYY-MM-DD") from error


def to_report(
    text: str,
    *,
    id: str = "-",
    published: str | None = None,
    language: str | None = None,
    title: str | None = None,
    url: str | None = None,
    notes: list[str] | None = None,
    today: datetime.date | None = None,
) -> Report:
    """The Report of a page's plain text or HTML: `read_page` for a string."""
    if not isinstance(text, str):
        raise TypeError(f"the text of a report is a str, not {type(text).__name__}")
    form: Format = "html" if is_html(text) else "text"
    page = Page(name=printable(id), id=id, content=whole(text), format=form, title=title, url=url)
    return read_page(page, published=published, language=language, notes=notes, today=today)


def read_page(
    page: Page,
    *,
    published: str | None = None,
    language: str | None = None,
    notes: list[str] | None = None,
    today: datetime.date | None = None,
) -> Report:
    """The Report of a page. Of plain text, `Report.text` is exactly the text given; of HTML, its main text.

    `published` (YYYY-MM-DD) and `language` overrule what the page says; ValueError when they are wrong. `notes`, when
    given, receives a sentence for each thing that the page said and that was not taken, such as a date after
    `today`. Raises Unreadable when there is no report in the page.
    """
    said = notes if notes is not None else []
    day = today if today is not None else datetime.date.today()
    overruled = checked_date(published) if published is not None else None
    tag = checked_language(language) if language is not None else None
    content = _text(page.content, page.format == "html")
    title = page.title
    dates: list[datetime.date] = []
    if page.format == "html":
        content, found, dates = _html(content, page.url, day)
        title = title or found
    if not content.strip("\ufeff \t\r\n\xa0"):
        raise Unreadable("there is no text in it", "check that the page was saved whole, or give its text")
    if len(content) > TEXT_LIMIT:
        raise Unreadable(f"its text has more than {TEXT_LIMIT:,} characters", "give one report a page")
    layout = furniture.layout(content, title)
    return Report(
        id=page.id or page.name,
        text=content,
        language=tag or _language(page, content, layout, said),
        published=_published(page, overruled, dates, layout, content, day, said),
        title=layout.title,
        url=page.url,
        masked=layout.masked,
    )


def _text(content: str | bytes, html: bool) -> str:
    if isinstance(content, str):
        return content
    try:
        return whole(decode(content, html=html))
    except Refused as error:
        raise Unreadable(error.reason, error.advice) from error


def _html(content: str, url: str | None, today: datetime.date) -> tuple[str, str | None, list[datetime.date]]:
    from elchi.reading import html

    try:
        found = html.read(content, url, today)
    except (ValueError, RecursionError, AssertionError, KeyError, TypeError, AttributeError, IndexError) as error:
        # a parser may fail on a hostile page in ways of its own; the other pages must go on
        reason = printable(str(error)) if isinstance(error, ValueError) else type(error).__name__
        raise Unreadable(f"its HTML cannot be read ({reason})", "save the page again, or give its text") from error
    return whole(found.text), found.title, list(found.dates)


def _language(page: Page, text: str, layout: Layout, notes: list[str]) -> str:
    """The language that the page gives for itself, if its letters do not gainsay that; else as told from the text."""
    told = None
    if page.language:
        told = languages.normalised(page.language)
        if told is None and not page.language.lower().startswith("uz"):
            notes.append(f"{page.name}: the language “{printable(page.language, 40)}” is not known; told from the text")
    if told in LANGUAGES:
        wanted = "Latn" if told in ("en", "uz-Latn") else "Cyrl"
        if languages.script(text[: languages.LOOKED_AT]) == wanted:
            return str(told)
        notes.append(f"{page.name}: it is said to be in {told}, which its letters are not; told from the text")
    elif told == OTHER_LANGUAGE:
        return OTHER_LANGUAGE
    return languages.tell(text, layout.masked)


def _published(
    page: Page,
    overruled: str | None,
    dates: list[datetime.date],
    layout: Layout,
    text: str,
    today: datetime.date,
    notes: list[str],
) -> str | None:
    """The first of the dates given that is not one to come: by the reader, the page's data, its address, its text."""
    latest = today + _ZONES_AHEAD

    def past(found: datetime.date | None) -> str | None:
        if found is None or found <= latest:
            return found.isoformat() if found else None
        note = f"{page.name}: the date {found.isoformat()} is yet to come and was not taken as the day of publication"
        if note not in notes:
            notes.append(note)
        return None

    if overruled is not None:
        return past(datetime.date.fromisoformat(overruled))
    given = published.in_words(page.published) if page.published else None
    if page.published and given is None:
        notes.append(f"{page.name}: “{printable(page.published, 40)}” is not a date; looked for on the page")
    crawled = published.in_words(layout.crawled) if layout.crawled else None
    for found in (given, *dates, crawled, published.in_url(page.url) if page.url else None):
        if (day := past(found)) is not None:
            return day
    return past(published.on_page(layout, text, latest))
