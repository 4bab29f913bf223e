"""The requirement register edited as a whole: new statements, copies, splitting, merging, many at once.

Every function takes a project and gives a new one; whoever calls makes it one step of the document.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import zip_longest

from rfp_builder.catalogue.adopt import adopted
from rfp_builder.catalogue.requirements import ready_requirement
from rfp_builder.errors import Refused
from rfp_builder.forms.ids import new_row_id
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Priority
from rfp_builder.model.localized import LONGEST, Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.shape import items
from rfp_builder.text.show import show_number

_SENTENCE_END = re.compile(r"\n+|(?<=。)(?![」』）)])|(?<=[.!?])\s+(?=[A-Z])")
_WORDED = ("acceptance", "rationale", "owner")


def add(project: Project, item: str, statement: Localized) -> tuple[Project, str]:
    """The project with a new requirement behind those of its item, and the new id."""
    made = Requirement(id=new_row_id(_ids(project)), item=item, statement=statement)
    return _placed(project, made), made.id


def adopt(project: Project, keys: Iterable[str]) -> tuple[Project, tuple[str, ...]]:
    """The project with ready requirements of the catalogue; those it has already are passed over.

    A sub-criterion that the project does not have is left open.

    Raises:
        KeyError: the catalogue has no such statement.
    """
    made: list[str] = []
    for key in keys:
        if any(one.source == key for one in project.requirements):
            continue
        one = adopted(ready_requirement(key), new_row_id(_ids(project)))
        if one.criterion is not None and project.criteria.sub(one.criterion) is None:
            one = one.replace(criterion=None)
        project = _placed(project, one)
        made.append(one.id)
    return project, tuple(made)


def duplicate(project: Project, requirement_id: str) -> tuple[Project, str]:
    """The project with a copy behind the original, and the copy's id. The copy of a withheld one is withheld.

    Raises:
        KeyError: there is no such requirement.
    """
    original = _one(project, requirement_id)
    copy = original.replace(id=new_row_id(_ids(project)))
    return _with(project, {original.id: (original, copy)}), copy.id


def delete(project: Project, ids: Collection[str]) -> Project:
    """The project without some requirements.

    Requests of 1.6 keep naming them: the check then asks what became of the request.
    """
    return _with(project, dict.fromkeys(ids, ()))


def asked_by(project: Project, requirement_id: str) -> tuple[Localized | None, ...]:
    """Who asked for it: of every request in 1.6 that names it, the person or department."""
    rows = known(project.definition.overview.requests.requests) or ()
    return tuple(row.who for row in rows if requirement_id in row.requirements)


def change_all(
    project: Project,
    ids: Collection[str],
    *,
    priority: Priority | None = None,
    item: str | None = None,
    criterion: str | None = None,
    owner: Localized | None = None,
) -> Project:
    """The project with what is not None put into each of `ids`; an owner in one language keeps the other.

    What comes to another item stays where it is in the register.
    """

    def changed(one: Requirement) -> Requirement:
        fields: dict[str, object] = {}
        if priority is not None:
            fields["priority"] = priority
        if item is not None:
            fields["item"] = item
        if criterion is not None:
            fields["criterion"] = criterion
        if owner is not None:
            before = one.owner
            fields["owner"] = Localized(
                ja=owner.ja or (before.ja if before else None), en=owner.en or (before.en if before else None)
            )
        return one.replace(**fields)

    return _with(project, {one.id: (changed(one),) for one in project.requirements if one.id in ids})


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a statement: ended by 。, by a line end, or by a point before a capital letter."""
    return tuple(part for part in map(str.strip, _SENTENCE_END.split(text)) if part)


def paired(ja: Sequence[str], en: Sequence[str]) -> tuple[Localized, ...]:
    """Texts of several requirements from their wordings in two languages, the first with the first and so on.

    Where one language has more, the rest stand alone in it.
    """
    return tuple(Localized(ja=one or None, en=other or None) for one, other in zip_longest(ja, en))


def split(
    project: Project, requirement_id: str, parts: Sequence[Localized]
) -> tuple[Project, tuple[str, ...]]:
    """The project with one requirement in several, and the ids of all parts, the first being the old one.

    All parts keep how it is checked, why, who owns it, where it is scored, whether it is withheld, and who
    asked for it.

    Raises:
        KeyError: there is no such requirement.
        Refused: there are fewer than two parts.
    """
    if len(parts) < 2:
        raise Refused(
            Phrase("分割していません。", "Nothing was split."),
            Phrase("分けたあとの要件が1件しかありません。", "There is only one requirement in it."),
            Phrase(
                "1行に1件ずつ、2行以上に分けて書いてください。", "Write one requirement a line, two or more."
            ),
        )
    original = _one(project, requirement_id)
    made = [original.replace(statement=parts[0])]
    for part in parts[1:]:
        made.append(original.replace(id=new_row_id({*_ids(project), *(m.id for m in made)}), statement=part))
    ids = tuple(one.id for one in made)
    after = _with(project, {requirement_id: tuple(made)})
    return _requested(after, {requirement_id: ids}), ids


