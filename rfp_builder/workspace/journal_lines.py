"""The journal as people read it: who did what when, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from rfp_builder.i18n import Lang, Phrase, listed
from rfp_builder.model.project import Project
from rfp_builder.store.journal import Entry
from rfp_builder.workspace.document.labels import called
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
    "received-refused": Phrase("読めない回答書を保管", "kept an unreadable workbook"),
    "received-withdrawn": Phrase("提案の受領を取り消し", "took back a proposal"),
    "vendor-renamed": Phrase("会社名を訂正", "corrected a vendor's name"),
    "score-books-made": Phrase("採点表を作成", "made score books"),
    "score-book-collected": Phrase("採点表を取り込み", "collected scores"),
    "score-book-refused": Phrase("読めない採点表を保管", "kept an unreadable score book"),
    "history-taken": Phrase("件数の履歴を取り込み", "took in a history of contacts"),
    "workload-filled": Phrase("要員計画を定義に記入", "filled the staffing plan into the definition"),
    "workload-set": Phrase("要員計画の設定を変更", "changed settings of the staffing plan"),
    "annex-made": Phrase("業務量資料を作成", "made the volume annex"),
    "annex-removed": Phrase("業務量資料を削除", "removed the volume annex"),
    "evaluated": Phrase("評価結果を作成", "calculated the ranking"),
    "changed-outside": Phrase("ほかの手段で変更された跡", "project.json was changed outside"),
    "save-interrupted": Phrase("保存の中断から復旧", "recovered from an interrupted save"),
}


_OF = Phrase("{what}: {of}", "{what}: {of}")
_TIMES = Phrase("{what}（{n}回）", "{what} ({n} times)")
_VERSION = Phrase("版 {version}", "version {version}")
_SUBMISSION = Phrase("{vendor}（{n}回目）", "{vendor} (no. {n})")


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
    entries = reversed(list(workspace.store.journal().entries()))
    for (action, who), run in groupby(entries, key=lambda entry: (entry.action, entry.who)):
        for deed in [list(run)] if action == "edited" else [[entry] for entry in run]:
            at = datetime.fromisoformat(deed[0].at).astimezone()
            yield JournalLine(deed[0].number, f"{at:%Y-%m-%d %H:%M}", who, _what(workspace.project, deed))


def _what(project: Project, run: list[Entry]) -> Phrase:
    """What was done, how often, and of what; never what stands in the project."""
    action = run[0].action
    what = _ACTIONS.get(action) or Phrase(action, action)
    if len(run) > 1:
        what = _TIMES.fill(what=what, n=len(run))
    of = _edited(project, run) if action == "edited" else _of(project, run[0].details)
    return what if of is None else _OF.fill(what=what, of=of)


def _edited(project: Project, run: list[Entry]) -> Phrase | None:
    """Where the edits were, as far as a place is still called so."""
    places = [entry.details.get("places") for entry in run]
    labels = called(project, (str(one) for found in places if isinstance(found, list) for one in found))
    if not labels:
        return None
    return listed(labels)


def _of(project: Project, details: Mapping[str, object]) -> Phrase | None:
    """Whose, or which one: the vendor, the evaluator, the version."""
    if "vendor" in details:
        vendor = str(details["vendor"])
        n = details.get("submission")
        return Phrase(vendor, vendor) if n is None else _SUBMISSION.fill(vendor=vendor, n=n)
    if "evaluator" in details:
        known = {one.id: one.label for one in project.evaluators}
        label = known.get(str(details["evaluator"]))
        return None if label is None else Phrase(label.to(Lang.JA), label.to(Lang.EN))
    if "version" in details:
        return _VERSION.fill(version=details["version"])
    return None if "to" not in details else Phrase(str(details["to"]), str(details["to"]))
