"""A page to a Report: main text, title, language, day of publication, furniture; offsets into the text stand."""

from elchi.reading.read import Unreadable, checked_date, checked_language, read_page, to_report

__all__ = ["Unreadable", "checked_date", "checked_language", "read_page", "to_report"]
