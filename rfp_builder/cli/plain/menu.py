"""The task list, and the way from a place of the project to the questions that ask for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from rfp_builder.cli.plain.criteria import criteria
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.documents import documents
from rfp_builder.cli.plain.everywhere import ask_for_word, go_to_missing, heed, not_here
from rfp_builder.cli.plain.findings import findings
from rfp_builder.cli.plain.leaving import GoTo, Switch, ToMenu
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.pages import frame_stops, section_stops, stop_of, walk
from rfp_builder.cli.plain.register import register
from rfp_builder.cli.plain.replies import Command
from rfp_builder.cli.plain.review import read_review
from rfp_builder.cli.plain.sections import section_menu
from rfp_builder.cli.plain.staffing import tell_staffing
from rfp_builder.cli.plain.withholding import withholding
from rfp_builder.i18n import Lang, Phrase, listed
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
_TASK = Phrase("{title}: {words}", "{title}: {words}")
_PROGRESS = Phrase("{answered}/{required}問 回答済み", "{answered} of {required} answered")
_FINDINGS = Phrase("指摘{n}件", "findings: {n}")
_HINT = Phrase(
    "入力: 番号、/語 で探す [? 説明  ?? 記号の一覧  u 元に戻す  q 終了]",
    "Type a number, or /word to search [? help  ?? all that can be typed  u undo  q end]",
)
_SHORT = Phrase(
    "入力: 番号 [l 一覧をもう一度  /語 探す  ? 説明  q 終了]",
    "Type a number [l the list again  /word search  ? help  q end]",
)
_HELP = Phrase(
    "番号を入力すると、その作業に移ります。どこでも使える記号の一覧は ?? です。",
    "A number leads to that task. ?? tells what can be typed everywhere.",
)
_NO_QUESTIONS = Phrase(
    "この箇所は、1問ずつの入力では扱えません。画面版（rfp-builder フォルダ名）で開いてください。",
    "There are no questions for this place here. Please open it on the screen (rfp-builder FOLDER).",
)
_TAKEN_IN = Phrase("ほかで保存された内容を取り込みました。", "Took in what was saved elsewhere.")


def main_menu(desk: Desk) -> None:
    """Tell the tasks and go where is asked, without end.

    Raises:
        Ended, Switch: somebody has finished, or wants another project.
    """
    going: str | None = None
    listing, memory = Listing(desk), list[str]()
    while True:
        try:
            if going is not None:
                path, going = going, None
                go(desk, path)
            else:
                _choose(desk, listing, memory)
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
        desk.say(_NO_QUESTIONS)
        raise ToMenu


def _choose(desk: Desk, listing: Listing, memory: list[str]) -> None:
    _take_in(desk)
    found = (*section_tasks(desk.project, desk.report), *other_tasks(desk.project, desk.report))
    tasks = [task for task in found if task.place != _ON_COMMAND]
    ways: list[tuple[str, Callable[[], None]]] = [
        (_line(desk, task, number), _way(desk, task)) for number, task in enumerate(tasks, start=1)
    ]
    for label, way in _BESIDE:
        ways.append((desk.in_words(label), partial(way, desk)))
    _tell(desk, memory)
    chosen = listing.choose([line for line, _ in ways], _HINT, _SHORT)
    if isinstance(chosen, int):
        ways[chosen][1]()
    elif chosen.command is Command.HELP:
        desk.say(_HELP)
    elif chosen.text and not leaves(chosen) and not heed(desk, chosen):
        not_here(desk, chosen)


def _tell(desk: Desk, memory: list[str]) -> None:
    """The title, and what is different of the state since it was told; `memory` holds what was."""
    report, project = desk.report, desk.project
    desk.say()
    desk.say(_TITLE.fill(title=project.rfp.title or _UNNAMED))
    blocks = sum(1 for one in report.findings if one.severity.value == "blocks")
    state = _STATE.fill(state=state_of(project).label, percent=report.total.percent, blocks=blocks)
    lines = [state] if report.next is None else [state, _NEXT.fill(what=report.next.remedy)]
    said = list(map(desk.in_words, lines))
    for line in said:
        if line not in memory:
            desk.say(line)
    memory[:] = said


def _line(desk: Desk, task: Task, number: int) -> str:
    return desk.in_words(_TASK.fill(title=_title(desk, task, number), words=_words(desk, task)))


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
    return desk.in_words(listed(said))


def _way(desk: Desk, task: Task) -> Callable[[], None]:
    for number, key in sections().items():
        if task.place == f"definition.{key}":
            return lambda: section_menu(desk, number)
    ways = {
        "rfp": lambda: walk(desk, frame_stops()),
        "requirements": lambda: register(desk),
        "criteria": lambda: criteria(desk),
        "withholding": lambda: withholding(desk),
        "documents": lambda: documents(desk),
    }
    return ways.get(task.place, lambda: go(desk, task.place))


def _switch(_: Desk) -> None:
    raise Switch


def _language(desk: Desk) -> None:
    desk.lang = Lang.EN if desk.lang is Lang.JA else Lang.JA


_BESIDE: tuple[tuple[Phrase, Callable[[Desk], None]], ...] = (
    (Phrase("次の未回答か要修正の箇所へ", "To the next answer missing or wrong"), go_to_missing),
    (Phrase("点検の結果を見る", "Findings of the check"), findings),
    (Phrase("すべての回答を確認する", "Review all answers"), read_review),
    (Phrase("ことばで探す", "Search"), ask_for_word),
    (Phrase("ほかのプロジェクトを開く", "Open another project"), _switch),
    (Phrase("Switch to English", "日本語に切り替える"), _language),
    (Phrase("要員計画と想定費用", "Staffing and should-cost"), tell_staffing),
)
"""What the task list offers beside the tasks."""

_ON_COMMAND = "staffing"
"""A task without questions: its steps are commands, and stand at the end of the list."""


def _take_in(desk: Desk) -> None:
    """Take what others saved, where nothing of ours waits."""
    if desk.attempt(desk.document.look) is not None and desk.attempt(desk.document.take_outside) is not None:
        desk.say(_TAKEN_IN)
