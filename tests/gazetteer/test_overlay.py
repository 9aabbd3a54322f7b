"""A user's own gazetteer: what it adds, whose a name becomes, and which mistakes it is told of."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from elchi.gazetteer import lookup, overlay, tables

LIST = """
[country.XA]
en = ["Freedonia"]
en_adj = ["Freedonian"]
ru = ["Фридония"]
uz = ["Fridoniya"]

[country.DE]
en = ["Teutonia"]

[city.Fredville]
country = "XA"
capital = true
en = ["Fredville"]

[body.freedonia-club]
type = "forum"
forum = true
label = "the Club"
en = ["Freedonia Club"]
"""

Use = Callable[[str], Path]


@pytest.fixture
def use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Use]:
    """Lays a list over ours until the test is over."""

    def forget() -> None:
        for cached in (tables._file, lookup.entries, lookup.city, lookup.body, overlay.lists, overlay._codes):
            cached.cache_clear()

    def write(text: str) -> Path:
        path = tmp_path / "mine.toml"
        path.write_text(text, "utf-8")
        monkeypatch.setenv(overlay.VARIABLE, str(path))
        forget()
        return path

    yield write
    monkeypatch.undo()
    forget()


def test_what_the_list_names_is_known(use: Use) -> None:
    use(LIST)
    assert "XA" in lookup.country_codes()
    assert lookup.capital_of("XA") == "Fredville"
    assert lookup.country_of_city("Fredville") == "XA"
    assert lookup.country_code("FREEDONIA") == lookup.country_code("Фридония") == "XA"
    assert lookup.country_code("Фридония") == lookup.country_code("Fridoniya") == "XA"
    assert lookup.body_id("freedonia club") == "freedonia-club"
    body = lookup.body("freedonia-club")
    assert body is not None and body.forum and body.type == "forum"
    assert lookup.label("freedonia-club", "en") == "the Club"
    assert lookup.label("XA", "ru") == "Фридония"


def test_names_come_as_patterns_of_their_language(use: Use) -> None:
    use(LIST)
    english = {(e.type, e.id): e.pattern for e in lookup.entries("en") if e.id in ("XA", "Fredville", "freedonia-club")}
    assert english["country", "XA"] == "=Freedonia"
    assert english["demonym", "XA"] == "^Freedonian"
    assert english["city", "Fredville"] == "=Fredville"
    assert english["body", "freedonia-club"] == "^Freedonia Club"
    assert [e.pattern for e in lookup.entries("kk") if e.id == "XA"] == []
    assert "=Фридонию" in {e.pattern for e in lookup.entries("ru") if e.id == "XA"}


def test_a_country_of_ours_keeps_its_names_beside_the_new_ones(use: Use) -> None:
    use(LIST)
    german = {e.pattern for e in lookup.entries("en") if e.id == "DE" and e.type == "country"}
    assert {"=Teutonia", "=Germany"} <= german
    assert lookup.capital_of("DE") == "Berlin"


def test_a_name_that_was_anothers_becomes_the_users(use: Use) -> None:
    use('[country.XB]\nen = ["Oslo"]\n')
    assert [e.id for e in lookup.entries("en") if e.pattern.strip("=") == "Oslo"] == ["XB"]


def test_without_the_variable_nothing_changes(use: Use, monkeypatch: pytest.MonkeyPatch) -> None:
    use(LIST)
    monkeypatch.delenv(overlay.VARIABLE)
    tables._file.cache_clear()
    assert "XA" not in lookup.country_codes()
    assert lookup.country_code("Freedonia") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[country.XA\n", "not TOML"),
        ('[planet.XA]\nen = ["Mars"]\n', "planet"),
        ('[country.QA1]\nen = ["Mars"]\n', "country.QA1"),
        ('[country.XA]\nname = ["Mars"]\n', "name: no such key"),
        ("[country.XA]\nen = []\n", "has no name"),
        ("[country.XA]\nen = [3]\n", "must be a name"),
        ('[country.XA]\nen = ["Mars!"]\n', "not a word of a pattern"),
        ('[city.Fredville]\nen = ["Fredville"]\n', "give the code of a country"),
        ('[city.Fredville]\ncountry = "XQ"\nen = ["Fredville"]\n', "give the code of a country"),
        ('[body."The Club"]\ntype = "forum"\nen = ["Club"]\n', "lower-case words"),
        ('[body.club]\ntype = "pub"\nen = ["Club"]\n', "type: must be one of"),
        ('country = "XA"\n', "not one of the sections"),
        ('[country]\nXA = "Mars"\n', "must be a table"),
    ],
)
def test_every_mistake_is_told_with_file_and_key(use: Use, text: str, told: str) -> None:
    path = use(text)
    with pytest.raises(overlay.OverlayError) as error:
        lookup.country_codes()
    assert str(path) in str(error.value)
    assert told in str(error.value)
    assert overlay.VARIABLE in str(error.value)


def test_a_file_that_is_not_there_is_told(use: Use, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use(LIST)
    monkeypatch.setenv(overlay.VARIABLE, str(tmp_path / "none.toml"))
    tables._file.cache_clear()
    with pytest.raises(overlay.OverlayError, match="cannot be read"):
        lookup.country_codes()


def test_a_report_is_read_with_it(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(LIST, "utf-8")
    text = "The Freedonian Foreign Minister Anna Holm met French President Luc Morel in Fredville on 5 May 2025."
    program = (
        "import json, sys\nfrom elchi import read\n"
        "records = read(sys.argv[1], language='en')\n"
        "print(json.dumps([[e.country, e.city, sorted(str(p.party) for p in e.participants)] "
        "for e in records.engagements]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, text], capture_output=True, text=True, encoding="utf-8", check=True,
        timeout=60, env={**os.environ, overlay.VARIABLE: str(path)},
    )  # fmt: skip
    assert ["XA", "Fredville", ["FR", "XA"]] in json.loads(done.stdout)
