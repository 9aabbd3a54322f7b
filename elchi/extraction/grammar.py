"""The name grammar: which words may stand in a personal name, and how far a name that begins at a word goes."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from elchi.extraction.document import Document
from elchi.extraction.lexicon import lexicon
from elchi.extraction.namesakes import namesakes
from elchi.extraction.tokens import Token, key, stem

_SMALL: Final = frozenset(("word:conjunctions", "word:pronouns", "word:not_names"))
_BREAKERS: Final = _SMALL | {
    "word:organisations", "word:honorifics", "word:ministries", "word:delegations", "word:home", "word:counterparts",
    "word:former", "word:spouses", "office",
}  # fmt: skip
_WORDS: Final = 6
"""The most words of a name; those in lower case between them are not counted."""
_JOINED: Final = 3
_ROMAN: Final = frozenset("IVXІХ")
_VOWELS: Final = frozenset("aeiouyаеёиоуыэюяіәөүұўєї")


class NameWords:
    """The words of one report that may stand in names; `end` says how far a name goes."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._dated = {i for d in doc.dates for i in range(d.first, d.last)
                       if any(doc.tokens[k].kind == "number" for k in range(d.first, d.last))}  # fmt: skip
        self._places = namesakes(doc, self._plain)

    def may_name(self, i: int) -> bool:
        """Whether the token may be a word of a name, or an initial."""
        return self._plain(i) or i in self._places

    def end(self, first: int, last: int) -> int:
        """Where the name that begins at token `first` ends, before `last`; `first` itself when none begins there."""
        doc = self._doc
        j = first
        words = 0
        while j < last and words < _WORDS:
            dot = self._short_form(j, last) if len(doc.tokens[j].text) <= 2 else 0
            if dot:
                j = dot
            elif self.may_name(j) or (words and numeral(doc, j)) or self._syllable(j, first, last):
                words += 1
                j += 1
                if words and j < last and self._in_case(doc.tokens[j - 1]) and not self._filial(j, words):
                    break
            elif not words:
                return first
            else:
                after = self._joined(j, first, last)
                if not after:
                    break
                j = after
        return self._tail(j, last, words) if words else first

    def honoured(self, first: int, last: int) -> int:
        """The end of capitals with dots that are an honorific and no initials ("H.E."), else `first`."""
        tokens = self._doc.tokens
        i = first
        while i < last and tokens[i].kind == "initial" and (i == first or tokens[i - 1].end == tokens[i].start):
            i += 1
        letters = "".join(t.text[0] for t in tokens[first:i])
        return i if i - first >= 2 and is_listed(letters, "word:honorifics", self._doc.pack.tag) else first

    def _plain(self, i: int) -> bool:
        doc = self._doc
        token = doc.tokens[i]
        if token.kind == "initial":
            return True
        if token.kind != "word" or not (token.capital or _inner_capital(token.text)) or i in doc.thing_at:
            return False
        if token.acronym and (len(token.acronym) < 4 or _VOWELS.isdisjoint(token.text.lower())):
            return False
        return i not in self._dated and _BREAKERS.isdisjoint(doc.classes[i])

    def _short_form(self, i: int, last: int) -> int:
        """The end of a first name cut to a letter or two that is no initial token ("Ст.Илиева", "С. аль-Малик")."""
        doc = self._doc
        token = doc.tokens[i]
        if i + 2 >= last or token.kind != "word" or not token.capital or len(token.text) > 2:
            return 0
        dot, following = doc.tokens[i + 1], doc.tokens[i + 2]
        if dot.text != "." or dot.start != token.end or (len(token.text) == 2 and token.text.isupper()):
            return 0
        if doc.is_word("word:honorifics", i):
            return 0
        if following.capital:
            return i + 2 if following.start == dot.end and self._plain(i + 2) else 0
        return i + 2 if self._plain(i + 2) or (self._joined(i + 2, i, last)) else 0

    def _syllable(self, i: int, first: int, last: int) -> bool:
        """A capital syllable that is a small word elsewhere ("Ван И", "О Сон Мин"), where names take cases."""
        doc = self._doc
        token = doc.tokens[i]
        if token.kind != "word" or not token.capital or len(token.text) > 3 or not doc.pack.name_suffixes:
            return False
        if (len(token.text) > 1 and token.text.isupper()) or _VOWELS.isdisjoint(token.key) or i in doc.thing_at:
            return False
        if not (_BREAKERS & doc.classes[i]) <= _SMALL:
            return False
        if i > first:
            return doc.tokens[i - 1].kind == "word" and doc.tokens[i - 1].capital
        if i == doc.sentences[doc.sentence_of[i]].first or len(token.text) > 2 or i + 1 >= last:
            return False
        before, after = doc.tokens[i - 1], doc.tokens[i + 1]
        return before.kind == "word" and self._plain(i + 1) and after.kind == "word" and not after.text.isupper()

    def _joined(self, j: int, first: int, last: int) -> int:
        """The word of a name after particles or an honorific inside it ("Ursula von der Leyen"); 0 if none follows."""
        doc = self._doc
        k = j
        while k < last and k - j < _JOINED and self._joins(k, alone=j == first + 1):
            k += 1
        if k > j and k < last and self.may_name(k):
            return k
        if (
            k == j and j + 2 < last and doc.tokens[j].text == "(" and doc.tokens[j + 2].text == ")"
            and self._plain(j + 1) and j + 3 < last and self._plain(j + 3) and doc.tokens[j + 3].kind == "word"
        ):  # fmt: skip
            return j + 3
        return 0

    def _joins(self, i: int, *, alone: bool) -> bool:
        """A particle or an honorific inside a name ("Махмуд аль Хаббаш", "Ҳомиджон домла Ишматбеков")."""
        doc = self._doc
        token = doc.tokens[i]
        if token.kind != "word" or doc.is_word("word:conjunctions", i):
            return False
        if not token.capital:
            return doc.is_word("word:particles", i) or doc.is_word("word:honorifics", i)
        return alone and self._honorific_name(i)

    def _honorific_name(self, i: int) -> bool:
        """An honorific with a capital that may be a word of a name ("Хайрат Лама Шариф")."""
        doc = self._doc
        match = doc.match_at.get("word:honorifics", {}).get(i)
        if (
            match is None
            or match.last - match.first > 1
            or doc.tokens[i].acronym
            or len(_BREAKERS & doc.classes[i]) > 1
        ):
            return False
        return doc.tokens[i].kind == "word" and (i + 1 >= len(doc.tokens) or doc.tokens[i + 1].text != ".")

    def _tail(self, j: int, last: int, words: int) -> int:
        """Take in what may end a name: "уулу", a Sheikh without a name after him, the dot of "Jr."."""
        doc = self._doc
        if j < last and self._filial(j, words):
            return j + 1
        if (
            j < last and words > 1 and doc.tokens[j].capital and self._honorific_name(j)
            and not (j + 1 < last and (doc.tokens[j + 1].capital or doc.is_word("word:particles", j + 1)))
        ):  # fmt: skip
            return j + 1
        end = doc.tokens[j - 1]
        if words > 1 and j < last and doc.tokens[j].text == "." and doc.tokens[j].start == end.end:
            goes_on = j + 1 < last and not doc.tokens[j + 1].capital
            if (end.key in doc.pack.abbreviations and len(end.text) == 2) or (len(end.text) == 1 and goes_on):
                return j + 1
        return j

    def _filial(self, i: int, words: int) -> bool:
        """A word in lower case that says whose child the person is, after the father's name ("Тургунбек уулу")."""
        doc = self._doc
        token = doc.tokens[i]
        if token.kind != "word" or token.capital or words < (2 if doc.pack.office_head == "last" else 1):
            return False
        if doc.tokens[i - 1].kind != "word" or _ends(doc.tokens[i - 1].text, doc.pack.base_always):
            return False
        return not base_forms(token.key, doc.pack.name_suffixes).isdisjoint(doc.pack.patronymics)

    def _in_case(self, token: Token) -> bool:
        """Whether a word has a case ending for certain: only the last word of a name has one."""
        pack = self._doc.pack
        if token.kind != "word":
            return False
        if _ends(token.text, pack.base_always):
            return True
        return any(
            token.text.endswith(ending) and len(token.text) - len(ending) >= 5
            and key(token.text[: -len(ending)], pack.tag).endswith(pack.surnames)
            for ending, _ in pack.base_surname
        )  # fmt: skip


