"""How an answer may be typed, by the kind of question, each with two examples that are read as said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rfp_builder.forms.choices import YES_OR_NO
from rfp_builder.forms.examples import example_definition
from rfp_builder.forms.names import row_names
from rfp_builder.forms.numbers import is_percent
from rfp_builder.forms.pages import question_at
from rfp_builder.forms.questions import Question
from rfp_builder.forms.several import listed
from rfp_builder.i18n import Lang, Phrase
from rfp_builder.model.shape import Kind
from rfp_builder.model.units import Reads


@dataclass(frozen=True, slots=True)
class Typing:
    """How to type it, and examples: two, or none where only the question itself can give any."""

    how: Phrase
    examples: tuple[Phrase, ...] = ()


def _alike(*texts: str) -> tuple[Phrase, ...]:
    return tuple(Phrase(text, text) for text in texts)


_NUMBER = Phrase(
    "数字を入力します。全角でも、桁区切りや「万」「億」があっても構いません。",
    "Type a number, with or without commas.",
)
_SPAN = Phrase(
    "{unit}単位の数を入力します。「1時間半」のような書き方も読み取ります。",
    "Type a number of {unit}, or a span such as “1 h 30 min”.",
)
_SPANS: Mapping[str, tuple[Phrase, ...]] = MappingProxyType(
    {
        "seconds": (Phrase("320", "320"), Phrase("5分20秒", "5 min 20 s")),
        "minutes": (Phrase("30", "30"), Phrase("1時間半", "1 h 30 min")),
        "hours": (Phrase("8", "8"), Phrase("120分", "120 min")),
    }
)
_PERCENT = Typing(
    Phrase("割合を%で入力します。1%に満たない場合は「0.5%」のように%を付けます。", "Type a percentage."),
    _alike("80%", "12.5%"),
)
_DAY_OF_MONTH = Typing(
    Phrase("1から31の数字、または「月末」と入力します。", "Type 1 to 31, or “end of month”."),
    (Phrase("25日", "25"), Phrase("月末", "end of month")),
)
_BY_KIND: Mapping[Kind, Typing] = MappingProxyType(
    {
        Kind.TEXT: Typing(
            Phrase("文章で入力します。改行もできます。", "Type a text; it may have several lines.")
        ),
        Kind.WHOLE: Typing(_NUMBER, _alike("12", "１２")),
        Kind.DECIMAL: Typing(_NUMBER, _alike("12.5", "１２．５")),
        Kind.MONEY: Typing(_NUMBER, (Phrase("120万円", "1,200,000"), Phrase("1,200,000", "JPY 1,200,000"))),
        Kind.DATE: Typing(
            Phrase("年月日を、西暦または令和で入力します。", "Type the day, the year with four digits."),
            (Phrase("2027-04-01", "2027-04-01"), Phrase("令和9年4月1日", "1 April 2027")),
        ),
        Kind.MONTH: Typing(
            Phrase("年と月を入力します。", "Type year and month."),
            (Phrase("2027-04", "2027-04"), Phrase("令和9年4月", "April 2027")),
        ),
        Kind.CLOCK: Typing(
            Phrase("時刻を入力します。1日の終わりは24:00です。", "Type a time; 24:00 is the end of the day."),
            (Phrase("9:00", "9:00"), Phrase("17時半", "5:30 pm")),
        ),
        Kind.YES_NO: Typing(
            Phrase("「はい」か「いいえ」を入力します。", "Type yes or no."),
            tuple(choice.label for choice in YES_OR_NO),
        ),
        Kind.LINE: Typing(Phrase("1行で入力します。", "Type one line.")),
        Kind.REFERENCES: Typing(
            Phrase(
                "要件台帳のIDを「、」で区切って入力します。",
                "Type ids of the register, with commas in between.",
            )
        ),
        Kind.TABLE: Typing(
            Phrase(
                "1行ずつ入力します。Excelでコピーした範囲を貼り付けることもできます。",
                "Fill in row by row, or paste a block copied from Excel.",
            )
        ),
    }
)
_CURRENCY = Typing(
    Phrase("3文字の記号を入力します。日本円は「円」でも構いません。", "Type the code with three letters."),
    (Phrase("JPY", "JPY"), Phrase("円", "USD")),
)
_ONE = Phrase("次から1つ選びます: {choices}", "Choose one of these: {choices}")
_SEVERAL = Phrase(
    "次から選び、「、」で区切ります: {choices}", "Choose from these, with commas in between: {choices}"
)
_TOGETHER = Phrase("{first}、{second}", "{first}, {second}")
_ROW = Phrase(
    "「{table}」の表から行を選ぶか、その名前を入力します。",
    "Choose a row of the table “{table}”, or type its name.",
)
_INSTEAD = Phrase(
    "決まっていなければ「未定: 情報システム部 2027-03-01」、関係がなければ「該当なし: 理由」と入力します。",
    "If it is not settled, type “TBD: IT department 2027-03-01”; if it does not arise, “N/A: why”.",
)


def typing_of(question: Question) -> Typing:
    """How answers to a question may be typed.

    Raises:
        CatalogueError: a data file is broken.
    """
    match question.kind:
        case Kind.CHOICE:
            labels = tuple(choice.label for choice in question.choices[:2])
            return Typing(_ONE.fill(choices=listed(question.choices)), labels)
        case Kind.CHOICES:
            return _several(question)
        case Kind.REFERENCE:
            return _reference(question)
        case Kind.LINE if question.reads is Reads.CURRENCY:
            return _CURRENCY
    if is_percent(question):
        return _PERCENT
    if question.reads is Reads.DAY_OF_MONTH:
        return _DAY_OF_MONTH
    if question.unit is not None and question.unit.en in _SPANS:
        return Typing(_SPAN.fill(unit=question.unit), _SPANS[question.unit.en])
    return _BY_KIND[question.kind]


def instead_of(question: Question) -> Phrase | None:
    """What may be typed in place of an answer; None where only an answer will do."""
    return _INSTEAD if question.answerable else None


def _several(question: Question) -> Typing:
    first, second = (choice.label for choice in question.choices[:2])
    together = _TOGETHER.fill(first=first, second=second)
    return Typing(_SEVERAL.fill(choices=listed(question.choices)), (first, together))


def _reference(question: Question) -> Typing:
    assert question.refers_to is not None
    table = question_at(question.refers_to)
    label = question.label if table is None else table.label
    names = row_names(example_definition())
    ids = names.rows(question.refers_to)[:2]
    called = (Phrase(*(names.shown(question.refers_to, one, lang) for lang in Lang)) for one in ids)
    return Typing(_ROW.fill(table=label), tuple(called))
