"""What can be done on the screen of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands import everywhere
from rfp_builder.tui.commands.command import Command

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.screens.register import RegisterScreen


class _OnRegister(Command):
    """Something done on the register."""

    least: ClassVar[int] = 0
    """Requirements that it takes."""

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        screen = _in_front(wizard)
        return screen is not None and len(screen.targets()) >= self.least

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        screen = _in_front(wizard)
        if screen is not None:
            self.do(wizard, screen)

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """Do it on the register."""
        raise NotImplementedError


class EditRequirement(_OnRegister):
    """The form."""

    shown, least = "Enter", 1
    label = Phrase("編集", "Edit")
    help = Phrase("選んだ要件のすべての欄を編集します。", "Edit every field of the requirement.")

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        one = screen.current()
        if one is not None and screen.editing is None:
            screen.edit(one.id)


class MarkRequirement(_OnRegister):
    """For doing something to several."""

    shown, least = "Space", 1
    label = Phrase("印", "Select")
    help = Phrase(
        "要件に印を付けます（もう一度押すと外れます）。印を付けた要件はまとめて変更できます。",
        "Select or deselect the requirement; selected ones can be changed together.",
    )

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        entry = screen.rows.current
        if entry is not None and screen.editing is None:
            screen.marked ^= {entry.key}
            screen.show_list()
            screen.rows.action_move(1)


class MarkAll(_OnRegister):
    """All that the filter shows."""

    label = Phrase("表示中のすべてに印", "Select all shown")
    help = Phrase("絞り込んで表示している要件すべてに印を付けます。", "Select every requirement in the list.")

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        screen.marked |= {entry.key for entry in screen.rows.entries}
        screen.show_list()


class ClearMarks(_OnRegister):
    """None is marked."""

    label = Phrase("印をすべて外す", "Clear the selection")
    help = Phrase("付けた印をすべて外します。", "Deselect every requirement.")

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        screen = _in_front(wizard)
        return screen is not None and bool(screen.marked)

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        screen.marked = frozenset()
        screen.show_list()


class NewRequirement(_OnRegister):
    """One of one's own."""

    key, shown = "ctrl+n", "Insert"
    label = Phrase("追加", "Add")
    help = Phrase("要件を1件書いて加えます（Ctrl+N でもできます）。", "Write a requirement (also Ctrl+N).")

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        from rfp_builder.tui.register.doing import write_new

        write_new(wizard, screen)


class PickReady(_OnRegister):
    """From the catalogue."""

    key, shown = "f6", "F6"
    label = Phrase("要件文", "Library")
    help = Phrase(
        "用意された要件文から選んで加えます。", "Choose from the library of requirement statements."
    )

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        from rfp_builder.tui.register.doing import pick_ready

        pick_ready(wizard, screen)


class ChooseFilter(_OnRegister):
    """The filter as a form."""

    key, shown = "ctrl+f", "Ctrl+F"
    label = Phrase("絞込", "Filter")
    help = Phrase(
        "章、優先度、開示、指摘の有無で絞り込みます。", "Filter by section, priority, disclosure or findings."
    )

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        from rfp_builder.tui.register.doing import choose_filter

        choose_filter(wizard, screen)


class ClearFilter(_OnRegister):
    """Everything."""

    label = Phrase("絞り込みを消す", "Clear the filter")
    help = Phrase("すべての要件を表示します。", "Show every requirement.")

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        screen = _in_front(wizard)
        return screen is not None and screen.filter.active

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        from rfp_builder.workspace.register_filter import RegisterFilter

        screen.filter_by(RegisterFilter())


class FocusFilter(_OnRegister):
    """The line above the list."""

    label = Phrase("絞り込みの欄へ", "Go to the filter line")
    help = Phrase("絞り込む言葉を入力します。", "Go to the line where you type a filter.")

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        screen.stop_editing()
        screen.query_one("#register-filter").focus()


class OtherPane(_OnRegister):
    """List or details, where both do not fit."""

    key, shown, least = "f7", "F7", 1
    label = Phrase("一覧／詳細", "List or details")
    help = Phrase(
        "狭い画面で、一覧と要件の詳細を切り替えます。", "On a narrow screen, switch between list and details."
    )

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        if screen.editing is None:
            screen.toggle_class("-reading")
            reading = screen.has_class("-reading")
            screen.show_details()
            screen.query_one("#register-reading" if reading else "#register-list").focus()


