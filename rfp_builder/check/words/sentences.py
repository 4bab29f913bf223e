"""Reading a requirement's sentence: how many duties, whose, how binding, with a number or without."""

from __future__ import annotations

import re
import unicodedata

from rfp_builder.i18n import Lang
from rfp_builder.text.remember import remembered

_JA_DUTY = re.compile(r"こと(?=[。、\s]|$|かつ|及び|および|並びに|ならびに)")
_JA_SENTENCE = re.compile(r"[^。\n]+")
_JA_JOINED = re.compile(
    r"(?:する|し|行い|行う)(?:とともに|と共に|、かつ|、また|、さらに|、併せて|、あわせて|、及び|及び|および|並びに|ならびに)"
    r"|。(?:また|さらに|なお|併せて|あわせて)"
)
_EN_DUTY = re.compile(r"\b(?:shall|must)\b", re.I)
_EN_JOINED = re.compile(
    r"\band (?:also|in addition|furthermore)\b|;\s*\w|\bas well as (?:to )?\w+ing\b", re.I
)

# は inside of these is no topic.
_JA_NO_TOPIC = re.compile(r"または|又は|あるいは|或いは|もしくは|若しくは|はがき|はじめ|はず|はい")
_JA_CLAUSE = re.compile(
    r"[^、。]*(?:場合|とき|時|際|後|前|以降|うえ|上|期間|限り)(?:に|には|は|においては)、?"
)
_JA_TOPIC = re.compile(
    r"(?<=[^、。\s])(?<!に)(?<!で)(?<!と)(?<!へ)(?<!から)(?<!まで)(?<!より)は|(?<=[^、。\s])が"
)
_EN_MODAL = re.compile(r"\b(?:shall|must|will|should|may|can|could)\b", re.I)
_EN_BEFORE_MODAL = re.compile(r"[A-Za-z]")

_JA_BINDING = re.compile(r"こと|である|ものとする|ならない|とする")
_JA_WEAK = re.compile(
    r"望ましい|努め|努力|心[掛が]け|期待する(?=。|$)|してもよい|してよい|するよう配慮|検討すること"
)
_EN_WEAK = frozenset({"should", "may", "can", "could"})
_EN_EFFORT = re.compile(
    r"\b(?:endeavou?rs?|strives?|best efforts|try to|aims? to|preferabl[ey]|desirable)\b", re.I
)

_NUMBER = re.compile(
    r"[0-9]|[一二三四五六七八九十百千](?=[件名人回日週年分秒割つ時か])|半数|全(?:て|件|員|数)|翌|当日|即日|同日|毎"
)
_JA_LEVEL = re.compile(
    r"(?:率|割合|時間|期間|件数|回数|頻度|人数|水準)を[^、。]{0,14}?(?:維持|達成|確保|保つ|下回|上回|超え|満たす|守る|短縮|向上)"
    r"|(?<![額値準等れ])(?:以内|以下|未満|以上(?!の(?:こと|場合|よう)))"
)
_EN_NUMBER = re.compile(
    r"[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half|each|every|all|daily"
    r"|weekly|monthly|quarterly|yearly|same day|next|no|none|never)\b",
    re.I,
)
_EN_LEVEL = re.compile(
    r"\b(?:maintain|achieve|keep|ensure|reach|meet|improve|reduce|shorten)\b[^.;]{0,40}"
    r"\b(?:rate|time|level|share|ratio)s?\b"
    r"|\bwithin (?:a|an|the|some)\b[^.;,]{0,30}"
    r"\b(?:time|period|minutes?|hours?|days?|weeks?|months?)\b"
    r"|\b(?:at least|at most|no (?:more|less|fewer) than)\b",
    re.I,
)
_JA_DOUBLE = re.compile(r"ない(?:こと|もの|わけ)(?:の|が|は|も)?な[いく]|なくはない|ずには(?:お|い|な)")
_EN_DOUBLE = re.compile(
    r"\bnot (?:fail|neglect|omit) to\b|\bnot (?:un|in|im)(?:able|possible|usual|necessary|common)\b"
    r"|\bno [^.;]{0,30} not\b",
    re.I,
)

_QUOTED = re.compile(r"「[^」]*」|“[^”]*”|(?<![A-Za-z])'[^']{6,}'(?![A-Za-z])")

LONGEST_JA, LONGEST_EN = 150, 55
"""Characters, words: beyond this a statement is read twice."""


@remembered
def plain(text: str) -> str:
    """The text in one width, without quoted wordings: what is inside 「」 is no part of the duty."""
    return _QUOTED.sub("「」", unicodedata.normalize("NFKC", text))


def several_duties(text: str, lang: Lang) -> bool:
    """Whether one statement asks for two things that are met or missed separately."""
    text = plain(text)
    if lang is Lang.EN:
        return len(_EN_DUTY.findall(text)) > 1 or _EN_JOINED.search(text) is not None
    duties = len(_JA_DUTY.findall(text))
    return duties > 1 or len(_JA_SENTENCE.findall(text.strip())) > 1 or _JA_JOINED.search(text) is not None


def has_subject(text: str, lang: Lang) -> bool:
    """Whether the statement says who, or what, has to."""
    text = plain(text)
    if lang is Lang.EN:
        modal = _EN_MODAL.search(text)
        return modal is None or _EN_BEFORE_MODAL.search(text[: modal.start()]) is not None
    text = _JA_CLAUSE.sub("", _JA_NO_TOPIC.sub("", text))
    return _JA_TOPIC.search(text) is not None


def is_duty(text: str, lang: Lang) -> bool:
    """Whether the statement binds anybody: 〜すること, shall."""
    if lang is Lang.EN:
        return _EN_MODAL.search(text) is not None
    return _JA_BINDING.search(plain(text)) is not None


def is_weak(text: str, lang: Lang) -> bool:
    """Whether the statement only wishes: 努める, 望ましい, should, endeavour."""
    text = plain(text)
    if lang is Lang.JA:
        return _JA_WEAK.search(text) is not None
    modal = _EN_MODAL.search(text)
    return (modal is not None and modal[0].lower() in _EN_WEAK) or _EN_EFFORT.search(text) is not None


def lacks_number(text: str, lang: Lang) -> bool:
    """Whether the statement speaks of a time, a rate or a limit and gives no number."""
    text = plain(text)
    level, number = (_JA_LEVEL, _NUMBER) if lang is Lang.JA else (_EN_LEVEL, _EN_NUMBER)
    return level.search(text) is not None and number.search(text) is None


def has_double_negative(text: str, lang: Lang) -> bool:
    """Whether two negations have to be cancelled in the head."""
    return (_JA_DOUBLE if lang is Lang.JA else _EN_DOUBLE).search(plain(text)) is not None


def is_long(text: str, lang: Lang) -> bool:
    """Whether the statement is too long to be read once."""
    return len(text) > LONGEST_JA if lang is Lang.JA else len(text.split()) > LONGEST_EN
