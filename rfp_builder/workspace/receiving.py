"""Receiving proposals: kept byte for byte, read with care, replaced only in plain sight."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from rfp_builder.errors import Problem, Refused, WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Proposal
from rfp_builder.workspace.states import State, require
from rfp_builder.workspace.vendors import named_vendor, vendor_name
from rfp_builder.workspace.workspace import Workspace

LARGEST_FILE = 25 * 1024 * 1024
"""Larger files are not even kept: nobody's answer is that long."""

_DOING = Phrase("提案の受領", "receive proposals")
_NOT_RENAMED = Phrase("会社名を直せません。", "The name cannot be mended.")
_NOT_WITHDRAWN = Phrase("受領を取り消せません。", "It cannot be taken back.")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of one received file. `replaces`: the submission it takes the place of."""

    vendor: str
    proposal: Proposal
    replaces: int | None
    blocking: bool
    """Whether something could not be read, so that the vendor has to be asked."""
    again: bool = False
    """Whether this very file is the vendor's present submission already; nothing was changed."""


def require_open(workspace: Workspace) -> None:
    """Pass if proposals are taken now.

    Raises:
        TooEarly: nothing has been issued.
        Refused: scoring has begun.
    """
    require(workspace.project, State.ISSUED, _DOING)
    _refuse_after_scoring(workspace.project)


def receive(workspace: Workspace, name: str, file_name: str, data: bytes, at: datetime) -> Receipt:
    """Keep and read a vendor's workbook. `name` is the vendor's; a new one is registered.

    Raises:
        TooEarly: nothing has been issued.
        WrongUse: `name` cannot be a vendor's name.
        Refused: scoring has begun, another vendor handed in the very same file, or it cannot be read as a
            workbook; then it is kept all the same.
    """
    from rfp_builder.excel.response.reader import read_response

    require_open(workspace)
    _refuse_oversize(data)
    vendor, project = named_vendor(workspace.project, name)
    digest = hashlib.sha256(data).hexdigest()
    present = _present_with(project, digest)
    if present is not None and present.vendor == vendor.id:
        return Receipt(vendor.name, present, None, _blocking(present), again=True)
    if present is not None:
        raise _same_file(project, present)
    try:
        read = read_response(data, file_name, project, project.issues[-1])
    except Problem:
        kept = workspace.store.keep_received("unread.xlsx", data)
        workspace.save(
            workspace.project, "received-refused", {"vendor": vendor.name, "file": kept, "sha256": digest}
        )
        raise
    submission = 1 + sum(1 for one in project.proposals if one.vendor == vendor.id)
    kept = workspace.store.keep_received(f"{vendor.id}-{submission}.xlsx", data)
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


def rename(workspace: Workspace, data: bytes, name: str) -> tuple[str, str]:
    """Call the vendor who handed in the file `data` by `name`; returns the old name and the new one.

    Raises:
        TooEarly: nothing has been issued.
        WrongUse: `name` cannot be a vendor's name, or no vendor handed in that file.
        Refused: scoring has begun, or another vendor is called so.
    """
    require_open(workspace)
    return rename_vendor(workspace, _vendor_with(workspace.project, data, _NOT_RENAMED), name)


def rename_vendor(workspace: Workspace, vendor_id: str, name: str) -> tuple[str, str]:
    """Call a vendor by `name`, before scoring; returns the old name and the new one.

    Raises:
        TooEarly: nothing has been issued.
        WrongUse: `name` cannot be a vendor's name.
        Refused: scoring has begun, or another vendor is called so.
    """
    require_open(workspace)
    project = workspace.project
    vendor, _ = named_vendor(project, name)
    old = next(one for one in project.vendors if one.id == vendor_id)
    if vendor.id != old.id and vendor in project.vendors:
        raise Refused(
            _NOT_RENAMED,
            Phrase("「{name}」という提案会社がすでにあります。", "There is a vendor “{name}” already.").fill(
                name=vendor.name
            ),
            Phrase("別の名前にしてください。", "Use another name."),
        )
    new = old.replace(name=vendor_name(name))
    vendors = tuple(new if one.id == old.id else one for one in project.vendors)
    workspace.save(project.replace(vendors=vendors), "vendor-renamed", {"from": old.name, "to": new.name})
    return old.name, new.name


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A submission that counts no longer. `before`: the one that counts again, if there is one."""

    vendor: str
    submission: int
    before: int | None


def withdraw(workspace: Workspace, data: bytes) -> Withdrawal:
    """Take back that the file `data` was received; see `withdraw_proposal`.

    Raises:
        TooEarly: nothing has been issued.
        WrongUse: no vendor's present submission is that file.
        Refused: scoring has begun.
    """
    require_open(workspace)
    return withdraw_proposal(workspace, _vendor_with(workspace.project, data, _NOT_WITHDRAWN))


def withdraw_proposal(workspace: Workspace, vendor_id: str) -> Withdrawal:
    """Take back a vendor's present submission, received by mistake, before scoring.

    The file stays in received/ and the journal keeps both deeds. The vendor keeps its place among vendors:
    score books count them by it.

    Raises:
        TooEarly: nothing has been issued.
        WrongUse: there is no submission of that vendor.
        Refused: scoring has begun.
    """
    require_open(workspace)
    project = workspace.project
    present = next((one for one in project.current_proposals() if one.vendor == vendor_id), None)
    if present is None:
        raise _not_received(_NOT_WITHDRAWN)
    vendor = next(one for one in project.vendors if one.id == vendor_id)
    left = project.replace(proposals=tuple(one for one in project.proposals if one is not present))
    workspace.save(
        left,
        "received-withdrawn",
        {"vendor": vendor.name, "submission": present.submission, "file": present.file_name},
    )
    before = next((one.submission for one in left.current_proposals() if one.vendor == vendor_id), None)
    return Withdrawal(vendor.name, present.submission, before)


def _vendor_with(project: Project, data: bytes, doing: Phrase) -> str:
    """Id of the vendor whose present submission is that file."""
    present = _present_with(project, hashlib.sha256(data).hexdigest())
    if present is None:
        raise _not_received(doing)
    return present.vendor


def _not_received(what: Phrase) -> WrongUse:
    return WrongUse(
        what,
        Phrase("このファイルは受領していません。", "This file has not been received."),
        Phrase("ファイルを確かめてください。", "Check which file it is."),
    )


def _present_with(project: Project, digest: str) -> Proposal | None:
    return next((one for one in project.current_proposals() if one.sha256 == digest), None)


def _blocking(proposal: Proposal) -> bool:
    return any(one.level == "error" for one in proposal.remarks)


def _same_file(project: Project, present: Proposal) -> Refused:
    other = next(one.name for one in project.vendors if one.id == present.vendor)
    return Refused(
        Phrase("この回答書は受け取れません。", "This workbook is refused."),
        Phrase(
            "まったく同じファイルを「{other}」から受領しています。",
            "The very same file has been received from “{other}”.",
        ).fill(other=other),
        Phrase(
            "ファイルと会社名を確かめてください。「{other}」が誤りなら、会社名を直すか、受領を取り消せます"
            "（コマンドでは --rename、--withdraw）。",
            "Check file and name. If “{other}” was a mistake, mend that name or take the file back "
            "(as a command: --rename, --withdraw).",
        ).fill(other=other),
    )


def _refuse_after_scoring(project: Project) -> None:
    if project.score_books:
        raise Refused(
            Phrase("提案の受領は締め切られています。", "Proposals are no longer taken."),
            Phrase("採点表の取り込みが始まっています。", "Score books have been collected."),
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
