"""What a typed line asks for: one of a few commands, or nothing but itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from rfp_builder.text.fold import fold

_ESCAPE = "\\"


class Command(StrEnum):
    """What can be typed instead of an answer."""

    HELP = "help"
    KEYS = "keys"
    SKIP = "skip"
    BACK = "back"
    INSTEAD = "instead"
    EXAMPLE = "example"
    READY = "ready"
    CLEAR = "clear"
    NOTE = "note"
    MISSING = "missing"
    SEARCH = "search"
    UNDO = "undo"
    REDO = "redo"
    MENU = "menu"
    SAVE = "save"
    QUIT = "quit"
    JAPANESE = "ja"
    ENGLISH = "en"


_WORDS = {
    Command.HELP: ("?", "説明", "ヘルプ", "help"),
    Command.KEYS: ("??", "記号", "keys"),
    Command.SKIP: ("-", "とばす", "スキップ", "skip"),
    Command.BACK: ("<", "戻る", "back"),
    Command.INSTEAD: ("!", "未定", "該当なし", "TBD", "N/A"),
    Command.EXAMPLE: ("*", "例", "記入例", "example"),
    Command.READY: ("+", "要件文", "ready"),
    Command.CLEAR: ("--", "消す", "clear"),
    Command.NOTE: ("メモ", "note"),
    Command.MISSING: (">", "次の未回答", "next"),
    Command.UNDO: ("u", "元に戻す", "undo"),
    Command.REDO: ("やり直す", "redo"),
    Command.MENU: ("m", "メニュー", "menu"),
    Command.SAVE: ("s", "保存", "save"),
    Command.QUIT: ("q", "終了", "quit", "exit"),
    Command.JAPANESE: ("ja",),
    Command.ENGLISH: ("en",),
}
_COMMANDS: Mapping[str, Command] = MappingProxyType(
    {fold(word): command for command, words in _WORDS.items() for word in words}
)
_SEARCH = ("/", "／")


@dataclass(frozen=True, slots=True)
class Reply:
    """One line. `text` is what was typed, of a search what is looked for; `plain` the very line."""

    command: Command | None
    text: str
    plain: str


def read_reply(line: str) -> Reply:
    """What `line` asks for. A backslash in front of what would be a command makes it an answer."""
    typed = line.strip()
    if typed.startswith(_ESCAPE) and _command(typed[1:].strip()) is not None:
        return Reply(None, typed[1:].strip(), line)
    command = _command(typed)
    if command is Command.SEARCH:
        return Reply(command, typed[1:].strip(), line)
    return Reply(command, typed, line)


def number_in(text: str) -> int | None:
    """The whole number that was typed, in digits of any width; None where it is none."""
    folded = fold(text)
    return int(folded) if folded.isascii() and folded.isdigit() and len(folded) <= _LONGEST else None


_LONGEST = 6


def _command(typed: str) -> Command | None:
    if typed.startswith(_SEARCH):
        return Command.SEARCH
    return _COMMANDS.get(fold(typed)) if typed else None
