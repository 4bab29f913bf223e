"""Where exactly two versions of a place differ, and what each of them says there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rfp_builder.forms.in_words import in_words
from rfp_builder.forms.pages import question_at
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.base import Value
from rfp_builder.model.localized import Localized
from rfp_builder.workspace.document.merge import Clash
from rfp_builder.workspace.document.paths import below, row_key

_LONGEST = 400
"""Characters shown of one side."""
_BEFORE = 40
"""Characters shown before the first one that differs."""
_CUT = ".."
_WITHIN = Phrase("{outer}: {inner}", "{outer}: {inner}")
_OF_ROW = Phrase("「{row}」の{question}", "{question} of “{row}”")
_AND = Phrase("、", ", ")
_LONGEST_ROW = 40


@dataclass(frozen=True, slots=True)
class Difference:
    """One place within a clash: its path, the row as this side calls it, and both values. None: empty."""

    path: str
    row: object
    mine: object
    theirs: object

    def named(self, item: Phrase, lang: Lang) -> Phrase:
        """`item`, the question and the row, as far as the place has them: 2.2 媒体と量: 件数（電話）."""
        row, question = _cut(in_words(self.row, lang)), question_at(self.path)
        if question is None:
            return _WITHIN.fill(outer=item, inner=row) if row else item
        inner = _OF_ROW.fill(row=row, question=question.label) if row else question.label
        return _WITHIN.fill(outer=item, inner=inner)

    def words(self, lang: Lang) -> tuple[str, str]:
        """What each side says, mine first, from where they differ: both begin alike most often."""
        mine, theirs = _said(self.mine, lang), _said(self.theirs, lang)
        if mine == theirs:
            # A text of which only the wording in the other language was changed.
            other = Lang.EN if lang is Lang.JA else Lang.JA
            mine, theirs = _said(self.mine, other), _said(self.theirs, other)
        start = max(_first_difference(mine, theirs) - _BEFORE, 0)
        return _part(mine, start), _part(theirs, start)


def differences(clash: Clash) -> tuple[Difference, ...]:
    """The smallest places of a clash in which the sides differ; at least one."""
    found = tuple(_differences(clash.path, None, clash.mine, clash.theirs))
    return found or (Difference(clash.path, None, clash.mine, clash.theirs),)


def _differences(path: str, row: object, mine: object, theirs: object) -> Iterator[Difference]:
    if mine == theirs:
        return
    if _has_parts(mine) and type(mine) is type(theirs):
        assert isinstance(mine, Value)
        for name in type(mine).model_fields:
            yield from _differences(below(path, name), row, getattr(mine, name), getattr(theirs, name))
    elif (keyed := _rows_of(mine, theirs)) is not None:
        here, there = keyed
        for key in dict.fromkeys((*here, *there)):
            one, other = here.get(key), there.get(key)
            yield from _differences(f"{path}[{key}]", one or other, one, other)
    else:
        yield Difference(path, row, mine, theirs)


def _has_parts(value: object) -> bool:
    return isinstance(value, Value) and not isinstance(value, Localized | Undecided | NotApplicable)


def _rows_of(mine: object, theirs: object) -> tuple[dict[str, object], dict[str, object]] | None:
    """The rows of two tables by what tells them apart; None where only the order differs, or nothing does."""
    if not isinstance(mine, tuple) or not isinstance(theirs, tuple):
        return None
    here, there = ({row_key(row) or "": row for row in rows} for rows in (mine, theirs))
    if len(here) != len(mine) or len(there) != len(theirs) or here == there or "" in {**here, **there}:
        return None
    return here, there


def _said(value: object, lang: Lang) -> str:
    """As `in_words`, but of a table its rows in their order: their number may be the same on both sides."""
    if isinstance(value, tuple) and any(isinstance(row, Value) for row in value):
        return _AND.to(lang).join(in_words(row, lang) for row in value)
    return in_words(value, lang)


def _first_difference(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_ROW else f"{text[:_LONGEST_ROW]}{_CUT}"


def _part(text: str, start: int) -> str:
    end = start + _LONGEST
    return f"{_CUT if start else ''}{text[start:end]}{_CUT if len(text) > end else ''}"
