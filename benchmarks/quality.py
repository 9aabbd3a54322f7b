"""Write the tables of docs/quality.md from the scores that are kept: python benchmarks/quality.py [--check]

`elchi evaluate GOLD --keep elchi/evaluation/scores.json --name NAME` keeps them. Each table stands between
`<!-- scores: NAME -->` (or `<!-- gap: NAME, NAME -->`) and `<!-- end -->`; what is between is written anew, the rest of
the page stays. `--check` writes nothing and says whether the page has the figures that are kept (exit status 1 if not).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from elchi.evaluation import ALL, MEANINGS, Scores, load_scores

PAGE = Path(__file__).parents[1] / "docs" / "quality.md"
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


def main(arguments: Sequence[str]) -> int:
    old = PAGE.read_text("utf-8")
    new = page(old, load_scores())
    if "--check" in arguments:
        if new != old:
            print("docs/quality.md has not the figures that are kept: python benchmarks/quality.py writes them.")
        return int(new != old)
    PAGE.write_text(new, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
