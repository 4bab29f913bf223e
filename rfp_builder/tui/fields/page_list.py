"""The pages of a section with their status: where one is, and where one may go."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rfp_builder.forms.pages import FormPage
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.width import truncate
from rfp_builder.tui.fields.standing import Standing, titled
from rfp_builder.workspace.tasks import Status

_SIGN = {Status.UNTOUCHED: " ", Status.UNDER_WAY: "-", Status.ATTENTION: "!", Status.DONE: "v"}
_STYLE = {
    Status.UNTOUCHED: "$text-muted",
    Status.UNDER_WAY: "$primary",
    Status.ATTENTION: "bold $warning",
    Status.DONE: "$success",
}
_OF = Phrase("{answered} / {required}", "{answered} of {required}")
TITLE_WIDTH = 29


class PageList(OptionList):
    """Two lines a page: its title, and how far it is. Enter or a click opens it."""

    def __init__(self) -> None:
        super().__init__(id="section-pages", markup=False)
        self._shown: tuple[Content, ...] = ()

    def show(
        self, pages: Sequence[FormPage], standings: Sequence[Standing], current: str, lang: Lang
    ) -> None:
        """List `pages`; `current` is the key of the one that is open."""
        lines = tuple(
            _two_lines(page, standing, page.key == current, lang)
            for page, standing in zip(pages, standings, strict=True)
        )
        if lines == self._shown:
            return
        self._shown = lines
        marked = self.highlighted
        self.set_options(Option(line, id=page.key) for page, line in zip(pages, lines, strict=True))
        self.highlighted = marked

    def mark(self, key: str) -> None:
        """Put the highlight on a page."""
        self.highlighted = self.get_option_index(key)


def _two_lines(page: FormPage, standing: Standing, current: bool, lang: Lang) -> Content:
    title = truncate(titled(page).to(lang), TITLE_WIDTH, "..", ambiguous=1)
    counted = _OF.fill(answered=standing.answered, required=standing.required).to(lang)
    status = standing.status
    return Content.assemble(
        Content.styled(title, "bold" if current else ""),
        Content.styled(f"\n   {_SIGN[status]} {status.label.to(lang)}", _STYLE[status]),
        Content(f"  {counted}" if standing.required else ""),
    )
