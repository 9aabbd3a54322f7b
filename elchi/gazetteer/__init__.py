"""Countries, cities, bodies and forums in all languages of the packs: data, and the lookup over it."""

from elchi.gazetteer.formats import Found, find_formats
from elchi.gazetteer.lookup import (
    Body,
    City,
    Entry,
    body,
    body_id,
    capital_of,
    city,
    city_name,
    country_code,
    country_codes,
    country_of_city,
    entries,
    label,
)

__all__ = [
    "Body", "City", "Entry", "Found", "body", "body_id", "capital_of", "city", "city_name", "country_code",
    "country_codes", "country_of_city", "entries", "find_formats", "label",
]  # fmt: skip
