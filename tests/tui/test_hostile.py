"""What people write is shown to the letter on every screen: never markup, never a formula, never a crash."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot

from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.model.parties import Evaluator, Vendor
from rfp_builder.model.project import Project
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.parts import OTHERS, SECTIONS
from rfp_builder.tui.road import go
from rfp_builder.tui.settings import Settings, load_settings
from rfp_builder.workspace.workspace import Workspace
from tests.tui.waiting import pressed, until
from tests.tui.wizard import TODAY, wizard_on

HOSTILE = ("[/][red]{{ x }}", "[a={'b[0]'}]<b>&𠮷", "[$primary]=1+1", "[@click=app.quit]")
"""Short enough to stand whole in the narrowest column."""
_SIZE = (160, 60)
_TURNS = 250
_ALL = " ".join(HOSTILE)


@pytest.mark.parametrize(("text", "lang"), [*((one, Lang.JA) for one in HOSTILE), (HOSTILE[1], Lang.EN)])
@pytest.mark.asyncio
async def test_it_is_shown_to_the_letter_wherever_it_stands(text: str, lang: Lang, tmp_path: Path) -> None:
    app = wizard_on(tmp_path, lang=lang)
    async with app.run_test(size=_SIZE, notifications=True) as pilot:
        assert app.session is not None
        app.session.document.change(_hostile(app.session.project, text), "rfp.title")
        await until(pilot, lambda: app.session is not None and app.session.report is not None)
        await _sees(pilot, app, f"題{text}")
        for place, wanted in (
            ("definition.overview.policy.policy", f"長{text}"),
            ("definition.overview.policy.principles", f"表{text}"),
            ("rfp", f"題{text}"),
            ("requirements", f"要{text}"),
            ("criteria", f"基{text}"),
            ("review", f"題{text}"),
        ):
            go(app, place)
            await _sees(pilot, app, wanted)
        app.tell(Localized(ja=f"知{text}"))  # type: ignore[arg-type]
        await _sees(pilot, app, f"知{text}")
    assert app.failure is None


@pytest.mark.asyncio
async def test_no_part_of_the_wizard_fails_over_it(tmp_path: Path) -> None:
    app = wizard_on(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert app.session is not None
        app.session.document.change(_hostile(app.session.project, _ALL), "rfp.title")
        for place in (SECTIONS[0].place, *(part.place for part in OTHERS), "review"):
            go(app, place)
            await pilot.pause()
            for key in ("f1", "escape", "f2", "f8", "tab", "down", "enter", "escape", "escape"):
                await pressed(pilot, key)
            assert app.failure is None, place
        await pilot.press("f3")
        await pilot.pause()
        await pilot.press(*"[red]")
        await pilot.pause(0.3)
        assert app.failure is None


@pytest.mark.asyncio
async def test_a_folder_may_have_such_a_name(tmp_path: Path) -> None:
    folder = tmp_path / "[red]x[&] =1+1 𠮷"
    Workspace.create(folder, None)
    settings = Settings(tour_seen=True, recent=(str(folder),))
    app = Wizard(None, Lang.JA, TODAY, settings)
    async with app.run_test(size=_SIZE, notifications=True) as pilot:
        await _sees(pilot, app, "[red]x[&] =1+1 𠮷")
        await pilot.press("end", "enter")
        await until(pilot, lambda: app.session is not None)
    assert app.failure is None


def _hostile(project: Project, text: str) -> Project:
    """The project with the text wherever people write."""

    def said(mark: str) -> Localized:
        return Localized(ja=f"{mark}{text}", en=f"{mark}{text}")

    definition, overview = project.definition, project.definition.overview
    principles = overview.policy.principles
    assert isinstance(principles, tuple)
    row = principles[0].replace(principle=said("表"))
    policy = overview.policy.replace(policy=said("長"), principles=(row, *principles[1:]))
    criterion = project.criteria.criteria[0].replace(name=said("基"))
    return project.replace(
        rfp=project.rfp.replace(title=said("題")),
        definition=definition.replace(overview=overview.replace(policy=policy)),
        requirements=(project.requirements[0].replace(statement=said("要")), *project.requirements[1:]),
        criteria=project.criteria.replace(criteria=(criterion, *project.criteria.criteria[1:])),
        evaluators=(*project.evaluators, Evaluator(id="hostile", label=said("者"))),
        vendors=(*project.vendors, Vendor(id="hostile", name=f"社{text}")),
    )


async def _sees(pilot: Pilot[None], app: Wizard, text: str) -> None:
    for _ in range(_TURNS):
        if text in _screen(app):
            return
        await pilot.pause(0.02)
    raise AssertionError(f"{text!r} is not on the screen:\n{_screen(app)}")


def _screen(app: Wizard) -> str:
    """Everything that is drawn, line by line, as a person reads it."""
    return "\n".join(
        "".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep the names of files as text")
@pytest.mark.asyncio
async def test_a_folder_may_be_called_in_an_older_encoding(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode("受注予測".encode("cp932"))
    Workspace.create(folder, None)
    kept = tmp_path / "wizard.json"
    app = Wizard(folder, Lang.JA, TODAY, Settings(tour_seen=True), kept)
    async with app.run_test(size=_SIZE, notifications=True) as pilot:
        await until(pilot, lambda: app.session is not None)
    assert load_settings(kept).recent == (str(folder),)
