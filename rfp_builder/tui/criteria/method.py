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
from rfp_builder.model.answers import known
from rfp_builder.model.criteria import RoundedAt, Scoring
from rfp_builder.text.show import show_money, show_number, show_percent
from rfp_builder.tui.commands.criteria import locked
from rfp_builder.tui.commands.criteria_method import AddStep, ChooseTies, DropStep, ToCeiling, ToGates
from rfp_builder.tui.criteria.lines import POINTS, fit, right
from rfp_builder.tui.criteria.part import Part
from rfp_builder.tui.fields.field import Field
from rfp_builder.tui.fields.make import field_for
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.price_examples import PriceExample, price_examples

_TABLE = Phrase("価格と価格点の早見表", "What a price earns")
_SECRET = Phrase("社外秘", "confidential")
_BY_CEILING = Phrase(
    "予定価格 {ceiling} を基準に、次の5社だけが提案したとして計算しています。提案会社には渡りません。",
    "Worked out from the ceiling of {ceiling}, as if these five were the only offers. No vendor sees it.",
)
_BY_LOWEST = Phrase(
    "予定価格がないため、最低価格を100として計算しています。",
    "There is no ceiling price, so the lowest offer is taken as 100.",
)
_NONE = Phrase(
    "計算式に予定価格が要りますが、まだ入力されていません。「予定価格へ」で 2.5 を開いて入力してください。",
    "The formula needs the ceiling price, and there is none yet. “To the ceiling” opens 2.5, where it goes.",
)
_NOT_SCORED = Phrase(
    "価格の計算式で採点する評価細目がありません。", "No sub-criterion is scored by the price formula."
)
_OF_CEILING = Phrase("予定価格の{percent}%", "{percent}% of the ceiling")
_OF_LOWEST = Phrase("最低価格の{percent}%", "{percent}% of the lowest")
_OUT = Phrase("予定価格超過のため選外", "above the ceiling: out")
_NOT_ROUNDED = Phrase(
    "端数処理は{at}で行うため、ここでは小数第2位まで示します。",
    "Points are rounded {at}; here they are shown with two digits.",
)
_ROUNDED_AT = {
    RoundedAt.CRITERION: Phrase("評価基準ごと", "at each criterion"),
    RoundedAt.TOTAL: Phrase("合計点", "at the total"),
}
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
        self.run_worker(self._arrive(None))

    def go_to(self, path: str) -> None:
        """See `Part`."""
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
        criteria = self.project.criteria
        examples = price_examples(self.project)
        if not any(sub.scoring is Scoring.PRICE for sub in criteria.all_subs()):
            return Content("\n").join([*lines, Content(self.say(_NOT_SCORED))])
        if not examples:
            return Content("\n").join([*lines, Content.styled(self.say(_NONE), "$warning")])
        lines.append(Content.styled(self._said_of_base(examples), "$text-muted"))
        lines += [Content(self._line(one)) for one in examples]
        if criteria.rounding.at in _ROUNDED_AT:
            lines.append(
                Content.styled(
                    self.say(_NOT_ROUNDED.fill(at=_ROUNDED_AT[criteria.rounding.at])), "$text-muted"
                )
            )
        return Content("\n").join(lines)

    def _said_of_base(self, examples: tuple[PriceExample, ...]) -> str:
        ceiling = known(self.project.definition.work.constraints.ceiling_price)
        if examples[0].price is None or ceiling is None:
            return self.say(_BY_LOWEST)
        amount = show_money(ceiling, self.front.session.setting(self.front.lang).currency, self.front.lang)
        return self.say(_BY_CEILING.fill(ceiling=amount))

    def _line(self, one: PriceExample) -> str:
        relative = (_OF_LOWEST if one.price is None else _OF_CEILING).fill(percent=one.percent)
        amount = (
            ""
            if one.price is None
            else show_money(one.price, self.front.session.setting(self.front.lang).currency, self.front.lang)
        )
        if one.points is None or one.share is None:
            earned = self.say(_OUT)
        else:
            rounding = self.project.criteria.rounding
            digits = rounding.digits if rounding.at is RoundedAt.SUB_CRITERION else 2
            points = self.say(POINTS.fill(points=show_number(one.points, digits)))
            earned = f"{right(points, 12)}  ({show_percent(one.share * 100, 1)})"
        return f"  {fit(self.say(relative), 22)}{right(amount, 20)}  {earned}"

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
        form = self.query_one("#method-form")
        async with self._building:
            if not form.children:
                await form.mount_all(self._widgets())
                self.show()
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
