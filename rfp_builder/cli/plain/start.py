"""Without a project: make one, open one, or try the sample, by typing a folder's path."""

from __future__ import annotations

from pathlib import Path

from rfp_builder.cli.plain.desk import NO_NUMBER, ONLY_NUMBERS, Desk
from rfp_builder.cli.plain.everywhere import heed
from rfp_builder.cli.plain.replies import Command, number_in
from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.store.folder import PROJECT_FILE
from rfp_builder.tui.recent import existing, title_of
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.document.rescue import rescue_below
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
_RECENT = Phrase(
    "{n}. 最近のプロジェクトを開く: {title}（{folder}）", "{n}. Open a recent project: {title} ({folder})"
)
_UNNAMED = Phrase("件名なし", "no title yet")
_HINT = Phrase("入力: 番号 [? 説明  en English  q 終了]", "Type a number [? help  ja 日本語  q end]")
_HELP = Phrase(
    "番号を入力して Enter を押します。数字は全角でも構いません。答えは入力するたびに保存されます。"
    "どこでも ? で説明、?? で使える記号の一覧、q で終了です。",
    "Type a number and press Enter. Each answer is saved as it is given. Everywhere ? gives help, ?? lists "
    "all that can be typed, and q ends.",
)
_TITLE = Phrase(
    "入力: 件名（提案依頼書の表紙に載ります。あとで変えられます。Enter だけなら後で入力）",
    "Type the title for the cover of the RFP; it can be changed later (Enter to do so later)",
)
_NEW = Phrase(
    "入力: 作るフォルダの場所と名前。場所を省くと {here} の中に作ります（例: 委託プロジェクト）、< やめる",
    "Type the folder to make, such as outsourcing; without a place it goes into {here}; < to leave it",
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
        recent = existing(desk.settings.recent)
        desk.say()
        for choice in _CHOICES:
            desk.say(choice)
        for at, folder in enumerate(recent, start=len(_CHOICES) + 1):
            desk.say(_RECENT.fill(n=at, title=_title(desk, folder), folder=folder))
        reply = desk.reply(_HINT)
        document = None
        number = number_in(reply.text) if reply.command is None else None
        match number:
            case 1:
                document = _make(desk, None)
            case 2:
                document = _open(desk)
            case 3:
                document = _make(desk, SAMPLE)
            case int() if len(_CHOICES) < number <= len(_CHOICES) + len(recent):
                document = _opened(desk, Path(recent[number - len(_CHOICES) - 1]))
            case int():
                desk.say(NO_NUMBER.fill(n=len(_CHOICES) + len(recent)))
            case _ if reply.command is Command.HELP:
                desk.say(_HELP)
            case _ if reply.text and not heed(desk, reply):
                desk.say(ONLY_NUMBERS.fill(n=len(_CHOICES) + len(recent)))
        if document is not None:
            return document


def _title(desk: Desk, folder: str) -> str:
    title = title_of(folder)
    return title.get(desk.lang) or next(iter(title.values()), desk.in_words(_UNNAMED))


def open_project(desk: Desk, folder: Path) -> Document:
    """The document of a project's folder.

    Raises:
        Refused: there is no project, or it cannot be read.
    """
    return Document(Workspace.open(folder), rescue=rescue_below(desk.rescue))


def _make(desk: Desk, sample: str | None) -> Document | None:
    title = None
    if sample is None and (typed := desk.ask(_TITLE)) is not None:
        title = desk.worded(typed)
    named = desk.ask(_NEW.fill(here=Path.cwd()))
    if named is None:
        return None
    folder = Path(named).expanduser()
    document = desk.attempt(
        lambda: Document(Workspace.create(folder, sample), rescue=rescue_below(desk.rescue))
    )
    if document is None:
        return None
    if sample is None:
        rfp = document.project.rfp.replace(title=title, languages=(desk.lang,))
        document.change(document.project.replace(rfp=rfp), "rfp.title")
        document.save()
    desk.say(_MADE.fill(folder=document.folder))
    return document


def _open(desk: Desk) -> Document | None:
    named = desk.ask(_OPEN)
    if named is None:
        return None
    return _opened(desk, Path(named).expanduser())


def _opened(desk: Desk, folder: Path) -> Document | None:
    document = desk.attempt(lambda: _existing(desk, folder))
    if document is not None:
        desk.say(_OPENED.fill(folder=document.folder))
    return document


def _existing(desk: Desk, folder: Path) -> Document:
    """Of the very folder that was typed: a slip must not open the project around it."""
    if not (folder / PROJECT_FILE).is_file():
        raise WrongUse(
            Phrase("プロジェクトを開けません。", "The project cannot be opened."),
            Phrase("「{name}」にプロジェクトがありません。", "There is no project in “{name}”.").fill(
                name=folder.name
            ),
            Phrase("フォルダの場所と名前を確かめてください。", "Check where the folder is, and its name."),
        )
    return open_project(desk, folder)
