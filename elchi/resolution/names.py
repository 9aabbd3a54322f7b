"""A person's name as it stands in a text, taken apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from elchi.resolution.sounds import chinese_sounds, is_cyrillic, load_table, sounds

LONGEST_NAME: Final = 160
MOST_WORDS: Final = 7
"""What a name is read to: a longer run of words is no name, and is cut here so that its cost is bounded."""

_APOSTROPHES: Final = "'’‘ʼʻ`´ʹ′"
_WORD: Final = re.compile(rf"[^\W\d_]+(?:[{_APOSTROPHES}][^\W\d_]+)*[{_APOSTROPHES}]?\.?")
_NUMERAL: Final = re.compile(r"(?:[IVX]{2,5}|[IVX](?!\w))(?![A-Z])")


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name: as folded, and the sounds it may have, as written first, then without a case ending."""

    text: str
    heard: tuple[str, ...]
    stripped: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart.

    `core` are given names and surnames in the order of the text; `initials` single letters with a dot, as sounds;
    `father` the patronymic's stem; `number` a monarch's; `sex` is `m`, `f` or empty. A name whose only other word is
    its patronymic has it in `core`, and `promoted` is true.
    """

    text: str
    core: tuple[Part, ...]
    initials: tuple[str, ...] = ()
    father: Part | None = None
    number: str = ""
    sex: str = ""
    promoted: bool = False

    @property
    def rank(self) -> int:
        """How much of a name it is: 3 in full, 2 with initials, 1 one word, 0 nothing."""
        if len(self.core) >= 2:
            return 2 if self.promoted else 3
        if self.core and self.number:
            return 3
        return (2 if self.initials else 1) if self.core else 0


class _Words:
    """`words.toml`, compiled once."""

    def __init__(self) -> None:
        table: dict[str, Any] = load_table("words.toml")
        self.son, self.daughter = frozenset(table["son"]), frozenset(table["daughter"])
        self.particles, self.titles = frozenset(table["particles"]), frozenset(table["titles"])
        self.surnames_too = frozenset(table["surnames_too"])
        ends = {k: [re.compile(f"{p}$") for p in v] for k, v in table["endings"].items()}
        self.endings: dict[str, list[re.Pattern[str]]] = ends
        cyrillic = [p for k, v in ends.items() if k not in ("uz-Latn", "en") for p in v]
        self.optional = [re.compile(f"{p}$") for p in table["optional"]]
        self.guessed = {True: cyrillic, False: ends["uz-Latn"]}
        case = "|".join(p for v in table["endings"].values() for p in v)
        self.father = {
            sex: re.compile(f"^(.{{2,}}?)(?:{'|'.join(table[key])})(?:{case})?$")
            for sex, key in (("m", "son_endings"), ("f", "daughter_endings"))
        }
        self.sex = {
            tag: tuple(re.compile(f"(?:{table[sex][tag]})$") for sex in ("woman", "man")) for tag in table["woman"]
        }


@lru_cache(maxsize=1)
def _words() -> _Words:
    return _Words()


def _fold(word: str) -> str:
    return "".join(c for c in word.casefold().rstrip(".") if c not in _APOSTROPHES)


def _part(text: str, language: str, last: bool) -> Part:
    """A word with its sounds; in Russian every word of a name may be inflected, elsewhere the last."""
    stems = [text]
    if last or language in ("", "ru"):
        for ending in _words().endings.get(language) or _words().guessed[is_cyrillic(text)] * (not language):
            stem = ending.sub("", text)
            if stem != text and len(stem) >= 2:
                stems.append(stem)
    stems += [o.sub("", stem) for stem in stems for o in _words().optional if o.search(stem)]
    heard = [sounds(stem, language) for stem in dict.fromkeys(stems)]
    if not is_cyrillic(text):
        heard.append(chinese_sounds(text))
    return Part(text, tuple(h for h in dict.fromkeys(heard) if h), len(stems) > 1)


def _father(text: str) -> tuple[str, str]:
    """The father's name in a patronymic, and the sex it tells; empty when the word is none."""
    for sex, pattern in _words().father.items():
        found = pattern.match(text)
        if found:
            return found.group(1), sex
    return "", ""


