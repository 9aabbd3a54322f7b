"""How fast Elchi reads and how much memory it takes, beside natasha's name tagger: python benchmarks/extraction.py.

Every system runs in a process of its own, all on the same core, and they take turns batch by batch: what slows the
machine down slows them all. Rates are of processor time, which other programs on the machine bear on least.
benchmarks/README.md says what is measured and how to read it.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from corpus import FOLDERS, texts, variant

HERE = Path(__file__).resolve().parent
BATCH = 15
LENGTH = 2000
"""Rates are also given for reports of so many characters."""

ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)


@dataclass(slots=True)
class Measured:
    """What one system did: reports, characters, seconds; `peak` in MB."""

    reports: int = 0
    characters: int = 0
    processor: float = 0.0
    clock: float = 0.0
    peak: float = 0.0
    per_report: list[float] = field(default_factory=list)
    """seconds of processor for one report, batch by batch"""

    def add(self, batch: Sequence[str], figures: Mapping[str, float]) -> None:
        """Count a batch in."""
        self.reports += len(batch)
        self.characters += sum(map(len, batch))
        self.processor += figures["processor"]
        self.clock += figures["clock"]
        self.peak = max(self.peak, figures["peak"])
        self.per_report.append(figures["processor"] / len(batch))

    def row(self) -> dict[str, float]:
        """The figures to print."""
        return {
            "reports per second": self.reports / self.processor,
            f"of {LENGTH} characters": self.characters / LENGTH / self.processor,
            "ms a report": 1000 * self.processor / self.reports,
            "by the clock": 1000 * self.clock / self.reports,
            "peak MB": self.peak,
        }


class System:
    """A system in its process: `do` gives it a batch."""

    def __init__(self, python: str, name: str, core: int | None) -> None:
        command = [python, str(HERE / "system.py"), name, *([str(core)] if core is not None else [])]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
            env={**os.environ, **ONE_THREAD, "PYTHONUTF8": "1"},
        )  # fmt: skip
        try:
            self.ready = self._read()
        except SystemExit:
            self.close()
            raise

    def do(self, batch: Sequence[str]) -> dict[str, float]:
        """Seconds and memory for a batch."""
        assert self._process.stdin is not None  # noqa: S101 - it was opened as a pipe
        self._process.stdin.write(json.dumps(list(batch)) + "\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, float]:
        assert self._process.stdout is not None  # noqa: S101 - it was opened as a pipe
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"{' '.join(map(str, self._process.args))}: ended before its time")  # type: ignore[arg-type]
        figures: dict[str, float] = json.loads(line)
        return figures

    def close(self) -> None:
        """End the process."""
        self._process.communicate(timeout=60)


@contextmanager
def systems(names: Mapping[str, str], core: int | None) -> Iterator[dict[str, System]]:
    """Systems by name, each with its Python; ended in the end."""
    with ExitStack() as stack:
        out = {}
        for name, python in names.items():
            out[name] = System(python, name, core)
            stack.callback(out[name].close)
        yield out


def batches(reports: Sequence[str], size: int) -> list[Sequence[str]]:
    """`reports` in batches of `size`."""
    return [reports[at : at + size] for at in range(0, len(reports), size)]


def in_turn(running: Mapping[str, System], work: Sequence[Sequence[str]]) -> dict[str, Measured]:
    """Give every system every batch, another one first each time."""
    out = {name: Measured() for name in running}
    order = list(running)
    for number, batch in enumerate(work):
        turn = number % len(order)
        for name in order[turn:] + order[:turn]:
            out[name].add(batch, running[name].do(batch))
    return out


def ratio(ours: Measured, theirs: Measured) -> tuple[float, float, float]:
    """How many times as fast ours is: the median over the batches, and the middle half of them."""
    found = [b / a for a, b in zip(ours.per_report, theirs.per_report, strict=True)]
    low, middle, high = statistics.quantiles(found, n=4) if len(found) > 1 else found * 3
    return low, middle, high


def first_reports(by_language: Mapping[str, Sequence[str]], core: int | None, times: int) -> dict[str, float]:
    """Seconds of processor from a fresh process's import to its first report, by language; the best of `times`."""
    out = {}
    for tag, reports in sorted(by_language.items()):
        found = []
        for _ in range(times):
            with systems({"records": sys.executable}, core) as running:
                found.append(running["records"].ready["processor"] + running["records"].do(reports[:1])["processor"])
        out[tag] = min(found)
    return out


def help_seconds(times: int) -> dict[str, float]:
    """Seconds by the clock and of processor that `elchi --help` takes: the best of `times`."""
    clock, processor = [], []
    for _ in range(times):
        start, before = time.perf_counter(), _of_children()
        subprocess.run([str(Path(sys.executable).parent / "elchi"), "--help"], check=True, stdout=subprocess.DEVNULL)
        clock.append(time.perf_counter() - start)
        processor.append(_of_children() - before)
    return {"clock": min(clock), "processor": min(processor)}


