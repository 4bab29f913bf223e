"""A first sign of life, written before the libraries of the wizard are imported."""

from __future__ import annotations

import contextlib
import sys

from rfp_builder.i18n import Lang, Phrase

_NAME = "RFP Builder"
_CLEARED = "\x1b[2J\x1b[H"
_OPENING = Phrase("開いています。少しお待ちください。", "Opening, one moment please.")


def show_splash(lang: Lang) -> None:
    """Two lines on a cleared terminal; the wizard paints over them."""
    _write(f"{_CLEARED}\n  {_NAME}\n\n  {_OPENING.to(lang)}\n")


def clear_splash() -> None:
    """Take them away when the wizard has ended: the terminal would say that it opens."""
    # The window may be closed by now.
    with contextlib.suppress(OSError):
        _write(_CLEARED)


def _write(text: str) -> None:
    if sys.__stdout__ is None or not sys.__stdout__.isatty():
        return
    sys.__stdout__.write(text)
    sys.__stdout__.flush()
