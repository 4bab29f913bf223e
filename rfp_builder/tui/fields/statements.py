"""The requirement statements that belong to a page, below its form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rfp_builder.catalogue.choices import choices_of
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.choices import Priority
from rfp_builder.model.requirement import Requirement
from rfp_builder.tui.widgets.said import Said

_HEADING = Phrase("この項目の要件文 {n}件", "Requirement statements here: {n}")
_HINT = Phrase(
    "Enter キーで開きます。F6 キーで、用意された文から選んで加えられます。",
    "Enter opens one. F6 lists ready-made statements.",
)
_NONE = Phrase(
    "要件文はまだありません。F6 キーで、用意された文から選んで加えられます。",
    "None yet. F6 lists ready-made statements.",
)
_ADD = Phrase("+ 自分で要件文を書く", "+ Write a statement of your own")
_WITHHELD = Phrase("非開示", "withheld")
_ADD_ID = "add"


class Statements(VerticalGroup):
    """Lists the statements; the last line adds one."""

    class Opened(Message):
        """The person wants to see a statement."""

        def __init__(self, requirement: str) -> None:
            super().__init__()
            self.requirement = requirement

    class Wanted(Message):
        """The person wants to write a new one."""

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield Said(classes="statements-heading")
        yield Said(classes="statements-hint")
        yield OptionList(markup=False, compact=True)

    def show(self, requirements: Sequence[Requirement], lang: Lang) -> None:
        """List `requirements` of one item."""
        self.query_one(".statements-heading", Said).update(_HEADING.fill(n=len(requirements)).to(lang))
        self.query_one(".statements-hint", Said).update((_HINT if requirements else _NONE).to(lang))
        listed = self.query_one(OptionList)
        marked = listed.highlighted
        options = [Option(_line(one, lang), id=f"r:{one.id}") for one in requirements]
        listed.set_options([*options, Option(Content(_ADD.to(lang)), id=_ADD_ID)])
        listed.highlighted = None if marked is None else min(marked, len(options))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual."""
        event.stop()
        chosen = cast("str", event.option_id)
        self.post_message(self.Wanted() if chosen == _ADD_ID else self.Opened(chosen.removeprefix("r:")))


def _line(one: Requirement, lang: Lang) -> Content:
    said = " ".join(one.statement.to(lang).split())
    withheld = f", {_WITHHELD.to(lang)}" if one.withholding is not None else ""
    priority = next(choice.label.to(lang) for choice in choices_of(Priority) if choice.value == one.priority)
    return Content.assemble(Content.styled(f"[{priority}{withheld}] ", "$primary"), said)
