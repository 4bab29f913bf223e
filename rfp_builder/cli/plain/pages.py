"""Questions one after the other: a section of the definition, or the frame of the RFP."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rfp_builder.cli.plain.asking import ask
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.slot import Move, place_of, present, slot_at
from rfp_builder.cli.plain.tables import fill_table
from rfp_builder.forms.conditions import asked
from rfp_builder.forms.frame import frame_page
from rfp_builder.forms.pages import FormPage, pages_of
from rfp_builder.forms.questions import NOTE_FIELD, Question
from rfp_builder.i18n import Phrase
from rfp_builder.model.shape import Kind
from rfp_builder.workspace.document.closed import closed

_DONE = Phrase("ここの質問は以上です。", "That was the last question here.")
_SHORT_TEXTS = frozenset(("rfp.title", "rfp.client", "rfp.contact.desk"))


@dataclass(frozen=True, slots=True)
class Stop:
    """One question of the way; `page` where it belongs to the definition."""

    title: Phrase
    lead: Phrase | None
    question: Question
    page: FormPage | None = None


def section_stops(section: int) -> tuple[Stop, ...]:
    """The questions of a section, the internal notes left to who asks for them."""
    return tuple(
        Stop(
            Phrase(f"{page.key} {page.title.ja}", f"{page.key} {page.title.en}"),
            page.question,
            question,
            page,
        )
        for page in pages_of(section)
        for question in page.questions
        if question.name != NOTE_FIELD
    )


def frame_stops() -> tuple[Stop, ...]:
    """The questions about the frame of the RFP."""
    return tuple(
        Stop(block.title, block.question, question)
        for block in frame_page().blocks
        for question in block.fields
    )


def walk(desk: Desk, stops: Sequence[Stop], at: int = 0, target: str | None = None) -> None:
    """Ask from the stop at `at` on, those left out that do not arise. `target` is a path below the first.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    told: Phrase | None = None
    step = 1
    while 0 <= at < len(stops):
        stop = stops[at]
        if target is None and not arises(desk, stop):
            at += step
            continue
        if stop.title != told:
            told = stop.title
            _introduce(desk, stop)
        move = _visit(desk, stop, _where(desk, stops, at), target)
        target = None
        step = 1 if move is Move.ON else -1
        at += step
    if at >= len(stops):
        desk.say(_DONE)


def arises(desk: Desk, stop: Stop) -> bool:
    """Whether the question is asked now, or has an answer all the same."""
    question = stop.question
    if question.when is None or present(desk, question.path) is not None:
        return True
    return asked(question, present(desk, question.path.rpartition(".")[0]))


def stop_of(stops: Sequence[Stop], path: str) -> int:
    """The stop that asks for what stands at `path`; the first of its item where none does."""
    for at, stop in enumerate(stops):
        if path == stop.question.path or path.startswith(
            (f"{stop.question.path}[", f"{stop.question.path}.")
        ):
            return at
    return next((at for at, stop in enumerate(stops) if stop.question.path.startswith(f"{path}.")), 0)


def _introduce(desk: Desk, stop: Stop) -> None:
    desk.say()
    desk.say(f"== {desk.in_words(stop.title)} ==")
    if stop.lead is not None:
        desk.say(stop.lead)
    reason = closed(desk.project, stop.question.path)
    if reason is not None:
        desk.tell(reason)


def _where(desk: Desk, stops: Sequence[Stop], at: int) -> Phrase:
    """The number of the item, or the title of the block, and which of its questions that arise this is."""
    stop = stops[at]
    beside = [n for n, one in enumerate(stops) if one.title == stop.title and (n == at or arises(desk, one))]
    name = stop.title if stop.page is None else Phrase(stop.page.key, stop.page.key)
    return place_of(name, beside.index(at) + 1, len(beside))


def _visit(desk: Desk, stop: Stop, where: Phrase, target: str | None) -> Move:
    question = stop.question
    long = question.path not in _SHORT_TEXTS
    slot = slot_at(desk, question, question.path, page=stop.page, long=long, where=where)
    if question.kind is Kind.TABLE:
        return fill_table(desk, slot, target)
    return ask(desk, slot)
