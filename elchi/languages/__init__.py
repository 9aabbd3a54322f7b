"""Language packs: all that Elchi knows of a language, as data. `load(tag)` reads and validates one."""

from elchi.languages.pack import Pack, PackError, load

__all__ = ["Pack", "PackError", "load"]
