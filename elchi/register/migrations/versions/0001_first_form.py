"""The register's first form.

Revises nothing.
"""

import sqlalchemy as sa
from alembic import op

from elchi.register.schema import APPLICATION_ID

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, the full-text index, and the mark in the file's header."""
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    op.execute(
        "CREATE VIRTUAL TABLE event_words USING fts5"
        "(event UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 0')"
    )
    op.create_table(
        "events",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("start", sa.String(), nullable=True),
        sa.Column("end", sa.String(), nullable=True),
        sa.Column("first_day", sa.String(), nullable=True),
        sa.Column("last_day", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("city", sa.String(), nullable=True),
        sa.Column("forum", sa.String(), nullable=True),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("documents", sa.JSON(), nullable=False),
        sa.Column("anchor", sa.String(), nullable=False),
        sa.Column("disputed", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_first_day"), "events", ["first_day"], unique=False)
    op.create_index(op.f("ix_events_forum"), "events", ["forum"], unique=False)
    op.create_table(
        "persons",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
    )
    op.create_table(
        "reports",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("given_id", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("published_stated", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("language_stated", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("masked", sa.JSON(), nullable=False),
        sa.Column("resolved", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_given_id"), "reports", ["given_id"], unique=False)
    op.create_index(op.f("ix_reports_resolved"), "reports", ["resolved"], unique=False)
    op.create_table(
        "engagements",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("local", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("central", sa.Boolean(), nullable=False),
        sa.Column("start", sa.String(), nullable=True),
        sa.Column("end", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("city", sa.String(), nullable=True),
        sa.Column("forum", sa.String(), nullable=True),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("documents", sa.JSON(), nullable=False),
        sa.Column("anchor", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_engagements_report"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "local", name=op.f("pk_engagements")),
    )
    op.create_table(
        "event_sides",
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=True),
        sa.Column("party", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_event_sides_event"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name=op.f("fk_event_sides_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "position", name=op.f("pk_event_sides")),
    )
    op.create_index(op.f("ix_event_sides_party"), "event_sides", ["party"], unique=False)
    op.create_index(op.f("ix_event_sides_person"), "event_sides", ["person"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_evidence_report"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "subject", "item", "position", name=op.f("pk_evidence")),
    )
    op.create_table(
        "people",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("local", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("mentions", sa.JSON(), nullable=False),
        sa.Column("office", sa.String(), nullable=True),
        sa.Column("of", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_people_report"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "local", name=op.f("pk_people")),
    )
    op.create_table(
        "person_words",
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name=op.f("fk_person_words_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("word", "person", name=op.f("pk_person_words")),
    )
    op.create_index(op.f("ix_person_words_person"), "person_words", ["person"], unique=False)
    op.create_index(op.f("ix_people_of"), "people", ["of"], unique=False)
    op.create_table(
        "event_records",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("local", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_event_records_event"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["report", "local"],
            ["engagements.report", "engagements.local"],
            name=op.f("fk_event_records_report_local"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("report", "local", name=op.f("pk_event_records")),
    )
    op.create_index(op.f("ix_event_records_event"), "event_records", ["event"], unique=False)
    op.create_table(
        "participants",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("engagement", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=True),
        sa.Column("party", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["report", "engagement"],
            ["engagements.report", "engagements.local"],
            name=op.f("fk_participants_report_engagement"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["report", "person"],
            ["people.report", "people.local"],
            name=op.f("fk_participants_report_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("report", "engagement", "position", name=op.f("pk_participants")),
    )
    op.create_table(
        "person_records",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("local", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name=op.f("fk_person_records_person"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["report", "local"],
            ["people.report", "people.local"],
            name=op.f("fk_person_records_report_local"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("report", "local", name=op.f("pk_person_records")),
    )
    op.create_index(op.f("ix_person_records_person"), "person_records", ["person"], unique=False)
    op.create_table(
        "statements",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=True),
        sa.Column("party", sa.String(), nullable=True),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("anchor", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report", "person"],
            ["people.report", "people.local"],
            name=op.f("fk_statements_report_person"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_statements_report"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "position", name=op.f("pk_statements")),
    )
    op.create_index(op.f("ix_statements_party"), "statements", ["party"], unique=False)


def downgrade() -> None:
    """There is nothing before it."""
    raise NotImplementedError("the first form of the register has no earlier one")
