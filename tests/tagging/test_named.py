"""Corpora become texts with the places of names; what they teach is what is marked."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from elchi.extraction.document import take_apart
from elchi.records import Report

ROOT = Path(__file__).parents[2]


def script(folder, name):
    spec = importlib.util.spec_from_file_location(name, ROOT / folder / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


named = script("training", "named")
sys.path.insert(0, str(ROOT / "training"))
tagger = script("training", "tagger")
names = script("benchmarks", "names")


def marked(one):
    return [one.text[a:b] for a, b in one.people]


def test_a_column_file_reads_as_running_text(tmp_path):
    file = tmp_path / "a.conll"
    file.write_text(
        "Ayla B-PERSON\nTormin I-PERSON\n, O\nOld B-PERSON\nBo I-PERSON\n. O\n\nOslo B-GPE\nwins O\n", "utf-8"
    )
    first, second = named.column_file(file, "en", word=0, label=1)
    assert (first.text, marked(first)) == ("Ayla Tormin, Old Bo.", ["Ayla Tormin", "Old Bo"])
    assert (second.text, marked(second)) == ("Oslo wins", [])


def test_sentences_of_a_document_stay_together(tmp_path):
    file = tmp_path / "a.iob2"
    row = "# newdoc id = {}\n1\t{}\tB-PER\t-\n2\tsleeps\tO\t-\n\n1\tHe\tO\t-\n2\tis\tO\t-\n\n"
    file.write_text(row.format("x", "Bo") + row.format("y", "Ayla"), "utf-8")
    first, second = named.column_file(file, "en", word=1, label=2, sentences=0)
    assert first.text == "Bo sleeps\n\nHe is"
    assert [marked(first), marked(second)] == [["Bo"], ["Ayla"]]


def test_of_nested_names_the_outermost_are_kept(tmp_path):
    text = "Университет имени Тормина и Бо Тормин"
    spans = [("ORGANIZATION", 0, 25), ("PERSON", 18, 25), ("PERSON", 28, 37), ("PERSON", 31, 37)]
    file = tmp_path / "n.jsonl"
    entities = [{"type": kind, "spans": [[a, b]]} for kind, a, b in spans]
    file.write_text(json.dumps({"text": text, "entities": entities}) + "\n", "utf-8")
    assert [marked(one) for one in named.nerel(file)] == [["Тормина", "Бо Тормин"]]
    assert [marked(one) for one in named.nerel(file, nested=True)] == [["Бо Тормин"]]


def test_forms_of_a_name_are_marked_wherever_they_stand_as_words(tmp_path):
    row = {"id": "r-en", "language": "en", "text": "Bo Tormin. Tormin met Tormina.",
           "people": [{"mentions": ["Bo Tormin", "Tormin"]}]}  # fmt: skip
    (tmp_path / "r-en.json").write_text(json.dumps(row), "utf-8")
    (one,) = named.reports(tmp_path)
    assert marked(one) == ["Bo Tormin", "Tormin"]


def test_names_of_two_people_joined_by_a_word_are_apart(tmp_path):
    (tmp_path / "b.txt").write_text("Ия и Бо Тормины приехали", "utf-8")
    (tmp_path / "b.spans").write_text("1 name 0 2 9 1\n2 name 5 2 9 1\n3 surname 8 7 9 1\n", "utf-8")
    (tmp_path / "b.objects").write_text("7 Person 1 3 # Ия\n8 Person 2 3 # Бо Тормины\n9 Org 3\n", "utf-8")
    (one,) = named.factrueval(tmp_path)
    assert marked(one) == ["Ия", "Бо Тормины"]


def test_each_token_is_taught_its_label():
    doc = take_apart(Report("t", "Ayla Old Tormin met Bo's aunt", "en"))
    assert "".join(tagger.labels(doc, [(0, 15), (20, 22), (26, 27)])) == "BILOUO"


def test_reports_of_a_story_are_in_one_fold():
    tags = ("en", "kk", "ru", "uz-Cyrl", "uz-Latn")
    assert {len({tagger.fold(f"c{n}-0{n}-{tag}") for tag in tags}) for n in range(9)} == {1}
    assert {tagger.fold(f"c1-{n}-en") for n in range(30)} == {0, 1}


def test_each_half_has_taggers_that_were_not_taught_on_it():
    for report in ("c1-01-en", "c1-02-en", "c1-03-en", "c1-04-en"):
        for family in tagger.FAMILIES:
            assert tagger.unaware(report, family) is not None
    assert (tagger.FOLDS / "0" / "people-ru.bin").read_bytes() != (tagger.FOLDS / "1" / "people-ru.bin").read_bytes()


def test_a_score_counts_exact_ends():
    score = names.Score(right=6, found=8, marked=12)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.5, pytest.approx(0.6))
    assert names.Score().f1 == 0.0


def test_the_benchmark_says_what_is_not_there(tmp_path):
    assert names.absent(tmp_path) is None
    said = names.absent(tmp_path / "none")
    assert "--corpora" in said
    assert max(map(len, said.splitlines())) <= 80 + len(str(tmp_path))
    assert next(iter(names.corpora(tmp_path / "none")))[0].startswith("corpus/test")
