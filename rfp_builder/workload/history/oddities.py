"""What was odd in a history: nothing is left out or mended without a line here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_date

_PLACES = 5
_NAME_SHOWN = 40


class OddKind(StrEnum):
    """A kind of oddity."""

    LETTERS = "letters"
    QUOTES = "quotes"
    RAGGED = "ragged"
    HEADINGS_AGAIN = "headings_again"
    TOTAL_ROW = "total_row"
    OTHER_MEASURE = "other_measure"
    TOTAL_COLUMN = "total_column"
    TOTAL_DIFFERS = "total_differs"
    BAD_DAY = "bad_day"
    BAD_TIME = "bad_time"
    LONE_DAY = "lone_day"
    BAD_COUNT = "bad_count"
    NEGATIVE = "negative"
    FRACTION = "fraction"
    HUGE = "huge"
    OFF_GRID = "off_grid"
    COARSE_DAY = "coarse_day"
    REPEATED = "repeated"
    CONFLICT = "conflict"
    FILLED_DOWN = "filled_down"
    NAMELESS = "nameless"
    MISSING_DAY = "missing_day"
    MISSING_INTERVAL = "missing_interval"
    CLOSED_DAY = "closed_day"
    CLOSED_WITH_CALLS = "closed_with_calls"
    ABSENT = "absent"
    UNUSUAL_DAY = "unusual_day"
    SHEET = "sheet"
    HIDDEN_SHEET = "hidden_sheet"
    OUTSIDE = "outside"
    HANDLING_TEXT = "handling_text"
    HANDLING_ZERO = "handling_zero"
    HANDLING_LONG = "handling_long"
    HANDLING_ALONE = "handling_alone"
    HANDLING_CLOCK = "handling_clock"
    HANDLING_MINUTES = "handling_minutes"
    HANDLING_MIXED = "handling_mixed"
    TALK_ONLY = "talk_only"
    UNTIMED = "untimed"
    EMPTY_DAY = "empty_day"
    BAD_SPAN = "bad_span"
    BAD_FACTOR = "bad_factor"

    def phrase(self) -> Phrase:
        """What it means, with a place for the count `n`."""
        return _PHRASES[self]


_K = OddKind
_PHRASES = {
    _K.LETTERS: Phrase(
        "読めない文字が{n}か所あり、「�」に置き換えて読みました。",
        "Characters that could not be decoded, read as “�”: {n}.",
    ),
    _K.QUOTES: Phrase(
        "引用符が閉じていない行が{n}行あり、引用符なしで読みました。",
        "Lines with a quotation mark that never closes, read without it: {n}.",
    ),
    _K.RAGGED: Phrase(
        "見出しより右に値のある行が{n}行あり、はみ出した値は読んでいません。",
        "Rows with values to the right of the last heading, which were not read: {n}.",
    ),
    _K.HEADINGS_AGAIN: Phrase(
        "途中で繰り返された見出し{n}行を除きました。", "Repeated heading rows, left out: {n}."
    ),
    _K.TOTAL_ROW: Phrase(
        "合計などの行{n}行を除きました。", "Rows of totals, averages and the like, left out: {n}."
    ),
    _K.OTHER_MEASURE: Phrase(
        "着信以外（応答・放棄など）を数えた行{n}行は使っていません。",
        "Rows that count something else (answered, abandoned and the like), not used: {n}.",
    ),
    _K.TOTAL_COLUMN: Phrase(
        "合計などの列{n}列は、件数に加えていません。", "Columns of totals, not counted: {n}."
    ),
    _K.TOTAL_DIFFERS: Phrase(
        "合計の列が内訳の和と一致しない行が{n}行あります。内訳を採りました。",
        "Rows whose total is not the sum of its parts; the parts were taken: {n}.",
    ),
    _K.BAD_DAY: Phrase(
        "日付として読み取れない行が{n}行あり、読んでいません。",
        "Rows without a readable date, not read: {n}.",
    ),
    _K.BAD_TIME: Phrase(
        "時間帯として読み取れない行が{n}行あり、読んでいません。",
        "Rows without a readable time, not read: {n}.",
    ),
    _K.LONE_DAY: Phrase(
        "ほかの期間から1年以上離れた日付の行が{n}行あり、誤記とみて読んでいません。",
        "Rows more than a year away from all others, probably mistyped dates, not read: {n}.",
    ),
    _K.BAD_COUNT: Phrase(
        "件数として読み取れない値が{n}個あり、不明として扱いました。",
        "Values that cannot be read as counts, taken as unknown: {n}.",
    ),
    _K.NEGATIVE: Phrase(
        "マイナスの件数が{n}個あり、不明として扱いました。", "Negative counts, taken as unknown: {n}."
    ),
    _K.FRACTION: Phrase(
        "小数の件数が{n}個あり、不明として扱いました。",
        "Counts with a decimal fraction, taken as unknown: {n}.",
    ),
    _K.HUGE: Phrase(
        "1,000万を超える件数が{n}個あり、不明として扱いました。",
        "Counts above 10 million, taken as unknown: {n}.",
    ),
    _K.OFF_GRID: Phrase(
        "{minutes}分の区切りに合わない時刻の件数が{n}個あり、読んでいません。",
        "Counts that do not start on the {minutes}-minute grid, not read: {n}.",
    ),
    _K.COARSE_DAY: Phrase(
        "件数の時刻の間隔が時間帯の幅より広い日が{n}日あります。幅の違う表が混ざっていないか確かめてください。",
        "Days whose counts lie further apart than the interval: {n}. Check whether tables of different "
        "intervals are mixed.",
    ),
    _K.REPEATED: Phrase(
        "同じ日時・区分の同じ件数が{n}個重複しており、1つだけ数えました。",
        "Counts that repeat one of the same time and category, counted once: {n}.",
    ),
    _K.CONFLICT: Phrase(
        "同じ日時・区分に異なる件数が{n}個あり、先に出てきた値を採りました。",
        "Counts that contradict an earlier one of the same time and category; the first was taken: {n}.",
    ),
    _K.FILLED_DOWN: Phrase(
        "日付の空いた行が{n}行あり、上の行の日付で補いました。",
        "Rows without a date, given that of the row above: {n}.",
    ),
    _K.NAMELESS: Phrase(
        "区分の空いた行が{n}行あり、「（空欄）」として数えました。",
        "Rows without a category, counted under “(blank)”: {n}.",
    ),
    _K.MISSING_DAY: Phrase(
        "データのない営業日が{n}日あります。予測には使いません。",
        "Days that should be open but have no data, not used for the forecast: {n}.",
    ),
    _K.MISSING_INTERVAL: Phrase(
        "営業日のうち、データの抜けた時間帯が{n}個あります。予測には使いません。",
        "Intervals missing on open days, not used for the forecast: {n}.",
    ),
    _K.CLOSED_DAY: Phrase("{n}日を休業日とみなしました。", "Days taken as closed: {n}."),
    _K.CLOSED_WITH_CALLS: Phrase(
        "休業の印があるのに件数のある日が{n}日あり、営業日として数えました。",
        "Days marked as closed that have contacts, counted as open: {n}.",
    ),
    _K.ABSENT: Phrase(
        "行のない区分・時間帯の組が{n}個あり、0件とみなしました。",
        "Combinations of category and interval without a row, taken as 0: {n}.",
    ),
    _K.UNUSUAL_DAY: Phrase(
        "ふだんの同じ曜日と大きく異なる日が{n}日あります（件数はそのまま読みました）。",
        "Days that differ strongly from the usual level of their weekday, read as they are: {n}.",
    ),
    _K.SHEET: Phrase(
        "表が見つからないシート{n}枚は読んでいません。", "Sheets without a table, not read: {n}."
    ),
    _K.HIDDEN_SHEET: Phrase("非表示のシート{n}枚は読んでいません。", "Hidden sheets, not read: {n}."),
    _K.OUTSIDE: Phrase(
        "20,000行・400列より外にあるセル{n}個を読めませんでした。CSVで保存して取り込むと全体を読めます。",
        "Cells beyond row 20,000 or column 400, not read (saved as CSV, the file is read in full): {n}.",
    ),
    _K.HANDLING_TEXT: Phrase(
        "処理時間として読み取れない値が{n}個あり、平均に含めていません。",
        "Values that cannot be read as handling times, not in the average: {n}.",
    ),
    _K.HANDLING_ZERO: Phrase(
        "件数があるのに処理時間が0秒の値が{n}個あり、平均に含めていません。",
        "Handling times of 0 although there were contacts, not in the average: {n}.",
    ),
    _K.HANDLING_LONG: Phrase(
        "1件あたり2時間を超える処理時間が{n}個あり、誤記とみて平均に含めていません。",
        "Handling times above two hours a contact, probably slips, not in the average: {n}.",
    ),
    _K.HANDLING_ALONE: Phrase(
        "件数が0なのに処理時間のある行が{n}行あり、平均に含めていません。",
        "Rows with handling times but no contacts, not in the average: {n}.",
    ),
    _K.HANDLING_CLOCK: Phrase(
        "「3:20」の形の処理時間{n}個を、3分20秒のように「分:秒」として読みました。",
        "Handling times written like 3:20, read as minutes and seconds: {n}.",
    ),
    _K.HANDLING_MINUTES: Phrase(
        "単位のない処理時間{n}個は、秒としては短すぎるため分とみなしました。"
        "秒であれば、見出しを「平均処理時間（秒）」のようにしてください。",
        "Handling times without a unit, too short for seconds and taken as minutes: {n}. "
        "If they are seconds, please say so in the heading: AHT (seconds).",
    ),
    _K.HANDLING_MIXED: Phrase(
        "ほかの行と単位や書き方の異なる処理時間が{n}個あり、それぞれの書き方どおりに読みました。",
        "Handling times with another unit or form than the others, each read as it is written: {n}.",
    ),
    _K.TALK_ONLY: Phrase(
        "後処理時間の列がないため、処理時間は通話（と保留）の時間だけです（{n}表）。",
        "There is no column of wrap-up: handling times are those of talk (and hold) alone (tables: {n}).",
    ),
    _K.UNTIMED: Phrase(
        "処理時間の空いた行が{n}行あり、数えていません。",
        "Rows without a handling time, not counted: {n}.",
    ),
    _K.BAD_SPAN: Phrase(
        "最終日が初日より前になっている行が{n}行あり、使っていません。",
        "Rows that end before they start, not used: {n}.",
    ),
    _K.EMPTY_DAY: Phrase(
        "件数のない日が{n}日あり、0件としました。", "Days without contacts, taken as 0: {n}."
    ),
    _K.BAD_FACTOR: Phrase(
        "倍率として読み取れない行が{n}行あり、使っていません（1.4、140%、休業 のように記入してください）。",
        "Rows without a readable factor, not used (write it like 1.4, 140% or closed): {n}.",
    ),
}


def at_line(number: int, sheet: str = "") -> Phrase:
    """A line of the file, or a row of a sheet."""
    if sheet:
        return Phrase("{sheet} {n}行目", "{sheet} row {n}").fill(n=number, sheet=sheet)
    return Phrase("{n}行目", "line {n}").fill(n=number)


def on_day(day: date) -> Phrase:
    """A day."""
    return Phrase(show_date(day, Lang.JA), show_date(day, Lang.EN))


def called(name: str) -> Phrase:
    """A name from the file, without what cannot be shown."""
    shown = "".join(char for char in name if char.isprintable())[:_NAME_SHOWN]
    return Phrase(shown, shown)


@dataclass(frozen=True, slots=True)
class Odd:
    """One kind of oddity: how often, and the first places where it was met."""

    kind: OddKind
    count: int
    text: Phrase
    places: tuple[Phrase, ...] = ()
    """Lines, days or names; at most five."""

    def to(self, lang: Lang) -> str:
        """The sentence, with the places behind it."""
        if not self.places:
            return self.text.to(lang)
        more = ("ほか" if lang is Lang.JA else " …") if self.count > len(self.places) else ""
        shown = ("、" if lang is Lang.JA else ", ").join(place.to(lang) for place in self.places) + more
        return f"{self.text.to(lang)}（{shown}）" if lang is Lang.JA else f"{self.text.to(lang)} ({shown})"


class Oddities:
    """Gathers what is odd while a file is read."""

    def __init__(self) -> None:
        self._counts: dict[OddKind, int] = {}
        self._places: dict[OddKind, list[Phrase]] = {}
        self._values: dict[OddKind, dict[str, object]] = {}

    def add(self, kind: OddKind, count: int, places: Iterable[Phrase] = (), **values: object) -> None:
        """Note `count` more of a kind; nothing for 0."""
        if count <= 0:
            return
        self._counts[kind] = self._counts.get(kind, 0) + int(count)
        kept = self._places.setdefault(kind, [])
        for place in places:
            if len(kept) >= _PLACES:
                break
            kept.append(place)
        self._values.setdefault(kind, {}).update(values)

    def all(self) -> tuple[Odd, ...]:
        """Everything noted, in the order of `OddKind`."""
        return tuple(
            Odd(
                kind,
                self._counts[kind],
                kind.phrase().fill(n=f"{self._counts[kind]:,}", **self._values[kind]),
                tuple(self._places[kind]),
            )
            for kind in OddKind
            if kind in self._counts
        )
