"""Which series of a history belong to which queue: a program on a channel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Channel, ProgramKind
from rfp_builder.model.definition.work import ChannelVolume, Program
from rfp_builder.model.project import Project
from rfp_builder.model.staffing import Queue
from rfp_builder.text.fold import fold
from rfp_builder.workload.forecast.apportion import divided
from rfp_builder.workload.history.values import Axis, Dimension, Key
from rfp_builder.workload.plan.channels import channel_named
from rfp_builder.workload.plan.values import Origin

_NAME = Phrase("{program}（{channel}）", "{program} ({channel})")
_NO_CHANNEL = Phrase(
    "履歴にチャネルの列がないため、すべて「{channel}」の件数とみなしました。",
    "The history has no column for the channel; all of it is taken for {channel}.",
)
_NO_OWNER = Phrase(
    "履歴の「{series}」は、2.1・2.2のどの業務・チャネルとも名前が一致しないため、「{queue}」の件数に含めました。",
    "“{series}” of the history equals no program and channel of 2.1 and 2.2; it is counted with {queue}.",
)
_NEW_QUEUE = Phrase(
    "履歴の「{series}」（{channel}）に当たる業務量が2.2にないため、別の窓口として計画しました。",
    "2.2 has no volume for “{series}” ({channel}) of the history; it is planned as a queue of its own.",
)


@dataclass(frozen=True, slots=True)
class QueueMap:
    """Queues, and the series of the history that belong to each."""

    queues: tuple[Queue, ...]
    origin: Origin
    owners: tuple[tuple[int, ...], ...]
    """For each series the place of its queue; several where the history does not tell them apart."""
    remarks: tuple[Phrase, ...]

    def of(self, queue: int) -> tuple[int, ...]:
        """The series that belong to one queue, wholly or undivided from others."""
        return tuple(place for place, owners in enumerate(self.owners) if queue in owners)


def queues_of(project: Project, axes: Sequence[Axis] = (), keys: Sequence[Key] = ((),)) -> QueueMap:
    """The queues of a project, and whose each series is.

    Queues are those set for staffing, else the rows of 2.2, else the programs and channels of the history.
    A series belongs to the queue that names it, or to all that do; else to that of the program and channel it
    is called by, in either language; where the history does not name programs, to all queues of its channel
    that take contacts; and what is called by no name that is known, to the first queue of its channel.
    """
    remarks: list[Phrase] = []
    queues, origin = _queues(project, axes, keys)
    found = _Claims(project, list(queues), tuple(axes), remarks)
    owners = tuple(found.owners(key) for key in keys)
    return QueueMap(tuple(found.queues), origin, owners, tuple(dict.fromkeys(remarks)))


def parts_of(
    project: Project, found: QueueMap, a_month: Sequence[float] | None = None
) -> tuple[tuple[Fraction, ...], ...]:
    """Series × queues: the part of each series that a queue is taken to have.

    Where several share series, they have them in the proportion of their contacts in 2.2, less what they have
    of series of their own; or the first has it all where 2.2 does not say. This is an assumption, to plan
    with; a fact it is not. `a_month` is what each series has in an average month: with it the parts are those
    of whole contacts, so that what a plan fills into 2.2 divides them the same way again.
    """
    own = [0.0] * len(found.queues)
    together: dict[tuple[int, ...], float] = {}
    for owners, contacts in zip(found.owners, a_month or [0.0] * len(found.owners), strict=True):
        together[owners] = together.get(owners, 0.0) + contacts
        if len(owners) == 1:
            own[owners[0]] += contacts
    rows = {}
    for owners, contacts in together.items():
        shares = _shares(project, found, owners, own, round(contacts))
        whole = sum(shares)
        of = dict(zip(owners, shares, strict=True))
        rows[owners] = tuple(Fraction(of.get(place, 0), whole) for place in range(len(found.queues)))
    return tuple(rows[owners] for owners in found.owners)


def _shares(
    project: Project, found: QueueMap, owners: Sequence[int], own: Sequence[float], contacts: int
) -> list[int]:
    """What each owner has of series that they share; the first something, where nothing is known."""
    stated = [_monthly(project, found.queues[place]) for place in owners]
    known_to_all = [one for one in stated if one is not None]
    if len(known_to_all) < len(owners) or not any(known_to_all):
        return [1, *(0 for _ in owners[1:])]
    beside = [max(0, one - round(own[place])) for one, place in zip(known_to_all, owners, strict=True)]
    shares = beside if any(beside) else known_to_all
    return divided(contacts, shares) if contacts else shares


def queue_name(project: Project, queue: Queue) -> Speakable:
    """Program and channel: 注文受付（電話）."""
    program = program_of(project, queue.program)
    channel = choice_label(queue.channel)
    if program is None or program.name is None:
        return channel
    return _NAME.fill(program=program.name, channel=channel)


def program_of(project: Project, program_id: str | None) -> Program | None:
    """The program with that id (2.1)."""
    return next((one for one in _programs(project) if one.id == program_id), None)


def row_of(project: Project, queue: Queue) -> ChannelVolume | None:
    """The row of 2.2 for the program and channel of a queue."""
    rows = known(project.definition.work.volumes.volumes) or ()
    same = (one for one in rows if (one.program, known(one.channel)) == (queue.program, queue.channel))
    return next(same, None)


def takes_contacts(project: Project, queue: Queue) -> bool:
    """Whether customers come to it: not so for calls to customers and for back office."""
    program = program_of(project, queue.program)
    kind = None if program is None else known(program.kind)
    return kind not in (ProgramKind.OUTBOUND, ProgramKind.BACK_OFFICE)


def _monthly(project: Project, queue: Queue) -> int | None:
    row = row_of(project, queue)
    return None if row is None else known(row.monthly_contacts)


def _programs(project: Project) -> tuple[Program, ...]:
    return known(project.definition.work.programs.programs) or ()


def _queues(project: Project, axes: Sequence[Axis], keys: Sequence[Key]) -> tuple[tuple[Queue, ...], Origin]:
    if project.staffing.queues:
        return project.staffing.queues, Origin.SETTING
    rows = known(project.definition.work.volumes.volumes) or ()
    found: dict[tuple[str | None, Channel], Queue] = {}
    for row in rows:
        channel = known(row.channel)
        if channel is not None:
            found.setdefault((row.program, channel), Queue(id=row.id, program=row.program, channel=channel))
    if found:
        return tuple(found.values()), Origin.DEFINITION
    programs = {fold(name): one for one in _programs(project) for name in _names(one)}
    for key in keys:
        program = programs.get(fold(_named(axes, key, Dimension.PROGRAM) or ""))
        channel = channel_named(_named(axes, key, Dimension.CHANNEL) or "") or Channel.PHONE
        at = (None if program is None else program.id, channel)
        found.setdefault(at, Queue(id=f"queue-{len(found) + 1}", program=at[0], channel=channel))
    return tuple(found.values()), Origin.HISTORY


class _Claims:
    """Finds whose a series is; `queues` grows where the history has a channel that the project has not."""

    def __init__(
        self, project: Project, queues: list[Queue], axes: tuple[Axis, ...], remarks: list[Phrase]
    ) -> None:
        self.queues = queues
        self._project = project
        self._axes = axes
        self._remarks = remarks
        self._by_program = {fold(name): one.id for one in _programs(project) for name in _names(one)}

    def owners(self, key: Key) -> tuple[int, ...]:
        """The places of the queues that have the series `key`; at least one."""
        return self._by_name(key) or self._by_program_and_channel(key)

    def _by_name(self, key: Key) -> tuple[int, ...]:
        whole = {fold(" / ".join(key)), fold("/".join(key)), fold(" ".join(key))}
        named = [{fold(name) for name in queue.names} for queue in self.queues]
        # Several may name the same series: then they have it together.
        owners = tuple(place for place, names in enumerate(named) if names & whole)
        parts = {fold(one) for one in key}
        return owners or tuple(place for place, names in enumerate(named) if names & parts)[:1]

    def _by_program_and_channel(self, key: Key) -> tuple[int, ...]:
        channel = self._channel(key)
        program = _named(self._axes, key, Dimension.PROGRAM)
        of_channel = [place for place, one in enumerate(self.queues) if one.channel is channel]
        free = [place for place in of_channel if not self.queues[place].names]
        if program is not None:
            called = self._by_program.get(fold(program))
            same = [place for place in free if called is not None and self.queues[place].program == called]
            if same:
                return (same[0],)
        else:
            taking = [place for place in free if takes_contacts(self._project, self.queues[place])]
            if taking or free:
                return tuple(taking or free[:1])
        if not of_channel:
            return (self._new(key, channel),)
        first = (free or of_channel)[0]
        if any(key):
            self._remarks.append(
                _NO_OWNER.fill(series=_shown(key), queue=queue_name(self._project, self.queues[first]))
            )
        return (first,)

    def _channel(self, key: Key) -> Channel:
        named = _named(self._axes, key, Dimension.CHANNEL)
        found = None if named is None else channel_named(named)
        if found is not None:
            return found
        channels = [one.channel for one in self.queues]
        taken = Channel.PHONE if Channel.PHONE in channels or not channels else channels[0]
        if named is None and len(set(channels)) > 1:
            self._remarks.append(_NO_CHANNEL.fill(channel=choice_label(taken)))
        return taken

    def _new(self, key: Key, channel: Channel) -> int:
        self._remarks.append(_NEW_QUEUE.fill(series=_shown(key), channel=choice_label(channel)))
        taken = {one.id for one in self.queues}
        name = next(one for one in _ids(channel) if one not in taken)
        self.queues.append(Queue(id=name, channel=channel))
        return len(self.queues) - 1


def _ids(channel: Channel) -> Iterator[str]:
    base = channel.value.replace("_", "-")
    yield base
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1


def _names(program: Program) -> Iterator[str]:
    if program.name is not None:
        yield from {program.name.to(lang) for lang in Lang}


def _named(axes: Sequence[Axis], key: Key, dimension: Dimension) -> str | None:
    pairs = zip(axes, key, strict=False)
    return next((name for axis, name in pairs if axis.dimension is dimension), None)


def _shown(key: Key) -> str:
    return " / ".join(key)
