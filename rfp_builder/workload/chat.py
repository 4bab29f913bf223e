"""Chat: one agent serves several conversations at a time, each of which then takes longer."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor

import numpy as np

from rfp_builder.i18n import Phrase
from rfp_builder.workload.agents import Goal
from rfp_builder.workload.agents.goal import Outcome
from rfp_builder.workload.erlang import inputs
from rfp_builder.workload.erlang.agents import whole_up
from rfp_builder.workload.erlang.inputs import Integers, Numbers, Unworkable

_CONCURRENCY = Phrase("同時対応数は1以上にしてください。", "The number of chats at a time must be 1 or more.")
_SLOWDOWN = Phrase(
    "同時対応による延び率は0%以上にしてください。",
    "The slowdown for each further chat must be 0% or more.",
)


@dataclass(frozen=True, slots=True)
class ChatWork:
    """How chats are handled.

    A conversation that would last `alone_s` with the agent's full attention lasts
    alone × (1 + slowdown × (concurrency − 1)) when `concurrency` of them run side by side. Taken from a trial
    run, `alone_s` may be the length measured at that concurrency, with a slowdown of 0.
    """

    alone_s: float
    """Length of a conversation in seconds when the agent has no other."""
    concurrency: Fraction = Fraction(1)
    """Conversations that an agent takes at a time, 1 or more; 2.5 is half of the agents two, half three."""
    slowdown: float = 0.0
    """Share by which each further conversation lengthens all of them: 0.2 is 20 % for each."""

    def __post_init__(self) -> None:
        """Raises `Unworkable`."""
        inputs.handling_times(self.alone_s)
        if self.concurrency < 1:
            raise Unworkable(_CONCURRENCY)
        if not self.slowdown >= 0:
            raise Unworkable(_SLOWDOWN)

    @property
    def length_s(self) -> float:
        """How long a conversation lasts side by side with the others, in seconds."""
        return self.alone_s * (1 + self.slowdown * float(self.concurrency - 1))

    def load(self, chats: Numbers, interval_s: float) -> inputs.Floats:
        """Conversations going on at a time on average, in erlangs. Raises `Unworkable`."""
        return inputs.loads(chats) * self.length_s / inputs.handling_times(interval_s)

    def slots(self, agents: int) -> int:
        """Conversations that `agents` can take at a time."""
        return floor(agents * self.concurrency)


def chat_agents(chats: Numbers, interval_s: float, work: ChatWork, goal: Goal) -> Integers:
    """Agents for the chats of each interval; the goal is about the time until an agent takes the chat.

    Chats are spread evenly over agents, so that a place is free as long as not all are taken: the places are
    the servers of Erlang C or A. An occupancy cap counts places, the minimum counts agents.
    Raises `Unworkable`.
    """
    places = Goal(
        goal.target,
        goal.within_s,
        goal.patience_s,
        goal.level,
        goal.max_occupancy,
    ).agents(work.load(chats, interval_s), work.length_s)
    agents = whole_up(np.asarray(places / float(work.concurrency)))
    return np.maximum(agents, goal.minimum)


def chat_outcome(agents: int, chats: float, interval_s: float, work: ChatWork, goal: Goal) -> Outcome:
    """What customers meet; occupancy is the share of places taken. Raises `Unworkable`."""
    return goal.outcome(work.slots(agents), float(work.load(chats, interval_s)), work.length_s)
