"""A newcomer's pack is told all that is wrong with it: in which file, on which line, why, and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from elchi.checking import Finding, check, overview
from elchi.checking.check import PACKS
from elchi.vocabulary import LANGUAGES

EXAMPLES = Path(__file__).parents[1] / "languages"

PACK = """tag = "ky"
name = "Kyrgyz"
home = "KG"
abbreviations = ["ж"]
quotes = [["«", "»"]]

[keys]
suffixes = ["нын", "да"]
repeat = true
min_stem = 3

[names]
suffixes = ["нын", "га"]

[tense]
past = ["ды"]

[words]
honorifics = ["мырза"]
conjunctions = ["жана"]
pronouns = ["=ал"]
"""
OFFICES = """[[office]]
class = "head_of_state"
patterns = ["президент"]

[[office]]
class = "foreign_minister"
patterns = ["тышкы иштер министри"]
"""
TRIGGERS = """[[trigger]]
form = "verb"
kind = "meeting"
patterns = ["жолук*"]

[[trigger]]
form = "never"
patterns = ["чечим кабыл ал*"]

[[document]]
class = "treaty"
patterns = ["келишим"]

[[status]]
status = "planned"
patterns = ["пландалган"]
"""
SPEECH = """[[verb]]
act = "state"
patterns = ["билдир*"]
"""
DATES = """[values.month]
5 = ["май"]

[rules]
date = ["day month year"]
"""
SAID = """[[trigger]]
kind = "meeting"
matches = ["Президент коноктор менен жолукту."]
others = ["Өкмөт чечим кабыл алды."]

[[office]]
class = "foreign_minister"
matches = ["Тышкы иштер министри келди."]

