"""The leak scan finds a planted secret wherever it hides, and finds nothing in clean files."""

from __future__ import annotations

import struct
import unicodedata
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rfp_builder.disclosure.scan import Hit, LeakScan
from rfp_builder.disclosure.secrets import Secret
from rfp_builder.errors import Leak
from rfp_builder.i18n import Lang, Phrase
from tests.disclosure.packages import document, docx, package, paragraph, sheet, strings, table

_JA = "受託者は、繁忙期の入電予測誤差を翌営業日正午までに要因別に分析して報告すること。"
_EN = "Agents offer a call back when the queue exceeds five minutes at any time of the day."
_WITHHELD = Secret(Phrase("非開示の要件 w-1", "withheld requirement w-1"), (_JA, _EN), (_JA, _EN, "w-000017"))
_INCUMBENT = Secret(Phrase("受託会社", "incumbent"), ("東西ミライ",), ("東西ミライ",))
_CEILING = Secret(Phrase("予定価格", "ceiling price"), amounts=(12_300_000,))
_SCAN = LeakScan([_WITHHELD, _INCUMBENT, _CEILING])

_PUBLIC = (
    paragraph("受託者は、毎月5日までに前月の応答率を集計し、発注者へ報告すること。", "12,000件")
    + paragraph(
        "The vendor shall report the answer rate of the month before, at least 20 business days before."
    )
    + table(("R-001", "受託者は、通話を6か月保存すること。", "1,230,000"), ("R-002", "12,300", "000"))
)


def _found(data: bytes, name: str = "rfp-1.0.ja.docx") -> set[str]:
    return {hit.secret.en for hit in _SCAN.hits(name, data)}


_W, _I, _C = _WITHHELD.name.en, _INCUMBENT.name.en, _CEILING.name.en


def _pieces(text: str, size: int) -> list[str]:
    return [text[start : start + size] for start in range(0, len(text), size)]


_OF_EACH_KIND = [(_JA, _W), (_EN, _W), ("東西ミライ", _I), ("12,300,000", _C)]
_IN_PARTS = [
    *((f"word/{name}.xml", document(paragraph("{}"))) for name in ("comments", "header1", "footer1")),
    ("word/settings.xml", '<w:docVar xmlns:w="urn:w" w:name="a" w:val="{}"/>'),
    ("docProps/core.xml", '<c:p xmlns:c="urn:c"><title>{}</title></c:p>'),
    ("docProps/custom.xml", '<Properties><property name="{}"/></Properties>'),
    ("customXml/item1.xml", "<data><part>{}</part></data>"),
    ("word/notes.txt", "これは XML ではない。{}"),
    ("word/broken.xml", "<a><b>{}</a>"),
    ("xl/workbook.xml", '<sheets><sheet name="{}" state="veryHidden"/></sheets>'),
    ("xl/workbook.xml", "<definedNames><definedName>{}</definedName></definedNames>"),
    ("xl/worksheets/sheet2.xml", '<row><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'),
    ("xl/worksheets/sheet1.xml", '<worksheet><dataValidation prompt="{}"/></worksheet>'),
    ("xl/worksheets/sheet1.xml", '<dataValidation><formula1>"{}"</formula1></dataValidation>'),
    ("xl/worksheets/sheet1.xml", "<headerFooter><oddHeader>&amp;C{}</oddHeader></headerFooter>"),
    ("xl/comments1.xml", "<comments><comment><text><r><t>{}</t></r></text></comment></comments>"),
    ("xl/charts/chart1.xml", '<c:chart xmlns:c="urn:c"><c:pt idx="0"><c:v>{}</c:v></c:pt></c:chart>'),
    ("xl/drawings/vmlDrawing1.vml", "<xml><div><font>{}</font></div></xml>"),
]


