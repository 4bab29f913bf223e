"""Projects for the tests of the check: one without fault, and changes to it by path."""

from __future__ import annotations

import copy
import re
from datetime import date
from typing import Any

from rfp_builder.model.project import Project

TODAY = date(2026, 9, 1)

DELETED = object()
"""As a value: take the row or key away."""

SECTIONS = frozenset({"overview", "work", "people", "operations", "ict", "price", "additional"})

Data = dict[str, Any]


def t(ja: str, en: str | None = None) -> Data:
    """A text."""
    return {"ja": ja} if en is None else {"ja": ja, "en": en}


def undecided(due: str) -> Data:
    """未定."""
    return {"state": "undecided", "owner": t("業務部"), "due": due}


def not_applicable() -> Data:
    """該当なし."""
    return {"state": "not_applicable", "reason": t("対象外のため")}


def requirement(id: str, statement: str, **more: Any) -> Data:
    """A requirement with everything it needs."""
    return {
        "id": id,
        "item": "4.3",
        "statement": t(statement),
        "priority": "should",
        "acceptance": t("発注者の品質担当が、月次報告書で件数を確認する。"),
        "rationale": t("応対の水準を保つため。"),
        "owner": t("顧客サービス部"),
        "criterion": "monitoring",
    } | more


def sub(id: str, name: str, points: str, **more: Any) -> Data:
    """A sub-criterion with five anchors."""
    return {
        "id": id,
        "name": t(name),
        "points": points,
        "looks_at": t("回答書の該当欄"),
        "anchors": [
            {"score": score, "text": t(f"示された実績が{score * 2}件以上{score * 2 + 1}件以下である。")}
            for score in range(5)
        ],
    } | more


