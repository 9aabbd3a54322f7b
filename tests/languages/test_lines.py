"""On which line a string of a TOML file stands."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from elchi.checking.check import PACKS
from elchi.languages.lines import entry_lines, group_lines, line_in_group, line_of, written

TEXT = """# "no string"
tag = "ky"  # "none here either"
pairs = [["ё", "е"],
  ["#", "\\u00ab\\t"]]

[words]
home = [
  "биздин", 'кыргыз "эл"',   # two
  "биздин"
]
"quoted key" = "q"

[[office]]
class = "judge"
patterns = ["сот", "бий"]

[[office]]  # the second
class = "royal"
patterns = ["хан",
  "бий"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "pack.toml"
    path.write_text(TEXT, "utf-8")
    return path


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def test_every_string_with_its_line_table_and_key(file: Path) -> None:
    found = [(one.text, one.line, one.table, one.number, one.key) for one in written(file)]
    assert found[:5] == [
        ("ky", 2, "", 0, "tag"),
        ("ё", 3, "", 0, "pairs"),
        ("е", 3, "", 0, "pairs"),
        ("#", 4, "", 0, "pairs"),
        ("«\t", 4, "", 0, "pairs"),
    ]
    assert ('кыргыз "эл"', 8, "words", 1, "home") in found
    assert ("q", 11, "words", 1, "quoted key") in found
    assert found[-1] == ("бий", 20, "office", 2, "patterns")


def test_the_line_of_a_string_by_table_and_group(file: Path) -> None:
    assert line_of(file, "биздин", "words") == 8
    assert line_of(file, "бий", "office", 2) == 20
    assert line_of(file, "сот", "words") is None
    assert line_in_group(file, "бий", "office", {"class": "judge"}) == 15
    assert line_in_group(file, "бий", "office", {"class": "royal"}) == 20
    assert line_in_group(file, "чоро", "office", {}) is None


def test_the_lines_of_tables_and_keys(file: Path) -> None:
    assert group_lines(file) == {("words", 1): 6, ("office", 1): 13, ("office", 2): 17}
    assert entry_lines(file)["home"] == 7
    assert entry_lines(file)["quoted key"] == 11
    assert group_lines(file.parent / "nowhere.toml") == {}
    assert written(file.parent / "nowhere.toml") == ()


@pytest.mark.parametrize("path", sorted(PACKS.glob("*/*.toml")), ids=lambda path: "/".join(path.parts[-2:]))
def test_every_string_of_our_packs_is_seen(path: Path) -> None:
    if path.name != "dates.toml":  # its contexts are inline tables
        told = tomllib.loads(path.read_text("utf-8"))
        assert sorted(one.text for one in written(path)) == sorted(strings(told))
