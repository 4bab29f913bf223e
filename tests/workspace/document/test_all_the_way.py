"""Undo back to the start and redo to the end, over a change of every kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.localized import Localized
from rfp_builder.model.parties import Vendor
from rfp_builder.model.project import Project
from rfp_builder.workspace.criteria_shaping import with_new_sub
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.workspace import Workspace

_CELL = "work.volumes.volumes[v1].monthly_contacts"
_POLICY = "overview.policy.policy"


def _said(text: str) -> Localized:
    return Localized(ja=text, en=text)


def _volumes(project: Project) -> tuple[object, ...]:
    volumes = project.definition.work.volumes.volumes
    assert isinstance(volumes, tuple)
    return volumes


def _changes(document: Document) -> tuple[Callable[[], None], ...]:
    def whole(path: str, make: Callable[[Project], Project]) -> Callable[[], None]:
        return lambda: document.change(make(document.project), path)

    def put(path: str, value: object) -> Callable[[], None]:
        return lambda: document.set(path, value)

    def typed() -> None:
        document.set(_CELL, 78, typing=True)
        document.set(_CELL, 789, typing=True)
        document.settle()

    def sub_added(project: Project) -> Project:
        criteria, _ = with_new_sub(project.criteria, project.criteria.criteria[0].id, _said("細目"), None)
        return project.replace(criteria=criteria)

    def criteria_turned(project: Project) -> Project:
        criteria = project.criteria
        return project.replace(criteria=criteria.replace(criteria=criteria.criteria[::-1]))

    def nothing_withheld(project: Project) -> Project:
        return project.replace(requirements=[one.replace(withholding=None) for one in project.requirements])

    first = document.project.requirements[0].id
    return (
        *(put("rfp.title", _said("件名")), put("rfp.number", "A-1")),
        *(put("rfp.schedule", document.project.rfp.schedule[1:]), put(_POLICY, _said("方針"))),
        *(put(_POLICY, Undecided(owner=_said("営業部"), due=date(2027, 1, 5))),),
        *(put(_POLICY, NotApplicable(reason=_said("対象外"))), put("operations.planning.shrinkage", 31)),
        *(put(_CELL, 77), typed),
        lambda: document.set("work.volumes.volumes", _volumes(document.project)[::-1]),
        lambda: document.set("work.volumes.volumes", _volumes(document.project)[1:]),
        lambda: document.set_beside("rfp.number", {"rfp.number": "よみとれない"}),
        put(f"requirements[{first}].statement", _said("要件")),
        whole("requirements", nothing_withheld),
        whole("requirements", lambda project: project.replace(requirements=project.requirements[::-1])),
        whole("requirements", lambda project: project.replace(requirements=project.requirements[2:])),
        *(
            put("criteria.total_points", 900),
            whole("criteria", sub_added),
            whole("criteria", criteria_turned),
        ),
        whole(
            "vendors", lambda project: project.replace(vendors=(*project.vendors, Vendor(id="z", name="Z社")))
        ),
        whole("evaluators", lambda project: project.replace(evaluators=project.evaluators[1:])),
    )


def test_everything_is_undone_to_the_start_and_redone_to_the_end(tmp_path: Path) -> None:
    document = Document(Workspace.create(tmp_path / "centre", "mail-order"))
    states = [(document.project, document.typed("rfp.number"))]
    for change in _changes(document):
        change()
        states.append((document.project, document.typed("rfp.number")))
        assert states[-1] != states[-2]
    for state in states[-2::-1]:
        assert document.undo() is not None and (document.project, document.typed("rfp.number")) == state
    assert document.undo() is None
    for state in states[1:]:
        assert document.redo() is not None and (document.project, document.typed("rfp.number")) == state
    assert document.redo() is None
    document.save()
    assert Workspace.open(document.folder).project == document.project
