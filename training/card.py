"""Count the corpus anew for its data card: python training/card.py rewrites the table of corpus/README.md."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

from elchi.vocabulary import ACTS, KINDS, LANGUAGES, STATUSES

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
PARTS = ("train", "dev", "test")


def counts() -> list[list[str]]:
    """Rows of the table: a name, then a number for each language and for all."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for file in CORPUS.glob("*/*.json"):
        row = json.loads(file.read_text("utf-8"))
        for tag in (row["language"], "all"):
            found["reports"][tag] += 1
            found[f"… in {file.parent.name}"][tag] += 1
            found["… without an engagement"][tag] += not row["engagements"]
            for part in ("people", "engagements", "statements"):
                found[part][tag] += len(row[part])
            for name in (x for e in row["engagements"] for x in (e["kind"], e["status"])):
                found[f"`{name}`"][tag] += 1
            for statement in row["statements"]:
                found[f"`{statement['act']}`"][tag] += 1
    order = ["reports", *(f"… in {part}" for part in PARTS), "… without an engagement", "people", "engagements",
             *(f"`{x}`" for x in (*KINDS, *STATUSES)), "statements", *(f"`{x}`" for x in ACTS)]  # fmt: skip
    tags = (*sorted(LANGUAGES), "all")
    return [["counts", *tags], *([name, *(str(found[name][tag]) for tag in tags)] for name in order)]


def main() -> None:
    """Rewrite the table in place."""
    card = CORPUS / "README.md"
    lines = card.read_text("utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("| counts"))
    last = next(n for n in range(first, len(lines)) if not lines[n].startswith("|"))
    header, *rows = ["| " + " | ".join(row) + " |" for row in counts()]
    lines[first:last] = [header, "| " + " | ".join("---" for _ in counts()[0]) + " |", *rows]
    card.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
