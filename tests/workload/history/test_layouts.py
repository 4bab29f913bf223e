"""The same counts in every layout, encoding and format of dates that telephone systems export."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest

from rfp_builder.i18n import Lang
from rfp_builder.workload.history.reading import read_csv
from rfp_builder.workload.history.values import Dimension, MonthlyTotals
from rfp_builder.workload.history.words import Role
from tests.workload.history.made import history_of, read

DAYS = [date(2027, 6, 1) + timedelta(days=ahead) for ahead in range(14)]
SLOTS = [(9 * 60 + 30 * at) for at in range(6)]
COUNTS = np.arange(len(DAYS) * len(SLOTS)).reshape(len(DAYS), len(SLOTS)) % 50 + 10


def clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def long() -> str:
    rows = [
        f"{day},{clock(slot)},{COUNTS[at, place]}"
        for at, day in enumerate(DAYS)
        for place, slot in enumerate(SLOTS)
    ]
    return "\n".join(["日付,時間帯,着信件数", *rows])


def wide_times() -> str:
    rows = [f"{day},{','.join(map(str, COUNTS[at]))},{COUNTS[at].sum()}" for at, day in enumerate(DAYS)]
    return "\n".join([f"日付,{','.join(map(clock, SLOTS))},合計", *rows])


def wide_days() -> str:
    rows = [f"{clock(slot)},{','.join(map(str, COUNTS[:, at]))}" for at, slot in enumerate(SLOTS)]
    return "\n".join([f",{','.join(map(str, DAYS))}", *rows])


def moments() -> str:
    rows = [
        f"{day:%Y/%m/%d} {clock(slot)},{COUNTS[at, place]}"
        for at, day in enumerate(DAYS)
        for place, slot in enumerate(SLOTS)
    ]
    return "\n".join(["受付日時,呼数", *rows])


def headless() -> str:
    return "\n".join(long().splitlines()[1:])


def titled() -> str:
    return "コールセンター着信実績\n出力日時,2027/07/01 10:00\n\n" + wide_times()


def japanese_dates() -> str:
    rows = [
        f"令和9年6月{day.day}日（{'月火水木金土日'[day.weekday()]}）,{clock(slot)},{COUNTS[at, place]}"
        for at, day in enumerate(DAYS)
        for place, slot in enumerate(SLOTS)
    ]
    return "\n".join(["日付,時間帯,着信件数", *rows])


def tabs() -> str:
    return long().replace(",", "\t")


def merged() -> str:
    """The day stands in its first row only."""
    rows = long().splitlines()
    return "\n".join(
        row if at == 0 or (at - 1) % len(SLOTS) == 0 else "," + row.partition(",")[2]
        for at, row in enumerate(rows)
    )


def quoted() -> str:
    return "\n".join(",".join(f'"{cell}"' for cell in row.split(",")) for row in long().splitlines())


@pytest.mark.parametrize(
    "made",
    [long, wide_times, wide_days, moments, headless, titled, japanese_dates, tabs, merged, quoted],
)
def test_every_layout_gives_the_same_counts(made: Callable[[], str]) -> None:
    history = history_of(read(made()))
    assert (history.first, history.last, history.interval_minutes) == (DAYS[0], DAYS[-1], 30)
    assert history.keys == ((),)
    assert np.array_equal(history.calls[0][:, 18:24], COUNTS)
    assert history.total == COUNTS.sum()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end(encoding: str, end: str) -> None:
    found = read(long().replace("\n", end), encoding)
    assert history_of(found).total == COUNTS.sum()
    assert not found.odd


@pytest.mark.parametrize("minutes", [5, 10, 15, 20, 30, 60])
def test_every_length_of_interval(minutes: int) -> None:
    slots = range(540, 720, minutes)
    rows = [f"{day},{clock(slot)},7" for day in DAYS for slot in slots]
    history = history_of(read("\n".join(["日付,時間帯,件数", *rows])))
    assert history.interval_minutes == minutes
    assert history.total == 7 * len(DAYS) * len(slots)


def test_an_interval_may_be_named_by_start_and_end() -> None:
    rows = [f"{day},9:00-9:15,4" for day in DAYS]
    assert history_of(read("\n".join(["日付,時間帯,件数", *rows]))).interval_minutes == 15


def test_days_alone() -> None:
    rows = [f"{day},{100 + at}" for at, day in enumerate(DAYS)]
    history = history_of(read("\n".join(["日付,件数", *rows])))
    assert (history.interval_minutes, history.slots) == (1440, 1)
    assert history.calls[0, :, 0].tolist() == list(range(100, 114))


def test_months_alone() -> None:
    found = read('年月,件数\n2027年4月,"1,000"\n2027年5月,900\n合計,1900\n')
    assert isinstance(found.history, MonthlyTotals)
    assert dict(found.history.months) == {"2027-04": 1000, "2027-05": 900}


def test_every_split() -> None:
    heading = "日付,時間帯,業務,チャネル,問い合わせ理由,商品,顧客区分,着信件数,応答件数,平均処理時間"
    rows = [
        f"{day},9:00,通販,電話,{reason},本,会員,{count},1,300"
        for day in DAYS
        for reason, count in (("注文", 5), ("返品", 3))
    ]
    history = history_of(read("\n".join([heading, *rows])))
    assert [axis.dimension for axis in history.axes] == [
        Dimension.PROGRAM,
        Dimension.CHANNEL,
        Dimension.REASON,
        Dimension.PRODUCT,
        Dimension.SEGMENT,
    ]
    assert {key[2]: int(calls.sum()) for key, calls in zip(history.keys, history.calls, strict=True)} == {
        "注文": 70,
        "返品": 42,
    }


def test_parts_may_stand_in_the_headings() -> None:
    rows = [f"{day},9:00,5,3,8" for day in DAYS]
    history = history_of(read("\n".join(["日付,時間帯,注文,返品,合計", *rows])))
    assert {key: int(calls.sum()) for key, calls in zip(history.keys, history.calls, strict=True)} == {
        ("注文",): 70,
        ("返品",): 42,
    }


def test_names_that_differ_in_width_and_blanks_are_one() -> None:
    rows = [f"{day},9:00,{name},5" for day, name in zip(DAYS, ("ＷＥＢ ", "web") * 7, strict=True)]
    assert history_of(read("\n".join(["日付,時間帯,チャネル,件数", *rows]))).keys == (("ＷＥＢ",),)


def test_the_preview_tells_each_column() -> None:
    found = read("日付,曜日,時間帯,着信件数\n2027-06-01,火,9:00,5\n2027-06-02,水,9:30,6\n")
    (sheet,) = found.sheets
    assert sheet.heading_line == 1
    assert [column.role for column in sheet.columns] == [Role.DATE, Role.UNUSED, Role.TIME, Role.CALLS]
    assert sheet.columns[3].examples == ("5", "6")
    assert all(role.to(lang) for role in Role for lang in Lang)


def test_the_understanding_can_be_overruled() -> None:
    text = "\n".join(["日付,時間帯,着信件数,応答件数", *(f"{day},9:00,5,4" for day in DAYS)])
    roles = {2: Role.UNUSED, 3: Role.CALLS}
    found = read_csv(text.encode(), "history.csv", roles=roles)
    assert history_of(found).total == 4 * len(DAYS)


def test_progress_goes_from_nothing_to_all() -> None:
    seen: list[tuple[int, int]] = []
    read_csv(long().encode(), "history.csv", lambda done, size: seen.append((done, size)))
    assert seen and seen[-1][0] == seen[-1][1]


def test_the_arrays_cannot_be_changed() -> None:
    history = history_of(read(long()))
    with pytest.raises(ValueError):
        history.calls[0, 0, 0] = 1


def test_rows_that_count_something_else_are_not_added() -> None:
    kinds = (("着信件数", 10), ("応答件数", 8), ("放棄件数", 2))
    rows = [f"{day},{kind},{count},{count}" for day in DAYS for kind, count in kinds]
    found = read("\n".join(["日付,項目,9:00,9:30", *rows]))
    assert history_of(found).total == 20 * len(DAYS)
    assert [(one.kind.value, one.count) for one in found.odd] == [("other_measure", 2 * len(DAYS))]


@pytest.mark.parametrize("title", ["着信月報 2027年6月分", "令和9年6月", "期間：2027/06/01～2027/06/30"])
@pytest.mark.parametrize("day", ["{}", "{}日"])
def test_a_monthly_report_names_its_month_above(title: str, day: str) -> None:
    heads = ",".join(day.format(at) for at in range(1, 31))
    rows = [f"{hour}:00,{','.join(str(hour + at) for at in range(30))},9" for hour in range(9, 18)]
    history = history_of(read("\n".join([title, f"時間帯,{heads},合計", *rows])))
    assert (history.first, history.last, history.interval_minutes) == (
        date(2027, 6, 1),
        date(2027, 6, 30),
        60,
    )
    assert history.calls[0, :, 9].tolist() == list(range(9, 39))


def test_hours_may_be_bare_numbers() -> None:
    rows = [f"{day},{','.join(str(10 + at) for at in range(9))}" for day in DAYS]
    history = history_of(read("\n".join([f"日付,{','.join(map(str, range(9, 18)))}", *rows])))
    assert history.interval_minutes == 60
    assert history.calls[0, 0, 9:18].tolist() == list(range(10, 19))


def test_counts_in_a_row_are_no_hours() -> None:
    rows = [f"{day},10,11,12,13" for day in DAYS]
    history = history_of(read("\n".join(["日付,注文,返品,配送,会員", *rows])))
    assert history.total == 46 * len(DAYS)
