"""Five reports for the register's tests, and all that a register holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from elchi.sources import Page

if TYPE_CHECKING:
    from pathlib import Path

_FIRST = [
    "On 2025-03-05 in Astana, KZ, Aidar Serikov of KZ met Olim Yusupov of UZ at the oic.",
    'Aidar Serikov said: "The two ministers spoke about trade and water in the region"',
    "The ministry published the news of the day in English, and thanked all who came to the talks.",
]
TEXTS = {
    "astana": "\n".join(_FIRST),
    "astana-again": "\n".join(["News in brief from the capital and from abroad, as agencies have it.", _FIRST[0]]),
    "tashkent": "On 2025-04 in Tashkent, UZ, Olim Yusupov of UZ will meet Marat Bekov of KG.\n"
    "The visit is being prepared by both of the foreign ministries, as the agency was told.",
    "dushanbe": "On 2025-03-20 in Dushanbe, TJ, Aidar Serikov of KZ called Rustam Nazarov of TJ.\n"
    'Rustam Nazarov promised: "We will open the crossing by the end of the year"\n'
    "They spoke by telephone, the press service of the ministry has said in its statement.",
    "sport": "The wrestlers of both countries met in the hall on Sunday, and the crowd was very glad of it.",
}


def page(name: str, text: str, published: str | None = "2025-03-06", language: str | None = "en") -> Page:
    return Page(name=f"{name}.txt", id=name, content=text, format="text", published=published, language=language)


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that the register holds, by table, whatever the order of its rows."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("event_words_", "alembic"))
        ]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in tables}
