"""No weight is learnt for a person's name."""

import json
import re
from pathlib import Path

from elchi.extraction.lexicon import lexicon
from elchi.extraction.model import default_model
from elchi.extraction.tokens import Token, key, stem

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "corpus" / "train", ROOT.parent / "shared" / "gold" / "train")
LEAST = 6
"""Shorter names may be no more than the ending that a feature sees."""


def _keys() -> set[str]:
    """Keys of the words of names in the reports fitted on, without those in a lexicon or seen in lower case."""
    rows = [json.loads(file.read_text("utf-8")) for folder in FOLDERS for file in folder.glob("*.json")]
    lower = {key(w, row["language"]) for row in rows for w in re.findall(r"[\w’‘ʻʼ'-]+", row["text"]) if w.islower()}
    names = {(w, row["language"]) for row in rows for p in row["people"] for m in p["mentions"] for w in m.split()}
    out = set()
    for word, tag in names:
        folded = key(word.strip(".,"), tag)
        token = Token(word, 0, len(word), folded, stem(folded, tag), "word", True, "")
        if len(folded) >= LEAST and folded not in lower and not lexicon(tag).match([token], 0, 1):
            out.add(folded)
    return out


def test_no_weight_is_learnt_for_a_name() -> None:
    names = _keys()
    assert len(names) > 500
    learnt = {f"{decision}: {feature}" for decision, table in default_model().weights.items() for feature in table
              if not names.isdisjoint(re.split(r"[=\s&:]", feature))}  # fmt: skip
    assert learnt == set()
