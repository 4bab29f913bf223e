"""`rfp-builder staffing`: what calculators print, in both languages and as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from rfp_builder.cli.main import main

QUESTION = ("--calls", "100", "--per", "30m", "--aht", "180", "--target", "80/20")
CALCULATORS = (*QUESTION, "--max-occupancy", "85", "--shrinkage", "30")
KEYS = [
    "erlangs",
    "agents",
    "staff",
    "service_level",
    "asa_s",
    "p_wait",
    "immediate",
    "occupancy",
    "abandonment",
]


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    assert main(["staffing", *words, "--json"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return json.loads(captured.out)


def test_the_example_of_the_calculators(capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(capsys, *CALCULATORS)
    assert list(found) == KEYS
    assert (found["erlangs"], found["agents"], found["staff"]) == (10, 14, 20)
    assert found["service_level"] == pytest.approx(0.8883500191794669, rel=1e-9)
    assert found["asa_s"] == pytest.approx(7.835937011777243, rel=1e-9)
    assert found["p_wait"] == pytest.approx(0.17413193359504983, rel=1e-9)
    assert found["immediate"] == pytest.approx(0.8258680664049501, rel=1e-9)
    assert found["occupancy"] == pytest.approx(10 / 14) and found["abandonment"] is None


def test_patience_makes_it_erlang_a(capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(capsys, *CALCULATORS, "--patience", "120")
    assert list(found) == KEYS
    assert (found["agents"], found["staff"]) == (12, 18)
    assert 0.05 < found["abandonment"] < 0.07
    answered = asked(capsys, *QUESTION, "--patience", "60", "--level", "answered")
    assert answered["agents"] < asked(capsys, *QUESTION, "--patience", "60")["agents"]


def test_the_average_of_a_trial_run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    rows = [f"電話,{170 + 20 * (at % 2)}" for at in range(60)] + ["メール,300"] * 5
    trial = tmp_path / "trial.csv"
    trial.write_text("\n".join(["チャネル,処理時間（秒）", *rows]), "cp932")
    words = ("--calls", "100", "--per", "30m", "--target", "80/20", "--measured", str(trial))
    found = asked(capsys, *words)
    assert list(found) == [*KEYS, "measured"]
    assert found["erlangs"] == pytest.approx(189.2 / 18)
    kinds = {one["key"]["チャネル"]: one for one in found["measured"]["kinds"]}
    assert (kinds["電話"]["enough"], kinds["メール"]["enough"]) == (True, False)
    assert kinds["メール"]["missing"] == 25
    assert asked(capsys, *words, "--aht", "180")["erlangs"] == pytest.approx(10)
    assert main(["staffing", *words, "--lang", "ja"]) == 0
    out = capsys.readouterr().out
    assert "まだ足りません（あと25件以上）" in out and "全体の平均189.2秒" in out


@pytest.mark.parametrize(
    "words",
    [
        ("--calls", "１００件", "--per", "３０分", "--aht", "3m", "--target", "80%／20秒"),
        ("--calls", "200", "--per", "1h", "--aht", "180秒", "--target", "８０/20s"),
        ("--calls", "1,600", "--per", "8時間", "--aht", "180", "--target", "80 / 20"),
    ],
)
def test_numbers_as_people_type_them(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(capsys, *words)
    assert (found["erlangs"], found["agents"]) == (10, 14)


def test_a_target_of_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(capsys, "--calls", "2.7", "--per", "180s", "--aht", "180", "--target", "90/24h")
    assert found["agents"] == 3
    none = asked(capsys, "--calls", "0", "--per", "30m", "--aht", "180", "--target", "80/20")
    assert (none["agents"], none["staff"], none["service_level"]) == (0, 0, 1)
    held = asked(
        capsys, "--calls", "0", "--per", "30m", "--aht", "180", "--target", "80/20", "--minimum", "2"
    )
    assert held["agents"] == 2


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_table_around_n(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["staffing", *CALCULATORS, "--lang", lang]) == 0
    out = capsys.readouterr().out
    lines = [line for line in out.splitlines() if re.match(r"[> ] +\d+人? +\d+人? ", line)]
    assert len(lines) == 7 and sum(line.startswith(">") for line in lines) == 1
    chosen = next(line for line in lines if line.startswith(">"))
    assert "14" in chosen and "20" in chosen and "88.8%" in chosen
    assert "79.6%" in out and "7.8" in out and ("85%" in out and "30%" in out)
    if lang == "en":
        assert not re.search("[ぁ-んァ-ヶ一-龠]", out)


@pytest.mark.parametrize("level", ["offered", "answered", "virtual", "short-abandons-excluded"])
def test_the_service_level_is_named_where_it_is_shown(level: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = {}
    for lang in ("ja", "en"):
        assert main(["staffing", *QUESTION, "--patience", "60", "--level", level, "--lang", lang]) == 0
        said[lang] = capsys.readouterr().out
    assert {
        "offered": "all calls offered",
        "answered": "÷ calls answered;",
        "virtual": "if the caller waited",
        "short-abandons-excluded": "without those abandoned",
    }[level] in said["en"]
    assert "20秒以内" in said["ja"] and "放棄率" in said["ja"]


def test_an_agent_less_than_the_load_is_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--calls", "10", "--per", "30m", "--aht", "180", "--target", "80/24h")
    assert main(["staffing", *words, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "without end" in out and "inf" not in out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--per", "30"), "30m"),
        (("--per", "0m"), "0より長い"),
        (("--calls", "-3"), "0以上"),
        (("--calls", "約100"), "「約」"),
        (("--aht", "0"), "--aht"),
        (("--target", "80"), "割合/秒数"),
        (("--target", "0.8/20"), "%"),
        (("--target", "100/20"), "100%"),
        (("--target", "80/20/1"), "割合/秒数"),
        (("--shrinkage", "100"), "非稼働率"),
        (("--max-occupancy", "0"), "占有率"),
        (("--patience", "0"), "--patience"),
        (("--level", "best"), "--level"),
        (("--minimum", "2.5"), "整数"),
    ],
)
def test_bad_values_are_told_in_three_lines(
    words: tuple[str, str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["staffing", *QUESTION, *words, "--lang", "ja"]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and len(captured.err.splitlines()) == 3 and says in captured.err


def test_what_is_missing_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["staffing", "--calls", "100", "--lang", "ja"]) == 2
    assert "--per を指定してください" in capsys.readouterr().err
