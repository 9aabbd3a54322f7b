"""Teach the tagger of people's names: python training/tagger.py ../shared/corpora corpus/train --factrueval FOLDER.

One conditional random field a language, by L-BFGS (python-crfsuite), under a minute each on one core. What it is taught
on, with licences, stands in docs/tagger-card.md. The same texts in the same order give the same files.

A decision that is to learn how far to trust the tagger must not see it on reports that the tagger was taught on:
`--without 0` and `--without 1` teach two taggers, each on half of the stories, for the other half; they lie in
training/folds, and `unaware` chooses between them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from named import Named, column_file, factrueval, reports

from elchi.extraction.document import Document, take_apart
from elchi.reading import to_report
from elchi.records import Report
from elchi.tagging.features import REACH, Around, expand, groups, look, may_name, of_classes, segments
from elchi.tagging.model import LABELS, Row, Tagger, Weights, tagger
from elchi.tagging.tables import Tables, checksum

PACKAGE = Path(__file__).resolve().parent.parent / "elchi" / "tagging"
FOLDS = Path(__file__).resolve().parent / "folds"
"""Taggers taught without one half of the stories: `FOLDS/0` without fold 0, `FOLDS/1` without fold 1."""

FAMILIES = {"en": ("en",), "kk": ("kk",), "ru": ("ru",), "uz-Latn": ("uz-Latn", "uz-Cyrl")}
"""The taggers, and the languages of the reports that each is taught on."""

STRENGTH = {"c1": 0.1, "c2": 0.05, "max_iterations": 100}
"""How freely the weights may fit: the L1 and L2 penalties; set on the development parts of the corpora."""

_EDGE = ["E"]
_PLACES = 2 * REACH + 1


@dataclass(frozen=True, slots=True)
class Lesson:
    """Words that stand together, their features, and the label of each."""

    features: list[list[str]]
    labels: list[str]


def lessons(doc: Document, people: Sequence[tuple[int, int]], tables: Tables) -> Iterator[Lesson]:
    """What a document with its people marked teaches."""
    marked = labels(doc, people)
    looks = {at: look(token, tables) for at, token in enumerate(doc.tokens)}
    words = [[*seen.features, *(f"k={name}" for name in sorted(of_classes(doc, at)))] for at, seen in looks.items()]
    around = Around(doc, tables)
    for first, last in segments(doc, [may_name(token) for token in doc.tokens]):
        sentence = doc.sentences[doc.sentence_of[first]]
        features = []
        for at in range(first, last):
            here = ["*", *(f for g in groups(doc, at, sentence.first, sentence.last, looks, around) for f in expand(g))]
            for distance in range(-REACH, REACH + 1):
                place = at + distance
                if sentence.first <= place < sentence.last:
                    here += [f"{distance}:{feature}" for feature in words[place]]
                elif place in (sentence.first - 1, sentence.last):
                    here.append(f"{distance}:{'<' if place < at else '>'}")
            features.append(here)
        yield Lesson(features, marked[first:last])


def labels(doc: Document, people: Sequence[tuple[int, int]]) -> list[str]:
    """The label of each token. A name whose ends are no ends of tokens is left out."""
    starts = {token.start: at for at, token in enumerate(doc.tokens)}
    ends = {token.end: at for at, token in enumerate(doc.tokens)}
    if doc.pack.tag == "en":
        for at, token in enumerate(doc.tokens):
            if token.text.endswith(("'s", "’s")):
                ends.setdefault(token.end - 2, at)
    out = ["O"] * len(doc.tokens)
    for start, end in people:
        first, last = starts.get(start), ends.get(end)
        if first is None or last is None or last < first:
            continue
        out[first : last + 1] = ["U"] if first == last else ["B", *"I" * (last - first - 1), "L"]
    return out


def texts(
    family: str, corpora: Path, folders: Sequence[Path], russian: Path | None, *, without: int | None = None
) -> Iterator[tuple[Document, Named]]:
    """What the tagger of a language is taught on. The reports are read as pages: their furniture names nobody.

    Reports of the fold `without` are left out.
    """
    given: list[Iterable[Named]] = []
    if family == "kk":
        given.append(column_file(corpora / "kaznerd-valid.conll", "kk", word=0, label=1))
    if family == "en":
        given.append(column_file(corpora / "uner-en-ewt-dev.iob2", "en", word=1, label=2, sentences=0))
        given.append(column_file(corpora / "wikigold-en.conllu", "en", word=1, label=2))
    if family == "ru" and russian:
        given.append(factrueval(russian))
    for source in given:
        for one in source:
            yield take_apart(Report("-", one.text, one.language)), one
    for folder in folders:
        for one in reports(folder):
            if one.language in FAMILIES[family] and fold(one.id) != without:
                yield take_apart(to_report(one.text, language=one.language)), one


def fold(report: str) -> int:
    """Which half of the stories a report's id is of: 0 or 1; all reports of a story are in one."""
    story = report.removesuffix("-Latn").removesuffix("-Cyrl").rpartition("-")[0]
    return checksum(story) % 2