def _definition() -> Data:
    return {
        "overview": {
            "purpose": {
                "purposes": [{"id": "a1", "purpose": t("柔軟な運営"), "rank": 1}, {"id": "a2", "rank": 2}]
            },
            "success": {
                "measures": [
                    {
                        "id": "m1",
                        "measure": t("応答率"),
                        "today": "82",
                        "target": "90",
                        "due": "2028-03-31",
                    }
                ]
            },
            "scope": {
                "activities": [
                    {"id": "s1", "activity": t("注文受付"), "decision": "outsourced"},
                    {"id": "s2", "activity": t("返品"), "decision": "shared", "reason": t("受付まで")},
                ]
            },
            "requests": {
                "requests": [
                    {"id": "q1", "who": t("営業部"), "outcome": "became", "requirements": ["r-01"]},
                    {"id": "q2", "who": t("経理部"), "outcome": "declined", "reason": t("対象外")},
                ]
            },
            "current": {"incumbent": t("架空テレマ株式会社")},
        },
        "work": {
            "programs": {
                "programs": [
                    {
                        "id": "p1",
                        "name": t("注文受付"),
                        "kind": "inbound",
                        "languages": ["japanese"],
                        "days": ["mon", "tue", "wed", "thu", "fri"],
                        "opens": 540,
                        "closes": 1080,
                    },
                    {
                        "id": "p2",
                        "name": t("案内発信"),
                        "kind": "outbound",
                        "languages": ["japanese"],
                        "days": ["mon", "tue", "wed", "thu", "fri"],
                        "opens": 600,
                        "closes": 1080,
                    },
                ]
            },
            "volumes": {
                "volumes": [
                    {
                        "id": "v1",
                        "program": "p1",
                        "channel": "phone",
                        "monthly_contacts": 6000,
                        "aht": 300,
                        "peak_share": "15",
                    },
                    {"id": "v2", "program": "p2", "channel": "email", "monthly_contacts": 600, "aht": 300},
                ]
            },
            "forecast": {
                "months": [
                    {
                        "id": f"f{n}",
                        "month": f"2027-{n:02}",
                        "program": "p1",
                        "channel": "phone",
                        "contacts": 6000,
                    }
                    for n in (4, 5, 6)
                ]
            },
            "start": {
                "contract_start": "2026-12-01",
                "service_start": "2027-04-01",
                "contract_end": "2030-03-31",
                "trial_from": "2027-03-01",
                "trial_until": "2027-03-19",
                "ramp": [
                    {"id": "h1", "phase": t("第1段階"), "starts": "2027-04-01", "share": "50"},
                    {"id": "h2", "phase": t("全面"), "starts": "2027-07-01", "share": "100"},
                ],
                "milestones": [{"id": "n1", "milestone": t("研修開始"), "due": "2027-01-12"}],
            },
            "constraints": {"ceiling_price": 123456000, "budget_note": t("役員会で承認された上限額による")},
            "reasons": {
                "reasons": [
                    {"id": "c1", "reason": t("注文"), "share": "60", "aht": 320},
                    {"id": "c2", "reason": t("変更"), "share": "40", "aht": 270},
                    {"id": "c3", "reason": t("住所の変更"), "parent": "c2", "share": "100"},
                ]
            },
            "segments": {"segments": [{"id": "g1", "segment": t("優良顧客")}]},
            "touchpoints": {"touchpoints": [{"id": "o1", "point": t("注文電話"), "channel": "phone"}]},
        },
        "people": {
            "hiring": {
                "conditions": [
                    {"id": "w1", "role": "csr", "headcount": 12, "languages": t("日本語")},
                    {"id": "w2", "role": "sv", "headcount": 2, "span": 10},
                ]
            },
            "skills": {"skills": [{"id": "k1", "skill": t("敬語"), "evidence": t("社内試験")}]},
            "training": {"courses": [{"id": "t1", "course": t("導入研修"), "hours": "80"}], "lead_weeks": 8},
            "employment": {
                "terms": [
                    {"id": "e1", "role": "csr", "form": "contract", "share": "70", "workplace": "site"},
                    {"id": "e2", "role": "csr", "form": "part_time", "share": "30", "workplace": "site"},
                ]
            },
        },
        "operations": {
            "sites": {
                "shifts": [
                    {
                        "id": "x1",
                        "site": t("本拠点"),
                        "days": ["mon", "tue", "wed", "thu", "fri"],
                        "opens": 540,
                        "closes": 1080,
                        "headcount": 7,
                    }
                ],
                "closed_days": [{"id": "d1", "description": t("創立記念日"), "day": "2027-06-01"}],
                "overseas_allowed": "forbidden",
            },
            "satisfaction": {
                "method": t("電話後の自動音声調査"),
                "frequency": "yearly",
                "target": "85",
                "review": t("年1回の基準会議"),
            },
            "monitoring": {
                "contacts_per_agent": 5,
                "recording": t("全通話を録音"),
                "points": [
                    {"id": "z1", "point": t("名乗り"), "weight": "40"},
                    {"id": "z2", "point": t("復唱"), "weight": "60"},
                ],
            },
            "planning": {
                "interval_minutes": 30,
                "published_days_before": 14,
                "shrinkage": "30",
                "occupancy_cap": "85",
            },
            "escalation": {
                "escalations": [{"id": "l1", "kind": t("苦情"), "within_minutes": 5}],
                "harassment_stance": t("止めも促しもしない"),
                "harassment_sentence": t("お客様のご判断にお任せします"),
                "harassment_max_rounds": 3,
                "harassment_max_minutes": 20,
                "harassment_types": [{"id": "y1", "name": t("暴言")}],
            },
            "reporting": {"reports": [{"id": "b1", "report": t("月次報告"), "frequency": "monthly"}]},
            "service_levels": {
                "kpis": [
                    {
                        "id": "i1",
                        "kpi": t("応答率", "answer rate"),
                        "channel": "phone",
                        "formula": t("応答件数を着信件数で割る"),
                        "unit": "percent",
                        "direction": "higher",
                        "target": "90",
                        "minimum": "85",
                        "source": t("交換機の統計"),
                        "period": "monthly",
                        "subjective": False,
                    },
                    {
                        "id": "i2",
                        "kpi": t("返信時間", "response time"),
                        "channel": "email",
                        "formula": t("受信から返信まで"),
                        "unit": "hours",
                        "direction": "lower",
                        "target": "4",
                        "minimum": "8",
                        "source": t("管理画面"),
                        "period": "monthly",
                    },
                    {
                        "id": "i3",
                        "kpi": t("応対品質評価", "monitoring score"),
                        "channel": "phone",
                        "formula": t("評価点の平均"),
                        "unit": "score",
                        "direction": "higher",
                        "target": "80",
                        "minimum": "70",
                        "source": t("評価表"),
                        "period": "monthly",
                        "subjective": True,
                    },
                    {
                        "id": "i4",
                        "kpi": t("顧客満足度"),
                        "unit": "percent",
                        "direction": "higher",
                        "target": "85",
                        "minimum": "75",
                    },
                ]
            },
            "other": {"recovery_hours": 4, "home_working": "conditional"},
        },
        "ict": {
            "systems": {
                "systems": [
                    _system("u1", "pbx"),
                    _system("u2", "recording"),
                    {**_system("u3", "crm"), "availability": "99.9"},
                ]
            },
            "facilities": {
                "facilities": [
                    {"id": "j1", "facility": "floor", "payer": "vendor"},
                    {"id": "j2", "facility": "physical_security", "payer": "vendor"},
                ]
            },
            "data": {
                "data": [
                    {
                        "id": "da1",
                        "data": t("氏名と電話番号"),
                        "personal": True,
                        "kept_where": t("国内のサーバー"),
                        "retention_days": 365,
                        "seen_by": t("オペレーター"),
                        "encryption": t("保存時と通信時に暗号化"),
                    }
                ],
                "transfer_abroad": "forbidden",
                "sub_processing": "conditional",
                "sub_processing_rule": t("書面による承諾"),
                "breach_notice_hours": 24,
                "return_and_erasure": t("契約終了日から10日後までに消去証明を提出"),
            },
            "functions": {
                "functions": [{"id": "fn1", "function": t("着信呼の均等分配"), "availability": "99.5"}]
            },
            "security": {
                "two_factor": True,
                "two_factor_scope": t("顧客情報の画面"),
                "certificates": [
                    {"id": "ce1", "certificate": t("プライバシーマーク"), "valid_until": "2030-03-31"}
                ],
                "clean_desk": t("私物の持込を禁止"),
                "log_retention_days": 365,
            },
        },
        "price": {
            "running": {
                "costs": [
                    {
                        "id": "pc1",
                        "item": t("電話の時間料金"),
                        "program": "p1",
                        "basis": "per_hour",
                        "quantity": 900,
                    },
                    {
                        "id": "pc2",
                        "item": t("メールの件数料金"),
                        "program": "p2",
                        "basis": "tiered",
                        "quantity": 600,
                    },
                ],
                "bands": [
                    {"id": "bd1", "running_cost": "pc2", "starts": 0, "until": 500},
                    {"id": "bd2", "running_cost": "pc2", "starts": 501},
                ],
                "compared_months": 36,
                "telecom": "client",
                "minimum_wage_revision": t("改定の翌月に単価を協議"),
            },
            "incentives": {
                "incentives": [
                    {
                        "id": "in1",
                        "kpi": "i1",
                        "effect": "penalty",
                        "threshold": "85",
                        "share": "3",
                        "monthly_cap": "5",
                        "grace_months": 3,
                    },
                    {"id": "in2", "kpi": "i1", "effect": "bonus", "threshold": "95", "share": "2"},
                ],
                "total_cap": "10",
                "minimum_first": True,
                "calibration_first": True,
            },
            "payment": {"closing_day": 31, "payment_months": 1, "payment_day": 31, "currency": "JPY"},
        },
        "additional": {
            "approval": {
                "approvers": [
                    {"id": "ap1", "approver": t("部長"), "order": 1, "approved": "2026-08-20"},
                    {"id": "ap2", "approver": t("役員"), "order": 2, "approved": "2026-08-21"},
                ]
            },
            "change": {
                "answer_days": 5,
                "decisions": [{"id": "ch1", "impact": t("小")}, {"id": "ch2", "impact": t("大")}],
            },
            "contract": {
                "liability": t("年間契約金額を上限とする"),
                "subcontracting": t("書面による承諾を条件とする"),
                "responsible_manager": t("受託者のセンター長"),
            },
            "attachments": {
                "attachments": [{"id": "at1", "title": t("業務フロー図")}],
                "glossary": [{"id": "gl1", "term": t("SV"), "meaning": t("オペレーターを支援する管理者")}],
            },
        },
    }


