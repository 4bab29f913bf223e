"""Projects of any size, made from the catalogue."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import cycle, islice

from rfp_builder.catalogue.adopt import adopted, starting_criteria
from rfp_builder.catalogue.requirements import ready_requirements
from rfp_builder.disclosure.public import PublicRfp
from rfp_builder.disclosure.view import public_view
from rfp_builder.i18n import Lang
from rfp_builder.model.criteria import Anchor, Criteria, Criterion, Grade, SubCriterion
from rfp_builder.model.localized import Localized
from rfp_builder.model.parties import Evaluator, Vendor
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import Proposal
from rfp_builder.model.requirement import Requirement, Withholding
from rfp_builder.model.scores import Score, ScoreBook

DAY = date(2027, 2, 1)
NOW = datetime(2027, 3, 12, tzinfo=UTC)


def project_of(count: int, withheld: int = 50) -> Project:
    """`count` requirements, of which some are withheld."""
    ready = ready_requirements()
    made = []
    for n, one in enumerate(islice(cycle(ready), count)):
        requirement = adopted(one, f"r-{n:06}")
        statement = Localized(
            ja=f"{n}番目: {requirement.statement.ja}", en=f"{n}: {requirement.statement.en}"
        )
        made.append(requirement.replace(statement=statement))
    step = max(1, count // max(withheld, 1))
    hidden = {one.id: _withheld(one, n) for n, one in enumerate(made[::step])}
    return Project(criteria=starting_criteria(), requirements=tuple(hidden.get(one.id, one) for one in made))


def _withheld(one: Requirement, number: int) -> Requirement:
    """A secret that nothing else in the project quotes."""
    return Requirement(
        id=f"hidden-{number:04}",
        item=one.item,
        statement=Localized(
            ja=f"秘匿の第{number}号は金銀銅鉄錫鉛亜鉛白金水銀の順に配列する。", en=f"Zebra {number} quartz."
        ),
        withholding=Withholding(criterion="proposal-insight"),
    )


def public_of(count: int) -> PublicRfp:
    """What vendors see of such a project."""
    return public_view(project_of(count), Lang.JA, DAY)


def scored(vendors: int, subs: int, evaluators: int) -> Project:
    """A project with every grade given."""
    text = Localized(ja="項目", en="item")
    scale = tuple(Grade(score=n, label=text, rate=Decimal(25 * n)) for n in range(5))
    anchors = tuple(Anchor(score=n, text=text) for n in range(5))
    criteria = Criteria(
        criteria=(
            Criterion(
                id="all",
                name=text,
                subs=tuple(
                    SubCriterion(id=f"s{n}", name=text, points=Decimal(10), anchors=anchors)
                    for n in range(subs)
                ),
            ),
        ),
        scale=scale,
        total_points=Decimal(10 * subs),
        price_formula="lowest_over_price",
    )
    return Project(
        criteria=criteria,
        evaluators=tuple(Evaluator(id=f"e{n}", label=text) for n in range(evaluators)),
        vendors=tuple(Vendor(id=f"v{n}", name=f"V{n}") for n in range(vendors)),
        proposals=tuple(
            Proposal(vendor=f"v{n}", submission=1, received_at=NOW, file_name="f.xlsx", sha256="0" * 64)
            for n in range(vendors)
        ),
        score_books=tuple(
            ScoreBook(
                evaluator=f"e{e}",
                collected_at=NOW,
                sha256="0" * 64,
                scores=tuple(
                    Score(vendor=f"v{v}", sub=f"s{s}", score=(v + s + e) % 5)
                    for v in range(vendors)
                    for s in range(subs)
                ),
            )
            for e in range(evaluators)
        ),
    )