class TestWhereItHides:
    @pytest.mark.parametrize("secret", [_JA, _EN, _JA.replace("、", ""), _JA[10:28], "東西ミライ"])
    @pytest.mark.parametrize("size", [1, 2, 3, 7])
    def test_split_over_runs(self, secret: str, size: int) -> None:
        assert _found(docx(_PUBLIC + paragraph("前文。", *_pieces(secret, size), "後文。")))

    @pytest.mark.parametrize("secret", [_JA, _EN])
    @pytest.mark.parametrize("size", [5, 12])
    def test_split_over_paragraphs(self, secret: str, size: int) -> None:
        body = "".join(paragraph(piece) for piece in _pieces(secret, size))
        assert _found(docx(body)) == {_W}

    @pytest.mark.parametrize("secret", [_JA, _EN])
    def test_split_over_cells(self, secret: str) -> None:
        pieces = _pieces(secret, 6)
        assert _found(docx(table(tuple(pieces[:3]), tuple(pieces[3:])))) == {_W}

    def test_a_name_split_over_cells(self) -> None:
        scan = LeakScan([Secret(Phrase("名", "name"), names=("東西ミライサービス",))])
        data = docx(table(("東西ミ", "ライサー", "ビス")))
        assert {hit.secret.en for hit in scan.hits("a.docx", data)} == {"name"}

    @pytest.mark.parametrize(
        "hidden",
        [
            '<w:p><w:drawing><wp:docPr xmlns:wp="urn:w" id="1" name="図" descr="{}"/></w:drawing></w:p>',
            "<!-- {} -->",
            "<?note {}?>",
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r></w:p>",
            "<w:p><w:r><w:t><![CDATA[{}]]></w:t></w:r></w:p>",
            "<w:p><w:del w:id='1'><w:r><w:delText>{}</w:delText></w:r></w:del></w:p>",
            "<w:p><w:r><w:instrText>REF {}</w:instrText></w:r></w:p>",
            '<w:p><w:sdt><w:sdtPr><w:alias w:val="{}"/></w:sdtPr></w:sdt></w:p>',
            '<x:note xmlns:x="{}"/>',
        ],
    )
    @pytest.mark.parametrize(("secret", "name"), _OF_EACH_KIND)
    def test_in_a_corner_of_the_document(self, hidden: str, secret: str, name: str) -> None:
        assert _found(docx(_PUBLIC + hidden.format(secret))) == {name}

    @pytest.mark.parametrize(("part", "content"), _IN_PARTS)
    @pytest.mark.parametrize(("secret", "name"), _OF_EACH_KIND)
    def test_in_any_part(self, part: str, content: str, secret: str, name: str) -> None:
        data = package({"word/document.xml": document(_PUBLIC), part: content.replace("{}", secret)})
        (secret_found,) = (one for one in (_WITHHELD, _INCUMBENT, _CEILING) if one.name.en == name)
        assert _SCAN.hits("rfp.docx", data) == (Hit(secret_found.name, part),)

    def test_in_a_cell_of_a_shared_string_with_its_reading_between(self) -> None:
        reading = "<rPh sb='0' eb='2'><t>ニュウデン</t></rPh>"
        item = f"<r><t>{_JA[:17]}</t></r>{reading}<r><t>{_JA[17:26]}</t></r>"
        assert _found(package({"xl/sharedStrings.xml": strings("<t>番号</t>", item)})) == {_W}

    def test_with_ruby_between(self) -> None:
        ruby = "<w:ruby><w:rt><w:t>よみ</w:t></w:rt><w:rubyBase><w:t>{}</w:t></w:rubyBase></w:ruby>"
        runs = "".join(ruby.format(piece) for piece in _pieces(_JA, 2))
        assert _found(docx(f"<w:p><w:r>{runs}</w:r></w:p>")) == {_W}

    def test_in_a_reading(self) -> None:
        item = f"<t>番号</t><rPh sb='0' eb='2'><t>{_JA}</t></rPh>"
        assert _found(package({"xl/sharedStrings.xml": strings(item)})) == {_W}

    def test_in_the_name_of_the_file(self) -> None:
        assert _found(docx(_PUBLIC), "東西ミライ.docx") == {_I}

    def test_in_the_name_of_a_part_and_the_error_does_not_say_it(self) -> None:
        data = package({"word/document.xml": document(_PUBLIC), "media/東西ミライ.png": b"\x89PNG"})
        assert {hit.part for hit in _SCAN.hits("rfp.docx", data)} <= {"part name", "package"}
        with pytest.raises(Leak) as caught:
            _SCAN.refuse("rfp.docx", data)
        assert "東西ミライ" not in "".join((*caught.value.lines(Lang.JA), *caught.value.lines(Lang.EN)))

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp932"])
    def test_in_the_comment_of_the_package(self, encoding: str) -> None:
        assert _found(package({"word/document.xml": document(_PUBLIC)}, comment=_JA.encode(encoding))) == {_W}

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
    def test_in_an_extra_field(self, encoding: str) -> None:
        note = _JA.encode(encoding)
        extra = struct.pack("<HH", 0x9999, len(note)) + note
        assert _found(package({"word/document.xml": document(_PUBLIC)}, extra=extra)) == {_W}

    def test_before_and_behind_the_package(self) -> None:
        assert _found(f"{_JA}".encode() + docx(_PUBLIC)) == {_W}
        assert _found(docx(_PUBLIC) + f"\n{_JA}".encode()) == {_W}

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "shift_jis", "euc-jp"])
    def test_in_xml_of_another_encoding(self, encoding: str) -> None:
        declared = {"utf-16-be": "utf-16", "euc-jp": "shift_jis"}.get(encoding, encoding)
        xml = document(paragraph(_JA)).replace("UTF-8", declared)
        data = xml.encode(encoding if encoding != "euc-jp" else "shift_jis")
        if encoding == "utf-16-be":
            data = b"\xfe\xff" + data
        assert _found(package({"word/document.xml": data})) == {_W}

    def test_in_a_file_within_the_file(self) -> None:
        inner = package({"xl/sharedStrings.xml": strings(*(f"<t>{piece}</t>" for piece in _pieces(_JA, 8)))})
        data = docx(_PUBLIC, word__embeddings__book_dot_xlsx=inner)
        (hit,) = _SCAN.hits("rfp.docx", data)
        assert hit.part == "word/embeddings/book.xlsx/xl/sharedStrings.xml"

    def test_in_an_entity(self) -> None:
        xml = f'<!DOCTYPE a [<!ENTITY hidden "{_JA}">]><a>text</a>'
        assert _found(package({"customXml/item1.xml": xml})) == {_W}


