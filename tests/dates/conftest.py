"""How the tests write down what a sentence's dates should be."""

import datetime

import pytest

from elchi import dates

THURSDAY = datetime.date(2025, 11, 20)


def _value(mention):
    if mention.kind == "same":
        return f"{mention.offset:+d} {mention.unit}{mention.rest}"
    return "/".join(filter(None, (mention.first, mention.last)))


@pytest.fixture
def read():
    """Read a sentence on a page of Thursday, 20 November 2025: (words, value, kind) of every date.

    The value is an ISO date or `first/last`, "" for none; for kind `same` the offset, its unit and the rest.
    """

    def reader(sentence, language, anchor=THURSDAY):
        found = dates.find(sentence, language, anchor)
        return [(sentence[m.start : m.end], _value(m), m.kind) for m in found]

    return reader
