"""How the time of reading grows with a page's length, whatever the page: python benchmarks/growth.py.

Every shape of `shapes.py` is read and its records extracted at two lengths, the second four times the first; time that
grows with the length takes four times as long. Last come a page of HTML of 5 MB and a line of 1 MB.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import replace

from shapes import RUSSIAN, SHAPES, shuffled

from elchi.extraction import extract
from elchi.reading import Unreadable, to_report
from elchi.vocabulary import OTHER_LANGUAGE

PUBLISHED = "2025-03-05"
TIMES = 4


def seconds(text: str) -> tuple[float, float]:
    """Seconds of processor for reading and for extraction; a page of no language is taken for Russian."""
    start = time.process_time()
    report = to_report(text, published=PUBLISHED)
    read = time.process_time()
    extract(replace(report, language="ru") if report.language == OTHER_LANGUAGE else report)
    return read - start, time.process_time() - read


def grown(shape: Callable[[int], str], size: int) -> tuple[float, float, float]:
    """Seconds at `size` characters, at `TIMES` as many, and how many times as long for each character."""
    small, large = (sum(seconds(shape(n))) for n in (size, TIMES * size))
    return small, large, large / small / TIMES


def main() -> None:
    """Print a line for each shape, and the worst last."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--size", type=int, default=50_000, metavar="N", help="characters (default: 50000)")
    asked.add_argument("--shape", action="append", choices=sorted(SHAPES), help="only this one; may be given again")
    asked.add_argument("--no-large", action="store_true", help="leave out the pages of 1 and 5 MB")
    given = asked.parse_args()
    for text in (RUSSIAN, *(shape(2000) for shape in SHAPES.values())):
        seconds(text)
    print(f"{'':34}{given.size:>9,}{TIMES * given.size:>10,}   times as long a character")
    worst = 0.0
    for name in given.shape or SHAPES:
        small, large, times = grown(SHAPES[name], given.size)
        worst = max(worst, times)
        print(f"{name:34}{small:>8.2f}s{large:>9.2f}s{times:>8.2f}", flush=True)
    print(f"{'the worst':34}{'':>18}{worst:>9.2f}")
    if given.no_large:
        return
    line = shuffled(RUSSIAN)(950_000)
    print(f"a line of {len(line.encode()) / 1e6:.1f} MB: {sum(seconds(line)):.1f} s")
    for share, what in ((1.0, "5 MB of HTML that is text"), (0.1, "5 MB of HTML, a tenth of it text")):
        body = "".join(f"<p>{text}</p>\n" for text in shuffled(RUSSIAN, every=40)(int(2_700_000 * share)).split("\n"))
        padding = '<div class="x"></div>' * int((5_000_000 - len(body.encode())) / 21)
        start = time.process_time()
        try:
            sum(seconds(f"<html><body>{padding}<article>{body}</article></body></html>"))
            told = "read"
        except Unreadable as error:
            told = f"refused: {error.reason}"
        print(f"{what}: {time.process_time() - start:.1f} s, {told}")


if __name__ == "__main__":
    main()