def unaware(report: str, family: str) -> Tagger | None:
    """The tagger of a language that was not taught on a report's story, told by the report's id."""
    return tagger(family, FOLDS / str(fold(report)))


def fit(family: str, taught: Iterable[tuple[Document, Named]]) -> Weights:
    """Learn the weights of one language."""
    import pycrfsuite  # type: ignore[import-not-found]

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({**STRENGTH, "feature.possible_transitions": False})
    tables = Tables(family)
    for doc, one in taught:
        for lesson in lessons(doc, one.people, tables):
            trainer.append([_EDGE, *lesson.features, _EDGE], ["O", *lesson.labels, "O"])
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        learnt = pycrfsuite.Tagger()
        learnt.open(path)
        told = learnt.info()
        learnt.close()
    return weights(told.state_features, told.transitions)


def weights(states: dict[tuple[str, str], float], steps: dict[tuple[str, str], float]) -> Weights:
    """The learnt weights as the package keeps them: rows by the checksum of a feature, whose name is nowhere kept."""
    words: dict[int, list[list[float]]] = {}
    here: dict[int, list[float]] = {}
    for (feature, label), weight in states.items():
        distance, colon, name = feature.partition(":")
        at = LABELS.index(label)
        if feature == _EDGE[0]:
            continue
        if colon and distance.lstrip("-").isdigit():
            rows = words.setdefault(checksum(name), [[0.0] * len(LABELS) for _ in range(_PLACES)])
            rows[int(distance) + REACH][at] = weight
        else:
            here.setdefault(checksum(feature), [0.0] * len(LABELS))[at] = weight
    table = [[steps.get((a, b), 0.0) for b in LABELS] for a in LABELS]
    rows_of: dict[int, tuple[Row, ...]] = {key: tuple(map(tuple, rows)) for key, rows in words.items()}
    return Weights(rows_of, {key: tuple(row) for key, row in here.items()}, [tuple(row) for row in table])


def main() -> None:
    """Teach the taggers asked for and write their weights."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("corpora", type=Path, help="the folder with kaznerd-valid.conll, uner-en-ewt-dev.iob2 …")
    asked.add_argument("reports", type=Path, nargs="*", help="folders of annotated reports")
    asked.add_argument("--factrueval", type=Path, help="a copy of FactRuEval-2016, with devset and testset")
    asked.add_argument("--only", nargs="*", choices=sorted(FAMILIES), help="the languages to teach (default: all)")
    asked.add_argument("--without", type=int, choices=(0, 1), help="leave out that half of the reports' stories")
    asked.add_argument("--out", type=Path, help="where to write the weights (default: the package, or training/folds)")
    given = asked.parse_args()
    out = given.out or (PACKAGE if given.without is None else FOLDS / str(given.without))
    out.mkdir(parents=True, exist_ok=True)
    if not given.factrueval and "ru" in (given.only or FAMILIES):
        print("without --factrueval the Russian tagger learns from the reports alone", file=sys.stderr)
    for family in given.only or sorted(FAMILIES):
        start = time.perf_counter()
        taught = list(texts(family, given.corpora, given.reports, given.factrueval, without=given.without))
        data = fit(family, taught).dump()
        (out / f"people-{family}.bin").write_bytes(data)
        names = sum(len(one.people) for _, one in taught)
        print(f"{family:8}{len(taught):6} texts {names:6} names {len(data) // 1024:5} KB"
              f" {time.perf_counter() - start:5.0f} s")  # fmt: skip


if __name__ == "__main__":
    main()
