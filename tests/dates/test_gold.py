"""How many of the gold engagements' dates some mention in the report gives; needs ../shared."""

import datetime
import json
from pathlib import Path

import pytest

from elchi import dates
from elchi.vocabulary import LANGUAGES

TRAIN = Path(__file__).parents[2].parent / "shared" / "gold" / "train"


def given(text, language, published):
    """Return every date that the text's mentions give, read either way or counted from those before."""
    anchor = datetime.date.fromisoformat(published) if published else None
    values = {published} - {None}
    for mention in dates.find(text, language, anchor):
        counted = {dates.follow(mention, base) for base in values}
        values |= ({mention.first, mention.future} | counted) - {None}
    return values


@pytest.mark.skipif(not TRAIN.is_dir(), reason="the gold reports are not here")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_days_of_events_are_among_the_dates_of_their_report(language):
    told = found = 0
    for path in sorted(TRAIN.glob("*.json")):
        report = json.loads(path.read_text("utf-8"))
        if report["language"] != language:
            continue
        values = given(report["text"], language, report["published"])
        days = [each["start"] for each in report["engagements"] if len(each["start"] or "") == 10]
        told += len(days)
        found += sum(day in values for day in days)
    assert found >= 0.98 * told
