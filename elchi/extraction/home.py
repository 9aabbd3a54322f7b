"""The country a page speaks from: whose president is "the president", whose ministry "the ministry"."""

from __future__ import annotations

from collections import Counter

from elchi.extraction.document import Document
from elchi.extraction.model import Features, Model

_TRIED = 6


def home_options(doc: Document) -> list[tuple[str, Features]]:
    """The countries a page may speak from, with the features that decide."""
    named = [t for t in doc.things if t.kind in ("country", "demonym") and t.country]
    counts = Counter(str(t.country) for t in named)
    cities = Counter(str(t.country) for t in doc.things if t.kind == "city" and t.country)
    both = counts + cities
    ranks = [c for c, _ in sorted(both.items(), key=lambda cn: (-cn[1], cn[0]))][:_TRIED]
    own = doc.pack.home
    if own and own not in ranks:
        ranks.append(own)
    first = next((t for t in doc.things if t.kind == "city" and t.sentence <= 3), None)
    opener = named[0].country if named else None
    total = sum(both.values()) or 1
    offices = doc.match_at.get("office", {})
    titled = Counter(str(t.country) for t in named if t.first - 1 in offices or t.last in offices)
    in_title = {t.country for t in doc.things if not doc.sentences[t.sentence].paragraph}
    ours = {doc.sentence_of[m.first] for m in doc.matches.get("word:home", [])}
    beside_ours = {t.country for t in named if t.sentence in ours}
    ministries = [t for t in doc.things if t.kind == "ministry"]
    with_ministry = {t.country for t in named for m in ministries if -1 <= max(t.first - m.last, m.first - t.last) <= 1}
    tag = doc.pack.family
    out = []
    for rank, country in enumerate(ranks):
        dateline = first is not None and first.country == country
        shouted = dateline and first is not None and doc.tokens[first.first].text.isupper()
        share = min(5, 10 * both[country] // total)
        named_rank = sum(1 for c in counts if counts[c] > counts[country])
        out.append((country, [
            f"rank={rank}", f"share={share}", f"named={min(named_rank, 3)}", f"dateline={dateline}",
            f"shouted={shouted}",
            f"opener={country == opener}", f"title={country in in_title}", f"own={country == own}&{tag}",
            f"own={country == own}&rank={min(rank, 3)}", f"own={country == own}&seen={min(both[country], 3)}&{tag}",
            f"dateline={dateline}&rank={min(rank, 3)}", f"shouted={shouted}&rank={min(rank, 3)}",
            f"ours={country in beside_ours}", f"ours={country in beside_ours}&rank={min(rank, 3)}",
            f"ministry={country in with_ministry}", f"ministry={country in with_ministry}&rank={min(rank, 3)}",
            f"cities={min(cities[country], 3)}", f"titled={min(titled[country], 3)}",
            f"titled={min(titled[country], 3)}&rank={min(rank, 3)}",
            f"dateline={dateline}&own={country == own}&{tag}", f"opener={country == opener}&rank={min(rank, 3)}",
        ]))  # fmt: skip
    return out


def home(doc: Document, model: Model) -> str | None:
    """The likeliest country; None for a page that names none in a language of many countries."""
    options = home_options(doc)
    return max(options, key=lambda o: model.score("home", o[1]))[0] if options else None
