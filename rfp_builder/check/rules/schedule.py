"""The schedule: all steps, in order, on business days, with time enough to answer well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import day, label
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.rfp import Step
from rfp_builder.text.business_days import business_days_between, why_closed

NEEDED = (
    Step.ISSUE,
    Step.QUESTION_DEADLINE,
    Step.ANSWERS,
    Step.PROPOSAL_DEADLINE,
    Step.DECISION,
    Step.SERVICE_START,
)
"""Steps without which vendors cannot plan. Presentation and contract may be left open."""

OFFICE_STEPS = tuple(step for step in Step if step is not Step.SERVICE_START)
"""Steps for which somebody must be at work; a service may start on a Sunday."""

TO_ASK, TO_USE_ANSWERS, TO_PROPOSE, TO_EVALUATE = 5, 5, 15, 5
"""Business days at the least."""

PATH = "rfp.schedule"


@rule("schedule.missing", Severity.BLOCKS, "日程の抜け", "Steps without a date")
def missing(context: Context) -> Iterator[Hit]:
    """A step that vendors plan by has no date."""
    for step in NEEDED:
        if context.project.rfp.day(step) is None:
            yield Hit(
                PATH,
                Phrase("日程に「{step}」の日付がありません。", "The schedule has no date for “{step}”.").fill(
                    step=label(step)
                ),
                Phrase("日付を記入してください。", "Enter the date."),
            )


@rule("schedule.twice", Severity.BLOCKS, "日程の重複", "A step with two dates")
def twice(context: Context) -> Iterator[Hit]:
    """A step stands twice in the schedule."""
    times = Counter(row.step for row in context.project.rfp.schedule)
    for step, count in times.items():
        if count > 1 and step is not Step.PRESENTATION:
            yield Hit(
                PATH,
                Phrase("日程に「{step}」が{count}行あります。", "“{step}” has {count} dates.").fill(
                    step=label(step), count=count
                ),
                Phrase("正しい日付だけを残してください。", "Keep the right one."),
            )


@rule("schedule.order", Severity.BLOCKS, "日程の順序", "Order of the schedule")
def order(context: Context) -> Iterator[Hit]:
    """A step before the one it follows."""
    steps = [(step, found) for step in Step if (found := context.project.rfp.day(step)) is not None]
    for (before, first), (after, then) in pairwise(steps):
        if then < first:
            yield Hit(
                PATH,
                Phrase(
                    "「{after}」（{then}）が「{before}」（{first}）より前になっています。",
                    "“{after}” on {then} comes before “{before}” on {first}.",
                ).fill(after=label(after), before=label(before), then=day(then), first=day(first)),
                Phrase("日付を直してください。", "Correct the dates."),
            )


@rule("schedule.business-day", Severity.WARNS, "営業日", "Business days")
def business_day(context: Context) -> Iterator[Hit]:
    """A step on a day when offices are closed."""
    for row in context.project.rfp.schedule:
        reason = why_closed(row.day) if row.step in OFFICE_STEPS else None
        if reason is not None:
            yield Hit(
                PATH,
                Phrase("「{step}」の{day}は{reason}です。", "“{step}” falls on {day}: {reason}.").fill(
                    step=label(row.step), day=day(row.day), reason=reason
                ),
                Phrase("営業日に移してください。", "Move it to a business day."),
            )


@rule("schedule.issue-past", Severity.WARNS, "過ぎた発行日", "Issue date in the past")
def issue_past(context: Context) -> Iterator[Hit]:
    """Nothing has been issued, and the day of issue is over."""
    issue = context.project.rfp.day(Step.ISSUE)
    if issue is not None and issue < context.today and not context.project.issues:
        yield Hit(
            PATH,
            Phrase(
                "発行日（{issue}）を過ぎていますが、提案依頼書はまだ発行されていません。",
                "The RFP was to be issued on {issue}, but has not been.",
            ).fill(issue=day(issue)),
            Phrase(
                "発行日を改め、以後の日程もずらしてください。", "Move the issue, and the dates that follow."
            ),
        )


@rule("schedule.time-to-ask", Severity.WARNS, "質問の期間", "Time to ask")
def time_to_ask(context: Context) -> Iterator[Hit]:
    """Too little time from issue to the deadline for questions."""
    yield from _short(
        context,
        Step.ISSUE,
        Step.QUESTION_DEADLINE,
        TO_ASK,
        Phrase(
            "読み込んで質問をまとめるには5営業日以上が要ります。",
            "Reading and gathering questions takes five business days or more.",
        ),
    )


@rule("schedule.time-after-answers", Severity.WARNS, "回答から提出まで", "Time after the answers")
def time_after_answers(context: Context) -> Iterator[Hit]:
    """Too little time to let the answers enter the proposal."""
    yield from _short(
        context,
        Step.ANSWERS,
        Step.PROPOSAL_DEADLINE,
        TO_USE_ANSWERS,
        Phrase(
            "回答を提案に反映できるよう、5営業日以上を空けてください。",
            "Leave five business days or more, so that answers can enter the proposals.",
        ),
    )


@rule("schedule.time-to-propose", Severity.WARNS, "提案書の作成期間", "Time to propose")
def time_to_propose(context: Context) -> Iterator[Hit]:
    """Too little time from issue to proposals."""
    yield from _short(
        context,
        Step.ISSUE,
        Step.PROPOSAL_DEADLINE,
        TO_PROPOSE,
        Phrase(
            "15営業日以上を取ってください。短いと、現行の委託先だけが有利になり応札が減ります。",
            "Allow fifteen or more; a short time favours the incumbent and loses bidders.",
        ),
    )


@rule("schedule.time-to-evaluate", Severity.ADVISES, "評価の期間", "Time to evaluate")
def time_to_evaluate(context: Context) -> Iterator[Hit]:
    """Too little time for several people to read and score."""
    yield from _short(
        context,
        Step.PROPOSAL_DEADLINE,
        Step.DECISION,
        TO_EVALUATE,
        Phrase(
            "複数の評価者が読み、採点し、合議するには5営業日以上が要ります。",
            "Reading, scoring and consensus take five business days or more.",
        ),
    )


@rule("schedule.decision-lead", Severity.WARNS, "決定から開始まで", "From decision to start")
def decision_lead(context: Context) -> Iterator[Hit]:
    """Less time from decision to start than hiring and training take."""
    decision = context.project.rfp.day(Step.DECISION)
    begins = context.project.rfp.day(Step.SERVICE_START) or known(context.definition.work.start.service_start)
    weeks = known(context.definition.people.training.lead_weeks)
    if decision is None or begins is None or not weeks or begins < decision:
        return
    if (begins - decision).days < 7 * weeks:
        yield Hit(
            PATH,
            Phrase(
                "委託先の決定（{decision}）からサービス開始（{begins}）までに、採用と研修の{weeks}週間が"
                "取れません。",
                "Between the decision on {decision} and the start on {begins} there are no {weeks} weeks "
                "to hire and train.",
            ).fill(decision=day(decision), begins=day(begins), weeks=weeks),
            Phrase(
                "決定を早めるか、開始を遅らせてください。今のままでは、要員を既に抱える会社しか応じられま"
                "せん。",
                "Decide earlier or start later; as it is, only vendors with idle staff can bid.",
            ),
        )


@rule("schedule.start-differs", Severity.BLOCKS, "開始日の不一致", "Two dates for the start")
def start_differs(context: Context) -> Iterator[Hit]:
    """The schedule's start is not that of 2.4."""
    scheduled = context.project.rfp.day(Step.SERVICE_START)
    defined = known(context.definition.work.start.service_start)
    if scheduled is not None and defined is not None and scheduled != defined:
        yield Hit(
            PATH,
            Phrase(
                "サービス開始日が、日程では{scheduled}、2.4では{defined}です。",
                "Service starts on {scheduled} by the schedule, on {defined} by 2.4.",
            ).fill(scheduled=day(scheduled), defined=day(defined)),
            Phrase("どちらかに合わせてください。", "Make the two agree."),
        )


