"""How far one page is: its status, its count, and one sentence that says what comes next on it."""

from __future__ import annotations

from dataclasses import dataclass

from rfp_builder.check.cells import Cell, required_cells, touched
from rfp_builder.check.finding import Finding, Severity
from rfp_builder.forms.pages import FormPage
from rfp_builder.i18n import Phrase
from rfp_builder.model.definition import Definition
from rfp_builder.workspace.tasks import Status

_INCOMPLETE = "complete."
"""Rules that say no more than that an answer is missing."""
_OPTIONAL = Phrase(
    "この項目は任意です。必要な場合だけ記入してください。",
    "This item is optional; fill it in only if you need it.",
)
_MISSING = Phrase(
    "必要な回答 {required}件のうち {answered}件。次は「{next}」です。",
    "{answered} of {required} required answers. Next: {next}.",
)
_ATTENTION = Phrase(
    "必要な回答 {required}件がそろいました。指摘が {findings}件あります。",
    "All required answers are in ({required}). Findings to look at: {findings}.",
)
_COMPLETE = Phrase(
    "必要な回答 {required}件がそろいました。F8 キーで次の項目へ進みます。",
    "All required answers are in ({required}). F8 goes to the next page.",
)
_IN_ROW = Phrase("{row}行目の{column}", "{column}, row {row}")


@dataclass(frozen=True, slots=True)
class Standing:
    """`missing` is the first required answer that is not there; `findings` count what is worth attention."""

    status: Status
    answered: int
    required: int
    findings: int
    missing: Cell | None

    @property
    def sentence(self) -> Phrase:
        """What a person reads under the title of the page."""
        if self.required == 0:
            return _OPTIONAL
        if self.missing is not None:
            return _MISSING.fill(answered=self.answered, required=self.required, next=_named(self.missing))
        if self.findings:
            return _ATTENTION.fill(required=self.required, findings=self.findings)
        return _COMPLETE.fill(required=self.required)


def standing_of(page: FormPage, definition: Definition, findings: tuple[Finding, ...]) -> Standing:
    """How far `page` is; `findings` are those of its path, as far as they are known."""
    cells = tuple(required_cells(definition, page.item))
    answered = sum(cell.answered for cell in cells)
    told = [one for one in findings if one.severity is not Severity.ADVISES]
    serious = [one for one in told if not one.rule.startswith(_INCOMPLETE)]
    if not touched(definition, page.item):
        status = Status.UNTOUCHED
    elif serious:
        status = Status.ATTENTION
    else:
        status = Status.DONE if answered == len(cells) else Status.UNDER_WAY
    missing = next((cell for cell in cells if not cell.answered), None)
    return Standing(status, answered, len(cells), len(serious), missing)


def titled(page: FormPage) -> Phrase:
    """Number and title of a page."""
    return Phrase(f"{page.item} {page.title.ja}", f"{page.item} {page.title.en}")


def _named(cell: Cell) -> Phrase:
    return cell.label if cell.row is None else _IN_ROW.fill(row=cell.row, column=cell.label)
