"""Which names a template may use, and what each of them is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rfp_builder.i18n import Phrase


@dataclass(frozen=True, slots=True)
class Text:
    """A text, written ``{{ name }}``; also usable as a condition."""

    about: Phrase


@dataclass(frozen=True, slots=True)
class Block:
    """Finished paragraphs and tables, written ``{{p name }}`` in a paragraph of its own."""

    about: Phrase


@dataclass(frozen=True, slots=True)
class Rows:
    """A list, used in ``{%p for row in name %}``; `row` has the names of `members`."""

    about: Phrase
    members: Names


Names = Mapping[str, "Text | Block | Rows"]

_TITLED: Names = MappingProxyType(
    {"number": Text(Phrase("番号", "number")), "title": Text(Phrase("題名", "title"))}
)

_ANNEX = Rows(
    Phrase(
        "別紙「業務量資料」の節（資料がなければ空）。ひな形にこの名前がなければ、別紙は文書の末尾に付く",
        "parts of the annex on contact volumes, none without it; a template without this name gets the annex "
        "at its end",
    ),
    MappingProxyType(
        {
            **_TITLED,
            "text": Text(Phrase("節の説明", "what the part shows")),
            "body": Block(Phrase("節の表と注", "its tables and notes")),
        }
    ),
)

CONTENTS = "contents"
"""The block that is filled last, from the headings of the rendered document."""

RFP_NAMES: Names = MappingProxyType(
    {
        "title": Text(Phrase("件名", "title of the procurement")),
        "number": Text(Phrase("文書番号", "document number")),
        "client": Text(Phrase("発注者の名称", "name of the client")),
        "version": Text(Phrase("提案依頼書の版", "version of the RFP")),
        "issued_on": Text(Phrase("発行日", "date of issue")),
        "contact_desk": Text(Phrase("問い合わせ窓口", "desk that vendors write to")),
        "contact_email": Text(Phrase("窓口のメールアドレス", "its e-mail address")),
        "contact_phone": Text(Phrase("窓口の電話番号", "its phone number")),
        "draft": Text(
            Phrase(
                "下書きのときは「下書き」、そうでなければ空",
                "“draft” while something is missing, otherwise empty",
            )
        ),
        "missing": Rows(
            Phrase("下書きに足りないもの", "what is missing in a draft"),
            MappingProxyType({"text": Text(Phrase("足りないものを述べる1文", "one sentence"))}),
        ),
        "document_control": Block(
            Phrase("文書名、文書番号、版、発行日、発注者の表", "document, number, version, date, issuer")
        ),
        CONTENTS: Block(Phrase("見出しへのリンクが付いた目次", "linked list of the headings")),
        "submission": Block(Phrase("提出するもの、期限、提出先の表", "what to submit, by when, to whom")),
        "background": Text(Phrase("背景", "background of the procurement")),
        "schedule": Block(Phrase("日程の表", "dates of the procurement")),
        "gates": Block(Phrase("応募資格の表", "conditions of participation")),
        "sheets": Block(Phrase("回答書のシートの表", "sheets of the response workbook")),
        "marks": Block(Phrase("記号◎○△×の意味の表", "meaning of ◎○△×")),
        "requirement_count": Text(Phrase("要件の件数", "number of requirements")),
        "question_count": Text(
            Phrase("問いかけの件数（なければ空）", "number of open questions, empty if there is none")
        ),
        "currency": Text(Phrase("通貨", "currency of all prices")),
        "tax": Text(Phrase("消費税を含むかどうか", "whether prices include tax")),
        "beyond": Block(
            Phrase(
                "要件にない提案を採点する評価細目の表",
                "sub-criteria under which proposals beyond the requirements earn points",
            )
        ),
        "priorities": Block(Phrase("優先度の意味の表", "meaning of the priorities")),
        "sections": Rows(
            Phrase("業務要件定義の7つの章", "the seven sections of the definition"),
            MappingProxyType(
                {
                    **_TITLED,
                    "items": Rows(
                        Phrase("章の項目", "the items of a section"),
                        MappingProxyType(
                            {
                                **_TITLED,
                                "answers": Block(Phrase("発注者が示す内容", "what the client states")),
                                "requirements": Block(
                                    Phrase("要件の表", "requirements with priority, acceptance, criterion")
                                ),
                                "questions": Block(Phrase("問いかけの表", "open questions")),
                            }
                        ),
                    ),
                }
            ),
        ),
        "total_points": Text(Phrase("満点", "points of all criteria together")),
        "points": Block(
            Phrase("評価基準、評価細目、配点の表", "criteria and sub-criteria with their points")
        ),
        "scale": Block(Phrase("採点の段階の表", "steps of the scale with their rates")),
        "criteria": Rows(
            Phrase("評価基準", "the criteria"),
            MappingProxyType(
                {
                    **_TITLED,
                    "points": Text(Phrase("配点", "points")),
                    "intent": Text(Phrase("評価基準のねらい", "what the criterion is for")),
                    "subs": Rows(
                        Phrase("評価細目", "its sub-criteria"),
                        MappingProxyType(
                            {
                                **_TITLED,
                                "points": Text(Phrase("配点", "points")),
                                "looks_at": Text(Phrase("見るもの", "what is looked at")),
                                "anchors": Block(
                                    Phrase("各段階の条件の表", "what earns each step of the scale")
                                ),
                            }
                        ),
                    ),
                }
            ),
        ),
        "price_formula": Block(
            Phrase(
                "価格点の計算式、記号、計算例（価格点がなければ空）",
                "price formula, its symbols and a worked example; empty without price points",
            )
        ),
        "rules": Block(Phrase("順位、端数処理、最低基準、同点の表", "rounding, floors and ties")),
        "confidentiality": Text(Phrase("秘密保持", "confidentiality")),
        "other_terms": Text(Phrase("その他の条件", "other terms")),
        "glossary": Block(Phrase("用語の表", "terms and their meaning")),
        "price_lines": Block(Phrase("価格項目の表", "lines of the price sheet")),
        "annex": _ANNEX,
    }
)

DEFINITION_NAMES: Names = MappingProxyType(
    {
        "title": Text(Phrase("件名", "title of the procurement")),
        "number": Text(Phrase("文書番号", "document number")),
        "client": Text(Phrase("発注者の名称", "name of the client")),
        "version": Text(Phrase("版", "version")),
        "made_on": Text(Phrase("作成日", "date of the document")),
        "document_control": Block(
            Phrase("文書名、文書番号、版、作成日、作成者の表", "document, number, version, date, owner")
        ),
        CONTENTS: Block(Phrase("見出しへのリンクが付いた目次", "linked list of the headings")),
        "marks": Block(
            Phrase(
                "非開示、社外秘、未定の印の意味の表",
                "meaning of the marks for withheld, confidential, undecided",
            )
        ),
        "summary": Block(Phrase("章ごとの要件の件数の表", "requirements by section, disclosed and withheld")),
        "sections": Rows(
            Phrase("7つの章", "the seven sections"),
            MappingProxyType(
                {
                    **_TITLED,
                    "items": Rows(
                        Phrase("章の項目", "the items of a section"),
                        MappingProxyType(
                            {
                                **_TITLED,
                                "answers": Block(
                                    Phrase("記入内容（社外秘には印）", "answers, confidential ones marked")
                                ),
                                "requirements": Block(
                                    Phrase("要件の表（非開示には印）", "requirements, withheld ones marked")
                                ),
                                "empty": Text(
                                    Phrase("未記入のときの1文", "a sentence where nothing has been filled in")
                                ),
                            }
                        ),
                    ),
                }
            ),
        ),
        "withheld": Block(
            Phrase(
                "非開示の要件の一覧（なければ空）",
                "list of the withheld requirements, empty if there is none",
            )
        ),
        "annex": _ANNEX,
    }
)
