"""From the hand-edited lists to the compiled ones: patterns by language, facts by id, names for look-up."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from elchi.gazetteer.folding import fold
from elchi.gazetteer.handlists import DATA, HAND, TAGS, DataError, Table, forms, is_word, names, pattern, plain, read
from elchi.gazetteer.spelling import Spelling

BODY_TYPES: Final = (
    "academic", "agency", "bank", "business", "court", "culture", "forum", "igo", "institute", "ngo", "organ",
    "parliament", "religious",
)  # fmt: skip

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Claims = dict[str, dict[str, dict[str, list[str]]]]
"""language -> type ("country", …, "weak country", …) -> id -> patterns"""


class Compiler:
    """The lists of one run: `claims` are the patterns, `tables` the facts, `lookup` the names for look-up."""

    def __init__(self) -> None:
        self.rules = tomllib.loads((DATA / "rules.toml").read_text("utf-8"))
        self.cldr: Table = json.loads((DATA / "cldr.json").read_text("utf-8"))
        self.spelling = Spelling(self.rules["uzbek"])
        self.claims: Claims = {tag: {} for tag in TAGS}
        self.labels: dict[str, dict[str, str]] = {tag: {} for tag in TAGS}
        self.lookup: dict[str, dict[str, str]] = {"country": {}, "city": {}, "body": {}}
        self.countries = read(DATA / "countries")
        self.cities = read(DATA / "cities")
        self.bodies = read(DATA / "bodies")
        self.codes = set(self.cldr["en"])
        self.formats = tomllib.loads((DATA / "formats.toml").read_text("utf-8"))

    def run(self) -> dict[str, dict[str, Any]]:
        """File name -> content of every file of the index. Raises DataError for a mistake in the lists."""
        unknown = (set(self.countries) | set(self.cities)) - self.codes
        if unknown:
            raise DataError(f"{min(unknown)}: not an ISO 3166 alpha-2 code")
        for code in sorted(self.codes):
            self._country(code, self.countries.get(code, {"file": "cldr.json"}))
        cities = {n: c for code in sorted(self.cities) for n, c in self._city_table(code)}
        bodies = {key: self._body(key, entry) for key, entry in sorted(self.bodies.items())}
        for key, entry in bodies.items():
            if entry.get("parent", key) not in bodies and not str(entry["parent"]).startswith("c5-plus-"):
                raise DataError(f"{self.bodies[key]['file']}: {key}: parent: no body {entry['parent']!r}")
        self._simple("region")
        self._simple("institution", self.codes)
        self._acronyms()
        bodies.update(self._format_bodies())
        out: dict[str, dict[str, Any]] = {
            "tables.json": {"countries": self._country_table(cities), "cities": cities, "bodies": bodies},
            "names.json": self.lookup,
        }
        for tag in TAGS:
            lists = {"entries": self._ordered(tag), "formats": self._formats(tag), "labels": self.labels[tag]}
            out[f"{tag}.json"] = lists
        return out

    def _simple(self, kind: str, keys: Iterable[str] | None = None) -> None:
        """A file of names by language and nothing else; `keys` are the ids that it may use."""
        file = f"{kind}s.toml"
        for key, entry in tomllib.loads((DATA / file).read_text("utf-8")).items():
            if keys is not None and key not in keys:
                raise DataError(f"{file}: {key}: not an ISO 3166 alpha-2 code")
            at = f"{file}: {key}"
            for language in HAND:
                self._claim(language, kind, key, names(entry, language, at), at, capital=True)

    def _country(self, code: str, entry: Table) -> None:
        at = f"{entry['file']}: {code}"
        labels = entry.get("label", {})
        for language in HAND:
            found = names(entry, language, at)
            if language not in entry.get("skip", []):
                found = [*self._cldr_names(language, code), *found]
            singles = [n for n in found if " " not in n and not any(map(str.isupper, n[2:].split("-")[0]))]
            style = self.rules["styles"].get(entry.get("style", ""), {}).get(language)
            styled = [style.format(n) for n in singles] if style else []
            weak = names(entry, f"weak_{language}", at)
            self._claim(language, "country", code, forms(self.rules, language, [*found, *styled]), at)
            self._claim(language, "weak country", code, forms(self.rules, language, weak), at)
            self._claim(language, "demonym", code, self._people(language, entry, singles, at), at, capital=True)
            self._remember("country", code, [*found, *styled], language)
            self._label(language, code, labels.get(language) or self.cldr[language][code])
        self.labels["uz-Cyrl"][code] = self.cldr["uz-Cyrl"].get(code) or self.labels["uz-Cyrl"][code]
        for key in (code, self.cldr["alpha3"].get(code, code), self.labels["uz-Cyrl"][code]):
            self.lookup["country"].setdefault(fold(key), code)

    def _cldr_names(self, language: str, code: str) -> list[str]:
        name = self.cldr[language][code]
        for old, new in self.rules["cldr"]["replace"]:
            name = name.replace(old, new)
        if re.search(self.rules["cldr"]["unfit"], name):
            return []
        rule = self.rules["indeclinable"]
        exact = rule.get(language) and " " not in name and re.search(rule[language], name)
        if exact and not re.search(rule[f"{language}_except"], name):
            return ["=" + name]
        return [name]

    def _people(self, language: str, entry: Table, singles: Iterable[str], at: str) -> list[str]:
        """Adjectives and inhabitants: those given, and those formed by rule from the names."""
        given = names(entry, f"{language}_adj", at)
        if language in self.rules["fleeting"]:
            ending, changed = self.rules["fleeting"][language]
            given = [*given, *(re.sub(ending, changed, n) for n in given if re.search(ending, n))]
        formed = (self._inhabitant(language, name) for name in singles)
        return [*given, *(each for each in formed if each)]

    def _inhabitant(self, language: str, name: str) -> str | None:
        for ending, suffix in self.rules["demonyms"].get(language, []):
            if re.search(ending, plain(name).lower()):
                return f"{plain(name).lower()}{suffix}*"
        return None

    def _city_table(self, code: str) -> Iterator[tuple[str, dict[str, Any]]]:
        for name, entry in self.cities[code].items():
            if name == "file":
                continue
            at = f"{self.cities[code]['file']}: {name}"
            if name in self.labels["en"]:
                raise DataError(f"{at}: two cities of this name")
            own = [name] if all(is_word(w) for w in name.split(" ")) else []
            ru = names(entry, "ru", at) or names(entry, "weak_ru", at)
            kk = names(entry, "kk", at) if "kk" in entry else [plain(n) for n in names(entry, "ru", at)]
            as_russian = [self.spelling.latin(plain(n)) for n in names(entry, "ru", at)]
            uz = names(entry, "uz", at) if "uz" in entry else as_russian
            given = {"en": [*own, *names(entry, "en", at)], "ru": names(entry, "ru", at), "kk": kk, "uz": uz}
            for language, found in given.items():
                weak = names(entry, f"weak_{language}", at)
                self._claim(
                    language, "city", name, forms(self.rules, language, [n for n in found if n not in weak]), at
                )
                self._claim(language, "weak city", name, forms(self.rules, language, weak), at)
                self._remember("city", name, [*found, *weak], language)
                self._label(language, name, name if language == "en" else plain(next(iter([*found, *weak]), name)))
            if ru and self.spelling.latin(plain(ru[0])) in [plain(n) for n in uz]:
                self.labels["uz-Cyrl"][name] = plain(ru[0])
            yield name, {"country": code, "capital": bool(entry.get("capital"))}

    def _body(self, key: str, entry: Table) -> dict[str, Any]:
        at = f"{entry['file']}: {key}"
        if not _ID.fullmatch(key):
            raise DataError(f"{at}: an id is lower-case words joined by hyphens")
        if entry.get("type") not in BODY_TYPES:
            raise DataError(f"{at}: type: must be one of {', '.join(sorted(BODY_TYPES))}")
        for language in HAND:
            found = names(entry, language, at)
            if not found:
                raise DataError(f"{at}: {language}: has no name")
            self._claim(language, "body", key, found, at, capital=True)
            self._claim(language, "weak body", key, names(entry, f"weak_{language}", at), at, capital=True)
            self._remember("body", key, found, language)
            self._label(language, key, entry.get("label", {}).get(language) or plain(found[0]).replace(" _ ", " "))
        self.lookup["body"].setdefault(fold(key), key)
        out = {"type": entry["type"], "forum": bool(entry.get("forum"))}
        out |= {"parent": entry.get("parent"), "country": entry.get("country")}
        if out["country"] not in {None, *self.codes}:
            raise DataError(f"{at}: country: {out['country']!r} is not an ISO 3166 alpha-2 code")
        head = {language: names(entry.get("head", {}), language, at) for language in HAND}
        return {k: v for k, v in {**out, "head": head if any(head.values()) else None}.items() if v}

    def _format_bodies(self) -> dict[str, dict[str, Any]]:
        out: dict[str, dict[str, Any]] = {}
        for partner, entry in self.formats["partner"].items():
            key = entry.get("id", f"c5-plus-{partner}")
            for language in HAND:
                centre, other = self.formats["centre"][language], names(entry, language, f"formats.toml: {partner}")
                self._label(language, key, f"{centre[0]} – {other[0]}")
                self._remember("body", key, [f"{c} {o}" for c in centre for o in other], language)
                self._remember("body", key, [f"{o} {c}" for c in centre for o in other], language)
                for kind in entry.get("kinds", []):
                    word = names(kind, language, f"formats.toml: {kind['id']}")[0]
                    self._label(language, kind["id"], f"{centre[0]} – {other[0]}: {word}")
            for each in [{"id": key}, *entry.get("kinds", [])]:
                out[each["id"]] = {"type": each.get("type", "forum"), "forum": True}
                if each["id"] != key:
                    out[each["id"]]["parent"] = key
                self.lookup["body"].setdefault(fold(each["id"]), each["id"])
        for key, signs in self.formats["signed"].items():
            for sign in signs:
                self.lookup["country" if key.isupper() else "body"].setdefault(fold(sign), key)
        return out

    def _formats(self, tag: str) -> dict[str, Any]:
        language = TAGS[tag]
        table = self.formats

        def spelled(found: Iterable[str]) -> list[str]:
            return [self.spelling.spelled(tag, name) for name in found]

        partners, kinds = {}, {}
        for partner, entry in table["partner"].items():
            key = entry.get("id", f"c5-plus-{partner}")
            partners[key] = spelled(entry[language])
            if "kinds" in entry:
                kinds[key] = {kind["id"]: spelled(kind[language]) for kind in entry["kinds"]}
        out = {key: table[key][language] for key in ("centre", "joiners")}
        return {
            **{key: spelled(found) for key, found in out.items()},
            "endings": table["endings"][language],
            "partners": partners,
            "kinds": kinds,
            "signed": table["signed"],
        }

    def _claim(
        self, language: str, kind: str, key: str, found: Sequence[str], at: str, *, capital: bool = False
    ) -> None:
        for tag in (tag for tag, base in TAGS.items() if base == language):
            mine = self.claims[tag].setdefault(kind, {}).setdefault(key, [])
            for name in self._stems(language, (n for n in found if "," not in n)):
                for spelled in self.spelling.of(tag, name):
                    made = pattern(spelled, at, capital=capital)
                    if made not in mine:
                        mine.append(made)

    def _stems(self, language: str, found: Iterable[str]) -> Iterator[str]:
        """The names, and again those with a word whose stem is another in one of its cases."""
        rules = self.rules["other_stems"].get(language, [])
        for name in found:
            yield name
            for ending, case in rules:
                words = name.split(" ")
                changed = ["=" + re.sub(ending, case, w) if re.search(ending, w) else w for w in words]
                if len(words) > 1 and changed != words:
                    yield " ".join(changed)

    def _remember(self, kind: str, key: str, found: Iterable[str], language: str) -> None:
        for name in map(plain, found):
            for spelled in (name, self.spelling.cyrillic(name)) if language == "uz" else (name,):
                self.lookup[kind].setdefault(fold(spelled), key)

    def _label(self, language: str, key: str, label: str) -> None:
        for tag in (tag for tag, base in TAGS.items() if base == language):
            self.labels[tag][key] = self.spelling.cyrillic(label) if tag == "uz-Cyrl" else label

    def _acronyms(self) -> None:
        """Latin abbreviations of bodies are met in every language, unless one there has them already."""
        for key, found in list(self.claims["en"]["body"].items()):
            for name in found:
                if len(name) < 3 or not name.isupper() or not name.isalpha():
                    continue
                for tag in TAGS:
                    taken = {p for kinds in self.claims[tag].values() for ps in kinds.values() for p in ps}
                    if name not in taken:
                        self.claims[tag]["body"][key].append(name)

    def _country_table(self, cities: Mapping[str, Table]) -> dict[str, list[str | None]]:
        capitals: dict[str, str] = {}
        for name, city in cities.items():
            if city["capital"] and capitals.setdefault(city["country"], name) != name:
                raise DataError(f"{name}: {city['country']} has another capital, {capitals[city['country']]}")
        return {code: [self.cldr["alpha3"].get(code), capitals.get(code)] for code in sorted(self.codes)}

    def _ordered(self, tag: str) -> dict[str, dict[str, list[str]]]:
        """The claims of a language, checked: no pattern may have two owners of one type."""
        for claimed in self.claims[tag].values():
            owner: dict[str, str] = {}
            for key, found in claimed.items():
                for each in list(found):
                    folded = each if each.isupper() else each.replace("^", "").lower()
                    other = owner.setdefault(folded, key)
                    if other == key:
                        continue
                    winner = self.rules["owners"].get(plain(each))
                    if winner not in (key, other):
                        raise DataError(f"{tag}: {each!r} is both {other} and {key}: say whose it is in rules.toml")
                    loser = other if winner == key else key
                    claimed[loser] = [p for p in claimed[loser] if p != each]
                    owner[folded] = str(winner)
        return {kind: {k: v for k, v in claimed.items() if v} for kind, claimed in self.claims[tag].items()}
