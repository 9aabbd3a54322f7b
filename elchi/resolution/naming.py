"""What a resolved person is called, and what ids people and events get."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from elchi.resolution.names import parse
from elchi.resolution.roman import romanise, slug

if TYPE_CHECKING:
    from elchi.records import Engagement, Person

PREFERRED: Final = ("en", "ru", "kk", "uz-Latn", "uz-Cyrl")
"""Whose spelling is taken for a name, the first that has it."""

UNNAMED: Final = "person"


def display_name(people: Sequence[tuple[Person, str]]) -> str:
    """The usual English form where a report in English gives the name in full, else the name romanised.

    `people` are one person as the reports tell of them, each with the report's language.
    """
    uzbek = 2 * sum(p.of == "UZ" for p, _ in people) > len(people)
    order = ("en", "uz-Latn", *PREFERRED[1:]) if uzbek else PREFERRED
    votes: Counter[tuple[str, str]] = Counter()
    for person, language in people:
        for form, count in [(person.name, 2), *((m, 1) for m in person.mentions)]:
            if parse(form, language).rank:
                votes[" ".join(form.split()), language] += count
    if not votes:
        return _clean(min((p.name for p, _ in people), default=""), "") or UNNAMED
    full = max(parse(*form).rank for form in votes)
    best = [form for form in votes if parse(*form).rank == full]
    english = [form for form in best if form[1] == "en"]

    def worth(form: tuple[str, str]) -> tuple[int, int, int, int, str]:
        place = order.index(form[1]) if form[1] in order else len(order)
        return -_bareness(form[0], best), place, -votes[form], len(form[0]), form[0]

    usual = min(english, key=lambda f: (-votes[f], len(f[0]), f[0])) if english else min(best, key=worth)
    return _clean(*usual)


def _bareness(form: str, others: Sequence[tuple[str, str]]) -> int:
    """How many forms are this one with case endings."""
    words = form.casefold().split()
    longer = (other.casefold().split() for other, _ in others)
    return sum(len(w) == len(words) and all(map(str.startswith, w, words)) for w in longer)


def _clean(form: str, language: str) -> str:
    for ending in ("'s", "’s") if language == "en" else ():
        form = form.removesuffix(ending)
    return romanise(form.title() if form.isupper() else form, language)


def unique_ids(wanted: Iterable[tuple[str, str, int]]) -> list[str]:
    """Ids from `(wanted id, fallback suffix, size)`: the largest of those that want one id has it as it is."""
    rows = list(wanted)
    order = sorted(range(len(rows)), key=lambda i: (-rows[i][2], i))
    taken: set[str] = set()
    out = [""] * len(rows)
    for i in order:
        want, suffix, _ = rows[i]
        options = [want, *([f"{want}-{suffix}"] if suffix else [])]
        found = next((o for o in options if o not in taken), "")
        number = 2
        while not found:
            found = f"{want}-{number}" if f"{want}-{number}" not in taken else ""
            number += 1
        taken.add(found)
        out[i] = found
    return out


def person_slug(name: str) -> str:
    """The id that a person of this display name would have."""
    return slug(name) or UNNAMED


def _most(values: Iterable[str | None]) -> str:
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else ""


def event_slug(events: Sequence[tuple[str, Engagement]], people: Mapping[tuple[str, str], str]) -> str:
    """`DATE-place-what` of one event as the reports tell of it; `people` maps (report, local id) to display names.

    The date is the most exact that most reports give; *what* is the forum, or the people or sides that most reports
    name, and the kind.
    """
    every = [event for _, event in events]
    longest = max((len(e.start or "") for e in every), default=0)
    date = _most(e.start for e in every if len(e.start or "") == longest) or "undated"
    place = _most(e.city for e in every) or _most(e.country for e in every)
    kind = _most(e.kind for e in every)
    forum = _most(e.forum for e in every)
    who = Counter(
        people[report, p.person]
        for report, e in events
        for p in e.participants
        if p.person and (report, p.person) in people
    )
    sides = Counter(p.party for e in every for p in e.participants if p.party)
    if forum:
        what = [forum]
    elif who:
        what = [name.split()[-1] for name in sorted(who, key=lambda n: (-who[n], n))[:2]]
    else:
        what = sorted(sides, key=lambda s: (-sides[s], s))[:2]
    return slug("-".join([date, place, *what, kind])) or "event"
