"""Every answer part by part, with what is wrong on top of each item; a number leads to the place."""

from __future__ import annotations

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.findings import MARKS
from rfp_builder.cli.plain.leaving import GoTo
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.replies import Command
from rfp_builder.i18n import Phrase
from rfp_builder.text.fold import fold
from rfp_builder.workspace.reviewing import ReviewLine, Says, review

_TITLE = Phrase(
    "== 回答の確認（必要な回答 {required}件のうち {answered}件） ==",
    "== Review ({answered} of {required} required answers) ==",
)
_PART = Phrase("{title}（指摘{n}件）", "{title} (findings: {n})")
_CLEAN_PART = Phrase("{title}", "{title}")
_PARTS = Phrase(
    "入力: 確認する章の番号、k 指摘だけ／すべて [? 説明  < 戻る  m メニュー  q 終了]",
    "Type the number of a part, k for findings only or everything [? help  < back  m menu  q end]",
)
_LINES = Phrase(
    "入力: 変える箇所の番号 [Enter 続き  < 章の一覧へ  m メニュー  q 終了]",
    "Type a number to change it [Enter more  < back to the parts  m menu  q end]",
)
_HELP = Phrase(
    "章を選ぶと、回答と指摘を上から順にお伝えします。社内だけの回答も含みます。",
    "A part is told answer by answer, findings first. Answers that no vendor sees are among them.",
)
_ONLY = Phrase("指摘だけをお伝えします。", "Findings only.")
_EVERYTHING = Phrase("すべての回答をお伝えします。", "Every answer.")
_ITEM = Phrase("【{label}】", "[{label}]")
_ANSWER = Phrase("{label}: {text}", "{label}: {text}")
_FINDING = Phrase("{mark}: {label}{text}", "{mark}: {label} {text}")
_ROW = Phrase("行 {label} / {text}", "row {label} / {text}")
_BARE_ROW = Phrase("行 {label}", "row {label}")
_NOTHING = Phrase("指摘はありません。", "There are no findings.")
_FINDINGS_WORDS = frozenset(("k", "指摘", "findings"))


def read_review(desk: Desk) -> None:
    """Let a part be chosen and tell it, until somebody goes back or to a place.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    listing, only = Listing(desk), False
    while True:
        total = desk.report.total
        lines = review(desk.project, desk.report.findings, desk.lang)
        heads = [one for one in lines if one.says is Says.PART]
        desk.say()
        desk.say(_TITLE.fill(required=total.required, answered=total.answered))
        chosen = listing.choose([_part(desk, head, lines) for head in heads], _PARTS)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            _tell(desk, heads[chosen], only=only)
        elif chosen.command is Command.HELP:
            desk.say(_HELP)
        elif chosen.command is None and fold(chosen.text) in _FINDINGS_WORDS:
            only = not only
            desk.say(_ONLY if only else _EVERYTHING)
        elif not heed(desk, chosen):
            not_here(desk, chosen)


def _part(desk: Desk, head: ReviewLine, lines: tuple[ReviewLine, ...]) -> str:
    n = sum(1 for one in lines if one.part == head.part and one.says is Says.FINDING)
    # Without the number of a section, which is that of the line.
    title = head.label.removeprefix(f"{head.part} ")
    return desk.in_words((_PART if n else _CLEAN_PART).fill(title=title, n=n))


def _tell(desk: Desk, head: ReviewLine, *, only: bool) -> None:
    listing = Listing(desk)
    while True:
        found = [
            one
            for one in review(desk.project, desk.report.findings, desk.lang, findings_only=only)
            if one.part == head.part and one.says is not Says.PART
        ]
        desk.say()
        desk.say(f"== {head.label} ==")
        if not found:
            desk.say(_NOTHING)
            return
        chosen = listing.choose([_said(desk, one) for one in found], _LINES)
        if leaves(chosen):
            return
        if isinstance(chosen, int):
            raise GoTo(found[chosen].path)
        if not heed(desk, chosen, head.path):
            not_here(desk, chosen)


def _said(desk: Desk, line: ReviewLine) -> str:
    said = {"label": line.label, "text": line.text}
    match line.says:
        case Says.ITEM:
            return desk.in_words(_ITEM.fill(label=line.label))
        case Says.FINDING if line.severity is not None:
            return desk.in_words(_FINDING.fill(mark=MARKS[line.severity], **said))
        case Says.ROW:
            return desk.in_words((_ROW if line.text else _BARE_ROW).fill(**said))
    return desk.in_words(_ANSWER.fill(**said))
