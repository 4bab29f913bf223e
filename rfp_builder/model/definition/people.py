"""Section 3, people 人材マネジメント: above all operators (CSR) and supervisors (SV)."""

from rfp_builder.model.answers import Answer, Item, Row
from rfp_builder.model.base import Value
from rfp_builder.model.choices import Bearer, Employment, Frequency, Role, Workplace
from rfp_builder.model.localized import Localized
from rfp_builder.model.units import Count, Measure, Percent


class HiringCondition(Row):
    """Conditions for one role; `span` is how many people one of them looks after (1 SV to 12 CSR: 12)."""

    role: Answer[Role] = None
    experience: Answer[Localized] = None
    languages: Answer[Localized] = None
    background_check: Answer[Localized] = None
    headcount: Answer[Count] = None
    span: Answer[Count] = None


class Hiring(Item):
    """3.1 Hiring conditions 採用条件."""

    conditions: Answer[tuple[HiringCondition, ...]] = None


class Skill(Row):
    """A skill that a role must have, and how it is shown."""

    role: Answer[Role] = None
    skill: Localized | None = None
    level: Answer[Localized] = None
    evidence: Answer[Localized] = None


class Skills(Item):
    """3.2 Skills スキル条件."""

    skills: Answer[tuple[Skill, ...]] = None


class Course(Row):
    """A training course; `hours` per person."""

    course: Localized | None = None
    content: Answer[Localized] = None
    hours: Answer[Measure] = None
    taught_by: Answer[Localized] = None
    paid_by: Answer[Bearer] = None
    timing: Answer[Localized] = None


class Training(Item):
    """3.3 Training トレーニング. `lead_weeks`: from hiring to working alone, in weeks."""

    courses: Answer[tuple[Course, ...]] = None
    lead_weeks: Answer[Count] = None


class VerificationRow(Row):
    """How knowledge or skill is verified; `pass_mark` in per cent of the full mark."""

    what: Localized | None = None
    method: Answer[Localized] = None
    pass_mark: Answer[Percent] = None
    frequency: Answer[Frequency] = None
    on_fail: Answer[Localized] = None


class Verification(Item):
    """3.4 Verification 知識・スキルの検証方法."""

    verifications: Answer[tuple[VerificationRow, ...]] = None


class EmploymentRow(Row):
    """Employment of one role; `share` of the role's headcount, `attrition_limit` a year, in per cent."""

    role: Answer[Role] = None
    form: Answer[Employment] = None
    share: Answer[Percent] = None
    workplace: Answer[Workplace] = None
    attrition_limit: Answer[Percent] = None


class EmploymentTerms(Item):
    """3.5 Employment 雇用条件."""

    terms: Answer[tuple[EmploymentRow, ...]] = None


class People(Value):
    """Section 3."""

    hiring: Hiring = Hiring.empty()
    skills: Skills = Skills.empty()
    training: Training = Training.empty()
    verification: Verification = Verification.empty()
    employment: EmploymentTerms = EmploymentTerms.empty()
