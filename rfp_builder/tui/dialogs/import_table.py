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
from rfp_builder.workspace.table_import import Understood

Taking: TypeAlias = Literal["add", "replace"]

_TITLE = Phrase("「{label}」への取り込み", "Rows for “{label}”")
_IN_SHEET = Phrase("シート「{sheet}」に{n}行あります。", "Sheet “{sheet}” has {n} rows.")
_IN_FILE = Phrase("ファイルに{n}行あります。", "The file has {n} rows.")
_IN_ORDER = Phrase(
    "見出しの行が見つからないため、左の列から順に読み取りました。",
    "No heading row was found; columns were read from left to right.",
)
_READ_AS = Phrase("{heading}  ->  {column}", "{heading}  ->  {column}")
_NOT_READ = Phrase("{heading}  ->  読み込みません", "{heading}  ->  not read")
_LACKING = Phrase("ファイルにない列: {columns}", "Columns not in the file: {columns}")
_NOTHING = Phrase("取り込める行がありません。", "There are no rows to import.")
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
        said = _IN_SHEET if found.sheet else _IN_FILE
        yield Said(self.say(said.fill(sheet=found.sheet, n=len(found.block.rows))), classes="dialog-text")
        yield Said(self._columns(), classes="dialog-text")
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

    def _columns(self) -> Content:
        found = self._understood
        if not found.block.rows:
            return Content.styled(self.say(_NOTHING), "$warning")
        if not found.headings:
            return Content(self.say(_IN_ORDER))
        lines = [self._column(heading, column) for heading, column in found.headings]
        there = {column.name for _, column in found.headings if column is not None}
        lacking = [one.label for one in self._table.columns if one.name not in there]
        if lacking:
            named = Phrase("、".join(one.ja for one in lacking), ", ".join(one.en for one in lacking))
            lines.append(Content.styled(self.say(_LACKING.fill(columns=named)), "$text-muted"))
        return Content("\n").join(lines)

    def _column(self, heading: str, column: Question | None) -> Content:
        if column is None:
            return Content.styled(f"! {self.say(_NOT_READ.fill(heading=heading))}", "$warning")
        return Content(f"  {self.say(_READ_AS.fill(heading=heading, column=column.label))}")
