"""The same project with other secrets: everything that vendors may not see is said anew, nothing else."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any

from rfp_builder.disclosure.listing import INTERNAL
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import Item, NotApplicable, Row, Undecided
from rfp_builder.model.choices import RequestOutcome
from rfp_builder.model.criteria import Criteria, Lock
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.parties import Evaluator, Vendor
from rfp_builder.model.project import Project
from rfp_builder.model.proposals import FreeProposal, Proposal
from rfp_builder.model.requirement import Requirement, Withholding
from rfp_builder.model.scores import Score, ScoreBook
from rfp_builder.model.shape import Kind, Slot, item_at, items
from tests.staffings import staffing
from tests.strategies import Maker

Say = Callable[[], Localized]


class Canaries:
    """Says a text that no document may hold, another one each time, and remembers them."""

    def __init__(self, seed: str = "") -> None:
        self.sung: list[str] = []
        self._numbers = count(1)
        self._seed = seed

    def __call__(self) -> Localized:
        n = next(self._numbers)
        pair = f"鳴禽{self._seed}{n:04}号の囀", f"canary{self._seed}{n:04}sings"
        self.sung += pair
        return Localized(
            ja=f"受託者は{pair[0]}を毎月報告すること。", en=f"The vendor shall report {pair[1]}."
        )

    def id(self) -> str:
        """An id that gives itself away."""
        self.sung.append(f"canary-{self._seed}{next(self._numbers):06}")
        return self.sung[-1]


def with_other_secrets(project: Project, say: Say, new_id: Callable[[], str], amount: int) -> Project:
    """The project as vendors see it, with each secret replaced by what `say`, `new_id` and `amount` give.

    Withheld requirements without an open question go, and others come, under other items.
    """
    renamed = {
        one.id: new_id() if one.withholding else f"renamed-{n}" for n, one in enumerate(project.requirements)
    }
    return project.replace(
        revision=project.revision + 1,
        requirements=tuple(_requirements(project, renamed, say, new_id)),
        definition=_definition(project.definition, say, new_id, amount),
        criteria=_criteria(project.criteria, say),
        staffing=staffing(Maker(random.Random(amount)), say, amount),
        evaluators=(Evaluator(id="e-other", label=say(), department=say()),),
        vendors=(Vendor(id="v-other", name=_one(say)),),
        issues=(),
        proposals=_proposals(say, amount),
        score_books=_books(say),
    )


def _requirements(
    project: Project, renamed: dict[str, str], say: Say, new_id: Callable[[], str]
) -> Iterator[Requirement]:
    for one in project.requirements:
        unseen = {"id": renamed[one.id], "rationale": say(), "owner": say(), "source": new_id()}
        if one.withholding is None:
            yield one.replace(**(unseen | {"source": "other-source"}))
        elif one.withholding.open_question is not None:
            hidden = one.withholding.replace(guide=say(), reason=say())
            yield one.replace(**unseen, statement=say(), acceptance=say(), criterion=None, withholding=hidden)
    subs = [sub.id for sub in project.criteria.all_subs()]
    for item in ("1.1", "4.6", "7.5"):
        yield Requirement(
            id=new_id(),
            item=item,
            statement=say(),
            acceptance=say(),
            withholding=Withholding(criterion=subs[-1], guide=say(), reason=say()),
        )


def _definition(definition: Definition, say: Say, new_id: Callable[[], str], amount: int) -> Definition:
    sections: dict[str, dict[str, Item]] = {}
    for shape in items().values():
        item = item_at(definition, shape.id)
        fields: dict[str, Any] = {"internal_note": say()}
        for slot in shape.slots:
            answer = getattr(item, slot.name)
            if slot.name in INTERNAL.get(shape.id, ()):
                fields[slot.name] = _internal(slot, say, new_id, amount)
            else:
                fields[slot.name] = _who_and_why(answer, say)
        sections.setdefault(shape.section, {})[shape.name] = item.replace(**fields)
    return Definition.model_validate(sections)


def _internal(slot: Slot, say: Say, new_id: Callable[[], str], amount: int) -> object:
    match slot.kind:
        case Kind.MONEY:
            return amount
        case Kind.TEXT:
            return say()
    assert slot.row is not None
    values: dict[str, object] = {"id": new_id()}
    for column in slot.columns:
        match column.kind:
            case Kind.TEXT:
                values[column.name] = say()
            case Kind.REFERENCES:
                values[column.name] = (new_id(),)
            case Kind.CHOICE:
                values[column.name] = RequestOutcome.DECLINED
    return (slot.row.model_validate(values),)


def _who_and_why(answer: object, say: Say) -> object:
    """Who decides what is undecided, and why something does not apply, is nobody's business outside."""
    match answer:
        case Undecided():
            return answer.replace(owner=say())
        case NotApplicable():
            return answer.replace(reason=say())
        case tuple():
            return tuple(
                row.replace(
                    **{name: _who_and_why(getattr(row, name), say) for name in type(row).model_fields}
                )
                if isinstance(row, Row)
                else row
                for row in answer
            )
    return answer


def _criteria(criteria: Criteria, say: Say) -> Criteria:
    return criteria.replace(
        withheld_cap=criteria.withheld_cap / 2,
        lock=Lock(locked_on=datetime(2027, 1, 1, tzinfo=UTC).date(), locked_by=say(), digest="0" * 64),
        criteria=tuple(
            one.replace(subs=tuple(sub.replace(evaluators=("e-other",)) for sub in one.subs))
            for one in criteria.criteria
        ),
    )


def _one(say: Say) -> str:
    """A wording of at most 200 letters."""
    return say().to(Lang.JA)[:200].strip()


def _proposals(say: Say, amount: int) -> tuple[Proposal, ...]:
    free = FreeProposal(title=_one(say), how=_one(say), extra_cost=amount)
    return (
        Proposal(
            vendor="v-other",
            submission=1,
            received_at=datetime(2027, 1, 1, tzinfo=UTC),
            file_name="v-other-1.xlsx",
            sha256="1" * 64,
            free=(free,),
        ),
    )


def _books(say: Say) -> tuple[ScoreBook, ...]:
    score = Score(vendor="v-other", sub="s", score=3, justification=_one(say))
    at = datetime(2027, 1, 1, tzinfo=UTC)
    return (ScoreBook(evaluator="e-other", collected_at=at, sha256="2" * 64, scores=(score,)),)


def full_of_canaries(project: Project, seed: str = "") -> tuple[Project, list[str]]:
    """The project with a canary in every withheld and confidential place, and what they sing there."""
    canaries = Canaries(seed)
    planted = with_other_secrets(project, canaries, canaries.id, 987_654_321_987)
    stored = planted.model_dump_json()
    return planted, [*(song for song in canaries.sung if song in stored), "987654321987", "987,654,321,987"]


def with_random_secrets(project: Project, make: Maker) -> Project:
    """The project with random texts in every withheld and confidential place."""
    return with_other_secrets(project, make.localized, make.id, make.chance.randint(10**7, 10**12))
