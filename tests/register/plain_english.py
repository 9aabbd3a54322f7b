"""An extractor of a few fixed sentences, so that the register can be tested without the built-in one."""

from __future__ import annotations

import os
import re

from elchi.records import Engagement, Evidence, Participant, Person, Records, Report, Statement

_MET = re.compile(
    r"On (?P<date>[\d-]+) in (?P<city>\w+), (?P<country>[A-Z]{2}), (?P<one>[^.\n]+?) of (?P<side>[A-Z]{2}) "
    r"(?P<verb>met|will meet|called) (?P<other>[^.\n]+?) of (?P<facing>[A-Z]{2})(?: at the (?P<forum>\w+))?\."
)
_SAID = re.compile(r'(?P<who>[A-Z]\w+ \w+) (?P<verb>said|promised): "(?P<what>[^"\n]+)"')
_KINDS = {"met": ("meeting", "held"), "will meet": ("meeting", "planned"), "called": ("call", "held")}


class PlainEnglish:
    """Reads `On 2025-03-05 in Astana, KZ, A B of KZ met C D of UZ at the oic.` and `A B said: "…"`."""

    def extract(self, report: Report) -> Records:
        people: dict[str, Person] = {}
        engagements = [self._met(found, people) for found in _MET.finditer(report.text)]
        statements = []
        for found in _SAID.finditer(report.text):
            span = Evidence(*found.span("what"))
            act = "commit" if found["verb"] == "promised" else "state"
            speaker = self._person(found["who"], None, found.span("who"), people)
            statements.append(Statement(speaker, act, found["what"][:30], (span,), "said"))
        return Records(report, tuple(people.values()), tuple(engagements), tuple(statements))

    def _met(self, found: re.Match[str], people: dict[str, Person]) -> Engagement:
        kind, status = _KINDS[found["verb"]]
        sides = tuple(
            Participant(self._person(found[who], found[party], found.span(who), people), found[party])
            for who, party in (("one", "side"), ("other", "facing"))
        )
        return Engagement(
            key=f"{kind}-{found.start()}",
            kind=kind,
            status=status,
            central=True,
            start=found["date"],
            country=found["country"],
            city=found["city"],
            forum=found["forum"],
            participants=sides,
            anchor=found.group(),
            evidence=(Evidence(*found.span()), Evidence(*found.span("date"), "date")),
            rule="met",
        )

    @staticmethod
    def _person(name: str, of: str | None, span: tuple[int, int], people: dict[str, Person]) -> str:
        known = people.get(name)
        if known is None or known.of is None:
            office = None if of is None else "foreign_minister"
            evidence = (*(known.evidence if known else ()), Evidence(*span))
            people[name] = Person(name, name, (name,), office, of, None, evidence)
        return name


class Broken:
    """Fails on every report that says so."""

    def extract(self, report: Report) -> Records:
        if "impossible" in report.text:
            raise RuntimeError("cannot")
        return PlainEnglish().extract(report)


class Deadly:
    """Ends its process on a report that says so."""

    def extract(self, report: Report) -> Records:
        if "deadly" in report.text:
            os._exit(7)
        return PlainEnglish().extract(report)
