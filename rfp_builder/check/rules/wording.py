"""Wording: words that cannot be tested, placeholders, references that lead nowhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import same
from rfp_builder.check.texts import wordings
from rfp_builder.check.words.terms import TERMS
from rfp_builder.check.words.vague import VagueWord, vague_words
from rfp_builder.i18n import Lang, Phrase, listed
from rfp_builder.model.localized import Localized
from rfp_builder.text.remember import remembered

_PLACEHOLDER = re.compile(
    r"\b(?:TBD|TBC|TBA|FIXME|XXX+|lorem ipsum)\b|[〇○●◯]{2,}|[?？]{3,}|[*＊]{3,}|_{3,}", re.I
)
_CIRCLES = re.compile(r"[〇○●◯]{2,}")
_LATER = re.compile(
    r"別途(?:協議|定め|指示|通知|連絡|相談|決定|提示)|追って|協議の(?:上|うえ)|協議により"
    r"|\b(?:to be (?:agreed|determined|defined|decided)|mutually agreed|agreed (?:later|separately))\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"上記|前述|前記|前項|下記|後述|次項"
    r"|\b(?:above-?mentioned|aforementioned|as (?:described|stated|mentioned) (?:above|below))\b"
    r"|\b(?:see (?:above|below)|the (?:above|following) requirement)\b",
    re.I,
)
_ATTACHED = re.compile(r"別紙|別添|別表|添付資料|添付書類|\b(?:appendix|annex|attachment|enclosure)\b", re.I)
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|｛｛|｝｝|｛％|％｝")

_ACTS = ("operations.", "people.", "ict.", "price.", "additional.")
"""Sections whose texts bind somebody; policy and background may speak in general terms."""


@rule("wording.vague", Severity.WARNS, "あいまいな語", "Vague words in statements")
def vague_statement(context: Context) -> Iterator[Hit]:
    """A statement with a word that everybody reads in another way."""
    for wording in context.wordings:
        for word in vague_words(wording.text, wording.lang):
            yield Hit(
                wording.path,
                Phrase(
                    "要件{id}（{item}）に、人によって解釈が分かれる語「{word}」があります。",
                    "Requirement {id} ({item}) has “{word}”, which everybody reads differently.",
                ).fill(id=wording.requirement.id, item=wording.requirement.item, word=word.shown),
                word.remedy,
            )


@rule("wording.vague-acceptance", Severity.WARNS, "あいまいな確認方法", "Vague words in acceptance")
def vague_acceptance(context: Context) -> Iterator[Hit]:
    """An acceptance that two people would judge differently."""
    for one in context.project.requirements:
        for word in _vague(one.acceptance):
            yield Hit(
                f"requirements[{one.id}].acceptance",
                Phrase(
                    "要件{id}（{item}）の確認方法に、判定が分かれる語「{word}」があります。",
                    "The acceptance of requirement {id} ({item}) has “{word}”, which leaves the verdict "
                    "open.",
                ).fill(id=one.id, item=one.item, word=word.shown),
                word.remedy,
            )


@rule("wording.vague-definition", Severity.ADVISES, "定義のあいまいな語", "Vague words in the definition")
def vague_definition(context: Context) -> Iterator[Hit]:
    """A field that binds the vendor says 速やかに or as needed."""
    for text in context.public_texts:
        if not text.path.startswith(_ACTS):
            continue
        for word in _vague(text.value):
            yield Hit(
                text.path,
                Phrase(
                    "「{word}」は人によって解釈が分かれます。", "“{word}” is read differently by everybody."
                ).fill(word=word.shown),
                word.remedy,
            )


@rule("wording.vague-gate", Severity.BLOCKS, "応募資格のあいまいな語", "Vague words in gates")
def vague_gate(context: Context) -> Iterator[Hit]:
    """A vendor would be thrown out on a word that cannot be judged."""
    for gate in context.project.rfp.gates:
        for word in _vague(gate.statement):
            yield Hit(
                f"rfp.gates[{gate.id}].statement",
                Phrase(
                    "応募資格に「{word}」があります。合否を客観的に判定できません。",
                    "A gate has “{word}”; passing or failing it would be a matter of taste.",
                ).fill(word=word.shown),
                word.remedy,
            )


@rule("wording.placeholder", Severity.BLOCKS, "書きかけの箇所", "Placeholders left in")
def placeholder(context: Context) -> Iterator[Hit]:
    """TBD, XXX or ○○ in a text that vendors will read."""
    for text in context.public_texts:
        # In what agents say to customers, 「○○様」 stands for a name on purpose.
        spoken = text.path.startswith(("operations.", "people."))
        for wording in wordings(text.value):
            mark = _placeholder(wording)
            if mark is not None and not (spoken and _CIRCLES.match(mark)):
                yield Hit(
                    text.path,
                    Phrase(
                        "書きかけの印「{mark}」が残っています。",
                        "A placeholder, “{mark}”, is left in the text.",
                    ).fill(mark=mark),
                    Phrase(
                        "内容を書くか、未定なら項目を「未定」（担当と期限）にしてください。",
                        "Write what is meant, or set the answer to “to be decided” with owner and date.",
                    ),
                )
                break


@remembered
def _placeholder(wording: str) -> str | None:
    found = _PLACEHOLDER.search(wording)
    return found[0] if found is not None else None


@rule("wording.later", Severity.WARNS, "別途協議", "Left to a later agreement")
def later(context: Context) -> Iterator[Hit]:
    """別途協議: vendors cannot price what will be agreed later."""
    for wording in context.wordings:
        if _LATER.search(wording.text):
            yield Hit(
                wording.path,
                Phrase(
                    "要件{id}（{item}）は、内容を後の協議に委ねています。見積にばらつきが出ます。",
                    "Requirement {id} ({item}) leaves the matter to a later agreement: offers will "
                    "differ for it.",
                ).fill(id=wording.requirement.id, item=wording.requirement.item),
                Phrase(
                    "今決められる範囲と、提案の前提とする条件を書いてください。",
                    "Write what can be settled now, and what offers shall assume.",
                ),
            )


@rule("wording.elsewhere", Severity.WARNS, "ほかの文への参照", "Statements that lean on others")
def elsewhere(context: Context) -> Iterator[Hit]:
    """上記 and 前項 lead nowhere once statements are sorted and numbered afresh."""
    for wording in context.wordings:
        found = _ELSEWHERE.search(wording.text)
        if found is not None:
            yield Hit(
                wording.path,
                Phrase(
                    "要件{id}（{item}）が「{word}」でほかの文を指しています。要件は並べ替えられ、番号も振"
                    "り直されます。",
                    "Requirement {id} ({item}) refers to other text by “{word}”; statements are sorted "
                    "and renumbered.",
                ).fill(id=wording.requirement.id, item=wording.requirement.item, word=found[0]),
                Phrase("1件だけで意味が通るように書いてください。", "Let each statement stand on its own."),
            )


@rule("wording.attachment", Severity.WARNS, "ない添付資料への参照", "Attachments that are not listed")
def attachment(context: Context) -> Iterator[Hit]:
    """A text speaks of an annex, but 7.5 lists none, nor is it where the volume annex is spoken of."""
    if rows(context.definition.additional.attachments.attachments):
        return
    of_volumes = ("work.volumes.", "work.forecast.") if context.project.annex is not None else ()
    for text in context.public_texts:
        if text.path.startswith(of_volumes):
            continue
        found = next((hit for wording in wordings(text.value) if (hit := _ATTACHED.search(wording))), None)
        if found is not None and not text.path.startswith("additional.attachments"):
            yield Hit(
                text.path,
                Phrase(
                    "「{word}」を参照していますが、7.5に添付資料がありません。",
                    "The text refers to an “{word}”, but 7.5 lists no attachments.",
                ).fill(word=found[0]),
                Phrase(
                    "7.5に資料を加えるか、参照を削除してください。", "List it in 7.5, or drop the reference."
                ),
            )


@rule("wording.braces", Severity.WARNS, "ひな形の記号", "Template marks in a text")
def braces(context: Context) -> Iterator[Hit]:
    """{{ … }}, half or full width, would be printed as it stands."""
    for text in context.public_texts:
        if any(_BRACES.search(wording) for wording in wordings(text.value)):
            yield Hit(
                text.path,
                Phrase(
                    "文中に二重の波かっこなどのひな形の記号があります。差し込まれず、そのまま印刷されます。",
                    "The text holds template marks such as double braces; they are printed as they stand.",
                ),
                Phrase(
                    "記号を削除し、差し込みたい内容を直接書いてください。",
                    "Delete them and write what is meant.",
                ),
            )


@rule("wording.terms", Severity.ADVISES, "用語の揺れ", "Two words for one thing")
def terms(context: Context) -> Iterator[Hit]:
    """Statements use two words for one thing."""
    used: dict[int, set[str]] = defaultdict(set)
    for wording in context.wordings:
        for number, group in enumerate(TERMS):
            if group.lang is wording.lang:
                used[number].update(match[0].lower() for match in group.pattern.finditer(wording.text))
    for _, words in sorted(used.items()):
        if len(words) > 1:
            yield Hit(
                "requirements",
                Phrase(
                    "要件の中で、同じものを{words}と呼び分けています。",
                    "Requirements use several words for one thing: {words}.",
                ).fill(words=listed(same(word) for word in sorted(words))),
                Phrase(
                    "一つの語に統一してください。違うものを指すなら、用語集（7.5）で区別します。",
                    "Use one of them. If they differ in meaning, say so in the glossary (7.5).",
                ),
            )


def _vague(text: Localized | None) -> Iterator[VagueWord]:
    if text is not None:
        for lang, wording in ((Lang.JA, text.ja), (Lang.EN, text.en)):
            if wording is not None:
                yield from vague_words(wording, lang)
