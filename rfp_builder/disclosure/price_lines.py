"""The lines of the price sheet, shaped by items 6.1 and 6.2 of the definition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from rfp_builder.catalogue.outline import row_name
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Bearer, PriceBasis
from rfp_builder.model.definition import Definition
from rfp_builder.model.definition.price import Band, RunningCost
from rfp_builder.text.show import show_number


class PriceGroup(StrEnum):
    """Paid once, or month by month."""

    INITIAL = "initial"
    RUNNING = "running"


@dataclass(frozen=True, slots=True)
class PriceLineShape:
    """A line that vendors price. `quantity` is a month's; None where the vendor states it."""

    source: str
    """Row id in the definition, internal."""
    label: str
    group: PriceGroup
    basis: PriceBasis | None
    unit: Phrase
    quantity: int | None
    months: int
    note: str | None


ONCE = Phrase("一式", "lump sum")
UNITS: Mapping[PriceBasis, Phrase] = MappingProxyType(
    {
        PriceBasis.FIXED_MONTHLY: Phrase("月額", "month"),
        PriceBasis.PER_SEAT: Phrase("席・月", "seat and month"),
        PriceBasis.PER_FTE: Phrase("人月（FTE）", "FTE and month"),
        PriceBasis.PER_HOUR: Phrase("時間", "hour"),
        PriceBasis.PER_MINUTE: Phrase("分", "minute"),
        PriceBasis.PER_CONTACT: Phrase("件", "contact"),
        PriceBasis.TIERED: Phrase("件", "contact"),
    }
)
_UP_TO = Phrase("{name}（{starts}件〜{until}件）", "{name} ({starts} to {until} contacts)")
_ABOVE = Phrase("{name}（{starts}件以上）", "{name} ({starts} contacts and more)")


def price_lines(definition: Definition, lang: Lang) -> Iterator[PriceLineShape]:
    """The lines in order: initial costs that the vendor bears or shares, then running costs, tiers by band.

    What the client bears alone it pays directly, outside the offer.
    """
    for row in known(definition.price.initial.costs) or ():
        if row.item is not None and known(row.bearer) in (Bearer.VENDOR, Bearer.SHARED):
            note = known(row.note)
            yield PriceLineShape(
                source=row.id,
                label=row.item.to(lang),
                group=PriceGroup.INITIAL,
                basis=None,
                unit=ONCE,
                quantity=1,
                months=1,
                note=note.to(lang) if note else None,
            )
    running = definition.price.running
    months = known(running.compared_months) or 12
    for cost in known(running.costs) or ():
        bands = [band for band in known(running.bands) or () if band.running_cost == cost.id]
        if known(cost.basis) is PriceBasis.TIERED and bands:
            for band in bands:
                yield _running(definition, cost, months, lang, band)
        else:
            yield _running(definition, cost, months, lang)


def _running(
    definition: Definition, cost: RunningCost, months: int, lang: Lang, band: Band | None = None
) -> PriceLineShape:
    basis = known(cost.basis)
    name = cost.item.to(lang) if cost.item else ""
    program = row_name(definition, "work.programs.programs", cost.program, lang) if cost.program else ""
    quantity = known(cost.quantity)
    if band is not None:
        name, quantity = _band_label(name, band, lang), _band_quantity(quantity, band)
    return PriceLineShape(
        source=band.id if band else cost.id,
        label=name,
        group=PriceGroup.RUNNING,
        basis=basis,
        unit=UNITS[basis] if basis else ONCE,
        quantity=1 if basis is PriceBasis.FIXED_MONTHLY and quantity is None else quantity,
        months=months,
        note=program or None,
    )


def _band_label(name: str, band: Band, lang: Lang) -> str:
    starts, until = known(band.starts) or 0, known(band.until)
    phrase = _ABOVE if until is None else _UP_TO
    return phrase.fill(name=name, starts=show_number(starts), until=show_number(until or 0)).to(lang)


def _band_quantity(quantity: int | None, band: Band) -> int | None:
    """How many of a month's contacts fall into the band: bands are marginal, each prices its own contacts."""
    if quantity is None:
        return None
    below = max((known(band.starts) or 1) - 1, 0)
    top = known(band.until)
    return max(min(quantity, top if top is not None else quantity) - below, 0)
