"""Features in words: what `ru:before&mark=с` says to somebody who asks why.

A feature is parts joined by `&`; a part is `key=value`, a bare word, or a pattern of the pack; a language's tag or the
kind of thing that it is about may stand before it with a colon. A key that is not here is shown as it is, its signs
taken out: features may be added without a word here, and are still told.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from elchi.vocabulary import ACTS, KINDS, LANGUAGES, STATUSES

_NAMES: Final = {"en": "English", "ru": "Russian", "kk": "Kazakh", "uz-Latn": "Uzbek", "uz-Cyrl": "Uzbek"}

_TAG: Final = re.compile(rf"({'|'.join(LANGUAGES)}):(.+)", re.DOTALL)
_GROUP: Final = re.compile(r"([a-z]+):([a-z-]+=.*)", re.DOTALL)

_STEPS: Final = {"0": "right beside it", "1": "one word away", "2": "2 words away", "3": "3 words away",
                 "4": "4–6 words away", "5": "7–11 words away", "6": "12–19 words away",
                 "7": "20 or more words away", "9": "in another sentence"}  # fmt: skip
"""The steps of `relation.bucket`."""

_COUNTED: Final = frozenset(("owner", "holder", "speaker"))
"""Decisions whose `gap` is a number of words, not a step."""

_PLACES: Final = {"10": "told to the day", "7": "told to the month", "4": "told to the year"}

_WORDS: Final = {
    "<name>": "a name", "<open>": "a word that opens a sentence", "^": "the sentence's beginning", "edge": "no word",
    "office": "a title", "word:honorifics": "an honorific", "word:organisations": "an organisation",
    "word:conjunctions": "a conjunction", "word:locatives": "a word before places", "word:not_names": "no name",
    "country": "a country", "city": "a city",
    "body": "a body", "document": "a document", "trigger": "words of an event", "speech": "a verb of saying",
    "frame": "an attribution",
    "word:former": "former", "word:spouses": "a spouse", "word:counterparts": "host or guest",
    "word:delegations": "a delegation", "capital": "a capitalised word", "lower": "a plain word", "none": "nothing",
}  # fmt: skip
"""Values of features about the words beside something."""

_SAID: Final = {
    "n": "{} words", "before": "after {}", "after": "before {}", "prev": "after “{}”", "next": "before “{}”",
    "mark": "after “{}”", "marks": "after “{}”", "b": "after “{}”", "w": "with “{}” near", "t": "the word “{}”",
    "joint": "with “{}” between", "word": "with “{}” between", "via": "then “{}”",
    "signs": "with the signs “{}” between", "end": "ends in -{}", "te": "ends in -{}", "last2": "ends in -{}",
    "last3": "ends in -{}", "given3": "its first word ends in -{}", "first2": "begins with {}-",
    "office-end": "the title ends in -{}", "thing-end": "ends in -{}", "e": "a word in -{}", "e3": "a word in -{} near",
    "e4": "a word in -{} near", "close": "the sentence closes in -{}", "close3": "the sentence closes in -{}",
    "closes": "the sentence closes in -{}", "form": "form {}", "crossed": "{} others between",
    "names": "{} names between", "titles": "{} titles between", "things": "{} places between",
    "commas": "{} commas between", "again": "told before: {}", "people": "{} people there",
    "parties": "{} countries or bodies there", "seats": "{} titles there", "officials": "titles in the report: {} of 4",
    "countries": "{} countries in the report", "hold": "with “{}”", "attend": "with “{}”", "status": "a cue of {}",
    "cue": "the cue “{}”", "with": "beside words of a {}", "new": "{} people new", "shared": "{} people told before",
    "since": "{} sentences after the last", "same": "{} of the kind there", "third": "third {} of the sentence",
    "number": "numbered in {}", "document": "a document: {}", "kind": "{}", "tense": "{} tense near",
    "trigger-tense": "{} tense", "date": "a date {}", "date-kind": "a date: {}", "date-future": "a date that may be {}",
    "pattern": "the pattern says {}", "usable": "{} dates in the sentence", "away": "{} sentences away",
    "some": "{} others there", "cues": "{} cues there", "id": "{}", "forms": "told by {}", "place": "the place: {}",
    "sides": "{} sides seated", "back": "{} sentences back", "ahead": "{} sentences ahead", "heads": "{} people there",
    "many": "{} people before", "rank": "place {} of those named", "count": "named {} times", "here": "{} people there",
    "group": "“{}” there", "how": "told by {}", "order": "number {} of those there", "of": "of {}",
    "verb": "“{}”", "frame": "“{}”", "trigger": "words of a {}", "length": "length {} of 4",
    "before-verb": "the verb after “{}”", "before-verb-end": "the verb after -{}", "after-verb": "the verb before “{}”",
    "others": "{} others", "named": "{} named", "share": "share {} of 5", "seen": "seen {} times",
    "cities": "{} cities", "speech": "{} verbs of saying between", "triggers": "{} other events between",
    "verbs": "{} verbs between",
    "s": "the sentence alone weighs {} of 6", "sure": "the surest participant weighs {} of 6",
    "size": "{} others took part",
    "at": "in {} other events of the report", "without": "{} other events of the same people without it",
    "likely": "{} other events in the report", "kin": "{} other events of the kind",
    "day": "the day is {}",
    "day-other": "another day", "claim": "its title says {}", "mine": "{} officials of it named",
    "rival": "another holder: {}", "leads": "whose official is named first: {}", "votes": "{} sources give the date",
    "often": "named {} times", "sizes": "{} people told", "gap": "{} sentences between",
    "figure": "person {} of the report",
    "thing": "a {}", "sign-before": "after the sign “{}”", "after-name": "the name before “{}”",
}  # fmt: skip
"""Key -> what a feature says, {} being the value."""

_VALUES: Final = {
    "again=0": "not told before", "away=0": "in the sentence", "away=1": "one sentence away",
    "away=-1": "in the sentence before", "third=0": "early in the sentence", "third=1": "in the middle of the sentence",
    "third=2": "late in the sentence", "signs=": "with no sign between", "crossed=0": "no other between",
    "names=0": "no name between", "verbs=0": "no verb between", "commas=0": "no comma between",
    "triggers=0": "no other event between", "speech=0": "no verb of saying between", "people=0": "nobody there",
    "heads=0": "nobody named there", "some=0": "no other there", "usable=0": "no date in the sentence",
    "parties=0": "no country or body there", "titles=0": "no title between", "things=0": "no place between",
    "parties=1": "one country or body there", "usable=1": "one date in the sentence", "people=1": "one person there",
    "people=none": "nobody there", "frame=0": "right beside an attribution", "frame=3": "not beside an attribution",
    "order=0": "the first there", "rank=0": "the first named", "new=0": "nobody new", "shared=0": "nobody told before",
    "new=1": "one person new", "shared=1": "one person told before",
}  # fmt: skip
"""What a feature says whose value is told in other words than the key's."""

