"""Why a history cannot be read at all: one clear sentence each, and what to do."""

from __future__ import annotations

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase

_WHAT = Phrase("「{file}」から履歴を読み取れません。", "No history can be read from “{file}”.")
OF_TRIAL = Phrase(
    "「{file}」から試行の処理時間を読み取れません。",
    "No handling times of a trial run can be read from “{file}”.",
)
OF_SPECIALS = Phrase("「{file}」から特別な日を読み取れません。", "No special days can be read from “{file}”.")
_SHOWN = 120

_EXPORT = Phrase(
    "電話システムから「日付・時間帯・件数」の表を書き出し直してください（CSV または Excel）。",
    "Please export a table of date, interval and number of contacts again, as CSV or Excel.",
)
_COLUMNS = Phrase(
    "見出しに「日付」「時間帯」「着信件数」などの名前を付けてください。",
    "Please give the columns headings such as date, interval and calls.",
)
_SPLIT_FILE = Phrase(
    "期間または区分を分けて、複数のファイルにしてください。",
    "Please split it into several files by period or by category.",
)

EMPTY = Phrase("ファイルの中身が空です。", "The file is empty."), _EXPORT
NOT_TEXT = (
    Phrase("CSV でも Excel ブックでもないファイルです。", "The file is neither CSV nor an Excel workbook."),
    _EXPORT,
)
WEB_PAGE = (
    Phrase(
        "拡張子にかかわらず、中身は Excel ブックでも CSV でもなく、Webページ（HTML または XML）です。",
        "Whatever its name ends in, it is neither an Excel workbook nor CSV but a web page (HTML or XML).",
    ),
    Phrase(
        "Excelで開き、「名前を付けて保存」で「CSV UTF-8」または「Excel ブック（.xlsx）」として保存し直して"
        "ください。",
        "Please open it in Excel and use Save As with the type “CSV UTF-8” or “Excel Workbook (.xlsx)”.",
    ),
)
ENCODING = (
    Phrase(
        "文字コードを判別できません（UTF-8、UTF-16、Shift_JIS のいずれでもありません）。",
        "Its character encoding is none of UTF-8, UTF-16 and Shift_JIS.",
    ),
    Phrase("「CSV UTF-8」で保存し直してください。", "Please save it again as “CSV UTF-8”."),
)
FILE_TOO_LARGE = (
    Phrase("ファイルが大きすぎます（上限は200MBです）。", "The file is too large (the limit is 200 MB)."),
    _SPLIT_FILE,
)
NO_DATES = (
    Phrase(
        "日付として読み取れる列も見出しも見当たりません。",
        "No column and no heading holds dates that can be read.",
    ),
    Phrase(
        "日付は 2027-04-01 や 令和9年4月1日 のように年から書き、見出しを「日付」にしてください。",
        "Please write dates with the year, such as 2027-04-01, under the heading “date”.",
    ),
)
_YEAR_FIRST = Phrase(
    "日付を 2027-04-13 のように年から書き出し直してください。",
    "Please export it again with the year first, such as 2027-04-13.",
)
DATES_EITHER_WAY = (
    Phrase(
        "日付が「{example}」のような書き方で、月と日のどちらが先か、ファイルの中に手がかりがありません。",
        "Its dates are written like {example}, and nothing in it shows whether month or day comes first.",
    ),
    Phrase(
        "日付を 2027-04-13 のように年から書き出し直すか、どちらが先かを指定してください"
        "（コマンドでは、月が先なら --date-order month-first、日が先なら --date-order day-first）。",
        "Please export it again with the year first, such as 2027-04-13, or say which comes first (as a "
        "command: --date-order month-first or --date-order day-first).",
    ),
)
DATES_BOTH_WAYS = (
    Phrase(
        "日付の書き方がそろっていません。「{day}」は日が先、「{month}」は月が先としか読めません。",
        "Its dates are written in two ways: {day} can only have the day first, {month} only the month.",
    ),
    _YEAR_FIRST,
)
NOT_DAY_FIRST = (
    Phrase(
        "日が先という指定ですが、「{example}」は月が先としか読めません。",
        "The day was said to come first, but {example} can only have the month first.",
    ),
    Phrase(
        "指定を外すか、月が先と指定してください（コマンドでは --date-order month-first）。",
        "Please leave that out, or say that the month comes first (as a command: --date-order month-first).",
    ),
)
NOT_MONTH_FIRST = (
    Phrase(
        "月が先という指定ですが、「{example}」は日が先としか読めません。",
        "The month was said to come first, but {example} can only have the day first.",
    ),
    Phrase(
        "指定を外すか、日が先と指定してください（コマンドでは --date-order day-first）。",
        "Please leave that out, or say that the day comes first (as a command: --date-order day-first).",
    ),
)
NO_MONTH = (
    Phrase(
        "見出しが日（1〜31）だけで、どの年月か分かりません。",
        "The headings are days of a month (1 to 31), but no month is named.",
    ),
    Phrase(
        "表の上に「2027年4月」のように年月を記入してください。",
        "Please name the month above the table, such as 2027-04.",
    ),
)
NO_COUNTS = Phrase("件数の列が見当たりません。", "No column holds numbers of contacts."), _COLUMNS
NO_ROWS = (
    Phrase(
        "見出しの下に、読み取れる件数が1つもありません。",
        "There is not one readable count below the headings.",
    ),
    _EXPORT,
)
FRACTIONS = (
    Phrase("件数が整数ではなく、小数です。", "The counts are not whole numbers but fractions."),
    Phrase(
        "実績なら、件数を整数で書き出し直してください。別途作成した予測なら、予測として読み取らせてください"
        "（コマンドでは --as-forecast）。",
        "Please export past contacts again as whole numbers; or, if it is a forecast made elsewhere, have it "
        "read as one (as a command: --as-forecast).",
    ),
)
INTERVAL = (
    Phrase(
        "時間帯の幅が5・10・15・20・30・60分のいずれにもそろっていません。",
        "The intervals do not follow a grid of 5, 10, 15, 20, 30 or 60 minutes.",
    ),
    Phrase(
        "時間帯の幅をそろえて書き出し直してください。", "Please export it again with intervals of one length."
    ),
)
CONTRADICTIONS = (
    Phrase(
        "同じ日時・区分に異なる件数の行が多数あり、行を区別している列を判断できません。",
        "Many rows state different counts for the same time and category; it is not clear what they are of.",
    ),
    Phrase(
        "行を区別している列の見出しを「業務」「チャネル」「問い合わせ理由」などにしてください。",
        "Please give the column that tells them apart a heading such as program, channel or reason.",
    ),
)
TOO_MANY_SERIES = (
    Phrase(
        "区分の組み合わせが多すぎます（上限は{limit}です）。オペレーター名や電話番号など、需要の区分ではない列が"
        "含まれていないか確かめてください。",
        "There are too many combinations of categories (the limit is {limit}). "
        "Columns such as agent names or telephone numbers do not split the demand.",
    ),
    Phrase("不要な列を外して書き出し直してください。", "Please export it again without such columns."),
)
TOO_LONG = (
    Phrase(
        "期間・時間帯・区分を掛け合わせた量が多すぎます。",
        "Days, intervals and categories together are too many.",
    ),
    _SPLIT_FILE,
)
TOO_MANY_ROWS = Phrase("行または列の数が多すぎます。", "There are too many rows or columns."), _SPLIT_FILE
MIXED = (
    Phrase(
        "シートによって、時間帯別と月別が混ざっています。",
        "Some sheets hold intervals or days, others whole months.",
    ),
    _SPLIT_FILE,
)

