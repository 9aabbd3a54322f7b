from elchi.exports.gold import from_row, to_row
from elchi.records import Engagement, Evidence, Participant, Person, Records, Report, Statement

RECORDS = Records(
    Report("r", "Елші Айдос келді.", "kk", "2024-01-02", "Тақырып", "https://example.org/1"),
    people=(Person("айдос", "Айдос", ("Айдос",), "ambassador", "KZ", "Елші", (Evidence(5, 10),)),),
    engagements=(
        Engagement(
            key="2024-01-02-astana-visit",
            kind="visit",
            status="held",
            central=True,
            start="2024-01",
            end="2024-02",
            country="KZ",
            city="Astana",
            forum="cica",
            mode="in_person",
            participants=(Participant("айдос", "KZ"), Participant(None, "cica")),
            documents=("declaration",),
            anchor="келді",
            evidence=(Evidence(11, 16),),
        ),
    ),
    statements=(Statement("KZ", "state", "келді", (Evidence(11, 16),)),),
)


def test_a_row_holds_all_and_comes_back() -> None:
    assert from_row(to_row(RECORDS)) == RECORDS


def test_evidence_is_offsets_each_once() -> None:
    person = Person("p", "Айдос", ("Айдос",), evidence=(Evidence(5, 10), Evidence(5, 10, "office")))
    row = to_row(Records(RECORDS.report, people=(person,)))
    assert row["people"][0]["evidence"] == [[5, 10]]
