"""Criteria: points that add up, a scale, an anchor for every step, and an order for ties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import label, number, same
from rfp_builder.check.words.vague import vague_words
from rfp_builder.i18n import Lang, Phrase, listed
from rfp_builder.model.choices import Priority
from rfp_builder.model.criteria import PriceFormula, Scoring, TieBreak
from rfp_builder.text.fold import fold

PRICE_SHARE = (Decimal(10), Decimal(60))
HEAVIEST_SUB = Decimal(25)


@rule("criteria.none", Severity.BLOCKS, "評価基準の有無", "No criteria")
def none_at_all(context: Context) -> Iterator[Hit]:
    """There are no criteria."""
    if not context.subs:
        yield Hit(
            "criteria.criteria",
            Phrase("評価基準がありません。", "There are no evaluation criteria."),
            Phrase(
                "用意された7つの評価基準から始め、配点を関係者と合意してください。",
                "Start from the seven ready criteria and agree on points with the stakeholders.",
            ),
        )


@rule("criteria.empty", Severity.BLOCKS, "評価細目のない評価基準", "Criteria without sub-criteria")
def empty(context: Context) -> Iterator[Hit]:
    """A criterion that scores nothing."""
    for criterion in context.project.criteria.criteria:
        if not criterion.subs:
            yield Hit(
                f"criteria.criteria[{criterion.id}].subs",
                Phrase(
                    "評価基準「{name}」に評価細目がありません。", "Criterion “{name}” has no sub-criteria."
                ).fill(name=criterion.name),
                Phrase("評価細目を加えるか、基準を削除してください。", "Add some, or delete the criterion."),
            )


@rule("criteria.total", Severity.BLOCKS, "配点の合計", "Sum of points")
def total(context: Context) -> Iterator[Hit]:
    """The points do not add up to what was agreed."""
    criteria = context.project.criteria
    points = sum((sub.points for sub in criteria.all_subs()), Decimal(0))
    if context.subs and points != criteria.total_points:
        yield Hit(
            "criteria.total_points",
            Phrase(
                "配点の合計が{points}点で、満点の{total}点になっていません。",
                "The points add up to {points}, not to the {total} they are meant to.",
            ).fill(points=number(points), total=number(criteria.total_points)),
            Phrase("配点か満点を直してください。", "Correct the points or the total."),
        )


@rule("criteria.zero", Severity.WARNS, "0点の評価細目", "Sub-criteria worth nothing")
def zero(context: Context) -> Iterator[Hit]:
    """A sub-criterion without points."""
    for sub in context.subs.values():
        if sub.points == 0:
            yield Hit(
                f"{context.sub_paths[sub.id]}.points",
                Phrase("評価細目「{name}」の配点が0点です。", "“{name}” is worth no points.").fill(
                    name=sub.name
                ),
                Phrase("配点を付けるか、細目を削除してください。", "Give it points or delete it."),
            )


@rule("criteria.heavy", Severity.ADVISES, "配点の偏り", "One sub-criterion outweighs")
def heavy(context: Context) -> Iterator[Hit]:
    """A quarter of all points on one judgement."""
    total_points = context.project.criteria.total_points
    for sub in context.subs.values():
        if sub.scoring is Scoring.QUALITY and total_points and sub.points * 100 > HEAVIEST_SUB * total_points:
            yield Hit(
                f"{context.sub_paths[sub.id]}.points",
                Phrase(
                    "評価細目「{name}」だけで満点の4分の1を超えます。1段階の差が順位を決めます。",
                    "“{name}” alone holds more than a quarter of all points: one step of it decides the "
                    "ranking.",
                ).fill(name=sub.name),
                Phrase("細目を分けるか、配点を下げてください。", "Split it or lower its points."),
            )


@rule("criteria.name-twice", Severity.WARNS, "同じ名前の評価細目", "Sub-criteria of one name")
def name_twice(context: Context) -> Iterator[Hit]:
    """Two sub-criteria called the same would be scored twice for the same thing."""
    seen: set[str] = set()
    for sub in context.subs.values():
        folded = fold(sub.name.ja or sub.name.en or "")
        if folded in seen:
            yield Hit(
                f"{context.sub_paths[sub.id]}.name",
                Phrase("評価細目「{name}」が2つあります。", "There are two sub-criteria “{name}”.").fill(
                    name=sub.name
                ),
                Phrase("1つにまとめるか、名前で区別してください。", "Merge them or rename one."),
            )
        seen.add(folded)


@rule("criteria.looks-at", Severity.WARNS, "評価する対象", "What is looked at")
def looks_at(context: Context) -> Iterator[Hit]:
    """Evaluators are not told what to look at."""
    for sub in context.subs.values():
        if sub.looks_at is None and sub.scoring is Scoring.QUALITY:
            yield Hit(
                f"{context.sub_paths[sub.id]}.looks_at",
                Phrase(
                    "評価細目「{name}」で、提案のどこを見て評価するのか書かれていません。",
                    "“{name}” does not say what of the proposal is looked at.",
                ).fill(name=sub.name),
                Phrase(
                    "回答書や提案書のどの部分を見るのかを書いてください。",
                    "Name the part of the response it is judged by.",
                ),
            )


@rule("criteria.intent", Severity.ADVISES, "評価基準のねらい", "Intent of criteria")
def intent(context: Context) -> Iterator[Hit]:
    """A criterion without its intent."""
    for criterion in context.project.criteria.criteria:
        if criterion.intent is None:
            yield Hit(
                f"criteria.criteria[{criterion.id}].intent",
                Phrase(
                    "評価基準「{name}」のねらいが書かれていません。",
                    "Criterion “{name}” does not say what it is for.",
                ).fill(name=criterion.name),
                Phrase(
                    "何を見極めるための基準かを1文で書いてください。提案の焦点が合います。",
                    "Say in a sentence what it is to find out; proposals will be more to the point.",
                ),
            )


@rule("criteria.scale", Severity.BLOCKS, "評価の段階", "Scale")
def scale_missing(context: Context) -> Iterator[Hit]:
    """Quality is to be scored, but there is no scale of at least two steps."""
    scored = any(sub.scoring is Scoring.QUALITY for sub in context.subs.values())
    if scored and len(context.project.criteria.scale) < 2:
        yield Hit(
            "criteria.scale",
            Phrase("評価の段階（スケール）が決まっていません。", "There is no scale to score by."),
            Phrase(
                "0〜4点など、段階と、それぞれで得られる割合を決めてください。",
                "Set the steps, such as 0 to 4, and the share of points each earns.",
            ),
        )


@rule("criteria.scale-order", Severity.BLOCKS, "段階ごとの割合", "Rates of the scale")
def scale_order(context: Context) -> Iterator[Hit]:
    """The rates do not rise from 0 to 100."""
    scale = sorted(context.project.criteria.scale, key=lambda grade: grade.score)
    if len(scale) < 2:
        return
    rising = all(low.rate < high.rate and low.score < high.score for low, high in pairwise(scale))
    if not rising or scale[0].rate != 0 or scale[-1].rate != 100:
        yield Hit(
            "criteria.scale",
            Phrase(
                "段階ごとの割合が{rates}です。最も低い段階の0%から最も高い段階の100%まで、順に上がってい"
                "ません。",
                "The rates of the scale are {rates}: they do not rise from 0% for the lowest step to "
                "100% for the highest.",
            ).fill(rates=listed(same(f"{number(grade.rate)}%") for grade in scale)),
            Phrase(
                "段階が上がるごとに割合が増え、最高で100%になるようにしてください。",
                "Let each step earn more than the one below, from 0% to 100%.",
            ),
        )


@rule("criteria.anchors", Severity.BLOCKS, "段階ごとの判定基準", "An anchor for every step")
def anchors(context: Context) -> Iterator[Hit]:
    """A step of the scale without a text that says what earns it."""
    steps = {grade.score for grade in context.project.criteria.scale}
    for sub in context.subs.values():
        missing = sorted(steps - {anchor.score for anchor in sub.anchors})
        if sub.scoring is Scoring.QUALITY and missing:
            yield Hit(
                f"{context.sub_paths[sub.id]}.anchors",
                Phrase(
                    "評価細目「{name}」に、{steps}点の判定基準がありません。",
                    "“{name}” does not say what earns score {steps}.",
                ).fill(name=sub.name, steps=listed(same(str(step)) for step in missing)),
                Phrase(
                    "その点を得るために何が示されていればよいかを、観察できる事実で書いてください。",
                    "Say, in facts that can be seen, what a proposal must show for it.",
                ),
            )


@rule("criteria.anchors-same", Severity.BLOCKS, "区別できない判定基準", "Anchors that say the same")
def anchors_same(context: Context) -> Iterator[Hit]:
    """Two steps with the same text."""
    for sub in context.subs.values():
        times = Counter(fold(text) for a in sub.anchors if (text := a.text.ja or a.text.en))
        if sub.scoring is Scoring.QUALITY and any(count > 1 for count in times.values()):
            yield Hit(
                f"{context.sub_paths[sub.id]}.anchors",
                Phrase(
                    "評価細目「{name}」に、同じ文の判定基準が2つあります。点差の理由を説明できません。",
                    "“{name}” has two steps with the same anchor: nobody can explain the difference.",
                ).fill(name=sub.name),
                Phrase("段階の違いが分かるように書き分けてください。", "Word them so that the steps differ."),
            )


@rule("criteria.anchors-stray", Severity.WARNS, "段階にない判定基準", "Anchors off the scale")
def anchors_stray(context: Context) -> Iterator[Hit]:
    """An anchor for a score that is not on the scale, or two for one score."""
    steps = {grade.score for grade in context.project.criteria.scale}
    for sub in context.subs.values():
        scores = [anchor.score for anchor in sub.anchors]
        if steps and (set(scores) - steps or len(scores) != len(set(scores))):
            yield Hit(
                f"{context.sub_paths[sub.id]}.anchors",
                Phrase(
                    "評価細目「{name}」に、評価の段階にない点数、または重複した点数の判定基準があります。",
                    "“{name}” has an anchor for a score off the scale, or two for the same score.",
                ).fill(name=sub.name),
                Phrase("評価の段階に合わせて直してください。", "Make the anchors fit the scale."),
            )


@rule("criteria.anchors-vague", Severity.WARNS, "判定基準のあいまいな語", "Vague anchors")
def anchors_vague(context: Context) -> Iterator[Hit]:
    """An anchor that two evaluators read differently."""
    for sub in context.subs.values():
        for anchor in sub.anchors:
            for lang, text in ((Lang.JA, anchor.text.ja), (Lang.EN, anchor.text.en)):
                for word in vague_words(text or "", lang):
                    yield Hit(
                        f"{context.sub_paths[sub.id]}.anchors",
                        Phrase(
                            "評価細目「{name}」の{score}点の判定基準に、評価者によって解釈が分かれる語「"
                            "{word}」があります。",
                            "The anchor for score {score} of “{name}” has “{word}”, which evaluators "
                            "read differently.",
                        ).fill(name=sub.name, score=anchor.score, word=word.shown),
                        word.remedy,
                    )


@rule("criteria.price", Severity.WARNS, "価格の評価", "Price is not scored")
def price_missing(context: Context) -> Iterator[Hit]:
    """No sub-criterion is scored by the price formula."""
    if context.subs and not context.project.criteria.scores_price:
        yield Hit(
            "criteria.criteria",
            Phrase(
                "価格の計算式で採点する評価細目がありません。価格が順位に影響しません。",
                "No sub-criterion is scored by the price formula: price does not count.",
            ),
            Phrase(
                "総額の評価細目を加え、採点方法を価格点の計算式にしてください。",
                "Add one for the total price, scored by the formula.",
            ),
        )


@rule("criteria.price-share", Severity.ADVISES, "価格点の割合", "Share of price")
def price_share(context: Context) -> Iterator[Hit]:
    """Price decides everything, or nothing."""
    criteria = context.project.criteria
    price = criteria.price_points
    if not price or not criteria.total_points:
        return
    share = price * 100 / criteria.total_points
    if not PRICE_SHARE[0] <= share <= PRICE_SHARE[1]:
        yield Hit(
            "criteria.criteria",
            Phrase(
                "価格点が満点の{share}%です。品質の提案を競わせるには極端な割合です。",
                "Price holds {share}% of all points, an extreme for proposals that compete on quality.",
            ).fill(share=number(round(share, 1))),
            Phrase("20〜40%程度を目安に見直してください。", "Somewhere between 20% and 40% is usual."),
        )


@rule(
    "criteria.relative-price", Severity.ADVISES, "最低価格に左右される価格点", "Price relative to the lowest"
)
def relative_price(context: Context) -> Iterator[Hit]:
    """A losing bid can change the winner."""
    criteria = context.project.criteria
    if criteria.scores_price and criteria.price_formula is PriceFormula.LOWEST_OVER_PRICE:
        yield Hit(
            "criteria.price_formula",
            Phrase(
                "価格点は最低価格との比で決まります。落選する会社の価格によって順位が入れ替わることがあり"
                "ます。",
                "Price is scored relative to the lowest offer; a losing bid can change who wins.",
            ),
            Phrase(
                "承知の上で使うか、予定価格を基準とする加算方式に替えてください。",
                "Use it knowingly, or take the additive method, which refers to the ceiling.",
            ),
        )


@rule("criteria.ties", Severity.WARNS, "同点の決め方", "Ties that stay open")
def ties(context: Context) -> Iterator[Hit]:
    """The rules may leave a tie."""
    breaks = context.project.criteria.ties
    if not breaks or breaks[-1] is not TieBreak.COUNCIL or len(breaks) != len(set(breaks)):
        yield Hit(
            "criteria.ties",
            Phrase(
                "同点の場合の決め方が{ties}で終わっており、決着しないことがあります。",
                "The rules for ties end with {ties} and may leave one.",
            ).fill(ties=label(breaks[-1]) if breaks else Phrase("未定", "nothing")),
            Phrase(
                "最後を「合議」にし、同じ方法を繰り返さないでください。",
                "End with the council, and name no rule twice.",
            ),
        )


@rule("criteria.unused", Severity.ADVISES, "要件のない評価細目", "Sub-criteria without requirements")
def unused(context: Context) -> Iterator[Hit]:
    """A sub-criterion under which vendors are asked nothing."""
    if not context.project.requirements:
        return
    used = {one.scored_under for one in context.project.requirements}
    for sub in context.subs.values():
        if sub.scoring is Scoring.QUALITY and sub.id not in used:
            yield Hit(
                context.sub_paths[sub.id],
                Phrase(
                    "評価細目「{name}」で採点する要件がありません。",
                    "No requirement is scored under “{name}”.",
                ).fill(name=sub.name),
                Phrase(
                    "提案書の自由記述で評価するならこのままで構いません。そうでなければ要件を付けてくださ"
                    "い。",
                    "If it is judged by the free part of the proposal, that is fine; otherwise add a "
                    "requirement.",
                ),
            )


@rule("criteria.base", Severity.BLOCKS, "基礎点と必須要件", "Base points without mandatory requirements")
def base(context: Context) -> Iterator[Hit]:
    """Base points that no mandatory requirement decides on."""
    musts = {one.criterion for one in context.project.requirements if one.priority is Priority.MUST}
    for sub in context.subs.values():
        if sub.scoring is Scoring.BASE and sub.id not in musts:
            yield Hit(
                context.sub_paths[sub.id],
                Phrase(
                    "「{name}」は必須項目で決まる基礎点ですが、対象となる必須の要件がありません。",
                    "“{name}” gives base points, but no mandatory requirement belongs to it.",
                ).fill(name=sub.name),
                Phrase("必須の要件をこの細目に付けてください。", "Score mandatory requirements under it."),
            )
