"""未定 with who decides and by when, 該当なし with the reason."""

from __future__ import annotations

from datetime import date

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.slot import Slot
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.text.dates import read_date
from rfp_builder.text.show import show_date
from rfp_builder.text.unreadable import Unreadable

_NOT_POSSIBLE = Phrase(
    "この質問では、未定と該当なしは使えません。", "This question cannot be put off or called not applicable."
)
_WHICH = Phrase(
    "入力: 1 未定（後で決める）、2 該当なし（当てはまらない）、< やめる",
    "Type 1 for to be decided, 2 for not applicable, < to leave it",
)
_OWNER = Phrase(
    "入力: 決める担当（部署や役割）、< やめる", "Type who decides (a department or role), < to leave it"
)
_DUE = Phrase(
    "入力: いつまでに決めるか（例 2027-03-01、令和9年3月1日）、< やめる",
    "Type by when (such as 2027-03-01), < to leave it",
)
_REASON = Phrase("入力: 当てはまらない理由、< やめる", "Type why it does not apply, < to leave it")
_UNDECIDED = Phrase("未定としました: {owner}、{due}まで", "To be decided by {owner}, {due}")
_NOT_APPLICABLE = Phrase("該当なしとしました: {reason}", "Not applicable: {reason}")
_LEFT = Phrase("変えていません。", "Nothing was changed.")


def ask_instead(desk: Desk, slot: Slot) -> bool:
    """Whether one of the two stands in the place of an answer now."""
    if not slot.question.answerable:
        desk.say(_NOT_POSSIBLE)
        return False
    at = desk.pick(_WHICH, 2)
    done = at is not None and (_undecided(desk, slot) if at == 0 else _not_applicable(desk, slot))
    if not done:
        desk.say(_LEFT)
    return done


def _undecided(desk: Desk, slot: Slot) -> bool:
    owner = desk.ask(_OWNER)
    if owner is None:
        return False
    worded, due = desk.worded(owner), _day(desk)
    if worded is None or due is None or not slot.put(Undecided(owner=worded, due=due)):
        return False
    desk.say(_UNDECIDED.fill(owner=worded, due=show_date(due, desk.lang)))
    return True


def _not_applicable(desk: Desk, slot: Slot) -> bool:
    reason = desk.ask(_REASON)
    worded = None if reason is None else desk.worded(reason)
    if worded is None or not slot.put(NotApplicable(reason=worded)):
        return False
    desk.say(_NOT_APPLICABLE.fill(reason=worded))
    return True


def _day(desk: Desk) -> date | None:
    while (typed := desk.ask(_DUE)) is not None:
        try:
            return read_date(typed)
        except Unreadable as unreadable:
            desk.say(unreadable.reason)
    return None
