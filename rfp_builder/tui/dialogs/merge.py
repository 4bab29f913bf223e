"""Several requirements in one: how it is worded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.model.localized import LONGEST, Localized
from rfp_builder.model.requirement import Requirement
from rfp_builder.text.clean import clean
from rfp_builder.tui.dialogs.dialog import CANCEL, Dialog
from rfp_builder.tui.dialogs.statement import TOO_LONG
from rfp_builder.tui.repairs.text_area import SafeTextArea
from rfp_builder.tui.widgets.said import Said
from rfp_builder.tui.widths import cut

_TITLE = Phrase("{n}件の要件を1つにまとめる", "Merge {n} requirements into one")
_HOW = Phrase(
    "まとめたあとの文を直してください。確認方法、理由、担当はつなげて残します。",
    "Write the merged text. Checks, reasons and owners are combined.",
)
_DO = Phrase("まとめる", "Merge")
_EMPTY = Phrase("要件の文を入力してください。", "Please write the requirement.")
_LINE_WIDTH = 66


class MergeDialog(Dialog[Localized]):
    """Gives the statement of the one that remains."""

    CSS_PATH = "../styles/requirement_dialogs.tcss"
    BUTTONS: ClassVar = (("merge", _DO), ("cancel", CANCEL))

    def __init__(self, ones: tuple[Requirement, ...], joined: Localized) -> None:
        super().__init__()
        self._ones, self._joined = ones, joined

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE.fill(n=len(self._ones))

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        said = [Content(cut(f"{one.item}  {one.statement.to(self.lang)}", _LINE_WIDTH)) for one in self._ones]
        yield Said(Content("\n").join(said), classes="dialog-text", id="merge-these")
        yield Said(self.say(_HOW), classes="dialog-text")
        for lang in sorted(Lang, key=lambda one: one is not self.lang):
            if self._joined.has(lang):
                yield Said(Content.styled(self.say(lang.label), "bold"))
                yield SafeTextArea(
                    self._joined.to(lang),
                    id=f"merge-{lang.value}",
                    classes="cut-lines",
                    tab_behavior="focus",
                    compact=True,
                )
        yield Said(id="merge-refused")

    def on_mount(self) -> None:
        """See Textual."""
        self.query(SafeTextArea).first().focus(scroll_visible=False)
        self.begin_at_top()

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        worded = {
            lang.value: clean(area.text).text.strip() or None
            for lang in Lang
            for area in self.query(f"#merge-{lang.value}").results(SafeTextArea)
        }
        if button != "merge":
            self.dismiss(None)
        elif any(worded.values()) and all(len(text or "") <= LONGEST for text in worded.values()):
            self.dismiss(Localized(**worded))
        else:
            refused = self.say(TOO_LONG if any(worded.values()) else _EMPTY)
            self.query_one("#merge-refused", Said).update(Content.styled(f"! {refused}", "$error"))
