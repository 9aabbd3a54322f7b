"""A small register whose records are known, and a way to ask it on the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from elchi.cli import app
from elchi.records import Engagement, Evidence, Participant, Person, Records, Report, Statement
from elchi.register import Register
from elchi.sources import Page

Run = Callable[..., Result]

HOSTILE = "[bold red]Erik\x1b[2J Vang[/] \u202egnp.exe\u202c \x9b31m"

TEXTS = {
    "oslo-en": (
        "Ministers meet in Oslo\n\nOn 4 March 2024 Foreign Minister of Norway Ada Stone met Foreign Minister of "
        "Kazakhstan Timur Bek in Oslo. “Norway will open a mission in Astana,” Stone said. "
        "A return visit to Astana is planned for May 2024, she added.\n"
    ),
    "oslo-ru": (
        "Встреча в Осло\n\n4 марта 2024 года министр иностранных дел Норвегии Ада Стоун встретилась в Осло с "
        "министром иностранных дел Казахстана Тимуром Беком. Стороны обсудили торговлю.\n"
    ),
    "hostile-en": (
        f"A strange page\n\nThe envoy of Norway {HOSTILE} held talks in Oslo on 7 June 2024, and the page "
        "about them was full of traps for those who read it in a terminal window.\n"
    ),
}
PUBLISHED = {"oslo-en": "2024-03-05", "oslo-ru": "2024-03-05", "hostile-en": "2024-06-08"}


class Told:
    """An extractor that knows these reports by heart."""

    def extract(self, report: Report) -> Records:
        return {"oslo-en": _oslo_en, "oslo-ru": _oslo_ru, "hostile-en": _hostile}[report.id](report)


def _at(report: Report, words: str, field: str = "") -> Evidence:
    start = report.text.index(words)
    return Evidence(start, start + len(words), field)


def _oslo_en(report: Report) -> Records:
    people = (
        Person("p1", "Ada Stone", ("Ada Stone", "Stone"), "foreign_minister", "NO", "Foreign Minister of Norway",
               (_at(report, "Ada Stone"),)),
        Person("p2", "Timur Bek", ("Timur Bek",), "foreign_minister", "KZ", "Foreign Minister of Kazakhstan",
               (_at(report, "Timur Bek"),)),
    )  # fmt: skip
    met = Engagement(
        "e1", "meeting", "held", True, "2024-03-04", country="NO", city="Oslo", mode="in_person",
        participants=(Participant("p1", "NO"), Participant("p2", "KZ")), anchor="met Foreign Minister",
        evidence=(_at(report, "met Foreign Minister of Kazakhstan Timur Bek"), _at(report, "4 March 2024", "date")),
        rule="en: met",
    )  # fmt: skip
    visit = Engagement(
        "e2", "visit", "planned", False, "2024-05", country="KZ", city="Astana",
        participants=(Participant("p1", "NO"), Participant(None, "KZ")), anchor="A return visit to Astana",
        evidence=(_at(report, "A return visit to Astana is planned"),),
    )  # fmt: skip
    said = Statement("p1", "commit", "Norway will open", (_at(report, "Norway will open a mission in Astana"),))
    return Records(report, people, (met, visit), (said,))


def _oslo_ru(report: Report) -> Records:
    people = (
        Person("p1", "Ада Стоун", ("Ада Стоун",), "foreign_minister", "NO", "министр иностранных дел Норвегии",
               (_at(report, "Ада Стоун"),)),
        Person("p2", "Тимур Бек", ("Тимуром Беком",), "foreign_minister", "KZ",
               "министром иностранных дел Казахстана", (_at(report, "Тимуром Беком"),)),
    )  # fmt: skip
    met = Engagement(
        "e1", "meeting", "held", True, "2024-03-04", country="NO", city="Oslo", mode="in_person",
        participants=(Participant("p1", "NO"), Participant("p2", "KZ")), anchor="встретилась в Осло",
        evidence=(_at(report, "встретилась в Осло"),),
    )  # fmt: skip
    return Records(report, people, (met,))


def _hostile(report: Report) -> Records:
    envoy = Person("p1", HOSTILE, (HOSTILE,), "special_envoy", "NO", None, (_at(report, HOSTILE),))
    talks = Engagement(
        "e1", "meeting", "held", True, "2024-06-07", country="NO", city="Oslo",
        participants=(Participant("p1", "NO"),), anchor=f"{HOSTILE} held talks",
        evidence=(_at(report, f"{HOSTILE} held talks"),),
    )  # fmt: skip
    return Records(report, (envoy,), (talks,))


@pytest.fixture(scope="session")
def told_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of the three reports above, not to be written to."""
    path = tmp_path_factory.mktemp("register") / "desk.db"
    with Register(path) as register:
        for name, text in TEXTS.items():
            page = Page(f"{name}.txt", name, text, "text", title=text.split("\n")[0], published=PUBLISHED[name])
            summary = register.ingest(page, extractor=Told())
            assert [item.name for item in summary.read] == [page.name], summary
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run `elchi` with these arguments in an empty folder, 80 columns wide."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("ELCHI_REGISTER", raising=False)

    def invoke(*arguments: str | Path, **settings: object) -> Result:
        return CliRunner().invoke(app, [str(one) for one in arguments], **settings)  # type: ignore[arg-type]

    return invoke


@pytest.fixture
def ask(run: Run, told_register: Path) -> Run:
    """Run `elchi` on the told register."""

    def invoke(*arguments: str | Path) -> Result:
        result = run("--register", told_register, *arguments)
        assert not isinstance(result.exception, AssertionError)
        return result

    return invoke
