"""What to weigh when requirements are withheld: why each may go, what hangs on it, what a vendor reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from rfp_builder.catalogue.requirements import ready_requirement
from rfp_builder.check.context import Context
from rfp_builder.check.rules.withholding import DUTY_ITEMS, fact
from rfp_builder.disclosure.public import PublicRfp
from rfp_builder.disclosure.view import numbering, public_view
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.choices import Priority
from rfp_builder.model.criteria import SubCriterion
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement, Withholding


class May(StrEnum):
    """Whether a requirement may be withheld."""

    YES = "yes"
    CARE = "care"
    """Nothing forbids it, but somebody has to think first."""
    NO = "no"

    @property
    def label(self) -> Phrase:
        """What people call it."""
        return _LABELS[self]


_LABELS = {
    May.YES: Phrase("非開示にできる", "may be withheld"),
    May.CARE: Phrase("要検討", "think first"),
    May.NO: Phrase("非開示にできない", "must be told"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a requirement may be withheld, and why or why not."""

    may: May
    reason: Phrase


@dataclass(frozen=True, slots=True)
class Hanging:
    """The points that hang on withheld requirements, against the cap."""

    by_sub: Mapping[str, int]
    """Sub-criterion to how many withheld requirements are scored under it."""
    points: Decimal
    cap: Decimal

    @property
    def over(self) -> bool:
        """Whether more hangs on them than agreed."""
        return self.points > self.cap


@dataclass(frozen=True, slots=True)
class VendorLine:
    """One line of an item as a vendor reads it. `own`: it stands there for the requirement in question."""

    number: str
    text: str
    is_question: bool
    own: bool


_SOLUTION = Phrase(
    "やり方を問う要件です。書かなければ、提案会社が自分から申し出るかどうかを見られます。",
    "It is a way of working. Left out, it shows whether a vendor brings it up unasked.",
)
_OWN_WORDING = Phrase(
    "ご自身で書いた要件です。やり方ではなく、価格や体制を左右する事実であれば開示してください。",
    "You wrote this one yourselves. If it is a fact that drives price or staffing, and not a way of working, "
    "disclose it.",
)
_MANDATORY = Phrase(
    "必須の要件です。知らされていない義務は守れません。非開示にする場合は、優先度を下げてください。",
    "It is mandatory, and nobody can keep a duty that was not told. Lower its priority if you withhold it.",
)
_STATED_FACT = Phrase(
    "要件文が事実や義務（業務量、時間、日程、個人情報、法令、価格など）を述べています。すべての提案会社に知らせます。",
    "It states a fact or duty (volume, hours, dates, personal data, law, price) that every vendor must know.",
)
_DUTY = Phrase(
    "個人情報の保護とセキュリティの義務です。すべての提案会社に知らせます。",
    "It is a duty of data protection or security. Every vendor has to know it.",
)
_FRAME = Phrase(
    "委託の目的、範囲、前提です。知らなければ、同じ条件で提案できません。",
    "It sets purpose, scope or premises; without it, offers would not rest on the same terms.",
)
_VOLUME = Phrase(
    "業務の中身と量です。必要な人数と価格を左右します。",
    "It is about what the work is and how much of it; that drives headcount and price.",
)
_DATES = Phrase(
    "日程です。体制づくりと価格を左右します。", "It is about dates; they drive preparation and price."
)
_PEOPLE = Phrase(
    "人員の条件です。採用と人件費、つまり価格を左右します。",
    "It sets terms for people; they drive hiring, wages and so the price.",
)
_RUNNING = Phrase(
    "運営の条件です。必要な人数と価格を左右します。",
    "It sets terms of operation; they drive headcount and price.",
)
_SITES = Phrase(
    "拠点と営業時間です。必要な人数と価格を左右します。",
    "It is about sites and opening hours; they drive headcount and price.",
)
_LEVELS = Phrase(
    "サービスレベルの条件です。体制、価格、報酬と減額を左右します。",
    "It is about service levels; they drive staffing, price, reward and penalty.",
)
_SYSTEMS = Phrase(
    "システムと設備の条件です。費用の負担と価格を左右します。",
    "It sets terms for systems and facilities; they decide who pays what, and the price.",
)
_PRICE = Phrase(
    "価格と支払いの条件です。提案価格を比べる前提になります。",
    "It is about price and payment, on which the comparison of offers rests.",
)
_CONTRACT = Phrase(
    "契約上の義務または手続きです。契約前にすべての提案会社が承知する必要があります。",
    "It is a duty or procedure of the contract; every vendor has to accept it before signing.",
)
_FACTS_BY_ITEM = {
    "2.4": _DATES,
    "4.1": _SITES,
    "4.9": _LEVELS,
    "6.3": _LEVELS,
    "7.1": _CONTRACT,
    "7.2": _CONTRACT,
}
_FACTS_BY_SECTION = {
    "1": _FRAME,
    "2": _VOLUME,
    "3": _PEOPLE,
    "4": _RUNNING,
    "5": _SYSTEMS,
    "6": _PRICE,
    "7": _CONTRACT,
}


