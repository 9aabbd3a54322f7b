"""The register: reports, entries and evidence in one file, and the questions asked of it."""

from __future__ import annotations

from elchi.register.entries import (
    Account,
    EngagementEntry,
    Entry,
    ForumEntry,
    IngestItem,
    IngestSummary,
    NamedPerson,
    OfficeEntry,
    PartyEntry,
    PersonEntry,
    Progress,
    Quote,
    ReportEntry,
    ReportLine,
    Side,
    StatementEntry,
)
from elchi.register.errors import (
    BadQueryError,
    NotARegisterError,
    NotFoundError,
    RegisterBusyError,
    RegisterDamagedError,
    RegisterError,
    RegisterFullError,
    RegisterMissingError,
    RegisterNewerError,
    RegisterReadOnlyError,
)
from elchi.register.register import Register
from elchi.register.results import Results, row, to_dict

__all__ = [
    "Account",
    "BadQueryError",
    "EngagementEntry",
    "Entry",
    "ForumEntry",
    "IngestItem",
    "IngestSummary",
    "NamedPerson",
    "NotARegisterError",
    "NotFoundError",
    "OfficeEntry",
    "PartyEntry",
    "PersonEntry",
    "Progress",
    "Quote",
    "Register",
    "RegisterBusyError",
    "RegisterDamagedError",
    "RegisterError",
    "RegisterFullError",
    "RegisterMissingError",
    "RegisterNewerError",
    "RegisterReadOnlyError",
    "ReportEntry",
    "ReportLine",
    "Results",
    "Side",
    "StatementEntry",
    "row",
    "to_dict",
]
