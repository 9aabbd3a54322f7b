"""A system under measurement answers line by line; natasha's only where natasha is installed."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
TEXT = "Встреча в Астане\n5 марта 2025 года Президент Казахстана Касым-Жомарт Токаев встретился с Президентом Китая."


def measured(system: str, batches: list[list[str]]) -> list[dict[str, float]]:
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / "system.py"), system],
        input="".join(json.dumps(batch) + "\n" for batch in batches),
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=True,
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("system", ["records", "ingest", "names"])
def test_every_batch_is_timed_and_weighed(system: str) -> None:
    if system == "names" and importlib.util.find_spec("natasha") is None:
        pytest.skip("natasha is not installed")
    ready, *batches = measured(system, [[TEXT], [TEXT + " Ван И", TEXT]])
    assert len(batches) == 2
    for figures in (ready, *batches):
        assert 0 < figures["processor"] < 60
        assert 0 < figures["clock"] < 60
        assert 10 < figures["peak"] < 2000


def test_variants_are_other_texts_of_the_same_length_or_so() -> None:
    spec = importlib.util.spec_from_file_location("corpus", BENCHMARKS / "corpus.py")
    assert spec is not None and spec.loader is not None
    corpus = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(corpus)
    text = TEXT + "\nТретий абзац."
    assert corpus.variant(text, 0) == text
    assert corpus.variant(text, 1) == (
        "Встреча в Астане\nТретий абзац.\n6 марта 2025 года Президент Казахстана Касым-Жомарт Токаев встретился с "
        "Президентом Китая."
    )
    assert len({corpus.variant(TEXT, n) for n in range(20)}) == 20
