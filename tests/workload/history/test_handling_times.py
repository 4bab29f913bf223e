"""Handling times in histories: kept by series and interval, and what is odd of them told."""

from __future__ import annotations

from datetime import date, time, timedelta
from io import BytesIO

import pytest
import xlsxwriter

from rfp_builder.excel.history.reading import read_history
from rfp_builder.i18n import Lang
from rfp_builder.workload.history.durations import Notation, duration_of, unit_of
from rfp_builder.workload.history.oddities import OddKind
from rfp_builder.workload.history.reading import Imported
from rfp_builder.workload.history.values import Dimension, Handling, History, Measured, MonthlyTotals
from rfp_builder.workload.history.words import Role
from tests.workload.history.made import history_of, odd, read

DAYS = [date(2027, 6, 1) + timedelta(days=ahead) for ahead in range(21)]
COUNTS = [10 + (at * 7) % 13 for at in range(len(DAYS))]


def made(heading: str, value: str = "200", extra: tuple[str, ...] = ()) -> str:
    """A count a day, each with `value`; `extra` rows behind."""
    rows = [f"{day},9:00,{count},{value}" for day, count in zip(DAYS, COUNTS, strict=True)]
    return "\n".join([f"日付,時間帯,着信件数,{heading}", *rows, *extra])


def handling(found: Imported) -> Handling:
    times = history_of(found).handling
    assert times is not None
    return times


def roles(found: Imported) -> list[Role]:
    return [column.role for column in found.sheets[0].columns]


@pytest.mark.parametrize(
    ("text", "seconds", "notation"),
    [
        ("200", 200, Notation.BARE),
        ("1,200.5", 1200.5, Notation.BARE),
        ("3:20", 200, Notation.CLOCK),
        ("120:30", 7230, Notation.CLOCK),
        ("3'20\"", 200, Notation.CLOCK),
        ("0:03:20", 200, Notation.LONG_CLOCK),
        ("30:15:00", 108_900, Notation.LONG_CLOCK),
        ("３分２０秒", 200, Notation.WORDED),
        ("3m20s", 200, Notation.WORDED),
        ("1時間2分", 3720, Notation.WORDED),
        ("3.5 min", 210, Notation.WORDED),
    ],
)
def test_times_as_they_are_written(text: str, seconds: float, notation: Notation) -> None:
    found = duration_of(text)
    assert found is not None
    assert found.notation is notation
    assert found.seconds == pytest.approx(seconds)


@pytest.mark.parametrize("text", ["", "-", "-5", "3:75", "約200", "abc", "9" * 60, "1e3", "nan", "分"])
def test_what_is_no_time(text: str) -> None:
    assert duration_of(text) is None


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("AHT（分）", 60),
        ("aht_sec", 1),
        ("AHT (minutes)", 60),
        ("AHT（時間）", 3600),
        ("AHT", None),
        ("AHT(mm:ss)", None),
    ],
)
def test_units_of_headings(heading: str, unit: float | None) -> None:
    assert unit_of(heading) == unit


@pytest.mark.parametrize(
    ("heading", "value", "mean"),
    [
        ("平均処理時間", "200", 200),
        ("平均処理時間（分）", "3.5", 210),
        ("AHT", "3:20", 200),
        ("AHT(秒)", "12", 12),
        ("平均対応時間", "3分20秒", 200),
        ("処理時間", "0:03:20", 200),
    ],
)
def test_averages_are_weighted_by_contacts(heading: str, value: str, mean: float) -> None:
    times = handling(read(made(heading, value)))
    assert times.whole.contacts == sum(COUNTS)
    assert times.whole.mean_s == pytest.approx(mean)
    assert times.contacts[0].sum(axis=1).tolist() == COUNTS
    assert times.contacts.shape == times.seconds.shape


def test_averages_of_unlike_rows() -> None:
    times = handling(read(made("AHT", "200", ("2027-06-22,9:00,100,320",))))
    assert times.whole.mean_s == pytest.approx((200 * sum(COUNTS) + 32_000) / (sum(COUNTS) + 100))


@pytest.mark.parametrize("heading", ["総処理時間", "処理時間合計（秒）", "Total Handle Time", "処理時間"])
def test_sums_are_divided(heading: str) -> None:
    """A heading that does not say so is judged: sums grow with the contacts, averages do not."""
    rows = [
        f"{day},9:00,{count},{count * (180 + at % 5)}"
        for at, (day, count) in enumerate(zip(DAYS, COUNTS, strict=True))
    ]
    found = read("\n".join([f"日付,時間帯,着信件数,{heading}", *rows]))
    assert roles(found)[3] is Role.HANDLING_TOTAL
    whole = handling(found).whole
    assert whole.mean_s == pytest.approx(182, abs=2)
    assert whole.seconds == sum(count * (180 + at % 5) for at, count in enumerate(COUNTS))


