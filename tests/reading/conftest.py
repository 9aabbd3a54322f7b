"""How the reading tests look at a page: what is left of it once its furniture is masked."""

import datetime

import pytest

from elchi.reading import to_report

TODAY = datetime.date(2026, 3, 1)


@pytest.fixture
def read():
    """Read a text on 1 March 2026."""

    def reader(text, **options):
        return to_report(text, today=TODAY, **options)

    return reader


@pytest.fixture
def left(read):
    """Give the lines of a text that are not masked, and check that the spans are in order and within the text."""

    def reader(text, **options):
        report = read(text, **options)
        assert report.text == text
        at, kept = 0, []
        for start, end in report.masked:
            assert at <= start < end <= len(text)
            kept.append(text[at:start])
            at = end
        kept.append(text[at:])
        return [line.strip() for line in "".join(kept).splitlines() if line.strip()]

    return reader
