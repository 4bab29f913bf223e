"""Which language the command line speaks, and how it says things."""

from __future__ import annotations

import contextlib
import json
import locale
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from rfp_builder.i18n import Lang, Phrase, Speakable


def language_of(arguments: Sequence[str]) -> Lang:
    """`--lang`, else RFP_BUILDER_LANG, else English where the locale is English, else Japanese."""
    for position, word in enumerate(arguments):
        if word.startswith("--lang="):
            named = _lang(word.removeprefix("--lang="))
        elif word == "--lang" and position + 1 < len(arguments):
            named = _lang(arguments[position + 1])
        else:
            continue
        if named is not None:
            return named
    return _lang(os.environ.get("RFP_BUILDER_LANG", "")) or _of_locale()


def say(lang: Lang, text: Speakable | str) -> None:
    """One line on stdout."""
    _write(sys.stdout, text.to(lang) if isinstance(text, Speakable) else text)


def warn(lang: Lang, text: Speakable | str) -> None:
    """One line on stderr."""
    _write(sys.stderr, text.to(lang) if isinstance(text, Speakable) else text)


def say_json(text: str) -> None:
    """A JSON text on stdout: to the letter, whatever the encoding of stdout can hold."""
    try:
        text.encode(_encoding(sys.stdout))
    except UnicodeEncodeError:
        text = json.dumps(json.loads(text), indent=2)
    _write(sys.stdout, text)


def finish() -> None:
    """Flush stdout, so that a full disk is told and a reader who went away is not.

    Raises:
        OSError: stdout cannot be written.
    """
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go(sys.stdout)
    except OSError:
        _let_go(sys.stdout)
        raise


def _write(stream: TextIO | None, line: str) -> None:
    if stream is None:
        return
    encoding = _encoding(stream)
    try:
        # An old Windows console may lack a character; a "?" is better than no answer.
        print(line.encode(encoding, "replace").decode(encoding), file=stream)
    except BrokenPipeError:
        # Whoever read our output went away. What the command is at must be finished all the same.
        _let_go(stream)
    except OSError:
        if stream is sys.stdout:
            raise


def _let_go(stream: TextIO) -> None:
    """Let the rest of the output go nowhere, at shutdown too."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _encoding(stream: TextIO | None) -> str:
    return getattr(stream, "encoding", None) or "utf-8"


def _lang(name: str) -> Lang | None:
    return Lang(name.lower()) if name.lower() in tuple(Lang) else None


def _of_locale() -> Lang:
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next((name for name in names if name), "") or (locale.getlocale()[0] or "")
    return Lang.EN if name.lower().startswith("en") else Lang.JA


USAGE = Phrase("使い方", "Usage")
ARGUMENTS = Phrase("引数", "Arguments")
OPTIONS = Phrase("オプション", "Options")
COMMANDS = Phrase("コマンド", "Commands")
