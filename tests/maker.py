"""A source of random values that all grow from one seed, hostile texts among them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TypeVar

from rfp_builder.model.localized import Localized
from rfp_builder.text.clean import clean

T = TypeVar("T")

HOSTILE = (
    *(
        "[red]",
        "[/]",
        "[a={'b[0]'}]",
        "{{ x }}",
        "{% if y %}",
        "｛｛件数｝｝",
        "%s %d {0}",
        "\\u0041",
        "_x000D_",
    ),
    *("=1+1", "＝1+1", "+81", "-1", "@SUM(A1)", "#N/A", "'; DROP TABLE", "null", "true", "NaN"),
    *("<b>&", "&amp;", "]]>", "<!-- -->", "https://example.invalid/", "R-001", "Q-01", "1,200", "１２００"),
    *("𠮷野家", "葛\U000e0100", "ﾊﾟﾋﾟﾌﾟ", "①②㍻㈱", "　全角　", "\u3000", "ﷺ", "e\u0301", "👩\u200d💻"),
    *("行1\n行2", "タブ\tあり", "長" * 90, "a" * 200),
)
_PIECES = (
    *("受託者は", "応対品質", "を", "毎月", "報告", "すること", "。", "窓口", "入電", "予測", "誤差", "の"),
    *("5営業日以内", "に", "お客様", "対応", "12.5%"),
    *("the vendor", " shall ", "report", " every ", "month", ", ", "call reasons", "."),
)


class Maker:
    """Makes values from one source of chance. `size` bounds the rows of tables and the lengths of lists."""

    def __init__(self, chance: random.Random, size: int = 2, filled: float = 0.5) -> None:
        self.chance = chance
        self.size = size
        self.filled = filled
        self._next = 0

    def one(self, options: Sequence[T]) -> T:
        return self.chance.choice(options)

    def maybe(self, make: Callable[[], T]) -> T | None:
        return make() if self.chance.random() < self.filled else None

    def several(self, make: Callable[[], T], least: int = 0) -> tuple[T, ...]:
        return tuple(make() for _ in range(self.chance.randint(least, max(least, self.size))))

    def wording(self) -> str:
        """A clean text, hostile now and then; never empty."""
        pieces = self.chance.choices(_PIECES, k=self.chance.randint(1, 6))
        if self.chance.random() < 0.3:
            pieces.insert(self.chance.randint(0, len(pieces)), self.one(HOSTILE))
        return clean("".join(pieces)).text.strip() or "空"

    def localized(self) -> Localized:
        which = self.chance.random()
        ja = self.wording() if which < 0.8 else None
        return Localized(ja=ja, en=self.wording() if which > 0.2 or ja is None else None)

    def id(self) -> str:
        """An id that no other value of this maker has; sometimes as long as one may be."""
        self._next += 1
        start = self.one(("x", "r", "0", "a-very-long-and-telling-key"))
        return f"{start}-{self._next}"

    def day(self) -> date:
        return date(2026, 1, 1) + timedelta(days=self.chance.randint(0, 2000))

    def instant(self) -> datetime:
        return datetime(2027, 1, 1, tzinfo=UTC) + timedelta(seconds=self.chance.randint(0, 10**7))

    def decimal(self, most: int, digits: int = 4) -> Decimal:
        return Decimal(self.chance.randint(0, most * 10**digits)).scaleb(-digits)

    def sha256(self) -> str:
        return f"{self.chance.getrandbits(256):064x}"
