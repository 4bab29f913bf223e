"""For every rule a change to the clean project that makes it fire, and a near one that does not.

Where no second change is given, the clean project itself is the near one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rfp_builder.catalogue.sections import item as item_text
from tests.check.annex_cases import ANNEX_RULES
from tests.check.builders import DELETED, Data, not_applicable, requirement, t, undecided
from tests.check.staffing_cases import STAFFING_RULES


@dataclass(frozen=True)
class Case:
    """`fires` and `silent` are changes by path; the clean project is silent for every rule."""

    fires: Data
    silent: Data = field(default_factory=dict)


def _says(statement: str, **more: Any) -> Data:
    return {"requirements[+]": requirement("r-99", statement, **more)}


_EXAMPLE_POLICY = dict(item_text("1.1").example)["policy"]
_GATE = "rfp.gates[ga1].statement"
_KPI = "operations.service_levels.kpis"
_WITHHELD = "requirements[r-06]"
_MON = "criteria.criteria[quality].subs[monitoring]"

REFERENCES = {
    "reference.row": Case({"work.volumes.volumes[v1].program": "p9"}),
    "reference.request": Case({"overview.requests.requests[q1].requirements": ["r-01", "r-77"]}),
    "reference.row-twice": Case({"work.segments.segments[+]": {"id": "g1", "segment": t("一般顧客")}}),
    "duplicate.row": Case(
        {"work.segments.segments[+]": {"id": "g2", "segment": t("優良 顧客")}},
        {"work.segments.segments[+]": {"id": "g2", "segment": t("一般顧客")}},
    ),
    "requirement.not-applicable": Case(
        {
            "additional.transition": dict.fromkeys(
                ("milestones", "exit_handover", "knowledge_transfer", "number_transfer"), not_applicable()
            ),
            **_says("受託者は、引継書を終了日までに渡すこと。", item="7.3"),
        },
        {
            "additional.transition": {"number_transfer": not_applicable()},
            **_says("受託者は、引継書を終了日までに渡すこと。", item="7.3"),
        },
    ),
    "undecided.overdue": Case(
        {"operations.other.second_site": undecided("2026-08-31")},
        {"operations.other.second_site": undecided("2026-09-01")},
    ),
    "undecided.after-issue": Case(
        {"operations.other.second_site": undecided("2026-09-11")},
        {
            "operations.other.second_site": undecided("2026-09-10"),
            "work.constraints.budget_note": undecided("2027-01-01"),
        },
    ),
    "undecided.price-driver": Case(
        {"work.volumes.volumes[v1].aht": undecided("2026-09-05")},
        {"operations.other.second_site": undecided("2026-09-05")},
    ),
}

OVERVIEW = {
    "consistent.scope-nothing": Case(
        {
            "overview.scope.activities[s1].decision": "in_house",
            "overview.scope.activities[s2].decision": "in_house",
        },
        {"overview.scope.activities[s1].decision": "in_house"},
    ),
    "consistent.scope-shared": Case({"overview.scope.activities[s2].reason": DELETED}),
    "consistent.purpose-rank": Case({"overview.purpose.purposes[a2].rank": 1}),
    "consistent.success-same": Case({"overview.success.measures[m1].target": "82.0"}),
    "requests.outcome": Case({"overview.requests.requests[q1].outcome": "open"}),
    "requests.requirement": Case({"overview.requests.requests[q1].requirements": []}),
    "requests.declined-reason": Case({"overview.requests.requests[q2].reason": DELETED}),
}

START = {
    "consistent.contract-term": Case({"work.start.contract_end": "2026-12-01"}),
    "consistent.start-in-term": Case(
        {"work.start.service_start": "2026-11-30"}, {"work.start.service_start": "2026-12-01"}
    ),
    "consistent.start-training": Case({"people.training.lead_weeks": 18}, {"people.training.lead_weeks": 17}),
    "consistent.ramp-order": Case({"work.start.ramp[h2].starts": "2027-03-31"}),
    "consistent.ramp-full": Case({"work.start.ramp[h2].share": "95"}),
    "consistent.ramp-start": Case({"work.start.ramp[h1].starts": "2027-03-31"}),
    "consistent.ramp-learning": Case({"work.start.ramp[h2].starts": "2027-05-01"}),
    "consistent.trial-order": Case(
        {"work.start.trial_until": "2027-04-01"}, {"work.start.trial_until": "2027-03-31"}
    ),
    "consistent.trial-in-contract": Case(
        {"work.start.trial_from": "2026-11-30"}, {"work.start.trial_from": "2026-12-01"}
    ),
    "consistent.trial-reasons": Case({"work.reasons.reasons": []}),
    "consistent.milestone-late": Case({"work.start.milestones[n1].due": "2030-04-01"}),
    "consistent.success-due": Case({"overview.success.measures[m1].due": "2027-04-01"}),
}

HOURS = {
    "consistent.hours-order": Case({"operations.sites.shifts[x1].closes": 540}),
    "consistent.hours-covered": Case(
        {"operations.sites.shifts[x1].closes": 1079},
        {
            "operations.sites.shifts[x1].closes": 800,
            "operations.sites.shifts[+]": {
                "id": "x2",
                "days": ["mon", "tue", "wed", "thu", "fri"],
                "opens": 780,
                "closes": 1080,
                "headcount": 7,
            },
        },
    ),
    "consistent.hours-idle": Case({"operations.sites.shifts[x1].opens": 480}),
    "consistent.outbound-hours": Case(
        {"work.programs.programs[p2].closes": 1201}, {"work.programs.programs[p2].closes": 1200}
    ),
    "consistent.closed-day": Case({"operations.sites.closed_days[d1].day": "2026-06-01"}),
}

VOLUMES = {
    "consistent.program-volume": Case({"work.volumes.volumes[v2]": DELETED}),
    "consistent.volume-twice": Case(
        {"work.volumes.volumes[+]": {"id": "v3", "program": "p1", "channel": "phone"}},
        {"work.volumes.volumes[+]": {"id": "v3", "program": "p1", "channel": "fax"}},
    ),
    "consistent.aht-unusual": Case({"work.volumes.volumes[v1].aht": 5}, {"work.volumes.volumes[v1].aht": 60}),
    "consistent.peak-share": Case(
        {"work.volumes.volumes[v1].peak_share": "11.1"}, {"work.volumes.volumes[v1].peak_share": "11.2"}
    ),
    "consistent.forecast-volume": Case(
        {"work.volumes.volumes[v1].monthly_contacts": 4999},
        {"work.volumes.volumes[v1].monthly_contacts": 5000},
    ),
    "consistent.forecast-twice": Case({"work.forecast.months[f5].month": "2027-04"}),
    "consistent.forecast-gap": Case({"work.forecast.months[f5]": DELETED}),
    "consistent.forecast-channel": Case({"work.forecast.months[f5].channel": "chat"}),
    "consistent.touchpoint-channel": Case({"work.touchpoints.touchpoints[o1].channel": "sns"}),
    "consistent.reason-shares": Case(
        {"work.reasons.reasons[c3].share": "90"}, {"work.reasons.reasons[c3].share": "99.5"}
    ),
    "consistent.reason-loop": Case({"work.reasons.reasons[c2].parent": "c3"}),
    "consistent.reason-aht": Case(
        {"work.volumes.volumes[v1].aht": 240}, {"work.volumes.volumes[v1].aht": 280}
    ),
    # 550 hours of contacts ÷ 0.85 are 647 hours; one head is 195.5 hours a month.
    "consistent.headcount-low": Case(
        {"operations.sites.shifts[x1].headcount": 3}, {"operations.sites.shifts[x1].headcount": 4}
    ),
    "consistent.headcount-high": Case(
        {"operations.sites.shifts[x1].headcount": 10},
        {"operations.sites.shifts[x1].headcount": 10, "work.volumes.volumes[v1].aht": 310},
    ),
    # 647 ÷ 0.7 are 924 paid hours; one agent is paid for 173.8.
    "consistent.hired-workload": Case(
        {"people.hiring.conditions[w1].headcount": 5}, {"people.hiring.conditions[w1].headcount": 6}
    ),
}

PEOPLE = {
    "consistent.supervisor-missing": Case({"people.hiring.conditions[w2]": DELETED}),
    "consistent.supervisor-span": Case(
        {"people.hiring.conditions[w1].headcount": 21}, {"people.hiring.conditions[w1].headcount": 20}
    ),
    "consistent.span-wide": Case(
        {"people.hiring.conditions[w2].span": 21}, {"people.hiring.conditions[w2].span": 20}
    ),
    "consistent.supervisor-hours": Case({"people.hiring.conditions[w2].headcount": 1}),
    "consistent.hired-headcount": Case(
        {"people.hiring.conditions[w1].headcount": 6}, {"people.hiring.conditions[w1].headcount": 7}
    ),
    "consistent.languages": Case(
        {
            "work.programs.programs[p1].languages": ["japanese", "english"],
            "people.hiring.conditions[w1].languages": DELETED,
        },
        {"work.programs.programs[p1].languages": ["japanese", "english"]},
    ),
    "consistent.training-hours": Case(
        {"people.training.courses[t1].hours": "321"}, {"people.training.courses[t1].hours": "320"}
    ),
    "consistent.employment-shares": Case({"people.employment.terms[e2].share": "29"}),
    "consistent.home-working": Case(
        {"people.employment.terms[e1].workplace": "both", "operations.other.home_working": "forbidden"},
        {"people.employment.terms[e1].workplace": "both"},
    ),
    "consistent.skill-verified": Case({"people.skills.skills[k1].evidence": DELETED}),
}

OPERATIONS = {
    "consistent.monitoring-weights": Case({"operations.monitoring.points[z2].weight": "50"}),
    "consistent.monitoring-recording": Case({"ict.systems.systems[u2]": DELETED}),
    "consistent.interval": Case({"operations.planning.interval_minutes": 45}),
    "consistent.occupancy-cap": Case(
        {"operations.planning.occupancy_cap": "91"}, {"operations.planning.occupancy_cap": "90"}
    ),
    "consistent.shrinkage": Case({"operations.planning.shrinkage": "5"}),
    "consistent.published-late": Case({"operations.planning.published_days_before": 3}),
    "consistent.escalation-slow": Case({"operations.escalation.escalations[l1].within_minutes": 120}),
    "consistent.harassment-rounds": Case({"operations.escalation.harassment_max_rounds": 4}),
    "consistent.harassment-minutes": Case({"operations.escalation.harassment_max_minutes": 21}),
    "consistent.harassment-decisions": Case({"operations.escalation.harassment_stance": DELETED}),
    "consistent.satisfaction-review": Case({"operations.satisfaction.review": DELETED}),
    "consistent.report-kpi": Case({"operations.reporting.reports[b1].frequency": "quarterly"}),
    "consistent.satisfaction-kpi": Case({"operations.satisfaction.target": "90"}),
    "kpi.channel": Case({f"{_KPI}[i2].channel": "chat"}),
    "kpi.channel-unused": Case({f"{_KPI}[i4].channel": "chat"}),
    "kpi.target-order": Case({f"{_KPI}[i2].minimum": "3"}, {f"{_KPI}[i2].minimum": "4"}),
    "kpi.percent-range": Case({f"{_KPI}[i1].target": "190"}),
    "kpi.all-perfect": Case({f"{_KPI}[i1].minimum": "100", f"{_KPI}[i1].target": "100"}),
    "kpi.twice": Case({f"{_KPI}[i4].kpi": t("応答率"), f"{_KPI}[i4].channel": "phone"}),
}

ICT = {
    "ict.system-bearer": Case(
        {"ict.systems.systems[u1].payer": DELETED}, {"ict.systems.systems[u1].payer": not_applicable()}
    ),
    "ict.system-channel": Case(
        {"ict.systems.systems[u1]": DELETED}, {"ict.systems.systems[u1].system": "acd"}
    ),
    "ict.system-twice": Case(
        {"ict.systems.systems[u3].system": "pbx", "ict.systems.systems[u3].payer": "client"},
        {"ict.systems.systems[u3].system": "pbx"},
    ),
    "ict.facility-payer": Case({"ict.facilities.facilities[j1].payer": DELETED}),
    "ict.physical-security": Case({"ict.facilities.facilities[j2]": DELETED}),
    "ict.availability-perfect": Case({"ict.functions.functions[fn1].availability": "100"}),
    "data.personal-retention": Case(
        {"ict.data.data[da1].retention_days": DELETED},
        {"ict.data.data[da1].retention_days": DELETED, "ict.data.data[da1].personal": False},
    ),
    "data.personal-access": Case({"ict.data.data[da1].seen_by": DELETED}),
    "data.personal-encryption": Case({"ict.data.data[da1].encryption": DELETED}),
    "data.personal-place": Case({"ict.data.data[da1].kept_where": DELETED}),
    "data.breach-notice": Case({"ict.data.breach_notice_hours": DELETED}),
    "data.return-erasure": Case({"ict.data.return_and_erasure": DELETED}),
    "data.transfer-decided": Case({"ict.data.transfer_abroad": DELETED}),
    "data.sub-processing-decided": Case({"ict.data.sub_processing": DELETED}),
    "data.breach-slow": Case({"ict.data.breach_notice_hours": 73}, {"ict.data.breach_notice_hours": 72}),
    "data.overseas-rule": Case(
        {"operations.sites.overseas_allowed": "conditional"},
        {
            "operations.sites.overseas_allowed": "conditional",
            "ict.data.transfer_rule": t("同意を得た国に限る"),
        },
    ),
    "data.overseas-contradiction": Case(
        {"operations.sites.overseas_allowed": "allowed"},
        {"operations.sites.overseas_allowed": "allowed", "ict.data.transfer_abroad": "with_consent"},
    ),
    "data.sub-processing-rule": Case(
        {"ict.data.sub_processing_rule": DELETED},
        {"ict.data.sub_processing_rule": DELETED, "ict.data.sub_processing": "forbidden"},
    ),
    "data.none-personal": Case({"ict.data.data[da1].personal": False}),
    "security.two-factor": Case(
        {"ict.security.two_factor": False},
        {"ict.security.two_factor": False, "ict.data.data[da1].personal": False},
    ),
    "security.two-factor-scope": Case({"ict.security.two_factor_scope": DELETED}),
    "security.payment-card": Case(
        {"ict.data.data[+]": {"id": "da2", "data": t("クレジットカード番号")}},
        {
            "ict.data.data[+]": {"id": "da2", "data": t("クレジットカード番号")},
            "ict.security.certificates[+]": {"id": "ce2", "certificate": t("ＰＣＩ ＤＳＳ", "PCI DSS")},
        },
    ),
    "security.privacy-certificate": Case(
        {"ict.security.certificates[ce1].certificate": t("自社認定")},
        {"ict.security.certificates[ce1].certificate": t("ISO/IEC 27001")},
    ),
    "security.certificate-expiry": Case({"ict.security.certificates[ce1].valid_until": "2027-03-31"}),
    "security.log-short": Case({"ict.security.log_retention_days": 30}),
    "security.log-missing": Case({"ict.security.log_retention_days": DELETED}),
    "security.home-desk": Case(
        {"ict.security.clean_desk": DELETED},
        {"ict.security.clean_desk": DELETED, "operations.other.home_working": "forbidden"},
    ),
}

_BANDS = "price.running.bands"
PRICE = {
    "price.program": Case(
        {"price.running.costs[pc1].program": "p2"}, {"price.running.costs[pc1].program": None}
    ),
    "price.quantity": Case(
        {"price.running.costs[pc1].quantity": DELETED},
        {"price.running.costs[pc1].quantity": DELETED, "price.running.costs[pc1].basis": "fixed_monthly"},
    ),
    "price.quantity-zero": Case({"price.running.costs[pc1].quantity": 0}),
    "price.quantity-volume": Case(
        {"price.running.costs[pc2].quantity": 6000}, {"price.running.costs[pc2].quantity": 720}
    ),
    "price.compared-months": Case({"price.running.compared_months": DELETED}),
    "price.compared-term": Case({"price.running.compared_months": 37}),
    "price.band-missing": Case({_BANDS: []}),
    "price.band-stray": Case({"price.running.costs[pc2].basis": "per_contact"}),
    "price.band-gap": Case({f"{_BANDS}[bd2].starts": 502}, {f"{_BANDS}[bd1].starts": 1}),
    "price.band-overlap": Case({f"{_BANDS}[bd2].starts": 500}),
    "price.ceiling": Case(
        {"work.constraints.ceiling_price": DELETED},
        {"work.constraints.ceiling_price": DELETED, "criteria.price_formula": "lowest_over_price"},
    ),
    "price.currency": Case({"price.payment.currency": DELETED}),
    "price.telecom": Case({"price.running.telecom": DELETED}, {"price.running.telecom": not_applicable()}),
    "price.indexation": Case({"price.running.minimum_wage_revision": DELETED}),
    "price.payment-late": Case({"price.payment.payment_months": 3}, {"price.payment.payment_months": 2}),
    "price.payment-order": Case({"price.payment.payment_months": 0}),
    "incentive.kpi": Case({"price.incentives.incentives[in1].kpi": None}),
    "incentive.target": Case({f"{_KPI}[i1].minimum": DELETED}),
    "incentive.measurable": Case({f"{_KPI}[i1].source": DELETED}),
    "incentive.subjective": Case({f"{_KPI}[i1].subjective": True}),
    "incentive.cap": Case(
        {"price.incentives.total_cap": DELETED},
        {"price.incentives.total_cap": DELETED, "price.incentives.incentives[in1]": DELETED},
    ),
    "incentive.cap-size": Case({"price.incentives.total_cap": "30"}, {"price.incentives.total_cap": "12"}),
    "incentive.cap-order": Case({"price.incentives.incentives[in1].monthly_cap": "11"}),
    "incentive.grace": Case({"price.incentives.incentives[in1].grace_months": 0}),
    "incentive.minimum-first": Case({"price.incentives.minimum_first": False}),
    "incentive.calibration": Case(
        {
            "price.incentives.calibration_first": False,
            "price.incentives.incentives[in2].kpi": "i3",
        },
        {"price.incentives.calibration_first": False},
    ),
    "incentive.threshold": Case({"price.incentives.incentives[in2].threshold": "89"}),
    "incentive.too-many": Case(
        {
            f"{_KPI}": [{"id": f"i{n}", "kpi": t(f"指標{n}")} for n in range(1, 7)],
            "price.incentives.incentives": [{"id": f"in{n}", "kpi": f"i{n}"} for n in range(1, 7)],
        }
    ),
}

ADDITIONAL = {
    "approval.order": Case({"additional.approval.approvers[ap2].order": 1}),
    "approval.skipped": Case({"additional.approval.approvers[ap1].approved": None}),
    "approval.before-issue": Case(
        {"additional.approval.approvers[ap2].approved": None, "rfp.schedule[issue].day": "2026-09-01"},
        {"additional.approval.approvers[ap2].approved": None},
    ),
    "change.levels": Case({"additional.change.decisions[ch2]": DELETED}),
    "contract.orders": Case({"additional.contract.responsible_manager": DELETED}),
    "contract.dispatched": Case(
        {"people.employment.terms[e1].form": "dispatched", "additional.contract.subcontracting": DELETED},
        {"people.employment.terms[e1].form": "dispatched"},
    ),
    "glossary.abbreviation": Case(
        {"rfp.background": t("AHTの短縮を目的とする。")}, {"rfp.background": t("SVの負担をPDFで示す。")}
    ),
    "glossary.meaning": Case({"additional.attachments.glossary[gl1].meaning": DELETED}),
    "glossary.twice": Case(
        {"additional.attachments.glossary[+]": {"id": "gl2", "term": t("ＳＶ"), "meaning": t("管理者")}}
    ),
}

REQUIREMENTS = {
    "requirement.none": Case({"requirements": []}),
    "requirement.section": Case({"requirements[r-05]": DELETED}),
    "requirement.acceptance": Case({"requirements[r-01].acceptance": DELETED}),
    "requirement.owner": Case({"requirements[r-01].owner": DELETED}),
    "requirement.rationale": Case(
        {"requirements[r-01].rationale": DELETED}, {"requirements[r-02].rationale": DELETED}
    ),
    "requirement.criterion": Case({"requirements[r-01].criterion": DELETED}),
    "requirement.criterion-exists": Case({"requirements[r-01].criterion": "gone"}),
    "requirement.criterion-price": Case({"requirements[r-01].criterion": "total"}),
    "requirement.all-must": Case(
        {
            "requirements": [
                requirement(f"r-{n}", f"受託者は、帳票{n}を翌月{n}日までに提出すること。", priority="must")
                for n in range(10, 21)
            ]
        },
        {
            "requirements": [
                requirement(
                    f"r-{n}",
                    f"受託者は、帳票{n}を翌月{n}日までに提出すること。",
                    priority="must" if n < 19 else "could",
                )
                for n in range(10, 20)
            ]
        },
    ),
}

WORDING = {
    "wording.vague": Case(
        _says("受託者は、欠員を速やかに補充すること。"),
        _says("受託者は、平等な機会を設け、同等級の要員を30日以内に補充すること。"),
    ),
    "wording.vague-acceptance": Case(
        {"requirements[r-01].acceptance": t("発注者が適宜確認する。")},
        {"requirements[r-01].acceptance": t("発注者が不適切な応対の件数を月次で確認する。")},
    ),
    "wording.vague-definition": Case(
        {"operations.planning.intraday_rule": t("状況に応じて応援を出す。")},
        {"overview.policy.policy": t("柔軟に応える。")},
    ),
    "wording.vague-gate": Case({_GATE: t("過去3年以内に十分な実績が1件以上あること。")}),
    "example.unchanged": Case(
        {"overview.policy.policy": _EXAMPLE_POLICY},
        {"overview.policy.policy": t("自社の言葉で書いた方針である。")},
    ),
    "wording.placeholder": Case(
        {"rfp.background": t("受託期間は○○年とする。")},
        {"operations.escalation.harassment_sentence": t("○○様、お任せいたします。")},
    ),
    "wording.later": Case(_says("受託者は、別途協議のうえ決める様式で5日までに報告すること。")),
    "wording.elsewhere": Case(_says("受託者は、上記の報告を毎月5日までに行うこと。")),
    "wording.attachment": Case(
        {"additional.attachments.attachments": [], "rfp.background": t("詳細は別紙のとおり。")},
        {"rfp.background": t("詳細は別紙のとおり。")},
    ),
    "wording.braces": Case({"rfp.background": t("｛｛client｝｝の業務を委託する。")}),
    "wording.terms": Case(_says("受注者は、報告書を毎月5日までに提出すること。")),
    "wording.internal-id": Case(
        {"rfp.background": t("r-01を重視する。")}, {"rfp.background": t("or-01を重視する。")}
    ),
    "wording.two-duties": Case(
        _says("受託者は、日報を当日中に提出するとともに、週報を月曜日に提出すること。"),
        _says("受託者は、日報と週報を定めた様式で当日中に提出すること。"),
    ),
    "wording.no-subject": Case(
        _says("問題がある場合は、毎月5日までに報告書を提出すること。"),
        _says("問題がある場合は、受託者は毎月5日までに報告書を提出すること。"),
    ),
    "wording.no-duty": Case(_says("受託者は、応答率90%以上。")),
    "wording.weak": Case(
        _says("受託者は、離職率を年20%以下に抑えるよう努めること。", priority="must"),
        _says("受託者は、離職率を年20%以下に抑えるよう努めること。", priority="could"),
    ),
    "wording.no-number": Case(
        _says("受託者は、応答率を維持すること。", priority="must"),
        _says("受託者は、放棄率を月5%以下に維持すること。", priority="must"),
    ),
    "wording.double-negative": Case(_says("受託者は、報告しないことのないようにすること。")),
    "wording.long": Case(_says("受託者は、" + "報告書と一覧と記録と台帳を" * 12 + "5日までに出すこと。")),
    "wording.acceptance-same": Case(
        {"requirements[r-01].acceptance": t("受託者は、オペレーター1人につき月5件の応対を評価すること。")}
    ),
    "wording.acceptance-thin": Case({"requirements[r-01].acceptance": t("確認する。")}),
}

DUPLICATES = {
    "duplicate.same": Case(_says("受託者は、オペレーター１人につき月５件の応対を評価すること。")),
    "duplicate.number": Case(_says("受託者は、オペレーター1人につき月6件の応対を評価すること。")),
    "duplicate.near": Case(
        _says("受託者は、苦情の第一報を5分以内に電話で発注者に伝えること。"),
        _says("受託者は、苦情の記録を翌営業日までに書面で発注者へ渡すこと。"),
    ),
}

CONTRADICTIONS = {
    "contradiction.volume": Case(
        _says("受託者は、月間12,000件の注文を処理すること。", item="2.2"),
        _says("受託者は、月間6,600件の注文を処理すること。", item="2.2"),
    ),
    "contradiction.headcount": Case(
        _says("受託者は、オペレーターを常時8名配置すること。", item="4.1"),
        _says("受託者は、オペレーターを常時7名配置すること。", item="4.1"),
    ),
    "contradiction.span": Case(
        _says("受託者は、オペレーター12名につき1名のSVを置くこと。", item="3.1"),
        _says("受託者は、オペレーター10名につき1名のSVを置くこと。", item="3.1"),
    ),
    "contradiction.monitoring": Case({"operations.monitoring.contacts_per_agent": 8}),
    "contradiction.schedule-published": Case(
        _says("受託者は、シフトを7日前までに公表すること。", item="4.4"),
        _says("受託者は、シフトを14日前までに公表すること。", item="4.4"),
    ),
    "contradiction.interval": Case(
        _says("受託者は、予測を15分単位で作成すること。", item="4.4"),
        _says("受託者は、予測を30分単位で作成すること。", item="4.4"),
    ),
    "contradiction.harassment-rounds": Case(
        _says("オペレーターは、同じやり取りを5回で打ち切ること。", item="4.6"),
        _says("オペレーターは、同じやり取りを3回で打ち切ること。", item="4.6"),
    ),
    "contradiction.harassment-minutes": Case(
        _says("受託者は、同じ主張が続く通話を30分以内に終えること。", item="4.6"),
        _says("受託者は、同じ主張が続く通話を20分以内に終えること。", item="4.6"),
    ),
    "contradiction.satisfaction": Case(
        _says("受託者は、顧客満足度を90%以上に保つこと。", item="4.2"),
        _says("受託者は、顧客満足度を85%以上に保つこと。", item="4.2"),
    ),
    "contradiction.recovery": Case(
        _says("受託者は、被災から24時間以内に受電を再開すること。", item="4.10"),
        _says("受託者は、被災から4時間以内に受電を再開すること。", item="4.10"),
    ),
    "contradiction.breach-notice": Case(
        _says("受託者は、漏えいを知ってから48時間以内に報告すること。", item="5.3"),
        _says("受託者は、漏えいを知ってから24時間以内に報告すること。", item="5.3"),
    ),
    "contradiction.log-retention": Case(
        _says("受託者は、操作ログを180日保存すること。", item="5.5"),
        _says("受託者は、操作ログを365日保存すること。", item="5.5"),
    ),
    "contradiction.penalty-cap": Case(
        _says("減額の合計は、月額の20%を超えないこと。", item="6.3"),
        _says("減額の合計は、月額の10%を超えないこと。", item="6.3"),
    ),
    "contradiction.change-answer": Case(
        _says("受託者は、変更の影響評価を10営業日以内に提出すること。", item="7.2"),
        _says("受託者は、変更の影響評価を5営業日以内に提出すること。", item="7.2"),
    ),
    "contradiction.hours": Case(
        _says("受託者は、受付時間を9時から17時半までとすること。", item="2.1"),
        _says("受託者は、受付時間を9:00〜18:00とすること。", item="2.1"),
    ),
    "contradiction.start": Case(
        _says("受託者は、2027年5月1日にサービスを開始すること。", item="2.4"),
        _says("受託者は、令和9年4月1日にサービスを開始すること。", item="2.4"),
    ),
    "contradiction.kpi": Case(
        _says("受託者は、応答率を95%以上に保つこと。"),
        _says("受託者は、応答率を90%以上に保つこと。"),
    ),
}

CRITERIA = {
    "criteria.none": Case({"criteria.criteria": []}),
    "criteria.empty": Case({"criteria.criteria[+]": {"id": "empty", "name": t("立地"), "intent": t("場所")}}),
    "criteria.total": Case({"criteria.total_points": "900"}),
    "criteria.zero": Case({f"{_MON}.points": "0"}),
    "criteria.heavy": Case({f"{_MON}.points": "251"}, {f"{_MON}.points": "250"}),
    "criteria.name-twice": Case({f"{_MON}.name": t("着眼点")}),
    "criteria.looks-at": Case({f"{_MON}.looks_at": None}),
    "criteria.intent": Case({"criteria.criteria[cost].intent": None}),
    "criteria.scale": Case({"criteria.scale": []}),
    "criteria.scale-order": Case(
        {
            "criteria.scale": [
                {"score": 0, "label": t("0"), "rate": "0"},
                {"score": 1, "label": t("1"), "rate": "80"},
                {"score": 2, "label": t("2"), "rate": "70"},
                {"score": 3, "label": t("3"), "rate": "100"},
            ]
        }
    ),
    "criteria.anchors": Case({f"{_MON}.anchors": [{"score": 0, "text": t("記載がない。")}]}),
    "criteria.anchors-same": Case(
        {f"{_MON}.anchors": [{"score": n, "text": t("手順が示されている。")} for n in range(5)]}
    ),
    "criteria.anchors-stray": Case({f"{_MON}.anchors": [{"score": 9, "text": t("9件ある。")}]}),
    "criteria.anchors-vague": Case({f"{_MON}.anchors": [{"score": 0, "text": t("十分な記載がない。")}]}),
    "criteria.price": Case({"criteria.criteria[cost].subs[total].scoring": "base"}),
    "criteria.price-share": Case({"criteria.criteria[cost].subs[total].points": "90"}),
    "criteria.relative-price": Case({"criteria.price_formula": "lowest_over_price"}),
    "criteria.ties": Case({"criteria.ties": ["lower_price"]}),
    "criteria.unused": Case({"requirements[r-06]": DELETED}),
    "criteria.base": Case({"requirements[r-05].priority": "should"}),
    "evaluators.none": Case({"evaluators": []}),
    "evaluators.unknown": Case({f"{_MON}.evaluators": ["ev1", "ev2", "ev9"]}),
    "evaluators.two": Case({f"{_MON}.evaluators": ["ev1"]}),
    "evaluators.idle": Case(
        {
            f"{_MON}.evaluators": ["ev1", "ev2"],
            "criteria.criteria[proposal].subs[insight].evaluators": ["ev1", "ev2"],
            "evaluators[+]": {"id": "ev3", "label": t("評価者3")},
        },
        {"evaluators[+]": {"id": "ev3", "label": t("評価者3")}},
    ),
    "evaluators.label-twice": Case({"evaluators[ev2].label": t("評価者１")}),
}

_PLACE = f"{_WITHHELD}.withholding"
DISCLOSURE = {
    "disclosure.fact": Case(
        {f"{_WITHHELD}.statement": t("受託者は、受付時間を平日とすること。")},
        {f"{_WITHHELD}.statement": t("受託者は、受付時間の見直し案を図にすること。")},
    ),
    "disclosure.not-withholdable": Case(
        {f"{_WITHHELD}.source": "harassment-three-rounds"}, {f"{_WITHHELD}.source": "own-statement"}
    ),
    "disclosure.must": Case({f"{_WITHHELD}.priority": "must"}),
    "disclosure.criterion": Case({f"{_PLACE}.criterion": "total"}),
    "disclosure.cap": Case({"criteria.withheld_cap": "14.99"}),
    "disclosure.guide": Case({f"{_PLACE}.guide": None}),
    "disclosure.open-question": Case({f"{_PLACE}.open_question": None}),
    "disclosure.quote": Case(
        {"rfp.background": t("電話の混雑を地図上の色分けで見せることを望む。")},
        {"rfp.background": t("電話の混雑を減らす。")},
    ),
    "disclosure.question-quotes": Case(
        {f"{_PLACE}.open_question": t("電話の混雑を地図上の色分けで見せる方法を述べてください。")}
    ),
    "disclosure.id": Case({"rfp.background": t("R-06を参照。")}),
    "disclosure.confidential-quote": Case(
        {"rfp.background": t("現在は架空テレマ株式会社が担っている。")},
        {"overview.policy.internal_note": t("来年度に見直す予定であることは部内限り")},
    ),
    "disclosure.ceiling": Case(
        {"rfp.background": t("上限は１億2,345万6千円とする。")},
        {"rfp.background": t("売上は12,345万円である。")},
    ),
}

RFP = {
    **{
        f"rfp.{name.replace('_', '-')}": Case({f"rfp.{name}": None})
        for name in (
            "title",
            "client",
            "background",
            "contact",
            "how_to_submit",
            "confidentiality",
            "validity_days",
        )
    },
    "rfp.contact-way": Case(
        {"rfp.contact": {"desk": t("調達課")}},
        {"rfp.contact": {"desk": t("調達課"), "phone": "03-0000-0000"}},
    ),
    "rfp.languages": Case({"rfp.languages": []}),
    "schedule.missing": Case({"rfp.schedule[answers]": DELETED}, {"rfp.schedule[contract]": DELETED}),
    "schedule.twice": Case({"rfp.schedule[+]": {"step": "issue", "day": "2026-09-10"}}),
    "schedule.order": Case({"rfp.schedule[decision].day": "2026-10-09"}),
    "schedule.business-day": Case(
        {"rfp.schedule[answers].day": "2026-09-21"}, {"rfp.schedule[service_start].day": "2027-05-02"}
    ),
    "schedule.issue-past": Case({"rfp.schedule[issue].day": "2026-08-31"}),
    "schedule.time-to-ask": Case(
        {"rfp.schedule[question_deadline].day": "2026-09-16"},
        {"rfp.schedule[question_deadline].day": "2026-09-17"},
    ),
    "schedule.time-after-answers": Case({"rfp.schedule[answers].day": "2026-10-07"}),
    "schedule.time-to-propose": Case({"rfp.schedule[issue].day": "2026-09-18"}),
    "schedule.time-to-evaluate": Case({"rfp.schedule[decision].day": "2026-10-16"}),
    "schedule.decision-lead": Case({"people.training.lead_weeks": 21}, {"people.training.lead_weeks": 20}),
    "schedule.start-differs": Case({"rfp.schedule[service_start].day": "2027-04-02"}),
    "schedule.contract-differs": Case({"rfp.schedule[contract].day": "2026-12-02"}),
    "schedule.decision-contract": Case({"work.start.contract_start": "2026-11-09"}),
    "schedule.deadline-time": Case({"rfp.schedule[proposal_deadline].at": None}),
    "schedule.validity": Case({"rfp.validity_days": 47}, {"rfp.validity_days": 48}),
    "gates.none": Case({"rfp.gates": []}),
    "gates.evidence": Case({"rfp.gates[ga1].evidence": None}),
    "gates.yes-no": Case({_GATE: t("過去3年間にどのような業務を2件以上受託したか。")}),
    "gates.one-matter": Case({_GATE: t("資本金が1億円以上であること、かつ席数が100以上であること。")}),
    "gates.number": Case({_GATE: t("受電業務の実績があること。")}),
    "gates.duplicate": Case({_GATE: t("プライバシーマークの認定を受けていること。")}),
    "gates.scored": Case(
        _says("プライバシーマークの認定を受けていること。"),
        _says("受託者は、プライバシーマークの教育を年1回行うこと。"),
    ),
    "gates.many": Case(
        {
            "rfp.gates": [
                {"id": f"g{n}", "statement": t(f"登録番号{n}の登録があること。"), "evidence": t("写し")}
                for n in range(13)
            ]
        }
    ),
    "language.binding": Case(
        {"rfp.languages": ["ja"], "rfp.title": {"en": "Outsourcing"}},
        {"rfp.languages": ["ja"], "requirements[r-01].rationale": {"en": "To keep the level."}},
    ),
    "language.definition": Case(
        {"operations.other.second_site": {"en": "Within 100 km"}},
        {"additional.approval.approvers[ap1].approver": {"en": "Head of department"}},
    ),
    "language.swapped": Case(
        {"rfp.background": t("Outsourcing of the order desk for growth.")},
        {"rfp.background": t("受注の増加に対応する。", "To serve more orders (受注).")},
    ),
}

CASES: dict[str, Case] = {
    **REFERENCES,
    **OVERVIEW,
    **START,
    **HOURS,
    **VOLUMES,
    **{rule: Case(*changes) for rule, changes in ANNEX_RULES.items()},
    **{rule: Case(*changes) for rule, changes in STAFFING_RULES.items()},
    **PEOPLE,
    **OPERATIONS,
    **ICT,
    **PRICE,
    **ADDITIONAL,
    **REQUIREMENTS,
    **WORDING,
    **DUPLICATES,
    **CONTRADICTIONS,
    **CRITERIA,
    **DISCLOSURE,
    **RFP,
}
