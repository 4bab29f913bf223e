"""Trial runs: one contact a row, with channel, reason and seconds."""

from __future__ import annotations

from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from rfp_builder.errors import Refused
from rfp_builder.excel.history.reading import read_trial
from rfp_builder.i18n import Lang
from rfp_builder.workload.history import refusals
from rfp_builder.workload.history.oddities import OddKind
from rfp_builder.workload.history.trial import Trial
from rfp_builder.workload.history.values import Dimension
from rfp_builder.workload.history.words import Role
from tests.workload.history.test_mangled import NASTY

HEADING = "応対日,チャネル,問い合わせ理由,オペレーター,処理時間（秒）"
ROWS = [
    *(f"2027/3/{1 + at % 28},電話,注文,番号{at},{180 + at % 40}" for at in range(120)),
    *(f"2027/3/{1 + at % 28},メール,返品,番号{at},{300 + 200 * (at % 2)}" for at in range(8)),
]


def trial(*rows: str, heading: str = HEADING) -> Trial:
    return read_trial("\n".join([heading, *ROWS, *rows]).encode(), "trial.csv")


def odd(found: Trial) -> dict[OddKind, int]:
    return {one.kind: one.count for one in found.odd}


def test_mean_and_what_is_missing_by_kind() -> None:
    found = trial()
    assert [axis.dimension for axis in found.axes] == [Dimension.CHANNEL, Dimension.REASON]
    by_kind = found.by_kind()
    assert set(by_kind) == {("メール", "返品"), ("電話", "注文")}
    orders, returns = by_kind["電話", "注文"], by_kind["メール", "返品"]
    assert (orders.count, orders.mean_s, orders.is_enough) == (120, 199.5, True)
    assert (returns.count, returns.mean_s, returns.is_enough) == (8, 400, False)
    assert returns.missing == returns.needed - 8 > 0
    assert found.whole().count == 128
    assert not found.odd


def test_names_of_agents_split_nothing() -> None:
    roles = [column.role for column in trial().columns]
    assert roles == [Role.UNUSED, Role.CHANNEL, Role.REASON, Role.UNUSED, Role.HANDLING]


def test_parts_are_added() -> None:
    rows = [f"電話,{100 + at},{at % 7},30" for at in range(50)]
    data = "\n".join(["channel,Talk Time,Hold Time,Wrap Time", *rows]).encode()
    assert read_trial(data, "trial.csv").whole().mean_s == pytest.approx(124.5 + 30 + 2.94)


@pytest.mark.parametrize("heading", ["秒数", "duration", "所要時間（秒）", "AHT", "対応時間"])
def test_other_headings_of_times(heading: str) -> None:
    found = trial(heading=HEADING.replace("処理時間（秒）", heading))
    assert found.whole().count == 128


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("2027/3/1,電話,注文,番号,0", OddKind.HANDLING_ZERO),
        ("2027/3/1,電話,注文,番号,8000", OddKind.HANDLING_LONG),
        ("2027/3/1,電話,注文,番号,長い", OddKind.HANDLING_TEXT),
        ("2027/3/1,電話,注文,番号,", OddKind.UNTIMED),
        ("平均,電話,平均,,200", OddKind.TOTAL_ROW),
    ],
)
def test_a_bad_row_is_told_and_the_rest_is_read(row: str, kind: OddKind) -> None:
    found = trial(row)
    assert odd(found) == {kind: 1}
    assert found.whole().count == 128
    (one,) = found.odd
    assert [place.to(Lang.EN) for place in one.places] == ["line 130"]


def test_clocks_beside_seconds_are_told() -> None:
    found = trial("2027/3/1,電話,注文,番号,3:20")
    assert odd(found) == {OddKind.HANDLING_CLOCK: 1, OddKind.HANDLING_MIXED: 1}
    assert found.times_s["電話", "注文"][-1] == 200


def test_blank_names_are_a_kind_of_their_own() -> None:
    found = trial("2027/3/1,電話,,番号,100")
    assert odd(found) == {OddKind.NAMELESS: 1}
    assert found.times_s["電話", "（空欄）"] == (100,)


def test_a_workbook() -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("説明").write(0, 0, "試行の記録")
        sheet = book.add_worksheet("記録")
        sheet.write_row(0, 0, ["チャネル", "処理時間"])
        for row in range(1, 41):
            sheet.write_row(row, 0, ["電話", 200 + row])
    found = read_trial(out.getvalue(), "trial.xlsx")
    assert found.by_kind()[("電話",)].mean_s == 220.5
    assert odd(found) == {OddKind.SHEET: 1}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", refusals.EMPTY),
        ("チャネル,理由\n電話,注文\n", refusals.NO_TIMES),
        ("チャネル,処理時間\n電話,\n電話,-\n", refusals.NO_TIMES),
        ("日付,件数,平均処理時間\n2027/3/1,20,300\n2027/3/2,30,310\n", refusals.NOT_BY_CONTACT),
        ("番号,処理時間\n1,0\n2,0\n", refusals.NO_TIMES),
    ],
)
def test_what_is_no_trial_run(text: str, why: tuple[object, object]) -> None:
    with pytest.raises(Refused) as refusal:
        read_trial(text.encode(), "trial.csv")
    assert (refusal.value.why, refusal.value.remedy) == why
    assert "試行" in refusal.value.what.ja


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 128), st.integers(0, 4), st.sampled_from((*NASTY, "0", "9999", "3:20")))
    ),
    st.sampled_from(("utf-8", "cp932", "utf-16")),
)
def test_mangled_files_are_read_or_refused(changes: list[tuple[int, int, str]], encoding: str) -> None:
    rows = [line.split(",") for line in (HEADING, *ROWS)]
    for row, place, text in changes:
        rows[row][place:] = [text, *rows[row][place + 1 :]]
    try:
        found = read_trial("\n".join(",".join(row) for row in rows).encode(encoding, "replace"), "trial.csv")
    except Refused as refusal:
        assert all(refusal.lines(Lang.JA)) and all(refusal.lines(Lang.EN))
        return
    assert all(0 < time <= 7200 for times in found.times_s.values() for time in times)
    assert all(one.to(lang) and one.count > 0 for one in found.odd for lang in Lang)
