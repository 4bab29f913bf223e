"""What somebody should look at, and every value that the plan used with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.tui.documents.pane import Column, table
from rfp_builder.tui.widths import lines_of
from rfp_builder.workspace.staffing.assumptions import ORIGINS

if TYPE_CHECKING:
    from rfp_builder.workload.plan.values import StaffingPlan

_NOTHING = Phrase("特に注意することはありません。", "Nothing in particular.")
_MEAN = Phrase(
    "「仮定」は、だれも確かめていない一般的な値です。「3 前提」か業務要件定義で決めてください。",
    "“assumed” is something usual that nobody has confirmed. Settle it under 3 Values or in the definition.",
)
_NAME = Phrase("項目", "Item")
_VALUE = Phrase("値", "Value")
_ORIGIN = Phrase("もと", "From")
_NAME_WIDTH, _ORIGIN_WIDTH = 38, 11
_GAPS = 4


def remark_lines(plan: StaffingPlan, lang: Lang, width: int) -> Iterator[Content]:
    """A remark after the other, with room between them."""
    if not plan.remarks:
        yield Content(_NOTHING.to(lang))
    for one in plan.remarks:
        first, *more = lines_of(one.to(lang), width - 2)
        yield Content(f"- {first}")
        yield from (Content(f"  {line}") for line in more)


def used_lines(plan: StaffingPlan, lang: Lang, width: int) -> Iterator[Content]:
    """Name, value and origin; values that are long go on below themselves."""
    yield Content.styled(_MEAN.to(lang), "$text-muted")
    yield Content("")
    room = max(12, width - _NAME_WIDTH - _ORIGIN_WIDTH - _GAPS)
    columns = (Column(_NAME, _NAME_WIDTH), Column(_ORIGIN, _ORIGIN_WIDTH), Column(_VALUE, room))
    rows: list[tuple[str, str, str]] = []
    for one in plan.used:
        first, *more = lines_of(one.value.to(lang), room)
        rows.append((one.name.to(lang), ORIGINS[one.origin.value].to(lang), first))
        rows += [("", "", line) for line in more]
    yield from table(columns, rows, lang)
