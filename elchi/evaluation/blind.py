"""Read gold reports as if they came from outside: their texts alone, through a register of their own."""

from __future__ import annotations

import json
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

    with tempfile.TemporaryDirectory(prefix="elchi-") as folder:
        texts = Path(folder) / "texts.jsonl"
        with texts.open("w", encoding="utf-8") as file:
            for records in gold:
                file.write(json.dumps({"id": records.report.id, "text": records.report.text}) + "\n")
        with Register(Path(folder) / "register.db") as register:
            summary = register.ingest(texts)
            if summary.refused:
                item = summary.refused[0]
                raise EvaluationError(f"gold report {item.line}: {item.why} {item.advice}")
            return [from_row(row) for row in register.records()]
