"""What people call a place: 2.2 媒体と量, 要件台帳（2.2 媒体と量）, 日程."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from functools import cache

from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.project import Project
from rfp_builder.model.shape import items
from rfp_builder.workspace.document.paths import Place, places

_WHOLE = Phrase("プロジェクト全体", "the whole project")
_SECTIONS = Phrase("業務要件定義書", "business requirements definition")
_REGISTER = Phrase("要件台帳", "requirement register")
WITHIN = Phrase("{outer}（{inner}）", "{outer} ({inner})")
_NAMED = {
    ("rfp",): Phrase("提案依頼書の枠", "Title, contact, dates, gates"),
    ("rfp", "title"): Phrase("件名", "title"),
    ("rfp", "number"): Phrase("管理番号", "number"),
    ("rfp", "client"): Phrase("発注者名", "client"),
    ("rfp", "version"): Phrase("版", "version"),
    ("rfp", "languages"): Phrase("発行する言語", "languages of the RFP"),
    ("rfp", "background"): Phrase("背景", "background"),
    ("rfp", "contact"): Phrase("問い合わせ窓口", "contact"),
    ("rfp", "schedule"): Phrase("日程", "schedule"),
    ("rfp", "gates"): Phrase("応募資格", "gates"),
    ("rfp", "how_to_submit"): Phrase("提出方法", "how to submit"),
    ("rfp", "validity_days"): Phrase("提案の有効期間", "validity of offers"),
    ("rfp", "confidentiality"): Phrase("守秘義務", "confidentiality"),
    ("rfp", "other_terms"): Phrase("その他の条件", "other terms"),
    ("requirements",): _REGISTER,
    ("criteria",): Phrase("評価基準", "criteria"),
    ("staffing",): Phrase("要員計画と想定費用", "staffing and should-cost"),
    ("annex",): Phrase("別紙（業務量資料）", "annex on contact volumes"),
    ("evaluators",): Phrase("評価者", "evaluators"),
    ("agreements",): Phrase("合意の記録", "agreements"),
    ("vendors",): Phrase("提案会社", "vendors"),
    ("issues",): Phrase("発行の記録", "issues"),
    ("proposals",): Phrase("提案", "proposals"),
    ("score_books",): Phrase("採点", "scores"),
}


def label_of(project: Project, path: str) -> Phrase:
    """What a place is called, to the item or the table; never what stands there.

    Raises:
        KeyError: `path` is not written like a path.
    """
    way = places(path)
    if not way:
        return _WHOLE
    if way[0].name == "definition":
        return _item_label(way)
    if way[0].name == "requirements" and way[0].row is not None:
        one = project.requirement(way[0].row)
        return _REGISTER if one is None else WITHIN.fill(outer=_REGISTER, inner=titled(one.item))
    names = tuple(step.name for step in way)
    return _NAMED.get(names[:2]) or _NAMED.get(names[:1]) or _WHOLE


def criterion_at(project: Project, path: str) -> Phrase | None:
    """The name of the criterion or sub-criterion that a place belongs to; no answer stands in it.

    Raises:
        KeyError: `path` is not written like a path.
    """
    steps = {step.name: step.row for step in places(path)}
    criterion = next((one for one in project.criteria.criteria if one.id == steps.get("criteria")), None)
    if criterion is None or next(iter(steps)) != "criteria":
        return None
    named = next((one for one in criterion.subs if one.id == steps.get("subs")), criterion)
    return Phrase(named.name.to(Lang.JA), named.name.to(Lang.EN))


def called(project: Project, paths: Iterable[str]) -> tuple[Phrase, ...]:
    """What places are called, each name once; what is no place, such as what a dialog began, is left out."""
    labels: dict[Phrase, None] = {}
    for path in paths:
        with contextlib.suppress(KeyError):
            labels[label_of(project, path)] = None
    return tuple(labels)


def titled(item_id: str) -> Phrase:
    """The number and title of an item."""
    title = item_text(item_id).title
    return Phrase(f"{item_id} {title.ja}", f"{item_id} {title.en}")


def _item_label(way: tuple[Place, ...]) -> Phrase:
    found = _item_ids().get(".".join(step.name for step in way[1:3]))
    return titled(found) if found else _SECTIONS


@cache
def _item_ids() -> dict[str, str]:
    return {shape.path: item_id for item_id, shape in items().items()}
