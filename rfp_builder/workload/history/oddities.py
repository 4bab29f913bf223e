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
        "{n} characters could not be decoded and were read as “�”.",
    ),
    _K.QUOTES: Phrase(
        "引用符が閉じていない行が{n}行あり、引用符なしで読みました。",
        "{n} lines have a quotation mark that never closes; they were read without it.",
    ),
    _K.RAGGED: Phrase(
        "見出しより右に値のある行が{n}行あり、はみ出した値は読んでいません。",
        "{n} rows have values to the right of the last heading; those values were not read.",
    ),
    _K.HEADINGS_AGAIN: Phrase(
        "途中で繰り返された見出し{n}行を除きました。", "{n} repeated heading rows were left out."
    ),
    _K.TOTAL_ROW: Phrase(
        "合計などの行{n}行を除きました。", "{n} rows of totals, averages and the like were left out."
    ),
    _K.OTHER_MEASURE: Phrase(
        "着信以外（応答・放棄など）を数えた行{n}行は使っていません。",
        "{n} rows that count something else (answered, abandoned and the like) were not used.",
    ),
    _K.TOTAL_COLUMN: Phrase(
        "合計などの列{n}列は、件数に加えていません。", "{n} columns of totals were not counted."
    ),
    _K.TOTAL_DIFFERS: Phrase(
        "合計の列が内訳の和と一致しない行が{n}行あります。内訳を採りました。",
        "In {n} rows the total is not the sum of its parts; the parts were taken.",
    ),
    _K.BAD_DAY: Phrase(
        "日付として読み取れない行が{n}行あり、読んでいません。",
        "{n} rows have no readable date and were not read.",
    ),
    _K.BAD_TIME: Phrase(
        "時間帯として読み取れない行が{n}行あり、読んでいません。",
        "{n} rows have no readable time and were not read.",
    ),
    _K.LONE_DAY: Phrase(
        "ほかの期間から1年以上離れた日付の行が{n}行あり、誤記とみて読んでいません。",
        "{n} rows lie more than a year away from all others and were not read: probably mistyped dates.",
    ),
    _K.BAD_COUNT: Phrase(
        "件数として読み取れない値が{n}個あり、不明として扱いました。",
        "{n} values cannot be read as counts and were taken as unknown.",
    ),
    _K.NEGATIVE: Phrase(
        "マイナスの件数が{n}個あり、不明として扱いました。", "{n} negative counts were taken as unknown."
    ),
    _K.FRACTION: Phrase(
        "小数の件数が{n}個あり、不明として扱いました。",
        "{n} counts with a decimal fraction were taken as unknown.",
    ),
    _K.HUGE: Phrase(
        "1,000万を超える件数が{n}個あり、不明として扱いました。",
        "{n} counts above 10 million were taken as unknown.",
    ),
    _K.OFF_GRID: Phrase(
        "{minutes}分の区切りに合わない時刻の件数が{n}個あり、読んでいません。",
        "{n} counts do not start on the {minutes}-minute grid and were not read.",
    ),
    _K.REPEATED: Phrase(
        "同じ日時・区分の同じ件数が{n}個重複しており、1つだけ数えました。",
        "{n} counts repeat one of the same time and category; each was counted once.",
    ),
    _K.CONFLICT: Phrase(
        "同じ日時・区分に異なる件数が{n}個あり、先に出てきた値を採りました。",
        "{n} counts contradict an earlier one of the same time and category; the first was taken.",
    ),
    _K.FILLED_DOWN: Phrase(
        "日付の空いた行が{n}行あり、上の行の日付で補いました。",
        "{n} rows without a date were given that of the row above.",
    ),
    _K.NAMELESS: Phrase(
        "区分の空いた行が{n}行あり、「（空欄）」として数えました。",
        "{n} rows without a category were counted under “(blank)”.",
    ),
    _K.MISSING_DAY: Phrase(
        "データのない営業日が{n}日あります。予測には使いません。",
        "{n} days that should be open have no data; they are not used for the forecast.",
    ),
    _K.MISSING_INTERVAL: Phrase(
        "営業日のうち、データの抜けた時間帯が{n}個あります。予測には使いません。",
        "{n} intervals are missing on open days; they are not used for the forecast.",
    ),
    _K.CLOSED_DAY: Phrase("{n}日を休業日とみなしました。", "{n} days were taken as closed."),
    _K.CLOSED_WITH_CALLS: Phrase(
        "休業の印があるのに件数のある日が{n}日あり、営業日として数えました。",
        "{n} days are marked as closed but have contacts; they were counted as open.",
    ),
    _K.ABSENT: Phrase(
        "行のない区分・時間帯の組が{n}個あり、0件とみなしました。",
        "{n} combinations of category and interval have no row and were taken as 0.",
    ),
    _K.UNUSUAL_DAY: Phrase(
        "ふだんの同じ曜日と大きく異なる日が{n}日あります（件数はそのまま読みました）。",
        "{n} days differ strongly from the usual level of their weekday (they were read as they are).",
    ),
    _K.SHEET: Phrase(
        "表が見つからないシート{n}枚は読んでいません。", "{n} sheets without a table were not read."
    ),
    _K.HIDDEN_SHEET: Phrase("非表示のシート{n}枚は読んでいません。", "{n} hidden sheets were not read."),
    _K.OUTSIDE: Phrase(
        "20,000行・400列より外にあるセル{n}個を読めませんでした。CSVで保存して取り込むと全体を読めます。",
        "{n} cells beyond row 20,000 or column 400 were not read. Saved as CSV, the file is read in full.",
    ),
    _K.HANDLING_TEXT: Phrase(
        "処理時間として読み取れない値が{n}個あり、平均に含めていません。",
        "{n} values cannot be read as handling times and do not count in the average.",
    ),
    _K.HANDLING_ZERO: Phrase(
        "件数があるのに処理時間が0秒の値が{n}個あり、平均に含めていません。",
        "{n} handling times are 0 although there were contacts; they do not count in the average.",
    ),
    _K.HANDLING_LONG: Phrase(
        "1件あたり2時間を超える処理時間が{n}個あり、誤記とみて平均に含めていません。",
        "{n} handling times are above two hours a contact: probably slips, they do not count in the average.",
    ),
    _K.HANDLING_ALONE: Phrase(
        "件数が0なのに処理時間のある行が{n}行あり、平均に含めていません。",
        "{n} rows have handling times but no contacts and do not count in the average.",
    ),
    _K.HANDLING_CLOCK: Phrase(
        "「3:20」の形の処理時間{n}個を、3分20秒のように「分:秒」として読みました。",
        "{n} handling times written like 3:20 were read as minutes and seconds.",
    ),
    _K.HANDLING_MINUTES: Phrase(
        "単位のない処理時間{n}個は、秒としては短すぎるため分とみなしました。"
        "秒であれば、見出しを「平均処理時間（秒）」のようにしてください。",
        "{n} handling times without a unit are too short for seconds and were taken as minutes. "
        "If they are seconds, please say so in the heading: AHT (seconds).",
    ),
    _K.HANDLING_MIXED: Phrase(
        "ほかの行と単位や書き方の異なる処理時間が{n}個あり、それぞれの書き方どおりに読みました。",
        "{n} handling times have another unit or form than the others; each was read as it is written.",
    ),
    _K.TALK_ONLY: Phrase(
        "後処理時間の列がないため、処理時間は通話（と保留）の時間だけです（{n}表）。",
        "There is no column of wrap-up: handling times are those of talk (and hold) alone ({n} tables).",
    ),
    _K.UNTIMED: Phrase(
        "処理時間の空いた行が{n}行あり、数えていません。",
        "{n} rows have no handling time and were not counted.",
    ),
    _K.BAD_SPAN: Phrase(
        "最終日が初日より前になっている行が{n}行あり、使っていません。",
        "{n} rows end before they start and were not used.",
    ),
    _K.EMPTY_DAY: Phrase(
        "件数のない日が{n}日あり、0件としました。", "{n} days have no contacts and were taken as 0."
    ),
    _K.BAD_FACTOR: Phrase(
        "倍率として読み取れない行が{n}行あり、使っていません（1.4、140%、休業 のように記入してください）。",
        "{n} rows have no readable factor and were not used (write it like 1.4, 140% or closed).",
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