_TOLD: Final = {
    "taken": ("its side is seated already", "its side is not seated yet"),
    "in": ("taken at first look", "not taken at first look"),
    "instead": ("its words are of another kind", "its words are of the kind"),
    "known": ("a date is known", "no date is known"),
    "town": ("a city of it is named there", "no city of it is named there"),
    "dated": ("with a date there", "without a date there"),
    "exact": ("with an exact date there", "without an exact date there"),
    "body": ("with a body there", "without a body there"),
    "in-title": ("told in the headline", "not told in the headline"),
    "earlier-here": ("not the first in the sentence", "the first in the sentence"),
    "range": ("a range", "no range"),
    "paragraph": ("in the same paragraph", "in another paragraph"),
    "lead": ("in the lead", "not in the lead"),
    "home": ("the page's own country", "not the page's own country"),
    "own": ("the language's own country", "not the language's own country"),
    "city": ("with a city", "without a city"),
    "titled": ("beside a title", "not beside a title"),
    "quoted": ("in quotation marks", "not in quotation marks"),
    "utterance": ("a quotation", "no quotation"),
    "agrees": ("as the event before", "not as the event before"),
    "forum": ("a body that holds sessions", "a body that holds no sessions"),
    "signed": ("something is signed there", "nothing is signed there"),
    "office": ("says whose an office is", "says not whose an office is"),
    "seated": ("one who sits for it is there", "nobody sits for it"),
    "place": ("it is the place", "it is not the place"),
    "prior": ("took part in the event before", "took no part in the event before"),
    "first": ("took part in the report's first event", "took no part in the report's first event"),
    "near": ("near", "not near"),
    "subject": ("named first in the sentence", "not named first in the sentence"),
    "echo": ("where such an event was told", "not where such an event was told"),
    "opens": ("the sentence opens a paragraph", "the sentence opens no paragraph"),
    "prev-first": ("named first in the sentence before", "not named first in the sentence before"),
    "starts": ("opens the sentence", "does not open the sentence"),
    "previous": ("spoke last", "did not speak last"),
    "alone": ("alone there", "not alone there"),
    "person": ("a person", "no person"),
    "verb": ("with a verb of saying", "without a verb of saying"),
    "verbs": ("with a verb of saying", "without a verb of saying"),
    "carried": ("goes on with a quotation", "goes on with no quotation"),
    "dash": ("after a dash", "not after a dash"),
    "ministry": ("with a ministry", "without a ministry"),
    "title": ("in the headline", "not in the headline"),
    "page": ("the page's date is known", "the page's date is unknown"),
    "same": ("in the same paragraph", "in another paragraph"),
    "same-paragraph": ("in the same paragraph", "in another paragraph"),
    "separately": ("told as separate", "not told as separate"),
    "distinct": ("all of different parties", "not all of different parties"),
    "paired": ("paired with another country", "not paired with another country"),
    "beside": ("a country right beside it", "no country right beside it"),
    "again": ("told before", "not told before"),
    "dateline": ("in the dateline", "not in the dateline"),
    "shouted": ("in the dateline, in capitals", "not in capitals"),
    "opener": ("named first", "not named first"),
    "ours": ("beside “our country”", "not beside “our country”"),
}  # fmt: skip
"""Key -> what a feature says where its value is True, and where it is False."""

