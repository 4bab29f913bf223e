"""The tags of a template: found, read by a small grammar, and held against the names they may use.

Nothing but names, loops over lists and conditions passes. So a template can neither call, compute nor reach
beyond the values it is given, and its work grows with the data only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from rfp_builder.i18n import Phrase
from rfp_builder.word.names import Block, Names, Rows, Text
from rfp_builder.word.refusals import Place, refused, refused_at
from rfp_builder.word.xml import w

_MOST_TAGS = 1000

_NAME = r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_VALUE = re.compile(rf"\{{\{{(?P<level>p )?\s*(?P<name>{_NAME})\s*\}}\}}")
_STATEMENT = re.compile(
    rf"\{{%(?P<level>p |tr )?\s*(?:for (?P<row>[a-z_][a-z0-9_]*) in (?P<rows>{_NAME})"
    rf"|if (?:not )?(?P<condition>{_NAME})|(?P<word>else|endif|endfor))\s*%\}}"
)
_FULL_WIDTH = re.compile(r"[{｛][{｛%％#＃]|[}｝%％#＃][}｝]")
_HALF_WIDTH = frozenset({"{{", "}}", "{%", "%}", "{#", "#}"})

_WIDE = Phrase(
    "タグのかっこや％が全角です。このままでは文字として印刷されます。",
    "The braces or per cent sign of a tag are full-width; they would be printed as text.",
)
_WIDE_REMEDY = Phrase(
    "日本語入力を切り、半角の {{ }} または {% %} に直してください。",
    "Switch the Japanese input off and type them as {{ }} or {% %}.",
)
_UNCLOSED = Phrase("閉じていないタグがあります。", "A tag is not closed.")
_NOT_OPENED = Phrase("対応する始まりのタグがありません。", "There is no tag that this one closes.")
_OTHER_LEVEL = Phrase(
    "始まりのタグと段落・表の行の書き方（{%p %}、{%tr %}）または置き場所が揃っていません。",
    "It does not match its opening tag in form ({%p %}, {%tr %}) or in place.",
)
_FORBIDDEN = Phrase(
    "使えない書き方です。名前、繰り返し（for）、条件（if）だけが使えます。",
    "Only names, loops (for) and conditions (if) may be used; this is something else.",
)
_UNKNOWN = Phrase("「{name}」という名前はありません。", "There is no name “{name}”.")
_NOT_TEXT = Phrase(
    "「{name}」はまとまった段落や表です。独立した段落に {{{{p {name} }}}} と書きます。",
    "“{name}” is a block of paragraphs or tables: write {{{{p {name} }}}} in a paragraph of its own.",
)
_NOT_BLOCK = Phrase(
    "「{name}」は文字です。{{{{ {name} }}}} と書きます。", "“{name}” is text: write {{{{ {name} }}}}."
)
_NOT_ROWS = Phrase("「{name}」は繰り返せません。", "“{name}” cannot be looped over.")
_IS_ROWS = Phrase("「{name}」は一覧です。for で繰り返します。", "“{name}” is a list: loop over it.")
_NESTED = Phrase(
    "内側の繰り返しは、外側の繰り返しの名前から始まる一覧だけに使えます。",
    "An inner loop may only go over a list that begins with the name of the loop around it.",
)
_NOT_ALONE = Phrase(
    "この書き方のタグは、1つだけで段落（tr は表の行）を占める必要があります。",
    "A tag of this form must stand alone in its paragraph (tr: in its row).",
)
_MISPLACED = Phrase(
    "「{part}」の、本文の文字ではない場所（フィールドや図形の名前）にタグがあります。",
    "“{part}” holds a tag outside its text, in a field or an attribute.",
)
_TOO_MANY = Phrase("タグが多すぎます（上限は1,000個です）。", "There are too many tags (the limit is 1,000).")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    element: etree._Element
    position: int
    text: str


@dataclass(frozen=True, slots=True)
class _Open:
    """A for or if that waits for its end."""

    kind: str
    level: str
    around: etree._Element | None
    place: Place
    row: str | None = None


def check_tags(part: Phrase, root: etree._Element, names: Names) -> frozenset[str]:
    """Hold every tag of a part against the grammar and the names; says which of the names it uses.

    Raises:
        Refused: with the place of the first tag that does not fit.
    """
    check = _Check(part, names)
    check.run(root)
    return frozenset(check.used)


class _Check:
    def __init__(self, part: Phrase, names: Names) -> None:
        self.part = part
        self.scopes: list[tuple[str, Names]] = []
        self.names = names
        self.open: list[_Open] = []
        self.count = 0
        self.used: set[str] = set()

    def run(self, root: etree._Element) -> None:
        for paragraph in _paragraphs(root):
            self._paragraph(paragraph)
        if self.open:
            raise refused_at(self.open[-1].place, _UNCLOSED)
        for element in root.iter():
            loose = [str(value) for value in element.attrib.values()]
            if element.tag != w("t"):
                loose.append(element.text or "")
            if any("{{" in text or "{%" in text or "{#" in text for text in loose):
                raise refused(_MISPLACED.fill(part=self.part))

    def _paragraph(self, paragraph: _Paragraph) -> None:
        text = paragraph.text
        for match in _FULL_WIDTH.finditer(text):
            if match[0] not in _HALF_WIDTH:
                raise refused_at(self._place(paragraph, match.start()), _WIDE, _WIDE_REMEDY)
        depth = len(self.open)
        inline = False
        for match in _TAG.finditer(text):
            self.count += 1
            if self.count > _MOST_TAGS:
                raise refused(_TOO_MANY)
            place = self._place(paragraph, match.start())
            level = self._tag(match[0], paragraph, place)
            inline = inline or not level
            if level and not _alone(paragraph, match[0], level):
                raise refused_at(place, _NOT_ALONE)
        rest = _TAG.sub(lambda match: " " * len(match[0]), text)
        for mark in ("{{", "{%", "{#", "}}", "%}", "#}"):
            if mark in rest:
                raise refused_at(self._place(paragraph, rest.index(mark)), _UNCLOSED)
        if inline and len(self.open) > depth:
            raise refused_at(self.open[-1].place, _UNCLOSED)

    def _tag(self, tag: str, paragraph: _Paragraph, place: Place) -> str:
        """Check one tag; returns its level: "p", "tr", or "" within a line."""
        if value := _VALUE.fullmatch(tag):
            level = (value["level"] or "").strip()
            self._value(value["name"], level, place)
            return level
        statement = _STATEMENT.fullmatch(tag)
        if statement is None:
            raise refused_at(place, _FORBIDDEN)
        level = (statement["level"] or "").strip()
        around = _around(paragraph.element, level)
        if statement["row"]:
            self._begin_loop(statement["row"], statement["rows"], level, around, place)
        elif statement["condition"]:
            self._resolve(statement["condition"], place)
            self.open.append(_Open("if", level, around, place))
        else:
            self._close(statement["word"], level, around, place)
        return level

    def _value(self, name: str, level: str, place: Place) -> None:
        match self._resolve(name, place):
            case Text() if level:
                raise refused_at(place, _NOT_BLOCK.fill(name=name))
            case Block() if not level:
                raise refused_at(place, _NOT_TEXT.fill(name=name))
            case Rows():
                raise refused_at(place, _IS_ROWS.fill(name=name))

    def _begin_loop(
        self, row: str, rows: str, level: str, around: etree._Element | None, place: Place
    ) -> None:
        found = self._resolve(rows, place)
        if not isinstance(found, Rows):
            raise refused_at(place, _NOT_ROWS.fill(name=rows))
        if self.scopes and rows.partition(".")[0] != self.scopes[-1][0]:
            raise refused_at(place, _NESTED)
        self.open.append(_Open("for", level, around, place, row))
        self.scopes.append((row, found.members))

    def _close(self, word: str, level: str, around: etree._Element | None, place: Place) -> None:
        kind = "for" if word == "endfor" else "if"
        if not self.open or self.open[-1].kind != kind:
            raise refused_at(place, _NOT_OPENED)
        if self.open[-1].level != level or self.open[-1].around is not around:
            raise refused_at(place, _OTHER_LEVEL)
        if word != "else":
            closed = self.open.pop()
            if closed.row is not None:
                self.scopes.pop()

    def _resolve(self, name: str, place: Place) -> Text | Block | Rows:
        first, *rest = name.split(".")
        scope: Names = self.names
        for row, members in reversed(self.scopes):
            if row == first and rest:
                scope, (first, *rest) = members, rest
                break
        found = scope.get(first)
        if found is None or rest:
            raise refused_at(place, _UNKNOWN.fill(name=name))
        if scope is self.names:
            self.used.add(first)
        return found

    def _place(self, paragraph: _Paragraph, at: int) -> Place:
        return Place(self.part, paragraph.position, paragraph.text, at + 1)


def _paragraphs(root: etree._Element) -> Iterator[_Paragraph]:
    """Paragraphs with their own text; what a text box inside holds counts as paragraphs of its own."""
    for position, element in enumerate(root.iter(w("p")), start=1):
        own = (text.text or "" for text in element.iter(w("t")) if _paragraph_of(text) is element)
        yield _Paragraph(element, position, "".join(own))


def _paragraph_of(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(w("p")), None)


def _around(paragraph: etree._Element, level: str) -> etree._Element | None:
    """What the opening and the closing tag must have in common to leave whole elements between them."""
    if level == "tr":
        row = next(paragraph.iterancestors(w("tr")), None)
        return None if row is None else row.getparent()
    return paragraph.getparent() if level == "p" else paragraph


def _alone(paragraph: _Paragraph, tag: str, level: str) -> bool:
    if level == "p":
        return paragraph.text.strip() == tag
    row = next(paragraph.element.iterancestors(w("tr")), None)
    return row is not None and "".join(text.text or "" for text in row.iter(w("t"))).strip() == tag
