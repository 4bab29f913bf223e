"""Without a project: make a new one, open one of the last, or try the sample."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option, OptionDoesNotExist

from rfp_builder.i18n import Phrase
from rfp_builder.tui.commands.everywhere import OtherLanguage, Quit, ShowCommands
from rfp_builder.tui.commands.screen_help import ScreenHelp
from rfp_builder.tui.recent import Title, existing, title_of
from rfp_builder.tui.screens.screen import WizardScreen
from rfp_builder.tui.widgets.said import Said

_PLACE = Phrase("はじめに", "Welcome")
_LEAD = Phrase(
    "コンタクトセンターの外部委託を、要件の整理から委託先の選定まで進めます。\n"
    "上下の矢印キーで選び、Enter キーで決めます。マウスでも選べます。",
    "From contact centre requirements to the choice of a vendor.\n"
    "Choose with the arrow keys and Enter, or with the mouse.",
)
_NEW = Phrase("新しいプロジェクトを始める", "Start a new project")
_OPEN = Phrase("プロジェクトのフォルダを開く", "Open a project folder")
_SAMPLE = Phrase("見本で試す（通信販売のコンタクトセンター）", "Try the sample (a mail-order contact centre)")
_RECENT = Phrase("最近のプロジェクト", "Recent projects")
_RECENT_ID = "recent:"


class Welcome(WizardScreen):
    """The first screen where no project was named."""

    ABOUT = Phrase(
        "プロジェクトを作るか、開きます。1つのフォルダが1つのプロジェクトです。\n"
        "上下の矢印キーで選び、Enter キーで決めます。初めての方は、見本で試せます。",
        "Make a project or open one. A project is a folder.\n"
        "Choose with the arrow keys and Enter. If you are new here, try the sample.",
    )
    KEYS = (ScreenHelp, ShowCommands, OtherLanguage, Quit)

    def __init__(self) -> None:
        super().__init__()
        self._titles: dict[str, Title] = {}

    def place(self) -> Phrase:
        """See `WizardScreen`."""
        return _PLACE

    def body(self) -> Iterable[Widget]:
        """See `WizardScreen`."""
        yield Said(self.say(_LEAD), id="welcome-lead")
        yield OptionList(*self._options(), id="starts", markup=False)

    def arrive(self) -> None:
        """See `WizardScreen`."""
        self.query_one("#starts").focus()
        if self.wizard.settings.recent:
            # A folder may lie on a slow drive.
            self.run_worker(self._read_titles, thread=True, exit_on_error=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """See Textual."""
        from rfp_builder.tui.opening import new_project, open_folder, try_sample

        match event.option_id:
            case "new":
                new_project(self.wizard)
            case "open":
                open_folder(self.wizard)
            case "sample":
                try_sample(self.wizard)
            case str(chosen):
                self.wizard.open_project(Path(chosen.removeprefix(_RECENT_ID)))

    def _options(self) -> list[Option]:
        options: list[Option] = [
            Option(Content(f"  {self.say(_NEW)}"), id="new"),
            Option(Content(f"  {self.say(_OPEN)}"), id="open"),
            Option(Content(f"  {self.say(_SAMPLE)}"), id="sample"),
        ]
        recent = existing(self.wizard.settings.recent)
        if recent:
            heading = Content.styled(self.say(_RECENT), "bold $primary")
            options += [Option("", disabled=True), Option(heading, disabled=True)]
            options += [Option(self._named(one), id=f"{_RECENT_ID}{one}") for one in recent]
        return options

    def _named(self, folder: str) -> Content:
        """Its title, and below it the folder; what is not read yet or has none goes by the folder's name."""
        title = self._titles.get(folder, {})
        called = title.get(self.lang) or next(iter(title.values()), Path(folder).name)
        return Content.assemble(f"  {' '.join(called.split())}", "\n", Content.styled(f"    {folder}", "dim"))

    def _read_titles(self) -> None:
        for folder in existing(self.wizard.settings.recent):
            self._titles[folder] = title_of(folder)
        # The screen may have been left meanwhile.
        with contextlib.suppress(RuntimeError):
            self.wizard.call_from_thread(self._show_titles)

    def _show_titles(self) -> None:
        for starts in self.query("#starts").results(OptionList):
            for folder in self._titles:
                with contextlib.suppress(OptionDoesNotExist):
                    starts.replace_option_prompt(f"{_RECENT_ID}{folder}", self._named(folder))
