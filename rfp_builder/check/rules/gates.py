"""Gates 応募資格: each a matter of yes or no, with evidence, asked once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.similar import near_same, shingles
from rfp_builder.check.texts import wordings
from rfp_builder.check.words.sentences import plain
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.fold import search_fold

MOST = 12

_DEGREE = re.compile(
    r"優れ|優秀|豊富|望ましい|できるだけ|可能な限り|どのよう|いかに|高い(?:能力|技術|品質)|深い理解|熱意|信頼できる"
    r"|\b(?:excellent|outstanding|rich|strong|preferabl[ey]|desirable|how|reliable)\b"
    r"|\b(?:as far as possible|good reputation)\b",
    re.I,
)
_TWO = re.compile(
    r"(?:こと|ある)(?:、|。)?(?:かつ|及び|および|並びに|ならびに|また|または|又は)|。\s*\S"
    r"|\band (?:also|must|shall|has|have|holds?)\b|;\s*\w",
    re.I,
)
_RECORD = re.compile(
    r"実績|経験|資本|売上|規模|\b(?:experience|track record|references?|capital|turnover|size)\b", re.I
)
_DIGIT = re.compile(r"[0-9一二三四五六七八九十百千万億]|\b(?:one|two|three|four|five|six|ten)\b", re.I)


@rule("gates.none", Severity.WARNS, "応募資格の有無", "No gates")
def none_at_all(context: Context) -> Iterator[Hit]:
    """Anybody may bid."""
    if not context.project.rfp.gates:
        yield Hit(
            "rfp.gates",
            Phrase("応募資格が1件もありません。", "There are no gates."),
            Phrase(
                "反社会的勢力の排除、必要な認証、同種業務の実績など、欠けると委託できない条件を加えてくだ"
                "さい。",
                "Add what you could not contract without: no ties to organised crime, certificates, "
                "equivalent work.",
            ),
        )


@rule("gates.evidence", Severity.BLOCKS, "応募資格の証明", "Evidence for gates")
def evidence(context: Context) -> Iterator[Hit]:
    """A vendor is not told what to hand in."""
    for position, gate in enumerate(context.project.rfp.gates, start=1):
        if gate.evidence is None:
            yield Hit(
                f"rfp.gates[{gate.id}].evidence",
                Phrase(
                    "応募資格{n}に、何を提出すればよいか書かれていません。",
                    "Gate {n} does not say what to hand in as evidence.",
                ).fill(n=position),
                Phrase(
                    "証明書の写し、誓約書などの提出物を書いてください。",
                    "Name it: a copy of a certificate, a declaration.",
                ),
            )


@rule("gates.yes-no", Severity.BLOCKS, "合否を答えられる応募資格", "Gates that can be answered")
def yes_no(context: Context) -> Iterator[Hit]:
    """A gate that asks for a degree instead of a yes or no."""
    for position, gate in enumerate(context.project.rfp.gates, start=1):
        if any(
            _DEGREE.search(text) or text.rstrip().endswith(("?", "？", "か。", "か"))
            for text in wordings(gate.statement)
        ):
            yield Hit(
                f"rfp.gates[{gate.id}].statement",
                Phrase(
                    "応募資格{n}は、「はい」「いいえ」で答えられません。",
                    "Gate {n} cannot be answered by yes or no.",
                ).fill(n=position),
                Phrase(
                    "満たすか満たさないかが一つに決まる条件にするか、評価基準に移してください。",
                    "State a condition that is either met or not, or make it a criterion.",
                ),
            )


@rule("gates.one-matter", Severity.WARNS, "2つの条件を含む応募資格", "Two conditions in one gate")
def one_matter(context: Context) -> Iterator[Hit]:
    """A gate with two conditions."""
    for position, gate in enumerate(context.project.rfp.gates, start=1):
        if any(_TWO.search(plain(text)) for text in wordings(gate.statement)):
            yield Hit(
                f"rfp.gates[{gate.id}].statement",
                Phrase(
                    "応募資格{n}に条件が2つ以上あります。どれを満たさなかったのか分からなくなります。",
                    "Gate {n} holds more than one condition; it will not show which one failed.",
                ).fill(n=position),
                Phrase("条件ごとに分けてください。", "Make each condition a gate of its own."),
            )


@rule("gates.number", Severity.WARNS, "応募資格の数値", "Numbers in gates")
def gate_number(context: Context) -> Iterator[Hit]:
    """Experience or size is asked for, without how much."""
    for position, gate in enumerate(context.project.rfp.gates, start=1):
        if any(_RECORD.search(text) and not _DIGIT.search(plain(text)) for text in wordings(gate.statement)):
            yield Hit(
                f"rfp.gates[{gate.id}].statement",
                Phrase(
                    "応募資格{n}は実績や規模を求めていますが、年数や件数がありません。",
                    "Gate {n} asks for experience or size, but not how much.",
                ).fill(n=position),
                Phrase(
                    "「過去3年以内に、同種の業務を2件以上」のように書いてください。",
                    "Write, for instance, “two contracts of this kind within the last three years”.",
                ),
            )


@rule("gates.duplicate", Severity.WARNS, "応募資格の重複", "Gates asked twice")
def duplicate(context: Context) -> Iterator[Hit]:
    """Two gates that ask for nearly the same."""
    reported: set[int] = set()
    for lang in Lang:
        gates = [
            (position, gate, text)
            for position, gate in enumerate(context.project.rfp.gates, start=1)
            if (text := gate.statement.ja if lang is Lang.JA else gate.statement.en) is not None
        ]
        for pair in near_same([text for _, _, text in gates], lang).pairs:
            (first, _, _), (second, gate, _) = gates[pair.earlier], gates[pair.later]
            if second not in reported:
                reported.add(second)
                yield Hit(
                    f"rfp.gates[{gate.id}].statement",
                    Phrase(
                        "応募資格{second}は応募資格{first}とほぼ同じです。",
                        "Gate {second} asks for nearly the same as gate {first}.",
                    ).fill(first=first, second=second),
                    Phrase("一方を削除してください。", "Delete one of them."),
                )


@rule("gates.scored", Severity.WARNS, "採点もされる応募資格", "Gates that are scored as well")
def scored(context: Context) -> Iterator[Hit]:
    """A disclosed requirement repeats a gate: met by all, it earns everybody points."""
    gates = {
        (lang, shingles(text, lang)): position
        for position, gate in enumerate(context.project.rfp.gates, start=1)
        for lang, text in ((Lang.JA, gate.statement.ja), (Lang.EN, gate.statement.en))
        if text is not None
    }
    texts = {search_fold(text) for gate in context.project.rfp.gates for text in wordings(gate.statement)}
    for wording in context.wordings:
        if wording.secret or not gates:
            continue
        mine = (wording.lang, shingles(wording.text, wording.lang))
        if (mine[1] and mine in gates) or wording.folded in texts:
            yield Hit(
                wording.path,
                Phrase(
                    "要件{id}は応募資格と同じ内容です。全社が満たすため、採点しても差が付きません。",
                    "Requirement {id} repeats a gate: all who pass meet it, so scoring it tells nothing.",
                ).fill(id=wording.requirement.id),
                Phrase("要件から外してください。", "Take it out of the requirements."),
            )


@rule("gates.many", Severity.ADVISES, "応募資格の数", "Many gates")
def many(context: Context) -> Iterator[Hit]:
    """So many gates that nobody passes."""
    count = len(context.project.rfp.gates)
    if count > MOST:
        yield Hit(
            "rfp.gates",
            Phrase(
                "応募資格が{count}件あります。1つでも欠けると失格になるため、応札が減ります。",
                "There are {count} gates; failing a single one is the end, so few will bid.",
            ).fill(count=count),
            Phrase(
                "欠けると委託できないものだけに絞ってください。",
                "Keep only what you could not contract without.",
            ),
        )
