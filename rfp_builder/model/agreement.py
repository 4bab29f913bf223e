"""Who of the stakeholders has agreed to the criteria, and to which."""

from rfp_builder.model.base import Id, Value
from rfp_builder.model.criteria import Sha256
from rfp_builder.model.localized import Localized
from rfp_builder.model.units import CalendarDate


class Agreement(Value):
    """One stakeholder's yes. `digest` is over what was agreed to: another digest now means it has changed."""

    id: Id
    party: Localized
    """A role or a body, never a person."""
    agreed_on: CalendarDate
    digest: Sha256
