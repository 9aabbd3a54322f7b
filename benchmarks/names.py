"""How well people's names are found, exact spans, and how fast: python benchmarks/names.py.

On the test parts of public corpora (../shared/corpora) and of this one: the learned tagger, the reader's own name
finder, and natasha on the Russian texts, each in a process of its own. docs/tagger-card.md says how to read it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training"))
NATASHA = ROOT / "build" / "natasha" / "bin" / "python"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
WARM = 20
"""Texts that a system reads before it is timed."""

Spans = set[tuple[int, int]]
Finder = Callable[[str, str], Spans]


@dataclass(slots=True)
class Score:
    """Names found right, found, and marked; words of the texts, and the seconds of processor that finding took."""

    right: int = 0
    found: int = 0
    marked: int = 0
    words: int = 0
    seconds: float = 0.0

    @property
    def precision(self) -> float:
        """Of the names found, those that are marked with the same ends."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Of the names marked, those found with the same ends."""
        return self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.found + self.marked) if self.found + self.marked else 0.0


def with_tagger() -> Finder:
    """The tagger of the package."""
    from elchi.extraction.document import take_apart
    from elchi.records import Report
    from elchi.tagging import people, span

    def find(text: str, language: str) -> Spans:
        doc = take_apart(Report("-", text, language))
        return {span(doc, named) for named in people(doc)}

    return find


def with_reader() -> Finder:
    """The names that the reader's extraction takes for people's."""
    from elchi.extraction.document import take_apart
    from elchi.extraction.model import default_model
    from elchi.extraction.names import names
    from elchi.records import Report
    from elchi.tagging import Named, span

    def find(text: str, language: str) -> Spans:
        doc = take_apart(Report("-", text, language))
        return {span(doc, Named(run.first, run.last, 1.0)) for run in names(doc, default_model())}

    return find


def with_natasha() -> Finder:
    """natasha's tagger of names; imported only in its own process."""
    import natasha  # type: ignore[import-not-found]

    segmenter, tagger = natasha.Segmenter(), natasha.NewsNERTagger(natasha.NewsEmbedding())

    def find(text: str, _: str) -> Spans:
        doc = natasha.Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return {(s.start, s.stop) for s in doc.spans if s.type == "PER"}

    return find


FINDERS: Mapping[str, Callable[[], Finder]] = {"tagger": with_tagger, "reader": with_reader, "natasha": with_natasha}


def serve(system: str) -> None:
    """Answer each line of stdin, texts of one language as JSON, with the names in them and the seconds it took."""
    find = FINDERS[system]()
    for line in sys.stdin:
        language, texts = json.loads(line)
        for text in texts[:WARM]:
            find(text, language)
        start = time.process_time()
        found = [sorted(find(text, language)) for text in texts]
        print(json.dumps([time.process_time() - start, found]), flush=True)


def ask(python: str, system: str, language: str, texts: Sequence[str]) -> tuple[float, list[Spans]]:
    """What a system finds in texts, and the seconds of processor."""
    done = subprocess.run(
        [python, __file__, "--serve", system], input=json.dumps([language, texts]) + "\n", text=True, encoding="utf-8",
        capture_output=True, check=False, env={**os.environ, **ONE_THREAD, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{system}: {(done.stderr.strip().splitlines() or ['it failed'])[-1]}")
    seconds, found = json.loads(done.stdout)
    return seconds, [{(a, b) for a, b in spans} for spans in found]


def corpora(folder: Path) -> Iterator[tuple[str, str, list[tuple[str, Spans]]]]:
    """The test sets that are there: name, language, texts with the places of names."""
    from named import Named, column_file, nerel, reports

    def rows(named: Iterable[Named]) -> list[tuple[str, Spans]]:
        return [(one.text, set(one.people)) for one in named]

    if folder.is_dir():
        yield "KazNERD test", "kk", rows(column_file(folder / "kaznerd-test.conll", "kk", word=0, label=1))
        yield "NEREL test", "ru", rows(nerel(folder / "nerel-test.jsonl"))
        yield "NEREL test, in nothing else", "ru", rows(nerel(folder / "nerel-test.jsonl", nested=True))
        uner = column_file(folder / "uner-en-ewt-test.iob2", "en", word=1, label=2, sentences=0)
        yield "UNER en test", "en", rows(uner)
    own = list(reports(ROOT / "corpus" / "test"))
    for tag in ("en", "kk", "ru", "uz-Cyrl", "uz-Latn"):
        yield f"corpus/test {tag}", tag, rows(one for one in own if one.language == tag)


def absent(folder: Path) -> str | None:
    """What to say where the corpora are not there."""
    if folder.is_dir():
        return None
    return (
        f"{folder} is not there:\nKazNERD, NEREL and UNER are left out. Name the folder that holds\n"
        "kaznerd-test.conll, nerel-test.jsonl and uner-en-ewt-test.iob2 with --corpora.\n"
    )


def measure(texts: Sequence[tuple[str, Spans]], language: str, python: str, system: str) -> Score:
    """How a system does on a test set."""
    seconds, found = ask(python, system, language, [text for text, _ in texts])
    out = Score(words=sum(len(text.split()) for text, _ in texts), seconds=seconds)
    for spans, (_, marked) in zip(found, texts, strict=True):
        out.right += len(spans & marked)
        out.found += len(spans)
        out.marked += len(marked)
    return out


def main() -> None:
    """Measure and print a table."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--corpora", type=Path, default=ROOT.parent / "shared" / "corpora", help="where the corpora lie")
    asked.add_argument("--natasha", metavar="PYTHON", help="a Python with natasha (default: that of make benchmark)")
    asked.add_argument("--save", type=Path, metavar="FILE", help="write all figures there, as JSON")
    asked.add_argument("--serve", choices=sorted(FINDERS), help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.serve:
        serve(given.serve)
        return
    natasha = given.natasha or (str(NATASHA) if NATASHA.exists() else None)
    if said := absent(given.corpora):
        print(said)
    if not natasha:
        print("natasha is not measured: make benchmark installs it, or name a Python with --natasha.\n")
    print(f"{'people, exact spans':28}{'':10}{'P':>7}{'R':>7}{'F1':>7}{'names':>8}{'words/s':>11}")
    saved = []
    for name, language, texts in corpora(given.corpora):
        systems = {"tagger": sys.executable, "reader": sys.executable}
        if natasha and language == "ru":
            systems["natasha"] = natasha
        for system, python in systems.items():
            score = measure(texts, language, python, system)
            print(f"{name:28}{system:10}{score.precision:7.3f}{score.recall:7.3f}{score.f1:7.3f}"
                  f"{score.marked:8}{score.words / max(score.seconds, 1e-9):11,.0f}", flush=True)  # fmt: skip
            saved.append({"set": name, "system": system, "f1": score.f1, **asdict(score)})
            name = ""  # noqa: PLW2901 - once is enough
    if given.save:
        given.save.write_text(json.dumps(saved, indent=1), "utf-8")


if __name__ == "__main__":
    main()
