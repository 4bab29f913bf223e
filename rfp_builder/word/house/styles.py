"""Styles, list and font parts of the delivered templates.

Fonts are named outright, without a theme: Japanese text in Yu Gothic (or what stands in for it), latin text
in Arial.

Line heights of running text are exact, as Yu Gothic asks for far more room in Word than elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from xml.sax.saxutils import quoteattr

from rfp_builder.i18n import Lang
from rfp_builder.word.styles import style_id
from rfp_builder.word.xml import W

ACCENT = "1F3A5F"
WARM = "B45309"
GREY = "5F6B7A"
RULE = "C5CDD8"
SHADE = "EEF2F7"

LATIN = "Arial"
JAPANESE = "Yu Gothic"
TEXT_RIGHT = 9070
_LOCALES = {Lang.JA: "en-US", Lang.EN: "en-GB"}
"""Language of latin text. In Japanese documents English, or LibreOffice breaks numbers and words anywhere."""


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style. Sizes in half-points, distances in twentieths of a point."""

    name: str
    size: int = 21
    colour: str = ""
    bold: bool = False
    before: int = 0
    after: int = 0
    line: int = 0
    """Exact height of a line; 0 leaves it to the font."""
    left: int = 0
    hanging: int = 0
    tabs: tuple[tuple[str, int], ...] = ()
    align: str = ""
    keep_next: bool = False
    outline: int | None = None
    rule: str = ""
    """Side on which a thin rule stands: top or bottom."""
    numbered: bool = False
    heads: bool = False
    """Bold, in the accent colour, and together with what follows."""
    builtin: bool = False


def _looks(tab: int) -> tuple[Look, ...]:
    right = ("right", TEXT_RIGHT)
    return (*_running_text(), *_headings(tab, right), *_cover(), *_tables())


def _running_text() -> tuple[Look, ...]:
    return (
        Look("Body Text", after=120, line=340, builtin=True),
        Look("Table Lead", after=120, line=340, keep_next=True),
        Look("List Bullet", after=80, line=340, left=420, hanging=300, numbered=True, builtin=True),
        Look("Formula", size=24, before=160, after=200, align="center", keep_next=True),
        Look("Tag", size=14, colour="8A94A3"),
    )


def _headings(tab: int, right: tuple[str, int]) -> tuple[Look, ...]:
    def heading(level: int, size: int, before: int, after: int) -> Look:
        left = tab if level == 1 else 720
        return Look(
            f"heading {level}",
            size=size,
            before=before,
            after=after,
            left=left,
            hanging=left,
            outline=level - 1,
            rule="bottom" if level == 1 else "",
            builtin=True,
            heads=True,
        )

    def entry(level: int, size: int, before: int, left: int, hanging: int, colour: str) -> Look:
        return Look(
            f"toc {level}",
            size=size,
            bold=level == 1,
            colour=colour,
            before=before,
            line=size * 12,
            left=left,
            hanging=hanging,
            tabs=(("left", left), right),
            builtin=True,
        )

    return (
        heading(1, 32, 560, 240),
        heading(2, 25, 360, 120),
        heading(3, 22, 300, 120),
        heading(4, 20, 240, 80),
        Look("Front Heading", size=28, before=480, after=200, heads=True),
        entry(1, 20, 80, tab, tab, ACCENT),
        entry(2, 18, 16, tab, 500, ""),
        entry(3, 17, 0, tab + 620, 620, GREY),
        Look("header", size=16, colour=GREY, tabs=(right,), rule="bottom", builtin=True),
        Look("footer", size=16, colour=GREY, tabs=(right,), rule="top", builtin=True),
    )


def _cover() -> tuple[Look, ...]:
    return (
        Look("Cover Mark", size=20, colour=WARM, bold=True, align="right"),
        Look("Cover Client", size=28, colour=ACCENT, before=600),
        Look("Cover Title", size=40, colour=ACCENT, bold=True, before=2600, after=200),
        Look("Cover Kind", size=32, colour=GREY, after=400, rule="bottom"),
        Look("Cover Fact", before=60, after=60, left=2300, hanging=2300, tabs=(("left", 2300),)),
    )


def _tables() -> tuple[Look, ...]:
    text = Look("Table Text", size=18, before=40, after=40, line=272)
    dense = replace(text, name="Table Dense", size=16, before=0, after=0, line=200)
    head = replace(text, name="Table Head", size=17, line=260, heads=True)
    return (
        text,
        replace(text, name="Table Number", align="right"),
        head,
        replace(head, name="Table Head Number", align="right"),
        replace(text, name="Table Label", colour=ACCENT, bold=True),
        # For many figures on one page.
        dense,
        replace(dense, name="Table Dense Number", align="right"),
        replace(dense, name="Table Dense Label", colour=ACCENT, bold=True),
        replace(text, name="Table Note", size=16, before=0, line=240, colour=GREY),
        Look("Table Title", size=19, before=160, after=80, heads=True),
        # Almost without height of its own: at the end of a full page it would begin an empty one.
        Look("Table After", size=8, after=160, line=20),
    )


