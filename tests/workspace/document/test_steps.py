"""A step of the road whose result meets trouble on its way into the document."""

from __future__ import annotations

from pathlib import Path

import pytest

import rfp_builder.store.folder
from rfp_builder.errors import Problem
from rfp_builder.model.localized import Localized
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.document.saving import SaveState
from rfp_builder.workspace.workspace import Workspace


def test_what_a_step_saved_is_not_gone_over_where_the_disk_was_full_afterwards(tmp_path: Path) -> None:
    document = Document(Workspace.create(tmp_path / "centre", "mail-order"))

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.MonkeyPatch.context() as patch:

        def step(workspace: Workspace) -> None:
            project = workspace.project
            named = project.rfp.replace(title=Localized(ja="手順の結果"), version="9.9")
            workspace.save(project.replace(rfp=named), "step")
            document.set("rfp.title", Localized(ja="手順の間の入力"))
            patch.setattr(rfp_builder.store.folder, "write_atomic", full)

        with pytest.raises(Problem):
            document.perform(step)
    document.save()
    saved = Workspace.open(document.folder).project
    assert (saved.rfp.title, saved.rfp.version) == (Localized(ja="手順の結果"), "9.9")
    assert document.project.rfp.version == "9.9"
    assert document.state is SaveState.CONFLICT
    assert [clash.mine for clash in document.clashes] == ["手順の間の入力"]
