"""Mistakes in the hand-edited lists are told with file, id and reason; spelling rules do what they say."""

import json
import shutil

import pytest

from elchi.gazetteer import build, compiler
from elchi.gazetteer.folding import fold
from elchi.gazetteer.handlists import DATA, DataError, pattern


@pytest.fixture
def lists(tmp_path, monkeypatch):
    """A copy of the lists that a test may spoil."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    monkeypatch.setattr(compiler, "DATA", folder)
    return folder


def spoil(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("bodies/world.toml", "[nato]", "[NATO_x]", r"world.toml: NATO_x: an id is"),
        ("bodies/world.toml", 'parent = "nato"', 'parent = "nata"', r"world.toml: nato-pa: parent: no body 'nata'"),
        (
            "bodies/world.toml",
            'type = "parliament"',
            'type = "club"',
            r"world.toml: european-parliament: type: must be",
        ),
        ("bodies/world.toml", '"European Parliament"', '""', r"world.toml: european-parliament: en: must be a name"),
        ("bodies/world.toml", '"European Parliament"', '"E.U. Parliament"', r"'E.U.' is not a word of a pattern"),
        ("bodies/world.toml", '"European Parliament"', '"UNESCO"', r"'UNESCO' is both"),
        ("bodies/world.toml", "[nato]", '[nato]\ncountry = "UK"', r"nato: country: 'UK' is not an ISO"),
        ("bodies/world.toml", "[nato]", "[nato", r"world.toml: not TOML"),
        ("countries/europe.toml", "[GB]", "[UK]", r"UK: not an ISO 3166 alpha-2 code"),
        ("countries/europe.toml", "[GB]", "[KZ]", r"europe.toml: KZ: also in eurasia.toml"),
        ("cities/central-asia.toml", "[UZ]", "[QQ]", r"QQ: not an ISO 3166 alpha-2 code"),
        ("cities/central-asia.toml", "Almaty = { en", "Almaty = { capital = true, en", r"KZ has another capital"),
        ("cities/central-asia.toml", "Shymkent = { en", "Paris = { en", r"Paris: two cities of this name"),
    ],
)
def test_a_mistake_is_told(lists, file, old, new, message):
    spoil(lists / file, old, new)
    with pytest.raises(DataError, match=message):
        compiler.Compiler().run()


def test_a_new_name_reaches_every_language_it_is_given_in(lists):
    name = 'BORDURIA = { ru = "Клоу", en = "Klow" }'
    spoil(lists / "cities/russia-europe.toml", "[BY]", f"{name}\n\n[BY]")
    made = compiler.Compiler().run()
    assert made["ru.json"]["entries"]["city"]["BORDURIA"] == ["=Клоу"]
    assert made["kk.json"]["entries"]["city"]["BORDURIA"] == ["Клоу"]
    assert made["uz-Latn.json"]["entries"]["city"]["BORDURIA"] == ["Klou"]
    assert made["uz-Cyrl.json"]["labels"]["BORDURIA"] == "Клоу"


def test_the_check_says_what_is_out_of_date(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(build, "INDEX", tmp_path)
    assert build.main(["--check"]) == 1
    assert "ru.json is out of date" in capsys.readouterr().err
    assert build.main([]) == 0
    assert build.main(["--check"]) == 0
    assert json.loads((tmp_path / "tables.json").read_text("utf-8"))["countries"]["KZ"] == ["KAZ", "Astana"]


def test_patterns():
    assert pattern("Лига арабских государств", "x", capital=True) == "Лига арабских государств"
    assert pattern("Тюркский совет", "x", capital=True) == "^Тюркский совет"
    assert pattern("^Group of Seven", "x", capital=True) == "^Group of Seven"
    assert pattern("G20", "x", capital=True) == "=G 20"
    assert pattern("ООН", "x", capital=True) == "ООН"
    with pytest.raises(DataError, match="x: 'A, B'"):
        pattern("A, B", "x")


def test_folding_keeps_the_letters_of_cyrillic_apart():
    assert fold("Côte d’Ivoire") == fold("COTE DIVOIRE")
    assert fold("Нур‑Султан") == fold("нур султан")
    assert fold("Новый") != fold("Новыи")
    assert fold("Қара") != fold("Кара")
    assert fold("Лётчик") == fold("Летчик")


def test_uzbek_in_both_scripts():
    spelling = compiler.Compiler().spelling
    assert spelling.cyrillic("Yevropa Ittifoqi") == "Европа Иттифоқи"
    assert spelling.cyrillic("Ozarbayjon, Eron, O‘zbekiston") == "Озарбайжон, Эрон, Ўзбекистон"
    assert spelling.latin("Душанбе") == "Dushanbe"
    assert "ШҲТ sammiti" in spelling.of("uz-Cyrl", "SHHT sammiti")
    assert spelling.of("uz-Latn", "Shvetsiya") == ["Shvetsiya", "Shvesiya"]
    assert spelling.of("en", "São Paulo") == ["São Paulo", "Sao Paulo"]
