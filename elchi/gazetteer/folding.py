"""The form under which a name is looked up: case, accents, apostrophes, hyphens and points make no difference."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_DROPPED: Final = str.maketrans("", "", "'’‘ʻʼ`´ʿʾ.,«»\"“”()")
_SPACE: Final = re.compile(r"[\s‐‑‒–—―/+-]+")
_SAME: Final = str.maketrans({"ё": "е", "ı": "i", "ə": "a", "ł": "l", "ø": "o"})


def fold(name: str) -> str:
    """A name in its look-up form. Accents are dropped from Latin letters only: й, ғ and қ are letters of their own."""
    bare = unaccented(name.casefold().translate(_DROPPED)).translate(_SAME)
    return _SPACE.sub(" ", bare.replace("&", " and ")).strip()


def unaccented(text: str) -> str:
    """Text with the accents of its Latin letters dropped, for those who type without them."""
    out = []
    for letter in text:
        base = unicodedata.normalize("NFD", letter)[0]
        out.append(base if base.isascii() else letter)
    return "".join(out)
