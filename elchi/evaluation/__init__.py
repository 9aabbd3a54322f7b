"""How well records agree with gold records: the figures by which Elchi's reading is judged."""

from __future__ import annotations

from elchi.evaluation.blind import read_blind
from elchi.evaluation.faults import CLASSES, Fault
from elchi.evaluation.figures import ALL, MEANINGS, Evaluation, Figures, evaluate
from elchi.evaluation.files import EvaluationError, load, load_floors, shortfalls
from elchi.evaluation.runs import Change, Runs, compare_runs
from elchi.evaluation.scores import Scores, keep_scores, load_scores

__all__ = [
    "ALL",
    "CLASSES",
    "MEANINGS",
    "Change",
    "Evaluation",
    "EvaluationError",
    "Fault",
    "Figures",
    "Runs",
    "Scores",
    "compare_runs",
    "evaluate",
    "keep_scores",
    "load",
    "load_floors",
    "load_scores",
    "read_blind",
    "shortfalls",
]
