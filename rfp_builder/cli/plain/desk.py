"""Where plain mode works: the open document, the language, lines out and lines in."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from rfp_builder.check.report import CheckReport, check
from rfp_builder.cli import speech
from rfp_builder.cli.plain.leaving import Ended, ToMenu
from rfp_builder.cli.plain.paper import laid_out, paper_width
from rfp_builder.cli.plain.replies import Command, Reply, number_in, read_reply
from rfp_builder.errors import Problem
from rfp_builder.forms.setting import Setting
from rfp_builder.i18n import Lang, Phrase, Speakable, listed
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.text.clean import clean
from rfp_builder.tui.settings import Settings, load_settings, save_settings
from rfp_builder.workspace.disk import disk_problem
from rfp_builder.workspace.document.document import Document
from rfp_builder.workspace.workspace import Workspace

T = TypeVar("T")

LAST_LINE = "."
"""A line with nothing else ends a text of several lines."""

_GOES_ON = Phrase(
    "続けて入力できます（. だけの行で終わり）。", "The text goes on; a line with only a point ends it."
)
_CLEANED = Phrase("取り除いた文字: {what}", "Taken out: {what}")
_LONGEST_LINE = 4095
"""Bytes of a line after which terminals take no more of it."""
_CUT = Phrase(
    "1行が長すぎるため、端末が途中で切った可能性があります。入力された内容を確かめてください。"
    "長い文章は改行して入力するか、ファイルから取り込んでください。",
    "The line is so long that the terminal may have cut it; please check what was taken. "
    "Break long texts into lines, or take them in from a file.",
)
_GONE = Phrase(
    "その場所はもうありません。ほかで削除された可能性があります。",
    "That place is gone; it may have been deleted elsewhere.",
)
_TOO_LONG = Phrase("1文字以上8,000文字以内で入力してください。", "1 to 8,000 characters, please.")
_YES_OR_NO = Phrase("入力: y はい、n いいえ", "Type y for yes, n for no")
_NEITHER = Phrase("y か n を入力してください。", "Please type y or n.")
NO_NUMBER = Phrase("その番号はありません。1から{n}までです。", "There is no such number; 1 to {n}, please.")
ONLY_NUMBERS = Phrase("1から{n}までの番号を入力してください。", "Please type a number from 1 to {n}.")
_HELP_KEY = Phrase("[? 説明]", "[? help]")
_PICK_HELP = Phrase(
    "上の番号のどれかを入力します。数字は全角でも構いません。"
    "Enter だけ、または < でやめます。m でメニューへ、q で保存して終了します。",
    "Type one of the numbers above. Enter alone, or <, leaves it. m leads to the menu; q saves and ends.",
)
_HELP = Phrase(
    "1行で入力します。Enter だけ、または < でやめます。m でメニューへ、q で保存して終了します。",
    "Type one line. Enter alone, or <, leaves it. m leads to the menu; q saves and ends.",
)
_YES = frozenset(("y", "yes", "はい", "1"))
_NO = frozenset(("n", "no", "いいえ", "2", "-", "<", ""))


class Desk:
    """Says and reads lines, and keeps every change at once. Holds no truth of its own."""

    def __init__(
        self, lang: Lang, today: date, settings: Path | None = None, rescue: Path | None = None
    ) -> None:
        self.lang, self.today = lang, today
        self.rescue = rescue
        """Where what a project's folder does not take is kept on this machine; None to keep nothing."""
        self._settings = settings
        """Where recent projects are remembered; None to remember nothing."""
        self._wide = self.settings.ambiguous
        self._document: Document | None = None
        self._report: tuple[Project, CheckReport] | None = None
        self._over = False
        self._trouble: str | None = None
        """The trouble with saving that was told last."""
        self.told: set[str] = set()
        """What can be typed somewhere, told in full once and then only where somebody asks."""

    @property
    def document(self) -> Document:
        """The open document."""
        assert self._document is not None, "a project is open"
        return self._document

    @property
    def is_open(self) -> bool:
        """Whether a project is open."""
        return self._document is not None

    def open(self, document: Document | None) -> None:
        """Work on `document` from now on."""
        self._document, self._report, self._trouble = document, None, None
        if document is not None and self._settings is not None:
            save_settings(self.settings.with_recent(document.folder), self._settings)

    @property
    def settings(self) -> Settings:
        """What is remembered of a person, as the wizard on the screen does."""
        return Settings() if self._settings is None else load_settings(self._settings)

    @property
    def project(self) -> Project:
        """The present value."""
        return self.document.project

    @property
    def setting(self) -> Setting:
        """How answers are typed and shown."""
        return Setting.of(self.project, self.lang)

    @property
    def report(self) -> CheckReport:
        """The check of the project as it stands."""
        if self._report is None or self._report[0] is not self.project:
            self._report = (self.project, check(self.project, self.today))
        return self._report[1]

    def say(self, text: Speakable | str = "") -> None:
        """One line, or those of a longer text."""
        wording = text if isinstance(text, str) else text.to(self.lang)
        speech.say(self.lang, laid_out(wording, paper_width(), self._ambiguous()))

    def _ambiguous(self) -> int:
        """Cells of characters such as ①: as the person has set it, or as texts of the language are drawn."""
        return self._wide or (1 if self.lang is Lang.EN else 2)

    def in_words(self, text: Speakable) -> str:
        """The wording of a text in the language spoken here."""
        return text.to(self.lang)

    def line(self) -> str:
        """The next line, cleaned.

        Raises:
            Ended: there is none, or Ctrl+C was pressed.
        """
        speech.finish()
        try:
            found = "" if self._over or sys.stdin is None else sys.stdin.readline()
        except KeyboardInterrupt:
            found = ""
            # The terminal may be gone; what was typed so far is kept all the same.
            with contextlib.suppress(OSError):
                self.say()
        if not found:
            self._over = True
            raise Ended
        if len(found.encode("utf-8", "surrogatepass")) >= _LONGEST_LINE and sys.stdin.isatty():
            self.say(_CUT)
        cleaned = clean(found.rstrip("\r\n"))
        if cleaned.removed:
            self.say(_CLEANED.fill(what=listed(cleaned.removed)))
        return cleaned.text

    def lines(self, first: str | None = None) -> str:
        """A text of several lines, up to a line with only a point or the end of all input."""
        found = [] if first is None else [first]
        wording = self.in_words(_GOES_ON)
        if first is not None and wording not in self.told:
            self.told.add(wording)
            self.say(wording)
        with contextlib.suppress(Ended):
            while (line := self.line()).strip() not in (LAST_LINE, "．", "。"):
                found.append(line)
        return "\n".join(found)

    def reply(self, hint: Speakable | str) -> Reply:
        """Say what can be typed, and what was."""
        self.say(hint)
        return read_reply(self.line())

    def ask(self, hint: Speakable | str, help_: Speakable | None = None) -> str | None:
        """A short text; None where nothing, `-` or `<` was typed. A path may begin with a slash.

        `help_` is said to who types `?`.

        Raises:
            Ended, ToMenu: that was typed instead.
        """
        wording = hint if isinstance(hint, str) else self.in_words(hint)
        while True:
            reply = self.reply(f"{wording} {self.in_words(_HELP_KEY)}")
            match reply.command:
                case Command.QUIT:
                    raise Ended
                case Command.MENU if self.is_open:
                    raise ToMenu
                case Command.SKIP | Command.BACK:
                    return None
                case Command.HELP | Command.KEYS:
                    self.say(help_ or _HELP)
                case None:
                    return reply.text or None
                case _:
                    return reply.plain.strip()

    def worded(self, text: str) -> Localized | None:
        """A text in the language spoken here; None where it cannot be one, and why has been said."""
        try:
            return Localized(**{self.lang.value: text})
        except ValidationError:
            self.say(_TOO_LONG)
            return None

    def sure(self, question: Speakable) -> bool:
        """Whether somebody says yes to it.

        Raises:
            Ended, ToMenu: that was typed instead.
        """
        self.say(question)
        while True:
            reply = self.reply(_YES_OR_NO)
            if reply.command is Command.QUIT:
                raise Ended
            if reply.command is Command.MENU:
                raise ToMenu
            typed = read_reply(reply.plain).text.casefold()
            if typed in _YES or typed in _NO:
                return typed in _YES
            self.say(_NEITHER)

    def pick(self, hint: Speakable, count: int) -> int | None:
        """A position from 0 of `count` entries told before, by its number from 1; None where somebody left.

        Raises:
            Ended, ToMenu: see `ask`.
        """
        while (typed := self.ask(hint, _PICK_HELP)) is not None:
            number = number_in(typed)
            if number is None:
                self.say(ONLY_NUMBERS.fill(n=count))
            elif not 0 < number <= count:
                self.say(NO_NUMBER.fill(n=count))
            else:
                return number - 1
        return None

    def pick_of(self, title: Speakable, labels: Sequence[Speakable | str], hint: Speakable) -> int | None:
        """Tell entries with their numbers, and the position that was picked; None where somebody left.

        Raises:
            Ended, ToMenu: see `ask`.
        """
        self.say(title)
        for number, label in enumerate(labels, start=1):
            self.say(f"  {number}. {label if isinstance(label, str) else self.in_words(label)}")
        return self.pick(hint, len(labels))

    def attempt(self, action: Callable[[], T]) -> T | None:
        """What `action` gives; None where it fails, and why has been said."""
        try:
            return action()
        except Problem as problem:
            self.tell(problem)
        except OSError as error:
            self.tell(disk_problem(error))
        except KeyError:
            self.say(_GONE)
        return None

    def allowed(self, check: Callable[[Workspace], object]) -> bool:
        """Whether `check` lets a step be taken now; if not, why has been said."""

        def passed() -> bool:
            check(self.document.workspace)
            return True

        return self.attempt(passed) is True

    def tell(self, problem: Problem) -> None:
        """A problem in its three lines."""
        for line in problem.lines(self.lang):
            self.say(line)

    def put(self, path: str, value: object) -> bool:
        """Give a place a value and keep it; False where that was refused."""
        return self._done(lambda: self.document.set(path, value))

    def change(self, project: Project, path: str) -> bool:
        """Make `project` the present and keep it; False where that was refused."""
        return self._done(lambda: self.document.change(project, path))

    def save(self) -> None:
        """Write what is unsaved; trouble is told once."""
        from rfp_builder.cli.plain.clashes import choose_between

        self.document.save()
        problem = self.document.problem
        what = None if problem is None else problem.what.ja
        if problem is not None and what != self._trouble:
            self.tell(problem)
        self._trouble = what
        if self.document.clashes:
            choose_between(self)

    def step(self, step: Callable[[Workspace], T]) -> T | None:
        """Run a step of the road; None where it fails, and why has been said."""
        return self.attempt(lambda: self.document.perform(step))

    def _done(self, action: Callable[[], None]) -> bool:
        def done() -> bool:
            action()
            return True

        if not self.attempt(done):
            return False
        self.save()
        return True
