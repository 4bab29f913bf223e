"""The journal as people read it: every deed has words, runs of edits are one line, no value is in it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import rfp_builder
from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.journal_lines import journal_lines
from rfp_builder.workspace.workspace import Workspace

_SOURCE = Path(rfp_builder.__file__).parent


def _deeds() -> set[str]:
    """What the code calls deeds: `workspace.save(project, "received", ...)` and `Deed("edited", ...)`."""
    found = set()
    for path in _SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case (
                    ast.Call(
                        func=ast.Attribute(value=ast.Name("workspace"), attr="save"),
                        args=[_, ast.Constant(str(action)), *_],
                    )
                    | ast.Call(func=ast.Name("Deed"), args=[ast.Constant(str(action)), *_])
                ):
                    found.add(action)
    return found


@pytest.mark.parametrize("action", sorted(_deeds()))
def test_every_deed_has_words_in_both_languages(action: str, tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "p")
    workspace.save(workspace.project, action, {})
    what = next(iter(journal_lines(workspace))).what
    assert action not in (what.ja, what.en) or action == "edited"


def test_edits_of_one_person_are_one_line_that_says_where(tmp_path: Path) -> None:
    document = Document(Workspace.create(tmp_path / "p", "mail-order"))
    for path, value in (("rfp.title", Localized(ja="秘密の件名")), ("operations.planning.shrinkage", 31)):
        document.set(path, value)
        document.save()
    edited, made = journal_lines(document.workspace)
    assert edited.what.ja.startswith("内容を編集（2回）: 4.4 ") and edited.what.ja.endswith("、件名")
    assert "秘密" not in edited.what.ja and "31" not in edited.what.en
    assert made.what.to(Lang.EN) == "created the project"
