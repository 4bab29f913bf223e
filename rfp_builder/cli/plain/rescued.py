"""What an earlier session could not save: taken over or thrown away when its project is opened again."""

from __future__ import annotations

import contextlib

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_date
from rfp_builder.workspace.document.labels import label_of
from rfp_builder.workspace.document.outside import changed_places
from rfp_builder.workspace.document.rescue import Rescued, rescued

_FOUND = Phrase(
    "前回保存できなかった入力があります。{day} {time} に、保存できないまま終了したものです。",
    "There is work that could not be saved last time. It was left unsaved on {day} at {time}.",
)
_WHERE = Phrase("変更した箇所: {place}", "What was being changed: {place}")
_WAYS = (
    Phrase("取り込む", "Put it in"),
    Phrase("捨てる", "Throw it away"),
)
_WHAT = Phrase("どうしますか。", "What about it?")
_WHICH = Phrase(
    "入力: 番号。Enter だけなら、次に開いたときに決めます。", "Type a number; Enter alone decides next time"
)
_SURE = Phrase("前回の入力を捨てますか。元に戻せません。", "Throw that work away? There is no way back.")
_TAKEN = Phrase(
    "前回の入力を取り込みました（u で元に戻せます）。",
    "That work is in the project now (u takes it out again).",
)
_GONE = Phrase("捨てました。", "It is gone.")


def offer_rescued(desk: Desk) -> None:
    """Ask about each piece of work that waits for the open project, the oldest first.

    Raises:
        Ended, ToMenu: see `Desk.ask`.
    """
    if desk.rescue is None or not desk.rescue.is_dir():
        return
    for found in rescued(desk.rescue, desk.document.folder):
        desk.say()
        desk.say(_FOUND.fill(day=show_date(found.at.date(), desk.lang), time=f"{found.at:%H:%M}"))
        for place in _places(desk, found):
            desk.say(f"  {desk.in_words(_WHERE.fill(place=place))}")
        chosen = desk.pick_of(_WHAT, _WAYS, _WHICH)
        if chosen == 0:
            _take_back(desk, found)
        elif chosen == 1 and desk.sure(_SURE):
            desk.attempt(found.throw_away)
            desk.say(_GONE)


def _places(desk: Desk, found: Rescued) -> list[str]:
    labels: dict[str, None] = {}
    for place in (*changed_places(found.base, found.mine), *found.typed):
        # What was begun in a dialog need not be a place of the project.
        with contextlib.suppress(KeyError):
            labels[desk.in_words(label_of(found.mine, place))] = None
    return list(labels)


def _take_back(desk: Desk, found: Rescued) -> None:
    """Put it in and save; it is thrown away once it is in the folder, or kept anew for this session."""
    if desk.attempt(lambda: desk.document.take_back(found)) is None:
        return
    desk.save()
    if not desk.document.failed or desk.document.rescued:
        desk.attempt(found.throw_away)
    desk.say(_TAKEN)
