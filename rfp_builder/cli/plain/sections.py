"""One section: its items with their progress, to begin anywhere."""

from __future__ import annotations

from rfp_builder.catalogue.sections import section as section_text
from rfp_builder.check.completeness import Progress
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.listing import AGAIN
from rfp_builder.cli.plain.pages import section_stops, walk
from rfp_builder.cli.plain.replies import Command, number_in
from rfp_builder.forms.pages import FormPage, pages_of
from rfp_builder.i18n import Phrase
from rfp_builder.text.fold import fold

_TITLE = Phrase("== {n} {title} ==", "== {n} {title} ==")
_ITEM = Phrase("{key} {title}: {answered}/{required}問", "{key} {title}: {answered} of {required} answered")
_OPTIONAL = Phrase("{key} {title}: 任意", "{key} {title}: optional")
_NO_ITEM = Phrase(
    "その番号の項目はありません。{first} から {last} までです。",
    "There is no item of that number; {first} to {last}, please.",
)
_HINT = Phrase(
    "入力: 始める項目の番号（{key} など）、Enter だけで最初の未回答から"
    " [l 一覧をもう一度  ? 章の説明  < 戻る  m メニュー  q 終了]",
    "Type the number of an item to begin with, such as {key}, or Enter for the first unanswered one "
    "[l for the list  ? help  < back  m menu  q end]",
)


def section_menu(desk: Desk, number: int) -> None:
    """Tell the items and ask from the chosen one on, until somebody goes back.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    text, pages = section_text(number), pages_of(number)
    told: list[str] = []
    while True:
        progress = desk.report.sections[number - 1].items
        desk.say()
        desk.say(_TITLE.fill(n=number, title=text.title))
        lines = [_line(desk, page, item.progress) for page, item in zip(pages, progress, strict=True)]
        for line in lines:
            if line not in told:
                desk.say(line)
        told = lines
        reply = desk.reply(_HINT.fill(key=pages[0].key))
        keys = [page.key for page in pages]
        typed = fold(reply.text)
        chosen = keys.index(typed) + 1 if typed in keys else None
        if chosen is None and reply.command is None:
            chosen = number_in(reply.text)
        if reply.command in (Command.BACK, Command.SKIP):
            return
        if reply.command is None and not reply.text:
            open_ones = (at for at, item in enumerate(progress, start=1) if item.progress.percent < _ALL)
            chosen = next(open_ones, 1)
        if chosen is not None and 0 < chosen <= len(pages):
            stops = section_stops(number)
            first = next(at for at, stop in enumerate(stops) if stop.page is pages[chosen - 1])
            walk(desk, stops, first)
        elif reply.command is Command.HELP:
            desk.say(text.lead)
        elif typed in AGAIN:
            told = []
        elif chosen is not None or (reply.command is None and reply.text[:1].isdigit()):
            desk.say(_NO_ITEM.fill(first=pages[0].key, last=pages[-1].key))
        elif not heed(desk, reply, text.key):
            not_here(desk, reply)


def _line(desk: Desk, page: FormPage, progress: Progress) -> str:
    said = _ITEM if progress.required else _OPTIONAL
    counted = {"answered": progress.answered, "required": progress.required}
    return desk.in_words(said.fill(key=page.key, title=page.title, **counted))


_ALL = 100