class TestHowItIsWritten:
    @pytest.mark.parametrize(
        "glue", ["\u200b", "\u00ad", " ", "\u3000", "\n", "\u2060", "、", "・", "\ufeff"]
    )
    def test_broken_up(self, glue: str) -> None:
        assert _found(docx(paragraph(glue.join(_JA)))) == {_W}

    @pytest.mark.parametrize("form", ["NFD", "NFKD", "NFC"])
    def test_in_another_normal_form(self, form: str) -> None:
        text = unicodedata.normalize(form, _JA + "ガイドライン")  # type: ignore[arg-type]
        assert _found(docx(paragraph(text))) == {_W}

    def test_in_full_width_letters_and_capitals(self) -> None:
        wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in _EN)
        assert _found(docx(paragraph(wide))) == {_W}
        assert _found(docx(paragraph(_EN.upper()))) == {_W}

    @pytest.mark.parametrize("base", ["&#{};", "&#x{:x};"])
    def test_in_character_references(self, base: str) -> None:
        text = "".join(base.format(ord(char)) for char in _JA)
        assert _found(docx(paragraph(text))) == {_W}

    @pytest.mark.parametrize(
        "near",
        [
            "弊社は入電予測誤差を翌営業日正午までに分析します。",
            "なお、要因別に分析して報告すること。また繁忙期の入電予測誤差を翌営業日正午までに示す。",
            "We offer a call back when the queue exceeds five minutes at any hour.",
        ],
    )
    def test_quoted_in_part(self, near: str) -> None:
        assert _found(docx(_PUBLIC + paragraph(near))) == {_W}

    def test_by_its_id(self) -> None:
        assert _found(docx(paragraph("W-000017 を参照。"))) == {_W}


_AMOUNTS = (
    *("12,300,000", "12300000", "１２，３００，０００円", "￥12,300,000-", "上限12,300,000円"),
    *("１２３０万円", "1,230万", "1230 万円", "0.123億", "12300千円", "12,300千円", "12.3百万円"),
    *("1.23E7", "1.23e+07", "12300000.0", "12 300 000", "12\u00a0300\u00a0000", "12.300.000", "12'300'000"),
    *("千二百三十万円", "一二三〇万円", "金壱千弐百参拾万円", "約1,230万円（税別）", "１\u200b２３０万円"),
    *("第1 12,300,000円", "1.12,300,000円", "JPY12,300,000"),
)


