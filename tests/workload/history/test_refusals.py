"""What cannot be read at all is refused with one clear sentence."""

from __future__ import annotations

import pytest

from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang
from rfp_builder.workload.history import refusals
from rfp_builder.workload.history.reading import read_csv
from tests.workload.history.made import week

MANY = (
    "日付,時間帯,オペレーター,件数\n"
    + "\n".join(f"2027/6/{day},9:00,番号{name},1" for name in range(300) for day in (1, 2))
    + "\n"
    + "\n".join(f"2027/6/3,9:00,番号{name},1" for name in range(300, 700))
)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", refusals.EMPTY),
        (b"\xef\xbb\xbf\r\n\r\n", refusals.EMPTY),
        (b"\x00\x01\x02\x03" * 100, refusals.NOT_TEXT),
        (b"<html><table><tr><td>2027/6/1</td><td>5</td></tr></table></html>", refusals.WEB_PAGE),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<?mso-application progid='Excel.Sheet'?>", refusals.WEB_PAGE),
        ("日付,時間帯,件数\n".encode() + bytes(range(0x80, 0x100)) * 40, refusals.ENCODING),
        ("名前,件数\nA,1\nB,2\n".encode(), refusals.NO_DATES),
        ("日付,担当\n2027/6/1,A\n2027/6/2,A\n".encode(), refusals.NO_COUNTS),
        ("日付,件数\n2027/6/1,約5\n2027/6/2,5くらい\n".encode(), refusals.NO_ROWS),
        ("日付,件数\n合計,5\n".encode(), refusals.NO_DATES),
        ("日付,時間帯,件数\n".encode(), refusals.NO_ROWS),
        ("日付,件数\n2027/6/1,5.5\n2027/6/2,6.5\n".encode(), refusals.FRACTIONS),
        ("日付,2027/6/1,2027/6/2\n".encode(), refusals.NO_ROWS),
        (("時間帯," + ",".join(map(str, range(1, 31))) + "\n9:00" + ",5" * 30).encode(), refusals.NO_MONTH),
        (
            "日付,時間帯,件数\n".encode()
            + "".join(f"2027/6/1,{9 + at // 9}:{at % 9 * 7:02},5\n" for at in range(81)).encode(),
            refusals.INTERVAL,
        ),
        (
            "日付,時間帯,段,件数\n".encode()
            + "".join(f"2027/6/{at % 28 + 1},9:00,{at},{at}\n" for at in range(280)).encode(),
            refusals.CONTRADICTIONS,
        ),
        (
            ("日付," + ",".join(f"項目{n}" for n in range(2000)) + "\n2027/6/1" + ",1" * 2000).encode(),
            refusals.TOO_MANY_ROWS,
        ),
    ],
)
def test_one_clear_sentence(data: bytes, why: tuple[object, object]) -> None:
    with pytest.raises(Refused) as refusal:
        read_csv(data, "C:\\folder\\history.csv")
    assert (refusal.value.why, refusal.value.remedy) == why
    assert refusal.value.what.ja == "「history.csv」から履歴を読み取れません。"
    for lang in Lang:
        assert all(refusal.value.lines(lang))


def test_names_of_agents_are_no_split_of_the_demand() -> None:
    with pytest.raises(Refused) as refusal:
        read_csv(MANY.encode(), "history.csv")
    assert "500" in refusal.value.why.ja


def test_a_file_name_cannot_play_tricks() -> None:
    with pytest.raises(Refused) as refusal:
        read_csv(b"", "../x\u202egnp\n.csv" + "a" * 500)
    assert refusal.value.what.en.startswith("No history can be read from “xgnp.csvaaa")
    assert len(refusal.value.what.en) < 200


def test_a_readable_file_is_not_refused() -> None:
    assert read_csv(week().encode(), "history.csv").history.total == 840
