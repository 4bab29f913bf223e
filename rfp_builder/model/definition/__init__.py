"""The business requirements definition 業務要件定義書: seven sections, forty-four items."""

from rfp_builder.model.base import Value
from rfp_builder.model.definition.additional import Additional
from rfp_builder.model.definition.ict import Ict
from rfp_builder.model.definition.operations import Operations
from rfp_builder.model.definition.overview import Overview
from rfp_builder.model.definition.people import People
from rfp_builder.model.definition.price import Price
from rfp_builder.model.definition.work import Work

__all__ = ["Additional", "Definition", "Ict", "Operations", "Overview", "People", "Price", "Work"]


class Definition(Value):
    """All seven sections; an item that nobody has touched is simply empty."""

    overview: Overview = Overview.empty()
    work: Work = Work.empty()
    people: People = People.empty()
    operations: Operations = Operations.empty()
    ict: Ict = Ict.empty()
    price: Price = Price.empty()
    additional: Additional = Additional.empty()
