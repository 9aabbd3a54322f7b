"""PETRARCH2's unit tests: sentences with coded events, many about invented countries (MIT).

`petrarch2-unit-tests.xml` has the sentences, `petrarch2-validate-actors.txt` the names of the actors and their codes.
The codes of events are those of their test dictionaries: 03 consult, 04 endorse, 05 promise, 06 grant (most often
"restore ties"), 08 agree, 09 to 22 requests, refusals, threats and force. The first three letters of an actor's code
are its country.

The invented countries are given to our reader as a user's gazetteer (`gazetteer`), which is what that is for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from peers_pairs import Sentence, pairs

from elchi import gazetteer as lists
from elchi.gazetteer.handlists import is_word, plain
from elchi.gazetteer.overlay import USER_CODES

SENTENCES: Final = "petrarch2-unit-tests.xml"
ACTORS: Final = "petrarch2-validate-actors.txt"

NO_COUNTRY: Final = frozenset(("IGO", "NGO", "NGM", "IMG", "UNO", "IMF", "IBR", "EEC", "G77", "HGW"))
"""Codes that begin like a country's and are an organisation's."""

_COMMENT: Final = re.compile(r"<!\s?--.*?-->", re.DOTALL)
_SENTENCE: Final = re.compile(r"<Sentence\s([^>]*)>(.*?)</Sentence>", re.DOTALL)
_TEXT: Final = re.compile(r"<Text>(.*?)</Text>", re.DOTALL)
_CODING: Final = re.compile(r"<EventCoding\s([^>]*?)/?>")
_FIELD: Final = re.compile(r"(\w+)\s*=\s*\"([^\"]*)\"")
_CODE: Final = re.compile(r"\[\s*([A-Za-z]{3})")
_PEOPLE: Final = re.compile(r"(?:ian|ish|ese|i)$")


def sentences(file: Path, codes: Mapping[str, str]) -> list[Sentence]:
    """The tests that code an event or say that there is none (`noevents`); `codes` are theirs as ours (`countries`).

    The group of a sentence is `noevents`, or the first two digits of its events' codes if all agree, else `mixed`.
    """
    out = []
    for head, body in _SENTENCE.findall(_COMMENT.sub("", file.read_text("utf-8", errors="replace"))):
        said, number = _TEXT.search(body), dict(_FIELD.findall(head)).get("id", "?")
        codings = [dict(_FIELD.findall(coding)) for coding in _CODING.findall(body)]
        if said is None or not codings:
            continue
        events = [c for c in codings if _country(c.get("sourcecode", ""), codes)]
        groups = {c["eventcode"][:2] for c in events if c.get("eventcode")}
        group = "noevents" if any("noevents" in c for c in codings) else groups.pop() if len(groups) == 1 else "mixed"
        joined: set[frozenset[str]] = set()
        for event in events:
            both = [_country(event.get(role, ""), codes) for role in ("sourcecode", "targetcode")]
            joined |= pairs(*([code] if code else [] for code in both)) if all(both) else set()
        out.append(Sentence(number, " ".join(said[1].replace("_", " ").split()), group, frozenset(joined)))
    return out


def countries(file: Path) -> dict[str, str]:
    """Their code of a country -> ours: the country's own where one of its names is known, else one left to users."""
    free = iter(sorted(USER_CODES, key=lambda code: (code[0] != "X", code)))
    out = {}
    for code, names in _actors(file).items():
        known = next((found for name in names if (found := _known().get(name.lower()))), None)
        out[code] = known or next(free)
    return out


def gazetteer(file: Path) -> str:
    """The actors as a user's gazetteer: names that our own lists lack, in the form of `elchi.gazetteer.overlay`."""
    tables: dict[str, list[str]] = defaultdict(list)
    ours = countries(file)
    for code, names in _actors(file).items():
        tables[ours[code]] += [n for n in names if n.lower() not in _known() and all(map(is_word, n.split(" ")))]
    out = []
    for code, names in sorted(tables.items()):
        people = [n for n in names[1:] if _PEOPLE.search(n)]
        rows = {"en": [n for n in names if n not in people], "en_adj": people}
        if rows["en"]:
            out += [f"[country.{code}]", *(f"{key} = {found!r}" for key, found in rows.items() if found), ""]
    return "\n".join(out).replace("'", '"')


@cache
def _known() -> dict[str, str]:
    """What our English lists name, in lower case -> the country that it is, lies in or stands for."""
    out = {}
    for entry in lists.entries("en"):
        if entry.type in ("country", "demonym", "institution", "city"):
            city = lists.city(entry.id) if entry.type == "city" else None
            out.setdefault(plain(entry.pattern).lower(), city.country if city else entry.id)
    return out


def _actors(file: Path) -> dict[str, list[str]]:
    """Code of a country -> the names that the file gives it, as a text writes them."""
    out: dict[str, list[str]] = defaultdict(list)
    for names, code in _entries(file.read_text("utf-8", errors="replace")):
        if code not in NO_COUNTRY:
            out[code] += [name for name in names if name not in out[code]]
    return out


def _entries(text: str) -> Iterator[tuple[list[str], str]]:
    """The names and the first code of each entry: a name, `+` other names, codes in brackets beside or below."""
    names: list[str] = []
    code = ""
    for line in _COMMENT.sub("", text).splitlines():
        bare = line.partition("#")[0].rstrip()
        name = bare.partition("[")[0].strip()
        if name and not name.startswith("+"):
            if names and code:
                yield names, code
            names, code = [], ""
        if name and not name.startswith("<"):
            names.append(_written(name.lstrip("+")))
        found = _CODE.search(bare)
        code = code or (found[1].upper() if found else "")
    if names and code:
        yield names, code


def _written(name: str) -> str:
    """ "THE_SHIRE_" as it stands in a sentence, without the article."""
    words = [w for w in name.replace("_", " ").split() if w != "THE"]
    return " ".join(w.lower() if w == "OF" else w if "." in w else w.capitalize() for w in words)


def _country(actor: str, codes: Mapping[str, str]) -> str | None:
    return codes.get(actor[:3].upper())
