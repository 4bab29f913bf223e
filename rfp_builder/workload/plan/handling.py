"""Average handling time of each queue: set, answered in 2.2, measured, answered in 2.6, or usual."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Channel
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import Queue
from rfp_builder.workload.forecast.values import Forecast
from rfp_builder.workload.history.values import History, Measured, MonthlyTotals
from rfp_builder.workload.plan.ledger import Ledger, Offer, seconds
from rfp_builder.workload.plan.queues import row_of
from rfp_builder.workload.plan.values import Origin

USUAL_AHT_S = {
    Channel.PHONE: 360,
    Channel.EMAIL: 600,
    Channel.CHAT: 600,
    Channel.WEB_FORM: 600,
    Channel.SNS: 300,
    Channel.SMS: 180,
    Channel.FAX: 420,
    Channel.LETTER: 900,
    Channel.VIDEO: 600,
}
_AHT = Phrase("{queue}の平均処理時間", "Average handling time of {queue}")
_ASSUMED = Phrase(
    "{queue}の平均処理時間がどこにもないため、{aht}と仮定しました。",
    "The handling time of {queue} is stated nowhere; {aht} is assumed.",
)


def handling_s(
    project: Project,
    queue: Queue,
    name: Speakable,
    measured_s: float | None,
    ledger: Ledger,
    remarks: list[Phrase],
) -> float:
    """Seconds that one contact of a queue takes on average; `measured_s` is what the history says."""
    row = row_of(project, queue)
    # Where 2.2 has no row yet, filling it in makes one with the id of the queue.
    path = f"work.volumes.volumes[{queue.id if row is None else row.id}].aht"
    usual = float(USUAL_AHT_S[queue.channel])
    stated = None if row is None else known(row.aht)
    found = ledger.first(
        _AHT.fill(queue=name),
        seconds,
        usual,
        Offer(_above_zero(queue.aht), f"staffing.queues[{queue.id}]", Origin.SETTING),
        Offer(_above_zero(stated), path),
        Offer(_above_zero(measured_s), "staffing.history", Origin.HISTORY),
        Offer(_by_reasons(project) if queue.channel is Channel.PHONE else None, "work.reasons.reasons"),
        setting=f"queues.{queue.id}.aht",
    )
    if ledger.used[-1].origin is Origin.ASSUMED:
        remarks.append(_ASSUMED.fill(queue=name, aht=seconds(usual)))
    return found


def _by_reasons(project: Project) -> float | None:
    """The mean of the reasons at the top of 2.6, by their shares; None where one lacks either."""
    rows = [one for one in known(project.definition.work.reasons.reasons) or () if one.parent is None]
    pairs = [(known(one.share), known(one.aht)) for one in rows]
    weighted = [(float(share), aht) for share, aht in pairs if share and aht]
    if not weighted or len(weighted) < len(rows):
        return None
    return sum(share * aht for share, aht in weighted) / sum(share for share, _ in weighted)


def _above_zero(value: float | None) -> float | None:
    return float(value) if value else None


def measured(
    volumes: History | MonthlyTotals | Forecast, parts: Sequence[Sequence[Fraction]], queue: int
) -> Measured | None:
    """What the history says about the handling time of one queue; `parts` are series × queues."""
    if isinstance(volumes, Forecast) or volumes.handling is None:
        return None
    by_series = volumes.handling.by_series if isinstance(volumes, History) else (volumes.handling,)
    shares = [float(row[queue]) for row in parts]
    found = Measured(
        sum(share * one.contacts for share, one in zip(shares, by_series, strict=True)),
        sum(share * one.seconds for share, one in zip(shares, by_series, strict=True)),
    )
    return found if found.mean_s else None
