"""Uzbek in its two scripts: how a name is spelled in the other, and which spellings of it a text may have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from elchi.gazetteer.folding import unaccented


class Spelling:
    """The `[uzbek]` rules of `data/rules.toml`, ready for use."""

    def __init__(self, rules: Mapping[str, Any]) -> None:
        self._to_cyrillic: list[tuple[str, str]] = [(a, b) for a, b in rules["latin_to_cyrillic"]]
        self._at_start: list[tuple[str, str]] = [(a, b) for a, b in rules["word_start"]]
        self._to_latin: list[tuple[str, str]] = [(a, b) for a, b in rules["cyrillic_to_latin"]]
        self._variants: list[tuple[str, str]] = [(a, b) for a, b in rules["variants"]]

    def cyrillic(self, text: str) -> str:
        """Latin Uzbek in Cyrillic. What has no Cyrillic letter stays as it is."""
        return "".join(self._word(part) for part in re.split(r"([\s-]+)", text))

    def _word(self, word: str) -> str:
        out = ""
        rest = word
        while rest:
            table = self._to_cyrillic if out else [*self._at_start[::-1], *self._to_cyrillic]
            for latin, cyrillic in table:
                if rest[: len(latin)].lower() == latin:
                    upper = rest[0].isupper()
                    out += cyrillic.upper() if upper else cyrillic
                    rest = rest[len(latin) :]
                    break
            else:
                out += rest[0]
                rest = rest[1:]
        return out

    def latin(self, text: str) -> str:
        """Cyrillic (Russian or Uzbek) in Uzbek Latin letters."""
        out = text
        for cyrillic, latin in self._to_latin:
            out = out.replace(cyrillic, latin).replace(cyrillic.upper(), latin.capitalize())
        return out

    def of(self, tag: str, name: str) -> list[str]:
        """The spellings under which a name is matched in a language."""
        if tag == "en":
            return list(dict.fromkeys((name, unaccented(name))))
        if not tag.startswith("uz"):
            return [name]
        out = [name]
        for old, new in self._variants:
            out += [made for made in (re.sub(old, new, each) for each in list(out)) if made not in out]
        if tag == "uz-Cyrl":
            out += [made for made in map(self._capitals, list(out)) if made not in out]
        return out

    def spelled(self, tag: str, name: str) -> str:
        """A Latin Uzbek name in the script of `tag`; any other name as it is."""
        return self.cyrillic(name) if tag == "uz-Cyrl" and not re.search("[cw]|[A-Z][0-9]", name) else name

    def _capitals(self, name: str) -> str:
        """The name with its abbreviations in Cyrillic, where each letter of them has one."""
        words = []
        for word in name.split(" "):
            made = self._word(word) if len(word) > 1 and word.isupper() else word
            words.append(word if re.search("[A-Za-z]", made) else made)
        return " ".join(words)