@rule("schedule.contract-differs", Severity.WARNS, "契約日と契約期間", "Contract signed after it begins")
def contract_differs(context: Context) -> Iterator[Hit]:
    """The contract is signed after its term begins."""
    signed = context.project.rfp.day(Step.CONTRACT)
    begins = known(context.definition.work.start.contract_start)
    if signed is not None and begins is not None and signed > begins:
        yield Hit(
            PATH,
            Phrase(
                "契約の締結（{signed}）が、2.4の契約開始日（{begins}）より後です。",
                "The contract is signed on {signed}, after its term begins on {begins}.",
            ).fill(signed=day(signed), begins=day(begins)),
            Phrase("締結を早めるか、契約開始日を遅らせてください。", "Sign earlier or begin later."),
        )


@rule("schedule.decision-contract", Severity.WARNS, "決定前の契約開始", "Contract before the decision")
def decision_contract(context: Context) -> Iterator[Hit]:
    """The contract begins before the vendor is chosen."""
    decision = context.project.rfp.day(Step.DECISION)
    begins = known(context.definition.work.start.contract_start)
    if decision is not None and begins is not None and begins < decision:
        yield Hit(
            "work.start.contract_start",
            Phrase(
                "契約開始日（{begins}）が、委託先の決定（{decision}）より前です。",
                "The contract begins on {begins}, before the vendor is chosen on {decision}.",
            ).fill(begins=day(begins), decision=day(decision)),
            Phrase(
                "契約開始日か日程を直してください。", "Correct the start of the contract or the schedule."
            ),
        )


