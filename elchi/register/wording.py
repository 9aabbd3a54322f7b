"""The words by which an event is found: those of the reports around it, and the names of all that it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, overload

from elchi.register.fold import words
from elchi.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from elchi.records import Engagement, Records

_AROUND: Final = 240
"""Characters of a report's paragraph that are taken on either side of the words that state an event."""


def event_words(
    told_of: Mapping[str, Any],
    people: Iterable[str],
    parties: Iterable[str],
    told_in: Sequence[tuple[Records, Engagement]],
) -> str:
    """The folded words of an event, each once, sorted: order in the reports makes no difference.

    `told_of` is its preferred reading; places, parties and forums are entered by their names in every language.
    """
    found = {*words(told_of["kind"]), *words(told_of["city"] or "")}
    for name in people:
        found.update(words(name))
    for one in {*parties, told_of["country"], told_of["forum"]} - {None}:
        found.update(words(one))
        for name in labels(one):
            found.update(words(name))
    for records, engagement in told_in:
        found.update(words(records.report.title or ""))
        for passage in _passages(records.report.text, engagement):
            found.update(words(passage))
        named = {side.person for side in engagement.participants}
        for person in records.people:
            if person.id in named:
                found.update(words(" ".join((person.name, person.title or "", *person.mentions))))
    return " ".join(sorted(found))


def labels(identity: str) -> set[str]:
    """The names of a country or body in every language."""
    from elchi import gazetteer

    return {gazetteer.label(identity, language) for language in LANGUAGES}


@overload
def label(identity: str) -> str: ...
@overload
def label(identity: None) -> None: ...
def label(identity: str | None) -> str | None:
    """The English name of a country or body, its id where the gazetteer has none; None for None."""
    from elchi import gazetteer

    return None if identity is None else gazetteer.label(identity, "en")


def _passages(text: str, engagement: Engagement) -> Iterable[str]:
    for one in engagement.evidence:
        first = max(text.rfind("\n", 0, one.start) + 1, one.start - _AROUND)
        end = text.find("\n", one.end)
        last = min(len(text) if end < 0 else end, one.end + _AROUND)
        yield text[first:last]
