"""Personal names: capitalised runs by the language's name grammar, and which of them name a person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from elchi.extraction.document import Document
from elchi.extraction.model import Features, Model

_BREAKERS: Final = frozenset((
    "word:not_names", "word:organisations", "word:honorifics", "word:ministries", "word:delegations", "word:pronouns",
    "word:home", "word:counterparts", "word:former", "word:spouses", "word:conjunctions", "office",
))  # fmt: skip
_CONTEXT: Final = ("office", "speech", "frame", "trigger", "word:honorifics", "word:organisations",
                   "word:conjunctions", "word:locatives", "word:not_names", "country", "city", "body",
                   "document", "word:former", "word:spouses", "word:counterparts", "word:delegations")  # fmt: skip
_LONGEST: Final = 6
_ALIKE: Final = 40
"""How many names that begin alike a run is held against: more than any report has."""
_ROMAN: Final = frozenset("IVXІХ")


@dataclass(slots=True)
class Run:
    """Capitalised words, tokens `first` to `last` (exclusive), that may name a person."""

    first: int
    last: int
    sentence: int
    features: Features = field(default_factory=list)
    parts: tuple[str, ...] = ()


def runs(doc: Document) -> list[Run]:
    """Every run of capitalised words that may be a personal name, with the features that decide."""
    found = [run for s in doc.sentences for run in _sentence_runs(doc, s.first, s.last, s.index)]
    found = _divide(doc, found)
    counts: Counter[str] = Counter(p for r in found for p in set(r.parts))
    lower = {t.key for t in doc.tokens if t.kind == "word" and not t.capital}
    for run in found:
        run.features = _features(doc, run, counts, lower)
    return found


def names(doc: Document, model: Model) -> list[Run]:
    """The runs that the model takes for personal names."""
    return [r for r in runs(doc) if model.score("name", r.features) > 0]


def _sentence_runs(doc: Document, first: int, last: int, sentence: int) -> list[Run]:
    out: list[Run] = []
    i = first
    while i < last:
        if not _may_name(doc, i):
            i += 1
            continue
        j = i + 1
        while j < last and j - i < _LONGEST:
            if _may_name(doc, j) or _numeral(doc, j):
                j += 1
            elif _joins(doc, j) and j + 1 < last and _may_name(doc, j + 1):
                j += 2
            else:
                break
        end = j
        if any(doc.tokens[k].kind == "word" for k in range(i, end)):
            out.append(Run(i, end, sentence, parts=parts(doc, i, end)))
        i = j
    return out


def _may_name(doc: Document, i: int) -> bool:
    token = doc.tokens[i]
    if token.kind == "initial":
        return True
    if token.kind != "word" or not (token.capital or _inner_capital(token.text)) or i in doc.thing_at:
        return False
    if token.acronym and len(token.acronym) < 4:
        return False
    return _BREAKERS.isdisjoint(doc.classes[i])


def _inner_capital(text: str) -> bool:
    """An article with a hyphen before a capital ("аль-Хаббаш", "ан-Назир")."""
    if "-" not in text:
        return False
    head, _, tail = text.partition("-")
    return len(head) <= 3 and tail[:1].isupper()


def _numeral(doc: Document, i: int) -> bool:
    """A ruler's number after the name ("Абдалла II")."""
    text = doc.tokens[i].text
    return doc.tokens[i].kind == "word" and not set(text) - _ROMAN and doc.tokens[i - 1].end + 1 == doc.tokens[i].start


def _joins(doc: Document, i: int) -> bool:
    """A particle or an honorific inside a name ("Махмуд аль Хаббаш", "Ҳомиджон домла Ишматбеков")."""
    token = doc.tokens[i]
    if token.kind != "word" or token.capital or doc.is_word("word:conjunctions", i):
        return False
    return doc.is_word("word:particles", i) or doc.is_word("word:honorifics", i)


def parts(doc: Document, first: int, last: int) -> tuple[str, ...]:
    """The words of a name as keys, without honorifics."""
    return tuple(
        doc.tokens[i].key for i in range(first, last)
        if doc.tokens[i].kind in ("word", "initial") and not doc.is_word("word:honorifics", i)
        and set(doc.tokens[i].text) - _ROMAN
    )  # fmt: skip


def base_forms(part: str, suffixes: tuple[str, ...]) -> frozenset[str]:
    """The forms that a name's word may have without its case ending, itself included."""
    if not part.endswith(suffixes):
        return frozenset((part,))
    out = {part}
    for suffix in suffixes:
        if part.endswith(suffix) and len(part) - len(suffix) >= 3:
            out.add(part[: -len(suffix)])
    return frozenset(out)


