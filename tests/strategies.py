"""Random projects: every item, hostile texts, half-filled and full, for laws that must hold for all of them.

A random value is cheap to make: hypothesis draws one seed, and the value grows from it. A failing example is
small when `size` is small; the seed reproduces it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import Enum
from typing import Any

from hypothesis import strategies as st

from rfp_builder.i18n import Lang
from rfp_builder.model.answers import Item, NotApplicable, Row, Undecided, known
from rfp_builder.model.choices import Priority
from rfp_builder.model.criteria import (
    Anchor,
    Criteria,
    Criterion,
    Grade,
    Lock,
    PriceFormula,
    RoundedAt,
    Rounding,
    RoundingMode,
    Scoring,
    SubCriterion,
    TieBreak,
)
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.parties import Evaluator, Vendor
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import (
    Fact,
    Fit,
    FreeProposal,
    GateAnswer,
    PriceLine,
    Proposal,
    Remark,
    RequirementAnswer,
)
from rfp_builder.model.requirement import Requirement, Withholding
from rfp_builder.model.rfp import Contact, Gate, Issue, IssuedFile, PublicKey, Rfp, ScheduleRow, Step
from rfp_builder.model.scores import Score, ScoreBook
from rfp_builder.model.shape import Kind, Slot, items
from tests.maker import HOSTILE, Maker
from tests.staffings import annex, staffing

__all__ = ["HOSTILE", "Maker", "makers", "project", "projects", "texts"]


def definition(make: Maker) -> Definition:
    """A definition with answers of every kind over all forty-four items; references lead somewhere."""
    rows: dict[str, list[str]] = {}
    sections: dict[str, dict[str, Item]] = {}
    for shape in sorted(items().values(), key=_referred_to_first):
        fields = {slot.name: _answer(make, slot, rows, f"{shape.path}.{slot.name}") for slot in shape.slots}
        fields["internal_note"] = make.maybe(make.localized)
        sections.setdefault(shape.section, {})[shape.name] = shape.model.model_validate(fields)
    return Definition.model_validate(sections)


def _referred_to_first(shape: Any) -> bool:
    return any(slot.refers_to or any(c.refers_to for c in slot.columns) for slot in shape.slots)


def _answer(make: Maker, slot: Slot, rows: dict[str, list[str]], path: str) -> object:
    if slot.answerable and make.chance.random() < 0.15:
        return no_answer(make)
    if make.chance.random() > make.filled:
        return () if slot.kind is Kind.REFERENCES else None
    if slot.kind is Kind.TABLE:
        return make.several(lambda: _row(make, slot, rows, path))
    return _value(make, slot, rows)


def no_answer(make: Maker) -> Undecided | NotApplicable:
    """未定 or 該当なし."""
    if make.chance.random() < 0.5:
        return Undecided(owner=make.localized(), due=make.day())
    return NotApplicable(reason=make.localized())


def _row(make: Maker, slot: Slot, rows: dict[str, list[str]], path: str) -> Row:
    assert slot.row is not None
    values = {column.name: _answer(make, column, rows, "") for column in slot.columns}
    row = slot.row.model_validate({"id": make.id(), **values})
    rows.setdefault(path, []).append(row.id)
    return row


def _value(make: Maker, slot: Slot, rows: dict[str, list[str]]) -> object:
    chance = make.chance
    choices: list[Enum] = list(slot.choices or ())
    match slot.kind:
        case Kind.CHOICE:
            return make.one(choices)
        case Kind.CHOICES:
            return tuple(chance.sample(choices, chance.randint(1, min(3, len(choices)))))
        case Kind.REFERENCE:
            known = rows.get(slot.refers_to or "", [])
            return make.one(known) if known else None
        case Kind.REFERENCES:
            return make.several(make.id)
    simple: dict[Kind, Callable[[], object]] = {
        Kind.TEXT: make.localized,
        Kind.LINE: lambda: make.one(("JPY", "USD")),
        Kind.WHOLE: lambda: chance.randint(1, 31) if slot.name.endswith("_day") else chance.randint(0, 1200),
        Kind.DECIMAL: lambda: make.decimal(1000),
        Kind.PERCENT: lambda: make.decimal(100, 2),
        Kind.MONEY: lambda: chance.randint(10**7, 10**12),
        Kind.CLOCK: lambda: chance.randint(0, 1440),
        Kind.DATE: make.day,
        Kind.MONTH: lambda: f"{chance.randint(2026, 2031)}-{chance.randint(1, 12):02}",
        Kind.YES_NO: lambda: chance.random() < 0.5,
    }
    return simple[slot.kind]()


def criteria(make: Maker, evaluators: Sequence[str] = (), *, locked: bool = False) -> Criteria:
    """Criteria with at least one sub-criterion."""
    scale = tuple(Grade(score=score, label=make.localized(), rate=Decimal(score * 25)) for score in range(5))

    def sub() -> SubCriterion:
        return SubCriterion(
            id=make.id(),
            name=make.localized(),
            looks_at=make.maybe(make.localized),
            points=make.decimal(200, 1),
            scoring=make.one(list(Scoring)),
            anchors=tuple(Anchor(score=grade.score, text=make.localized()) for grade in scale),
            evaluators=tuple(one for one in evaluators if make.chance.random() < 0.5),
            floor=make.maybe(lambda: make.decimal(100, 0)),
        )

    def criterion() -> Criterion:
        return Criterion(
            id=make.id(),
            name=make.localized(),
            intent=make.maybe(make.localized),
            subs=make.several(sub, least=1),
            floor=make.maybe(lambda: make.decimal(100, 0)),
        )

    return Criteria(
        criteria=make.several(criterion, least=1),
        scale=scale,
        total_points=make.decimal(1000, 0),
        price_formula=make.one(list(PriceFormula)),
        rounding=Rounding(
            digits=make.chance.randint(0, 4),
            mode=make.one(list(RoundingMode)),
            at=make.one(list(RoundedAt)),
        ),
        total_floor=make.maybe(lambda: make.decimal(100, 0)),
        ties=tuple(make.chance.sample(list(TieBreak), make.chance.randint(0, 3))),
        withheld_cap=make.decimal(100, 1),
        lock=Lock(locked_on=make.day(), locked_by=make.localized(), digest=make.sha256()) if locked else None,
    )


def requirement(make: Maker, subs: Sequence[str], *, withheld: bool) -> Requirement:
    """A requirement; a withheld one with or without an open question."""
    return Requirement(
        id=make.id(),
        item=make.one(list(items())),
        statement=make.localized(),
        priority=make.one(list(Priority)),
        acceptance=make.maybe(make.localized),
        rationale=make.maybe(make.localized),
        owner=make.maybe(make.localized),
        criterion=make.maybe(lambda: make.one(subs)),
        withholding=withholding(make, subs) if withheld else None,
        source=make.maybe(make.id),
    )


def withholding(make: Maker, subs: Sequence[str]) -> Withholding:
    """Why and how a requirement is left out."""
    return Withholding(
        criterion=make.one(subs),
        open_question=make.maybe(make.localized),
        guide=make.maybe(make.localized),
        reason=make.maybe(make.localized),
    )


def rfp(make: Maker) -> Rfp:
    """The frame."""
    return Rfp(
        title=make.maybe(make.localized),
        number=make.maybe(lambda: make.wording()[:60].strip() or "1"),
        client=make.maybe(make.localized),
        version=f"{make.chance.randint(1, 9)}.{make.chance.randint(0, 9)}",
        languages=make.one(((Lang.JA,), (Lang.EN,), (Lang.JA, Lang.EN))),
        background=make.maybe(make.localized),
        contact=make.maybe(
            lambda: Contact(desk=make.localized(), email=make.maybe(lambda: "desk@example.invalid"))
        ),
        schedule=tuple(
            ScheduleRow(
                step=step,
                day=make.day(),
                at=make.maybe(lambda: make.chance.randint(0, 1440)),
                note=make.maybe(make.localized),
            )
            for step in Step
            if make.chance.random() < make.filled
        ),
        gates=make.several(
            lambda: Gate(id=make.id(), statement=make.localized(), evidence=make.maybe(make.localized))
        ),
        how_to_submit=make.maybe(make.localized),
        validity_days=make.maybe(lambda: make.chance.randint(0, 400)),
        confidentiality=make.maybe(make.localized),
        other_terms=make.maybe(make.localized),
    )


def proposal(make: Maker, vendor: str, submission: int, gates: Sequence[str]) -> Proposal:
    """One submission."""
    return Proposal(
        vendor=vendor,
        submission=submission,
        received_at=make.instant(),
        file_name=f"{vendor}-{submission}.xlsx",
        sha256=make.sha256(),
        rfp_version=make.maybe(lambda: "1.0"),
        answers=make.several(
            lambda: RequirementAnswer(
                number=f"R-{make.chance.randint(1, 999):03}",
                fit=make.maybe(lambda: make.one(list(Fit))),
                how=make.maybe(make.wording),
                evidence=make.maybe(make.wording),
                extra_cost=make.maybe(lambda: make.chance.randint(0, 10**9)),
            )
        ),
        gates=tuple(
            GateAnswer(
                gate=gate,
                passed=make.maybe(lambda: make.chance.random() < 0.8),
                evidence=make.maybe(make.wording),
            )
            for gate in gates
        ),
        price=make.several(
            lambda: PriceLine(
                line=make.id(),
                unit_price=make.maybe(lambda: make.decimal(10**6, 2)),
                quantity=make.maybe(lambda: make.chance.randint(0, 10**5)),
                months=make.chance.randint(1, 60),
                amount=make.maybe(lambda: make.chance.randint(0, 10**12)),
            )
        ),
        facts=make.several(
            lambda: Fact(
                table=make.one(("experience", "sites", "staffing", "financials")),
                cells={make.id(): make.wording() for _ in range(2)},
            )
        ),
        free=make.several(
            lambda: FreeProposal(
                title=make.wording(), how=make.maybe(make.wording), benefit=make.maybe(make.wording)
            )
        ),
        remarks=make.several(
            lambda: Remark(level="warning", where="回答!C4", ja=make.wording(), en=make.wording())
        ),
    )


def project(make: Maker) -> Project:
    """A project at any place of the road, at least one requirement disclosed and one withheld."""
    evaluators = make.several(
        lambda: Evaluator(id=make.id(), label=make.localized(), department=make.maybe(make.localized))
    )
    agreed = criteria(make, [one.id for one in evaluators], locked=make.chance.random() < 0.5)
    subs = [sub.id for sub in agreed.all_subs()]
    requirements = [
        requirement(make, subs, withheld=withheld)
        for withheld in (False, True, *(make.chance.random() < 0.3 for _ in range(make.size)))
    ]
    make.chance.shuffle(requirements)
    frame = rfp(make)
    gates = [gate.id for gate in frame.gates]
    vendors = make.several(lambda: Vendor(id=make.id(), name=make.wording()[:100].strip() or "社"))
    defined = definition(make)
    programs = [one.id for one in known(defined.work.programs.programs) or ()]
    return Project(
        revision=make.chance.randint(0, 50),
        rfp=frame,
        definition=defined,
        staffing=staffing(make),
        annex=make.maybe(lambda: annex(make, programs)),
        requirements=tuple(requirements),
        criteria=agreed,
        evaluators=evaluators,
        vendors=vendors,
        issues=make.several(lambda: _issue(make, [one.id for one in requirements])),
        proposals=tuple(
            proposal(make, vendor.id, submission, gates) for vendor in vendors for submission in (1, 2)
        ),
        score_books=tuple(_book(make, one.id, [vendor.id for vendor in vendors], subs) for one in evaluators),
    )


def _issue(make: Maker, requirements: Sequence[str]) -> Issue:
    return Issue(
        version="1.0",
        issued_on=make.day(),
        files=make.several(lambda: IssuedFile(name="rfp-1.0.ja.docx", sha256=make.sha256())),
        requirements=tuple(
            PublicKey(number=f"R-{n:03}", requirement=one) for n, one in enumerate(requirements, start=1)
        ),
        criteria_digest=make.sha256(),
    )


def _book(make: Maker, evaluator: str, vendors: Sequence[str], subs: Sequence[str]) -> ScoreBook:
    return ScoreBook(
        evaluator=evaluator,
        collected_at=make.instant(),
        sha256=make.sha256(),
        scores=tuple(
            Score(
                vendor=vendor,
                sub=sub,
                score=make.maybe(lambda: make.chance.randint(0, 4)),
                justification=make.maybe(make.wording),
            )
            for vendor in vendors
            for sub in subs
        ),
    )


def makers(size: int = 2) -> st.SearchStrategy[Maker]:
    """Sources of random values, from nearly empty to nearly full."""
    return st.builds(
        lambda seed, filled: Maker(random.Random(seed), size, filled),
        st.integers(0, 2**64 - 1),
        st.sampled_from((0.2, 0.5, 0.9)),
    )


def projects(size: int = 2) -> st.SearchStrategy[Project]:
    """Random projects."""
    return makers(size).map(project)


def texts() -> st.SearchStrategy[Localized]:
    """Random texts in one or both languages."""
    return makers().map(Maker.localized)
