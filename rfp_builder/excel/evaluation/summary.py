"""概要: the ranking on one page, why vendors are out, and how the result came about in words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rfp_builder.evaluation.result import VendorResult
from rfp_builder.evaluation.reversal import reversals
from rfp_builder.excel.evaluation import names
from rfp_builder.excel.evaluation.charts import totals_chart, totals_height
from rfp_builder.excel.evaluation.matter import Matter, live
from rfp_builder.excel.evaluation.method import method_in_words
from rfp_builder.excel.evaluation.places import at
from rfp_builder.excel.evaluation.ranking import PRICE, Ranked, state_of
from rfp_builder.excel.writing.heights import row_height
from rfp_builder.excel.writing.look import Look, face
from rfp_builder.excel.writing.sheet import Formula, SheetWriter
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Scoring

_WIDTHS = (10, 26, 13, 14, 13, 20, 12)
_TITLE = Phrase("評価結果", "Evaluation")
_VERSION = Phrase("提案依頼書 第{version}版への提案", "Proposals on version {version} of the RFP")
_FIRST = Phrase("第1位", "First")
_STILL_OPEN = Phrase("未確定の提案があります", "not decided: a proposal is incomplete")
_COUNCIL = Phrase("同点のため合議で決定", "a tie, for the committee to decide")
_NONE = Phrase("該当なし", "none")
_WHY = Phrase("判定の理由と注意", "Reasons and remarks")
_NOTHING = Phrase("特にありません。", "None.")
_ABOUT = Phrase("{vendor}：{text}", "{vendor}: {text}")
_REVERSAL = Phrase(
    "{without}の提案がなければ、第1位は{winners}になります（価格点が最も低い提案価格に左右されるため）。",
    "Without the offer of {without}, {winners} would be first: points for price depend on the lowest offer.",
)
_METHOD = Phrase("順位の決め方", "How the ranking comes about")
_WIDE = sum(_WIDTHS[1:])


def write_summary(sheet: SheetWriter, matter: Matter, ranked: Ranked) -> None:
    """Fill the sheet from the ranking."""
    lang, project = matter.lang, matter.project
    sheet.widths(_WIDTHS)
    sheet.put(1, 1, _TITLE.to(lang), Look.TITLE)
    sheet.high(1, 38)
    sheet.put(2, 1, project.rfp.title.to(lang) if project.rfp.title else None, Look.SUBTITLE)
    version = project.issues[-1].version if project.issues else project.rfp.version
    sheet.put(3, 1, _VERSION.fill(version=version).to(lang), Look.GUIDE)
    sheet.put(5, 1, _FIRST.to(lang), Look.SUBTITLE)
    sheet.put(5, 2, _winner(matter, ranked), Look.SUBTITLE)
    row = _write_table(sheet, matter, ranked)
    sheet.put_chart(f"A{row + 2}", totals_chart(matter, ranked))
    # The chart floats: so many rows are left for it.
    row += 3 + -(-totals_height(matter) // face(lang).line)
    row = _section(sheet, row, _WHY)
    for text in list(_remarks(matter)) or [_NOTHING]:
        row = _line(sheet, row, "", text.to(lang))
    row = _section(sheet, row + 1, _METHOD)
    for label, text in method_in_words(matter.project.criteria):
        row = _line(sheet, row, label.to(lang), text.to(lang))


def _winner(matter: Matter, ranked: Ranked) -> Formula:
    lang = matter.lang
    ranks, vendors, states = (ranked.column(column) for column in (ranked.rank, ranked.vendor, ranked.state))
    several = f'IF(COUNTIF({ranks},1)=0,"{_NONE.to(lang)}","{_COUNCIL.to(lang)}")'
    one = f"IF(COUNTIF({ranks},1)=1,INDEX({vendors},MATCH(1,{ranks},0)),{several})"
    formula = f'IF(COUNTIF({states},"{names.OPEN.to(lang)}")>0,"{_STILL_OPEN.to(lang)}",{one})'
    first = [result for result in matter.results if result.rank == 1]
    if not matter.evaluation.complete:
        return Formula(formula, _STILL_OPEN.to(lang))
    if len(first) == 1:
        return Formula(formula, first[0].vendor.name)
    return Formula(formula, (_COUNCIL if first else _NONE).to(lang))


def _write_table(sheet: SheetWriter, matter: Matter, ranked: Ranked) -> int:
    """The ranking in short; gives back its last row."""
    lang = matter.lang
    parts = (
        (ranked.rank, names.RANK),
        (ranked.vendor, names.VENDOR),
        (ranked.total, names.TOTAL),
        (ranked.quality, names.QUALITY),
        (ranked.price_points, names.PRICE_POINTS),
        (ranked.price, PRICE.fill(unit=matter.unit)),
        (ranked.state, names.STATE),
    )
    head = 7
    for column, (source, phrase) in enumerate(parts, start=1):
        is_text = source in (ranked.vendor, ranked.state)
        sheet.put(head, column, phrase.to(lang), Look.HEAD if is_text else Look.HEAD_NUMBER)
    for place, result in enumerate(matter.results):
        row = head + 1 + place
        values = _values(matter, result)
        for column, ((source, _), value) in enumerate(zip(parts, values, strict=True), start=1):
            look, changes = _look(matter, ranked, source)
            cell = at(ranked.sheet, ranked.first + place, source)
            shown = Formula(cell, value) if isinstance(value, str) else live(cell, value)
            sheet.put(row, column, shown, look, **changes)
        sheet.fit(row, {2: result.vendor.name})
    return head + len(matter.results)


def _values(matter: Matter, result: VendorResult) -> tuple[Fraction | int | str | None, ...]:
    """What the cells of a vendor show, in the order of the columns."""
    price = None if result.price is None else Fraction(matter.money(result.price))
    return (
        result.rank,
        result.vendor.name,
        result.total,
        result.quality,
        result.price_points,
        price,
        state_of(result).to(matter.lang),
    )


def _look(matter: Matter, ranked: Ranked, column: int) -> tuple[Look, dict[str, object]]:
    if column == ranked.rank:
        return Look.NUMBER, {"bold": True}
    if column in (ranked.vendor, ranked.state):
        return Look.TEXT, {}
    if column == ranked.price:
        return Look.NUMBER, matter.money_format
    bold = {"bold": True} if column == ranked.total else {}
    return Look.POINTS, matter.points_format | bold


def _section(sheet: SheetWriter, row: int, name: Phrase) -> int:
    for column in range(1, len(_WIDTHS) + 1):
        text = name.to(sheet.book.lang) if column == 1 else None
        sheet.put(row, column, text, Look.HEAD, text_wrap=False)
    return row + 1


def _line(sheet: SheetWriter, row: int, label: str, text: str) -> int:
    """A label and a text over all other columns."""
    sheet.put(row, 1, label or None, Look.TEXT)
    sheet.merge(row, 2, row, len(_WIDTHS), text, Look.TEXT)
    lines = [(label, _WIDTHS[0]), (text, _WIDE)]
    sheet.high(row, row_height(lines, sheet.book.lang) or face(sheet.book.lang).line)
    return row + 1


def _remarks(matter: Matter) -> Iterator[Phrase]:
    """Why vendors are out or open, lost base points, ties, and offers that decide who wins."""
    for result in matter.results:
        lost = [
            one.because for one in result.subs.values() if one.sub.scoring is Scoring.BASE and one.because
        ]
        notes = [result.tie_note] if result.tie_note else []
        for text in (*result.out, *result.missing, *lost, *notes):
            yield _ABOUT.fill(vendor=result.vendor.name, text=text)
    for one in reversals(matter.project, matter.evaluation):
        winners = Phrase(
            "、".join(winner.name for winner in one.winners), ", ".join(winner.name for winner in one.winners)
        )
        yield _REVERSAL.fill(without=one.without.name, winners=winners)
