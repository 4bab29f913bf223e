"""Adding requirement statements of one page to the register: ready ones, or one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rfp_builder.catalogue.requirements import ReadyRequirement
from rfp_builder.forms.ids import new_row_id
from rfp_builder.forms.pages import FormPage
from rfp_builder.forms.ready import adopt, ready_statements
from rfp_builder.i18n import Phrase
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.tui.fields.standing import titled

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard

_ADDED = Phrase("要件文を{n}件、要件台帳に加えました。", "{n} statements were added to the register.")


def pick_ready(wizard: Wizard, page: FormPage) -> None:
    """Offer the ready statements of `page` and add those picked, as one step."""
    from rfp_builder.tui.dialogs.ready import ReadyDialog

    assert wizard.session is not None
    document = wizard.session.document

    def add(picked: tuple[ReadyRequirement, ...] | None) -> None:
        project = document.project
        for one in picked or ():
            project = _with(project, adopt(one, project))
        _take(wizard, project, page)

    wizard.push_screen(ReadyDialog(titled(page), ready_statements(document.project, page.item)), add)


def write_own(wizard: Wizard, page: FormPage) -> None:
    """Ask for a statement and add it to `page`."""
    from rfp_builder.tui.dialogs.statement import StatementDialog

    assert wizard.session is not None
    document = wizard.session.document

    def add(statement: str | None) -> None:
        if statement is not None:
            key = new_row_id({one.id for one in document.project.requirements})
            said = Localized(**{wizard.lang.value: statement})
            added = Requirement(id=key, item=page.item, statement=said)
            _take(wizard, _with(document.project, added), page)

    wizard.push_screen(StatementDialog(titled(page)).keeping(f"{page.path}~statement"), add)


def _with(project: Project, requirement: Requirement) -> Project:
    return project.replace(requirements=(*project.requirements, requirement))


def _take(wizard: Wizard, after: Project, page: FormPage) -> None:
    assert wizard.session is not None
    document = wizard.session.document
    added = len(after.requirements) - len(document.project.requirements)
    if added and wizard.attempt(lambda: document.change(after, page.path)):
        wizard.tell(_ADDED.fill(n=added))
