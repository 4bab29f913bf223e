"""The journal: a torn line is mended, a bent one is seen."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.rfp import Rfp
from rfp_builder.store import journal as journal_module
from rfp_builder.store.folder import JOURNAL_FILE, PROJECT_FILE, FolderStore
from rfp_builder.store.journal import GENESIS, Journal
from rfp_builder.store.protocol import Deed

_AT = datetime(2027, 4, 1, 9, 30, tzinfo=UTC)


def _filled(path: Path, entries: int = 4) -> Journal:
    journal = Journal(path)
    for n in range(entries):
        journal.append(
            at=_AT, who="購買部", action="edited", details={"n": n, "名": "一"}, project=f"{n:064x}"
        )
    return journal


def test_entries_are_numbered_and_chained(tmp_path: Path) -> None:
    entries = list(_filled(tmp_path / "j").entries())
    assert [entry.number for entry in entries] == [1, 2, 3, 4]
    assert [entry.previous for entry in entries] == [GENESIS, *(entry.digest for entry in entries[:-1])]
    assert entries[2].details == {"n": 2, "名": "一"}
    assert entries[0].at == "2027-04-01T09:30:00+00:00"


def test_a_line_reads_as_text(tmp_path: Path) -> None:
    _filled(tmp_path / "j", 1)
    text = (tmp_path / "j").read_bytes().decode("utf-8")
    assert text.count("\n") == 1 and text.endswith("\n")
    assert '"who": "購買部"' in text


def test_a_journal_that_an_earlier_version_wrote_still_holds(tmp_path: Path) -> None:
    sealed = "3fade25b6d5c75f6b75426e9d053a58f01ec306a197a435cfd5ceb8014797222"
    last = _filled(tmp_path / "j", 2).last()
    assert last is not None and last.digest == sealed


def test_no_journal_is_an_empty_one(tmp_path: Path) -> None:
    assert list(Journal(tmp_path / "j").entries()) == []
    assert Journal(tmp_path / "j").last() is None


@pytest.mark.parametrize(
    "details",
    [
        {"1": "a", "10": "b", "2": "c"},
        {"list": ("a", "b"), "none": None, "deep": {"x": [1, 2.5, True]}},
        {"text": '\u2028 \x85 \\u0041 "quoted" \n line'},
    ],
)
def test_details_are_sealed_as_they_are_read_again(tmp_path: Path, details: dict[str, object]) -> None:
    journal = Journal(tmp_path / "j")
    added = journal.append(at=_AT, who="a", action="b", details=details, project="0" * 64)
    journal.append(at=_AT, who="a", action="b", details={}, project="0" * 64)
    first, _ = journal.entries()
    assert first == added
    assert first.details == json.loads(json.dumps(details))


def test_numbers_as_keys_do_not_break_the_chain(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j")
    journal.append(at=_AT, who="a", action="b", details={1: "a", 10: "b", 2: "c"}, project="0" * 64)  # type: ignore[dict-item]
    (entry,) = journal.entries()
    assert entry.details == {"1": "a", "10": "b", "2": "c"}


@given(st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_torn_last_line_is_mended(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "j"
    path.unlink(missing_ok=True)
    journal = _filled(path, 2)
    whole = path.read_bytes()
    journal.append(at=_AT, who="a", action="torn", details={}, project="f" * 64)
    line = path.read_bytes()[len(whole) :]
    path.write_bytes(whole + line[: data.draw(st.integers(0, len(line) - 1))])
    assert [entry.number for entry in journal.entries()] == [1, 2]
    added = journal.append(at=_AT, who="a", action="after", details={}, project="e" * 64)
    assert [entry.action for entry in journal.entries()] == ["edited", "edited", "after"]
    assert added.number == 3


def _bent(path: Path, lines: list[bytes]) -> None:
    path.write_bytes(b"".join(lines))


@pytest.mark.parametrize("n", range(4))
def test_an_edited_line_is_seen(tmp_path: Path, n: int) -> None:
    journal = _filled(tmp_path / "j")
    lines = (tmp_path / "j").read_bytes().splitlines(keepends=True)
    for old, new in (
        ("購買部".encode(), "総務部".encode()),
        (b'"edited"', b'"issued"'),
        (b'"n": %d' % n, b'"n": 9'),
        (b"09:30", b"09:31"),
        (b'"number": ', b'"number":  '),
        (b'{"number"', b'{"who": "nobody", "number"'),
        ("購".encode(), b"\\u8cfc"),
    ):
        assert old in lines[n]
        _bent(tmp_path / "j", [*lines[:n], lines[n].replace(old, new), *lines[n + 1 :]])
        with pytest.raises(Refused) as caught:
            list(journal.entries())
        assert str(n + 1) in caught.value.why.en
        with pytest.raises(Refused):
            journal.append(at=_AT, who="a", action="b", details={}, project="0" * 64)


@pytest.mark.parametrize("n", range(3))
def test_a_removed_line_is_seen(tmp_path: Path, n: int) -> None:
    journal = _filled(tmp_path / "j")
    lines = (tmp_path / "j").read_bytes().splitlines(keepends=True)
    _bent(tmp_path / "j", lines[:n] + lines[n + 1 :])
    with pytest.raises(Refused):
        journal.last()


@pytest.mark.parametrize("n", range(5))
def test_a_line_put_in_is_seen(tmp_path: Path, n: int) -> None:
    journal = _filled(tmp_path / "j")
    lines = (tmp_path / "j").read_bytes().splitlines(keepends=True)
    for put in (lines[0], lines[3], b"{}\n", b"\n", b"[]\n", b"\xff\n", b'{"a":' * 3000 + b"\n"):
        if (n, put) in ((0, lines[0]), (4, lines[3])):
            continue
        _bent(tmp_path / "j", [*lines[:n], put, *lines[n:]])
        with pytest.raises(Refused):
            journal.last()


@pytest.mark.parametrize(
    "field", ["number", "at", "who", "action", "details", "project", "previous", "digest"]
)
def test_a_line_of_another_form_is_seen(tmp_path: Path, field: str) -> None:
    journal = _filled(tmp_path / "j", 1)
    body = json.loads((tmp_path / "j").read_bytes())
    for value in (None, True, [1], 1.0):
        changed = json.dumps({**body, field: value}, ensure_ascii=False).encode()
        _bent(tmp_path / "j", [changed + b"\n"])
        with pytest.raises(Refused):
            journal.last()
    del body[field]
    _bent(tmp_path / "j", [json.dumps(body, ensure_ascii=False).encode() + b"\n"])
    with pytest.raises(Refused):
        journal.last()


def test_two_lines_exchanged_are_seen(tmp_path: Path) -> None:
    journal = _filled(tmp_path / "j")
    one, two, *rest = (tmp_path / "j").read_bytes().splitlines(keepends=True)
    _bent(tmp_path / "j", [two, one, *rest])
    with pytest.raises(Refused):
        journal.last()


def test_line_ends_of_windows_are_read(tmp_path: Path) -> None:
    journal = _filled(tmp_path / "j")
    (tmp_path / "j").write_bytes((tmp_path / "j").read_bytes().replace(b"\n", b"\r\n"))
    assert len(list(journal.entries())) == 4


class TestInAFolder:
    @pytest.fixture
    def store(self, tmp_path: Path) -> FolderStore:
        return FolderStore.create(tmp_path / "p", Project(), Deed("new", {}))

    def _edit_by_hand(self, store: FolderStore) -> None:
        path = store.folder / PROJECT_FILE
        path.write_bytes(path.read_bytes().replace(b'"1.0"', b'"1.1"'))

    def test_each_save_is_recorded_with_what_it_left(self, store: FolderStore) -> None:
        store.save(store.load(), Deed("edited", {"rows": 3}))
        assert [(entry.action, entry.details) for entry in store.journal().entries()] == [
            ("new", {}),
            ("edited", {"rows": 3}),
        ]
        assert not store.changed_outside()

    def test_a_change_outside_is_seen_and_recorded(self, store: FolderStore) -> None:
        self._edit_by_hand(store)
        assert store.changed_outside()
        other = FolderStore(store.folder)
        other.save(other.load(), Deed("edited", {}))
        assert [entry.action for entry in store.journal().entries()] == ["new", "changed-outside", "edited"]
        assert not store.changed_outside()

    def test_an_interrupted_save_is_no_change_outside(
        self, store: FolderStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        project = store.load()
        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", _power_cut)
            with pytest.raises(SystemError):
                store.save(project, Deed("edited", {}))
        assert FolderStore(store.folder).load() == project
        assert not store.changed_outside()
        store.save(project.replace(rfp=project.rfp.replace(number="A-1")), Deed("edited", {}))
        actions = [entry.action for entry in store.journal().entries()]
        assert actions == ["new", "edited", "save-interrupted", "edited"]

    @pytest.mark.parametrize(
        "refusing", ["rfp_builder.store.atomic.tempfile.mkstemp", "pathlib.Path.replace"]
    )
    def test_a_disk_that_refuses_again_and_again_fills_no_journal(
        self, store: FolderStore, monkeypatch: pytest.MonkeyPatch, refusing: str
    ) -> None:
        project = store.load()
        with monkeypatch.context() as patch:
            patch.setattr(refusing, _full)
            for _ in range(3):
                with pytest.raises(OSError, match="space"):
                    store.save(project, Deed("edited", {}))
        store.save(project, Deed("edited", {}))
        assert [entry.action for entry in store.journal().entries()] == ["new", "edited"]
        assert not store.changed_outside()

    def test_cutting_the_journal_short_is_seen(self, store: FolderStore) -> None:
        store.save(store.load(), Deed("edited", {}))
        path = store.folder / JOURNAL_FILE
        path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
        assert store.changed_outside()

    def test_taking_the_journal_away_is_seen(self, store: FolderStore) -> None:
        (store.folder / JOURNAL_FILE).unlink()
        assert store.changed_outside()

    def test_nothing_is_saved_beside_a_broken_journal(self, store: FolderStore) -> None:
        project = store.load()
        path = store.folder / JOURNAL_FILE
        path.write_bytes(path.read_bytes().replace(b'"new"', b'"old"'))
        before = (store.folder / PROJECT_FILE).read_bytes()
        with pytest.raises(Refused):
            store.save(project, Deed("edited", {}))
        assert (store.folder / PROJECT_FILE).read_bytes() == before

    def test_the_journal_holds_hashes_and_not_what_was_saved(self, store: FolderStore) -> None:
        secret = Rfp(background=Localized(ja="極秘の背景"))
        store.save(store.load().replace(rfp=secret), Deed("edited", {}))
        assert "極秘" not in (store.folder / JOURNAL_FILE).read_text("utf-8")

    @pytest.mark.parametrize("name", ["購買部 一係", "a\nb", "\udcff\udcfe", " ", "x" * 500])
    def test_whoever_works_is_named_on_one_line(
        self, store: FolderStore, monkeypatch: pytest.MonkeyPatch, name: str
    ) -> None:
        monkeypatch.setattr("rfp_builder.store.folder.getpass.getuser", lambda: name)
        monkeypatch.delenv("RFP_BUILDER_USER", raising=False)
        store.save(store.load(), Deed("edited", {}))
        who = [entry.who for entry in store.journal().entries()][-1]
        assert 0 < len(who) <= 100 and "\n" not in who

    def test_a_system_that_knows_nobody(self, store: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
        def nobody() -> str:
            raise KeyError("getpwuid(): uid not found: 1234")

        monkeypatch.setattr("rfp_builder.store.folder.getpass.getuser", nobody)
        monkeypatch.delenv("RFP_BUILDER_USER", raising=False)
        store.save(store.load(), Deed("edited", {}))
        assert [entry.who for entry in store.journal().entries()][-1] == "unknown"


def _full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def _power_cut(path: Path, data: bytes) -> None:
    raise SystemError("the power is gone")


def test_an_error_names_the_line_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "j").write_bytes(b"{}\n")
    with pytest.raises(Refused) as caught:
        Journal(tmp_path / "j").last()
    assert all("1" in caught.value.lines(lang)[1] for lang in Lang)


class TestOnlyWhatWasAdded:
    """An open project saves every second; what was verified once is not verified again."""

    def test_what_another_process_added_is_verified_and_followed(self, tmp_path: Path) -> None:
        mine = _filled(tmp_path / "j", 2)
        Journal(tmp_path / "j").append(at=_AT, who="a", action="theirs", details={}, project="e" * 64)
        added = mine.append(at=_AT, who="b", action="mine", details={}, project="f" * 64)
        assert added.number == 4
        assert [entry.action for entry in Journal(tmp_path / "j").entries()][2:] == ["theirs", "mine"]

    def test_a_stray_line_added_meanwhile_is_seen(self, tmp_path: Path) -> None:
        journal = _filled(tmp_path / "j")
        with (tmp_path / "j").open("ab") as file:
            file.write(b"{}\n")
        with pytest.raises(Refused):
            journal.append(at=_AT, who="a", action="after", details={}, project="e" * 64)

    @pytest.mark.parametrize("kept", [0, 1, 3])
    def test_a_shorter_journal_is_verified_anew(self, tmp_path: Path, kept: int) -> None:
        journal = _filled(tmp_path / "j")
        lines = (tmp_path / "j").read_bytes().splitlines(keepends=True)
        _bent(tmp_path / "j", lines[:kept])
        assert journal.append(at=_AT, who="a", action="x", details={}, project="e" * 64).number == kept + 1

    def test_a_journal_that_was_removed_begins_again(self, tmp_path: Path) -> None:
        journal = _filled(tmp_path / "j")
        (tmp_path / "j").unlink()
        assert journal.last() is None

    def test_old_entries_are_not_read_again(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        journal = _filled(tmp_path / "j", 50)
        read: list[bytes] = []
        parsed = journal_module._parsed

        def noted(line: bytes, number: int) -> dict[str, object]:
            read.append(line)
            return parsed(line, number)

        monkeypatch.setattr(journal_module, "_parsed", noted)
        journal.append(at=_AT, who="a", action="after", details={}, project="e" * 64)
        assert len(read) == 1

    @given(data=st.data())
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_it_never_says_more_or_less_than_a_fresh_reading(
        self, tmp_path: Path, data: st.DataObject
    ) -> None:
        path = tmp_path / "law"
        path.unlink(missing_ok=True)
        journals = [Journal(path), Journal(path)]
        for n in range(data.draw(st.integers(1, 6))):
            match data.draw(st.sampled_from(("append", "torn", "cut", "look"))):
                case "append":
                    journal = data.draw(st.sampled_from(journals))
                    journal.append(at=_AT, who="a", action="edited", details={}, project=f"{n:064x}")
                case "torn" if path.exists():
                    with path.open("ab") as file:
                        file.write(b'{"number": ')
                case "cut" if path.exists():
                    _bent(path, path.read_bytes().splitlines(keepends=True)[:-1])
                case _:
                    journals[0].last()
        fresh = list(Journal(path).entries())
        for journal in journals:
            assert list(journal.newest()) == fresh[-2:]
