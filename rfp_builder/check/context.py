"""What rules share: the project, today's date, and what is read off the project once for all rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from rfp_builder.catalogue.outline import NAMELESS
from rfp_builder.catalogue.turns_of_phrase import turns_of_phrase
from rfp_builder.check.texts import Text, texts_of
from rfp_builder.check.withheld import WithheldWordings
from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.model.answers import NotApplicable, Row, Undecided, known
from rfp_builder.model.choices import Channel
from rfp_builder.model.criteria import SubCriterion
from rfp_builder.model.definition import Definition
from rfp_builder.model.definition.ict import DataRow
from rfp_builder.model.definition.operations import Kpi
from rfp_builder.model.definition.price import RunningCost
from rfp_builder.model.definition.work import ChannelVolume, Program
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.shape import Kind, item_at, items
from rfp_builder.text.fold import search_fold
from rfp_builder.text.ngrams import Turns

_NO_PROGRAM = Phrase("（業務の指定なし）", "(no program)")
_PROGRAM_GONE = Phrase("（削除された業務）", "(a deleted program)")
R = TypeVar("R", bound=Row)


def rows(answer: tuple[R, ...] | Undecided | NotApplicable | None) -> tuple[R, ...]:
    """The rows of a table; none where it is undecided, not applicable or not answered."""
    return known(answer) or ()


@dataclass(frozen=True)
class Wording:
    """One wording of one requirement's statement."""

    requirement: Requirement
    lang: Lang
    text: str

    @cached_property
    def folded(self) -> str:
        """The text without case, spaces and what is invisible, for comparing."""
        return search_fold(self.text)

    @property
    def path(self) -> str:
        """Path of the statement."""
        return f"requirements[{self.requirement.id}].statement"

    @property
    def secret(self) -> bool:
        """Whether the text may not be quoted in a message."""
        return self.requirement.withholding is not None


@dataclass(frozen=True)
class Context:
    """A project under check on one day. Everything is computed at most once."""

    project: Project
    today: date

    @property
    def definition(self) -> Definition:
        """The definition."""
        return self.project.definition

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that a user wrote."""
        return tuple(texts_of(self.project))

    @cached_property
    def public_texts(self) -> tuple[Text, ...]:
        """Those that vendors read."""
        return tuple(text for text in self.texts if text.public)

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """Every statement in every language it has."""
        return tuple(
            Wording(requirement, lang, text)
            for requirement in self.project.requirements
            for lang, text in ((Lang.JA, requirement.statement.ja), (Lang.EN, requirement.statement.en))
            if text is not None
        )

    @cached_property
    def programs(self) -> Mapping[str, Program]:
        """Programs (2.1) by row id."""
        return {row.id: row for row in rows(self.definition.work.programs.programs)}

    @cached_property
    def volumes(self) -> tuple[ChannelVolume, ...]:
        """Volumes (2.2)."""
        return rows(self.definition.work.volumes.volumes)

    @cached_property
    def channels(self) -> tuple[Channel, ...]:
        """Channels that carry volume, each once."""
        found = (known(row.channel) for row in self.volumes if known(row.monthly_contacts) != 0)
        return tuple(dict.fromkeys(channel for channel in found if channel is not None))

    @cached_property
    def kpis(self) -> Mapping[str, Kpi]:
        """KPIs (4.9) by row id."""
        return {row.id: row for row in rows(self.definition.operations.service_levels.kpis)}

    @cached_property
    def running_costs(self) -> Mapping[str, RunningCost]:
        """Running costs (6.2) by row id."""
        return {row.id: row for row in rows(self.definition.price.running.costs)}

    @cached_property
    def personal_data(self) -> tuple[DataRow, ...]:
        """Kinds of data (5.3) that are personal."""
        return tuple(row for row in rows(self.definition.ict.data.data) if known(row.personal))

    @cached_property
    def subs(self) -> Mapping[str, SubCriterion]:
        """Sub-criteria by id."""
        return {sub.id: sub for sub in self.project.criteria.all_subs()}

    @cached_property
    def register(self) -> Mapping[str, int]:
        """Where in the register each requirement stands, from 1, by its id."""
        return {one.id: at for at, one in enumerate(self.project.requirements, start=1)}

    @cached_property
    def sub_paths(self) -> Mapping[str, str]:
        """Path of each sub-criterion by id."""
        return {
            sub.id: f"criteria.criteria[{criterion.id}].subs[{sub.id}]"
            for criterion in self.project.criteria.criteria
            for sub in criterion.subs
        }

    @cached_property
    def withheld(self) -> tuple[Requirement, ...]:
        """Requirements that vendors do not see."""
        return tuple(one for one in self.project.requirements if one.withholding is not None)

    @cached_property
    def turns(self) -> Turns:
        """What many requirements say alike, and no text quotes by saying it too."""
        return turns_of_phrase(self.project)

    @cached_property
    def withheld_wordings(self) -> WithheldWordings:
        """All that is written about withheld requirements, to tell what quotes it."""
        return WithheldWordings(self.project, self.turns)

    @cached_property
    def _numbers(self) -> Mapping[int, int]:
        """Where in its table each row stands, from 1, by the identity of the row: ids tell people nothing."""
        numbers: dict[int, int] = {}
        for shape in items().values():
            for slot in shape.slots:
                if slot.kind is Kind.TABLE:
                    answer = getattr(item_at(self.definition, shape.id), slot.name)
                    found = answer if isinstance(answer, tuple) else ()
                    numbers.update((id(row), number) for number, row in enumerate(found, start=1))
        return numbers

    def number(self, row: Row) -> int:
        """Where a row of the definition stands in its table, from 1."""
        return self._numbers[id(row)]

    def named(self, row: Row, name: Localized | None) -> Speakable:
        """What a row is called, or where it stands if it has no name yet."""
        return name if name is not None else NAMELESS.fill(n=self.number(row))

    def program_name(self, program_id: str | None) -> Speakable:
        """What a program is called."""
        if program_id is None:
            return _NO_PROGRAM
        program = self.programs.get(program_id)
        return _PROGRAM_GONE if program is None else self.named(program, program.name)
