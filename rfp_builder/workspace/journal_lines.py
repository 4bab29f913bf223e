"""The journal as people read it: who did what when, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rfp_builder.i18n import Phrase
from rfp_builder.workspace.workspace import Workspace

_ACTIONS = {
    "new": Phrase("プロジェクトを作成", "created the project"),
    "edited": Phrase("内容を編集", "edited"),
    "criteria-signed": Phrase("評価基準に合意", "agreed to the criteria"),
    "criteria-locked": Phrase("評価基準を固定", "locked the criteria"),
    "criteria-imported": Phrase("評価基準を取り込み", "imported criteria from a workbook"),
    "definition-imported": Phrase("定義を取り込み", "imported the definition from a workbook"),
    "register-imported": Phrase("要件台帳を取り込み", "imported the register from a workbook"),
    "withheld": Phrase("非開示の選択を変更", "changed what is withheld"),
    "disclosed": Phrase("非開示の選択を変更", "changed what is withheld"),
    "issued": Phrase("提案依頼書を発行", "issued the RFP"),
    "received": Phrase("提案を受領", "received a proposal"),
    "received-refused": Phrase("読めない回答書を保管", "kept a workbook that cannot be read"),
    "received-withdrawn": Phrase("提案の受領を取り消し", "took back a proposal"),
    "vendor-renamed": Phrase("会社名を訂正", "corrected a vendor's name"),
    "score-books-made": Phrase("採点表を作成", "made score books"),
    "score-book-collected": Phrase("採点表を取り込み", "collected a score book"),
    "score-book-refused": Phrase("読めない採点表を保管", "kept a score book that cannot be read"),
    "evaluated": Phrase("評価結果を作成", "calculated the ranking"),
    "changed-outside": Phrase("ほかの手段で変更された跡", "project.json was changed outside"),
    "save-interrupted": Phrase("保存の中断から復旧", "recovered from an interrupted save"),
}


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One deed, or a run of edits by one person, told by the last. `at` is local time to the minute."""

    number: int
    at: str
    who: str
    what: Phrase


def journal_lines(workspace: Workspace) -> Iterator[JournalLine]:
    """The deeds, the newest first.

    Raises:
        Refused: the journal is broken.
    """
    last: tuple[str, str] | None = None
    for entry in reversed(list(workspace.store.journal().entries())):
        if entry.action == "edited" and last == ("edited", entry.who):
            continue
        last = (entry.action, entry.who)
        what = _ACTIONS.get(entry.action) or Phrase(entry.action, entry.action)
        yield JournalLine(entry.number, entry.at[:16].replace("T", " "), entry.who, what)
