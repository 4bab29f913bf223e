"""Erlang C as formulas that every edition of Excel and LibreOffice knows.

The arguments are cells or expressions: agents (whole numbers), load in erlangs, times in seconds. With
P = POISSON(N, A) and F = its sum up to N - 1, the share of callers who wait is P / (P + (1 - A/N) F): no term
is negative and none overflows, up to ten thousand agents.
"""

from __future__ import annotations


def waiting(agents: str, load: str) -> str:
    """The share of callers who wait; all of them where the queue grows without end."""
    here = f"POISSON({agents},{load},FALSE)"
    share = f"{here}/({here}+(1-{load}/{agents})*POISSON({agents}-1,{load},TRUE))"
    return f"IF({load}<=0,0,IF({agents}<={load},1,{share}))"


def service_level(agents: str, load: str, waits: str, within: str, aht: str) -> str:
    """The share of callers answered in time; `waits` is the share who wait."""
    in_time = f"1-{waits}*EXP(-({agents}-{load})*{within}/{aht})"
    return f"IF({load}<=0,1,IF({agents}<={load},0,{in_time}))"


def average_wait(agents: str, load: str, waits: str, aht: str, endless: str) -> str:
    """Seconds that callers wait on average; `endless`, a text, where the queue grows without end."""
    return f"IF({load}<=0,0,IF({agents}<={load},{endless},{waits}*{aht}/({agents}-{load})))"


def occupancy(agents: str, load: str) -> str:
    """The share of their time that agents are busy."""
    return f"IF({agents}<=0,IF({load}<=0,0,1),MIN(1,{load}/{agents}))"
