"""How many of the places, parties and forums of the gold reports for learning are named by the lists."""

import json
from collections import Counter
from pathlib import Path

import pytest

TRAIN = Path(__file__).parents[3] / "shared" / "gold" / "train"

FLOORS = {"city": 0.97, "country": 0.96, "body": 0.80, "forum": 0.72}
"""The rest are named by other words ("the capital", "the Congress"), or are two countries' own commissions."""


@pytest.mark.skipif(not TRAIN.is_dir(), reason="no gold reports beside the repository")
def test_coverage(named):
    held, all_ = Counter(), Counter()
    for path in sorted(TRAIN.glob("*.json")):
        report = json.loads(path.read_text("utf-8"))
        found = named(report["text"], report["language"])
        countries = found["country"] | found["demonym"] | found["institution"]
        for engagement in report["engagements"]:
            wanted = [("city", engagement["city"], found["city"]), ("forum", engagement["forum"], found["body"])]
            for side in engagement["participants"]:
                party = side["party"] or ""
                wanted.append(("country", party, countries) if party.isupper() else ("body", party, found["body"]))
            for kind, name, names in wanted:
                all_[kind] += bool(name)
                held[kind] += bool(name) and name in names
    shares = {kind: round(held[kind] / all_[kind], 3) for kind in FLOORS}
    assert all(shares[kind] >= floor for kind, floor in FLOORS.items()), shares
