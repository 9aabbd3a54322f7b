"""Compiles the hand-edited lists in `data/` into `index/`, which is what the program reads.

`python -m elchi.gazetteer.build` writes the index anew; `--check` only says whether it is up to date (exit status 1 if
not); `--cldr` first takes the country names anew from the installed Babel. Every mistake in the lists is an error that
names file, id and reason.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from elchi.gazetteer.compiler import Compiler
from elchi.gazetteer.handlists import DATA

INDEX: Final = Path(__file__).parent / "index"

_WIDTH: Final = 110
_LOCALES: Final = {"en": "en", "ru": "ru", "kk": "kk", "uz": "uz", "uz-Cyrl": "uz_Cyrl"}
_NO_COUNTRY: Final = frozenset(("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"))
"""Two-letter codes of CLDR that are not countries of ISO 3166."""

_WITHDRAWN: Final = frozenset(("BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"))
"""Alpha-3 codes of ISO 3166-3, for which CLDR gives the alpha-2 code of the country that is there now."""


def dumps(value: Mapping[str, object]) -> str:
    """JSON in short lines: a small change to a list is a small change here."""
    return _lines(value, "") + "\n"


def _lines(value: object, indent: str) -> str:
    compact = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    if len(compact) <= _WIDTH or not isinstance(value, dict):
        return compact
    inner = indent + " "
    rows = (f"{inner}{json.dumps(k, ensure_ascii=False)}: {_lines(v, inner)}" for k, v in value.items())
    return "{\n" + ",\n".join(rows) + f"\n{indent}}}"


def from_babel() -> str:
    """The content of `data/cldr.json`: names of the ISO 3166 countries (and Kosovo) in our languages."""
    from babel import Locale
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    alpha3 = {
        v[0]: k for k, v in aliases.items() if len(k) == 3 and k.isalpha() and len(v) == 1 and k not in _WITHDRAWN
    }
    out: dict[str, dict[str, str]] = {"alpha3": {}}
    for language, locale in _LOCALES.items():
        territories = Locale.parse(locale).territories
        out[language] = {
            code: territories[code]
            for code in sorted(territories)
            if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY
        }
    out["alpha3"] = {code: alpha3[code] for code in out["en"] if code in alpha3}
    return dumps(out)


def outdated() -> list[str]:
    """The files of the index that differ from what the hand-edited lists give."""
    made = {name: dumps(value) for name, value in Compiler().run().items()}
    return [n for n, text in made.items() if not (INDEX / n).is_file() or (INDEX / n).read_text("utf-8") != text]


def main(arguments: Sequence[str]) -> int:
    """The command; returns the exit status."""
    if "--cldr" in arguments:
        (DATA / "cldr.json").write_text(from_babel(), "utf-8")
    if "--check" in arguments:
        stale = outdated()
        for name in stale:
            sys.stderr.write(f"elchi/gazetteer/index/{name} is out of date: run python -m elchi.gazetteer.build\n")
        return 1 if stale else 0
    INDEX.mkdir(exist_ok=True)
    for name, value in Compiler().run().items():
        (INDEX / name).write_text(dumps(value), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
