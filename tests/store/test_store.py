"""The contract of a store, on the folder."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from rfp_builder.errors import Conflict, Refused
from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.rfp import Rfp
from rfp_builder.store import folder as folder_module
from rfp_builder.store.folder import JOURNAL_FILE, LOCK_FILE, PROJECT_FILE, FolderStore, serialise
from rfp_builder.store.protocol import Deed, Store
from tests.strategies import projects

_NEW = Deed("new", {})
_EDIT = Deed("edited", {"rows": 2})


def _titled(title: str, revision: int = 0) -> Project:
    return Project(revision=revision, rfp=Rfp(title=Localized(ja=title)))


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore.create(tmp_path / "acme", _titled("初版"), _NEW)


class TestContract:
    def test_what_was_saved_is_loaded(self, store: Store) -> None:
        assert store.load() == _titled("初版")
        saved = store.save(_titled("二版"), _EDIT)
        assert saved == _titled("二版", revision=1) == store.load()

    def test_a_save_from_an_older_revision_conflicts_and_keeps_both(self, store: FolderStore) -> None:
        store.save(_titled("先"), _EDIT)
        with pytest.raises(Conflict) as caught:
            FolderStore(store.folder).save(_titled("後"), _EDIT)
        assert store.load().rfp.title == Localized(ja="先")
        (kept,) = store.folder.glob("project.conflict-*.json")
        assert Project.model_validate_json(kept.read_bytes()) == _titled("後")
        assert kept.name in caught.value.remedy.ja
        assert "0" in caught.value.why.en and "1" in caught.value.why.en

    def test_two_who_read_the_same_revision(self, store: FolderStore) -> None:
        one, other = FolderStore(store.folder), FolderStore(store.folder)
        first, second = one.load(), other.load()
        one.save(first.replace(rfp=Rfp(number="1")), _EDIT)
        with pytest.raises(Conflict):
            other.save(second.replace(rfp=Rfp(number="2")), _EDIT)
        assert other.load().rfp.number == "1"

    def test_an_edit_by_hand_is_not_overwritten(self, store: FolderStore) -> None:
        project = store.load()
        path = store.folder / PROJECT_FILE
        path.write_bytes(path.read_bytes().replace("初版".encode(), "手で".encode()))
        with pytest.raises(Conflict):
            store.save(project, _EDIT)
        assert store.load().rfp.title == Localized(ja="手で")
        assert list(store.folder.glob("project.conflict-*.json"))

    def test_a_save_of_what_is_unchanged_leaves_alone_what_another_saved(self, store: FolderStore) -> None:
        project, other = store.load(), FolderStore(store.folder)
        assert FolderStore(store.folder).save_unchanged(project, _EDIT) is None
        other.save(other.load().replace(rfp=Rfp(number="1")), _EDIT)
        before = (store.folder / PROJECT_FILE).read_bytes()
        assert store.save_unchanged(project, _EDIT) is None
        assert (store.folder / PROJECT_FILE).read_bytes() == before
        assert [entry.action for entry in store.journal().entries()] == ["new", "edited"]
        store.load()
        saved = store.save_unchanged(project, _EDIT)
        assert saved is not None and saved.revision == 2

    def test_a_file_ruined_by_hand_costs_nobody_their_work(self, store: FolderStore) -> None:
        project = store.load()
        (store.folder / PROJECT_FILE).write_bytes(b"{")
        with pytest.raises(Conflict):
            store.save(project, _EDIT)
        (kept,) = store.folder.glob("project.conflict-*.json")
        assert Project.model_validate_json(kept.read_bytes()) == project

    def test_what_goes_out_is_never_overwritten(self, store: FolderStore) -> None:
        store.keep_issued("rfp-1.0.ja.docx", b"first")
        store.keep_issued("rfp-1.0.ja.docx", b"first")
        with pytest.raises(Refused) as caught:
            store.keep_issued("rfp-1.0.ja.docx", b"second")
        assert "rfp-1.0.ja.docx" in caught.value.what.ja
        assert (store.folder / "issued" / "rfp-1.0.ja.docx").read_bytes() == b"first"

    @pytest.mark.parametrize(
        "name", ["", "..", "a/b.docx", "../b.docx", "a\\b.docx", "CON", "a:b", ".hidden"]
    )
    def test_what_goes_out_has_a_plain_name(self, store: FolderStore, name: str) -> None:
        with pytest.raises(ValueError, match="name"):
            store.keep_issued(name, b"x")
        assert not (store.folder / "issued").exists()

    def test_what_came_in_is_kept_byte_for_byte(self, store: Store) -> None:
        data = bytes(range(256))
        name = store.keep_received("提案書.xlsx", data)
        assert name == "提案書.xlsx"
        assert isinstance(store, FolderStore)
        assert (store.folder / "received" / name).read_bytes() == data

    def test_the_same_name_again_is_kept_beside_the_first(self, store: FolderStore) -> None:
        names = [
            store.keep_received(name, data)
            for name, data in (("a.xlsx", b"1"), ("a.xlsx", b"2"), ("A.XLSX", b"3"), ("a.xlsx", b"4"))
        ]
        assert names == ["a.xlsx", "a-2.xlsx", "A-3.XLSX", "a-4.xlsx"]
        assert len({name.casefold() for name in names}) == 4
        assert (store.folder / "received" / "a.xlsx").read_bytes() == b"1"

    def test_the_same_bytes_under_the_same_name_are_kept_once(self, store: FolderStore) -> None:
        names = [store.keep_received("a.xlsx", data) for data in (b"1", b"1", b"2", b"2", b"1")]
        assert names == ["a.xlsx", "a.xlsx", "a-2.xlsx", "a-2.xlsx", "a.xlsx"]
        assert len(list((store.folder / "received").iterdir())) == 2

    def test_names_that_differ_in_the_form_of_a_letter_only(self, store: FolderStore) -> None:
        names = [
            store.keep_received(name, name.encode())
            for name in ("ガイド.xlsx", "カ\u3099イド.xlsx", "é.xlsx", "E\u0301.xlsx")
        ]
        assert names == ["ガイド.xlsx", "ガイド-2.xlsx", "é.xlsx", "É-2.xlsx"]


class TestFolder:
    def test_a_folder_with_something_in_it_is_refused_and_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / "letter.txt").write_text("mine")
        with pytest.raises(Refused):
            FolderStore.create(tmp_path, Project(), _NEW)
        assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]

    def test_a_project_is_not_made_over_another(self, store: FolderStore) -> None:
        with pytest.raises(Refused):
            FolderStore.create(store.folder, Project(), _NEW)
        assert store.load() == _titled("初版")

    def test_a_file_is_no_folder(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("mine")
        with pytest.raises(Refused):
            FolderStore.create(tmp_path / "file", Project(), _NEW)

    def test_an_empty_folder_is_taken(self, tmp_path: Path) -> None:
        assert FolderStore.create(tmp_path, Project(), _NEW).load() == Project()

    @pytest.mark.parametrize("place", ["nowhere", "."])
    def test_no_project_there(self, tmp_path: Path, place: str) -> None:
        with pytest.raises(Refused) as caught:
            FolderStore(tmp_path / place).load()
        assert "rfp-builder new" in caught.value.remedy.en

    def test_reading_changes_nothing(self, store: FolderStore) -> None:
        before = {path: path.read_bytes() for path in store.folder.iterdir() if path.name != LOCK_FILE}
        store.load()
        assert not store.changed_outside()
        assert {
            path: path.read_bytes() for path in store.folder.iterdir() if path.name != LOCK_FILE
        } == before

    def test_a_save_by_another_process_is_waited_for_then_reported(
        self, store: FolderStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(folder_module, "_LOCK_SECONDS", 0.05)
        store = FolderStore(store.folder)
        program = (
            "import sys, filelock\n"
            "lock = filelock.FileLock(sys.argv[1])\n"
            "lock.acquire()\n"
            "print('held', flush=True)\n"
            "sys.stdin.read()"
        )
        holder = subprocess.Popen(
            [sys.executable, "-c", program, str(store.folder / LOCK_FILE)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert holder.stdin is not None and holder.stdout is not None
        try:
            assert holder.stdout.readline().strip() == b"held"
            project = store.load()
            for use in (
                lambda: store.save(project, _EDIT),
                lambda: store.keep_issued("a.docx", b""),
                lambda: store.keep_received("a.xlsx", b""),
            ):
                with pytest.raises(Conflict):
                    use()
        finally:
            holder.communicate()
        assert store.save(project, _EDIT).revision == 1

    def test_the_team_may_read_what_is_saved(self, store: FolderStore) -> None:
        path = store.folder / PROJECT_FILE
        path.chmod(0o664)
        store.save(store.load(), _EDIT)
        assert path.stat().st_mode & 0o777 == 0o664


class TestBytes:
    @given(projects())
    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_the_same_project_has_the_same_bytes(self, tmp_path: Path, project: Project) -> None:
        data = serialise(project)
        again = Project.model_validate_json(data)
        assert serialise(again) == data
        folder = tmp_path / hashlib.sha256(data).hexdigest()[:12]
        store = FolderStore(folder) if folder.exists() else FolderStore.create(folder, project, _NEW)
        assert store.load() == project
        assert (folder / PROJECT_FILE).read_bytes() == data

    def test_it_reads_as_text(self, store: FolderStore) -> None:
        store.save(
            _titled("受託者は「応対品質」を𠮷報告すること。<b>&"),
            _EDIT,
        )
        data = (store.folder / PROJECT_FILE).read_bytes()
        text = data.decode("utf-8")
        assert "受託者は「応対品質」を𠮷報告すること。<b>&" in text
        assert "\\u" not in text and "null" not in text
        assert text.startswith('{\n  "schema_version": 1,\n  "revision": 1,\n') and text.endswith("}\n")
        assert "\r" not in text

    def test_two_saves_differ_only_in_what_changed(self, store: FolderStore) -> None:
        before = (store.folder / PROJECT_FILE).read_text("utf-8").splitlines()
        store.save(store.load(), _EDIT)
        after = (store.folder / PROJECT_FILE).read_text("utf-8").splitlines()
        assert [(old, new) for old, new in zip(before, after, strict=True) if old != new] == [
            ('  "revision": 0,', '  "revision": 1,')
        ]


def _with_text(store: FolderStore, text: str) -> FolderStore:
    (store.folder / PROJECT_FILE).write_bytes(text.encode("utf-8"))
    return FolderStore(store.folder)


_SECRET = "極秘の文言"


class TestReading:
    @pytest.mark.parametrize("text", ["", "{", "[]", "null", '"text"', "{" * 5000, '{"a":' * 5000, "\ufeff"])
    def test_what_is_no_json_is_refused(self, store: FolderStore, text: str) -> None:
        with pytest.raises(Refused) as caught:
            _with_text(store, text).load()
        assert "JSON" in caught.value.why.en

    @pytest.mark.parametrize(
        "data", [b"\xff\xfe{\x00", "{}".encode("utf-16"), b"\x80", b'{"schema_version":1,"a":NaN}']
    )
    def test_other_encodings_are_refused(self, store: FolderStore, data: bytes) -> None:
        (store.folder / PROJECT_FILE).write_bytes(data)
        with pytest.raises(Refused):
            FolderStore(store.folder).load()

    def test_what_windows_editors_add_is_read(self, store: FolderStore) -> None:
        text = (store.folder / PROJECT_FILE).read_text("utf-8")
        assert _with_text(store, "\ufeff" + text.replace("\n", "\r\n")).load() == _titled("初版")

    def test_an_older_project_opens_and_is_saved_as_a_present_one(self, store: FolderStore) -> None:
        old = {
            "schema_version": 0,
            "revision": 3,
            "requirements": [
                {"id": "a", "item": "4.3", "statement": {"ja": "文"}, "hidden": {"criterion": "ideas"}}
            ],
        }
        opened = _with_text(store, json.dumps(old))
        project = opened.load()
        assert project.requirements[0].withholding is not None
        assert opened.save(project, _EDIT).revision == 4
        assert '"schema_version": 1' in (store.folder / PROJECT_FILE).read_text("utf-8")

    def test_a_project_without_a_revision_is_at_its_first(self, store: FolderStore) -> None:
        project = store.load()
        text = serialise(project).decode().replace('  "revision": 0,\n', "")
        assert '"revision"' not in text
        other = _with_text(store, text)
        assert other.present_revision() == 0
        assert other.save(project, _EDIT).revision == 1

    def test_a_newer_project_is_refused(self, store: FolderStore) -> None:
        with pytest.raises(Refused) as caught:
            _with_text(store, '{"schema_version": 99, "whatever": 1}').load()
        assert "99" in caught.value.why.ja

    def test_no_version_is_no_project(self, store: FolderStore) -> None:
        with pytest.raises(Refused):
            _with_text(store, '{"revision": 1}').load()

    @pytest.mark.parametrize(
        ("old", "new", "place"),
        [
            ('"version": "1.0"', f'"version": "{_SECRET}"', "rfp.version"),
            ('"revision": 0', '"revision": -1', "revision"),
            ('"ja": "初版"', f'"ja": "{_SECRET}\\u200b"', "rfp.title.ja"),
            ('"ja": "初版"', f'"jp": "{_SECRET}"', "rfp.title.jp"),
            ('"ja": "初版"', f'"{_SECRET}": "x", "ja": "初版"', "rfp.title.?"),
            ('"issues": []', '"issues": [{"version": "1.0"}]', "issues.0"),
            (
                '"definition": {',
                '"definition": {"work": {"start": {"service_start": "' + _SECRET + '"}},',
                "definition.work.start.service_start",
            ),
        ],
    )
    def test_a_wrong_value_is_refused_by_its_place_alone(
        self, store: FolderStore, old: str, new: str, place: str
    ) -> None:
        text = (store.folder / PROJECT_FILE).read_text("utf-8")
        assert old in text
        changed = text.replace(old, new)
        if place.startswith("definition"):
            changed = json.dumps(
                {**json.loads(text), "definition": {"work": {"start": {"service_start": _SECRET}}}}
            )
        with pytest.raises(Refused) as caught:
            _with_text(store, changed).load()
        said = "".join((*caught.value.lines(Lang.JA), *caught.value.lines(Lang.EN)))
        assert _SECRET not in said
        assert f"Where: {place}" in caught.value.why.en

    def test_two_requirements_of_one_id_are_refused(self, store: FolderStore) -> None:
        one = Requirement(id="a", item="4.3", statement=Localized(ja="文"))
        document = json.loads(serialise(Project(requirements=(one,))))
        document["requirements"] *= 2
        with pytest.raises(Refused) as caught:
            _with_text(store, json.dumps(document)).load()
        assert caught.value.why.en.strip()


def test_the_journal_is_named_beside_the_project(store: FolderStore) -> None:
    assert sorted(path.name for path in store.folder.iterdir() if path.name != LOCK_FILE) == [
        JOURNAL_FILE,
        PROJECT_FILE,
    ]
