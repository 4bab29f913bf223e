"""Ways out of where one is."""

from __future__ import annotations


class Ended(Exception):
    """Somebody has finished, or nothing more can be read."""


class ToMenu(Exception):
    """Back to the task list."""


class GoTo(Exception):
    """To the place of the project at `path`."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Switch(Exception):
    """To another project."""
