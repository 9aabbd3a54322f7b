"""How well the gold reports' pages are read; needs ../shared."""

import datetime
import json
from collections import Counter
from pathlib import Path

import pytest

from elchi.reading import to_report
from elchi.vocabulary import LANGUAGES

TRAIN = Path(__file__).parents[2].parent / "shared" / "gold" / "train"


@pytest.fixture(scope="module")
def read():
    """The gold reports and what is read of their texts."""
    if not TRAIN.is_dir():
        pytest.skip("../shared is not here")
    gold = [json.loads(path.read_text("utf-8")) for path in sorted(TRAIN.glob("*.json"))]
    return [(g, to_report(g["text"], today=datetime.date(2030, 1, 1))) for g in gold]


def test_every_language_is_told(read):
    assert [(g["id"], r.language) for g, r in read if r.language != g["language"]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_of_publication(read, language):
    ours = [(g["published"], r.published) for g, r in read if g["language"] == language]
    assert sum(a == b for a, b in ours) >= 0.93 * len(ours)
    # a date that the page does not bear out is worse than none
    assert [pair for pair in ours if pair[1] is not None and pair[0] != pair[1]] == []


def test_titles(read):
    assert sum(r.title == g["title"] for g, r in read) >= 0.98 * len(read)


def test_nothing_of_a_report_is_masked(read):
    lost, total = Counter(), 0
    for g, r in read:
        kept = list(g["text"])
        for start, end in r.masked:
            kept[start:end] = "\0" * (end - start)
        shown = "".join(kept)
        for words in [x["anchor"] for x in g["engagements"] + g["statements"]] + [
            m for p in g["people"] for m in p["mentions"]
        ]:
            total += 1
            lost[g["id"]] += words not in shown
    assert sum(lost.values()) <= 0.003 * total


def test_little_of_a_pages_furniture_is_left(read):
    """Short lines without a full stop, other than the title, are furniture almost always: most must be masked."""
    left = seen = 0
    for g, r in read:
        masked = {i for start, end in r.masked for i in range(start, end)}
        at = 0
        for line in g["text"].split("\n"):
            bare = line.strip()
            if bare and len(bare) < 80 and bare != g["title"] and bare[-1] not in '.!?…»”":;':
                seen += 1
                left += at + line.index(bare) not in masked
            at += len(line) + 1
    assert left <= 0.02 * seen
