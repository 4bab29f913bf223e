"""What the staffing plan filled into the definition: changed by hand since, or out of date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rfp_builder.check.context import Context
from rfp_builder.check.finding import Severity
from rfp_builder.check.place_names import item_of, place_name
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.said import day
from rfp_builder.i18n import Phrase, listed
from rfp_builder.model.derived import Derived, changed_inputs, digest_of, found_at

_PLAN = "work.forecast.history"
"""Where a plan that filled nothing in is shown: it begins with the forecast."""
_ANEW = Phrase(
    "「要員計画と想定費用」で計画を作り直し、記入してください（コマンドでは rfp-builder workload fill）。",
    "Make the plan anew under Staffing and should-cost and fill it in (as a command: rfp-builder workload "
    "fill).",
)


@rule("derived.changed", Severity.ADVISES, "記入後の手直し", "Changed since it was filled in")
def changed(context: Context) -> Iterator[Hit]:
    """An answer that the plan filled in was changed by hand."""
    for one in context.project.staffing.derived:
        held = found_at(context.project, one.path)
        if held is not None and digest_of(held) != one.digest:
            yield Hit(
                one.path,
                Phrase(
                    "{place}は要員計画から{day}に記入しましたが、その後、手で変更されています。",
                    "{place} was filled in from the staffing plan on {day} and changed by hand since.",
                ).fill(place=place_name(one.path), day=day(one.on)),
                Phrase(
                    "意図した変更なら、このままで構いません。計画の値に戻すには、「要員計画と想定費用」の"
                    "「5 記入」で選んでください（コマンドでは rfp-builder workload fill --overwrite）。",
                    "Leave it if that was meant. To take the value of the plan again, choose it under 5 Fill "
                    "in of Staffing and should-cost (as a command: rfp-builder workload fill --overwrite).",
                ),
            )


@rule("derived.stale", Severity.WARNS, "要員計画の鮮度", "Staffing plan out of date")
def stale(context: Context) -> Iterator[Hit]:
    """Something that the plan rests on has changed since it was made. One finding for each item."""
    project = context.project
    by_item: dict[str, tuple[Derived, set[str]]] = {}
    for one in project.staffing.derived:
        moved = set(changed_inputs(project, one.inputs)) - {one.path}
        if moved and found_at(project, one.path) is not None:
            by_item.setdefault(item_of(one.path), (one, set()))[1].update(moved)
    for first, moved in by_item.values():
        yield _hit(first.path, place_name(item_of(first.path)), moved)
    result = project.staffing.result
    of_result = set() if result is None else set(changed_inputs(project, result.inputs))
    if of_result and not by_item:
        yield _hit(_PLAN, Phrase("要員計画の結果", "the result of the staffing plan"), of_result)


def _hit(path: str, what: Phrase, moved: Iterable[str]) -> Hit:
    return Hit(
        path,
        Phrase(
            "要員計画から記入した後に、{inputs}が変わりました。{what}は前の前提のままです。",
            "Since the staffing plan was made, {inputs} changed; {what} still rests on what it was before.",
        ).fill(inputs=listed(dict.fromkeys(place_name(one) for one in sorted(moved))), what=what),
        _ANEW,
    )
