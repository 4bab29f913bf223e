"""A static text that is never markup: whatever a user wrote is shown to the letter."""

from __future__ import annotations

from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static


class Said(Static):
    """Shows plain text or finished `Content`; a `str` is never parsed."""

    def __init__(
        self, text: str | Content = "", *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(_plain(text), id=id, classes=classes, markup=False)

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """See Textual; a `str` is shown as it is."""
        super().update(_plain(content) if isinstance(content, str) else content, layout=layout)


def _plain(text: str | Content) -> Content:
    return Content(text) if isinstance(text, str) else text
