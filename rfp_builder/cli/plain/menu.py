"""The task list, and the way from a place of the project to the questions that ask for it."""

from __future__ import annotations

from collections.abc import Callable

from rfp_builder.cli.plain.criteria import criteria
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.documents import documents
from rfp_builder.cli.plain.everywhere import go_to_missing, heed, not_here
from rfp_builder.cli.plain.findings import findings
from rfp_builder.cli.plain.leaving import GoTo, Switch, ToMenu
from rfp_builder.cli.plain.pages import frame_stops, section_stops, stop_of, walk
from rfp_builder.cli.plain.register import register
from rfp_builder.cli.plain.replies import Command, number_in
from rfp_builder.cli.plain.sections import section_menu
from rfp_builder.cli.plain.withholding import withholding
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.shape import sections
from rfp_builder.workspace.states import state_of
from rfp_builder.workspace.tasks import Task, other_tasks, section_tasks

_UNNAMED = Phrase("（件名なし）", "(no title yet)")
_TITLE = Phrase("== {title} ==", "== {title} ==")
_STATE = Phrase(
    "状態: {state}。定義 {percent}% 回答済み。発行を妨げる指摘 {blocks}件。",
    "State: {state}. {percent}% of the definition answered. {blocks} findings block the issue.",
)
_NEXT = Phrase("次に行うこと: {what}", "Next: {what}")
_TASK = Phrase("{n}. {title}: {words}", "{n}. {title}: {words}")
_PROGRESS = Phrase("{answered}/{required}問 回答済み", "{answered} of {required} answered")
_FINDINGS = Phrase("指摘{n}件", "{n} findings")
_BETWEEN = Phrase("、", ", ")
_MISSING = Phrase("次の未回答か要修正の箇所へ", "To the next answer missing or wrong")
_CHECK = Phrase("点検の結果を見る", "Findings of the check")
_OTHER = Phrase("ほかのプロジェクトを開く", "Open another project")
_LANGUAGE = Phrase("Switch to English", "日本語に切り替える")
_HINT = Phrase(
    "入力: 番号、/語 で探す [? 説明  u 元に戻す  q 終了]",
    "Type a number, or /word to search [? help  u undo  q end]",
)
_HELP = Phrase(
    "番号を入力すると、その作業に移ります。どこでも使える記号の一覧は ?? です。",
    "A number leads to that task. ?? tells what can be typed everywhere.",
)
_TAKEN_IN = Phrase("ほかで保存された内容を取り込みました。", "Took in what was saved elsewhere.")


def main_menu(desk: Desk) -> None:
    """Tell the tasks and go where is asked, without end.

    Raises:
        Ended, Switch: somebody has finished, or wants another project.
    """
    going: str | None = None
    while True:
        try:
            if going is not None:
                path, going = going, None
                go(desk, path)
            else:
                _choose(desk)
        except ToMenu:
            going = None
        except GoTo as place:
            going = place.path


def go(desk: Desk, path: str) -> None:
    """Ask for what stands at `path`, and go on from there.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    stem = path.removeprefix("definition.").partition(".")[0].partition("[")[0]
    number = next((number for number, key in sections().items() if key == stem), None)
    if number is not None:
        stops = section_stops(number)
        walk(desk, stops, stop_of(stops, path), path)
    elif stem == "rfp":
        stops = frame_stops()
        walk(desk, stops, stop_of(stops, path), path)
    elif stem == "requirements":
        register(desk, path)
    elif stem in ("criteria", "evaluators", "agreements"):
        criteria(desk, path)
    else:
        raise ToMenu


def _choose(desk: Desk) -> None:
    _take_in(desk)
    tasks = (*section_tasks(desk.project, desk.report), *other_tasks(desk.project, desk.report))
    ways: list[Callable[[], None]] = [_way(desk, task) for task in tasks]
    ways += [lambda: go_to_missing(desk), lambda: findings(desk), _switch, lambda: _language(desk)]
    _tell(desk, tasks)
    reply = desk.reply(_HINT)
    number = None if reply.command is not None else number_in(reply.text)
    if number is not None and 0 < number <= len(ways):
        ways[number - 1]()
    elif reply.command is Command.HELP:
        desk.say(_HELP)
    elif reply.text and not heed(desk, reply):
        not_here(desk, reply)


def _tell(desk: Desk, tasks: tuple[Task, ...]) -> None:
    report, project = desk.report, desk.project
    desk.say()
    desk.say(_TITLE.fill(title=project.rfp.title or _UNNAMED))
    blocks = sum(1 for one in report.findings if one.severity.value == "blocks")
    desk.say(_STATE.fill(state=state_of(project).label, percent=report.total.percent, blocks=blocks))
    if report.next is not None:
        desk.say(_NEXT.fill(what=report.next.remedy))
    for number, task in enumerate(tasks, start=1):
        desk.say(_TASK.fill(n=number, title=_title(desk, task, number), words=_words(desk, task)))
    for number, label in enumerate((_MISSING, _CHECK, _OTHER, _LANGUAGE), start=len(tasks) + 1):
        desk.say(f"{number}. {desk.in_words(label)}")


def _title(desk: Desk, task: Task, number: int) -> str:
    """Without the number of a section, which is that of the line."""
    return desk.in_words(task.title).removeprefix(f"{number} ")


def _words(desk: Desk, task: Task) -> str:
    said = [task.status.label] if task.status is not None else []
    if task.progress is not None:
        said.append(_PROGRESS.fill(answered=task.progress.answered, required=task.progress.required))
    if task.detail.to(desk.lang):
        said.append(task.detail)
    if task.findings:
        said.append(_FINDINGS.fill(n=task.findings))
    return desk.in_words(_BETWEEN).join(map(desk.in_words, said))


def _way(desk: Desk, task: Task) -> Callable[[], None]:
    for number, key in sections().items():
        if task.place == f"definition.{key}":
            return lambda: section_menu(desk, number)
    return {
        "rfp": lambda: walk(desk, frame_stops()),
        "requirements": lambda: register(desk),
        "criteria": lambda: criteria(desk),
        "withholding": lambda: withholding(desk),
        "documents": lambda: documents(desk),
    }[task.place]


def _switch() -> None:
    raise Switch


def _language(desk: Desk) -> None:
    desk.lang = Lang.EN if desk.lang is Lang.JA else Lang.JA


def _take_in(desk: Desk) -> None:
    """Take what others saved, where nothing of ours waits."""
    if desk.attempt(desk.document.look) is not None and desk.attempt(desk.document.take_outside) is not None:
        desk.say(_TAKEN_IN)
