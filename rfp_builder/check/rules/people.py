"""People (section 3) against the work: supervisors, headcount, languages, employment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import label, number
from rfp_builder.i18n import Phrase, listed
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Day, Language, Permission, Role, Workplace
from rfp_builder.model.definition.operations import SiteShift
from rfp_builder.model.definition.people import HiringCondition

HOURS_A_WEEK = 40
USUAL_SPAN = 20
"""More agents than this to one supervisor is rare."""


@rule("consistent.supervisor-missing", Severity.WARNS, "スーパーバイザーの条件", "No supervisor named")
def supervisor_missing(context: Context) -> Iterator[Hit]:
    """Hiring conditions name agents but no supervisors."""
    conditions = rows(context.definition.people.hiring.conditions)
    if conditions and not _of(conditions, Role.SV):
        yield Hit(
            "people.hiring.conditions",
            Phrase(
                "3.1にスーパーバイザー（SV）の条件がありません。",
                "3.1 has no conditions for supervisors (SV).",
            ),
            Phrase(
                "SVの経験と、何人のオペレーターを見るかを3.1に加えてください。",
                "Add the supervisors' experience, and how many agents each looks after, to 3.1.",
            ),
        )


@rule("consistent.supervisor-span", Severity.WARNS, "SVの人数", "Span of control")
def supervisor_span(context: Context) -> Iterator[Hit]:
    """Fewer supervisors than the span asks for."""
    conditions = rows(context.definition.people.hiring.conditions)
    agents = sum(known(row.headcount) or 0 for row in _of(conditions, Role.CSR))
    for row in _of(conditions, Role.SV):
        span, headcount = known(row.span), known(row.headcount)
        if span and headcount is not None and headcount * span < agents:
            yield Hit(
                f"people.hiring.conditions[{row.id}].headcount",
                Phrase(
                    "オペレーター{agents}人に対しSV{headcount}人では、1人あたり{span}人という条件を満たし"
                    "ません（{needed}人必要）。",
                    "{headcount} supervisors for {agents} agents break the span of {span}: {needed} are "
                    "needed.",
                ).fill(agents=agents, headcount=headcount, span=span, needed=-(-agents // span)),
                Phrase(
                    "SVの人数か、受け持つ人数を直してください。",
                    "Correct the number of supervisors or the span.",
                ),
            )


@rule("consistent.span-wide", Severity.ADVISES, "SVの受け持ち人数", "Wide span of control")
def span_wide(context: Context) -> Iterator[Hit]:
    """One supervisor for more agents than can be listened to."""
    for row in _of(rows(context.definition.people.hiring.conditions), Role.SV):
        span = known(row.span)
        if span is not None and span > USUAL_SPAN:
            yield Hit(
                f"people.hiring.conditions[{row.id}].span",
                Phrase(
                    "SV1人でオペレーター{span}人を見る条件です。応対の支援やモニタリングの時間が取れません。",
                    "One supervisor for {span} agents leaves no time to help and to listen.",
                ).fill(span=span),
                Phrase(
                    "10〜15人程度が一般的です。見直しを検討してください。",
                    "Ten to fifteen is usual; consider less.",
                ),
            )


@rule("consistent.supervisor-hours", Severity.WARNS, "SVの在席時間", "A supervisor at all hours")
def supervisor_hours(context: Context) -> Iterator[Hit]:
    """Too few supervisors to have one present in all opening hours."""
    supervisors = sum(
        known(row.headcount) or 0 for row in _of(rows(context.definition.people.hiring.conditions), Role.SV)
    )
    hours = open_hours_a_week(context)
    if supervisors and hours > supervisors * HOURS_A_WEEK:
        yield Hit(
            "people.hiring.conditions",
            Phrase(
                "受付時間は週{hours}時間ですが、SV{count}人では週{covered}時間しか在席できません。",
                "The centre is open {hours} hours a week; {count} supervisor(s) are present for {covered}"
                " at the most.",
            ).fill(hours=number(hours), count=supervisors, covered=supervisors * HOURS_A_WEEK),
            Phrase(
                "すべての時間帯にSVが1人以上いるよう、SVを増やすか代行者を定めてください。",
                "Add supervisors or name deputies, so that one is present at all hours.",
            ),
        )


@rule("consistent.hired-headcount", Severity.WARNS, "採用人数と配置人数", "Hired against present")
def hired_headcount(context: Context) -> Iterator[Hit]:
    """More people present at a time than are hired."""
    hired = [
        count
        for row in _of(rows(context.definition.people.hiring.conditions), Role.CSR)
        if (count := known(row.headcount)) is not None
    ]
    present = _most_at_a_time(rows(context.definition.operations.sites.shifts))
    if hired and sum(hired) < present:
        yield Hit(
            "people.hiring.conditions",
            Phrase(
                "3.1のオペレーターは{hired}人ですが、4.1では同時に{present}人を配置します。",
                "3.1 has {hired} agents, but 4.1 wants {present} present at the same time.",
            ).fill(hired=sum(hired), present=present),
            Phrase(
                "休暇や研修の分も見込み、採用人数を配置人数より多くしてください。",
                "Hire more than are present: people are on leave and in training.",
            ),
        )


@rule("consistent.languages", Severity.WARNS, "対応言語と採用条件", "Languages of programs and agents")
def languages(context: Context) -> Iterator[Hit]:
    """A program is in a foreign language, but no hiring condition speaks of languages."""
    foreign = {
        language
        for program in context.programs.values()
        for language in known(program.languages) or ()
        if language is not Language.JAPANESE
    }
    agents = _of(rows(context.definition.people.hiring.conditions), Role.CSR)
    if foreign and agents and not any(known(row.languages) for row in agents):
        yield Hit(
            f"people.hiring.conditions[{agents[0].id}].languages",
            Phrase(
                "業務は{languages}に対応しますが、3.1のオペレーターの条件に語学力がありません。",
                "Programs are offered in {languages}, but 3.1 asks agents for no language skills.",
            ).fill(languages=listed(label(one) for one in sorted(foreign))),
            Phrase(
                "言語ごとの水準（試験の級や点数など）を3.1に記入してください。",
                "Enter the level for each language (a test and its score) in 3.1.",
            ),
        )


@rule("consistent.training-hours", Severity.WARNS, "研修時間と期間", "Hours of training")
def training_hours(context: Context) -> Iterator[Hit]:
    """More hours of training than the lead time holds."""
    courses = rows(context.definition.people.training.courses)
    weeks = known(context.definition.people.training.lead_weeks)
    hours = sum((known(row.hours) or Decimal(0) for row in courses), Decimal(0))
    if courses and weeks and hours > weeks * HOURS_A_WEEK:
        yield Hit(
            "people.training.lead_weeks",
            Phrase(
                "研修は合計{hours}時間ですが、独り立ちまでの{weeks}週間（{room}時間）に収まりません。",
                "Courses take {hours} hours in all, more than the {weeks} weeks ({room} hours) until "
                "agents work alone.",
            ).fill(hours=number(hours), weeks=weeks, room=weeks * HOURS_A_WEEK),
            Phrase("研修時間か期間を直してください。", "Correct the hours of the courses or the lead time."),
        )


@rule("consistent.employment-shares", Severity.WARNS, "雇用形態の構成比", "Shares of employment")
def employment_shares(context: Context) -> Iterator[Hit]:
    """The forms of employment of one role do not add up to 100."""
    shares: dict[Role, list[tuple[str, Decimal | None]]] = defaultdict(list)
    for row in rows(context.definition.people.employment.terms):
        role = known(row.role)
        if role is not None:
            shares[role].append((row.id, known(row.share)))
    for role, of_role in shares.items():
        given = [share for _, share in of_role if share is not None]
        if len(given) == len(of_role) and sum(given, Decimal(0)) != 100:
            yield Hit(
                f"people.employment.terms[{of_role[0][0]}].share",
                Phrase(
                    "{role}の雇用形態の割合の合計が{total}%です。",
                    "Forms of employment of {role} add up to {total}%.",
                ).fill(role=label(role), total=number(sum(given, Decimal(0)))),
                Phrase("職種ごとに100%になるよう直してください。", "Let each role add up to 100%."),
            )


@rule("consistent.home-working", Severity.WARNS, "在宅勤務の可否", "Home working allowed or not")
def home_working(context: Context) -> Iterator[Hit]:
    """Employment at home although 4.10 forbids it."""
    if known(context.definition.operations.other.home_working) is not Permission.FORBIDDEN:
        return
    for row in rows(context.definition.people.employment.terms):
        if known(row.workplace) in (Workplace.HOME, Workplace.BOTH):
            yield Hit(
                f"people.employment.terms[{row.id}].workplace",
                Phrase(
                    "3.5で在宅勤務を認めていますが、4.10では在宅勤務を禁じています。",
                    "3.5 lets people work at home; 4.10 forbids it.",
                ),
                Phrase("どちらかに合わせてください。", "Make the two agree."),
            )


@rule("consistent.skill-verified", Severity.ADVISES, "スキルの検証", "Skills that nobody verifies")
def skill_verified(context: Context) -> Iterator[Hit]:
    """A skill without evidence, and nothing in 3.4 to verify it."""
    if rows(context.definition.people.verification.verifications):
        return
    for row in rows(context.definition.people.skills.skills):
        if row.skill is not None and known(row.evidence) is None:
            yield Hit(
                f"people.skills.skills[{row.id}].evidence",
                Phrase(
                    "スキル「{skill}」は、証明方法も検証（3.4）もないため、満たしたかどうかを確かめられま"
                    "せん。",
                    "Skill “{skill}” has neither evidence nor a verification in 3.4: nobody can tell "
                    "whether it is there.",
                ).fill(skill=context.named(row, row.skill)),
                Phrase(
                    "資格や試験などの証明方法を書くか、3.4に検証方法を加えてください。",
                    "Name the evidence (a certificate, a test) or add a verification to 3.4.",
                ),
            )


def open_hours_a_week(context: Context) -> Fraction:
    """Hours of a week, holidays left out, in which at least one time band of 4.1 is staffed."""
    minutes = 0
    for day in Day:
        if day is Day.HOLIDAY:
            continue
        reached = 0
        for opens, closes in sorted(_bands(context, day)):
            minutes += max(0, closes - max(opens, reached))
            reached = max(reached, closes)
    return Fraction(minutes, 60)


def _bands(context: Context, day: Day) -> Iterator[tuple[int, int]]:
    for shift in rows(context.definition.operations.sites.shifts):
        opens, closes = known(shift.opens), known(shift.closes)
        if day in (known(shift.days) or ()) and opens is not None and closes is not None:
            yield opens, closes


def _most_at_a_time(shifts: Sequence[SiteShift]) -> int:
    """The most people of all bands of 4.1 together at any time; a band without days or times stands alone."""
    bands = [(known(one.headcount) or 0, known(one.opens), known(one.closes), one) for one in shifts]
    most = max((people for people, *_ in bands), default=0)
    for day in Day:
        on_the_day = [
            (people, opens, closes)
            for people, opens, closes, one in bands
            if opens is not None and closes is not None and day in (known(one.days) or ())
        ]
        # More people are there only from the moment on when another band begins.
        for _, begins, _ in on_the_day:
            most = max(most, sum(people for people, opens, closes in on_the_day if opens <= begins < closes))
    return most


def _of(conditions: tuple[HiringCondition, ...], role: Role) -> tuple[HiringCondition, ...]:
    return tuple(row for row in conditions if known(row.role) is role)
