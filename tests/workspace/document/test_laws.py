"""Whatever is done in whatever order: the document is what a simple replay says, and so is the disk."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.document.paths import with_value
from rfp_builder.workspace.document.saving import SaveState
from rfp_builder.workspace.document.step import Change
from rfp_builder.workspace.workspace import Workspace

_NUMBERS = st.integers(0, 3)
_MINE = ("operations.planning.published_days_before", "operations.escalation.harassment_max_rounds")
_THEIRS = ("ict.security.log_retention_days", "additional.change.answer_days")
_KEYS = st.sampled_from("abcdef")


def _row(key: str, n: int = 0) -> Requirement:
    return Requirement(id=key, item="2.2", statement=Localized(ja=f"{n}件"))


class Documents(RuleBasedStateMachine):
    """One document, somebody else who edits other places, and the simplest thing that could be right.

    The model keeps my edits as whole projects with theirs taken out; what others did lies over all of them.
    """

    @initialize(rows=st.lists(_KEYS, unique=True, max_size=4))
    def begin(self, rows: list[str]) -> None:
        self.home = tempfile.TemporaryDirectory()
        workspace = Workspace.create(Path(self.home.name) / "centre")
        register = tuple(_row(key) for key in rows)
        workspace.save(workspace.project.replace(requirements=register), "edited")
        self.document = Document(workspace)
        self.past: list[Project] = []
        self.present = workspace.project.replace(revision=0)
        self.future: list[Project] = []
        self.start = self.present
        self.outside: dict[str, int] = {}
        self.on_disk: dict[str, int] = {}
        self.typing: str | None = None
        self.document.subscribe(self._hears)

    def _hears(self, change: Change) -> None:
        if change.origin == "outside":
            self.typing = None

    def teardown(self) -> None:
        if hasattr(self, "home"):
            self.home.cleanup()

    def _stepped(self, after: Project, path: str, *, typing: bool = False) -> None:
        if after == self.present:
            return
        self.future.clear()
        if typing and self.typing == path and self.past:
            if self.past[-1] == after:
                self.past.pop()
                typing = False
        else:
            self.past.append(self.present)
        self.present, self.typing = after, path if typing else None

    @rule(path=st.sampled_from(_MINE), value=_NUMBERS)
    def sets(self, path: str, value: int) -> None:
        self.document.set(path, value)
        self._stepped(with_value(self.present, path, value), path)

    @rule(path=st.sampled_from(_MINE), values=st.lists(_NUMBERS, min_size=1, max_size=4))
    def types(self, path: str, values: list[int]) -> None:
        for value in values:
            self.document.set(path, value, typing=True)
            self._stepped(with_value(self.present, path, value), path, typing=True)

    @rule()
    def settles(self) -> None:
        self.document.settle()
        self.typing = None

    @rule(key=_KEYS)
    def adds_or_takes_out_a_row(self, key: str) -> None:
        rows = self.present.requirements
        known = any(row.id == key for row in rows)
        after = tuple(row for row in rows if row.id != key) if known else (*rows, _row(key))
        self.document.set("requirements", after)
        self._stepped(self.present.replace(requirements=after), "requirements")

    @precondition(lambda self: self.present.requirements)
    @rule(data=st.data(), n=_NUMBERS)
    def edits_a_row(self, data: st.DataObject, n: int) -> None:
        one = data.draw(st.sampled_from(self.present.requirements))
        path, value = f"requirements[{one.id}].statement", Localized(ja=f"{n}件")
        self.document.set(path, value)
        self._stepped(with_value(self.present, path, value), path)

    @rule(n=_NUMBERS)
    def changes_in_bulk(self, n: int) -> None:
        rows = tuple(_row(one.id, n) for one in reversed(self.present.requirements))
        self.document.change(self.document.project.replace(requirements=rows), "requirements")
        self._stepped(self.present.replace(requirements=rows), "requirements")

    @rule()
    def undoes(self) -> None:
        step = self.document.undo()
        assert (step is None) is (not self.past)
        self.typing = None
        if self.past:
            self.future.append(self.present)
            self.present = self.past.pop()

    @rule()
    def redoes(self) -> None:
        step = self.document.redo()
        assert (step is None) is (not self.future)
        self.typing = None
        if self.future:
            self.past.append(self.present)
            self.present = self.future.pop()

    @rule()
    def undoes_everything(self) -> None:
        while self.document.undo() is not None:
            self.future.append(self.present)
            self.present = self.past.pop()
        assert self.present == self.start
        self.typing = None

    @rule(path=st.sampled_from(_THEIRS), value=_NUMBERS)
    def somebody_else_saves(self, path: str, value: int) -> None:
        other = Document(Workspace.open(self.document.folder))
        other.set(path, value)
        other.save()
        assert other.state is SaveState.SAVED
        self.on_disk[path] = value

    @rule()
    def looks(self) -> None:
        if self.on_disk != self.outside:
            assert self.document.look() is not None
        if self.document.look() is not None:
            assert not self.document.take_outside().clashes
        self.outside = dict(self.on_disk)

    @rule()
    def saves(self) -> None:
        unsaved = self.document.state is not SaveState.SAVED
        self.document.save()
        assert self.document.state is SaveState.SAVED
        if unsaved:
            self.outside = dict(self.on_disk) if self.document.look() is None else self.outside
        found = Workspace.open(self.document.folder).project
        assert found == self.document.project or self.document.look() is not None

    @invariant()
    def the_document_is_the_replay(self) -> None:
        if not hasattr(self, "document"):
            return
        expected = self.present
        for path, value in self.outside.items():
            expected = with_value(expected, path, value)
        assert self.document.project.replace(revision=0) == expected
        assert self.document.can_undo is bool(self.past)
        assert self.document.can_redo is bool(self.future)


TestDocuments = Documents.TestCase
TestDocuments.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
