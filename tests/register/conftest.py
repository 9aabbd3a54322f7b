from __future__ import annotations

import sys
from pathlib import Path

import pytest

# Worker processes import the tests' extractor by its name.
sys.path.insert(0, str(Path(__file__).parent))

from plain_english import PlainEnglish
from register_samples import TEXTS, page

from elchi.register import Register
from elchi.sources import Page


@pytest.fixture
def pages() -> list[Page]:
    """Five reports: two of one meeting, one of a plan, one of a call, one of nothing."""
    return [page(name, text) for name, text in TEXTS.items()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


@pytest.fixture
def register(path: Path, pages: list[Page]):
    with Register(path) as opened:
        opened.ingest(pages, extractor=PlainEnglish())
        yield opened
