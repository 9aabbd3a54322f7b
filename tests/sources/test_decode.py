"""Bytes to text: what is taken, what is refused and with what advice."""

import pytest

from elchi.sources.decode import decode
from elchi.sources.model import Refused

RUSSIAN = "Министр принял посла и обсудил с ним подготовку к весеннему визиту делегации."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251"])
def test_encodings_that_can_be_told(encoding):
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


def test_newlines_and_spaces_stay_as_they_are():
    assert decode("a\r\n\r\n  ü\t\n".encode()) == "a\r\n\r\n  ü\t\n"


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "mac-cyrillic"])
def test_other_cyrillic_encodings_are_refused(encoding):
    with pytest.raises(Refused, match="encoding cannot be told") as caught:
        decode(("Отчёт\n" + RUSSIAN * 3).encode(encoding))
    assert caught.value.line == 1
    assert "UTF-8" in caught.value.advice


def test_latin_1_is_not_taken_for_cyrillic():
    with pytest.raises(Refused, match="encoding"):
        decode("Le président a été reçu à l'Élysée par ses hôtes étrangers".encode("latin-1"))


def test_html_says_its_own_encoding():
    page = '<html><head><meta charset="koi8-r"></head><body>Посол прибыл</body></html>'
    assert "Посол прибыл" in decode(page.encode("koi8-r"), html=True)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n", "image"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"abc\x00def", "zero bytes"),
        (b"\x01\x02\x03\x04" * 20, "control characters"),
    ],
)
def test_binaries_are_named(data, reason):
    with pytest.raises(Refused, match=reason):
        decode(data)


def test_a_broken_utf_16_says_where():
    with pytest.raises(Refused, match="UTF-16"):
        decode("слово".encode("utf-16")[:-1])
