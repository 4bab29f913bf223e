"""Step 2: whose contacts each series of the history is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from rfp_builder.i18n import Phrase, Speakable, listed
from rfp_builder.text.show import show_number
from rfp_builder.tui.commands.command import Command
from rfp_builder.tui.dialogs.one_of import OneOf
from rfp_builder.tui.staffing.desk_of import desk_of
from rfp_builder.tui.staffing.list_pane import Lines, ListPane, note, title
from rfp_builder.tui.widgets.long_list import Entry
from rfp_builder.tui.widths import cells_of, filled
from rfp_builder.workspace.staffing.assigning import Assignment, Series, assigned, assignment, unassigned

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard

QUEUES = "staffing.queues"
_FIRST = Phrase(
    "先に「1 実績」で、過去の件数を取り込みます。", "First take past contacts in, under 1 History."
)
_WAIT = Phrase("過去の件数を読み込んでいます...", "Reading the past contacts...")
_UNREAD = Phrase(
    "取り込んだファイルを読み取れません。「1 実績」でもう一度取り込んでください。",
    "The file that was taken in cannot be read. Take it in again under 1 History.",
)
_WHOLE = Phrase("（区分なし）", "(not split)")
_HEAD = (Phrase("履歴の区分", "Series of the history"), Phrase("件数", "Contacts"), Phrase("窓口", "Queue"))
_COUNT = Phrase("{n}件", "{n}")
_BY_NAME, _BY_HAND = Phrase("自動", "by name"), Phrase("指定", "by hand")
_WHICH = Phrase("「{series}」は、どの窓口の件数ですか。", "Which queue has the contacts of “{series}”?")
_UNDIVIDED = Phrase(
    "区分のない件数は、割り当てを選べません。窓口が複数あれば、2.2の月間件数の比率で分けます。",
    "Contacts that are not split cannot be assigned: several queues share them in the proportion of 2.2.",
)
_REMARKS = Phrase("対応づけについて", "How they were matched")
_ASSIGNED = Phrase("割り当てを変えました。計画を作り直してください。", "Changed. Make the plan anew.")
_SERIES_WIDTH, _COUNT_WIDTH, _HOW_WIDTH, _QUEUE_WIDTH = 26, 12, 8, 26


class MatchByName(Command):
    """Give up what was said by hand."""

    label = Phrase("自動の対応づけに戻す", "Match by name again")
    help = Phrase(
        "手で決めた割り当てを消し、区分の名前から対応づけます。",
        "Drop what was said by hand and match series by their names.",
    )

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`: where somebody said something."""
        session = wizard.session
        return session is not None and any(one.names for one in session.project.staffing.queues)

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        session = wizard.session
        assert session is not None
        queues = unassigned(session.project.staffing).queues
        wizard.attempt(lambda: session.document.set(QUEUES, queues))


class QueuesPane(ListPane):
    """Enter on a series says which queue has it."""

    TITLE = Phrase("窓口", "Queues")
    LEAD = Phrase(
        "件数の区分ごとに、どの窓口（2.2の業務とチャネル）の件数かを確かめます。Enter キーで変えられます。",
        "For each series, see which queue (program and channel of 2.2) its contacts belong to. Enter changes "
        "it.",
    )
    DOES = (MatchByName,)

    def view(self) -> Content:
        """See `Pane`."""
        if self.front.session.project.staffing.history is None:
            return Content(self.say(_FIRST))
        if self._found() is not None:
            return Content("")
        return Content(self.say(_WAIT if desk_of(self.front.wizard).reading else _UNREAD))

    def entries(self) -> Sequence[Entry]:
        """See `ListPane`."""
        found = self._found()
        if found is None:
            return ()
        names = dict(found.queues)
        series, count, queue = (self.say(one) for one in _HEAD)
        head = f"{filled(series, self._room)}{_right(count)}  {' ' * _HOW_WIDTH}{queue}"
        rows: list[Entry] = [Lines("head", (Content.styled(head, "bold $primary"),), stop=False)]
        rows += [self._entry(one, names) for one in found.series]
        if found.remarks:
            rows.append(title(self.say(_REMARKS)))
            rows += [note(f"remark-{n}", self.say(one)) for n, one in enumerate(found.remarks)]
        return rows

    def chosen(self, key: str) -> None:
        """See `ListPane`."""
        found = self._found()
        series = next((one for one in found.series if one.name == key), None) if found else None
        if found is None or series is None:
            return
        wizard = self.front.wizard
        if not key:
            wizard.tell(_UNDIVIDED)
            return
        present = series.queues[0] if len(series.queues) == 1 else None
        offers = [(queue, self.say(name)) for queue, name in found.queues]

        def take(queue: str | None) -> None:
            session, volumes = wizard.session, desk_of(wizard).volumes()
            if queue is None or session is None or volumes is None:
                return

            def put() -> None:
                queues = assigned(session.project, volumes, (key,), queue).queues
                session.document.set(QUEUES, queues)

            if wizard.attempt(put):
                wizard.tell(_ASSIGNED)

        question = _WHICH.fill(series=key)
        wizard.push_screen(OneOf(question, offers, present), take)

    def _found(self) -> Assignment | None:
        project = self.front.session.project
        volumes = None if project.staffing.history is None else desk_of(self.front.wizard).volumes()
        return None if volumes is None else assignment(project, volumes)

    def _entry(self, one: Series, names: Mapping[str, Speakable]) -> Lines:
        queue = self.say(listed(names[key] for key in one.queues))
        how = Content.styled(
            filled(self.say(_BY_HAND if one.by_hand else _BY_NAME), _HOW_WIDTH),
            "$success" if one.by_hand else "$text-muted",
        )
        count = self.say(_COUNT.fill(n=show_number(one.contacts)))
        head = f"{filled(one.name or self.say(_WHOLE), self._room)}{_right(count)}  "
        return Lines(one.name, (Content.assemble(head, how, queue),))

    @property
    def _room(self) -> int:
        """Cells for the names of the series."""
        spare = self.screen.size.width - _COUNT_WIDTH - _HOW_WIDTH - _QUEUE_WIDTH - 6
        return max(_SERIES_WIDTH, min(spare, 2 * _SERIES_WIDTH))


def _right(text: str) -> str:
    return " " * max(_COUNT_WIDTH - cells_of(text), 0) + text