def test_parts_are_added() -> None:
    text = "\n".join(
        [
            "日付,時間帯,着信件数,平均通話時間,平均保留時間,後処理時間合計",
            *(f"{day},9:00,{count},200,,{30 * count}" for day, count in zip(DAYS, COUNTS, strict=True)),
        ]
    )
    found = read(text)
    assert handling(found).whole.mean_s == pytest.approx(230)
    assert OddKind.TALK_ONLY not in odd(found)


def test_talk_alone_is_told() -> None:
    found = read(made("平均通話時間"))
    assert odd(found) == {OddKind.TALK_ONLY: 1}
    assert handling(found).whole.mean_s == pytest.approx(200)


def test_wrap_up_alone_is_no_handling_time() -> None:
    found = read(made("平均後処理時間"))
    assert history_of(found).handling is None
    assert roles(found)[3] is Role.UNUSED


def test_the_whole_is_taken_before_its_parts() -> None:
    rows = [f"{day},9:00,{count},100,300,50" for day, count in zip(DAYS, COUNTS, strict=True)]
    found = read("\n".join(["日付,時間帯,着信件数,平均通話時間,平均処理時間,平均後処理時間", *rows]))
    assert roles(found)[3:] == [Role.UNUSED, Role.HANDLING, Role.UNUSED]
    assert handling(found).whole.mean_s == pytest.approx(300)


def test_averages_are_of_those_answered() -> None:
    rows = [f"{day},9:00,{count},{count - 4},300" for day, count in zip(DAYS, COUNTS, strict=True)]
    found = read("\n".join(["日付,時間帯,着信件数,応答件数,AHT", *rows]))
    assert roles(found)[3] is Role.HANDLED
    assert handling(found).whole == Measured(sum(COUNTS) - 84, 300 * (sum(COUNTS) - 84))
    assert history_of(found).total == sum(COUNTS)


def test_answered_ones_alone_stay_unused() -> None:
    rows = [f"{day},9:00,{count},{count - 4}" for day, count in zip(DAYS, COUNTS, strict=True)]
    assert roles(read("\n".join(["日付,時間帯,着信件数,応答件数", *rows])))[3] is Role.UNUSED


def test_by_channel_and_reason() -> None:
    rows = [
        f"{day},9:00,{channel},{reason},{count},{aht}"
        for day in DAYS
        for channel, reason, count, aht in (
            ("電話", "注文", 30, 200),
            ("電話", "返品", 10, 400),
            ("メール", "返品", 5, 600),
        )
    ]
    history = history_of(read("\n".join(["日付,時間帯,チャネル,問い合わせ理由,件数,平均処理時間", *rows])))
    by_channel, by_reason = (history.handling_by(one) for one in (Dimension.CHANNEL, Dimension.REASON))
    assert {name: one.mean_s for name, one in by_channel.items()} == {"電話": 250, "メール": 600}
    assert {name: round(one.contacts) for name, one in by_reason.items()} == {"注文": 630, "返品": 315}
    assert by_reason["返品"].mean_s == pytest.approx(7000 / 15)
    assert history.handling_by(Dimension.PRODUCT) == {}


def test_a_row_of_intervals_has_one_average() -> None:
    rows = [f"{day},10,30,240" for day in DAYS]
    times = handling(read("\n".join(["日付,9:00,9:30,平均処理時間", *rows])))
    assert times.contacts[0, 0, 18:20].tolist() == [10, 30]
    assert times.seconds[0, 0, 18:20].tolist() == [2400, 7200]


def test_parts_of_the_demand_in_headings_have_none() -> None:
    rows = [f"{day},9:00,5,3,240" for day in DAYS]
    assert history_of(read("\n".join(["日付,時間帯,注文,返品,AHT", *rows]))).handling is None


def test_reasons_that_speak_of_calls_are_counted() -> None:
    rows = [f"{day},9:00,5,3,2" for day in DAYS]
    found = read("\n".join(["日付,時間帯,通話料金,会話教室,返品", *rows]))
    assert history_of(found).total == 10 * len(DAYS)
    assert roles(found)[2:] == [Role.SPLIT] * 3


