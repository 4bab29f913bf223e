"""Both sides changed the same place: whose value stands. Nothing is lost: ours is kept in a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.widget import Widget

from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.dialogs.dialog import Dialog
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.document.labels import label_of
from rfp_builder.workspace.document.merge import Clash
from rfp_builder.workspace.document.sides import differences

if TYPE_CHECKING:
    from rfp_builder.workspace.document.step import Change

_TITLE = Phrase(
    "ほかで同じ箇所が変更されました（残り {n}件）", "The same place was changed elsewhere ({n} to settle)"
)
_MINE = Phrase("こちらの内容: {text}", "Here:      {text}")
_THEIRS = Phrase("ほかの内容　: {text}", "Elsewhere: {text}")
_TAKE_MINE = Phrase("こちらを使う", "Use mine")
_TAKE_THEIRS = Phrase("ほかの内容を使う", "Use theirs")
_REFUSED = Phrase(
    "! こちらの内容は、もう入れられません。{why}", "! This side cannot be put in any more. {why}"
)
_GONE = Phrase("その行はほかで削除されました。", "The row was deleted elsewhere.")
_EMPTY = Phrase("（空欄）", "(empty)")
_MORE = Phrase("ほかに {n}か所が違います。", "{n} more places differ.")
_HOW = Phrase("Tab キーでボタンへ移り、Enter キーで決めます。", "Tab leads to the buttons, Enter chooses.")


class Clashes(Dialog[None]):
    """Goes through the clashes one by one; Escape leaves the rest open.

    It comes while somebody types: no button has the focus until they say so, or the Enter meant for their
    text would choose.
    """

    AUTO_FOCUS: ClassVar = ""
    BUTTONS = (("theirs", _TAKE_THEIRS), ("mine", _TAKE_MINE))

    @property
    def left(self) -> tuple[Clash, ...]:
        """What nobody has chosen about yet."""
        session = self.wizard.session
        return () if session is None else session.document.clashes

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE.fill(n=len(self.left))

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(id="clash-place", classes="dialog-text")
        yield Said(id="clash-mine", classes="dialog-text")
        yield Said(id="clash-theirs", classes="dialog-text")
        yield Said(id="clash-more", classes="dialog-text")
        yield Said(id="clash-refused", classes="dialog-warning")
        yield Said(self.say(_HOW), classes="dim")

    def on_mount(self) -> None:
        """See Textual."""
        self._show()

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        session = self.wizard.session
        if session is None or not self.left:
            self._show()
            return
        choice: Literal["mine", "theirs"] = "mine" if button == "mine" else "theirs"
        try:
            session.document.resolve({self.left[0].path: choice})
        except Problem as problem:
            self._refuse(problem.why)
        except KeyError:
            self._refuse(_GONE)
        else:
            self._show()

    def document_changed(self, change: Change) -> None:
        """See `Dialog`: others, or an undo, may have settled it."""
        if self.left:
            self._show()

    def _refuse(self, why: Phrase) -> None:
        self.query_one("#clash-refused", Said).update(self.say(_REFUSED.fill(why=why)))
        self.query_one("#button-theirs").focus()

    def _show(self) -> None:
        session = self.wizard.session
        if session is None or not self.left:
            self.dismiss(None)
            return
        clash = self.left[0]
        self.query_one("#clash-refused", Said).update("")
        self.query_one(".dialog-title", Said).update(self.say(self.title_text()))
        first, *others = differences(clash)
        place = first.named(label_of(session.project, first.path), self.lang)
        self.query_one("#clash-place", Said).update(self.say(place))
        mine, theirs = first.words(self.lang)
        for name, phrase, words in (("mine", _MINE, mine), ("theirs", _THEIRS, theirs)):
            text = words or self.say(_EMPTY)
            self.query_one(f"#clash-{name}", Said).update(self.say(phrase.fill(text=text)))
        more = self.query_one("#clash-more", Said)
        more.display = bool(others)
        more.update(self.say(_MORE.fill(n=len(others))))
