"""A small project that has something on every sheet."""

from __future__ import annotations

from datetime import date

from rfp_builder.disclosure.public import PublicRfp
from rfp_builder.disclosure.view import numbering, public_view
from rfp_builder.i18n import Lang
from rfp_builder.model.choices import Bearer, PriceBasis, Priority
from rfp_builder.model.definition import Definition
from rfp_builder.model.definition.price import (
    InitialCost,
    InitialCosts,
    Payment,
    Price,
    RunningCost,
    RunningCosts,
)
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement, Withholding
from rfp_builder.model.rfp import Contact, Gate, Issue, Rfp, ScheduleRow, Step

DAY = date(2027, 2, 1)
SECRET = "秘密の要件は回答ブックのどこにも現れないこと。"


def both(ja: str, en: str) -> Localized:
    """A text in both languages."""
    return Localized(ja=ja, en=en)


def requirement(number: int, **changes: object) -> Requirement:
    """A requirement like any other."""
    fields: dict[str, object] = {
        "id": f"r{number}",
        "item": f"{1 + number % 5}.1",
        "statement": both(
            f"受託者は、窓口{number}の記録を翌営業日までに提出すること。",
            f"The vendor shall hand in the records of desk {number} by the next business day.",
        ),
        "priority": list(Priority)[number % 3],
        "acceptance": both(f"月に{number}件を抜き取る。", f"{number} records a month are sampled."),
    }
    return Requirement.model_validate(fields | changes)


def project(currency: str = "JPY", **changes: object) -> Project:
    """Five requirements, one of them withheld behind a question and one without; gates; four price lines."""
    price = Price(
        initial=InitialCosts(
            costs=(InitialCost(id="i1", item=both("研修", "Training"), bearer=Bearer.VENDOR),)
        ),
        running=RunningCosts(
            costs=(
                RunningCost(id="c1", item=both("受付", "Desk"), basis=PriceBasis.PER_CONTACT, quantity=1200),
                RunningCost(id="c2", item=both("席", "Seats"), basis=PriceBasis.PER_SEAT),
                RunningCost(id="c3", item=both("管理", "Management"), basis=PriceBasis.FIXED_MONTHLY),
            ),
            compared_months=24,
        ),
        payment=Payment(currency=currency),
    )
    asked = Withholding(
        criterion="s1", open_question=both("記録をどう活かしますか。", "How are records used?")
    )
    silent = Withholding(criterion="s1")
    fields: dict[str, object] = {
        "rfp": Rfp(
            title=both("窓口の運営", "Running the desk"),
            number="A-1",
            client=both("みほん株式会社", "Sample Co."),
            languages=(Lang.JA, Lang.EN),
            schedule=(ScheduleRow(step=Step.PROPOSAL_DEADLINE, day=date(2027, 3, 1), at=1020),),
            contact=Contact(desk=both("調達窓口", "Procurement desk"), email="desk@sample.example"),
            gates=(
                Gate(
                    id="g1", statement=both("認証がある。", "Is certified."), evidence=both("写し", "A copy")
                ),
                Gate(id="g2", statement=both("実績がある。", "Has done it before.")),
            ),
        ),
        "definition": Definition(price=price),
        "requirements": (
            requirement(1),
            requirement(2),
            requirement(3, statement=both(SECRET, "A secret."), withholding=asked),
            requirement(4, statement=both(SECRET * 2, "Another secret."), withholding=silent),
            requirement(5),
        ),
    }
    return Project.model_validate(fields | changes)


def issue_of(project: Project) -> Issue:
    """An issue of the project as it stands."""
    return Issue(
        version=project.rfp.version,
        issued_on=DAY,
        files=(),
        requirements=numbering(project).keys(),
        criteria_digest="0" * 64,
    )


def public(project: Project, lang: Lang = Lang.JA) -> PublicRfp:
    """What vendors see of it."""
    return public_view(project, lang, DAY)
