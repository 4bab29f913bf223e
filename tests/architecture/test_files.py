"""How the files read: each says what it is, and says one thing."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from pathlib import Path
from statistics import median

import rfp_builder

_PACKAGE = Path(rfp_builder.__file__).parent
_MODULES = sorted(_PACKAGE.rglob("*.py"))
_TESTS = sorted((_PACKAGE.parent / "tests").rglob("*.py"))
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
_MACHINE = re.compile(r"/(?:home|root|Users)/[a-z]|[a-z]:\\\\Users", re.IGNORECASE)


def _name(path: Path) -> str:
    return path.relative_to(_PACKAGE.parent).as_posix()


def _source(path: Path) -> str:
    return path.read_text("utf-8")


def test_a_module_says_what_it_is() -> None:
    first_lines = {
        _name(path): (ast.get_docstring(ast.parse(_source(path))) or "").partition("\n")[0]
        for path in _MODULES
    }
    assert len(first_lines) > 100
    assert not {name: line for name, line in first_lines.items() if len(line) < 10}


def test_files_are_small() -> None:
    lengths = {_name(path): _source(path).count("\n") for path in _MODULES}
    # Lists of words are long by nature.
    long = {name for name, length in lengths.items() if length > 400}
    assert not {name for name in long if "/words/" not in name}
    assert median(lengths.values()) < 120


def test_what_others_use_is_described() -> None:
    assert not [
        f"{_name(path)}: {node.name}"
        for path in _MODULES
        for node in ast.parse(_source(path)).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]


def test_nothing_is_left_for_later() -> None:
    assert not [
        f"{_name(path)}:{token.start[0]}"
        for path in (*_MODULES, *_TESTS)
        for token in tokenize.generate_tokens(io.StringIO(_source(path)).readline)
        if token.type == tokenize.COMMENT and _UNFINISHED.search(token.string)
    ]


def test_nothing_is_bound_to_one_machine() -> None:
    ours = Path(__file__)
    assert not [
        _name(path) for path in (*_MODULES, *_TESTS) if path != ours and _MACHINE.search(_source(path))
    ]


def test_no_float_in_money_points_and_weights() -> None:
    assert not [
        f"{_name(path)}:{node.lineno}"
        for room in ("model", "evaluation")
        for path in (_PACKAGE / room).rglob("*.py")
        for node in ast.walk(ast.parse(_source(path)))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]
