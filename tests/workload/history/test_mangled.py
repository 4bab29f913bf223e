"""Whatever happens to a file on its way: it is read with all that is odd told, or refused."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang
from rfp_builder.workload.history.reading import Imported, Manner, read_csv
from rfp_builder.workload.history.values import DayStatus, History
from tests.workload.history.made import week

LINES = week().splitlines()
NASTY = (
    *(
        "",
        '"',
        ",",
        "\t",
        "休",
        "合計",
        "-1",
        "1e9",
        "nan",
        "９",
        "=1+1",
        "[red]",
        "{{ x }}",
        "2027/13/45",
        "9999-12-31",
    ),
    *(
        "0001-01-01",
        "24:00",
        "99:99",
        "𠮷",
        "\u202e",
        "\ufeff",
        "\x00",
        "#N/A",
        "1" * 400,
        "日付",
        "令和元年5月1日",
    ),
)


def checked(data: bytes, manner: Manner | None = None) -> Imported | None:
    """What is read, if it is not refused; the laws that hold for every history."""
    try:
        found = read_csv(data, "history.csv", manner=manner)
    except Refused as refusal:
        assert all(refusal.lines(Lang.JA)) and all(refusal.lines(Lang.EN))
        return None
    assert all(one.to(lang) and one.count > 0 for one in found.odd for lang in Lang)
    history = found.history
    if isinstance(history, History):
        assert history.calls.shape == (len(history.keys), history.day_count, 1440 // history.interval_minutes)
        assert len(set(history.keys)) == len(history.keys)
        assert (history.calls >= 0).all()
        assert not history.calls[:, history.status != DayStatus.OPEN].any()
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, 3), st.sampled_from(NASTY)), max_size=25
    ),
    st.sampled_from(("utf-8", "utf-8-sig", "cp932", "utf-16")),
)
def test_cells_replaced(changes: list[tuple[int, int, str]], encoding: str) -> None:
    rows = [line.split(",") for line in LINES]
    for row, place, text in changes:
        rows[row][place:] = [text, *rows[row][place + 1 :]]
    checked("\n".join(",".join(row) for row in rows).encode(encoding, "replace"))


TIMES = (
    *("0", "99999", "3:20", "0:03:20", "3分20秒", "3.5", "-5", "abc", "#DIV/0!", "1:2:3:4", "9" * 60, "分"),
    *("2027-06-01T00:00:00Z", "1806537600", "2027-06-01T00:00:00+99:99", "9999-12-31T23:59:59-14:00"),
)
TIMED = [
    "timestamp,着信件数,応答件数,平均通話時間,後処理時間合計,AHT（秒）",
    *(
        f"2027-06-{1 + at // 10:02}T{at % 10:02}:00:00Z,{10 + at % 5},{9 + at % 5},200,{300 + at},{230 + at}"
        for at in range(200)
    ),
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.integers(0, 200), st.integers(0, 5), st.sampled_from((*NASTY, *TIMES))), max_size=25
    ),
    st.sampled_from((0, 1, 2)),
    st.booleans(),
)
def test_times_and_stamps_replaced(
    changes: list[tuple[int, int, str]], without: int, as_forecast: bool
) -> None:
    """`without` drops the columns at the end, so that parts, sums and averages take their turn."""
    rows = [line.split(",") for line in TIMED]
    for row, place, text in changes:
        rows[row][place:] = [text, *rows[row][place + 1 :]]
    text = "\n".join(",".join(row[: 6 - without]) for row in rows)
    found = checked(text.encode("utf-8", "replace"), Manner(as_forecast=as_forecast))
    if found is None or not isinstance(found.history, History) or found.history.handling is None:
        return
    times = found.history.handling
    assert times.contacts.shape == times.seconds.shape == found.history.calls.shape
    assert np.isfinite(times.seconds).all() and (times.seconds >= 0).all() and (times.contacts >= 0).all()
    assert (times.seconds <= 7200 * times.contacts + 1e-6).all()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2000), st.binary(max_size=4)), max_size=12), st.integers(0, 2000))
def test_bytes_replaced_and_cut(changes: list[tuple[int, bytes]], cut: int) -> None:
    data = bytearray("\n".join(LINES).encode("cp932"))
    for place, piece in changes:
        data[place : place + len(piece)] = piece
    checked(bytes(data[: len(data) - cut]))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    checked(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    "text", ["1 " * 30_000, "9:" * 30_000, "-" * 60_000, "2027/4/1 " * 9_000, "月" * 60_000]
)
def test_endless_cells_cost_no_time(text: str) -> None:
    """Each of these would take minutes where a pattern tries every place."""
    for column in range(3):
        cells = ["2027/6/1", "9:00", "10"]
        cells[column] = text
        found = checked(("\n".join([*LINES, ",".join(cells)])).encode())
        assert found is not None and found.history.total == 840
        checked(f"{text}\n{text}\n".encode())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES[1:]), min_size=1), st.randoms(use_true_random=False))
def test_order_and_doubles_of_rows_make_no_difference(again: list[str], chance: object) -> None:
    rows = [*LINES[1:], *again]
    chance.shuffle(rows)  # type: ignore[attr-defined]
    found = checked("\n".join([LINES[0], *rows]).encode())
    assert found is not None
    assert found.history.total == 840
    assert sum(one.count for one in found.odd) == len(again)
