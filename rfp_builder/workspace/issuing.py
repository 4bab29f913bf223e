"""Issuing: build what vendors get, look at every part of it for leaks, and only then write it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rfp_builder.check.finding import Finding
from rfp_builder.disclosure.public import PublicRfp
from rfp_builder.disclosure.scan import LeakScan
from rfp_builder.disclosure.view import numbering, public_view
from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.project import Project
from rfp_builder.model.rfp import Issue, IssuedFile, Step
from rfp_builder.store.atomic import write_atomic
from rfp_builder.workspace.agreement import require_unchanged
from rfp_builder.workspace.checking import blocking
from rfp_builder.workspace.draft_notes import draft_notes
from rfp_builder.workspace.states import State, require
from rfp_builder.workspace.workspace import Workspace

Tell = Callable[[Phrase], None]
"""Hears what is being made, for whoever waits."""

_DOING = Phrase("発行", "issue the RFP")
_RFP = Phrase("提案依頼書を作っています（{lang}）", "Writing the RFP ({lang})")
_RESPONSE = Phrase("回答書を作っています（{lang}）", "Writing the response workbook ({lang})")
_SCAN = Phrase("漏れがないか検査しています（{name}）", "Scanning for leaks ({name})")
_DEFINITION = Phrase("社内用の定義書を作っています（{lang}）", "Writing the internal definition ({lang})")


def _silent(_: Phrase) -> None:
    """Nobody waits."""


@dataclass(frozen=True, slots=True)
class Issued:
    """What an issue left: files for vendors, files for the client, and findings if it was refused."""

    for_vendors: tuple[Path, ...]
    internal: tuple[Path, ...]
    blocked_by: tuple[Finding, ...] = ()
    with_annex: bool = False
    """Whether the RFP holds the annex on contact volumes."""


def standing_in_the_way(project: Project, today: date) -> tuple[Finding, ...]:
    """What has to be resolved before the issue; whoever asks "are you sure" looks here first.

    Raises:
        TooEarly: the criteria are not agreed.
        Refused: they were changed since, or this version went out before.
    """
    require(project, State.AGREED, _DOING)
    require_unchanged(project)
    _refuse_second_time(project)
    return blocking(project, today)


def issue(workspace: Workspace, today: date, tell: Tell = _silent) -> Issued:
    """Issue the RFP in its languages. With blocking findings nothing is written and they are returned.

    Raises:
        TooEarly: the criteria are not agreed.
        Refused: they were changed since, or this version went out before.
        Leak: a file would have shown a secret. Nothing is written.
    """
    project = workspace.project
    found = standing_in_the_way(project, today)
    if found:
        return Issued((), (), found)
    version = project.rfp.version
    files = dict(_vendor_files(workspace, today, tell, draft=False))
    internal = dict(_internal(workspace, today, f"-{version}", tell))
    for name, data in files.items():
        workspace.store.keep_issued(name, data)
    _write(internal)
    _keep_baseline(workspace, version)
    record = Issue(
        version=version,
        issued_on=_issue_day(project, today),
        files=tuple(
            IssuedFile(name=name, sha256=hashlib.sha256(data).hexdigest()) for name, data in files.items()
        ),
        requirements=numbering(project).keys(),
        criteria_digest=require_unchanged(project),
    )
    workspace.save(
        project.replace(issues=(*project.issues, record)),
        "issued",
        {"version": version, "files": {file.name: file.sha256 for file in record.files}},
    )
    for_vendors = tuple(workspace.folder / "issued" / name for name in files)
    return Issued(for_vendors, tuple(internal), with_annex=project.annex is not None)


def draft(workspace: Workspace, today: date, tell: Tell = _silent) -> Issued:
    """Write the documents with a watermark and the list of what is missing, in any state.

    Raises:
        Leak: a file would have shown a secret. Nothing is written.
    """
    folder = workspace.folder / "drafts"
    files = {folder / name: data for name, data in _vendor_files(workspace, today, tell, draft=True)}
    internal = dict(_internal(workspace, today, "-draft", tell))
    _write(files)
    _write(internal)
    return Issued(tuple(files), tuple(internal), with_annex=workspace.project.annex is not None)


def _vendor_files(
    workspace: Workspace, today: date, tell: Tell, *, draft: bool
) -> Iterator[tuple[str, bytes]]:
    """Every file for vendors by name, each scanned; all are built before any is written."""
    from rfp_builder.excel.response.writer import response_workbook
    from rfp_builder.word.rfp import rfp_document

    project = workspace.project
    scan = LeakScan.of(project)
    ending = "-draft" if draft else f"-{project.rfp.version}"
    for lang in project.rfp.languages:
        public: PublicRfp = public_view(project, lang, _issue_day(project, today))
        notes = draft_notes(project, lang, today) if draft else None
        tell(_RFP.fill(lang=lang))
        document = rfp_document(public, draft=notes, template=_template(workspace, "rfp", lang))
        tell(_RESPONSE.fill(lang=lang))
        workbook = response_workbook(public)
        for name, data in (
            (f"rfp{ending}.{lang}.docx", document),
            (f"response{ending}.{lang}.xlsx", workbook),
        ):
            tell(_SCAN.fill(name=name))
            scan.refuse(name, data)
            yield name, data


def _internal(workspace: Workspace, today: date, ending: str, tell: Tell) -> Iterator[tuple[Path, bytes]]:
    """Every file for the client alone; a template that is no good shows before anything is written."""
    from rfp_builder.word.definition import definition_document

    for lang in workspace.project.rfp.languages:
        path = workspace.folder / "internal" / f"definition{ending}.{lang}.docx"
        template = _template(workspace, "definition", lang)
        tell(_DEFINITION.fill(lang=lang))
        yield path, definition_document(workspace.project, lang, today, template=template)


def _write(files: Mapping[Path, bytes]) -> None:
    for path, data in files.items():
        write_atomic(path, data)


def _keep_baseline(workspace: Workspace, version: str) -> None:
    """Keep what the client wrote of this version, to compare a later one with: definition and annex."""
    project, folder = workspace.project, workspace.folder / "baselines"
    for name, part in ((version, project.definition), (f"{version}-annex", project.annex)):
        if part is not None:
            write_atomic(
                folder / f"{name}.json", part.model_dump_json(indent=2, exclude_none=True).encode() + b"\n"
            )


def _template(workspace: Workspace, name: str, lang: Lang) -> bytes | None:
    """The project's own restyled template below templates/, if it has one."""
    path = workspace.folder / "templates" / f"{name}.{lang}.docx"
    return path.read_bytes() if path.is_file() else None


def _issue_day(project: Project, today: date) -> date:
    """The day the schedule names, so that the same project gives the same bytes on any day."""
    return project.rfp.day(Step.ISSUE) or today


def _refuse_second_time(project: Project) -> None:
    if any(one.version == project.rfp.version for one in project.issues):
        raise Refused(
            Phrase("この版はすでに発行されています。", "This version has been issued before."),
            Phrase("版 {version}", "Version {version}").fill(version=project.rfp.version),
            Phrase(
                "発行後の変更は変更管理の手順で行い、版を上げてください。",
                "A change after the issue goes through change control and raises the version.",
            ),
        )
