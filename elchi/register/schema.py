"""The register's tables, the same on SQLite and PostgreSQL.

Three layers. `reports` is what was given. `people` … `evidence` are what each report states, by ids local to
it. `persons` … `event_sides` are what the reports state together; they are derived from the second layer and
written anew whenever it changes. No row carries a number or a time of its own making: the content of all
tables is a function of the reports alone. Full-text search is each database's own, made in the migrations.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
)
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

APPLICATION_ID: Final = 0x456C6368
"""Stands in the header of a SQLite register ("Elch"), so that no other database is taken for one."""


def storable(text: str) -> str:
    """`text` with each lone surrogate, which no database takes, replaced by U+FFFD: as long as before."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text


def to_json(value: object) -> str:
    """`value` as JSON that a person can read in the table."""
    return storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


class Text(TypeDecorator[str]):
    """Any string at all, see `storable`."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> str | None:  # noqa: ANN401, ARG002
        """The string as the database can take it."""
        return storable(value) if isinstance(value, str) else None


metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _of_report(name: str = "report") -> Column[str]:
    return Column(name, Text, ForeignKey("reports.key", ondelete="CASCADE"), primary_key=True)


reports: Final = Table(
    "reports",
    metadata,
    Column("key", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("given_id", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("published", Text),
    Column("published_stated", Boolean, nullable=False),
    Column("language", Text, nullable=False),
    Column("language_stated", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("masked", JSON, nullable=False),
    Column("resolved", Boolean, nullable=False),
    Index(None, "given_id"),
    Index(None, "resolved"),
)
"""`source` is the input's name; `*_stated` says that a person stated it, not the page; `resolved`, that the
third layer has taken the report in."""

people: Final = Table(
    "people",
    metadata,
    _of_report(),
    Column("local", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("mentions", JSON, nullable=False),
    Column("office", Text),
    Column("of", Text),
    Column("title", Text),
    Index(None, "of"),
)

engagements: Final = Table(
    "engagements",
    metadata,
    _of_report(),
    Column("local", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("central", Boolean, nullable=False),
    Column("start", Text),
    Column("end", Text),
    Column("country", Text),
    Column("city", Text),
    Column("forum", Text),
    Column("mode", Text),
    Column("documents", JSON, nullable=False),
    Column("anchor", Text, nullable=False),
    Column("rule", Text, nullable=False),
)

participants: Final = Table(
    "participants",
    metadata,
    Column("report", Text, primary_key=True),
    Column("engagement", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("person", Text),
    Column("party", Text),
    ForeignKeyConstraint(["report", "engagement"], ["engagements.report", "engagements.local"], ondelete="CASCADE"),
    ForeignKeyConstraint(["report", "person"], ["people.report", "people.local"], ondelete="CASCADE"),
)

statements: Final = Table(
    "statements",
    metadata,
    _of_report(),
    Column("position", Integer, primary_key=True),
    Column("person", Text),
    Column("party", Text),
    Column("act", Text, nullable=False),
    Column("anchor", Text, nullable=False),
    Column("rule", Text, nullable=False),
    ForeignKeyConstraint(["report", "person"], ["people.report", "people.local"], ondelete="CASCADE"),
    Index(None, "party"),
)
"""The speaker is a `person` of the report or a `party`, never both."""

evidence: Final = Table(
    "evidence",
    metadata,
    _of_report(),
    Column("subject", Text, primary_key=True),
    Column("item", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("field", Text, nullable=False),
)
"""`subject` is `person`, `engagement` or `statement`, and `item` the `position` of it in its report."""

persons: Final = Table(
    "persons",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
)

person_records: Final = Table(
    "person_records",
    metadata,
    Column("report", Text, primary_key=True),
    Column("local", Text, primary_key=True),
    Column("person", Text, ForeignKey("persons.id", ondelete="CASCADE"), nullable=False),
    ForeignKeyConstraint(["report", "local"], ["people.report", "people.local"], ondelete="CASCADE"),
    Index(None, "person"),
)

person_words: Final = Table(
    "person_words",
    metadata,
    Column("word", Text, primary_key=True),
    Column("person", Text, ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "person"),
)
"""The sounds of the words of all of a person's names, see `lookup.sound_keys`."""

events: Final = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("start", Text),
    Column("end", Text),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("country", Text),
    Column("city", Text),
    Column("forum", Text),
    Column("mode", Text),
    Column("documents", JSON, nullable=False),
    Column("anchor", Text, nullable=False),
    Column("disputed", JSON, nullable=False),
    Index(None, "first_day"),
    Index(None, "forum"),
)
"""The preferred reading of each event. `first_day` to `last_day` are all the days that its dates allow."""

event_records: Final = Table(
    "event_records",
    metadata,
    Column("report", Text, primary_key=True),
    Column("local", Text, primary_key=True),
    Column("event", Text, ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    ForeignKeyConstraint(["report", "local"], ["engagements.report", "engagements.local"], ondelete="CASCADE"),
    Index(None, "event"),
)

event_sides: Final = Table(
    "event_sides",
    metadata,
    Column("event", Text, ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("person", Text, ForeignKey("persons.id", ondelete="CASCADE")),
    Column("party", Text),
    Index(None, "person"),
    Index(None, "party"),
)

DERIVED: Final = (event_sides, event_records, events, person_words, person_records, persons)
"""The third layer, in the order in which it is emptied."""
