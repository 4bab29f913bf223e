"""One requirement in several: a line each, cut at the ends of sentences to begin with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import TextArea

from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.model.localized import LONGEST, Localized
from rfp_builder.text.clean import clean
from rfp_builder.tui.dialogs.dialog import CANCEL, Dialog
from rfp_builder.tui.dialogs.statement import TOO_LONG
from rfp_builder.tui.repairs.text_area import SafeTextArea
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.register_editing import paired, sentences

_TITLE = Phrase("要件を分割する", "Split a requirement")
_HOW = Phrase(
    "1行が1件の要件になります。改行を入れたり消したりして、切れ目を直してください。",
    "Every line becomes a requirement. Break or join lines as needed.",
)
_DO = Phrase("分割する", "Split")
_PREVIEW = Phrase("分割後: {n}件", "After that: {n}")
_LACKING = Phrase("うち{n}件は、片方の言語しかありません。", "In one language only: {n}.")
_TOO_FEW = Phrase("2行以上に分けてください。", "Break it into two or more lines.")


class SplitDialog(Dialog[tuple[Localized, ...]]):
    """Gives the parts, two or more."""

    CSS_PATH = "../styles/requirement_dialogs.tcss"
    BUTTONS: ClassVar = (("split", _DO), ("cancel", CANCEL))

    def __init__(self, statement: Localized) -> None:
        super().__init__()
        self._statement = statement

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self.say(_HOW), classes="dialog-text")
        for lang in self._languages():
            yield Said(Content.styled(self.say(lang.label), "bold"))
            yield SafeTextArea(
                "\n".join(sentences(self._statement.to(lang))),
                id=f"split-{lang.value}",
                classes="cut-lines",
                tab_behavior="focus",
                compact=True,
            )
        yield VerticalScroll(Said(id="split-preview"), id="split-after", can_focus=False)

    def on_mount(self) -> None:
        """See Textual."""
        self.query(SafeTextArea).first().focus(scroll_visible=False)
        self.begin_at_top()
        self._show()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """See Textual."""
        event.stop()
        self._show()

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        parts = self._parts()
        if button != "split":
            self.dismiss(None)
        elif len(parts) > 1 and not self._too_long:
            self.dismiss(parts)

    def _languages(self) -> tuple[Lang, ...]:
        """Those that it is worded in, that of the wizard first."""
        return tuple(
            lang for lang in sorted(Lang, key=lambda one: one is not self.lang) if self._statement.has(lang)
        )

    @property
    def _too_long(self) -> bool:
        return any(len(line) > LONGEST for lang in Lang for line in self._lines(lang))

    def _parts(self) -> tuple[Localized, ...]:
        lines = {lang: [line[:LONGEST] for line in self._lines(lang)] for lang in Lang}
        return paired(lines[Lang.JA], lines[Lang.EN])

    def _lines(self, lang: Lang) -> tuple[str, ...]:
        for area in self.query(f"#split-{lang.value}").results(SafeTextArea):
            cleaned = (clean(line).text.strip() for line in area.text.splitlines())
            return tuple(line for line in cleaned if line)
        return ()

    def _show(self) -> None:
        parts = self._parts()
        lines = [Content.styled(self.say(_PREVIEW.fill(n=len(parts))), "bold")]
        if len(parts) < 2:
            lines.append(Content.styled(f"! {self.say(_TOO_FEW)}", "$warning"))
        if self._too_long:
            lines.append(Content.styled(f"! {self.say(TOO_LONG)}", "$warning"))
        worded = len(self._languages())
        lacking = sum(1 for one in parts if sum(map(one.has, Lang)) < worded)
        if lacking:
            lines.append(Content.styled(f"! {self.say(_LACKING.fill(n=lacking))}", "$warning"))
        for n, part in enumerate(parts, start=1):
            lines.append(Content(f"{n}. {part.to(self.lang)}"))
        self.query_one("#split-preview", Said).update(Content("\n").join(lines))
