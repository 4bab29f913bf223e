"""Criteria: points that add up, the method, who scores, and who has agreed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import ContentSwitcher

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.command import Command, bindings
from rfp_builder.tui.commands.criteria import LeaveText, NextPart, OtherPane, PreviousPart
from rfp_builder.tui.commands.criterion import Explain
from rfp_builder.tui.commands.everywhere import Back, NextMissing, ShowCommands
from rfp_builder.tui.criteria.agreeing import AgreeingPart
from rfp_builder.tui.criteria.lines import sum_line
from rfp_builder.tui.criteria.method import MethodPart
from rfp_builder.tui.criteria.part import Part
from rfp_builder.tui.criteria.people import PeoplePart
from rfp_builder.tui.criteria.points import PointsPart
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.widgets.said import Said

if TYPE_CHECKING:
    from rfp_builder.workspace.document.step import Change

_PLACE = Phrase("評価基準と評価者", "Criteria and evaluators")
_PARTS: tuple[tuple[str, type[Part]], ...] = (
    ("points", PointsPart),
    ("method", MethodPart),
    ("evaluators", PeoplePart),
    ("agreement", AgreeingPart),
)
_METHOD = ("scale", "price_formula", "rounding", "ties", "total_floor", "withheld_cap", "total_points")


def _commands() -> tuple[type[Command], ...]:
    found: list[type[Command]] = [Explain, NextPart, PreviousPart, OtherPane, LeaveText]
    for _, part in _PARTS:
        found += part.OFFERS
    return tuple(dict.fromkeys(found))


class CriteriaScreen(WizardScreen):
    """Four parts under the sum of the points; F8 or a click goes from one to the next."""

    CSS_PATH: ClassVar = ["../styles/fields.tcss", "../styles/criteria.tcss"]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - as Textual types it
    KEYS = (Explain, NextPart, OtherPane, NextMissing, ShowCommands, Back)
    DOES = _commands()
    BINDINGS: ClassVar = bindings(*DOES)

    def __init__(self) -> None:
        super().__init__()
        self.present = "points"
        """Name of the part in front."""
        self._wanted: str | None = None

    @property
    def points(self) -> PointsPart:
        """The tree."""
        return self.query_one(PointsPart)

    @property
    def people(self) -> PeoplePart:
        """The evaluators."""
        return self.query_one(PeoplePart)

    @property
    def agreeing(self) -> AgreeingPart:
        """Who has agreed."""
        return self.query_one(AgreeingPart)

    def place(self) -> Phrase:
        """See `WizardScreen`."""
        return _PLACE

    def body(self) -> Iterable[Widget]:
        """See `WizardScreen`."""
        yield Said(id="criteria-sum")
        yield Said(id="criteria-tabs")
        yield ContentSwitcher(*(kind(name) for name, kind in _PARTS), initial=f"part-{self.present}")

    def arrive(self) -> None:
        """See `WizardScreen`."""
        self._arrive()

    async def speak(self) -> None:
        """See `WizardScreen`."""
        await super().speak()
        self._arrive()

    def show(self) -> None:
        """See `WizardScreen`."""
        criteria = self.session.project.criteria
        self.query_one("#criteria-sum", Said).update(sum_line(criteria, self.lang))
        self.query_one("#criteria-tabs", Said).update(self._tabs())
        self._part().show()

    def document_changed(self, change: Change) -> None:
        """See `WizardScreen`: an undo takes back what is being typed, too."""
        if change.origin != "set":
            self.points.rows.forget()
        self.show()

    def report_changed(self) -> None:
        """See `WizardScreen`. A check may end while the parts are still being made."""
        if self.is_mounted:
            self._part().show()

    def go_to(self, path: str) -> None:
        """See `WizardScreen`."""
        self._wanted = path
        if self.is_mounted:
            self._arrive()

    def turn(self, steps: int) -> None:
        """The next part, or one before."""
        names = [name for name, _ in _PARTS]
        self.action_part(names[(names.index(self.present) + steps) % len(names)])

    def action_part(self, name: str) -> None:
        """Bring a part to the front."""
        self.present = name
        self.query_one(ContentSwitcher).current = f"part-{name}"
        self.show()
        self._part().enter()

    def _arrive(self) -> None:
        path, self._wanted = self._wanted, None
        name = self.present if path is None else _part_of(path)
        self.action_part(name)
        if path is not None:
            self._part().go_to(path)

    def _part(self) -> Part:
        return self.query_one(f"#part-{self.present}", Part)

    def _tabs(self) -> Content:
        parts: list[Content] = []
        for name, kind in _PARTS:
            click = Style.from_meta({"@click": f"screen.part('{name}')"})
            label = f" {self.say(kind.TITLE)} "
            text = (
                Content.styled(f"[{label}]", "bold reverse")
                if name == self.present
                else Content(f" {label} ")
            )
            parts += [text.stylize(click), Content(" ")]
        return Content.assemble(*parts)


def _part_of(path: str) -> str:
    """The part that shows a place."""
    if path.startswith("evaluators"):
        return "evaluators"
    field = path.removeprefix("criteria").removeprefix(".").partition(".")[0].partition("[")[0]
    if field == "lock":
        return "agreement"
    return "method" if field in _METHOD else "points"
