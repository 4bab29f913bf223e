"""The second part: how points come about, and what a price earns by it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.forms.criteria import grade_questions, method_questions
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Phrase
from rfp_builder.text.show import show_money, show_percent
from rfp_builder.tui.commands.criteria import locked
from rfp_builder.tui.commands.criteria_method import AddStep, ChooseTies, DropStep, ToCeiling, ToGates
from rfp_builder.tui.criteria.lines import POINTS, fit, right
from rfp_builder.tui.criteria.part import Part
from rfp_builder.tui.fields.field import Field
from rfp_builder.tui.fields.make import field_for
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.price_examples import PriceExample, price_examples
from rfp_builder.workspace.price_words import (
    OUT,
    base_of_examples,
    points_of_example,
    rounded_later,
    share_of_base,
    why_no_examples,
)

_TABLE = Phrase("価格と価格点の早見表", "What a price earns")
_SECRET = Phrase("社外秘", "confidential")
_TO_CEILING = Phrase("{why}「予定価格へ」で開けます。", "{why} “To the ceiling” opens the place.")
_TIES = Phrase("同点のとき", "Ties")
_SCALE = Phrase("評価の段階", "The scale")
_STEP = Phrase("{score}点の段階", "Step {score}")
_THEN = Phrase("。それでも同点なら、", "; then ")


class MethodPart(Part):
    """Fields, the table, the rule for ties and the scale. Built when first visited."""

    TITLE = Phrase("採点の方法", "Method")
    LEAD = Phrase(
        "計算式、端数、足切り、同点の決め方を決めます。順位はこれだけで決まります。",
        "Set formula, rounding, floors and ties. Nothing else decides the ranking.",
    )
    OFFERS = (ChooseTies, AddStep, DropStep, ToCeiling, ToGates)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._building = asyncio.Lock()

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield self.lead()
        yield self.offers()
        yield VerticalScroll(id="method-form", classes="part-form", can_focus=False)

    def enter(self) -> None:
        """See `Part`."""
        self._go(None)

    def go_to(self, path: str) -> None:
        """See `Part`."""
        self._go(path)

    def _go(self, path: str | None) -> None:
        # What is typed until the fields are there is meant for them.
        self.front.takes_keys = False
        self.run_worker(self._arrive(path))

    def show(self) -> None:
        """See `Part`."""
        self.show_offers()
        form = self.query_one("#method-form")
        if not form.children:
            return
        if len(list(form.query(".grade"))) != len(self.project.criteria.scale):
            self.run_worker(self._rebuild())
            return
        over = locked(self.front.wizard)
        form.can_focus = over
        for field in form.query(Field):
            field.disabled = over
            field.show()
        form.query_one("#price-table", Said).update(self.price_table())
        form.query_one("#ties-line", Said).update(self._ties())

    def price_table(self) -> Content:
        """Prices with their points, exact."""
        lines = [
            Content.assemble(
                Content.styled(self.say(_TABLE), "bold"),
                Content.styled(f"  {self.say(_SECRET)}", "bold $warning"),
            )
        ]
        criteria, examples = self.project.criteria, price_examples(self.project)
        if not examples:
            return Content("\n").join([*lines, self._why_none()])
        base = base_of_examples(self.project, examples, self._currency)
        lines.append(Content.styled(self.say(base), "$text-muted"))
        lines += [Content(self._line(one)) for one in examples]
        if (rounding := rounded_later(criteria)) is not None:
            lines.append(Content.styled(self.say(rounding), "$text-muted"))
        return Content("\n").join(lines)

    @property
    def _currency(self) -> str:
        return self.front.session.setting(self.front.lang).currency

    def _why_none(self) -> Content:
        why = why_no_examples(self.project.criteria)
        if not self.project.criteria.scores_price:
            return Content(self.say(why))
        return Content.styled(self.say(_TO_CEILING.fill(why=why)), "$warning")

    def _line(self, one: PriceExample) -> str:
        amount = "" if one.price is None else show_money(one.price, self._currency, self.front.lang)
        earned, points = self.say(OUT), points_of_example(self.project.criteria, one)
        if points is not None and one.share is not None:
            told = self.say(POINTS.fill(points=points))
            earned = f"{right(told, 12)}  ({show_percent(one.share * 100, 1)})"
        return f"  {fit(self.say(share_of_base(one)), 22)}{right(amount, 20)}  {earned}"

    def _ties(self) -> Content:
        then = self.say(_THEN)
        rules = then.join(self.say(choice_label(one)) for one in self.project.criteria.ties)
        return Content.assemble(Content.styled(f"{self.say(_TIES)}: ", "bold"), Content(rules))

    async def _rebuild(self) -> None:
        async with self._building:
            form = self.query_one("#method-form")
            await form.remove_children()
            await form.mount_all(self._widgets())
            self.show()

    async def _arrive(self, path: str | None) -> None:
        front = self.front
        try:
            await self._build()
            if self.display:
                self._focus_at(path)
        finally:
            front.welcome_keys()

    async def _build(self) -> None:
        form = self.query_one("#method-form")
        async with self._building:
            if not form.children:
                await form.mount_all(self._widgets())
                self.show()

    def _focus_at(self, path: str | None) -> None:
        form = self.query_one("#method-form")
        fields = list(form.query(Field))
        found = next((one for one in fields if path is not None and path.startswith(one.path)), None)
        if path is not None and found is None and path.startswith("criteria.scale"):
            found = next((one for one in fields if one.path.startswith("criteria.scale")), None)
        if found is not None and not found.disabled:
            found.focus()
        elif locked(self.front.wizard):
            form.focus()
        elif fields and not any(one.has_focus_within for one in fields):
            fields[0].focus()

    def _widgets(self) -> Iterator[Widget]:
        asked = method_questions()
        for path, question in asked[:2]:
            yield field_for(question, path)
        yield Said(id="price-table", classes="part-text")
        for path, question in asked[2:]:
            yield field_for(question, path)
        yield Said(id="ties-line", classes="part-text")
        yield Said(Content.styled(self.say(_SCALE), "bold $primary"), classes="part-heading")
        for grade in self.project.criteria.scale:
            yield Said(self.say(_STEP.fill(score=grade.score)), classes="grade")
            for question in grade_questions():
                yield _graded(question, grade.score)


def _graded(question: Question, score: int) -> Field:
    return field_for(question, f"criteria.scale[{score}].{question.path}")
