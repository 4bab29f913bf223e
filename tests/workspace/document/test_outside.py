"""The same project open twice, or changed by hand: noticed, put together, and nobody's version lost."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from rfp_builder.errors import Conflict, Refused
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.store.folder import PROJECT_FILE, serialise
from rfp_builder.workspace.agreement import lock_criteria
from rfp_builder.workspace.document.closed import Closed
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.document.merge import Clash, Merge
from rfp_builder.workspace.document.paths import with_value
from rfp_builder.workspace.document.saving import SaveState
from rfp_builder.workspace.document.step import Change
from rfp_builder.workspace.document.unfit import Unfit
from rfp_builder.workspace.workspace import Workspace


@pytest.fixture
def mine(tmp_path: Path) -> Document:
    return Document(Workspace.create(tmp_path / "centre", "mail-order"))


@pytest.fixture
def theirs(mine: Document) -> Document:
    return Document(Workspace.open(mine.folder))


def _text(ja: str) -> Localized:
    return Localized(ja=ja)


def _state(document: Document) -> SaveState:
    return document.state


def _on_disk(document: Document) -> Project:
    return Workspace.open(document.folder).project


def _kept(document: Document) -> list[Project]:
    """My versions in conflict files."""
    files = sorted(document.folder.glob("project.conflict-*.json"))
    return [Project.model_validate_json(file.read_bytes()) for file in files]


class TestNoticing:
    def test_nothing_happened(self, mine: Document) -> None:
        assert mine.look() is None
        mine.set("rfp.number", "A-1")
        mine.save()
        assert mine.look() is None

    def test_a_save_elsewhere(
        self, mine: Document, theirs: Document, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("RFP_BUILDER_USER", "購買部")
        theirs.set("rfp.number", "B-1")
        theirs.save()
        seen = mine.look()
        assert seen is not None and (seen.revision, seen.who) == (1, "購買部")
        told: list[Change] = []
        mine.subscribe(told.append)
        assert mine.take_outside() == Merge(theirs.project)
        assert mine.project == theirs.project and told == [Change(None, "outside")]
        assert mine.look() is None and mine.state is SaveState.SAVED

    def test_an_edit_by_hand(self, mine: Document) -> None:
        path = mine.folder / PROJECT_FILE
        path.write_bytes(serialise(mine.project.replace(rfp=mine.project.rfp.replace(number="手"))))
        seen = mine.look()
        assert seen is not None and seen.who is None
        mine.set("rfp.validity_days", 77)
        mine.save()
        assert (_on_disk(mine).rfp.number, _on_disk(mine).rfp.validity_days) == ("手", 77)
        actions = [entry.action for entry in mine.workspace.store.journal().entries()]
        assert actions[-2:] == ["changed-outside", "edited"]

    def test_touched_but_the_same(self, mine: Document) -> None:
        path = mine.folder / PROJECT_FILE
        path.write_bytes(path.read_bytes())
        assert mine.look() is None

    @pytest.mark.parametrize("data", [b"", b"{", b'{"schema_version": 99}'])
    def test_ruined_by_hand(self, mine: Document, data: bytes) -> None:
        path, whole = mine.folder / PROJECT_FILE, (mine.folder / PROJECT_FILE).read_bytes()
        path.write_bytes(data)
        mine.set("rfp.number", "A-1")
        assert mine.look() is not None
        with pytest.raises(Refused):
            mine.take_outside()
        mine.save()
        assert _state(mine) is SaveState.FAILED and path.read_bytes() == data
        path.write_bytes(whole)
        mine.save()
        assert _state(mine) is SaveState.SAVED and _on_disk(mine).rfp.number == "A-1"

    def test_removed_by_hand(self, mine: Document) -> None:
        (mine.folder / PROJECT_FILE).unlink()
        with pytest.raises(Refused):
            mine.look()

    def test_a_folder_that_is_gone_is_trouble_until_it_is_back(self, mine: Document) -> None:
        away = mine.folder.rename(mine.folder.with_name("away"))
        with pytest.raises(Refused):
            mine.look()
        assert _state(mine) is SaveState.FAILED and not mine.failed, "nothing is unsaved"
        mine.set("rfp.number", "A-1")
        mine.save()
        assert mine.failed and mine.problem is not None
        assert (
            "フォルダを元の場所" in mine.problem.remedy.ja and "rfp-builder new" not in mine.problem.remedy.en
        )
        away.rename(mine.folder)
        mine.save()
        assert _state(mine) is SaveState.SAVED and _on_disk(mine).rfp.number == "A-1"

    @pytest.mark.parametrize("data", [b"{", b'{"schema_version": 99}'])
    def test_what_cannot_be_read_is_trouble_until_it_can(self, mine: Document, data: bytes) -> None:
        path, whole = mine.folder / PROJECT_FILE, (mine.folder / PROJECT_FILE).read_bytes()
        path.write_bytes(data)
        with pytest.raises(Refused):
            mine.take_outside()
        assert _state(mine) is SaveState.FAILED
        path.write_bytes(whole)
        assert mine.look() is None and _state(mine) is SaveState.SAVED


class TestTogether:
    def test_different_places_merge_by_themselves(self, mine: Document, theirs: Document) -> None:
        theirs.set("operations.planning.shrinkage", 33)
        theirs.save()
        mine.set("rfp.number", "A-1")
        mine.save()
        assert mine.state is SaveState.SAVED and not _kept(mine)
        assert _on_disk(mine) == mine.project
        assert mine.value("operations.planning.shrinkage") == 33
        theirs.set("rfp.title", _text("件名"))
        theirs.save()
        assert theirs.value("rfp.number") == "A-1" and _on_disk(mine) == theirs.project

    def test_the_same_place_waits_for_a_choice(self, mine: Document, theirs: Document) -> None:
        theirs.set("rfp.number", "B-1")
        theirs.save()
        mine.set("rfp.number", "A-1")
        mine.set("rfp.title", _text("件名"))
        before = mine.project
        mine.save()
        assert _state(mine) is SaveState.CONFLICT and mine.problem is not None
        assert mine.clashes == (Clash("rfp.number", "A-1", "B-1"),)
        assert mine.value("rfp.number") == "B-1" and mine.value("rfp.title") == _text("件名")
        (kept,) = _kept(mine)
        (name,) = (file.name for file in mine.folder.glob("project.conflict-*.json"))
        assert kept == before and name in mine.problem.remedy.ja
        mine.set("rfp.validity_days", 77)
        mine.save()
        assert _on_disk(mine).rfp.validity_days == 77 and _on_disk(mine).rfp.number == "B-1"
        assert _state(mine) is SaveState.CONFLICT
        mine.resolve({"rfp.number": "mine"})
        assert _state(mine) is SaveState.WAITING and mine.problem is None
        mine.save()
        assert _on_disk(mine).rfp.number == "A-1"
        mine.undo()
        assert mine.value("rfp.number") == "B-1"

    def test_theirs_may_stand(self, mine: Document, theirs: Document) -> None:
        _clash(mine, theirs)
        mine.resolve({"rfp.number": "theirs", "rfp.title": "mine"})
        assert mine.state is SaveState.SAVED and mine.value("rfp.number") == "B-1"

    def test_setting_the_place_is_a_choice_too(self, mine: Document, theirs: Document) -> None:
        _clash(mine, theirs)
        mine.set("rfp.number", "A-1")
        assert not mine.clashes
        mine.save()
        assert _state(mine) is SaveState.SAVED and _on_disk(mine).rfp.number == "A-1"

    def test_no_step_of_the_road_before_the_choice(self, mine: Document, theirs: Document) -> None:
        _clash(mine, theirs)
        with pytest.raises(Conflict):
            mine.perform(lambda workspace: pytest.fail("ran all the same"))

    def test_a_row_taken_out_there_comes_back_whole(self, mine: Document, theirs: Document) -> None:
        one = mine.project.requirements[4]
        theirs.set("requirements", tuple(row for row in theirs.project.requirements if row.id != one.id))
        theirs.save()
        mine.set(f"requirements[{one.id}].owner", _text("業務部"))
        mine.save()
        (clash,) = mine.clashes
        assert (clash.path, clash.theirs) == (f"requirements[{one.id}]", None)
        mine.resolve({clash.path: "mine"})
        assert mine.project.requirements[-1] == one.replace(owner=_text("業務部"))

    def test_a_row_taken_out_here_goes_again(self, mine: Document, theirs: Document) -> None:
        one = mine.project.requirements[4]
        theirs.set(f"requirements[{one.id}].owner", _text("業務部"))
        theirs.save()
        mine.set("requirements", tuple(row for row in mine.project.requirements if row.id != one.id))
        mine.save()
        (clash,) = mine.clashes
        assert mine.project.requirement(one.id) == clash.theirs
        mine.resolve({clash.path: "mine"})
        assert mine.project.requirement(one.id) is None

    def test_a_choice_that_no_longer_fits(self, mine: Document, theirs: Document) -> None:
        mine.set("rfp.title", Localized(ja="件名", en="title"))
        mine.save()
        theirs.take_outside()
        theirs.set("rfp.title", Localized(ja="別の件名"))
        theirs.save()
        mine.set("rfp.title", Localized(en="title"))
        mine.save()
        (clash,) = mine.clashes
        with pytest.raises(Unfit):
            mine.resolve({clash.path: "mine"})
        assert mine.clashes == (clash,)

    def test_criteria_agreed_elsewhere_cannot_be_bent(self, mine: Document, theirs: Document) -> None:
        mine.set("criteria.total_points", 900)
        mine.set("rfp.number", "A-1")
        lock_criteria(theirs.workspace, "委員会", date(2027, 2, 1))
        mine.save()
        assert mine.project.criteria == theirs.workspace.project.criteria
        assert mine.project.rfp.number == "A-1" and not mine.can_undo
        with pytest.raises(Closed):
            mine.resolve({"criteria": "mine"})
        assert _kept(mine)[0].criteria.total_points == 900
        mine.resolve({"criteria": "theirs"})
        assert mine.state is SaveState.SAVED

    def test_where_my_version_cannot_be_kept_theirs_is_not_overwritten(
        self, mine: Document, theirs: Document, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        theirs.set("rfp.number", "B-1")
        theirs.save()
        mine.set("rfp.number", "A-1")
        with monkeypatch.context() as patch:
            patch.setattr(mine.workspace.store, "keep_version", full)
            mine.save()
        assert _state(mine) is SaveState.FAILED and mine.value("rfp.number") == "A-1"
        mine.save()
        assert _state(mine) is SaveState.CONFLICT and _on_disk(mine).rfp.number == "B-1"
        assert _kept(mine)[0].rfp.number == "A-1"

    def test_my_undo_leaves_theirs_alone(self, mine: Document, theirs: Document) -> None:
        mine.set("rfp.number", "A-1")
        mine.set("rfp.validity_days", 77)
        mine.save()
        theirs.take_outside()
        theirs.set("operations.planning.shrinkage", 33)
        theirs.set("rfp.validity_days", 88)
        theirs.save()
        mine.take_outside()
        step = mine.undo()
        assert step is not None and step.path == "rfp.number"
        assert mine.value("operations.planning.shrinkage") == 33
        assert mine.value("rfp.validity_days") == 88 and mine.undo() is None


def _clash(mine: Document, theirs: Document) -> None:
    theirs.set("rfp.number", "B-1")
    theirs.save()
    mine.set("rfp.number", "A-1")
    mine.save()
    assert mine.clashes


def test_typing_goes_on_while_a_thread_saves(mine: Document) -> None:
    stop = threading.Event()

    def saves() -> None:
        while not stop.is_set():
            mine.save()

    saving = threading.Thread(target=saves)
    saving.start()
    try:
        for n in range(300):
            mine.set("rfp.number", f"A-{n}", typing=True)
            mine.set("operations.planning.shrinkage", n % 100)
    finally:
        stop.set()
        saving.join()
    mine.save()
    assert mine.state is SaveState.SAVED and _on_disk(mine) == mine.project
    assert mine.project.rfp.number == "A-299"


_WRITER = """
import sys
from pathlib import Path
from rfp_builder.model.localized import Localized
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.workspace import Workspace

