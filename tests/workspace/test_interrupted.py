"""Cut off between writing files and saving: the state tells the truth, and the same command goes on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

import pytest

from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.resources import data_folder
from rfp_builder.workspace.agreement import lock_criteria
from rfp_builder.workspace.issuing import issue
from rfp_builder.workspace.receiving import receive
from rfp_builder.workspace.standing import standing
from rfp_builder.workspace.states import State
from rfp_builder.workspace.workspace import Workspace

DAY = date(2027, 2, 1)
NOW = datetime(2027, 3, 12, 12, tzinfo=UTC)
PROPOSAL = data_folder("samples") / "mail-order" / "proposals" / "A社.xlsx"


class PowerCut(BaseException):
    """Nothing catches it."""


def cut(*_: object, **__: object) -> NoReturn:
    raise PowerCut


def test_an_issue_goes_on_after_its_files_were_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace.create(tmp_path / "p", "mail-order")
    japanese = workspace.project.rfp.replace(languages=(Lang.JA,))
    workspace.save(workspace.project.replace(rfp=japanese), "in Japanese only")
    lock_criteria(workspace, "委員会", DAY)
    with monkeypatch.context() as patched, pytest.raises(PowerCut):
        patched.setattr(Workspace, "save", cut)
        issue(workspace, DAY)
    written = {path.name: path.read_bytes() for path in (tmp_path / "p" / "issued").iterdir()}
    assert len(written) == 2

    reopened = Workspace.open(tmp_path / "p")
    stands = standing(reopened, DAY)
    assert stands.state is State.AGREED and stands.next_command == "rfp-builder issue"
    assert not stands.changed_outside
    other = reopened.project.replace(rfp=reopened.project.rfp.replace(title=Localized(ja="別", en="Other")))
    kept = reopened.project
    reopened.project = other
    with pytest.raises(Refused, match="has been issued before"):
        issue(reopened, DAY)

    reopened.project = kept
    assert len(issue(reopened, DAY).for_vendors) == 2
    assert standing(reopened, DAY).state is State.ISSUED
    assert {path.name: path.read_bytes() for path in (tmp_path / "p" / "issued").iterdir()} == written


def test_a_receipt_cut_off_is_not_counted_and_goes_on(issued: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = Workspace.open(issued)
    with monkeypatch.context() as patched, pytest.raises(PowerCut):
        patched.setattr(Workspace, "save", cut)
        receive(workspace, "A社", PROPOSAL.name, PROPOSAL.read_bytes(), NOW)
    reopened = Workspace.open(issued)
    assert standing(reopened, DAY).proposals == 0
    receipt = receive(reopened, "A社", PROPOSAL.name, PROPOSAL.read_bytes(), NOW)
    assert receipt.proposal.submission == 1 and not receipt.again
    kept = (issued / "received" / receipt.proposal.file_name).read_bytes()
    assert kept == PROPOSAL.read_bytes()
