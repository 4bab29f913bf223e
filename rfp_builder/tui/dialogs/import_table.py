"""Before rows of a file join a table: how its columns were understood, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal, TypeAlias

from textual.content import Content
from textual.widget import Widget

from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.dialogs.dialog import CANCEL, Dialog
from rfp_builder.tui.table.remarks import remark_lines
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.import_preview import PreviewLine, Weight, columns_read, counted
from rfp_builder.workspace.table_import import Understood

Taking: TypeAlias = Literal["add", "replace"]

_TITLE = Phrase("「{label}」への取り込み", "Rows for “{label}”")
_ADD = Phrase("表に追加", "Add")
_REPLACE = Phrase("いまの行と入れ替え", "Replace the rows")


class ImportTable(Dialog[Taking]):
    """Says whether the rows are added to the table or take the place of those that are there."""

    BUTTONS: ClassVar = (("add", _ADD), ("replace", _REPLACE), ("cancel", CANCEL))

    def __init__(self, table: Question, understood: Understood) -> None:
        super().__init__()
        self._table, self._understood = table, understood

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE.fill(label=self._table.label)

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        found = self._understood
        yield Said(self.say(counted(found)), classes="dialog-text")
        lines = map(self._line, columns_read(self._table, found))
        yield Said(Content("\n").join(lines), classes="dialog-text")
        if found.block.remarks:
            yield Said(remark_lines(found.block.remarks, self.lang), classes="dialog-text")

    def on_mount(self) -> None:
        """See Textual."""
        for name in ("add", "replace"):
            self.query_one(f"#button-{name}").disabled = not self._understood.block.rows
        self.query_one("#button-add" if self._understood.block.rows else "#button-cancel").focus()

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        match button:
            case "add":
                self.dismiss("add")
            case "replace":
                self.dismiss("replace")
            case _:
                self.dismiss(None)

    def _line(self, line: PreviewLine) -> Content:
        said = self.say(line.text)
        match line.weight:
            case Weight.WARNS:
                return Content.styled(f"! {said}", "$warning")
            case Weight.ASIDE:
                return Content.styled(said, "$text-muted")
        return Content(f"  {said}")
