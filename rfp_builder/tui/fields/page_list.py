"""The pages of a section with their status: where one is, and where one may go."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rfp_builder.forms.pages import FormPage
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.tui.fields.standing import Standing, titled
from rfp_builder.tui.widths import cut
from rfp_builder.workspace.tasks import Status

_SIGN = {Status.UNTOUCHED: " ", Status.UNDER_WAY: "-", Status.ATTENTION: "!", Status.DONE: "v"}
_OF = Phrase("{answered} / {required}", "{answered} of {required}")
_NARROWEST = 26
_LEFT = "   "


class PageList(OptionList):
    """Two lines a page: its title, and how far it is. Enter or a click opens it."""

    def __init__(self) -> None:
        super().__init__(id="section-pages", markup=False)
        self._listed: tuple[tuple[FormPage, Standing], ...] = ()
        self._current, self._lang = "", Lang.JA
        self._drawn: object = None

    def show(
        self, pages: Sequence[FormPage], standings: Sequence[Standing], current: str, lang: Lang
    ) -> None:
        """List `pages`; `current` is the key of the one that is open."""
        self._listed = tuple(zip(pages, standings, strict=True))
        self._current, self._lang = current, lang
        self._draw()

    def on_resize(self) -> None:
        """See Textual."""
        self._draw()

    def mark(self, key: str) -> None:
        """Put the highlight on a page."""
        self.highlighted = self.get_option_index(key)

    def _draw(self) -> None:
        width = max(self.scrollable_content_region.width, _NARROWEST)
        drawn = (self._listed, self._current, self._lang, width)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        marked = self.highlighted
        self.set_options(
            Option(self._two_lines(page, standing, width), id=page.key) for page, standing in self._listed
        )
        self.highlighted = marked

    def _two_lines(self, page: FormPage, standing: Standing, width: int) -> Content:
        lang, status = self._lang, standing.status
        counted = _OF.fill(answered=standing.answered, required=standing.required).to(lang)
        said = f"{_SIGN[status]} {status.label.to(lang)}"
        # No colours: they would be unreadable under the highlight, and the word says it all.
        return Content.assemble(
            Content.styled(
                cut(titled(page).to(lang), width),
                "bold" if page.key == self._current else "",
            ),
            "\n",
            _LEFT,
            Content.styled(said, "bold" if status is Status.ATTENTION else "dim"),
            f"  {counted}" if standing.required else "",
        )
