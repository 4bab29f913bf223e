"""Step 3: everything the plan rests on, row by row; what the client knows better is set here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.staffing.desk_of import desk_of
from rfp_builder.tui.staffing.list_pane import Lines, ListPane, note, title
from rfp_builder.tui.staffing.setting_form import Form, SettingForm
from rfp_builder.tui.staffing.setting_forms import form_for, group_form, special_form
from rfp_builder.tui.widgets.long_list import Entry, LongList
from rfp_builder.tui.widgets.said import Said
from rfp_builder.tui.widths import cells_of, filled
from rfp_builder.workspace.staffing.assumptions import Row, RowGroup, row_groups

if TYPE_CHECKING:
    from rfp_builder.model.project import Project
    from rfp_builder.model.staffing import Staffing
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.screens.staffing import StaffingScreen
    from rfp_builder.workload.plan.values import StaffingPlan

_PLACE = "staffing.{part}"
_MORE = Phrase(
    "窓口ごとの処理時間・サービスレベル・非稼働率は、計画を一度作ると、使った値とともにここに並びます。",
    "Handling times, service levels and shrinkage of each queue stand here once a plan was made.",
)
_NONE = Phrase("ありません。", "None.")
_SET = Phrase(
    "設定しました。計画は作り直すまで前のままです。", "Set. The plan stays as it is until it is made anew."
)
_CLEARED = Phrase(
    "設定を消しました。定義または標準の値を使います。",
    "Cleared. The definition or what is usual holds.",
)
_NOT_SET = Phrase("この行は設定されていません。", "Nothing is set in this row.")
_LABEL_WIDTH, _VALUE_WIDTH, _ASIDE_WIDTH = 30, 27, 14
_BESIDE = 9
"""Cells that the list, its bar and the gaps between the columns take."""


class AddSpecial(Command):
    """Days with a volume of their own."""

    label = Phrase("特別日を追加", "Add special days")
    help = Phrase(
        "キャンペーンや休業など、件数がふだんと異なる日を追加します。",
        "Add days that differ, such as campaigns and days closed.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        assert wizard.session is not None
        _ask(wizard, special_form(wizard.session.project, None, wizard.lang), "specials")


class AddGroup(Command):
    """People who work alike."""

    label = Phrase("勤務形態を追加", "Add a contract")
    help = Phrase(
        "シフトのもとになる勤務形態（始業時刻、長さ、休憩、週の日数）を追加します。",
        "Add a kind of contract that shifts are made from: starts, length, breaks, days a week.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        assert wizard.session is not None
        _ask(wizard, group_form(wizard.session.project, None, wizard.lang), "groups")


class ClearSetting(Command):
    """What the client said of the row with the cursor."""

    key, shown = "delete,ctrl+d", "Delete"
    label = Phrase("設定を消す", "Clear")
    help = Phrase(
        "選んでいる行の設定を消し、定義または標準の値に戻します。",
        "Clear the setting of the row: the definition or what is usual holds again.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        pane = cast("StaffingScreen", wizard.screen).query_one(SettingsPane)
        row = pane.row
        if wizard.session is None or row is None or pane is not pane.front_one():
            return
        form = form_for(wizard.session, pane.plan, row, wizard.lang)
        if form.dropped is None:
            wizard.tell(_NOT_SET)
        elif _put(wizard, form.dropped(wizard.session.project), row.key):
            wizard.tell(_CLEARED)


class SettingsPane(ListPane):
    """Enter or a click changes a row."""

    TITLE = Phrase("前提", "Values")
    LEAD = Phrase(
        "計画に使う値です。Enter キーで変え、Delete キーで設定を消します。",
        "What the plan uses. Enter changes a value, Delete clears what you set.",
    )
    DOES = (AddSpecial, AddGroup, ClearSetting)
    BINDINGS: ClassVar = [Binding("delete,ctrl+d", "app.command('ClearSetting')", show=False)]

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._of: tuple[Project, StaffingPlan | None] | None = None
        self._found: tuple[RowGroup, ...] = ()
        """The rows of that project and plan."""

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield from super().compose()
        yield Said(id="setting-note", classes="dim")

    @property
    def plan(self) -> StaffingPlan | None:
        """The plan whose values are shown where nothing is set."""
        made = desk_of(self.front.wizard).made
        return None if made is None else made.plan

    @property
    def row(self) -> Row | None:
        """Where the cursor stands."""
        current = self.listed.current
        return None if current is None else self._rows().get(current.key)

    def front_one(self) -> object:
        """The pane that is seen."""
        return cast("StaffingScreen", self.front).front_pane()

    def entries(self) -> Sequence[Entry]:
        """See `ListPane`."""
        found: list[Entry] = []
        for number, group in enumerate(self._groups()):
            heading = title(self.say(group.title))
            found.append(heading if number else Lines(heading.key, heading.said[1:], stop=False))
            found += [self._entry(row) for row in group.rows]
            if not group.rows:
                found.append(note(f"none-{number}", f"  {self.say(_NONE)}"))
        if self.plan is None:
            found.append(note("more", f"\n{self.say(_MORE)}"))
        return found

    def show(self) -> None:
        """See `Pane`."""
        super().show()
        self._show_note()

    def chosen(self, key: str) -> None:
        """See `ListPane`."""
        row = self._rows().get(key)
        if row is not None:
            form = form_for(self.front.session, self.plan, row, self.front.lang)
            _ask(self.front.wizard, form, key)

    def on_long_list_moved(self, event: LongList.Moved) -> None:
        """See `LongList`: what the row means, or where its figures come from."""
        event.stop()
        self._show_note()

    def _groups(self) -> tuple[RowGroup, ...]:
        project, plan = self.front.session.project, self.plan
        if self._of is None or self._of[0] is not project or self._of[1] is not plan:
            # The cursor asks for its row with every key.
            self._of, self._found = (project, plan), row_groups(project, plan)
        return self._found

    def _rows(self) -> dict[str, Row]:
        return {row.key: row for group in self._groups() for row in group.rows}

    def _show_note(self) -> None:
        row = self.row
        self.query_one("#setting-note", Said).update("" if row is None else self.say(row.note))

    def _entry(self, row: Row) -> Lines:
        spare = self.screen.size.width - _LABEL_WIDTH - _VALUE_WIDTH - _ASIDE_WIDTH - _BESIDE
        label_width = _LABEL_WIDTH + min(max(spare, 0), _LABEL_WIDTH // 2)
        named = f"  {self.say(row.label)}"
        value, aside = self.say(row.value), self.say(row.aside)
        style = "$warning" if aside.startswith("!") else "$success" if row.is_set else "$text-muted"
        room = max(_VALUE_WIDTH, self.screen.size.width - label_width - _ASIDE_WIDTH - _BESIDE)
        # A long label takes what its value leaves.
        longer = max(0, min(cells_of(named) - label_width, room - cells_of(value)))
        label, room = filled(named, label_width + longer), room - longer
        shown = filled(value, room) if cells_of(value) > room else value + " " * (room - cells_of(value))
        return Lines(row.key, (Content.assemble(f"{label} {shown}  ", Content.styled(aside, style)),))


def _ask(wizard: Wizard, form: Form, key: str) -> None:
    def made(staffing: Staffing | None) -> None:
        if staffing is not None and _put(wizard, staffing, key):
            wizard.tell(_SET)

    wizard.push_screen(SettingForm(form, key), made)


def _put(wizard: Wizard, staffing: Staffing, key: str) -> bool:
    """Make it a step of the document, in the name of what was set."""
    session = wizard.session
    if session is None:
        return False
    place = _PLACE.format(part=key.partition(".")[0])
    after = session.project.replace(staffing=staffing)
    return wizard.attempt(lambda: session.document.change(after, place))
