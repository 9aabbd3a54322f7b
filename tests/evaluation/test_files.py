import json
from pathlib import Path

import pytest

from elchi.evaluation import EvaluationError, load, load_floors, shortfalls

ROW = {"id": "a", "language": "kk", "text": "Мәтін\u2028екінші жол", "people": [], "engagements": []}


def test_a_folder_and_json_lines_hold_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "gold" / "deep"
    folder.mkdir(parents=True)
    (folder / "a.json").write_text(json.dumps(ROW, ensure_ascii=False), "utf-8")
    lines = tmp_path / "gold.jsonl"
    lines.write_text(json.dumps(ROW, ensure_ascii=False) + "\n\n", "utf-8")
    assert load(folder.parent) == load(lines)
    assert load(lines)[0].report.text == ROW["text"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"id": "a"}\n{"id": ', "line 2: is not JSON"),
        ('{"id": "a"}\n\n[1]', "line 3: the report is not a JSON object"),
        ('{"text": "no id"}', "has no id"),
        ('{"id": "a", "people": {}}', "people is not a list"),
        ('{"id": "a", "engagements": [{"key": "k"}]}', "engagements[0] has no kind"),
        ('{"id": "a", "people": [{"id": "p", "evidence": [[1, "x"]]}]}', "no [start, end)"),
        ('{"id": "a", "people": [{"id": "p", "mentions": "Ли"}]}', "mentions is not a list of strings"),
        ("", "holds no report"),
    ],
)
def test_bad_records_are_named(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "records.jsonl"
    file.write_text(content, "utf-8")
    with pytest.raises(EvaluationError, match=r"records\.jsonl") as caught:
        load(file)
    assert said in str(caught.value)


def test_a_missing_file_and_a_wrong_encoding_are_named(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"nowhere\.jsonl: cannot be read"):
        load(tmp_path / "nowhere.jsonl")
    (tmp_path / "old.jsonl").write_bytes('{"id": "встреча"}'.encode("cp1251"))
    with pytest.raises(EvaluationError, match="UTF-8"):
        load(tmp_path / "old.jsonl")


def test_floors_name_what_falls_short(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    file.write_text("[all]\nfound = 0.7\nright = 0.5\n[kk]\nfound = 0.5\n[ky]\nfound = 0.1\n", "utf-8")
    table = {"all": {"found": 0.69996, "right": 0.5}, "kk": {"found": 0.9}}
    assert shortfalls(table, load_floors(file)) == ["all found: 0.7000 < 0.7", "ky found: missing < 0.1"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("found = 0.7", "outside a table"),
        ("[all]\nfonud = 0.7", "fonud is no figure"),
        ('[all]\nfound = "0.7"', "not a number"),
        ("[all", "is not TOML"),
    ],
)
def test_bad_floors_are_named(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "floors.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(EvaluationError) as caught:
        load_floors(file)
    assert said in str(caught.value)
    assert "floors.toml" in str(caught.value)
