"""The engine that fills the tags: docxtpl's joining of split tags, in a sandbox that holds nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from rfp_builder.i18n import Phrase
from rfp_builder.word.refusals import SEE_NAMES, refused
from rfp_builder.word.xml import letters

Context = Mapping[str, object]
"""Texts (str), finished XML (Markup), and lists of such mappings; nothing with methods worth calling."""

_MOST_CHARACTERS = 256 * 1024 * 1024
_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr),
    *(nodes.For, nodes.If, nodes.Not),
)

_UNREADABLE = Phrase("「{part}」のタグを読み取れません。", "The tags of “{part}” cannot be read.")
_FORBIDDEN = Phrase(
    "「{part}」に、使えない書き方のタグがあります。", "“{part}” holds a tag of a form that may not be used."
)
_MISSING = Phrase("「{part}」に、使えない名前があります。", "“{part}” uses a name that does not exist here.")
_ENDLESS = Phrase("文書が大きくなりすぎます。", "The document would grow too large.")


class _Environment(ImmutableSandboxedEnvironment):
    """Looks names up in mappings and nowhere else, so that no value has attributes."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return self.getattr(obj, argument)


def compile_tags(part: str, xml: str) -> str:
    """The XML of a part with its tags joined and drawn out of the paragraphs and rows they stand for.

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
    return patched


def fill(part: str, patched: str, context: Context) -> str:
    """The XML of a part with its tags filled. Texts come out to the letter, finished XML as it is.

    Raises:
        Refused: a name has no value, or the result is out of all proportion.
    """
    pieces: list[str] = []
    size = 0
    try:
        for piece in _environment().from_string(patched).generate(context):
            size += len(piece)
            if size > _MOST_CHARACTERS:
                raise refused(_ENDLESS)
            pieces.append(piece)
    except TemplateError:
        raise refused(_MISSING.fill(part=part), SEE_NAMES) from None
    return "".join(pieces)


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
