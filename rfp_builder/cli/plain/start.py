"""Without a project: make one, open one, or try the sample, by typing a folder's path."""

from __future__ import annotations

from pathlib import Path

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.replies import Command, number_in
from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.store.folder import PROJECT_FILE
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.workspace import Workspace

SAMPLE = "mail-order"

_WELCOME = Phrase(
    "コンタクトセンターの外部委託を、要件定義から提案会社の選定まで、1問ずつ進めます。",
    "From a contact centre's requirements to the choice of a vendor, one question at a time.",
)
_CHOICES = (
    Phrase("1. 新しいプロジェクトを作る", "1. Make a new project"),
    Phrase("2. プロジェクトを開く", "2. Open a project"),
    Phrase("3. 見本で試す", "3. Try the sample"),
)
_HINT = Phrase("入力: 番号 [en English  q 終了]", "Type a number [ja 日本語  q end]")
_TITLE = Phrase(
    "入力: 件名（提案依頼書の表紙に載ります。あとで変えられます。Enter だけなら後で入力）",
    "Type the title for the cover of the RFP; it can be changed later (Enter to do so later)",
)
_NEW = Phrase(
    "入力: 作るフォルダの場所と名前（例: 委託プロジェクト）、< やめる",
    "Type the folder to make, such as outsourcing; < to leave it",
)
_OPEN = Phrase("入力: プロジェクトのフォルダ、< やめる", "Type the folder of the project, < to leave it")
_MADE = Phrase("プロジェクトを作りました: {folder}", "Made a project: {folder}")
_OPENED = Phrase("開きました: {folder}", "Opened: {folder}")


def start(desk: Desk) -> Document:
    """Ask until a project is open.

    Raises:
        Ended: somebody has finished.
    """
    desk.say(_WELCOME)
    while True:
        desk.say()
        for choice in _CHOICES:
            desk.say(choice)
        reply = desk.reply(_HINT)
        document = None
        match number_in(reply.text) if reply.command is None else None:
            case 1:
                document = _make(desk, None)
            case 2:
                document = _open(desk)
            case 3:
                document = _make(desk, SAMPLE)
            case _ if reply.command is Command.HELP:
                desk.say(_WELCOME)
            case _ if reply.text and not heed(desk, reply):
                not_here(desk, reply)
        if document is not None:
            return document


def open_project(folder: Path) -> Document:
    """The document of a project's folder.

    Raises:
        Refused: there is no project, or it cannot be read.
    """
    return Document(Workspace.open(folder))


def _make(desk: Desk, sample: str | None) -> Document | None:
    title = None
    if sample is None and (typed := desk.ask(_TITLE)) is not None:
        title = desk.worded(typed)
    named = desk.ask(_NEW)
    if named is None:
        return None
    folder = Path(named).expanduser()
    document = desk.attempt(lambda: Document(Workspace.create(folder, sample)))
    if document is None:
        return None
    if title is not None:
        document.set("rfp.title", title)
        document.save()
    desk.say(_MADE.fill(folder=document.folder))
    return document


def _open(desk: Desk) -> Document | None:
    named = desk.ask(_OPEN)
    if named is None:
        return None
    document = desk.attempt(lambda: _existing(Path(named).expanduser()))
    if document is not None:
        desk.say(_OPENED.fill(folder=document.folder))
    return document


def _existing(folder: Path) -> Document:
    """Of the very folder that was typed: a slip must not open the project around it."""
    if not (folder / PROJECT_FILE).is_file():
        raise WrongUse(
            Phrase("プロジェクトを開けません。", "The project cannot be opened."),
            Phrase("「{name}」にプロジェクトがありません。", "There is no project in “{name}”.").fill(
                name=folder.name
            ),
            Phrase("フォルダの場所と名前を確かめてください。", "Check where the folder is, and its name."),
        )
    return open_project(folder)
