"""The tour: five steps that say how the wizard works. It can be skipped at any of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button

from rfp_builder.i18n import Phrase, Speakable
from rfp_builder.tui.dialogs.dialog import Dialog
from rfp_builder.tui.widgets.said import Said

_SKIP = Phrase("案内を終える", "Skip")
_BACK = Phrase("前へ", "Back")
_ON = Phrase("次へ", "Next")
_BEGIN = Phrase("はじめる", "Begin")
_COUNT = Phrase("{n} / {all}", "{n} of {all}")


@dataclass(frozen=True, slots=True)
class _Stop:
    title: Phrase
    text: Phrase


_STOPS = (
    _Stop(
        Phrase("作業一覧から始めます", "Start from the task list"),
        Phrase(
            "最初の画面には、要件の7つの章と、そのあとの作業が上から順に並びます。\n"
            "上下の矢印キーで選んで Enter キーで開き、Esc キーで戻ります。マウスでも操作できます。\n"
            "どこから始めても、途中でやめても構いません。",
            "The first screen lists the seven sections of the requirements and the steps after them.\n"
            "Choose with the arrow keys, open with Enter, go back with Esc, or use the mouse.\n"
            "You can start anywhere and stop at any time.",
        ),
    ),
    _Stop(
        Phrase("入力したものは自動で保存されます", "Everything you type is saved automatically"),
        Phrase(
            "入力をやめて1秒以内に保存し、右上に「保存済み」と表示します。\n"
            "間違えたときは Ctrl+Z で元に戻せます。変更した場所も表示します。",
            "Within a second of your last key it is saved, and the top right says “Saved”.\n"
            "Ctrl+Z undoes a change and shows where it was.",
        ),
    ),
    _Stop(
        Phrase("迷ったら F1 と F4", "When in doubt: F1 and F4"),
        Phrase(
            "F1 キーで、その項目がなぜ必要か、良い回答はどのようなものかを説明します。\n"
            "F4 キーで記入例を入れて、書き換えて使えます。\n"
            "F6 キーで、そのまま使える要件文の一覧から選べます。",
            "F1 explains why vendors need the answer and what a good one looks like.\n"
            "F4 fills in an example for you to adapt.\n"
            "F6 lists ready-made requirement statements to choose from.",
        ),
    ),
    _Stop(
        Phrase("決まっていないことも書けます", "What if it is not decided yet?"),
        Phrase(
            "F5 キーで「未定」（担当と期限）や「該当なし」（理由）と答えられます。\n"
            "F2 キーで、次に答えるべき場所へ移ります。F9 キーで全体を確認できます。",
            "F5 records “to be decided” with owner and due date, or “not applicable” with a reason.\n"
            "F2 goes to the next missing answer; F9 shows everything for review.",
        ),
    ),
    _Stop(
        Phrase("そろったら、合意して発行します", "When everything is in: agree, then issue"),
        Phrase(
            "評価基準は、提案依頼書を出す前に関係者と合意して固定します。\n"
            "あえて書かない要件（非開示）を選ぶと、提案会社の提案する力を比べられます。\n"
            "発行、提案の受領、採点、評価結果までをこの画面から行えます。",
            "The criteria are agreed with the stakeholders and locked before the RFP goes out.\n"
            "Requirements withheld on purpose show what each vendor proposes by itself.\n"
            "Issuing, proposals, scores and ranking are all handled here.",
        ),
    ),
)


class Tour(Dialog[None]):
    """Left and right, or the buttons, go through the steps."""

    BUTTONS = (("skip", _SKIP), ("back", _BACK), ("on", _ON))
    BINDINGS: ClassVar = [Binding("right", "go(1)", show=False), Binding("left", "go(-1)", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self._at = 0

    def title_text(self) -> Speakable:
        """See `Dialog`."""
        return _STOPS[self._at].title

    def body(self) -> Iterable[Widget]:
        """See `Dialog`."""
        yield Said(self.say(_STOPS[self._at].text), id="tour-text", classes="dialog-text")
        yield Said(self._count(), id="tour-count", classes="dim")

    def on_mount(self) -> None:
        """See Textual."""
        self.query_one("#button-on").focus()
        self.query_one("#button-back", Button).disabled = True

    def pressed(self, button: str) -> None:
        """See `Dialog`."""
        match button:
            case "on":
                self.action_go(1)
            case "back":
                self.action_go(-1)
            case _:
                self.action_leave()

    def action_go(self, steps: int) -> None:
        """Go on or back; behind the last step the tour is over."""
        self._at = max(0, self._at + steps)
        if self._at == len(_STOPS):
            self.action_leave()
            return
        self.query_one(".dialog-title", Said).update(self.say(self.title_text()))
        self.query_one("#tour-text", Said).update(self.say(_STOPS[self._at].text))
        self.query_one("#tour-count", Said).update(self._count())
        self.query_one("#button-back", Button).disabled = self._at == 0
        last = self._at == len(_STOPS) - 1
        self.query_one("#button-on", Button).label = Content(self.say(_BEGIN if last else _ON))

    def action_leave(self) -> None:
        """See `Dialog`. A tour that was left is not shown again by itself."""
        self.wizard.keep(replace(self.wizard.settings, tour_seen=True))
        self.dismiss(None)

    def _count(self) -> str:
        return self.say(_COUNT.fill(n=self._at + 1, all=len(_STOPS)))
