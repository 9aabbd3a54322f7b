from collections import defaultdict

import pytest

from elchi import gazetteer
from elchi.extraction.lexicon import lexicon
from elchi.extraction.tokens import tokenize
from elchi.records import Report

TYPES = frozenset({"country", "region", "city", "body", "institution", "demonym"})


def _named(text, language):
    """Type -> ids of what the lexicon and the formats find in a text, the longest where names overlap."""
    out = defaultdict(set)
    tokens, sentences = tokenize(Report("report", text, language))
    for sentence in sentences:
        matches = [
            (match.first, match.last, match.entry)
            for match in lexicon(language).match(tokens, sentence.first, sentence.last)
            if match.entry.category in TYPES
        ]
        for first, last, entry in matches:
            if not any(a <= first and last <= b and last - first < b - a for a, b, _ in matches):
                out[entry.category].add(entry.value)
    for found in gazetteer.find_formats(text, language):
        out[found.type].add(found.id)
    return out


@pytest.fixture(scope="session")
def named():
    return _named
