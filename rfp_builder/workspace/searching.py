"""Finding labels and answers of a whole project, in both languages at once.

Internal: withheld statements and confidential answers are found like any other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain, product

from rfp_builder.catalogue.outline import say
from rfp_builder.forms.frame import pages as other_pages
from rfp_builder.forms.in_words import in_words
from rfp_builder.forms.pages import FormPage, form_pages
from rfp_builder.forms.questions import NOTE_FIELD, Question
from rfp_builder.i18n import Lang, Phrase, Speakable
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.shape import Kind, Slot, item_at
from rfp_builder.text.fold import fold
from rfp_builder.workspace.document.labels import titled
from rfp_builder.workspace.document.paths import row_key

MOST = 200
"""Hits that are returned; more help nobody."""
_BEFORE, _AFTER = 16, 200
"""Characters of an excerpt around what was found."""

_REGISTER = Phrase("要件台帳 {item}", "Register {item}")
_CRITERIA = Phrase("評価基準", "Criteria")
_FRAME = Phrase("提案依頼書の枠", "Title, contact, dates, gates")
_WITHIN = Phrase("{outer} > {inner}", "{outer} > {inner}")
_PARTS = {
    "statement": Phrase("要件", "Requirement"),
    "acceptance": Phrase("達成の確認方法", "How fulfilment is checked"),
    "rationale": Phrase("理由", "Rationale"),
    "owner": Phrase("担当", "Owner"),
    "open_question": Phrase("問いかけ", "Open question"),
    "guide": Phrase("採点の手引き", "Scoring guide"),
    "reason": Phrase("非開示の理由", "Why withheld"),
    "name": Phrase("名称", "Name"),
    "looks_at": Phrase("評価の観点", "What is looked at"),
    "intent": Phrase("ねらい", "What it is for"),
    "anchors": Phrase("採点の目安", "Anchors"),
}


class Rank(IntEnum):
    """What was found, the most telling first."""

    LABEL = 0
    ANSWER = 1
    HELP = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `start` and `end` say where in `excerpt`; both 0 where only the place's name fits."""

    path: str
    place: Phrase
    excerpt: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Entry:
    path: str
    place: Phrase
    rank: Rank
    texts: tuple[str, ...]
    """Wordings, the Japanese first."""
    folded: str


class Index:
    """Everything of one project that can be found. Making it takes some milliseconds; asking it does not."""

    def __init__(self, project: Project) -> None:
        self._entries = tuple(_entries(project))

    def search(self, query: str, lang: Lang, most: int = MOST) -> tuple[Hit, ...]:
        """What holds every word of `query`: labels, then answers, then help, each in road order."""
        words = tuple(filter(None, map(fold, query.split())))
        if not words:
            return ()
        found = [one for one in self._entries if all(word in one.folded for word in words)]
        found.sort(key=lambda one: one.rank)
        seen: set[str] = set()
        hits: list[Hit] = []
        for one in found:
            # The help of a field says nothing new where its label or its answer was found.
            if one.rank is not Rank.HELP or one.path not in seen:
                seen.add(one.path)
                hits.append(_hit(one, (fold(query), *words), lang))
            if len(hits) == most:
                break
        return tuple(hits)


def search(project: Project, query: str, lang: Lang, most: int = MOST) -> tuple[Hit, ...]:
    """`Index(project).search(query, lang, most)`, for who asks once."""
    return Index(project).search(query, lang, most)


def _entries(project: Project) -> Iterator[_Entry]:
    for page in form_pages():
        yield from _page(project.definition, page)
    yield from _requirements(project)
    yield from _criteria(project)
    yield from _frame(project)


def _page(definition: Definition, page: FormPage) -> Iterator[_Entry]:
    place = titled(page.item)
    yield _entry(page.path, place, Rank.LABEL, place)
    yield _entry(page.path, place, Rank.HELP, page.question, page.why, page.good)
    item = item_at(definition, page.item)
    for question in page.questions:
        where = _WITHIN.fill(outer=place, inner=question.label)
        yield _entry(question.path, where, Rank.LABEL, question.label)
        yield _entry(question.path, where, Rank.HELP, question.help)
        answer = getattr(item, question.name)
        if question.kind is Kind.TABLE:
            yield from _columns(where, question, answer)
        if question.kind is Kind.TABLE and isinstance(answer, tuple):
            yield from _rows(definition, place, question, answer)
        elif question.name == NOTE_FIELD:
            yield from _text(question.path, where, answer)
        elif answer not in (None, ()):
            yield _answer(definition, question.path, where, question.slot, answer)


def _columns(where: Phrase, question: Question, answer: object) -> Iterator[_Entry]:
    """The columns; each leads to its first cell, and to the table where there is none."""
    key = row_key(answer[0]) if isinstance(answer, tuple) and answer else None
    for column in question.columns:
        path = question.path if key is None else f"{question.path}[{key}].{column.name}"
        yield _entry(path, _WITHIN.fill(outer=where, inner=column.label), Rank.LABEL, column.label)


def _rows(
    definition: Definition, place: Phrase, question: Question, rows: Sequence[object]
) -> Iterator[_Entry]:
    for row in rows:
        for column in question.columns:
            answer = getattr(row, column.name)
            if answer not in (None, ()):
                path = f"{question.path}[{getattr(row, 'id', '')}].{column.name}"
                where = _WITHIN.fill(outer=place, inner=column.label)
                yield _answer(definition, path, where, column.slot, answer)


