"""Figures kept with the package: what was measured when on which set, for `elchi languages` and docs/quality.md."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elchi.evaluation.figures import MEANINGS, Figures
from elchi.evaluation.files import EvaluationError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

FILE = "scores.json"
"""The file beside this module that comes with the package."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of one set: its name, the day they were measured (`YYYY-MM-DD`), group -> figures.

    `negatives` is group -> how many reports have no engagement, and in how many of these none was found.
    """

    name: str
    measured: str
    table: Mapping[str, Figures]
    negatives: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def packaged() -> Traversable:
    """The scores that come with the package."""
    return resources.files(__package__) / FILE


def load_scores(path: str | Path | None = None) -> list[Scores]:
    """The scores in a file, or in the package's; none when there is no such file. Raises `EvaluationError`."""
    place = packaged() if path is None else Path(path)
    if not place.is_file():
        return []
    try:
        return [_scores(str(name), kept) for name, kept in json.loads(place.read_text("utf-8")).items()]
    except OSError as error:
        raise EvaluationError(f"{place}: cannot be read ({error.strerror}). Check its rights.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        advice = "Write it anew: elchi evaluate GOLD --keep FILE --name NAME."
        raise EvaluationError(f"{place}: is no file of scores ({error}). {advice}") from error


def _scores(name: str, kept: Any) -> Scores:  # noqa: ANN401
    table = {str(group): {f: float(figures[f]) for f in figures} for group, figures in kept["figures"].items()}
    negatives = {str(group): (int(told), int(silent)) for group, (told, silent) in kept.get("negatives", {}).items()}
    return Scores(name, date.fromisoformat(kept["measured"]).isoformat(), table, negatives)


def keep_scores(path: str | Path, new: Scores) -> None:
    """Write the scores of a set into a file, in place of those of the same name; other sets stay. 4 digits are kept.

    Raises `EvaluationError`.
    """
    kept = {one.name: one for one in load_scores(path)} | {new.name: new}
    rows = {
        name: {"measured": one.measured, "negatives": dict(one.negatives), "figures": _rounded(one.table)}
        for name, one in kept.items()
    }
    try:
        Path(path).write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
    except OSError as error:
        raise EvaluationError(f"{path}: cannot be written ({error.strerror}). Check its folder and rights.") from error


def _rounded(table: Mapping[str, Figures]) -> dict[str, Figures]:
    return {
        group: {name: round(figures[name], 4) for name in MEANINGS if name in figures}
        for group, figures in table.items()
    }
