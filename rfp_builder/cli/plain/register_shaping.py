"""One requirement in several, and several in one."""

from __future__ import annotations

from collections.abc import Sequence

from rfp_builder.cli.plain.desk import Desk
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.localized import LONGEST, Localized
from rfp_builder.model.requirement import Requirement
from rfp_builder.workspace import register_editing as editing

_SPLITS = Phrase("文の切れ目で分けると、次の{n}件になります。", "Cut at its sentences, it becomes these {n}:")
_ONE = Phrase("文が1つだけなので、切れ目を自分で決めます。", "It is one sentence; say yourself where to cut.")
_NUMBERED = Phrase("  {n}. {text}", "  {n}. {text}")
_CUT = Phrase("どのように分けますか。", "How is it split?")
_AS_TOLD = Phrase("このとおりに分ける", "As told")
_OWN = Phrase("自分で書き分ける", "In words of your own")
_WHICH = Phrase("入力: 番号、< やめる", "Type a number, < to leave it")
_LINES = Phrase(
    "{lang}で、1行に1件ずつ入力し、最後に . だけの行を入力します（. だけなら、やめます）。",
    "Type it in {lang}, one requirement a line, then a line with only a point (that line alone leaves it).",
)
_SPLIT = Phrase(
    "{n}件に分けました（u で元に戻せます）。確認方法、理由、担当、評価細目、優先度は同じです。",
    "Split into {n} (u takes it back). All keep how it is checked, why, owner, priority and scoring.",
)
_LACKING = Phrase("うち{n}件は、片方の言語しかありません。", "In one language only: {n}.")
_TOO_LONG = Phrase(
    "1件は{most}文字以内にしてください。何も変えていません。",
    "At most {most} characters each, please. Nothing was changed.",
)
_MERGES = Phrase("次の{n}件を1つにまとめます。", "These {n} become one:")
_MERGED_TEXT = Phrase("まとめた文（{lang}）: {text}", "The merged text ({lang}): {text}")
_WORDING = Phrase("この文でまとめますか。", "Merge them in these words?")
_REWRITE = Phrase("書き直してまとめる", "In other words")
_REWORD = Phrase(
    "入力: まとめた要件の文（{lang}、1行）。Enter だけなら上の文のまま",
    "Type the merged requirement in one line ({lang}); Enter keeps the text above",
)
_MERGED = Phrase(
    "{n}件を1件にまとめました（u で元に戻せます）。確認方法、理由、担当はつないで残しました。",
    "{n} merged into one (u takes it back). Checks, reasons and owners were joined.",
)
_LEFT = Phrase("変えていません。", "Nothing was changed.")


def split(desk: Desk, one: Requirement) -> None:
    """Ask where to cut, and cut.

    Raises:
        Ended, ToMenu: see `Desk.ask`.
    """
    langs = _languages(desk, one.statement)
    cut = {lang: editing.sentences(one.statement.to(lang)) for lang in langs}
    parts = editing.paired(cut.get(Lang.JA, ()), cut.get(Lang.EN, ()))
    if len(parts) > 1:
        _tell(desk, _SPLITS.fill(n=len(parts)), [part.to(desk.lang) for part in parts])
        chosen = desk.pick_of(_CUT, (_AS_TOLD, _OWN), _WHICH)
        if chosen is None:
            desk.say(_LEFT)
            return
        typed = None if chosen == 0 else _typed(desk, langs)
    else:
        desk.say(one.statement)
        desk.say(_ONE)
        typed = _typed(desk, langs)
    parts = parts if typed is None else typed
    project = desk.attempt(lambda: editing.split(desk.project, one.id, parts)[0]) if parts else None
    if project is None or not desk.change(project, f"requirements[{one.id}]"):
        desk.say(_LEFT)
        return
    desk.say(_SPLIT.fill(n=len(parts)))
    lacking = sum(1 for part in parts if not all(map(part.has, langs)))
    if lacking:
        desk.say(_LACKING.fill(n=lacking))


def merge(desk: Desk, ones: Sequence[Requirement]) -> None:
    """Ask how the one that stays is worded, and merge.

    Raises:
        Ended, ToMenu: see `Desk.ask`.
    """
    ids = [one.id for one in ones]
    joined = desk.attempt(lambda: editing.joined(ones))
    # Refused before anything is asked, if it cannot be.
    if joined is None or desk.attempt(lambda: editing.merge(desk.project, ids, joined)) is None:
        return
    _tell(desk, _MERGES.fill(n=len(ones)), [one.statement.to(desk.lang) for one in ones])
    langs = _languages(desk, joined)
    for lang in langs:
        desk.say(_MERGED_TEXT.fill(lang=lang.label, text=joined.to(lang)))
    chosen = desk.pick_of(_WORDING, (_AS_TOLD_MERGED, _REWRITE), _WHICH)
    worded = joined if chosen == 0 else _reworded(desk, joined, langs) if chosen == 1 else None
    project = None
    if worded is not None:
        project = desk.attempt(lambda: editing.merge(desk.project, ids, worded)[0])
    if project is None or not desk.change(project, f"requirements[{ids[0]}]"):
        desk.say(_LEFT)
        return
    desk.say(_MERGED.fill(n=len(ones)))


_AS_TOLD_MERGED = Phrase("この文でまとめる", "In these words")


def _tell(desk: Desk, title: Phrase, texts: Sequence[str]) -> None:
    desk.say(title)
    for number, text in enumerate(texts, start=1):
        desk.say(_NUMBERED.fill(n=number, text=text))


def _languages(desk: Desk, text: Localized) -> tuple[Lang, ...]:
    """Those that it is worded in, that of the screen first."""
    return tuple(lang for lang in sorted(Lang, key=lambda one: one is not desk.lang) if text.has(lang))


def _typed(desk: Desk, langs: Sequence[Lang]) -> tuple[Localized, ...]:
    """The parts as somebody words them; none where it was left or is too long."""
    found: dict[Lang, list[str]] = {}
    for lang in langs:
        desk.say(_LINES.fill(lang=lang.label))
        found[lang] = [line.strip() for line in desk.lines().splitlines() if line.strip()]
        if not found[lang]:
            return ()
    if any(len(line) > LONGEST for lines in found.values() for line in lines):
        desk.say(_TOO_LONG.fill(most=LONGEST))
        return ()
    return editing.paired(found.get(Lang.JA, ()), found.get(Lang.EN, ()))


def _reworded(desk: Desk, joined: Localized, langs: Sequence[Lang]) -> Localized | None:
    wordings = {lang: desk.ask(_REWORD.fill(lang=lang.label)) or joined.to(lang) for lang in langs}
    if any(len(text) > LONGEST for text in wordings.values()):
        desk.say(_TOO_LONG.fill(most=LONGEST))
        return None
    return Localized(**{lang.value: text for lang, text in wordings.items()})
