"""The columns of the criteria workbook, sheet by sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from rfp_builder.catalogue.choices import choices_of
from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.forms.choices import Choice
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.criteria import Criteria, PriceFormula, RoundedAt, RoundingMode, Scoring, TieBreak
from rfp_builder.model.project import Project

INSTRUCTIONS = Phrase("説明", "Instructions")
CRITERIA = Phrase("評価基準", "Criteria")
SUBS = Phrase("評価細目", "Sub-criteria")
SCALE = Phrase("段階", "Scale")
METHOD = Phrase("決め方", "Method")

_CRITERION = Phrase("評価基準", "Criterion")
_SUB = Phrase("評価細目", "Sub-criterion")

_HIDDEN = 60
"""Wide, so that what is hidden there makes no row higher."""

ID = ColumnSpec("id", Phrase("管理ID", "ID"), Kind.ID, width=_HIDDEN)
DELETE = ColumnSpec("delete", Phrase("削除", "Delete"), Kind.BOOL, width=8)
VALUE = ColumnSpec("value", Phrase("決めること", "Decision"), width=58)

MOST_GRADES = 11
"""Scores 0 to 10 have a row each, used or not."""

_IN = Phrase("{what}（{language}）", "{what} ({language})")
_ANCHOR = Phrase("評点{score}の目安", "Anchor for score {score}")
_FLOOR = Phrase("最低基準（%）", "Floor (%)")
_FEWEST_TIES = len(TieBreak)
_SHAPE_LANGUAGES, _SHAPE_SCORES = "languages", "scores"
_SHORT = {
    Scoring.QUALITY: ("評価者の採点", "評価者", "quality"),
    Scoring.PRICE: ("価格の算式", "価格点", "price"),
    Scoring.BASE: ("基礎点", "base points", "base"),
}
"""What else people type for the ways of scoring."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What decides which columns a workbook has: the languages of its texts and the scores of its scale."""

    languages: tuple[Lang, ...]
    scores: tuple[int, ...]

    @property
    def meta(self) -> dict[str, str]:
        """Keys and values for the hidden sheet."""
        return {
            _SHAPE_LANGUAGES: ",".join(self.languages),
            _SHAPE_SCORES: ",".join(str(score) for score in self.scores),
        }


def shape_of(project: Project) -> Shape:
    """The shape of a workbook written now."""
    scores = {grade.score for grade in project.criteria.scale}
    scores |= {anchor.score for sub in project.criteria.all_subs() for anchor in sub.anchors}
    return Shape(tuple(lang for lang in Lang if lang in project.rfp.languages), tuple(sorted(scores)))


def shape_said(meta: Mapping[str, str] | None, project: Project) -> Shape:
    """The shape a workbook says it has; where it says nothing sensible, that of one written now."""
    now = shape_of(project)
    said = (meta or {}).get(_SHAPE_LANGUAGES, "").split(",")
    languages = tuple(lang for lang in Lang if lang in said)
    known = {str(score): score for score in range(MOST_GRADES)}
    scores = tuple(known[one] for one in (meta or {}).get(_SHAPE_SCORES, "").split(",") if one in known)
    return Shape(languages or now.languages, tuple(sorted(set(scores))) or now.scores)


def criteria_columns(shape: Shape, lang: Lang) -> tuple[ColumnSpec, ...]:
    """A row for each criterion. `label` is what sub-criteria pick it by, made from number and name."""
    return (
        ID,
        ColumnSpec("label", Phrase("一覧に出る名前", "Name in lists"), given=True, width=_HIDDEN),
        ColumnSpec("number", Phrase("番号", "No."), Kind.NUMBER, given=True, width=6),
        *_texts("name", _CRITERION, 26, tuple(Lang), lang),
        *_texts("intent", Phrase("ねらい", "What it is for"), 44, shape.languages, lang),
        ColumnSpec("floor", _FLOOR, Kind.PERCENT, width=12),
        ColumnSpec("points", Phrase("配点の計", "Points in all"), Kind.NUMBER, given=True, width=11),
        DELETE,
    )


def sub_columns(shape: Shape, lang: Lang) -> tuple[ColumnSpec, ...]:
    """A row for each sub-criterion."""
    return (
        ID,
        ColumnSpec("number", Phrase("番号", "No."), given=True, width=7),
        ColumnSpec("criterion", _CRITERION, width=22),
        *_texts("name", _SUB, 26, tuple(Lang), lang),
        ColumnSpec("points", Phrase("配点", "Points"), Kind.NUMBER, units=("点", "points"), width=9),
        ColumnSpec(
            "scoring",
            Phrase("採点の方法", "How it is scored"),
            Kind.CHOICE,
            choices=tuple(
                Choice(one.value, one.label, _SHORT[Scoring(one.value)]) for one in choices_of(Scoring)
            ),
            width=22,
        ),
        ColumnSpec(
            "evaluators",
            Phrase("採点する評価者", "Scored by"),
            width=22,
            prompt=Phrase(
                "呼び名を「、」で区切って書きます。空欄にすると全員が採点します。",
                "Names with commas between them. Left blank, all evaluators score.",
            ),
        ),
        ColumnSpec("floor", _FLOOR, Kind.PERCENT, width=12),
        DELETE,
        *_texts("looks", Phrase("見る点", "What is looked at"), 38, shape.languages, lang),
        *_anchors(shape, lang),
    )