def _answer(definition: Definition, path: str, where: Phrase, slot: Slot, answer: object) -> _Entry:
    if isinstance(answer, Localized):
        return _entry(path, where, Rank.ANSWER, answer)
    said = (say(definition, slot, answer, lang, internal=True) for lang in Lang)
    return _made(path, where, Rank.ANSWER, tuple(said))


def _requirements(project: Project) -> Iterator[_Entry]:
    for one in project.requirements:
        path = f"requirements[{one.id}]"
        place = _REGISTER.fill(item=one.item)
        for name in ("statement", "acceptance", "rationale", "owner"):
            yield from _part(f"{path}.{name}", place, name, getattr(one, name))
        if one.withholding is not None:
            for name in ("open_question", "guide", "reason"):
                yield from _part(f"{path}.withholding.{name}", place, name, getattr(one.withholding, name))


def _criteria(project: Project) -> Iterator[_Entry]:
    for criterion in project.criteria.criteria:
        path = f"criteria.criteria[{criterion.id}]"
        yield from _part(f"{path}.name", _CRITERIA, "name", criterion.name)
        yield from _part(f"{path}.intent", _CRITERIA, "intent", criterion.intent)
        for sub in criterion.subs:
            below, place = f"{path}.subs[{sub.id}]", _WITHIN.fill(outer=_CRITERIA, inner=criterion.name)
            yield from _part(f"{below}.name", place, "name", sub.name)
            yield from _part(f"{below}.looks_at", place, "looks_at", sub.looks_at)
            for anchor in sub.anchors:
                yield from _part(f"{below}.anchors[{anchor.score}].text", place, "anchors", anchor.text)


def _frame(project: Project) -> Iterator[_Entry]:
    for page in other_pages():
        if page.key != "rfp" and page.key != "evaluators":
            continue
        for question in page.questions:
            where = _WITHIN.fill(outer=_FRAME, inner=question.label)
            yield _entry(question.path, where, Rank.LABEL, question.label)
            value: object = project
            for name in question.path.split("."):
                value = getattr(value, name, None)
            yield from _columns(where, question, value)
            for path, column, answer in _frame_answers(question, value):
                if column is not None and isinstance(answer, int):
                    yield _answer(project.definition, path, where, column.slot, answer)
                else:
                    yield from _text(path, where, answer)


def _frame_answers(question: Question, value: object) -> Iterator[tuple[str, Question | None, object]]:
    if question.kind is not Kind.TABLE or not isinstance(value, tuple):
        yield question.path, None, value
        return
    for row in value:
        key = getattr(row, "id", None) or getattr(row, "step", "")
        for column in question.columns:
            yield f"{question.path}[{key}].{column.name}", column, getattr(row, column.name)


def _part(path: str, place: Phrase, name: str, text: Localized | None) -> Iterator[_Entry]:
    yield from _text(path, _WITHIN.fill(outer=place, inner=_PARTS[name]), text)


def _text(path: str, where: Phrase, answer: object) -> Iterator[_Entry]:
    if isinstance(answer, Localized):
        yield _entry(path, where, Rank.ANSWER, answer)
    elif answer not in (None, ()):
        yield _made(path, where, Rank.ANSWER, tuple(in_words(answer, lang) for lang in Lang))


def _entry(path: str, place: Phrase, rank: Rank, *said: Speakable) -> _Entry:
    return _made(path, place, rank, tuple(chain.from_iterable(map(_wordings, said))))


def _wordings(said: Speakable) -> Iterable[str]:
    if isinstance(said, Localized):
        return [said.ja or "", said.en or ""]
    return [said.to(lang) for lang in Lang]


def _made(path: str, place: Phrase, rank: Rank, texts: tuple[str, ...]) -> _Entry:
    return _Entry(path, place, rank, texts, fold("\n".join(texts)))


def _hit(one: _Entry, words: Sequence[str], lang: Lang) -> Hit:
    """With an excerpt around the first of `words` that stands in a text, in `lang` if it can be."""
    own = 0 if lang is Lang.JA else 1
    texts = sorted(filter(None, one.texts), key=lambda text: one.texts.index(text) % 2 != own)
    for word, text in product(words, texts):
        span = _span(text, word)
        if span is not None:
            start = max(0, span[0] - _BEFORE)
            lead = ".." if start else ""
            excerpt = " ".join(f"{lead}{text[start : span[1] + _AFTER]}".split("\n"))
            moved = len(lead) - start
            return Hit(one.path, one.place, excerpt, span[0] + moved, span[1] + moved)
    return Hit(one.path, one.place, " ".join((texts or [""])[0].split("\n")), 0, 0)


def _span(text: str, word: str) -> tuple[int, int] | None:
    """Where the shortest run of `text` stands that folds to what holds `word`."""
    if word not in fold(text):
        return None
    # More text never loses the word, so both ends are found by halving, the right one first.
    end = bisect_left(range(len(text)), True, key=lambda at: word in fold(text[:at]))
    start = bisect_left(range(end), True, key=lambda at: word not in fold(text[at:end])) - 1
    return start, end
