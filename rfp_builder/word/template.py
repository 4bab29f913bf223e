"""A template that was let in: opened, held against the names it may use, and filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Template as Tagged
from lxml import etree

from rfp_builder.i18n import Phrase
from rfp_builder.word.contents import PLACEHOLDER, fill_contents
from rfp_builder.word.environment import Context, Filled, compile_tags, fill
from rfp_builder.word.names import CONTENTS, Names
from rfp_builder.word.package import CONTENT_TYPES, read_package, write_package
from rfp_builder.word.properties import Properties, core_part, settings_part
from rfp_builder.word.refusals import SEE_NAMES, refused
from rfp_builder.word.relations import Relation, content_types, relations_of, relations_part
from rfp_builder.word.sanitize import sanitize
from rfp_builder.word.styles import Styles, style_id
from rfp_builder.word.tags import check_tags
from rfp_builder.word.watermark import drop_watermark, has_watermark
from rfp_builder.word.xml import R, W, parse, parse_foreign, to_bytes, w

_DOCUMENT = "word/document.xml"
_SETTINGS = "word/settings.xml"
_CORE = "docProps/core.xml"
_TAGGED = frozenset({"document", "header", "footer"})

_PARTS = {
    "document": Phrase("本文", "Text"),
    "header": Phrase("ヘッダー", "Header"),
    "footer": Phrase("フッター", "Footer"),
}
_LINKED = Phrase(
    "リンクされた画像など、文書の外にあるものを参照しています。",
    "It refers to something outside the document, such as a linked picture.",
)
_EMBED = Phrase(
    "画像は「リンク」ではなく「挿入」で文書に埋め込み（PNGかJPEG）、保存し直してください。",
    "Insert pictures (PNG or JPEG) into the document instead of linking them, and save it again.",
)
_UNSOUND = Phrase(
    "タグを埋めると文書の構造が崩れます。"
    "繰り返しや条件が段落や表の途中から始まっていないか確かめてください。",
    "Filling the tags breaks the document; a loop or condition may begin inside a paragraph or table and "
    "end outside.",
)
_NO_WATERMARK = Phrase(
    "下書きの透かしが、ひな形のヘッダーにありません。",
    "The headers of the template hold no watermark for drafts.",
)
_ADD_WATERMARK = Phrase(
    "Wordの［デザイン］→［透かし］で「下書き」の透かしを付けてください。下書きでない文書では、"
    "自動的に外れます。",
    "Add one in Word under Design, Watermark. It is taken out of every document that is no draft.",
)


@dataclass(frozen=True, slots=True)
class AtEnd:
    """What is put at the end of a template in which `name` does not stand."""

    name: str
    paragraphs: str
    """XML with tags, in the styles of the delivered templates."""
    styles: tuple[str, ...]
    """Names of these styles."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template ready to be filled. Holds nothing of the people who made it."""

    tagged: Mapping[str, Tagged]
    """Parts with tags, by name."""
    fixed: Mapping[str, bytes]
    kinds: Mapping[str, str]
    """What each part is: document, header, styles …"""
    relations: Mapping[str, tuple[Relation, ...]]
    styles: Styles
    even_and_odd: bool
    used: frozenset[str] = frozenset()
    """Names that stand in it, without those of the members of lists."""

    def render(self, context: Context, properties: Properties, *, draft: bool = False) -> bytes:
        """The finished document. The same input gives the same bytes.

        Raises:
            Refused: the template does not yield a sound document, or a draft has no watermark.
        """
        context = {**context, CONTENTS: PLACEHOLDER}
        filled = {name: fill(name, template, context) for name, template in self.tagged.items()}
        roots = {name: _root(part) for name, part in filled.items()}
        headers = [root for name, root in roots.items() if self.kinds[name] == "header"]
        if draft and not any(has_watermark(root) for root in headers):
            raise refused(_NO_WATERMARK, _ADD_WATERMARK)
        if not draft:
            for root in headers:
                drop_watermark(root)
        fill_contents(roots[_DOCUMENT], self.styles)
        parts = dict(self.fixed) | {name: part.joined(to_bytes(roots[name])) for name, part in filled.items()}
        parts[_SETTINGS] = settings_part(self.even_and_odd)
        parts[_CORE] = core_part(properties)
        parts[CONTENT_TYPES] = content_types({**self.kinds, _SETTINGS: "settings", _CORE: "core"})
        settings = Relation("rIdSettings", "settings", _SETTINGS)
        package = (Relation("rId1", "document", _DOCUMENT), Relation("rId2", "core", _CORE))
        lists = {**self.relations, _DOCUMENT: (*self.relations[_DOCUMENT], settings), "": package}
        parts.update(relations_part(name, relations) for name, relations in lists.items() if relations)
        return write_package(parts)


