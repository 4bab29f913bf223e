"""Taking ready criteria: all that are not in yet, with their points; what is marked comes in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.widget import Widget

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.model.criteria import Criterion
from rfp_builder.text.show import show_number
from rfp_builder.tui.criteria.check_list import CheckList
from rfp_builder.tui.criteria.lines import POINTS, fit, right
from rfp_builder.tui.dialogs.dialog import CANCEL, Dialog
from rfp_builder.tui.widgets.said import Said

_TITLE = Phrase("用意された評価基準", "Standard criteria")
_LEAD = Phrase(
    "Space で印を付け、「取り入れる」を選びます。配点も一緒に入り、あとで変えられます。",
    "Select with Space, then add them. Their points come along and can be changed.",
)
_TAKE = Phrase("取り入れる", "Add")
_COUNT = Phrase("{n}件を選んでいます。", "{n} selected.")
_WIDTH = 50


class ReadyCriteria(Dialog[frozenset[str]]):
    """Gives the ids of the sub-criteria that were marked."""

    BUTTONS = (("take", _TAKE), ("cancel", CANCEL))

    def __init__(self, ready: Sequence[Criterion]) -> None:
        super().__init__()
        self._ready = tuple(ready)
        self._taken: frozenset[str] = frozenset()

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _TITLE

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self.say(_LEAD), classes="dialog-text")
        yield CheckList(id="ready-list")
        yield Said(id="ready-count")

    def on_mount(self) -> None:
        """See Textual."""
        self._show()
        self.query_one("#ready-list").focus()

    def on_check_list_toggled(self, event: CheckList.Toggled) -> None:
        """A criterion takes or leaves all that is under it."""
        ids = {event.key}
        for one in self._ready:
            if f"criterion:{one.id}" == event.key:
                ids = {sub.id for sub in one.subs}
        self._taken = self._taken - ids if ids <= self._taken else self._taken | ids
        self._show()

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        self.dismiss(self._taken if button == "take" else None)

    def _show(self) -> None:
        items, taken = [], set(self._taken)
        for one in self._ready:
            items.append((f"criterion:{one.id}", self._line("", one.name, one.points)))
            if {sub.id for sub in one.subs} <= self._taken:
                taken.add(f"criterion:{one.id}")
            items += [(sub.id, self._line("  ", sub.name, sub.points)) for sub in one.subs]
        self.query_one(CheckList).show_items(items, taken)
        self.query_one("#ready-count", Said).update(self.say(_COUNT.fill(n=len(self._taken))))

    def _line(self, indent: str, name: Speakable, points: object) -> str:
        from decimal import Decimal

        shown = show_number(Decimal(str(points)))
        return f"{fit(indent + self.say(name), _WIDTH)}{right(self.say(POINTS.fill(points=shown)), 9)}"
