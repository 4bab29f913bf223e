"""What can be typed at every prompt: search, undo, save, language, menu, end."""

from __future__ import annotations

from rfp_builder.check.finding import Finding, Severity
from rfp_builder.cli.plain.desk import Desk
from rfp_builder.cli.plain.leaving import Ended, GoTo, ToMenu
from rfp_builder.cli.plain.listing import Listing
from rfp_builder.cli.plain.replies import Command, Reply
from rfp_builder.i18n import Lang, Phrase

QUESTION_KEYS = (
    Phrase("Enter だけ、または -: そのまま次へ", "Enter alone, or -: on to the next, as it is"),
    Phrase(
        "!: 未定（担当と期日）または該当なし（理由）", "!: to be decided (who, when) or not applicable (why)"
    ),
    Phrase("*: 記入例を答えに入れる", "*: put the example in"),
    Phrase(
        "+: そのまま使える要件文を選ぶ、または自分で書く",
        "+: pick ready requirement statements, or write one",
    ),
    Phrase("--: 答えを消す（「消す」でも同じ）", "--: empty the answer (or “clear”)"),
    Phrase("メモ: この項目の社内メモを書く", "note: write the internal note of the item"),
    Phrase("?: この質問の説明", "?: help for this question"),
)
"""What can be typed where a question is asked."""
KEYS = (
    Phrase("<: 前へ戻る（「戻る」でも同じ）", "<: back (or “back”)"),
    Phrase(
        "/ことば: 見出しと答えを探す（例: /営業時間）", "/word: searches labels and answers, as in /hours"
    ),
    Phrase(
        ">: 次の未回答か要修正の箇所へ（「次の未回答」）",
        ">: to the next answer missing or wrong (or “next”)",
    ),
    Phrase(
        "u: 元に戻す（「元に戻す」でも同じ。「やり直す」で再び行う）",
        "u: undo (or “undo”; “redo” does it again)",
    ),
    Phrase("s: 保存の状態（「保存」）", "s: whether all is saved (or “save”)"),
    Phrase("m: メニューへ（「メニュー」）", "m: menu (or “menu”)"),
    Phrase("en: 英語で表示、ja: 日本語で表示", "en: English, ja: Japanese"),
    Phrase("q: 保存して終了（「終了」）", "q: save and end (or “quit”)"),
    Phrase(
        "答えが記号やこれらの語そのものである場合は、前に \\ を付けます（例: \\-）",
        "Where an answer is one of these itself, put a backslash in front, as in \\-",
    ),
)
"""Each with its word."""

_UNDONE = Phrase("元に戻しました: {what}", "Undone: {what}")
_REDONE = Phrase("やり直しました: {what}", "Done again: {what}")
_NO_UNDO = Phrase("元に戻せる操作はありません。", "There is nothing to undo.")
_NO_REDO = Phrase("やり直せる操作はありません。", "There is nothing to do again.")
_SAVED = Phrase("保存済みです。", "All is saved.")
_UNSAVED = Phrase("まだ保存できていません。", "Not saved yet.")
_NOT_HERE = Phrase(
    "「{typed}」はここでは使えません。? でできることが分かります。",
    "“{typed}” does not work here; ? tells what does.",
)
_LONGEST_SAID = 30
_NO_WORD = Phrase(
    "探すことばを / に続けて入力してください（例: /営業時間）。",
    "Type what to look for behind the /, as in /hours.",
)
_WORD = Phrase(
    "入力: 探すことば（見出しと答えから探します）、< やめる",
    "Type what to look for in labels and answers, < to leave it",
)
_MOST_HITS = Phrase(
    "見つかったもののうち、初めの{n}件です。ことばを増やすと絞れます。",
    "These are the first {n}; more words narrow it down.",
)
_NO_HIT = Phrase("「{word}」は見つかりません。", "“{word}” was not found.")
_HITS = Phrase("「{word}」: {n}件", "“{word}”: {n} found")
_GO = Phrase("入力: 開く番号、Enter 続き、< 戻る", "Type a number to go there, Enter for more, < back")
_NOTHING_MISSING = Phrase("発行を妨げる指摘はありません。", "Nothing stands in the way of the issue.")
_ANEW = Phrase("最後まで見たので、最初に戻りました。", "That was the last; from the top again.")
_LANGUAGE = {
    Lang.JA: Phrase("日本語で表示します。", "日本語で表示します。"),
    Lang.EN: Phrase("English.", "English."),
}


