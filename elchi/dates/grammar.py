"""The pattern language of `dates.toml`: sequences of word classes, compiled to regular expressions over signs.

Every token of a text has one sign, a character that stands for its set of classes; a pattern is matched against the
string of signs. Patterns have no repetition, so matching is linear in the text whatever the text is.

    day (dash day2)? month YEAR?     elements one after another, `?` after an element or a group
    till | until                     either
    month&in                         a token that is in both classes
    in [ month ]                     only what is in brackets belongs to the mention
    day2, YEAR2                      the second of two values, as in a range
    YEAR                             in capitals: a pattern named under [patterns]
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_ELEMENT = re.compile(r"\s*(?:([A-Z]+)(2?)|([a-z_]+(?:&[a-z_]+)*)(2?)|([()|?\[\]]))")
_MAX_DEPTH = 5


class PatternError(ValueError):
    """A pattern that cannot be compiled; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled pattern: how its matches are read, and which group gives which slot.

    `slots` has, for each named group of `regex`, the classes to take a value from and the slot's suffix ("" or "2").
    """

    read: str
    source: str
    regex: re.Pattern[str]
    slots: Mapping[str, tuple[tuple[str, ...], str]]


class Grammar:
    """Compiles patterns over one language's classes.

    `signs` maps a set of classes to its sign, `values` a class to the slot that it fills, if it has values,
    `patterns` the names in capitals to their patterns.
    """

    def __init__(
        self, signs: Mapping[frozenset[str], str], values: Mapping[str, str], patterns: Mapping[str, str]
    ) -> None:
        self._signs = signs
        self._values = values
        self._patterns = patterns

    def rule(self, read: str, source: str) -> Rule:
        """Compile a rule; raises PatternError."""
        slots: dict[str, tuple[tuple[str, ...], str]] = {}
        body = self._translate(source, "", slots, 0)
        if "[" not in source:
            body = f"(?P<core>{body})"
        try:
            regex = re.compile(body)
        except re.error as error:
            raise PatternError(f"`{source}` is not well formed: {error}") from error
        if regex.match("") is not None:
            raise PatternError(f"`{source}` would match nothing at all")
        return Rule(read, source, regex, slots)

    def neighbour(self, source: str, *, before: bool) -> re.Pattern[str]:
        """Compile a pattern for what stands right before or after a date; raises PatternError."""
        body = self._translate(source, "", {}, 0)
        try:
            return re.compile(rf"(?:{body})\Z" if before else f"(?:{body})")
        except re.error as error:
            raise PatternError(f"`{source}` is not well formed: {error}") from error

    def _translate(self, source: str, suffix: str, slots: dict[str, tuple[tuple[str, ...], str]], depth: int) -> str:
        if depth > _MAX_DEPTH:
            raise PatternError(f"`{source}` names itself")
        out: list[str] = []
        position = 0
        while source[position:].strip():
            match = _ELEMENT.match(source, position)
            if match is None:
                raise PatternError(f"`{source}`: cannot read `{source[position:].strip()[:20]}`")
            position = match.end()
            name, name_two, element, two, mark = match.groups()
            if name:
                if name not in self._patterns:
                    raise PatternError(f"`{source}`: no pattern `{name}` under [patterns]")
                out.append(f"(?:{self._translate(self._patterns[name], name_two or suffix, slots, depth + 1)})")
            elif element:
                out.append(self._element(element, two or suffix, slots))
            else:
                out.append({"[": "(?P<core>", "]": ")", "(": "(?:"}.get(mark, mark))
        return "".join(out)

    def _element(self, element: str, suffix: str, slots: dict[str, tuple[tuple[str, ...], str]]) -> str:
        classes = element.split("&")
        signs = self.signs(element)
        filled = tuple(name for name in classes if name in self._values)
        if not filled:
            return f"[{signs}]"
        group = f"g{len(slots)}"
        slots[group] = (filled, suffix)
        return f"(?P<{group}>[{signs}])"

    def signs(self, element: str) -> str:
        """Return the signs of all tokens that are in every class of `a&b`; raises PatternError when there are none."""
        wanted = set(element.split("&"))
        found = "".join(sign for classes, sign in self._signs.items() if wanted <= classes)
        if not found:
            raise PatternError(f"no word is in class `{element}`")
        return found
