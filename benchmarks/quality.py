"""Write the tables of docs/quality.md: python benchmarks/quality.py [--run WORD] [--check]

`elchi evaluate GOLD --keep elchi/evaluation/scores.json --name NAME` keeps figures. Each table of them stands between
`<!-- scores: NAME -->` (or `<!-- gap: NAME, NAME -->`) and `<!-- end -->`; what is between is written anew, the rest of
the page stays. What other benchmarks print stands between `<!-- printed: COMMAND -->` and `<!-- end -->`: `--run WORD`
runs the commands that have WORD in them and takes in what they print. `--check` writes nothing and says whether the
page has the scores that are kept (exit status 1 if not).
"""

from __future__ import annotations

import argparse
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from elchi.evaluation import ALL, MEANINGS, Scores, load_scores

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "quality.md"
_PRINTED = re.compile(r"(<!-- printed: ([^>]+?) -->\n).*?(<!-- end -->)", re.DOTALL)
_BLOCK = re.compile(r"(<!-- (scores|gap): ([^>]+?) -->\n).*?(<!-- end -->)", re.DOTALL)


def page(text: str, kept: Sequence[Scores]) -> str:
    """The page with its tables written anew."""
    sets = {one.name: one for one in kept}
    return _BLOCK.sub(lambda found: f"{found[1]}\n{_block(found[2], found[3], sets)}\n{found[4]}", text)


def _block(sort: str, names: str, sets: Mapping[str, Scores]) -> str:
    wanted = [name.strip() for name in names.split(",")]
    missing = [name for name in wanted if name not in sets]
    if missing:
        return f"Not measured yet: {', '.join(missing)}.\n"
    return _table(sets[wanted[0]]) if sort == "scores" else _gap(sets[wanted[0]], sets[wanted[1]])


def _table(scores: Scores) -> str:
    groups = list(scores.table)
    lines = [f"Measured on {scores.measured}.", "", f"| | {' | '.join(groups)} |", f"| --- |{' ---: |' * len(groups)}"]
    for figure in MEANINGS:
        values = (_shown(figure, scores.table[group].get(figure)) for group in groups)
        lines.append(f"| `{figure}` | {' | '.join(values)} |")
    if scores.negatives:
        told = (scores.negatives.get(group) for group in groups)
        cells = (f"{one[1]} of {one[0]}" if one else "—" for one in told)
        lines.append(f"| without an engagement: none found | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _gap(one: Scores, other: Scores) -> str:
    lines = [f"| | {one.name} | {other.name} | difference |", "| --- | ---: | ---: | ---: |"]
    for figure in MEANINGS:
        first, second = (scores.table[ALL].get(figure) for scores in (one, other))
        if figure != "reports" and first is not None and second is not None:
            cells = (_shown(figure, first), _shown(figure, second), f"{second - first:+.3f}")
            lines.append(f"| `{figure}` | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _shown(figure: str, value: float | None) -> str:
    if value is None:
        return "—"
    return f"{value:.0f}" if figure == "reports" else f"{value:.3f}"


def printed(text: str, word: str) -> str:
    """The page with what the commands that have `word` in them print now."""

    def run(found: re.Match[str]) -> str:
        if word not in found[2]:
            return found[0]
        command = [sys.executable if part == "python" else part for part in shlex.split(found[2])]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8")
        lines = "\n".join(line.rstrip() for line in done.stdout.strip("\n").split("\n"))
        today = datetime.now(UTC).date().isoformat()
        return f"{found[1]}\nMeasured on {today}.\n\n```text\n{lines}\n```\n\n{found[3]}"

    return _PRINTED.sub(run, text)


def main(arguments: Sequence[str]) -> int:
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--run", metavar="WORD", help="run the commands of the page that have WORD in them")
    asked.add_argument(
        "--check", action="store_true", help="write nothing; exit status 1 if the page is not up to date"
    )
    given = asked.parse_args(arguments)
    old = PAGE.read_text("utf-8")
    new = page(old, load_scores())
    if given.check:
        if new != old:
            print("docs/quality.md has not the figures that are kept: python benchmarks/quality.py writes them.")
        return int(new != old)
    PAGE.write_text(printed(new, given.run) if given.run else new, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
