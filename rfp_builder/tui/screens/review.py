"""F9: every answer in reading order, findings on top of each item; Enter leads to the field and back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding
from textual.widget import Widget

from rfp_builder.check.finding import Severity
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_number
from rfp_builder.tui.commands.command import bindings
from rfp_builder.tui.commands.everywhere import NextMissing, Search, ShowCommands
from rfp_builder.tui.commands.review import REVIEW, ChangeAnswer, NextPart, OnlyFindings
from rfp_builder.tui.missing import here
from rfp_builder.tui.review.entry import ReviewEntry
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.widgets.long_list import LongList
from rfp_builder.tui.widgets.said import Said
from rfp_builder.workspace.document.step import Change
from rfp_builder.workspace.reviewing import ReviewLine, Says, review

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard

_PLACE = Phrase("回答の確認", "Review")
_HOW = Phrase(
    "すべての回答と指摘です。Enter で変更し、数字キー 1〜7 で章へ移ります。",
    "Every answer and finding. Enter edits one, 1 to 7 go to a section.",
)
_CHECKING = Phrase("点検しています...", "Checking...")
_CLEAN = Phrase("指摘はありません。", "There are no findings.")
_COUNTED = Phrase(
    "必要な回答 {required}件のうち {answered}件。指摘 {n}件（要対応 {blocks}件）。",
    "{answered} of {required} required answers. Findings: {n}, to do: {blocks}.",
)
_ONLY = Phrase("指摘だけを表示しています。", "Only findings are shown.")
_DEEPER = re.compile(r"[.\[]")
_DIGITS = ("one", "two", "three", "four", "five", "six", "seven")


class ReviewList(LongList):
    """The lines; digits go to a section, typed with an IME or without."""

    BINDINGS: ClassVar = [
        Binding(f"{number},fullwidth_digit_{name}", f"screen.part({number})", show=False)
        for number, name in enumerate(_DIGITS, start=1)
    ]


class ReviewScreen(WizardScreen):
    """One long list. It stays where it is while one goes to a field and comes back."""

    CSS_PATH = "../styles/review.tcss"
    ABOUT = Phrase(
        "すべての回答を、業務要件定義書の順に読み返す画面です。指摘は、その項目の先頭に出ます。\n"
        "上下の矢印キーで行を選び、Enter キーで入力欄へ移ります。数字キー 1〜7 で章へ移ります。\n"
        "F7 キーで、指摘だけの表示に切り替えられます。",
        "Every answer in the order of the definition, to read through; findings come first in each item.\n"
        "Choose a line with the arrow keys; Enter goes to its field, keys 1 to 7 to a section.\n"
        "F7 shows findings only.",
    )
    KEYS = (ChangeAnswer, OnlyFindings, NextPart, NextMissing, Search, ShowCommands)
    DOES = REVIEW
    BINDINGS: ClassVar = bindings(*REVIEW)

    def __init__(self) -> None:
        super().__init__()
        self.findings_only = False
        self._start = here(cast("Wizard", self.app))
        """Where one was before: there the review opens."""
        self._known: dict[tuple[ReviewLine, str, Lang], ReviewEntry] = {}

    def place(self) -> Phrase:
        """See `WizardScreen`."""
        return _PLACE

    @property
    def rows(self) -> LongList:
        """The lines."""
        return self.query_one("#review-list", LongList)

    @property
    def current(self) -> ReviewLine | None:
        """The line at the cursor."""
        entry = self.rows.current
        return entry.line if isinstance(entry, ReviewEntry) else None

    @property
    def here(self) -> str:
        """Path of the line at the cursor, for F2."""
        line = self.current
        return "" if line is None else line.path

    @property
    def part(self) -> int:
        """Number of the section at the cursor, 1 to 7; the rest of the project comes behind."""
        line = self.current
        return 0 if line is None else line.part

    def body(self) -> Iterable[Widget]:
        """See `WizardScreen`."""
        yield Said(self.say(_HOW), id="review-how")
        yield Said(self.say(_CHECKING), id="review-counted")
        yield ReviewList(id="review-list")

    def show(self) -> None:
        """See `WizardScreen`."""
        report = self.session.report
        found = () if report is None else report.findings
        lines = review(self.session.project, found, self.lang, findings_only=self.findings_only)
        self.rows.set_entries(self._entries(lines))
        self._go_to_start()
        if report is None:
            said = self.say(_CHECKING)
        else:
            total = report.total
            counted = _COUNTED.fill(
                required=show_number(total.required),
                answered=show_number(total.answered),
                n=len(found),
                blocks=report.count(Severity.BLOCKS),
            )
            said = self.say(counted)
            if self.findings_only:
                said = f"{said} {self.say(_ONLY if found else _CLEAN)}"
        self.query_one("#review-counted", Said).update(said)

    def document_changed(self, change: Change) -> None:
        """See `WizardScreen`."""
        self.show()

    def report_changed(self) -> None:
        """See `WizardScreen`."""
        self.show()

    async def speak(self) -> None:
        """See `WizardScreen`; the cursor stays on its line."""
        entry = self.rows.current
        await super().speak()
        if entry is not None:
            self.rows.go(entry.key)

    def go_to_part(self, number: int) -> None:
        """Put the cursor on the first line of a section, with its heading at the top."""
        entries = self.rows.entries
        for at, entry in enumerate(entries):
            if isinstance(entry, ReviewEntry) and entry.line.part == number and entry.stop:
                self.rows.stand(at, top=True)
                return

    def show_findings_only(self, only: bool) -> None:
        """Show findings only, or everything, from the section on in which one is."""
        part = self.part
        self.findings_only = only
        self.show()
        at = next(
            (
                n
                for n, one in enumerate(self.rows.entries)
                if isinstance(one, ReviewEntry) and one.line.part >= part
            ),
            0,
        )
        self.rows.stand(at, top=True)

    def action_part(self, number: int) -> None:
        """See `go_to_part`."""
        self.go_to_part(number)

    def on_long_list_chosen(self, event: LongList.Chosen) -> None:
        """Go to the field."""
        from rfp_builder.tui.road import go

        if isinstance(event.entry, ReviewEntry):
            go(self.wizard, event.entry.line.path)

    def _go_to_start(self) -> None:
        """Once: where one was before the review."""
        places = [entry.line.path for entry in self.rows.entries if isinstance(entry, ReviewEntry)]
        at = _closest(places, (self._start or "").removeprefix("definition."))
        self._start = None
        if at is not None:
            self.rows.stand(at)

    def _entries(self, lines: Iterable[ReviewLine]) -> list[ReviewEntry]:
        """Those that were there before are kept, for they know how they are broken into lines."""
        seen: Counter[tuple[str, str, Says]] = Counter()
        known: dict[tuple[ReviewLine, str, Lang], ReviewEntry] = {}
        for line in lines:
            # A finding says something else after each change; an answer is told by its place.
            told = (line.path, line.label if line.says is Says.FINDING else "", line.says)
            seen[told] += 1
            key = f"{told} {seen[told]}"
            named = (line, key, self.lang)
            known[named] = self._known.get(named) or ReviewEntry(line, key, self.lang)
        self._known = known
        return list(known.values())


def _closest(places: list[str], path: str) -> int | None:
    """Position of the place that is `path`, or the closest above it that is in the list."""
    while path:
        for at, place in enumerate(places):
            if place == path:
                return at
        cuts = [match.start() for match in _DEEPER.finditer(path)]
        path = path[: cuts[-1]] if cuts else ""
    return None
