"""The model that keeps what it was asked while a report is read, so that every choice can be explained afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from elchi.extraction.model import Features, Model, Option
from elchi.extraction.wording import says
from elchi.records import Weight

_MOST: Final = 5
"""How many weights of a decision are told."""


@dataclass(slots=True)
class Asked:
    """One question put to the model; `option` is what it was about, where the reader said so."""

    decision: str
    features: Features
    score: float
    option: object = None


class Witness(Model):
    """The same model; what it is asked is kept under the subject that `about` named last."""

    def __init__(self, model: Model) -> None:
        super().__init__(model.weights)
        self.subjects: list[object] = []
        """all subjects in order; kept, so that no later one is given the id of one that is gone"""
        self._asked: dict[int, list[Asked]] = {}
        self._now: list[Asked] = []

    def about(self, subject: object) -> None:
        """What is asked next is about `subject`."""
        self.subjects.append(subject)
        self._now = self._asked.setdefault(id(subject), [])

    def score(self, decision: str, features: Iterable[str]) -> float:
        """As `Model.score`."""
        kept = list(features)
        score = super().score(decision, kept)
        self._now.append(Asked(decision, kept, score))
        return score

    def weighed(self, decision: str, options: Iterable[tuple[Option, Features]]) -> list[tuple[Option, float]]:
        """As `Model.weighed`."""
        out = []
        for option, features in options:
            score = self.score(decision, features)
            self._now[-1].option = option
            out.append((option, score))
        return out

    def best(self, decision: str, choices: tuple[str, ...], features: Iterable[str]) -> str:
        """As `Model.best`."""
        kept = list(features)
        for choice in choices:
            score = super().score(f"{decision}-{choice}", kept)
            self._now.append(Asked(f"{decision}-{choice}", kept, score, choice))
        return super().best(decision, choices, kept)

    def asked(self, subject: object, decision: str) -> list[Asked]:
        """All that was asked of a decision about a subject; of a decision among choices, of each ("status-held" …)."""
        found = self._asked.get(id(subject), ())
        return [one for one in found if one.decision == decision or one.decision.startswith(f"{decision}-")]

    def told(self, decision: str, features: Iterable[str]) -> tuple[Weight, ...]:
        """The strongest weights, in words."""
        found = self.explain(decision, features, most=_MOST)
        return tuple(Weight(feature, says(decision, feature), weight) for feature, weight in found)


def strongest(asked: Sequence[Asked]) -> Asked | None:
    """The question with the highest score, the first of equals: what a choice among options has taken."""
    return max(asked, key=lambda one: one.score, default=None)
