"""The filter of the register as a form; the words for it stand in the filter line afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from rfp_builder.catalogue.choices import choices_of
from rfp_builder.catalogue.sections import sections
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.choices import Disclosure, Priority
from rfp_builder.tui.dialogs.dialog import CANCEL, Dialog
from rfp_builder.tui.widgets.pick import Pick
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.register_filter import RegisterFilter

_TITLE = Phrase("要件を絞り込む", "Filter the requirements")
_HOW = Phrase(
    "左右の矢印キーで選び、上下か Tab で次の行へ移ります。",
    "Left and right choose; up, down or Tab move between lines.",
)
_ALL = Phrase("すべて", "all")
_SECTION = Phrase("章", "Section")
_PRIORITY = Phrase("優先度", "Priority")
_DISCLOSURE = Phrase("開示", "Disclosure")
_FINDINGS = Phrase("指摘", "Findings")
_WITH = Phrase("指摘のある要件だけ", "only with findings")
_TEXT = Phrase("含む言葉", "Words in it")
_DO = Phrase("絞り込む", "Filter")
_CLEAR = Phrase("絞り込みを消す", "Clear")


class FilterDialog(Dialog[RegisterFilter]):
    """Gives the filter that was chosen."""

    CSS_PATH = "../styles/requirement_dialogs.tcss"
    BUTTONS: ClassVar = (("do", _DO), ("clear", _CLEAR), ("cancel", CANCEL))

    def __init__(self, present: RegisterFilter) -> None:
        super().__init__()
        self._present = present

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        one = self._present
        parts = {str(part.number): f"{part.number} {self.say(part.title)}" for part in sections()}
        section = one.section or (int(one.item[0]) if one.item else None)
        yield Said(self.say(_HOW), classes="dialog-text")
        yield self._pick("section", _SECTION, [(one, one) for one in parts], str(section or ""), parts)
        yield self._pick("priority", _PRIORITY, self._named(Priority), one.priority)
        yield self._pick("disclosure", _DISCLOSURE, self._named(Disclosure), one.disclosure)
        yield self._pick("findings", _FINDINGS, [("yes", self.say(_WITH))], "yes" if one.findings else "")
        yield Said(Content.styled(self.say(_TEXT), "bold"), classes="filter-label")
        yield Input(value=RegisterFilter(texts=one.texts).typed(self.lang), id="filter-text", compact=True)

    def on_mount(self) -> None:
        """See Textual."""
        self.query(Pick).first().focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """See Textual."""
        event.stop()
        self.pressed("do")

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        if button == "do":
            self.dismiss(self._chosen())
        else:
            self.dismiss(RegisterFilter() if button == "clear" else None)

    def _chosen(self) -> RegisterFilter:
        picked = {name: self.query_one(f"#filter-{name}", Pick).picked for name in _NAMES}
        section = int(picked["section"]) if picked["section"] else None
        before = self._present
        item = before.item if before.item and section == int(before.item[0]) else None
        return RegisterFilter(
            section=None if item else section,
            item=item,
            priority=Priority(picked["priority"]) if picked["priority"] else None,
            disclosure=Disclosure(picked["disclosure"]) if picked["disclosure"] else None,
            findings=bool(picked["findings"]),
            texts=RegisterFilter.read(self.query_one("#filter-text", Input).value).texts,
        )

    def _named(self, kind: type[Enum]) -> Sequence[tuple[str, str]]:
        return [(choice.value, self.say(choice.label)) for choice in choices_of(kind)]

    def _pick(
        self,
        name: str,
        label: Phrase,
        choices: Sequence[tuple[str, str]],
        picked: str | None,
        full: Mapping[str, str] | None = None,
    ) -> Pick:
        everything = ("", self.say(_ALL))
        return Pick(self.say(label), [everything, *choices], picked or "", id=f"filter-{name}", full=full)


_NAMES = ("section", "priority", "disclosure", "findings")
