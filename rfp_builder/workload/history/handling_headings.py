"""Which headings name handling times, and whether they are averages or sums."""

from __future__ import annotations

from enum import Enum

from rfp_builder.text.fold import fold
from rfp_builder.workload.history.durations import unit_of, without_unit
from rfp_builder.workload.history.words import Role

HANDLINGS = (Role.HANDLING, Role.HANDLING_TOTAL, Role.HANDLING_PART, Role.HANDLING_PART_TOTAL)

_LONGEST = 80
_NEVER = (
    *("待ち", "待機", "最大", "最長", "最小", "最短", "率", "割合", "比", "目標", "件数", "回数", "人数"),
    *(
        "応答時間",
        "応答速度",
        "以内",
        "稼働",
        "離席",
        "wait",
        "max",
        "min",
        "longest",
        "shortest",
        "rate",
        "%",
    ),
    *("target", "asa", "answer", "calls", "count", "percent", "staffed", "login", "idle"),
)
"""Words of what is no handling time although it looks like one: waiting, extremes, shares, counts."""
_WRAP = ("後処理", "事後処理", "ラップアップ", "acw", "wrap", "after call", "after-call")
_HOLD = ("保留", "hold")
_TALK = ("通話", "会話", "att", "talk")
_TIMES = ("時間", "秒", "平均", "総", "合計")
"""Words that make a time of 通話 and 保留, which names of contact reasons hold, too: 通話料金."""
_WHOLE = (
    *("処理時間", "対応時間", "応対時間", "ハンドルタイム", "ハンドリングタイム", "aht", "tht"),
    *("handle time", "handling time", "handling", "handle"),
)
_MEAN = ("平均", "1件あたり", "1件当たり", "average", "avg", "mean", "aht", "att", "per call", "per contact")
_SUM = ("合計", "総", "累計", "延べ", "total", "sum", "tht")
_HANDLED = (
    *("対応件数", "処理件数", "応対件数", "応答件数", "応答呼数", "応答数", "対応数", "完了件数"),
    *("handled", "answered"),
)
_NOT_HANDLED = ("以内", "率", "時間", "within", "rate", "%", "time", "放棄", "未", "un", "not ")


class Part(Enum):
    """Which part of a handling time a column holds."""

    WHOLE = "whole"
    TALK = "talk"
    HOLD = "hold"
    WRAP = "wrap"


_BARE = (Part.HOLD, Part.TALK)


def part_of(heading: str) -> Part | None:
    """The part that a heading names; None where it names no handling time."""
    text = _folded(heading)
    if text.endswith("数") or any(_stands(text, word) for word in _NEVER):
        return None
    timed = text in (*_HOLD, *_TALK) or unit_of(heading) is not None or any(one in text for one in _TIMES)
    for part, words in (
        (Part.WRAP, _WRAP),
        (Part.HOLD, _HOLD),
        (Part.TALK, _TALK),
        (Part.WHOLE, _WHOLE),
    ):
        named = [word for word in words if _stands(text, word)]
        if any(word.isascii() for word in named) or (named and (part not in _BARE or timed)):
            return part
    return None


def handling_role(heading: str) -> Role | None:
    """What a heading says of handling times; one that leaves it open is taken for an average."""
    part = part_of(heading)
    if part is None:
        text = _folded(heading)
        named = handled_rank(heading) < len(_HANDLED)
        return Role.HANDLED if named and not any(_stands(text, word) for word in _NOT_HANDLED) else None
    summed = is_said(heading) is False
    if part is Part.WHOLE:
        return Role.HANDLING_TOTAL if summed else Role.HANDLING
    return Role.HANDLING_PART_TOTAL if summed else Role.HANDLING_PART


def is_said(heading: str) -> bool | None:
    """Whether a heading says that its times are averages (True) or sums (False); None where it does not."""
    text = _folded(heading)
    if any(_stands(text, word) for word in _MEAN):
        return True
    return False if any(_stands(text, word) for word in _SUM) else None


def handled_rank(heading: str) -> int:
    """How surely a heading names the contacts that were handled: 0 is best."""
    text = _folded(heading)
    return next((at for at, word in enumerate(_HANDLED) if _stands(text, word)), len(_HANDLED))


def _folded(heading: str) -> str:
    return fold(without_unit(heading[:_LONGEST])).replace("_", " ")


def _stands(text: str, word: str) -> bool:
    """Whether `word` is in `text`; short English ones only by themselves."""
    if not word.isascii() or not word.isalpha():
        return word in text
    at = text.find(word)
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
        if not _letter(before) and not _letter(behind):
            return True
        at = text.find(word, at + 1)
    return False


def _letter(char: str) -> bool:
    return char.isascii() and char.isalpha()
