"""Texts of the withholding screen: rows, gauge, what we know, what a vendor will read."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.check.finding import Finding
from rfp_builder.check.places import called, given_id
from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.text.show import show_number
from rfp_builder.tui.widths import cut, filled
from rfp_builder.workspace.document.labels import titled
from rfp_builder.workspace.withholding_view import (
    May,
    VendorLine,
    Verdict,
    hanging_subs,
    points_hanging,
    verdict,
)

_BAR = 20
_TROUBLE, _STATE, _ITEM, _ID, _MAY = 2, 12, 5, 8, 15
_LEAST = 10
_GAUGE = Phrase("非開示の要件に懸かる配点 {points} / {cap}点", "Points on what is withheld {points} of {cap}")
_OVER = Phrase("! 上限を超えています", "! above the cap")
_COUNT = Phrase("非開示 {n}件", "{n} withheld")
_SUB = Phrase("{name} {points}点（{n}件）", "{name} {points} ({n})")
_WITHHELD = Phrase("* 非開示", "* withheld")
_DISCLOSED = Phrase("  開示", "  disclosed")
_LEAKS = Phrase(
    "! 提案会社が読む文の {n}か所が、非開示の内容に触れています。直すまで発行できません（F2 で開きます）。",
    "! {n} texts that vendors read give away what is withheld. Nothing can be issued until they are mended; "
    "F2 goes to them.",
)
_BEFORE_ISSUE = Phrase(
    "発行すると、開示・非開示、代わりの問い、採点する評価細目は変えられません。",
    "Once the RFP is issued, none of this can change.",
)
_AFTER_ISSUE = Phrase(
    "発行済みです。ここでは何も変えられません。変更は変更管理の手順で行います。",
    "The RFP is out: nothing can be changed here. A change goes through change control.",
)
_NOT_WITHHELD = Phrase("開示しています。", "It is disclosed.")
_SCORED = Phrase("採点する評価細目", "Scored under")
_QUESTION = Phrase("代わりの問い", "Open question in its place")
_NO_QUESTION = Phrase("（なし。提案会社には何も尋ねません）", "(none: vendors are not asked anything)")
_GUIDE = Phrase("採点の手引き", "Guide for scorers")
_NO_GUIDE = Phrase("（まだありません。Enter で書けます）", "(none yet; Enter to write it)")
_REASON = Phrase("非開示にする理由", "Why it is withheld")
_ACCEPTANCE = Phrase("確認方法", "How fulfilment is checked")
_RATIONALE = Phrase("必要な理由", "Why it is needed")
_PRIORITY = Phrase("優先度", "Priority")
_ITEM_OF = Phrase("{item} のうち提案会社が読む文", "What vendors read under {item}")
_NOTHING = Phrase("（この要件については何も載りません）", "(nothing at all about this requirement)")
_EMPTY_ITEM = Phrase("（この項目には何も載りません）", "(nothing at all under this item)")
_MAKING = Phrase("提案会社に見える文を作っています...", "Preparing what vendors will read...")
_SIGNS = {May.YES: "v ", May.CARE: "- ", May.NO: "! "}
_STYLES = {May.YES: "$success", May.CARE: "$warning", May.NO: "$text-muted"}


def row(one: Requirement, lang: Lang, width: int, troubled: bool) -> Content:
    """Whether it is withheld, its item and id, whether it may be, and its first words."""
    withheld = one.withholding is not None
    found = verdict(one)
    state = _WITHHELD if withheld else _DISCLOSED
    rest = max(_LEAST, width - _TROUBLE - _STATE - _ITEM - _ID - _MAY)
    return Content.assemble(
        Content.styled("! " if troubled else "  ", "bold $error"),
        Content.styled(_fit(state.to(lang), _STATE), "bold $accent" if withheld else "$text-muted"),
        Content(_fit(one.item, _ITEM)),
        Content(_fit(given_id(one.id), _ID)),
        Content.styled(_fit(f"{_SIGNS[found.may]}{_short(found).to(lang)}", _MAY), _STYLES[found.may]),
        Content(cut(" ".join(one.statement.to(lang).split()), rest)),
    )


_SHORT = {
    May.YES: Phrase("非開示可", "may withhold"),
    May.CARE: Phrase("要検討", "think first"),
    May.NO: Phrase("開示が必要", "must be told"),
}


def _short(found: Verdict) -> Phrase:
    return _SHORT[found.may]


def gauge(project: Project, lang: Lang, leaks: int) -> Content:
    """Points that hang on what is withheld against the cap, and what stands in the way."""
    hanging = points_hanging(project)
    full = hanging.cap or 1
    filled = min(_BAR, int(hanging.points * _BAR / full))
    style = "bold $error" if hanging.over else "bold $success"
    told = _GAUGE.fill(points=show_number(hanging.points), cap=show_number(hanging.cap))
    count = sum(hanging.by_sub.values())
    lines = [
        Content.assemble(
            Content.styled(told.to(lang), "bold"),
            Content.styled(f"  [{'#' * filled}{'-' * (_BAR - filled)}]  ", style),
            Content.styled(_OVER.to(lang), style) if hanging.over else Content(_COUNT.fill(n=count).to(lang)),
        )
    ]
    parts = [
        _SUB.fill(name=sub.name, points=show_number(sub.points), n=hanging.by_sub[sub.id]).to(lang)
        for sub in hanging_subs(project)
    ]
    if parts:
        lines.append(Content.styled(("、" if lang is Lang.JA else ", ").join(parts), "$text-muted"))
    if leaks:
        lines.append(Content.styled(_LEAKS.fill(n=leaks).to(lang), "bold $error"))
    closing = _AFTER_ISSUE if project.issues else _BEFORE_ISSUE
    lines.append(Content.styled(closing.to(lang), "bold $accent" if project.issues else "$text-muted"))
    return Content("\n").join(lines)


def known(project: Project, one: Requirement, lang: Lang, findings: Iterable[Finding]) -> Content:
    """All that we know of a requirement, and why it may or may not be withheld. Confidential."""
    found = verdict(one)
    lines = [
        Content.styled(f"{titled(one.item).to(lang)}  {called(project, one.id).to(lang)}", "bold $primary"),
        Content(one.statement.to(lang)),
        Content.styled(
            f"{_SIGNS[found.may]}{found.may.label.to(lang)}: {found.reason.to(lang)}", _STYLES[found.may]
        ),
    ]
    lines += [Content.styled(f"! {finding.message.to(lang)}", "$warning") for finding in findings]
    withholding = one.withholding
    if withholding is None:
        lines.append(Content(_NOT_WITHHELD.to(lang)))
    else:
        sub = project.criteria.sub(withholding.criterion)
        scored: Speakable = Phrase("-", "-")
        if sub is not None:
            scored = _POINTED.fill(name=sub.name, points=show_number(sub.points))
        lines += [
            _entry(_SCORED, scored, lang),
            _entry(_QUESTION, withholding.open_question or _NO_QUESTION, lang),
            _entry(_GUIDE, withholding.guide or _NO_GUIDE, lang),
        ]
        lines += _given(_REASON, withholding.reason, lang)
    lines.append(_entry(_PRIORITY, choice_label(one.priority), lang))
    lines += _given(_ACCEPTANCE, one.acceptance, lang)
    lines += _given(_RATIONALE, one.rationale, lang)
    return Content("\n").join(lines)


_POINTED = Phrase("{name}（{points}点）", "{name} ({points} points)")


def read_by_vendors(one: Requirement, lines: tuple[VendorLine, ...] | None, lang: Lang) -> Content:
    """The lines of the item as they will be printed; what stands for this requirement is bold."""
    if lines is None:
        return Content.styled(_MAKING.to(lang), "$text-muted")
    shown = [Content.styled(_ITEM_OF.fill(item=titled(one.item)).to(lang), "bold $primary")]
    if not any(line.own for line in lines):
        shown.append(Content.styled(_NOTHING.to(lang), "bold $accent"))
    for line in lines:
        text = Content(f"{line.number} {line.text}")
        shown.append(text.stylize("bold $accent") if line.own else text.stylize("$text-muted"))
    if not lines:
        shown.append(Content.styled(_EMPTY_ITEM.to(lang), "$text-muted"))
    return Content("\n").join(shown)


def _given(label: Phrase, text: Localized | None, lang: Lang) -> list[Content]:
    return [] if text is None else [_entry(label, text, lang)]


def _entry(label: Phrase, text: Speakable, lang: Lang) -> Content:
    return Content.assemble(Content.styled(f"{label.to(lang)}: ", "bold"), Content(text.to(lang)))


def _fit(text: str, width: int) -> str:
    return filled(text, width - 1) + " "
