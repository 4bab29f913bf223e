"""A first sign of life, written before the libraries of the wizard are imported."""

from __future__ import annotations

import sys

from rfp_builder.i18n import Lang, Phrase

_NAME = "RFP Builder"
_OPENING = Phrase("開いています。少しお待ちください。", "Opening, one moment please.")


def show_splash(lang: Lang) -> None:
    """Two lines on a cleared terminal; the wizard paints over them."""
    if sys.__stdout__ is None or not sys.__stdout__.isatty():
        return
    sys.__stdout__.write(f"\x1b[2J\x1b[H\n  {_NAME}\n\n  {_OPENING.to(lang)}\n")
    sys.__stdout__.flush()
