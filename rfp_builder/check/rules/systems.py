"""Systems and facilities (5.1, 5.2, 5.4): who owns, provides and pays; what channels need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import label
from rfp_builder.i18n import Phrase, Speakable, listed
from rfp_builder.model.answers import NotApplicable, known
from rfp_builder.model.choices import Bearer, Channel, Facility, System

CHANNEL_SYSTEMS: Mapping[Channel, frozenset[System]] = MappingProxyType(
    {
        Channel.PHONE: frozenset({System.PBX, System.ACD}),
        Channel.CHAT: frozenset({System.CHAT}),
    }
)
"""One of these is needed to serve the channel."""

_COLUMNS = (
    ("owner", Phrase("所有者", "an owner")),
    ("provider", Phrase("提供者", "a provider")),
    ("payer", Phrase("費用負担者", "a payer")),
)


@rule("ict.system-bearer", Severity.BLOCKS, "システムの帰属と負担", "Owner, provider and payer")
def system_bearer(context: Context) -> Iterator[Hit]:
    """A system without owner, provider or payer."""
    for row in rows(context.definition.ict.systems.systems):
        missing = [
            (column, said)
            for column, said in _COLUMNS
            if known(getattr(row, column)) is None and not isinstance(getattr(row, column), NotApplicable)
        ]
        system = known(row.system)
        if missing and system is not None:
            yield Hit(
                f"ict.systems.systems[{row.id}].{missing[0][0]}",
                Phrase(
                    "「{system}」の{missing}が決まっていません。",
                    "{system} lacks {missing}.",
                ).fill(system=label(system), missing=listed(said for _, said in missing)),
                Phrase(
                    "誰の物を、誰が用意し、誰が払うのかを5.1で決めてください。見積の抜けと二重計上を防ぎ"
                    "ます。",
                    "Decide in 5.1 whose it is, who provides it and who pays: nothing is then left out "
                    "or paid twice.",
                ),
            )


@rule("ict.system-channel", Severity.WARNS, "チャネルに必要なシステム", "Systems that channels need")
def system_channel(context: Context) -> Iterator[Hit]:
    """A channel without the system that serves it."""
    systems = {known(row.system) for row in rows(context.definition.ict.systems.systems)}
    for channel in context.channels:
        needed = CHANNEL_SYSTEMS.get(channel, frozenset())
        if systems and needed and not needed & systems:
            yield Hit(
                "ict.systems.systems",
                Phrase(
                    "チャネル「{channel}」がありますが、5.1に{systems}がありません。",
                    "{channel} is served, but 5.1 lists none of: {systems}.",
                ).fill(channel=label(channel), systems=listed(label(one) for one in sorted(needed))),
                Phrase(
                    "5.1に加え、所有・提供・費用負担を決めてください。",
                    "Add it to 5.1, with owner, provider and payer.",
                ),
            )


@rule("ict.system-twice", Severity.WARNS, "システムの負担の食い違い", "A system with two payers")
def system_twice(context: Context) -> Iterator[Hit]:
    """The same system with different payers and nothing to tell them apart."""
    payers: dict[System, tuple[Bearer | None, bool]] = {}
    for row in rows(context.definition.ict.systems.systems):
        system, payer, told = known(row.system), known(row.payer), known(row.detail) is not None
        if system is None or system is System.OTHER:
            continue
        if system in payers and payers[system][0] is not payer and not (told and payers[system][1]):
            yield Hit(
                f"ict.systems.systems[{row.id}].payer",
                Phrase(
                    "「{system}」が2行あり、費用負担者が異なります。",
                    "{system} stands twice, with different payers.",
                ).fill(system=label(system)),
                Phrase(
                    "同じ物なら1行にまとめ、別の物なら内容の欄で区別してください。",
                    "Merge the rows, or tell the two apart in their details.",
                ),
            )
        payers.setdefault(system, (payer, told))


@rule("ict.facility-payer", Severity.BLOCKS, "施設の費用負担", "Payer of facilities")
def facility_payer(context: Context) -> Iterator[Hit]:
    """A facility that nobody pays for."""
    for row in rows(context.definition.ict.facilities.facilities):
        facility = known(row.facility)
        if facility is not None and row.payer is None:
            yield Hit(
                f"ict.facilities.facilities[{row.id}].payer",
                Phrase(
                    "「{facility}」の費用負担者が決まっていません。", "Nobody is named to pay for {facility}."
                ).fill(facility=label(facility)),
                Phrase(
                    "5.2で発注者・受託者・分担から選んでください。", "Choose client, vendor or shared in 5.2."
                ),
            )


@rule("ict.physical-security", Severity.WARNS, "物理セキュリティの負担", "Physical security")
def physical_security(context: Context) -> Iterator[Hit]:
    """Personal data on a floor whose doors nobody mentions."""
    facilities = rows(context.definition.ict.facilities.facilities)
    listed_ones = {known(row.facility) for row in facilities}
    if context.personal_data and facilities and Facility.PHYSICAL_SECURITY not in listed_ones:
        yield Hit(
            "ict.facilities.facilities",
            Phrase(
                "個人データを扱いますが、5.2に入退室管理などの物理セキュリティがありません。",
                "Personal data is handled, but 5.2 does not mention physical security such as door control.",
            ),
            Phrase("5.2に物理セキュリティと費用負担者を加えてください。", "Add it, and who pays, to 5.2."),
        )


@rule("ict.availability-perfect", Severity.WARNS, "可用性100%", "Availability of 100%")
def availability_perfect(context: Context) -> Iterator[Hit]:
    """An availability that no system has."""
    ict = context.definition.ict
    for row in rows(ict.systems.systems):
        system = known(row.system)
        if known(row.availability) == 100 and system is not None:
            yield _perfect(f"ict.systems.systems[{row.id}].availability", label(system))
    for function in rows(ict.functions.functions):
        if known(function.availability) == 100:
            path = f"ict.functions.functions[{function.id}].availability"
            yield _perfect(path, context.named(function, function.function))


def _perfect(path: str, what: Speakable) -> Hit:
    return Hit(
        path,
        Phrase(
            "「{what}」の可用性が100%です。どのシステムも必ず止まるため、守れない約束になります。",
            "“{what}” is to be available 100% of the time: no system is, so the promise cannot be kept.",
        ).fill(what=what),
        Phrase(
            "99.9%などの現実的な値と、復旧時間を決めてください。",
            "Set a level such as 99.9%, and a recovery time.",
        ),
    )
