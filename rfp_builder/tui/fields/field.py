"""A field of a form: one question, asked at one place of the project."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self, cast

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.css.query import NoMatches
from textual.events import Click, DescendantBlur
from textual.widget import Widget

from rfp_builder.errors import Problem
from rfp_builder.forms.questions import Question
from rfp_builder.forms.typed import as_typed, read_typed
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.tui.fields.asking import is_asked
from rfp_builder.tui.fields.label import label_line
from rfp_builder.tui.fields.note import Noted, note_under
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.document.closed import Closed, closed

if TYPE_CHECKING:
    from rfp_builder.check.finding import Finding
    from rfp_builder.forms.typed import Setting
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.document.document import Document

GONE: Final = object()
"""What stands at the path of a row that was deleted."""
_NO_ID = re.compile(r"[^a-z0-9_-]+")


class Field(VerticalGroup):
    """Label, control and, where there is something to say, a note below. The document owns the answer.

    Subclasses make the control and say what stands in it (`text`, `fill`). Every keystroke that can be read
    is written to the document; what cannot be read stays in the field and is kept beside the project.
    """

    DEFAULT_CLASSES = "field"
    # A field looks the same on every screen and dialog, so it brings its style along.
    DEFAULT_CSS = (Path(__file__).parent.parent / "styles" / "fields.tcss").read_text("utf-8")
    SCOPED_CSS = False

    def __init__(self, question: Question, path: str) -> None:
        super().__init__()
        self.question, self.path = question, path
        self._lang: Lang | None = None
        self._value: object = GONE
        """The answer that the text in the control stands for."""
        self._shown: str | None = None
        """What was put into the control, or heard from it, last."""
        self._reason: Phrase | None = None
        self._typing = False
        """Something was typed since the focus came."""
        self._before: object = None
        """The answer before that."""
        self._kept: str | None = None
        """What could not be read, when the focus came or was last elsewhere."""
        self._seen: tuple[object, ...] = ()
        """What label and note were made from last."""

    @property
    def wizard(self) -> Wizard:
        """The application."""
        return cast("Wizard", self.app)

    @property
    def document(self) -> Document:
        """Where the answer is."""
        session = self.wizard.session
        assert session is not None, "fields are shown with a project only"
        return session.document

    @property
    def lang(self) -> Lang:
        """The language of the wizard, as it was when the field was made.

        Whoever changes it gets new fields; what was typed into this one is in the language before.
        """
        return self._lang or self.wizard.lang

    @property
    def setting(self) -> Setting:
        """How answers are typed and shown now."""
        session = self.wizard.session
        assert session is not None
        return session.setting(self.lang)

    @property
    def closed(self) -> Closed | None:
        """Why the answer can no longer be changed; None while it can."""
        return closed(self.document.project, self.path)

    def refused(self) -> bool:
        """Whether the answer can no longer be changed; then it is said why."""
        why = self.closed
        if why is not None:
            self.wizard.show_problem(why)
        return why is not None

    @property
    def control_id(self) -> str:
        """Id of the control, for the focus to come back to after everything was built anew."""
        return "at-" + _NO_ID.sub("-", self.path.lower())

    @property
    def here(self) -> tuple[Question, str, Question | None]:
        """What is asked where one is, its path, and the table that it is a column of."""
        return self.question, self.path, None

    def control(self) -> Widget:
        """Make the widget that one types in."""
        raise NotImplementedError

    def text(self) -> str:
        """What stands in the control."""
        raise NotImplementedError

    def fill(self, text: str) -> None:
        """Put `text` into the control."""
        raise NotImplementedError

    def present(self) -> object:
        """The answer as it stands in the document; `GONE` where its row is no longer there."""
        try:
            return self.document.value(self.path)
        except KeyError:
            return GONE

    def put(self, value: Any) -> None:
        """Write an answer that is being typed.

        Raises:
            Problem: the document refuses it.
        """
        self.document.set(self.path, value, typing=True, beside={self.path: None})

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield Said(classes="field-label")
        yield self.control()
        note = Said(classes="field-note")
        note.display = False
        yield note

    def on_mount(self) -> None:
        """See Textual."""
        self._lang = self.wizard.lang
        self.show()

    def focus(self, scroll_visible: bool = True) -> Self:
        """Put the focus into the control."""
        for control in self.query(f"#{self.control_id}"):
            control.focus(scroll_visible)
            break
        else:
            self.call_after_refresh(self.focus, scroll_visible)
        return self

    def show(self) -> None:
        """Bring the field up to the document.

        What is being typed in it stays, unless the answer was changed elsewhere meanwhile, as by undo.
        """
        value = self.present()
        self.display = value is not GONE and is_asked(self.question, self.path, value, self.document.project)
        if not self.display:
            return
        try:
            self._bring_up(value)
            self._show_words(value)
        except NoMatches:
            # Not composed yet: mounting shows it.
            return

    def _bring_up(self, value: object) -> None:
        kept = self.document.typed(self.path)
        if self._shown is not None and value == self._value and (self._typing or kept == self._kept):
            return
        if self._typing and kept is not None:
            # Undone while typing: what was typed since is part of what is taken back.
            self._keep(self._kept)
            kept = self._kept
        self._value, self._typing, self._reason, self._kept = value, False, None, kept
        if kept is not None:
            try:
                read_typed(self.question, kept, value, self.setting)
            except Unreadable as error:
                self._reason = error.reason
        self._put_text(as_typed(self.question, value, self.setting) if kept is None else kept)

    def _put_text(self, text: str) -> None:
        if text != self._shown or text != self.text():
            before, self._shown = self._shown, text
            try:
                self.fill(text)
            except NoMatches:
                # Not composed yet: it is still to be shown.
                self._shown = before
                raise

    def heard(self) -> None:
        """The control changed: write what can be read, keep what cannot."""
        text = self.text()
        if text == self._shown:
            return
        if self.closed is not None and self._shown is not None:
            self.fill(self._shown)
            return
        if not self._typing:
            self._before = self._value
        self._shown, self._typing = text, True
        self._reason = self._read(text)
        self._show_words(self._value)
        if not self.has_focus_within:
            # Keys typed ahead may arrive after the focus has left.
            self.settle()

    def take_typed(self) -> None:
        """Take what is being typed, also the keys that were not told of yet."""
        if self._shown is not None:
            self.heard()
        self.settle()

    def settle(self) -> None:
        """The person is done with the field for now: the answer is one step, and shown as it is written."""
        if not self._typing:
            return
        self._typing = False
        if self.wizard.session is None:
            # The focus left because the project was closed; all that was heard was written.
            return
        try:
            text = self.text()
        except NoMatches:
            # The field was taken away under the focus: what was heard last is what was typed.
            text = self._shown or ""
        self._reason = self._read(text)
        if self._reason is not None:
            # It was kept key by key, for the process may end; now it is a step that undo finds.
            self._keep(self._kept)
            if self._value != self._before:
                # What could be read on the way, as the 1 of "1 or 2", was never meant as the answer.
                self._value = self._before
                self._put_back(self._before)
                self._keep(self._kept)
            self.document.set_beside(self.path, {self.path: text})
        self._kept = self.document.typed(self.path)
        self.document.settle()
        with contextlib.suppress(NoMatches):
            if self._reason is None:
                self._put_text(as_typed(self.question, self._value, self.setting))
            self._show_words(self._value)

    def _keep(self, text: str | None) -> None:
        """Have a text that cannot be read outlive the process, or none."""
        if text is None:
            self.document.drop_typed(self.path)
        else:
            self.document.keep_typed(self.path, text)

    def _put_back(self, value: object) -> None:
        # Others may have deleted the row or closed the place a moment ago: then nothing is put back.
        with contextlib.suppress(KeyError, Problem):
            self.put(value)

    def _read(self, text: str) -> Phrase | None:
        """Take `text` as the answer; returns why not, if not."""
        before = self.present()
        if before is GONE:
            return None
        try:
            value = read_typed(self.question, text, before, self.setting)
            self._value = value
            if self.document.typed(self.path) is not None:
                # What the step replaces, and undo brings back, is what was kept before all this typing.
                self._keep(self._kept)
            self.put(value)
        except Unreadable as error:
            self._value = before
            self.document.keep_typed(self.path, text)
            return error.reason
        except Problem as problem:
            self._value = before
            self.document.keep_typed(self.path, text)
            return problem.why
        except KeyError:
            # Others deleted the row while it was read.
            return None
        self._value = self.present()
        self.document.drop_typed(self.path)
        return None

    def left(self) -> None:
        """The focus went somewhere else."""
        self.settle()

    def on_click(self, event: Click) -> None:
        """See Textual: a click on the label means the field, as in every form."""
        if event.widget is not None and event.widget.has_class("field-label") and not self.has_focus_within:
            self.focus()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """See Textual."""
        self.left()

    def _show_words(self, value: object) -> None:
        final = self.closed is not None
        seen = (value, self.text(), self._reason, self._typing, self._findings(), self.lang, final)
        if seen == self._seen:
            # Every change of the document comes by here, and drawing is dear.
            return
        self._seen = seen
        self.set_class(final, "-final")
        agreed = None if not final else not self.document.project.issues
        self.query_one(".field-label", Said).update(label_line(self.question, value, self.lang, agreed))
        said, note = self._note(value), self.query_one(".field-note", Said)
        note.display = bool(said.plain)
        note.update(said)

    def _note(self, value: object) -> Content:
        noted = Noted(self.question, value, self.text(), self._reason, self._typing, self._findings())
        return note_under(noted, self.setting)

    def _findings(self) -> tuple[Finding, ...]:
        session = self.wizard.session
        return () if session is None else session.findings_at(self.path)
