"""Documents: drafts, the issue, proposals, score books and the ranking, each step told as it goes."""

from __future__ import annotations

from collections.abc import Callable

from rfp_builder.check.finding import Finding
from rfp_builder.cli.plain.copies import clear_copies
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.incoming import collect_books, receive_proposals
from rfp_builder.cli.plain.journal import tell_journal
from rfp_builder.cli.plain.listing import Listing, leaves
from rfp_builder.cli.plain.proposals import proposals
from rfp_builder.cli.plain.ranking import make_ranking
from rfp_builder.cli.plain.replies import Command
from rfp_builder.cli.plain.scoring import tell_scoring
from rfp_builder.i18n import Phrase
from rfp_builder.model.rfp import Issue
from rfp_builder.text.show import show_date
from rfp_builder.workspace.issuing import Issued, draft, issue, standing_in_the_way
from rfp_builder.workspace.scoring import make_score_books
from rfp_builder.workspace.states import state_of
from rfp_builder.workspace.tidings import (
    BOOKS_MADE,
    DRAFTED,
    HAND_OUT,
    ISSUE_IS_FINAL,
    ISSUED,
    NOTHING_ISSUED,
    SURE_TO_ISSUE,
    WITH_ANNEX,
)

_TITLE = Phrase("== 文書・提案・採点・評価結果 ==", "== Documents, scores and ranking ==")
_STATE = Phrase(
    "状態: {state}。発行 {issues}回、提案 {proposals}社、採点表 {books}冊",
    "State: {state}. Issued {issues} times, {proposals} proposals, {books} score books",
)
_ISSUE = Phrase("版 {version}（{day}発行）: {files}", "Version {version}, issued {day}: {files}")
_STEPS = (
    Phrase("下書きを作る", "Make drafts"),
    Phrase("提案依頼書と回答書を発行する", "Issue the RFP and the response workbook"),
    Phrase("提案会社の回答書を受領する", "Receive vendors' workbooks"),
    Phrase("採点表を作る", "Make score books"),
    Phrase("評価者の採点表を取り込む", "Collect score books"),
    Phrase("集計して評価結果を作る", "Work out the ranking"),
    Phrase(
        "届いた提案を見る（会社名の訂正、受領の取り消し）", "Proposals received (mend a name, take one back)"
    ),
    Phrase("採点の状況を見る", "Who has scored"),
    Phrase("記録（だれが、いつ、何をしたか）を見る", "Journal: who did what when"),
    Phrase("変更が重なったときの控えを片付ける", "Copies kept where changes met"),
)
_HINT = Phrase(
    "入力: 番号 [? 説明  < 戻る  m メニュー  q 終了]", "Type a number [? help  < back  m menu  q end]"
)
_SHORT = Phrase(
    "入力: 番号 [l 一覧をもう一度  ? 説明  < 戻る  m メニュー  q 終了]",
    "Type a number [l the list again  ? help  < back  m menu  q end]",
)
_HELP = Phrase(
    "提案依頼書（Word）と回答書（Excel）を作って送り、届いた回答書と採点表を取り込み、順位を出すまでの作業です。"
    "発行の前に、評価基準の合意と固定が必要です。",
    "RFP (Word) and response workbook (Excel) are written here; proposals and score books come in, and the "
    "ranking is worked out. The criteria must be agreed and locked before the issue.",
)
_FOLDER = Phrase("プロジェクトのフォルダ: {path}", "Folder of the project: {path}")
_LEFT = Phrase("発行していません。", "Nothing was issued.")
_THERE = Phrase("> で指摘の箇所に順に移れます。", "> leads to them in turn.")
_VENDORS = Phrase("提案会社へ送るもの: {path}", "For vendors: {path}")
_DRAFT = Phrase("下書き: {path}", "Draft: {path}")
_INTERNAL = Phrase("社内用（社外秘）: {path}", "Internal (confidential): {path}")


def documents(desk: Desk) -> None:
    """Tell the steps and take the one that is asked for, until somebody goes back.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    ways: tuple[Callable[[Desk], None], ...] = (
        _draft,
        _issue,
        receive_proposals,
        _score_books,
        collect_books,
        make_ranking,
        proposals,
        tell_scoring,
        tell_journal,
        clear_copies,
    )
    listing, told = Listing(desk), list[str]()
    while True:
        _tell(desk, told)
        chosen = listing.choose([desk.in_words(label) for label in _STEPS], _HINT, _SHORT)
        if isinstance(chosen, int):
            ways[chosen](desk)
        elif leaves(chosen):
            return
        elif chosen.command is Command.HELP:
            desk.say(_HELP)
        elif not heed(desk, chosen):
            not_here(desk, chosen)


def _tell(desk: Desk, told: list[str]) -> None:
    """The title, and what is different of the state since it was told."""
    project = desk.project
    desk.say()
    desk.say(_TITLE)
    state = _STATE.fill(
        state=state_of(project).label,
        issues=len(project.issues),
        proposals=len(project.current_proposals()),
        books=len(project.score_books),
    )
    lines = [state, *(_issued_line(desk, one) for one in project.issues)]
    lines.append(_FOLDER.fill(path=desk.document.folder))
    said = list(map(desk.in_words, lines))
    for line in said:
        if line not in told:
            desk.say(line)
    told[:] = said


def _issued_line(desk: Desk, one: Issue) -> Phrase:
    files = ", ".join(file.name for file in one.files)
    return _ISSUE.fill(version=one.version, day=show_date(one.issued_on, desk.lang), files=files)


def _draft(desk: Desk) -> None:
    done = desk.step(lambda workspace: draft(workspace, desk.today, desk.say))
    if done is not None:
        desk.say(DRAFTED)
        _tell_files(desk, done, _DRAFT)


def _issue(desk: Desk) -> None:
    found = desk.attempt(lambda: standing_in_the_way(desk.project, desk.today))
    if found is None or _tell_blocked(desk, found):
        return
    desk.say(ISSUE_IS_FINAL)
    if not desk.sure(SURE_TO_ISSUE.fill(version=desk.project.rfp.version)):
        desk.say(_LEFT)
        return
    done = desk.step(lambda workspace: issue(workspace, desk.today, desk.say))
    if done is not None and not _tell_blocked(desk, done.blocked_by):
        desk.say(ISSUED)
        _tell_files(desk, done, _VENDORS)


def _tell_blocked(desk: Desk, found: tuple[Finding, ...]) -> bool:
    """Tell what stands in the way; whether something does."""
    if found:
        desk.say(NOTHING_ISSUED)
    for one in found:
        desk.say(f"  {desk.in_words(one.message)} {desk.in_words(one.remedy)}")
    if found:
        desk.say(_THERE)
    return bool(found)


def _tell_files(desk: Desk, done: Issued, for_vendors: Phrase) -> None:
    for phrase, paths in ((for_vendors, done.for_vendors), (_INTERNAL, done.internal)):
        for path in paths:
            desk.say(phrase.fill(path=path))
    if done.with_annex:
        desk.say(WITH_ANNEX)


def _score_books(desk: Desk) -> None:
    paths = desk.step(lambda workspace: make_score_books(workspace, desk.lang))
    if paths is not None:
        desk.say(BOOKS_MADE)
        desk.say(HAND_OUT)
        for path in paths:
            desk.say(f"  {path}")
