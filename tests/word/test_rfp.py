"""The RFP: its chapters, its tables, its links, its drafts; and only one language in it."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from lxml import etree

from rfp_builder.catalogue.outline import Block, Heading, Line, Table
from rfp_builder.disclosure.scan import LeakScan
from rfp_builder.disclosure.secrets import secrets_of
from rfp_builder.errors import Refused
from rfp_builder.i18n import Lang
from rfp_builder.model.criteria import PriceFormula, RoundedAt, Rounding, RoundingMode, TieBreak
from rfp_builder.model.rfp import Rfp
from rfp_builder.resources import data_folder
from rfp_builder.word.answers import answers
from rfp_builder.word.names import RFP_NAMES
from rfp_builder.word.rfp import rfp_document
from rfp_builder.word.rules import rounding_sentence
from rfp_builder.word.template import open_template
from rfp_builder.word.xml import w
from tests.word.reading import Word, style_of, text_of
from tests.word.sample import INCUMBENT, NOTE, SECRET, both, criteria, project, public, requirement
from tests.word.test_gate import changed

JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff々〇]")
LATIN = re.compile(r"[A-Za-z]{4,}")


@pytest.fixture(scope="module")
def ja() -> Word:
    return Word.of(rfp_document(public(Lang.JA)))


@pytest.fixture(scope="module")
def en() -> Word:
    return Word.of(rfp_document(public(Lang.EN)))


def test_the_chapters_put_the_readers_task_first(ja: Word, en: Word) -> None:
    assert ja.styled("Heading1") == [
        "第1章\t提出の概要",
        "第2章\t背景",
        "第3章\t日程",
        "第4章\t応募資格",
        "第5章\t提案の方法と様式",
        "第6章\t業務要件",
        "第7章\t評価",
        "第8章\t秘密保持その他の条件",
        "第9章\t用語",
        "別紙\t価格項目の一覧",
    ]
    assert [text.split("\t")[0] for text in en.styled("Heading1")] == [
        *(f"Chapter {number}" for number in range(1, 10)),
        "Annex",
    ]


def test_the_cover_names_the_document_and_nothing_else(ja: Word) -> None:
    first_page = []
    for style, text in ja.paragraphs():
        if style == "FrontHeading":
            break
        first_page.append(text)
    assert first_page == [
        "みほん株式会社",
        "お客様窓口の運営業務",
        "提案依頼書",
        "文書番号\tA-1",
        "発行日\t2027年2月1日（月）",
        "版\t1.0",
        "問い合わせ窓口\t調達窓口",
        "メール\tdesk@sample.example",
    ]


def test_what_to_send_by_when_to_whom(ja: Word) -> None:
    facts = {row[0]: row[1] for table in ja.tables() for row in table if len(row) == 2}
    assert facts["提出期限"] == "2027年3月1日（月） 17:00"
    assert facts["提出先・問い合わせ先"] == "調達窓口\nメール: desk@sample.example"
    assert facts["提出するもの"].count("\n") == 2 and "回答書" in facts["提出するもの"]


def test_requirements_carry_public_numbers_only(ja: Word) -> None:
    heading = ("番号", "要件", "優先度", "達成の確認方法", "評価細目")
    assert ja.table(*heading) == [
        ["R-001", "受託者は、応対の記録を残すこと。", "必須", "月に20件を抜き取る。", "課題の発見"],
        ["R-002", "受託者は、月報を出すこと。", "推奨", "月に20件を抜き取る。", "課題の発見"],
    ]
    assert ja.table("番号", "問いかけ") == [["Q-01", "混み合う時間をどう見つけますか。", "課題の発見"]]


def test_items_keep_their_numbers_of_the_definition(ja: Word) -> None:
    assert ja.styled("Heading3")[:3] == ["1.1\t方針", "2.1\t業務プログラム", "2.2\t媒体（チャネル）と量"]
    assert ["注文受付", "電話", "36,000", "280"] in [row for table in ja.tables() for row in table]


def test_nothing_withheld_or_confidential_is_in_it() -> None:
    for lang in Lang:
        data = rfp_document(public(lang))
        assert LeakScan(secrets_of(project())).hits(f"rfp.{lang}.docx", data) == ()
        shown = b"".join(Word.of(data).parts.values()).decode()
        assert not any(secret in shown for secret in (SECRET, INCUMBENT, NOTE, "recount nights", "Kappa"))


def test_the_secrets_do_not_change_a_byte() -> None:
    plain = project()
    withheld = plain.requirements[1].replace(
        statement=both("別の秘密。", "Another secret."), acceptance=both("別", "other"), rationale=None
    )
    other = project(requirements=(plain.requirements[0], withheld, plain.requirements[2]))
    for lang in Lang:
        assert rfp_document(public(lang)) == rfp_document(public(lang, requirements=other.requirements))


def test_criteria_with_points_anchors_and_formula(ja: Word) -> None:
    assert ja.table("番号", "評価基準・評価細目") == [
        ["1", "コスト", "40", ""],
        ["1.1", "総額", "40", "価格点の計算式"],
        ["2", "提案力", "60", ""],
        ["2.1", "課題の発見", "60", "評価者による採点"],
        ["", "合計", "100", ""],
    ]
    assert ja.table("評点", "段階", "配点に対する率")[0] == ["2", "優", "100%"]
    assert ja.table("評点", "段階", "この評点になる条件") == [
        ["2", "優", "課題を2件挙げている。"],
        ["1", "可", "課題を1件挙げている。"],
        ["0", "不可", "課題を0件挙げている。"],
    ]
    assert ja.styled("Heading4") == ["1.1\t総額（40点）", "2.1\t課題の発見（60点）"]
    assert ja.styled("Formula") == ["価格点 ＝ W ×（1 － P ÷ B）"]
    assert "40 ×（1 － 80 ÷ 100）＝ 8点" in ja.text()
    assert "「課題の発見」の得点が配点の40%に達しない提案" in ja.text()


def test_the_other_price_formula_has_an_example_too() -> None:
    method = criteria(price_formula=PriceFormula.LOWEST_OVER_PRICE)
    text = Word.of(rfp_document(public(Lang.EN, criteria=method))).text()
    assert "Price points = W × Pmin ÷ P" in text
    assert "40 × 80 ÷ 100 = 32" in text and "ceiling" not in text.lower()


@pytest.mark.parametrize(
    ("rounding", "ja", "en"),
    [
        (
            Rounding(digits=2, mode=RoundingMode.HALF_UP, at=RoundedAt.SUB_CRITERION),
            "評価細目ごとに小数第3位を四捨五入し、小数第2位まで求めます。",
            "Points are rounded at each sub-criterion half up to 2 decimal places.",
        ),
        (
            Rounding(digits=0, mode=RoundingMode.DOWN, at=RoundedAt.TOTAL),
            "合計点に小数第1位以下を切り捨て、整数で求めます。",
            "Points are rounded at the total down to whole points.",
        ),
        (
            Rounding(digits=1, mode=RoundingMode.HALF_EVEN, at=RoundedAt.CRITERION),
            "評価基準ごとに小数第2位以下の端数を最も近い値に丸め",
            "Points are rounded at each criterion to the nearest value (an exact half to the even digit)",
        ),
    ],
)
def test_rounding_is_said_in_full(rounding: Rounding, ja: str, en: str) -> None:
    assert rounding_sentence(rounding, Lang.JA).startswith(ja)
    assert rounding_sentence(rounding, Lang.EN).startswith(en)


def test_ties_stand_in_their_order() -> None:
    method = criteria(ties=(TieBreak.HIGHER_QUALITY, TieBreak.COUNCIL), total_floor=Decimal(50))
    text = Word.of(rfp_document(public(criteria=method))).text()
    assert "1. 品質の得点の高い者を上位とする\n2. 合議で決める" in text
    assert "合計点が満点の50%に達しない提案" in text


def test_proposals_beyond_the_list_earn_points_under_a_named_criterion(ja: Word) -> None:
    assert ja.table("評価基準", "評価細目", "配点（点）") == [["提案力", "課題の発見", "60"]]


def test_glossary_and_price_lines(ja: Word) -> None:
    assert ja.table("用語", "意味") == [["応答率", "応答÷着信"]]
    assert "7.5\t添付・用語" not in ja.styled("Heading3")
    rows = ja.table("番号", "価格項目")
    assert rows[1][:5] == ["P-01", "研修", "一式", "1", "1"]
    assert rows[3][:5] == ["P-02", "受付", "件", "1,200", "24"]


def test_the_contents_are_filled_and_every_link_has_its_heading(ja: Word) -> None:
    headings = [text for style, text in ja.paragraphs() if style in ("Heading1", "Heading2", "Heading3")]
    entries = [text for style, text in ja.paragraphs() if style.startswith(("TOC", "Toc"))]
    assert entries == headings
    anchors = [str(link.get(w("anchor"))) for link in ja.body.iter(w("hyperlink"))]
    marks = {
        str(mark.get(w("name"))): text_of(parent)
        for mark in ja.body.iter(w("bookmarkStart"))
        if (parent := mark.getparent()) is not None
    }
    assert [marks[anchor] for anchor in anchors] == headings
    kinds = [str(mark.get(w("fldCharType"))) for mark in ja.body.iter(w("fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_heading_rows_are_repeated_and_rows_stay_whole(ja: Word) -> None:
    tables = list(ja.body.iter(w("tbl")))
    assert len(tables) > 15
    for table in tables:
        style = table.find(f"{w('tblPr')}/{w('tblStyle')}")
        rows = table.findall(w("tr"))
        assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)
        if style is not None and style.get(w("val")) == "RFPTable" and len(rows[0]) > 2:
            assert rows[0].find(f"{w('trPr')}/{w('tblHeader')}") is not None
        following = table.getnext()
        assert following is not None and style_of(following) == "TableAfter"


def test_only_a_tall_row_may_go_on_on_the_next_page() -> None:
    tall = requirement("r1", "受託者は、応対の記録を残すこと。" * 9, "The vendor shall keep records. " * 9)
    short = requirement("r3", "受託者は、月報を出すこと。", "The vendor shall report monthly.")
    body = Word.of(
        rfp_document(public(requirements=(short, tall, short.model_copy(update={"id": "r4"}))))
    ).body
    kept = {
        text_of(row)[:5]: row.find(f"{w('trPr')}/{w('cantSplit')}") is not None
        for row in body.iter(w("tr"))
        if text_of(row).startswith("R-")
    }
    assert list(kept.values()) == [True, False, True]


def test_numbers_are_set_right(ja: Word) -> None:
    volumes = next(table for table in ja.body.iter(w("tbl")) if "月間件数" in text_of(table[2]))
    cells = volumes.findall(w("tr"))[1].findall(w("tc"))
    assert [style_of(paragraph) for cell in cells for paragraph in cell.iter(w("p"))] == [
        "TableText",
        "TableText",
        "TableNumber",
        "TableNumber",
    ]


def test_header_and_footer_say_where_one_is(ja: Word) -> None:
    headers = b"".join(part for name, part in ja.parts.items() if "header" in name).decode()
    footers = b"".join(part for name, part in ja.parts.items() if "footer" in name).decode()
    assert "お客様窓口の運営業務　提案依頼書" in headers and "開示用　第1.0版" in headers
    assert " PAGE " in footers and " NUMPAGES " in footers


def test_a_draft_is_marked_on_every_page_and_says_what_it_lacks() -> None:
    draft = Word.of(rfp_document(public(), draft=["期限がありません。", "{{ x }} <b>"]))
    headers = [part for name, part in draft.parts.items() if name.startswith("word/header")]
    assert len(headers) == 2 and all('string="下書き"'.encode() in header for header in headers)
    front = draft.styled("FrontHeading")
    assert front[0] == "この下書きに足りないもの"
    assert draft.styled("ListBullet")[:2] == ["期限がありません。", "{{ x }} <b>"]


def test_what_is_no_draft_shows_no_trace_of_one(ja: Word) -> None:
    assert not any("下書き".encode() in part for part in ja.parts.values())
    assert not any(b"WaterMark" in part for part in ja.parts.values())


def test_a_draft_needs_a_template_with_a_watermark() -> None:
    data = (data_folder("templates") / "rfp.ja.docx").read_bytes()
    plain = {
        name: re.sub(rb"PowerPlusWaterMarkObject", b"Shape", Word.of(data).parts[name])
        for name in ("word/header1.xml", "word/header2.xml")
    }
    restyled = changed(data, **plain)
    assert rfp_document(public(), template=restyled)
    with pytest.raises(Refused) as refusal:
        rfp_document(public(), draft=[], template=restyled)
    assert "透かし" in refusal.value.why.ja


def test_styles_are_found_by_name_after_japanese_word_renamed_their_ids() -> None:
    data = (data_folder("templates") / "rfp.ja.docx").read_bytes()
    renamed = {
        name: Word.of(data).parts[name].replace(b'"Heading1"', b'"1"').replace(b'"TableText"', b'"a7"')
        for name in ("word/styles.xml", "word/document.xml")
    }
    word = Word.of(rfp_document(public(), template=changed(data, **renamed)))
    assert len(word.styled("1")) == 10
    assert any(style_of(one) == "a7" for one in word.body.iter(w("p")))
    assert "第1章\t提出の概要" in [text for style, text in word.paragraphs() if style == "Toc1"]


def test_an_empty_project_still_gives_a_readable_document() -> None:
    for lang in Lang:
        word = Word.of(rfp_document(public(lang, rfp=Rfp(), definition={}, requirements=(), criteria={})))
        assert len(word.styled("Heading1")) == 10
        assert all(text.strip() for text in word.styled("BodyText"))


def test_no_other_language_slips_in(en: Word, ja: Word) -> None:
    assert not [text for text in en.text().split("\n") if JAPANESE.search(text)]
    english = {word for text in ja.text().split("\n") for word in LATIN.findall(text)}
    assert english <= {"desk", "sample", "example", "Excel", "Word", "PowerPoint", "Pmin"}
    for name, part in en.parts.items():
        if name.startswith(("word/header", "word/footer", "docProps")):
            assert not JAPANESE.search(part.decode())


def test_every_name_of_the_delivered_template_is_used() -> None:
    template = open_template((data_folder("templates") / "rfp.ja.docx").read_bytes(), RFP_NAMES)
    assert template.kinds["word/document.xml"] == "document"
    shown = "".join(
        part.decode()
        for part in Word.of((data_folder("templates") / "rfp.ja.docx").read_bytes()).parts.values()
    )
    assert not [name for name in RFP_NAMES if not re.search(rf"\b{name}\b", shown)]


def test_a_table_called_like_its_item_has_no_second_title() -> None:
    styles = open_template((data_folder("templates") / "rfp.ja.docx").read_bytes(), RFP_NAMES).styles
    heading = Heading("name", "名称", numeric=False, short=False)
    table = Table("reasons", "コールリーズン", (heading, heading), (("注文", "配送"),))
    alone = Table("principles", "名称", (heading,), (("正直",),))
    note = Line("note", "備考", "なし")

    def titles(*blocks: Block, above: str = "") -> list[str]:
        return re.findall(
            r'w:val="TableTitle"/></w:pPr><w:r><w:t[^>]*>([^<]*)', answers(styles, Lang.JA, blocks, above)
        )

    assert titles(table) == ["コールリーズン"]
    assert titles(table, above="コールリーズン") == []
    assert titles(note, table, above="コールリーズン") == ["コールリーズン"]
    assert titles(alone) == []


def test_the_last_rows_of_a_table_stay_together(ja: Word) -> None:
    def kept(table: etree._Element) -> list[bool]:
        rows = table.findall(w("tr"))[1:]
        return [
            all(p.find(f"{w('pPr')}/{w('keepNext')}") is not None for p in row.iter(w("p"))) for row in rows
        ]

    points = next(table for table in ja.body.iter(w("tbl")) if "記入する内容" in text_of(table[2]))
    expected = [False] * (len(points.findall(w("tr"))) - 3) + [True, False]
    assert len(expected) > 3 and kept(points) == expected
