"""Remarks on a file that came in, as the command line says them."""

from __future__ import annotations

from collections.abc import Iterable

import click

from rfp_builder.cli.bilingual import session
from rfp_builder.cli.shared import say
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.proposals import Remark

_MARKS = {"error": Phrase("要確認", "error"), "warning": Phrase("注意", "note")}


def say_remarks(ctx: click.Context, remarks: Iterable[Remark]) -> None:
    """One line a remark: how bad, where, what."""
    lang = session(ctx).lang
    for one in remarks:
        text = one.ja if lang is Lang.JA else one.en
        say(ctx, f"  [{_MARKS[one.level].to(lang)}] {one.where}: {text}")


def remark_data(remarks: Iterable[Remark]) -> list[dict[str, object]]:
    """The remarks for `--json`."""
    return [one.model_dump(mode="json") for one in remarks]
