"""Numbered lists, told some lines at a time, and once: after that only what changed."""

from __future__ import annotations

from collections.abc import Sequence

from rfp_builder.cli.plain.desk import NO_NUMBER, Desk
from rfp_builder.cli.plain.leaving import Ended, ToMenu
from rfp_builder.cli.plain.replies import Command, Reply, number_in
from rfp_builder.i18n import Phrase
from rfp_builder.text.fold import fold

AT_ONCE = 20
"""Lines that are told before somebody has to ask for more."""
_FEW = 5
"""Changed lines that are told by themselves; where more changed, all are."""

_MORE = Phrase("（あと{n}件。Enter で続き）", "({n} more; Enter goes on)")
_GO_ON = Phrase(
    "あと{n}件あります。 [Enter 続き  < 終わり  m メニュー  q 終了]",
    "{n} more. [Enter goes on  < enough  m menu  q end]",
)
_RENUMBERED = Phrase(
    "（そのあとの番号は変わりました。l で一覧をもう一度聞けます）",
    "(What follows has other numbers now; l tells the list again.)",
)
_EMPTY = Phrase("入力できる番号はまだありません。", "There is no number to type yet.")
_SHORT = Phrase(
    "入力: 番号 [l 一覧をもう一度  Enter 次へ  < 戻る  ? できること]",
    "Type a number [l the list again  Enter on  < back  ? what else]",
)
AGAIN = frozenset(("l", "一覧", "list"))
"""What tells a list once more."""


class Listing:
    """One list for as long as somebody works on it. `hint` says all that can be typed there."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lines: tuple[str, ...] = ()
        self._told = 0

    def choose(self, lines: Sequence[str], hint: Phrase, short: Phrase = _SHORT) -> int | Reply:
        """The position of the line whose number was typed, or what else was typed.

        `short` takes the place of `hint` once that was told, until somebody asks what can be done. Enter
        tells the next lines, and is given back behind the last.
        """
        self._tell_changes(tuple(map(one_line, lines)))
        while True:
            reply = self._reply(hint, short)
            if reply.command is Command.HELP:
                self._desk.told.discard(self._desk.in_words(hint))
                return reply
            if reply.command is None and fold(reply.text) in AGAIN:
                self._told = 0
                self._tell_more()
                continue
            if reply.command is None and not reply.text and self._told < len(lines):
                self._tell_more()
                continue
            number = None if reply.command is not None else number_in(reply.text)
            if number is None:
                return reply
            if 0 < number <= len(lines):
                return number - 1
            self._desk.say(NO_NUMBER.fill(n=len(lines)) if lines else _EMPTY)

    def _reply(self, hint: Phrase, short: Phrase) -> Reply:
        whole = self._desk.in_words(hint)
        if whole in self._desk.told:
            return self._desk.reply(short)
        self._desk.told.add(whole)
        return self._desk.reply(whole)

    def _tell_changes(self, lines: tuple[str, ...]) -> None:
        before, self._lines = self._lines, lines
        first, rest = _common(before, lines)
        new = list(range(first, len(lines) - rest))
        if len(before) == len(lines):
            new = [at for at in new if before[at] != lines[at] and at < self._told]
        if not before or len(new) > _FEW:
            self._told = 0
            self._tell_more()
            return
        for at in new:
            self._desk.say(f"{at + 1}. {lines[at]}")
        if len(before) != len(lines) and first < self._told:
            if rest:
                self._desk.say(_RENUMBERED)
            self._told = max(first, self._told + len(lines) - len(before))

    def _tell_more(self) -> None:
        for at in range(self._told, min(self._told + AT_ONCE, len(self._lines))):
            self._desk.say(f"{at + 1}. {self._lines[at]}")
        self._told = min(self._told + AT_ONCE, len(self._lines))
        if self._told < len(self._lines):
            self._desk.say(_MORE.fill(n=len(self._lines) - self._told))


def _common(before: Sequence[str], lines: Sequence[str]) -> tuple[int, int]:
    """How many lines are the same at the beginning of both, and how many of the others at the end."""
    most = min(len(before), len(lines))
    first = next((at for at in range(most) if before[at] != lines[at]), most)
    rest = next((n for n in range(most - first) if before[-1 - n] != lines[-1 - n]), most - first)
    return first, rest


def tell_through(desk: Desk, lines: Sequence[str]) -> None:
    """Tell lines that lead nowhere, some at a time, for as long as somebody wants more.

    Raises:
        Ended, ToMenu: see `Desk.ask`.
    """
    for start in range(0, len(lines), AT_ONCE):
        for line in lines[start : start + AT_ONCE]:
            desk.say(f"  {one_line(line)}")
        left = len(lines) - start - AT_ONCE
        if left > 0:
            reply = desk.reply(_GO_ON.fill(n=left))
            if reply.command is Command.QUIT:
                raise Ended
            if reply.command is Command.MENU:
                raise ToMenu
            if reply.command is not None or reply.text:
                return


def leaves(chosen: int | Reply) -> bool:
    """Whether somebody is done with a list: Enter behind its end, `-` or `<`."""
    if isinstance(chosen, int):
        return False
    return chosen.command in (Command.BACK, Command.SKIP) or (chosen.command is None and not chosen.text)


def one_line(text: str) -> str:
    """A text without line ends and tabs."""
    return " ".join(text.split())
