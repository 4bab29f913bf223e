"""Filling: texts to the letter, the same bytes each time, nothing that was not put in."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase
from rfp_builder.text.clean import clean
from rfp_builder.word.blocks import Column, facts, table
from rfp_builder.word.house.paper import tag
from rfp_builder.word.names import Block, Names, Rows, Text
from rfp_builder.word.properties import Properties
from rfp_builder.word.template import Template, open_template
from rfp_builder.word.xml import w
from tests.word.reading import Word
from tests.word.sample import DAY, PROPERTIES, template

ABOUT = Phrase("あ", "a")
NAMES: Names = {
    "text": Text(ABOUT),
    "table": Block(ABOUT),
    "rows": Rows(ABOUT, {"text": Text(ABOUT)}),
}
HOSTILE = [
    "{{ x }}",
    "{% raw %}",
    "{{ text }}{#a#}",
    "{_{ }_} {_% %_}",
    "<b>&",
    "&lt;&amp;",
    "]]>",
    "</w:t></w:r></w:p>",
    "<w:p/>",
    "<?block 0?>",
    "<?contents?>",
    "[red] [/] [a={'b[0]'}]",
    "=1+1",
    "𠮷野家と葛\U000e0100城",
    "一行目\n二行目\n\n四行目",
    "左\t右",
    "  両端の空白  ",
    "“引用” ‘一重’",
    "ＳＬＡ < 20秒 & ＣＳ",
    "\\g<0> \\1 %s {0}",
]


@pytest.fixture(scope="module")
def opened() -> Template:
    return open_template(
        template(
            tag("{{ text }}"),
            tag("{{p table }}"),
            tag("{%p for row in rows %}"),
            tag("・{{ row.text }}"),
            tag("{%p endfor %}"),
        ),
        NAMES,
    )


def filled(opened: Template, text: str) -> Word:
    """The text in a paragraph, in both kinds of tables and in a loop."""
    styles = opened.styles
    blocks = table(styles, [Column("a", 4000), Column("b", 5070, numeric=True)], [(text, text)])
    blocks += facts(styles, [(text, text)])
    return Word.of(opened.render({"text": text, "table": blocks, "rows": [{"text": text}]}, PROPERTIES))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_to_the_letter(opened: Template, text: str) -> None:
    word = filled(opened, text)
    shown = [shown for _, shown in word.paragraphs() if shown]
    assert shown == [text, f"・{text}"]
    assert word.tables() == [[["a", "b"], [text, text]], [[text, text]]]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40).map(lambda text: clean(text).text))
def test_any_clean_text_comes_out_to_the_letter(text: str) -> None:
    opened = open_template(template(tag("あ{{ text }}い")), NAMES)
    word = Word.of(opened.render({"text": text, "table": "", "rows": []}, PROPERTIES))
    assert word.paragraphs() == [("Tag", f"あ{text}い")]


def test_spaces_at_the_ends_are_kept_by_word_too(opened: Template) -> None:
    for element in filled(opened, " a ").body.iter(w("t")):
        if element.text != (element.text or "").strip():
            assert element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


@pytest.mark.parametrize("text", ["\x00", "\x0b", "\ufffe", "\ud800"])
@pytest.mark.parametrize("place", ["text", "table"])
def test_what_xml_cannot_hold_is_refused_and_not_cut(opened: Template, text: str, place: str) -> None:
    block = facts(opened.styles, [("a", text if place == "table" else "b")])
    with pytest.raises(Refused) as refusal:
        opened.render({"text": text if place == "text" else "", "table": block, "rows": []}, PROPERTIES)
    assert "制御文字" in refusal.value.why.ja


def test_a_name_without_a_value_is_refused(opened: Template) -> None:
    with pytest.raises(Refused) as refusal:
        opened.render({"table": Markup(""), "rows": []}, PROPERTIES)
    assert "word/document.xml" in refusal.value.why.ja


def test_a_loop_over_half_a_table_is_refused() -> None:
    cell = "<w:tc><w:tcPr/>{}</w:tc>"
    inside = cell.format(tag("{%p if text %}") + tag("{%p endif %}") + tag("a"))
    sound = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{inside}</w:tr></w:tbl>"
    open_template(template(sound, tag("b")), NAMES)
    broken = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell.format(tag('{%p if text %}'))}</w:tr></w:tbl>"
    with pytest.raises(Refused) as refusal:
        open_template(template(broken, tag("{%p endif %}")), NAMES)
    assert "揃っていません" in refusal.value.why.ja


def test_rows_of_a_table_are_repeated() -> None:
    def row(*texts: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{tag(text)}</w:tc>" for text in texts) + "</w:tr>"

    body = row("{%tr for one in rows %}", "") + row("{{ one.text }}", "x") + row("{%tr endfor %}", "")
    opened = open_template(template(f"<w:tbl><w:tblPr/><w:tblGrid/>{body}</w:tbl>", tag("")), NAMES)
    context = {"text": "", "table": "", "rows": [{"text": "一"}, {"text": "二"}]}
    assert Word.of(opened.render(context, PROPERTIES)).tables() == [[["一", "x"], ["二", "x"]]]


def test_the_same_input_gives_the_same_bytes(opened: Template) -> None:
    again = open_template(
        template(
            tag("{{ text }}"),
            tag("{{p table }}"),
            tag("{%p for row in rows %}"),
            tag("・{{ row.text }}"),
            tag("{%p endfor %}"),
        ),
        NAMES,
    )
    context = {"text": "同じ", "table": Markup(""), "rows": []}
    assert opened.render(context, PROPERTIES) == again.render(context, PROPERTIES)


def test_the_package_says_nothing_about_when_and_where_it_was_made(opened: Template) -> None:
    data = opened.render({"text": "a", "table": "", "rows": []}, PROPERTIES)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        infos = package.infolist()
    names = [info.filename for info in infos]
    assert names[0] == "[Content_Types].xml" and names[1:] == sorted(names[1:])
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {(info.create_system, info.external_attr >> 16 & 0o777) for info in infos} <= {(0, 0), (0, 0o600)}
    settings = Word.of(data).parts["word/settings.xml"]
    assert b"updateFields" not in settings and b"attachedTemplate" not in settings


def test_core_properties_are_written_once_escaped(opened: Template) -> None:
    properties = Properties(title="A & B <C>", issuer="{{ text }}", lang=PROPERTIES.lang, day=DAY)
    data = opened.render({"text": "x", "table": "", "rows": []}, properties)
    core = etree.fromstring(Word.of(data).parts["docProps/core.xml"])
    dc = "{http://purl.org/dc/elements/1.1/}"
    assert core.findtext(f"{dc}title") == "A & B <C>"
    assert core.findtext(f"{dc}creator") == "{{ text }}"
    assert core.findtext("{http://purl.org/dc/terms/}created") == "2027-02-01T00:00:00Z"