@rule("schedule.deadline-time", Severity.WARNS, "締切の時刻", "Time of a deadline")
def deadline_time(context: Context) -> Iterator[Hit]:
    """A deadline without a time of day."""
    for row in context.project.rfp.schedule:
        if row.step in (Step.QUESTION_DEADLINE, Step.PROPOSAL_DEADLINE) and row.at is None:
            yield Hit(
                PATH,
                Phrase("「{step}」に時刻がありません。", "“{step}” has no time of day.").fill(
                    step=label(row.step)
                ),
                Phrase(
                    "17:00などの時刻を記入してください。遅れたかどうかの争いを防ぎます。",
                    "Enter one, such as 17:00, so that nobody argues whether it was late.",
                ),
            )


@rule("schedule.validity", Severity.WARNS, "提案の有効期間", "Validity of offers")
def validity(context: Context) -> Iterator[Hit]:
    """Offers expire before the vendor is chosen or the contract signed."""
    rfp = context.project.rfp
    deadline, last = rfp.day(Step.PROPOSAL_DEADLINE), _last(rfp.day(Step.DECISION), rfp.day(Step.CONTRACT))
    if deadline is None or last is None or rfp.validity_days is None:
        return
    if (last - deadline).days > rfp.validity_days:
        expires = deadline + timedelta(days=rfp.validity_days)
        yield Hit(
            "rfp.validity_days",
            Phrase(
                "提案の有効期間（{expires}まで）が、決定・契約の日（{last}）より前に切れます。",
                "Offers expire on {expires}, before decision and contract on {last}.",
            ).fill(expires=day(expires), last=day(last)),
            Phrase("有効期間を延ばしてください。", "Let them bind for longer."),
        )


def _short(context: Context, first: Step, then: Step, least: int, remedy: Phrase) -> Iterator[Hit]:
    start, end = context.project.rfp.day(first), context.project.rfp.day(then)
    # So many weeks hold enough business days through any run of holidays; there is nothing to count.
    if start is None or end is None or end < start or (end - start).days > 7 * least:
        return
    days = business_days_between(start, end)
    if days < least:
        yield Hit(
            PATH,
            Phrase(
                "「{first}」（{start}）から「{then}」（{end}）まで{days}営業日しかありません。",
                "Only {days} business day(s) lie between “{first}” ({start}) and “{then}” ({end}).",
            ).fill(first=label(first), then=label(then), start=day(start), end=day(end), days=days),
            remedy,
        )


def _last(*days: date | None) -> date | None:
    return max((one for one in days if one is not None), default=None)