def numeral(doc: Document, i: int) -> bool:
    """A ruler's number after the name ("Абдалла II", "Лев XIV-нің")."""
    token = doc.tokens[i]
    number, _, ending = token.text.partition("-")
    return (token.kind == "word" and is_roman(number) and not (ending and not ending.islower())
            and doc.tokens[i - 1].end + 1 == token.start)  # fmt: skip


def is_roman(text: str) -> bool:
    """Whether a text has no letters but those of Roman numbers."""
    return not set(text) - _ROMAN


def _inner_capital(text: str) -> bool:
    """An article with a hyphen before a capital ("аль-Хаббаш", "ан-Назир")."""
    if "-" not in text:
        return False
    head, _, tail = text.partition("-")
    return len(head) <= 3 and tail[:1].isupper()


def _ends(word: str, endings: tuple[tuple[str, str], ...]) -> bool:
    return any(word.endswith(ending) and len(word) - len(ending) >= 3 for ending, _ in endings)


@lru_cache(maxsize=20_000)
def is_listed(word: str, category: str, tag: str) -> bool:
    """Whether a word that is no token of the text is in a list of the language pack."""
    folded = key(word, tag)
    token = Token(
        word, 0, len(word), folded, stem(folded, tag), "word", word[:1].isupper(), word if word.isupper() else ""
    )
    return any(m.entry.category == category for m in lexicon(tag).match([token], 0, 1))


def parts(doc: Document, first: int, last: int) -> tuple[str, ...]:
    """The words of a name as keys, without honorifics, numbers and what tells the younger from the elder."""
    out = []
    for i in range(first, last):
        token = doc.tokens[i]
        if token.kind not in ("word", "initial") or doc.is_word("word:honorifics", i) or is_roman(token.text):
            continue
        head, _, tail = token.key.rpartition("-")
        junior = (
            head and tail and token.text[-len(tail) :].islower() and is_listed(tail, "word:particles", doc.pack.tag)
        )
        out.append(head if junior else token.key)
    return tuple(out)


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
