"""Texts longer than the project can keep: said in the dialog they were written in, and not lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.model.localized import LONGEST, Localized
from rfp_builder.model.requirement import Requirement
from rfp_builder.tui.dialogs.ask import Ask
from rfp_builder.tui.dialogs.many import ManyDialog
from rfp_builder.tui.dialogs.merge import MergeDialog
from rfp_builder.tui.dialogs.new_project import NewProjectDialog
from rfp_builder.tui.dialogs.split import SplitDialog
from rfp_builder.tui.dialogs.statement import StatementDialog
from rfp_builder.tui.repairs.text_area import SafeTextArea
from rfp_builder.workspace.register_editing import joined, merge
from rfp_builder.workspace.workspace import sample_project
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on

LONG = "要" * (LONGEST + 1)
WORDED = Localized(ja="一つ。二つ。")
ONE = Requirement(id="r", item="2.1", statement=WORDED)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("dialog", "button"),
    [
        (lambda: StatementDialog(Phrase("項目", "item")), "add"),
        (lambda: SplitDialog(WORDED), "split"),
        (lambda: MergeDialog((ONE, ONE.replace(id="s")), WORDED), "merge"),
    ],
)
async def test_a_statement_that_is_too_long_stays_where_it_was_written(
    tmp_path: Path, dialog: type, button: str
) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: wizard.session is not None)
        answers = list[object]()
        front = dialog()
        await wizard.push_screen(front, answers.append)
        await until(pilot, lambda: isinstance(wizard.focused, SafeTextArea))
        wizard.post_message(events.Paste(f"{LONG}\n"))
        await until(pilot, lambda: LONG in front.query_one(SafeTextArea).text)
        front.pressed(button)
        await pilot.pause()
        assert wizard.screen is front
        assert not answers
        assert any("8,000文字以内" in str(one.render()) for one in front.query("Said"))


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "dialog",
    [
        lambda: Ask(Phrase("問", "question"), Phrase("説明", "hint")),
        lambda: NewProjectDialog(sample=False),
        lambda: ManyDialog(sample_project("mail-order"), 2),
    ],
)
async def test_a_line_takes_no_more_than_the_project_keeps(tmp_path: Path, dialog: type) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: wizard.session is not None)
        front = dialog()
        await wizard.push_screen(front)
        await pilot.pause()
        assert front.query(Input).first().max_length == LONGEST


def test_merging_more_than_fits_is_refused() -> None:
    project = sample_project("mail-order")
    ones = tuple(ONE.replace(id=f"n{n}", statement=Localized(ja=f"{n}" + "要" * 90)) for n in range(100))
    with pytest.raises(Refused):
        joined(ones)
    with pytest.raises(Refused):
        merge(
            project.replace(requirements=tuple(one.replace(acceptance=one.statement) for one in ones)),
            [one.id for one in ones],
            WORDED,
        )
