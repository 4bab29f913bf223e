"""What the commands of the register do: ask in a dialog where there is something to ask, then one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.localized import Localized
from rfp_builder.tui.dialogs.statement import StatementDialog
from rfp_builder.workspace import register_editing as editing
from rfp_builder.workspace.document.labels import titled

if TYPE_CHECKING:
    from rfp_builder.model.project import Project
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.dialogs.many import Many
    from rfp_builder.tui.screens.register import RegisterScreen

_DELETED = Phrase("{n}件を削除しました。Ctrl+Z で元に戻せます。", "{n} deleted. Ctrl+Z brings them back.")
_DELETED_ASKED = Phrase(
    "{n}件を削除しました（うち{asked}件は 1.6 の要求から参照されています）。Ctrl+Z で元に戻せます。",
    "{n} deleted; requests in 1.6 name {asked} of them. Ctrl+Z brings them back.",
)
_DUPLICATED = Phrase("複製しました。", "Copied.")
_ADDED = Phrase("{n}件を台帳に加えました。", "{n} added to the register.")
_ADDED_HIDDEN = Phrase(
    "{n}件を台帳に加えました（絞り込みを消して表示しています）。",
    "{n} added to the register; the filter was cleared to show them.",
)
_SPLIT = Phrase("{n}件に分けました。", "Split into {n}.")
_MERGED = Phrase("{n}件を1件にまとめました。", "{n} merged into one.")
_CHANGED = Phrase("{n}件を変更しました。", "{n} changed.")
_USUAL_SECTION = 2


def write_new(wizard: Wizard, screen: RegisterScreen) -> None:
    """Ask for the statement; the item is that of the requirement at the cursor, or what is filtered by."""
    one, wanted = screen.current(), screen.filter
    item = one.item if one is not None else wanted.item or f"{wanted.section or _USUAL_SECTION}.1"

    def take(statement: str | None) -> None:
        if not statement:
            return
        worded = Localized(**{wizard.lang.value: statement})
        made: list[str] = []

        def change(project: Project) -> Project:
            after, new = editing.add(project, item, worded)
            made.append(new)
            return after

        if _changed(wizard, change):
            screen.edit(made[0], "acceptance")

    wizard.push_screen(StatementDialog(titled(item)).keeping(f"requirements~statement {item}"), take)


def pick_ready(wizard: Wizard, screen: RegisterScreen) -> None:
    """Ask which ready statements to take."""
    from rfp_builder.tui.dialogs.library import LibraryDialog

    one, project = screen.current(), _project(wizard)
    taken = frozenset(source.source for source in project.requirements if source.source is not None)

    def take(keys: tuple[str, ...] | None) -> None:
        made: list[str] = []

        def change(before: Project) -> Project:
            after, new = editing.adopt(before, keys or ())
            made.extend(new)
            return after

        if keys and _changed(wizard, change):
            hidden = screen.filter.active
            screen.find(made[0])
            told = _ADDED_HIDDEN if hidden and not screen.filter.active else _ADDED
            wizard.tell(told.fill(n=len(made)))

    wizard.push_screen(LibraryDialog(taken, one.item if one is not None else None), take)


def choose_filter(wizard: Wizard, screen: RegisterScreen) -> None:
    """Ask what to filter by."""
    from rfp_builder.tui.dialogs.register_filter import FilterDialog
    from rfp_builder.workspace.register_filter import RegisterFilter

    def take(wanted: RegisterFilter | None) -> None:
        if wanted is not None:
            screen.filter_by(wanted)
            screen.rows.focus()

    wizard.push_screen(FilterDialog(screen.filter), take)


def duplicate(wizard: Wizard, screen: RegisterScreen) -> None:
    """A copy below the requirement at the cursor."""
    one = screen.current()
    if one is None:
        return
    made: list[str] = []

    def change(project: Project) -> Project:
        after, copy = editing.duplicate(project, one.id)
        made.append(copy)
        return after

    if _changed(wizard, change):
        if screen.editing is not None:
            screen.edit(made[0])
        else:
            screen.find(made[0])
        wizard.tell(_DUPLICATED)


def delete(wizard: Wizard, screen: RegisterScreen) -> None:
    """Without asking, for it can be undone."""
    ids = screen.targets()
    asked = sum(1 for one in ids if editing.asked_by(_project(wizard), one))
    told = (_DELETED_ASKED if asked else _DELETED).fill(n=len(ids), asked=asked)
    path = f"requirements[{ids[0]}]" if len(ids) == 1 else "requirements"
    if _changed(wizard, lambda project: editing.delete(project, ids), path):
        wizard.tell(told)


def split(wizard: Wizard, screen: RegisterScreen) -> None:
    """Ask where to cut."""
    from rfp_builder.tui.dialogs.split import SplitDialog

    one = screen.current()
    if one is None:
        return

    def take(parts: tuple[Localized, ...] | None) -> None:
        path = f"requirements[{one.id}]"
        if parts and _changed(wizard, lambda project: editing.split(project, one.id, parts)[0], path):
            screen.find(one.id)
            wizard.tell(_SPLIT.fill(n=len(parts)))

    wizard.push_screen(SplitDialog(one.statement).keeping(f"requirements[{one.id}]~split"), take)


def merge(wizard: Wizard, screen: RegisterScreen) -> None:
    """Ask how the one that remains is worded."""
    from rfp_builder.tui.dialogs.merge import MergeDialog

    ids = screen.targets()
    ones = [one for one in _project(wizard).requirements if one.id in ids]

    def trial() -> None:
        editing.merge(_project(wizard), ids, editing.joined(ones))

    if not wizard.attempt(trial):
        return

    def take(statement: Localized | None) -> None:
        if statement is None:
            return
        first = ones[0].id
        path = f"requirements[{first}]"
        if _changed(wizard, lambda project: editing.merge(project, ids, statement)[0], path):
            screen.find(first)
            wizard.tell(_MERGED.fill(n=len(ids)))

    dialog = MergeDialog(tuple(ones), editing.joined(ones))
    wizard.push_screen(dialog.keeping(f"requirements~merge {' '.join(sorted(ids))}"), take)


def change_many(wizard: Wizard, screen: RegisterScreen) -> None:
    """Ask what all of them get."""
    from rfp_builder.tui.dialogs.many import ManyDialog

    ids, lang = screen.targets(), wizard.lang

    def take(wanted: Many | None) -> None:
        if wanted is None:
            return
        owner = _owner(wanted.owner, lang)

        def change(project: Project) -> Project:
            return editing.change_all(
                project, ids, priority=wanted.priority, criterion=wanted.criterion, owner=owner
            )

        if _changed(wizard, change):
            wizard.tell(_CHANGED.fill(n=len(ids)))

    dialog = ManyDialog(_project(wizard), len(ids))
    wizard.push_screen(dialog.keeping(f"requirements~many {' '.join(sorted(ids))}"), take)


def _owner(typed: str, lang: Lang) -> Localized | None:
    return Localized(**{lang.value: typed}) if typed else None


def _project(wizard: Wizard) -> Project:
    assert wizard.session is not None
    return wizard.session.project


def _changed(wizard: Wizard, change: Callable[[Project], Project], path: str = "requirements") -> bool:
    """One step of the document; what the document refuses is shown. True if it was done."""
    session = wizard.session
    assert session is not None
    return wizard.attempt(lambda: session.document.change(change(session.project), path))
