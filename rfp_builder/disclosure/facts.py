"""Quantities that vendors are told outright.

Where one of them equals a secret amount by chance, showing it as a quantity tells nothing; the same number
anywhere else, or once more than it is told, still does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rfp_builder.catalogue.outline import Table
from rfp_builder.disclosure.public import PublicRfp
from rfp_builder.text.show import show_number

_WITH_QUANTITIES = frozenset({"2.2", "2.3", "6.2"})
"""Items whose tables hold contacts and quantities, but no amounts of money."""


def quantities(rfp: PublicRfp) -> Counter[str]:
    """Contacts and quantities as the RFP writes them, and in how many cells each stands by itself."""
    return Counter(_quantities(rfp))


def _quantities(rfp: PublicRfp) -> Iterator[str]:
    for section in rfp.sections:
        for item in section.items:
            for block in item.blocks if item.id in _WITH_QUANTITIES else ():
                if isinstance(block, Table):
                    numeric = [n for n, heading in enumerate(block.headings) if heading.numeric]
                    yield from (row[n] for row in block.rows for n in numeric)
    for line in rfp.price_lines:
        if line.quantity is not None:
            yield show_number(line.quantity)
    if rfp.annex is not None:
        yield from rfp.annex.figures()
