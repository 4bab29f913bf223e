"""The columns of the register, one for each thing a requirement says, texts in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from rfp_builder.catalogue.choices import choices_of
from rfp_builder.catalogue.sections import sections
from rfp_builder.excel.columns import ColumnSpec, Kind
from rfp_builder.excel.numbered import numbered_subs
from rfp_builder.forms.choices import Choice
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.choices import Disclosure, Priority
from rfp_builder.model.project import Project

REGISTER = Phrase("要件台帳", "Register")

ID = ColumnSpec("id", Phrase("管理ID", "ID"), Kind.ID, width=12)
DELETE = ColumnSpec("delete", Phrase("削除", "Delete"), Kind.BOOL, width=8)

_IN = Phrase("{what}（{language}）", "{what} ({language})")

STATEMENT = Phrase("要件", "Requirement")
ACCEPTANCE = Phrase("達成の確認方法", "How fulfilment is checked")
RATIONALE = Phrase("理由", "Rationale")
OWNER = Phrase("担当", "Owner")
QUESTION = Phrase("問いかけ", "Open question")
GUIDE = Phrase("採点の手引き", "Scoring guide")
REASON = Phrase("非開示の理由", "Why withheld")
CRITERION = Phrase("評価細目", "Scored under")
WITHHELD_CRITERION = Phrase("非開示のときの評価細目", "Scored under when withheld")


def register_columns(project: Project, lang: Lang) -> tuple[ColumnSpec, ...]:
    """The columns, the wording in `lang` before the one in the other language."""
    subs = _criteria(project)
    return (
        ID,
        ColumnSpec("item", Phrase("項目", "Item"), Kind.CHOICE, choices=_items(), width=22),
        *_texts("statement", STATEMENT, 44, lang),
        ColumnSpec("priority", Phrase("優先度", "Priority"), Kind.CHOICE, choices=_named(Priority), width=10),
        *_texts("acceptance", ACCEPTANCE, 34, lang),
        _criterion("criterion", CRITERION, subs),
        ColumnSpec(
            "disclosure", Phrase("開示", "Disclosure"), Kind.CHOICE, choices=_named(Disclosure), width=12
        ),
        _criterion("withheld-criterion", WITHHELD_CRITERION, subs),
        *_texts("question", QUESTION, 34, lang),
        *_texts("guide", GUIDE, 34, lang),
        *_texts("reason", REASON, 26, lang),
        *_texts("rationale", RATIONALE, 30, lang),
        *_texts("owner", OWNER, 16, lang),
        DELETE,
        ColumnSpec("source", Phrase("出典", "Source"), given=True, width=18),
    )


def _texts(key: str, what: Phrase, width: int, first: Lang) -> Sequence[ColumnSpec]:
    return [
        ColumnSpec(f"{key}-{lang}", _IN.fill(what=what, language=lang.label), width=width)
        for lang in sorted(Lang, key=lambda lang: lang is not first)
    ]


def _named(kind: type[Priority] | type[Disclosure]) -> tuple[Choice, ...]:
    return tuple(Choice(one.value, one.label, one.also) for one in choices_of(kind))


def _items() -> tuple[Choice, ...]:
    return tuple(
        Choice(item.id, Phrase(f"{item.id} {item.title.ja}", f"{item.id} {item.title.en}"), (item.id,))
        for section in sections()
        for item in section.items
    )


def _criteria(project: Project) -> tuple[Choice, ...]:
    """The sub-criteria by their numbers, and any id a requirement names that is none of them."""
    subs = numbered_subs(project.criteria)
    known = {one.sub.id for one in subs}
    named = {one.criterion for one in project.requirements if one.criterion}
    named |= {one.withholding.criterion for one in project.requirements if one.withholding}
    return (
        *(Choice(one.sub.id, Phrase(one.title(Lang.JA), one.title(Lang.EN))) for one in subs),
        *(Choice(stray, Phrase(stray, stray)) for stray in sorted(named - known)),
    )


def _criterion(key: str, heading: Phrase, subs: tuple[Choice, ...]) -> ColumnSpec:
    # Before there are criteria there is nothing to pick, and a list of nothing is not a list.
    kind = Kind.CHOICE if subs else Kind.TEXT
    return ColumnSpec(key, heading, kind, choices=subs, given=not subs, width=26)
