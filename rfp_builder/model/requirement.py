"""One requirement of the register."""

from typing import Annotated

from pydantic import StringConstraints

from rfp_builder.model.base import Id, ShortText, Value
from rfp_builder.model.choices import Disclosure, Priority
from rfp_builder.model.localized import Localized

_ITEM_IDS = r"^(1\.[1-6]|2\.[1-8]|3\.[1-5]|4\.([1-9]|10)|5\.[1-6]|6\.[1-4]|7\.[1-5])$"

ItemId = Annotated[str, StringConstraints(pattern=_ITEM_IDS)]
"""An item of the definition, "1.1" to "7.5"."""


class Withholding(Value):
    """Why and how a requirement is left out of the RFP on purpose."""

    criterion: Id
    """Sub-criterion, published with its points, under which volunteering this is rewarded."""
    open_question: Localized | None = None
    """Stands in the requirement's place in the RFP and must not give it away."""
    guide: Localized | None = None
    """For the scorers: what counts as absent, mentioned, concrete, proven."""
    reason: Localized | None = None


class Requirement(Value):
    """What the vendor, or the work, has to do; one duty, stated so that it can be tested."""

    id: Id
    item: ItemId
    statement: Localized
    priority: Priority = Priority.MUST
    acceptance: Localized | None = None
    """How we will see that it is met."""
    rationale: Localized | None = None
    owner: Localized | None = None
    criterion: Id | None = None
    """Sub-criterion it is scored under when disclosed."""
    withholding: Withholding | None = None
    source: ShortText | None = None
    """Key of the catalogue's ready statement it was taken from."""

    @property
    def disclosure(self) -> Disclosure:
        """Whether vendors see it."""
        return Disclosure.DISCLOSED if self.withholding is None else Disclosure.WITHHELD

    @property
    def scored_under(self) -> str | None:
        """Sub-criterion that rewards it, disclosed or not."""
        return self.criterion if self.withholding is None else self.withholding.criterion
