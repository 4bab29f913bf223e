"""The ranking, a line a vendor."""

from __future__ import annotations

from fractions import Fraction

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_number
from rfp_builder.workspace.evaluating import rank

_DOING = Phrase("集計しています", "Working out the ranking")
_RANK = Phrase(
    "{rank}位 {vendor}: 総合 {total}点（価格以外 {quality}点、価格 {price}点）",
    "{rank}. {vendor}: {total} points ({quality} without price, {price} for price)",
)
_OUT = Phrase("対象外 {vendor}", "out: {vendor}")
_OPEN = Phrase("未確定 {vendor}", "open: {vendor}")
_FILE = Phrase("評価結果: {path}", "Evaluation workbook: {path}")


def make_ranking(desk: Desk) -> None:
    """Evaluate, write the workbooks and tell the ranking with the reasons of those who are out."""
    desk.say(_DOING)
    langs = tuple(dict.fromkeys((desk.lang, *desk.project.rfp.languages)))
    done = desk.step(lambda workspace: rank(workspace, langs))
    if done is None:
        return
    evaluation, paths = done
    for one in evaluation.vendors:
        if one.rank is None:
            desk.say((_OUT if one.out else _OPEN).fill(vendor=one.vendor.name))
        else:
            points = {"total": one.total, "quality": one.quality, "price": one.price_points}
            said = {name: _points(desk, value) for name, value in points.items()}
            desk.say(_RANK.fill(rank=one.rank, vendor=one.vendor.name, **said))
        for reason in (*one.out, *one.missing, *((one.tie_note,) if one.tie_note else ())):
            desk.say(f"  {desk.in_words(reason)}")
    for path in paths:
        desk.say(_FILE.fill(path=path))


def _points(desk: Desk, value: Fraction | None) -> str:
    return "-" if value is None else show_number(value, desk.project.criteria.rounding.digits)
