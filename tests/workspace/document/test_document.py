"""Editing by path, undo and redo, what cannot be read yet, and when to save."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rfp_builder.catalogue.requirements import ready_requirements
from rfp_builder.errors import Problem
from rfp_builder.i18n import Lang
from rfp_builder.model.annex import VolumeAnnex
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.workspace.agreement import lock_criteria
from rfp_builder.workspace.document.closed import Closed, closed
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.document.history import LONGEST
from rfp_builder.workspace.document.saving import SaveState
from rfp_builder.workspace.document.step import Change
from rfp_builder.workspace.document.typed import TYPED_FILE
from rfp_builder.workspace.document.unfit import Unfit
from rfp_builder.workspace.withholding import withhold
from rfp_builder.workspace.workspace import Workspace

_DAY = date(2027, 2, 1)


class Clock:
    """A clock that tests put forward."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def document(tmp_path: Path, clock: Clock) -> Document:
    return Document(Workspace.create(tmp_path / "centre", "mail-order"), clock=clock)


def _text(ja: str) -> Localized:
    return Localized(ja=ja)


def _state(document: Document) -> SaveState:
    return document.state


def _on_disk(document: Document) -> Project:
    return Workspace.open(document.folder).project


class TestEditing:
    def test_a_set_value_is_there_and_told(self, document: Document) -> None:
        told: list[Change] = []
        end = document.subscribe(told.append)
        document.set("rfp.title", _text("件名"))
        assert document.value("rfp.title") == _text("件名")
        assert document.project.rfp.title == _text("件名")
        end()
        document.set("rfp.title", _text("別の件名"))
        assert told == [Change("rfp.title", "set")]

    def test_an_equal_value_is_no_change(self, document: Document) -> None:
        told: list[Change] = []
        document.subscribe(told.append)
        document.set("rfp.title", document.value("rfp.title"))
        document.change(document.project.replace(revision=99), "rfp")
        assert not told and not document.can_undo and _state(document) is SaveState.SAVED

    @pytest.mark.parametrize(
        ("path", "value", "why"),
        [
            ("planning.occupancy_cap", 101, "100以下にしてください。"),
            ("planning.shrinkage", "-0.5", "0以上にしてください。"),
            ("planning.shrinkage", "1.23456", "小数点以下は4桁までです。"),
            ("planning.published_days_before", 1.5, "整数ではありません。"),
            ("planning.published_days_before", "7", "整数ではありません。"),
            ("planning.intraday_rule", {"ja": "長" * 8001}, "8000文字までです。"),
            (
                "planning.intraday_rule",
                {"ja": "a\x07"},
                "ほかの項目と矛盾しているか、使えない文字があります。",
            ),
            ("sites.overseas_allowed", "perhaps", "選択肢にありません。"),
        ],
    )
    def test_what_the_model_refuses_is_said_without_the_value(
        self, document: Document, path: str, value: object, why: str
    ) -> None:
        before = document.project
        with pytest.raises(Unfit) as caught:
            document.set(f"operations.{path}", value)
        assert caught.value.why.ja == why
        assert "4." in caught.value.what.ja and "4." in caught.value.what.en
        for lang in Lang:
            assert "長長" not in "".join(caught.value.lines(lang))
        assert document.project is before and not document.can_undo

    def test_a_place_that_is_gone(self, document: Document) -> None:
        with pytest.raises(KeyError):
            document.set("requirements[nobody].owner", _text("業務部"))


