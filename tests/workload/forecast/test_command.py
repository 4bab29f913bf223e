"""The command `forecast`, alone on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rfp_builder.cli.main import main
from tests.workload.history.made import synthetic, year


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("history")
    plan = synthetic().Plan()
    (made / "history.csv").write_bytes(synthetic().long_csv(plan).encode("cp932"))
    (made / "monthly.csv").write_bytes(synthetic().monthly_csv(plan).encode("utf-8-sig"))
    (made / "broken.csv").write_bytes(b"a,b\n1,2\n")
    return made


def test_json_adds_up(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forecast", str(folder / "history.csv"), "--until", "2026-06-30", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["history"]["calls"] == year().total
    assert (answer["first"], answer["until"], answer["origin"]) == ("2026-04-01", "2026-06-30", "model")
    for level in ("years", "months", "weeks", "days", "series"):
        assert sum(one["calls"] for one in answer[level]) == answer["calls"]
    assert sum(map(sum, answer["intervals"].values())) == answer["calls"]
    assert len(answer["intervals"]) == len(answer["days"]) == 91
    assert {one["level"] for one in answer["backtest"]} == {"interval", "day", "week", "month"}
    assert {one["kind"] for one in answer["history"]["odd"]} == {"closed_day", "unusual_day"}


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        (
            "ja",
            (
                "文字コード: Shift_JIS",
                "着信件数 → 件数",
                "予測: 2026年4月1日（水）〜2026年4月30日（木）",
                "前提:",
            ),
        ),
        ("en", ("Encoding: Shift_JIS", "Forecast: Wed 1 April 2026 to Thu 30 April 2026", "chance alone")),
    ],
)
def test_words(folder: Path, capsys: pytest.CaptureFixture[str], lang: str, says: tuple[str, ...]) -> None:
    words = ["forecast", str(folder / "history.csv"), "--until", "2026-04-30", "--lang", lang]
    assert main([*words, "--special", "2025-11-14..2025-11-27=1.45"]) == 0
    out, err = capsys.readouterr()
    assert not err
    for text in says:
        assert text in out


def test_months_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["forecast", str(folder / "monthly.csv"), "--until", "令和8年4月30日", "--hours", "10:00-16:00"]
    assert main([*words, "--interval", "60", "--growth", "10%", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["assumed"] is True and answer["interval_minutes"] == 60
    assert all(not sum(row[:10]) and not sum(row[16:]) for row in answer["intervals"].values())
    assert answer["calls"] == pytest.approx(1.1 * 25_861, rel=0.03)


def test_closed_days(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["forecast", str(folder / "history.csv"), "--until", "2026-04-03", "--json"]
    assert main([*words, "--special", "2026-04-02=0", "--special", "2026-04-03=2倍"]) == 0
    days = json.loads(capsys.readouterr().out)["days"]
    assert days[1]["calls"] == 0 < days[0]["calls"] < days[2]["calls"]


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("history.csv",), 2, "--until"),
        (("history.csv", "--until", "4/1"), 2, "--until の値を読み取れません"),
        (("history.csv", "--until", "2026-03-31"), 2, "翌日から3年以内"),
        (("history.csv", "--until", "2026-04-30", "--growth", "many"), 2, "--growth"),
        (("history.csv", "--until", "2026-04-30", "--growth", "-100%"), 2, "-100%"),
        (("history.csv", "--until", "2026-04-30", "--special", "2026-04-02"), 2, "--special"),
        (("history.csv", "--until", "2026-04-30", "--special", "2026-04-02=-1"), 2, "--special"),
        (("history.csv", "--until", "2026-04-30", "--special", "2026-04-05..2026-04-02=1"), 2, "--special"),
        (("monthly.csv", "--until", "2026-04-30", "--hours", "18:00-9:00"), 2, "--hours"),
        (("monthly.csv", "--until", "2026-04-30", "--hours", "朝"), 2, "--hours"),
        (("broken.csv", "--until", "2026-04-30"), 3, "broken.csv"),
        (("none.csv", "--until", "2026-04-30"), 2, "none.csv"),
    ],
)
def test_three_lines_and_a_code(
    folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, says: str
) -> None:
    assert main(["forecast", str(folder / words[0]), *words[1:], "--lang", "ja"]) == code
    out, err = capsys.readouterr()
    assert not out
    assert says in err
    assert len(err.splitlines()) == 3
