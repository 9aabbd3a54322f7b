"""Which records of many reports are the same person or the same event, across languages and scripts.

`resolve` gives every person and engagement of every report an id that is the same wherever the same one is meant.
Nothing depends on the order of the reports. `compare` and `romanise` work on names alone.
"""

from elchi.resolution.identities import Resolution, resolve
from elchi.resolution.likeness import Comparison, compare
from elchi.resolution.roman import romanise

__all__ = ["Comparison", "Resolution", "compare", "resolve", "romanise"]
