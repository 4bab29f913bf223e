"""Hiring and training backwards from the start of service: whether it can be met, classes, and each month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_date, show_month, show_number
from rfp_builder.tui.documents.pane import Column, table

if TYPE_CHECKING:
    from rfp_builder.workload.plan.values import StaffingPlan

_NONE = Phrase("採用計画は作っていません。", "Hiring was not planned.")
_MET = Phrase("サービス開始日（{start}）に間に合います。", "The start of service, {start}, can be met.")
_NOT_MET = Phrase(
    "サービス開始日（{start}）には間に合いません。", "The start of service, {start}, cannot be met."
)
_FIRST = Phrase("最短の開始日: {first}", "First start that can be met: {first}")
_NEVER = Phrase(
    "研修の定員と離職率がこのままでは、開始日を延ばしても間に合いません。",
    "With classes of this size and this attrition, no later start would do either.",
)
_CLASSES = Phrase("採用と研修（計{n}人）", "Classes ({n} people in all)")
_NOBODY = Phrase("採用は必要ありません。", "Nobody needs to be hired.")
_MONTHS = Phrase(
    "月ごとの人数（習熟者換算は、研修後の習熟度を掛けた人数）",
    "Month by month (productive: weighed by how far they have grown)",
)
_CLASS_COLUMNS = (
    Column(Phrase("募集開始", "Recruiting"), 14),
    Column(Phrase("研修開始", "Class"), 14),
    Column(Phrase("応対開始", "On the floor"), 14),
    Column(Phrase("採用", "Hired"), 6, number=True),
    Column(Phrase("並行", "Groups"), 6, number=True),
)
_MONTH_COLUMNS = (
    Column(Phrase("月", "Month"), 16),
    Column(Phrase("必要", "Needed"), 8, number=True),
    Column(Phrase("習熟者換算", "Productive"), 10, number=True),
    Column(Phrase("在籍", "There"), 7, number=True),
    Column(Phrase("採用", "Hired"), 6, number=True),
    Column(Phrase("離職", "Left"), 6, number=True),
    Column(Phrase("不足", "Missing"), 8, number=True),
)
_NOTHING = 0.05
"""What is shown as nothing: less than half a tenth of a person."""


def hiring_lines(plan: StaffingPlan, lang: Lang) -> Iterator[Content]:
    """The verdict first."""
    hiring, need = plan.hiring, plan.need
    if hiring is None or need is None:
        yield Content(_NONE.to(lang))
        return
    start = show_date(need.start, lang)
    if hiring.can_be_met:
        yield Content.styled(f"v {_MET.fill(start=start).to(lang)}", "bold $success")
    else:
        first = hiring.first_start
        later = _NEVER if first is None else _FIRST.fill(first=show_date(first, lang))
        yield Content.styled(f"! {_NOT_MET.fill(start=start).to(lang)}", "bold $warning")
        yield Content.styled(f"  {later.to(lang)}", "bold")
    yield Content("")
    yield Content.styled(_CLASSES.fill(n=show_number(hiring.hired)).to(lang), "bold $primary")
    if hiring.classes:
        rows = [
            (
                *(_short(day, lang) for day in (one.recruiting_from, one.class_from, one.on_floor)),
                show_number(one.hired),
                str(one.groups),
            )
            for one in hiring.classes
        ]
        yield from table(_CLASS_COLUMNS, rows, lang)
    else:
        yield Content(_NOBODY.to(lang))
    yield Content("")
    yield Content.styled(_MONTHS.to(lang), "bold $primary")
    heading, *lines = table(
        _MONTH_COLUMNS,
        [
            (
                show_month(f"{one.first_day:%Y-%m}", lang),
                *(_tenth(value) for value in (one.needed, one.productive, one.headcount)),
                show_number(one.hired),
                _tenth(one.left),
                f"! {_tenth(one.missing)}" if one.missing >= _NOTHING else "-",
            )
            for one in hiring.months
        ],
        lang,
    )
    yield heading
    for line, one in zip(lines, hiring.months, strict=True):
        yield line.stylize("bold $warning") if one.missing >= _NOTHING else line


def _short(day: date, lang: Lang) -> str:
    return f"{day:{'%Y/%m/%d' if lang is Lang.JA else '%Y-%m-%d'}}"


def _tenth(value: float) -> str:
    return show_number(Fraction(value), 1)