def _sex(parts: list[Part], language: str) -> str:
    """What a surname's ending tells."""
    patterns = _words().sex.get(language)
    if not patterns:
        return ""
    for part in reversed(parts):
        stems = [part.text, *(e.sub("", part.text) for e in _words().endings.get(language, []) if language != "ru")]
        for sex, pattern in zip("fm", patterns, strict=True):
            if any(pattern.search(stem) for stem in stems):
                return sex
    return ""


def _tokens(text: str) -> list[str]:
    text = unicodedata.normalize("NFKC", text[:LONGEST_NAME])
    return [m.group() for m in _WORD.finditer(text)][: 2 * MOST_WORDS]


def _is_initial(token: str) -> bool:
    return token.endswith(".") and len(token) <= 3 and token[0].isupper()


@lru_cache(maxsize=1 << 15)
def parse(text: str, language: str = "") -> Name:
    """Take a name apart; `language` is a tag of `vocabulary.LANGUAGES`, or empty when it is not known."""
    words = _words()
    core: list[str] = []
    loose: list[str] = []
    initials: list[str] = []
    father = whole = sex = number = ""
    for token in _tokens(text):
        word = _fold(token)
        if word in words.titles:
            loose += [] if core or token.endswith(".") else [word]
        elif _is_initial(token):
            # "Й" sounds only before a vowel: as it does at the head of a name
            initials.append(sounds(word, language)[:1] or sounds(f"{word}о", language)[:1])
        elif core and _NUMERAL.match(token):
            number = "".join(c for c in token if c in "IVX")
        elif core and (son := _kin(word, language)):
            father, sex = core.pop(), son
            whole = father
        elif word in words.particles and (core or word not in words.surnames_too):
            loose.append(word)
        elif core and not father and _father(word)[0]:
            father, sex = _father(word)
            whole = word
        elif word:
            core.append(word)
    promoted = bool(father) and len(core) < 2 and not initials
    kept = core + ([whole] if promoted else [])
    if loose and _counts(text, loose, kept):
        kept = _with_loose(text, loose, kept)
    parts = [_part(word, language, i == len(kept) - 1) for i, word in enumerate(kept[:MOST_WORDS])]
    parts = [part for part in parts if part.heard]
    if promoted and parts and father != whole:
        stem = sounds(father, language)
        parts[-1] = Part(whole, tuple(dict.fromkeys((*parts[-1].heard, stem))), stripped=True)
    return Name(
        text=text,
        core=tuple(parts),
        initials=tuple(initials[:3]),
        father=_part(father, language, last=False) if father and not promoted else None,
        number=number,
        sex=sex or _sex(parts, language),
        promoted=promoted,
    )


def _counts(text: str, loose: list[str], kept: list[str]) -> bool:
    """Whether what looks like particles is the name itself: nothing else is there, or "Ван Цзе", "Von Do Yon"."""
    if len(kept) != 1:
        return not kept
    capital = sum(_fold(token) in loose and token[0].isupper() for token in _tokens(text))
    return kept[0] in _words().surnames_too or capital >= 2


def _with_loose(text: str, loose: list[str], kept: list[str]) -> list[str]:
    """A name so short that its particles count: "Ван И", "Де Гау"."""
    order = [_fold(token) for token in _tokens(text)]
    return sorted({*kept, *loose}, key=order.index)


def _kin(word: str, language: str) -> str:
    """`m` or `f` when a word says "son of" or "daughter of", with or without a case ending."""
    words = _words()
    stems = {word} | {e.sub("", word) for e in words.endings.get(language, [])}
    if stems & words.son:
        return "m"
    return "f" if stems & words.daughter else ""
