"""Who takes part: evaluators of the client, and vendors."""

from rfp_builder.model.base import Id, ShortText, Value
from rfp_builder.model.localized import Localized


class Evaluator(Value):
    """Somebody who scores; `label` is what the score book is called after."""

    id: Id
    label: Localized
    department: Localized | None = None


class Vendor(Value):
    """A company that proposes. `folded_name` of no two vendors may be equal (checked by the workspace)."""

    id: Id
    name: ShortText
