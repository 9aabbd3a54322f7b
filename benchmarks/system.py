"""One system under measurement, in a process of its own: python benchmarks/system.py SYSTEM [CORE].

`names` is natasha's name tagger, `records` is text → report → records, `ingest` is the same into a register. A line of
JSON in, a list of texts, makes one line out: seconds of processor and of clock, and the most memory so far, in MB. The
first line out tells what it took to be ready. Nothing of one system is loaded in another's process.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

Work = Callable[[list[str]], object]

PUBLISHED = "2025-03-05"
"""The day of publication given with every text, as an archive gives one."""


def names() -> Work:
    """Sentences, words and names by natasha, as its documentation loads it; nothing of its morphology or syntax."""
    natasha = import_module("natasha")
    segmenter = natasha.Segmenter()
    tagger = natasha.NewsNERTagger(natasha.NewsEmbedding())

    def work(texts: list[str]) -> None:
        for text in texts:
            doc = natasha.Doc(text)
            doc.segment(segmenter)
            doc.tag_ner(tagger)

    return work


def records() -> Work:
    """Everything from a bare text to its records, language and date line included."""
    read = import_module("elchi").read

    def work(texts: list[str]) -> None:
        for text in texts:
            read(text, published=PUBLISHED)

    return work


def ingest() -> Work:
    """Texts into a register, people and events resolved; each list of texts is one ingest into a new register."""
    register = import_module("elchi.register").Register
    page = import_module("elchi.sources").Page

    def work(texts: list[str]) -> None:
        pages = [page(f"report {n}", f"r{n}", text, "text") for n, text in enumerate(texts)]
        with tempfile.TemporaryDirectory() as folder, register(Path(folder) / "register.db") as kept:
            summary = kept.ingest(pages, published=PUBLISHED)
            if len(summary.read) + len(summary.unread) + len(summary.known) != len(texts):
                raise RuntimeError(f"{len(summary.refused)} of {len(texts)} reports were refused")

    return work


SYSTEMS: dict[str, Callable[[], Work]] = {"names": names, "records": records, "ingest": ingest}


def peak_mb() -> float:
    """The most memory this process has held, in MB."""
    try:
        # getrusage would count what the parent held before this program was loaded
        for line in Path("/proc/self/status").read_text("utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size / (1024 * 1024 if sys.platform == "darwin" else 1024)


def timed(what: Callable[[], object]) -> dict[str, float]:
    """Seconds of processor and of clock that `what` took, and the most memory so far."""
    clock, processor = time.perf_counter(), time.process_time()
    what()
    processor, clock = time.process_time() - processor, time.perf_counter() - clock
    return {"processor": processor, "clock": clock, "peak": peak_mb()}


def main() -> None:
    """Serve until standard input ends."""
    system, *core = sys.argv[1:]
    if core and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {int(core[0])})
    made: list[Work] = []
    print(json.dumps(timed(lambda: made.append(SYSTEMS[system]()))), flush=True)
    for line in sys.stdin:
        texts = json.loads(line)
        print(json.dumps(timed(lambda texts=texts: made[0](texts))), flush=True)  # type: ignore[misc]


if __name__ == "__main__":
    main()