class NextRequirement(_OnRegister):
    """The one below."""

    key, shown, least = "f8", "F8", 1
    label = Phrase("次の要件", "Next")
    help = Phrase("一覧で次の要件へ移ります。編集中は次の要件を開きます。", "Go to the next requirement.")
    way: ClassVar[int] = 1

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        screen.rows.action_move(self.way)
        entry = screen.rows.current
        if screen.editing is not None and entry is not None:
            screen.edit(entry.key)


class FormerRequirement(NextRequirement):
    """The one above."""

    key, shown = "shift+f8,f20", "Shift+F8"
    label = Phrase("前の要件", "Previous")
    help = Phrase("一覧で前の要件へ移ります。編集中は前の要件を開きます。", "Go to the previous requirement.")
    way = -1


class DuplicateRequirement(_OnRegister):
    """A copy."""

    key, shown, least = "ctrl+d", "Ctrl+D", 1
    label = Phrase("複製", "Duplicate")
    help = Phrase("要件を複製して、すぐ下に加えます。", "Put a copy of the requirement below it.")

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        from rfp_builder.tui.register.doing import duplicate

        duplicate(wizard, screen)


class DeleteRequirements(_OnRegister):
    """Those that are marked, or this one."""

    shown, least = "Delete", 1
    label = Phrase("削除", "Delete")
    help = Phrase(
        "印を付けた要件（なければ選んだ要件）を削除します。Ctrl+Z で元に戻せます。",
        "Delete the selected requirements, or this one; Ctrl+Z brings them back.",
    )

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        from rfp_builder.tui.register.doing import delete

        delete(wizard, screen)


class SplitRequirement(_OnRegister):
    """One in several."""

    least = 1
    label = Phrase("要件を分割", "Split")
    help = Phrase(
        "1つの要件を、文の切れ目で複数の要件に分けます。",
        "Split a requirement into several, sentence by sentence.",
    )

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        from rfp_builder.tui.register.doing import split

        split(wizard, screen)


class MergeRequirements(_OnRegister):
    """Several in one."""

    least = 2
    label = Phrase("要件を1つにまとめる", "Merge")
    help = Phrase("印を付けた要件を1つの要件にまとめます。", "Merge the selected requirements into one.")

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        from rfp_builder.tui.register.doing import merge

        merge(wizard, screen)


class ChangeMany(_OnRegister):
    """The same in all of them."""

    least = 1
    label = Phrase("一括変更", "Bulk change")
    help = Phrase(
        "印を付けた要件の優先度、評価細目、担当をまとめて変えます。",
        "Set priority, sub-criterion or owner of all selected requirements.",
    )

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        from rfp_builder.tui.register.doing import change_many

        change_many(wizard, screen)


class ToWithholding(_OnRegister):
    """What is withheld is decided elsewhere."""

    label = Phrase("非開示の設定へ", "To withholding")
    help = Phrase(
        "開示・非開示は専用の画面で決めます。そこへ移ります。",
        "Open the screen that decides what the RFP leaves out.",
    )

    def do(self, wizard: Wizard, screen: RegisterScreen) -> None:
        """See `Command`."""
        from rfp_builder.tui.road import go

        go(wizard, "withholding")


class Back(everywhere.Back):
    """From the form, or the details, to the list."""

    def possible(self, wizard: Wizard) -> bool:
        """See `Command`."""
        screen = _in_front(wizard)
        return screen is not None and (screen.editing is not None or screen.has_class("-reading"))

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        screen = _in_front(wizard)
        if screen is not None:
            screen.remove_class("-reading")
            screen.stop_editing()


REGISTER: tuple[type[Command], ...] = (
    *(EditRequirement, MarkRequirement, NewRequirement, PickReady, ChooseFilter, FocusFilter, ClearFilter),
    *(SplitRequirement, MergeRequirements, ChangeMany, DuplicateRequirement, DeleteRequirements),
    *(MarkAll, ClearMarks, NextRequirement, FormerRequirement, OtherPane, ToWithholding, Back),
)
"""In the order of the palette."""

ON_THE_LIST: tuple[tuple[str, type[Command]], ...] = (
    ("space,ideographic_space", MarkRequirement),
    ("insert", NewRequirement),
    ("delete", DeleteRequirements),
    ("ctrl+a", MarkAll),
    ("slash,fullwidth_solidus", FocusFilter),
)
"""Keys that mean something else while one types."""


def _in_front(wizard: Wizard) -> RegisterScreen | None:
    from rfp_builder.tui.screens.register import RegisterScreen

    # The palette lies over the screen whose commands it shows.
    screens = [one for one in wizard.screen_stack if isinstance(one, RegisterScreen)]
    return screens[-1] if screens else None
