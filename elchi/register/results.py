"""A query's answer as a sequence, and entries as plain data for tables and JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from elchi.register.entries import EngagementEntry, Quote, ReportEntry, Side

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped, unused-ignore]
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


class Results(Sequence[T], Generic[T]):
    """The entries that a query found, in the order of their dates (unknown dates last).

    Iterates, has a length, is indexed and sliced; entries are loaded from the register as they are reached,
    so use them while it is open.
    """

    _BATCH = 200

    def __init__(self, ids: Sequence[str], load: Callable[[Sequence[str]], Sequence[T]]) -> None:
        self._ids = tuple(ids)
        self._load = load

    def __len__(self) -> int:
        return len(self._ids)

    def __repr__(self) -> str:
        shown = ", ".join(map(repr, self._ids[:3])) + (", …" if len(self._ids) > 3 else "")
        return f"<{len(self._ids)} results: {shown}>" if self._ids else "<no results>"

    def __iter__(self) -> Iterator[T]:
        for at in range(0, len(self._ids), self._BATCH):
            yield from self._load(self._ids[at : at + self._BATCH])

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        """The entry at `index`, or for a slice another `Results`."""
        if isinstance(index, slice):
            return Results(self._ids[index], self._load)
        return self._load([self._ids[index]])[0]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the entries, without loading them."""
        return self._ids

    def to_pandas(self) -> pandas.DataFrame:
        """A `pandas.DataFrame`, one row per entry with the columns of `row`.

        Raises ImportError when pandas is not installed (`pip install "elchi[pandas]"`).
        """
        try:
            import pandas
        except ModuleNotFoundError as error:
            raise ImportError('pandas is not installed: pip install "elchi[pandas]"') from error

        return pandas.DataFrame([row(entry) for entry in self])


def to_dict(entry: DataclassInstance) -> dict[str, Any]:
    """An entry (or any record of `entries`) as plain dicts, lists and scalars, ready for `json.dumps`.

    A report's `id` stands first in it.
    """
    plain: dict[str, Any] = _plain(asdict(entry))
    if isinstance(entry, ReportEntry):
        return {"id": entry.id, **plain}
    return plain


def _plain(value: Any) -> Any:  # noqa: ANN401  JSON has no narrower type
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def row(entry: DataclassInstance) -> dict[str, Any]:
    """An entry as one flat row for a table.

    Sides are `Name (PARTY)`, quotes their words, reports their ids, each joined with `; `; accounts are left
    to `reports`.
    """
    flat: dict[str, Any] = {}
    for one in fields(entry):
        value = getattr(entry, one.name)
        if one.name != "accounts":
            flat[one.name] = "; ".join(map(_cell, value)) if isinstance(value, tuple) else value
    if isinstance(entry, EngagementEntry):
        flat["reports"] = "; ".join(line.id for line in entry.reports)
    return flat


def _cell(value: object) -> str:
    if isinstance(value, Side):
        both = value.name and value.party
        return f"{value.name} ({value.party})" if both else value.name or value.party or ""
    if isinstance(value, Quote):
        return value.words
    return str(getattr(value, "id", value))
