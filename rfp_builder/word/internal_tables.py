"""Requirements as the client sees them: with reasons and owners, withheld ones marked and explained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.disclosure.view import Numbering
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.choices import Disclosure, Priority
from rfp_builder.model.criteria import Criteria
from rfp_builder.model.localized import Localized
from rfp_builder.model.requirement import Requirement, Withholding
from rfp_builder.word.blocks import Cell, Column, Row, Shade, paragraph, run, table
from rfp_builder.word.requirement_tables import ACCEPTANCE, CRITERION, NUMBER, PRIORITY, STATEMENT
from rfp_builder.word.styles import Styles
from rfp_builder.word.widths import holding

_REQUIREMENTS = Phrase("要件", "Requirements")
_OWNER = Phrase("担当", "Owner")
_NOTE = Phrase("{label}: {text}", "{label}: {text}")
_RATIONALE = Phrase("理由", "Why")
_QUESTION = Phrase("公開する問いかけ（{number}）", "Open question ({number})")
_GUIDE = Phrase("採点の手引き", "Scoring guide")
_REASON = Phrase("開示しない理由", "Why it is withheld")
_ITEM = Phrase("項目", "Item")
_NO_QUESTION = Phrase("問いかけなし", "none")
_ASKED = Phrase("公開する問いかけ", "Open question")


@dataclass(frozen=True, slots=True)
class InternalTables:
    """Makes the tables of one project in one language."""

    styles: Styles
    lang: Lang
    criteria: Criteria
    numbering: Numbering

    def requirements(self, requirements: Sequence[Requirement]) -> Markup:
        """Requirements of one item; empty without any."""
        if not requirements:
            return Markup("")
        priority = holding(PRIORITY.to(self.lang), [choice_label(one).to(self.lang) for one in Priority])
        columns = (
            Column(NUMBER.to(self.lang), 1150),
            Column(STATEMENT.to(self.lang), 4040 - priority),
            Column(PRIORITY.to(self.lang), priority),
            Column(ACCEPTANCE.to(self.lang), 2380),
            Column(_OWNER.to(self.lang), 1500),
        )
        title = paragraph(self.styles["Table Title"], _REQUIREMENTS.to(self.lang))
        return title + table(self.styles, columns, (self._row(one) for one in requirements))

    def withheld(self, requirements: Sequence[Requirement]) -> Markup:
        """All withheld requirements with their open question and criterion; empty without any."""
        columns = (
            Column(_ITEM.to(self.lang), 900),
            Column(STATEMENT.to(self.lang), 3470),
            Column(_ASKED.to(self.lang), 3000),
            Column(CRITERION.to(self.lang), 1700),
        )
        rows = [
            (one.item, one.statement.to(self.lang), self._question(one), self._criterion(one.scored_under))
            for one in requirements
            if one.withholding is not None
        ]
        return table(self.styles, columns, rows) if rows else Markup("")

    def _row(self, one: Requirement) -> Row:
        return Row(
            (
                self._number(one),
                self._statement(one),
                choice_label(one.priority).to(self.lang),
                self._text(one.acceptance),
                self._text(one.owner),
            ),
            Shade.NONE if one.withholding is None else Shade.ATTENTION,
        )

    def _number(self, one: Requirement) -> Cell:
        key = paragraph(self.styles["Table Note"], one.id)
        if one.withholding is None:
            return paragraph(self.styles["Table Text"], self.numbering.requirements[one.id]) + key
        mark = run(choice_label(Disclosure.WITHHELD).to(self.lang), self.styles["Marker"])
        return paragraph(self.styles["Table Text"], "", lead=mark) + key

    def _statement(self, one: Requirement) -> Cell:
        notes = [
            paragraph(self.styles["Table Note"], _NOTE.fill(label=label, text=text).to(self.lang))
            for label, text in self._notes(one)
            if text
        ]
        return paragraph(self.styles["Table Text"], one.statement.to(self.lang)) + Markup("").join(notes)

    def _notes(self, one: Requirement) -> Iterator[tuple[Phrase, str]]:
        yield _RATIONALE, self._text(one.rationale)
        yield CRITERION, self._criterion(one.scored_under)
        if one.withholding is not None:
            yield from self._about(one.id, one.withholding)

    def _about(self, requirement: str, withholding: Withholding) -> Iterator[tuple[Phrase, str]]:
        number = self.numbering.questions.get(requirement, "")
        yield _QUESTION.fill(number=number), self._text(withholding.open_question)
        yield _GUIDE, self._text(withholding.guide)
        yield _REASON, self._text(withholding.reason)

    def _question(self, one: Requirement) -> str:
        asked = one.withholding.open_question if one.withholding else None
        return self._text(asked) or _NO_QUESTION.to(self.lang)

    def _criterion(self, sub_id: str | None) -> str:
        sub = self.criteria.sub(sub_id) if sub_id else None
        return sub.name.to(self.lang) if sub else ""

    def _text(self, text: Localized | None) -> str:
        return text.to(self.lang) if text is not None else ""
