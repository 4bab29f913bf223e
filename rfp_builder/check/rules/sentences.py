"""Sentences: one duty each, with a subject, binding, and with a number where one is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.words.sentences import (
    has_double_negative,
    has_subject,
    is_duty,
    is_long,
    is_weak,
    lacks_number,
    plain,
    several_duties,
)
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.choices import Priority
from rfp_builder.text.fold import search_fold


@rule("wording.two-duties", Severity.WARNS, "1文に2つの要件", "Two requirements in one")
def two_duties(context: Context) -> Iterator[Hit]:
    """One statement asks for two things."""
    yield from _statements(
        context,
        several_duties,
        "要件{id}（{item}）は、1件の中で2つ以上のことを求めています。片方だけ満たした場合に採点できません。",
        "Requirement {id} ({item}) asks for more than one thing; if only one is met it cannot be scored.",
        Phrase("要件を分けてください。", "Split it into separate requirements."),
    )


@rule("wording.no-subject", Severity.WARNS, "主語のない要件", "Statements without a subject")
def no_subject(context: Context) -> Iterator[Hit]:
    """Nobody is told to do it."""
    yield from _statements(
        context,
        lambda text, lang: not has_subject(text, lang),
        "要件{id}（{item}）に主語がなく、誰の義務か分かりません。",
        "Requirement {id} ({item}) does not say who has to do it.",
        Phrase(
            "「受託者は、」「オペレーターは、」のように主語を書いてください。",
            "Begin with “The vendor shall …” or the like.",
        ),
    )


@rule("wording.no-duty", Severity.WARNS, "義務の形でない要件", "Statements that bind nobody")
def no_duty(context: Context) -> Iterator[Hit]:
    """A statement that is no duty."""
    yield from _statements(
        context,
        lambda text, lang: not is_duty(text, lang),
        "要件{id}（{item}）が義務の形になっていません。",
        "Requirement {id} ({item}) is not worded as a duty.",
        Phrase("文末を「〜すること。」にしてください。", "Write it with “shall”."),
    )


@rule("wording.weak", Severity.WARNS, "努力目標の必須要件", "Mandatory, but only a wish")
def weak(context: Context) -> Iterator[Hit]:
    """A must that is worded as a wish."""
    yield from _statements(
        context,
        is_weak,
        "要件{id}（{item}）は必須ですが、努力目標や希望の書き方になっています。",
        "Requirement {id} ({item}) is mandatory, but worded as a wish.",
        Phrase(
            "「〜すること。」と言い切るか、優先度を下げてください。",
            "Say “shall”, or lower its priority.",
        ),
        musts_only=True,
    )


@rule("wording.no-number", Severity.WARNS, "数値のない要件", "No number where one is needed")
def no_number(context: Context) -> Iterator[Hit]:
    """A must about time, rate or limit without a number."""
    yield from _statements(
        context,
        lacks_number,
        "要件{id}（{item}）は時間・割合・上限などに触れていますが、数値がありません。",
        "Requirement {id} ({item}) speaks of a time, rate or limit, but gives no number.",
        Phrase("数値と単位を書いてください。", "Give the number and its unit."),
        musts_only=True,
    )


@rule("wording.double-negative", Severity.ADVISES, "二重否定", "Double negatives")
def double_negative(context: Context) -> Iterator[Hit]:
    """Two negations in one statement."""
    yield from _statements(
        context,
        has_double_negative,
        "要件{id}（{item}）に二重否定があります。",
        "Requirement {id} ({item}) has a double negative.",
        Phrase("肯定の形に書き直してください。", "Say it in the positive."),
    )


@rule("wording.long", Severity.ADVISES, "長すぎる要件", "Long statements")
def long(context: Context) -> Iterator[Hit]:
    """A statement that has to be read twice."""
    yield from _statements(
        context,
        is_long,
        "要件{id}（{item}）が長すぎます。条件や例外が読み落とされます。",
        "Requirement {id} ({item}) is long; conditions and exceptions will be overlooked.",
        Phrase(
            "条件を確認方法に移すか、要件を分けてください。",
            "Move conditions to the acceptance, or split the requirement.",
        ),
    )


@rule("wording.acceptance-same", Severity.WARNS, "要件の繰り返しの確認方法", "Acceptance that repeats")
def acceptance_same(context: Context) -> Iterator[Hit]:
    """The acceptance says the same as the statement."""
    for one in context.project.requirements:
        if one.acceptance is None:
            continue
        pairs = ((one.statement.ja, one.acceptance.ja), (one.statement.en, one.acceptance.en))
        if any(a is not None and b is not None and search_fold(a) == search_fold(b) for a, b in pairs):
            yield Hit(
                f"requirements[{one.id}].acceptance",
                Phrase(
                    "要件{id}（{item}）の確認方法が、要件の文と同じです。",
                    "The acceptance of requirement {id} ({item}) only repeats the statement.",
                ).fill(id=one.id, item=one.item),
                Phrase(
                    "誰が何を見て、どの数値なら合格とするのかを書いてください。",
                    "Say who looks at what, and which number passes.",
                ),
            )


@rule("wording.acceptance-thin", Severity.ADVISES, "短すぎる確認方法", "Thin acceptance")
def acceptance_thin(context: Context) -> Iterator[Hit]:
    """An acceptance such as 「確認する」."""
    for one in context.project.requirements:
        if one.acceptance is None:
            continue
        ja, en = one.acceptance.ja, one.acceptance.en
        thin = (ja is not None and len(plain(ja)) < 10) or (en is not None and len(en.split()) < 4)
        if thin:
            yield Hit(
                f"requirements[{one.id}].acceptance",
                Phrase(
                    "要件{id}（{item}）の確認方法が短く、誰が何を見るのか分かりません。",
                    "The acceptance of requirement {id} ({item}) is too short to say who looks at what.",
                ).fill(id=one.id, item=one.item),
                Phrase(
                    "確認する人、見る物、時期、合格の基準を書いてください。",
                    "Give the person, the evidence, the time and the pass mark.",
                ),
            )


def _statements(
    context: Context,
    wrong: Callable[[str, Lang], bool],
    ja: str,
    en: str,
    remedy: Phrase,
    *,
    musts_only: bool = False,
) -> Iterator[Hit]:
    """A hit for each statement that is `wrong`, once even where both languages are."""
    reported: set[str] = set()
    for wording in context.wordings:
        one = wording.requirement
        if one.id in reported or (musts_only and one.priority is not Priority.MUST):
            continue
        if wrong(wording.text, wording.lang):
            reported.add(one.id)
            yield Hit(wording.path, Phrase(ja, en).fill(id=one.id, item=one.item), remedy)
