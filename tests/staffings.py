"""Random staffing and volume annexes, for laws that must hold for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from rfp_builder.model.annex import (
    AnnexReason,
    AnnexSeries,
    AnnexSpecial,
    LeftOut,
    MonthGap,
    MonthVolume,
    VolumeAnnex,
)
from rfp_builder.model.choices import Channel
from rfp_builder.model.localized import Localized
from rfp_builder.model.staffing import (
    CostAssumption,
    CostFigures,
    HiringTerms,
    HistoryFile,
    Queue,
    ShiftGroup,
    ShrinkagePart,
    SpecialDays,
    Staffing,
    StaffingResult,
)
from tests.maker import Maker

Say = Callable[[], Localized]


def staffing(make: Maker, say: Say | None = None, amount: int | None = None) -> Staffing:
    """Settings and results; every text is said by `say`, the should-cost is `amount` where one is given."""
    speak = say or make.localized
    cost = make.chance.randint(10**7, 10**12) if amount is None else amount

    def line() -> str:
        spoken = speak()
        return " ".join((spoken.ja or spoken.en or "").split())[:60].strip() or "1"

    return Staffing(
        history=HistoryFile(
            file=line(),
            name=line(),
            sha256=make.sha256(),
            first=make.day(),
            last=make.day(),
            contacts=make.chance.randint(0, 10**6),
        ),
        certainty=Decimal(make.chance.randint(50, 99)),
        occupancy_cap=make.decimal(100, 2),
        specials=make.several(
            lambda: SpecialDays(
                occasion=speak(), first=make.day(), last=make.day(), factor=make.decimal(9, 2)
            )
        ),
        queues=make.several(
            lambda: Queue(
                id=make.id(), channel=make.one(list(Channel)), names=(line(),), target=make.decimal(100, 2)
            )
        ),
        shrinkage=make.several(lambda: ShrinkagePart(name=speak(), share=make.decimal(40, 2))),
        groups=make.several(
            lambda: ShiftGroup(
                id=make.id(), name=speak(), starts=(540,), length=480, people=make.maybe(lambda: 37)
            )
        ),
        part_time_most=make.maybe(lambda: make.decimal(100, 2)),
        seats=make.maybe(lambda: make.chance.randint(1, 900)),
        hiring=HiringTerms(
            decided_on=make.maybe(make.day),
            class_size=make.maybe(lambda: make.chance.randint(1, 99)),
            class_attrition=make.maybe(lambda: make.decimal(90, 2)),
            monthly_attrition=make.several(lambda: make.decimal(40, 2)),
            ramp=make.several(lambda: make.decimal(99, 2)),
            experienced=make.maybe(lambda: make.chance.randint(0, 900)),
        ),
        costs=make.several(
            lambda: CostAssumption(
                item=line(),
                low=make.decimal(10**6, 2),
                base=make.decimal(10**6, 2),
                high=make.decimal(10**6, 2),
                source=speak(),
                as_of=make.day(),
            )
        ),
        result=StaffingResult(
            on=make.day(),
            inputs=(),
            queues=(),
            interval_minutes=30,
            week=(),
            week_from=make.day(),
            headcount=make.chance.randint(0, 900),
            full_time=make.decimal(900, 1),
            shrinkage=make.decimal(60, 1),
            cost=CostFigures(low=cost, base=cost, high=cost, p50=cost, p80=cost),
        ),
    )


def annex(make: Maker, programs: Sequence[str]) -> VolumeAnnex:
    """An annex of some queues, with or without a week, handling times, reasons and days to come."""
    chance = make.chance
    months = [f"2026-{month:02}" for month in range(1, chance.randint(2, 13))]
    rows = chance.choice((0, 1, 24, 48))

    def volumes() -> tuple[MonthVolume, ...]:
        return tuple(MonthVolume(month=month, contacts=chance.randint(0, 10**6)) for month in months)

    def series() -> AnnexSeries:
        week = tuple(tuple(make.decimal(10**4, 1) for _ in range(rows)) for _ in range(7)) if rows else ()
        return AnnexSeries(
            program=chance.choice(programs) if programs and chance.random() < 0.7 else None,
            channel=make.maybe(lambda: make.one(list(Channel))),
            actual=volumes(),
            expected=volumes() if chance.random() < 0.5 else (),
            week=week,
            aht=make.maybe(lambda: chance.randint(10, 900)),
            measured=make.maybe(lambda: chance.randint(1, 9000)),
        )

    first, last = sorted((make.day(), make.day()))
    return VolumeAnnex(
        made_on=make.day(),
        history_first=first,
        history_last=last,
        growth=make.maybe(lambda: make.decimal(30, 1)),
        counted_as=make.maybe(make.localized),
        interval_minutes=24 * 60 // rows if rows else 24 * 60,
        averaged=chance.randint(0, 400),
        left_out=LeftOut(closed=chance.randint(0, 99), unusual=chance.randint(0, 9)),
        gaps=make.several(lambda: MonthGap(month=make.one(months), days=chance.randint(1, 9))),
        series=make.several(series, least=1),
        reasons=make.several(
            lambda: AnnexReason(
                reason=make.localized(), share=make.decimal(100, 1), aht=make.maybe(lambda: 200)
            )
        ),
        specials=make.several(
            lambda: AnnexSpecial(
                occasion=make.maybe(make.localized),
                first=make.day(),
                last=make.day(),
                factor=make.decimal(9, 2),
            )
        ),
    )
