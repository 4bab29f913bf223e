"""Whatever is typed, nothing crashes, and what is on the disk is what was said to be."""

from __future__ import annotations

import contextlib
import io
import random
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.walk import run_plain
from rfp_builder.i18n import Lang
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.workspace import Workspace
from tests.cli.plain.typed import TODAY

WORDS = (
    *(str(number) for number in range(19)),
    *("", "", "", "-", "<", "!", "*", "+", "--", ">", "u", "s", "?", "??", "en", "ja", "メモ", "やり直す"),
    *(
        "a",
        "b",
        "p",
        "d 1",
        "d 1-3",
        "up 2",
        "down 1",
        "c 1",
        "l",
        "e",
        "k",
        "y",
        "g",
        "r",
        "w",
        "o",
        "f 必須",
        *("x 1", "j 1,2", "e 1-3", "e すべて", "5", "i", "o", "-1", "h 1", "平日 9:00-18:00", "土日 なし"),
        *("n", "n 1", "k", "8", "d", "w", "y", "15", "16", "17", "d 1、3", "up 1-2", "k 1", "委託.csv"),
    ),
    *(
        ".",
        "y",
        "n",
        "m",
        "m",
        "未定: 総務部 2027-03-01",
        "N/A: なし",
        "2027-04-01",
        "１２０万",
        "80%",
        "1,3",
    ),
    *(
        "/時間",
        "/",
        "固定",
        "委員会",
        "1.1",
        "4.4",
        "電話",
        "\t費用\t2",
        "[red]",
        "{x}",
        "=1+1",
        "\x1b[31m",
        "𠮷",
    ),
    *("\\-", "長い" * 4500, "a\\", "\ud800", "r-1, r-2", "月〜金", "#r-1", "9" * 30),
)


def line_lists() -> st.SearchStrategy[list[str]]:
    one = st.one_of(st.sampled_from(WORDS), st.text(max_size=12).filter(lambda text: "\n" not in text))
    return st.lists(one, max_size=60)


@pytest.fixture(autouse=True)
def documents(monkeypatch: pytest.MonkeyPatch) -> list[Document]:
    """The documents that plain mode has had open."""
    opened: list[Document] = []
    open_ = Desk.open

    def keep(desk: Desk, document: Document | None) -> None:
        opened.extend([] if document is None else [document])
        open_(desk, document)

    monkeypatch.setattr(Desk, "open", keep)
    return opened


def type_into(folder: Path, lines: list[str], documents: list[Document]) -> str:
    """All that is said; the document and the disk must agree afterwards."""
    said, before = io.StringIO(), sys.stdin
    sys.stdin = io.StringIO("".join(f"{line}\n" for line in lines))
    try:
        with contextlib.redirect_stdout(said), contextlib.chdir(folder.parent):
            run_plain(folder, Lang.JA, TODAY)
    finally:
        sys.stdin = before
    assert documents[-1].project == Workspace.open(documents[-1].folder).project
    assert "\x1b" not in said.getvalue()
    return said.getvalue()


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(lines=line_lists())
def test_any_lines_leave_document_and_disk_alike(lines: list[str], documents: list[Document]) -> None:
    with tempfile.TemporaryDirectory() as parent:
        folder = Workspace.create(Path(parent) / "p").folder
        assert type_into(folder, lines, documents).endswith("\n")


@pytest.mark.parametrize("seed", range(2))
def test_a_long_random_walk_through_a_full_project(
    seed: int, tmp_path: Path, documents: list[Document]
) -> None:
    chance = random.Random(seed)
    folder = Workspace.create(tmp_path / "p", "mail-order").folder
    type_into(folder, [chance.choice(WORDS) for _ in range(250)], documents)
