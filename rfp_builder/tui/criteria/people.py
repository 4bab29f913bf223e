"""The third part: who scores, and what."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rfp_builder.i18n import Phrase
from rfp_builder.model.parties import Evaluator
from rfp_builder.tui.commands.criteria_method import AddEvaluator, DeleteEvaluator, EditEvaluator
from rfp_builder.tui.criteria.lines import fit, serious
from rfp_builder.tui.criteria.part import Part
from rfp_builder.tui.criteria.rows import Rows
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.criteria_shaping import scored_by

_EMPTY = Phrase(
    "評価者がまだいません。Insert キーで追加してください。役割や部署で登録します。",
    "There are no evaluators yet. Insert adds one, by role or department.",
)
_SCORES = Phrase("担当 {n} / {all}細目", "scores {n} of {all}")


class EvaluatorList(Rows):
    """One row for each evaluator."""

    BINDINGS: ClassVar = [
        Binding("insert,ctrl+n", "app.command('AddEvaluator')", show=False),
        Binding("delete,ctrl+k", "app.command('DeleteEvaluator')", show=False),
    ]


class PeoplePart(Part):
    """Enter opens an evaluator: name, department and what is scored."""

    TITLE = Phrase("評価者", "Evaluators")
    LEAD = Phrase(
        "採点する人を役割で登録し、担当を決めます。1つの細目に2人以上を割り当てます。",
        "Name who scores, by role, and what: two or more for each sub-criterion.",
    )
    OFFERS = (EditEvaluator, AddEvaluator, DeleteEvaluator)

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield self.lead()
        yield self.offers()
        yield Said(self.say(_EMPTY), id="evaluators-empty", classes="part-text")
        yield EvaluatorList(id="evaluators-list", markup=False)
        yield Said(id="evaluators-about", classes="part-text")

    @property
    def chosen(self) -> Evaluator | None:
        """The marked evaluator."""
        at = self.query_one("#evaluators-list", OptionList).highlighted
        people = self.project.evaluators
        return people[at] if at is not None and at < len(people) else None

    def enter(self) -> None:
        """See `Part`."""
        self.show()
        self.query_one("#evaluators-list").focus()

    def go_to(self, path: str) -> None:
        """See `Part`."""
        listed = self.query_one("#evaluators-list", OptionList)
        for at, one in enumerate(self.project.evaluators):
            if path.startswith(f"evaluators[{one.id}]"):
                listed.highlighted = at

    def show(self) -> None:
        """See `Part`."""
        self.show_offers()
        people = self.project.evaluators
        self.query_one("#evaluators-empty").display = not people
        listed = self.query_one("#evaluators-list", OptionList)
        at = listed.highlighted or 0
        listed.set_options(Option(self._row(one)) for one in people)
        listed.highlighted = min(at, len(people) - 1) if people else None
        self._show_about()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """See Textual."""
        self._show_about()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual."""
        self.run_worker(self.front.wizard.action_command(EditEvaluator.id()))

    def _row(self, one: Evaluator) -> Content:
        scored = [sub for sub in self.project.criteria.all_subs() if sub.scoring.value == "quality"]
        department = "" if one.department is None else self.say(one.department)
        found = self.front.session.findings_at(f"evaluators[{one.id}]")
        counted = self.say(_SCORES.fill(n=len(scored_by(self.project, one.id)), all=len(scored)))
        return Content.assemble(
            Content.styled("! " if serious(found) else "  ", "bold $warning"),
            Content(f"{fit(self.say(one.label), 30)} {fit(department, 22)} {counted}"),
        )

    def _show_about(self) -> None:
        one = self.chosen
        about = self.query_one("#evaluators-about", Said)
        if one is None:
            about.update("")
            return
        findings = self.front.session.findings_at(f"evaluators[{one.id}]")
        names = "、" if self.front.lang.value == "ja" else ", "
        lines = [Content.styled(f"! {self.say(found.message)}", "$warning") for found in findings]
        lines.append(Content(names.join(self.say(sub.name) for sub in scored_by(self.project, one.id))))
        about.update(Content("\n").join(lines))
