"""F1 on every screen: the field with the focus, or what the screen is for and which keys it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.commands.command import Command

if TYPE_CHECKING:
    from textual.content import Content

    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.fields.field import Field
    from rfp_builder.tui.screens.screen import WizardScreen

_KEYS = Phrase("この画面で使えるキー", "Keys on this screen")
_KEY = Phrase("{key}  {label}: {help}", "{key}  {label}: {help}")


class ScreenHelp(Command):
    """What every screen has unless it has an F1 of its own."""

    key, shown = "f1", "F1"
    label = Phrase("説明", "Help")
    help = Phrase(
        "この画面ですることと、使えるキーを説明します。", "What this screen is for, and the keys it has."
    )

    async def run(self, wizard: Wizard) -> None:
        """See `Command`."""
        from textual.content import Content

        from rfp_builder.tui.dialogs.help import HelpDialog

        screen = _front(wizard)
        if screen is None:
            return
        field = _field(wizard)
        if field is None:
            title, text = self.about(screen)
            wizard.push_screen(HelpDialog(title, Content.assemble(text.to(wizard.lang), _keys(screen))))
            return
        lines = [Content(field.question.help.to(wizard.lang))]
        for one in screen.session.findings_at(field.path):
            lines += [
                Content.styled(f"! {one.message.to(wizard.lang)}", "$warning"),
                Content(one.remedy.to(wizard.lang)),
            ]
        wizard.push_screen(HelpDialog(field.question.label, Content("\n").join(lines)))

    def about(self, screen: WizardScreen) -> tuple[Speakable, Phrase]:
        """Title and text where no field has the focus."""
        return screen.place(), screen.ABOUT


def _front(wizard: Wizard) -> WizardScreen | None:
    from rfp_builder.tui.screens.screen import WizardScreen

    # The palette lies over the screen whose commands it shows.
    return next((one for one in reversed(wizard.screen_stack) if isinstance(one, WizardScreen)), None)


def _field(wizard: Wizard) -> Field | None:
    from rfp_builder.tui.fields.field import Field

    focused = wizard.focused
    above = () if focused is None else focused.ancestors_with_self
    return next((one for one in above if isinstance(one, Field)), None)


def _keys(screen: WizardScreen) -> Content:
    """Every command that has a key and can be done now, one below the other."""
    from textual.content import Content

    from rfp_builder.tui.commands.offered import commands_of

    lines = [Content("\n"), Content.styled(screen.say(_KEYS), "bold")]
    known = set[str]()
    for one in commands_of(screen):
        # The first is the one that the key runs.
        if one.shown and one.shown not in known and one().possible(screen.wizard):
            known.add(one.shown)
            told = _KEY.fill(key=one.shown, label=one.label, help=one.help)
            lines.append(Content(screen.say(told)))
    return Content("\n").join(lines)
