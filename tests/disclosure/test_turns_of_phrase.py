"""Withholding a ready requirement raises no alarm over the others, and still keeps its own words in."""

from __future__ import annotations

import pytest

from rfp_builder.catalogue.adopt import localized
from rfp_builder.catalogue.requirements import ReadyRequirement, ready_requirements
from rfp_builder.disclosure.scan import LeakScan
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement, Withholding
from tests.disclosure.packages import docx, paragraph

_READY = ready_requirements()
_WITHHOLDABLE = [one for one in _READY if one.withholdable]


def _taken(one: ReadyRequirement, *, withheld: bool = False) -> Requirement:
    return Requirement(
        id=f"r-{_READY.index(one)}",
        item=one.item,
        statement=localized(one.statement),
        acceptance=localized(one.acceptance),
        rationale=localized(one.rationale),
        source=one.key,
        withholding=Withholding(criterion="s") if withheld else None,
    )


def _printed(one: ReadyRequirement) -> str:
    question = (one.open_question.ja, one.open_question.en) if one.open_question else ()
    shown = (one.statement.ja, one.statement.en, one.acceptance.ja, one.acceptance.en)
    return "".join(paragraph(text) for text in (*(shown if not one.withholdable else ()), *question))


def test_what_is_withheld_does_not_stop_what_is_not() -> None:
    scan = LeakScan.of(Project(requirements=tuple(_taken(one, withheld=one.withholdable) for one in _READY)))
    assert len(_WITHHOLDABLE) > 50
    assert scan.hits("rfp.docx", docx("".join(_printed(one) for one in _READY))) == ()


@pytest.mark.parametrize("one", _WITHHOLDABLE[:30], ids=lambda one: one.key)
def test_its_own_words_are_kept_in(one: ReadyRequirement) -> None:
    scan = LeakScan.of(Project(requirements=(_taken(one, withheld=True),)))
    for text in (one.statement.ja, one.statement.en):
        assert scan.hits("rfp.docx", docx(paragraph("前文。", text)))
        middle = text[len(text) // 6 : -len(text) // 6]
        assert scan.hits("rfp.docx", docx(paragraph("前文。", middle))), middle


def test_what_three_disclosed_requirements_say_is_the_style_of_the_house() -> None:
    phrase = "受託者は、発注者が別途定める統合運用管理規程第三条に従い、"

    def requirement(n: int, ending: str, *, withheld: bool = False) -> Requirement:
        return Requirement(
            id=f"r-{n}",
            item="4.3",
            statement=Localized(ja=phrase + ending),
            withholding=Withholding(criterion="s") if withheld else None,
        )

    hidden = requirement(0, "離席理由を十五分類で記録して要員計画へ反映すること。", withheld=True)
    disclosed = [requirement(n, f"業務{n}を行うこと。") for n in range(1, 4)]
    shown = docx("".join(paragraph(one.statement.ja or "") for one in disclosed))
    assert LeakScan.of(Project(requirements=(hidden, *disclosed[:2]))).hits("rfp.docx", shown)
    assert not LeakScan.of(Project(requirements=(hidden, *disclosed))).hits("rfp.docx", shown)
    told = docx(paragraph("離席理由を十五分類で記録して要員計画へ反映する。"))
    assert LeakScan.of(Project(requirements=(hidden, *disclosed))).hits("rfp.docx", told)