def same_part(a: str, b: str, suffixes: tuple[str, ...]) -> bool:
    """Whether two words of names are one word, perhaps in two cases."""
    if a == b or a[:3] != b[:3]:
        # a base form has three letters at least, and they are the first
        return a == b
    return not base_forms(a, suffixes).isdisjoint(base_forms(b, suffixes))


def _divide(doc: Document, found: list[Run]) -> list[Run]:
    """Two names that stand side by side without a sign ("Baxtiyor Saidov Subrahmanyam Jayshankar bilan") are two."""
    suffixes = doc.pack.name_suffixes
    pairs: dict[str, list[tuple[str, ...]]] = {}
    for parted in dict.fromkeys(r.parts for r in found if 2 <= len(r.parts) <= 3):
        alike = pairs.setdefault(parted[0][:3], [])
        if len(alike) < _ALIKE:
            alike.append(parted)
    out: list[Run] = []
    for run in found:
        cut = 0
        if len(run.parts) >= 4 and run.last - run.first == len(run.parts):
            for n in range(2, len(run.parts) - 1):
                head, tail = run.parts[:n], run.parts[n:]
                if any(_same_name(name, p, suffixes) for name in (head, tail) for p in pairs.get(name[0][:3], ())):
                    cut = n
                    break
            if not cut and any(p.endswith(doc.pack.surnames) for p in run.parts[1:-2]):
                cut = 2
        if cut:
            middle = run.first + cut
            out.append(Run(run.first, middle, run.sentence, parts=parts(doc, run.first, middle)))
            out.append(Run(middle, run.last, run.sentence, parts=parts(doc, middle, run.last)))
        else:
            out.append(run)
    return out


def _same_name(a: tuple[str, ...], b: tuple[str, ...], suffixes: tuple[str, ...]) -> bool:
    return len(a) == len(b) and all(same_part(x, y, suffixes) for x, y in zip(a, b, strict=True))


def _word_class(doc: Document, i: int, sentence: int) -> str:
    if not 0 <= i < len(doc.tokens) or doc.sentence_of[i] != sentence:
        return "edge"
    classes = doc.classes[i]
    if classes:
        for category in _CONTEXT:
            if category in classes:
                return category
    token = doc.tokens[i]
    if token.kind == "sign":
        return token.text
    if token.kind != "word":
        return token.kind
    return "capital" if token.capital else "lower"


def _features(doc: Document, run: Run, counts: Counter[str], lower: set[str]) -> Features:
    tag = doc.pack.family
    tokens = doc.tokens[run.first : run.last]
    words = [t for t in tokens if t.kind == "word"]
    sentence = doc.sentences[run.sentence]
    before, after = _word_class(doc, run.first - 1, run.sentence), _word_class(doc, run.last, run.sentence)
    n = min(len(run.parts), 4)
    out = [f"n={n}", f"before={before}", f"after={after}", f"n={n}&before={before}", f"n={n}&after={after}"]
    if run.first > sentence.first:
        out.append(f"{tag}:prev={doc.word(run.first - 1)}")
    else:
        out += ["starts", f"starts&n={n}"]
    if run.last < sentence.last:
        out.append(f"{tag}:next={doc.word(run.last)}")
    if any(t.kind == "initial" for t in tokens):
        out += ["initial", f"initial&n={n}"]
    if any(not t.capital for t in tokens):
        out.append("particle")
    if len(tokens) > 1 and not set(tokens[-1].text) - _ROMAN:
        out += ["numeral", f"numeral&before={before}"]
    if words:
        out += [f"{tag}:last3={words[-1].key[-3:]}", f"{tag}:last2={words[-1].key[-2:]}",
                f"{tag}:first2={words[0].key[:2]}"]  # fmt: skip
        if len(words) > 1:
            out.append(f"{tag}:given3={words[0].key[-3:]}")
        if any(t.text.isupper() and len(t.text) > 1 for t in words):
            out.append("upper")
        if any(t.text.isascii() for t in words) and tag not in ("en", "uz-Latn"):
            out += ["latin", f"latin&n={n}"]
        if any(t.key in lower for t in words):
            out += ["seen-lower", f"seen-lower&n={n}"]
    if doc.quoted[run.first]:
        out.append("quoted")
        if before in ("«", "“", '"', "„"):
            out.append("quoted-alone")
    if sentence.paragraph == 0:
        out += ["title", f"title&n={n}"]
    if run.parts:
        again = min(counts[run.parts[-1]], 3)
        out += [f"again={again}", f"again={again}&n={n}"]
    if any(p.endswith(doc.pack.patronymics) for p in run.parts[1:] if doc.pack.patronymics):
        out.append("patronymic")
    if before == "office" or (before in "–—-," and _word_class(doc, run.first - 2, run.sentence) == "office"):
        out += ["titled", f"titled&n={n}"]
    return out
