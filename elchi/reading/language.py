"""The language of a report, script included: by letters and small words, by a model where those leave doubt.

Line by line, each by its length: a page is in the language of most of its text, whatever its title is in.
"""

from __future__ import annotations

import re
import tempfile
import tomllib
from collections import Counter
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from elchi.reading.phrasebook import book, fold
from elchi.vocabulary import LANGUAGES, OTHER_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from elchi.records import Span

LOOKED_AT: Final = 3000
"""The most characters of a report that are looked at."""

_CYRILLIC: Final = ("ru", "kk", "uz-Cyrl")
_LATIN: Final = ("en", "uz-Latn")
_MODEL: Final[Mapping[str, Mapping[str, str]]] = {
    "Cyrl": {"ru": "ru", "kk": "kk", "uz": "uz-Cyrl", "uzs": "uz-Cyrl"},
    "Latn": {"en": "en", "uz": "uz-Latn"},
}
_CYRILLIC_LETTERS: Final = re.compile(r"[\u0400-\u052f]")
_NOT_ASCII_LETTERS: Final = bytes(c for c in range(128) if not chr(c).isalpha())
_NOT_LATIN_1_LETTERS: Final = bytes((*range(0xC0), 0xD7, 0xF7))
_NOT_OTHER_BLOCKS: Final = bytes((0, 1, 2, 4, *range(0x1E, 0x30), *range(0xD8, 0x100)))
"""Latin, Cyrillic, punctuation, symbols, surrogates: blocks of UTF-16 by their upper byte."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019\u02bb\u02bc\u2018`-][^\W\d_]+)*")
_SHORT: Final = 60
_ENOUGH: Final = 0.06
_MARKED: Final = 0.012
_SMALL_SHARE: Final = 0.1


def tell(text: str, masked: Sequence[Span] = ()) -> str:
    """One of `vocabulary.LANGUAGES`, or `vocabulary.OTHER_LANGUAGE`; `masked` is left out of account."""
    votes: Counter[str] = Counter()
    doubtful: list[str] = []
    lines = _lines(text, masked)
    half = sum(map(len, lines)) / 2
    for line in lines:
        found = by_letters_and_words(line)
        if found is None:
            doubtful.append(line)
            continue
        votes[found] += len(line)
        if votes[found] > half:
            return found
    unsure = sum(map(len, doubtful))
    if unsure > sum(votes.values()):
        whole = " ".join(doubtful)
        votes[by_letters_and_words(whole) or by_model(whole)] += unsure
    return max(sorted(votes), key=lambda tag: votes[tag]) if votes else OTHER_LANGUAGE


def normalised(tag: str) -> str | None:
    """A language tag as given with a page (`ru-RU`, `kk_KZ`, `uz-Cyrl-UZ`, `tg`) as one of ours.

    `vocabulary.OTHER_LANGUAGE` for a tag of another language; None where the text must tell (`uz` without a script).
    """
    parts = re.split(r"[-_]", tag.strip().lower())
    if parts[0] == "uz":
        return {"cyrl": "uz-Cyrl", "latn": "uz-Latn"}.get(parts[1]) if len(parts) > 1 else None
    if "latn" in parts[1:] and parts[0] in _CYRILLIC:
        return OTHER_LANGUAGE
    if parts[0] in LANGUAGES:
        return parts[0]
    return OTHER_LANGUAGE if re.fullmatch(r"[a-z]{2,3}|other", parts[0]) else None


def script(text: str) -> str:
    """`Cyrl`, `Latn`, or empty for any other: the script of most letters."""
    counts = _scripts(text)
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else ""


def by_letters_and_words(text: str) -> str | None:
    """The language where letters and small words leave no doubt, else None."""
    counts = _scripts(text)
    name = max(counts, key=counts.__getitem__)
    letters = counts[name]
    if letters < 20:
        return None
    if not name:
        return OTHER_LANGUAGE
    folded = fold(text)
    words = _WORD.findall(folded)
    shares = _shares(words)
    best = max(shares, key=shares.__getitem__)
    if name == "Cyrl":
        return _cyrillic(folded, letters, shares, best)
    return _latin(text.lower(), folded, letters, shares, best)


def by_model(text: str) -> str:
    """The language as py3langid tells it; it takes Kazakh in Latin letters for another, which we have no pack for."""
    found, _ = _identifier().classify(text[:LOOKED_AT])
    return _MODEL.get(script(text), {}).get(str(found), OTHER_LANGUAGE)


def _cyrillic(text: str, letters: int, shares: Mapping[str, float], best: str) -> str | None:
    """`text` is folded. Kazakh and Uzbek are told by their letters, Russian by its words and the want of others'."""
    if _share(text, _neighbours()[0], letters) > _MARKED:
        return OTHER_LANGUAGE if best not in LANGUAGES else None
    kazakh = _share(text, "әұһ", letters)
    common = _share(text, "өүңі", letters)
    both = _share(text, "қғ", letters)
    uzbek = _share(text, "ўҳ", letters)
    if both + kazakh + common > _ENOUGH and uzbek < _MARKED:
        if kazakh + common < _MARKED:
            return "uz-Cyrl" if best == "uz-Cyrl" else None
        if both + kazakh > _MARKED:
            return "kk" if best in (*LANGUAGES, "ky") else OTHER_LANGUAGE
        return OTHER_LANGUAGE if best not in LANGUAGES else None
    if uzbek + both > _MARKED / 2 and common + kazakh < _MARKED and best == "uz-Cyrl":
        return "uz-Cyrl"
    marked = kazakh + common + both + uzbek
    # no other language written in these letters alone has ы, and Belarusian and Kyrgyz have letters besides
    if marked < _MARKED / 2 and _share(text, "ы", letters) > _MARKED / 2 and shares["ru"] > _MARKED * 2:
        return "ru"
    if marked < _MARKED and best in _CYRILLIC and _clear(shares, best):
        return best if best != "kk" else None
    if best not in LANGUAGES and _clear(shares, best):
        return OTHER_LANGUAGE
    return None


