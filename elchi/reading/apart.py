"""Whether a date stands apart from what is around it, as a page's own date does and an event's date does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from elchi.reading.phrasebook import book, fold, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from elchi.reading.datelines import Stamp
    from elchi.reading.phrasebook import PhraseBook

HEAD: Final = 110
"""Characters in front of the first sentence in which an agency's place, date and name have room."""

_BESIDE: Final = re.compile(r"[\s,(–—-]{0,3}(?:\d{1,2}[:.]\d{2}(?!\d)|([^\W\d_]{1,12}))\)?\.?")
_BEFORE: Final = re.compile(r"(?:(?<!\w)([^\W\d_]{2,12})\.?|\d{1,2}[:.]\d{2})[\s,(]{1,3}$")
_PARTED: Final = re.compile(r"[,./|–—:;•·∙*(\[«“\"»”)\]-]\s{0,3}$")
_LABEL: Final = re.compile(r"[^\W\d_][^:|/•·()]{0,60}(?<!:):\s{0,3}$")
_FIRMLY: Final = re.compile(r"[./|–—;•·∙*)\]]\s{0,3}$|::\s{0,3}$")
_QUOTED: Final = re.compile(r"[«“\"„][^«»“”\"„]{1,60}[»”\"“]")
_WORD: Final = re.compile(r"[^\W\d_][\w'’ʻʼ‘`-]*")
_SEGMENT: Final = re.compile(r"[.|/•·∙*;—–]|::|\s-\s")
_STOPPED: Final = re.compile(r"[.!?…]$")
_ENDED: Final = re.compile(r"\s{0,2}(?:\.\s{1,3}[\"«“„(/\[]?(?=[^\W_a-zа-яё])|[:|]|/|--|\([^()]{1,50}\)|[–—]|-\s)")
_SIGNED: Final = re.compile(
    r"\s{0,2},\s{1,2}(?:[«“\"][^«»“”\"]{1,50}[»”\"]|[A-ZА-ЯЁӘҒҚҢӨҰҮІЎҲ][\w'’ʻʼ‘`-]*(?:\s[A-ZА-ЯЁӘҒҚҢӨҰҮІЎҲ][\w'’ʻʼ‘`-]*){0,3})"
    r"\s{0,2}(?:\.\s{1,3}(?=[^\W_a-zа-яё]|[\"«“„])|--|[–—|]|-\s|:\s)"
)
_ABBREVIATED: Final = re.compile(r"\s{1,3}[\"«“„]?[^\W\d_a-zа-яё]")
_PARTICLES: Final = frozenset(
    {"al", "as", "ash", "da", "das", "de", "del", "der", "do", "dos", "du", "el", "en", "es", "la", "le", "les", "on",
     "sur", "upon", "am", "an", "аль", "ас", "аш", "да", "де", "дель", "ду", "ла", "ле", "эль", "на", "әл"}
)  # fmt: skip
"""Words within the names of places: Rio de Janeiro, Frankfurt an der Oder, Ростов-на-Дону."""

_MOST_WORDS: Final = 12


def is_date_line(text: str, stamps: Sequence[Stamp]) -> bool:
    """Whether a short line is a date with names beside it: place, outlet, section, author.

    The date must be parted from them by punctuation; a sentence, or words that tell something, make it no date line.
    """
    phrases = book()
    stamp = next((s for s in stamps if s.year is not None), stamps[0])
    before, after = _around(text, stamp, phrases)
    if before and not _PARTED.search(before) and not before.isupper():
        return False
    if is_labelled(text, stamps):
        return False
    if _lower(before) > _allowance(before):
        return False
    # a day with neither year nor weekday may head an item of a chronicle: only names may stand beside it
    bare = stamp.year is None and (before, after) == (text[: stamp.start].lstrip(), text[stamp.end :])
    return _beside(after, text[: len(text) - len(after)].endswith("."), phrases, told=0 if bare else 3)


