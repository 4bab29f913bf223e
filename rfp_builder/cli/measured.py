"""A trial run as the command line shows it: handling time by contact reason, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from rfp_builder.cli.forecast_file import odd_data
from rfp_builder.excel.history.reading import read_trial
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_number
from rfp_builder.text.width import cell_width
from rfp_builder.workload.handling import FEWEST, HandlingTime, Precision
from rfp_builder.workload.history.trial import Trial
from rfp_builder.workload.history.values import Key
from rfp_builder.workspace.incoming import read_file
from rfp_builder.workspace.staffing.understood import odd_lines

_HEADING = Phrase(
    "試行の処理時間: {file}（平均を±{within}%、信頼度{confidence}%で知るのに必要な件数と比べています）",
    "Handling times of the trial run: {file} (against what an average within ±{within}% at {confidence}% "
    "confidence needs)",
)
_KIND = Phrase("区分", "kind")
_COUNT = Phrase("件数", "contacts")
_MEAN = Phrase("平均", "average")
_SPREAD = Phrase("標準偏差", "std. deviation")
_RANGE = Phrase("平均の幅", "range of the average")
_ALL = Phrase("全体", "all")
_SECONDS = Phrase("{n}秒", "{n} s")
_NONE = Phrase("-", "-")
_ENOUGH = Phrase("十分", "enough")
_NOT_ENOUGH = Phrase("まだ足りません（あと{n}件）", "not enough measured yet; {n} more")
_AT_LEAST = Phrase("まだ足りません（あと{n}件以上）", "not enough measured yet; at least {n} more")
_USED = Phrase(
    "下の計算には、全体の平均{aht}を平均処理時間として用いました。",
    "Below, the average of all, {aht}, is taken as the average handling time.",
)


@dataclass(frozen=True, slots=True)
class TrialRun:
    """A trial run and the file it stands in."""

    file_name: str
    trial: Trial

    @classmethod
    def read(cls, path: Path) -> TrialRun:
        """The trial run in a file. Raises `WrongUse` and `Refused`."""
        return cls(path.name, read_trial(read_file(path), path.name))

    def aht_s(self) -> float:
        """The average of all its contacts, to a tenth of a second as it is shown."""
        return round(self.trial.whole().mean_s or 0.0, 1)

    def spoken(self, is_used: bool, lang: Lang) -> Iterator[str]:
        """The lines on it; `is_used` says that its average is taken for what comes below."""
        asked, trial = Precision(), self.trial
        within, confidence = (f"{Fraction(repr(share)) * 100}" for share in (asked.within, asked.confidence))
        yield _HEADING.fill(file=self.file_name, within=within, confidence=confidence).to(lang)
        rows = [[one.to(lang) for one in (_KIND, _COUNT, _MEAN, _SPREAD, _RANGE)] + [""]]
        rows += [_row(" / ".join(key), one, lang) for key, one in self._kinds()]
        rows.append(_row(_ALL.to(lang), trial.whole(), lang))
        widths = [max(cell_width(row[at]) for row in rows) for at in range(len(rows[0]))]
        for name, *numbers, verdict in rows:
            cells = [name + " " * (widths[0] - cell_width(name))]
            for cell, width in zip(numbers, widths[1:-1], strict=True):
                cells.append(" " * (width - cell_width(cell)) + cell)
            yield f"  {'  '.join(cells)}  {verdict}".rstrip()
        yield from odd_lines(trial.odd, lang)
        if is_used:
            yield _USED.fill(aht=_seconds(trial.whole().mean_s)).to(lang)
        yield ""

    def data(self) -> dict[str, object]:
        """The same for `--json`; times are in seconds."""
        trial = self.trial
        axes = [axis.heading or axis.dimension.value for axis in trial.axes]
        return {
            "file": self.file_name,
            "encoding": trial.encoding or None,
            "columns": [{"heading": one.heading, "role": one.role.value} for one in trial.columns],
            "odd": odd_data(trial.odd),
            "kinds": [{"key": dict(zip(axes, key, strict=True)), **_data(one)} for key, one in self._kinds()],
            "all": _data(trial.whole()),
        }

    def _kinds(self) -> list[tuple[Key, HandlingTime]]:
        """Each kind of contact; none where the file tells no kinds apart."""
        return list(self.trial.by_kind().items()) if self.trial.axes else []


def _row(name: str, one: HandlingTime, lang: Lang) -> list[str]:
    half = None if one.half_width_s is None else _SECONDS.fill(n=f"±{_number(one.half_width_s)}")
    cells = (_seconds(one.mean_s), _seconds(one.spread_s), half or _NONE)
    return [name, f"{one.count:,}", *(cell.to(lang) for cell in cells), _verdict(one).to(lang)]


def _verdict(one: HandlingTime) -> Phrase:
    if one.is_enough:
        return _ENOUGH
    # Until a few are measured nobody can say how many it takes.
    return (_AT_LEAST if one.needed == FEWEST else _NOT_ENOUGH).fill(n=f"{one.missing:,}")


def _seconds(value: float | None) -> Phrase:
    return _NONE if value is None else _SECONDS.fill(n=_number(value))


def _number(value: float) -> str:
    return show_number(Fraction(value), 1)


def _data(one: HandlingTime) -> dict[str, object]:
    return {
        "count": one.count,
        "mean_s": one.mean_s,
        "spread_s": one.spread_s,
        "half_width_s": one.half_width_s,
        "needed": one.needed,
        "missing": one.missing,
        "enough": one.is_enough,
    }
