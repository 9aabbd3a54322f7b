"""How well records agree with gold records: the figures by which Elchi's reading is judged."""

from __future__ import annotations

from elchi.evaluation.blind import read_blind
from elchi.evaluation.comparison import Fault
from elchi.evaluation.figures import ALL, MEANINGS, Evaluation, Figures, evaluate
from elchi.evaluation.files import EvaluationError, load, load_floors, shortfalls

__all__ = [
    "ALL",
    "MEANINGS",
    "Evaluation",
    "EvaluationError",
    "Fault",
    "Figures",
    "evaluate",
    "load",
    "load_floors",
    "read_blind",
    "shortfalls",
]
