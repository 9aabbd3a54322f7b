"""What is counted of annotated sentences, on a few of our own in the form of theirs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

import peers  # noqa: E402
import peers_petrarch  # noqa: E402
import peers_plover  # noqa: E402
from peers_pairs import Sentence, pairs, read, readings  # noqa: E402

MET = "Norwegian Foreign Minister Kari Lund met Chilean President Pedro Rojas in Oslo on Tuesday."


def pair(*codes: str) -> frozenset[str]:
    return frozenset(codes)


PLOVER = [
    {"id": "PLOVER-GSR01-DOCUMENT-0001", "event": "DOCUMENT", "eventText": "about the file"},
    {"id": "PLOVER-GSR01-CONSULT-0001", "event": "CONSULT", "text": MET,
     "source": [{"code": "NOR"}], "target": [{"code": "CHL"}]},
    {"id": "PLOVER-GSR01-AGREE-0001", "event": "AGREE", "text": "{The moon is made of cheese.}",
     "source": [{"code": "JAP"}, {"code": "ITL"}, {"code": "IGO"}], "target": ""},
    {"id": "PLOVER-GSR01-AGREE-0002", "event": "AGREE", "text": "The bloc will help Chile.",
     "source": [{"code": "IGO"}], "target": [{"code": "CHL"}]},
    {"id": "PLOVER-GSR01-FIGHT-0001", "event": "FIGHT", "text": "Troops shelled the town.",
     "source": [{"code": "NOR"}], "target": [{"code": "CHL"}]},
]  # fmt: skip

ACTORS = """<!-- names -->
FREEDONIA_ [FRE]
+FREEDONIAN
+FREDVILLE
NORWAY  [NOR] # a real one
THE_MARSH
+PEOPLE_OF_THE_MARSH
\t[MRS <911226]
RED_CLUB [NGO]
"""

TESTS = """<Sentences>
<!-- <Sentence id="OLD"><EventCoding noevents="True"></EventCoding><Text>Not a test.</Text></Sentence> -->
<Sentence date="19950101" id="A-1" category="DEMO">
<EventCoding sourcecode="FREGOV" targetcode="NOR" eventcode="031"></EventCoding>
<EventCoding sourcecode="NOR" targetcode="FREGOV" eventcode="031"></EventCoding>
<Text>Freedonian President Rufus Hale met Norwegian Prime Minister Kari Lund in
Fredville on Tuesday.</Text></Sentence>
<Sentence id="A-2"><EventCoding noevents = "True"></EventCoding><Text>Grass grows in The_Marsh.</Text></Sentence>
<Sentence id="A-3"><EventCoding sourcecode="MRS" targetcode="---" eventcode="190"></EventCoding>
<Text>The Marsh fought.</Text></Sentence>
<Sentence id="A-4"><Text>Nothing is coded.</Text></Sentence>
</Sentences>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / peers_plover.FILE).write_text(json.dumps(PLOVER), "utf-8")
    (tmp_path / peers_petrarch.ACTORS).write_text(ACTORS, "utf-8")
    (tmp_path / peers_petrarch.SENTENCES).write_text(TESTS, "utf-8")
    return tmp_path


def test_pairs_are_of_source_and_target_or_among_the_sources() -> None:
    assert pairs(["NO"], ["CL", "PE"]) == {pair("NO", "CL"), pair("NO", "PE")}
    assert pairs(["NO", "CL", "PE"], []) == {pair("NO", "CL"), pair("NO", "PE"), pair("CL", "PE")}
    assert pairs(["NO"], ["NO"]) == pairs(["NO"], []) == frozenset()


def test_plover_codes_become_ours_and_bodies_are_no_countries(folder: Path) -> None:
    met, moon, bloc, fight = peers_plover.sentences(folder / peers_plover.FILE)
    assert (met.id, met.group) == ("CONSULT-0001", "CONSULT")
    assert met.pairs == {pair("NO", "CL")}
    assert moon.text == "The moon is made of cheese."
    assert moon.pairs == {pair("JP", "IT")}
    assert bloc.pairs == frozenset()
    assert fight.group in peers_plover.CONFLICT


