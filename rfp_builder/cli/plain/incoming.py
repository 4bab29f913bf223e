"""Files that come back: vendors' workbooks and evaluators' score books, by file or by folder."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.i18n import Phrase
from rfp_builder.workspace.incoming import read_file, workbooks_in
from rfp_builder.workspace.receiving import receive, require_open
from rfp_builder.workspace.scoring import collect, require_proposals
from rfp_builder.workspace.states import unscored
from rfp_builder.workspace.tidings import (
    NO_WORKBOOK,
    READING,
    collection_details,
    collection_head,
    owing_line,
    receipt_details,
    receipt_head,
)

_PROPOSAL = Phrase(
    "入力: 届いた回答書のファイル、または回答書の入ったフォルダ（ファイル名を会社名とします）、< やめる",
    "Type the workbook that came, or a folder of them (each named after its vendor), < to leave it",
)
_HELP = Phrase(
    "場所と名前を入力します（例: C:\\受領\\A社.xlsx、~/受領）。ファイルは届いたまま保管し、"
    "読み取れない箇所は一覧でお知らせします。",
    "Type where it is and its name, such as ~/received/vendor-a.xlsx. Each file is kept as it came, and what "
    "cannot be read is listed.",
)
_VENDOR = Phrase("入力: 提案会社の名前、< やめる", "Type the vendor's name, < to leave it")
_BOOK = Phrase(
    "入力: 戻った採点表のファイル、または採点表の入ったフォルダ、< やめる",
    "Type the score book that came back, or a folder of them, < to leave it",
)


def receive_proposals(desk: Desk) -> None:
    """Take in one workbook, or all of a folder.

    Raises:
        Ended, ToMenu: see `Desk.ask`.
    """
    if not desk.allowed(require_open):
        return
    typed = desk.ask(_PROPOSAL, _HELP)
    files = None if typed is None else _files(desk, typed)
    for path, single in files or ():
        name = desk.ask(_VENDOR) if single else path.stem
        if name is not None:
            desk.say(READING.fill(name=path.name))
            _receive(desk, path, name)


def collect_books(desk: Desk) -> None:
    """Read one score book, or all of a folder.

    Raises:
        Ended, ToMenu: see `Desk.ask`.
    """
    if not desk.allowed(require_proposals):
        return
    typed = desk.ask(_BOOK, _HELP)
    files = None if typed is None else _files(desk, typed)
    if not files:
        return
    for path, _ in files:
        desk.say(READING.fill(name=path.name))
        _collect(desk, path)
    desk.say(owing_line(len(unscored(desk.project))))


def _files(desk: Desk, typed: str) -> list[tuple[Path, bool]] | None:
    """The files, and whether it is the one that was named."""
    path = Path(typed).expanduser()
    if not path.is_dir():
        return [(path, True)]
    found = desk.attempt(lambda: workbooks_in(path)[0])
    if found == []:
        desk.say(NO_WORKBOOK)
    return None if found is None else [(one, False) for one in found]


def _receive(desk: Desk, path: Path, name: str) -> None:
    at = datetime.now().astimezone()
    data = desk.attempt(lambda: read_file(path))
    if data is None:
        return
    receipt = desk.step(lambda workspace: receive(workspace, name, path.name, data, at))
    if receipt is not None:
        _tell(desk, receipt_head(receipt), receipt_details(receipt))


def _collect(desk: Desk, path: Path) -> None:
    at = datetime.now().astimezone()
    data = desk.attempt(lambda: read_file(path))
    if data is None:
        return
    found = desk.step(lambda workspace: collect(workspace, path.name, data, at))
    if found is not None:
        _tell(desk, collection_head(found), collection_details(found))


def _tell(desk: Desk, head: Phrase, details: Iterable[Phrase]) -> None:
    desk.say(head)
    for line in details:
        desk.say(f"  {desk.in_words(line)}")
