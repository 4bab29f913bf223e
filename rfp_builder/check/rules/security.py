"""Security (5.5): what money and personal data ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import day, number
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import NotApplicable, known
from rfp_builder.model.choices import Permission

_CARD = re.compile(
    r"カード番号|クレジットカード|カード情報|カード決済|credit card|card number|payment card|cardholder", re.I
)
_PCI = re.compile(r"pci[\s\-]*dss", re.I)
_PRIVACY = re.compile(
    r"プライバシーマーク|pマーク|privacymark|privacy mark|27001|27701|isms|jis\s*q\s*15001", re.I
)

SHORTEST_LOG_DAYS = 90


@rule("security.two-factor", Severity.BLOCKS, "二要素認証", "Two-factor sign-in")
def two_factor(context: Context) -> Iterator[Hit]:
    """Money or personal data is reached without two-factor sign-in."""
    answer = context.definition.ict.security.two_factor
    if (context.personal_data or _card_data(context)) and known(answer) is not True:
        yield Hit(
            "ict.security.two_factor",
            Phrase(
                "個人データまたは決済情報に触れる業務ですが、二要素認証が求められていません。",
                "The work reaches personal data or money, but two-factor sign-in is not asked for.",
            ),
            Phrase(
                "5.5で二要素認証を「必要」とし、対象のシステムを書いてください。",
                "Ask for it in 5.5 and name the systems.",
            ),
        )


@rule("security.two-factor-scope", Severity.WARNS, "二要素認証の範囲", "Scope of two-factor sign-in")
def two_factor_scope(context: Context) -> Iterator[Hit]:
    """Two-factor sign-in for nobody knows what."""
    security = context.definition.ict.security
    if known(security.two_factor) and security.two_factor_scope is None:
        yield Hit(
            "ict.security.two_factor_scope",
            Phrase(
                "二要素認証を求めていますが、どのシステムのどの操作が対象か書かれていません。",
                "Two-factor sign-in is asked for, but not for which systems and actions.",
            ),
            Phrase("対象のシステムと利用者を5.5に書いてください。", "Name systems and users in 5.5."),
        )


@rule("security.payment-card", Severity.BLOCKS, "カード情報とPCI DSS", "Card data and PCI DSS")
def payment_card(context: Context) -> Iterator[Hit]:
    """Card data without a PCI DSS certificate."""
    certificates = rows(context.definition.ict.security.certificates)
    if _card_data(context) and not any(_says(_PCI, row.certificate) for row in certificates):
        yield Hit(
            "ict.security.certificates",
            Phrase(
                "カード情報を扱いますが、PCI DSSへの準拠が求められていません。",
                "Card data is handled, but compliance with PCI DSS is not asked for.",
            ),
            Phrase(
                "5.5の認証にPCI DSSを加えるか、カード情報をオペレーターが見聞きしない方式にしてください。",
                "Add PCI DSS to the certificates of 5.5, or keep card data from agents' eyes and ears.",
            ),
        )


@rule("security.privacy-certificate", Severity.ADVISES, "個人データと認証", "Certificate for personal data")
def privacy_certificate(context: Context) -> Iterator[Hit]:
    """Personal data without ISO 27001 or the privacy mark."""
    certificates = rows(context.definition.ict.security.certificates)
    if context.personal_data and not any(_says(_PRIVACY, row.certificate) for row in certificates):
        yield Hit(
            "ict.security.certificates",
            Phrase(
                "個人データを扱いますが、プライバシーマークやISO/IEC 27001などの認証が求められていません。",
                "Personal data is handled, but neither ISO/IEC 27001 nor the privacy mark is asked for.",
            ),
            Phrase(
                "5.5に、必要な認証とその対象範囲を加えてください。",
                "Add the certificate and its scope to 5.5.",
            ),
        )


@rule("security.certificate-expiry", Severity.WARNS, "認証の有効期限", "Expiry of certificates")
def certificate_expiry(context: Context) -> Iterator[Hit]:
    """A certificate that need not even hold until the service starts."""
    begins = known(context.definition.work.start.service_start)
    for row in rows(context.definition.ict.security.certificates):
        until = known(row.valid_until)
        if until is not None and begins is not None and until < begins:
            yield Hit(
                f"ict.security.certificates[{row.id}].valid_until",
                Phrase(
                    "認証「{certificate}」は{until}まで有効であればよいとされ、サービス開始（{begins}）前"
                    "に切れます。",
                    "“{certificate}” need only hold until {until}, before service starts on {begins}.",
                ).fill(certificate=context.named(row, row.certificate), until=day(until), begins=day(begins)),
                Phrase(
                    "契約終了まで更新を続けることを求めてください。",
                    "Ask for it to be kept up until the contract ends.",
                ),
            )


@rule("security.log-short", Severity.WARNS, "ログの保存期間", "Retention of logs")
def log_short(context: Context) -> Iterator[Hit]:
    """Logs that are gone before an incident is noticed."""
    days = known(context.definition.ict.security.log_retention_days)
    if context.personal_data and days is not None and days < SHORTEST_LOG_DAYS:
        yield Hit(
            "ict.security.log_retention_days",
            Phrase(
                "アクセスログの保存が{days}日です。不正が発覚したときには記録が残っていないおそれがありま"
                "す。",
                "Access logs are kept for {days} day(s); they may be gone when misuse comes to light.",
            ).fill(days=number(days)),
            Phrase("1年（365日）以上を検討してください。", "Consider a year, 365 days, or more."),
        )


@rule("security.log-missing", Severity.WARNS, "個人データとログ", "Logs of personal data")
def log_missing(context: Context) -> Iterator[Hit]:
    """Personal data, but no logs are asked for."""
    answer = context.definition.ict.security.log_retention_days
    if context.personal_data and (answer is None or isinstance(answer, NotApplicable)):
        yield Hit(
            "ict.security.log_retention_days",
            Phrase(
                "個人データを扱いますが、アクセスログの保存期間が決まっていません。",
                "Personal data is handled, but nothing says how long access logs are kept.",
            ),
            Phrase(
                "5.5に保存日数と点検の頻度を書いてください。",
                "Enter days and how often logs are reviewed in 5.5.",
            ),
        )


@rule("security.home-desk", Severity.WARNS, "在宅勤務の情報保護", "Protection at home")
def home_desk(context: Context) -> Iterator[Hit]:
    """Home working with personal data, but no clean-desk rule."""
    home = known(context.definition.operations.other.home_working)
    allowed = home in (Permission.ALLOWED, Permission.CONDITIONAL)
    if allowed and context.personal_data and known(context.definition.ict.security.clean_desk) is None:
        yield Hit(
            "ict.security.clean_desk",
            Phrase(
                "在宅勤務を認め、個人データも扱いますが、クリーンデスクの決まりがありません。",
                "Home working is allowed and personal data handled, but there is no clean-desk rule.",
            ),
            Phrase(
                "紙への書き取り、撮影、同居者の目に触れない場所について5.5に書いてください。",
                "Cover notes on paper, photographs and other people in the room in 5.5.",
            ),
        )


def _card_data(context: Context) -> bool:
    named = any(_says(_CARD, row.data) for row in rows(context.definition.ict.data.data))
    return named or any(
        _says(_CARD, program.name) or _says(_CARD, known(program.what))
        for program in context.programs.values()
    )


def _says(pattern: re.Pattern[str], text: object) -> bool:
    wordings = (getattr(text, "ja", None), getattr(text, "en", None))
    return any(wording is not None and pattern.search(wording) is not None for wording in wordings)
