"""What can be changed on the sheet of assumptions: one description that writes the cells and reads them back.

A cell is known by the path of what it sets within `model.staffing.Staffing`: `queues.phone.aht`,
`specials.0.factor`, `shrinkage.0.share`, `hiring.ramp.2`, `costs.csr-wage.base`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rfp_builder.excel.columns import Kind
from rfp_builder.excel.staffing.numerals import percent
from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.staffing import MOST_TIMES
from rfp_builder.workload.plan.values import PlannedQueue, StaffingPlan

MOST_MONTHS = 6
"""Months for which attrition and growing into the work can be entered."""


@dataclass(frozen=True, slots=True)
class Field:
    """What a cell holds. Percentages are numbers of per cent."""

    label: Phrase
    unit: Phrase
    kind: Kind = Kind.NUMBER
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(10**7)
    whole: bool = True
    below: bool = False
    """Whether `most` itself is too much."""
    may_be_blank: bool = True
    note: Phrase | None = None
    words: tuple[str, ...] = ()
    """Units that may be typed behind the number."""
    digits: int = 4
    """Digits behind the point that a setting can hold."""


@dataclass(frozen=True, slots=True)
class Input:
    """One cell that may be changed."""

    key: str
    label: Speakable
    field: Field
    value: Decimal | date | None


@dataclass(frozen=True, slots=True)
class Group:
    """Cells that belong together."""

    title: Speakable
    inputs: tuple[Input, ...]


_PER_CENT = Phrase("%", "%")
_SECONDS = Phrase("秒", "s")
_WEEKS = Phrase("週", "weeks")
_PEOPLE = Phrase("人", "people")
_DAY = Phrase("日付", "date")
_HUNDRED = Decimal(100)
_S = ("秒", "s", "sec", "seconds")
_P = ("人", "名", "people")


def _share(
    label: Phrase,
    *,
    least: int = 0,
    most_too: bool = False,
    note: Phrase | None = None,
    may_be_blank: bool = True,
) -> Field:
    return Field(
        label,
        _PER_CENT,
        Kind.PERCENT,
        least=Decimal(least),
        most=_HUNDRED,
        whole=False,
        below=not (least or most_too),
        note=note,
        may_be_blank=may_be_blank,
    )


_NO_PATIENCE = Phrase(
    "空欄は、顧客が電話を切らないものとする（アーランC）。", "Blank: nobody hangs up (Erlang C)."
)
FIELDS = {
    "until": Field(Phrase("計画の最終日", "Last day of the plan"), _DAY, Kind.DATE),
    "certainty": Field(
        Phrase("人員計画で備える確率", "Certainty to staff for"),
        _PER_CENT,
        Kind.PERCENT,
        least=Decimal(50),
        most=Decimal(99),
        whole=False,
        digits=2,
        note=Phrase(
            "80%なら、時間帯5つのうち4つで件数が見込みを超えない。",
            "At 80%, four intervals in five bring no more than planned for.",
        ),
    ),
    "growth": Field(
        Phrase("年間の増減率", "Growth a year"),
        _PER_CENT,
        Kind.PERCENT,
        least=Decimal(-99),
        most=Decimal(1000),
        whole=False,
        note=Phrase(
            "空欄は、業務要件定義の値を用い、なければ履歴から読み取る。",
            "Blank: as the definition says, or else as the history shows.",
        ),
    ),
    "seats": Field(
        Phrase("席数の上限", "Seats there are"),
        Phrase("席", "seats"),
        least=Decimal(1),
        most=Decimal(10**6),
        words=("席", "seats"),
        note=Phrase("空欄は、上限なし。", "Blank: as many as are needed."),
    ),
    "part_time_most": _share(
        Phrase("パートタイムの割合の上限", "Largest share of part-time"),
        most_too=True,
        note=Phrase("空欄は、業務要件定義の値を用いる。", "Blank: as the definition says."),
    ),
    "first": Field(Phrase("特別日{n}の初日", "Special days {n}: from"), _DAY, Kind.DATE),
    "last": Field(Phrase("特別日{n}の最終日", "Special days {n}: to"), _DAY, Kind.DATE),
    "factor": Field(
        Phrase("特別日{n}の倍率", "Special days {n}: times"),
        Phrase("倍", "times"),
        most=Decimal(MOST_TIMES),
        whole=False,
        digits=3,
        words=("倍", "times"),
        note=Phrase("ふだんの日の何倍か。0は休業。", "Times an ordinary day; 0 is closed."),
    ),
    "occupancy_cap": Field(
        Phrase("占有率の上限（業務量／人数）", "Occupancy cap (load / agents)"),
        _PER_CENT,
        Kind.PERCENT,
        least=Decimal(1),
        most=_HUNDRED,
        whole=False,
        note=Phrase("空欄は、業務要件定義の値を用いる。", "Blank: as the definition says."),
    ),
    "aht": Field(
        Phrase("平均処理時間", "Average handling time"),
        _SECONDS,
        least=Decimal(1),
        words=_S,
        note=Phrase("通話・応対と後処理。", "Talking and wrapping up."),
    ),
    "target": Field(
        Phrase("サービスレベル目標", "Service level to reach"),
        _PER_CENT,
        Kind.PERCENT,
        least=Decimal(1),
        most=_HUNDRED,
        whole=False,
        below=True,
    ),
    "within": Field(Phrase("応答までの時間", "Time to answer within"), _SECONDS, words=_S),
    "patience": Field(
        Phrase("顧客が待つ時間の平均", "Average patience of callers"),
        _SECONDS,
        least=Decimal(1),
        words=_S,
        note=_NO_PATIENCE,
    ),
    "minimum": Field(
        Phrase("最少人数", "Fewest agents"),
        _PEOPLE,
        words=_P,
        note=Phrase("受付時間中は必ず置く人数。", "Always there during opening hours."),
    ),
    "at_a_time": Field(
        Phrase("1人の同時対応数", "Chats at a time"),
        Phrase("件", "chats"),
        least=Decimal(1),
        most=Decimal(20),
        whole=False,
        digits=2,
        words=("件", "chats"),
    ),
    "deadline_minutes": Field(
        Phrase("処理期限", "Time to finish"),
        Phrase("分", "min"),
        least=Decimal(1),
        words=("分", "min", "minutes"),
        note=Phrase("受付から処理を終えるまで。", "From arrival until it is finished."),
    ),
    "share": _share(
        Phrase("非稼働率", "Shrinkage"),
        may_be_blank=False,
    ),
    "decided_on": Field(Phrase("採用の決定日", "Day of the decision to hire"), _DAY, Kind.DATE),
    "lead_weeks": Field(
        Phrase("募集から研修開始まで", "From recruiting to class"),
        _WEEKS,
        most=Decimal(104),
        words=("週", "週間", "weeks"),
    ),
    "training_weeks": Field(
        Phrase("導入研修の長さ", "Length of a class"),
        _WEEKS,
        most=Decimal(104),
        words=("週", "週間", "weeks"),
    ),
    "class_size": Field(
        Phrase("研修1回の定員", "People in a class"),
        _PEOPLE,
        least=Decimal(1),
        most=Decimal(10_000),
        words=_P,
    ),
    "classes_a_month": Field(
        Phrase("1か月に始められる研修の回数", "Classes that can begin in a month"),
        Phrase("回", "classes"),
        least=Decimal(1),
        most=Decimal(100),
        words=("回", "classes"),
    ),
    "class_attrition": _share(Phrase("研修中の離職率", "Attrition in class")),
    "experienced": Field(
        Phrase("開始時にいる熟練者", "Experienced people at the start"),
        _PEOPLE,
        most=Decimal(10**6),
        words=_P,
        note=Phrase("採用せずに配置できる人数。", "Those who need not be hired."),
    ),
    "monthly_attrition": _share(
        Phrase("研修後{n}か月目の離職率", "Attrition in month {n} after class"),
        note=Phrase("最後に記入した月の値がその後も続く。", "The last one given goes on."),
    ),
    "ramp": _share(
        Phrase("研修後{n}か月目の習熟度", "Productivity in month {n} after class"),
        least=1,
        note=Phrase("空欄の月からは100%。", "100% from the first blank month on."),
    ),
}

_OF_ALL = ("until", "growth", "certainty", "occupancy_cap", "seats", "part_time_most")
SPECIAL = ("first", "last", "factor")
"""What makes one row of the special days."""
_FEWEST_SPECIALS = 4
_OF_A_QUEUE = ("aht", "target", "within", "patience", "minimum", "at_a_time", "deadline_minutes")
_OF_HIRING = (
    *("decided_on", "lead_weeks", "training_weeks", "class_size", "classes_a_month"),
    *("class_attrition", "experienced"),
)
MONTHLY = ("monthly_attrition", "ramp")
"""Settings of hiring that are lists with a share for each month."""
_WHOLE_PLAN = Phrase("全体", "The whole plan")
_SPECIALS = Phrase("特別日", "Special days")
_SHRINKAGE = Phrase("非稼働率の内訳", "Shrinkage, part by part")
_HIRING = Phrase("採用と研修", "Hiring and training")


def field_of(key: str) -> Field | None:
    """The field that a path of the settings leads to; None for no such path."""
    match key.split("."):
        case [name] if name in _OF_ALL:
            return FIELDS[name]
        case ["queues", _, name] if name in _OF_A_QUEUE:
            return FIELDS[name]
        case ["shrinkage", place, "share"] if _is_place(place):
            return FIELDS["share"]
        case ["specials", place, name] if name in SPECIAL and _is_place(place):
            return FIELDS[name]
        case ["hiring", name] if name in _OF_HIRING:
            return FIELDS[name]
        case ["hiring", name, place] if name in MONTHLY and _is_place(place):
            return FIELDS[name]
    return None


def _is_place(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 4


def groups(plan: StaffingPlan) -> tuple[Group, ...]:
    """Everything but the assumptions on cost, as the plan used it."""
    found = [Group(_WHOLE_PLAN, tuple(_whole(plan))), Group(_SPECIALS, tuple(_specials(plan)))]
    found += [Group(queue.name, tuple(_queue(queue))) for queue in plan.queues]
    parts = tuple(
        Input(f"shrinkage.{place}.share", part.name, FIELDS["share"], percent(part.share))
        for place, part in enumerate(plan.shrinkage.components)
    )
    if parts:
        found.append(Group(_SHRINKAGE, parts))
    if plan.terms is not None:
        found.append(Group(_HIRING, tuple(_hiring(plan))))
    return tuple(found)


def _input(key: str, value: Decimal | date | None) -> Input:
    field = FIELDS[key.rpartition(".")[2]]
    return Input(key, field.label, field, value)


def _whole(plan: StaffingPlan) -> Iterator[Input]:
    yield _input("until", plan.forecast.last)
    yield _input("growth", None if plan.growth is None else percent(plan.growth))
    yield _input("certainty", percent(plan.certainty))
    caps = [queue.goal.max_occupancy for queue in plan.queues if queue.goal]
    cap = next((one for one in caps if one is not None), None)
    yield _input("occupancy_cap", None if cap is None else percent(cap))
    yield _input("seats", None if plan.seats is None else Decimal(plan.seats))
    most = plan.part_time_most
    yield _input("part_time_most", None if most is None else percent(most))


def _specials(plan: StaffingPlan) -> Iterator[Input]:
    """Those there are, and rows for more."""
    for place in range(max(_FEWEST_SPECIALS, len(plan.specials) + 1)):
        held = plan.specials[place] if place < len(plan.specials) else None
        for name in SPECIAL:
            value = None if held is None else getattr(held, name)
            yield Input(f"specials.{place}.{name}", FIELDS[name].label.fill(n=place + 1), FIELDS[name], value)


def _queue(queue: PlannedQueue) -> Iterator[Input]:
    at = f"queues.{queue.id}."
    yield _input(f"{at}aht", Decimal(repr(float(queue.aht_s))))
    if queue.goal is not None:
        goal = queue.goal
        yield _input(f"{at}target", percent(goal.target))
        yield _input(f"{at}within", _plain(goal.within_s))
        yield _input(f"{at}patience", None if goal.patience_s is None else _plain(goal.patience_s))
        yield _input(f"{at}minimum", Decimal(goal.minimum))
    if queue.chat is not None:
        concurrency = queue.chat.concurrency
        yield _input(f"{at}at_a_time", Decimal(concurrency.numerator) / concurrency.denominator)
    if queue.deadline is not None:
        yield _input(f"{at}deadline_minutes", _plain(queue.deadline.within_s / 60))


def _hiring(plan: StaffingPlan) -> Iterator[Input]:
    terms = plan.terms
    if terms is None:
        return
    if plan.need is not None:
        yield _input("hiring.decided_on", plan.need.hiring_from)
    for name in ("lead_weeks", "training_weeks", "class_size", "classes_a_month"):
        yield _input(f"hiring.{name}", Decimal(getattr(terms, name)))
    yield _input("hiring.class_attrition", percent(terms.class_attrition))
    if plan.need is not None:
        yield _input("hiring.experienced", _plain(plan.need.experienced))
    for name, shares in (("monthly_attrition", terms.monthly_attrition), ("ramp", terms.ramp)):
        field = FIELDS[name]
        for place in range(max(MOST_MONTHS, len(shares))):
            value = percent(shares[place]) if place < len(shares) else None
            yield Input(f"hiring.{name}.{place}", field.label.fill(n=place + 1), field, value)


def _plain(value: float) -> Decimal:
    return Decimal(repr(float(value)))
