"""F2: from where one is to the next thing that is missing, around to the first again."""

from __future__ import annotations

from pathlib import Path

import pytest

from rfp_builder.check.finding import Finding, Severity
from rfp_builder.i18n import Phrase
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.tui import road
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.missing import here, keep_clear
from rfp_builder.workspace.missing import next_after, position
from rfp_builder.workspace.workspace import Workspace
from tests.tui.waiting import until
from tests.tui.wizard import wizard_on


def finding(path: str) -> Finding:
    nothing = Phrase("", "")
    return Finding("rule", Severity.BLOCKS, path, nothing, nothing)


IN_ORDER = (
    "overview.policy.policy",
    "overview.policy.principles",
    "overview.purpose",
    "work.programs.programs",
    "work.programs.programs[p1].what",
    "work.programs.programs[p1].days",
    "work.programs.programs[p2].name",
    "work.volumes.volumes",
    "additional.attachments.glossary",
    "requirements",
    "requirements[r02].owner",
    "requirements[r04].statement",
    "requirements[r04].acceptance",
    "criteria",
    "rfp.title",
    "rfp.schedule",
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Workspace.create(tmp_path_factory.mktemp("missing") / "project", "mail-order").project


def test_places_lie_in_the_order_of_reading(sample: Project) -> None:
    placed = [position(sample, path) for path in IN_ORDER]
    assert placed == sorted(placed) and len(set(placed)) == len(placed)


@pytest.mark.parametrize("at", range(len(IN_ORDER)))
def test_the_next_one_lies_behind_where_one_is(sample: Project, at: int) -> None:
    findings = [finding(path) for path in reversed(IN_ORDER)]
    found, anew = next_after(sample, findings, IN_ORDER[at])
    assert found.path == IN_ORDER[(at + 1) % len(IN_ORDER)]
    assert anew is (at == len(IN_ORDER) - 1)


def test_from_nowhere_it_begins_with_the_first(sample: Project) -> None:
    found, anew = next_after(sample, [finding(path) for path in IN_ORDER], None)
    assert (found.path, anew) == (IN_ORDER[0], False)


def test_a_place_that_is_gone_is_no_obstacle(sample: Project) -> None:
    found, _ = next_after(sample, [finding("rfp.title")], "work.programs.programs[gone].name")
    assert found.path == "rfp.title"


def test_the_order_of_requirements_is_that_of_the_register() -> None:
    ones = tuple(Requirement(id=name, item="2.1", statement=Localized(ja="文")) for name in ("z", "a"))
    project = Project(requirements=ones)
    assert position(project, "requirements[z].owner") < position(project, "requirements[a].statement")


@pytest.mark.asyncio
async def test_f2_goes_on_from_the_section_one_is_in(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: wizard.session is not None and wizard.session.report is not None)
        road.go(wizard, "definition.ict")
        await pilot.pause()
        await until(pilot, lambda: (here(wizard) or "").startswith("ict"))
        await pilot.press("f2")
        await pilot.pause()
        assert wizard.session is not None
        assert (wizard.session.last_missing or "").startswith("ict.")
        assert getattr(wizard.screen, "place_key", "") == "section.5"


@pytest.mark.asyncio
async def test_on_the_task_list_f2_leads_to_what_is_named_there(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: wizard.session is not None and wizard.session.report is not None)
        session = wizard.session
        assert session is not None
        session.last_missing = "rfp.client"
        await pilot.press("f2")
        await pilot.pause()
        assert session.last_missing == "overview.policy"


@pytest.mark.asyncio
async def test_f2_says_that_nothing_is_missing(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: wizard.session is not None and wizard.session.report is not None)
        await pilot.press("f2")
        await pilot.pause()
        strips = wizard.screen._compositor.render_strips()
        shown = "".join(segment.text for strip in strips for segment in strip)
        assert "発行を妨げる指摘はありません。" in shown


@pytest.mark.asyncio
async def test_on_the_register_f2_goes_on_from_the_cursor(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        road.go(wizard, "requirements[r20]")
        await pilot.pause()
        assert here(wizard) == "requirements[r20]"
        await pilot.press("enter")
        await pilot.pause()
        assert here(wizard) == "requirements[r20].statement"


@pytest.mark.asyncio
async def test_in_a_table_it_goes_on_from_row_to_row_and_out(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=(100, 30), notifications=True) as pilot:
        await until(pilot, lambda: wizard.session is not None and wizard.session.report is not None)
        session = wizard.session
        assert session is not None
        road.go(wizard, "work.programs.programs")
        await until(pilot, lambda: here(wizard) == "work.programs.programs")
        await pilot.press("f4")
        await until(
            pilot,
            lambda: (
                session.report is not None
                and any(one.path.startswith("work.programs.programs[") for one in session.report.findings)
            ),
        )
        seen = []
        for _ in range(4):
            await pilot.press("f2")
            await pilot.pause()
            seen.append(session.last_missing)
        assert len(set(seen)) == len(seen)
        assert not str(seen[-1]).startswith("work.programs.programs")
        assert len(wizard._notifications) == 1


@pytest.mark.asyncio
async def test_what_is_typed_into_a_cell_stays_in_that_cell(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path)
    async with wizard.run_test(size=(100, 30), notifications=True) as pilot:
        await until(pilot, lambda: wizard.session is not None)
        session = wizard.session
        assert session is not None
        programs = session.project.definition.work.programs.programs
        assert isinstance(programs, tuple) and len(programs) > 1
        road.go(wizard, "work.programs.programs")
        await until(pilot, lambda: here(wizard) == "work.programs.programs")
        await pilot.press("f4", "x")
        await pilot.pause()
        road.go(wizard, f"work.programs.programs[{programs[1].id}].name")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        written = session.project.definition.work.programs.programs
        assert isinstance(written, tuple)
        assert written[1:] == programs[1:]
        before, after = programs[0].name, written[0].name
        assert before is not None and after is not None
        assert after.to(wizard.lang) == f"{before.to(wizard.lang)}x"


@pytest.mark.asyncio
async def test_the_notice_does_not_lie_over_the_field_it_leads_to(tmp_path: Path) -> None:
    wizard = wizard_on(tmp_path, None)
    async with wizard.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: wizard.session is not None and wizard.session.report is not None)
        road.go(wizard, "rfp")
        await pilot.pause(0.1)
        low = [
            one
            for one in wizard.screen.focus_chain
            if one.region.height <= 2 and one.region.y >= 18 and one.region.bottom <= 22
        ]
        wizard.screen.set_focus(low[-1], scroll_visible=False)
        wizard.tell(Phrase("要件が1件もありません。" * 4, ""))
        await pilot.pause()
        assert _covered(wizard)
        keep_clear(wizard)
        await pilot.pause()
        assert not _covered(wizard)


def _covered(wizard: Wizard) -> bool:
    """Whether a notice lies over what has the focus."""
    (notice,) = wizard.screen.query("Toast")
    assert wizard.focused is not None
    return bool(notice.region.overlaps(wizard.focused.region))
