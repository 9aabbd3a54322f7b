"""The English pack reads sentences that nobody wrote it for."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

import pytest

from elchi.extraction.lexicon import Lexicon, Match
from elchi.extraction.tokens import key, stem, tokenize
from elchi.languages import load
from elchi.records import Report

TAG = "en"
EXAMPLES = tomllib.loads((Path(__file__).parent / "examples.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    return Lexicon(TAG, load(TAG).entries)


def _matches(text: str) -> list[Match]:
    tokens, sentences = tokenize(Report("example", text, TAG))
    return [m for s in sentences for m in _lexicon().match(tokens, s.first, s.last)]


def _found(text: str, category: str, forms: tuple[str, ...] = ()) -> set[str]:
    return {m.entry.value for m in _matches(text)
            if m.entry.category == category and (not forms or m.entry.form in forms)}  # fmt: skip


def _sentences(group: str, name: str, side: str) -> list[tuple[str, str]]:
    return [(g[name], text) for g in EXAMPLES[group] for text in g[side]]


@pytest.mark.parametrize(("kind", "text"), _sentences("trigger", "kind", "matches"))
def test_states_an_event_of_the_kind(kind: str, text: str) -> None:
    assert kind in _found(text, "trigger", ("noun", "verb"))


@pytest.mark.parametrize(("kind", "text"), _sentences("trigger", "kind", "others"))
def test_look_alike_states_no_event_of_the_kind(kind: str, text: str) -> None:
    assert kind not in _found(text, "trigger", ("noun", "verb"))


@pytest.mark.parametrize("text", EXAMPLES["attend"][0]["matches"])
def test_says_who_took_part(text: str) -> None:
    assert any(m.entry.form == "attend" for m in _matches(text))


@pytest.mark.parametrize("text", EXAMPLES["attend"][0]["others"])
def test_look_alike_says_nobody_took_part(text: str) -> None:
    assert not any(m.entry.form == "attend" for m in _matches(text))


@pytest.mark.parametrize(("group", "category", "name"), [("status", "status", "status"), ("speech", "speech", "act"),
                                                         ("frame", "frame", "speaker")])  # fmt: skip
def test_cues_are_read_and_look_alikes_are_not(group: str, category: str, name: str) -> None:
    missed = [(v, t) for v, t in _sentences(group, name, "matches") if v not in _found(t, category)]
    wrong = [(v, t) for v, t in _sentences(group, name, "others") if v in _found(t, category)]
    assert not missed
    assert not wrong


@pytest.mark.parametrize("category", ["document", "office"])
def test_classes_of_documents_and_offices(category: str) -> None:
    group = EXAMPLES[category][0]
    wrong = [(text, value, _found(text, category)) for text, value in group["examples"]
             if value not in _found(text, category)]  # fmt: skip
    assert not wrong
    assert not [(t, _found(t, category)) for t in group["others"] if _found(t, category)]


def test_inflected_forms_share_a_stem_and_different_words_do_not() -> None:
    def of(word: str) -> str:
        return stem(key(word, TAG), TAG)

    stems = EXAMPLES["stems"][0]
    assert not [(a, b, of(a), of(b)) for a, b in stems["same"] if of(a) != of(b)]
    assert not [(a, b, of(a)) for a, b in stems["different"] if of(a) == of(b)]


def test_every_pattern_can_match() -> None:
    signs = set("()[]{}.,:;!/«»“”\"–—+")
    pack = load(TAG)
    patterns = [e.pattern for e in pack.entries] + [p for ps in pack.words.values() for p in ps]
    assert not [p for p in patterns if signs & set(p)]
    assert not [p for p in patterns if any("*" in w.rstrip("?").rstrip("*") for o in p.split() for w in o.split("|"))]
