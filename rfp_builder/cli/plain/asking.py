"""One question: what it is, what stands there, what can be typed; and what is done with what was typed."""

from __future__ import annotations

from rfp_builder.cli.plain.desk import LAST_LINE, Desk
from rfp_builder.cli.plain.everywhere import heed, not_here
from rfp_builder.cli.plain.helping import explain
from rfp_builder.cli.plain.instead import ask_instead
from rfp_builder.cli.plain.replies import Command, Reply
from rfp_builder.cli.plain.rewriting import asks_to_rewrite, rewritable, rewrite
from rfp_builder.cli.plain.slot import Move, Slot, slot_at
from rfp_builder.cli.plain.typing import by_number, choices_of, said, tell_choices
from rfp_builder.errors import Problem
from rfp_builder.forms.choices import match_choice
from rfp_builder.forms.examples import example_value
from rfp_builder.forms.markers import read_marker
from rfp_builder.forms.questions import NOTE_FIELD
from rfp_builder.forms.typed import read_typed
from rfp_builder.forms.typing_help import typing_of
from rfp_builder.i18n import Phrase
from rfp_builder.model.shape import Kind
from rfp_builder.text.unreadable import Unreadable
from rfp_builder.workspace.document.closed import closed

_REQUIRED = Phrase("{label}（必須）", "{label} (required)")
_AT = Phrase("{where} {label}", "{where} {label}")
_CONFIDENTIAL = Phrase(
    "社外秘の質問です。答えは提案会社に渡りません。", "Confidential: no vendor sees the answer."
)
_PRESENT = Phrase("今の答え: {value}", "Answer so far: {value}")
_NOTHING = Phrase("今の答え: なし", "Answer so far: none")
_UNREAD = Phrase("読み取れなかった入力: {text}", "Typed before, and not read: {text}")
_LONG = Phrase(
    "文章を入力し、最後に . だけの行を入力します。",
    "Type a text of one or more lines, then a line with only a point.",
)
_SHORT = Phrase(
    "1行で入力します（行末に \\ を付けると続けられます）。",
    "Type one line; a backslash at its end adds another.",
)
_PICK = Phrase("番号か名前を入力します。", "Type a number or a name.")
_PICK_SEVERAL = Phrase(
    "番号か名前を「、」で区切って入力します。", "Type numbers or names with commas in between."
)
_NO_ROWS = Phrase(
    "（選べる行がまだありません。先に元の表に行を加えてください）", "(There are no rows to pick from yet.)"
)
_REFERENCES = Phrase(
    "要件台帳の番号またはIDを「、」で区切って入力します。",
    "Type numbers or ids of the register with commas in between.",
)
_SETTLED = Phrase("確定済みのため、変えられません。", "This is settled and cannot be changed.")
_EXAMPLES = Phrase("（例: {first}）", " (such as {first})")
_KEYS = {
    "enter": Phrase("Enter このまま次へ", "Enter keep it"),
    "next": Phrase("Enter 次へ", "Enter next"),
    "skip": Phrase("Enter とばす", "Enter skip"),
    "help": Phrase("? 説明", "? help"),
    "back": Phrase("< 前へ", "< back"),
    "rewrite": Phrase("e 今の文章を直す", "e change this text"),
    "instead": Phrase("! 未定・該当なし", "! undecided or not applicable"),
    "example": Phrase("* 例を入れる", "* example"),
    "ready": Phrase("+ 要件文", "+ statements"),
    "menu": Phrase("m メニュー", "m menu"),
    "quit": Phrase("q 終了", "q end"),
}
_GIVEN = Phrase("例を入れました: {value}", "The example is in: {value}")
_NO_EXAMPLE = Phrase("この質問に例はありません。", "There is no example for this question.")
_TAKEN = Phrase("答え: {value}", "Answer: {value}")
_MANY = Phrase("選択肢が{n}あります。? で一覧を聞けます。", "There are {n} choices; ? tells them.")
_EMPTIED = Phrase("答えを消しました。", "The answer is gone.")
_MOST_CHOICES = 12
_ALL_KEYS = "keys of a question"
_READING = ("next", "back", "help", "menu", "quit")
_CHANGING = (None, Command.INSTEAD, Command.EXAMPLE, Command.CLEAR)
_LINE_GOES_ON = "\\"


