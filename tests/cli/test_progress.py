"""The bars on stderr: shown to whoever sits in front of them, and to nobody else."""

from __future__ import annotations

import io
import re

import pytest

from rfp_builder.cli.progress import stage_bar
from rfp_builder.i18n import Lang
from rfp_builder.text.width import cell_width
from rfp_builder.workload.plan.progress import Stage

TERMINAL_CELLS = 80


class Terminal(io.StringIO):
    """Something that says it is watched."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("lang", Lang)
def test_each_stage_is_named_on_a_line_of_one_width(lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Terminal()
    monkeypatch.setattr("sys.stderr", seen)
    with stage_bar(lang) as progress:
        assert progress is not None
        for stage in Stage:
            progress(stage, 0, 4)
            progress(stage, 4, 4)
    lines = [re.sub(r"\x1b\[[?0-9;]*[a-z]", "", line) for line in seen.getvalue().split("\r") if line.strip()]
    for stage in Stage:
        assert any(line.startswith(stage.to(lang)) for line in lines), stage
    # A line as wide as the one before covers it; click adds blanks where a figure became shorter.
    assert len({cell_width(line.rstrip()) for line in lines if line.rstrip().endswith("%")}) == 1
    assert max(cell_width(line.rstrip()) for line in lines) < TERMINAL_CELLS
    assert "100%" in lines[-1]


def test_nothing_is_drawn_into_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = io.StringIO()
    monkeypatch.setattr("sys.stderr", seen)
    with stage_bar(Lang.JA) as progress:
        assert progress is None
    assert seen.getvalue() == ""
