"""Read gold reports as if they came from outside: their texts alone, through a register of their own."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from elchi.evaluation.files import EvaluationError
from elchi.exports.gold import from_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from elchi.records import Records


def read_blind(gold: Iterable[Records]) -> list[Records]:
    """The records that Elchi reads from the texts, with neither language nor date given.

    They go the whole way through a register that is thrown away after, so ids and keys are one for one person and
    event. Raises `EvaluationError` when a report cannot be taken.
    """
    from elchi.register import Register
    from elchi.sources import Page

    pages = [Page(one.report.id, one.report.id, one.report.text, "text") for one in gold]
    with tempfile.TemporaryDirectory(prefix="elchi-") as folder, Register(Path(folder) / "register.db") as register:
        for item in register.ingest(pages).refused:
            raise EvaluationError(f"gold report {item.name}: {item.why} {item.advice}")
        return [from_row(row) for row in register.records()]
