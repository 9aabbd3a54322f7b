"""The field's sums: a name's probability is its share of all ways to label the words."""

import math
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elchi.tagging.model import LABELS, NEXT, Tagger, Weights

ROWS = st.lists(st.tuples(*[st.floats(-4, 4)] * len(LABELS)), min_size=1, max_size=4)
STEPS = [(0.5, 0.2, 0.0, 0.0, -0.3), (0.0, 0.0, 0.4, 0.9, 0.0), (0.0, 0.0, -0.2, 0.1, 0.0),
         (0.3, -0.5, 0.0, 0.0, 0.2), (0.1, 0.6, 0.0, 0.0, -0.4)]  # fmt: skip


def ways(size):
    """Every way to label so many words between two that are outside."""
    for labels in product(LABELS, repeat=size):
        whole = ["O", *labels, "O"]
        if all(b in NEXT[LABELS.index(a)] for a, b in pairwise(whole)):
            yield labels


def weight(labels, rows):
    whole = [LABELS.index(label) for label in ("O", *labels, "O")]
    return math.exp(
        sum(STEPS[a][b] for a, b in pairwise(whole))
        + sum(row[LABELS.index(label)] for label, row in zip(labels, rows, strict=True))
    )


def spans(labels):
    begin = None
    for at, label in enumerate(labels):
        if label in "BU":
            begin = at
        if label in "LU":
            yield begin, at + 1


@settings(max_examples=80, deadline=None)
@given(rows=ROWS, least=st.sampled_from((0.5, 0.1, 0.01)))
def test_probabilities_are_shares(rows, least):
    total = sum(weight(labels, rows) for labels in ways(len(rows)))
    share = {}
    for labels in ways(len(rows)):
        for name in spans(labels):
            share[name] = share.get(name, 0.0) + weight(labels, rows) / total
    given_out = {(a, b): score for a, b, score in Tagger("en", Weights({}, {}, STEPS)).names(rows, least=least)}
    assert {name for name, chance in share.items() if chance > least + 1e-9} <= set(given_out)
    assert given_out == {name: pytest.approx(share[name], abs=1e-9) for name in given_out}


def test_weights_come_back_from_bytes():
    words = {7: tuple((0.5, -1.25, 0.0, 2.0, place / 8) for place in range(5)), 4_000_000_000: ((0.0,) * 5,) * 5}
    here = {12: (0.125, 0.0, -3.5, 0.0, 1.0)}
    again = Weights.load(Weights(words, here, STEPS).dump())
    assert (again.words, again.here, again.steps) == (words, here, STEPS)


def test_a_weight_too_large_is_kept_as_the_largest():
    again = Weights.load(Weights({}, {1: (900.0, -900.0, 0.0, 0.0, 0.0)}, STEPS).dump())
    assert again.here[1][:2] == (32.767, -32.768)
