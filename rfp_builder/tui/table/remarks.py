"""What of a pasted or imported block could not be read: all of it is shown, nothing is dropped silently."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from rfp_builder.forms.rows import BlockRemark
from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.tui.dialogs.dialog import Dialog
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.import_preview import alike, lines_said, remark_line

_TITLE = Phrase("読み取れなかったところがあります", "Some of it could not be read")
_LEAD = Phrase(
    "{n}行を取り込みました。次のところを確かめてください。読み取れなかった文字は ! を付けてセルに残したので、"
    "そこで直せます。",
    "{n} rows were read. Look at these. What could not be read stays in its cell, marked !, to be corrected "
    "there.",
)
_BEGUN = Phrase(
    "{lines}: 「{columns}」がまだないため、入力の途中の行として表に残しました。",
    "{lines}: {columns} is not there yet; what is begun stands in the table.",
)


def remark_lines(remarks: Sequence[BlockRemark], lang: Lang, *, begun: bool = False) -> Content:
    """One line for all remarks alike. `begun`: rows that lack what they need stand in the table, too."""
    return Content("\n").join([Content(f"! {_line(*one, begun).to(lang)}") for one in alike(remarks)])


def _line(one: BlockRemark, rows: tuple[int, ...], begun: bool) -> Phrase:
    if begun and one.lacking is not None:
        return _BEGUN.fill(lines=lines_said(rows), columns=one.lacking)
    return remark_line(one, rows)


class RemarksDialog(Dialog[None]):
    """Shows the remarks after the rest has been taken."""

    def __init__(self, remarks: Sequence[BlockRemark], taken: int) -> None:
        super().__init__()
        self._remarks, self._taken = remarks, taken

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self.say(_LEAD.fill(n=self._taken)), classes="dialog-text")
        yield Said(remark_lines(self._remarks, self.lang, begun=True), classes="dialog-text")
