"""Making and opening projects from the first screen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rfp_builder.i18n import Phrase
from rfp_builder.model.localized import Localized

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.dialogs.new_project import NewProject

SAMPLE = "mail-order"
_OPEN = Phrase("プロジェクトのフォルダを選んでください。", "Choose the folder of a project.")


def new_project(wizard: Wizard) -> None:
    """Ask for a title and a folder, make the project and open it."""
    from rfp_builder.tui.dialogs.new_project import NewProjectDialog

    wizard.push_screen(NewProjectDialog(sample=False), partial(_make, wizard, None))


def try_sample(wizard: Wizard) -> None:
    """Ask for a folder, put the sample there and open it."""
    from rfp_builder.tui.dialogs.new_project import NewProjectDialog

    wizard.push_screen(NewProjectDialog(sample=True), partial(_make, wizard, SAMPLE))


def open_folder(wizard: Wizard) -> None:
    """Let a person choose a project's folder."""
    from rfp_builder.tui.dialogs.files import FileDialog

    def chosen(folder: Path | None) -> None:
        if folder is not None:
            wizard.open_project(folder)

    wizard.push_screen(FileDialog(_OPEN, Path.cwd(), projects=True), chosen)


def _make(wizard: Wizard, sample: str | None, asked: NewProject | None) -> None:
    from rfp_builder.workspace.workspace import Workspace

    if asked is None or not wizard.attempt(lambda: Workspace.create(asked.folder, sample)):
        return
    wizard.open_project(asked.folder)
    if wizard.session is None or sample is not None:
        return
    document, lang = wizard.session.document, wizard.lang
    rfp = document.project.rfp.replace(languages=(lang,))
    if asked.title:
        rfp = rfp.replace(title=Localized(**{lang.value: asked.title}))
    document.change(document.project.replace(rfp=rfp), "rfp.title")
