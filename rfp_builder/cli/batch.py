"""Several files at once: what a folder holds, and going on when one of them is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from rfp_builder.cli.bilingual import session
from rfp_builder.cli.shared import say
from rfp_builder.errors import Conflict, ExitCode, Problem
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.tidings import SKIPPED
from rfp_builder.workspace.workspace import Workspace


def say_skipped(ctx: click.Context, skipped: Iterable[Path]) -> None:
    """One line for each file that was left alone."""
    for path in skipped:
        say(ctx, SKIPPED.fill(name=path.name))


class Batch:
    """Takes files one by one; a bad one does not keep the others out. `code` is the gravest of all."""

    def __init__(self, ctx: click.Context, workspace: Workspace, size: int, as_json: bool) -> None:
        self._ctx, self._workspace, self._size, self._as_json = ctx, workspace, size, as_json
        self.code = ExitCode.DONE
        self.answers: list[dict[str, object]] = []

    def take(
        self, name: str, refused: Phrase, step: Callable[[], tuple[dict[str, object], ExitCode]], **known: str
    ) -> None:
        """Run `step`, which returns its answer and exit code.

        Raises:
            Problem: it was refused, and it is the only file.
        """
        try:
            answer, code = step()
        except Problem as problem:
            if self._size == 1:
                raise
            lines = list(problem.lines(session(self._ctx).lang))
            answer, code = {**known, "file": name, "refused": lines}, problem.exit_code
            if not self._as_json:
                say(self._ctx, refused.fill(name=name))
                for line in lines:
                    say(self._ctx, f"    {line}")
            if isinstance(problem, Conflict):
                self._workspace.reload()
        self.answers.append(answer)
        self.code = max(self.code, code)
