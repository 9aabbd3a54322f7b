"""Why a field is what it is: the pattern that offered it and the weights that chose it, for `elchi extract --explain`.

What was asked while the report was read, `witness` has kept; which file a pattern stands in, `packs` tells; `wording`
puts features into words. Nothing of this is loaded where no explanation is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from elchi.extraction import packs
from elchi.extraction.candidates import Candidate
from elchi.extraction.document import Document
from elchi.extraction.holdings import listed
from elchi.extraction.names import Run
from elchi.extraction.offices import PEER, OfficeAt, holders, owners, parallel, party
from elchi.extraction.participants import PartyOption, PersonOption
from elchi.extraction.people import Cast, Figure
from elchi.extraction.setting import document_options
from elchi.extraction.speakers import Utterance
from elchi.extraction.witness import Asked, Witness, strongest
from elchi.records import Engagement, Participant, Person, Reason, Records, Source, Statement

if TYPE_CHECKING:
    from elchi.extraction.extractor import Event
    from elchi.extraction.statements import Said

UNKNOWN: Final = "—"

_CARRIED: Final = {
    "page": "the page's own date",
    "prior": "as of the event told before",
    "first": "as of the report's first event",
    "told-first": "as of the report's first event",
    "own": "the page's own country",
    "capital": "the capital of the page's own country",
    "none": "none of the places and dates near is likelier",
}
"""The first feature of an option that is read from no words -> what it is."""


def explained(
    records: Records, doc: Document, people: Cast, found: Sequence[Event], said: Sequence[Said], witness: Witness
) -> Records:
    """The records with their reasons; `people`, `found` and `said` are what they were made of, in their order."""
    witness.about(None)
    one = _Explanation(doc, people, witness)
    return replace(
        records,
        people=tuple(
            replace(person, reasons=tuple(one.person(person, figure)))
            for person, figure in zip(records.people, people.figures, strict=True)
        ),
        engagements=tuple(
            replace(engagement, reasons=tuple(one.engagement(engagement, event)))
            for engagement, event in zip(records.engagements, found, strict=True)
        ),
        statements=tuple(
            replace(statement, reasons=tuple(one.statement(statement, words)))
            for statement, words in zip(records.statements, said, strict=True)
        ),
    )


class _Explanation:
    """The reasons of one report's entries."""

    def __init__(self, doc: Document, people: Cast, witness: Witness) -> None:
        self.doc, self.cast, self.witness = doc, people, witness
        self.runs: list[Run] = sorted((r for f in people.figures for r in f.runs), key=lambda r: r.first)
        self.names = [doc.text(f.runs[0].first, f.runs[0].last) for f in people.figures]

    def _decided(
        self,
        field: str,
        value: str | None,
        chosen: Asked | None,
        others: Sequence[Asked] = (),
        *,
        words: str = "",
        sources: Sequence[Source] = (),
        note: str = "",
    ) -> Reason:
        """A reason with the weights of what was chosen; `others` are all that it was chosen among."""
        reason = Reason(field, value or UNKNOWN, words, tuple(sources), note=note)
        if chosen is None:
            return reason
        rivals = [one.score for one in others if one is not chosen]
        return replace(
            reason,
            weights=self.witness.told(chosen.decision, chosen.features),
            score=round(chosen.score, 2),
            against=round(max(rivals), 2) if rivals else None,
        )

    def _scored(self, decision: str, features: list[str]) -> Asked:
        return Asked(decision, features, self.witness.score(decision, features))

    def person(self, person: Person, figure: Figure) -> Iterator[Reason]:
        """Of the name, the office and whose office it is."""
        run = max(figure.runs, key=lambda r: (len(r.parts), -r.first))
        words = self.doc.text(run.first, run.last)
        name = self._scored("name", run.features)
        yield self._decided("name", person.name, name, words=words, sources=[packs.of_names(self.doc)])
        title = figure.title
        if title is None:
            return
        sources = self._title_sources(title)
        words = self.doc.text(title.first, title.last)
        paired = any(self.runs[n] in figure.runs for n, _ in parallel(self.doc, title, self.runs))
        asked = [self._scored("holder", features) for n, features in holders(self.doc, title, self.runs)
                 if self.runs[n] in figure.runs]  # fmt: skip
        holder = strongest(asked)
        notes = []
        if title.former:
            notes.append("told as a former office")
        if self.doc.is_word("word:peers", title.first) and not self.doc.is_word("office", title.first):
            notes.append("the same office as whom the counterpart is named beside")
        if paired:
            holder = None
            notes.append("paired in a list of countries and names")
        elif id(title) in listed(self.cast.titles, self.runs):
            holder = None
            notes.append("one of a list that names titles and people by turns")
        elif holder is None or holder.score <= 0:
            holder = None
            notes.append("nobody else is joined to this title, and the report names this person most")
        yield self._decided("office", person.office, holder, words=words, sources=sources, note="; ".join(notes))
        if person.of:
            yield self._owner(person, title, sources, paired=paired)

    def _title_sources(self, title: OfficeAt) -> list[Source]:
        for category in ("office", f"word:{PEER}s"):
            match = self.doc.match_at.get(category, {}).get(title.first)
            if match is not None:
                return [packs.of_match(self.doc, match)]
        return []

    def _owner(self, person: Person, title: OfficeAt, office: Sequence[Source], *, paired: bool) -> Reason:
        if title.fixed:
            return self._decided("of", person.of, None, sources=office, note="the title itself says whose it is")
        thing = title.owner
        words = self.doc.text(thing.first, thing.last) if thing is not None else ""
        sources = packs.of_thing(self.doc, thing) if thing is not None else ()
        if paired:
            note = "paired in a list of countries and names"
            return self._decided("of", person.of, None, words=words, sources=sources, note=note)
        options = [(owner, self._scored("owner", features)) for owner, features in owners(self.doc, title)]
        asked = [one for _, one in options]
        chosen = strongest(asked)
        owner = next((owner for owner, one in options if one is chosen), None)
        if chosen is None or party(owner) != person.of:
            note = "weighed against all the countries and bodies that the report names"
            return self._decided("of", person.of, None, words=words, sources=sources, note=note)
        note = "" if thing is not None else "the page's own country" if owner == self.doc.home else "named before"
        return self._decided("of", person.of, chosen, asked, words=words, sources=sources, note=note)

    def engagement(self, engagement: Engagement, event: Event) -> Iterator[Reason]:
        """Of kind, status, date, place, forum, every participant and document."""
        candidate = event.candidate
        yield self._kind(engagement, candidate)
        yield self._status(engagement, candidate)
        at = event.date.at
        yield self._chosen(
            candidate,
            "date",
            " – ".join(filter(None, (engagement.start, engagement.end))),
            (at.first, at.last) if at is not None else None,
            packs.of_date(self.doc, at.mention) if at is not None else (),
        )
        place = ", ".join(filter(None, (engagement.city, engagement.country)))
        for field, value, thing in (("place", place, event.place.at), ("forum", engagement.forum, event.forum)):
            if value or field == "place":
                span = (thing.first, thing.last) if thing is not None else None
                sources = packs.of_thing(self.doc, thing) if thing is not None else ()
                yield self._chosen(candidate, field, value, span, sources)
        told = [candidate, *event.also]
        for number, side in enumerate(engagement.participants):
            yield self._participant(side, event, number, told)
        for kind, (first, last) in event.documents:
            yield self._document(kind, first, last, told)

    def _kind(self, engagement: Engagement, candidate: Candidate) -> Reason:
        other = candidate.instead
        note = f"the words are of a {other.kind}, read as a {candidate.kind}" if other is not None else ""
        chosen = self._scored("trigger", candidate.features)
        if chosen.score <= 0:
            chosen = next((one for one in self.witness.asked(candidate, "stand") if one.score > 0), chosen)
        words = self.doc.text(candidate.first, candidate.last)
        sources = packs.of_candidate(self.doc, candidate)
        return self._decided("kind", engagement.kind, chosen, words=words, sources=sources, note=note)

    def _status(self, engagement: Engagement, candidate: Candidate) -> Reason:
        asked = self.witness.asked(candidate, "status")
        chosen = next((one for one in asked if one.option == engagement.status), None)
        wanted = {engagement.status, "negated"} if engagement.status == "cancelled" else {engagement.status}
        cues = [match for match in self.doc.words("status", self.doc.sentences[candidate.sentence])
                if match.entry.value in wanted]  # fmt: skip
        sources = [packs.of_match(self.doc, match) for match in cues]
        words = " … ".join(self.doc.text(match.first, match.last) for match in cues)
        note = (
            "" if sources or candidate.status == engagement.status else "told by tense, dates and the words beside it"
        )
        if candidate.status == engagement.status:
            sources += packs.of_candidate(self.doc, candidate)
        return self._decided(
            "status", engagement.status, chosen, asked, words=words,
            sources=list(dict.fromkeys(sources)), note=note,
        )  # fmt: skip

    def _chosen(
        self, candidate: Candidate, field: str, value: str | None, span: tuple[int, int] | None,
        sources: Sequence[Source],
    ) -> Reason:  # fmt: skip
        """The reason of a field chosen among options; `span` are the tokens that it was read from, if any."""
        asked = self.witness.asked(candidate, field)
        chosen = strongest(asked)
        words = self.doc.text(*span) if span is not None else ""
        note = _CARRIED.get(chosen.features[0], "") if chosen is not None and span is None else ""
        return self._decided(field, value, chosen, asked, words=words, sources=sources, note=note)

    def _participant(self, side: Participant, event: Event, number: int, told: Sequence[Candidate]) -> Reason:
        if side.person is not None:
            person = event.people[number]
            value = f"{self.names[person]} ({side.party or UNKNOWN})"
            for asked in self._weighed(told, "person"):
                if isinstance(asked.option, PersonOption) and asked.option.person == person:
                    at = asked.option.at
                    words = self.doc.text(at.first, at.last) if at is not None else ""
                    note = _noted(asked, named=at is not None)
                    chosen = self._surest(asked, told, person)
                    return self._decided(
                        "participant", value, chosen, words=words, note=note, sources=self._joining(told[0])
                    )
            return Reason("participant", value)
        for asked in self._weighed(told, "party"):
            if isinstance(asked.option, PartyOption) and asked.option.party == side.party:
                thing = asked.option.at
                words = self.doc.text(thing.first, thing.last) if thing is not None else ""
                sources = packs.of_thing(self.doc, thing) if thing is not None else ()
                note = _noted(asked, named=thing is not None)
                chosen = self._surest(asked, told, side.party)
                return self._decided("participant", side.party, chosen, words=words, sources=sources, note=note)
        return Reason("participant", side.party or UNKNOWN)

    def _surest(self, asked: Asked, told: Sequence[Candidate], option: object) -> Asked:
        """The first look, if it said yes; else the second look at the same option."""
        again = (one for candidate in told for one in self.witness.asked(candidate, f"{asked.decision}-again")
                 if one.option == option and one.score > 0)  # fmt: skip
        return asked if asked.score > 0 else next(again, asked)

    def _weighed(self, told: Sequence[Candidate], decision: str) -> Iterator[Asked]:
        for candidate in told:
            yield from sorted((one for one in self.witness.asked(candidate, decision) if one.decision == decision),
                              key=lambda one: one.score <= 0)  # fmt: skip

    def _joining(self, candidate: Candidate) -> list[Source]:
        """The words of the sentence that join people to an event ("took part in"), else those of the event itself."""
        found = self.doc.words("trigger", self.doc.sentences[candidate.sentence])
        joining = [packs.of_match(self.doc, match) for match in found if match.entry.form == "attend"]
        return joining or list(packs.of_candidate(self.doc, candidate))

    def _document(self, kind: str, first: int, last: int, told: Sequence[Candidate]) -> Reason:
        match = self.doc.match_at.get("document", {}).get(first)
        sources = [packs.of_match(self.doc, match)] if match is not None else []
        words = self.doc.text(first, last)
        for candidate in told:
            for span, value, features in document_options(self.doc, candidate):
                if span == (first, last) and value == kind:
                    chosen = self._scored("document", features)
                    return self._decided("document", kind, chosen, words=words, sources=sources)
        return Reason("document", kind, words, tuple(sources))

    def statement(self, statement: Statement, said: Said) -> Iterator[Reason]:
        """That it was said, by whom, and of the act."""
        utterance = self._utterance(said)
        if utterance is not None:
            heard = next(iter(self.witness.asked(utterance, "statement-again")), None)
            sources = self._spoken(said, said.first, ("speech", "frame"))
            note = "" if sources else "a quotation without a verb of saying"
            yield self._decided("statement", "said", heard, words=statement.anchor, sources=sources, note=note)
            asked = self.witness.asked(utterance, "speaker")
            speaker = self.names[said.speaker] if isinstance(said.speaker, int) else said.speaker
            here = next((m for m in self.cast.by_sentence.get(said.first, ()) if m.person == said.speaker), None)
            words = self.doc.text(here.first, here.last) if here is not None else ""
            yield self._decided("speaker", speaker, strongest(asked), asked, words=words, sources=sources, note=note)
        acts = self.witness.asked(said, "act")
        chosen = next((one for one in acts if one.option == statement.act), None)
        sources = self._spoken(said, said.last, ("speech", "cue"), statement.act)
        note = "" if sources else "told by the words said, not by a verb"
        yield self._decided("act", statement.act, chosen, acts, sources=sources, note=note)

    def _utterance(self, said: Said) -> Utterance | None:
        for one in self.witness.subjects:
            if isinstance(one, Utterance) and one.sentence == said.first:
                return one
        return None

    def _spoken(self, said: Said, last: int, categories: Sequence[str], value: str = "") -> list[Source]:
        """The patterns of speech in the sentences of a statement, up to the sentence `last`."""
        found = [match for index in range(said.first, last + 1) for category in categories
                 for match in self.doc.words(category, self.doc.sentences[index])
                 if value in ("", match.entry.value)]  # fmt: skip
        return list(dict.fromkeys(packs.of_match(self.doc, match) for match in found))


def _noted(asked: Asked, *, named: bool) -> str:
    """What is to be said of a participant whom the sentence does not name, or whom it alone does not make one."""
    notes = [] if named else ["not named in the sentence"]
    if asked.score <= 0:
        notes.append("the report's other events speak for it")
    return "; ".join(notes)
