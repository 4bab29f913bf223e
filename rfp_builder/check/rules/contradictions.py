"""Statements against tables: the sentence gives another number than the field it speaks of."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from rfp_builder.check.context import Context, Wording, rows
from rfp_builder.check.facts import FACTS, Fact
from rfp_builder.check.finding import Severity
from rfp_builder.check.rule import Hit, Look, Rule, rule
from rfp_builder.check.said import clock, day, number, same
from rfp_builder.i18n import Lang, Phrase, Speakable, listed
from rfp_builder.model.answers import known
from rfp_builder.model.choices import Unit
from rfp_builder.model.definition.operations import SiteShift
from rfp_builder.model.definition.work import Program
from rfp_builder.text.dates import Unreadable, read_date

_AGREE = Phrase(
    "どちらが正しいかを確かめて合わせてください。同じ数値は表だけに置くと食い違いません。",
    "Find out which is right and make them agree; a number that stands in the table only cannot disagree.",
)
_SAID = Phrase(
    "要件{id}（{item}）は{said}としていますが、{title}は{fact}です。",
    "Requirement {id} ({item}) says {said}; {title}: {fact}.",
)
_UNSAID = Phrase(
    "非開示の要件{id}（{item}）の数値が、{title}（{fact}）と食い違います。",
    "A number in withheld requirement {id} ({item}) disagrees with {title}: {fact}.",
)

_SPAN_JA = re.compile(
    r"(?:午前)?(?P<h>[0-9]{1,2})(?::(?P<m>[0-9]{2})|時(?:(?P<mm>[0-9]{1,2})分|(?P<half>半))?)(?:から|[~〜～\-–—]|より)"
    r"(?P<pm>午後)?(?P<h2>[0-9]{1,2})(?::(?P<m2>[0-9]{2})|時(?:(?P<mm2>[0-9]{1,2})分|(?P<half2>半))?)"
)
_SPAN_EN = re.compile(
    r"(?P<h>[0-9]{1,2}):(?P<m>[0-9]{2})(?: ?[\-–—] ?| to | until | and )(?P<h2>[0-9]{1,2}):(?P<m2>[0-9]{2})"
)
_OPENING = {
    Lang.JA: re.compile(r"受付時間|営業時間|対応時間|業務時間|運営時間|開設時間|窓口を開"),
    Lang.EN: re.compile(
        r"\b(?:opening|business|service|operating) hours\b|\bhours of (?:operation|service)\b|\bopen\b",
        re.I,
    ),
}
_STARTING = {
    Lang.JA: re.compile(r"(?:サービス|業務|運用|運営)(?:の|を)?開始"),
    Lang.EN: re.compile(r"\b(?:start|begin)s?\b", re.I),
}
_DATE = re.compile(
    r"(?:[0-9]{4}|令和(?:[0-9]{1,2}|元))年[0-9]{1,2}月[0-9]{1,2}日|[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{1,2} (?:Jan|Febr)uary [0-9]{4}|[0-9]{1,2} (?:March|April|May|June|July|August) [0-9]{4}"
    r"|[0-9]{1,2} (?:Septem|Octo|Novem|Decem)ber [0-9]{4}"
)
_INTERVAL = re.compile(r"枠|時間帯|\bintervals?\b", re.I)
_KPI_UNIT: Mapping[Unit, str] = {
    Unit.PERCENT: r"(?:%|パーセント| ?per ?cent)",
    Unit.SECONDS: r"(?:秒| ?seconds?)",
    Unit.MINUTES: r"(?:分| ?minutes?)",
    Unit.HOURS: r"(?:時間| ?hours?)",
    Unit.DAYS: r"(?:日| ?days?)",
    Unit.COUNT: r"(?:件|回| ?(?:cases|contacts|times))",
    Unit.SCORE: r"(?:点| ?points?)",
}


def _looks_for(fact: Fact) -> Look:
    def look(context: Context) -> Iterator[Hit]:
        values = fact.values(context.definition)
        if not values:
            return
        reported: set[str] = set()
        for wording in context.wordings:
            one = wording.requirement
            if one.item not in fact.items or one.id in reported:
                continue
            text = unicodedata.normalize("NFKC", wording.text)
            if not fact.about[wording.lang].search(text):
                continue
            said = _numbers(fact.spoken[wording.lang], text)
            if said and not any(value in values for value in said):
                reported.add(one.id)
                yield _hit(
                    wording,
                    fact.title,
                    listed(fact.unit.fill(n=number(value)) for value in said),
                    listed(fact.unit.fill(n=number(value)) for value in sorted(values)),
                )

    return look


RULES = tuple(
    Rule(
        fact.rule,
        Severity.WARNS,
        Phrase(f"要件文と{fact.title.ja}", f"Statement against {fact.title.en}"),
        _looks_for(fact),
    )
    for fact in FACTS
)


@rule(
    "contradiction.hours", Severity.WARNS, "要件文と受付時間（2.1、4.1）", "Statement against opening hours"
)
def hours(context: Context) -> Iterator[Hit]:
    """A statement gives opening hours that no program and no site has."""
    bands: list[Program | SiteShift] = [*context.programs.values()]
    bands += rows(context.definition.operations.sites.shifts)
    known_spans = {
        (opens, closes)
        for band in bands
        if (opens := known(band.opens)) is not None and (closes := known(band.closes)) is not None
    }
    for wording in context.wordings:
        if not known_spans or wording.requirement.item not in ("2.1", "4.1"):
            continue
        text = unicodedata.normalize("NFKC", wording.text)
        if not _OPENING[wording.lang].search(text):
            continue
        said = {_span(match) for match in (_SPAN_JA if wording.lang is Lang.JA else _SPAN_EN).finditer(text)}
        if said and not said & known_spans:
            title = Phrase("受付時間（2.1、4.1）", "opening hours (2.1, 4.1)")
            yield _hit(wording, title, _spans(said), _spans(known_spans))


@rule(
    "contradiction.start", Severity.WARNS, "要件文とサービス開始日（2.4）", "Statement against the start date"
)
def start(context: Context) -> Iterator[Hit]:
    """A statement gives another date for the start of service."""
    begins = known(context.definition.work.start.service_start)
    for wording in context.wordings:
        if begins is None or wording.requirement.item not in ("2.4", "7.3"):
            continue
        text = unicodedata.normalize("NFKC", wording.text)
        said = [found for match in _DATE.findall(text) if (found := _date(match)) is not None]
        if said and _STARTING[wording.lang].search(text) and begins not in said:
            title = Phrase("サービス開始日（2.4）", "start of service (2.4)")
            yield _hit(wording, title, listed(day(one) for one in said), day(begins))


@rule("contradiction.kpi", Severity.WARNS, "要件文とKPI（4.9）", "Statement against a KPI")
def kpi(context: Context) -> Iterator[Hit]:
    """A statement names a KPI of 4.9 with a number that is neither its target nor its minimum."""
    right, spoken = _kpis(context)
    reported: set[str] = set()
    for wording in context.wordings:
        pattern = spoken.get(wording.lang)
        # A level within intervals is another measure than the KPI's.
        if pattern is None or wording.requirement.id in reported or _INTERVAL.search(wording.text):
            continue
        for match in pattern.finditer(unicodedata.normalize("NFKC", wording.text)):
            name = match["name"].casefold()
            for unit, values in right[name].items():
                said = re.match(
                    rf"[^0-9。.]{{0,16}}?([0-9][0-9,]*(?:[.][0-9]+)?){_KPI_UNIT[unit]}", match["rest"]
                )
                if said is None or Decimal(said[1].replace(",", "")) in values:
                    continue
                title = Phrase("KPI「{name}」（4.9）", "KPI “{name}” (4.9)").fill(name=match["name"])
                if wording.secret:
                    title = Phrase("KPI（4.9）", "a KPI (4.9)")
                fact = listed(same(number(value)) for value in sorted(values))
                reported.add(wording.requirement.id)
                yield _hit(wording, title, same(said[1]), fact)


def _kpis(context: Context) -> tuple[dict[str, dict[Unit, set[Decimal]]], dict[Lang, re.Pattern[str]]]:
    """Right values by folded name and unit, and for each language what finds the names."""
    right: dict[str, dict[Unit, set[Decimal]]] = defaultdict(lambda: defaultdict(set))
    names: dict[Lang, set[str]] = {Lang.JA: set(), Lang.EN: set()}
    for row in context.kpis.values():
        unit = known(row.unit)
        values = {value for value in (known(row.target), known(row.minimum)) if value is not None}
        if row.kpi is None or unit is None or unit not in _KPI_UNIT or not values:
            continue
        for lang, name in ((Lang.JA, row.kpi.ja), (Lang.EN, row.kpi.en)):
            folded = unicodedata.normalize("NFKC", name or "").casefold()
            if len(folded) >= 3:
                names[lang].add(folded)
                right[folded][unit] |= values
    spoken = {
        lang: re.compile(
            "(?P<name>"
            + "|".join(re.escape(name) for name in sorted(found, key=len, reverse=True))
            + ")(?=(?P<rest>.{0,40}))",
            re.IGNORECASE | re.DOTALL,
        )
        for lang, found in names.items()
        if found
    }
    return right, spoken


def _hit(wording: Wording, title: Speakable, said: Speakable, fact: Speakable) -> Hit:
    one = wording.requirement
    message = (_UNSAID if wording.secret else _SAID).fill(
        id=one.id, item=one.item, said=said, title=title, fact=fact
    )
    return Hit(wording.path, message, _AGREE)


def _numbers(pattern: re.Pattern[str], text: str) -> list[Decimal]:
    return [Decimal(match["n"].replace(",", "")) for match in pattern.finditer(text)]


def _span(match: re.Match[str]) -> tuple[int, int]:
    parts = match.groupdict()
    opens = int(parts["h"]) * 60 + _past(parts, "m", "mm", "half")
    closes = int(parts["h2"]) * 60 + _past(parts, "m2", "mm2", "half2")
    if parts.get("pm") and closes < 12 * 60:
        closes += 12 * 60
    return opens, closes


def _past(parts: Mapping[str, str | None], colon: str, minutes: str, half: str) -> int:
    return 30 if parts.get(half) else int(parts.get(colon) or parts.get(minutes) or 0)


def _spans(spans: set[tuple[int, int]]) -> Phrase:
    return listed(same(f"{clock(opens)}–{clock(closes)}") for opens, closes in sorted(spans))


def _date(text: str) -> date | None:
    try:
        return read_date(text)
    except Unreadable:
        return None
