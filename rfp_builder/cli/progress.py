"""A bar on stderr while a long file is read, or a plan is made."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from rfp_builder.i18n import Lang
from rfp_builder.text.width import cell_width

if TYPE_CHECKING:
    from rfp_builder.workload.plan.progress import Progress, Stage

_PARTS = 100
"""Into how many parts a stage is divided."""
_BAR_CELLS = 20
"""Beside the longest name of a stage it fits on a line of 80."""


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int], None] | None]:
    """What to tell of rows done and rows there are, where somebody sits in front of it; else None."""
    if not _is_watched():
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


@contextmanager
def stage_bar(lang: Lang) -> Iterator[Progress | None]:
    """What to tell of the stages of a plan, where somebody sits in front of it; else None."""
    if not _is_watched():
        yield None
        return
    from rfp_builder.workload.plan.progress import Stage

    widest = max(cell_width(stage.to(lang)) for stage in Stage)
    # All names are made as wide, so that a short one leaves nothing of a long one behind.
    names = {stage: stage.to(lang) + " " * (widest - cell_width(stage.to(lang))) for stage in Stage}
    with click.progressbar(
        length=len(Stage) * _PARTS,
        label=names[next(iter(Stage))],
        width=_BAR_CELLS,
        show_eta=False,
        file=sys.stderr,
    ) as bar:

        def progress(stage: Stage, done: int, of: int) -> None:
            bar.label = names[stage]
            place = (stage.number - 1) * _PARTS + _PARTS * done // max(1, of)
            bar.update(place - bar.pos)

        yield progress


def _is_watched() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
