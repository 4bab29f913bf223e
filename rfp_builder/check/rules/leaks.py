"""Leaks before they happen: public texts that quote, name or number what vendors may not see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.texts import Text, wordings
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.localized import Localized
from rfp_builder.model.shape import item_at, items
from rfp_builder.text.amounts import SMALLEST_AMOUNT, amounts_in
from rfp_builder.text.fold import search_fold
from rfp_builder.text.ngrams import QuotationIndex
from rfp_builder.text.remember import remembered

_NOTE = Phrase("{id} {title}の社内メモ", "internal note of {id} {title}")
_FIELD = Phrase("{id} {title}の「{label}」", "“{label}” of {id} {title}")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@rule("disclosure.quote", Severity.BLOCKS, "非開示の内容の引用", "Public text quotes what is withheld")
def quote(context: Context) -> Iterator[Hit]:
    """A text that vendors read shares a run with a withheld requirement."""
    for text in context.public_texts if context.withheld else ():
        for secret in sorted(context.withheld_wordings.quoted(text.value)):
            if text.path == _open_question(secret):
                continue
            yield Hit(
                text.path,
                Phrase(
                    "提案会社が読む文が、非開示の要件{id}（要件文・確認方法・理由・採点の手引）と同じ言い"
                    "回しを含んでいます。このままでは文書を発行できません。",
                    "A text that vendors read shares a phrase with withheld requirement {id} (its statement, "
                    "acceptance, rationale or guide); documents will be refused.",
                ).fill(id=secret),
                Phrase(
                    "この文を書き換えるか、その要件を開示してください。",
                    "Reword the text, or disclose the requirement.",
                ),
            )


@rule(
    "disclosure.question-quotes", Severity.BLOCKS, "答えを明かす問い", "Open question gives the answer away"
)
def question_quotes(context: Context) -> Iterator[Hit]:
    """An open question quotes the withheld statement that it stands for."""
    for one in context.withheld:
        question = one.withholding.open_question if one.withholding is not None else None
        if question is not None and one.id in context.withheld_wordings.quoted(question):
            yield Hit(
                _open_question(one.id),
                Phrase(
                    "非開示の要件{id}に代わる問いが、要件と同じ言い回しを含み、答えを明かしています。",
                    "The open question for withheld requirement {id} shares a phrase with it and gives "
                    "the answer away.",
                ).fill(id=one.id),
                Phrase(
                    "要件の言葉を使わず、困る場面だけを述べて問いかけてください。",
                    "Describe only the situation, in other words, and ask.",
                ),
            )


@rule("disclosure.id", Severity.BLOCKS, "非開示の要件への参照", "Public text names a withheld requirement")
def withheld_id(context: Context) -> Iterator[Hit]:
    """A text that vendors read names the id of a withheld requirement."""
    secret = {one.id for one in context.withheld}
    for path, found in _ids_in_public(context, secret):
        yield Hit(
            path,
            Phrase(
                "提案会社が読む文が、非開示の要件のID（{id}）に触れています。",
                "A text that vendors read names withheld requirement {id}.",
            ).fill(id=found),
            Phrase("IDへの言及を削除してください。", "Take the id out of the text."),
        )


@rule("wording.internal-id", Severity.WARNS, "内部IDへの参照", "Internal ids in public texts")
def internal_id(context: Context) -> Iterator[Hit]:
    """A text refers to a requirement by its internal id; vendors see other numbers."""
    disclosed = {one.id for one in context.project.requirements if one.withholding is None}
    for path, found in _ids_in_public(context, disclosed):
        yield Hit(
            path,
            Phrase(
                "文が要件の内部ID（{id}）を指していますが、提案会社には別の番号で示されます。",
                "The text refers to requirement {id} by its internal id; vendors see another number.",
            ).fill(id=found),
            Phrase(
                "項目番号（4.3など）か内容で指してください。",
                "Refer to the item (4.3) or to the matter itself.",
            ),
        )


@rule(
    "disclosure.confidential-quote",
    Severity.BLOCKS,
    "社外秘の記載の引用",
    "Public text quotes what is confidential",
)
def confidential_quote(context: Context) -> Iterator[Hit]:
    """A text that vendors read quotes the incumbent, a budget note or an internal note."""
    secrets = dict(_confidential_texts(context))
    index = QuotationIndex(
        {f"{path}/{n}": one for path, text in secrets.items() for n, one in enumerate(wordings(text))},
        context.turns,
    )
    names = {
        search_fold(one): path
        for path, text in secrets.items()
        if not path.endswith("internal_note")
        for one in wordings(text)
    }
    for text in context.public_texts if secrets else ():
        quoted = {
            quotation.key.rpartition("/")[0] for one in wordings(text.value) for quotation in index.find(one)
        }
        folded = [search_fold(one) for one in wordings(text.value)]
        quoted |= {
            path for whole, path in names.items() if len(whole) > 1 and any(whole in one for one in folded)
        }
        for path in sorted(quoted):
            yield Hit(
                text.path,
                Phrase(
                    "提案会社が読む文に、社外秘の欄（{field}）と同じ記載があります。",
                    "A text that vendors read repeats a confidential answer ({field}).",
                ).fill(field=_called(path)),
                Phrase(
                    "この文から該当する記載を削除してください。社外秘の欄が「なし」のような一般の語なら、"
                    "その欄を空欄にしてください。",
                    "Take it out of the text; where the confidential answer is a plain word such as “none”, "
                    "leave that answer empty.",
                ),
            )


@rule("disclosure.ceiling", Severity.BLOCKS, "予定価格の記載", "Public text gives the ceiling price")
def ceiling(context: Context) -> Iterator[Hit]:
    """A text that vendors read holds the ceiling price, however it is written."""
    price = known(context.definition.work.constraints.ceiling_price)
    if price is None or price < SMALLEST_AMOUNT:
        return
    for text in context.public_texts:
        if any(price in amounts_in(wording) for wording in wordings(text.value)):
            yield Hit(
                text.path,
                Phrase(
                    "提案会社が読む文に、予定価格と同じ金額があります。",
                    "A text that vendors read gives the ceiling price.",
                ),
                Phrase(
                    "金額を削除してください。偶然の一致でも、発行時に止められます。",
                    "Take the amount out; even a coincidence is refused when documents are made.",
                ),
            )


def _open_question(requirement: str) -> str:
    return f"requirements[{requirement}].withholding.open_question"


def _confidential_texts(context: Context) -> Iterator[tuple[str, Localized]]:
    for shape in items().values():
        item = item_at(context.definition, shape.id)
        if item.internal_note is not None:
            yield f"{shape.path}.internal_note", item.internal_note
        for slot in shape.slots:
            answer = getattr(item, slot.name)
            if slot.confidential and isinstance(answer, Localized):
                yield f"{shape.path}.{slot.name}", answer


def _called(path: str) -> Phrase:
    """What people call a confidential field: 1.5 現状の「現在の委託先」."""
    stem, _, field = path.rpartition(".")
    shape = next(one for one in items().values() if one.path == stem)
    texts = item_text(shape.id)
    if field == "internal_note":
        return _NOTE.fill(id=shape.id, title=texts.title)
    return _FIELD.fill(id=shape.id, title=texts.title, label=texts.field(field).label)


def _ids_in_public(context: Context, ids: set[str]) -> Iterator[tuple[str, str]]:
    """Paths of public texts, and the ids they name; plain words such as an id "phone" do not count."""
    telling = {one for one in ids if "-" in one or any(letter.isdigit() for letter in one)}
    for text in context.public_texts if telling else ():
        for found in sorted(telling & _words(text)):
            yield text.path, found


def _words(text: Text) -> set[str]:
    return {word for wording in wordings(text.value) for word in _words_in(wording)}


@remembered
def _words_in(wording: str) -> frozenset[str]:
    return frozenset(_WORD.findall(wording.lower()))
