"""Lists are told once, and then what is different."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

import pytest

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.listing import AT_ONCE, Listing
from rfp_builder.i18n import Lang, Phrase
from tests.cli.plain.typed import TODAY

HINT = Phrase("番号", "number")
LONG = [f"行{n}" for n in range(1, 31)]


class Ear:
    """Hears what a list tells each time it is shown."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys
        self._list = Listing(Desk(Lang.JA, TODAY))

    def hears(self, lines: Sequence[str], typed: str = "x") -> list[str]:
        """The lines told before something is typed that is no number."""
        self._monkeypatch.setattr(sys, "stdin", io.StringIO(f"{typed}\nx\n"))
        self._list.choose(lines, HINT)
        said = self._capsys.readouterr().out.splitlines()
        return [line for line in said if not line.startswith(("番号", "入力"))]


@pytest.fixture
def ear(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ear:
    return Ear(monkeypatch, capsys)


def test_a_long_list_is_told_in_parts(ear: Ear) -> None:
    assert ear.hears(LONG) == [
        *(f"{n}. 行{n}" for n in range(1, AT_ONCE + 1)),
        "（あと10件。Enter で続き）",
    ]
    assert ear.hears(LONG, "") == [f"{n}. 行{n}" for n in range(AT_ONCE + 1, 31)]
    assert ear.hears(LONG) == []


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (["甲", "乙", "丙"], []),
        (["甲", "別", "丙"], ["2. 別"]),
        (["甲", "乙", "丙", "丁"], ["4. 丁"]),
        (["甲", "乙"], []),
        (["甲", "丙"], ["（そのあとの番号は変わりました。l で一覧をもう一度聞けます）"]),
        (["甲", "新", "乙", "丙"], ["2. 新", "（そのあとの番号は変わりました。l で一覧をもう一度聞けます）"]),
        ([*"abcdefg"], [f"{n}. {letter}" for n, letter in enumerate("abcdefg", 1)]),
        ([], []),
    ],
)
def test_only_what_is_different_is_told(ear: Ear, after: list[str], told: list[str]) -> None:
    assert ear.hears(["甲", "乙", "丙"]) == ["1. 甲", "2. 乙", "3. 丙"]
    assert ear.hears(after) == told
    assert ear.hears(after, "l") == [f"{n}. {line}" for n, line in enumerate(after, 1)]


def test_what_was_not_told_yet_is_told_when_asked_for(ear: Ear) -> None:
    ear.hears(LONG)
    assert ear.hears([*LONG, "新"]) == ["31. 新"]
    assert ear.hears([*LONG, "新"], "")[0] == f"{AT_ONCE + 1}. 行{AT_ONCE + 1}"
