"""Languages: every text that vendors read exists in each language the RFP is issued in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.texts import Text
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.shape import items

_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
_KANA = re.compile("[\u3041-\u309f]")
_WORDS = re.compile(r"[A-Za-z]{2,}")
_BINDING = ("requirements[", "criteria.", "rfp.")


@rule("language.binding", Severity.BLOCKS, "要件・評価基準の言語", "Language of what binds")
def binding(context: Context) -> Iterator[Hit]:
    """A requirement, criterion, gate or instruction lacks a language of the RFP."""
    for text in context.public_texts:
        if text.path.startswith(_BINDING):
            yield from _missing(context, text)


@rule("language.definition", Severity.WARNS, "定義の言語", "Language of the definition")
def definition(context: Context) -> Iterator[Hit]:
    """A text of the definition lacks a language of the RFP; one finding an item."""
    by_item: dict[str, list[Text]] = {}
    paths = {shape.path: shape.id for shape in items().values()}
    for text in context.public_texts:
        item = paths.get(".".join(text.path.split(".")[:2]))
        if item is not None and any(not text.value.has(lang) for lang in context.project.rfp.languages):
            by_item.setdefault(item, []).append(text)
    for item, texts in by_item.items():
        first = texts[0]
        lang = next(lang for lang in context.project.rfp.languages if not first.value.has(lang))
        yield Hit(
            first.path,
            Phrase(
                "{item}に、{lang}のない文が{count}か所あります。",
                "{item} has {count} text(s) without {lang}.",
            ).fill(item=item, lang=lang.label, count=len(texts)),
            Phrase(
                "{lang}の文を加えてください。ないままでは、もう一方の言語のまま載ります。",
                "Add the {lang} wording; otherwise the other language is printed.",
            ).fill(lang=lang.label),
        )


@rule("language.swapped", Severity.WARNS, "言語の取り違え", "Wording in the wrong language")
def swapped(context: Context) -> Iterator[Hit]:
    """The Japanese field holds English, or the English field Japanese."""
    for text in context.public_texts:
        ja, en = text.value.ja, text.value.en
        if en is not None and _KANA.search(en) and len(_WORDS.findall(en)) < len(_JAPANESE.findall(en)):
            yield _in_wrong_field(text, Lang.EN)
        if ja is not None and not _JAPANESE.search(ja) and len(_WORDS.findall(ja)) >= 4:
            yield _in_wrong_field(text, Lang.JA)


def _missing(context: Context, text: Text) -> Iterator[Hit]:
    for lang in context.project.rfp.languages:
        if not text.value.has(lang):
            yield Hit(
                text.path,
                Phrase(
                    "提案依頼書は{lang}でも発行しますが、この文に{lang}がありません。",
                    "The RFP is issued in {lang}, but this text has no {lang} wording.",
                ).fill(lang=lang.label),
                Phrase("{lang}の文を加えてください。", "Add the {lang} wording.").fill(lang=lang.label),
            )


def _in_wrong_field(text: Text, lang: Lang) -> Hit:
    return Hit(
        text.path,
        Phrase(
            "{lang}の欄に、別の言語の文が入っています。", "The {lang} field holds text in another language."
        ).fill(lang=lang.label),
        Phrase("欄を取り違えていないか確かめてください。", "Check whether the fields were swapped."),
    )
