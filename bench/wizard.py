"""The wizard in a terminal against an empty Textual application: start, first fields, and a key."""

from __future__ import annotations

import atexit
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count, islice
from pathlib import Path

from bench.pairs import Pair
from bench.projects import project_of
from bench.terminal import SETTINGS, Terminal
from rfp_builder.store.folder import serialise
from rfp_builder.tui.settings import Settings, save_settings
from rfp_builder.workspace.workspace import Workspace

_EMPTY = """
from textual.app import App
from textual.widgets import TextArea
class Empty(App):
    def compose(self):
        yield TextArea(id="ready")
Empty().run()
"""
_PLAIN = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("READY")
Empty().run()
"""
_LAST_SECTION, _FIRST_QUESTION = "追加資料", "姿勢で"
_A_LOOK = 3.0
"""Seconds: the project is open and checked then."""
_KEYS = 20
_FIRST_KANJI = 0x4E00
"""Every key is another kanji: seen on the screen, it was drawn for that key."""


def pairs() -> Iterator[Pair]:
    """Start, first fields at once and after a look at the list, a key; all with 500 requirements."""
    yield Pair("wizard: section list on screen", _section_list, "empty Textual application", _plain, 1.3, 7)
    yield Pair("wizard: first fields on screen", _first_fields, "empty Textual application", _plain, 2.0, 7)
    looked_at = _LookedAt()
    yield Pair(
        "wizard: fields, the list was looked at",
        looked_at.enter,
        "empty Textual application",
        _plain,
        1.0,
        7,
        looked_at.wait,
    )
    yield Pair(
        f"{_KEYS} keys, 500 requirements", _keys_in(_form), "same keys, empty Textual", _keys_in(_area), 2.0
    )


def _plain() -> None:
    with Terminal("-c", _PLAIN) as terminal:
        terminal.until("READY")


def _section_list() -> None:
    with _wizard() as terminal:
        terminal.until(_LAST_SECTION)


def _first_fields() -> None:
    with _wizard() as terminal:
        terminal.until(_LAST_SECTION)
        terminal.type("\r")
        terminal.until(_FIRST_QUESTION)


class _LookedAt:
    """A wizard whose list of tasks somebody has looked at for a moment before they press Enter."""

    def __init__(self) -> None:
        self._terminal: Terminal | None = None

    def wait(self) -> None:
        self._terminal = _wizard()
        self._terminal.until(_LAST_SECTION)
        self._terminal.settle(_A_LOOK)

    def enter(self) -> None:
        assert self._terminal is not None
        with self._terminal as terminal:
            terminal.type("\r")
            terminal.until(_FIRST_QUESTION)


def _keys_in(start: Callable[[], Terminal]) -> Callable[[], None]:
    kept = cache(start)

    kanji = map(chr, count(_FIRST_KANJI))

    def press() -> None:
        terminal = kept()
        for key in islice(kanji, _KEYS):
            terminal.type(key)
            terminal.until(key)

    return press


def _form() -> Terminal:
    terminal = _wizard()
    terminal.until(_LAST_SECTION)
    terminal.type("\r")
    terminal.until(_FIRST_QUESTION)
    return _settled(terminal)


def _area() -> Terminal:
    return _settled(Terminal("-c", _EMPTY))


def _settled(terminal: Terminal) -> Terminal:
    atexit.register(terminal.close)
    terminal.settle(2.0)
    return terminal


def _wizard() -> Terminal:
    return Terminal("-m", "rfp_builder", "--lang", "ja", str(_project()))


@cache
def _project() -> Path:
    """A folder with 500 requirements; the settings say that the tour was seen."""
    folder = Path(tempfile.mkdtemp(prefix="rfp-builder-bench-"))
    save_settings(Settings(tour_seen=True), SETTINGS)
    Workspace.create(folder / "project", None)
    (folder / "project" / "project.json").write_bytes(serialise(project_of(500)))
    return folder / "project"
