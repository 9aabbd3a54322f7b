"""What a person means by a word: a country, body or forum by code or name, somebody by a name in any script."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sqlalchemy import func, select

from elchi.register import schema
from elchi.register.errors import BadQueryError, NotFoundError
from elchi.register.schema import event_sides, events, people, statements
from elchi.register.wording import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Column, Connection

Kind = Literal["engagement", "person", "party", "forum", "report"]

_WHOLE: Final = ("full", "contained", "initials")
"""How names agree that agree as a whole; the others agree in one word."""

_ID: Final = re.compile(r"(?=.*\d)[\w.]+(?:-[\w.]+)+")
"""What reads as an id: words and numbers joined by hyphens."""

_ALIKE: Final = 0.8
"""An id this like to what was asked is offered in its place."""

_SHOWN: Final = 8
"""How many of those who share a name are listed."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a word names: the kind of thing, and its id in the register."""

    kind: Kind
    id: str


def sound_keys(name: str, language: str = "") -> set[str]:
    """Coarse sounds of the words of a name: two spellings of a name have one in common."""
    from elchi.resolution.names import parse
    from elchi.resolution.sounds import coarse

    return {coarse(heard, 3) for part in parse(name, language).core for heard in part.heard}


def party(connection: Connection, name: str) -> str | None:
    """The country's code or the body's id by this code, id or name in any language; None if there is none."""
    from elchi import gazetteer

    wanted = schema.storable(name).strip()
    known = gazetteer.country_code(wanted) or gazetteer.body_id(wanted)
    if known is not None:
        return known
    for candidate in (wanted, wanted.upper(), wanted.lower()):
        columns = (event_sides.c.party, events.c.forum, people.c.of, statements.c.party)
        if any(_exists(connection, column, candidate) for column in columns):
            return candidate
    return None


def asked_party(connection: Connection, name: str, option: str) -> str:
    """As `party`; raises `BadQueryError` naming the option if there is none."""
    found = party(connection, name)
    if found is None:
        raise BadQueryError(
            f"{option}: no country or body is called {name!r}.",
            "Write a country's two-letter code or name, or a body's id as `show` prints it.",
        )
    return found


def persons(connection: Connection, name: str) -> list[str]:
    """The ids of those whom `name` may name: by id, else as a whole name, else by one word of it."""
    wanted = schema.storable(name).strip()
    if _exists(connection, schema.persons.c.id, wanted):
        return [wanted]
    keys = sorted(sound_keys(wanted))
    words = schema.person_words.c
    candidates = connection.execute(select(words.person).where(words.word.in_(keys)).distinct()).scalars().all()
    relations: dict[str, set[str]] = defaultdict(set)
    for person, form, language in _forms(connection, candidates):
        relations[person].add(_relation(wanted, form, language))
    # Endings tell a man's surname from a woman's, save where they may be a case as well: then other forms may.
    agreeing = {person: found for person, found in relations.items() if "other sex" not in found}
    whole = [person for person, found in agreeing.items() if not found.isdisjoint(_WHOLE)]
    return sorted(whole or (person for person, found in agreeing.items() if found != {"different"}))


def _forms(connection: Connection, persons: Sequence[str]) -> set[tuple[str, str, str]]:
    """Every form of the names of these persons: the person's id, the form, its language."""
    records, reports = schema.person_records.c, schema.reports.c
    found: set[tuple[str, str, str]] = set()
    for at in range(0, len(persons), 500):
        spelled = connection.execute(
            select(records.person, people.c.name, people.c.mentions, reports.language)
            .join_from(schema.person_records, people)
            .join(schema.reports, reports.key == people.c.report)
            .where(records.person.in_(persons[at : at + 500]))
        )
        found |= {(row.person, form, row.language) for row in spelled for form in (row.name, *row.mentions)}
    return found


def _meant(connection: Connection, name: str, found: list[str]) -> list[str]:
    """Of those whom `name` may name, those whom a person means by it.

    They are those named so in full, where there are any; and nobody known by initials alone where these fit
    another of them, for nothing tells that they are two.
    """
    if len(found) < 2:
        return found
    forms: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for person, form, language in _forms(connection, found):
        forms[person].add((form, language))
    in_full = [one for one in found if any(_relation(name, *form) == "full" for form in forms[one])]
    found = in_full or found
    return [one for one in found if not any(other != one and _fits(forms[one], forms[other]) for other in found)]


def _fits(short: Iterable[tuple[str, str]], long: Iterable[tuple[str, str]]) -> bool:
    """Whether all of the first forms are initials that fit one of the others, which is written out."""
    from elchi.resolution import compare

    whole = [(form, language) for form, language in long if _written_out(form)]
    return all(
        not _written_out(form)
        and any(
            compare(form, other, language_a=language, language_b=its).relation == "initials" for other, its in whole
        )
        for form, language in short
    )


