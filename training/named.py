"""Texts with the names of people marked in them: the corpora that the tagger learns from and is measured on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

Span = tuple[int, int]

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT.parent / "shared" / "corpora"
_NO_SPACE_BEFORE = frozenset(".,:;!?)]}»”%…")
_APART = re.compile(r"[,;(]|\b(?:и|или)\b|\w.*\w.*\w.*\w.*\w")
"""Between two words of a person's name: signs and words that show that they belong to two ("Иван и Пётр Ивановы")."""
_NO_SPACE_AFTER = frozenset("([{«“„")


@dataclass(frozen=True, slots=True)
class Named:
    """A text, its language, and the places in it that name a person: sorted, disjoint, the longest where they nest."""

    text: str
    language: str
    people: tuple[Span, ...]
    id: str = ""


def outermost(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans that lie in no other, in order."""
    out: list[Span] = []
    for start, end in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        if not out or start >= out[-1][1]:
            out.append((start, end))
    return tuple(out)


def column_file(
    path: Path, language: str, *, word: int, label: int, person: Sequence[str] = ("PER", "PERSON"), sentences: int = 1
) -> Iterator[Named]:
    """Texts of a file with a token a line and its IOB label in a column; `sentences` of them make a text.

    A line `# newdoc` ends a text whatever `sentences` is; 0 leaves it to those lines alone.
    """  # fmt: skip
    lines = path.read_text("utf-8").splitlines()
    waiting: list[list[tuple[str, str]]] = []
    for filled, group in groupby(lines, key=lambda line: bool(line.strip())):
        rows = list(group)
        if not filled:
            continue
        if waiting and any(row.startswith("# newdoc") for row in rows):
            yield _joined(waiting, language, person)
            waiting = []
        cells = [re.split(r"\t| ", row) for row in rows if not row.startswith("# ")]
        waiting.append([(cell[word], cell[label]) for cell in cells if len(cell) > label])
        if len(waiting) == sentences:
            yield _joined(waiting, language, person)
            waiting = []
    if waiting:
        yield _joined(waiting, language, person)


def _joined(sentences: Sequence[Sequence[tuple[str, str]]], language: str, person: Sequence[str]) -> Named:
    """The running text of labelled sentences, a paragraph each."""
    text = ""
    people: list[Span] = []
    for sentence in sentences:
        text += "\n\n" if text else ""
        begun: int | None = None
        end = len(text)
        previous, straight = "", False
        for word, label in sentence:
            inside = label.startswith("I-") and label[2:] in person
            if begun is not None and not inside:
                people.append((begun, end))
                begun = None
            closes = word in _NO_SPACE_BEFORE or (word == '"' and straight)
            opened = previous in _NO_SPACE_AFTER or (previous == '"' and straight)
            if previous and not closes and not opened and not word.startswith(("'", "’")):
                text += " "
            if word == '"':
                straight = not straight
            start = len(text)
            text += word
            end, previous = len(text), word
            if label[2:] in person and begun is None:
                begun = start
        if begun is not None:
            people.append((begun, end))
    return Named(text, language, tuple(people))


def nerel(path: Path, *, nested: bool = False) -> Iterator[Named]:
    """NEREL: the PERSON spans that lie in no other PERSON; with `nested`, only those that lie in nothing at all."""
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        spans = [(e["spans"][0][0], e["spans"][-1][1], e["type"]) for e in row["entities"]]
        people = outermost((a, b) for a, b, kind in spans if kind == "PERSON")
        if nested:
            around = [(a, b) for a, b, _ in spans]
            people = tuple(p for p in people if not any(a <= p[0] and p[1] <= b and (a, b) != p for a, b in around))
        yield Named(row["text"], "ru", people)


def reports(folder: Path) -> Iterator[Named]:
    """Annotated reports: every place where a form of a person's name stands as words of its own."""
    for file in sorted(folder.glob("*.json")):
        row = json.loads(file.read_text("utf-8"))
        forms = sorted({m for person in row["people"] for m in person["mentions"]}, key=len, reverse=True)
        found: Iterable[Span] = ()
        if forms:
            pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")
            found = (m.span() for m in pattern.finditer(row["text"]))
        yield Named(row["text"], row["language"], outermost(found), row["id"])


def factrueval(folder: Path) -> Iterator[Named]:
    """FactRuEval-2016: the spans of the objects of class Person that are names, titles and descriptions left out."""
    kinds = {"name", "surname", "patronymic", "nickname"}
    for file in sorted(folder.rglob("*.objects")):
        text = file.with_suffix(".txt").read_text("utf-8")
        spans = {}
        for line in file.with_suffix(".spans").read_text("utf-8").splitlines():
            number, kind, start, length, *_ = line.split()
            spans[number] = (kind, int(start), int(start) + int(length))
        people = []
        for line in file.read_text("utf-8").splitlines():
            cells = line.split("#")[0].split()
            parts = [spans[c] for c in cells[2:] if c in spans and spans[c][0] in kinds]
            if cells and cells[1] == "Person" and parts:
                parts.sort(key=lambda p: p[1])
                start, end = parts[0][1:]
                for _, a, b in parts[1:]:
                    if _APART.search(text[end:a]):
                        break
                    end = b
                people.append((start, end))
        yield Named(text, "ru", outermost(people))
