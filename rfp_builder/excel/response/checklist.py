"""The last sheet of the response workbook: live counts of what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.response import columns as layout
from rfp_builder.excel.writing.look import WARM, WARM_FILL, Look
from rfp_builder.excel.writing.sheet import CellValue, Formula, SheetWriter
from rfp_builder.excel.writing.table import Placed, TableLine, write_table
from rfp_builder.i18n import Phrase
from rfp_builder.model.proposals import Fit

_TOP = 4
_GUIDE = Phrase(
    "記入に合わせて自動で変わります。「残り」がすべて0になったら提出できます。",
    "The counts follow what you fill in. Once every “Open” is 0, the file is ready to send.",
)
_COLUMNS = (
    ColumnSpec("sheet", Phrase("シート", "Sheet"), given=True, width=18),
    ColumnSpec("what", Phrase("確かめること", "What is checked"), given=True, width=58),
    ColumnSpec("open", Phrase("残り", "Open"), Kind.NUMBER, given=True, width=10),
    ColumnSpec("state", Phrase("状態", "State"), given=True, width=16),
)
_DONE = Phrase("記入済み", "done")
_LEFT = Phrase("未記入あり", "still open")
_ALL = Phrase("合計", "All")
_READY = Phrase("提出できます", "ready to send")

_COMPANY = Phrase("会社名", "Company name")
_MARK = Phrase("要件（R）の対応可否", "Marks of the requirements (R)")
_REASON = Phrase("△・×を付けた行の実現方法", "How it is met, in rows marked △ or ×")
_QUESTION = Phrase("問いかけ（Q）への回答", "Answers to the questions (Q)")
_GATE = Phrase("満たしているか（はい・いいえ）", "Met (yes or no)")
_PRICE = Phrase("単価", "Unit prices")
_QUANTITY = Phrase("月間数量（貴社が見込む行）", "Quantities that you expect")
_ONE_AT_LEAST = Phrase("1行以上の記入", "One row at least")
_YEARS = Phrase("3期すべての値", "All values of the three years")
_TITLES = Phrase("題名だけ、または内容だけの行", "Rows with a title or a description only")


@dataclass(frozen=True, slots=True)
class _Check:
    """One thing to look at: a formula that counts what is open, and its result as the file is written."""

    sheet: Phrase
    what: Phrase
    formula: str
    open: int


def write_checklist(
    sheet: SheetWriter, tables: Mapping[Phrase, Placed], company_cell: str, company: str
) -> None:
    """Fill the sheet. `company_cell` is where the company's name stands, as other sheets spell it."""
    lang = sheet.book.lang
    sheet.put(1, 1, layout.CHECKLIST.to(lang), Look.TITLE)
    sheet.high(1, 34)
    sheet.put(2, 1, _GUIDE.to(lang), Look.GUIDE)
    checks = [
        _Check(layout.INSTRUCTIONS, _COMPANY, f'IF({company_cell}="",1,0)', int(not company)),
        *(check for name, table in tables.items() for check in _checks(name, table)),
    ]
    done, left, ready = (phrase.to(lang) for phrase in (_DONE, _LEFT, _READY))
    lines = []
    for row, check in enumerate(checks, start=_TOP + 1):
        state = Formula(f'IF(C{row}=0,"{done}","{left}")', left if check.open else done)
        values: dict[str, CellValue] = {
            "sheet": check.sheet.to(lang),
            "what": check.what.to(lang),
            "open": Formula(check.formula, check.open),
            "state": state,
        }
        lines.append(TableLine(values))
    placed = write_table(sheet, _COLUMNS, lines, top=_TOP)
    row = placed.last + 1
    total = sum(check.open for check in checks)
    sheet.put(row, 1, _ALL.to(lang), Look.TOTAL)
    sheet.put(row, 2, None, Look.TOTAL)
    sheet.put(row, 3, Formula(f"SUM({placed.area('open')})", total), Look.TOTAL_NUMBER)
    state = Formula(f'IF(C{row}=0,"{ready}","{left}")', left if total else ready)
    sheet.put(row, 4, state, Look.TOTAL)
    sheet.when(
        f"C{placed.first}:D{row}", f"$C{placed.first}>0", font_color=WARM, bg_color=WARM_FILL, bold=True
    )
    sheet.start_at("A1")


def _checks(name: Phrase, table: Placed) -> Iterator[_Check]:
    if name == layout.REQUIREMENTS:
        yield from _requirement_checks(name, table)
    elif name == layout.GATES:
        yield _blanks(name, _GATE, table, "passed")
    elif name == layout.PRICES:
        if any("quantity" in line.opened for line in table.lines):
            yield _blanks(name, _QUANTITY, table, "quantity")
        yield _blanks(name, _PRICE, table, "unit-price")
    elif name == layout.FINANCIALS:
        yield _blanks(name, _YEARS, table, *_answer_keys(table))
    elif name == layout.FREE:
        title, how = table.span("title"), table.span("how")
        halves = sum(_is_blank(line, "title") != _is_blank(line, "how") for line in table.lines)
        yield _Check(name, _TITLES, f'SUMPRODUCT(--(({title}="")<>({how}="")))', halves)
    else:
        keys = _answer_keys(table)
        none = all(_is_blank(line, key) for line in table.lines for key in keys)
        formula = f"IF(COUNTA({table.span(keys[0], keys[-1])})=0,1,0)"
        yield _Check(name, _ONE_AT_LEAST, formula, int(none))


def _requirement_checks(name: Phrase, table: Placed) -> Iterator[_Check]:
    number, fit, how = table.span("number"), table.span("fit"), table.span("how")
    asked = [line for line in table.lines if "fit" in line.closed]
    marked = [line for line in table.lines if "fit" not in line.closed]
    if marked:
        formula = f'SUMPRODUCT((LEFT({number},1)="R")*({fit}=""))'
        yield _Check(name, _MARK, formula, sum(_is_blank(line, "fit") for line in marked))
        owing = [line for line in marked if line.values.get("fit") in (Fit.PARTLY, Fit.NOT)]
        formula = f'SUMPRODUCT((({fit}="△")+({fit}="×"))*({how}=""))'
        yield _Check(name, _REASON, formula, sum(_is_blank(line, "how") for line in owing))
    if asked:
        formula = f'SUMPRODUCT((LEFT({number},1)="Q")*({how}=""))'
        yield _Check(name, _QUESTION, formula, sum(_is_blank(line, "how") for line in asked))


def _blanks(name: Phrase, what: Phrase, table: Placed, *keys: str) -> _Check:
    count = sum(_is_blank(line, key) for line in table.lines for key in keys)
    return _Check(name, what, f"COUNTBLANK({table.span(keys[0], keys[-1])})", count)


def _answer_keys(table: Placed) -> tuple[str, ...]:
    """The columns to fill in: all but the first, which counts the rows."""
    return tuple(table.columns)[1:]


def _is_blank(line: TableLine, key: str) -> bool:
    return line.values.get(key) in (None, "")