def test_invented_countries_get_codes_left_to_users_and_real_ones_keep_theirs(folder: Path) -> None:
    codes = peers_petrarch.countries(folder / peers_petrarch.ACTORS)
    assert codes == {"FRE": "XA", "NOR": "NO", "MRS": "XB"}
    made = peers_petrarch.gazetteer(folder / peers_petrarch.ACTORS)
    assert made.split("\n\n")[0] == '[country.XA]\nen = ["Freedonia", "Fredville"]\nen_adj = ["Freedonian"]'
    assert "[country.NO]" not in made


def test_the_tests_with_a_coding_are_taken(folder: Path) -> None:
    codes = peers_petrarch.countries(folder / peers_petrarch.ACTORS)
    found = peers_petrarch.sentences(folder / peers_petrarch.SENTENCES, codes)
    assert [(s.id, s.group) for s in found] == [("A-1", "03"), ("A-2", "noevents"), ("A-3", "19")]
    assert found[0].pairs == {pair("XA", "NO")}
    assert found[0].text.endswith("met Norwegian Prime Minister Kari Lund in Fredville on Tuesday.")
    assert found[1].text == "Grass grows in The Marsh."


def test_a_pair_is_engaged_only_as_sides_of_one_engagement() -> None:
    found = read(Sentence("1", MET, "CONSULT", frozenset([pair("NO", "CL"), pair("NO", "PE")])))
    assert found.engaged == {pair("NO", "CL")}
    assert found.kinds == {"CONSULT"}
    assert pair("NO", "CL") in found.told
    assert pair("NO", "CL") in found.named


def test_what_one_says_of_the_other_is_told_and_not_engaged() -> None:
    text = "Norway will support Chile's bid for a seat, Norwegian Foreign Minister Kari Lund said on Tuesday."
    found = read(Sentence("1", text, "AGREE", frozenset([pair("NO", "CL"), pair("CL", "PE")])))
    assert found.records.statements
    assert found.engaged == set()
    assert found.told == {pair("NO", "CL")}


def test_the_users_list_holds_for_its_sentences_only(folder: Path) -> None:
    actors = folder / peers_petrarch.ACTORS
    mine = folder / "mine.toml"
    mine.write_text(peers_petrarch.gazetteer(actors), "utf-8")
    tests = peers_petrarch.sentences(folder / peers_petrarch.SENTENCES, peers_petrarch.countries(actors))
    assert readings(tests[:1], mine)[0].engaged == {pair("XA", "NO")}
    assert readings(tests[:1])[0].engaged == set()


def test_the_tables_count_what_was_read(folder: Path) -> None:
    tables, found = peers.plover(folder)
    assert tables["pairs"]["CONSULT"] == {"sentences": 1, "engaged": 1, "told": 1, "named": 1, "kind": 1}
    assert tables["pairs"]["AGREE"] == {"sentences": 1, "engaged": 0, "told": 0, "named": 0, "kind": 0}
    assert tables["pairs"]["all"]["sentences"] == 2
    assert tables["apart"]["conflict"]["sentences"] == 1
    assert "AGREE-0001 [IT–JP]" in peers.missed(found, peers_plover.COOPERATIVE, 5)
    assert peers.missed(found, peers_plover.COOPERATIVE, 0) == ""
    assert peers.spurious(found, ["CONSULT"], 5).startswith("CONSULT-0001 [held]")


def test_the_command_prints_tables_that_fit(folder: Path) -> None:
    command = [sys.executable, str(BENCHMARKS / "peers.py"), str(folder)]
    done = subprocess.run([*command, "--errors", "2"], capture_output=True, text=True, encoding="utf-8", check=True)
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "CONSULT" in done.stdout and "03 consult" in done.stdout and "[IT–JP]" in done.stdout
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout)["petrarch2"]["pairs"]["03"]["engaged"] == 1


def test_without_the_data_it_says_which_and_where(tmp_path: Path) -> None:
    command = [sys.executable, str(BENCHMARKS / "peers.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert peers_plover.FILE in done.stderr and "docs/peers.md" in done.stderr
    assert done.stdout == ""
