"""Cases for the rules on the staffing plan and on what it filled in."""

from __future__ import annotations

from typing import Any

from tests.check.builders import Data

_OTHER = "0" * 64
_AHT = "work.volumes.volumes[v1].aht"
_AHT_300 = "983bd614bb5afece5ab3b6023f71147cd7b6bc2314f9d27af7422541c6558389"
"""SHA-256 of `300`."""
CEILING = "work.constraints.ceiling_price"


def planned(needed: int = 7, **more: Any) -> Data:
    """A result that needs so many people whenever the clean project is open."""
    open_day = [needed if 18 <= slot < 36 else 0 for slot in range(48)]
    return {
        "staffing": {
            "result": {
                "on": "2026-08-31",
                "inputs": [],
                "queues": [
                    {
                        "queue": "v1",
                        "program": "p1",
                        "channel": "phone",
                        "busiest_month_contacts": 7000,
                        "average_month_contacts": 6000,
                        "aht": 300,
                        "agents_in_busiest_interval": needed,
                    }
                ],
                "interval_minutes": 30,
                "week": [open_day] * 5 + [[0] * 48] * 2,
                "week_from": "2027-06-07",
                "headcount": 12,
                "full_time": "12",
                "shrinkage": "30",
                "can_be_met": True,
                "first_start": "2027-04-01",
            }
            | more
        }
    }


def costing(p50: int, p80: int) -> Data:
    """A result with a should-cost; the clean project has 123,456,000 for 36 months."""
    return planned(cost={"low": 1, "base": 2, "high": 3, "p50": p50, "p80": p80})


def filled(digest: str, *inputs: tuple[str, str]) -> Data:
    """The handling time of v1 was filled in."""
    return {
        "staffing": {
            "derived": [
                {
                    "path": _AHT,
                    "digest": digest,
                    "inputs": [{"path": path, "digest": one} for path, one in inputs],
                    "on": "2026-08-31",
                }
            ]
        }
    }


_TUESDAY = [[0] * 48] + [[8 if slot == 20 else 0 for slot in range(48)]] + [[0] * 48] * 5
STAFFING_RULES: dict[str, tuple[Data, Data]] = {
    "derived.changed": (filled(_OTHER), filled(_AHT_300)),
    "derived.stale": (
        filled(_AHT_300, ("work.volumes.volumes[v2].aht", _OTHER)),
        filled(_AHT_300, ("work.volumes.volumes[v2].aht", _AHT_300)),
    ),
    "staffing.headcount-low": (planned(8), planned(7)),
    "staffing.hired-low": (planned(full_time="12.1"), planned(full_time="12")),
    "staffing.hours": (planned(week=_TUESDAY), planned()),
    "staffing.start": (
        planned(can_be_met=False, first_start="2027-04-20"),
        planned(can_be_met=False, first_start="2027-03-20"),
    ),
    "staffing.budget-short": (costing(3_430_000, 3_500_000), costing(3_420_000, 3_500_000)),
    "staffing.budget-tight": (costing(3_420_000, 3_500_000), costing(3_430_000, 3_500_000)),
}
