"""A row of a table as a form: one field for each column, and the rows before and after it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import DescendantFocus
from textual.widget import Widget

from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.dialogs.dialog import CLOSE, Dialog
from rfp_builder.tui.fields.field import Field
from rfp_builder.tui.fields.make import field_for
from rfp_builder.tui.widgets.push import Push
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.document.paths import row_key

if TYPE_CHECKING:
    from rfp_builder.workspace.document.step import Change

_TITLE = Phrase("{label} {at}/{count}行目", "{label}, row {at} of {count}")
_FORMER = Phrase("前の行", "Previous row")
_NEXT = Phrase("次の行", "Next row")


class RowEditor(Dialog[int]):
    """What is typed is in the document at once. Gives the position of the row that was shown last."""

    CSS_PATH = "../styles/row_editor.tcss"
    BUTTONS: ClassVar = (("former", _FORMER), ("next", _NEXT), ("close", CLOSE))
    BINDINGS: ClassVar = [
        Binding("f8", "turn(1)", show=False, priority=True),
        Binding("shift+f8,f20", "turn(-1)", show=False, priority=True),
        Binding("f5", "undecided", show=False, priority=True),
    ]

    def __init__(self, table: Question, path: str, at: int, column: int) -> None:
        super().__init__()
        self._table, self._path, self._at, self._column = table, path, at, column
        self._key: str | None = None
        """What tells the row from its neighbours, wherever others move it."""

    @property
    def _rows(self) -> tuple[object, ...]:
        session = self.wizard.session
        assert session is not None, "rows are edited with a project only"
        rows = session.document.value(self._path)
        return rows if isinstance(rows, tuple) else ()

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE.fill(label=self._table.label, at=self._at + 1, count=len(self._rows))

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        self._key = row_key(self._rows[self._at])
        for column in self._table.columns:
            yield field_for(column, f"{self._path}[{self._key}].{column.name}")

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Vertical(classes="dialog row-editor"):
            yield Said(self.say(self.title_text()), classes="dialog-title")
            with VerticalScroll(classes="row-fields", can_focus=False):
                yield from self.body()
            with Horizontal(classes="dialog-buttons"):
                for name, label in self.BUTTONS:
                    yield Push(self.say(label), id=f"button-{name}")

    def on_mount(self) -> None:
        """See Textual."""
        self._focus_column()

    def on_screen_resume(self) -> None:
        """See Textual: what lay over it may have changed the row."""
        if self.is_mounted:
            self._show()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """See Textual: it scrolls to the line one types in, and the label above may be left out."""
        self.call_after_refresh(self._show_label)

    def document_changed(self, change: Change) -> None:
        """See `Dialog`."""
        self._show()

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        if button == "close":
            self.dismiss(self._at)
        else:
            self.run_worker(self.action_turn(1 if button == "next" else -1))

    def action_leave(self) -> None:
        """See `Dialog`."""
        self.dismiss(self._at)

    async def action_turn(self, way: int) -> None:
        """Show the row after (1) or before (-1)."""
        if not 0 <= self._at + way < len(self._rows):
            return
        focused = self._field
        if focused is not None:
            focused.settle()
            self._column = [one.name for one in self._table.columns].index(focused.question.name)
        self._at += way
        await self.recompose()
        self._focus_column()

    def action_undecided(self) -> None:
        """Ask for 未定 or 該当なし of the field that has the focus."""
        from rfp_builder.tui.dialogs.undecided import UndecidedDialog

        field = self._field
        if field is not None and field.question.answerable and not field.refused():
            field.settle()
            self.wizard.push_screen(UndecidedDialog(field.question, field.path))

    @property
    def _field(self) -> Field | None:
        """The field that has the focus."""
        if self.focused is None:
            return None
        return next((one for one in self.focused.ancestors_with_self if isinstance(one, Field)), None)

    def _show_label(self) -> None:
        field = self._field
        if field is not None and field.size.height <= self.query_one(".row-fields").size.height:
            field.scroll_visible(animate=False)

    def _focus_column(self) -> None:
        fields = list(self.query(Field))
        if fields:
            fields[min(self._column, len(fields) - 1)].focus()

    def _show(self) -> None:
        keys = [row_key(row) for row in self._rows]
        if self._key not in keys:
            self.dismiss(None)
            return
        self._at = keys.index(self._key)
        self.query_one(".dialog-title", Said).update(self.say(self.title_text()))
        for field in self.query(Field):
            field.show()
