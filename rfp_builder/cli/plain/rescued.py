"""What an earlier session could not save: taken over or thrown away when its project is opened again."""

from __future__ import annotations

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_date
from rfp_builder.workspace.document.rescue import (
    NO_WAY_BACK,
    SURE_TO_THROW_AWAY,
    TAKEN_BACK,
    THERE_IS_SOME,
    Rescued,
    rescued,
)

_FOUND = Phrase(
    "{what}。{day} {time} に、保存できないまま終了したものです。",
    "{what}. It was left unsaved on {day} at {time}.",
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
_SURE = Phrase("{sure}{no_way_back}", "{sure} {no_way_back}").fill(
    sure=SURE_TO_THROW_AWAY, no_way_back=NO_WAY_BACK
)
_UNDO = Phrase("u で元に戻せます。", "u takes it out again.")
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
        day = show_date(found.at.date(), desk.lang)
        desk.say(_FOUND.fill(what=THERE_IS_SOME, day=day, time=f"{found.at:%H:%M}"))
        for place in found.where:
            desk.say(f"  {desk.in_words(_WHERE.fill(place=place))}")
        chosen = desk.pick_of(_WHAT, _WAYS, _WHICH)
        if chosen == 0:
            _take_back(desk, found)
        elif chosen == 1 and desk.sure(_SURE):
            desk.attempt(found.throw_away)
            desk.say(_GONE)


def _take_back(desk: Desk, found: Rescued) -> None:
    """Put it in and save; it is thrown away once it is in the folder, or kept anew for this session."""
    if desk.attempt(lambda: desk.document.take_back(found)) is None:
        return
    desk.save()
    if not desk.document.failed or desk.document.rescued:
        desk.attempt(found.throw_away)
    desk.say(TAKEN_BACK)
    desk.say(_UNDO)
