"""Where answers are typed: in which language, in which currency, and among which rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rfp_builder.forms.names import RowNames, row_names
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import known
from rfp_builder.model.definition import Definition
from rfp_builder.model.project import Project

_USUAL = "JPY"


@dataclass(frozen=True)
class Setting:
    """What typed answers are read against.

    `lang` is the language of labels and the one that texts are written in; `currency` an ISO 4217 code;
    `requirements` are the ids of the register.
    """

    lang: Lang
    currency: str
    definition: Definition
    requirements: frozenset[str]

    @classmethod
    def of(cls, project: Project, lang: Lang) -> Setting:
        """The setting of a project as it stands."""
        currency = known(project.definition.price.payment.currency) or _USUAL
        return cls(lang, currency, project.definition, frozenset(one.id for one in project.requirements))

    @cached_property
    def names(self) -> RowNames:
        """What the rows are called that references point to."""
        return row_names(self.definition)
