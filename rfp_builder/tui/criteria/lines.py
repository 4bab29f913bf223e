"""Lines of the criteria screen: rows of the tree, the sum, and all about one node."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from textual.content import Content

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.check.finding import Finding, Severity
from rfp_builder.i18n import Lang, Phrase, Speakable, listed
from rfp_builder.model.criteria import Criteria, Criterion, Scoring, SubCriterion
from rfp_builder.model.project import Project
from rfp_builder.text.show import show_date, show_number, show_percent
from rfp_builder.tui.widths import cells_of, filled
from rfp_builder.workspace.criteria_shaping import given_points, points_left, share_of

NAME_WIDTH, POINTS_WIDTH, SHARE_WIDTH, BAR_WIDTH = 34, 8, 8, 8
_FULL_BAR = Fraction(20)
"""Per cent of all points that fill the bar of a sub-criterion."""

POINTS = Phrase("{points}点", "{points} pts")
_SUM = Phrase("配点 {given} / {total}点", "Points {given} of {total}")
_LEFT = Phrase("残り{left}点", "{left} left to give")
_OVER = Phrase("{over}点 超過", "{over} too many")
_EXACT = Phrase("過不足なし", "they add up")
_LOCKED = Phrase(
    "{day}に合意済みとして固定: 変更できません。", "Agreed and locked ({day}): nothing can be changed."
)
_ANCHORS = Phrase("判定 {have}/{all}", "anchors {have}/{all}")
_BY_PRICE = Phrase("計算式", "formula")
_BY_BASE = Phrase("基礎点", "base")
_LOOKS_AT = Phrase("評価する対象", "What is assessed")
_INTENT = Phrase("ねらい", "What it is for")
_SCORING = Phrase("採点のしかた", "How points are awarded")
_FLOOR = Phrase("足切り", "Floor")
_WHO = Phrase("評価者", "Evaluators")
_ALL = Phrase("全員", "all")
_NOBODY = Phrase("（評価者がまだいません）", "(no evaluators yet)")
_EARNS = Phrase("各段階の判定基準", "What earns each step")
_MISSING = Phrase("（まだ書かれていません）", "(not written yet)")
_UNDER = Phrase("この細目で採点する要件", "Requirements scored here")
_COUNT = Phrase("{n}件", "{n}")


def fit(text: str, width: int) -> str:
    """`text` cut or padded to `width` cells."""
    return filled(text, width)


def right(text: str, width: int) -> str:
    """`text` at the right of `width` cells."""
    return " " * max(0, width - cells_of(text)) + text


@dataclass(frozen=True, slots=True)
class Node:
    """One row of the tree: a criterion, or a sub-criterion of it."""

    number: str
    criterion: Criterion
    sub: SubCriterion | None

    @property
    def id(self) -> str:
        """Id of the criterion or sub-criterion."""
        return self.criterion.id if self.sub is None else self.sub.id

    @property
    def points(self) -> Decimal:
        """Its points."""
        return self.criterion.points if self.sub is None else self.sub.points

    @property
    def name(self) -> Speakable:
        """Its name."""
        return self.criterion.name if self.sub is None else self.sub.name


def serious(findings: Iterable[Finding]) -> bool:
    """Whether something is there that is more than advice."""
    return any(one.severity is not Severity.ADVISES for one in findings)


def nodes(criteria: Criteria) -> tuple[Node, ...]:
    """All rows of the tree from the top."""
    found = []
    for number, criterion in enumerate(criteria.criteria, start=1):
        found.append(Node(str(number), criterion, None))
        found += [
            Node(f"{number}.{below}", criterion, sub) for below, sub in enumerate(criterion.subs, start=1)
        ]
    return tuple(found)


def row(node: Node, criteria: Criteria, lang: Lang, troubled: bool, typing: str | None = None) -> Content:
    """Number, name, points, share, bar, and how it is scored. `typing`: the points being typed."""
    indent = "" if node.sub is None else "  "
    name = fit(f"{indent}{node.number} {node.name.to(lang)}", NAME_WIDTH - 2)
    share = share_of(node.points, criteria)
    points = POINTS.fill(points=show_number(node.points)).to(lang)
    parts = [
        Content.styled("! " if troubled else "  ", "bold $warning"),
        Content.styled(name, "bold") if node.sub is None else Content(name),
        Content(right(points, POINTS_WIDTH))
        if typing is None
        else Content.styled(right(f"{typing}_", POINTS_WIDTH), "reverse bold"),
        Content(right(show_percent(share, 1), SHARE_WIDTH)),
        Content("  "),
    ]
    if node.sub is None:
        return Content.assemble(*parts)
    filled = min(BAR_WIDTH, round(share * BAR_WIDTH / _FULL_BAR))
    parts.append(Content.styled(fit("#" * filled, BAR_WIDTH), "$secondary"))
    parts.append(Content.styled(f" {_how(node.sub, criteria).to(lang)}", "$text-muted"))
    return Content.assemble(*parts)


def _how(sub: SubCriterion, criteria: Criteria) -> Phrase:
    match sub.scoring:
        case Scoring.PRICE:
            return _BY_PRICE
        case Scoring.BASE:
            return _BY_BASE
    steps = {grade.score for grade in criteria.scale}
    return _ANCHORS.fill(have=len(steps & {one.score for one in sub.anchors}), all=len(steps))


def sum_line(criteria: Criteria, lang: Lang) -> Content:
    """配点 940 / 1,000点（残り60点）, and since when the criteria are locked."""
    left = points_left(criteria)
    told = _SUM.fill(given=show_number(given_points(criteria)), total=show_number(criteria.total_points))
    if left > 0:
        rest, style = _LEFT.fill(left=show_number(left)), "bold $warning"
    elif left < 0:
        rest, style = _OVER.fill(over=show_number(-left)), "bold $error"
    else:
        rest, style = _EXACT, "bold $success"
    brackets = ("（", "）") if lang is Lang.JA else (" (", ")")
    parts = [
        Content.styled(told.to(lang), "bold"),
        Content.styled(f"{brackets[0]}{rest.to(lang)}{brackets[1]}", style),
    ]
    if criteria.lock is not None:
        day = show_date(criteria.lock.locked_on, lang)
        parts.append(Content.styled(f"  {_LOCKED.fill(day=day).to(lang)}", "bold $accent"))
    return Content.assemble(*parts)


def about(project: Project, node: Node, lang: Lang, findings: Iterable[Finding]) -> Content:
    """Everything there is to read about a node; findings first."""
    criteria = project.criteria
    points = POINTS.fill(points=show_number(node.points)).to(lang)
    lines: list[str | Content] = [
        Content.styled(f"{node.number} {node.name.to(lang)}  {points}", "bold $primary")
    ]
    lines += [Content.styled(f"! {one.message.to(lang)}", "$warning") for one in findings]
    if node.sub is None:
        lines += _entry(_INTENT, node.criterion.intent, lang)
        lines += _floor(node.criterion.floor, lang)
        return _joined(lines)
    sub = node.sub
    lines += _entry(_LOOKS_AT, sub.looks_at, lang)
    lines += _entry(_SCORING, choice_label(sub.scoring), lang)
    lines += _floor(sub.floor, lang)
    if sub.scoring is Scoring.QUALITY:
        lines += _entry(_WHO, _evaluators(project, sub, lang), lang)
    under = sum(one.scored_under == sub.id for one in project.requirements)
    lines += _entry(_UNDER, _COUNT.fill(n=under), lang)
    if sub.scoring is Scoring.QUALITY:
        lines += ["", Content.styled(_EARNS.to(lang), "bold")]
        anchors = {one.score: one.text for one in sub.anchors}
        for grade in sorted(criteria.scale, key=lambda grade: -grade.score):
            text = anchors.get(grade.score)
            heading = f"{grade.score} {grade.label.to(lang)}（{show_percent(grade.rate)}）"
            lines.append(Content.styled(heading, "$secondary"))
            lines.append(
                Content.styled(f"  {_MISSING.to(lang)}", "$warning")
                if text is None
                else Content(f"  {text.to(lang)}")
            )
    return _joined(lines)


def _joined(lines: Iterable[str | Content]) -> Content:
    return Content("\n").join(Content(one) if isinstance(one, str) else one for one in lines)


def _evaluators(project: Project, sub: SubCriterion, lang: Lang) -> Phrase:
    if not project.evaluators:
        return _NOBODY
    if not sub.evaluators:
        return _ALL
    labels = [one.label for one in project.evaluators if one.id in sub.evaluators]
    return listed(labels)


def _entry(label: Phrase, text: Speakable | None, lang: Lang) -> list[Content]:
    if text is None:
        return []
    return [Content.assemble(Content.styled(f"{label.to(lang)}: ", "bold"), Content(text.to(lang)))]


def _floor(floor: Decimal | None, lang: Lang) -> list[Content]:
    if floor is None:
        return []
    shown = show_percent(floor)
    return _entry(_FLOOR, Phrase(shown, shown), lang)