NO_TIMES = (
    Phrase("処理時間の列が見当たりません。", "No column holds handling times."),
    Phrase(
        "1件を1行とし、見出しを「チャネル」「問い合わせ理由」「処理時間（秒）」などにしてください。",
        "Please give each contact a row, under headings such as channel, reason and handling time (seconds).",
    ),
)
NOT_BY_CONTACT = (
    Phrase(
        "件数の列があり、1件1行の記録ではありません。",
        "It has a column of counts, so its rows are not single contacts.",
    ),
    Phrase(
        "1件1行で書き出すか、着信件数の履歴として取り込んでください。",
        "Please export one row a contact, or take the file in as a history.",
    ),
)
_LIST_OF_DAYS = Phrase(
    "見出しを「日付」「名称」「倍率」とし、倍率を 1.4 や 140%、休業 のように記入してください。",
    "Please use the headings date, name and factor, with factors such as 1.4, 140% or closed.",
)
NO_FACTORS = Phrase("倍率の列が見当たりません。", "No column holds factors."), _LIST_OF_DAYS
NOT_SPECIALS = (
    Phrase(
        "時刻や件数の列があるため、特別な日の一覧ではなく、件数の履歴と思われます。",
        "It has a column of times or counts: this looks like a history, not like a list of special days.",
    ),
    _LIST_OF_DAYS,
)
MOSTLY_NO_SPECIALS = (
    Phrase(
        "{rows}行のうち{bad}行に、日付または倍率（0〜20倍）がありません。",
        "Of {rows} rows, {bad} have no day or no factor from 0 to 20.",
    ),
    _LIST_OF_DAYS,
)
TOO_MANY_DAYS = (
    Phrase(
        "特別な日の行が多すぎます（上限は{limit}行です）。", "There are too many rows (the limit is {limit})."
    ),
    Phrase("予測に関わる日だけにしてください。", "Please keep those that matter for the forecast."),
)


class Unreadable(Exception):
    """Raised deep inside while a history is read; becomes a `Refused` that names the file."""

    def __init__(self, reason: tuple[Phrase, Phrase], **values: object) -> None:
        self.why = reason[0].fill(**values)
        self.remedy = reason[1]
        super().__init__(self.why.en)


def refused(file_name: str, why: Phrase, remedy: Phrase, what: Phrase = _WHAT) -> Refused:
    """The refusal of `file_name`, shown without its folder and without invisible characters."""
    last = file_name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(char for char in last if char.isprintable())[:_SHOWN]
    return Refused(what.fill(file=shown), why, remedy)
