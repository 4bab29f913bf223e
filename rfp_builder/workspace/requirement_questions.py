"""What is asked about a requirement of the register."""

from __future__ import annotations

from rfp_builder.catalogue.choices import choices_of
from rfp_builder.catalogue.sections import sections
from rfp_builder.excel.numbered import numbered_subs
from rfp_builder.forms.choices import Choice
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.choices import Priority
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.shape import Kind

STATEMENT = Phrase("要件", "Requirement")
ITEM = Phrase("項目", "Item")
PRIORITY = Phrase("優先度", "Priority")
ACCEPTANCE = Phrase("達成の確認方法", "How fulfilment is checked")
RATIONALE = Phrase("理由", "Rationale")
OWNER = Phrase("担当", "Owner")
CRITERION = Phrase("評価細目", "Scored under")

_STATEMENT_HELP = Phrase(
    "提案会社がすることを1つ、確かめられる形で「〜すること。」と書きます。",
    "One duty of the vendor that can be tested: “The vendor shall ...”",
)
_ITEM_HELP = Phrase("定義書のどの項目の要件かを選びます。", "The item of the definition it belongs to.")
_PRIORITY_HELP = Phrase("必須の要件を満たさない提案は失格です。", "A proposal that misses a must is out.")
_ACCEPTANCE_HELP = Phrase(
    "誰が、何を、いつ、どの数値で確かめるかを書きます。", "Who looks at what, when, and with which number."
)
_RATIONALE_HELP = Phrase("なぜ必要かを書きます。", "Why it is needed.")
_OWNER_HELP = Phrase("質問に答える部署です。", "The department that answers questions about it.")
_CRITERION_HELP = Phrase("提案会社に公表する評価細目から選びます。", "The sub-criterion that rewards it.")


def requirement_questions(project: Project) -> tuple[Question, ...]:
    """What is asked about a requirement; the lists are those of the project as it stands."""
    return (
        _question("statement", Kind.TEXT, STATEMENT, _STATEMENT_HELP, required=True),
        _question("item", Kind.CHOICE, ITEM, _ITEM_HELP, _items(), required=True),
        _question("priority", Kind.CHOICE, PRIORITY, _PRIORITY_HELP, _priorities(), required=True),
        _question("acceptance", Kind.TEXT, ACCEPTANCE, _ACCEPTANCE_HELP, required=True),
        _question("rationale", Kind.TEXT, RATIONALE, _RATIONALE_HELP),
        _question("owner", Kind.TEXT, OWNER, _OWNER_HELP),
        _question("criterion", Kind.CHOICE, CRITERION, _CRITERION_HELP, criterion_choices(project)),
    )


def criterion_choices(project: Project) -> tuple[Choice, ...]:
    """The sub-criteria with their numbers."""
    return tuple(
        Choice(one.sub.id, Phrase(one.title(Lang.JA), one.title(Lang.EN)))
        for one in numbered_subs(project.criteria)
    )


def _items() -> tuple[Choice, ...]:
    return tuple(
        Choice(item.id, Phrase(f"{item.id} {item.title.ja}", f"{item.id} {item.title.en}"), (item.id,))
        for section in sections()
        for item in section.items
    )


def _priorities() -> tuple[Choice, ...]:
    return tuple(Choice(one.value, one.label, one.also) for one in choices_of(Priority))


def _question(
    name: str,
    kind: Kind,
    label: Phrase,
    help_: Phrase,
    choices: tuple[Choice, ...] = (),
    *,
    required: bool = False,
) -> Question:
    return Question(
        path=f"requirements.{name}",
        kind=kind,
        label=label,
        help=help_,
        holder=Requirement,
        required=required,
        choices=choices,
    )
