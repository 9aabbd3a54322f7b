import json
import re
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

from elchi.vocabulary import LANGUAGES

Run = Callable[..., Result]

SCORES = {
    "our set": {
        "measured": "2026-01-31",
        "figures": {"all": {"reports": 12, "found": 0.75, "right": 0.5}, "kk": {"reports": 12, "found": 0.8125}},
    }
}


def test_the_packs_with_what_they_hold(run: Run) -> None:
    result = run("languages")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert lines[0].split() == list(LANGUAGES)
    assert re.search(r"^kinds +(10 of 10 *){5}$", result.stdout, re.MULTILINE)
    assert re.search(r"^base .*uz-Latn", result.stdout, re.MULTILINE)
    told = json.loads(run("languages", "--json").stdout)
    assert [pack["tag"] for pack in told["packs"]] == list(LANGUAGES)
    assert all(pack["patterns"]["offices"] > 100 for pack in told["packs"])
    assert all(pack["classes"]["kinds"]["visit"] > 10 for pack in told["packs"])


def test_scores_with_their_set_and_day(run: Run, tmp_path: Path) -> None:
    (tmp_path / "scores.json").write_text(json.dumps(SCORES), "utf-8")
    shown = run("languages", "--scores", "scores.json").stdout
    assert "our set: 12 reports, measured 2026-01-31" in shown
    assert re.search(r"^kk +0\.812 +—", shown, re.MULTILINE)
    assert "No scores are kept" not in shown


def test_missing_and_spoilt_scores_are_told(run: Run, tmp_path: Path) -> None:
    shown = run("languages", "--scores", "nowhere.json").stdout
    assert "No scores are kept in nowhere.json" in shown
    assert "elchi evaluate GOLD --keep FILE" in shown
    (tmp_path / "scores.json").write_text('{"a": {}}', "utf-8")
    spoilt = run("languages", "--scores", "scores.json")
    assert spoilt.exit_code == 1
    assert "scores.json: is no file of scores" in spoilt.stderr


def test_a_pack_without_fault_and_one_with(run: Run, tmp_path: Path) -> None:
    fine = run("languages", "check", "uz-Cyrl")
    assert fine.exit_code == 0
    assert fine.stdout.startswith("uz-Cyrl  ")
    pack = tmp_path / "ky"
    pack.mkdir()
    (pack / "pack.toml").write_text('tag = "ky"\nname = "Kyrgyz\x1b"\n', "utf-8")
    (pack / "offices.toml").write_text('[[office]]\nclass = "king"\npatterns = ["хан"]\n', "utf-8")
    wrong = run("languages", "check", "ky")
    assert wrong.exit_code == 1
    assert "fault    offices.toml:2  office 1, class" in wrong.stdout
    assert "\x1b" not in wrong.stdout
    assert all(len(line) <= 80 for line in wrong.stdout.splitlines())
    told = json.loads(run("languages", "check", "ky", "--json").stdout)["ky"]
    assert ("offices.toml", 2, True) in {(one["file"], one["line"], one["fault"]) for one in told}


def test_examples_may_stand_apart_from_the_pack(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "said" / "uz-Cyrl"
    folder.mkdir(parents=True)
    (folder / "examples.toml").write_text('[[office]]\nclass = "judge"\nmatches = ["Вазир келди."]\n', "utf-8")
    result = run("languages", "check", "uz-Cyrl", "--examples", "said")
    assert result.exit_code == 1
    assert "is not read as judge, but as minister" in " ".join(result.stdout.split())


def test_what_is_no_pack_is_told(run: Run) -> None:
    result = run("languages", "check", "tlh")
    assert result.exit_code == 1
    assert "tlh: is neither a pack" in result.stderr