class TestAmounts:
    @pytest.mark.parametrize("written", _AMOUNTS)
    def test_however_written(self, written: str) -> None:
        assert _found(docx(_PUBLIC + paragraph(f"予算は{written}とする。"))) == {_C}
        assert _found(docx(_PUBLIC + paragraph(*written))) == {_C}

    def test_in_units_of_a_hundred_million(self) -> None:
        scan = LeakScan([Secret(Phrase("価", "price"), amounts=(120_000_000,))])
        for written in (
            "1億2,000万",
            "1億2000万円",
            "１億２千万円",
            "1.2億",
            "一億二千万円",
            "120百万円",
            "120,000千円",
        ):
            assert scan.hits("a.docx", docx(paragraph(written))), written

    @pytest.mark.parametrize("value", ["12300000", "1.23E7", "12299999.999999998", "12300000.000000002"])
    def test_in_a_numeric_cell(self, value: str) -> None:
        rows = f'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A7*100+C2</f><v>{value}</v></c></row>'
        assert _found(package({"xl/worksheets/sheet1.xml": sheet(rows)})) == {_C}

    def test_in_a_cell_without_a_reference_behind_a_shared_string(self) -> None:
        rows = '<row><c r="A1" t="s"><v>7</v></c><c><v>12300000</v></c></row>'
        assert _found(package({"xl/worksheets/sheet1.xml": sheet(rows)})) == {_C}

    @pytest.mark.parametrize(
        "other",
        [
            *("1,230,000", "123,000,000", "12,300,001", "1,230", "12,300", "112,300,000円", "123万円"),
            *("12,300件", "12.3億", "12300番", "2027年12月3日", "1万2,300", "R-0012300", "30万", "12億300万"),
        ],
    )
    def test_no_other_amount(self, other: str) -> None:
        assert _found(docx(_PUBLIC + paragraph(f"金額は{other}とする。"))) == set()

    def test_sizes_and_positions_are_no_amounts(self) -> None:
        drawing = (
            '<w:p><w:drawing><a:ext xmlns:a="urn:a" cx="12300000" cy="12300000"/>'
            '<a:off xmlns:a="urn:a" x="12300000" y="0"/><w:tcW w:w="12300000"/></w:drawing></w:p>'
        )
        assert _found(docx(_PUBLIC + drawing)) == set()

    def test_small_amounts_are_not_searched_for(self) -> None:
        scan = LeakScan([Secret(Phrase("価", "price"), amounts=(1440,))])
        assert scan.hits("a.docx", docx(paragraph("1,440"))) == ()


class TestCleanFiles:
    def test_shared_phrases_are_no_leak(self) -> None:
        near = (
            "受託者は、翌営業日正午までに報告すること。",
            "繁忙期の人数を要因別に示すこと。",
            "Agents answer when the queue exceeds five calls.",
            "The vendor shall report at least 20 business days before the start of the service.",
        )
        assert _found(docx(_PUBLIC + "".join(paragraph(text) for text in near))) == set()

    def test_nothing_secret_finds_nothing(self) -> None:
        assert LeakScan([]).hits("a.docx", docx(paragraph(_JA, "12,300,000"))) == ()

    def test_short_secrets_are_found_as_names_only(self) -> None:
        scan = LeakScan(
            [Secret(Phrase("メモ", "note"), texts=("別紙のとおり", "See above", "monthly report"))]
        )
        assert scan.hits("a.docx", docx(paragraph("別紙のとおり。See above. Monthly report."))) == ()

    @settings(max_examples=60, deadline=None)
    @given(st.text(st.sampled_from("入電予測誤差をまでに報告12,300万円 abc\n"), max_size=60))
    def test_what_holds_no_run_of_a_secret_passes(self, text: str) -> None:
        scan = LeakScan([Secret(Phrase("一", "one"), (_EN,), (_EN,))])
        assert scan.hits("a.docx", docx(paragraph(text.replace("\n", "")))) == ()


class TestRefusing:
    def test_the_error_names_the_secret_and_the_part_but_not_the_text(self) -> None:
        with pytest.raises(Leak) as caught:
            _SCAN.refuse("rfp.docx", docx(paragraph(_JA) + paragraph("12,300,000")))
        for lang in Lang:
            said = "".join(caught.value.lines(lang))
            assert _WITHHELD.name.to(lang) in said
            assert _CEILING.name.to(lang) in said
            assert "word/document.xml" in said
            assert not any(piece in said for piece in ("入電", "queue", "300"))

    @pytest.mark.parametrize(
        ("secret", "shown", "found"),
        [
            ("採点は十分類で満点。", "採点は十分類で満点。", True),
            ("採点は十分類で満点。", "なお、採点は十分類で満点。以上", True),
            ("採点は十分類で満点。", "採点は十分類で行う。", False),
            ("下記のとおり", "下記のとおり", False),
        ],
    )
    def test_a_short_text_is_found_as_a_whole_and_one_that_says_nothing_is_not(
        self, secret: str, shown: str, found: bool
    ) -> None:
        scan = LeakScan((Secret(Phrase("手引", "guide"), texts=(secret,)),))
        assert bool(scan.hits("rfp.docx", docx(paragraph(shown)))) == found

    def test_a_clean_file_passes(self) -> None:
        _SCAN.refuse("rfp.docx", docx(_PUBLIC))

    def test_each_secret_is_told_once_a_part(self) -> None:
        hits = _SCAN.hits(
            "rfp.docx", docx(paragraph(_JA) * 3, word__header1_dot_xml=document(paragraph(_JA)))
        )
        assert [(hit.secret.en, hit.part) for hit in hits] == [
            (_W, "word/document.xml"),
            (_W, "word/header1.xml"),
        ]

    def test_what_is_no_package_is_no_vendor_file(self) -> None:
        with pytest.raises(zipfile.BadZipFile):
            _SCAN.hits("rfp.docx", b"not a zip")
