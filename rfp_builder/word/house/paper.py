"""Paragraphs, headers, footers and the package of a delivered template."""

from __future__ import annotations

from collections.abc import Iterable

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.word.house.styles import fonts_part, numbering_part, styles_part
from rfp_builder.word.package import CONTENT_TYPES, write_package
from rfp_builder.word.properties import settings_part
from rfp_builder.word.relations import Relation, content_types, relations_part
from rfp_builder.word.styles import style_id
from rfp_builder.word.xml import R, W, letters

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_DRAFT = Phrase("下書き", "DRAFT")


def line(style: str, text: str, *, new_page: bool = False) -> str:
    """A paragraph; its text may hold tags."""
    page = "<w:pageBreakBefore/>" if new_page else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/>{page}</w:pPr>'
        f'<w:r><w:t xml:space="preserve">{letters(text)}</w:t></w:r></w:p>'
    )


def tag(text: str) -> str:
    """A paragraph that holds nothing but a tag."""
    return line("Tag", text)


def given(name: str, *inside: str) -> str:
    """Paragraphs that are there only if `name` has a value."""
    return "".join((tag(f"{{%p if {name} %}}"), *inside, tag("{%p endif %}")))


def given_or(name: str, inside: str, otherwise: str) -> str:
    """Paragraphs for when `name` has a value, and for when it has none."""
    return "".join((tag(f"{{%p if {name} %}}"), inside, tag("{%p else %}"), otherwise, tag("{%p endif %}")))


def each(row: str, rows: str, *inside: str) -> str:
    """Paragraphs repeated for each row of a list."""
    return "".join((tag(f"{{%p for {row} in {rows} %}}"), *inside, tag("{%p endfor %}")))


def block(name: str) -> str:
    """The place of a block."""
    return tag(f"{{{{p {name} }}}}")


def docx(lang: Lang, tab: int, body: Iterable[str], header: str, footer: str) -> bytes:
    """The package: A4 portrait with margins of 25 mm, a cover without header and footer.

    `tab` is the room for the numbers of the first headings; `header` and `footer` are finished runs.
    """
    document = (
        f"<w:document {_SPACES}><w:body>{''.join(body)}<w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId7"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1588" w:right="1418" w:bottom="1418" w:left="1418" w:header="794" w:footer="680"'
        ' w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>'
    )
    mark = _watermark(_DRAFT.to(lang))
    parts = {
        "word/document.xml": ("document", document),
        "word/styles.xml": ("styles", styles_part(lang, tab)),
        "word/numbering.xml": ("numbering", numbering_part()),
        "word/fontTable.xml": ("fontTable", fonts_part()),
        "word/header1.xml": ("header", _edge("hdr", "header", header, mark.format(number=1))),
        "word/header2.xml": ("header", _edge("hdr", "Normal", "", mark.format(number=2))),
        "word/footer1.xml": ("footer", _edge("ftr", "footer", footer, "")),
        "word/footer2.xml": ("footer", _edge("ftr", "Normal", "", "")),
    }
    kinds = {name: kind for name, (kind, _) in parts.items()} | {"word/settings.xml": "settings"}
    files = {name: f"{_HEAD}{xml}".encode() for name, (_, xml) in parts.items()}
    files["word/settings.xml"] = settings_part(even_and_odd=False)
    files[CONTENT_TYPES] = content_types(kinds)
    below = [name for name in files if name.startswith("word/") and name != "word/document.xml"]
    order = ("styles", "numbering", "fontTable", "header1", "header2", "footer1", "footer2", "settings")
    relations = [
        Relation(f"rId{number}", kinds[name], name)
        for number, name in enumerate(sorted(below, key=lambda name: order.index(name[5:-4])), start=1)
    ]
    for name, content in (
        relations_part("word/document.xml", relations),
        relations_part("", [Relation("rId1", "document", "word/document.xml")]),
    ):
        files[name] = content
    return write_package(files)


def page_of() -> str:
    """Finished runs: page x / y."""
    return f'{_field("PAGE")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>{_field("NUMPAGES")}'


def edge(left: str, right: str) -> str:
    """Finished runs of a header or footer: one text at the left margin, one at the right."""
    return f"{_text(left)}<w:r><w:tab/></w:r>{right if right.startswith('<') else _text(right)}"


def _text(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{letters(text)}</w:t></w:r>'


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _edge(root: str, style: str, runs: str, mark: str) -> str:
    return (
        f'<w:{root} {_SPACES}><w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{mark}{runs}</w:p>'
        f"</w:{root}>"
    )


def _watermark(text: str) -> str:
    """Word's own watermark; `{number}` keeps its ids apart."""
    return (
        '<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600"'
        ' o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>'
        '<v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>'
        '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
        '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
        '<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
        '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom"'
        ' o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
        '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/>'
        '</v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
        '<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s205{number}" type="#_x0000_t136"'
        ' style="position:absolute;margin-left:0;margin-top:0;width:400pt;height:133pt;rotation:315;'
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f"'
        ' fillcolor="silver" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;Yu Gothic&quot;;font-size:1pt" string="{text}"/>'
        "</v:shape></w:pict></w:r>"
    )
