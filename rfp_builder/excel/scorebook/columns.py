"""The tables of a score book: sheets and columns, for writing and for reading."""

from __future__ import annotations

from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.forms.choices import Choice
from rfp_builder.i18n import Phrase
from rfp_builder.model.criteria import Criteria, Grade

INSTRUCTIONS = Phrase("説明", "Instructions")
SCORES = Phrase("採点", "Scores")
PROGRESS = Phrase("進み具合", "Progress")

EVALUATOR_LINE = Phrase("評価者: {who}", "Evaluator: {who}")
"""Stands above the scores, so that a book without its hidden sheet still says whose it is."""

EVALUATOR_KEY, CRITERIA_KEY, PROPOSALS_KEY = "evaluator", "criteria", "proposals"
"""What the hidden sheet says besides the form: whose book it is, and what it was made from."""


def score_columns(criteria: Criteria) -> tuple[ColumnSpec, ...]:
    """A row for each vendor under each sub-criterion."""
    return (
        ColumnSpec("criterion", Phrase("評価細目", "Sub-criterion"), given=True, width=28),
        ColumnSpec("anchors", Phrase("評価の目安", "What earns which grade"), given=True, width=60),
        ColumnSpec("vendor", Phrase("提案会社", "Vendor"), required=True, width=14),
        ColumnSpec(
            "score",
            Phrase("評点", "Grade"),
            Kind.CHOICE,
            choices=tuple(_choice(grade) for grade in criteria.scale),
            width=8,
            prompt=Phrase(
                "条件をすべて満たす、いちばん高い段階の数字を選んでください。",
                "Pick the highest grade of which every condition is met.",
            ),
        ),
        ColumnSpec(
            "justification",
            Phrase("理由（資料名・ページ）", "Reason (document, page)"),
            width=48,
            prompt=Phrase(
                "その段階とした理由と、根拠となる資料名・ページを書いてください。",
                "Say why this grade, and where it is written.",
            ),
        ),
        # For reading back only, so it stands where it is in nobody's way.
        ColumnSpec("number", Phrase("番号", "No."), Kind.ID, width=10),
    )


READING_COLUMNS = (
    ColumnSpec("under", Phrase("評価細目", "Sub-criterion"), given=True, width=24),
    ColumnSpec("number", Phrase("番号", "No."), given=True, width=8),
    ColumnSpec("asked", Phrase("要件・題名", "Requirement or title"), given=True, width=46),
    ColumnSpec("mark", Phrase("対応可否", "Mark"), given=True, width=9),
    ColumnSpec("answer", Phrase("提案の内容", "What is proposed"), given=True, width=64),
    ColumnSpec(
        "evidence", Phrase("根拠（資料名・ページ）", "Evidence (document, page)"), given=True, width=26
    ),
)
"""What a vendor proposes. There is no column for money here."""


def _choice(grade: Grade) -> Choice:
    """Shown as the bare number; typing the label, or both, will do."""
    number, label = str(grade.score), grade.label
    names = [name for name in (label.ja, label.en) if name]
    return Choice(number, Phrase(number, number), (*names, *(f"{number} {name}" for name in names)))