def styles_part(lang: Lang, tab: int) -> str:
    """word/styles.xml; `tab` is the room for the numbers of the first headings."""
    looks = "".join(_style(look) for look in _looks(tab))
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" w:eastAsia="{JAPANESE}"/>'
        '<w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val="{_LOCALES[lang]}" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        "<w:pPr><w:widowControl/></w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
        f'<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{_margins(108, 0)}</w:tblPr></w:style>"
        f'{looks}<w:style w:type="character" w:customStyle="1" w:styleId="Marker"><w:name w:val="Marker"/>'
        f'<w:qFormat/><w:rPr><w:b/><w:bCs/><w:color w:val="{WARM}"/></w:rPr></w:style>'
        f"{_table_style('RFP Table', 'firstRow')}{_table_style('RFP Facts', 'firstCol')}</w:styles>"
    )


def numbering_part() -> str:
    """word/numbering.xml: one bulleted list."""
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/>'
        '<w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="420" w:hanging="300"/></w:pPr><w:rPr><w:color w:val="{ACCENT}"/></w:rPr>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def fonts_part() -> str:
    """word/fontTable.xml: what may stand in where a font is not installed."""
    return (
        f'<w:fonts xmlns:w="{W}"><w:font w:name="{JAPANESE}">'
        '<w:altName w:val="游ゴシック;MS Gothic;Noto Sans CJK JP"/>'
        '<w:panose1 w:val="020B0400000000000000"/><w:charset w:val="80"/><w:family w:val="swiss"/>'
        f'<w:pitch w:val="variable"/></w:font><w:font w:name="{LATIN}">'
        '<w:panose1 w:val="020B0604020202020204"/>'
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _style(look: Look) -> str:
    custom = "" if look.builtin else ' w:customStyle="1"'
    following = (
        '<w:next w:val="BodyText"/>' if look.outline is not None or look.name == "Front Heading" else ""
    )
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(look.name)}">'
        f"<w:name w:val={quoteattr(look.name)}/>"
        f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/>'
        f"<w:pPr>{_paragraph(look)}</w:pPr><w:rPr>{_run(look)}</w:rPr></w:style>"
    )


def _paragraph(look: Look) -> str:
    """Paragraph properties, in the order that the schema wants."""
    pieces = []
    if look.keep_next or look.heads:
        pieces.append("<w:keepNext/><w:keepLines/>")
    if look.numbered:
        pieces.append('<w:numPr><w:numId w:val="1"/></w:numPr>')
    if look.rule:
        pieces.append(
            f'<w:pBdr><w:{look.rule} w:val="single" w:sz="6" w:space="4" w:color="{RULE}"/></w:pBdr>'
        )
    if look.tabs:
        stops = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in look.tabs)
        pieces.append(f"<w:tabs>{stops}</w:tabs>")
    pieces.append('<w:snapToGrid w:val="0"/>')
    line = f' w:line="{look.line}" w:lineRule="exact"' if look.line else ""
    pieces.append(f'<w:spacing w:before="{look.before}" w:after="{look.after}"{line}/>')
    if look.left or look.hanging:
        pieces.append(f'<w:ind w:left="{look.left}" w:hanging="{look.hanging}"/>')
    if look.align:
        pieces.append(f'<w:jc w:val="{look.align}"/>')
    if look.outline is not None:
        pieces.append(f'<w:outlineLvl w:val="{look.outline}"/>')
    return "".join(pieces)


def _run(look: Look) -> str:
    bold = "<w:b/><w:bCs/>" if look.bold or look.heads else ""
    chosen = look.colour or (ACCENT if look.heads else "")
    colour = f'<w:color w:val="{chosen}"/>' if chosen else ""
    return f'{bold}{colour}<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/>'


def _table_style(name: str, part: str) -> str:
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
    strong = f'w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"'
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
        f"<w:top {strong}/><w:bottom {rule}/><w:insideH {rule}/></w:tblBorders>{_margins(110, 20)}</w:tblPr>"
        f'<w:tblStylePr w:type="{part}"><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )


def _margins(sides: int, ends: int) -> str:
    values = (("top", ends), ("left", sides), ("bottom", ends), ("right", sides))
    inner = "".join(f'<w:{side} w:w="{value}" w:type="dxa"/>' for side, value in values)
    return f"<w:tblCellMar>{inner}</w:tblCellMar>"
