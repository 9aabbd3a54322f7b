"""What is wrong with a language pack, and what a pack covers."""

from elchi.checking.check import check
from elchi.checking.finding import Finding
from elchi.checking.overview import Overview, overview

__all__ = ["Finding", "Overview", "check", "overview"]
