"""The engine that fills the tags: docxtpl's joining of split tags, in a sandbox that holds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from rfp_builder.i18n import Phrase
from rfp_builder.word.refusals import SEE_NAMES, refused
from rfp_builder.word.xml import letters

Context = Mapping[str, object]
"""Texts (str), finished XML (Markup), and lists of such mappings; nothing with methods worth calling."""

_MOST_CHARACTERS = 256 * 1024 * 1024
_INSTRUCTION = re.compile(rb"<\?block (\d+)\?>")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr),
    *(nodes.For, nodes.If, nodes.Not),
)

_UNREADABLE = Phrase("「{part}」のタグを読み取れません。", "The tags of “{part}” cannot be read.")
_FORBIDDEN = Phrase(
    "「{part}」に、使えない書き方のタグがあります。", "“{part}” holds a tag of a form that may not be used."
)
_MISSING = Phrase("「{part}」に、使えない名前があります。", "“{part}” uses a name that does not exist here.")
_CONTROL = Phrase(
    "文書に使えない制御文字が含まれています。", "A text holds control characters that no document can hold."
)
_ENDLESS = Phrase("文書が大きくなりすぎます。", "The document would grow too large.")


class _Environment(ImmutableSandboxedEnvironment):
    """Looks names up in mappings and nowhere else, so that no value has attributes."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return self.getattr(obj, argument)


@dataclass(frozen=True, slots=True)
class Filled:
    """A part with its tags filled; the blocks, which are most of it, stand aside and are put in last."""

    skeleton: str
    """XML with an instruction in the place of each block."""
    blocks: tuple[str, ...]

    def joined(self, skeleton: bytes) -> bytes:
        """The skeleton, perhaps changed since, with the blocks in their places."""
        pieces = _INSTRUCTION.split(skeleton)
        pieces[1::2] = [self.blocks[int(number)].encode() for number in pieces[1::2]]
        return b"".join(pieces)


def compile_tags(part: str, xml: str) -> Template:
    """A part ready to be filled: its tags joined, and drawn out of the paragraphs and rows they stand for.

    Raises:
        Refused: something else than names, loops and conditions came out of it.
    """
    patched = str(DocxTemplate(None).patch_xml(xml))
    try:
        tree = _environment().parse(patched)
    except TemplateError:
        raise refused(_UNREADABLE.fill(part=part), SEE_NAMES) from None
    for node in _below(tree):
        filtered = isinstance(node, nodes.For) and (node.test or node.recursive)
        if filtered or not isinstance(node, _ALLOWED):
            raise refused(_FORBIDDEN.fill(part=part), SEE_NAMES)
    return _environment().from_string(tree)


def fill(part: str, template: Template, context: Context) -> Filled:
    """A part with its tags filled. Texts come out to the letter, finished XML as it is.

    Raises:
        Refused: a name has no value, the result is out of all proportion, or a text cannot stand in XML.
    """
    skeleton: list[str] = []
    blocks: list[str] = []
    size = 0
    try:
        for piece in template.generate(context):
            size += len(piece)
            if size > _MOST_CHARACTERS:
                raise refused(_ENDLESS)
            if _NOT_XML.search(piece):
                raise refused(_CONTROL)
            # Texts are escaped by now: only a block begins with an element.
            if isinstance(piece, Markup) and piece.startswith("<w:"):
                skeleton.append(f"<?block {len(blocks)}?>")
                blocks.append(piece)
            else:
                skeleton.append(piece)
    except TemplateError:
        raise refused(_MISSING.fill(part=part), SEE_NAMES) from None
    return Filled("".join(skeleton), tuple(blocks))


def _shown(value: object) -> object:
    return Markup(letters(value)) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> _Environment:
    environment = _Environment(autoescape=True, undefined=StrictUndefined, finalize=_shown, cache_size=0)
    for names in (environment.globals, environment.filters, environment.tests):
        names.clear()
    return environment


def _below(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _below(child)
