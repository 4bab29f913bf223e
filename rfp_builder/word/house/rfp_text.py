"""Wording and order of the RFP template: first what to send, by when, to whom."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.word.house.annex_text import LABEL, annex_text
from rfp_builder.word.house.paper import (
    block,
    docx,
    each,
    edge,
    given,
    given_or,
    line,
    page_of,
)

_HEADING_TAB = {Lang.JA: 1250, Lang.EN: 1750}
"""Room for the label of a chapter, in twentieths of a point."""

_KIND = Phrase("提案依頼書", "Request for proposal")
_CHAPTER = Phrase("第{number}章", "Chapter {number}")
_HEADER_RIGHT = Phrase("開示用　第{{ version }}版", "For vendors · Version {{ version }}")
_CONTROL = Phrase("文書管理", "Document control")
_CONTENTS = Phrase("目次", "Contents")

_COVER = (
    ("number", Phrase("文書番号", "Document number")),
    ("issued_on", Phrase("発行日", "Date of issue")),
    ("version", Phrase("版", "Version")),
    ("contact_desk", Phrase("問い合わせ窓口", "Contact")),
    ("contact_email", Phrase("メール", "E-mail")),
    ("contact_phone", Phrase("電話", "Phone")),
)
_MISSING = Phrase("この下書きに足りないもの", "What this draft still lacks")
_MISSING_LEAD = Phrase(
    "次の事項が決まるまで、この文書を提案会社に渡さないでください。",
    "This document is not to be handed to vendors until the following is settled.",
)

_SUBMISSION = Phrase("提出の概要", "What to submit")
_SUBMISSION_LEAD = Phrase(
    "本書をお読みのうえ、次のとおりご提案ください。",
    "Please read this document and submit your proposal as follows.",
)
_BACKGROUND = Phrase("背景", "Background")
_NO_BACKGROUND = Phrase(
    "業務の目的と現状は、第6章に記載しています。",
    "Chapter 6 describes the purpose of the work and how it runs today.",
)
_SCHEDULE = Phrase("日程", "Schedule")
_SCHEDULE_LEAD = Phrase(
    "日程を変更する場合は、すべての提案会社に同時に通知します。",
    "Should a date change, all vendors are told at the same time.",
)
_NO_SCHEDULE = Phrase("日程は別途お知らせします。", "The dates will be announced separately.")
_GATES = Phrase("応募資格", "Gates")
_GATES_LEAD = Phrase(
    "次の応募資格をすべて満たすことが必要です。1つでも満たさない場合、その提案は評価の対象になりません。",
    "A vendor has to pass every one of the following gates. A proposal that fails one of them is not "
    "evaluated.",
)
_NO_GATES = Phrase("応募資格は設けません。", "There are no gates.")

_HOW = Phrase("提案の方法と様式", "How to propose")
_WORKBOOK = Phrase("回答書への記入", "The response workbook")
_WORKBOOK_LEAD = Phrase(
    "提案の内容は、本書とともに配布する回答書（Excel）に記入してください。"
    "要件は{{ requirement_count }}件です。シートの構成は次のとおりです。",
    "Fill in the response workbook (Excel) handed out with this document. "
    "It covers {{ requirement_count }} requirements and has the following sheets.",
)
_QUESTIONS = Phrase(
    "第6章には、要件のほかに問いかけ（番号がQで始まるもの）が{{ question_count }}件あります。"
    "どのように実現するかを、貴社の考えで自由にお書きください。",
    "Besides the requirements, Chapter 6 asks {{ question_count }} open questions (numbers beginning "
    "with Q). "
    "Please answer them in your own words and from your own experience.",
)
_MARKS = Phrase("対応可否の記号", "Marks")
_MARKS_LEAD = Phrase(
    "要件ごとに、次の記号のうち1つを選んでください。空欄のままの要件は、満たすものとは扱いません。",
    "Choose one of the following marks for each requirement. A requirement left blank does not count as met.",
)
_PRICES = Phrase("価格", "Prices")
_PRICES_TEXT = Phrase(
    "金額は{{ currency }}で、{{ tax }}を記入してください。価格項目は別紙「価格項目の一覧」のとおりです。"
    "数量は各社の価格を同じ条件で比べるためのもので、発注を約束する量ではありません。",
    "State amounts in {{ currency }}, {{ tax }}. The price lines are listed in the annex “Price lines”. "
    "The quantities serve to "
    "compare offers on equal terms and are no promise to buy.",
)
_BEYOND = Phrase("要件にない提案", "Proposals beyond the requirements")
_BEYOND_TEXT = Phrase(
    "本書の要件は、業務に必要なことのすべてを示したものではありません。"
    "記載した要件のほかにも、業務をより良くするために何が必要かを考え、進んで提案してください。"
    "要件にない提案は自由提案のシートに記入してください。第7章に示す評価基準に従って採点し、点を与えます。",
    "The requirements in this document do not cover everything the work needs. Proposals beyond them "
    "are expected: "
    "please consider what else would serve the work and put it forward in the sheet for free proposals. Such "
    "proposals are scored under the published criteria of Chapter 7 and earn points.",
)
_BEYOND_TABLE = Phrase(
    "問いかけへの回答と自由提案は、次の評価細目で採点します。",
    "Answers to open questions and free proposals are scored under the following sub-criteria.",
)

_REQUIREMENTS = Phrase("業務要件", "Requirements")
_REQUIREMENTS_LEAD = Phrase(
    "この章は、委託する業務の定義と、受託者に求める要件を示します。"
    "見出しの番号（1.1から7.5まで）は業務要件定義の項目番号で、文中で項目を指すときもこの番号を使います。"
    "要件の番号（Rで始まるもの）は、回答書の番号と同じです。",
    "This chapter defines the work and states what is required of the vendor. The numbers of its "
    "headings (1.1 to "
    "7.5) are the items of the definition; references in the text use the same numbers. The numbers of the "
    "requirements (beginning with R) are those of the response workbook.",
)

_EVALUATION = Phrase("評価", "Evaluation")
_PROCEDURE = Phrase("評価の進め方", "Procedure")
_STEPS = (
    Phrase(
        "応募資格を確認します。満たさない提案は、以降の評価の対象になりません。",
        "The gates are checked. A proposal that fails one is not evaluated further.",
    ),
    Phrase(
        "価格を開封する前に、評価者が品質に関する評価細目を1人ずつ独立に採点します。",
        "Before any price is opened, evaluators score the quality of each proposal independently of "
        "each other.",
    ),
    Phrase(
        "品質の採点が確定した後に価格を開封し、価格点を計算します。",
        "Once the quality scores are final, prices are opened and turned into points.",
    ),
    Phrase(
        "すべての得点を合計し、順位を決めます。",
        "All points are added up, and the proposals are ranked.",
    ),
)
_POINTS = Phrase("配点", "Points")
_POINTS_LEAD = Phrase("満点は{{ total_points }}点です。", "There are {{ total_points }} points in all.")
_SCALE = Phrase("採点の段階", "Scale")
_SCALE_LEAD = Phrase(
    "評価者は、評価細目ごとに次の段階から1つを選びます。"
    "得点は「配点 × 段階の率」を評価者全員で平均したものです。",
    "For each sub-criterion an evaluator chooses one of the following steps. The points earned are the "
    "points of "
    "the sub-criterion times the share of the step, averaged over all evaluators.",
)
_ANCHORS = Phrase("評価細目と各段階の条件", "Sub-criteria and what earns each step")
_SUB_POINTS = Phrase("{{ sub.title }}（{{ sub.points }}点）", "{{ sub.title }} ({{ sub.points }} points)")
_CRITERION_POINTS = Phrase(
    "{{ criterion.title }}（{{ criterion.points }}点）",
    "{{ criterion.title }} ({{ criterion.points }} points)",
)
_PRICE_POINTS = Phrase("価格点の計算", "Points for price")
_NO_PRICE_POINTS = Phrase("価格に点は与えません。", "No points are given for price.")
_RULES = Phrase("順位、端数処理、最低基準、同点", "Ranking, rounding, floors, ties")

_TERMS = Phrase("秘密保持その他の条件", "Confidentiality and other terms")
_CONFIDENTIALITY = Phrase("秘密保持", "Confidentiality")
_NO_CONFIDENTIALITY = Phrase(
    "本書と質疑の内容は、提案の目的以外に使用したり、第三者に開示したりしないでください。",
    "This document and the questions and answers may be used for the proposal only and may not be passed on.",
)
_OTHER = Phrase("その他の条件", "Other terms")
_NO_OTHER = Phrase("その他の条件は設けません。", "There are no other terms.")
_GLOSSARY = Phrase("用語", "Glossary")
_NO_GLOSSARY = Phrase("特に定める用語はありません。", "No terms are defined.")
_LINES = Phrase("価格項目の一覧", "Price lines")
_LINES_LEAD = Phrase(
    "回答書の価格のシートに、次の項目ごとに単価を記入してください。",
    "Enter a unit price for each of the following lines in the sheet for prices of the response workbook.",
)
_NO_LINES = Phrase(
    "価格項目は、回答書の価格のシートに示します。",
    "The price lines are given in the sheet for prices of the response workbook.",
)


def rfp_template(lang: Lang) -> bytes:
    """The template of the RFP in one language."""
    kind = _KIND.to(lang)
    header = edge(f"{{{{ title }}}}　{kind}" if lang is Lang.JA else f"{{{{ title }}}} · {kind}",
                  _HEADER_RIGHT.to(lang))  # fmt: skip
    return docx(lang, _HEADING_TAB[lang], _body(lang), header, edge("{{ client }}", page_of()))


def _body(lang: Lang) -> Iterator[str]:
    yield from _front(lang)
    yield from _frame(lang)
    yield from _proposing(lang)
    yield from _definition(lang)
    yield from _evaluation(lang)
    yield from _back(lang)


def _front(lang: Lang) -> Iterator[str]:
    yield line("Cover Client", "{{ client }}")
    yield line("Cover Title", "{{ title }}")
    yield line("Cover Kind", _KIND.to(lang))
    for name, label in _COVER:
        yield given(name, line("Cover Fact", f"{label.to(lang)}\t{{{{ {name} }}}}"))
    yield given(
        "draft",
        line("Front Heading", _MISSING.to(lang), new_page=True),
        line("Body Text", _MISSING_LEAD.to(lang)),
        each("gap", "missing", line("List Bullet", "{{ gap.text }}")),
    )
    yield line("Front Heading", _CONTROL.to(lang), new_page=True)
    yield block("document_control")
    yield line("Front Heading", _CONTENTS.to(lang))
    yield block("contents")


def _frame(lang: Lang) -> Iterator[str]:
    def text(phrase: Phrase) -> str:
        return line("Body Text", phrase.to(lang))

    def lead(phrase: Phrase) -> str:
        return line("Table Lead", phrase.to(lang))

    yield _chapter(lang, 1, _SUBMISSION, new_page=True)
    yield lead(_SUBMISSION_LEAD)
    yield block("submission")
    yield _chapter(lang, 2, _BACKGROUND)
    yield given_or("background", line("Body Text", "{{ background }}"), text(_NO_BACKGROUND))
    yield _chapter(lang, 3, _SCHEDULE)
    yield given_or("schedule", lead(_SCHEDULE_LEAD) + block("schedule"), text(_NO_SCHEDULE))
    yield _chapter(lang, 4, _GATES)
    yield given_or("gates", lead(_GATES_LEAD) + block("gates"), text(_NO_GATES))


def _proposing(lang: Lang) -> Iterator[str]:
    def text(phrase: Phrase) -> str:
        return line("Body Text", phrase.to(lang))

    def lead(phrase: Phrase) -> str:
        return line("Table Lead", phrase.to(lang))

    yield _chapter(lang, 5, _HOW)
    yield _section(lang, 1, _WORKBOOK)
    yield lead(_WORKBOOK_LEAD)
    yield block("sheets")
    yield given("question_count", text(_QUESTIONS))
    yield _section(lang, 2, _MARKS)
    yield lead(_MARKS_LEAD)
    yield block("marks")
    yield _section(lang, 3, _PRICES)
    yield text(_PRICES_TEXT)
    yield _section(lang, 4, _BEYOND)
    yield text(_BEYOND_TEXT)
    yield given("beyond", lead(_BEYOND_TABLE), block("beyond"))


def _definition(lang: Lang) -> Iterator[str]:
    yield _chapter(lang, 6, _REQUIREMENTS)
    yield line("Table Lead", _REQUIREMENTS_LEAD.to(lang))
    yield block("priorities")
    item = each(
        "item",
        "section.items",
        line("heading 3", "{{ item.number }}\t{{ item.title }}"),
        block("item.answers"),
        block("item.requirements"),
        block("item.questions"),
    )
    yield each("section", "sections", line("heading 2", "{{ section.number }}\t{{ section.title }}"), item)


def _evaluation(lang: Lang) -> Iterator[str]:
    def text(phrase: Phrase) -> str:
        return line("Body Text", phrase.to(lang))

    def lead(phrase: Phrase) -> str:
        return line("Table Lead", phrase.to(lang))

    yield _chapter(lang, 7, _EVALUATION, new_page=True)
    yield _section(lang, 1, _PROCEDURE)
    for step in _STEPS:
        yield line("List Bullet", step.to(lang))
    yield _section(lang, 2, _POINTS)
    yield lead(_POINTS_LEAD)
    yield block("points")
    yield _section(lang, 3, _SCALE)
    yield lead(_SCALE_LEAD)
    yield block("scale")
    yield _section(lang, 4, _PRICE_POINTS)
    yield given_or("price_formula", block("price_formula"), text(_NO_PRICE_POINTS))
    yield _section(lang, 5, _RULES)
    yield block("rules")
    yield _section(lang, 6, _ANCHORS)
    sub = each(
        "sub",
        "criterion.subs",
        line("heading 4", f"{{{{ sub.number }}}}\t{_SUB_POINTS.to(lang)}"),
        given("sub.looks_at", line("Table Lead", "{{ sub.looks_at }}")),
        block("sub.anchors"),
    )
    yield each(
        "criterion",
        "criteria",
        line("heading 3", f"{{{{ criterion.number }}}}\t{_CRITERION_POINTS.to(lang)}"),
        given("criterion.intent", line("Table Lead", "{{ criterion.intent }}")),
        sub,
    )


def _back(lang: Lang) -> Iterator[str]:
    def either(name: str, otherwise: Phrase) -> str:
        return given_or(name, line("Body Text", f"{{{{ {name} }}}}"), line("Body Text", otherwise.to(lang)))

    yield _chapter(lang, 8, _TERMS)
    yield _section(lang, 1, _CONFIDENTIALITY)
    yield either("confidentiality", _NO_CONFIDENTIALITY)
    yield _section(lang, 2, _OTHER)
    yield either("other_terms", _NO_OTHER)
    yield _chapter(lang, 9, _GLOSSARY)
    yield given_or("glossary", block("glossary"), line("Body Text", _NO_GLOSSARY.to(lang)))
    # Annexes go by their titles: the client's own attachments (7.5) may well be numbered.
    yield line("heading 1", f"{LABEL.to(lang)}\t{_LINES.to(lang)}")
    lead = line("Table Lead", _LINES_LEAD.to(lang))
    yield given_or("price_lines", lead + block("price_lines"), line("Body Text", _NO_LINES.to(lang)))
    yield annex_text(lang)


def _chapter(lang: Lang, number: int, title: Phrase, *, new_page: bool = False) -> str:
    label = _CHAPTER.fill(number=number).to(lang)
    return line("heading 1", f"{label}\t{title.to(lang)}", new_page=new_page)


def _section(lang: Lang, number: int, title: Phrase) -> str:
    return line("heading 2", f"({number})\t{title.to(lang)}")