_BARE: Final = {
    "before": "before it", "after": "after it", "in": "within its words", "back": "in a sentence before",
    "next": "in the next sentence", "left": "before the title", "right": "after the title", "away": "named elsewhere",
    "here": "in the sentence", "prior": "as in the event before", "first": "as in the report's first event",
    "told-first": "as in the report's first event", "page": "the page's date", "none": "none of those near",
    "own": "the page's own country", "capital": "the page's own capital", "first-city": "the report's first city",
    "coming": "still to come", "past": "in the past", "around": "about the page's date", "unknown": "no page date",
    "plain": "read plainly", "followed": "counted from the date before", "absolute": "a calendar date",
    "relative": "counted from the page's date", "noun": "a noun", "verb": "a verb", "noun+verb": "noun and verb",
    "forum": "a forum's name", "title": "in the headline", "lead": "in the lead", "body": "below the lead",
    "near": "near", "mid": "not far", "far": "far", "starts": "opens the sentence", "inherit": "whoever spoke last",
    "noverb": "no verb of saying", "prior-only": "only in the event before", "host": "where it took place",
    "home": "the page's own country", "quoted-alone": "alone in quotation marks",
    "seen-lower": "also without a capital",
    "numeral": "with a numeral", "initial": "with an initial", "particle": "with a particle",
    "upper": "all in capitals",
    "latin": "in Latin letters", "patronymic": "with a patronymic", "titled": "beside a title",
    "earlier": "named in the sentences before", "thing": "a country or body", "speech": "a verb of saying there",
    "igo": "of an organisation's head", "envoy": "of an envoy", "state": "of a state's office", "head": "of a head",
    "<forum>": "a forum's name", "ministry": "a ministry", "institution": "an institution",
    "demonym": "an adjective of a country", "country": "a country", "city": "a city",
}  # fmt: skip

_CLASSES: Final = frozenset((*ACTS, *STATUSES, "negated"))
"""Values of `verb` and `cue` that are a class of patterns, not a pattern."""

_AS_BODY: Final = frozenset(("owner", "party", "speaker", "place", "forum"))
"""Decisions in which `body` is a body and no part of the report."""


@lru_cache(maxsize=4096)
def says(decision: str, feature: str) -> str:
    """What a feature of a decision says, in words."""
    told = (_part(decision, part) for part in feature.split("&"))
    return ", ".join(dict.fromkeys(part for part in told if part)) or "in any case"


def _part(decision: str, part: str) -> str:
    if part in _NAMES:
        return f"in {_NAMES[part]}"
    tagged = _TAG.fullmatch(part)
    if tagged:
        told = _keyed(decision, tagged[2]) or _grouped(decision, tagged[2])
        return told or _pattern(tagged[2])
    return _keyed(decision, part) or _grouped(decision, part) or _bare(decision, part)


def _pattern(text: str) -> str:
    pattern, _, kind = text.partition(" as ")
    told = _BARE.get(pattern, f"“{pattern}”")
    return f"{told} as {kind}" if kind else told


def _grouped(decision: str, part: str) -> str:
    """`visit:next=на`: what it is about, then what it says."""
    grouped = _GROUP.fullmatch(part)
    if not grouped:
        return ""
    told = _keyed(decision, grouped[2])
    return f"{_bare(decision, grouped[1])}, {told}" if told else ""


def _keyed(decision: str, part: str) -> str:
    key, sign, value = part.partition("=")
    if not sign:
        return ""
    if value in ("True", "False") and key in _TOLD:
        return _TOLD[key][value == "False"]
    if key == "gap":
        return _STEPS[value] if value in _STEPS and (value < "4" or decision not in _COUNTED) else f"{value} words away"
    if key == "form" and value.count("/") == 2:
        return "{} words, {} names and {} titles between".format(*value.split("/"))
    if key == "exact":
        return _PLACES.get(value, value)
    if key == "again" and decision == "name":
        return "once in the report" if value == "1" else f"in the report {value} times"
    if key in ("verb", "cue", "act") and value in _CLASSES:
        return f"a {'cue' if key == 'cue' else 'verb'} of {value}"
    if part in _VALUES:
        return _VALUES[part]
    if key in _SAID:
        if value in _WORDS:
            return _SAID[key].replace("“{}”", "{}").format(_WORDS[value])
        alone = len(value) == 1 and not value.isalnum() and "“" not in _SAID[key]
        return _SAID[key].format(f"“{value}”" if alone else value.replace("_", " "))
    return ""


def _bare(decision: str, part: str) -> str:
    if part in KINDS:
        return f"of {'an' if part[0] in 'aeiou' else 'a'} {part}"
    if part == "body" and decision in _AS_BODY:
        return "a body"
    if re.fullmatch(r"[a-z]+>[a-z]+", part):
        return "from {} to {}".format(*part.split(">"))
    return _BARE.get(part, part.replace("=", " ").replace("_", " ").strip())