def several(texts_: Sequence[str]) -> dict[str, dict[str, float]]:
    """Seconds by the clock and of processor that `elchi extract` takes over all of them, in one process and in two."""
    out = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "reports"
        folder.mkdir()
        for number, text in enumerate(texts_):
            (folder / f"{number:05}.txt").write_text(text, "utf-8")
        for jobs in ("1", "2"):
            command = [str(Path(sys.executable).parent / "elchi"), "extract", str(folder), "--jobs", jobs]
            start, before = time.perf_counter(), _of_children()
            subprocess.run([*command, "-o", str(Path(name) / "out.jsonl"), "--published", "2025-03-05"], check=True)
            out[jobs] = {"clock": time.perf_counter() - start, "processor": _of_children() - before}
    return out


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(folder: Path, natasha: str | None, rounds: int, core: int | None) -> dict[str, Any]:
    """All figures; natasha's only with the Python that has it."""
    by_language = texts(folder)
    russian = by_language.get("ru", [])
    if not russian:
        raise SystemExit(f"{folder}: no report in Russian there; name another folder")
    out: dict[str, Any] = {"folder": folder.name, "reports": {tag: len(r) for tag, r in sorted(by_language.items())}}
    out["help"] = help_seconds(7)
    out["first"] = first_reports(by_language, core, 3)
    varied = [[variant(text, n) for text in russian] for n in range(rounds)]
    work = [batch for reports in varied for batch in batches(reports, BATCH)]
    pythons = {"records": sys.executable, **({"names": natasha} if natasha else {})}
    with systems(pythons, core) as running:
        for system in running.values():
            system.do(russian)
        out["russian"] = in_turn(running, work)
    with systems({"ingest": sys.executable, **({"names": natasha} if natasha else {})}, core) as running:
        for system in running.values():
            system.do(russian[:BATCH])
        out["ingest"] = in_turn(running, varied)
    with systems({"records": sys.executable}, core) as running:
        for reports in by_language.values():
            # now and then a report needs py3langid's model: loading it is no part of anybody's rate
            running["records"].do(reports)
        out["languages"] = {
            tag: in_turn(running, batches(reports, BATCH))["records"] for tag, reports in sorted(by_language.items())
        }
    with systems({"ingest": sys.executable}, core) as running:
        everything = [text for reports in by_language.values() for text in reports]
        out["all"] = in_turn(running, [everything])["ingest"]
    out["jobs"] = several([variant(text, n) for n in range(rounds) for text in everything])
    return out


def table(rows: Mapping[str, Measured], say: Callable[[str], None] = print) -> None:
    """Print rows of figures."""
    heads = list(Measured(1, 1, 1.0).row())
    say(f"{'':34}" + "".join(f"{head:>20}" for head in heads))
    for name, measured in rows.items():
        say(f"{name:34}" + "".join(f"{value:>20.1f}" for value in measured.row().values()))


def show(found: Mapping[str, Any], natasha: bool) -> None:
    """Print all figures, and those asked for beside what is asked."""
    count = sum(found["reports"].values())
    print(f"{count} reports of {found['folder']}; one core; rates by processor time\n")
    rows = {"Elchi: text → records": found["russian"]["records"], "Elchi: text → register": found["ingest"]["ingest"]}
    if natasha:
        rows["natasha: names alone"] = found["russian"]["names"]
    print(f"Russian, {found['reports']['ru']} reports and variants of them, in turn")
    table(rows)
    print("\nEvery language, as given")
    table({f"text → records, {tag}": measured for tag, measured in found["languages"].items()}
          | {"text → register, all": found["all"]})  # fmt: skip
    print()
    if natasha:
        for what, both in (("text → records", found["russian"]), ("text → register", found["ingest"])):
            low, middle, high = ratio(both["records" if "records" in both else "ingest"], both["names"])
            print(f"{what:16} {middle:.2f} times as fast as natasha's names alone ({low:.2f}–{high:.2f})")
    else:
        print("natasha was not measured: name a Python that has it with --natasha, or run make benchmark")
    peak = max(m.peak for m in (*rows.values(), *found["languages"].values(), found["all"]) if m is not rows.get(
        "natasha: names alone"))  # fmt: skip
    print(f"most memory      {peak:.0f} MB")
    one, two = found["jobs"]["1"], found["jobs"]["2"]
    print(f"--jobs 2         {one['clock'] / two['clock']:.2f} times as fast as one process by the clock, "
          f"{two['processor'] / one['processor']:.2f} times its processor time")  # fmt: skip
    of_help = found["help"]
    print(f"elchi --help     {of_help['clock']:.2f} s by the clock, {of_help['processor']:.2f} s of processor")
    firsts = ", ".join(f"{tag} {seconds:.2f}" for tag, seconds in found["first"].items())
    print(f"first report     {firsts} s of processor, from import on")


def main() -> None:
    """Measure, print, and save where asked."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--reports", type=Path, help="a folder of reports (default: the gold reports, else the samples)")
    asked.add_argument("--natasha", metavar="PYTHON", help="a Python with benchmarks/requirements.txt installed")
    asked.add_argument("--rounds", type=int, default=4, help="how many variants of the Russian reports (default: 4)")
    asked.add_argument("--core", type=int, help="the core to run on (default: the last that may be used)")
    asked.add_argument("--save", type=Path, metavar="FILE", help="write all figures there, as JSON")
    given = asked.parse_args()
    folder = given.reports or next(f for f in FOLDERS if f.is_dir())
    usable = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    core = given.core if given.core is not None else usable[-1] if usable else None
    found = measure(folder, given.natasha, max(1, given.rounds), core)
    show(found, bool(given.natasha))
    if given.save:
        given.save.write_text(json.dumps(found, default=asdict, indent=1), "utf-8")


if __name__ == "__main__":
    main()
