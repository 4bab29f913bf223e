"""The last look at a finished vendor file: does any part of it show what it must not?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rfp_builder.catalogue.turns_of_phrase import turns_of_phrase
from rfp_builder.disclosure.facts import quantities
from rfp_builder.disclosure.package_text import segments
from rfp_builder.disclosure.secrets import Secret, secrets_of
from rfp_builder.disclosure.view import public_view
from rfp_builder.errors import Leak
from rfp_builder.i18n import Lang, Phrase, listed
from rfp_builder.model.project import Project
from rfp_builder.text.amounts import SMALLEST_AMOUNT, amounts_in
from rfp_builder.text.fold import search_fold
from rfp_builder.text.ngrams import DEFAULT_WEIGHT, WHOLE_WEIGHT, QuotationIndex, Turns, weigh

_BETWEEN = "\ufdd0"
"""Stands between texts that are searched together; it is no character and nobody's text holds it."""
_DOCUMENT = "word/document.xml"
"""Where quantities are told."""
_NAME = 6
"""A name of at least so many letters is also searched for where paragraphs or cells break it up."""


_FOUND = Phrase("{secret}（{part}）", "{secret} ({part})")


@dataclass(frozen=True, slots=True)
class Hit:
    """A secret found: which one, and in which part of the file. Never what it says."""

    secret: Phrase
    part: str


class LeakScan:
    """The secrets of a project, prepared once and held against any number of files."""

    def __init__(
        self,
        secrets: Iterable[Secret],
        turns: Turns | None = None,
        told: Callable[[], Counter[str]] = Counter,
    ) -> None:
        """`told` says which quantities an RFP shows, and in how many cells; asked only if it matters."""
        self._secrets = tuple(secrets)
        self._told = told
        self._quotations = QuotationIndex(
            {
                f"{n}.{m}": text
                for n, secret in enumerate(self._secrets)
                for m, text in enumerate((*secret.texts, *secret.names))
            },
            turns,
        )
        self._whole: dict[str, Phrase] = {}
        self._words: dict[str, Phrase] = {}
        self._amounts: dict[Decimal, Phrase] = {}
        for secret in self._secrets:
            for text in secret.texts:
                # Heavier ones are found by any part of them, lighter ones only where they are names.
                if WHOLE_WEIGHT <= weigh(text) < DEFAULT_WEIGHT:
                    self._whole.setdefault(search_fold(text), secret.name)
            for name in secret.names:
                if folded := search_fold(name):
                    known = self._whole if len(folded) >= _NAME else self._words
                    known.setdefault(folded, secret.name)
            for amount in secret.amounts:
                if amount >= SMALLEST_AMOUNT:
                    self._amounts.setdefault(Decimal(amount), secret.name)

    @classmethod
    def of(cls, project: Project) -> LeakScan:
        """For everything that is secret in the project."""

        def told() -> Counter[str]:
            return quantities(public_view(project, Lang.JA, date.min))

        return cls(secrets_of(project), turns_of_phrase(project), told)

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
        found = listed(_FOUND.fill(secret=hit.secret, part=hit.part) for hit in hits[:5])
        raise Leak(
            Phrase(
                "提案会社向けの文書に、見せてはならない内容が含まれるため、書き出しを中止しました。",
                "A vendor document would have shown something it must not; nothing was written.",
            ),
            Phrase("見つかったもの: {found}", "Found: {found}").fill(found=found),
            Phrase(
                "開示する要件、表、背景などの文から該当箇所を探して書き換えるか、その要件を開示に変えて、もう一度実行してください。",
                "Reword the disclosed requirement, table or text that says the same, or disclose the "
                "requirement; then run the command again.",
            ),
        )

    def _hits(self, file_name: str, data: bytes) -> Iterator[Hit]:
        shown: dict[str, tuple[list[str], list[str]]] = {}
        for segment in segments(file_name, data):
            body, aside = shown.setdefault(segment.part, ([], []))
            (body if segment.body else aside).append(segment.text)
        for place, (body, aside) in shown.items():
            in_body = self._in_texts(body, connected=True, tells=place == _DOCUMENT)
            found = [*in_body, *self._in_texts(aside, connected=False)]
            if found:
                label = self._label(place)
                yield from (Hit(name, label) for name in found)

    def _in_texts(self, texts: list[str], *, connected: bool, tells: bool = False) -> Iterator[Phrase]:
        """Secrets in the texts of a part, all folded at one go; `connected` ones may go on in the next.

        `tells`: the texts are where an RFP tells its quantities.
        """
        joined = _BETWEEN.join(texts)
        folded = search_fold(joined)
        for word, name in self._words.items():
            if word in folded:
                yield name
        if self._amounts:
            found = amounts_in(joined) & self._amounts.keys()
            yield from (self._amounts[one] for one in found if not (tells and self._is_told(one, texts)))
        if connected:
            folded = folded.replace(_BETWEEN, "")
        for whole, name in self._whole.items():
            if whole in folded:
                yield name
        for quotation in self._quotations.find(folded, folded=True):
            yield self._secrets[int(quotation.key.partition(".")[0])].name

    def _is_told(self, amount: Decimal, texts: Sequence[str]) -> bool:
        """Whether the amount stands in cells of quantities only, and in no more of them than there are."""
        shown, told = Counter(text for text in texts if amount in amounts_in(text)), self._told()
        return all(times <= told[text] for text, times in shown.items())

    def _label(self, place: str) -> str:
        """The name of the part, unless the name itself would tell."""
        return "part name" if any(self._in_texts([place], connected=False)) else place