def joined(ones: Sequence[Requirement]) -> Localized:
    """The statements of several requirements one after the other, as a start for one that says it all.

    Raises:
        Refused: that would be longer than a statement may be.
    """
    return _joined([one.statement for one in ones], "")


def merge(project: Project, ids: Collection[str], statement: Localized) -> tuple[Project, str]:
    """The project with several requirements in one, in the place and with the id of the first.

    How it is checked, why, and who owns it are put together; the highest priority wins; requests of 1.6
    that named any of them name the one that stays.

    Raises:
        Refused: there are fewer than two, only some of them are withheld, or it gets too long.
    """
    ones = [one for one in project.requirements if one.id in ids]
    if len(ones) < 2:
        raise Refused(
            Phrase("まとめていません。", "Nothing was merged."),
            Phrase("まとめるには、2件以上の要件が必要です。", "It takes two requirements or more."),
            Phrase("まとめたい要件に印を付けてください。", "Mark the requirements to merge."),
        )
    if len({one.disclosure for one in ones}) > 1:
        raise Refused(
            Phrase("まとめていません。", "Nothing was merged."),
            Phrase(
                "開示する要件と非開示の要件が混じっています。",
                "Some of them are disclosed and others are withheld.",
            ),
            Phrase(
                "先に、開示か非開示のどちらかにそろえてください。",
                "Disclose or withhold all of them first.",
            ),
        )
    first = ones[0]
    texts = {name: [text for one in ones if (text := getattr(one, name)) is not None] for name in _WORDED}
    order = list(Priority)
    kept = first.replace(
        statement=statement,
        priority=min((one.priority for one in ones), key=order.index),
        criterion=next((one.criterion for one in ones if one.criterion is not None), None),
        **{name: _joined(found, "\n") if found else None for name, found in texts.items()},
    )
    gone: dict[str, tuple[Requirement, ...]] = {one.id: () for one in ones[1:]}
    after = _with(project, {first.id: (kept,), **gone})
    return _requested(after, {one.id: (first.id,) for one in ones}), first.id


def _joined(texts: Sequence[Localized], japanese_joint: str) -> Localized:
    def said(lang: Lang, joint: str) -> str | None:
        wordings = (text.to(lang) for text in texts if text.has(lang))
        return joint.join(dict.fromkeys(wordings)) or None

    ja, en = said(Lang.JA, japanese_joint), said(Lang.EN, japanese_joint or " ")
    if max(len(ja or ""), len(en or "")) > LONGEST:
        raise Refused(
            Phrase("まとめていません。", "Nothing was merged."),
            Phrase(
                "まとめた文が{most}文字を超えます。",
                "The merged text would have more than {most} characters.",
            ).fill(most=show_number(LONGEST)),
            Phrase("まとめる要件を減らしてください。", "Merge fewer requirements at once."),
        )
    return Localized(ja=ja, en=en)


def _ids(project: Project) -> set[str]:
    return {one.id for one in project.requirements}


def _one(project: Project, requirement_id: str) -> Requirement:
    found = project.requirement(requirement_id)
    if found is None:
        raise KeyError(requirement_id)
    return found


def _placed(project: Project, made: Requirement) -> Project:
    """With a new requirement behind those of its own and of earlier items."""
    order = list(items())
    rank = order.index(made.item)
    before = [at for at, one in enumerate(project.requirements) if order.index(one.item) <= rank]
    at = before[-1] + 1 if before else 0
    requirements = project.requirements
    return project.replace(requirements=(*requirements[:at], made, *requirements[at:]))


def _with(project: Project, instead: Mapping[str, Sequence[Requirement]]) -> Project:
    """With other requirements in the places of some."""
    changed = (new for one in project.requirements for new in instead.get(one.id, (one,)))
    return project.replace(requirements=tuple(changed))


def _requested(project: Project, instead: Mapping[str, Sequence[str]]) -> Project:
    """With the requests of 1.6 naming other requirements instead of some."""
    overview = project.definition.overview
    rows = known(overview.requests.requests)
    if not rows or not any(one in instead for row in rows for one in row.requirements):
        return project
    named = tuple(
        row.replace(
            requirements=tuple(
                dict.fromkeys(new for one in row.requirements for new in instead.get(one, (one,)))
            )
        )
        for row in rows
    )
    requests = overview.requests.replace(requests=named)
    definition = project.definition.replace(overview=overview.replace(requests=requests))
    return project.replace(definition=definition)
