"""One requirement in one line of the register."""

from __future__ import annotations

from textual.content import Content

from rfp_builder.catalogue.choices import choice_label
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.choices import Disclosure, Priority
from rfp_builder.model.requirement import Requirement
from rfp_builder.tui.widgets.entries import cell
from rfp_builder.tui.widths import cells_of

_ITEM, _STATEMENT = Phrase("項目", "Item"), Phrase("要件", "Requirement")
_PRIORITY, _DISCLOSURE = Phrase("優先度", "Priority"), Phrase("開示", "Disclosure")
_MARK, _ITEM_WIDTH, _FINDING = 2, 6, 2
_LEAST = 12


def requirement_line(
    one: Requirement, lang: Lang, marked: bool, blocking: bool | None, width: int
) -> Content:
    """Mark, item, statement, priority, whether disclosed, and `!` where there are findings.

    `blocking` is None without findings, and says else whether one of them stands in the way of the issue.
    """
    priority, disclosure = _widths(lang)
    finding = "" if blocking is None else "!"
    # What everybody can see needs no word in every line.
    hidden = "" if one.disclosure is Disclosure.DISCLOSED else choice_label(one.disclosure).to(lang)
    statement = " ".join(one.statement.to(lang).split())
    return Content.assemble(
        Content.styled(cell("*" if marked else "", _MARK), "bold $accent"),
        Content.styled(cell(finding, _FINDING), "bold $error" if blocking else "$warning"),
        Content.styled(cell(one.item, _ITEM_WIDTH), "$primary"),
        Content(cell(statement, _room(width, lang))),
        Content(cell(choice_label(one.priority).to(lang), priority)),
        Content.styled(cell(hidden, disclosure), "$accent"),
    )


def head_line(width: int, lang: Lang) -> Content:
    """The names of the columns."""
    priority, disclosure = _widths(lang)
    names = (
        cell("", _MARK + _FINDING),
        cell(_ITEM.to(lang), _ITEM_WIDTH),
        cell(_STATEMENT.to(lang), _room(width, lang)),
        cell(_PRIORITY.to(lang), priority),
        cell(_DISCLOSURE.to(lang), disclosure),
    )
    return Content.styled("".join(names), "bold $text-muted")


def _room(width: int, lang: Lang) -> int:
    return max(width - _MARK - _FINDING - _ITEM_WIDTH - sum(_widths(lang)), _LEAST)


def _widths(lang: Lang) -> tuple[int, int]:
    """Cells of priority and disclosure: as wide as their widest word."""
    priorities = [_PRIORITY.to(lang), *(choice_label(one).to(lang) for one in Priority)]
    disclosures = [_DISCLOSURE.to(lang), *(choice_label(one).to(lang) for one in Disclosure)]
    return _widest(priorities) + 1, _widest(disclosures) + 1


def _widest(words: list[str]) -> int:
    return max(cells_of(word) for word in words)
