"""Fit the reader's weights on annotated reports: python training/train.py GOLD… [--out FILE] [--without PREFIX…]

Every decision of `elchi.extraction` is a linear score over named features. This script takes the reports apart with the
package's own code, sees which choices the annotation bears out, and fits one logistic regression a decision.
`--without t8` leaves out the stories whose id begins so, and they can then judge; `--weigh t=2` counts them twice.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parent))

import gold as g
import tagger

from elchi.extraction import (
    again,
    apart,
    candidates,
    home,
    names,
    offices,
    participants,
    people,
    reconsider,
    setting,
    sides,
    speakers,
    statements,
    status,
    timing,
)
from elchi.extraction.document import Document, settle, take_apart
from elchi.extraction.model import Model
from elchi.extraction.relation import Prior
from elchi.vocabulary import ACTS, STATUSES

Row = tuple[list[str], bool]
Choose = Callable[[g.Gold], Model]
STRENGTH = {"name": 1.0, "owner": 0.5, "holder": 0.5, "side": 0.2, "trigger": 0.25, "date": 0.25, "place": 0.2,
            "forum": 0.3,
            "person": 0.1, "party": 0.1, "person-again": 0.1, "party-again": 0.1, "document": 0.3,
            "statement": 0.2, "statement-again": 0.05,
            "speaker": 0.3, "act": 0.5}  # fmt: skip
BIAS = {
    "trigger": 0.95,
    "person": 0.6,
    "party": 0.3,
    "person-again": 0.8,
    "party-again": 0.6,
    "apart": -0.7,
    "stand": 0.2,
    "statement": 0.25,
}
"""Added to the fitted intercept: the balance of precision and recall that gave the best F1 in cross-validation."""

LEAST = 2
"""A feature seen in fewer rows is left out: it would only remember its report."""


def fit(decision: str, rows: list[tuple[Row, float]]) -> dict[str, float]:
    """Weights of a decision from its rows, each with its own weight; the intercept stands under the empty name."""
    strength = STRENGTH.get(decision if decision in STRENGTH else decision.split("-", maxsplit=1)[0], 0.2)
    counts: Counter[str] = Counter()
    for (features, _), weight in rows:
        for f in set(features):
            counts[f] += weight
    names_ = sorted(f for f, n in counts.items() if n >= LEAST)
    column = {f: n for n, f in enumerate(names_)}
    cells = [(n, column[f]) for n, ((features, _), _) in enumerate(rows) for f in set(features) if f in column]
    at = np.array(cells, dtype=np.int32).reshape(-1, 2)
    x = csr_matrix((np.ones(len(cells)), (at[:, 0], at[:, 1])), shape=(len(rows), len(names_)))
    y = np.array([label for (_, label), _ in rows])
    if len(set(y.tolist())) < 2:
        return {"": 5.0 if y.size and y[0] else -5.0}
    model = LogisticRegression(C=strength, max_iter=400, solver="liblinear")
    model.fit(x, y, sample_weight=[weight for _, weight in rows])
    weights = {n: round(float(w), 3) for n, w in zip(names_, model.coef_[0], strict=True) if abs(w) >= 0.02}
    weights[""] = round(float(model.intercept_[0]) + BIAS.get(decision, 0.0), 3)
    return weights


def train(reports: list[g.Gold], log: Callable[[str], None] = lambda _: None) -> dict[str, dict[str, float]]:
    """Weights for every decision, each fitted on what the ones before it make of reports that they have not seen.

    The stories are halved; the weights of the one half prepare the reports of the other, so that the later decisions
    learn from people, priors and dates as wrong as they will meet them.
    """
    docs = {r.id: take_apart(r.report) for r in reports}
    for name, doc in docs.items():
        doc.tagger = tagger.unaware(name, doc.pack.family)
    halves = [[r for r in reports if tagger.fold(r.id) == n] for n in (0, 1)]
    first = [Model(learn(part, docs, None)) for part in halves]
    return learn(reports, docs, lambda r: first[1 - tagger.fold(r.id)], log)


def learn(
    reports: list[g.Gold], docs: dict[str, Document], choose: Choose | None, log: Callable[[str], None] = lambda _: None
) -> dict[str, dict[str, float]]:
    """Weights for every decision; `choose` names the model that prepares a report, by default the one being fitted."""
    weights: dict[str, dict[str, float]] = {}
    mine = Model(weights)
    model = choose or (lambda _: mine)

    def learn_(decision: str, rows: Callable[[g.Gold, Document], Iterable[Row]]) -> None:
        made = [(row, r.weight) for r in reports for row in rows(r, docs[r.id])]
        weights[decision] = fit(decision, made)
        true, kept = sum(row[1] for row, _ in made), len(weights[decision])
        log(f"{decision:<18}{len(made):>7} rows {true:>6} true {kept:>7} weights")

    learn_("home", lambda r, d: home_rows(d, r))
    for r in reports:
        settle(docs[r.id], home.home(docs[r.id], model(r)))
    learn_("name", lambda r, d: name_rows(d, r))
    learn_("owner", lambda r, d: owner_rows(d, r))
    learn_("holder", lambda r, d: holder_rows(d, r, model(r)))
    learn_("side", lambda r, d: side_rows(d, r, model(r)))
    casts = {r.id: people.cast(docs[r.id], model(r)) for r in reports}
    learn_("trigger", lambda r, d: trigger_rows(d, r, casts[r.id]))
    readings = {r.id: g.read(docs[r.id], r, casts[r.id], model(r) if choose else None) for r in reports}
    told = {name: reading.told for name, reading in readings.items()}
    for state in STATUSES:
        learn_(f"status-{state}", lambda r, d, state=state: (
            (status.status_features(d, k), e["status"] == state) for k, e, _ in told[r.id]))  # fmt: skip
    learn_("date", lambda r, d: (row for k, e, p in told[r.id] for row in date_rows(d, k, e, p)))
    learn_("place", lambda r, d: (row for k, e, p in told[r.id] for row in place_rows(d, k, e, p)))
    learn_("forum", lambda r, d: (row for k, e, p in told[r.id] for row in forum_rows(d, k, e, p)))
    learn_("document", lambda r, d: (
        (features, kind in e["documents"])
        for k, e, _ in told[r.id] for _, kind, features in setting.document_options(d, k)))  # fmt: skip
    learn_("person", lambda r, d: (row for k, e, p in told[r.id] for row in person_rows(d, r, casts[r.id], k, e, p)))
    learn_("party", lambda r, d: (
        row for k, e, p in told[r.id] for row in party_rows(d, r, casts[r.id], k, e, p, model(r))))  # fmt: skip
    learn_("put-off", lambda r, d: put_off_rows(d, r, told[r.id]))
    if choose:
        learn_("stand", lambda r, d: stand_rows(d, r, casts[r.id], readings[r.id]))
        learn_("same", lambda r, d: same_rows(d, r, casts[r.id], readings[r.id]))
        learn_("person-again", lambda r, d: person_again_rows(d, r, casts[r.id], readings[r.id]))
        learn_("party-again", lambda r, _: party_again_rows(casts[r.id], readings[r.id]))
    learn_("apart", lambda r, d: apart_rows(d, r, casts[r.id], told[r.id], model(r)))
    for decision, make in SAID.items():
        learn_(decision, lambda r, d, make=make: make(d, r, casts[r.id]))
    if choose:
        learn_("statement-again", lambda r, d: statement_again_rows(d, r, casts[r.id], model(r)))
    return weights


def home_rows(doc: Document, gold: g.Gold) -> Iterable[Row]:
    own = g.home_of(doc, gold)
    options = home.home_options(doc)
    if own is not None and any(c == own for c, _ in options):
        for country, features in options:
            yield features, country == own


def name_rows(doc: Document, gold: g.Gold) -> Iterable[Row]:
    for run in names.runs(doc):
        yield run.features, g.whose(doc, run.first, run.last, gold) is not None


def owner_rows(doc: Document, gold: g.Gold) -> Iterable[Row]:
    for office in offices.titles(doc):
        if office.fixed:
            continue
        of = g.owner_of(doc, office, gold)
        if of is None:
            continue
        options = offices.owners(doc, office)
        if not any(g.party_of(o) == of for o, _ in options):
            continue
        for owner, features in options:
            yield features, g.party_of(owner) == of


def holder_rows(doc: Document, gold: g.Gold, model: Model) -> Iterable[Row]:
    found = names.names(doc, model)
    for office in offices.offices(doc, model):
        for n, features in offices.holders(doc, office, found):
            person = g.whose(doc, found[n].first, found[n].last, gold)
            if person is None:
                continue
            label = g.holds(doc, office, person, found[n])
            if label is not None:
                yield features, label


def side_rows(doc: Document, gold: g.Gold, model: Model) -> Iterable[Row]:
    _, _, _, figures = people.joined(doc, model)
    known = sides.survey(doc, figures)
    who = g.figures(doc, figures, gold)
    told = g.parties(gold)
    for n in range(len(figures)):
        party = told.get(who.get(n, ""))
        if party is None:
            continue
        options = sides.options(doc, figures, n, known)
        if any(g.same_party(p, party) for p, _ in options):
            for p, features in options:
                yield features, g.same_party(p, party)


def trigger_rows(doc: Document, gold: g.Gold, cast: people.Cast) -> Iterable[Row]:
    tried = candidates.candidates(doc, cast)
    right = {id(c) for c, _ in g.align(doc, gold, tried)}
    for c in tried:
        yield c.features, id(c) in right


def date_rows(
    doc: Document, candidate: candidates.Candidate, event: dict[str, Any], prior: Prior | None
) -> Iterable[Row]:
    options = timing.date_options(doc, candidate, event["status"], prior)
    exact = [o for o, _ in options if o.first == event["start"]]
    for option, features in options:
        if exact:
            yield features, option.first == event["start"]
        elif g.same_date(event["start"], option.first):
            yield features, True


def place_rows(
    doc: Document, candidate: candidates.Candidate, event: dict[str, Any], prior: Prior | None
) -> Iterable[Row]:
    options = setting.place_options(doc, candidate, prior)
    want = (event["country"], event["city"])
    if not any((o.country, o.city) == want for o, _ in options):
        want = (event["country"], None)
    if any((o.country, o.city) == want for o, _ in options):
        for option, features in options:
            yield features, (option.country, option.city) == want


def forum_rows(
    doc: Document, candidate: candidates.Candidate, event: dict[str, Any], prior: Prior | None
) -> Iterable[Row]:
    options = setting.forum_options(doc, candidate, event["start"], prior)
    want = event["forum"]
    if want is None or any(o is not None and g.same_party(o.id, want) for o, _ in options):
        for option, features in options:
            yield features, g.same_party(option.id, want) if option and want else option is None and want is None


def person_rows(
    doc: Document,
    gold: g.Gold,
    cast: people.Cast,
    candidate: candidates.Candidate,
    event: dict[str, Any],
    prior: Prior | None,
) -> Iterable[Row]:
    who = g.identities(doc, cast, gold)
    inside = {p["person"] for p in event["participants"] if p["person"]}
    for option, features in participants.person_options(doc, cast, candidate, prior):
        yield features, who.get(option.person) in inside


def party_rows(
    doc: Document,
    gold: g.Gold,
    cast: people.Cast,
    candidate: candidates.Candidate,
    event: dict[str, Any],
    prior: Prior | None,
    model: Model,
) -> Iterable[Row]:
    who = g.identities(doc, cast, gold)
    inside = {p["person"] for p in event["participants"] if p["person"]}
    seated = {n for n, person in who.items() if person in inside}
    alone = {p["party"] for p in event["participants"] if not p["person"]}
    place = setting.place(doc, candidate, prior, model)
    for option, features in participants.party_options(doc, cast, candidate, seated, place, prior):
        yield features, any(g.same_party(party, option.party) for party in alone)


def put_off_rows(doc: Document, gold: g.Gold, told: list[g.Told]) -> Iterable[Row]:
    taken = {id(event) for _, event, _ in told}
    for candidate, event, _ in told:
        other = again.OTHER.get(event["status"])
        if other:
            sentence = doc.sentences[candidate.sentence]
            twins = [e for e in gold.engagements if e["kind"] == event["kind"] and e["status"] == other
                     and id(e) not in taken and g.overlaps(doc, e, sentence.start, sentence.end)]  # fmt: skip
            yield again.put_off_features(doc, candidate, event["status"]), bool(twins)


def same_rows(doc: Document, gold: g.Gold, cast: people.Cast, reading: g.Reading) -> Iterable[Row]:
    who = g.identities(doc, cast, gold)
    told = [(event, annotated or g.likest(cast, who, event, gold)) for event, annotated in reading.found]
    for n, (later, its) in enumerate(told):
        for earlier, that in told[:n]:
            if its is not None and that is not None and earlier.candidate.kind == later.candidate.kind:
                yield again.same_features(doc, cast, earlier, later), its is that


def stand_rows(doc: Document, gold: g.Gold, cast: people.Cast, reading: g.Reading) -> Iterable[Row]:
    who = g.identities(doc, cast, gold)
    told = [event for event, _ in reading.doubtful]
    for n, (event, annotated) in enumerate(reading.doubtful):
        if annotated is not None or g.likest(cast, who, event, gold) is None:
            yield reconsider.stand_features(cast, told, n), annotated is not None


def person_again_rows(doc: Document, gold: g.Gold, cast: people.Cast, reading: g.Reading) -> Iterable[Row]:
    who = g.identities(doc, cast, gold)
    found = [event for event, _ in reading.found]
    for n, (_, annotated) in enumerate(reading.found):
        if annotated is not None:
            inside = {p["person"] for p in annotated["participants"] if p["person"]}
            for person, features in reconsider.people_again(cast, found, n):
                yield features, who.get(person) in inside


def party_again_rows(cast: people.Cast, reading: g.Reading) -> Iterable[Row]:
    found = [event for event, _ in reading.found]
    for n, (_, annotated) in enumerate(reading.found):
        if annotated is not None:
            alone = {p["party"] for p in annotated["participants"] if not p["person"]}
            for party, features in reconsider.parties_again(cast, found, n):
                yield features, any(g.same_party(a, party) for a in alone)


def apart_rows(doc: Document, gold: g.Gold, cast: people.Cast, aligned: list[g.Told], model: Model) -> Iterable[Row]:
    taken = {id(event) for _, event, _ in aligned}
    for candidate, event, prior in aligned:
        options = participants.person_options(doc, cast, candidate, prior)
        who = [o.person for o, f in options if model.score("person", f) > 0]
        place = setting.place(doc, candidate, prior, model)
        parties = [(o.party, o.at) for o, f in participants.party_options(doc, cast, candidate, set(who), place, prior)
                   if model.score("party", f) > 0]  # fmt: skip
        met = apart.sides(cast, candidate, who, parties)
        if met is not None:
            sentence = doc.sentences[candidate.sentence]
            more = [e for e in gold.engagements if e["kind"] == event["kind"] and id(e) not in taken
                    and g.overlaps(doc, e, sentence.start, sentence.end)]  # fmt: skip
            yield apart.features(doc, candidate, met), bool(more)


def statement_rows(doc: Document, gold: g.Gold, cast: people.Cast) -> Iterable[Row]:
    starts = g.statement_sentences(doc, gold)
    previous = -9
    for u in statements.utterances(doc, cast):
        if u.sentence in starts:
            previous = u.sentence
            yield u.features, True
        elif u.sentence - previous == 1:
            previous = u.sentence
        else:
            yield u.features, False


def speaker_rows(doc: Document, gold: g.Gold, cast: people.Cast) -> Iterable[Row]:
    starts = g.statement_sentences(doc, gold)
    who = g.identities(doc, cast, gold)
    spoke: list[int | str] = []
    for u in statements.utterances(doc, cast):
        if u.sentence not in starts:
            continue
        options = speakers.speaker_options(doc, cast, u, spoke)
        want = starts[u.sentence]["speaker"]
        right = [o for o, _ in options if g.speaks(o.speaker, want, who)]
        if right:
            if spoke[-1:] != [right[0].speaker]:
                spoke.append(right[0].speaker)
            for option, features in options:
                yield features, g.speaks(option.speaker, want, who)


def statement_again_rows(doc: Document, gold: g.Gold, cast: people.Cast, model: Model) -> Iterable[Row]:
    starts = g.statement_sentences(doc, gold)
    seen = statements.looks(doc, cast, model)
    for n, look in enumerate(seen):
        yield statements.again_features(doc, cast, seen, n), look.u.sentence in starts


def act_rows(doc: Document, gold: g.Gold, act: str) -> Iterable[Row]:
    for sentence, statement in g.statement_sentences(doc, gold).items():
        yield statements.act_features(doc, sentence, sentence), statement["act"] == act


def _act(act: str) -> Callable[[Document, g.Gold, people.Cast], Iterable[Row]]:
    return lambda doc, gold, _: act_rows(doc, gold, act)


SAID = {"statement": statement_rows, "speaker": speaker_rows, **{f"act-{act}": _act(act) for act in ACTS}}
"""The decisions on who said what, each with what makes its rows."""


def main() -> None:
    """Read the arguments, train, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=Path("elchi/extraction/weights.json"))
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--weigh", nargs="*", default=[], metavar="PREFIX=N")
    args = parser.parse_args()
    reports = [r for folder in args.gold for r in g.load(folder) if not r.id.startswith(tuple(args.without) or ("\0",))]
    scales = [(prefix, float(n)) for prefix, _, n in (one.partition("=") for one in args.weigh)]
    for report in reports:
        report.weight = next((n for prefix, n in scales if report.id.startswith(prefix)), 1.0)
    weights = train(reports, lambda line: print(line, flush=True))
    rows = ",\n".join(f"{json.dumps(d)}: {json.dumps(w, ensure_ascii=False, sort_keys=True, separators=(',', ':'))}"
                      for d, w in sorted(weights.items()))  # fmt: skip
    args.out.write_text("{\n" + rows + "\n}\n", "utf-8")
    print(f"{len(reports)} reports → {args.out} ({args.out.stat().st_size / 1e6:.1f} MB)")


if __name__ == "__main__":
    main()
