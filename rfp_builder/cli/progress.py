"""A bar on stderr while a long file is read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int], None] | None]:
    """What to tell of rows done and rows there are, where somebody sits in front of it; else None."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, file=sys.stderr) as bar:
        shown = 0

        def progress(done: int, size: int) -> None:
            nonlocal shown
            bar.length = max(1, size)
            bar.update(done - shown)
            shown = done

        yield progress