def _system(id: str, system: str) -> Data:
    return {"id": id, "system": system, "owner": "vendor", "provider": "vendor", "payer": "vendor"}


def _data() -> Data:
    return {
        "definition": _definition(),
        "requirements": [
            requirement(
                "r-01", "受託者は、オペレーター1人につき月5件の応対を評価すること。", priority="must"
            ),
            requirement(
                "r-02",
                "受託者は、苦情の第一報を5分以内に電話で発注者へ伝えること。",
                item="4.6",
                criterion="escalation",
            ),
            requirement(
                "r-03",
                "受託者は、繁忙日の人員計画を前月20日までに提出すること。",
                item="2.3",
                criterion="escalation",
            ),
            requirement(
                "r-04",
                "オペレーターは、導入研修の修了試験で80点以上を取ること。",
                item="3.4",
                criterion="escalation",
            ),
            requirement(
                "r-05",
                "受託者は、設定値の一覧を変更の翌営業日までに更新すること。",
                item="5.6",
                criterion="basics",
                priority="must",
            ),
            requirement(
                "r-06",
                "受託者は、電話の混雑を地図上の色分けで見せる画面を顧客へ公開すること。",
                item="4.5",
                criterion="monitoring",
                priority="could",
                acceptance=t("提案書の画面例を採点者2名が見る。"),
                withholding={
                    "criterion": "insight",
                    "open_question": t("顧客の待つ不満を減らす工夫を述べてください。"),
                    "guide": t("画面の例が示されていれば具体的とみなす。"),
                },
            ),
        ],
        "criteria": {
            "criteria": [
                {
                    "id": "cost",
                    "name": t("コスト"),
                    "intent": t("総額を比べる"),
                    "subs": [sub("total", "総額", "300", scoring="price", anchors=[])],
                },
                {
                    "id": "quality",
                    "name": t("品質管理"),
                    "intent": t("品質を保つ仕組みを見る"),
                    "subs": [
                        sub("monitoring", "モニタリング", "200"),
                        sub("escalation", "エスカレーション", "200", evaluators=["ev1", "ev2"]),
                        sub("basics", "必須項目", "150", scoring="base", anchors=[]),
                    ],
                },
                {
                    "id": "proposal",
                    "name": t("提案力"),
                    "intent": t("独自の提案を見る"),
                    "subs": [sub("insight", "着眼点", "150")],
                },
            ],
            "scale": [
                {"score": n, "label": t(f"{n}点"), "rate": str(rate)}
                for n, rate in enumerate((0, 25, 50, 75, 100))
            ],
            "total_points": "1000",
        },
        "evaluators": [
            {"id": "ev1", "label": t("評価者1")},
            {"id": "ev2", "label": t("評価者2")},
        ],
        "rfp": {
            "title": t("顧客窓口業務の委託"),
            "client": t("架空通販株式会社"),
            "background": t("受注の増加に対応するため委託する。"),
            "contact": {"desk": t("調達課"), "email": "rfp@example.co.jp"},
            "how_to_submit": t("回答書をメールで提出する。"),
            "confidentiality": t("知り得た情報を目的外に使わない。"),
            "validity_days": 90,
            "schedule": [
                {"step": "issue", "day": "2026-09-10"},
                {"step": "question_deadline", "day": "2026-09-18", "at": 1020},
                {"step": "answers", "day": "2026-09-29"},
                {"step": "proposal_deadline", "day": "2026-10-13", "at": 1020},
                {"step": "decision", "day": "2026-11-10"},
                {"step": "contract", "day": "2026-11-30"},
                {"step": "service_start", "day": "2027-04-01"},
            ],
            "gates": [
                {
                    "id": "ga1",
                    "statement": t("過去3年以内に、席数30以上の受電業務を1年以上受託した実績があること。"),
                    "evidence": t("契約書の写し"),
                },
                {
                    "id": "ga2",
                    "statement": t("プライバシーマークの認定を受けていること。"),
                    "evidence": t("登録証の写し"),
                },
            ],
        },
    }


