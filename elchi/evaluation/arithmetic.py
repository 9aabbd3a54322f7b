"""Precision, recall, F1 and B-cubed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Rates(NamedTuple):
    """Precision, recall and their harmonic mean, each 0 to 1."""

    precision: float
    recall: float
    f1: float


def rates(hits: float, predicted: float, gold: float) -> Rates:
    """The rates of `hits` among `predicted` and `gold` items; nothing for nothing is perfect."""
    precision = hits / predicted if predicted else float(gold == 0)
    recall = hits / gold if gold else float(predicted == 0)
    total = precision + recall
    return Rates(precision, recall, 2 * precision * recall / total if total else 0.0)


def b_cubed(items: Sequence[tuple[str, str]]) -> float:
    """B-cubed F1, 0 to 1, of a clustering: each item is `(its gold cluster, its predicted cluster)`."""
    if not items:
        return 0.0
    gold, predicted, both = (
        Counter(g for g, _ in items),
        Counter(p for _, p in items),
        Counter(items),
    )
    precision = sum(both[item] / predicted[item[1]] for item in items) / len(items)
    recall = sum(both[item] / gold[item[0]] for item in items) / len(items)
    return 2 * precision * recall / (precision + recall)
