"""A section of the definition: its pages at the left, the form of one page, and the help beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.style import Style
from textual.widget import Widget
from textual.widgets import ContentSwitcher, OptionList

from rfp_builder.forms.pages import FormPage, form_pages, page_at, pages_of
from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.everywhere import NextMissing, ShowCommands
from rfp_builder.tui.commands.section import (
    CloseInFront,
    FormerPage,
    Help,
    NextPage,
    OtherPane,
    PickRequirements,
    PutExample,
    SayUndecided,
    WriteRequirement,
)
from rfp_builder.tui.commands.table import TABLE_COMMANDS, EditCell, table_in_front
from rfp_builder.tui.fields.field import Field
from rfp_builder.tui.fields.help_text import help_text
from rfp_builder.tui.fields.page import PageForm, form_id
from rfp_builder.tui.fields.page_list import PageList
from rfp_builder.tui.fields.standing import Standing, standing_of, titled
from rfp_builder.tui.fields.statements import Statements
from rfp_builder.tui.road import go
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.widgets.key_bar import KeyBar
from rfp_builder.tui.widgets.said import Said

if TYPE_CHECKING:
    from rfp_builder.workspace.document.step import Change

_NEXT = Phrase("F8 キーで次の項目へ: {page}", "F8 goes to {page}")
_LAST = Phrase(
    "最後の項目です。Esc キーで作業一覧に戻ります。", "This is the last page. Esc goes back to the tasks."
)


class SectionScreen(WizardScreen):
    """Section `number`, 1 to 7. The page one comes for is there from the first frame; others are mounted at
    their first visit and kept.
    """

    CSS_PATH = "../styles/section.tcss"
    AUTO_FOCUS = ""
    KEYS = (Help, NextMissing, PutExample, SayUndecided, NextPage, ShowCommands)
    DOES = (
        *(Help, PutExample, SayUndecided, PickRequirements, WriteRequirement),
        *(OtherPane, NextPage, FormerPage, CloseInFront),
        *TABLE_COMMANDS,
    )
    # A table has the keys of examples and of 未定 for its cells: they go to whatever has the focus first.
    BINDINGS: ClassVar = [
        Binding(
            one.key,
            f"app.command('{one.id()}')",
            one.label.en,
            show=False,
            priority=one.key not in (PutExample.key, SayUndecided.key),
        )
        for one in DOES
        if one.key
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (120, "-wide")]  # noqa: RUF012 - as Textual types it

    def __init__(self, number: int) -> None:
        super().__init__()
        self.pages = pages_of(number)
        self.page = self.pages[0]
        self._target: str | None = None
        self._standings: dict[str, Standing] = {}
        self._forms: dict[str, PageForm] = {}
        self._said: tuple[str, str] | None = None

    @property
    def form(self) -> PageForm | None:
        """The form of the present page, once it is mounted."""
        return self._forms.get(self.page.key)

    @property
    def field(self) -> Field | None:
        """The field that has the focus."""
        return None if self.form is None else self.form.field_of(self.focused)

    def place(self) -> Phrase:
        """See `WizardScreen`."""
        from rfp_builder.catalogue.sections import section

        number = self.page.section
        title = section(number).title
        return Phrase(f"{number} {title.ja}", f"{number} {title.en}")

    def body(self) -> Iterable[Widget]:
        """See `WizardScreen`."""
        self.page = page_at(self._target or "") or self.page
        form = self._made(self.page)
        yield Horizontal(
            PageList(),
            Vertical(
                Said(id="page-title"),
                Said(id="page-standing"),
                ContentSwitcher(form, id="page-forms", initial=form.id),
                id="section-main",
            ),
            VerticalScroll(Said(id="help-text"), id="section-help", can_focus=False),
        )

    def arrive(self) -> None:
        """See `WizardScreen`: the focus is there with the first frame, for what is typed ahead."""
        path, self._target = self._target or self.page.path, None
        self.query_one(PageList).mark(self.page.key)
        form = self._forms[self.page.key]
        form.go_to(path)
        wanted = form.field_at(path)

        def bring_up() -> None:
            if wanted is not None and self.field is wanted:
                form.go_to(path)

        # Where a field stands, and which part of a table is seen, is known only when it was laid out.
        self.call_after_refresh(bring_up)

    def show(self) -> None:
        """See `WizardScreen`."""
        self._show_standing(all_pages=True)
        if self.form is not None:
            self.form.show(self.session.project)
        self._show_help()
        self._show_keys()

    def document_changed(self, change: Change) -> None:
        """See `WizardScreen`."""
        self._show_standing(all_pages=change.path is None or page_at(change.path) is not self.page)
        if self.form is not None:
            self.form.show(self.session.project)
        self._show_keys()

    def report_changed(self) -> None:
        """See `WizardScreen`."""
        self.show()

    def go_to(self, path: str) -> None:
        """See `WizardScreen`."""
        self._target = path
        if self.is_mounted:
            self.takes_keys = False
            self.call_later(self._arrive)

    async def speak(self) -> None:
        """See `WizardScreen`."""
        field = self.field
        self._target = self.page.path if field is None else field.path
        self._said = None
        self._forms.clear()
        await self.recompose()
        self.relate()
        await self._arrive()

    async def _arrive(self) -> None:
        """Open the page of the place one was sent to, and put the focus there."""
        path, self._target = self._target, None
        if path is not None:
            await self._open(page_at(path) or self.page)
        if path is not None and self.form is not None:
            self.call_after_refresh(self.form.go_to, path)
        # Behind what is called after the refresh, and so behind the focus.
        self.call_after_refresh(self.welcome_keys)

    async def _open(self, page: FormPage) -> None:
        self.page = page
        forms = self.query_one(ContentSwitcher)
        if self.form is None:
            await forms.mount(self._made(page))
        forms.current = form_id(page.key)
        self.remove_class("pages-shown")
        self.show()
        self.query_one(PageList).mark(page.key)

    def _made(self, page: FormPage) -> PageForm:
        form = self._forms[page.key] = PageForm(page, self.lang, self._after(page))
        return form

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual."""
        page = next(one for one in self.pages if one.key == event.option_id)
        self.go_to(page.path)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """See Textual."""
        self._show_help()
        self._show_keys()

    def on_grid_moved(self) -> None:
        """See `Grid`: each column has its own help."""
        self._show_help()

    def on_statements_opened(self, event: Statements.Opened) -> None:
        """See `Statements`."""
        go(self.wizard, f"requirements[{event.requirement}]")

    def on_statements_wanted(self) -> None:
        """See `Statements`."""
        self.write_requirement()

    def show_help(self) -> None:
        """Open the help in a window."""
        from rfp_builder.tui.dialogs.help import HelpDialog

        self.wizard.push_screen(HelpDialog(titled(self.page), self._help()))

    def put_example(self) -> None:
        """Put the filled example into the field that has the focus."""
        from rfp_builder.tui.fields.example import put_example

        if self.field is not None:
            put_example(self.wizard, self.field)

    def say_undecided(self) -> None:
        """Ask for 未定 or 該当なし of the field that has the focus."""
        from rfp_builder.tui.dialogs.undecided import UndecidedDialog

        field = self.field
        if field is not None and not field.refused():
            field.settle()
            self.wizard.push_screen(UndecidedDialog(field.question, field.path))

    def pick_requirements(self) -> None:
        """Offer the ready requirement statements of this page."""
        from rfp_builder.tui.fields.adding import pick_ready

        pick_ready(self.wizard, self.page)

    def write_requirement(self) -> None:
        """Ask for a statement of one's own."""
        from rfp_builder.tui.fields.adding import write_own

        write_own(self.wizard, self.page)

    def other_pane(self) -> None:
        """From the form to the list of pages, or back. A narrow screen shows one of them."""
        pages = self.query_one(PageList)
        if pages.has_focus:
            self.go_to(self.page.path)
            return
        self.add_class("pages-shown")
        pages.mark(self.page.key)
        pages.focus()

    @property
    def something_in_front(self) -> bool:
        """Whether a list of choices is open, or the list of pages where it hides the form."""
        return self._list_open or (self.has_class("-narrow") and self.has_class("pages-shown"))

    def close_in_front(self) -> None:
        """Put it away; the focus is in the form then."""
        if self.form is not None and self.form.open_list is not None:
            self.form.open_list.close()
        else:
            self.remove_class("pages-shown")
            self.go_to(self.page.path)

    @property
    def _list_open(self) -> bool:
        return self.form is not None and self.form.open_list is not None

    def beside(self, way: int) -> FormPage | None:
        """The page before (-1) or after (1) the present one, in whatever section."""
        pages = form_pages()
        at = pages.index(self.page) + way
        return pages[at] if 0 <= at < len(pages) else None

    def turn(self, way: int) -> None:
        """Go to the page before or after."""
        page = self.beside(way)
        if page is not None:
            # What is typed before the other page is there must not end up on this one.
            self.set_focus(None)
            go(self.wizard, page.path)

    def _show_standing(self, *, all_pages: bool) -> None:
        definition = self.session.project.definition
        for page in self.pages if all_pages or not self._standings else (self.page,):
            self._standings[page.key] = standing_of(page, definition, self.session.findings_at(page.path))
        heading, sentence = self.say(titled(self.page)), self.say(self._standings[self.page.key].sentence)
        if (heading, sentence) != self._said:
            self._said = heading, sentence
            self.query_one("#page-title", Said).update(Content.styled(heading, "bold"))
            self.query_one("#page-standing", Said).update(sentence)
        standings = [self._standings[page.key] for page in self.pages]
        self.query_one(PageList).show(self.pages, standings, self.page.key, self.lang)

    def _show_help(self) -> None:
        if self.has_class("-wide"):
            self.query_one("#help-text", Said).update(self._help())

    def _show_keys(self) -> None:
        table = table_in_front(self.wizard) if self.is_current else None
        on_cell = table is not None and EditCell().fits(table)
        keys = [EditCell if on_cell and one is PutExample else one for one in self.KEYS]
        self.query_one(KeyBar).bring_up(keys)

    def _help(self) -> Content:
        if self.field is None:
            return help_text(self.page, None, self.session.findings_at(self.page.path), self.lang)
        question, path, table = self.field.here
        return help_text(
            self.page, question, self.session.findings_at(path), self.lang, table, self.session.mark_at(path)
        )

    def _after(self, page: FormPage) -> Content:
        # The texts of the next section are read only where its first page comes next.
        pages = self.pages if page is not self.pages[-1] else form_pages()
        at = pages.index(page) + 1
        if at == len(pages):
            return Content(self.say(_LAST))
        click = Style.from_meta({"@click": "app.command('NextPage')"})
        return Content(self.say(_NEXT.fill(page=titled(pages[at])))).stylize(click)
