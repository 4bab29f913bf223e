"""`status`: where the project stands and what comes next."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.cli.bilingual import session, spoken_command
from rfp_builder.cli.shared import (
    answer_json,
    command_line,
    json_option,
    open_workspace,
    project_option,
    say,
    today,
)
from rfp_builder.i18n import Phrase, listed
from rfp_builder.workspace.standing import Standing, standing

_UNNAMED = Phrase("（件名なし）", "(no title yet)")
_LINES = (
    Phrase("状態　　: {state}", "State:        {state}"),
    Phrase(
        "定義　　: {complete}% 回答済み、発行を妨げる指摘 {blocking}件",
        "Definition:   {complete}% answered, {blocking} findings block the issue",
    ),
    Phrase(
        "要件　　: {requirements}件（うち非開示 {withheld}件）",
        "Requirements: {requirements}, {withheld} of them withheld",
    ),
    Phrase("提案　　: {proposals}社", "Proposals:    {proposals}"),
)
_OWING = Phrase("採点待ち: {names}", "Still to score: {names}")
_OUTSIDE = Phrase(
    "注意　　: project.json が rfp-builder の外で書き換えられています。",
    "Note:         project.json was changed outside rfp-builder.",
)
_NEXT = Phrase("次の作業: {words}", "Next:         {words}")


@spoken_command(
    "status",
    "プロジェクトの現在の状態と、次に行うことを表示します。",
    "Show where the project stands and what comes next.",
)
@json_option
@project_option
@click.pass_context
def command(ctx: click.Context, as_json: bool, project: Path | None) -> None:
    """Texts for users are in the decorator."""
    workspace = open_workspace(ctx, project)
    found = standing(workspace, today())
    title = workspace.project.rfp.title or _UNNAMED
    if as_json:
        answer_json(
            ctx,
            title=title.to(session(ctx).lang),
            state=found.state.name.lower(),
            complete=found.complete,
            blocking=found.blocking,
            requirements=found.requirements,
            withheld=found.withheld,
            proposals=found.proposals,
            owing=[one.to(session(ctx).lang) for one in found.owing],
            changed_outside=found.changed_outside,
            next={"command": found.next_command, "words": found.next_words},
        )
        return
    say(ctx, title)
    _say_all(ctx, found, project)


def _say_all(ctx: click.Context, found: Standing, project: Path | None) -> None:
    for line in _LINES:
        say(
            ctx,
            line.fill(
                state=found.state.label,
                complete=found.complete,
                blocking=found.blocking,
                requirements=found.requirements,
                withheld=found.withheld,
                proposals=found.proposals,
            ),
        )
    if found.owing:
        say(ctx, _OWING.fill(names=listed(found.owing)))
    if found.changed_outside:
        say(ctx, _OUTSIDE)
    say(ctx, _NEXT.fill(words=found.next_words))
    if found.next_command:
        say(ctx, f"  {command_line(ctx, found.next_command, project)}")
