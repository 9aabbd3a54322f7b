"""The learned part of the reader: linear scores over named features, one set of weights per decision.

Weights are the natural-log odds that `training/train.py` fitted; docs/model-card.md says on what. A score is the sum of
the weights of the features that hold, so a decision can always name what spoke for and against it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from itertools import repeat
from typing import Final, TypeVar

_NOTHING: Final = repeat(0.0)

Option = TypeVar("Option")
Features = list[str]
Weights = Mapping[str, float]


class Model:
    """Weights by decision ("name", "trigger" …); `score` is a log-odds, above 0 meaning more likely than not."""

    def __init__(self, weights: Mapping[str, Weights]) -> None:
        self.weights = weights

    def about(self, subject: object) -> None:
        """What is asked next is about `subject`. Nothing comes of it here: `reasons.Witness` keeps it."""

    def score(self, decision: str, features: Iterable[str]) -> float:
        """The sum of the weights of `features`; unknown features count nothing."""
        table = self.weights[decision]
        return sum(map(table.get, features, _NOTHING), table.get("", 0.0))

    def weighed(self, decision: str, options: Iterable[tuple[Option, Features]]) -> list[tuple[Option, float]]:
        """Every option with its score."""
        return [(option, self.score(decision, features)) for option, features in options]

    def best(self, decision: str, choices: tuple[str, ...], features: Sequence[str]) -> str:
        """The likeliest of `choices`: the one whose decision ("status-held" …) scores highest, the first of equals."""
        scores = [Model.score(self, f"{decision}-{choice}", features) for choice in choices]
        return choices[scores.index(max(scores))]

    def explain(self, decision: str, features: Iterable[str], *, most: int = 5) -> list[tuple[str, float]]:
        """The features that weighed most, strongest first."""
        table = self.weights[decision]
        found = [(f, table[f]) for f in dict.fromkeys(features) if f in table]
        return sorted(found, key=lambda fw: -abs(fw[1]))[:most]


@lru_cache(maxsize=1)
def default_model() -> Model:
    """The weights that come with the package."""
    path = resources.files(__package__) / "weights.json"
    return Model(json.loads(path.read_text("utf-8")))
