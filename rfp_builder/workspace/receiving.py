"""Receiving proposals: kept byte for byte, read with care, replaced only in plain sight."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from rfp_builder.errors import Problem, Refused
from rfp_builder.i18n import Phrase
from rfp_builder.model.parties import Vendor
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Proposal
from rfp_builder.text.clean import clean
from rfp_builder.text.fold import fold
from rfp_builder.workspace.states import State, require
from rfp_builder.workspace.workspace import Workspace

LARGEST_FILE = 25 * 1024 * 1024
"""Larger files are not even kept: nobody's answer is that long."""

_DOING = Phrase("提案を受領", "receive proposals")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of one received file. `replaces`: the submission it takes the place of."""

    vendor: str
    proposal: Proposal
    replaces: int | None
    blocking: bool
    """Whether something could not be read, so that the vendor has to be asked."""


def receive(workspace: Workspace, name: str, file_name: str, data: bytes, at: datetime) -> Receipt:
    """Keep and read a vendor's workbook. `name` is the vendor's; a new one is registered.

    Raises:
        TooEarly: nothing has been issued.
        Refused: scoring has begun, or the file cannot be read as a workbook. It is kept all the same.
    """
    from rfp_builder.excel.response.reader import read_response

    project = workspace.project
    require(project, State.ISSUED, _DOING)
    _refuse_after_scoring(project)
    _refuse_oversize(data)
    vendor, project = _vendor(project, clean(name).text.strip())
    submission = 1 + sum(1 for one in project.proposals if one.vendor == vendor.id)
    digest = hashlib.sha256(data).hexdigest()
    kept = workspace.store.keep_received(f"{vendor.id}-{submission}.xlsx", data)
    try:
        read = read_response(data, file_name, project, project.issues[-1])
    except Problem:
        workspace.save(workspace.project, "received-refused", {"file": kept, "sha256": digest})
        raise
    proposal = Proposal(
        vendor=vendor.id,
        submission=submission,
        received_at=at,
        file_name=kept,
        sha256=digest,
        rfp_version=read.rfp_version,
        answers=read.answers,
        gates=read.gates,
        price=read.price,
        facts=read.facts,
        free=read.free,
        remarks=read.remarks,
    )
    workspace.save(
        project.replace(proposals=(*project.proposals, proposal)),
        "received",
        {"vendor": vendor.name, "submission": submission, "file": kept, "sha256": digest},
    )
    return Receipt(vendor.name, proposal, submission - 1 or None, read.blocking)


def _vendor(project: Project, name: str) -> tuple[Vendor, Project]:
    """The vendor of that name, spelt in whatever width or case; or a new one."""
    for vendor in project.vendors:
        if fold(vendor.name) == fold(name):
            return vendor, project
    new = Vendor(id=f"v{len(project.vendors) + 1}", name=name)
    return new, project.replace(vendors=(*project.vendors, new))


def _refuse_after_scoring(project: Project) -> None:
    if project.score_books:
        raise Refused(
            Phrase("提案の受領は締め切られています。", "Proposals are no longer taken."),
            Phrase("採点結果の取り込みが始まっています。", "Score books have been collected."),
            Phrase(
                "差し替えが必要な場合は、関係者と取り扱いを決めてください。",
                "If one must be replaced, agree with the stakeholders how.",
            ),
        )


def _refuse_oversize(data: bytes) -> None:
    if len(data) > LARGEST_FILE:
        raise Refused(
            Phrase("ファイルが大きすぎます。", "The file is too large."),
            Phrase("25MB までのファイルを受け取れます。", "Files of up to 25 MB are taken."),
            Phrase(
                "画像などを除いて、回答の記入された Excel ファイルだけを送ってもらってください。",
                "Ask the sender for the filled-in workbook alone, without pictures.",
            ),
        )
