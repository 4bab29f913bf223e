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
        said = _plain(text)
        super().__init__(said, id=id, classes=classes, markup=False)
        self._said: VisualType = said

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """See Textual; a `str` is shown as it is. What is said already is not said again: layout is dear."""
        said = _plain(content) if isinstance(content, str) else content
        if isinstance(said, Content) and isinstance(self._said, Content) and said.is_same(self._said):
            return
        self._said = said
        super().update(said, layout=layout)


def _plain(text: str | Content) -> Content:
    return Content(text) if isinstance(text, str) else text
