"""The same priority, sub-criterion or owner for several requirements at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from rfp_builder.catalogue.choices import choices_of
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.choices import Priority
from rfp_builder.model.localized import LONGEST
from rfp_builder.model.project import Project
from rfp_builder.text.clean import clean
from rfp_builder.tui.dialogs.dialog import CANCEL, Dialog
from rfp_builder.tui.widgets.entries import Row
from rfp_builder.tui.widgets.long_list import LongList
from rfp_builder.tui.widgets.pick import Pick
from rfp_builder.tui.widgets.said import Said
from rfp_builder.tui.widths import cut
from rfp_builder.workspace.requirement_questions import CRITERION, OWNER, PRIORITY, criterion_choices

_TITLE = Phrase("{n}件の要件を一括変更", "Change {n} requirements")
_HOW = Phrase(
    "変えるものだけを選びます。ほかはそのままです。", "Choose what to change; everything else stays as it is."
)
_AS_IT_IS = Phrase("変えない", "no change")
_DO = Phrase("変更する", "Change")
_PRIORITY, _CRITERION = "many-priority", "many-criterion"


@dataclass(frozen=True, slots=True)
class Many:
    """What all of them get; None, or no owner, leaves them as they are."""

    priority: Priority | None
    criterion: str | None
    owner: str


class ManyDialog(Dialog[Many]):
    """Gives what to change."""

    CSS_PATH = "../styles/requirement_dialogs.tcss"
    BUTTONS: ClassVar = (("change", _DO), ("cancel", CANCEL))

    def __init__(self, project: Project, n: int) -> None:
        super().__init__()
        self._project, self._n = project, n

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE.fill(n=self._n)

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        same = ("", self.say(_AS_IT_IS))
        priorities = [(one.value, self.say(one.label)) for one in choices_of(Priority)]
        yield Said(self.say(_HOW), classes="dialog-text")
        yield Pick(self.say(PRIORITY), [same, *priorities], "", id=_PRIORITY)
        yield Said(Content.styled(self.say(CRITERION), "bold"), classes="filter-label")
        yield LongList(id=_CRITERION)
        yield Said(Content.styled(self.say(OWNER), "bold"), classes="filter-label")
        yield Input(placeholder=self.say(_AS_IT_IS), max_length=LONGEST, id="many-owner", compact=True)

    def on_mount(self) -> None:
        """See Textual."""
        choices = [("", self.say(_AS_IT_IS))]
        choices += [(one.value, self.say(one.label)) for one in criterion_choices(self._project)]
        rows = [Row(value, partial(_line, label)) for value, label in choices]
        self.query_one(LongList).set_entries(rows)
        self.query_one(f"#{_PRIORITY}").focus()

    def texts(self) -> dict[str, str]:
        """See `Dialog`: what is chosen comes along."""
        criterion = self.query_one(LongList).current
        chosen = {_PRIORITY: self.query_one(Pick).picked, _CRITERION: criterion.key if criterion else ""}
        return super().texts() | chosen

    def take_texts(self, texts: Mapping[str, str]) -> None:
        """See `Dialog`."""
        super().take_texts(texts)
        self.query_one(Pick).go(texts.get(_PRIORITY, ""))
        self.query_one(LongList).go(texts.get(_CRITERION, ""))

    def on_pick_picked(self, event: Pick.Picked) -> None:
        """See `Pick`."""
        event.stop()
        self.keep_draft()

    def on_long_list_moved(self, event: LongList.Moved) -> None:
        """See `LongList`."""
        event.stop()
        self.keep_draft()

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        if button != "change":
            self.dismiss(None)
            return
        priority = self.query_one(Pick).picked
        criterion = self.query_one(LongList).current
        owner = clean(self.query_one("#many-owner", Input).value).text.strip()
        wanted = Many(
            Priority(priority) if priority else None,
            criterion.key if criterion is not None and criterion.key else None,
            owner,
        )
        self.dismiss(None if wanted == Many(None, None, "") else wanted)


def _line(label: str, width: int) -> Content:
    return Content(cut(label, width))
