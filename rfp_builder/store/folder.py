"""A project as a folder: project.json, journal.jsonl, issued/, received/."""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import filelock
from pydantic import ValidationError

from rfp_builder.errors import Conflict, Refused
from rfp_builder.i18n import Phrase
from rfp_builder.model.migrations import migrate
from rfp_builder.model.project import SCHEMA_VERSION, Project
from rfp_builder.store.atomic import write_atomic
from rfp_builder.store.journal import Journal
from rfp_builder.store.protocol import Deed

PROJECT_FILE = "project.json"
JOURNAL_FILE = "journal.jsonl"
LOCK_FILE = ".rfp-builder.lock"
_LOCK_SECONDS = 10


class FolderStore:
    """The default store."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._journal = Journal(folder / JOURNAL_FILE)

    @classmethod
    def create(cls, folder: Path, project: Project, deed: Deed) -> FolderStore:
        """Make a new project folder.

        Raises:
            Refused: the folder already holds something.
        """
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Refused(
                Phrase("新しいプロジェクトを作れません。", "A new project cannot be made there."),
                Phrase("{folder} は空ではありません。", "{folder} is not empty.").fill(folder=folder.name),
                Phrase("別のフォルダ名を指定してください。", "Name another folder."),
            )
        folder.mkdir(parents=True, exist_ok=True)
        store = cls(folder)
        with store._locked():
            store._write(project, deed)
        return store

    def load(self) -> Project:
        """See `Store.load`."""
        return _parse(self._read())

    def save(self, project: Project, deed: Deed) -> Project:
        """See `Store.save`."""
        with self._locked():
            found = self._read()
            present = _parse(found).revision
            if present != project.revision:
                raise self._conflict(project, present)
            self._note_what_happened_outside(found)
            return self._write(project.replace(revision=present + 1), deed)

    def changed_outside(self) -> bool:
        """Whether project.json is not what the journal says was saved last.

        Raises:
            Refused: the journal is broken.
        """
        return self._state_of(self._read()) == "outside"

    def journal(self) -> Journal:
        """The record of what was done."""
        return self._journal

    def keep_issued(self, name: str, data: bytes) -> None:
        """See `Store.keep_issued`."""
        path = self.folder / "issued" / _plain(name)
        if path.exists():
            if path.read_bytes() == data:
                return
            raise Refused(
                Phrase("{name} はすでに発行されています。", "{name} has been issued before.").fill(name=name),
                Phrase("発行した文書は上書きしません。", "What went out is never overwritten."),
                Phrase("版を上げて発行してください。", "Raise the version, then issue again."),
            )
        write_atomic(path, data)

    def keep_received(self, name: str, data: bytes) -> str:
        """See `Store.keep_received`."""
        folder = self.folder / "received"
        stem, suffix = Path(_plain(name)).stem, Path(name).suffix
        candidate, n = f"{stem}{suffix}", 1
        while (folder / candidate).exists():
            n += 1
            candidate = f"{stem}-{n}{suffix}"
        write_atomic(folder / candidate, data)
        return candidate

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        lock = filelock.FileLock(self.folder / LOCK_FILE, timeout=_LOCK_SECONDS)
        try:
            lock.acquire()
        except filelock.Timeout:
            raise Conflict(
                Phrase("プロジェクトは使用中です。", "The project is in use."),
                Phrase(
                    "ほかの人、またはほかの画面が保存しています。",
                    "Another person, or another window, is saving it.",
                ),
                Phrase("少し待ってから、もう一度実行してください。", "Wait a moment, then try again."),
            ) from None
        try:
            yield
        finally:
            lock.release()

    def _read(self) -> bytes:
        try:
            return (self.folder / PROJECT_FILE).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            raise Refused(
                Phrase("プロジェクトが見つかりません。", "There is no project here."),
                Phrase(
                    "フォルダ {folder} に project.json がありません。",
                    "The folder {folder} holds no project.json.",
                ).fill(folder=self.folder.name or str(self.folder)),
                Phrase(
                    "プロジェクトのフォルダへ移るか、--project で指定してください。"
                    "新しく始めるときは rfp-builder new フォルダ名 を実行します。",
                    "Change to the project's folder or name it with --project. "
                    "To start a new one: rfp-builder new FOLDER.",
                ),
            ) from None

    def _write(self, project: Project, deed: Deed) -> Project:
        data = serialise(project)
        self._record(deed, hashlib.sha256(data).hexdigest())
        write_atomic(self.folder / PROJECT_FILE, data)
        return project

    def _record(self, deed: Deed, digest: str) -> None:
        self._journal.append(
            at=datetime.now(UTC).astimezone(),
            who=os.environ.get("RFP_BUILDER_USER") or getpass.getuser(),
            action=deed.action,
            details=deed.details,
            project=digest,
        )

    def _state_of(self, found: bytes) -> str:
        """`saved`, `interrupted` (announced, but the power failed before the file) or `outside`."""
        digest = hashlib.sha256(found).hexdigest()
        entries = list(self._journal.entries())
        if entries and entries[-1].project == digest:
            return "saved"
        if len(entries) > 1 and entries[-2].project == digest:
            return "interrupted"
        return "outside"

    def _note_what_happened_outside(self, found: bytes) -> None:
        state = self._state_of(found)
        if state != "saved":
            action = "save-interrupted" if state == "interrupted" else "changed-outside"
            self._record(Deed(action, {}), hashlib.sha256(found).hexdigest())

    def _conflict(self, project: Project, present: int) -> Conflict:
        name = f"project.conflict-r{project.revision}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.json"
        write_atomic(self.folder / name, serialise(project))
        return Conflict(
            Phrase("保存できませんでした。", "The project was not saved."),
            Phrase(
                "読み込んだあとに、ほかの人が保存しています（読み込み時 {read}、現在 {present}）。",
                "Somebody else saved after it was read (read at {read}, now {present}).",
            ).fill(read=project.revision, present=present),
            Phrase(
                "もう一度実行してください。今回の内容は {name} に残してあります。",
                "Run the command again. This version is kept in {name}.",
            ).fill(name=name),
        )


def serialise(project: Project) -> bytes:
    """project.json: UTF-8, stable order of keys, readable, ends with a line end."""
    return project.model_dump_json(indent=2, exclude_none=True).encode() + b"\n"


def _parse(data: bytes) -> Project:
    try:
        document = json.loads(data)
        if not isinstance(document, dict):
            raise ValueError("not an object")
    except (ValueError, RecursionError):
        raise Refused(
            Phrase("project.json を読めません。", "project.json cannot be read."),
            Phrase("JSON として正しくありません。", "It is not valid JSON."),
            Phrase("控えから戻してください。", "Restore it from a backup."),
        ) from None
    migrated = migrate(document)
    current = document.get("schema_version") == SCHEMA_VERSION
    try:
        return Project.model_validate_json(data if current else json.dumps(migrated))
    except ValidationError as error:
        # Only where, never what: the value may be a secret.
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        raise Refused(
            Phrase(
                "project.json の内容に誤りがあります。", "project.json holds a value that cannot be right."
            ),
            Phrase("場所: {place}", "Where: {place}").fill(place=place),
            Phrase(
                "手で書き換えた場合は元に戻すか、控えから戻してください。",
                "If it was edited by hand, undo that; otherwise restore it from a backup.",
            ),
        ) from None


def _plain(name: str) -> str:
    """A bare file name: nothing of a path."""
    plain = Path(name.replace("\\", "/")).name
    if plain in ("", ".", ".."):
        raise ValueError("a file name is needed")
    return plain
