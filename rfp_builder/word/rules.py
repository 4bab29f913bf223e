"""Rounding, floors and ties in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from markupsafe import Markup

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.disclosure.public import PublicMethod
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.criteria import Rounding, RoundingMode
from rfp_builder.text.show import show_percent
from rfp_builder.word.blocks import facts
from rfp_builder.word.styles import Styles

_ROUNDING = Phrase("端数処理", "Rounding")
_FLOORS = Phrase("最低基準", "Floors")
_TIES = Phrase("同点の場合", "Ties")
_RANKING = Phrase("順位", "Ranking")

_WHERE = Phrase("{at}に", "Points are rounded {at}")
_HOW: Mapping[RoundingMode, Phrase] = MappingProxyType(
    {
        RoundingMode.HALF_UP: Phrase("{place}を四捨五入し、", "half up"),
        RoundingMode.HALF_EVEN: Phrase(
            "{place}以下の端数を最も近い値に丸め（ちょうど中間のときは末位が偶数になる方をとる）、",
            "to the nearest value (an exact half to the even digit)",
        ),
        RoundingMode.DOWN: Phrase("{place}以下を切り捨て、", "down"),
    }
)
_DIGITS = Phrase("小数第{digits}位まで求めます。", "to {digits} decimal places.")
_WHOLE = Phrase("整数で求めます。", "to whole points.")
_EXACT = Phrase(
    "それ以外の計算の途中では、端数を丸めません。", "Nothing is rounded anywhere else in the calculation."
)

_TOTAL = Phrase(
    "合計点が満点の{floor}に達しない提案は、選定の対象としません。",
    "A proposal whose total is below {floor} of all points is out.",
)
_PART = Phrase(
    "「{name}」の得点が配点の{floor}に達しない提案は、選定の対象としません。",
    "A proposal that earns less than {floor} of the points for “{name}” is out.",
)
_NO_FLOOR = Phrase("最低基準は設けません。", "There are no floors.")
_BY_TOTAL = Phrase(
    "応募資格と最低基準を満たす提案を、合計点の高い順に並べます。",
    "Proposals that pass the gates and the floors are ranked by their total, the highest first.",
)
_ONE_BY_ONE = Phrase(
    "合計点が同じ提案の順位は、次の順に決めます。", "Proposals with equal totals are put in order as follows."
)


def rules(styles: Styles, method: PublicMethod, lang: Lang) -> Markup:
    """Ranking, rounding, floors and ties as a table of facts."""
    floors = [sentence.to(lang) for sentence in _floors(method)] or [_NO_FLOOR.to(lang)]
    ties = [f"{number}. {choice_label(tie).to(lang)}" for number, tie in enumerate(method.ties, start=1)]
    rows = [
        (_RANKING.to(lang), _BY_TOTAL.to(lang)),
        (_ROUNDING.to(lang), rounding_sentence(method.rounding, lang)),
        (_FLOORS.to(lang), "\n".join(floors)),
    ]
    if ties:
        rows.append((_TIES.to(lang), "\n".join([_ONE_BY_ONE.to(lang), *ties])))
    return facts(styles, rows)


def rounding_sentence(rounding: Rounding, lang: Lang) -> str:
    """How points are rounded, in one or two sentences."""
    at = choice_label(rounding.at)
    place = Phrase(f"小数第{rounding.digits + 1}位", "")
    where = _WHERE.fill(at=Phrase(at.ja, at.en.lower())).to(lang)
    how = _HOW[rounding.mode].fill(place=place).to(lang)
    digits = (_DIGITS.fill(digits=rounding.digits) if rounding.digits else _WHOLE).to(lang)
    gap = "" if lang is Lang.JA else " "
    return gap.join((where, how, digits)) + gap + _EXACT.to(lang)


def _floors(method: PublicMethod) -> Iterator[Phrase]:
    if method.total_floor is not None:
        yield _TOTAL.fill(floor=show_percent(method.total_floor))
    for criterion in method.criteria:
        if criterion.floor is not None:
            yield _PART.fill(name=criterion.name, floor=show_percent(criterion.floor))
        for sub in criterion.subs:
            if sub.floor is not None:
                yield _PART.fill(name=sub.name, floor=show_percent(sub.floor))
