"""docs/quality.md has the figures that are kept, and nothing else is changed when they are written anew."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from elchi.evaluation import Scores, load_scores

ROOT = Path(__file__).parents[2]

PAGE = """# Before
<!-- scores: ours -->
old
<!-- end -->
between
<!-- gap: ours, theirs -->
<!-- end -->
<!-- scores: nobody's -->
<!-- end -->
after
"""


@pytest.fixture(scope="module")
def quality() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quality", ROOT / "benchmarks" / "quality.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_tables_are_written_between_their_marks(quality: ModuleType) -> None:
    kept = [
        Scores("ours", "2026-01-31", {"all": {"reports": 7, "found": 0.5}, "kk": {"found": 0.25}}, {"all": (3, 2)}),
        Scores("theirs", "2026-01-31", {"all": {"reports": 9, "found": 0.75}}),
    ]
    page = quality.page(PAGE, kept)
    assert page.startswith("# Before\n<!-- scores: ours -->\n\nMeasured on 2026-01-31.\n")
    assert "| `reports` | 7 | — |" in page
    assert "| `found` | 0.500 | 0.250 |" in page
    assert "none found | 2 of 3 | — |" in page
    assert "| `found` | 0.500 | 0.750 | +0.250 |" in page
    assert "Not measured yet: nobody's." in page
    assert "old" not in page
    assert page.endswith("<!-- end -->\nafter\n")
    assert quality.page(page, kept) == page


def test_what_a_command_prints_is_taken_in_when_it_is_asked_for(quality: ModuleType) -> None:
    block = "<!-- printed: python -c 'print(6 * 7)' -->\nold\n<!-- end -->\n"
    assert quality.printed(block, "no such word") == block
    now = quality.printed(block, "6 * 7")
    assert "```text\n42\n```" in now
    assert "old" not in now
    assert quality.page(now, []) == now


def test_the_page_has_the_figures_that_are_kept(quality: ModuleType) -> None:
    text = quality.PAGE.read_text("utf-8")
    assert quality.page(text, load_scores()) == text


def test_the_page_shows_every_set_that_is_kept(quality: ModuleType) -> None:
    text = quality.PAGE.read_text("utf-8")
    assert all(f"<!-- scores: {one.name} -->" in text for one in load_scores())
