"""The last look at a finished vendor file: does any part of it show what it must not?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from rfp_builder.disclosure.package_text import Segment, segments
from rfp_builder.disclosure.secrets import Secret
from rfp_builder.errors import Leak
from rfp_builder.i18n import Phrase
from rfp_builder.text.fold import search_fold
from rfp_builder.text.ngrams import QuotationIndex

_SMALLEST_AMOUNT = 1000
"""Amounts below this are too common to search for."""
_WHOLE = 12
"""A secret text of at least so many letters is also searched for as a whole, joined over paragraphs.

Shorter ones say nothing by themselves ("see above"), unless a secret lists them as names.
"""

_SCALES = {"": 1, "千": 10**3, "百万": 10**6, "万": 10**4, "億": 10**8, "兆": 10**12}
_AMOUNT = re.compile(r"(?:\d[\d,]*(?:\.\d+)?(?:e\+?\d{1,2})?(?:百万|千|万|億|兆)?)+")
_PIECE = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?:e\+?(\d{1,2}))?(百万|千|万|億|兆)?")


@dataclass(frozen=True, slots=True)
class Hit:
    """A secret found: which one, and in which part of the file. Never what it says."""

    secret: Phrase
    part: str


class LeakScan:
    """The secrets of a project, prepared once and held against any number of files."""

    def __init__(self, secrets: Iterable[Secret]) -> None:
        self._secrets = tuple(secrets)
        self._quotations = QuotationIndex(
            {
                f"{n}.{m}": text
                for n, secret in enumerate(self._secrets)
                for m, text in enumerate(secret.texts)
            }
        )
        self._whole: dict[str, Phrase] = {}
        self._words: dict[str, Phrase] = {}
        self._amounts: dict[Decimal, Phrase] = {}
        for secret in self._secrets:
            for text in secret.texts:
                folded = search_fold(text)
                if len(folded) >= _WHOLE:
                    self._whole.setdefault(folded, secret.name)
            for name in secret.names:
                self._words.setdefault(search_fold(name), secret.name)
            for amount in secret.amounts:
                if amount >= _SMALLEST_AMOUNT:
                    self._amounts.setdefault(Decimal(amount), secret.name)

    def hits(self, file_name: str, data: bytes) -> tuple[Hit, ...]:
        """Every secret the file shows, each once a part, in the order of the parts."""
        return tuple(dict.fromkeys(self._hits(file_name, data)))

    def refuse(self, file_name: str, data: bytes) -> None:
        """Pass, or raise.

        Raises:
            Leak: the file shows a secret; the error names the item and the part, not the text.
        """
        hits = self.hits(file_name, data)
        if not hits:
            return
        ja = "、".join(f"{hit.secret.ja}（{hit.part}）" for hit in hits[:5])
        en = ", ".join(f"{hit.secret.en} ({hit.part})" for hit in hits[:5])
        raise Leak(
            Phrase(
                "提案会社向けの文書に、見せてはならない内容が含まれるため、書き出しを中止しました。",
                "A vendor document would have shown something it must not; nothing was written.",
            ),
            Phrase(f"見つかったもの: {ja}", f"Found: {en}"),
            Phrase(
                "開示する要件、表、背景などの文から該当箇所を探して書き換えるか、その要件を開示に変えて、もう一度実行してください。",
                "Reword the disclosed requirement, table or text that says the same, or disclose the "
                "requirement; then run the command again.",
            ),
        )

    def _hits(self, file_name: str, data: bytes) -> Iterator[Hit]:
        parts: dict[str, list[str]] = {}
        seen: set[str] = set()
        for segment in segments(file_name, data):
            folded = search_fold(segment.text)
            parts.setdefault(segment.part, []).append(folded)
            if folded not in seen:
                seen.add(folded)
                yield from self._in_segment(segment, folded)
        for part, texts in parts.items():
            joined = "".join(texts)
            for whole, name in self._whole.items():
                if whole in joined:
                    yield Hit(name, part)
            for quotation in self._quotations.find(joined):
                yield Hit(self._secrets[int(quotation.key.partition(".")[0])].name, part)

    def _in_segment(self, segment: Segment, folded: str) -> Iterator[Hit]:
        for word, name in self._words.items():
            if word in folded:
                yield Hit(name, segment.part)
        if self._amounts and any(char.isdigit() for char in folded):
            for amount in _amounts_in(folded):
                if amount in self._amounts:
                    yield Hit(self._amounts[amount], segment.part)


def _amounts_in(folded: str) -> Iterator[Decimal]:
    """Amounts as written: 12,300,000, 1230万, 1億2,000万, 12300千, 1.23e7."""
    for match in _AMOUNT.finditer(folded):
        total = Decimal(0)
        for digits, power, scale in _PIECE.findall(match[0]):
            value = Decimal(digits.replace(",", "").rstrip(".")) * 10 ** int(power or 0) * _SCALES[scale]
            yield value
            total += value
        yield total
