"""One cell read as what its column holds. What has no single reading is an error, never a guess."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal

from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.notes import Notebook
from rfp_builder.excel.reading.values import Cell, CellError, Garbled
from rfp_builder.forms.choices import YES_OR_NO, Choice, match_choice, unknown_choice
from rfp_builder.forms.refusal import Refusal
from rfp_builder.i18n import Phrase, listed
from rfp_builder.text.clean import clean
from rfp_builder.text.dates import read_date
from rfp_builder.text.numbers import read_amount, read_number, read_percent
from rfp_builder.text.unreadable import Unreadable

Answer = str | int | Decimal | date | bool
"""What a row gives for a cell: which of these is said by the column's kind."""

LONGEST_TEXT = 32_767
"""Characters that a cell of Excel can hold."""

_PLAUSIBLE_DATES = (date(1950, 1, 1), date(2100, 1, 1))
_TYPED_SHOWN = 20
_BLANKS = " \u3000\n"
"""Left behind at the ends of a text by a slip. A tab is not: it is there on purpose, if to no good one."""

_ERROR_VALUE = Phrase(
    "エラー値（{code}）になっています。正しい値に直してください。",
    "The cell shows an error ({code}). Please correct it.",
)
_GARBLED = Phrase(
    "セルの値を読み取れません。入力し直してください。",
    "The value of this cell cannot be read. Please enter it again.",
)
_NOT_CALCULATED = Phrase(
    "数式の計算結果が保存されていません。Excelで開いて保存し直してから送ってください。",
    "The result of this formula was not saved. Please open the file in Excel, save it and send it again.",
)
_CALCULATED = Phrase(
    "数式が入力されています。最後に保存されたときの計算結果を読み込みました。",
    "The cell holds a formula. The result it had when the file was last saved was read.",
)
_TOO_LONG = Phrase(
    "文字数が多すぎます。1つのセルは32,767文字以内で記入してください。",
    "The text is too long. A cell can hold 32,767 characters.",
)
_CLEANED = Phrase("{what}を取り除いて読み込みました。", "Read without its {what}.")
_TAKEN_FOR = Phrase("「{typed}」を「{choice}」として読み込みました。", "“{typed}” was read as “{choice}”.")
_NOT_A_NUMBER = Phrase("数値を入力してください。", "Please enter a number.")
_SHOWN_AS_DATE = Phrase(
    "日付になっています。セルの表示形式を「標準」に戻し、数値を入力し直してください。",
    "The cell shows a date. Please set its format to General and enter the number again.",
)
_DATE_FORMAT_IGNORED = Phrase(
    "セルの表示形式が日付になっていますが、数値として読み込みました。",
    "The cell is formatted as a date; it was read as the number it holds.",
)
_NOT_A_DATE = Phrase(
    "日付として読み取れません。2027/4/1 のように入力してください。",
    "This is not a date. Please enter it like 2027-04-01.",
)


class CellProblem(Exception):
    """A cell that cannot be read; `code` and `message` are those of the note to make of it."""

    def __init__(self, code: str, message: Phrase) -> None:
        super().__init__(message.en)
        self.code = code
        self.message = message


def is_blank(cell: Cell) -> bool:
    """Whether nothing can be seen in the cell. A formula without a result is not blank."""
    if isinstance(cell.value, str):
        return not cell.value.strip()
    return cell.value is None and not cell.formula


def read_cell(cell: Cell, column: ColumnSpec, notes: Notebook) -> Answer:
    """The answer in a cell that is not blank; assumptions made on the way become warnings in `notes`.

    Raises:
        CellProblem: it has no single reading as `column.kind`.
    """
    if isinstance(cell.value, CellError):
        raise CellProblem("cell.error", _ERROR_VALUE.fill(code=_shown(cell.value.code)))
    if isinstance(cell.value, Garbled):
        raise CellProblem("cell.garbled", _GARBLED)
    if cell.value is None:
        raise CellProblem("formula.not_calculated", _NOT_CALCULATED)
    try:
        answer = _READERS[column.kind](cell, column, notes)
    except Refusal as refusal:
        raise CellProblem(refusal.code, refusal.reason) from None
    except Unreadable as unreadable:
        raise CellProblem(f"{column.kind}.unreadable", unreadable.reason) from None
    if cell.formula:
        notes.warn(cell.ref, "formula.calculated", _CALCULATED)
    return answer