def is_labelled(text: str, stamps: Sequence[Stamp]) -> bool:
    """Whether a colon stands before the first date, behind words that no page puts before its own date."""
    phrases = book()
    before, _ = _around(text, stamps[0], phrases)
    m = _LABEL.search(before)
    if m is None:
        return False
    words = tokens(m[0])
    bare = [w for w in words if w != ":"]
    # "Page last updated" is known by its last two words; one alone would not do: "Day it is held on"
    labels = [words, *(bare[i:] for i in range(max(1, len(bare) - 1)))]
    return not any(phrases.match(label) for label in labels[:6])


def opens(text: str, stamp: Stamp) -> bool:
    """Whether the first words of running text are an agency's: place and date, or a date, parted from the sentence."""
    phrases = book()
    before, after = _around(text, stamp, phrases)
    if before:
        if len(before) > HEAD or not (_PARTED.search(before) or before.isupper()):
            return False
        if _lower(before, 2) or not _WORD.search(before) or ". " in before.rstrip(" .")[4:]:
            return False
    elif stamp.year is None:
        return False
    if _ENDED.match(after) or _SIGNED.match(after):
        # a date that opens a sentence may be its subject: "5 May 2025 – a day to remember"
        return bool(before) or not re.match(r"\s{0,2}(?:--|[–—-])\s{0,2}[a-zа-яёәғқңөұүһіўҳ]", after)
    # the full stop of "2025 г." or of "28 Jan." has been taken with the date
    consumed = text[: len(text) - len(after)]
    return consumed.endswith(".") and bool(_ABBREVIATED.match(after))


def _around(text: str, stamp: Stamp, phrases: PhraseBook) -> tuple[str, str]:
    """What is before and after a date with its weekday, clock time and word for year."""
    before, at = text[: stamp.start], stamp.end
    for _ in range(3):
        m = _BEFORE.search(before)
        if m is None or not (m[1] is None or fold(m[1]) in phrases.weekdays):
            break
        before = before[: m.start()]
    for _ in range(4):
        m = _BESIDE.match(text, at)
        if m is None:
            break
        word = fold(m[1]) if m[1] else None
        if word is not None and word not in phrases.year and word not in phrases.weekdays:
            break
        at = m.end()
        if word is not None and m[0].endswith(".") and word in phrases.weekdays and len(word) > 3:
            at -= 1
    return before.lstrip(), text[at:]


def _lower(text: str, least: int = 3) -> int:
    """How many words of `least` letters begin in lower case, leaving out what is quoted or in brackets."""
    bare = re.sub(r"\([^()]{0,60}\)", " ", _QUOTED.sub(" ", text))
    return sum(1 for m in _WORD.finditer(bare) if m[0][0].islower() and len(m[0]) >= least and m[0] not in _PARTICLES)


def _allowance(before: str) -> int:
    if _QUOTED.search(before):
        return 3
    return 1 if _FIRMLY.search(before) else 0


def _beside(after: str, stopped: bool, phrases: PhraseBook, told: int) -> bool:
    """Whether what follows the date on its line is names, with `told` other words at most.

    `stopped` is whether the date ended in a full stop.
    """
    rest = after.strip()
    if not _WORD.search(rest):
        return not rest[:1].isdigit() and not re.match(r"\s?[–—-]\s?\d", rest)
    if not told and _STOPPED.search(rest):
        return False
    most = min(told, 1) if _STOPPED.search(rest) else told
    if rest[0].isalnum():
        most = 0
        if not (stopped and rest[0].isupper()):
            return False
    elif rest[0] in "\"'«“„‘’`" and not (stopped or told):
        return False
    if rest[0] == "," and rest[1:].lstrip()[:1].islower() and len(_WORD.findall(rest)[0]) > 2:
        return False
    lower = words = 0
    for segment in _SEGMENT.split(rest):
        found = tokens(segment)
        if not found or phrases.match(found) is not None or phrases.is_section(found):
            continue
        words += len(found)
        lower += _lower(segment)
    return words <= _MOST_WORDS and lower <= most