@lru_cache(maxsize=8192)
def verdict(one: Requirement) -> Verdict:
    """Whether `one` may be withheld, and the reason in words.

    Raises:
        CatalogueError: a data file is broken.
    """
    if one.item in DUTY_ITEMS:
        return Verdict(May.NO, _DUTY)
    ready = _ready_withholdable(one.source)
    if ready is False:
        return Verdict(May.NO, _FACTS_BY_ITEM.get(one.item) or _FACTS_BY_SECTION[one.item[0]])
    if _states_fact(one):
        return Verdict(May.NO, _STATED_FACT)
    if one.priority is Priority.MUST:
        return Verdict(May.CARE, _MANDATORY)
    return Verdict(May.CARE, _OWN_WORDING) if ready is None else Verdict(May.YES, _SOLUTION)


def points_hanging(project: Project) -> Hanging:
    """Points of the sub-criteria that withheld requirements hang on, each counted once, and the cap."""
    by_sub: dict[str, int] = {}
    for one in project.requirements:
        if one.withholding is not None:
            by_sub[one.withholding.criterion] = by_sub.get(one.withholding.criterion, 0) + 1
    criteria = project.criteria
    points = sum((sub.points for sub in criteria.all_subs() if sub.id in by_sub), Decimal(0))
    return Hanging(MappingProxyType(by_sub), points, criteria.withheld_cap * criteria.total_points / 100)


def hanging_subs(project: Project) -> tuple[SubCriterion, ...]:
    """The sub-criteria that withheld requirements hang on, in the order of the criteria."""
    hanging = points_hanging(project).by_sub
    return tuple(sub for sub in project.criteria.all_subs() if sub.id in hanging)


class VendorsView:
    """A project as vendors will read it in one language; made once for any number of requirements."""

    def __init__(self, project: Project, lang: Lang, day: date) -> None:
        self.project = project
        self._rfp: PublicRfp = public_view(project, lang, day)
        self._numbers = numbering(project)
        self.lang = lang

    def lines(self, one: Requirement) -> tuple[VendorLine, ...]:
        """The requirements and questions of the item that `one` belongs to, as they will be printed."""
        own = {self._numbers.requirements.get(one.id), self._numbers.questions.get(one.id)}
        items = (item for section in self._rfp.sections for item in section.items if item.id == one.item)
        return tuple(
            VendorLine(number, text, is_question, number in own)
            for item in items
            for number, text, is_question in (
                *((line.number, line.statement, False) for line in item.requirements),
                *((line.number, line.question, True) for line in item.questions),
            )
        )


def _ready_withholdable(source: str | None) -> bool | None:
    """What the catalogue says of the ready statement; None where the client wrote it."""
    try:
        return None if source is None else ready_requirement(source).withholdable
    except KeyError:
        # Taken from a catalogue that has changed since.
        return None


def _states_fact(one: Requirement) -> bool:
    """What the check would say if it were withheld."""
    withheld = one.replace(withholding=one.withholding or Withholding(criterion="any"))
    return any(fact.findings(Context(Project(requirements=(withheld,)), date.min)))
