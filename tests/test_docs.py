"""What the program offers, the documents explain."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from elchi import vocabulary
from elchi.cli import app
from elchi.evaluation import MEANINGS
from elchi.exports.gold import to_row
from elchi.extraction.model import default_model
from elchi.languages.pack import TRIGGER_FORMS, WORD_LISTS
from elchi.records import Engagement, Evidence, Participant, Person, Records, Report, Statement

ROOT = Path(__file__).parents[1]
LANGUAGE_PACKS = ROOT / "elchi" / "languages"
COMMANDS = (ROOT / "docs" / "commands.md").read_text("utf-8")
VOCABULARY = (ROOT / "docs" / "vocabulary.md").read_text("utf-8")
RECORDS = (ROOT / "docs" / "records.md").read_text("utf-8")
EXTRACTION = (ROOT / "docs" / "extraction.md").read_text("utf-8")
MODEL_CARD = (ROOT / "docs" / "model-card.md").read_text("utf-8")


def _commands(group: click.Group = app, path: str = "elchi") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}")


ALL_COMMANDS = dict(_commands())


def _section(name: str) -> str:
    """The part of docs/commands.md under the heading `name`, its subheadings not included."""
    found = re.search(rf"^##+ {re.escape(name)}\n(.*?)(?=^##|\Z)", COMMANDS, re.MULTILINE | re.DOTALL)
    assert found, f"docs/commands.md has no heading {name!r}"
    return found[1]


@pytest.mark.parametrize("name", ALL_COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    section = _section(name)
    command = ALL_COMMANDS[name]
    is_group = isinstance(command, click.Group)
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not (is_group and parameter.name == "register"):
            for option in parameter.opts:
                assert re.search(rf"`{re.escape(option)}[ `]", section), f"{name} {option} is undocumented"


@pytest.mark.parametrize("name", [name for name in ALL_COMMANDS if name != "elchi export"])
def test_every_command_has_an_example_in_its_help_and_in_the_document(name: str) -> None:
    assert "Example: elchi" in (ALL_COMMANDS[name].epilog or "")
    assert re.search(rf"^{re.escape(name)} ", _section(name), re.MULTILINE)


def test_no_command_is_documented_that_is_not_there() -> None:
    assert set(re.findall(r"^##+ (elchi .+)$", COMMANDS, re.MULTILINE)) == set(ALL_COMMANDS)


def test_options_of_all_commands_and_the_environment_are_documented() -> None:
    opening = COMMANDS.split("\n## ")[0]
    for word in ("--register", "ELCHI_REGISTER", "elchi.db", "--version", "--help", "-h", "ELCHI_TRACEBACK"):
        assert word in opening


def test_every_word_of_the_closed_lists_is_explained_under_its_heading() -> None:
    headings = {
        "Kinds of engagement": vocabulary.KINDS,
        "Status": vocabulary.STATUSES,
        "Offices": vocabulary.OFFICES,
        "Acts": vocabulary.ACTS,
        "Documents": vocabulary.DOCUMENTS,
        "Modes": vocabulary.MODES,
        "Languages": (*vocabulary.LANGUAGES, vocabulary.OTHER_LANGUAGE),
    }
    for heading, words in headings.items():
        section = VOCABULARY.split(f"\n## {heading}\n")[1].split("\n## ")[0]
        assert re.findall(r"^\| `([\w-]+)` \|", section, re.MULTILINE) == list(words), heading


def test_the_plover_codes_are_the_vocabulary_s() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \|.*\| (\w+|—) \|$", VOCABULARY, re.MULTILINE))
    assert rows == {kind: code or "—" for kind, code in vocabulary.KINDS.items()}


def test_every_field_of_a_record_is_explained() -> None:
    cited = (Evidence(0, 1),)
    row = to_row(
        Records(
            Report("r", "t", "en"),
            (Person("p", "P", ("P",), evidence=cited),),
            (Engagement("k", "visit", "held", True, participants=(Participant("p", "KZ"),), evidence=cited),),
            (Statement("p", "state", "t", cited),),
        )
    )
    parts = {
        "Report": set(row) - {"people", "engagements", "statements"},
        "Person": row["people"][0],
        "Engagement": row["engagements"][0],
        "Statement": row["statements"][0],
    }
    for heading, fields in parts.items():
        section = RECORDS.split(f"\n## {heading}\n")[1].split("\n## ")[0]
        explained = set(re.findall(r"`(\w+)`", "\n".join(re.findall(r"^\| (`[^|]*) \|", section, re.MULTILINE))))
        assert set(fields) <= explained, heading


def test_every_key_and_list_of_a_language_pack_is_explained() -> None:
    explained = set(re.findall(r"`\[*(\w+)\]*`", (ROOT / "docs" / "adding-a-language.md").read_text("utf-8")))
    packs = [tomllib.loads(file.read_text("utf-8")) for file in sorted(LANGUAGE_PACKS.glob("*/pack.toml"))]
    furniture = [tomllib.loads(file.read_text("utf-8")) for file in sorted(LANGUAGE_PACKS.glob("*/furniture.toml"))]
    assert len(packs) == len(furniture) == len(vocabulary.LANGUAGES)
    keys = {key for pack in packs for key in pack}
    inner = {key for pack in packs for table in ("keys", "names", "tense") for key in pack.get(table, {})}
    phrases = {key for each in furniture for table in ("phrases", "words") for key in each.get(table, {})}
    assert keys | inner | phrases | set(WORD_LISTS) | set(TRIGGER_FORMS) <= explained


def test_every_figure_is_explained() -> None:
    section = _section("elchi evaluate")
    assert [figure for figure in MEANINGS if f"`{figure}`" not in section] == []


def _documents() -> list[Path]:
    folders = [ROOT / name for name in ("docs", "corpus", "training", "examples")]
    return sorted(ROOT.glob("*.md")) + [file for folder in folders for file in sorted(folder.rglob("*.md"))]


def _anchors(document: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", document.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", _documents(), ids=lambda d: str(d.relative_to(ROOT)))
def test_links_within_the_repository_lead_somewhere(document: Path) -> None:
    text = document.read_text("utf-8")
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)", text):
        file = document.parent / target if target else document
        assert file.exists(), f"{document.name}: {target}"
        assert not anchor or anchor in _anchors(file), f"{document.name}: {target}#{anchor}"


def test_every_decision_of_the_weights_is_explained() -> None:
    decisions = set(default_model().weights)
    assert _first_cells(EXTRACTION, "Weights") == decisions
    card = MODEL_CARD.split("\n## Decisions\n")[1].split("\n## ")[0]
    assert set(re.findall(r"`([\w-]+)`", card)) == decisions


def _first_cells(document: str, heading: str) -> set[str]:
    _, _, rest = document.partition(f"\n## {heading}\n")
    rows = re.findall(r"^\| (`[^|]*) \|", rest.partition("\n## ")[0], re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


def test_every_module_of_the_extraction_has_its_step() -> None:
    modules = {file.stem for file in (ROOT / "elchi" / "extraction").glob("*.py")} - {"__init__"}
    assert [name for name in sorted(modules) if f"`{name}`" not in EXTRACTION and f"`{name}." not in EXTRACTION] == []


def test_the_options_of_the_training_script_are_documented() -> None:
    script = (ROOT / "training" / "train.py").read_text("utf-8")
    options = re.findall(r"add_argument\(\"(--\w+)\"", script)
    read_me = (ROOT / "training" / "README.md").read_text("utf-8")
    assert options
    assert [option for option in options if f"`{option} " not in read_me] == []


def test_the_example_of_asking_why_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", EXTRACTION, re.DOTALL)
    exec(compile(example, "extraction.md", "exec"), {})  # noqa: S102
    assert capsys.readouterr().out.startswith("meeting held talks ")


def test_the_example_in_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas")
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "examples" / "reports" / "baku-visit-ru.txt").read_text("utf-8")
    (tmp_path / "page.txt").write_text(text, "utf-8")
    (tmp_path / "press").mkdir()
    (tmp_path / "press" / "page.txt").write_text(text, "utf-8")
    names: dict[str, object] = {}
    exec(compile(example, "README.md", "exec"), names)  # noqa: S102
    assert names["records"].engagements  # type: ignore[attr-defined]
    assert (tmp_path / "desk.db").exists()


def test_the_demo_says_commands_that_there_are() -> None:
    demo = (ROOT / "examples" / "demo.sh").read_text("utf-8")
    said = re.findall(r"^(?:  elchi|show) ([a-z]+)", demo, re.MULTILINE)
    assert len(said) > 4
    assert {f"elchi {name}" for name in said} <= set(ALL_COMMANDS)