def ask(desk: Desk, slot: Slot) -> Move:
    """Ask until there is an answer, or somebody goes on or back.

    Raises:
        Ended, ToMenu, GoTo: see `everywhere.heed`.
    """
    before: tuple[object, ...] = ()
    while True:
        # Said in full once, and again only where something is different: a list is long to listen to.
        present = (desk.lang, slot.get())
        if present != before:
            show(desk, slot)
        before = present
        reply = desk.reply(hint(desk, slot))
        choices = choices_of(desk, slot.question)
        if reply.command is not None and len(reply.text) > 1 and match_choice(reply.text, choices):
            reply = Reply(None, reply.text, reply.plain)
        move = _act(desk, slot, reply)
        if move is not None:
            return move


def show(desk: Desk, slot: Slot) -> None:
    """The question with its choices and the answer so far."""
    question = slot.question
    desk.say()
    label = _REQUIRED.fill(label=question.label) if question.required else question.label
    desk.say(label if slot.where is None else _AT.fill(where=slot.where, label=label))
    if question.confidential and question.name != NOTE_FIELD:
        desk.say(_CONFIDENTIAL)
    choices = choices_of(desk, question)
    if len(choices) > _MOST_CHOICES:
        desk.say(_MANY.fill(n=len(choices)))
    else:
        tell_choices(desk, choices)
    if question.kind is Kind.REFERENCE and not choices:
        desk.say(_NO_ROWS)
    value = said(desk, question, slot.get())
    desk.say(_PRESENT.fill(value=value) if value else _NOTHING)
    unread = desk.document.typed(slot.path) if slot.path else None
    if unread is not None:
        desk.say(_UNREAD.fill(text=unread))


def hint(desk: Desk, slot: Slot) -> str:
    """What can be typed: all of it once, and then what every question has."""
    if _closed(desk, slot) is not None:
        return f"{desk.in_words(_SETTLED)} [{'  '.join(desk.in_words(_KEYS[name]) for name in _READING)}]"
    answered = slot.get() not in (None, ())
    names = ["enter" if answered else "skip", "back", "help"]
    names += ["rewrite"] if rewritable(desk, slot) else []
    names += ["instead"] if slot.question.answerable else []
    if _ALL_KEYS not in desk.told:
        names += ["example"] if slot.page is not None and slot.question.name != NOTE_FIELD else []
        names += ["ready"] if slot.page is not None else []
        names += ["menu", "quit"]
        desk.told.add(_ALL_KEYS)
    keys = "  ".join(desk.in_words(_KEYS[name]) for name in names)
    return f"{_how(desk, slot)} [{keys}]"


def _closed(desk: Desk, slot: Slot) -> Problem | None:
    """Why the answer can no longer be changed; None while it can be."""
    return closed(desk.project, slot.path) if slot.path else None


def _how(desk: Desk, slot: Slot) -> str:
    question = slot.question
    match question.kind:
        case Kind.TEXT:
            return desk.in_words(_LONG if slot.long else _SHORT)
        case Kind.CHOICE | Kind.YES_NO | Kind.REFERENCE:
            return desk.in_words(_PICK)
        case Kind.CHOICES:
            return desk.in_words(_PICK_SEVERAL)
        case Kind.REFERENCES:
            return desk.in_words(_REFERENCES)
    how = typing_of(question)
    such = _EXAMPLES.fill(first=how.examples[0]) if how.examples else Phrase("", "")
    return f"{desk.in_words(how.how)}{desk.in_words(such)}"


