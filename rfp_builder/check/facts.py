"""Facts of the definition that statements repeat in words: what a sentence about them looks like.

A statement contradicts a fact if it speaks of it, gives numbers in its unit, and none of them is the fact's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from rfp_builder.check.context import rows
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Role
from rfp_builder.model.definition import Definition

_N = r"(?P<n>[0-9][0-9,]*(?:\.[0-9]+)?)"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with a number. `spoken` finds the number in a sentence about it (group n)."""

    rule: str
    title: Phrase
    items: frozenset[str]
    """Items whose statements may speak of it."""
    about: Mapping[Lang, re.Pattern[str]]
    spoken: Mapping[Lang, re.Pattern[str]]
    path: str
    values: Callable[[Definition], frozenset[Decimal]]
    """Every number that would be right; none where the definition does not say."""
    unit: Phrase


def _fact(
    key: str,
    title: Phrase,
    item_ids: str,
    about: tuple[str, str],
    spoken: tuple[str, str],
    path: str,
    values: Callable[[Definition], frozenset[Decimal]],
    unit: Phrase,
) -> Fact:
    return Fact(
        f"contradiction.{key}",
        title,
        frozenset(item_ids.split()),
        {Lang.JA: re.compile(about[0]), Lang.EN: re.compile(about[1], re.I)},
        {Lang.JA: re.compile(spoken[0]), Lang.EN: re.compile(spoken[1], re.I)},
        path,
        values,
        unit,
    )


def _one(value: int | Decimal | None) -> frozenset[Decimal]:
    return frozenset() if value is None else frozenset({Decimal(value)})


def _volumes(definition: Definition) -> frozenset[Decimal]:
    """Every monthly volume, the sums by program and by channel, and the total."""
    counted = [
        (row.program, known(row.channel), contacts)
        for row in rows(definition.work.volumes.volumes)
        if (contacts := known(row.monthly_contacts)) is not None
    ]
    if not counted:
        return frozenset()
    sums = {Decimal(contacts) for _, _, contacts in counted} | {Decimal(sum(one[2] for one in counted))}
    for place in (0, 1):
        for key in {one[place] for one in counted}:
            sums.add(Decimal(sum(one[2] for one in counted if one[place] == key)))
    return frozenset(sums)


def _headcounts(definition: Definition) -> frozenset[Decimal]:
    shifts = [known(row.headcount) for row in rows(definition.operations.sites.shifts)]
    hired = [
        known(row.headcount)
        for row in rows(definition.people.hiring.conditions)
        if known(row.role) is Role.CSR
    ]
    return frozenset(Decimal(count) for count in [*shifts, *hired] if count is not None)


def _spans(definition: Definition) -> frozenset[Decimal]:
    spans = [
        known(row.span) for row in rows(definition.people.hiring.conditions) if known(row.role) is Role.SV
    ]
    return frozenset(Decimal(span) for span in spans if span is not None)


_HOURS, _MINUTES = Phrase("{n}時間", "{n} hours"), Phrase("{n}分", "{n} minutes")
_DAYS, _TIMES = Phrase("{n}日", "{n} days"), Phrase("{n}回", "{n} times")
_CASES, _PEOPLE, _SHARE = (
    Phrase("{n}件", "{n} contacts"),
    Phrase("{n}人", "{n} people"),
    Phrase("{n}%", "{n}%"),
)

