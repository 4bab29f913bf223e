"""`check`: findings, percentages and the next thing to do."""

from __future__ import annotations

from pathlib import Path

import click

from rfp_builder.check.finding import Finding, Severity
from rfp_builder.cli.bilingual import option, session, spoken_command
from rfp_builder.cli.shared import answer_json, json_option, open_workspace, project_option, say, today
from rfp_builder.errors import ExitCode
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.checking import report

_MARKS = {
    Severity.BLOCKS: Phrase("発行不可", "blocks"),
    Severity.WARNS: Phrase("警告", "warns"),
    Severity.ADVISES: Phrase("助言", "advises"),
}
_TOTAL = Phrase("全体 {percent}%", "In all {percent}%")
_COUNT = Phrase(
    "指摘: 発行不可 {blocks}件、警告 {warns}件、助言 {advises}件",
    "Findings: {blocks} block the issue, {warns} warn, {advises} advise",
)
_HIDDEN = Phrase("助言は --all で表示します。", "Show advice with --all.")
_READY = Phrase("発行を妨げる指摘はありません。", "Nothing stands in the way of the issue.")
_NEXT = Phrase("次に行うこと: {words}", "Next: {words}")


@spoken_command(
    "check",
    "定義と評価基準を点検し、回答の割合、指摘、次に行うことを表示します。"
    "発行を妨げる指摘があれば終了コードは 1 です。",
    "Check definition and criteria: percentages, findings and the next thing to do. "
    "Exit code 1 if a finding blocks the issue.",
)
@option("--all", "everything", is_flag=True, ja="助言も表示します。", en="Show advice, too.")
@json_option
@project_option
@click.pass_context
def command(ctx: click.Context, everything: bool, as_json: bool, project: Path | None) -> int:
    """Texts for users are in the decorator."""
    found = report(open_workspace(ctx, project).project, today())
    code = ExitCode.BLOCKED if found.blocked else ExitCode.DONE
    lang = session(ctx).lang
    if as_json:
        answer_json(ctx, **found.as_json())
        return code
    for section in found.sections:
        say(ctx, f"{section.number} {section.title.to(lang)}  {section.progress.percent}%")
    say(ctx, _TOTAL.fill(percent=found.total.percent))
    say(ctx)
    for finding in found.findings:
        if everything or finding.severity is not Severity.ADVISES:
            _say_finding(ctx, finding)
    counts = {
        severity.value: sum(1 for one in found.findings if one.severity is severity) for severity in Severity
    }
    say(ctx, _COUNT.fill(**counts))
    if counts[Severity.ADVISES.value] and not everything:
        say(ctx, _HIDDEN)
    say(ctx, _NEXT.fill(words=found.next.remedy) if found.next else _READY)
    return code


def _say_finding(ctx: click.Context, finding: Finding) -> None:
    lang = session(ctx).lang
    say(ctx, f"[{_MARKS[finding.severity].to(lang)}] {finding.message.to(lang)}")
    say(ctx, f"    {finding.remedy.to(lang)}")
    say(ctx, f"    {finding.path} ({finding.rule})")
