"""`issue`: the RFP and the response workbook."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.cli.bilingual import option, session, spoken_command
from rfp_builder.cli.shared import answer_json, json_option, open_workspace, project_option, say, today
from rfp_builder.errors import ExitCode
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.issuing import Issued, draft, issue
from rfp_builder.workspace.tidings import (
    DRAFTS_FOR_VENDORS,
    FOR_VENDORS,
    INTERNAL,
    NOTHING_ISSUED,
    WITH_ANNEX,
)


@spoken_command(
    "issue",
    "提案依頼書（Word）と回答書（Excel）を発行します。非開示の要件や予定価格が含まれていれば書き出しません。",
    "Issue the RFP (Word) and the response workbook (Excel). "
    "If a file shows something withheld or confidential, nothing is written.",
)
@option(
    "--draft",
    "as_draft",
    is_flag=True,
    ja="「下書き」の透かしと不足の一覧を入れて作ります（発行はしません）。",
    en="Make drafts with a watermark and the list of what is missing; nothing is issued.",
)
@json_option
@project_option
@click.pass_context
def command(ctx: click.Context, as_draft: bool, as_json: bool, project: Path | None) -> int:
    """Texts for users are in the decorator."""
    workspace = open_workspace(ctx, project)
    done = draft(workspace, today()) if as_draft else issue(workspace, today())
    code = ExitCode.BLOCKED if done.blocked_by else ExitCode.DONE
    if as_json:
        answer_json(
            ctx,
            draft=as_draft,
            for_vendors=[str(path) for path in done.for_vendors],
            internal=[str(path) for path in done.internal],
            with_annex=done.with_annex,
            blocked_by=[
                {"rule": one.rule, "path": one.path, "message": one.message} for one in done.blocked_by
            ],
        )
        return code
    _say_all(ctx, done, DRAFTS_FOR_VENDORS if as_draft else FOR_VENDORS)
    return code


def _say_all(ctx: click.Context, done: Issued, heading_for_vendors: Phrase) -> None:
    if done.blocked_by:
        say(ctx, NOTHING_ISSUED)
        for one in done.blocked_by:
            say(ctx, f"  {one.message.to(session(ctx).lang)} ({one.path})")
        return
    for heading, paths in ((heading_for_vendors, done.for_vendors), (INTERNAL, done.internal)):
        say(ctx, heading)
        for path in paths:
            say(ctx, f"  {path}")
    if done.with_annex:
        say(ctx, WITH_ANNEX)