def test_months_have_one() -> None:
    found = read(
        "年月,件数,平均処理時間\n2027年4月,1000,200\n2027年5月,3000,280\n2027年5月,3000,280\n"
    ).history
    assert isinstance(found, MonthlyTotals) and found.handling is not None
    assert found.handling == Measured(4000, 1_040_000)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("abc", OddKind.HANDLING_TEXT),
        ("-5", OddKind.HANDLING_TEXT),
        ("0", OddKind.HANDLING_ZERO),
        ("7201", OddKind.HANDLING_LONG),
        ("2:30:00", OddKind.HANDLING_LONG),
    ],
)
def test_odd_times_are_told_and_left_out(value: str, kind: OddKind) -> None:
    found = read(made("AHT", "200", (f"2027-06-22,9:00,50,{value}",)))
    told = odd(found)
    assert told[kind] == 1
    (one,) = (one for one in found.odd if one.kind is kind)
    assert one.places[0].to(Lang.EN) == "line 23"
    assert handling(found).whole == Measured(sum(COUNTS), 200 * sum(COUNTS))
    assert history_of(found).total == sum(COUNTS) + 50


def test_times_of_no_contacts_are_told() -> None:
    rows = [f"{day},9:00,{count},{count * 200}" for day, count in zip(DAYS, COUNTS, strict=True)]
    found = read("\n".join(["日付,時間帯,着信件数,処理時間合計", *rows, "2027-06-22,9:00,0,150"]))
    assert odd(found)[OddKind.HANDLING_ALONE] == 1
    assert handling(found).whole.mean_s == 200


def test_clocks_and_mixed_units_are_told() -> None:
    found = read(made("AHT", "200", ("2027-06-22,9:00,50,3:20", "2027-06-23,9:00,50,5分")))
    assert odd(found) == {OddKind.HANDLING_CLOCK: 1, OddKind.HANDLING_MIXED: 2}
    assert handling(found).whole == Measured(sum(COUNTS) + 100, 200 * (sum(COUNTS) + 50) + 300 * 50)


def test_times_too_short_for_seconds_are_minutes() -> None:
    found = read(made("平均処理時間", "3.5"))
    assert odd(found) == {OddKind.HANDLING_MINUTES: 21}
    assert handling(found).whole.mean_s == pytest.approx(210)


def test_a_blank_time_is_none_and_nothing_odd() -> None:
    found = read(made("AHT", "200", ("2027-06-22,9:00,50,",)))
    assert not found.odd
    assert handling(found).whole.contacts == sum(COUNTS)


def test_of_a_count_that_stands_twice_the_first_time_is_taken() -> None:
    found = read(made("AHT", "200", (f"{DAYS[0]},9:00,{COUNTS[0]},900",)))
    assert odd(found) == {OddKind.REPEATED: 1}
    assert handling(found).whole.mean_s == pytest.approx(200)


def in_rows(heading: str, *kinds: tuple[str, str], day: str = "{day}") -> str:
    """Days whose rows each name what they hold: the name, and the cells behind it."""
    rows = [f"{day.format(day=one)},{name},{cells}" for one in DAYS for name, cells in kinds]
    return "\n".join([heading, *rows])


@pytest.mark.parametrize(
    ("heading", "day"),
    [("日付,項目,9:00", "{day}"), ("日付,時刻,項目,値", "{day},9:00")],
    ids=["wide", "long"],
)
@pytest.mark.parametrize("value", ["240", "4:00", "4分"])
def test_times_in_rows_of_their_own(heading: str, day: str, value: str) -> None:
    kinds = (("着信件数", "10"), ("平均処理時間", value), ("放棄件数", "2"))
    found = read(in_rows(heading, *kinds, day=day))
    assert history_of(found).total == 10 * len(DAYS)
    assert handling(found).whole == Measured(10 * len(DAYS), 2400 * len(DAYS))
    clocks = {OddKind.HANDLING_CLOCK: len(DAYS)} if ":" in value else {}
    assert odd(found) == {OddKind.OTHER_MEASURE: len(DAYS), **clocks}


def test_times_in_rows_hold_for_their_own_interval_and_those_answered() -> None:
    kinds = (("着信件数", "10,30"), ("応答件数", "8,30"), ("平均処理時間", "240,300"))
    found = read(in_rows("日付,項目,9:00,9:30", *kinds))
    times = handling(found)
    assert times.contacts[0, 0, 18:20].tolist() == [8, 30]
    assert times.seconds[0, 0, 18:20].tolist() == [1920, 9000]
    assert not found.odd


