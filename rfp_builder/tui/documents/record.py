"""The journal: who did what when, the newest first."""

from __future__ import annotations

from textual.content import Content

from rfp_builder.errors import Problem
from rfp_builder.i18n import Phrase
from rfp_builder.tui.documents.pane import Pane, table

_HEADINGS = (Phrase("番号", "No."), Phrase("日時", "When"), Phrase("だれ", "Who"), Phrase("何を", "What"))
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
    "vendor-renamed": Phrase("会社名を訂正", "corrected a vendor's name"),
    "score-books-made": Phrase("採点表を作成", "made score books"),
    "score-book-collected": Phrase("採点表を取り込み", "collected a score book"),
    "score-book-refused": Phrase("読めない採点表を保管", "kept a score book that cannot be read"),
    "evaluated": Phrase("評価結果を作成", "calculated the ranking"),
    "changed-outside": Phrase("ほかの手段で変更された跡", "project.json was changed outside"),
    "save-interrupted": Phrase("保存の中断から復旧", "recovered from an interrupted save"),
}
_MOST = 300


class RecordPane(Pane):
    """The last entries; runs of edits by one person are drawn together."""

    TITLE = Phrase("記録", "Journal")
    LEAD = Phrase(
        "だれが、いつ、何をしたかの記録です。書き換えると検査で分かります。",
        "Who did what and when. Any tampering would be noticed.",
    )

    def view(self) -> Content:
        """See `Pane`."""
        try:
            entries = list(self.front.session.document.workspace.store.journal().entries())
        except Problem as problem:
            return Content("\n".join(problem.lines(self.front.lang)))
        rows: list[tuple[str, str, str, str]] = []
        last: tuple[str, str] | None = None
        for entry in reversed(entries):
            if entry.action == "edited" and last == ("edited", entry.who):
                continue
            last = (entry.action, entry.who)
            action = _ACTIONS.get(entry.action)
            what = self.say(action) if action is not None else entry.action
            rows.append((str(entry.number), entry.at[:16].replace("T", " "), entry.who, what))
            if len(rows) == _MOST:
                break
        return table([self.say(one) for one in _HEADINGS], rows, (5, 16, 14, 36))
