"""The check and the scan of finished files agree on what quotes a withheld requirement."""

from __future__ import annotations

from typing import Any

import pytest

from rfp_builder.check.report import check
from rfp_builder.disclosure.scan import LeakScan
from tests.check.builders import TODAY, project, t
from tests.disclosure.packages import docx, paragraph

_PLACE = "requirements[r-06]"
_PHRASE = "受託者は、発注者が別途定める統合運用管理規程第三条に従い、"
_ABOUT = {
    f"{_PLACE}.statement": t(f"{_PHRASE}離席理由を十五分類で記録して要員計画へ反映すること。"),
    f"{_PLACE}.acceptance": t("分類の一覧と、要員計画へ反映した結果の報告書を毎月確認する。"),
    f"{_PLACE}.rationale": t("離席の実態が分からず、要員計画の精度が上がらないため。"),
    f"{_PLACE}.withholding.guide": t("十分類以上で満点。"),
}
_STYLE = {f"requirements[r-0{n}].statement": t(f"{_PHRASE}業務を行うこと。") for n in (1, 2, 3)}
_SHORT = {f"{_PLACE}.statement": t("座席表を色分けすること。")}
_RULES = {"disclosure.quote", "disclosure.question-quotes"}


@pytest.mark.parametrize(
    ("changes", "text", "quotes"),
    [
        ({}, "離席理由を十五分類で記録して要員計画へ反映する。", True),
        ({}, "要員計画へ反映した結果の報告書を毎月確認したい。", True),
        ({}, "離席の実態が分からず、要員計画の精度が上がらない。", True),
        ({}, "採点は、十分類以上で満点。", True),
        ({}, f"{_PHRASE}業務を行うこと。", True),
        ({}, "離席の理由を減らす。", False),
        (_STYLE, f"{_PHRASE}業務を行うこと。", False),
        (_STYLE, "離席理由を十五分類で記録して要員計画へ反映する。", True),
        (_SHORT, "特に「座席表を色分けすること。」を望む。", True),
        (_SHORT, "座席表を色で分ける。", False),
        (
            {"requirements[r-01].acceptance": _ABOUT[f"{_PLACE}.acceptance"]},
            "分類の一覧と、要員計画へ反映した結果の報告書を毎月確認する。",
            False,
        ),
    ],
)
@pytest.mark.parametrize("where", ["rfp.background", f"{_PLACE}.withholding.open_question"])
def test_the_check_finds_what_the_scan_refuses(
    where: str, changes: dict[str, Any], text: str, quotes: bool
) -> None:
    made = project({**_ABOUT, **changes, where: t(text)})
    found = {one.path for one in check(made, TODAY).findings if one.rule in _RULES}
    assert (where in found) is quotes
    assert bool(LeakScan.of(made).hits("rfp.docx", docx(paragraph(text)))) is quotes


def test_an_open_question_may_not_quote_another_withheld_requirement() -> None:
    other = f"{_PLACE}.withholding.open_question"
    secret = "離席理由を十五分類で記録して要員計画へ反映すること。"
    hidden = {"requirements[r-01].statement": t(secret), "requirements[r-01].withholding": {"criterion": "s"}}
    findings = check(project({**hidden, other: t(secret)}), TODAY).findings
    assert [one.rule for one in findings if one.path == other and one.rule in _RULES] == ["disclosure.quote"]


def test_the_confidential_answer_is_called_by_its_item_and_label() -> None:
    changes: dict[str, Any] = {"rfp.background": t("現在は架空テレマ株式会社が担っている。")}
    found = check(project(changes), TODAY).findings
    told = [one.message for one in found if one.rule == "disclosure.confidential-quote"]
    assert [one.ja for one in told] == [
        "提案会社が読む文に、社外秘の欄（1.5 現状の「現在の委託先」）と同じ記載があります。"
    ]
    assert "(“Incumbent” of 1.5 Current operation)" in told[0].en
