"""Elchi: the memory of diplomacy."""
