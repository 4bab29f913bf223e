"""Vague words of English requirements, each with what to write instead."""

from __future__ import annotations

from rfp_builder.check.words.vague import VagueWord
from rfp_builder.i18n import Phrase

ENGLISH: tuple[VagueWord, ...] = (
    VagueWord(
        "appropriate",
        ("appropriate",),
        r"(?<!in)\bappropriate(?:ly)?\b",
        Phrase(
            "何をもって適切とするか、基準を書いてください。",
            "Name the standard: a number, a document or an example.",
        ),
    ),
    VagueWord(
        "as needed",
        (
            "necessary",
            "needed",
            "required",
        ),
        r"\b(?:as|if|when|where|whenever) (?:needed|necessary|required)\b",
        Phrase("必要になる条件と、判断する人を書いてください。", "State the condition and who decides."),
    ),
    VagueWord(
        "if applicable",
        (
            "if applicable",
            "where applicable",
        ),
        r"\bwhere applicable\b|\bif applicable\b",
        Phrase("どの場合に当てはまるのかを書いてください。", "Say in which cases it applies."),
    ),
    VagueWord(
        "timely",
        ("timely",),
        r"\btimely\b",
        Phrase("期限を数値で書いてください。", "Give the time limit as a number."),
    ),
    VagueWord(
        "promptly",
        ("prompt",),
        r"\bprompt(?:ly)?\b",
        Phrase("期限を数値で書いてください。", "Give the time limit as a number."),
    ),
    VagueWord(
        "quickly",
        (
            "quick",
            "rapid",
            "speed",
            "swift",
        ),
        r"\b(?:quick|swift|speed|rapid)(?:ly|ily|y)\b",
        Phrase("期限を数値で書いてください。", "Give the time limit as a number."),
    ),
    VagueWord(
        "immediately",
        ("immediate",),
        r"\bimmediate(?:ly)?\b",
        Phrase("上限を分で書いてください。", "Give the limit in minutes."),
    ),
    VagueWord(
        "without delay",
        ("without",),
        r"\bwithout (?:undue )?delay\b",
        Phrase("期限を数値で書いてください。", "Give the time limit as a number."),
    ),
    VagueWord(
        "as soon as possible",
        ("as soon as p",),
        r"\bas soon as (?:possible|practicable)\b",
        Phrase("期限を数値で書いてください。", "Give the time limit as a number."),
    ),
    VagueWord(
        "in due course",
        ("in due course",),
        r"\bin due course\b",
        Phrase("期限を書いてください。", "Say by when."),
    ),
    VagueWord(
        "etc.",
        ("etc",),
        r"\betc\b\.?",
        Phrase("省略したものを全て挙げてください。", "List everything that is meant."),
    ),
    VagueWord(
        "and so on",
        ("and so",),
        r"\band so (?:on|forth)\b",
        Phrase("省略したものを全て挙げてください。", "List everything that is meant."),
    ),
    VagueWord(
        "and the like",
        (
            "similar",
            "the like",
        ),
        r"\b(?:and|or) (?:the like|similar)\b",
        Phrase("省略したものを全て挙げてください。", "List everything that is meant."),
    ),
    VagueWord(
        "including but not limited to",
        ("including but not limited to",),
        r"\bincluding but not limited to\b",
        Phrase("求めるものを全て挙げてください。", "List what is asked for; the rest cannot be priced."),
    ),
    VagueWord(
        "sufficient",
        ("sufficient",),
        r"(?<!in)\bsufficient(?:ly)?\b",
        Phrase(
            "どれだけあれば足りるのか、数量や水準を書いてください。",
            "Give the quantity or level that is enough.",
        ),
    ),
    VagueWord(
        "adequate",
        ("adequate",),
        r"(?<!in)\badequate(?:ly)?\b",
        Phrase(
            "どれだけあれば足りるのか、数量や水準を書いてください。",
            "Give the quantity or level that is enough.",
        ),
    ),
    VagueWord(
        "enough",
        ("enough",),
        r"\benough\b(?![^.;]{0,40}[0-9])",
        Phrase("数量を書いてください。", "Give the quantity."),
    ),
    VagueWord(
        "flexible",
        ("flexib",),
        r"(?<!in)\bflexib(?:le|ly|ility)\b",
        Phrase(
            "変えられる幅と、何日前までかを書いてください。",
            "Give the range and the notice: ±20 % within five business days.",
        ),
    ),
    VagueWord(
        "as far as possible",
        (
            "feasible",
            "possible",
            "practicable",
        ),
        r"\b(?:as far as|wherever|where|whenever) (?:possible|practicable|feasible)\b",
        Phrase("必ず行う範囲を書いてください。", "Say what must be done in any case."),
    ),
    VagueWord(
        "to the extent possible",
        ("possible",),
        r"\bto the (?:extent|maximum extent) possible\b",
        Phrase("必ず行う範囲を書いてください。", "Say what must be done in any case."),
    ),
    VagueWord(
        "reasonable",
        ("reasonabl",),
        r"(?<!un)\breasonabl[ey]\b",
        Phrase("限度を数値で書いてください。", "Give the limit as a number."),
    ),
    VagueWord(
        "in principle",
        ("in principle",),
        r"\bin principle\b",
        Phrase("例外の条件と、認める人を書いてください。", "State the exceptions and who grants them."),
    ),
    VagueWord(
        "generally",
        (
            "basically",
            "generally",
            "mostly",
            "normally",
            "typically",
            "usually",
        ),
        r"\b(?:generally|normally|usually|typically|basically|mostly)\b",
        Phrase("例外の条件を書くか、削除してください。", "State the exceptions, or leave the word out."),
    ),
    VagueWord(
        "approximately",
        (
            "about",
            "approximately",
            "around",
            "circa",
            "roughly",
        ),
        r"\b(?:approximately|roughly|about|around|circa)(?= [0-9])",
        Phrase("許容する幅を数値で書いてください。", "Give the tolerance, such as ±5 %."),
    ),
    VagueWord(
        "regularly",
        (
            "frequently",
            "occasionally",
            "often",
            "periodically",
            "regularly",
        ),
        r"\b(?:regularly|periodically|frequently|(?<!how )often|occasionally)\b",
        Phrase("頻度を書いてください。", "Give the frequency: weekly, each quarter."),
    ),
    VagueWord(
        "from time to time",
        ("from time to time",),
        r"\bfrom time to time\b",
        Phrase("頻度を書いてください。", "Give the frequency."),
    ),
    VagueWord(
        "user-friendly",
        ("friendly",),
        r"\buser[- ]friendly\b",
        Phrase("操作の回数など、測れる形で書いてください。", "Say it in steps, clicks or hours of learning."),
    ),
    VagueWord(
        "easy to use",
        (
            "easily",
            "easy",
            "simple",
        ),
        r"\b(?:easy|easily|simple) to (?:use|understand|read)\b",
        Phrase("誰がどう確かめるかを書いてください。", "Say who checks it and how."),
    ),
    VagueWord(
        "smooth",
        ("smooth",),
        r"\bsmooth(?:ly)?\b",
        Phrase("起きてはならないことを書いてください。", "Say what must not happen."),
    ),
    VagueWord(
        "efficient",
        ("efficient",),
        r"(?<!in)\befficient(?:ly)?\b",
        Phrase("効率を測る指標と目標値を書いてください。", "Name the measure of efficiency and its target."),
    ),
    VagueWord(
        "effective",
        ("effective",),
        r"(?<!in)\beffective(?:ly)?\b(?! (?:date|from|on|as of))",
        Phrase("効果を測る指標と目標値を書いてください。", "Name the measure of effect and its target."),
    ),
    VagueWord(
        "high quality",
        ("quality",),
        r"\b(?:high|good|best|top)[- ]quality\b",
        Phrase("品質を測る指標と目標値を書いてください。", "Name the measure of quality and its target."),
    ),
    VagueWord(
        "proper",
        ("proper",),
        r"(?<!im)\bproper(?:ly)?\b",
        Phrase("基準を書いてください。", "Name the standard."),
    ),
    VagueWord(
        "suitable",
        ("suitabl",),
        r"(?<!un)\bsuitabl[ey]\b",
        Phrase("満たすべき条件を書いてください。", "Name the conditions to be met."),
    ),
    VagueWord(
        "state of the art",
        ("state",),
        r"\bstate[- ]of[- ]the[- ]art\b",
        Phrase("機能や版を書いてください。", "Name the functions or the version."),
    ),
    VagueWord(
        "optimal",
        ("optim",),
        r"\boptim(?:al|ally|um|ise|ize)\b",
        Phrase("何を指標とするのかを書いてください。", "Name the measure by which it is best."),
    ),
    VagueWord(
        "minimal",
        ("minimal",),
        r"\bminimal(?:ly)?\b",
        Phrase("上限を数値で書いてください。", "Give the limit as a number."),
    ),
    VagueWord(
        "minimise",
        (
            "aximi",
            "inimi",
        ),
        r"\b(?:minimi[sz]|maximi[sz])e\b",
        Phrase("上限・下限を数値で書いてください。", "Give the limit as a number."),
    ),
    VagueWord(
        "several",
        (
            "multiple",
            "numerous",
            "several",
            "various",
        ),
        r"\b(?:several|various|numerous|multiple)\b",
        Phrase("数を書くか、全て挙げてください。", "Give the number, or list them."),
    ),
    VagueWord(
        "many",
        ("many",),
        r"(?<!how )(?<!as )(?<!so )\bmany\b",
        Phrase("数を書いてください。", "Give the number."),
    ),
    VagueWord(
        "some",
        ("some",),
        r"\bsome (?:of|kind|degree|extent)\b",
        Phrase("数か割合を書いてください。", "Give the number or the share."),
    ),
    VagueWord(
        "professional",
        ("professional",),
        r"\bprofessional(?:ly)? (?:manner|way|attitude)\b",
        Phrase("応対基準の項目で書いてください。", "Refer to a point of the monitoring form."),
    ),
    VagueWord(
        "friendly",
        (
            "courteous",
            "friendly",
            "kind",
            "polite",
        ),
        r"\b(?:polite|courteous|friendly|kind)(?:ly)? (?:manner|way|service|response)\b",
        Phrase("応対基準の項目で書いてください。", "Refer to a point of the monitoring form."),
    ),
    VagueWord(
        "politely",
        (
            "courteously",
            "kindly",
            "politely",
        ),
        r"\b(?:answer|respond|speak|deal|treat|behave|act)\w*[^.;]{0,40} (?:politely|courteously|kindly)\b",
        Phrase("応対基準の項目で書いてください。", "Refer to a point of the monitoring form."),
    ),
    VagueWord(
        "and/or",
        ("and/or",),
        r"\band/or\b",
        Phrase("「かつ」か「または」のどちらかを選んでください。", "Choose one: and, or."),
    ),
    VagueWord(
        "accurate",
        ("accurately",),
        r"(?<!in)\baccurately\b",
        Phrase("許容する誤りの割合を書いてください。", "Give the error rate you accept."),
    ),
    VagueWord(
        "robust",
        (
            "cutting",
            "robust",
            "seamless",
            "world",
        ),
        r"\b(?:robust|seamless|world[- ]class|cutting[- ]edge)(?:ly)?\b",
        Phrase("観察できる事実で書いてください。", "Say what can be observed."),
    ),
    VagueWord(
        "experienced",
        ("experienced",),
        r"\b(?:sufficiently|well|highly) experienced\b|\bexperienced (?:staff|personnel|people|team)\b",
        Phrase("年数や件数で書いてください。", "Give years or numbers."),
    ),
    VagueWord(
        "until further notice",
        ("until further notice",),
        r"\buntil further notice\b",
        Phrase("いつまでかを書いてください。", "Say until when."),
    ),
    VagueWord(
        "in advance",
        ("in advance",),
        r"(?<!days )(?<!hours )(?<!weeks )(?<!months )(?<!day )(?<!fixed )(?<!agreed )\bin advance\b",
        Phrase("何日前までかを書いてください。", "Say how long ahead."),
    ),
)