class TestHistory:
    def test_texts_beside_the_project_come_and_go_with_their_step(self, document: Document) -> None:
        document.set_beside("rfp.gates", {"rfp.gates~rows": "one"})
        document.set("rfp.gates", (), beside={"rfp.gates~rows": "two", "rfp.gates~more": "x"})
        document.set_beside("rfp.gates", {"rfp.gates~rows": "two"})
        seen = []
        while (step := document.undo()) is not None:
            assert step.path == "rfp.gates"
            seen.append((document.typed("rfp.gates~rows"), document.typed("rfp.gates~more")))
        assert seen == [("one", None), (None, None)]
        document.redo()
        document.redo()
        assert (document.typed("rfp.gates~rows"), document.typed("rfp.gates~more")) == ("two", "x")
        document.save()
        again = Document(Workspace.open(document.folder))
        assert again.typed("rfp.gates~rows") == "two"

    def test_undo_and_redo_say_where(self, document: Document) -> None:
        start, told = document.project, list[Change]()
        document.set("operations.planning.shrinkage", 31)
        document.set("rfp.number", "A-1")
        document.subscribe(told.append)
        step = document.undo()
        assert step is not None and step.label.ja == "「管理番号」の変更" and step.path == "rfp.number"
        step = document.undo()
        assert step is not None and step.label.en.startswith("change to “4.4 ")
        assert document.project == start
        assert document.undo() is None and not document.can_undo and document.can_redo
        step = document.redo()
        assert step is not None and step.path == "operations.planning.shrinkage"
        assert document.value("operations.planning.shrinkage") == 31
        assert [change.origin for change in told] == ["undo", "undo", "redo"]

    def test_a_step_in_the_criteria_says_which_criterion(self, document: Document) -> None:
        first = document.project.criteria.criteria[0]
        path = f"criteria.criteria[{first.id}].subs[{first.subs[0].id}]"
        document.set(f"{path}.points", first.subs[0].points + 1)
        left = first.replace(subs=first.subs[1:])
        document.set(f"criteria.criteria[{first.id}]", left)
        document.set("criteria.total_points", 900)
        labels = [step.label.ja for step in (document.undo(), document.undo(), document.undo()) if step]
        sub, whole = first.subs[0].name.ja, first.name.ja
        assert labels == [
            "「評価基準」の変更",
            f"「評価基準（{whole}）」の変更",
            f"「評価基準（{sub}）」の変更",
        ]

    def test_an_edit_ends_what_could_be_redone(self, document: Document) -> None:
        document.set("rfp.number", "A-1")
        document.undo()
        document.set("rfp.number", "A-2")
        assert not document.can_redo and document.redo() is None

    def test_typing_in_one_place_is_one_step(self, document: Document) -> None:
        before = document.value("rfp.title")
        for text in ("応", "応対", "応対業務"):
            document.set("rfp.title", _text(text), typing=True)
            document.save()
        document.undo()
        assert document.value("rfp.title") == before and not document.can_undo

    @pytest.mark.parametrize("between", ["settle", "elsewhere", "undone", "plain"])
    def test_what_ends_a_step_of_typing(self, document: Document, between: str) -> None:
        document.set("rfp.title", _text("一"), typing=True)
        match between:
            case "settle":
                document.settle()
            case "elsewhere":
                document.set("rfp.number", "A-1", typing=True)
                document.undo()
            case "undone":
                document.set("rfp.number", "A-1")
                document.undo()
            case _:
                document.set("rfp.title", _text("二"))
        document.set("rfp.title", _text("三"), typing=True)
        document.undo()
        assert document.value("rfp.title") == _text("二" if between == "plain" else "一")

    def test_typing_back_to_the_start_leaves_no_step(self, document: Document) -> None:
        before = document.value("rfp.title")
        document.set("rfp.title", _text("一"), typing=True)
        document.save()
        document.set("rfp.title", before, typing=True)
        assert not document.can_undo

    def test_typing_back_to_the_start_does_not_reach_the_step_before(self, document: Document) -> None:
        document.set("rfp.number", "A-1")
        for text in ("A-2", "A-1", "A-3"):
            document.set("rfp.number", text, typing=True)
        document.undo()
        assert document.value("rfp.number") == "A-1"

    def test_history_is_bounded(self, document: Document) -> None:
        for n in range(LONGEST + 5):
            document.set("rfp.number", f"A-{n}")
        for _ in range(LONGEST):
            assert document.undo() is not None
        assert document.undo() is None
        assert document.value("rfp.number") == "A-4"


class TestTyped:
    def test_it_outlives_the_process(self, document: Document) -> None:
        path = "operations.planning.shrinkage"
        document.keep_typed(path, "３割くらい\ud800")
        assert _state(document) is SaveState.WAITING
        document.save()
        again = Document(Workspace.open(document.folder))
        assert again.typed(path) == "３割くらい\ud800" and _state(again) is SaveState.SAVED
        again.drop_typed(path)
        again.save()
        assert not (document.folder / TYPED_FILE).exists()
        assert Document(Workspace.open(document.folder)).typed(path) is None

    def test_a_value_takes_its_place(self, document: Document) -> None:
        path = "operations.planning.shrinkage"
        document.keep_typed(path, "３割")
        document.set(path, 30)
        assert document.typed(path) is None

    def test_two_windows_keep_theirs(self, document: Document) -> None:
        other = Document(Workspace.open(document.folder))
        document.keep_typed("rfp.number", "あ")
        other.keep_typed("rfp.version", "い")
        document.save()
        other.save()
        again = Document(Workspace.open(document.folder))
        assert (again.typed("rfp.number"), again.typed("rfp.version")) == ("あ", "い")

    def test_the_text_of_a_row_that_is_gone_is_dropped(self, document: Document) -> None:
        one = document.project.requirements[0].id
        document.keep_typed(f"requirements[{one}].priority", "最優先")
        document.set("requirements", document.project.requirements[1:])
        document.save()
        assert Document(Workspace.open(document.folder)).typed(f"requirements[{one}].priority") is None

    @pytest.mark.parametrize("data", [b"{", b"[]", b"\xff", b'{"rfp.number": 3}', b"[" * 9999])
    def test_a_ruined_side_file_keeps_nobody_out(self, document: Document, data: bytes) -> None:
        (document.folder / TYPED_FILE).write_bytes(data)
        again = Document(Workspace.open(document.folder))
        assert again.typed("rfp.number") is None
        again.keep_typed("rfp.number", "あ")
        again.save()
        assert _state(again) is SaveState.SAVED


