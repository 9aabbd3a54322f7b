"""Personal names: capitalised runs by the language's name grammar, and which of them name a person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from elchi.extraction.document import Document
from elchi.extraction.grammar import NameWords, base_forms, is_listed, is_roman, parts, same_part
from elchi.extraction.model import Features, Model
from elchi.extraction.tokens import Sentence
from elchi.tagging import hints

__all__ = ["Run", "base_forms", "names", "parts", "runs", "same_part"]

_CONTEXT: Final = ("office", "speech", "frame", "trigger", "word:honorifics", "word:organisations",
                   "word:conjunctions", "word:locatives", "word:not_names", "country", "city", "body",
                   "document", "word:former", "word:spouses", "word:counterparts", "word:delegations")  # fmt: skip
_EVENTS: Final = frozenset(("trigger", "speech", "frame", "cue", "status"))
_LINE: Final = 12
"""The most tokens of a line that credits someone."""
_FULL: Final = frozenset('.!?…»”"')
_ALIKE: Final = 40
"""How many names that begin alike a run is held against: more than any report has."""


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
    words = NameWords(doc)
    found = [run for s in doc.sentences for run in _sentence_runs(doc, words, s)]
    found = _divide(doc, found)
    counts: Counter[str] = Counter(p for r in found for p in set(r.parts))
    lower = {t.key for t in doc.tokens if t.kind == "word" and not t.capital}
    told = hints(doc, [(run.first, run.last) for run in found], by=doc.tagger)
    for run, tagged in zip(found, told, strict=True):
        run.features = [*_features(doc, run, counts, lower), *tagged]
    return found


def names(doc: Document, model: Model) -> list[Run]:
    """The runs that the model takes for personal names."""
    return [r for r in runs(doc) if model.score("name", r.features) > 0]


def _sentence_runs(doc: Document, words: NameWords, sentence: Sentence) -> list[Run]:
    out: list[Run] = []
    i = sentence.first
    while i < sentence.last:
        token = doc.tokens[i]
        if not token.capital and (token.kind != "word" or "-" not in token.text):
            i += 1
            continue
        after = words.honoured(i, sentence.last) if token.kind == "initial" else i
        end = words.end(i, sentence.last) if after == i else i
        if end == i:
            i = max(after, i + 1)
            continue
        if any(doc.tokens[k].kind == "word" for k in range(i, end)):
            first = _without_opening(doc, _without_place(doc, i, end), end, sentence)
            out.append(Run(first, end, sentence.index, parts=parts(doc, first, end)))
        i = end
    return out


def _without_place(doc: Document, first: int, last: int) -> int:
    """Where the name begins after a governor's province ("губернатор провинции Сальта Эстебан Кирога")."""
    if doc.pack.office_head == "last":
        # the place stands before the title
        return first
    titles = doc.match_at.get("office", {})
    office = titles.get(first - 1) or titles.get(first - 2)
    if office is None or office.entry.value != "governor" or first - office.first < 2 or last - first < 3:
        return first
    before = doc.tokens[first - 1]
    if before.kind != "word" or before.capital or doc.sentence_of[first - 1] != doc.sentence_of[first]:
        return first
    if any(
        doc.tokens[i].kind != "word" or doc.tokens[i].key.endswith(doc.pack.patronymics) for i in range(first, last)
    ):
        return first
    if is_listed(before.text, "office", doc.pack.tag):
        return first
    lengths = [len(doc.tokens[i].text) for i in range(first, last)]
    # "мэр города Квон Тхэ Ил": a name of syllables has a short one, and no long word before it
    syllables = min(lengths[1:]) <= 3 and lengths[0] <= 5
    return first if syllables or doc.is_word("word:honorifics", first - 1) else first + 1


def _without_opening(doc: Document, first: int, last: int, sentence: Sentence) -> int:
    """Where the name begins after a sentence's first word that two names follow and that is plainly none itself."""
    token = doc.tokens[first]
    if first != sentence.first or last - first < 3 or token.kind != "word" or doc.tokens[first + 1].kind != "word":
        return first
    if not doc.tokens[first + 1].capital or not doc.tokens[first + 2].capital:
        return first
    cased = any(token.text.endswith(e) and len(token.text) - len(e) >= 5 for e, _ in doc.pack.base_surname)
    if (cased and not token.key.endswith(doc.pack.surnames)) or not _EVENTS.isdisjoint(doc.classes[first]):
        return first + 1
    return first