FACTS = (
    _fact(
        "volume",
        Phrase("月間件数（2.2）", "contacts a month (2.2)"),
        "2.2 2.3 4.1",
        ("月", "month"),
        (
            rf"月(?:間|平均|に)?{_N}件",
            rf"{_N} (?:contacts|calls|e-?mails|enquiries|orders) (?:a|per|each) month",
        ),
        "work.volumes.volumes",
        _volumes,
        _CASES,
    ),
    _fact(
        "headcount",
        Phrase("人数（3.1、4.1）", "headcount (3.1, 4.1)"),
        "3.1 4.1",
        ("オペレーター", "agents?|operators?"),
        (
            rf"オペレーター(?:を|が|は)?(?:常時|同時に)?{_N}[名人](?!に(?:つき|対し)|あたり|当たり|ごと|以内|以上)",
            rf"(?<!every )(?<!per )(?<!each ){_N} (?:agents|operators) (?:present|on duty|at all times)",
        ),
        "operations.sites.shifts",
        _headcounts,
        _PEOPLE,
    ),
    _fact(
        "span",
        Phrase("SVの受け持ち人数（3.1）", "agents to one supervisor (3.1)"),
        "3.1 4.1",
        ("SV|スーパーバイザー", "supervisor"),
        (
            rf"オペレーター{_N}[名人](?:に(?:つき|対し)|あたり|当たり|ごと)",
            rf"supervisor (?:for|per|to) (?:every |each )?{_N} agents",
        ),
        "people.hiring.conditions",
        _spans,
        _PEOPLE,
    ),
    _fact(
        "monitoring",
        Phrase("1人あたりのモニタリング件数（4.3）", "contacts monitored per agent (4.3)"),
        "4.3",
        (
            "(?:1人|一人|オペレーターごと).*(?:月|毎月)|(?:月|毎月).*(?:1人|一人|オペレーターごと)",
            "month.*(?:per|each|every) agent|(?:per|each|every) agent.*month",
        ),
        (rf"{_N}件", rf"{_N} (?:contacts|calls|recordings)"),
        "operations.monitoring.contacts_per_agent",
        lambda definition: _one(known(definition.operations.monitoring.contacts_per_agent)),
        _CASES,
    ),
    _fact(
        "schedule-published",
        Phrase("シフトの公表時期（4.4）", "notice of schedules (4.4)"),
        "4.4",
        ("シフト|勤務表", "schedule|roster|shift"),
        (rf"{_N}日前", rf"{_N} (?:calendar )?days (?:before|ahead|in advance)"),
        "operations.planning.published_days_before",
        lambda definition: _one(known(definition.operations.planning.published_days_before)),
        _DAYS,
    ),
    _fact(
        "interval",
        Phrase("計画の時間間隔（4.4）", "planning interval (4.4)"),
        "2.3 4.4",
        ("予測|要員|配置|計画", "forecast|staff|plan|schedul"),
        (rf"{_N}分(?:単位|間隔|刻み|ごと)", rf"{_N}[- ]minute (?:interval|step)s?"),
        "operations.planning.interval_minutes",
        lambda definition: _one(known(definition.operations.planning.interval_minutes)),
        _MINUTES,
    ),
    _fact(
        "harassment-rounds",
        Phrase("同じやり取りの上限（4.6）", "rounds with a harassing customer (4.6)"),
        "4.6",
        ("同じ[^、。]{0,12}やり取り", "rounds? of the same"),
        (rf"{_N}回", rf"{_N} rounds?"),
        "operations.escalation.harassment_max_rounds",
        lambda definition: _one(known(definition.operations.escalation.harassment_max_rounds)),
        _TIMES,
    ),
    _fact(
        "harassment-minutes",
        Phrase("応対時間の上限（4.6）", "minutes with a harassing customer (4.6)"),
        "4.6",
        ("同じ(?:主張|要求)が続|ハラスメント.*(?:終え|終了|打ち切)", "same claim|harass.*(?:end|close)"),
        (rf"{_N}分", rf"{_N} minutes"),
        "operations.escalation.harassment_max_minutes",
        lambda definition: _one(known(definition.operations.escalation.harassment_max_minutes)),
        _MINUTES,
    ),
    _fact(
        "satisfaction",
        Phrase("顧客満足度の目標（4.2）", "target for satisfaction (4.2)"),
        "4.2 4.9 1.3",
        ("満足", "satisf"),
        (
            rf"満足(?:度|率)?(?:と(?:回答|答え)[^、。]{{0,8}})?[をがはの]{{0,2}}{_N}%",
            rf"satisf\w*[^.,;]{{0,20}} {_N} ?%",
        ),
        "operations.satisfaction.target",
        lambda definition: _one(known(definition.operations.satisfaction.target)),
        _SHARE,
    ),
    _fact(
        "recovery",
        Phrase("復旧時間（4.10）", "recovery time (4.10)"),
        "4.10",
        ("復旧|再開", "recover|resum|restor"),
        (rf"{_N}時間", rf"{_N} hours"),
        "operations.other.recovery_hours",
        lambda definition: _one(known(definition.operations.other.recovery_hours)),
        _HOURS,
    ),
    _fact(
        "breach-notice",
        Phrase("漏えい時の通知期限（5.3）", "notice of a breach (5.3)"),
        "5.3 5.5",
        ("漏えい|漏洩", "breach|leak"),
        (rf"{_N}時間", rf"{_N} hours"),
        "ict.data.breach_notice_hours",
        lambda definition: _one(known(definition.ict.data.breach_notice_hours)),
        _HOURS,
    ),
    _fact(
        "log-retention",
        Phrase("ログの保存日数（5.5）", "retention of logs (5.5)"),
        "5.5",
        (
            "ログ[^、。]*(?:保存|保管)|(?:保存|保管)[^、。]*ログ",
            r"\blogs?\b.*\b(?:keep|kept|retain)|\b(?:keep|retain)\b.*\blogs?\b",
        ),
        (rf"{_N}日(?!以内|前|まで)", rf"{_N} days"),
        "ict.security.log_retention_days",
        lambda definition: _one(known(definition.ict.security.log_retention_days)),
        _DAYS,
    ),
    _fact(
        "penalty-cap",
        Phrase("減額の合計の上限（6.3）", "cap on all penalties (6.3)"),
        "6.3",
        (
            "(?:ペナルティ|減額)[^。]*(?:合計|全体|総額)|(?:合計|全体|総額)[^。]*(?:ペナルティ|減額)",
            "penalt[^.]*total|total[^.]*penalt",
        ),
        (rf"{_N}%", rf"{_N} ?%"),
        "price.incentives.total_cap",
        lambda definition: _one(known(definition.price.incentives.total_cap)),
        _SHARE,
    ),
    _fact(
        "change-answer",
        Phrase("変更への回答日数（7.2）", "days to answer a change (7.2)"),
        "7.2",
        ("影響|見積|回答", "impact|assess|answer"),
        (rf"{_N}営業日", rf"{_N} (?:business|working) days"),
        "additional.change.answer_days",
        lambda definition: _one(known(definition.additional.change.answer_days)),
        _DAYS,
    ),
)
