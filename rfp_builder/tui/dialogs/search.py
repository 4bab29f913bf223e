"""F3: type a few letters, and what holds them is listed; Enter goes there."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.dialogs.dialog import Dialog
from rfp_builder.tui.widgets.long_list import LongList
from rfp_builder.tui.widgets.said import Said
from rfp_builder.tui.widths import cut

if TYPE_CHECKING:
    from rfp_builder.i18n import Lang
    from rfp_builder.workspace.searching import Hit, Index

_TITLE = Phrase("検索", "Search")
_WHAT = Phrase("探す言葉", "What to look for")
_START = Phrase(
    "項目名、回答、要件、評価基準から探します。言葉を空けて並べると、すべてを含むものが出ます。",
    "Searches labels, answers, requirements and criteria for all the words you type.",
)
_WAIT = Phrase("準備しています...", "Loading...")
_FOUND = Phrase(
    "{n}件。上下の矢印キーで選び、Enter で移ります。",
    "{n} found. Choose with the arrow keys; Enter goes there.",
)
_MANY = Phrase(
    "{n}件以上。言葉を足すと絞り込めます。Enter で移ります。",
    "{n} or more found. Add a word to narrow it down; Enter goes there.",
)
_NONE = Phrase(
    "「{text}」は見つかりませんでした。短い言葉や別の言い方でお試しください。",
    "No match for “{text}”. Try a shorter or different word.",
)


@dataclass(frozen=True, slots=True)
class _Found:
    """Where it was found, and below it the excerpt."""

    key: str
    hit: Hit
    lang: Lang
    stop: bool = True

    def height(self, width: int) -> int:
        """See `Entry`."""
        return 2

    def lines(self, width: int) -> Sequence[Content]:
        """See `Entry`."""
        hit, excerpt = self.hit, cut(self.hit.excerpt, width - 2)
        line = Content(f"  {excerpt}")
        seen = min(hit.end, len(excerpt))
        if hit.start < seen:
            line = line.stylize("bold underline", hit.start + 2, seen + 2)
        return (Content.styled(cut(hit.place.to(self.lang), width), "$primary"), line)


class SearchDialog(Dialog[None]):
    """Leads to what was chosen."""

    CSS_PATH = "../styles/search.tcss"
    BINDINGS: ClassVar = [
        Binding("down", "list('move', 1)", show=False, priority=True),
        Binding("up", "list('move', -1)", show=False, priority=True),
        Binding("pagedown", "list('page', 1)", show=False, priority=True),
        Binding("pageup", "list('page', -1)", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._index: Index | None = None

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Input(placeholder=self.say(_WHAT), id="search-text", compact=True)
        yield Said(self.say(_START), id="search-said")
        yield LongList(id="search-hits", one_click=True)

    def compose(self) -> ComposeResult:
        """See Textual: the list takes the room that buttons would."""
        with Vertical(classes="dialog", id="search"):
            yield Said(self.say(_TITLE), classes="dialog-title")
            yield from self.body()

    def on_mount(self) -> None:
        """See Textual."""
        self.query_one(Input).focus()
        self.run_worker(self._prepare, thread=True, exit_on_error=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """See Textual."""
        event.stop()
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """See Textual."""
        event.stop()
        self.query_one(LongList).action_choose()

    def on_long_list_chosen(self, event: LongList.Chosen) -> None:
        """Go where it was found."""
        from rfp_builder.tui.road import go

        event.stop()
        assert isinstance(event.entry, _Found)
        wizard, path = self.wizard, event.entry.hit.path
        self.dismiss(None)
        go(wizard, path)

    def action_list(self, what: str, way: int) -> None:
        """Move in the list while the focus, and with it the IME, stays in the line."""
        hits = self.query_one(LongList)
        hits.action_page(way) if what == "page" else hits.action_move(way)

    def _prepare(self) -> None:
        from rfp_builder.workspace.searching import Index

        session = self.wizard.session
        assert session is not None
        index = Index(session.project)
        # The dialog may have been left meanwhile.
        with contextlib.suppress(RuntimeError):
            self.wizard.call_from_thread(self._ready, index)

    def _ready(self, index: Index) -> None:
        self._index = index
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        text = self.query_one(Input).value
        said, hits = self.query_one("#search-said", Said), self.query_one(LongList)
        if not text.strip() or self._index is None:
            said.update(self.say(_WAIT if text.strip() else _START))
            hits.set_entries(())
            return
        from rfp_builder.workspace.searching import MOST

        found = self._index.search(text, self.lang)
        hits.set_entries([_Found(f"{n} {hit.path}", hit, self.lang) for n, hit in enumerate(found)])
        if hits.entries:
            hits.stand(0)
        if found:
            said.update(self.say((_MANY if len(found) == MOST else _FOUND).fill(n=len(found))))
        else:
            said.update(self.say(_NONE.fill(text=cut(text.strip(), 40))))