folder, path, name = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
document = Document(Workspace.open(folder))
print("ready", flush=True)
sys.stdin.readline()
for n in range(12):
    document.set(path, Localized(ja=f"{name} {n}"))
    document.save()
    print(document.state.value, flush=True)
"""


def _writers(folder: Path, *paths: str) -> list[list[str]]:
    """Two processes, started at once, that each edit a place twelve times; what each save ended in."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(folder), path, f"p{n}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for n, path in enumerate(paths)
    ]
    for one in running:
        assert one.stdout is not None and one.stdout.readline() == "ready\n"
    for one in running:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    ended = [one.communicate(timeout=60)[0].split() for one in running]
    assert [one.returncode for one in running] == [0, 0]
    return ended


def test_two_processes_at_different_fields(mine: Document) -> None:
    states = _writers(mine.folder, "rfp.title", "operations.planning.intraday_rule")
    assert states == [["saved"] * 12, ["saved"] * 12]
    found = _on_disk(mine)
    assert found.rfp.title == _text("p0 11")
    assert with_value(found, "operations.planning.intraday_rule", _text("p1 11")) == found
    assert not _kept(mine)
    assert sum(1 for _ in mine.workspace.store.journal().entries()) == 1 + 24


def test_two_processes_at_the_same_field(mine: Document) -> None:
    """Whoever met the other's value was told so, and has a file of its own version."""
    states = _writers(mine.folder, "rfp.title", "rfp.title")
    found = _on_disk(mine)
    assert found.rfp.title in (_text("p0 11"), _text("p1 11"))
    clashed = sum(state == "conflict" for process in states for state in process)
    assert len(_kept(mine)) >= clashed > 0 or found.revision == 24
    list(mine.workspace.store.journal().entries())