def test_times_in_rows_go_to_the_series_of_the_same_names() -> None:
    rows = [
        f"{day},{channel},{kind},{value}"
        for day in DAYS
        for kind, values in (("平均処理時間", (200, 600)), ("受付件数", (30, 5)))
        for channel, value in zip(("電話", "メール"), values, strict=True)
    ]
    history = history_of(read("\n".join(["日付,チャネル,項目,値", *rows])))
    by_channel = history.handling_by(Dimension.CHANNEL)
    assert {name: one.mean_s for name, one in by_channel.items()} == {"電話": 200, "メール": 600}


def test_parts_in_rows_are_added() -> None:
    kinds = (
        ("着信件数", "10"),
        ("平均通話時間", "3:20"),
        ("平均保留時間", "0:30"),
        ("平均後処理時間", "1:00"),
    )
    assert handling(read(in_rows("日付,項目,値", *kinds))).whole.mean_s == 290


def test_sums_in_rows_are_divided() -> None:
    rows = [
        f"{day},{name},{value}"
        for day, count in zip(DAYS, COUNTS, strict=True)
        for name, value in (("着信件数", count), ("処理時間", 190 * count))
    ]
    assert handling(read("\n".join(["日付,項目,値", *rows]))).whole.mean_s == pytest.approx(190)


def test_odd_times_in_rows_are_told_with_their_own_line() -> None:
    kinds = (("着信件数", "10"), ("平均処理時間", "240"))
    text = in_rows("日付,項目,値", *kinds)
    found = read(f"{text}\n2027-06-22,着信件数,10\n2027-06-22,平均処理時間,9000\n2027-06-23,平均処理時間,240")
    assert odd(found) == {OddKind.HANDLING_LONG: 1, OddKind.OTHER_MEASURE: 1}
    (one,) = (one for one in found.odd if one.kind is OddKind.HANDLING_LONG)
    assert one.places[0].to(Lang.EN) == "line 45"
    assert handling(found).whole == Measured(10 * len(DAYS), 2400 * len(DAYS))


def test_months_have_times_in_rows() -> None:
    found = read(
        "年月,項目,値\n2027年4月,件数,1000\n2027年4月,平均処理時間,200\n2027年5月,件数,500\n"
    ).history
    assert isinstance(found, MonthlyTotals)
    assert found.months == {"2027-04": 1000, "2027-05": 500}
    assert found.handling == Measured(1000, 200_000)


@pytest.mark.parametrize(
    ("value", "form", "mean", "told"),
    [
        (time(0, 3, 25), "h:mm:ss", 205, {}),
        (time(0, 3), "mm:ss", 180, {}),
        (time(3, 20), "h:mm", 200, {OddKind.HANDLING_CLOCK: 21}),
    ],
)
def test_times_in_workbooks(value: time, form: str, mean: float, told: dict[OddKind, int]) -> None:
    """The last is what Excel makes of a typed 3:20."""

    def cells(sheet: xlsxwriter.worksheet.Worksheet, style: object) -> None:
        sheet.write_row(0, 0, ["日付", "時間帯", "件数", "平均処理時間"])
        for row, (day, count) in enumerate(zip(DAYS, COUNTS, strict=True), 1):
            sheet.write_row(row, 0, [day.isoformat(), "9:00", count])
            sheet.write_datetime(row, 3, value, style)

    found = read_history(_workbook(cells, form), "history.xlsx")
    assert handling(found).whole.mean_s == pytest.approx(mean)
    assert odd(found) == told


def test_sums_above_a_day_in_workbooks() -> None:
    def cells(sheet: xlsxwriter.worksheet.Worksheet, style: object) -> None:
        sheet.write_row(0, 0, ["日付", "件数", "総処理時間"])
        for row, day in enumerate(DAYS, 1):
            sheet.write_row(row, 0, [day.isoformat(), 300 + row])
            sheet.write_number(row, 2, (300 + row) * 310 / 86_400, style)

    found = read_history(_workbook(cells, "[h]:mm:ss"), "history.xlsx")
    assert handling(found).whole.mean_s == pytest.approx(310, abs=0.01)
    assert not found.odd


def _workbook(cells: object, form: str) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        cells(book.add_worksheet(), book.add_format({"num_format": form}))  # type: ignore[operator]
    return out.getvalue()


def test_the_arrays_cannot_be_changed() -> None:
    times = handling(read(made("AHT")))
    for array in (times.contacts, times.seconds):
        with pytest.raises(ValueError):
            array[0, 0, 0] = 1.0


def test_a_file_without_times_has_none() -> None:
    history = history_of(read("\n".join(["日付,時間帯,件数", *(f"{day},9:00,5" for day in DAYS)])))
    assert isinstance(history, History) and history.handling is None
    assert history.handling_by(Dimension.CHANNEL) == {}
