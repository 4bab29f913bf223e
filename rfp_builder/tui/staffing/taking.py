"""Taking contacts in: the file is chosen, looked at, asked about where it does not say enough, and kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.text.date_order import DateOrder
from rfp_builder.tui.staffing.preview import Preview
from rfp_builder.tui.steps import Tell, run_step
from rfp_builder.workspace.tidings import READING

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.workspace.staffing.history import Taken
    from rfp_builder.workspace.workspace import Workspace

READING_FILE = Phrase("ファイルを読み取っています", "Reading the file")
_SUFFIXES = (".csv", ".xlsx", ".tsv", ".txt")
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
_FIRST_IS = {
    DateOrder.MONTH_FIRST: Phrase("月が先（月/日/年）", "The month (month/day/year)"),
    DateOrder.DAY_FIRST: Phrase("日が先（日/月/年）", "The day (day/month/year)"),
}
_ZONE = Phrase("タイムゾーンを変える", "Change the time zone")
_WHICH_ZONE = Phrase(
    "日時を、どのタイムゾーンに換算しますか。", "Which time zone are the stamps to be converted to?"
)
_ZONES = Phrase(
    "コールセンターのある場所の時刻にします。例: Asia/Tokyo（日本時間）、Asia/Manila、UTC、+08:00",
    "Choose the clock of the contact center, for example Asia/Tokyo, Asia/Manila, UTC or +08:00",
)
_NO_ZONE = Phrase("「{zone}」というタイムゾーンはありません。", "There is no time zone “{zone}”.")
_JAPAN = "Asia/Tokyo"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is read, as far as somebody said."""

    is_forecast: bool = False
    time_zone: str | None = None
    date_order: DateOrder | None = None


class TakingPreview(Preview):
    """A preview of contacts; where their stamps were converted, another time zone can be asked for."""

    def __init__(self, lines: list[str], *, has_zone: bool) -> None:
        super().__init__(_UNDERSTOOD, _CHECK, lines, _TAKE)
        self._has_zone = has_zone
        self.asks_for_zone = False

    def buttons(self) -> tuple[tuple[str, Phrase], ...]:
        """See `Dialog`."""
        first, *rest = super().buttons()
        return (first, *((("zone", _ZONE),) if self._has_zone else ()), *rest)

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        self.asks_for_zone = button == "zone"
        super().pressed(button)


def choose(wizard: Wizard, question: Phrase, *, is_forecast: bool) -> None:
    """Have a file chosen and look at it."""
    from rfp_builder.tui.dialogs.files import FileDialog

    def chosen(path: Path | None) -> None:
        if path is not None:
            _look(wizard, path, Manner(is_forecast))

    wizard.push_screen(FileDialog(question, Path.cwd(), suffixes=_SUFFIXES), chosen)


def show_understood(wizard: Wizard, taken: Taken) -> None:
    """How a file that was taken in is understood."""
    wizard.push_screen(Preview(_UNDERSTOOD, _CHECK, _lines(wizard, taken), None))


def _look(wizard: Wizard, path: Path, manner: Manner) -> None:
    from rfp_builder.workspace.incoming import read_file
    from rfp_builder.workspace.staffing.history import lacks_date_order, look_at_history

    def step(_: Workspace, tell: Tell) -> tuple[Taken, bytes] | Refused:
        tell(READING.fill(name=path.name))
        data = read_file(path)

        def progress(done: int, rows: int) -> None:
            tell(_ROWS.fill(done=f"{done:,}", all=f"{rows:,}"))

        try:
            taken = look_at_history(
                path.name,
                data,
                is_forecast=manner.is_forecast,
                time_zone=manner.time_zone,
                date_order=manner.date_order,
                progress=progress,
            )
        except Refused as problem:
            if lacks_date_order(problem):
                return problem
            raise
        return taken, data

    def done(found: tuple[Taken, bytes] | Refused) -> None:
        if isinstance(found, Refused):
            _ask_order(wizard, path, manner, found)
        else:
            _preview(wizard, path, manner, *found)

    run_step(wizard, READING_FILE, step, done)


def _ask_order(wizard: Wizard, path: Path, manner: Manner, problem: Refused) -> None:
    from rfp_builder.tui.dialogs.one_of import OneOf

    def told(order: str | None) -> None:
        if order is not None:
            _look(wizard, path, replace(manner, date_order=DateOrder(order)))

    offers = [(order.value, said.to(wizard.lang)) for order, said in _FIRST_IS.items()]
    wizard.push_screen(OneOf(problem.why, offers, None), told)


def _preview(wizard: Wizard, path: Path, manner: Manner, taken: Taken, data: bytes) -> None:
    has_zone = bool(taken.found.converted) or manner.time_zone is not None
    dialog = TakingPreview(_lines(wizard, taken), has_zone=has_zone)

    def answered(sure: bool | None) -> None:
        if sure:
            _take(wizard, taken, data)
        elif dialog.asks_for_zone:
            _ask_zone(wizard, path, manner, manner.time_zone or _JAPAN)

    wizard.push_screen(dialog, answered)


def _ask_zone(wizard: Wizard, path: Path, manner: Manner, text: str) -> None:
    from rfp_builder.tui.dialogs.ask import Ask
    from rfp_builder.workspace.staffing.history import knows_zone

    def told(zone: str | None) -> None:
        if zone is not None and not knows_zone(zone):
            wizard.tell(_NO_ZONE.fill(zone=zone))
            _ask_zone(wizard, path, manner, zone)
        else:
            # Who leaves the question comes back to the preview.
            _look(wizard, path, manner if zone is None else replace(manner, time_zone=zone))

    wizard.push_screen(Ask(_WHICH_ZONE, _ZONES, text), told)


def _lines(wizard: Wizard, taken: Taken) -> list[str]:
    from rfp_builder.workspace.staffing.understood import understood_lines

    return list(understood_lines(taken.kept.name, taken.found, taken.kept.is_forecast, wizard.lang))


def _take(wizard: Wizard, taken: Taken, data: bytes) -> None:
    from rfp_builder.workspace.staffing.history import keep_history

    run_step(
        wizard,
        _TAKING,
        lambda workspace, _: keep_history(workspace, taken, data),
        lambda _: wizard.tell(_TAKEN),
    )