def scale_columns(lang: Lang) -> tuple[ColumnSpec, ...]:
    """A row for each score there can be."""
    return (
        ID,
        ColumnSpec("score", Phrase("評点", "Score"), Kind.NUMBER, given=True, width=8),
        *_texts("label", Phrase("意味", "Meaning"), 30, tuple(Lang), lang),
        ColumnSpec(
            "rate", Phrase("配点に掛ける割合（%）", "Share of the points (%)"), Kind.PERCENT, width=14
        ),
    )


def method_columns() -> tuple[ColumnSpec, ...]:
    """A row for each decision; what its cell holds is said by `method_specs`."""
    return (
        ID,
        ColumnSpec("what", Phrase("項目", "Subject"), given=True, width=30),
        VALUE,
        ColumnSpec("note", Phrase("補足", "Note"), given=True, width=62),
    )


def method_specs(criteria: Criteria) -> dict[str, tuple[ColumnSpec, Phrase]]:
    """What each decision is called, what its cell holds, and a note for whoever decides."""
    return {spec.key: (spec, note) for spec, note in _method(criteria)}


def _method(criteria: Criteria) -> Iterator[tuple[ColumnSpec, Phrase]]:
    yield (
        ColumnSpec("total_points", Phrase("満点", "Total points"), Kind.NUMBER, units=("点", "points")),
        Phrase("配点の合計をこの点数に合わせます。", "The points have to add up to this."),
    )
    yield (
        _choice("price_formula", Phrase("価格点の計算式", "Price formula"), PriceFormula),
        Phrase("価格点の評価細目に使います。", "For the sub-criteria scored by price."),
    )
    yield (
        ColumnSpec(
            "digits", Phrase("小数点以下の桁数", "Decimal places"), Kind.NUMBER, units=("桁", "digits")
        ),
        Phrase("0から6まで。これより下の桁を丸めます。", "0 to 6. What is finer is rounded."),
    )
    yield (
        _choice("mode", Phrase("端数の処理", "How to round"), RoundingMode),
        Phrase("丸め方です。", "What happens to the digits that are cut."),
    )
    yield (
        _choice("at", Phrase("丸める段階", "Where to round"), RoundedAt),
        Phrase("ほかの段階では丸めません。", "Nothing is rounded anywhere else."),
    )
    yield (
        ColumnSpec("total_floor", Phrase("合計点の最低基準（%）", "Floor for the total (%)"), Kind.PERCENT),
        Phrase(
            "満点に対する割合です。下回る会社は選定しません。設けない場合は空欄にします。",
            "Share of all points below which a vendor is out. Blank for none.",
        ),
    )
    for place in range(1, max(_FEWEST_TIES, len(criteria.ties)) + 1):
        yield (
            _choice(f"tie-{place}", Phrase("同点の場合 {n}", "Tie rule {n}").fill(n=place), TieBreak),
            Phrase(
                "上から順に当てはめます。使わない行は空欄にします。",
                "Tried from the top. Leave the rest blank.",
            ),
        )
    yield (
        ColumnSpec(
            "withheld_cap",
            Phrase(
                "非開示の要件に割り当てる点の上限（%）", "Most that may hang on withheld requirements (%)"
            ),
            Kind.PERCENT,
        ),
        Phrase("満点に対する割合です。", "Share of all points."),
    )


def _choice(key: str, heading: Phrase, kind: type[Enum]) -> ColumnSpec:
    choices = tuple(Choice(one.value, one.label, one.also) for one in choices_of(kind))
    return ColumnSpec(key, heading, Kind.CHOICE, choices=choices)


def _texts(
    key: str, what: Phrase, width: int, languages: tuple[Lang, ...], first: Lang
) -> Iterator[ColumnSpec]:
    for lang in sorted(languages, key=lambda lang: lang is not first):
        yield ColumnSpec(f"{key}-{lang}", _IN.fill(what=what, language=lang.label), width=width)


def _anchors(shape: Shape, lang: Lang) -> Iterator[ColumnSpec]:
    for score in shape.scores:
        yield from _texts(f"anchor-{score}", _ANCHOR.fill(score=score), 34, shape.languages, lang)
