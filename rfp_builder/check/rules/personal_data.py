"""Data (5.3): what must be said as soon as personal data is named, or work may leave the country."""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, Look, Rule, rule
from rfp_builder.check.said import number
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import NotApplicable, known
from rfp_builder.model.choices import Permission, TransferAbroad

LATEST_NOTICE_HOURS = 72

_PER_ROW = (
    (
        "retention",
        "retention_days",
        Phrase("保存期間", "retention period"),
        Phrase(
            "何日間保存し、その後どう消すかを決めてください。",
            "Say for how many days it is kept; then it is erased.",
        ),
    ),
    (
        "access",
        "seen_by",
        Phrase("閲覧できる人の範囲", "group of people who may see it"),
        Phrase("閲覧できる職種を限定して書いてください。", "Name the roles that may see it, and no more."),
    ),
    (
        "encryption",
        "encryption",
        Phrase("暗号化の方法", "encryption"),
        Phrase(
            "保存時と通信時の暗号化について書いてください。",
            "Say how it is encrypted at rest and on the way.",
        ),
    ),
    (
        "place",
        "kept_where",
        Phrase("保管場所", "place where it is kept"),
        Phrase(
            "保管する国と場所（サーバー、クラウドの地域など）を書いてください。",
            "Name the country and place: server, region of the cloud.",
        ),
    ),
)
_ONCE = (
    (
        "breach-notice",
        "breach_notice_hours",
        Phrase("漏えい時の通知期限", "time limit for notice of a breach"),
        Phrase(
            "知ってから何時間以内に報告するかを5.3に記入してください（24時間以内が一般的です）。",
            "Enter in 5.3 within how many hours of learning of it a breach is reported; 24 is usual.",
        ),
    ),
    (
        "return-erasure",
        "return_and_erasure",
        Phrase("契約終了時の返却・消去", "return and erasure at the end"),
        Phrase(
            "いつ、どう返却・消去し、何で証明するかを5.3に書いてください。",
            "Say in 5.3 when and how data is returned or erased, and how that is proven.",
        ),
    ),
    (
        "transfer-decided",
        "transfer_abroad",
        Phrase("国外への移転の可否", "decision whether data may leave the country"),
        Phrase(
            "5.3で禁止・同意の上で可・可から選んでください。",
            "Choose forbidden, with consent or allowed in 5.3.",
        ),
    ),
    (
        "sub-processing-decided",
        "sub_processing",
        Phrase("再委託の可否", "decision whether sub-processors are allowed"),
        Phrase("5.3で再委託の可否を選んでください。", "Choose in 5.3 whether sub-processing is allowed."),
    ),
)


def _each_row(column: str, label: Phrase, remedy: Phrase) -> Look:
    def look(context: Context) -> Iterator[Hit]:
        for row in context.personal_data:
            answer = getattr(row, column)
            if answer is None:
                message = Phrase(
                    "個人データ「{data}」の{label}が決まっていません。",
                    "Personal data “{data}” has no {label}.",
                ).fill(data=context.named(row, row.data), label=label)
                yield Hit(f"ict.data.data[{row.id}].{column}", message, remedy)

    return look


def _once(field: str, label: Phrase, remedy: Phrase) -> Look:
    def look(context: Context) -> Iterator[Hit]:
        if context.personal_data and getattr(context.definition.ict.data, field) is None:
            message = Phrase(
                "個人データを扱いますが、{label}が決まっていません。",
                "Personal data is handled, but there is no {label}.",
            ).fill(label=label)
            yield Hit(f"ict.data.{field}", message, remedy)

    return look


RULES = (
    *(
        Rule(
            f"data.personal-{key}",
            Severity.BLOCKS,
            Phrase(f"個人データの{label.ja}", f"Personal data: {label.en}"),
            _each_row(column, label, remedy),
        )
        for key, column, label, remedy in _PER_ROW
    ),
    *(
        Rule(
            f"data.{key}",
            Severity.BLOCKS,
            Phrase(f"個人データの{label.ja}", f"Personal data: {label.en}"),
            _once(field, label, remedy),
        )
        for key, field, label, remedy in _ONCE
    ),
)


