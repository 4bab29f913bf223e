"""Home: where the project stands, what comes next, and every part of the road with its status."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rfp_builder.i18n import Phrase
from rfp_builder.text.width import cell_width, truncate
from rfp_builder.tui.commands.everywhere import NextMissing, OtherLanguage, Quit, Review, Search, ShowCommands
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.states import State, state_of
from rfp_builder.workspace.tasks import Status, Task, other_tasks, section_tasks

UNNAMED = Phrase("（件名なし）", "(no title yet)")
_HOME = Phrase("作業一覧: {title}", "Tasks: {title}")
_DEFINITION = Phrase("業務要件定義書", "Business requirements definition")
_REST = Phrase("評価基準から選定まで", "From criteria to the choice")
_NEXT = Phrase("次にすること: {what}", "Next: {what}")
_CHECKING = Phrase("点検しています...", "Checking...")
_READY = Phrase(
    "発行を妨げる指摘はありません。次は「{step}」です。", "Nothing stands in the way. The next step: {step}."
)
_FINDINGS = Phrase("指摘 {n}件", "{n} findings")
_OF = Phrase("{answered}/{required}", "{answered}/{required}")
_SIGN = {Status.UNTOUCHED: " ", Status.UNDER_WAY: "-", Status.ATTENTION: "!", Status.DONE: "v"}
_STYLE = {
    Status.UNTOUCHED: "$text-muted",
    Status.UNDER_WAY: "$primary",
    Status.ATTENTION: "bold $warning",
    Status.DONE: "$success",
}
_TITLE_WIDTH, _STATUS_WIDTH, _COUNT_WIDTH = 36, 13, 10
_ROAD = {
    State.DRAFT: Phrase("作成中", "Draft"),
    State.AGREED: Phrase("基準の合意", "Agreed"),
    State.ISSUED: Phrase("発行", "Issued"),
    State.RECEIVED: Phrase("提案の受領", "Received"),
    State.SCORED: Phrase("採点", "Scored"),
}
"""The states in few words: all of them fit in one line."""
_NEXT_STEPS = {
    State.DRAFT: Phrase("評価基準の合意", "agree the criteria"),
    State.AGREED: Phrase("提案依頼書の発行", "issue the RFP"),
    State.ISSUED: Phrase("提案の受領", "receive the proposals"),
    State.RECEIVED: Phrase("採点", "score the proposals"),
    State.SCORED: Phrase("評価結果の作成", "work out the ranking"),
}


class Home(WizardScreen):
    """The task list. Enter or a click opens a part."""

    KEYS = (NextMissing, Search, Review, ShowCommands, OtherLanguage, Quit)
    BINDINGS: ClassVar = [Binding("right", "open", show=False)]

    def place(self) -> Phrase:
        """See `WizardScreen`."""
        return _HOME.fill(title=self.session.project.rfp.title or UNNAMED)

    def body(self) -> Iterable[Widget]:
        """See `WizardScreen`."""
        yield Said(id="home-road")
        yield Said(id="home-next")
        yield OptionList(id="tasks", markup=False)

    def on_mount(self) -> None:
        """See Textual."""
        super().on_mount()
        self.query_one("#tasks").focus()

    def show(self) -> None:
        """See `WizardScreen`."""
        project, report = self.session.project, self.session.report
        self.query_one("#home-road", Said).update(self._road())
        self.query_one("#home-next", Said).update(self._next())
        tasks = self.query_one("#tasks", OptionList)
        chosen = tasks.highlighted
        options: list[Option | None] = [Option(self._heading(_DEFINITION), disabled=True)]
        options += [self._option(task) for task in section_tasks(project, report)]
        options += [None, Option(self._heading(_REST), disabled=True)]
        options += [self._option(task) for task in other_tasks(project, report)]
        with self.app.batch_update():
            tasks.set_options(options)
            tasks.highlighted = 1 if chosen is None else chosen

    def report_changed(self) -> None:
        """See `WizardScreen`."""
        self.show()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual."""
        if event.option_id is not None:
            go(self.wizard, event.option_id)

    def action_open(self) -> None:
        """Open the part that is marked."""
        self.query_one("#tasks", OptionList).action_select()

    def _heading(self, text: Phrase) -> Content:
        return Content.styled(self.say(text), "bold $primary")

    def _road(self) -> Content:
        present = state_of(self.session.project)
        parts: list[Content] = []
        for state in State:
            label = self.say(_ROAD[state])
            if state is present:
                parts.append(Content.styled(f"[{label}]", "bold $accent"))
            else:
                parts.append(Content.styled(label, "" if state < present else "$text-muted"))
            parts.append(Content.styled(" > ", "$text-muted"))
        return Content.assemble(*parts[:-1])

    def _next(self) -> Content:
        report = self.session.report
        if report is None:
            return Content(self.say(_CHECKING))
        found = report.next
        state = state_of(self.session.project)
        if found is not None and state < State.ISSUED:
            return Content(self.say(_NEXT.fill(what=found.message)))
        return Content(self.say(_READY.fill(step=_NEXT_STEPS[state])))

    def _option(self, task: Task) -> Option:
        parts = [_cell(f"  {self.say(task.title)}", _TITLE_WIDTH)]
        if task.status is None:
            parts.append(_cell("", _STATUS_WIDTH))
        else:
            status = f"{_SIGN[task.status]} {self.say(task.status.label)}"
            parts.append(_cell(status, _STATUS_WIDTH).stylize(_STYLE[task.status]))
        if task.progress is not None:
            counted = _OF.fill(answered=task.progress.answered, required=task.progress.required)
            parts.append(_cell(self.say(counted), _COUNT_WIDTH))
        else:
            parts.append(Content(f"{self.say(task.detail)}  "))
        if task.findings:
            parts.append(Content.styled(self.say(_FINDINGS.fill(n=task.findings)), "$warning"))
        return Option(Content.assemble(*parts), id=task.place)


def _cell(text: str, width: int) -> Content:
    shown = truncate(text, width - 1, "..", ambiguous=1)
    return Content(shown + " " * (width - cell_width(shown, ambiguous=1)))