def heed(desk: Desk, reply: Reply, here: str | None = None) -> bool:
    """Do what works everywhere; whether that was all. `here` is the path one is at.

    Raises:
        Ended, ToMenu, GoTo: that is where it leads.
    """
    match reply.command:
        case None:
            return False
        case Command.QUIT:
            raise Ended
        case Command.KEYS:
            for key in (*QUESTION_KEYS, *KEYS):
                desk.say(f"  {desk.in_words(key)}")
            return True
        case Command.JAPANESE | Command.ENGLISH:
            desk.lang = Lang(reply.command.value)
            desk.say(_LANGUAGE[desk.lang])
            return True
    if not desk.is_open:
        return False
    match reply.command:
        case Command.MENU:
            raise ToMenu
        case Command.UNDO | Command.REDO:
            _undo(desk, again=reply.command is Command.REDO)
        case Command.SAVE:
            desk.save()
            desk.say(_UNSAVED if desk.document.problem is not None else _SAVED)
        case Command.SEARCH:
            _search(desk, reply.text)
        case Command.MISSING:
            go_to_missing(desk, here)
        case _:
            return False
    return True


def not_here(desk: Desk, reply: Reply) -> None:
    """Say that it does nothing at this prompt; what does, the prompt itself will say."""
    if reply.command is not Command.HELP:
        typed = reply.plain.strip()
        desk.say(_NOT_HERE.fill(typed=typed if len(typed) <= _LONGEST_SAID else f"{typed[:_LONGEST_SAID]}.."))


def go_to_missing(desk: Desk, here: str | None = None) -> None:
    """To the next finding that blocks the issue, behind `here`.

    Raises:
        GoTo: there is one.
    """
    from rfp_builder.workspace.missing import next_after

    blocking: list[Finding] = [one for one in desk.report.findings if one.severity is Severity.BLOCKS]
    if not blocking:
        desk.say(_NOTHING_MISSING)
        return
    found, anew = next_after(desk.project, blocking, here)
    if anew:
        desk.say(_ANEW)
    desk.say(found.message)
    desk.say(found.remedy)
    raise GoTo(found.path)


def _undo(desk: Desk, *, again: bool) -> None:
    step = desk.attempt(desk.document.redo if again else desk.document.undo)
    if step is None:
        desk.say(_NO_REDO if again else _NO_UNDO)
        return
    desk.say((_REDONE if again else _UNDONE).fill(what=step.label))
    desk.save()


def ask_for_word(desk: Desk) -> None:
    """Ask what to look for, and look.

    Raises:
        Ended, ToMenu, GoTo: that is where it leads.
    """
    typed = desk.ask(_WORD)
    if typed is not None:
        _search(desk, typed)


def _search(desk: Desk, word: str) -> None:
    from rfp_builder.workspace.searching import MOST, search

    if not word:
        desk.say(_NO_WORD)
        return
    hits = search(desk.project, word, desk.lang)
    if not hits:
        desk.say(_NO_HIT.fill(word=word))
        return
    desk.say(_HITS.fill(word=word, n=len(hits)))
    if len(hits) == MOST:
        desk.say(_MOST_HITS.fill(n=MOST))
    at = Listing(desk).choose([f"{desk.in_words(hit.place)}: {hit.excerpt}" for hit in hits], _GO)
    if isinstance(at, int):
        raise GoTo(hits[at].path)