def _written_out(form: str) -> bool:
    """Whether no part of the name is an initial alone."""
    parts = re.findall(r"[^\W\d_]+", form)
    return len(parts) > 1 and all(len(part) > 2 for part in parts)


def _relation(wanted: str, form: str, language: str) -> str:
    """How the name sought agrees with one that stands in a report in `language`."""
    from elchi.resolution import compare
    from elchi.resolution.sounds import is_cyrillic

    guessed = "ru" if is_cyrillic(wanted) else "en"
    loose = compare(wanted, form, language_b=language).relation
    strict = compare(wanted, form, language_a=guessed, language_b=language).relation
    return "other sex" if strict == "different" != loose else loose


def subject(connection: Connection, name: str) -> Subject:
    """What this id or name names; raises `NotFoundError`, or `BadQueryError` if it names several."""
    wanted = schema.storable(name).strip()
    if _exists(connection, schema.reports.c.key, wanted):
        return Subject("report", wanted)
    if _exists(connection, schema.events.c.id, wanted):
        return Subject("engagement", wanted)
    side = party(connection, wanted)
    # A person's id may read like a country's or body's name, but not like its id.
    if side != wanted and _exists(connection, schema.persons.c.id, wanted):
        return Subject("person", wanted)
    if side is not None:
        return Subject("forum" if _exists(connection, schema.events.c.forum, side) else "party", side)
    given = schema.reports.c.given_id
    keys = connection.execute(select(schema.reports.c.key).where(given == wanted)).scalars().all()
    if keys:
        return Subject("report", _only(name, "reports", [(key, "") for key in sorted(keys)]))
    # A name has no digits: what has is an id, and one mistyped should not be taken for somebody's name.
    found = [] if _ID.fullmatch(wanted) else _meant(connection, wanted, persons(connection, wanted))
    if not found:
        like = _ids_like(connection, wanted)
        raise NotFoundError(
            f"The register has nothing by the id or name {name!r}.",
            f"Did you mean {' or '.join(like)}?"
            if like
            else "`find` lists ids; a person, country, body or forum may be named in any of the languages.",
        )
    return Subject("person", _only(name, "people", _described(connection, found)))


def _described(connection: Connection, persons: Sequence[str]) -> list[tuple[str, str]]:
    """These persons, those of whom most reports tell first, each with the name and the number of reports."""
    table = schema.person_records.c
    rows = connection.execute(
        select(table.person, func.count(table.report.distinct()).label("number"))
        .where(table.person.in_(persons))
        .group_by(table.person)
    )
    number = {row.person: row.number for row in rows}
    first = sorted(persons, key=lambda one: (-number.get(one, 0), one))[:_SHOWN]
    names = names_of(connection, first)
    return [(one, f"{names[one]}, {number[one]} {'report' if number[one] == 1 else 'reports'}") for one in first]


def _ids_like(connection: Connection, wanted: str) -> list[str]:
    """The ids most like one that is none, best first."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    known: list[str] = []
    for column in (events.c.id, schema.persons.c.id, schema.reports.c.key, schema.reports.c.given_id):
        known += connection.execute(select(column)).scalars()
    alike = process.extract(
        wanted, list(dict.fromkeys(known)), scorer=Levenshtein.normalized_similarity, limit=3, score_cutoff=_ALIKE
    )
    return [one for one, _, _ in alike]


def _exists(connection: Connection, column: Column[str] | Column[str | None], value: str) -> bool:
    return connection.execute(select(column).where(column == value).limit(1)).first() is not None


def _only(name: str, what: str, found: list[tuple[str, str]]) -> str:
    if len(found) > 1:
        listed = ", ".join(f"{key} ({shown})" if shown else key for key, shown in found)
        raise BadQueryError(f"Several {what} go by {name!r}: {listed}.", "Name one of them by its id.")
    return found[0][0]


def names_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The names to show of these persons, by id."""
    wanted = sorted(set(ids))
    found: dict[str, str] = {}
    table = schema.persons.c
    for at in range(0, len(wanted), 500):
        rows = connection.execute(select(table.id, table.name).where(table.id.in_(wanted[at : at + 500])))
        found |= {row.id: row.name for row in rows}
    return found


def name_of(connection: Connection, subject: Subject) -> str:
    """The name to show of it; engagements and reports go by their ids."""
    if subject.kind == "person":
        return names_of(connection, [subject.id])[subject.id]
    return label(subject.id) if subject.kind in ("party", "forum") else subject.id