def clean() -> Project:
    """A project in which no rule but completeness has anything to say."""
    return Project.model_validate(_data())


def project(changes: Data | None = None, /) -> Project:
    """The clean project with changes by path, such as `{"work.volumes.volumes[v1].aht": 10}`.

    A path names rows by id (of a schedule row: its step); `[+]` adds one. `DELETED` takes away.
    """
    data = _data()
    for path, value in (changes or {}).items():
        _set(data, path, copy.deepcopy(value) if value is not DELETED else DELETED)
    return Project.model_validate(data)


def _set(data: Data, path: str, value: Any) -> None:
    if path.split(".")[0] in SECTIONS:
        path = f"definition.{path}"
    steps = re.findall(r"[^.\[\]]+|\[[^\]]+\]", path)
    at: Any = data
    for step in steps[:-1]:
        at = at[_row(at, step[1:-1])] if step[0] == "[" else at.setdefault(step, {})
    last = steps[-1]
    if last == "[+]":
        at.append(value)
    elif value is DELETED:
        del at[_row(at, last[1:-1]) if last[0] == "[" else last]
    elif last[0] == "[":
        at[_row(at, last[1:-1])] = value
    else:
        at[last] = value


def _row(rows: list[Data], row_id: str) -> int:
    return next(n for n, row in enumerate(rows) if row_id in (row.get("id"), row.get("step")))
