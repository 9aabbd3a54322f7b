"""A `dates.toml` that cannot be used is refused with its file, key and reason."""

import pytest

from elchi.dates import lexicon, pack
from elchi.vocabulary import LANGUAGES

GOOD = {
    "endings": {"case": {"nom": [""], "at": ["da"]}},
    "values": {"month": {"3": ["mart+case"]}, "unit": {"year": ["yil"]}},
    "words": {"till": ["qadar"]},
    "patterns": {"DATE": "day dash? month"},
    "rules": {"date": ["DATE till?"]},
    "contexts": [{"kind": "deadline", "after": "till"}],
}


def built(**changes):
    return lexicon.build(pack.parse("xx", "languages/xx/dates.toml", GOOD | changes))


def test_a_small_pack_is_enough():
    assert built().word("martda").values == {"month": 3}
    assert built().word("Mart").classes == {"month", "nom"}
    assert built().word("aprel") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_dates(language):
    months = {entry.values["month"] for entry in lexicon.load(language).forms.values() if "month" in entry.values}
    weekdays = {entry.values["weekday"] for entry in lexicon.load(language).forms.values() if "weekday" in entry.values}
    assert months == set(range(1, 13))
    assert weekdays == set(range(1, 8))


@pytest.mark.parametrize(
    ("changes", "key", "reason"),
    [
        ({"colour": {}}, "colour", "unknown"),
        ({"words": []}, "words", "must be a table"),
        ({"words": {"till": "qadar"}}, "words.till", "must be a list of strings"),
        ({"words": {"till": ["5"]}}, "words.till", "`5` is not a word"),
        ({"words": {"till": ["qadar+none"]}}, "words.till", "no endings `none`"),
        ({"fold": {"sh": "s"}}, "fold.sh", "must be one letter"),
        ({"values": {"month": {"13": ["mart"]}}}, "values.month.13", "not a number from 1 to 12"),
        ({"values": {"colour": {"1": ["mart"]}}}, "values.colour.1", "no such values"),
        ({"values": {"unit": {"era": ["davr"]}}}, "values.unit.era", "a unit is one of"),
        ({"values": {"month": {"3": ["mart"], "4": ["mart"]}}}, "values.month.4", "`mart` already has another value"),
        ({"rules": {"guess": ["month"]}}, "rules.guess", "choose of"),
        ({"rules": {"date": ["day weather"]}}, "rules.date[0]", "no word is in class `weather`"),
        ({"rules": {"date": ["DAY month"]}}, "rules.date[0]", "no pattern `DAY`"),
        ({"rules": {"date": ["day ("]}}, "rules.date[0]", "not well formed"),
        ({"rules": {"date": ["day month*"]}}, "rules.date[0]", "cannot read `*`"),
        ({"rules": {"date": ["day?"]}}, "rules.date[0]", "would match nothing at all"),
        ({"patterns": {"DATE": "day DATE?"}}, "rules.date[0]", "names itself"),
        ({"contexts": [{"kind": "omen", "after": "till"}]}, "contexts[0].kind", "choose of"),
        ({"contexts": [{"kind": "since"}]}, "contexts[0]", "needs before, after or last"),
        ({"contexts": [{"kind": "since", "after": "till", "exact": ["hour"]}]}, "contexts[0].exact", "choose of"),
        ({"contexts": [{"kind": "since", "last": ["weather"]}]}, "contexts[0]", "no word is in class"),
    ],
)
def test_what_is_wrong_is_named(changes, key, reason):
    with pytest.raises(pack.PackError) as raised:
        built(**changes)
    assert (raised.value.file, raised.value.key) == ("languages/xx/dates.toml", key)
    assert reason in raised.value.reason
    assert str(raised.value) == f"languages/xx/dates.toml: {key}: {raised.value.reason}"


def test_a_file_that_is_not_toml_is_named(tmp_path):
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "dates.toml").write_text("month = [")
    with pytest.raises(pack.PackError, match="the file: is not TOML"):
        pack.read_source("xx", tmp_path)


def test_a_pack_may_extend_another_but_for_its_letters(tmp_path):
    for tag, text in {
        "xx": '[fold]\n"q" = "k"\n[words]\ntill = ["qadar"]\n[rules]\ndate = ["till day"]\n',
        "yy": 'extends = "xx"\n[fold]\n"қ" = "q"\n[words]\ntill = ["gacha"]\n',
        "zz": 'extends = "ww"\n',
    }.items():
        (tmp_path / tag).mkdir()
        (tmp_path / tag / "dates.toml").write_text(text)
    source = pack.read_source("yy", tmp_path)
    assert source.words == {"till": ["qadar", "gacha"]}
    assert source.fold == {"қ": "q"}
    with pytest.raises(pack.PackError, match="there is no ww"):
        pack.read_source("zz", tmp_path)
