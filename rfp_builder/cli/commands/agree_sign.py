"""`agree sign`: one stakeholder agrees to the criteria as they are now."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.cli.agreements import party_data, party_line
from rfp_builder.cli.bilingual import option, session, spoken_command
from rfp_builder.cli.shared import answer_json, json_option, open_workspace, project_option, say, today
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.sign_offs import SignOff, parties
from rfp_builder.workspace.sign_offs import sign as sign_criteria

_OPEN = Phrase("まだ合意していない関係者 {n}人", "{n} have not agreed yet")


@spoken_command(
    "sign",
    "関係者が現在の評価基準に合意したことを記録します。基準が変わると「合意後に変更あり」と表示されます。",
    "Record that a stakeholder agrees to the criteria as they are; what changes afterwards will show.",
)
@option(
    "--by",
    required=True,
    metavar="NAME",
    ja="合意した人の役割または会議の名前（7.1 の承認者と同じ名前なら、その承認者の合意になります）",
    en="Role or body that agrees (by its name in 7.1 if it stands there)",
)
@json_option
@project_option
@click.pass_context
def sign(ctx: click.Context, by: str, as_json: bool, project: Path | None) -> None:
    """Texts for users are in the decorator."""
    workspace = open_workspace(ctx, project)
    made = sign_criteria(workspace, by, today())
    everybody = parties(workspace.project)
    lang = session(ctx).lang
    if as_json:
        answer_json(
            ctx,
            agreed_on=made.agreed_on,
            digest=made.digest,
            agreements=[party_data(one, lang) for one in everybody],
        )
        return
    for one in everybody:
        say(ctx, party_line(one, lang))
    waiting = sum(one.sign_off is not SignOff.AGREED for one in everybody)
    if waiting:
        say(ctx, _OPEN.fill(n=waiting))