class TestSaving:
    def test_states_on_the_way(self, document: Document) -> None:
        assert _state(document) is SaveState.SAVED
        document.set("rfp.number", "A-1")
        assert _state(document) is SaveState.WAITING
        document.save()
        assert _state(document) is SaveState.SAVED and document.problem is None
        assert _on_disk(document) == document.project

    def test_it_is_due_when_typing_pauses(self, document: Document, clock: Clock) -> None:
        assert not document.due(clock.now + 9)
        document.set("rfp.number", "A-1")
        assert not document.due(clock.now + 0.5) and document.due(clock.now + 0.61)

    def test_it_is_due_within_a_second_however_fast_one_types(self, document: Document, clock: Clock) -> None:
        for n in range(10):
            document.set("rfp.number", f"A-{n}", typing=True)
            clock.now += 0.095
        assert document.due(clock.now)
        document.save()
        assert not document.due(clock.now + 9)

    def test_nothing_is_written_for_nothing(self, document: Document) -> None:
        document.set("rfp.number", "A-1")
        document.undo()
        document.save()
        assert _state(document) is SaveState.SAVED and document.project.revision == 0

    def test_the_journal_says_where_not_what(self, document: Document) -> None:
        document.set("work.constraints.ceiling_price", 123_456_789)
        document.set("rfp.number", "A-1")
        document.save()
        last = document.workspace.store.journal().last()
        assert last is not None and last.action == "edited"
        assert last.details == {"places": ["rfp.number", "work.constraints"]}

    def test_a_full_disk_costs_nothing_and_is_tried_again(
        self, document: Document, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device", "/srv/somebody/secret")

        document.set("rfp.number", "A-1")
        with monkeypatch.context() as patch:
            patch.setattr("rfp_builder.store.folder.write_atomic", full)
            document.save()
            assert _state(document) is SaveState.FAILED and document.problem is not None
            assert "空き容量" in document.problem.why.ja
            assert "somebody" not in "".join(document.problem.lines(Lang.EN))
            assert not document.due(clock.now + 1) and document.due(clock.now + 2)
            with pytest.raises(Problem):
                document.perform(lambda workspace: workspace)
        document.set("rfp.title", _text("件名"))
        document.save()
        assert _state(document) is SaveState.SAVED and _on_disk(document) == document.project

    def test_it_tries_less_and_less_often(
        self, document: Document, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("rfp_builder.store.folder.write_atomic", full)
        document.set("rfp.number", "A-1")
        waits = []
        for _ in range(7):
            document.save()
            waits.append(next(n for n in range(100) if document.due(clock.now + n)))
        assert waits == [2, 4, 8, 16, 30, 30, 30]

    def test_what_nobody_expected_is_said_by_its_kind_and_tried_again(
        self, document: Document, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object) -> None:
            raise RuntimeError("予定価格 123,456円")

        document.set("rfp.number", "A-1")
        with monkeypatch.context() as patch:
            patch.setattr(document.workspace.store, "save_unchanged", broken)
            document.save()
        assert _state(document) is SaveState.FAILED and document.problem is not None
        said = "".join((*document.problem.lines(Lang.JA), *document.problem.lines(Lang.EN)))
        assert "RuntimeError" in said and "123" not in said
        assert document.due(clock.now + 2)
        document.save()
        assert _state(document) is SaveState.SAVED

    def test_the_next_key_after_a_failure_tries_again_within_a_second(
        self, document: Document, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        document.set("rfp.number", "A-1")
        with monkeypatch.context() as patch:
            patch.setattr("rfp_builder.store.folder.write_atomic", full)
            for _ in range(5):
                document.save()
        clock.now += 5
        assert not document.due(clock.now)
        document.set("rfp.number", "A-2")
        assert not document.due(clock.now + 0.5) and document.due(clock.now + 0.61)

    def test_a_folder_that_is_away(self, document: Document) -> None:
        document.set("rfp.number", "A-1")
        away = document.folder.rename(document.folder.with_name("away"))
        document.save()
        assert _state(document) is SaveState.FAILED
        away.rename(document.folder)
        document.save()
        assert _state(document) is SaveState.SAVED and _on_disk(document).rfp.number == "A-1"

    def test_what_is_edited_while_saving_waits(
        self, document: Document, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store = document.workspace.store
        write = store.save_unchanged

        def typed_meanwhile(*given: object) -> Project | None:
            assert _state(document) is SaveState.SAVING
            document.set("rfp.number", "A-2")
            return write(*given)  # type: ignore[arg-type]

        document.set("rfp.number", "A-1")
        with monkeypatch.context() as patch:
            patch.setattr(store, "save_unchanged", typed_meanwhile)
            document.save()
        assert _state(document) is SaveState.WAITING
        assert (_on_disk(document).rfp.number, document.project.rfp.number) == ("A-1", "A-2")
        document.save()
        assert _state(document) is SaveState.SAVED and _on_disk(document) == document.project


class TestSteps:
    def test_a_step_runs_on_what_was_edited(self, document: Document) -> None:
        told: list[Change] = []
        document.set("rfp.number", "A-1")
        document.subscribe(told.append)
        assert document.perform(lambda workspace: workspace.project.rfp.number) == "A-1"
        assert not told
        shown = document.project
        document.perform(lambda workspace: withhold(workspace, _withholdable(document)))
        assert document.project != shown and told == [Change(None, "step")]
        assert document.project == _on_disk(document) and _state(document) is SaveState.SAVED

    def test_a_step_that_authors_something_is_undone_like_an_edit(self, document: Document) -> None:
        document.set("rfp.number", "A-1")
        before = document.project.requirements
        document.perform(lambda workspace: withhold(workspace, _withholdable(document)))
        step = document.undo()
        assert step is not None and step.path == "requirements"
        assert document.project.requirements == before
        document.undo()
        assert document.project.rfp.number != "A-1"

    def test_what_was_agreed_is_neither_undone_nor_edited(self, document: Document) -> None:
        document.set("operations.planning.shrinkage", 31)
        document.perform(lambda workspace: lock_criteria(workspace, "委員会", _DAY))
        assert not document.can_undo and document.undo() is None
        for path, value in (
            ("criteria.total_points", 900),
            ("rfp.gates", ()),
            ("evaluators", ()),
            ("agreements", ({"id": "a", "party": {"ja": "部長"}, "agreed_on": _DAY, "digest": "0" * 64},)),
        ):
            with pytest.raises(Closed):
                document.set(path, value)
            assert closed(document.project, path) is not None
        with pytest.raises(Closed):
            document.change(document.project.replace(evaluators=()), "evaluators")
        document.set("operations.planning.shrinkage", 32)
        assert closed(document.project, "operations.planning") is None
        assert closed(document.project, "rfp.title") is None

    def test_after_the_issue_nothing_authored_is_edited(self, issued: Path) -> None:
        document = Document(Workspace.open(issued))
        for path in ("rfp.number", "operations.planning.shrinkage", "requirements"):
            assert closed(document.project, path) is not None
        with pytest.raises(Closed) as caught:
            document.set("rfp.number", "A-1")
        assert "変更管理" in caught.value.remedy.ja
        volumes = VolumeAnnex(made_on=_DAY, history_first=_DAY, history_last=_DAY)
        with pytest.raises(Closed):
            document.change(document.project.replace(annex=volumes), "annex")

    def test_a_step_that_fails_after_it_saved(self, document: Document) -> None:
        def step(workspace: Workspace) -> None:
            workspace.save(workspace.project.replace(rfp=workspace.project.rfp.replace(number="A-9")), "x")
            raise RuntimeError

        with pytest.raises(RuntimeError):
            document.perform(step)
        assert document.project.rfp.number == "A-9" and document.project == _on_disk(document)

    def test_what_is_typed_while_a_step_runs_stays(self, document: Document) -> None:
        def step(workspace: Workspace) -> None:
            document.set("rfp.title", _text("その間に"))
            workspace.save(workspace.project.replace(rfp=workspace.project.rfp.replace(number="A-9")), "x")

        document.perform(step)
        assert (document.project.rfp.number, document.project.rfp.title) == ("A-9", _text("その間に"))
        assert _state(document) is SaveState.WAITING
        document.save()
        assert _on_disk(document) == document.project

    def test_it_starts_from_what_others_saved(self, document: Document) -> None:
        other = Document(Workspace.open(document.folder))
        other.set("rfp.number", "B-1")
        other.save()
        assert document.perform(lambda workspace: workspace.project.rfp.number) == "B-1"


def _withholdable(document: Document) -> str:
    fit = {ready.key for ready in ready_requirements() if ready.withholdable}
    return next(
        one.id for one in document.project.requirements if one.withholding is None and one.source in fit
    )
