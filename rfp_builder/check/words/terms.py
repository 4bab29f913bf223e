"""Words that mean the same thing: a document should choose one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rfp_builder.i18n import Lang


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Words for one thing in one language; `pattern` matches each of them whole."""

    lang: Lang
    pattern: re.Pattern[str]


TERMS = (
    Synonyms(
        Lang.JA,
        re.compile(r"オペレーター|オペレータ(?!ー)|コミュニケーター|テレコミュニケーター|エージェント"),
    ),
    Synonyms(Lang.JA, re.compile(r"スーパーバイザー|スーパーバイザ(?!ー)")),
    Synonyms(Lang.JA, re.compile(r"受託者|受注者|請負者|受託業者|受託会社|(?<!再)委託先(?!の決定)")),
    Synonyms(Lang.JA, re.compile(r"発注者|委託者|委託元|発注元")),
    Synonyms(Lang.JA, re.compile(r"サーバー|サーバ(?!ー)")),
    Synonyms(Lang.JA, re.compile(r"コールセンター|コンタクトセンター")),
    Synonyms(Lang.JA, re.compile(r"問い合わせ|問合せ|問合わせ|問い合せ")),
    Synonyms(Lang.EN, re.compile(r"\b(?:agent|operator|representative)(?=s?\b)", re.I)),
    Synonyms(Lang.EN, re.compile(r"\b(?:vendor|contractor|supplier)(?=s?\b)", re.I)),
    Synonyms(Lang.EN, re.compile(r"\b(?:contact|call) cent(?:re|er)(?=s?\b)", re.I)),
)
