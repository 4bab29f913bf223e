"""Duplicates: statements that say the same, nearly the same, or the same with another number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rfp_builder.check.context import Context, Wording
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, rule
from rfp_builder.check.similar import near_same
from rfp_builder.i18n import Lang, Phrase

_NUMBER = re.compile(r"[0-9]+(?:[.,:][0-9]+)*")


@rule("duplicate.same", Severity.BLOCKS, "同じ要件", "The same requirement twice")
def same(context: Context) -> Iterator[Hit]:
    """Two requirements with the same statement."""
    for earlier, later in _pairs(context, lambda folded: folded):
        yield _hit(
            earlier,
            later,
            "要件{later}と要件{earlier}は同じ文です。",
            "Requirements {later} and {earlier} have the same statement.",
            Phrase("一方を削除してください。", "Delete one of them."),
        )


@rule("duplicate.number", Severity.WARNS, "数値だけ違う要件", "Same words, another number")
def other_number(context: Context) -> Iterator[Hit]:
    """Two statements that differ in their numbers only: one of them is probably outdated."""
    for earlier, later in _pairs(context, _without_numbers):
        if earlier.folded != later.folded:
            yield _hit(
                earlier,
                later,
                "要件{later}と要件{earlier}は、数値だけが違う同じ文です。矛盾しているおそれがあります。",
                "Requirements {later} and {earlier} differ in their numbers only; one may be outdated.",
                Phrase(
                    "正しい方を残すか、対象（業務・チャネルなど）の違いを書いてください。",
                    "Keep the right one, or say what each of them applies to.",
                ),
            )


@rule("duplicate.near", Severity.WARNS, "ほぼ同じ要件", "Near-same requirements")
def near(context: Context) -> Iterator[Hit]:
    """Two statements that say nearly the same."""
    reported: set[str] = set()
    for lang in Lang:
        wordings = [wording for wording in context.wordings if wording.lang is lang]
        for pair in near_same([wording.text for wording in wordings], lang).pairs:
            earlier, later = wordings[pair.earlier], wordings[pair.later]
            alike = _without_numbers(earlier.folded) == _without_numbers(later.folded)
            if not alike and later.requirement.id not in reported:
                reported.add(later.requirement.id)
                yield _hit(
                    earlier,
                    later,
                    "要件{later}と要件{earlier}は、ほぼ同じことを求めています。",
                    "Requirements {later} and {earlier} ask for nearly the same.",
                    Phrase(
                        "1件にまとめるか、違いがはっきり分かるように書き分けてください。",
                        "Merge them, or word them so that the difference is plain.",
                    ),
                )


def _pairs(context: Context, key: Callable[[str], str]) -> Iterator[tuple[Wording, Wording]]:
    """Wordings of different requirements with an equal key, each with the first one of its kind."""
    first: dict[tuple[Lang, str], Wording] = {}
    reported: set[str] = set()
    for wording in context.wordings:
        earlier = first.setdefault((wording.lang, key(wording.folded)), wording)
        later = wording.requirement.id
        if earlier.requirement.id != later and later not in reported:
            reported.add(later)
            yield earlier, wording


def _without_numbers(folded: str) -> str:
    return _NUMBER.sub("#", folded)


def _hit(earlier: Wording, later: Wording, ja: str, en: str, remedy: Phrase) -> Hit:
    message = Phrase(ja, en).fill(earlier=earlier.requirement.id, later=later.requirement.id)
    return Hit(later.path, message, remedy)
