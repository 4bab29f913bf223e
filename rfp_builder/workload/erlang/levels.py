"""The four things called "service level" where callers may hang up; they differ by many points."""

from __future__ import annotations

from enum import StrEnum

from rfp_builder.i18n import Lang, Phrase


class ServiceLevel(StrEnum):
    """Which share is meant by a service level. Without abandonment (Erlang C) all four are the same."""

    OFFERED = "offered"
    ANSWERED = "answered"
    VIRTUAL = "virtual"
    SHORT_ABANDONS_EXCLUDED = "short-abandons-excluded"

    def to(self, lang: Lang) -> str:
        """Its name, as shown beside every service level."""
        return _NAMES[self].to(lang)

    @property
    def formula(self) -> Phrase:
        """How it is computed, in words; {within} is to be filled with the answer time."""
        return _FORMULAS[self]


_NAMES = {
    ServiceLevel.OFFERED: Phrase("サービスレベル（着信呼ベース）", "service level (of calls offered)"),
    ServiceLevel.ANSWERED: Phrase("サービスレベル（応答呼ベース）", "service level (of calls answered)"),
    ServiceLevel.VIRTUAL: Phrase("サービスレベル（仮想待ち時間ベース）", "service level (virtual wait)"),
    ServiceLevel.SHORT_ABANDONS_EXCLUDED: Phrase(
        "サービスレベル（短時間の放棄呼を除く）", "service level (short abandons excluded)"
    ),
}
_FORMULAS = {
    ServiceLevel.OFFERED: Phrase(
        "{within}以内に応答した呼 ÷ すべての着信呼。放棄呼は未達成に数える",
        "calls answered within {within} ÷ all calls offered; abandoned calls count as missed",
    ),
    ServiceLevel.ANSWERED: Phrase(
        "{within}以内に応答した呼 ÷ 応答した呼。放棄呼は数えない",
        "calls answered within {within} ÷ calls answered; abandoned calls do not count",
    ),
    ServiceLevel.VIRTUAL: Phrase(
        "電話を切らずに待てば{within}以内に応答される呼の割合",
        "share of calls that would be answered within {within} if the caller waited",
    ),
    ServiceLevel.SHORT_ABANDONS_EXCLUDED: Phrase(
        "{within}以内に応答した呼 ÷ 着信呼。{within}以内の放棄呼は着信に数えない",
        "calls answered within {within} ÷ calls offered, without those abandoned within {within}",
    ),
}
