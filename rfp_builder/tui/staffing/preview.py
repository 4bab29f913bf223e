"""What is about to be done, to be read through first: lines that scroll, and a choice to do it or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.dialogs.dialog import CANCEL, CLOSE, Dialog
from rfp_builder.tui.widgets.said import Said


class Preview(Dialog[bool]):
    """True if the person goes on. Without `do_it` there is nothing to go on with."""

    CSS_PATH = "../styles/staffing_form.tcss"

    def __init__(
        self, heading: Phrase, lead: Phrase, lines: Sequence[str | Content], do_it: Phrase | None
    ) -> None:
        super().__init__()
        self._heading, self._lead, self._lines, self._do_it = heading, lead, tuple(lines), do_it

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return self._heading

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self.say(self._lead), classes="dialog-text dim")
        lines = (Content(one) if isinstance(one, str) else one for one in self._lines)
        yield Said(Content("\n").join(lines), classes="preview-lines")

    def buttons(self) -> tuple[tuple[str, Phrase], ...]:
        """See `Dialog`."""
        return (("close", CLOSE),) if self._do_it is None else (("do", self._do_it), ("cancel", CANCEL))

    def on_mount(self) -> None:
        """See Textual: the way on has the focus, as there is a way back; the arrows scroll."""
        self.add_class("preview")
        self.query_one("#button-do" if self._do_it is not None else "#button-close").focus()
        for body in self.query(".dialog-body").results(VerticalScroll):
            body.scroll_home(animate=False)

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        self.dismiss(button == "do")
