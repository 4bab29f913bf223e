"""Cases for the rules on the volume annex."""

from __future__ import annotations

from typing import Any

from tests.check.builders import Data

_OTHER = "0" * 64
_EMPTY = "74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b"
"""SHA-256 of `null`: nothing is answered."""
GROWTH = "work.forecast.yearly_growth"
VOLUME = "work.volumes.volumes[v1]"
MONTHS = "work.forecast.months"


def annex(*, actual: int = 6000, april: int = 6004, **more: Any) -> Data:
    """Half a year of p1 by phone that goes with the clean project."""
    return {
        "annex": {
            "made_on": "2026-09-01",
            "history_first": "2026-03-10",
            "history_last": "2026-08-31",
            "expected_first": "2027-04-01",
            "expected_last": "2027-06-20",
            "series": [
                {
                    "program": "p1",
                    "channel": "phone",
                    "actual": [
                        {"month": f"2026-{n:02}", "contacts": actual if n > 3 else 100} for n in range(3, 9)
                    ],
                    "expected": [
                        {"month": "2027-04", "contacts": april},
                        {"month": "2027-05", "contacts": 6499},
                        {"month": "2027-06", "contacts": 2000},
                    ],
                    "aht": 309,
                    "measured": 900,
                }
            ],
        }
        | more
    }


def _reason(**words: str) -> list[Data]:
    return [{"reason": words, "share": "100"}]


def _input(path: str, digest: str) -> list[Data]:
    return [{"path": path, "digest": digest}]


ANNEX_RULES: dict[str, tuple[Data, Data]] = {
    "annex.stale": (
        annex(inputs=_input("staffing.until", _OTHER)),
        annex(inputs=_input("staffing.until", _EMPTY)),
    ),
    "annex.program": ({**annex(), f"{VOLUME}.program": "p2", "work.programs.programs": []}, annex()),
    # The average of the whole months expected is 6,252, of the actual ones 5,000.
    "annex.volumes": (
        {**annex(actual=5000), f"{VOLUME}.monthly_contacts": 4700},
        {**annex(actual=5000), f"{VOLUME}.monthly_contacts": 4750},
    ),
    "annex.handling": ({**annex(), f"{VOLUME}.aht": 293}, {**annex(), f"{VOLUME}.aht": 294}),
    # 5 % more than 6,004 is 6,304; June is expected in part only, and not compared.
    "annex.forecast": (
        {**annex(), f"{MONTHS}[f4].contacts": 6305},
        {**annex(), f"{MONTHS}[f4].contacts": 6304},
    ),
    "annex.growth": ({**annex(growth="3.26"), GROWTH: "3.2"}, {**annex(growth="3.24"), GROWTH: "3.2"}),
    "annex.language": (annex(reasons=_reason(en="Orders")), annex(reasons=_reason(ja="注文"))),
}
