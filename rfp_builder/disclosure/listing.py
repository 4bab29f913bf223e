"""The list of what may go to vendors, field by field and column by column.

Whatever is not named here stays inside: a new field of the model is internal until somebody lists it.
A test holds this list against the model, so that nothing is forgotten and nothing confidential is on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LISTED: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "1.1": {"policy": (), "principles": ("principle",)},
        "1.2": {"purposes": ("purpose", "why", "rank")},
        "1.3": {"measures": ("measure", "formula", "unit", "today", "target", "due", "source")},
        "1.4": {"activities": ("activity", "decision", "reason")},
        "1.5": {"how_it_runs": (), "problems": ("problem", "effect")},
        # 1.6 names requirements that may be withheld, and people of the client.
        "1.6": {},
        "2.1": {
            "programs": (
                "name",
                "kind",
                "what",
                "languages",
                "days",
                "opens",
                "closes",
                "hours_note",
                "stage",
            )
        },
        "2.2": {"volumes": ("program", "channel", "monthly_contacts", "aht", "peak_share", "counted_as")},
        "2.3": {
            "history": (),
            "yearly_growth": (),
            "special_days": ("occasion", "period", "change"),
            "months": ("month", "program", "channel", "contacts"),
        },
        "2.4": {
            "contract_start": (),
            "service_start": (),
            "contract_end": (),
            "ramp": ("phase", "starts", "share", "note"),
            "trial_from": (),
            "trial_until": (),
            "trial_measures": (),
            "milestones": ("milestone", "due", "owner"),
        },
        "2.5": {"constraints": ("kind", "constraint")},
        "2.6": {"reasons": ("reason", "parent", "share", "aht")},
        "2.7": {"segments": ("segment", "kind", "definition", "treatment")},
        "2.8": {"touchpoints": ("point", "channel", "owner", "expectation", "measure")},
        "3.1": {"conditions": ("role", "experience", "languages", "background_check", "headcount", "span")},
        "3.2": {"skills": ("role", "skill", "level", "evidence")},
        "3.3": {
            "courses": ("course", "content", "hours", "taught_by", "paid_by", "timing"),
            "lead_weeks": (),
        },
        "3.4": {"verifications": ("what", "method", "pass_mark", "frequency", "on_fail")},
        "3.5": {"terms": ("role", "form", "share", "workplace", "attrition_limit")},
        "4.1": {
            "shifts": ("site", "place", "work", "days", "opens", "closes", "headcount"),
            "closed_days": ("description", "day", "handling"),
            "overseas_allowed": (),
        },
        "4.2": {
            "method": (),
            "sample": (),
            "frequency": (),
            "target": (),
            "silent_dissatisfaction": (),
            "review": (),
            "surveys": ("event", "method", "questions"),
        },
        "4.3": {
            "contacts_per_agent": (),
            "scale": (),
            "calibration": (),
            "listeners": (),
            "recording": (),
            "points": ("point", "standard", "weight"),
        },
        "4.4": {
            "steps": ("level", "horizon", "who", "accuracy"),
            "interval_minutes": (),
            "published_days_before": (),
            "shrinkage": (),
            "occupancy_cap": (),
            "intraday_rule": (),
        },
        "4.5": {"supplies": ("content", "owner", "form", "update_hours")},
        "4.6": {
            "escalations": (
                "kind",
                "trigger",
                "report_to",
                "within_minutes",
                "means",
                "authority",
                "closed_when",
                "record",
            ),
            "harassment_stance": (),
            "harassment_sentence": (),
            "harassment_max_rounds": (),
            "harassment_max_minutes": (),
            "harassment_types": ("name", "example", "response", "cut_off"),
        },
        "4.7": {"reports": ("report", "content", "frequency", "format", "due", "recipient")},
        "4.8": {"parties": ("party", "part", "meeting", "frequency")},
        "4.9": {
            "kpis": (
                "kpi",
                "program",
                "channel",
                "formula",
                "unit",
                "direction",
                "target",
                "minimum",
                "source",
                "period",
                "subjective",
            )
        },
        "4.10": {
            "recovery_hours": (),
            "second_site": (),
            "home_working": (),
            "audit_right": (),
            "manners": ("manner", "check"),
        },
        "5.1": {"systems": ("system", "detail", "owner", "provider", "payer", "availability")},
        "5.2": {"facilities": ("facility", "detail", "payer")},
        "5.3": {
            "data": ("data", "personal", "kept_where", "retention_days", "seen_by", "encryption"),
            "transfer_abroad": (),
            "transfer_rule": (),
            "sub_processing": (),
            "sub_processing_rule": (),
            "breach_notice_hours": (),
            "return_and_erasure": (),
        },
        "5.4": {"functions": ("function", "priority", "availability", "recovery_minutes")},
        "5.5": {
            "two_factor": (),
            "two_factor_scope": (),
            "certificates": ("certificate", "scope", "valid_until", "mandatory"),
            "clean_desk": (),
            "log_retention_days": (),
            "log_rule": (),
        },
        "5.6": {"records": ("setting", "form", "kept_where", "handed_over")},
        "6.1": {"costs": ("item", "bearer", "note")},
        "6.2": {
            "costs": ("item", "program", "basis", "quantity", "minimum_commitment", "overflow"),
            "bands": ("running_cost", "starts", "until"),
            "compared_months": (),
            "telecom": (),
            "telecom_rule": (),
            "indexation": (),
            "minimum_wage_revision": (),
            "tax": (),
        },
        "6.3": {
            "incentives": ("kpi", "effect", "threshold", "share", "monthly_cap", "grace_months", "rule"),
            "total_cap": (),
            "minimum_first": (),
            "calibration_first": (),
        },
        "6.4": {
            "closing_day": (),
            "payment_months": (),
            "payment_day": (),
            "currency": (),
            "tax": (),
            "invoice": (),
        },
        # 7.1 names who approves inside the client.
        "7.1": {},
        "7.2": {
            "who_may_ask": (),
            "impact_assessment": (),
            "answer_days": (),
            "decisions": ("impact", "decided_by"),
            "pricing": (),
            "records": (),
        },
        "7.3": {
            "milestones": ("milestone", "owner", "due", "acceptance"),
            "exit_handover": (),
            "knowledge_transfer": (),
            "number_transfer": (),
        },
        "7.4": {
            "subcontracting": (),
            "liability": (),
            "insurance": (),
            "antisocial_forces": (),
            "confidentiality": (),
            "responsible_manager": (),
            "clauses": ("matter", "term"),
        },
        "7.5": {"attachments": ("title", "content", "handed_over"), "glossary": ("term", "meaning")},
    }
)

INTERNAL: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "1.5": ("incumbent",),
        "1.6": ("requests",),
        "2.5": ("ceiling_price", "budget_note"),
        "7.1": ("approvers",),
    }
)
"""Fields that stay inside on purpose; together with `LISTED` they are all the fields there are."""
