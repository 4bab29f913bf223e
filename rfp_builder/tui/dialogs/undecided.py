"""Saying instead of an answer that there is none yet, or that the question does not arise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalGroup
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from rfp_builder.errors import Problem
from rfp_builder.forms.markers import show_not_applicable, show_undecided
from rfp_builder.forms.questions import Question
from rfp_builder.forms.typed import read_typed
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.text.clean import clean
from rfp_builder.text.dates import read_date
from rfp_builder.text.show import show_date
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.tui.dialogs.dialog import CANCEL, OK, Dialog
from rfp_builder.tui.widgets.said import Said

if TYPE_CHECKING:
    from rfp_builder.workspace.document.step import Change

_TITLE = Phrase("「{label}」に今は答えられないとき", "When “{label}” cannot be answered now")
_WAY = "way"
_ANSWER, _UNDECIDED, _NOT_APPLICABLE = "answer", "undecided", "not_applicable"
_WAYS = {
    _ANSWER: Phrase("答える（入力欄に戻ります）", "Answer it (back to the field)"),
    _UNDECIDED: Phrase("未定（後で決める）", "To be decided later"),
    _NOT_APPLICABLE: Phrase("該当なし（この質問は当てはまらない）", "Not applicable here"),
}
_OWNER = Phrase("決める担当（部署や役割）", "Who decides (department or role)")
_DUE = Phrase("いつまでに（例: 2027-03-01、令和9年3月1日）", "By when (e.g. 2027-03-01)")
_REASON = Phrase("当てはまらない理由", "Why it does not apply")
_REPLACES = Phrase(
    "いまの回答は置き換わります。Ctrl+Z で元に戻せます。",
    "This replaces the current answer; Ctrl+Z brings it back.",
)
_OWNER_MISSING = Phrase("決める担当を入力してください。", "Please say who decides.")
_REASON_MISSING = Phrase("理由を入力してください。", "Please say why.")


class UndecidedDialog(Dialog[bool]):
    """Asks for one of three: an answer, 未定 with owner and date, 該当なし with the reason; and puts it in.

    True where something was put in or the person wants to answer.
    """

    CSS_PATH = "../styles/undecided.tcss"
    BUTTONS: ClassVar = (("ok", OK), ("cancel", CANCEL))

    def __init__(self, question: Question, path: str) -> None:
        super().__init__()
        self._question, self._path = question, path
        self.draft_key = f"{path}~undecided"
        self._way = _ANSWER

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE.fill(label=self._question.label)

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield OptionList(
            *(Option(Content(self.say(label)), id=way) for way, label in _WAYS.items()),
            id="ways",
            markup=False,
            compact=True,
        )
        yield VerticalGroup(
            Said(self.say(_OWNER)),
            Input(id="owner", compact=True),
            Said(self.say(_DUE)),
            Input(id="due", compact=True),
            Said(id="due-understood"),
            id="when-undecided",
        )
        yield VerticalGroup(
            Said(self.say(_REASON)), Input(id="reason", compact=True), id="when-not-applicable"
        )
        yield Said(self.say(_REPLACES), id="replaces")
        yield Said(id="refused")

    def on_mount(self) -> None:
        """See Textual."""
        present = self._present()
        way = _UNDECIDED
        if isinstance(present, Undecided):
            self.query_one("#owner", Input).value = self.say(present.owner)
            self.query_one("#due", Input).value = present.due.isoformat()
        elif isinstance(present, NotApplicable):
            way = _NOT_APPLICABLE
            self.query_one("#reason", Input).value = self.say(present.reason)
        ways = self.query_one("#ways", OptionList)
        ways.highlighted = list(_WAYS).index(way)
        ways.focus()
        self._show_way(way)

    def texts(self) -> dict[str, str]:
        """See `Dialog`: which of the three it is about comes along."""
        return super().texts() | ({} if self._way == _ANSWER else {_WAY: self._way})

    def take_texts(self, texts: Mapping[str, str]) -> None:
        """See `Dialog`."""
        super().take_texts(texts)
        way = texts.get(_WAY, "")
        if way in _WAYS:
            self.query_one("#ways", OptionList).highlighted = list(_WAYS).index(way)
            self._show_way(way)

    def document_changed(self, change: Change) -> None:
        """See `Dialog`; where others deleted the row there is nothing to ask."""
        assert self.wizard.session is not None
        try:
            self.wizard.session.document.value(self._path)
        except KeyError:
            self.dismiss(None)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """See Textual."""
        self._show_way(event.option_id or _ANSWER)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual."""
        self._show_way(event.option_id or _ANSWER)
        if self._way == _ANSWER:
            self.pressed("ok")
        else:
            self.query_one("#owner" if self._way == _UNDECIDED else "#reason").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """See Textual."""
        if event.input.id == "due":
            self.query_one("#due-understood", Said).update(self._understood(event.value))
        self.query_one("#refused", Said).update("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """See Textual."""
        if event.input.id == "owner":
            self.query_one("#due").focus()
        else:
            self.pressed("ok")

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        if button != "ok":
            self.dismiss(None)
            return
        try:
            self._put_in()
        except Unreadable as error:
            self.query_one("#refused", Said).update(Content.styled(f"! {self.say(error.reason)}", "$error"))
        except Problem as problem:
            self.query_one("#refused", Said).update(Content.styled(f"! {self.say(problem.why)}", "$error"))
        except KeyError:
            self.dismiss(None)
        else:
            self.dismiss(True)

    def _show_way(self, way: str) -> None:
        self._way = way
        self.query_one("#when-undecided").display = way == _UNDECIDED
        self.query_one("#when-not-applicable").display = way == _NOT_APPLICABLE
        answered = self._present() not in (None, ()) and not isinstance(
            self._present(), Undecided | NotApplicable
        )
        self.query_one("#replaces").display = answered and way != _ANSWER

    def _put_in(self) -> None:
        assert self.wizard.session is not None
        document, present = self.wizard.session.document, self._present()
        setting = self.wizard.session.setting(self.lang)
        if self._way == _ANSWER:
            if isinstance(present, Undecided | NotApplicable):
                document.set(self._path, None)
            return
        said = self._undecided() if self._way == _UNDECIDED else self._not_applicable()
        document.set(self._path, read_typed(self._question, said, present, setting))

    def _undecided(self) -> str:
        owner = self._typed("owner")
        if not owner:
            raise Unreadable(_OWNER_MISSING)
        return show_undecided(owner, read_date(self._typed("due")), self.lang)

    def _not_applicable(self) -> str:
        reason = self._typed("reason")
        if not reason:
            raise Unreadable(_REASON_MISSING)
        return show_not_applicable(reason, self.lang)

    def _typed(self, name: str) -> str:
        return clean(self.query_one(f"#{name}", Input).value).text.strip()

    def _understood(self, typed: str) -> Content:
        try:
            due: date = read_date(typed)
        except Unreadable:
            return Content("")
        return Content.styled(f"= {show_date(due, self.lang)}", "$success")

    def _present(self) -> object:
        assert self.wizard.session is not None
        try:
            return self.wizard.session.document.value(self._path)
        except KeyError:
            # Others have just deleted the row; `document_changed` comes in a moment.
            return None
