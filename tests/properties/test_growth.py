"""Time that grows with a page's length and no faster, whatever the page; benchmarks/growth.py does the long ones."""

import importlib.util
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from elchi.extraction import extract
from elchi.reading import to_report
from elchi.vocabulary import OTHER_LANGUAGE

spec = importlib.util.spec_from_file_location("shapes", Path(__file__).parents[2] / "benchmarks" / "shapes.py")
shapes = importlib.util.module_from_spec(spec)
spec.loader.exec_module(shapes)

SMALL, TIMES = 2500, 3
SLACK = 1.6
"""Of a short page some things are done once whatever its length, and windows that are bounded are not yet full."""


def read(text):
    report = to_report(text, published="2025-03-05")
    return extract(replace(report, language="ru") if report.language == OTHER_LANGUAGE else report)


def steps(text):
    """How many functions are called, in Python and in C, to read a text: the same on every machine."""
    read(text)  # what is read from files, or remembered of words, is no part of the count
    count = 0

    def called(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", shapes.SHAPES)
def test_steps_grow_with_the_length(name):
    shape = shapes.SHAPES[name]
    assert steps(shape(TIMES * SMALL)) < TIMES * SLACK * steps(shape(SMALL))


@pytest.mark.parametrize("name", shapes.SHAPES)
def test_no_pattern_looks_again_at_all_that_it_has_seen(name):
    """What is done within one call, a regular expression's work say, shows in the time alone: bounds are very loose."""
    text = shapes.SHAPES[name](20_000)
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 10


def test_a_page_too_long_to_be_one_report_is_refused_at_once():
    start = time.process_time()
    with pytest.raises(ValueError, match="1,000,000"):
        read(shapes.SHAPES["numbers"](1_200_000))
    assert time.process_time() - start < 5
