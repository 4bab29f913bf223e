"""The same for several requirements at once: priority, item, scoring, owner, withheld or disclosed."""

from __future__ import annotations

from collections.abc import Sequence

from rfp_builder.catalogue.choices import choices_of
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.scored_under import usual_sub
from rfp_builder.i18n import Phrase
from rfp_builder.model.choices import Priority
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.shape import items
from rfp_builder.text.fold import fold
from rfp_builder.workspace import register_editing as editing
from rfp_builder.workspace.document.labels import titled
from rfp_builder.workspace.requirement_questions import CRITERION, ITEM, OWNER, PRIORITY, criterion_choices
from rfp_builder.workspace.withholding import disclosed, withheld
from rfp_builder.workspace.withholding_view import May, verdict

_TITLE = Phrase(
    "{n}件の要件を一括変更します。変えるものを選んでください。ほかはそのままです。",
    "Change {n} requirements. Choose what to change; everything else stays as it is.",
)
_WITHHOLD = Phrase("非開示にする", "Withhold them")
_DISCLOSE = Phrase("開示に戻す", "Disclose them")
_WHICH = Phrase("入力: 番号、< やめる", "Type a number, < to leave it")
_TO_WHAT = Phrase("新しい{what}:", "New: {what}")
_ITEM_NUMBER = Phrase(
    "入力: 項目の番号（1.1 から 7.5）、< やめる", "Type the number of the item (1.1 to 7.5), < to leave it"
)
_NO_ITEM = Phrase("その番号の項目はありません。", "There is no item of that number.")
_NO_SUB = Phrase("評価細目がまだありません。", "There are no sub-criteria yet.")
_OWNER_NAME = Phrase(
    "入力: 担当（部署や役割）、< やめる", "Type the owner (a department or role), < to leave it"
)
_CHANGED = Phrase("{n}件を変更しました（u で元に戻せます）。", "Changed: {n} (u takes it back).")
_MOVED = Phrase(
    "{n}件を「{item}」に移しました（u で元に戻せます）。", "Moved to “{item}”: {n} (u takes it back)."
)
_NOT_WITHHELD = Phrase("非開示にできません: {text}（{reason}）", "Cannot be withheld: {text} ({reason})")
_CARE = Phrase("要検討: {text}（{reason}）", "Think first: {text} ({reason})")
_SURE = Phrase(
    "要検討の要件が{n}件あります。それらも非開示にしますか。", "{n} need thought. Withhold these, too?"
)
_NOW_WITHHELD = Phrase(
    "{n}件を非開示にしました（u で元に戻せます）。問いかけと手引きは「非開示にする要件」で書きます。",
    "Withheld: {n} (u takes it back). Questions and guides are written under “Withheld requirements”.",
)
_NOW_DISCLOSED = Phrase("{n}件を開示に戻しました（u で元に戻せます）。", "Disclosed: {n} (u takes it back).")
_LEFT = Phrase("変えていません。", "Nothing was changed.")


def change_many(desk: Desk, ones: Sequence[Requirement]) -> None:
    """Ask what to change and to what, and change it in one step.

    Raises:
        Ended, ToMenu: see `Desk.ask`.
    """
    ways = (
        (PRIORITY, _priority),
        (ITEM, _item),
        (CRITERION, _criterion),
        (OWNER, _owner),
        (_WITHHOLD, _withhold),
        (_DISCLOSE, _disclose),
    )
    chosen = desk.pick_of(_TITLE.fill(n=len(ones)), [label for label, _ in ways], _WHICH)
    if chosen is None or not ways[chosen][1](desk, ones):
        desk.say(_LEFT)


def _priority(desk: Desk, ones: Sequence[Requirement]) -> bool:
    choices = choices_of(Priority)
    at = desk.pick_of(_TO_WHAT.fill(what=PRIORITY), [one.label for one in choices], _WHICH)
    if at is None:
        return False
    wanted = Priority(choices[at].value)
    return _change(desk, ones, editing.change_all(desk.project, _ids(ones), priority=wanted), _CHANGED)


def _item(desk: Desk, ones: Sequence[Requirement]) -> bool:
    while (typed := desk.ask(_ITEM_NUMBER)) is not None:
        item = fold(typed)
        if item in items():
            after = editing.change_all(desk.project, _ids(ones), item=item)
            return _change(desk, ones, after, _MOVED, item=titled(item))
        desk.say(_NO_ITEM)
    return False


def _criterion(desk: Desk, ones: Sequence[Requirement]) -> bool:
    sub = _pick_sub(desk, _TO_WHAT.fill(what=CRITERION))
    if sub is None:
        return False
    return _change(desk, ones, editing.change_all(desk.project, _ids(ones), criterion=sub), _CHANGED)


def _pick_sub(desk: Desk, title: Phrase) -> str | None:
    choices = criterion_choices(desk.project)
    if not choices:
        desk.say(_NO_SUB)
        return None
    at = desk.pick_of(title, [one.label for one in choices], _WHICH)
    return None if at is None else choices[at].value


def _owner(desk: Desk, ones: Sequence[Requirement]) -> bool:
    typed = desk.ask(_OWNER_NAME)
    worded = None if typed is None else desk.worded(typed)
    if worded is None:
        return False
    return _change(desk, ones, editing.change_all(desk.project, _ids(ones), owner=worded), _CHANGED)


def _withhold(desk: Desk, ones: Sequence[Requirement]) -> bool:
    """Withhold those that may be, the doubtful ones only if somebody is sure."""
    wanted, doubtful = [], []
    for one in ones:
        found = verdict(one)
        if one.withholding is not None:
            continue
        if found.may is May.NO:
            desk.say(_NOT_WITHHELD.fill(text=one.statement, reason=found.reason))
        elif found.may is May.CARE:
            desk.say(_CARE.fill(text=one.statement, reason=found.reason))
            doubtful.append(one)
        else:
            wanted.append(one)
    if doubtful and desk.sure(_SURE.fill(n=len(doubtful))):
        wanted += doubtful
    sub = usual_sub(desk) if wanted else None
    if sub is None:
        return False

    def after() -> Project:
        project = desk.project
        for one in wanted:
            project = withheld(project, one.id, criterion=sub)
        return project

    project = desk.attempt(after)
    return project is not None and _change(desk, wanted, project, _NOW_WITHHELD)


def _disclose(desk: Desk, ones: Sequence[Requirement]) -> bool:
    wanted = [one for one in ones if one.withholding is not None]

    def after() -> Project:
        project = desk.project
        for one in wanted:
            project = disclosed(project, one.id)
        return project

    project = desk.attempt(after) if wanted else None
    return project is not None and _change(desk, wanted, project, _NOW_DISCLOSED)


def _change(desk: Desk, ones: Sequence[Requirement], after: Project, told: Phrase, **said: Phrase) -> bool:
    path = f"requirements[{ones[0].id}]" if len(ones) == 1 else "requirements"
    if not desk.change(after, path):
        return False
    desk.say(told.fill(n=len(ones), **said))
    return True


def _ids(ones: Sequence[Requirement]) -> list[str]:
    return [one.id for one in ones]
