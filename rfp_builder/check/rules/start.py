"""Start and transition (2.4): contract, training, trial run, ramp and milestones in a possible order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rfp_builder.check.context import Context, rows
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import day, number
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.rfp import Step

PRODUCTIVE_AFTER_DAYS = 90
"""A new agent is fully productive after three to six months on average."""


@rule("consistent.contract-term", Severity.BLOCKS, "契約期間", "Contract term")
def contract_term(context: Context) -> Iterator[Hit]:
    """The contract ends before it begins."""
    start = context.definition.work.start
    first, last = known(start.contract_start), known(start.contract_end)
    if first is not None and last is not None and last <= first:
        yield Hit(
            "work.start.contract_end",
            Phrase(
                "契約終了日（{last}）が契約開始日（{first}）以前です。",
                "The contract ends on {last}, not after its start on {first}.",
            ).fill(first=day(first), last=day(last)),
            Phrase("契約の開始日と終了日を確かめてください。", "Check both dates of the contract."),
        )


@rule("consistent.start-in-term", Severity.BLOCKS, "開始日と契約期間", "Start within the contract")
def start_in_term(context: Context) -> Iterator[Hit]:
    """Service starts outside the contract term."""
    start = context.definition.work.start
    begins = known(start.service_start)
    first, last = known(start.contract_start), known(start.contract_end)
    if begins is None:
        return
    if (first is not None and begins < first) or (last is not None and begins > last):
        yield Hit(
            "work.start.service_start",
            Phrase(
                "サービス開始日（{begins}）が契約期間の外にあります。",
                "Service starts on {begins}, outside the contract term.",
            ).fill(begins=day(begins)),
            Phrase(
                "準備期間も契約に含まれるよう、開始日か契約期間を直してください。",
                "Correct the start or the term, so that the preparation falls within the contract.",
            ),
        )


@rule("consistent.start-training", Severity.WARNS, "開始日と研修期間", "Start against training lead time")
def start_training(context: Context) -> Iterator[Hit]:
    """Less time between contract and start than hiring and training take."""
    start = context.definition.work.start
    begins, weeks = known(start.service_start), known(context.definition.people.training.lead_weeks)
    first = context.project.rfp.day(Step.CONTRACT) or known(start.contract_start)
    if begins is None or weeks is None or first is None or begins < first:
        return
    available = (begins - first).days // 7
    if available < weeks:
        yield Hit(
            "work.start.service_start",
            Phrase(
                "採用から独り立ちまで{weeks}週間かかる計画ですが、契約（{first}）からサービス開始（"
                "{begins}）までは{available}週間しかありません。",
                "Hiring and training take {weeks} weeks, but only {available} lie between the contract "
                "({first}) and the start of service ({begins}).",
            ).fill(weeks=weeks, available=available, first=day(first), begins=day(begins)),
            Phrase(
                "サービス開始を遅らせる、契約を早める、または立ち上げを段階に分けることを検討してください。",
                "Start later, sign earlier, or let the volume ramp up in phases.",
            ),
        )


@rule("consistent.ramp-order", Severity.WARNS, "立ち上げの順序", "Order of the ramp")
def ramp_order(context: Context) -> Iterator[Hit]:
    """A later phase handles less, or is listed before an earlier one."""
    phases = [
        (row, starts, share)
        for row in rows(context.definition.work.start.ramp)
        if (starts := known(row.starts)) is not None and (share := known(row.share)) is not None
    ]
    for (before, starts, share), (after, then, more) in pairwise(phases):
        if then <= starts or more < share:
            yield Hit(
                f"work.start.ramp[{after.id}]",
                Phrase(
                    "立ち上げの「{after}」（{then}、{more}%）が、前の段階「{before}」（{starts}、{share}%）"
                    "より早いか、割合が下がっています。",
                    "Ramp phase “{after}” ({then}, {more}%) comes earlier or handles less than “{before}” "
                    "({starts}, {share}%).",
                ).fill(
                    after=context.named(after, after.phase),
                    before=context.named(before, before.phase),
                    then=day(then),
                    starts=day(starts),
                    more=number(more),
                    share=number(share),
                ),
                Phrase(
                    "段階は日付の順に並べ、担当する割合を増やしてください。",
                    "Put the phases in the order of their dates, with a growing share.",
                ),
            )


@rule("consistent.ramp-full", Severity.WARNS, "立ち上げの完了", "End of the ramp")
def ramp_full(context: Context) -> Iterator[Hit]:
    """The ramp never reaches the full volume."""
    phases = rows(context.definition.work.start.ramp)
    shares = [share for row in phases if (share := known(row.share)) is not None]
    if phases and len(shares) == len(phases) and max(shares) < 100:
        yield Hit(
            "work.start.ramp",
            Phrase(
                "立ち上げの最後の段階でも{share}%で、全量を担当する時期が分かりません。",
                "The ramp ends at {share}%: it does not say when the full volume is handled.",
            ).fill(share=number(max(shares))),
            Phrase("100%になる段階を加えてください。", "Add the phase in which the share reaches 100%."),
        )


@rule("consistent.ramp-start", Severity.WARNS, "立ち上げと開始日", "Ramp against the start")
def ramp_start(context: Context) -> Iterator[Hit]:
    """A phase of live work before the start of service."""
    begins = known(context.definition.work.start.service_start)
    for row in rows(context.definition.work.start.ramp):
        starts = known(row.starts)
        if begins is not None and starts is not None and starts < begins and (known(row.share) or 0) > 0:
            yield Hit(
                f"work.start.ramp[{row.id}].starts",
                Phrase(
                    "立ち上げの「{phase}」（{starts}）が、サービス開始日（{begins}）より前に始まります。",
                    "Ramp phase “{phase}” begins on {starts}, before the start of service on {begins}.",
                ).fill(phase=context.named(row, row.phase), starts=day(starts), begins=day(begins)),
                Phrase(
                    "サービス開始日を最初の段階に合わせるか、試運転として記入してください。",
                    "Let the service start with the first phase, or enter it as the trial run.",
                ),
            )


@rule("consistent.ramp-learning", Severity.ADVISES, "習熟にかかる時間", "Time to become productive")
def ramp_learning(context: Context) -> Iterator[Hit]:
    """The full volume less than three months after the start."""
    begins = known(context.definition.work.start.service_start)
    full = [
        starts
        for row in rows(context.definition.work.start.ramp)
        if known(row.share) == 100 and (starts := known(row.starts)) is not None
    ]
    if begins is not None and full and 0 < (min(full) - begins).days < PRODUCTIVE_AFTER_DAYS:
        yield Hit(
            "work.start.ramp",
            Phrase(
                "開始（{begins}）から3か月以内の{full}に全量へ移ります。新人が一人前になるには平均3〜6か"
                "月かかります。",
                "The full volume is reached on {full}, within three months of the start on {begins}; "
                "new agents need three to six months on average to become fully productive.",
            ).fill(begins=day(begins), full=day(min(full))),
            Phrase(
                "段階を延ばすか、その間のサービスレベルの目標を緩めることを検討してください。",
                "Stretch the ramp, or ease the service levels until then.",
            ),
        )


@rule("consistent.trial-order", Severity.BLOCKS, "試運転の時期", "Time of the trial run")
def trial_order(context: Context) -> Iterator[Hit]:
    """The trial run ends before it begins, or does not end before the start of service."""
    start = context.definition.work.start
    first, last, begins = known(start.trial_from), known(start.trial_until), known(start.service_start)
    if first is not None and last is not None and last < first:
        yield Hit(
            "work.start.trial_until",
            Phrase(
                "試運転の終了日（{last}）が開始日（{first}）より前です。",
                "The trial run ends on {last}, before it begins on {first}.",
            ).fill(first=day(first), last=day(last)),
            Phrase("試運転の日付を確かめてください。", "Check the dates of the trial run."),
        )
    latest = last or first
    if latest is not None and begins is not None and latest >= begins:
        yield Hit(
            "work.start.trial_until" if last is not None else "work.start.trial_from",
            Phrase(
                "試運転（{latest}まで）がサービス開始日（{begins}）より前に終わりません。",
                "The trial run (until {latest}) is not over before service starts on {begins}.",
            ).fill(latest=day(latest), begins=day(begins)),
            Phrase(
                "測った処理時間を要員計画に反映できるよう、開始の前に試運転を終えてください。",
                "End the trial before the start, so that the measured handling times can enter the "
                "staffing plan.",
            ),
        )


@rule("consistent.trial-in-contract", Severity.WARNS, "試運転と契約", "Trial run and contract")
def trial_in_contract(context: Context) -> Iterator[Hit]:
    """The trial run begins before there is a contract."""
    start = context.definition.work.start
    first, contract = known(start.trial_from), known(start.contract_start)
    if first is not None and contract is not None and first < contract:
        yield Hit(
            "work.start.trial_from",
            Phrase(
                "試運転の開始日（{first}）が契約開始日（{contract}）より前です。",
                "The trial run begins on {first}, before the contract starts on {contract}.",
            ).fill(first=day(first), contract=day(contract)),
            Phrase(
                "契約前に顧客の情報を渡すことはできません。試運転を契約期間に入れてください。",
                "Customer data cannot be handed over without a contract: move the trial into its term.",
            ),
        )


@rule("consistent.trial-reasons", Severity.ADVISES, "試運転で測るもの", "What the trial measures")
def trial_reasons(context: Context) -> Iterator[Hit]:
    """A trial run is planned, but there are no call reasons to measure by."""
    work = context.definition.work
    if known(work.start.trial_from) is not None and not rows(work.reasons.reasons):
        yield Hit(
            "work.reasons.reasons",
            Phrase(
                "試運転を予定していますが、コールリーズン（2.6）がないため、用件別の処理時間を測れません。",
                "A trial run is planned, but without call reasons (2.6) it cannot measure handling time "
                "by reason.",
            ),
            Phrase(
                "主なコールリーズンを5〜10件、2.6に記入してください。",
                "Enter the five to ten main call reasons in 2.6.",
            ),
        )


@rule("consistent.milestone-late", Severity.WARNS, "開始準備のマイルストーン", "Milestones of the start")
def milestone_late(context: Context) -> Iterator[Hit]:
    """A milestone outside of the contract term."""
    start = context.definition.work.start
    first, last = known(start.contract_start), known(start.contract_end)
    for row in rows(start.milestones):
        due = known(row.due)
        if due is not None and ((first and due < first) or (last and due > last)):
            yield Hit(
                f"work.start.milestones[{row.id}].due",
                Phrase(
                    "マイルストーン「{milestone}」の期日（{due}）が契約期間の外にあります。",
                    "Milestone “{milestone}” is due on {due}, outside the contract term.",
                ).fill(milestone=context.named(row, row.milestone), due=day(due)),
                Phrase(
                    "期日を直すか、発注者だけの作業なら担当を明記してください。",
                    "Correct the date, or say that it is the client's own task.",
                ),
            )


@rule("consistent.success-due", Severity.WARNS, "成功判断の時期", "When success is judged")
def success_due(context: Context) -> Iterator[Hit]:
    """A success measure falls due before the service starts or after the contract ends."""
    start = context.definition.work.start
    begins, last = known(start.service_start), known(start.contract_end)
    for row in rows(context.definition.overview.success.measures):
        due = known(row.due)
        if due is not None and ((begins and due <= begins) or (last and due > last)):
            yield Hit(
                f"overview.success.measures[{row.id}].due",
                Phrase(
                    "成功判断基準「{measure}」の期日（{due}）が、サービス開始前か契約終了後です。",
                    "Success measure “{measure}” falls due on {due}, before service starts or after the "
                    "contract ends.",
                ).fill(measure=context.named(row, row.measure), due=day(due)),
                Phrase(
                    "委託の成果が表れる時期（開始から6か月〜1年後など）を期日にしてください。",
                    "Set a date by which the service can have had its effect, such as six to twelve "
                    "months after the start.",
                ),
            )
