"""Staffing in an open project: the history taken in, the plan made from it, and what it fills in."""
