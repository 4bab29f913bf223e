"""The frame of the RFP: what a vendor must read before anything else."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, Look, Rule, rule
from rfp_builder.i18n import Phrase

_MISSING = Phrase("提案依頼書の「{label}」が未記入です。", "The RFP has no {label} yet.")
_ASKED = (
    (
        "title",
        Severity.BLOCKS,
        Phrase("件名", "title"),
        Phrase("表紙に載せる件名を記入してください。", "Enter the title for the cover page."),
    ),
    (
        "client",
        Severity.BLOCKS,
        Phrase("発注者名", "name of the client"),
        Phrase(
            "発注する組織の正式名称を記入してください。", "Enter the full name of the organisation that buys."
        ),
    ),
    (
        "background",
        Severity.BLOCKS,
        Phrase("背景", "background"),
        Phrase(
            "なぜ委託するのか、何を期待するのかを、提案会社が判断できるように書いてください。",
            "Say why the work is outsourced and what is hoped for, so that vendors can judge whether to bid.",
        ),
    ),
    (
        "contact",
        Severity.BLOCKS,
        Phrase("問い合わせ窓口", "contact"),
        Phrase(
            "質問と提案を受け付ける窓口（部署名と連絡先）を記入してください。",
            "Enter the desk that takes questions and proposals, and how to reach it.",
        ),
    ),
    (
        "how_to_submit",
        Severity.BLOCKS,
        Phrase("提出方法", "instructions for submission"),
        Phrase(
            "何を、どの形式で、どこへ提出するのかを書いてください。",
            "Say what to hand in, in which format and where.",
        ),
    ),
    (
        "confidentiality",
        Severity.WARNS,
        Phrase("秘密の取り扱い", "confidentiality clause"),
        Phrase(
            "提案依頼書で知り得た情報の扱いと、提案書の返却・廃棄について書いてください。",
            "Say how vendors treat what they learn here, and what becomes of their proposals.",
        ),
    ),
    (
        "validity_days",
        Severity.WARNS,
        Phrase("提案の有効期間", "period for which offers bind"),
        Phrase(
            "提出期限から何日間、提案と見積が有効かを記入してください。",
            "Enter for how many days after the deadline an offer binds.",
        ),
    ),
)


def _asks_for(name: str, label: Phrase, remedy: Phrase) -> Look:
    def look(context: Context) -> Iterator[Hit]:
        if getattr(context.project.rfp, name) is None:
            yield Hit(f"rfp.{name}", _MISSING.fill(label=label), remedy)

    return look


RULES = tuple(
    Rule(
        f"rfp.{name.replace('_', '-')}",
        severity,
        Phrase(f"提案依頼書の{label.ja}", f"RFP: {label.en}"),
        _asks_for(name, label, remedy),
    )
    for name, severity, label, remedy in _ASKED
)


@rule("rfp.contact-way", Severity.BLOCKS, "窓口への連絡方法", "How to reach the desk")
def contact_way(context: Context) -> Iterator[Hit]:
    """The desk has neither e-mail nor telephone."""
    contact = context.project.rfp.contact
    if contact is not None and contact.email is None and contact.phone is None:
        yield Hit(
            "rfp.contact",
            Phrase(
                "問い合わせ窓口に、メールアドレスも電話番号もありません。",
                "The contact has neither an e-mail address nor a telephone number.",
            ),
            Phrase(
                "質問は記録が残るメールで受けるのが確実です。メールアドレスを記入してください。",
                "Enter an e-mail address: questions should leave a record.",
            ),
        )


@rule("rfp.languages", Severity.BLOCKS, "提案依頼書の言語", "Languages of the RFP")
def languages(context: Context) -> Iterator[Hit]:
    """No language is chosen."""
    if not context.project.rfp.languages:
        yield Hit(
            "rfp.languages",
            Phrase("提案依頼書を発行する言語が選ばれていません。", "No language is chosen for the RFP."),
            Phrase("日本語、英語、または両方を選んでください。", "Choose Japanese, English or both."),
        )