def _divide(doc: Document, found: list[Run]) -> list[Run]:
    """Two names that stand side by side without a sign ("Baxtiyor Saidov Subrahmanyam Jayshankar bilan") are two."""
    pairs: dict[str, list[tuple[str, ...]]] = {}
    ends: dict[str, list[tuple[str, ...]]] = {}
    for parted in dict.fromkeys(r.parts for r in found if 2 <= len(r.parts) <= 3):
        for place, word in ((pairs, parted[0]), (ends, parted[-1])):
            alike = place.setdefault(word[:3], [])
            if len(alike) < _ALIKE:
                alike.append(parted)
    out: list[Run] = []
    for run in found:
        cut = 0
        if len(run.parts) >= 2 and run.last - run.first == len(run.parts):
            cut = _between(doc, run, pairs, ends)
        if cut:
            middle = run.first + cut
            out.append(Run(run.first, middle, run.sentence, parts=parts(doc, run.first, middle)))
            out.append(Run(middle, run.last, run.sentence, parts=parts(doc, middle, run.last)))
        else:
            out.append(run)
    return out


_Alike = dict[str, list[tuple[str, ...]]]


def _between(doc: Document, run: Run, pairs: _Alike, ends: _Alike) -> int:
    """How many words of a run are one name, the rest being another; 0 when it is one name.

    `pairs` are the report's names of two or three words by the first word's letters, `ends` by the last word's.
    """
    suffixes, patronymics = doc.pack.name_suffixes, doc.pack.patronymics
    whole, size = run.parts, len(run.parts)

    def told(name: tuple[str, ...]) -> bool:
        return any(_same_name(name, p, suffixes) for p in pairs.get(name[0][:3], ()))

    def surname(at: int) -> bool:
        """Whether the word is the last of another person's name."""
        return len(whole[at]) > 3 and any(
            same_part(whole[at], p[-1], suffixes) and all(q[0] not in {w[0] for w in whole[:at]} for q in p[:-1])
            for p in ends.get(whole[at][:3], ())
        )

    tied = _tied(doc, run)
    free = [n for n in range(1, size) if run.first + n - 1 not in tied and run.first + n not in tied]
    if size >= 4:
        for n in free:
            if 2 <= n <= size - 2 and (told(whole[:n]) or told(whole[n:])):
                return n
        if 2 in free and any(p.endswith(doc.pack.surnames) for p in whole[1:-2]):
            return 2
    if doc.pack.office_head == "first":
        return (
            size - 1 if size == 3 and size - 1 in free and doc.tokens[run.first].kind == "initial" and surname(2) else 0
        )
    if size - 1 not in free or (patronymics and whole[-1].endswith(patronymics)) or len(whole[-1]) < 4:
        return 0
    if size >= 3 and (surname(size - 1) or told(whole[:-1])):
        return size - 1
    return 1 if size == 2 and doc.tokens[run.first].kind == "word" and surname(1) and _alone(whole[0], ends) else 0


def _alone(part: str, ends: _Alike) -> bool:
    """Whether a word is the last of some name of the report."""
    return any(part == p[-1] for p in ends.get(part[:3], ()))


def _tied(doc: Document, run: Run) -> set[int]:
    """The particles of a run, whatever their letters: no name ends or begins beside one."""
    return {i for i in range(run.first, run.last)
            if doc.is_word("word:particles", i) or not doc.tokens[i].text[:1].isupper()}  # fmt: skip


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
    if before == "initial":
        # one that belongs to no name: "H.E."
        before = "word:honorifics"
    n = min(len(run.parts), 4)
    out = [f"n={n}", f"before={before}", f"after={after}", f"n={n}&before={before}", f"n={n}&after={after}"]
    if run.first > sentence.first:
        out.append(f"{tag}:prev={doc.word(run.first - 1)}")
        if run.first > sentence.first + 1:
            # of what is called after someone: "памятник поэту N", "the statue of N"
            out.append(f"{tag}:prev2={doc.word(run.first - 2)}")
    else:
        out += ["starts", f"starts&n={n}"]
    if run.last < sentence.last:
        out.append(f"{tag}:next={doc.word(run.last)}")
        if run.last + 1 < sentence.last:
            out.append(f"{tag}:next2={doc.word(run.last + 1)}")
    if any(t.kind == "initial" for t in tokens):
        out += ["initial", f"initial&n={n}"]
    if any(not t.capital for t in words):
        out.append("particle")
    if len(tokens) > 1 and is_roman(tokens[-1].text):
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
    elif sentence.last - sentence.first <= _LINE and doc.tokens[sentence.last - 1].text not in _FULL:
        # a line of its own without a full stop: an author, an editor, a photographer
        end = "last-line" if sentence.paragraph >= doc.sentences[-1].paragraph - 1 else "line"
        out += [end, f"{end}&n={n}", f"{end}&before={before}"]
    if run.parts:
        again = min(counts[run.parts[-1]], 3)
        out += [f"again={again}", f"again={again}&n={n}"]
    if any(p.endswith(doc.pack.patronymics) for p in run.parts[1:] if doc.pack.patronymics):
        out.append("patronymic")
    if before == "office" or (before in "–—-," and _word_class(doc, run.first - 2, run.sentence) == "office"):
        out += ["titled", f"titled&n={n}"]
    return out
