"""A few fields that make one setting: typed, read together, and said beside the field what cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import Staffing
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.tui.dialogs.dialog import CANCEL, Dialog
from rfp_builder.tui.expected import problem_of
from rfp_builder.tui.widgets.pick import Pick
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.staffing.misread import Misread

_DO = Phrase("設定する", "Set")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Line:
    """A field of one line. `hint` says how it is written."""

    name: str
    label: Phrase
    text: str
    hint: Phrase = field(default_factory=lambda: Phrase("", ""))


@dataclass(frozen=True, slots=True)
class Choice:
    """A field with a few choices, of which one is picked."""

    name: str
    label: Phrase
    choices: Sequence[tuple[str, Phrase]]
    picked: str


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked, how it is read, and what its third button does, where there is one."""

    heading: Speakable
    lead: Phrase
    fields: tuple[Line | Choice, ...]
    read: Callable[[Project, Mapping[str, str]], Staffing]
    """From the project as it then is and texts by field; raises `Unreadable`, `Misread`, or `KeyError`."""
    drop: Phrase | None = None
    dropped: Callable[[Project], Staffing] | None = None
    """From the project as it then is; raises `KeyError`."""


class SettingForm(Dialog[Staffing]):
    """Gives the settings with what was typed. What cannot be read stays in its field, with the reason."""

    CSS_PATH = "../styles/staffing_form.tcss"
    DEFAULT_CLASSES: ClassVar = "setting-form"

    def __init__(self, form: Form, key: str) -> None:
        """`key` is what the form is about: what is typed is kept for that alone."""
        super().__init__()
        self._form = form
        self.draft_key = f"~staffing {key}"

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return self._form.heading

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        if self.say(self._form.lead):
            yield Said(self.say(self._form.lead), classes="dialog-text dim")
        for one in self._form.fields:
            if isinstance(one, Choice):
                choices = [(value, self.say(label)) for value, label in one.choices]
                yield Pick(self.say(one.label), choices, one.picked, id=f"set-{one.name}")
                continue
            hint = self.say(one.hint)
            label = Content.styled(self.say(one.label), "bold")
            yield Said(Content.assemble(label, Content.styled(f"  {hint}", "$text-muted")) if hint else label)
            yield Input(one.text, id=f"set-{one.name}", max_length=_LONGEST, classes="setting-line")
            yield Said(id=f"why-{one.name}", classes="dialog-warning")

    def buttons(self) -> tuple[tuple[str, Phrase], ...]:
        """See `Dialog`."""
        drop = (("drop", self._form.drop),) if self._form.drop is not None else ()
        return (("set", _DO), *drop, ("cancel", CANCEL))

    def on_mount(self) -> None:
        """See Textual."""
        for why in self.query(".dialog-warning"):
            why.display = False
        self.query_one(f"#set-{self._form.fields[0].name}").focus()
        self.begin_at_top()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """See Textual: Enter goes on to the next line, and from the last takes them all."""
        event.stop()
        lines = list(self.query(Input))
        at = lines.index(event.input)
        if at + 1 < len(lines):
            lines[at + 1].focus()
        else:
            self.pressed("set")

    def on_pick_picked(self, event: Pick.Picked) -> None:
        """See `Pick`."""
        event.stop()

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        dropped = self._form.dropped
        if button == "drop" and dropped is not None:
            self._give(dropped)
        elif button == "set":
            self._give(lambda project: self._form.read(project, self._typed()))
        else:
            self.dismiss(None)

    def _typed(self) -> dict[str, str]:
        return {
            one.name: self.query_one(f"#set-{one.name}", Pick).picked
            if isinstance(one, Choice)
            else self.query_one(f"#set-{one.name}", Input).value
            for one in self._form.fields
        }

    def _give(self, make: Callable[[Project], Staffing]) -> None:
        session = self.wizard.session
        assert session is not None, "settings belong to a project"
        try:
            made = make(session.project)
        except Misread as problem:
            self._say(problem.field, problem.reason)
        except Unreadable as problem:
            self._say(self._form.fields[0].name, problem.reason)
        except (Problem, KeyError) as problem:
            self.dismiss(None)
            self.wizard.show_problem(problem_of(problem))
        else:
            self.dismiss(made)

    def _say(self, name: str, reason: Phrase) -> None:
        for why in self.query(".dialog-warning").results(Said):
            why.display = why.id == f"why-{name}"
            why.update(f"! {self.say(reason)}" if why.display else "")
        self.query_one(f"#set-{name}").focus()
