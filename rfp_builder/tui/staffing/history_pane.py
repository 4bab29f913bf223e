"""Step 1: past contacts are looked at, then taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_date, show_number
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.documents.pane import Pane
from rfp_builder.tui.staffing.taking import READING_FILE, choose, show_understood
from rfp_builder.tui.steps import run_step

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard

_CHOOSE = Phrase(
    "過去の件数のファイル（CSV または Excel）を選んでください。",
    "Choose the file of past contacts (CSV or Excel).",
)
_CHOOSE_FORECAST = Phrase(
    "作成済みの予測のファイル（CSV または Excel）を選んでください。",
    "Choose the file of the forecast (CSV or Excel).",
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
        choose(wizard, _CHOOSE, is_forecast=False)


class TakeForecast(Command):
    """Somebody forecast already."""

    label = Phrase("作成済みの予測を使う", "Use a forecast")
    help = Phrase(
        "別途作成した予測を取り込み、その件数をそのまま使います。",
        "Take in a forecast made elsewhere and plan with its counts as they are.",
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        choose(wizard, _CHOOSE_FORECAST, is_forecast=True)


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
            wizard,
            READING_FILE,
            lambda workspace, _: look_again(workspace),
            lambda taken: show_understood(wizard, taken),
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
