"""An answer picked from a list: by typing, with the arrow keys, or with the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.content import Content
from textual.events import Click
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from rfp_builder.forms.questions import Question
from rfp_builder.forms.several import SEPARATOR
from rfp_builder.i18n import Phrase
from rfp_builder.tui.fields.line import LineField
from rfp_builder.tui.fields.offers import Offer, matching, offers_of

_HINT = Phrase("Enter キーで一覧", "Enter for the list")
_NOTHING = Phrase("選べるものがまだありません。", "There is nothing to pick yet.")


_PAGE = 8


class Offers(OptionList):
    """The list under the line. A click picks from it, but the focus stays in the line, where an IME is."""

    FOCUS_ON_CLICK = False

    def on_mount(self) -> None:
        """See Textual."""
        # The application's style of lists is meant for whole screens.
        self.styles.height, self.styles.max_height = "auto", 10
        self.styles.padding = (0, 1)


class Drawer(VerticalGroup):
    """Holds the list, and keeps it out of the way of Tab."""

    def allow_focus_children(self) -> bool:
        """See Textual."""
        return False


class _TickLine(Input):
    """The line above a list of several: lets the space bar go to the list while one goes through that."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """See Textual."""
        if character in (" ", "\u3000"):
            return not any(isinstance(one, SeveralField) and one.ticks for one in self.ancestors)
        return super().check_consume_key(key, character)


class ChoiceField(LineField):
    """One answer of a list. Typing narrows the list; Enter, or a click, picks; Escape is the screen's."""

    # Without priority: what was typed before is in the line when Enter picks.
    BINDINGS: ClassVar = [
        Binding("enter", "pick_marked", show=False),
        Binding("down", "down", show=False),
        Binding("up", "up", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]

    one: ClassVar[bool] = True
    """Whether one answer is picked, not several."""

    def __init__(self, question: Question, path: str) -> None:
        super().__init__(question, path)
        self._found: tuple[Offer, ...] = ()
        self._in_list = False
        """The list was opened or gone through since something was typed."""

    def control(self) -> Widget:
        """See `Field`."""
        line = super().control()
        assert isinstance(line, Input)
        line.placeholder = _HINT.to(self.lang)
        # Whoever types means another answer, not more letters of this one.
        line.select_on_focus = self.one
        return line

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield from super().compose()
        drawer = Drawer(Offers(classes="field-offers", markup=False, compact=True))
        drawer.display = False
        yield drawer

    @property
    def open(self) -> bool:
        """Whether the list is shown."""
        return any(drawer.display for drawer in self.query(Drawer))

    def close(self) -> None:
        """Put the list away."""
        for drawer in self.query(Drawer):
            drawer.display = False

    def drop(self, wanted: str = "") -> None:
        """Show the list: what holds `wanted` first, the present answer marked."""
        if self.refused():
            return
        found = matching(self.offers(), wanted)
        held = self.held()
        listed = self.query_one(Offers)
        listed.set_options(
            Option(self._line(one, one.typed in held), id=str(at)) for at, one in enumerate(found)
        )
        if not found:
            listed.add_option(Option(Content(_NOTHING.to(self.lang)), disabled=True))
        at_present = [at for at, one in enumerate(found) if one.typed in held]
        listed.highlighted = (at_present[0] if at_present and not wanted else 0) if found else None
        self._found = found
        self.query_one(Drawer).display = True
        self.call_after_refresh(self.scroll_visible, animate=False)

    def offers(self) -> Sequence[Offer]:
        """Everything that can be picked now."""
        return offers_of(self.question, self.document.project, self.lang)

    def held(self) -> frozenset[str]:
        """What of the offers stands in the field."""
        return frozenset((self.text().strip(),))

    def wanted(self) -> str:
        """What of the text in the field is looked for."""
        return self.text()

    def pick(self, offer: Offer) -> None:
        """Take an offer."""
        self.fill(offer.typed)
        self.heard()
        self.settle()
        self.close()

    def action_down(self) -> None:
        """Open the list, or go down in it."""
        self._in_list = True
        if self.open:
            self.query_one(Offers).action_cursor_down()
        else:
            self.drop()

    def action_up(self) -> None:
        """Go up in the list; to the field before where it is closed."""
        self._in_list = True
        if self.open:
            self.query_one(Offers).action_cursor_up()
        else:
            self.action_former()

    def action_page(self, way: int) -> None:
        """Go by pages in the list."""
        listed, self._in_list = self.query_one(Offers), True
        if self.open and listed.highlighted is not None:
            last = listed.option_count - 1
            listed.highlighted = min(max(listed.highlighted + way * _PAGE, 0), last)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """See Textual."""
        event.stop()
        self.action_pick_marked()

    def action_pick_marked(self) -> None:
        """Pick what is marked in the list, or open it."""
        self._in_list = True
        if self.open:
            self.query_one(Offers).action_select()
        else:
            self.drop()

    def heard(self) -> None:
        """See `Field`: the list follows what is typed."""
        typed = self.has_focus_within and self.text() != self._shown
        super().heard()
        if typed:
            self._in_list = False
            self.drop(self.wanted())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual."""
        event.stop()
        if event.option_id is not None:
            self.pick(self._found[int(event.option_id)])

    def on_click(self, event: Click) -> None:
        """See Textual."""
        self._in_list = True
        if isinstance(event.widget, Input):
            self.close() if self.open else self.drop()

    def left(self) -> None:
        """See `Field`."""
        self.close()
        super().left()

    def _line(self, offer: Offer, held: bool) -> Content:
        return Content(f"{'v' if held else ' '} {offer.label}")


class SeveralField(ChoiceField):
    """Several answers of a list: picking one puts it in or takes it out, and the list stays."""

    BINDINGS: ClassVar = [Binding("space,ideographic_space", "tick", show=False, priority=True)]

    one = False
    LINE = _TickLine

    @property
    def ticks(self) -> bool:
        """Whether the space bar ticks, as in every list of boxes; in what is being typed it is a space."""
        return self.open and self._in_list

    def action_tick(self) -> None:
        """Put what is marked in the list in, or take it out."""
        self.query_one(Offers).action_select()

    def held(self) -> frozenset[str]:
        """See `ChoiceField`."""
        return frozenset(self._parts())

    def wanted(self) -> str:
        """See `ChoiceField`: only what stands behind the last separator."""
        parts = self._parts()
        known = {one.typed for one in self.offers()}
        return parts[-1] if parts and parts[-1] not in known else ""

    def pick(self, offer: Offer) -> None:
        """See `ChoiceField`."""
        if offer.whole:
            self._say(offer.typed)
        else:
            order = [one.typed for one in self.offers() if not one.whole]
            kept = {one for one in self._parts() if one in order} ^ {offer.typed}
            self._say(self._separator.join(one for one in order if one in kept))
        self.drop()
        # The list is whole again, where it was narrowed by what was typed.
        self.query_one(Offers).highlighted = self._found.index(offer)
        self._in_list = True

    def _say(self, text: str) -> None:
        self.fill(text)
        self.heard()
        self.settle()

    def _parts(self) -> list[str]:
        """What stands between separators; what was typed right behind an answer is a part of its own."""
        text = self.text()
        for separator in SEPARATOR.values():
            text = text.replace(separator.strip(), "\n")
        parts = [part.strip() for part in text.split("\n") if part.strip()]
        known = {one.typed for one in self.offers() if not one.whole}
        if not parts or parts[-1] in known:
            return parts
        *others, last = parts
        answer = max((one for one in known if last.startswith(one)), key=len, default="")
        return [*others, *(part for part in (answer, last.removeprefix(answer).strip()) if part)]

    @property
    def _separator(self) -> str:
        return SEPARATOR[self.lang]