[[stems]]
same = [["шаарда", "шаар"]]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small pack in which nothing is wrong but what it does not have yet."""
    pack = tmp_path / "ky"
    pack.mkdir()
    for name, text in (
        ("pack", PACK),
        ("offices", OFFICES),
        ("triggers", TRIGGERS),
        ("speech", SPEECH),
        ("dates", DATES),
    ):
        (pack / f"{name}.toml").write_text(text, "utf-8")
    (pack / "examples.toml").write_text(SAID, "utf-8")
    shutil.copy(PACKS / "kk" / "furniture.toml", pack)
    return pack


def faults(folder: Path) -> list[Finding]:
    return [finding for finding in check(folder) if finding.fault]


def warnings(folder: Path) -> list[Finding]:
    return [finding for finding in check(folder) if not finding.fault]


def spoil(folder: Path, file: str, old: str, new: str) -> int:
    """Put `new` in the place of `old`; the line where that is."""
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_a_sound_pack_has_no_fault(folder: Path) -> None:
    assert faults(folder) == []


def test_classes_and_lists_without_patterns_are_warned_of(folder: Path) -> None:
    told = {finding.key: finding.reason for finding in warnings(folder)}
    assert "visit" in told["kinds"]
    assert "meeting" not in told["kinds"]
    assert "head_of_state" not in told["offices"]
    assert told["words.organisations"] == "is empty"
    assert "words.home" not in told


SPOILT = [
    ("pack.toml", 'tag = "ky"', 'tag = "kg"', "tag", "the folder is 'ky'", "Name the folder"),
    ("pack.toml", 'home = "KG"', 'home = "KGZ"', "home", "no country's code", "alpha-2"),
    ("pack.toml", "honorifics", "honorific", "words.honorific", "no key", "'honorifics'"),
    ("pack.toml", "repeat = true", 'repeat = "yes"', "keys.repeat", "true or false", "adding-a-language"),
    ("pack.toml", 'quotes = [["«", "»"]]', 'quotes = ["«»"]', "quotes", "pairs", "adding-a-language"),
    ("pack.toml", 'home = "KG"', 'base = "tr"', "base", "no pack", "uz-Latn"),
    ("offices.toml", '"head_of_state"', '"head_of_stat"', "office 1, class", "closed list", "'head_of_state'"),
    ("offices.toml", "class =", "classes =", "office 1, class", "is missing", "head_of_state"),
    ("offices.toml", '["президент"]', "[]", "office 1, patterns", "empty", "take the table out"),
    ("offices.toml", '["президент"]', '["президент?"]', "office 1, 'президент?'", "no word that must be", "written"),
    ("offices.toml", '["президент"]', '["=|президент"]', "office 1, '=|президент'", "empty word", "written"),
    ("offices.toml", "patterns", 'of = "Mars"\npatterns', "office 1, of", "neither a country", "gazetteer"),
    ("triggers.toml", '"verb"', '"verbs"', "trigger 1, form", "closed list", "'verb'"),
    ("triggers.toml", 'kind = "meeting"\n', "", "trigger 1, kind", "is missing", "visit"),
    ("triggers.toml", "[[status]]", "[[statuses]]", "statuses", "no table", "'status'"),
    ("triggers.toml", "[[status]]", "[status]", "status", "[[status]]", "above it"),
    ("speech.toml", '"state"', '"stating"', "verb 1, act", "closed list", "'state'"),
    ("speech.toml", '["билдир*"]', '["билдир*"', "the file", "not TOML", "toml.io"),
    ("dates.toml", "5 = ", "50 = ", "values.month.50", "not a number from 1 to 12", "docs/dates.md"),
    ("dates.toml", "date = ", "dates = ", "rules.dates", "choose of", "docs/dates.md"),
    ("furniture.toml", "[phrases]", "[phrase]", "phrase", "no table", "phrases"),
    ("examples.toml", '"foreign_minister"', '"judge"', "office, 'Тышкы иштер министри келди.'", "judge", "Mend"),
    ("examples.toml", '"шаарда"', '"шаардык"', "stems, 'шаардык / шаар'", "stems", "Mend"),
    (
        "examples.toml",
        "Өкмөт чечим",
        "Өкмөт жолукпай чечим",
        "trigger, 'Өкмөт жолукпай чечим кабыл алды.'",
        "meeting",
        "Mend",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "key", "reason", "advice"), SPOILT, ids=lambda value: value[:20])
def test_what_is_wrong_is_named(
    folder: Path, file: str, old: str, new: str, key: str, reason: str, advice: str
) -> None:
    line = spoil(folder, file, old, new)
    found = [finding for finding in faults(folder) if finding.key == key]
    assert found, faults(folder)
    assert found[0].file == file
    assert reason in found[0].reason
    assert advice in found[0].advice
    if found[0].line is not None:
        assert abs(found[0].line - line) <= 3


def test_all_faults_are_told_at_once(folder: Path) -> None:
    spoil(folder, "offices.toml", '"head_of_state"', '"king"')
    spoil(folder, "speech.toml", '"state"', '"said"')
    (folder / "dates.toml").unlink()
    assert [finding.file for finding in faults(folder)] == ["offices.toml", "speech.toml", "dates.toml"]


def test_a_folder_without_anything_misses_every_file(tmp_path: Path) -> None:
    (tmp_path / "xx").mkdir()
    assert [(f.file, f.reason) for f in faults(tmp_path / "xx")] == [
        (file, "is missing")
        for file in ("pack.toml", "offices.toml", "triggers.toml", "speech.toml", "dates.toml", "furniture.toml")
    ]


NEVER = [
    ("speech.toml", '["билдир*"]', '["билдир*", "=билдир*"]', "asks for one form and for many"),
    ("speech.toml", '["билдир*"]', '["билдир*", "деди, ал"]', "do not reach across signs"),
    ("speech.toml", '["билдир*"]', '["билдир*", "бил*дир"]', "stands in the middle"),
    ("speech.toml", '["билдир*"]', '["билдир*", "C40 деди"]', "are not cut as it writes them"),
    ("offices.toml", '["тышкы', '["президентнын", "тышкы', "'президент', which is office head_of_state, brings"),
    ("offices.toml", '["президент"]', '["президент", "президентнын"]', "with the same meaning"),
    ("triggers.toml", '["жолук*"]', '["жолук*", "чечим кабыл ал*"]', "which is trigger verb meeting"),
]


@pytest.mark.parametrize(("file", "old", "new", "reason"), NEVER, ids=[case[3][:24] for case in NEVER])
def test_patterns_that_can_never_match_are_warned_of(folder: Path, file: str, old: str, new: str, reason: str) -> None:
    (folder / "examples.toml").unlink()
    line = spoil(folder, file, old, new)
    told = check(folder)
    assert not any(finding.fault for finding in told)
    (found,) = [finding for finding in told if "never matches" in finding.reason]
    assert reason in found.reason
    assert abs((found.line or 0) - line) <= 10


def test_a_pattern_that_stands_twice_is_warned_of(folder: Path) -> None:
    line = spoil(folder, "offices.toml", '["президент"]', '[\n"президент",\n"президент"]')
    (found,) = [finding for finding in warnings(folder) if "stands on line" in finding.reason]
    assert (found.line, found.reason) == (line + 2, f"stands on line {line + 1} too")


def test_another_script_needs_no_lexicons_of_its_own(folder: Path) -> None:
    spoil(folder, "pack.toml", 'home = "KG"', 'base = "kk"')
    for file in ("offices", "triggers", "speech", "examples"):
        (folder / f"{file}.toml").unlink()
    assert faults(folder) == []


def test_a_folder_named_as_one_of_our_packs_is_read_itself(folder: Path) -> None:
    spoil(folder, "pack.toml", '"ky"', '"kk"')
    own = folder.rename(folder.parent / "kk")
    assert faults(own) == []
    spoil(own, "offices.toml", '"тышкы иштер министри"', '"сырткы иштер министри"')
    assert [finding.key for finding in faults(own)] == ["office, 'Тышкы иштер министри келди.'"]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_our_own_packs_have_no_fault_of_form(tag: str) -> None:
    assert [finding for finding in check(PACKS / tag) if finding.fault] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_our_packs_cover(tag: str) -> None:
    told = overview(tag)
    assert min(told.patterns.values()) > 10
    assert told.missing("kinds") == told.missing("acts") == []
    assert sum(told.classes["offices"].values()) == told.patterns["offices"]
    assert told.base == ("uz-Latn" if tag == "uz-Cyrl" else None)
