"""The annex on contact volumes at the end of the RFP and of the definition."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from lxml import etree

from rfp_builder.i18n import Lang
from rfp_builder.model.annex import (
    AnnexReason,
    AnnexSeries,
    AnnexSpecial,
    LeftOut,
    MonthGap,
    MonthVolume,
    VolumeAnnex,
)
from rfp_builder.model.choices import Channel
from rfp_builder.resources import data_folder
from rfp_builder.word.annex import TITLE
from rfp_builder.word.definition import definition_document
from rfp_builder.word.rfp import rfp_document
from rfp_builder.word.xml import w
from tests.word.reading import Word, text_of
from tests.word.sample import DAY, both, project, public
from tests.word.test_gate import changed
from tests.word.test_rfp import JAPANESE


def _volumes(first: int, *contacts: int) -> tuple[MonthVolume, ...]:
    return tuple(
        MonthVolume(month=f"2026-{n:02}", contacts=one) for n, one in enumerate(contacts, start=first)
    )


def _week(*day: str) -> tuple[tuple[Decimal, ...], ...]:
    return (tuple(Decimal(one) for one in day),) * 6 + (tuple(Decimal(0) for _ in day),)


def _annex(series: Sequence[AnnexSeries] | None = None, **changes: object) -> VolumeAnnex:
    phone = AnnexSeries(
        program="p1",
        channel=Channel.PHONE,
        actual=_volumes(4, 1000, 1200, 800),
        expected=_volumes(6, 300, 1300),
        week=_week("2.0", "10.0", "4.1"),
        aht=283,
        measured=2900,
    )
    fields: dict[str, object] = {
        "made_on": date(2026, 7, 1),
        "history_first": date(2026, 4, 1),
        "history_last": date(2026, 6, 20),
        "expected_first": date(2026, 6, 21),
        "expected_last": date(2026, 7, 31),
        "growth": Decimal("2.5"),
        "counted_as": both("着信した通話1本", "one call offered"),
        "interval_minutes": 30,
        "opens": 540,
        "averaged": 70,
        "left_out": LeftOut(closed=4, holidays=1, missing=2),
        "gaps": (MonthGap(month="2026-05", days=2),),
        "series": (phone,) if series is None else tuple(series),
        "reasons": (
            AnnexReason(reason=both("変更", "Changes"), share=Decimal("99.5"), aht=281, measured=77),
        ),
        "specials": (
            AnnexSpecial(
                occasion=both("歳暮", "Year-end gifts"),
                first=date(2026, 7, 5),
                last=date(2026, 7, 9),
                factor=Decimal("1.450"),
            ),
            AnnexSpecial(first=date(2026, 7, 20), last=date(2026, 7, 20), factor=Decimal(0)),
        ),
    }
    return VolumeAnnex.model_validate(fields | changes)


def _rfp(annex: VolumeAnnex | None, lang: Lang = Lang.JA) -> Word:
    return Word.of(rfp_document(public(lang, annex=annex)))


@pytest.fixture(scope="module")
def ja() -> Word:
    return _rfp(_annex())


@pytest.fixture(scope="module")
def en() -> Word:
    return _rfp(_annex(), Lang.EN)


def test_it_stands_at_the_end_and_in_the_contents(ja: Word, en: Word) -> None:
    assert ja.styled("Heading1")[-2:] == ["別紙\t価格項目の一覧", "別紙\t業務量資料"]
    parts = ja.styled("Heading2")[-6:]
    assert parts == [
        "(1)\t資料の前提",
        "(2)\t月別の件数",
        "(3)\t件数が変わる日",
        "(4)\t通常の週の時間帯別の件数",
        "(5)\t処理時間",
        "(6)\tコールリーズン",
    ]
    entries = [text for style, text in ja.paragraphs() if style.startswith(("TOC", "Toc"))]
    assert entries[-7:] == ["別紙\t業務量資料", *parts]
    assert en.styled("Heading1")[-1] == f"Annex\t{TITLE.en}"


def test_it_says_what_it_rests_on_and_promises_nothing(ja: Word) -> None:
    assert "実績と見込みであり、件数を保証するものではない。" in ja.text()
    facts = {row[0]: row[1] for table in ja.tables() for row in table if len(row) == 2}
    assert facts["実績の期間"] == "2026年4月1日（水）から2026年6月20日（土）まで"
    assert facts["見込みの期間"] == "2026年6月21日（日）から2026年7月31日（金）まで"
    assert facts["件数の数え方"] == "着信した通話1本"
    assert facts["見込みの年間増減率"] == "2.5%"
    assert facts["平均から除いた日"] == "休業日4日、祝日・年末年始・お盆1日、記録が欠けている日2日"


def test_the_months_of_one_queue_stand_side_by_side(ja: Word) -> None:
    assert ja.table("月", "実績（件）", "", "月", "見込み（件）") == [
        ["2026年4月", "1,000", "", "2026年6月（21〜30日）", "300"],
        ["2026年5月 ※", "1,200", "", "2026年7月", "1,300"],
        ["2026年6月（1〜20日）", "800", "", "", ""],
        ["計", "3,000", "", "計", "1,600"],
    ]
    assert "※ 2026年5月の実績には、記録が欠けている2日分の件数を含まない。" in ja.styled("TableNote")


def test_several_queues_have_a_column_each_and_a_total() -> None:
    series = (
        AnnexSeries(program="p1", channel=Channel.PHONE, actual=_volumes(4, 10, 20), expected=_volumes(6, 1)),
        AnnexSeries(channel=Channel.EMAIL, actual=_volumes(5, 7)),
    )
    whole = {"history_last": date(2026, 5, 31), "expected_first": date(2026, 6, 1)}
    annex = _annex(series, **whole, expected_last=date(2026, 6, 30), gaps=())
    assert _rfp(annex).table("月", "注文受付・電話", "メール（業務の区分なし）", "合計") == [
        ["実績", "", "", ""],
        ["2026年4月", "10", "－", "10"],
        ["2026年5月", "20", "7", "27"],
        ["計", "30", "7", "37"],
        ["見込み", "", "", ""],
        ["2026年6月", "1", "－", "1"],
    ]


def test_many_queues_make_several_tables_as_wide_as_the_page() -> None:
    series = tuple(AnnexSeries(channel=one, actual=_volumes(1, 10**6, 10**6)) for one in Channel)
    tables = [table for table in _rfp(_annex(series)).tables() if table[0][0] == "月"]
    assert [len(table[0]) for table in tables] == [6, 6]
    assert tables[-1][0][-1] == "合計" and tables[-1][-1][-1] == "18,000,000"


def test_the_ordinary_week_is_shaded_by_fifths_and_keeps_its_figures(ja: Word) -> None:
    (table,) = (one for one in ja.body.iter(w("tbl")) if text_of(one).startswith("時間帯"))
    rows = table.findall(w("tr"))
    shown = [[text_of(cell) for cell in row.findall(w("tc"))] for row in rows]
    assert shown[0] == ["時間帯", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"]
    assert [row[:2] + row[-1:] for row in shown[1:]] == [
        ["9:00–9:30", "2.0", "－"],
        ["9:30–10:00", "10.0", "－"],
        ["10:00–10:30", "4.1", "－"],
        ["1日の計", "16.1", "－"],
    ]
    fills = [_fill(row.findall(w("tc"))[1]) for row in rows[1:4]]
    assert fills == ["E4EAF2", "8499B9", "C9D4E3"]
    assert _fill(rows[1].findall(w("tc"))[7]) == ""
    assert "「－」は件数がないことを示す。" in ja.text()


def _fill(cell: etree._Element) -> str:
    shade = cell.find(f"{w('tcPr')}/{w('shd')}")
    return "" if shade is None else str(shade.get(w("fill")))


def test_the_week_stays_on_one_page(ja: Word) -> None:
    (table,) = (one for one in ja.body.iter(w("tbl")) if text_of(one).startswith("時間帯"))
    kept = [
        all(p.find(f"{w('pPr')}/{w('keepNext')}") is not None for p in row.iter(w("p")))
        for row in table.findall(w("tr"))[1:]
    ]
    assert kept == [True] * (len(kept) - 1) + [False]


@pytest.mark.parametrize(("rows", "opens", "first", "count"), [
    (48, 0, "0:00–1:00", 24),
    (37, 330, "5:00–6:00", 19),
    (36, 330, "5:30–6:00", 36),
])  # fmt: skip
def test_a_long_day_is_shown_by_hours(rows: int, opens: int, first: str, count: int) -> None:
    one = AnnexSeries(channel=Channel.PHONE, actual=_volumes(4, 1), week=_week(*["1.5"] * rows))
    annex = _annex((one,), opens=opens)
    table = _rfp(annex).table("時間帯")
    assert len(table) == count + 1 and table[0][0] == first
    assert table[-1][1] == f"{Decimal('1.5') * rows}"


def test_each_queue_shows_its_own_hours() -> None:
    early = AnnexSeries(channel=Channel.PHONE, week=_week("1.0", "2.0", "0"))
    late = AnnexSeries(channel=Channel.EMAIL, week=_week("0", "0", "3.0"))
    tables = [table for table in _rfp(_annex((early, late))).tables() if table[0][0] == "時間帯"]
    assert [[row[0] for row in table[1:]] for table in tables] == [
        ["9:00–9:30", "9:30–10:00", "1日の計"],
        ["10:00–10:30", "1日の計"],
    ]


def test_days_without_hours_make_one_table() -> None:
    series = [
        AnnexSeries(program="p1", channel=one, week=_week("1234.5")) for one in (Channel.PHONE, Channel.EMAIL)
    ]
    word = _rfp(_annex(series, interval_minutes=1440, opens=0))
    rows = word.table("業務・チャネル", "月曜日")
    assert [row[:2] for row in rows] == [["注文受付・電話", "1,234.5"], ["注文受付・メール", "1,234.5"]]
    assert "(4)\t通常の週の曜日別の件数" in word.styled("Heading2")


def test_handling_reasons_and_days_to_come(ja: Word, en: Word) -> None:
    assert ja.table("業務・チャネル", "平均処理時間（秒）") == [["注文受付・電話", "283", "2,900"]]
    assert ja.table("コールリーズン", "割合（%）") == [["変更", "99.5", "281", "77"]]
    assert en.table("Occasion", "Period") == [
        ["Year-end gifts", "Sun 5 July 2026 – Thu 9 July 2026", "1.45"],
        ["", "Mon 20 July 2026", "0 (closed)"],
    ]


def test_the_body_refers_to_it_and_to_nothing_without_it(ja: Word) -> None:
    texts = ja.styled("BodyText")
    assert texts.count("月別および時間帯別の件数は、別紙「業務量資料」に示す。") == 1
    assert "業務量資料" not in _rfp(None).text()


def test_months_alone_leave_out_what_is_not_known() -> None:
    one = AnnexSeries(actual=_volumes(4, 5, 6))
    bare = {"left_out": LeftOut(), "gaps": (), "reasons": (), "specials": (), "expected_last": None}
    word = _rfp(_annex((one,), **bare))
    assert word.styled("Heading2")[-2:] == ["(1)\t資料の前提", "(2)\t月別の件数"]
    assert "実績であり、今後の件数を保証するものではない。" in word.text()
    assert "平均" not in word.text().split("業務量資料")[-1] and "見込み" not in word.text()


def test_no_other_language_slips_in(en: Word) -> None:
    assert not [text for text in en.text().split("\n") if JAPANESE.search(text)]


def test_the_definition_holds_it_too() -> None:
    word = Word.of(definition_document(project(annex=_annex()), Lang.JA, DAY))
    headings = word.styled("Heading1")
    assert headings.index("別紙\t業務量資料") + 1 == headings.index("別紙\t非開示の要件の一覧")
    assert word.text().count("別紙「業務量資料」に示す。") == 2


def _without_annex(kind: str) -> bytes:
    """The delivered template as it was before there were annexes, with the style ids of Japanese Word."""
    data = (data_folder("templates") / f"{kind}.ja.docx").read_bytes()
    parts = Word.of(data).parts
    tagged = parts["word/document.xml"]
    begins, ends = tagged.index(b"{%p if annex %}"), tagged.index(b"{{p part.body }}")
    begins = tagged.rindex(b"<w:p>", 0, begins)
    for _ in range(3):
        ends = tagged.index(b"</w:p>", ends) + len(b"</w:p>")
    tagged = tagged[:begins] + tagged[ends:]
    assert b"annex" not in tagged
    styles = parts["word/styles.xml"]
    for name, ours in ((b"1", b"Heading1"), (b"2", b"Heading2"), (b"af3", b"TableLead")):
        tagged, styles = (one.replace(b'"' + ours + b'"', b'"' + name + b'"') for one in (tagged, styles))
    return changed(data, **{"word/document.xml": tagged, "word/styles.xml": styles})


def test_a_template_without_a_place_for_it_gets_it_at_its_end_in_its_own_styles(ja: Word) -> None:
    old = _without_annex("rfp")
    without = Word.of(rfp_document(public(), template=old))
    assert "業務量資料" not in without.text()
    word = Word.of(rfp_document(public(annex=_annex()), template=old))
    assert word.text() == ja.text(), "where the delivered template has it, too"
    assert word.styled("1")[-1] == "別紙\t業務量資料" and word.styled("2")[-6:] == ja.styled("Heading2")[-6:]
    assert word.styled("af3")[-1] == ja.styled("TableLead")[-1]
    assert [one.tag for one in word.body].count(w("sectPr")) == 1 and word.body[-1].tag == w("sectPr")
    old = _without_annex("definition")
    internal = Word.of(definition_document(project(annex=_annex()), Lang.JA, DAY, template=old))
    assert internal.styled("1")[-1] == "別紙\t業務量資料"
