"""The command line. It has no logic of its own: it asks the rooms of the house and shows what they answer."""

from elchi.cli.app import app, main

__all__ = ["app", "main"]
