"""Where reports come from: files, folders and standard input, each a page or a refusal that says why."""

from elchi.sources.model import PAGE_LIMIT, Page, Refusal
from elchi.sources.pages import is_html, pages

__all__ = ["PAGE_LIMIT", "Page", "Refusal", "is_html", "pages"]
