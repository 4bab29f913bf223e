"""A key costs the same whether the register holds fifty requirements or hundreds: counted, not timed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from bench.projects import project_of
from rfp_builder.i18n import Lang
from rfp_builder.tui import live_check
from rfp_builder.tui.app import Wizard
from rfp_builder.tui.criteria import tree
from rfp_builder.tui.road import go
from rfp_builder.tui.screens import register, withholding
from rfp_builder.tui.settings import Settings
from rfp_builder.tui.widgets.long_list import LongList
from rfp_builder.workspace.workspace import Workspace
from tests.tui.waiting import pressed, until
from tests.tui.wizard import TODAY

_FEW, _MANY = 50, 500
_SIZE = (120, 36)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """How often a row was drawn or a list filled since it was last cleared."""
    counts: Counter[str] = Counter()

    def counted(owner: Any, name: str) -> None:
        work: Callable[..., Any] = getattr(owner, name)

        @wraps(work)
        def counting(*given: Any, **named: Any) -> Any:
            counts[name] += 1
            return work(*given, **named)

        monkeypatch.setattr(owner, name, counting)

    counted(register, "requirement_line")
    counted(withholding, "row")
    counted(withholding, "gauge")
    counted(tree, "nodes")
    counted(LongList, "set_entries")
    # A check that ends in between would fill the lists anew.
    monkeypatch.setattr(live_check, "_PAUSE_SECONDS", 3600.0)
    yield counts


@pytest.mark.parametrize("place", ["requirements", "withholding", "criteria"])
@pytest.mark.parametrize("count", [_FEW, _MANY])
@pytest.mark.asyncio
async def test_an_arrow_draws_no_more_than_the_rows_it_touches(
    place: str, count: int, tmp_path: Path, drawn: Counter[str]
) -> None:
    app = _wizard(tmp_path, count)
    async with app.run_test(size=_SIZE) as pilot:
        await _arrived(app, pilot, place)
        for key in ("down", "down", "up"):
            before = _cursor(app)
            drawn.clear()
            await pressed(pilot, key)
            assert _cursor(app) != before
            assert drawn.total() <= 2, drawn


@pytest.mark.parametrize("place", ["requirements", "withholding"])
@pytest.mark.asyncio
async def test_the_end_of_a_long_list_draws_what_is_seen_there(
    place: str, tmp_path: Path, drawn: Counter[str]
) -> None:
    app = _wizard(tmp_path, _MANY)
    async with app.run_test(size=_SIZE) as pilot:
        await _arrived(app, pilot, place)
        assert drawn["requirement_line"] + drawn["row"] <= 3 * _SIZE[1]
        for key in ("end", "pageup", "home"):
            before = _cursor(app)
            drawn.clear()
            await pressed(pilot, key)
            assert _cursor(app) != before
            assert drawn.total() <= _SIZE[1], drawn


def _wizard(tmp_path: Path, count: int) -> Wizard:
    workspace = Workspace.create(tmp_path / "project", None)
    workspace.save(project_of(count).replace(revision=workspace.project.revision), "test")
    return Wizard(tmp_path / "project", Lang.JA, TODAY, Settings(tour_seen=True))


async def _arrived(app: Wizard, pilot: Pilot[None], place: str) -> None:
    go(app, place)
    await until(pilot, lambda: len(app.screen_stack) > 2 and app.focused is not None)
    await app.workers.wait_for_complete()
    await pilot.pause()


def _cursor(app: Wizard) -> object:
    """Where it stands in the list that has the focus."""
    listed = app.focused
    if isinstance(listed, LongList):
        return listed.current
    assert isinstance(listed, OptionList)
    return listed.highlighted