def _root(part: Filled) -> etree._Element:
    try:
        root = parse(part.skeleton.encode(), keep_instructions=True)
    except etree.XMLSyntaxError:
        raise refused(_UNSOUND, SEE_NAMES) from None
    _number_drawings(root)
    return root


def open_template(data: bytes, names: Names, at_end: AtEnd | None = None) -> Template:
    """A template from the bytes of a .docx file, with `at_end` where it has no place for that.

    Raises:
        Refused: no sound Word document; macros, a DOCTYPE, tracked changes, embedded or linked content;
            unknown names, unclosed or full-width tags, anything but names, loops and conditions, with the
            place; or a file out of all proportion.
    """
    parts = read_package(data)
    opening = _Opening(parts, names)
    opening.take(_DOCUMENT, "document")
    if at_end is not None and at_end.name not in opening.used:
        opening.add(at_end)
    return Template(
        tagged=opening.tagged,
        fixed=opening.fixed,
        kinds=opening.kinds,
        relations=opening.relations,
        styles=opening.styles,
        even_and_odd=b"evenAndOddHeaders" in parts.get(_SETTINGS, b""),
        used=opening.used,
    )


class _Opening:
    """Goes from the document along its references, part by part."""

    def __init__(self, parts: Mapping[str, bytes], names: Names) -> None:
        self.parts = parts
        self.names = names
        self.tagged: dict[str, Tagged] = {}
        self.fixed: dict[str, bytes] = {}
        self.kinds: dict[str, str] = {}
        self.relations: dict[str, tuple[Relation, ...]] = {}
        self.styles = Styles({})
        self.used: frozenset[str] = frozenset()

    def take(self, name: str, kind: str) -> None:
        """Take a part and all that it refers to."""
        self.kinds[name] = kind
        if kind == "image":
            self.fixed[name] = self.parts[name]
            return
        root = parse_foreign(name, self.parts[name])
        sanitize(root)
        relations = () if kind in ("theme", "fontTable") else tuple(relations_of(name, self.parts))
        _refuse_dangling(root, {relation.id for relation in relations})
        self.relations[name] = relations
        if kind in _TAGGED:
            self._take_tagged(name, kind, root)
        else:
            self.fixed[name] = to_bytes(root)
        if kind == "styles":
            self.styles = Styles.of(root)
        for relation in relations:
            if not relation.external and relation.target not in self.kinds:
                self.take(relation.target, relation.kind)

    def add(self, at_end: AtEnd) -> None:
        """Put paragraphs behind the last one of the document, in its own styles of the same names."""
        root = parse_foreign(_DOCUMENT, self.parts[_DOCUMENT])
        sanitize(root)
        ids = {style_id(name): self.styles[name] for name in at_end.styles}
        body = next(root.iter(w("body")))
        ends = [place for place, one in enumerate(body) if one.tag == w("sectPr")]
        added = parse(f'<w:body xmlns:w="{W}">{at_end.paragraphs}</w:body>'.encode())
        for style in added.iter(w("pStyle")):
            said = str(style.get(w("val")))
            style.set(w("val"), ids.get(said, said))
        place = ends[-1] if ends else len(body)
        body[place:place] = list(added)
        self._take_tagged(_DOCUMENT, "document", root)

    def _take_tagged(self, name: str, kind: str, root: etree._Element) -> None:
        self.used |= check_tags(_PARTS[kind], root, self.names)
        self.tagged[name] = compile_tags(name, etree.tostring(root, encoding="unicode"))


def _refuse_dangling(root: etree._Element, known: set[str]) -> None:
    for element in root.iter():
        for name, value in element.attrib.items():
            if str(name).startswith(f"{{{R}}}") and value not in known:
                raise refused(_LINKED, _EMBED)


def _number_drawings(root: etree._Element) -> None:
    """Drawings that a loop repeated get ids of their own."""
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    for number, element in enumerate(root.iter(drawing), start=1):
        element.set("id", str(number))