def _act(desk: Desk, slot: Slot, reply: Reply) -> Move | None:
    reason = _closed(desk, slot) if reply.command in _CHANGING and reply.text else None
    if reason is not None:
        desk.tell(reason)
        return None
    match reply.command:
        case None:
            return _answered(desk, slot, reply)
        case Command.SKIP:
            return Move.ON
        case Command.BACK:
            return Move.BACK
        case Command.HELP:
            explain(desk, slot)
        case Command.INSTEAD:
            return Move.ON if ask_instead(desk, slot) else None
        case Command.EXAMPLE:
            put_example(desk, slot)
        case Command.CLEAR:
            return _cleared(desk, slot)
        case Command.READY | Command.NOTE if slot.page is not None:
            beside(desk, slot, reply.command)
        case _:
            if not heed(desk, reply, slot.path or None):
                not_here(desk, reply)
    return None


def _cleared(desk: Desk, slot: Slot) -> Move | None:
    if not take(desk, slot, ""):
        return None
    desk.say(_EMPTIED)
    return Move.ON


def _answered(desk: Desk, slot: Slot, reply: Reply) -> Move | None:
    text = reply.text
    if not text or (slot.question.kind in (Kind.TEXT, Kind.LINE) and text == LAST_LINE):
        return Move.ON
    if asks_to_rewrite(text) and rewritable(desk, slot):
        rewrite(desk, slot, lambda changed: take(desk, slot, changed))
        return None
    if slot.question.kind is Kind.TEXT:
        text = _whole_text(desk, slot, reply)
    return Move.ON if take(desk, slot, text) else None


def _whole_text(desk: Desk, slot: Slot, reply: Reply) -> str:
    """The text with the lines that belong to it."""
    if slot.long and not marked(reply.text):
        return desk.lines(reply.plain if reply.plain.strip() == reply.text else reply.text)
    text = reply.text
    while text.endswith(_LINE_GOES_ON):
        text = f"{text.removesuffix(_LINE_GOES_ON)}\n{desk.line().rstrip()}"
    return text


def marked(text: str) -> bool:
    """Whether a text says 未定 or 該当なし, be it with all that belongs to it or not."""
    try:
        return read_marker(text) is not None
    except Unreadable:
        return True


def take(desk: Desk, slot: Slot, text: str) -> bool:
    """Make what was typed the answer; False where it cannot be, and why has been said."""
    question, before = slot.question, slot.get()
    words = by_number(desk, question, text, choices_of(desk, question))
    try:
        value = read_typed(question, words, before, desk.setting)
    except Unreadable as unreadable:
        desk.say(unreadable.reason)
        if slot.path and text:
            desk.document.keep_typed(slot.path, text)
            desk.save()
        return False
    if not slot.put(value):
        return False
    understood = said(desk, question, value)
    if understood and question.kind not in (Kind.TEXT, Kind.TABLE) and understood != text:
        desk.say(_TAKEN.fill(value=understood))
    return True


def put_example(desk: Desk, slot: Slot) -> None:
    """The filled example as the answer; undo takes it back."""
    value = example_value(slot.question, desk.project.definition)
    if value is None:
        desk.say(_NO_EXAMPLE)
        return
    before = slot.get()
    if slot.question.kind is Kind.TABLE and isinstance(before, tuple) and isinstance(value, tuple):
        value = (*before, *value)
    if slot.put(value):
        desk.say(_GIVEN.fill(value=said(desk, slot.question, value)))


def beside(desk: Desk, slot: Slot, command: Command) -> None:
    """Ready statements or the internal note of the page that the question stands on."""
    assert slot.page is not None
    if command is Command.READY:
        from rfp_builder.cli.plain.statements import offer_statements

        offer_statements(desk, slot.page.item)
        return
    note = next(one for one in slot.page.questions if one.name == NOTE_FIELD)
    ask(desk, slot_at(desk, note, note.path, page=slot.page, long=True))
