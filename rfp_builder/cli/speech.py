"""Which language the command line speaks, and how it says things."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Sequence

from rfp_builder.i18n import Lang, Phrase, Speakable


def language_of(arguments: Sequence[str]) -> Lang:
    """`--lang`, else RFP_BUILDER_LANG, else English where the locale is English, else Japanese."""
    for position, word in enumerate(arguments):
        if word.startswith("--lang="):
            return _lang(word.removeprefix("--lang=")) or Lang.JA
        if word == "--lang" and position + 1 < len(arguments):
            return _lang(arguments[position + 1]) or Lang.JA
    return _lang(os.environ.get("RFP_BUILDER_LANG", "")) or _of_locale()


def say(lang: Lang, text: Speakable | str) -> None:
    """One line on stdout."""
    _write(sys.stdout, text.to(lang) if isinstance(text, Speakable) else text)


def warn(lang: Lang, text: Speakable | str) -> None:
    """One line on stderr."""
    _write(sys.stderr, text.to(lang) if isinstance(text, Speakable) else text)


def _write(stream: object, line: str) -> None:
    # An old Windows console may lack a character; a "?" is better than no answer.
    encoding = getattr(stream, "encoding", None) or "utf-8"
    print(line.encode(encoding, "replace").decode(encoding), file=stream)  # type: ignore[call-overload]


def _lang(name: str) -> Lang | None:
    return Lang(name) if name in tuple(Lang) else None


def _of_locale() -> Lang:
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next((name for name in names if name), "") or (locale.getlocale()[0] or "")
    return Lang.EN if name.lower().startswith("en") else Lang.JA


USAGE = Phrase("使い方", "Usage")
OPTIONS = Phrase("オプション", "Options")
COMMANDS = Phrase("コマンド", "Commands")
