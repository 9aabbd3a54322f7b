"""The closed lists: what kinds of engagement, status, office, act and document a record may carry.

The lists and their meaning are those of the gold guide; `docs/vocabulary.md` explains each word.
PLOVER codes: https://github.com/openeventdata/PLOVER (`None` where PLOVER has no event type).
"""

from __future__ import annotations

from typing import Final

KINDS: Final[dict[str, str | None]] = {
    "meeting": "CONSULT",
    "call": "CONSULT",
    "visit": "CONSULT",
    "session": "CONSULT",
    "conference": "CONSULT",
    "agreement": "AGREE",
    "appointment": None,
    "ceremony": "COOPERATE",
    "letter": "CONSULT",
    "aid": "AID",
}
"""Kind of engagement -> its PLOVER event type."""

STATUSES: Final = ("held", "planned", "cancelled")
"""A postponed engagement is `cancelled` at its old date and `planned` at its new one."""

OFFICES: Final = (
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "royal",
    "head_of_igo",
    "speaker",
    "religious_leader",
    "deputy_head_of_government",
    "minister",
    "special_envoy",
    "ambassador",
    "charge_daffaires",
    "deputy_head_of_igo",
    "deputy_foreign_minister",
    "deputy_minister",
    "deputy_speaker",
    "agency_head",
    "governor",
    "adviser",
    "consul",
    "judge",
    "military",
    "legislator",
    "spokesperson",
    "academic",
    "business",
    "other",
)
"""Office classes, the highest relevance first: of two offices that a report gives a person, the first stands."""

ACTS: Final = ("commit", "propose", "invite", "state")
"""What an utterance does; of several in one utterance the first in this order stands."""

DOCUMENTS: Final = (
    "declaration",
    "joint_statement",
    "treaty",
    "agreement",
    "memorandum",
    "protocol",
    "resolution",
    "plan",
    "communique",
    "programme",
    "code",
    "other",
)

MODES: Final = ("in_person", "phone", "video", "hybrid")

LANGUAGES: Final = ("ru", "en", "kk", "uz-Cyrl", "uz-Latn")
"""Languages with a pack, as BCP 47 tags."""

OTHER_LANGUAGE: Final = "other"
"""The tag of a report in a language without a pack: kept in the register, marked unread."""
