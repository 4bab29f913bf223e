"""What each room imports, and what stays out until it is used."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import rfp_builder

_PACKAGE = Path(rfp_builder.__file__).parent
_ROOT = _PACKAGE.parent
_HEAVY = (
    "textual",
    "rich",
    "docx",
    "docxtpl",
    "jinja2",
    "openpyxl",
    "xlsxwriter",
    "lxml",
    "numpy",
    "holidays",
)
_ROOMS = sorted(path.parent.name for path in _PACKAGE.glob("*/__init__.py"))


def _loaded_by(*modules: str) -> set[str]:
    """Top-level modules in a fresh interpreter after these imports."""
    program = (
        "import importlib, json, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *modules], capture_output=True, text=True, check=True, cwd=_ROOT
    )
    return set(json.loads(done.stdout))


def _modules(room: str) -> list[str]:
    found = (path.relative_to(_ROOT).with_suffix("") for path in sorted((_PACKAGE / room).rglob("*.py")))
    return [".".join(path.parts).removesuffix(".__init__") for path in found]


def test_the_command_line_starts_without_anything_heavy() -> None:
    loaded = _loaded_by("rfp_builder.cli.main")
    assert "click" in loaded
    assert not loaded & {*_HEAVY, "pydantic"}


def test_no_room_is_heavy_before_it_is_used() -> None:
    assert "model" in _ROOMS and "cli" in _ROOMS
    loaded = _loaded_by("rfp_builder", *(f"rfp_builder.{room}" for room in _ROOMS))
    assert "rfp_builder" in loaded
    assert not loaded & set(_HEAVY)


def test_the_core_works_without_files_of_office_programs_and_without_a_command_line() -> None:
    core = ("errors", "i18n", "text", "resources", "model", "catalogue", "check", "disclosure", "evaluation")
    named = [name for room in core for name in (_modules(room) or [f"rfp_builder.{room}"])]
    assert len(named) > 60
    assert not _loaded_by(*named) & {*_HEAVY, "click"}


def test_the_store_and_the_workspace_start_without_office_programs() -> None:
    named = [*_modules("store"), *_modules("workspace")]
    assert not _loaded_by(*named) & {*_HEAVY, "click"}


@pytest.mark.parametrize(
    ("room", "foreign"), [("excel", ("docx", "docxtpl")), ("word", ("openpyxl", "xlsxwriter"))]
)
def test_word_and_excel_do_not_load_each_other(room: str, foreign: tuple[str, ...]) -> None:
    assert not _loaded_by(*_modules(room)) & {*foreign, "click"}


def test_the_contracts_between_rooms_hold() -> None:
    from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

    assert lint_imports(config_filename=str(_ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_the_first_frame_of_the_wizard_waits_for_no_model_and_no_check() -> None:
    program = (
        "import json, sys\n"
        "import rfp_builder.tui.app\n"
        "print(json.dumps(sorted(name for name in sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=_ROOT
    )
    loaded = json.loads(done.stdout)
    assert "rfp_builder.tui.screens.home" in loaded
    slow = ("model", "catalogue", "check", "forms", "store", "workspace", "word", "excel", "workload")
    rooms = tuple(f"rfp_builder.{room}" for room in slow)
    assert not [name for name in loaded if name.startswith(rooms) or name.partition(".")[0] == "pydantic"]
    assert "textual.widgets._text_area" not in loaded


def test_the_splash_waits_for_nothing_but_the_command_line() -> None:
    loaded = _loaded_by("rfp_builder.cli.commands.wizard", "rfp_builder.tui.start")
    assert not loaded & {*_HEAVY, "pydantic", "filelock"}
