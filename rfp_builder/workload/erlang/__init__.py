"""Erlang C and Erlang A: how many agents a load needs, and what callers then meet.

Load is in erlangs (calls per second × seconds of handling), times are in seconds, shares lie between 0 and 1.
Every function takes numbers or numpy arrays, which are broadcast against each other.
"""

from rfp_builder.workload.erlang.agents import agents_a, agents_c, agents_within_occupancy
from rfp_builder.workload.erlang.inputs import Unworkable
from rfp_builder.workload.erlang.levels import ServiceLevel
from rfp_builder.workload.erlang.measures import MeasuresA, MeasuresC, measures_a, measures_c

__all__ = [
    "MeasuresA",
    "MeasuresC",
    "ServiceLevel",
    "Unworkable",
    "agents_a",
    "agents_c",
    "agents_within_occupancy",
    "measures_a",
    "measures_c",
]
