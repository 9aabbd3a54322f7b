"""The example sentences of a pack: each is read as its group says, or is a finding.

`examples.toml` holds groups of texts. `matches` must be read as the kind, class, status, act or speaker of their group;
`others`, which look alike, must not (where a group names none of these: as nothing of the sort). In `in_event` the
status lies in the word that states the event. `attend` says who took part, `cue` is an utterance told by its own
words, in `silence` nobody speaks, `name` is a person's name that no word list may break, and in `stems` and `key` the
words of a row are the `same` word or `different` ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from elchi.checking.finding import Finding, one_of
from elchi.extraction.lexicon import Lexicon, Match
from elchi.extraction.tokens import key, stem, tokenize
from elchi.languages.lines import written
from elchi.languages.pack import Entry, Pack
from elchi.records import Report

FILE: Final = "examples.toml"

VALUES: Final = {"trigger": "kind", "document": "class", "office": "class", "status": "status", "speech": "act",
                 "cue": "act", "frame": "speaker"}  # fmt: skip
"""Group -> the key that says as what its texts must be read."""

GROUPS: Final = (*VALUES, "attend", "silence", "name", "stems", "key")

_BREAKERS: Final = ("office", "word:not_names", "word:organisations", "word:pronouns", "word:former", "word:home")

Values = set[str | None]


def check_examples(file: Path, tag: str, pack: Pack, table: Mapping[str, Any]) -> Iterator[Finding]:
    """The examples of a parsed file that are not read as they say; `tag` is the one the pack is read by."""
    lines = {one.text: one.line for one in reversed(written(file))}
    reading = _Reading(tag, pack)
    for group, tables in table.items():
        if group not in GROUPS:
            yield Finding(FILE, group, "is no group of examples", one_of(group, GROUPS))
            continue
        for row in tables if isinstance(tables, list) else ():
            value = row.get(VALUES.get(group, ""))
            for side, examples in row.items():
                for example in examples if isinstance(examples, list) else ():
                    reason = reading.fault(group, side, value, example)
                    if reason:
                        text = example if isinstance(example, str) else " / ".join(example)
                        first = example if isinstance(example, str) else example[0]
                        advice = "Mend the pack, or the example if it is wrong."
                        yield Finding(FILE, f"{group}, {text!r}", reason, advice, lines.get(first))


class _Reading:
    """A pack at work on one sentence at a time."""

    def __init__(self, tag: str, pack: Pack) -> None:
        words = [Entry(p, f"word:{name}", name) for name, patterns in pack.words.items() for p in patterns]
        self.tag, self.pack = tag, pack
        self.lexicon = Lexicon(tag, [*pack.entries, *words])
        self.checks: dict[str, Callable[[str], Values]] = {
            "trigger": self._kinds,
            "document": lambda text: self._values(text, "document"),
            "status": lambda text: self._values(text, "status"),
            "speech": lambda text: self._values(text, "speech"),
            "cue": lambda text: self._values(text, "cue"),
            "frame": lambda text: self._values(text, "frame"),
            "office": self._title,
        }

    def fault(self, group: str, side: str, value: str | None, example: str | Sequence[str]) -> str:
        """What is wrong with an example, or nothing."""
        if not isinstance(example, str):
            return self._words(group, side, example)
        if group in self.checks and side in ("matches", "in_event"):
            found = self._in_event(example) if side == "in_event" else self.checks[group](example)
            return "" if value in found else f"is not read as {value}, but as {_listed(found)}"
        if group == "attend":
            attends = any(m.entry.form == "attend" for m in self._matches(example, "trigger"))
            return "" if attends == (side == "matches") else f"says {'somebody' if attends else 'nobody'} took part"
        return self._look_alike(group, value, example) if side == "others" else ""

    def _look_alike(self, group: str, value: str | None, example: str) -> str:
        if group == "silence":
            found = self._values(example, "speech", "frame")
            return f"has somebody speak: {_listed(found)}" if found else ""
        if group == "name":
            broken = {m.entry.pattern for m in self._matches(example, *_BREAKERS)}
            return f"is broken by {_listed(broken)}" if broken else ""
        found = self.checks[group](example)
        if group == "status":
            found = found | self._in_event(example)
        elif group == "speech":
            found = found | self._values(example, "cue")
        elif group in ("document", "office"):
            return f"is read as {_listed(found)}" if found else ""
        return f"is read as {value}" if value in found else ""

    def _words(self, group: str, side: str, words: Sequence[str]) -> str:
        if group == "key":
            own, base = words
            same = key(own, self.tag) == key(base, self.pack.family)
            return "" if same else f"has the keys {key(own, self.tag)!r} and {key(base, self.pack.family)!r}"
        stems = [stem(key(word, self.tag), self.tag) for word in words]
        wanted = 1 if side == "same" else len(words)
        return "" if len(set(stems)) == wanted else f"has the stems {', '.join(stems)}"

    def _matches(self, text: str, *categories: str) -> list[Match]:
        tokens, sentences = tokenize(Report("example", text, self.tag))
        found = [m for s in sentences for m in self.lexicon.match(tokens, s.first, s.last)]
        return [m for m in found if m.entry.category in categories]

    def _values(self, text: str, *categories: str) -> Values:
        return {m.entry.value for m in self._matches(text, *categories)}

    def _kinds(self, text: str) -> Values:
        return {m.entry.value for m in self._matches(text, "trigger") if m.entry.form in ("noun", "verb")}

    def _in_event(self, text: str) -> Values:
        return {m.entry.status for m in self._matches(text, "trigger")}

    def _title(self, text: str) -> Values:
        found = self._matches(text, "office")
        return {found[-1 if self.pack.office_head == "last" else 0].entry.value} if found else set()


def _listed(found: Values | set[str]) -> str:
    return ", ".join(sorted(str(value) for value in found if value)) or "nothing"
