"""Gold reports and records from files; figures to reach from a TOML file."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from elchi.evaluation.figures import MEANINGS, Figures
from elchi.exports.gold import BadRowError, from_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from elchi.records import Records


class EvaluationError(ValueError):
    """A file that an evaluation cannot use; the message names it, what is wrong, and what to do."""


def load(path: str | Path) -> list[Records]:
    """Records in the gold format: a folder of `*.json` files, or a `.jsonl` file, one report each.

    Raises `EvaluationError`, also when there is no report in it.
    """
    place = Path(path)
    try:
        sources = _folder(place) if place.is_dir() else _lines(place)
        found = [_records(source, where) for where, source in sources]
    except OSError as error:
        raise EvaluationError(f"{place}: cannot be read ({error.strerror}). Check the path.") from error
    except UnicodeDecodeError as error:
        raise EvaluationError(f"{place}: is not UTF-8. Save it as UTF-8.") from error
    if not found:
        raise EvaluationError(f"{place}: holds no report. Name a folder of .json files or a .jsonl file.")
    return found


def _folder(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob("*.json")):
        yield str(file), file.read_text("utf-8")


def _lines(file: Path) -> Iterator[tuple[str, str]]:
    # JSON Lines end with a line feed; str.splitlines would also cut at U+2028 inside a string.
    for number, line in enumerate(file.read_text("utf-8").split("\n"), 1):
        if line.strip():
            yield f"{file}, line {number}", line


def _records(source: str, where: str) -> Records:
    try:
        return from_row(json.loads(source))
    except json.JSONDecodeError as error:
        raise EvaluationError(f"{where}: is not JSON ({error}). Mend it or leave it out.") from error
    except BadRowError as error:
        raise EvaluationError(f"{where}: {error}. See docs/records.md for the format.") from error


def load_floors(path: str | Path) -> dict[str, Figures]:
    """The least that an evaluation has to reach: a TOML file with a table per group (`all` or a language).

    Raises `EvaluationError`.
    """
    try:
        with Path(path).open("rb") as file:
            tables = tomllib.load(file)
    except OSError as error:
        raise EvaluationError(f"{path}: cannot be read ({error.strerror}). Check the path.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{path}: is not TOML ({error}).") from error
    return {group: dict(_floors(path, group, table)) for group, table in tables.items()}


def _floors(path: str | Path, group: str, table: object) -> Iterable[tuple[str, float]]:
    if not isinstance(table, dict):
        raise EvaluationError(f"{path}: {group} stands outside a table. Write [{group}] or [all] above it.")
    for figure, value in table.items():
        if figure not in MEANINGS:
            known = ", ".join(MEANINGS)
            raise EvaluationError(f"{path}: [{group}] {figure} is no figure. The figures are: {known}.")
        if not isinstance(value, int | float):
            raise EvaluationError(f"{path}: [{group}] {figure} is not a number.")
        yield figure, float(value)


def shortfalls(table: Mapping[str, Figures], floors: Mapping[str, Figures]) -> list[str]:
    """A line per figure of `floors` that `table` does not reach, or does not have."""
    return [
        f"{group} {figure}: {_shown(table.get(group, {}).get(figure))} < {floor:g}"
        for group, wanted in floors.items()
        for figure, floor in wanted.items()
        if table.get(group, {}).get(figure, -1.0) < floor
    ]


def _shown(value: float | None) -> str:
    return "missing" if value is None else f"{value:.4f}"
