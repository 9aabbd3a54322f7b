"""A report's words on a terminal: nothing in them moves the cursor, turns the line round or ends a string."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from elchi.sources.model import printable

_NOT_PLAIN: Final = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
"""Characters that JSON lets stand in a string and a terminal may obey or hide."""


def safe(text: str) -> str:
    """`text` on one line, control characters and changes of direction written as escapes."""
    one_line = " ".join(text.split())
    return printable(one_line, limit=len(one_line) + 1)


def dumps(value: Any, *, indent: int | None = None) -> str:  # noqa: ANN401  JSON has no narrower type
    """JSON in the languages' own letters, what a terminal may obey as `\\u` escapes: the same value when read."""
    plain = json.dumps(value, ensure_ascii=False, indent=indent)
    return _NOT_PLAIN.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)
