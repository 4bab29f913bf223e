"""A small project with something in every chapter, and templates of a few paragraphs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from rfp_builder.disclosure.public import PublicRfp
from rfp_builder.disclosure.view import public_view
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import Undecided
from rfp_builder.model.choices import Bearer, Channel, PriceBasis, Priority
from rfp_builder.model.criteria import Anchor, Criteria, Criterion, Grade, Scoring, SubCriterion
from rfp_builder.model.definition import Additional, Definition, Overview, Price, Work
from rfp_builder.model.definition.additional import Attachments, Term
from rfp_builder.model.definition.overview import CurrentOperation, Policy
from rfp_builder.model.definition.price import InitialCost, InitialCosts, RunningCost, RunningCosts
from rfp_builder.model.definition.work import ChannelVolume, Constraints, Program, Programs, Volumes
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement, Withholding
from rfp_builder.model.rfp import Contact, Gate, Rfp, ScheduleRow, Step
from rfp_builder.word.house.paper import docx
from rfp_builder.word.properties import Properties

DAY = date(2027, 2, 1)
PROPERTIES = Properties(title="題名", issuer="みほん株式会社", lang=Lang.JA, day=DAY)
SECRET = "夜間の着信を曜日ごとに数え直し、翌月の配置を組み替えること。"
INCUMBENT = "カッパ・コンタクト社"
NOTE = "担当役員は来春の交代を見込んでいる。"


def both(ja: str, en: str) -> Localized:
    """A text in both languages."""
    return Localized(ja=ja, en=en)


def requirement(key: str, ja: str, en: str, **more: object) -> Requirement:
    """A requirement of item 2.1."""
    fields: dict[str, object] = {
        "id": key,
        "item": "2.1",
        "statement": both(ja, en),
        "acceptance": both("月に20件を抜き取る。", "20 a month are sampled."),
        "rationale": both("記録を残すため。", "To keep a record."),
        "owner": both("運営課", "Operations"),
        "criterion": "insight",
    }
    return Requirement.model_validate(fields | more)


def criteria(**changes: object) -> Criteria:
    """Price 40 points, insight 60."""
    scale = tuple(
        Grade(score=score, label=both(ja, en), rate=Decimal(50 * score))
        for score, ja, en in ((0, "不可", "None"), (1, "可", "Fair"), (2, "優", "Good"))
    )
    anchors = tuple(
        Anchor(score=score, text=both(f"課題を{score}件挙げている。", f"Names {score} problems."))
        for score in (0, 1, 2)
    )
    price = SubCriterion(
        id="total", name=both("総額", "Total price"), points=Decimal(40), scoring=Scoring.PRICE
    )
    insight = SubCriterion(
        id="insight",
        name=both("課題の発見", "Insight"),
        looks_at=both("「自由提案」シート", "The Free proposals sheet"),
        points=Decimal(60),
        anchors=anchors,
        floor=Decimal(40),
    )
    fields: dict[str, object] = {
        "criteria": (
            Criterion(id="cost", name=both("コスト", "Cost"), subs=(price,)),
            Criterion(id="power", name=both("提案力", "Power to propose"), subs=(insight,)),
        ),
        "scale": scale,
        "total_points": Decimal(100),
    }
    return Criteria.model_validate(fields | changes)


def project(**changes: object) -> Project:
    """Two disclosed requirements, one withheld behind a question; confidential and undecided answers."""
    withheld = Withholding(
        criterion="insight",
        open_question=both("混み合う時間をどう見つけますか。", "How would you find busy hours?"),
        guide=both("具体的なら2", "2 if concrete"),
    )
    definition = Definition(
        overview=Overview(
            policy=Policy(policy=both("一度の連絡で終える。", "Finish in one contact.")),
            current=CurrentOperation(
                incumbent=both(INCUMBENT, "Kappa Contact"), internal_note=both(NOTE, NOTE)
            ),
        ),
        work=Work(
            programs=Programs(programs=(Program(id="p1", name=both("注文受付", "Orders")),)),
            volumes=Volumes(
                volumes=(
                    ChannelVolume(
                        id="v1", program="p1", channel=Channel.PHONE, monthly_contacts=36_000, aht=280
                    ),
                )
            ),
            constraints=Constraints(
                ceiling_price=Undecided(owner=both("経理課", "Finance"), due=date(2027, 3, 1))
            ),
        ),
        price=Price(
            initial=InitialCosts(
                costs=(InitialCost(id="i1", item=both("研修", "Training"), bearer=Bearer.VENDOR),)
            ),
            running=RunningCosts(
                costs=(
                    RunningCost(
                        id="c1", item=both("受付", "Desk"), basis=PriceBasis.PER_CONTACT, quantity=1200
                    ),
                ),
                compared_months=24,
            ),
        ),
        additional=Additional(
            attachments=Attachments(
                glossary=(
                    Term(
                        id="t1",
                        term=both("応答率", "Answer rate"),
                        meaning=both("応答÷着信", "answered ÷ offered"),
                    ),
                )
            )
        ),
    )
    fields: dict[str, object] = {
        "rfp": Rfp(
            title=both("お客様窓口の運営業務", "Running the customer desk"),
            number="A-1",
            client=both("みほん株式会社", "Sample Co."),
            background=both("電話が増えている。", "Calls are increasing."),
            contact=Contact(desk=both("調達窓口", "Procurement desk"), email="desk@sample.example"),
            schedule=(ScheduleRow(step=Step.PROPOSAL_DEADLINE, day=date(2027, 3, 1), at=1020),),
            gates=(
                Gate(
                    id="g1", statement=both("認証を持つ。", "Is certified."), evidence=both("写し", "A copy")
                ),
            ),
        ),
        "definition": definition,
        "requirements": (
            requirement("r1", "受託者は、応対の記録を残すこと。", "The vendor shall keep records."),
            requirement("r2", SECRET, "The vendor shall recount nights.", withholding=withheld),
            requirement(
                "r3",
                "受託者は、月報を出すこと。",
                "The vendor shall report monthly.",
                priority=Priority.SHOULD,
            ),
        ),
        "criteria": criteria(),
    }
    return Project.model_validate(fields | changes)


def public(lang: Lang = Lang.JA, **changes: object) -> PublicRfp:
    """The project as vendors see it."""
    return public_view(project(**changes), lang, DAY)


def template(*paragraphs: str) -> bytes:
    """A template with these finished paragraphs."""
    return docx(Lang.JA, 720, paragraphs, "", "")
