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
                "「着信件数」: 件数",
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


def test_a_forecast_made_elsewhere(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forecast", str(folder / "history.csv"), "--as-forecast", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["origin"], answer["assumed"], answer["backtest"]) == ("imported", True, None)
    assert answer["calls"] == answer["history"]["calls"] == year().total
    assert main(["forecast", str(folder / "history.csv"), "--as-forecast", "--lang", "ja"]) == 0
    out = capsys.readouterr().out
    assert "作成済みの予測: history.csv" in out and "件数を変えずに取り込みました" in out
    assert "検証できません。" not in out.split("前提:")[0]


def test_special_days_of_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = "日付,名称,倍率\n令和8年4月2日,点検,休業\n2026年4月3日,販促,2倍\n4月4日,?,2\n"
    (folder / "specials.csv").write_bytes(listed.encode("cp932"))
    words = ["forecast", str(folder / "history.csv"), "--until", "2026-04-03"]
    words += ["--specials", str(folder / "specials.csv")]
    assert main([*words, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["days"][1]["calls"] == 0 < answer["days"][0]["calls"] < answer["days"][2]["calls"]
    assert [one["name"] for one in answer["specials"]["days"]] == ["点検", "販促"]
    assert [one["kind"] for one in answer["specials"]["odd"]] == ["bad_day"]
    assert main([*words, "--lang", "ja"]) == 0
    assert "特別な日: specials.csv  2行" in capsys.readouterr().out


def test_handling_times_and_time_zone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        f"2026-04-{1 + at // 24:02}T{at % 24:02}:00:00Z,電話,{10 + at % 5},{'0' if at == 7 else 200}"
        for at in range(24 * 28)
    ]
    (folder / "utc.csv").write_text("\n".join(["timestamp,channel,calls,aht", *rows]), "utf-8")
    words = ["forecast", str(folder / "utc.csv"), "--until", "2026-05-10"]
    assert main([*words, "--json"]) == 0
    history = json.loads(capsys.readouterr().out)["history"]
    assert (history["time_zone"], history["converted"]) == ("Asia/Tokyo", len(rows))
    assert history["handling"]["mean_s"] == 200
    assert [one["name"] for one in history["handling"]["by_channel"]] == ["電話"]
    assert "handling_zero" in {one["kind"] for one in history["odd"]}
    assert main([*words, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "converted to Japan time" in out and "channel “電話”: 200 s" in out
    assert main([*words, "--time-zone", "UTC", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["history"]["converted"] == 0


def test_the_order_of_dates(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [f"{month:02}/{day:02}/2026,{day}" for month in range(1, 3) for day in range(1, 13)]
    (folder / "us.csv").write_text("\n".join(["date,calls", *rows]), "utf-8")
    words = ["forecast", str(folder / "us.csv"), "--until", "2026-03-10", "--lang", "en"]
    assert main(words) == 3
    assert "--date-order month-first" in capsys.readouterr().err
    assert main([*words, "--date-order", "month-first"]) == 0
    assert "Dates: month/day/year" in capsys.readouterr().out


@pytest.mark.parametrize("growth", ["10%増", "年10%", "前年比110%", "+10%", "前年比+10%"])
def test_growth_as_offices_write_it(folder: Path, capsys: pytest.CaptureFixture[str], growth: str) -> None:
    words = ["forecast", str(folder / "monthly.csv"), "--until", "2026-04-30", "--growth", growth, "--json"]
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out)["calls"] == pytest.approx(1.1 * 25_861, rel=0.03)


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("history.csv",), 2, "--until"),
        (("history.csv", "--as-forecast", "--until", "2026-04-30"), 2, "--until と --as-forecast"),
        (("history.csv", "--as-forecast", "--growth", "5%"), 2, "--growth と --as-forecast"),
        (("history.csv", "--until", "2026-04-30", "--time-zone", "Mars/Base"), 2, "--time-zone"),
        (("history.csv", "--until", "2026-04-30", "--specials", "none.csv"), 2, "none.csv"),
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
