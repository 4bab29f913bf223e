"""Home: where the project stands, what comes next, and every part of the road with its status."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.everywhere import NextMissing, OtherLanguage, Quit, Review, ShowCommands
from rfp_builder.tui.commands.screen_help import ScreenHelp
from rfp_builder.tui.parts import OTHERS, SECTIONS, Part
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.widgets.said import Said

if TYPE_CHECKING:
    from rfp_builder.workspace.document.step import Change

UNNAMED = Phrase("（件名なし）", "(no title yet)")
_HOME = Phrase("作業一覧: {title}", "Tasks: {title}")
_TASKS = Phrase("作業一覧", "Tasks")
_OPENING = Phrase("プロジェクトを開いています...", "Opening the project...")
_DEFINITION = Phrase("業務要件定義書", "Business requirements definition")
_REST = Phrase("評価基準から選定まで", "From criteria to the choice")


class Tasks(OptionList):
    """The parts of the road. `open_part` is called with the place of the one that is opened."""

    # With priority the mark has moved when Enter comes, and the part is on its way when the next key comes.
    BINDINGS: ClassVar = [
        Binding("up", "cursor_up", show=False, priority=True),
        Binding("down", "cursor_down", show=False, priority=True),
        Binding("pageup", "page_up", show=False, priority=True),
        Binding("pagedown", "page_down", show=False, priority=True),
        Binding("home", "first", show=False, priority=True),
        Binding("end", "last", show=False, priority=True),
        Binding("enter,right", "select", show=False, priority=True),
    ]

    def __init__(self, open_part: Callable[[str], None]) -> None:
        super().__init__(id="tasks", markup=False)
        self._open_part = open_part

    def action_select(self) -> None:
        """Open the part that is marked, by a key or a click."""
        marked = self.highlighted_option
        if marked is not None and marked.id is not None:
            self._open_part(marked.id)


class Home(WizardScreen):
    """The task list. Enter or a click opens a part.

    It is on the screen before the project is open: then it shows what every project has.
    """

    ABOUT = Phrase(
        "業務要件定義書の作成から委託先の選定までの、すべての作業の一覧です。\n"
        "上下の矢印キーで作業を選び、Enter キーで開きます。Esc キーでここに戻ります。\n"
        "上の行は、いまの段階（[ ] の中）と、次にすることです。F2 キーで、次に入力する欄へ直接移れます。\n"
        "入力したものは自動で保存されます。",
        "Every task, from the requirements definition to the choice of a vendor.\n"
        "Choose one with the arrow keys and open it with Enter; Esc comes back here.\n"
        "The lines above say where the project stands (in brackets) and what comes next. F2 goes straight to "
        "the next field to fill in.\n"
        "Whatever you enter is saved by itself.",
    )
    KEYS = (ScreenHelp, NextMissing, Review, ShowCommands, OtherLanguage, Quit)

    def place(self) -> Phrase:
        """See `WizardScreen`."""
        session = self.wizard.session
        return _TASKS if session is None else _HOME.fill(title=session.project.rfp.title or UNNAMED)

    def body(self) -> Iterable[Widget]:
        """See `WizardScreen`."""
        yield Said(id="home-road")
        yield Said(id="home-next")
        yield Tasks(self._open)

    def arrive(self) -> None:
        """See `WizardScreen`."""
        self.query_one("#tasks").focus()

    def show(self) -> None:
        """See `WizardScreen`."""
        session = self.wizard.session
        bare = (map(self._unopened, SECTIONS), map(self._unopened, OTHERS))
        if session is None:
            self._lay_out(Content(" "), Content(self.say(_OPENING)), *bare)
            return
        from rfp_builder.tui.standing_lines import next_line, road_line

        project, report = session.project, session.report
        road = road_line(project, self.lang)
        next_step = next_line(session.document.workspace, project, report, self.lang)
        if report is None:
            self._lay_out(road, next_step, *bare)
            return
        from rfp_builder.tui.task_lines import task_line
        from rfp_builder.workspace.tasks import Task, other_tasks, section_tasks

        def drawn(task: Task) -> Option:
            return Option(task_line(task, self.lang), id=task.place)

        sections, others = section_tasks(project, report), other_tasks(project, report)
        self._lay_out(road, next_step, map(drawn, sections), map(drawn, others))

    def document_changed(self, change: Change) -> None:
        """See `WizardScreen`: the title of the project stands in the first line."""
        self.relate()

    def report_changed(self) -> None:
        """See `WizardScreen`."""
        self.show()

    def _open(self, place: str) -> None:
        self.wizard.desk.when_open(partial(self._go, place))

    def _go(self, place: str) -> None:
        if self.wizard.session is not None:
            go(self.wizard, place)

    def _lay_out(
        self, road: Content, next_step: Content, sections: Iterable[Option], others: Iterable[Option]
    ) -> None:
        self.query_one("#home-road", Said).update(road)
        self.query_one("#home-next", Said).update(next_step)
        tasks = self.query_one("#tasks", OptionList)
        chosen = tasks.highlighted
        with self.app.batch_update():
            tasks.set_options(
                [
                    Option(self._heading(_DEFINITION), disabled=True),
                    *sections,
                    Option("", disabled=True),
                    Option(self._heading(_REST), disabled=True),
                    *others,
                ]
            )
            tasks.highlighted = 1 if chosen is None else chosen

    def _unopened(self, part: Part) -> Option:
        return Option(Content(f"  {self.say(part.title)}"), id=part.place)

    def _heading(self, text: Phrase) -> Content:
        return Content.styled(self.say(text), "bold $primary")
