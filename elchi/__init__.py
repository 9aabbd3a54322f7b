"""Elchi: the memory of diplomacy.

`read` turns one report into records; `Register` keeps a register of many. Everything else is loaded when first asked
for, so that `import elchi` is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from elchi.reading import read
    from elchi.records import Engagement, Evidence, Participant, Person, Records, Report, Statement
    from elchi.register import Register, RegisterError

__all__ = [
    "Engagement",
    "Evidence",
    "Participant",
    "Person",
    "Records",
    "Register",
    "RegisterError",
    "Report",
    "Statement",
    "read",
]
