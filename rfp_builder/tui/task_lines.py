"""How a part of an open project is drawn in the task list."""

from __future__ import annotations

from textual.content import Content

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.tui.widgets.entries import cell
from rfp_builder.tui.widths import cells_of
from rfp_builder.workspace.tasks import Status, Task

_FINDINGS = Phrase("指摘 {n}件", "{n} findings")
_FINDING = Phrase("指摘 1件", "1 finding")
_OF = Phrase("{answered}/{required}", "{answered}/{required}")
_SIGN = {Status.UNTOUCHED: " ", Status.UNDER_WAY: "-", Status.ATTENTION: "!", Status.DONE: "v"}
_STYLE = {
    Status.UNTOUCHED: "$text-muted",
    Status.UNDER_WAY: "$primary",
    Status.ATTENTION: "bold $warning",
    Status.DONE: "$success",
}
_TITLE_WIDTH, _STATUS_WIDTH, _COUNT_WIDTH = 32, 14, 20
"""Together with the findings no wider than a list in 80 columns."""
_GAP = 2


def task_line(task: Task, lang: Lang) -> Content:
    """Title, status as sign and word, how much is answered, and how many findings there are."""
    parts = [Content(cell(f"  {task.title.to(lang)}", _TITLE_WIDTH))]
    if task.status is None:
        parts.append(Content(cell("", _STATUS_WIDTH)))
    else:
        status = f"{_SIGN[task.status]} {task.status.label.to(lang)}"
        parts.append(Content(cell(status, _STATUS_WIDTH)).stylize(_STYLE[task.status]))
    if task.progress is not None:
        detail = _OF.fill(answered=task.progress.answered, required=task.progress.required)
    else:
        detail = task.detail
    told = detail.to(lang)
    parts.append(Content(told + " " * max(_GAP, _COUNT_WIDTH - cells_of(told))))
    if task.findings:
        found = _FINDING if task.findings == 1 else _FINDINGS.fill(n=task.findings)
        parts.append(Content.styled(found.to(lang), "$warning"))
    return Content.assemble(*parts)
