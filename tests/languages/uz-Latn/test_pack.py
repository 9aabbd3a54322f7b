"""The pack of Uzbek in Latin script on sentences of its own: what must match, and what must not."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from elchi.extraction.lexicon import Lexicon, Match
from elchi.extraction.tokens import key, stem, tokenize
from elchi.languages import load
from elchi.languages.pack import Entry
from elchi.records import Report

TAG = "uz-Latn"
DATA: dict[str, list[dict[str, Any]]] = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text("utf-8"))


@cache
def _lexicon() -> Lexicon:
    pack = load(TAG)
    words = [Entry(p, "word:" + name, name) for name, patterns in pack.words.items() for p in patterns]
    return Lexicon(TAG, [*pack.entries, *words])


def _matches(text: str, category: str) -> list[Match]:
    tokens, sentences = tokenize(Report("t", text, TAG))
    found = [m for s in sentences for m in _lexicon().match(tokens, s.first, s.last)]
    return [m for m in found if m.entry.category == category]


def _cases(group: str, value: str) -> list[tuple[str, str]]:
    return [(str(g.get(value)), s) for g in DATA[group] for s in g["sentences"]]


def _kinds(text: str) -> set[str]:
    return {m.entry.value for m in _matches(text, "trigger") if m.entry.form in ("noun", "verb")}


@pytest.mark.parametrize(("kind", "text"), _cases("event", "kind"))
def test_states_an_event(kind: str, text: str) -> None:
    assert kind in _kinds(text)


@pytest.mark.parametrize(("kind", "text"), _cases("lookalike", "kind"))
def test_states_no_such_event(kind: str, text: str) -> None:
    assert kind not in _kinds(text)


@pytest.mark.parametrize(("status", "text"), _cases("status", "status"))
def test_status_is_cued(status: str, text: str) -> None:
    cues = {m.entry.value for m in _matches(text, "status")}
    cues |= {m.entry.status for m in _matches(text, "trigger") if m.entry.status}
    assert status in cues


@pytest.mark.parametrize(("status", "text"), _cases("no_status", "status"))
def test_status_is_not_cued(status: str, text: str) -> None:
    cues = {m.entry.value for m in _matches(text, "status")}
    assert status not in cues | {m.entry.status for m in _matches(text, "trigger")}


@pytest.mark.parametrize(("office", "text"), _cases("office", "class"))
def test_title_is_read(office: str, text: str) -> None:
    assert [m.entry.value for m in _matches(text, "office")][-1:] == [office]


@pytest.mark.parametrize(("document", "text"), _cases("document", "class"))
def test_document_is_read(document: str, text: str) -> None:
    assert document in {m.entry.value for m in _matches(text, "document")}


@pytest.mark.parametrize(("act", "text"), _cases("speech", "act"))
def test_speech_is_heard(act: str, text: str) -> None:
    assert act in {m.entry.value for c in ("speech", "cue") for m in _matches(text, c)}


@pytest.mark.parametrize(("side", "text"), _cases("frame", "speaker"))
def test_attribution_is_heard(side: str, text: str) -> None:
    assert side in {m.entry.value for m in _matches(text, "frame")}


@pytest.mark.parametrize("text", [s for _, s in _cases("silence", "act")])
def test_nobody_speaks(text: str) -> None:
    assert not _matches(text, "speech") and not _matches(text, "frame")


@pytest.mark.parametrize("name", [s for _, s in _cases("name", "class")])
def test_name_is_left_whole(name: str) -> None:
    breakers = ("office", "word:not_names", "word:organisations", "word:pronouns", "word:former", "word:home")
    assert not [m for c in breakers for m in _matches(name, c)]


@pytest.mark.parametrize("words", [g["words"] for g in DATA["one_stem"]])
def test_forms_of_a_word_share_a_stem(words: list[str]) -> None:
    assert len({stem(key(w, TAG), TAG) for w in words}) == 1


@pytest.mark.parametrize("words", [g["words"] for g in DATA["other_stem"]])
def test_different_words_keep_apart(words: list[str]) -> None:
    assert len({stem(key(w, TAG), TAG) for w in words}) == len(words)
