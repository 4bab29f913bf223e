"""Remarks on a file that came in, as the command line says them."""

from __future__ import annotations

from collections.abc import Iterable

import click

from rfp_builder.cli.shared import say
from rfp_builder.i18n import Phrase
from rfp_builder.model.proposals import Remark
from rfp_builder.workspace.tidings import remark_lines

_INDENTED = Phrase("  {line}", "  {line}")


def say_remarks(ctx: click.Context, remarks: Iterable[Remark]) -> None:
    """One line a remark: how bad, where, what."""
    say_details(ctx, remark_lines(remarks))


def say_details(ctx: click.Context, lines: Iterable[Phrase]) -> None:
    """Lines that belong to the one before them."""
    for line in lines:
        say(ctx, _INDENTED.fill(line=line))


def remark_data(remarks: Iterable[Remark]) -> list[dict[str, object]]:
    """The remarks for `--json`."""
    return [one.model_dump(mode="json") for one in remarks]
