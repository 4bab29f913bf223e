"""The parts of a project in the order of the road: where each is worked on, and what it is called.

The first frame of the wizard shows these names before the model and the catalogue are there; a test holds
them to both.
"""

from __future__ import annotations

from dataclasses import dataclass

from rfp_builder.i18n import Phrase


@dataclass(frozen=True, slots=True)
class Part:
    """A line of the task list. `place` is what `road.go` takes."""

    place: str
    title: Phrase


SECTIONS = (
    Part("definition.overview", Phrase("1 概要", "1 Overview")),
    Part("definition.work", Phrase("2 業務内容", "2 Work")),
    Part("definition.people", Phrase("3 人材マネジメント", "3 People")),
    Part("definition.operations", Phrase("4 運営管理方法", "4 Operations")),
    Part("definition.ict", Phrase("5 情報通信システム", "5 ICT")),
    Part("definition.price", Phrase("6 価格設定・支払", "6 Price and payment")),
    Part("definition.additional", Phrase("7 追加資料", "7 Additional matters")),
)
"""The seven sections of the definition."""

OTHERS = (
    Part("rfp", Phrase("件名・窓口・日程・応募資格", "Title, contact, dates, gates")),
    Part("requirements", Phrase("要件台帳", "Requirement register")),
    Part("staffing", Phrase("要員計画と想定費用", "Staffing and should-cost")),
    Part("criteria", Phrase("評価基準と評価者", "Criteria and evaluators")),
    Part("withholding", Phrase("非開示にする要件", "Withheld requirements")),
    Part("documents", Phrase("文書・提案・採点・評価結果", "Documents, scores and ranking")),
)
"""What follows them."""


def section_number(stem: str) -> int | None:
    """The number of the section called `stem` (`overview`), from 1; None where there is none."""
    places = [part.place for part in SECTIONS]
    place = f"definition.{stem}"
    return places.index(place) + 1 if place in places else None
