"""Panes that hold a list: what there is to choose from, and what Enter does with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from rfp_builder.tui.documents.pane import Pane
from rfp_builder.tui.widgets.long_list import Entry, LongList
from rfp_builder.tui.widgets.push import Push
from rfp_builder.tui.widgets.said import Said
from rfp_builder.tui.widths import cut, lines_of


@dataclass(frozen=True, slots=True)
class Lines:
    """An entry of several lines, each cut to the width."""

    key: str
    said: tuple[Content, ...]
    stop: bool = True

    def height(self, width: int) -> int:
        """See `Entry`."""
        return len(self.said)

    def lines(self, width: int) -> Sequence[Content]:
        """See `Entry`."""
        return self.said


def note(key: str, text: str, style: str = "$text-muted", width: int = 76) -> Lines:
    """A text that the cursor passes over, broken into lines."""
    return Lines(key, tuple(Content.styled(one, style) for one in lines_of(text, width)), stop=False)


def title(text: str) -> Lines:
    """What stands above several entries, with a line of space before it."""
    return Lines(f"title {text}", (Content(""), Content.styled(cut(text, 76), "bold $primary")), stop=False)


class ListPane(Pane):
    """A pane whose view is a list. `entries` fill it; `chosen` hears of Enter and of a double click."""

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield Said(self.say(self.LEAD), classes="pane-lead")
        if self.DOES:
            with Horizontal(classes="pane-buttons"):
                for one in self.DOES:
                    yield Push(self.say(one.label), id=f"do-{one.id()}")
        yield Said(classes="pane-view")
        yield LongList(id=f"list-{self.id}", one_click=True)

    @property
    def listed(self) -> LongList:
        """The list."""
        return self.query_one(LongList)

    def show(self) -> None:
        """See `Pane`."""
        super().show()
        view = self.query_one(".pane-view", Said)
        view.display = bool(self.view().plain)
        entries = tuple(self.entries())
        appears = bool(entries) and not self.listed.display
        self.listed.display = bool(entries)
        self.listed.set_entries(entries)
        self.can_focus = False
        if appears and self.display:
            # It was worked out meanwhile; the work goes on in it.
            self.listed.focus()

    def take_focus(self) -> None:
        """See `Pane`: into the list, if there is something in it."""
        if self.listed.display:
            self.listed.focus()
        else:
            super().take_focus()

    def on_resize(self) -> None:
        """See Textual: lines are cut anew."""
        if self.display and self.is_mounted and self.screen.is_mounted:
            self.listed.set_entries(tuple(self.entries()))

    def entries(self) -> Sequence[Entry]:
        """What is listed."""
        raise NotImplementedError

    def view(self) -> Content:
        """See `Pane`: what is said above the list."""
        return Content("")

    def chosen(self, key: str) -> None:
        """Somebody chose the entry with that key."""
        raise NotImplementedError

    def on_long_list_chosen(self, event: LongList.Chosen) -> None:
        """See `LongList`."""
        event.stop()
        self.chosen(event.entry.key)
