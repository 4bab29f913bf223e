"""`workload …`: from the history of contacts to the staffing plan of a project, and into its documents."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from rfp_builder.cli.bilingual import Group, Lazy, option, session, spoken_command
from rfp_builder.cli.history_options import contacts_argument, date_order_option, time_zone_option
from rfp_builder.cli.progress import progress_bar
from rfp_builder.cli.shared import answer_json, json_option, open_workspace, project_option, say
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.incoming import read_file

_HERE = "rfp_builder.cli.commands.workload"
_TAKEN = Phrase("取り込みました: {file}", "Taken in: {file}")
_LOOKED = Phrase("確認のみです。取り込んでいません。", "Only looked; nothing was taken.")
_NEXT = Phrase(
    "次は「rfp-builder workload plan」で要員計画を確かめます。",
    "Next: rfp-builder workload plan shows the plan.",
)

command = Group(
    "workload",
    phrase=Phrase(
        "件数の履歴から、必要人数・シフト・採用計画・想定費用を計算し、業務要件定義に記入します。"
        "計画はすべて社外秘です。提案会社に渡るのは別紙「業務量資料」（annex）だけです。",
        "From the history of contacts to agents, shifts, hiring and should-cost, and into the definition. "
        "The plan is confidential; all that vendors get of it is the annex on contact volumes.",
    ),
    lazy={
        "history": Lazy(f"{_HERE}:history", Phrase("件数の履歴を取り込む", "take a history of contacts in")),
        "assign": Lazy(
            "rfp_builder.cli.commands.workload_set:assign_command",
            Phrase("履歴の区分を窓口に割り当てる", "say which series belong to which queue"),
        ),
        "set": Lazy(
            "rfp_builder.cli.commands.workload_set:set_command",
            Phrase("計画の設定を変える", "change a setting of the plan"),
        ),
        "shift": Lazy(
            "rfp_builder.cli.commands.workload_shift:shift_command",
            Phrase("シフトの勤務形態を設定", "set the kinds of contract for shifts"),
        ),
        "plan": Lazy(
            "rfp_builder.cli.commands.workload_plan:plan_command",
            Phrase("要員計画の要約を表示", "show the staffing plan in short"),
        ),
        "fill": Lazy(
            "rfp_builder.cli.commands.workload_plan:fill_command",
            Phrase("計画を定義に記入", "fill the plan into the definition"),
        ),
        "book": Lazy(
            "rfp_builder.cli.commands.workload_files:book_command",
            Phrase("計画を Excel に書き出す", "write the plan to Excel"),
        ),
        "take": Lazy(
            "rfp_builder.cli.commands.workload_files:take_command",
            Phrase("Excel で直した前提を取り込む", "take assumptions changed in Excel"),
        ),
        "annex": Lazy(
            "rfp_builder.cli.commands.workload_files:annex_command",
            Phrase("別紙「業務量資料」を作成", "make the annex on contact volumes"),
        ),
    },
)


@spoken_command(
    "history",
    "過去の着信件数（CSV または Excel）を、どう読み取ったかを示してからプロジェクトに取り込みます。"
    "ファイルは届いたままの形で保管します。",
    "Take past contacts (CSV or Excel) into the project, and say how they were understood. The file is kept "
    "as it came.",
)
@contacts_argument
@option(
    "--as-forecast",
    is_flag=True,
    ja="別途作成した予測として、件数をそのまま使います。",
    en="It is a forecast made elsewhere: take its counts as they are.",
)
@option(
    "--dry-run",
    is_flag=True,
    ja="読み取り方を表示するだけで、取り込みません。",
    en="Only say how it is understood.",
)
@time_zone_option
@date_order_option
@json_option
@project_option
@click.pass_context
def history(
    ctx: click.Context,
    file: Path,
    as_forecast: bool,
    dry_run: bool,
    time_zone: str,
    date_order: str | None,
    as_json: bool,
    project: Path | None,
) -> None:
    """Texts for users are in the decorator."""
    from rfp_builder.cli.forecast_options import order_of, zone_of
    from rfp_builder.workspace.staffing.history import look_at_history, take_history
    from rfp_builder.workspace.staffing.understood import understood_lines

    workspace, zone = open_workspace(ctx, project), zone_of(time_zone).name
    take = look_at_history if dry_run else partial(take_history, workspace)
    data = read_file(file)
    with progress_bar() as progress:
        taken = take(
            file.name,
            data,
            is_forecast=as_forecast,
            time_zone=zone,
            date_order=order_of(date_order),
            progress=progress,
        )
    if as_json:
        answer_json(
            ctx,
            taken=not dry_run,
            **taken.kept.model_dump(),
            columns=[
                {"sheet": sheet.sheet, "heading": one.heading, "role": one.role.value}
                for sheet in taken.found.sheets
                for one in sheet.columns
            ],
            odd=[{"kind": one.kind.value, "count": one.count, "text": one} for one in taken.found.odd],
        )
        return
    for line in understood_lines(file.name, taken.found, as_forecast, session(ctx).lang):
        say(ctx, line)
    say(ctx, _LOOKED if dry_run else _TAKEN.fill(file=taken.kept.file))
    if not dry_run:
        say(ctx, _NEXT)
