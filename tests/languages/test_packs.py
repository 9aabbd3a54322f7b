"""Every pack reads sentences that nobody wrote it for: the examples in the folder of its language.

`examples.toml` holds groups of texts: `matches` must be read as the kind, class, status, act or speaker of their group,
and `others`, which look alike, must not (where a group has none of these: as nothing of the sort). In `in_event` the
status lies in the word that states the event. `attend` says who took part, `cue` is an utterance told by its own words,
in `silence` nobody speaks, `name` is a person's name that no word list may break, and in `stems` and `key` the words of
a row are the `same` word or `different` ones.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from elchi.extraction.lexicon import Lexicon, Match
from elchi.extraction.tokens import key, stem, tokenize
from elchi.languages import load
from elchi.languages.pack import Entry
from elchi.records import Report
from elchi.vocabulary import LANGUAGES

VALUES = {"trigger": "kind", "document": "class", "office": "class", "status": "status", "speech": "act", "cue": "act",
          "frame": "speaker"}  # fmt: skip
NEEDED = {"trigger", "document", "office", "status", "speech", "frame", "stems"}
GROUPS = NEEDED | {"attend", "cue", "silence", "name", "key"}
SIDES = {"matches", "in_event", "others", "same", "different"}
BREAKERS = ("office", "word:not_names", "word:organisations", "word:pronouns", "word:former", "word:home")


@cache
def examples(tag: str) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((Path(__file__).parent / tag / "examples.toml").read_text("utf-8"))


@cache
def lexicon(tag: str) -> Lexicon:
    pack = load(tag)
    words = [Entry(p, "word:" + name, name) for name, patterns in pack.words.items() for p in patterns]
    return Lexicon(tag, [*pack.entries, *words])


def matches(tag: str, text: str, *categories: str) -> list[Match]:
    tokens, sentences = tokenize(Report("example", text, tag))
    found = [m for s in sentences for m in lexicon(tag).match(tokens, s.first, s.last)]
    return [m for m in found if m.entry.category in categories]


def values(tag: str, text: str, *categories: str) -> set[str]:
    return {m.entry.value for m in matches(tag, text, *categories)}


def kinds(tag: str, text: str) -> set[str]:
    return {m.entry.value for m in matches(tag, text, "trigger") if m.entry.form in ("noun", "verb")}


def statuses_in_events(tag: str, text: str) -> set[str | None]:
    return {m.entry.status for m in matches(tag, text, "trigger")}


def attends(tag: str, text: str) -> bool:
    return any(m.entry.form == "attend" for m in matches(tag, text, "trigger"))


def stems(tag: str, words: list[str]) -> int:
    return len({stem(key(w, tag), tag) for w in words})


def rows(group: str, side: str) -> Iterator[tuple[str, str | None, Any]]:
    """Language, value and text (or words) of every example on one side of the groups of one name."""
    for tag in LANGUAGES:
        for table in examples(tag).get(group, []):
            for text in table.get(side, []):
                yield tag, table.get(VALUES.get(group, "")), text


def each(group: str, side: str, names: str = "tag value text") -> Callable[[Callable[..., None]], Callable[..., None]]:
    """One case for every example; `names` without "value" where a group's value is not asked."""
    cases = []
    for number, (tag, value, text) in enumerate(rows(group, side)):
        row = (tag, value, text) if "value" in names else (tag, text)
        cases.append(pytest.param(*row, id=f"{tag}-{value or group}-{number}"))
    assert cases, f"no language has {group}.{side}"
    return pytest.mark.parametrize(names.split(), cases)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_has_its_examples(tag):
    groups = examples(tag)
    assert groups.keys() >= NEEDED
    assert groups.keys() <= GROUPS
    for name, tables in groups.items():
        for table in tables:
            assert table.keys() <= SIDES | {VALUES.get(name, "others")}
            assert any(table.get(side) for side in SIDES)


@each("trigger", "matches")
def test_states_an_event_of_the_kind(tag, value, text):
    assert value in kinds(tag, text)


@each("trigger", "others")
def test_look_alike_states_no_event_of_the_kind(tag, value, text):
    assert value not in kinds(tag, text)


@each("attend", "matches", "tag text")
def test_says_who_took_part(tag, text):
    assert attends(tag, text)


@each("attend", "others", "tag text")
def test_look_alike_says_nobody_took_part(tag, text):
    assert not attends(tag, text)


@each("status", "matches")
def test_status_is_cued(tag, value, text):
    assert value in values(tag, text, "status")


@each("status", "in_event")
def test_status_lies_in_the_event(tag, value, text):
    assert value in statuses_in_events(tag, text)


@each("status", "others")
def test_status_is_not_cued(tag, value, text):
    assert value not in values(tag, text, "status") | statuses_in_events(tag, text)


@each("document", "matches")
def test_document_is_read(tag, value, text):
    assert value in values(tag, text, "document")


@each("office", "matches")
def test_title_is_read(tag, value, text):
    found = matches(tag, text, "office")
    assert found, "no title"
    assert found[-1 if load(tag).office_head == "last" else 0].entry.value == value


@each("document", "others", "tag text")
def test_look_alike_is_no_document(tag, text):
    assert not matches(tag, text, "document")


@each("office", "others", "tag text")
def test_look_alike_is_no_title(tag, text):
    assert not matches(tag, text, "office")


@each("speech", "matches")
def test_speech_is_heard(tag, value, text):
    assert value in values(tag, text, "speech")


@each("cue", "matches")
def test_act_is_told_by_the_words_said(tag, value, text):
    assert value in values(tag, text, "cue")


@each("speech", "others")
def test_other_words_do_no_such_act(tag, value, text):
    assert value not in values(tag, text, "speech", "cue")


@each("frame", "matches")
def test_attribution_is_heard(tag, value, text):
    assert value in values(tag, text, "frame")


@each("frame", "others")
def test_look_alike_attributes_nothing(tag, value, text):
    assert value not in values(tag, text, "frame")


@each("silence", "others", "tag text")
def test_nobody_speaks(tag, text):
    assert not matches(tag, text, "speech", "frame")


@each("name", "others", "tag text")
def test_name_is_left_whole(tag, text):
    assert not matches(tag, text, *BREAKERS)


@each("stems", "same", "tag words")
def test_forms_of_a_word_share_a_stem(tag, words):
    assert stems(tag, words) == 1


@each("stems", "different", "tag words")
def test_different_words_keep_apart(tag, words):
    assert stems(tag, words) == len(words)


@each("key", "same", "tag words")
def test_a_script_has_the_key_of_its_base(tag, words):
    own, base = words
    assert key(own, tag) == key(base, load(tag).family)
