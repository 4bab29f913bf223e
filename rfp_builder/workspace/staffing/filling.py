"""Filling what a plan found into the definition, as one step, with marks of what it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from rfp_builder.errors import WrongUse
from rfp_builder.i18n import Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.base import Value
from rfp_builder.model.derived import Derived, digest_of, found_at, input_at
from rfp_builder.model.project import Project
from rfp_builder.workspace.document.closed import refuse_closed
from rfp_builder.workspace.document.paths import value_at, with_value
from rfp_builder.workspace.staffing.planning import Planned, planned
from rfp_builder.workspace.staffing.proposal import Proposal, Standing
from rfp_builder.workspace.staffing.proposing import proposals
from rfp_builder.workspace.workspace import Workspace

_UNKNOWN = (
    Phrase("定義に記入できません。", "Nothing can be filled in."),
    Phrase("「{path}」に記入する値は、この計画にありません。", "This plan has no value for “{path}”."),
    Phrase(
        "「rfp-builder workload fill --dry-run」で記入できる箇所を確かめてください。",
        "See what can be filled in: rfp-builder workload fill --dry-run",
    ),
)


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled in, and what was left as somebody wrote it."""

    all: tuple[Proposal, ...]
    """Everything that the plan has a value for."""
    done: tuple[Proposal, ...]
    kept: tuple[Proposal, ...]


def fill(
    workspace: Workspace,
    today: date,
    which: Collection[str] | None = None,
    *,
    overwrite: bool = False,
    of: Planned | None = None,
) -> Filled:
    """Fill a plan into the definition and keep its result; one save, and one step for undoing.

    Without `which` (paths of proposals), every place is filled that nobody has written in; with it those
    places, even if somebody has. What was changed by hand since it was filled in stays in either case, unless
    `overwrite` is set, which without `which` replaces all. `of` is a plan that was made just before.

    Raises:
        Refused: there is no history; the RFP is out, so that the definition is closed.
        WrongUse: `which` names a place that no proposal is for.
        Conflict: somebody else saved in between.
    """
    made = of or planned(workspace, today)
    before = workspace.project
    chosen = choice(proposals(made, before), which, overwrite=overwrite)
    after = filled(before, made, chosen.done, today)
    refuse_closed(before, after)
    if after != before:
        workspace.save(
            after,
            "workload-filled",
            {"places": [one.path for one in chosen.done if one.standing is not Standing.SAME]},
        )
    return chosen


def choice(found: Iterable[Proposal], which: Collection[str] | None, *, overwrite: bool = False) -> Filled:
    """Which of the proposals are to be filled in. Raises `WrongUse` for paths that are none of them."""
    every = tuple(found)
    strange = next((path for path in which or () if path not in {one.path for one in every}), None)
    if strange is not None:
        what, why, remedy = _UNKNOWN
        raise WrongUse(what, why.fill(path=strange), remedy)
    wanted = tuple(one for one in every if which is None or one.path in which)
    done = tuple(one for one in wanted if overwrite or _may_be_filled(one, named=which is not None))
    return Filled(every, done, tuple(one for one in wanted if one not in done))


def filled(project: Project, made: Planned, done: Iterable[Proposal], today: date) -> Project:
    """The project with the proposals of `done` and the result of the plan. Pure; nothing is saved."""
    from rfp_builder.workload.plan.result import result_of

    after, places = project, tuple(done)
    for one in places:
        after = _with(after, one)
    marked = {one.path: one for one in project.staffing.derived if found_at(after, one.path) is not None}
    for one in places:
        # What somebody wrote is theirs, though the plan says the same: it may rest on just that.
        if one.standing is Standing.SAME and one.path not in marked:
            continue
        marked[one.path] = Derived(
            path=one.path,
            digest=digest_of(found_at(after, one.path)),
            inputs=tuple(input_at(after, path) for path in one.inputs),
            on=_since(marked.get(one.path), after, one, today),
        )
    staffing = after.staffing.replace(derived=tuple(marked.values()))
    after = after.replace(staffing=staffing)
    result = result_of(made.plan, after, today)
    held = after.staffing.result
    if held is not None and held.replace(on=today) == result:
        result = held
    return after.replace(staffing=staffing.replace(result=result))


def _may_be_filled(one: Proposal, *, named: bool) -> bool:
    return one.standing.is_free or (named and one.standing is Standing.WRITTEN)


def _with(project: Project, one: Proposal) -> Project:
    """The project with one proposal in its place; a row that is not there is added to its table."""
    try:
        return with_value(project, one.path, one.value)
    except KeyError:
        table, _, row = one.path.rpartition("[")
        if not isinstance(one.value, Value) or not row.endswith("]") or row.count("]") > 1:
            raise
    held = known(value_at(project, table))
    rows = held if isinstance(held, tuple) else ()
    return with_value(project, table, (*rows, one.value))


def _since(mark: Derived | None, project: Project, one: Proposal, today: date) -> date:
    """The day of an earlier mark where neither the answer nor what it rests on has changed."""
    if mark is None or mark.digest != digest_of(found_at(project, one.path)):
        return today
    same = mark.inputs == tuple(input_at(project, path) for path in one.inputs)
    return mark.on if same else today
