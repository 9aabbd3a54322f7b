"""Report → Records: `extract(report)` with the built-in extractor, or your own `Extractor`."""

from __future__ import annotations

from elchi.extraction.extractor import BuiltinExtractor, Extractor
from elchi.records import Records, Report

__all__ = ["BuiltinExtractor", "Extractor", "explain", "extract"]


def extract(report: Report) -> Records:
    """All that a report states, read with the built-in extractor; empty for a language without a pack."""
    return BuiltinExtractor().extract(report)


def explain(report: Report) -> Records:
    """What `extract` gives, each entry with its `reasons`: the patterns and weights that made every field."""
    return BuiltinExtractor().explain(report)
