"""Hold our figures against the judge's: python benchmarks/judge.py GOLD RECORDS.jsonl JUDGE.py

Prints one line; exit status 1 when a figure differs. The judge takes an engagement's participants from unordered sets,
so that two runs of it may differ there by a pairing; all else is compared to the last digit.
"""

from __future__ import annotations

import json
import subprocess
import sys

from elchi.evaluation import evaluate, load

TOLERANCE = {"participants": 0.003}


def main() -> int:
    """Compare every figure of every group."""
    gold, records, judge = sys.argv[1:]
    command = [sys.executable, judge, gold, records, "--json"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    # A line of figures for people follows the object.
    theirs, _ = json.JSONDecoder().raw_decode(printed)
    ours = evaluate(load(gold), load(records)).table
    wrong = [
        f"{group} {figure}: {ours.get(group, {}).get(figure)} ≠ {value}"
        for group, figures in theirs.items()
        for figure, value in figures.items()
        if abs(ours.get(group, {}).get(figure, -1.0) - value) > TOLERANCE.get(figure, 0.0)
    ]
    print("The judge's figures differ: " + "; ".join(wrong) if wrong else "The judge's figures are the same.")
    return bool(wrong)


sys.exit(main())
