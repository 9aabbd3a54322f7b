"""Whatever a text is, what is read from it keeps the promises of the record types."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elchi.extraction import extract
from elchi.reading import to_report
from elchi.records import Report
from elchi.vocabulary import LANGUAGES
from tests.extraction.test_extract import MEETINGS, check

WORDS = [
    *sorted({w for text in MEETINGS.values() for w in text.split()}),
    "«", "»", "“", "”", '"', "–", "\n", "\n\n", "…", "U.S.", "К.-Ж.", "XXII", "48-я", "12–13",
    "\x00", "\u202e", "=1+1", "[b]",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(language=st.sampled_from(LANGUAGES), words=st.lists(st.sampled_from(WORDS), max_size=60))
def test_shuffled_words(language, words):
    check(extract(Report("t", " ".join(words), language, "2024-05-12")))


@settings(max_examples=60, deadline=None)
@given(language=st.sampled_from(LANGUAGES), text=st.text(max_size=400))
def test_any_characters(language, text):
    check(extract(Report("t", text, language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_prefix_of_a_report(language):
    text = MEETINGS[language]
    for end in range(0, len(text), 7):
        check(extract(Report("t", text[:end], language)))


def test_the_sample_reports():
    for file in sorted((Path(__file__).parents[2] / "examples" / "reports").rglob("*.txt")):
        check(extract(to_report(file.read_text("utf-8"))))