def _latin(text: str, folded: str, letters: int, shares: Mapping[str, float], best: str) -> str | None:
    apostrophes = sum(folded.count(pair) for pair in book().telling["uz-Latn"][0]) / letters
    foreign = _accented(text) / letters
    if foreign > 2 * _MARKED and best not in LANGUAGES:
        return OTHER_LANGUAGE
    if best == "uz-Latn" and (apostrophes > _MARKED / 2 or _clear(shares, best)) and foreign < _ENOUGH:
        return "uz-Latn"
    if best == "en" and (_clear(shares, best) or (shares["en"] >= 2 * _SMALL_SHARE and not foreign)):
        return "en"
    if best not in LANGUAGES and _clear(shares, best):
        return OTHER_LANGUAGE
    return None


def _clear(shares: Mapping[str, float], best: str) -> bool:
    """Whether one language's small words are well ahead of every other's."""
    second = max((share for tag, share in shares.items() if tag != best), default=0.0)
    return shares[best] >= _SMALL_SHARE and shares[best] >= 1.3 * second


def _shares(words: Sequence[str]) -> dict[str, float]:
    """For each language, ours and neighbours', the share of the text's words that are small words of it."""
    total = len(words) or 1
    index = _small_words()
    counts: dict[str, int] = dict.fromkeys(_languages(), 0)
    for word in words:
        for tag in index.get(word, ()):
            counts[tag] += 1
    return {tag: count / total for tag, count in counts.items()}


@cache
def _languages() -> tuple[str, ...]:
    return (*LANGUAGES, *_neighbours()[1])


@cache
def _small_words() -> Mapping[str, tuple[str, ...]]:
    """Each small word, and the languages that have it."""
    out: dict[str, list[str]] = {}
    for tag in _languages():
        for word in book().telling[tag][1] if tag in LANGUAGES else _neighbours()[1][tag]:
            out.setdefault(word, []).append(tag)
    return {word: tuple(tags) for word, tags in out.items()}


def _share(text: str, letters: Iterable[str], total: int) -> float:
    return sum(text.count(letter) for letter in letters) / total


def _scripts(text: str) -> dict[str, int]:
    """How many letters are of which script; counted over bytes, since this is done for every line of every report."""
    blocks = text.encode("utf-16-le", "replace")[1::2]
    return {
        "Cyrl": blocks.count(4),
        "Latn": len(text.encode("ascii", "ignore").translate(None, _NOT_ASCII_LETTERS)) + _accented(text),
        "": len(blocks.translate(None, _NOT_OTHER_BLOCKS)),
    }


def _accented(text: str) -> int:
    """How many Latin letters with a mark or of a shape beyond ASCII there are."""
    if text.isascii():
        return 0
    blocks = text.encode("utf-16-le", "replace")[1::2]
    return blocks.count(1) + len(text.encode("latin-1", "ignore").translate(None, _NOT_LATIN_1_LETTERS))


def _lines(text: str, masked: Sequence[Span]) -> list[str]:
    """The lines of the text that are not masked, short ones joined, up to LOOKED_AT characters."""
    kept, at = [], 0
    for start, end in (*masked, (len(text), len(text))):
        kept.append(text[at:start])
        at = end
    out: list[str] = []
    short: list[str] = []
    size = 0
    for line in "\n".join(kept).splitlines():
        bare = line.strip()[: LOOKED_AT - size]
        size += len(bare)
        if len(bare) >= _SHORT:
            out.append(bare)
        elif bare:
            short.append(bare)
        if size >= LOOKED_AT:
            break
    return [*out, " ".join(short)] if short else out


@cache
def _neighbours() -> tuple[str, dict[str, frozenset[str]]]:
    """Cyrillic letters of neighbouring languages that ours have not, and the small words of each of them."""
    path = resources.files("elchi.reading") / "neighbours.toml"
    table: Mapping[str, Any] = tomllib.loads(path.read_text("utf-8"))
    letters = {c for entry in table.values() for c in entry["letters"] if _CYRILLIC_LETTERS.match(c)}
    return "".join(sorted(letters)), {tag: frozenset(map(fold, entry["words"])) for tag, entry in table.items()}


@cache
def _identifier() -> Any:  # noqa: ANN401 - py3langid is not typed
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    try:
        return LanguageIdentifier.from_model_file(MODEL_FILE)
    except OSError as error:
        # it unpacks its model into the temporary folder, and does not say so when that is full
        raise OSError(error.errno, error.strerror, error.filename or tempfile.gettempdir()) from error
