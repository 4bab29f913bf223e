"""Ready requirement statements to pick from: those of one item, found by what they say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList
from textual.widgets.option_list import Option

from rfp_builder.catalogue.choices import choices_of
from rfp_builder.catalogue.requirements import ReadyRequirement
from rfp_builder.forms.ready import ReadyStatement
from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.model.choices import Priority
from rfp_builder.text.fold import fold
from rfp_builder.tui.dialogs.dialog import CANCEL, Dialog
from rfp_builder.tui.widgets.said import Said

_TITLE = Phrase("{page}のために用意された要件文", "Ready requirement statements for {page}")
_HOW = Phrase(
    "Space キーで選び、「加える」で要件台帳に入れます。v が付いたものは台帳にあります。",
    "Space selects, “Add” adds them to the register. v: already in the register.",
)
_SEARCH = Phrase("言葉で絞り込む", "Narrow down by words")
_WITHHOLDABLE = Phrase("、非開示可", ", may be withheld")
_ADD = Phrase("加える（{n}件）", "Add ({n})")
_NOTHING = Phrase("当てはまる文がありません。", "No statement matches.")
_TAKEN, _PICKED, _FREE = "v", "*", " "


class ReadyDialog(Dialog[tuple[ReadyRequirement, ...]]):
    """Gives what was picked; what the register has already is shown and cannot be picked again."""

    CSS_PATH = "../styles/ready.tcss"
    BUTTONS: ClassVar = (("add", _ADD.fill(n=0)), ("cancel", CANCEL))
    BINDINGS: ClassVar = [
        Binding("down", "to_list", show=False),
        Binding("space,insert", "pick", show=False),
        Binding("ideographic_space", "pick", show=False),
    ]

    def __init__(self, page: Speakable, ready: tuple[ReadyStatement, ...]) -> None:
        super().__init__()
        self._page, self._ready = page, ready
        self._taken = frozenset(one.ready.key for one in ready if one.taken)
        self._picked: frozenset[str] = frozenset()

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE.fill(page=self._page)

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self.say(_HOW), classes="dialog-text")
        yield Input(id="ready-search", placeholder=self.say(_SEARCH), compact=True, select_on_focus=False)
        yield OptionList(id="ready", markup=False, compact=True)

    def on_mount(self) -> None:
        """See Textual."""
        self._show()
        free = (at for at, one in enumerate(self._ready) if not one.taken)
        self.query_one("#ready", OptionList).highlighted = next(free, 0) if self._ready else None
        self.query_one("#ready").focus()

    def on_key(self, event: Key) -> None:
        """See Textual: what is typed on the list narrows it down."""
        typed = event.character or ""
        if event.is_printable and typed.strip() and self.query_one("#ready").has_focus:
            search = self.query_one("#ready-search", Input)
            search.focus()
            search.insert_text_at_cursor(typed)

    def on_input_changed(self, event: Input.Changed) -> None:
        """See Textual."""
        event.stop()
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """See Textual."""
        self.action_to_list()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual."""
        if event.option_id is not None:
            self._toggle(event.option_id)

    def action_to_list(self) -> None:
        """From the search to what it found."""
        self.query_one("#ready").focus()

    def action_pick(self) -> None:
        """Pick the marked statement, or leave it."""
        listed = self.query_one("#ready", OptionList)
        marked = listed.highlighted_option
        if listed.has_focus and marked is not None and marked.id is not None:
            self._toggle(marked.id)

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        picked = tuple(one.ready for one in self._ready if one.ready.key in self._picked)
        self.dismiss(picked if button == "add" and picked else None)

    def _toggle(self, key: str) -> None:
        if key not in self._taken:
            self._picked = self._picked ^ {key}
            self._show()

    def _show(self) -> None:
        wanted = fold(self.query_one("#ready-search", Input).value).split()
        listed = self.query_one("#ready", OptionList)
        marked = listed.highlighted
        found = [one.ready for one in self._ready if _says(one.ready, wanted)]
        listed.set_options(Option(self._line(one), id=one.key) for one in found)
        if not found:
            listed.add_option(Option(Content(self.say(_NOTHING)), disabled=True))
        listed.highlighted = min(marked or 0, len(found) - 1) if found else None
        self.query_one("#button-add", Button).label = Content(self.say(_ADD.fill(n=len(self._picked))))

    def _line(self, one: ReadyRequirement) -> Content:
        sign = _TAKEN if one.key in self._taken else _PICKED if one.key in self._picked else _FREE
        priority = next(choice.label for choice in choices_of(Priority) if choice.value == one.priority)
        kind = self.say(priority) + (self.say(_WITHHOLDABLE) if one.withholdable else "")
        line = Content(f"{sign} [{kind}] {self.say(one.statement)}")
        if one.key in self._taken:
            return line.stylize("$text-muted")
        return line.stylize("bold") if one.key in self._picked else line


def _says(one: ReadyRequirement, words: list[str]) -> bool:
    said = fold(" ".join(one.statement.to(lang) for lang in Lang))
    return all(word in said for word in words)
