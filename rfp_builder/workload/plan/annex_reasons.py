"""Contact reasons for the annex: as the history counts them, else as item 2.6 states them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from rfp_builder.i18n import Lang
from rfp_builder.model.annex import AnnexReason
from rfp_builder.model.answers import known
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.text.fold import fold
from rfp_builder.workload.history.names import BLANK
from rfp_builder.workload.history.values import Dimension, History, Measured

MOST = 30
"""More reasons than this make no table that anybody reads; the rarest are drawn together."""
_PER_MILLE = 1000
_REST = Localized(ja="その他", en="Other")
_NOT_RECORDED = Localized(ja="記録なし", en="Not recorded")


def counted_reasons(project: Project, history: History) -> tuple[AnnexReason, ...]:
    """Reasons of the history, the most frequent first; none where it does not tell them apart.

    Shares are of all contacts, to a tenth of a per cent, and add up to 100.
    """
    at = next((n for n, axis in enumerate(history.axes) if axis.dimension is Dimension.REASON), None)
    if at is None or not history.total:
        return ()
    contacts: dict[str, int] = {}
    for key, calls in zip(history.keys, history.calls.sum(axis=(1, 2)).tolist(), strict=True):
        contacts[key[at]] = contacts.get(key[at], 0) + calls
    ranked = sorted((name for name in contacts if contacts[name]), key=lambda name: -contacts[name])
    shown, rest = (ranked, []) if len(ranked) <= MOST else (ranked[: MOST - 1], ranked[MOST - 1 :])
    times = history.handling_by(Dimension.REASON)
    counts = [*(contacts[name] for name in shown), *([sum(contacts[name] for name in rest)] if rest else [])]
    texts = [*(_named(project, name) for name in shown), *([_REST] if rest else [])]
    measured = [*(times.get(name) for name in shown), *([_together(times, rest)] if rest else [])]
    return tuple(
        AnnexReason(reason=text, share=Decimal(share) / 10, aht=seconds(time), measured=count(time))
        for text, share, time in zip(texts, _shares(counts), measured, strict=True)
    )


def stated_reasons(project: Project) -> tuple[AnnexReason, ...]:
    """The uppermost reasons of 2.6 that have a share."""
    return tuple(_stated(project))


def seconds(time: Measured | None) -> int | None:
    """A mean in whole seconds."""
    mean = None if time is None else time.mean_s
    return None if mean is None else int(mean + 0.5)


def count(time: Measured | None) -> int | None:
    """How many contacts a mean is of."""
    return None if time is None or time.mean_s is None else max(1, round(time.contacts))


def _stated(project: Project) -> Iterator[AnnexReason]:
    for row in known(project.definition.work.reasons.reasons) or ():
        share = known(row.share)
        if row.parent is None and row.reason is not None and share is not None:
            yield AnnexReason(reason=row.reason, share=share, aht=known(row.aht))


def _named(project: Project, name: str) -> Localized:
    """The reason of 2.6 that is called so, with its wording in the other language; else the name itself."""
    if name == BLANK:
        return _NOT_RECORDED
    for row in known(project.definition.work.reasons.reasons) or ():
        if row.reason is not None and fold(name) in {fold(row.reason.to(lang)) for lang in Lang}:
            return row.reason
    return Localized(en=name, ja=name) if name.isascii() else Localized(ja=name)


def _together(times: Mapping[str, Measured], names: list[str]) -> Measured:
    some = [times[name] for name in names if name in times]
    return Measured(sum(one.contacts for one in some), sum(one.seconds for one in some))


def _shares(counts: list[int]) -> list[int]:
    """Per mille by the largest remainder: they add up to 1000."""
    whole = sum(counts)
    parts = [divmod(one * _PER_MILLE, whole) for one in counts]
    missing = _PER_MILLE - sum(floor for floor, _ in parts)
    first = sorted(range(len(parts)), key=lambda at: -parts[at][1])[:missing]
    return [floor + (at in first) for at, (floor, _) in enumerate(parts)]
