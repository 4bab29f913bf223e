"""The calculator's answer in words, with the table around N. Every share says what it is a share of."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import inf

from rfp_builder.i18n import Lang, Phrase, listed
from rfp_builder.text.show import show_number, show_percent, show_seconds
from rfp_builder.text.width import cell_width
from rfp_builder.workload.agents import Step
from rfp_builder.workload.staffing import Staffing

_METHOD_C = Phrase(
    "アーランC（電話を途中で切る顧客はいないものとして計算）",
    "Erlang C (as if no caller ever hung up)",
)
_METHOD_A = Phrase(
    "アーランA（顧客は平均{patience}待つと電話を切るものとして計算）",
    "Erlang A (callers hang up after {patience} on average)",
)
_GIVEN = Phrase(
    "{period}に{calls}件、平均処理時間 {aht}", "{calls} calls in {period}, {aht} of handling on average"
)
_TARGET = Phrase("{share}を{within}以内に応答", "{share} answered within {within}")
_CAP = Phrase("占有率 {cap}以下", "occupancy up to {cap}")
_MINIMUM = Phrase("最少 {n}人", "at least {n} agents")
_LEVEL_C = Phrase("{within}以内に応答する割合", "share of calls answered within {within}")
_WITH_SHRINKAGE = Phrase("非稼働率 {share} を含む", "shrinkage of {share} included")
_OCCUPANCY_C = Phrase("業務量 ÷ 必要人数", "load ÷ agents")
_OCCUPANCY_A = Phrase("応答した業務量 ÷ 必要人数", "load answered ÷ agents")
_WAIT_ALL = Phrase("すべての着信呼の平均", "average of all calls")
_OF_ALL = Phrase("すべての着信呼に対する割合", "share of all calls")
_LABELS = {
    "method": Phrase("計算方法", "Method"),
    "given": Phrase("入力", "Given"),
    "target": Phrase("目標", "Goal"),
    "erlangs": Phrase("業務量", "Load"),
    "agents": Phrase("必要人数", "Agents"),
    "staff": Phrase("配置人数", "Staff"),
    "service_level": Phrase("サービスレベル", "Service level"),
    "asa": Phrase("平均待ち時間", "Average wait (ASA)"),
    "p_wait": Phrase("待ちが生じる割合", "Calls that wait"),
    "immediate": Phrase("即時応答率", "Answered at once"),
    "occupancy": Phrase("占有率", "Occupancy"),
    "abandonment": Phrase("放棄率", "Abandonment"),
}
_ASIDE = Phrase("（{remark}）", " ({remark})")
_ERLANGS = Phrase("{n}アーラン", "{n} erlangs")
_PEOPLE = Phrase("{n}人", "{n}")
_SECONDS = Phrase("{n}秒", "{n} s")
_HEADING = Phrase("必要人数の前後", "Around this number of agents")
_COLUMNS = ("agents", "staff", "service_level", "asa", "p_wait", "occupancy", "abandonment")
_MEETS = Phrase("目標を達成", "meets the goal")
_MISSES = Phrase("未達", "misses it")
_ENDLESS = Phrase("増え続ける", "grows")
_ONE_LESS = Phrase(
    "1人減らすと、サービスレベルは {now} から {then} に下がり、"
    "平均待ち時間は {asa} から {longer} に延びます。",
    "With one agent less the service level falls from {now} to {then}, and the average wait goes from {asa} "
    "to {longer}.",
)
_ONE_LESS_ENDLESS = Phrase(
    "1人減らすと、着信に応答が追いつかず、待ち時間が延び続けます。",
    "With one agent less calls come in faster than they can be answered, and waits grow without end.",
)


_LONG = 600


def spoken(found: Staffing, lang: Lang) -> Iterator[str]:
    """The lines of the answer, in `lang`."""
    labels = {name: label.to(lang) for name, label in _LABELS.items()}
    first = max(map(cell_width, labels.values())) + 2
    for name, value, remark in _facts(found):
        line = labels[name] + " " * (first - cell_width(labels[name])) + value.to(lang)
        yield line + (_ASIDE.fill(remark=remark).to(lang) if remark else "")
    yield ""
    yield f"{_HEADING.to(lang)}:"
    yield from _table(found, lang)
    if remark := _one_less(found):
        yield ""
        yield remark.to(lang)


def _facts(found: Staffing) -> Iterator[tuple[str, Phrase, Phrase | None]]:
    """What stands on each line: its name, its value, and what the value is of."""
    given, goal = found.given, found.given.goal
    within = _span(goal.within_s)
    patient = goal.patience_s is not None
    yield "method", _METHOD_A.fill(patience=_span(goal.patience_s)) if goal.patience_s else _METHOD_C, None
    times = {"period": _span(given.per_s), "aht": _span(given.aht_s)}
    yield "given", _GIVEN.fill(calls=_number(given.calls), **times), None
    aims = [_TARGET.fill(share=_percent(goal.target), within=within)]
    aims += [_CAP.fill(cap=_percent(goal.max_occupancy))] if goal.max_occupancy is not None else []
    aims += [_MINIMUM.fill(n=goal.minimum)] if goal.minimum else []
    yield "target", listed(aims), None
    yield "erlangs", _ERLANGS.fill(n=show_number(Fraction(found.erlangs), 2)), None
    yield "agents", _PEOPLE.fill(n=_number(found.agents)), None
    shrinkage = given.shrinkage.total
    lost = _WITH_SHRINKAGE.fill(share=show_percent(shrinkage * 100)) if shrinkage else None
    yield "staff", _PEOPLE.fill(n=_number(found.staff)), lost
    formula = goal.level.formula if patient else _LEVEL_C
    yield "service_level", _share(found.service_level), formula.fill(within=within)
    yield "asa", _wait(found.asa_s), _WAIT_ALL
    yield "p_wait", _share(found.p_wait), _OF_ALL
    yield "immediate", _share(found.immediate), _OF_ALL
    yield "occupancy", _share(found.occupancy), _OCCUPANCY_A if patient else _OCCUPANCY_C
    if found.abandonment is not None:
        yield "abandonment", _share(found.abandonment), _OF_ALL


def _table(found: Staffing, lang: Lang) -> Iterator[str]:
    columns = [name for name in _COLUMNS if name != "abandonment" or found.abandonment is not None]
    rows = [[_LABELS[name].to(lang) for name in columns]]
    rows += [[_cell(step, name).to(lang) for name in columns] for step in found.around]
    widths = [max(cell_width(row[column]) for row in rows) for column in range(len(columns))]
    marks = [""] + [(_MEETS if step.meets else _MISSES).to(lang) for step in found.around]
    chosen = [False] + [step.agents == found.agents for step in found.around]
    for row, mark, here in zip(rows, marks, chosen, strict=True):
        cells = (" " * (width - cell_width(cell)) + cell for cell, width in zip(row, widths, strict=True))
        yield f"{'>' if here else ' '} {'  '.join(cells)}  {mark}".rstrip()


def _cell(step: Step, name: str) -> Phrase:
    outcome = step.outcome
    match name:
        case "agents":
            return _PEOPLE.fill(n=_number(step.agents))
        case "staff":
            return _PEOPLE.fill(n=_number(step.staff))
        case "asa":
            return _wait(outcome.asa_s)
        case "service_level":
            return _share(outcome.service_level)
        case "p_wait":
            return _share(outcome.p_wait)
        case "occupancy":
            return _share(outcome.occupancy)
        case _:
            return _share(outcome.abandonment or 0.0)


def _one_less(found: Staffing) -> Phrase | None:
    step = next((step for step in found.around if step.agents == found.agents - 1), None)
    if step is None or step.outcome.service_level >= found.service_level:
        return None
    if step.outcome.asa_s == inf:
        return _ONE_LESS_ENDLESS
    return _ONE_LESS.fill(
        now=_share(found.service_level),
        then=_share(step.outcome.service_level),
        asa=_wait(found.asa_s),
        longer=_wait(step.outcome.asa_s),
    )


def _share(value: float) -> Phrase:
    text = show_percent(Fraction(value) * 100, 1)
    return Phrase(text, text)


def _percent(value: float) -> str:
    """A share that was typed, without the digits that floats add."""
    return show_percent(Fraction(repr(value)) * 100)


def _wait(seconds: float) -> Phrase:
    return _ENDLESS if seconds == inf else _SECONDS.fill(n=show_number(Fraction(seconds), 1))


def _span(seconds: float) -> Phrase:
    """20 s, 180 s, 24 h: people say these times in seconds until they get long."""
    if seconds >= _LONG and seconds == int(seconds):
        return Phrase(show_seconds(int(seconds), Lang.JA), show_seconds(int(seconds), Lang.EN))
    return _SECONDS.fill(n=_number(seconds))


def _number(value: float) -> str:
    return show_number(Fraction(repr(value)))
