"""The looks of the wizard: light, dark, and two of high contrast. Meaning never hangs on a colour alone.

Muted text has a colour of its own: of "auto 75%" a span keeps the black or white, and not the share.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from textual.app import App
from textual.theme import Theme

from rfp_builder.i18n import Phrase

_DARK = Theme(
    name="rfp-dark",
    primary="#7FA7D9",
    secondary="#9DB4CC",
    accent="#E0A458",
    warning="#E0A458",
    error="#E58E8E",
    success="#8FBF9A",
    foreground="#E6E9ED",
    background="#14181E",
    surface="#1D232B",
    panel="#27303B",
    variables={"text-muted": "#BEC3CA"},
    dark=True,
)
_LIGHT = Theme(
    name="rfp-light",
    primary="#1F3A5F",
    secondary="#4C647F",
    accent="#8A5000",
    warning="#8A5000",
    error="#A12626",
    success="#1E6B3A",
    foreground="#1B1F24",
    background="#F7F8FA",
    surface="#FFFFFF",
    panel="#E4E9F0",
    variables={"text-muted": "#454A51"},
    dark=False,
)
_CONTRAST_DARK = Theme(
    name="rfp-contrast-dark",
    primary="#00FFFF",
    secondary="#FFFFFF",
    accent="#FFFF00",
    warning="#FFFF00",
    error="#FF9C9C",
    success="#80FF80",
    foreground="#FFFFFF",
    background="#000000",
    surface="#1C1C1C",
    panel="#2B2B2B",
    variables={"text-muted": "#DEDEDE"},
    dark=True,
)
_CONTRAST_LIGHT = Theme(
    name="rfp-contrast-light",
    primary="#000080",
    secondary="#000000",
    accent="#6B3500",
    warning="#6B3500",
    error="#800000",
    success="#004D00",
    foreground="#000000",
    background="#FFFFFF",
    surface="#EBEBEB",
    panel="#DCDCDC",
    variables={"text-muted": "#333333"},
    dark=False,
)

LOOKS: Mapping[str, tuple[Theme, Phrase]] = MappingProxyType(
    {
        theme.name: (theme, label)
        for theme, label in (
            (_DARK, Phrase("暗い背景", "Dark")),
            (_LIGHT, Phrase("明るい背景", "Light")),
            (_CONTRAST_DARK, Phrase("強いコントラスト（暗い背景）", "High contrast, dark")),
            (_CONTRAST_LIGHT, Phrase("強いコントラスト（明るい背景）", "High contrast, light")),
        )
    }
)
"""Every look by its name, with what people call it."""

DEFAULT = _DARK.name


def put_on(app: App[None], name: str | None) -> None:
    """Let `app` know every look, and wear the one called `name`, or else the usual one."""
    for theme, _ in LOOKS.values():
        app.register_theme(theme)
    app.theme = name if name is not None and name in LOOKS else DEFAULT
