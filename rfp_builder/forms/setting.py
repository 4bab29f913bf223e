"""Where answers are typed: in which language, in which currency, and among which rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rfp_builder.forms.names import RowNames, row_names
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import known
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement

_USUAL = "JPY"


@dataclass(frozen=True)
class Setting:
    """What typed answers are read against.

    `lang` is the language of labels and the one that texts are written in; `currency` an ISO 4217 code;
    `requirements` are the ids of the `register`.
    """

    lang: Lang
    currency: str
    definition: Definition
    requirements: frozenset[str]
    register: tuple[Requirement, ...] = field(default=(), compare=False, repr=False)

    @classmethod
    def of(cls, project: Project, lang: Lang) -> Setting:
        """The setting of a project as it stands."""
        currency = known(project.definition.price.payment.currency) or _USUAL
        ids = frozenset(one.id for one in project.requirements)
        return cls(lang, currency, project.definition, ids, project.requirements)

    @cached_property
    def names(self) -> RowNames:
        """What the rows are called that references point to."""
        return row_names(self.definition)

    @cached_property
    def statements(self) -> Mapping[str, Localized]:
        """What the requirements say, by their ids."""
        return {one.id: one.statement for one in self.register}
