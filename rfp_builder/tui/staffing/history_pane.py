"""Step 1: past contacts are looked at, then taken in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_date, show_number
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.documents.pane import Pane
from rfp_builder.tui.staffing.preview import Preview
from rfp_builder.tui.steps import Tell, run_step
from rfp_builder.workspace.tidings import READING

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.staffing.history import Taken
    from rfp_builder.workspace.workspace import Workspace

_SUFFIXES = (".csv", ".xlsx", ".tsv", ".txt")
_CHOOSE = Phrase(
    "過去の件数のファイル（CSV または Excel）を選んでください。",
    "Choose the file of past contacts (CSV or Excel).",
)
_CHOOSE_FORECAST = Phrase(
    "作成済みの予測のファイル（CSV または Excel）を選んでください。",
    "Choose the file of the forecast (CSV or Excel).",
)
_READING = Phrase("ファイルを読み取っています", "Reading the file")
_ROWS = Phrase("{done} / {all}行", "{done} of {all} rows")
_UNDERSTOOD = Phrase("ファイルの読み取り結果", "How the file was understood")
_CHECK = Phrase(
    "列と期間が正しく読み取られているか確かめてください。上下の矢印キーで続きを見られます。",
    "Check that columns and period are right. The arrow keys scroll.",
)
_TAKE = Phrase("この内容で取り込む", "Take it in")
_TAKING = Phrase("取り込んでいます", "Taking it in")
_TAKEN = Phrase(
    "取り込みました。次は、件数がどの窓口のものかを確かめます。",
    "Taken in. Next: whose contacts they are.",
)
_NOTHING = Phrase(
    "まだ取り込んでいません。「件数を取り込む」で、ファイルを選びます。\n\n"
    "読み取れるもの:\n"
    "  電話システムが書き出した日付と時間帯の表、日別の表、月別の合計（CSV または Excel）\n"
    "  業務・チャネル・コールリーズン・商品などの列があれば、区分ごとに読み取ります\n"
    "  1年分以上あると、季節の動きまで予測できます\n\n"
    "取り込む前に、どう読み取ったかと、気になる点をすべて表示します。",
    "Nothing is taken in yet. “Take contacts in” lets you choose a file.\n\n"
    "What can be read:\n"
    "  what telephone systems export by date and interval, by day, or totals by month (CSV or Excel)\n"
    "  columns of programs, channels, call reasons, products and the like, each kept apart\n"
    "  with a year or more, the forecast knows the seasons\n\n"
    "Before anything is taken in you see how it was understood and what was odd.",
)
_FILE = Phrase("ファイル", "File")
_KIND = Phrase("種類", "Kind")
_ACTUAL = Phrase("実績", "actual contacts")
_FORECAST = Phrase("作成済みの予測（件数をそのまま使う）", "a forecast made elsewhere, taken as it is")
_PERIOD = Phrase("期間", "Period")
_FROM_TO = Phrase("{first}〜{last}", "{first} to {last}")
_CONTACTS = Phrase("件数", "Contacts")
_COUNT = Phrase("{n}件", "{n}")
_KEPT = Phrase("保管場所", "Kept as")
_AGAIN = Phrase(
    "新しいファイルを取り込むと、これに代わります。前のファイルはフォルダに残ります。",
    "Another file takes its place; this one stays in the folder.",
)
_LABEL_WIDTH = 12


class TakeHistory(Command):
    """Actual contacts."""

    label = Phrase("件数を取り込む", "Take contacts in")
    help = Phrase(
        "過去の件数（CSV または Excel）を、読み取り方を確かめてから取り込みます。",
        "Take past contacts (CSV or Excel) in, after a look at how they are understood.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        _choose(wizard, _CHOOSE, is_forecast=False)


class TakeForecast(Command):
    """Somebody forecast already."""

    label = Phrase("作成済みの予測を使う", "Use a forecast")
    help = Phrase(
        "別途作成した予測を取り込み、その件数をそのまま使います。",
        "Take in a forecast made elsewhere and plan with its counts as they are.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        _choose(wizard, _CHOOSE_FORECAST, is_forecast=True)


class LookAgain(Command):
    """How the file was understood, once more."""

    label = Phrase("読み取り結果を見る", "See how it was read")
    help = Phrase(
        "取り込んだファイルをどう読み取ったかと、気になる点を表示します。",
        "Show how the file that was taken in was understood, and what was odd.",
    )

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        return wizard.session is not None and wizard.session.project.staffing.history is not None

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from rfp_builder.workspace.staffing.history import look_again

        run_step(
            wizard, _READING, lambda workspace, _: look_again(workspace), partial(_show, wizard, data=None)
        )


class HistoryPane(Pane):
    """What was taken in."""

    TITLE = Phrase("実績", "History")
    LEAD = Phrase(
        "過去の件数を取り込みます。ファイルは届いたままの形で保管します。",
        "Take past contacts in. The file is kept as it came.",
    )
    DOES = (TakeHistory, TakeForecast, LookAgain)

    def view(self) -> Content:
        """See `Pane`."""
        kept, lang = self.front.session.project.staffing.history, self.front.lang
        if kept is None:
            return Content(self.say(_NOTHING))
        first, last = show_date(kept.first, lang), show_date(kept.last, lang)
        rows = (
            (_FILE, kept.name),
            (_KIND, self.say(_FORECAST if kept.is_forecast else _ACTUAL)),
            (_PERIOD, self.say(_FROM_TO.fill(first=first, last=last))),
            (_CONTACTS, self.say(_COUNT.fill(n=show_number(kept.contacts)))),
            (_KEPT, kept.file),
        )
        lines = [facts_line(self.say(label), value) for label, value in rows]
        return Content("\n").join([*lines, Content(""), Content.styled(self.say(_AGAIN), "$text-muted")])


def facts_line(label: str, value: str, width: int = _LABEL_WIDTH) -> Content:
    """A label in bold, and what it is of."""
    from rfp_builder.tui.widths import filled

    return Content.assemble(Content.styled(filled(label, width), "bold"), Content(value))


def _choose(wizard: Wizard, question: Phrase, *, is_forecast: bool) -> None:
    from rfp_builder.tui.dialogs.files import FileDialog

    def chosen(path: Path | None) -> None:
        if path is not None:
            _look(wizard, path, is_forecast=is_forecast)

    wizard.push_screen(FileDialog(question, Path.cwd(), suffixes=_SUFFIXES), chosen)


def _look(wizard: Wizard, path: Path, *, is_forecast: bool) -> None:
    from rfp_builder.workspace.incoming import read_file
    from rfp_builder.workspace.staffing.history import look_at_history

    def step(_: Workspace, tell: Tell) -> tuple[Taken, bytes]:
        tell(READING.fill(name=path.name))
        data = read_file(path)

        def progress(done: int, rows: int) -> None:
            tell(_ROWS.fill(done=f"{done:,}", all=f"{rows:,}"))

        return look_at_history(path.name, data, is_forecast=is_forecast, progress=progress), data

    run_step(wizard, _READING, step, lambda found: _show(wizard, found[0], data=found[1]))


def _show(wizard: Wizard, taken: Taken, data: bytes | None) -> None:
    """How it was understood; with `data` it can be taken in."""
    from rfp_builder.workspace.staffing.understood import understood_lines

    lines = list(understood_lines(taken.kept.name, taken.found, taken.kept.is_forecast, wizard.lang))
    if data is None:
        wizard.push_screen(Preview(_UNDERSTOOD, _CHECK, lines, None))
        return
    dialog = Preview(_UNDERSTOOD, _CHECK, lines, _TAKE)
    wizard.push_screen(dialog, lambda sure: _take(wizard, taken, data) if sure else None)


def _take(wizard: Wizard, taken: Taken, data: bytes) -> None:
    from rfp_builder.workspace.staffing.history import keep_history

    run_step(
        wizard,
        _TAKING,
        lambda workspace, _: keep_history(workspace, taken, data),
        lambda _: wizard.tell(_TAKEN),
    )
