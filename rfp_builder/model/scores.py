"""What evaluators gave, blind to each other and to price."""

from typing import Annotated

from pydantic import AwareDatetime, Field

from rfp_builder.model.base import CleanText, Id, Value
from rfp_builder.model.criteria import Sha256


class Score(Value):
    """A grade for one vendor under one sub-criterion. `score` None: left blank, which is never a zero."""

    vendor: Id
    sub: Id
    score: Annotated[int, Field(strict=True, ge=0, le=10)] | None = None
    justification: CleanText | None = None


class ScoreBook(Value):
    """One evaluator's workbook as collected."""

    evaluator: Id
    collected_at: AwareDatetime
    sha256: Sha256
    scores: tuple[Score, ...] = ()
