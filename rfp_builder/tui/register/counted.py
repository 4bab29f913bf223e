"""How many requirements are shown, by what they are filtered, and how many are marked: in one sentence."""

from __future__ import annotations

from rfp_builder.i18n import Phrase, listed
from rfp_builder.workspace.register_filter import RegisterFilter

_ALL = Phrase("全{m}件を表示しています。", "All {m} are shown.")
_SOME = Phrase("{m}件中 {n}件: {words}", "{n} of {m}: {words}")
_AND_MARKED = Phrase("{said}  印 {n}件", "{said}  {n} selected")
NONE_YET = Phrase(
    "要件がまだありません。F6 で用意された要件文から選ぶか、Insert で書いてください。",
    "There are no requirements yet. Press F6 for the library, or Insert to write one.",
)


def counted(shown: int, all_of_them: int, wanted: RegisterFilter, marked: int) -> Phrase:
    """「78件中 12件: 2章 業務内容、必須  印 3件」, or how to begin where there are none."""
    if wanted.active:
        said = _SOME.fill(n=shown, m=all_of_them, words=listed(wanted.in_words()))
    else:
        said = _ALL.fill(m=all_of_them) if all_of_them else NONE_YET
    return _AND_MARKED.fill(said=said, n=marked) if marked else said
