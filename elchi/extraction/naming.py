"""The base form of a name that a text gives in a case: "Мухтаром Тлеуберди" is Мухтар Тлеуберди."""

from __future__ import annotations

from elchi.extraction.document import Document
from elchi.extraction.names import Run, base_forms
from elchi.extraction.offices import OfficeAt
from elchi.extraction.people import Figure
from elchi.extraction.tokens import APOSTROPHES, key


def base_name(doc: Document, figure: Figure) -> str:
    """The fullest name, each word in its base form: as attested elsewhere in the report, else by the pack's endings."""
    best = min(figure.runs, key=lambda r: (-sum(len(p) > 2 for p in r.parts), r.last - r.first != len(r.parts),
                                           sum(len(p) for p in r.parts), r.first))  # fmt: skip
    forms = {doc.tokens[i].text for r in figure.runs for i in range(r.first, r.last) if doc.tokens[i].kind == "word"}
    oblique = any(_oblique(doc, t) for t in figure.titles if _beside(t, best))
    out = doc.report.text[doc.tokens[best.first].start : doc.tokens[best.last - 1].end]
    for i in range(best.last - 1, best.first - 1, -1):
        token = doc.tokens[i]
        if token.kind != "word" or not token.capital:
            continue
        at = token.start - doc.tokens[best.first].start
        word = _base(doc, _unowned(token.text, doc.pack.tag), forms, oblique, last=i == best.last - 1)
        out = out[:at] + word + out[at + len(token.text) :]
    return out


def _unowned(word: str, tag: str) -> str:
    """A word without a possessive ending: one that its key does not have either."""
    owned = len(word) > 2 and word[-1] in "sS" and word[-2] in APOSTROPHES
    return word[:-2] if owned and key(word, tag) == key(word[:-2], tag) else word


def _base(doc: Document, word: str, forms: set[str], oblique: bool, *, last: bool) -> str:
    pack = doc.pack
    bases = base_forms(key(word, pack.tag), pack.name_suffixes)
    attested = [f for f in forms if len(f) < len(word) and key(f, pack.tag) in bases]
    if attested:
        return min(attested, key=len)
    tables = [pack.base_oblique] if oblique else []
    if last:
        tables += [pack.base_always, pack.base_surname]
    for table in tables:
        for ending, stands in table:
            stem = word[: -len(ending)] + stands
            if not word.endswith(ending) or len(stem) < 3:
                continue
            if table is pack.base_surname and not key(stem, pack.tag).endswith(pack.surnames):
                continue
            return stem
    return word


def _beside(title: OfficeAt, run: Run) -> bool:
    return title.sentence == run.sentence and 0 <= run.first - title.last <= 6


def _oblique(doc: Document, title: OfficeAt) -> bool:
    """Whether the first word of a title is in another case than the pack's pattern gives it."""
    match = doc.match_at.get("office", {}).get(title.first)
    if match is None or not doc.pack.base_oblique:
        return False
    word = doc.tokens[title.first].key
    pattern = key(match.entry.pattern.split()[0].strip("=*^"), doc.pack.tag)
    return word != pattern and word.startswith(pattern.rstrip("аеийоуыья"))