def as_text(cell: Cell) -> str:
    """What a cell shows, as plain text; numbers and dates without regard to their format."""
    value = cell.value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, Decimal):
        return _plain(value)
    if isinstance(value, date | time):
        return value.isoformat()
    return value if isinstance(value, str) else ""


def _text(cell: Cell, column: ColumnSpec, notes: Notebook) -> str:
    cleaned = clean(as_text(cell))
    if len(cleaned.text) > LONGEST_TEXT:
        raise CellProblem("text.too_long", _TOO_LONG)
    if cleaned.removed:
        what = listed(cleaned.removed)
        notes.warn(cell.ref, "text.cleaned", _CLEANED.fill(what=what))
    return cleaned.text.strip(_BLANKS)


def _choice(cell: Cell, column: ColumnSpec, notes: Notebook) -> str:
    return _picked(cell, column.choices, notes).value


def _bool(cell: Cell, column: ColumnSpec, notes: Notebook) -> bool:
    if isinstance(cell.value, bool):
        return cell.value
    return _picked(cell, YES_OR_NO, notes) is YES_OR_NO[0]


def _picked(cell: Cell, choices: Sequence[Choice], notes: Notebook) -> Choice:
    typed = as_text(cell)
    match = match_choice(typed, choices)
    if match is None:
        raise unknown_choice(choices)
    if not match.exact:
        notes.warn(cell.ref, "choice.alike", _TAKEN_FOR.fill(typed=_shown(typed), choice=match.choice.label))
    return match.choice


def _amount(cell: Cell, column: ColumnSpec, notes: Notebook) -> int:
    return read_amount(_numeral(cell, notes), column.currency)


def _number(cell: Cell, column: ColumnSpec, notes: Notebook) -> Decimal:
    return read_number(_numeral(cell, notes), column.units)


def _percent(cell: Cell, column: ColumnSpec, notes: Notebook) -> Decimal:
    if cell.percent and isinstance(cell.value, Decimal):
        return read_percent(f"{_plain(cell.value * 100)}%")
    return read_percent(_numeral(cell, notes))


def _numeral(cell: Cell, notes: Notebook) -> str:
    """The number in a cell as the readers of typed numbers take it."""
    value = cell.value
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        # A sum of money or a count shown as 120% was entered in the wrong place, or formatted by mistake.
        return f"{_plain(value * 100)}%" if cell.percent else _plain(value)
    if cell.serial is None or not isinstance(value, date | time):
        raise Unreadable(_NOT_A_NUMBER)
    # Excel turns "4/1" into a date of our days by itself; a format left behind by a moved column does not.
    first, last = _PLAUSIBLE_DATES
    is_day = isinstance(value, date) and first <= _day(value) < last
    if is_day or (isinstance(value, time) and value != time()):
        raise Unreadable(_SHOWN_AS_DATE)
    notes.warn(cell.ref, "number.date_format", _DATE_FORMAT_IGNORED)
    return _plain(cell.serial)


def _date(cell: Cell, column: ColumnSpec, notes: Notebook) -> date:
    if isinstance(cell.value, date):
        return _day(cell.value)
    if isinstance(cell.value, str):
        return read_date(cell.value)
    raise Unreadable(_NOT_A_DATE)


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _plain(number: Decimal) -> str:
    """All digits of `number`, without exponent and without zeros behind the point."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _shown(typed: str) -> str:
    """The start of what somebody typed, on one line, fit to be shown."""
    return " ".join(clean(typed).text.split())[:_TYPED_SHOWN]


_READERS: dict[Kind, Callable[[Cell, ColumnSpec, Notebook], Answer]] = {
    Kind.ID: _text,
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.AMOUNT: _amount,
    Kind.NUMBER: _number,
    Kind.PERCENT: _percent,
    Kind.DATE: _date,
    Kind.BOOL: _bool,
}
