"""Figures kept in a file: by set, with the day, the others left as they were."""

import json
from pathlib import Path

import pytest

from elchi.evaluation import EvaluationError, Scores, keep_scores, load_scores
from elchi.evaluation.scores import packaged


def test_what_is_kept_is_read_again_and_other_sets_stay(tmp_path: Path) -> None:
    file = tmp_path / "scores.json"
    assert load_scores(file) == []
    first = Scores("ours", "2026-01-30", {"all": {"reports": 3, "found": 0.5}}, {"all": (2, 1)})
    keep_scores(file, first)
    keep_scores(file, Scores("theirs", "2026-01-31", {"kk": {"found": 0.123456}}))
    newer = Scores("ours", "2026-02-01", {"all": {"reports": 3, "found": 0.75}})
    keep_scores(file, newer)
    assert load_scores(file) == [newer, Scores("theirs", "2026-01-31", {"kk": {"found": 0.1235}})]
    keep_scores(file, first)
    assert load_scores(file)[0] == first


@pytest.mark.parametrize("content", ["[", "[]", '{"a": 1}', '{"a": {"figures": {}}}', '{"a": {"measured": "today"}}'])
def test_a_spoilt_file_is_named(tmp_path: Path, content: str) -> None:
    file = tmp_path / "scores.json"
    file.write_text(content, "utf-8")
    with pytest.raises(EvaluationError, match=r"scores\.json: is no file of scores"):
        load_scores(file)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="cannot be written"):
        keep_scores(tmp_path / "nowhere" / "scores.json", Scores("ours", "2026-01-30", {}))


def test_the_scores_of_the_package_are_sound() -> None:
    for one in load_scores():
        assert one.table["all"]["reports"] > 0
        assert all(0 <= value <= 1 for name, value in one.table["all"].items() if name != "reports")
    assert all(name.isascii() for name in json.loads(packaged().read_text("utf-8")))
