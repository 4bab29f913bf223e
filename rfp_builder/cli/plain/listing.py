"""Numbered lists, told some lines at a time."""

from __future__ import annotations

from collections.abc import Sequence

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.replies import Command, Reply, number_in
from rfp_builder.i18n import Phrase

AT_ONCE = 20
"""Lines that are told before somebody has to ask for more."""

_MORE = Phrase("（あと{n}件。Enter で続き）", "({n} more; Enter goes on)")
_NO_NUMBER = Phrase("その番号はありません。1から{n}までです。", "There is no such number; 1 to {n}, please.")


def choose(desk: Desk, lines: Sequence[str], hint: Phrase) -> int | Reply:
    """The position of the line whose number was typed, or what else was typed.

    Enter tells the next lines, and is given back behind the last.
    """
    told = 0
    while True:
        for at, line in enumerate(lines[told : told + AT_ONCE], start=told + 1):
            desk.say(f"{at}. {one_line(line)}")
        told = min(told + AT_ONCE, len(lines))
        while True:
            if told < len(lines):
                desk.say(_MORE.fill(n=len(lines) - told))
            reply = desk.reply(hint)
            if reply.command is None and not reply.text and told < len(lines):
                break
            number = None if reply.command is not None else number_in(reply.text)
            if number is None:
                return reply
            if 0 < number <= len(lines):
                return number - 1
            desk.say(_NO_NUMBER.fill(n=len(lines)))


def leaves(chosen: int | Reply) -> bool:
    """Whether somebody is done with a list: Enter behind its end, `-` or `<`."""
    if isinstance(chosen, int):
        return False
    return chosen.command in (Command.BACK, Command.SKIP) or (chosen.command is None and not chosen.text)


def one_line(text: str) -> str:
    """A text without line ends and tabs."""
    return " ".join(text.split())