@rule("data.breach-slow", Severity.WARNS, "漏えい通知の遅さ", "Slow notice of a breach")
def breach_slow(context: Context) -> Iterator[Hit]:
    """A notice too late for the client's own duty to report."""
    hours = known(context.definition.ict.data.breach_notice_hours)
    if hours is not None and hours > LATEST_NOTICE_HOURS:
        yield Hit(
            "ict.data.breach_notice_hours",
            Phrase(
                "漏えい時の通知期限が{hours}時間です。発注者には、おおむね3〜5日以内に当局へ速報する義務"
                "があります。",
                "Breaches are to be reported within {hours} hours, while the client has about three to "
                "five days "
                "to tell the authority.",
            ).fill(hours=number(hours)),
            Phrase("72時間以内、できれば24時間以内にしてください。", "Set 72 hours at the most, better 24."),
        )


@rule("data.overseas-rule", Severity.BLOCKS, "国外での取り扱いの条件", "Rule for data abroad")
def overseas_rule(context: Context) -> Iterator[Hit]:
    """Sites or data may be abroad, but no rule says how."""
    data = context.definition.ict.data
    sites = known(context.definition.operations.sites.overseas_allowed)
    abroad = sites in (Permission.ALLOWED, Permission.CONDITIONAL) or known(data.transfer_abroad) in (
        TransferAbroad.ALLOWED,
        TransferAbroad.WITH_CONSENT,
    )
    if abroad and known(data.transfer_rule) is None:
        yield Hit(
            "ict.data.transfer_rule",
            Phrase(
                "国外の拠点またはデータの国外移転を認めていますが、その条件が書かれていません。",
                "Sites or data may be abroad, but no rule says under which conditions.",
            ),
            Phrase(
                "国、本人の同意、移転先の体制の確認方法を5.3に書くか、国外を認めないと決めてください。",
                "State countries, consent and how the safeguards there are checked in 5.3, or forbid it.",
            ),
        )


@rule(
    "data.overseas-contradiction", Severity.BLOCKS, "国外拠点とデータ移転の矛盾", "Site abroad, data at home"
)
def overseas_contradiction(context: Context) -> Iterator[Hit]:
    """Sites abroad are allowed while personal data may not leave the country."""
    sites = known(context.definition.operations.sites.overseas_allowed)
    forbidden = known(context.definition.ict.data.transfer_abroad) is TransferAbroad.FORBIDDEN
    if sites is Permission.ALLOWED and forbidden and context.personal_data:
        yield Hit(
            "operations.sites.overseas_allowed",
            Phrase(
                "4.1は国外の拠点を認めていますが、5.3は個人データの国外移転を禁じています。画面での閲覧も"
                "移転に当たります。",
                "4.1 allows sites abroad, but 5.3 forbids personal data to leave the country; viewing it "
                "on a screen counts.",
            ),
            Phrase("どちらかに合わせてください。", "Make the two agree."),
        )


@rule("data.sub-processing-rule", Severity.BLOCKS, "再委託の条件", "Rule for sub-processing")
def sub_processing_rule(context: Context) -> Iterator[Hit]:
    """Sub-processing is allowed without a rule."""
    data = context.definition.ict.data
    allowed = known(data.sub_processing) in (Permission.ALLOWED, Permission.CONDITIONAL)
    if allowed and known(data.sub_processing_rule) is None:
        yield Hit(
            "ict.data.sub_processing_rule",
            Phrase(
                "再委託を認めていますが、その条件が書かれていません。",
                "Sub-processing is allowed, but no rule governs it.",
            ),
            Phrase(
                "事前の書面承諾、再委託先の監督、再々委託の可否を5.3に書いてください。",
                "State prior written consent, supervision and whether it may go further in 5.3.",
            ),
        )


@rule("data.none-personal", Severity.WARNS, "個人データの有無", "No personal data named")
def none_personal(context: Context) -> Iterator[Hit]:
    """A contact centre that claims to handle no personal data."""
    answer = context.definition.ict.data.data
    denied = isinstance(answer, NotApplicable) or (
        isinstance(answer, tuple) and answer and all(known(row.personal) is False for row in answer)
    )
    if denied and context.volumes:
        yield Hit(
            "ict.data.data",
            Phrase(
                "個人データを扱わないことになっていますが、氏名・電話番号・録音も個人データです。",
                "No personal data is named, but names, telephone numbers and recordings are personal data.",
            ),
            Phrase("扱うデータを見直し、5.3に加えてください。", "Review what is handled and add it to 5.3."),
        )
