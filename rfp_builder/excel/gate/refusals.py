"""Why a file is refused, and what its sender should do: one sentence each, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from rfp_builder.errors import Refused
from rfp_builder.i18n import Phrase


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a file cannot be taken, and the one thing that puts it right."""

    why: Phrase
    remedy: Phrase


class Unfit(Exception):
    """Raised deep inside while a file is examined; becomes a `Refused` that names the file."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.why.en)
        self.reason = reason


_SAVE_AS_XLSX = Phrase(
    "Excelで開き、「Excel ブック（*.xlsx）」として保存し直して送ってください。",
    "Please open it in Excel, save it as “Excel Workbook (*.xlsx)” and send that file.",
)
_SAVE_AGAIN = Phrase(
    "Excelで正しく開けることを確かめ、保存し直してから、もう一度送ってください。",
    "Please make sure that it opens in Excel, save it again and send it once more.",
)
_START_FROM_OURS = Phrase(
    "配布時のブックに記入し直し、Excelで保存して送ってください。",
    "Please fill in the workbook as it was handed out, save it in Excel and send that file.",
)

EMPTY = Reason(Phrase("ファイルの中身が空です。", "The file is empty."), _SAVE_AGAIN)
FILE_TOO_LARGE = Reason(
    Phrase("ファイルが大きすぎます（上限は25MBです）。", "The file is too large (the limit is 25 MB)."),
    Phrase(
        "画像や不要なシートを取り除いて保存し直し、もう一度送ってください。",
        "Please remove pictures and sheets that are not needed, save it and send it again.",
    ),
)
PASSWORD = Reason(
    Phrase("パスワードで保護されているため、中を読み取れません。", "The file is protected with a password."),
    Phrase(
        "パスワードを解除して保存し直し、もう一度送ってください。",
        "Please remove the password, save the file and send it again without one.",
    ),
)
OLD_FORMAT = Reason(
    Phrase("古い形式（.xls）のブックです。", "The workbook is in the old format (.xls)."), _SAVE_AS_XLSX
)
BINARY_FORMAT = Reason(
    Phrase("バイナリ形式（.xlsb）のブックです。", "The workbook is in the binary format (.xlsb)."),
    _SAVE_AS_XLSX,
)
OPEN_DOCUMENT = Reason(
    Phrase(
        "OpenDocument形式（.odsなど）のファイルです。", "The file is an OpenDocument file (such as .ods)."
    ),
    Phrase(
        "「Excel ブック（*.xlsx）」として保存し直して送ってください。",
        "Please save it as “Excel Workbook (*.xlsx)” and send that file.",
    ),
)
PLAIN_TEXT = Reason(
    Phrase(
        "Excelのブックではなく、文字だけのファイル（CSVなど）です。",
        "This is not an Excel workbook but plain text (such as CSV).",
    ),
    _START_FROM_OURS,
)
WEB_PAGE = Reason(
    Phrase(
        "Excelのブックではなく、WebページまたはXMLのファイルです。",
        "This is not an Excel workbook but a web page or an XML file.",
    ),
    _SAVE_AS_XLSX,
)
PDF = Reason(
    Phrase("Excelのブックではなく、PDFです。", "This is not an Excel workbook but a PDF."), _START_FROM_OURS
)
NOT_A_WORKBOOK = Reason(
    Phrase("Excelのブックではありません。", "This is not an Excel workbook."), _START_FROM_OURS
)
DAMAGED = Reason(
    Phrase("ファイルが壊れているか、途中で切れています。", "The file is damaged or was cut off on its way."),
    _SAVE_AGAIN,
)
TEXTS_LOST = Reason(
    Phrase(
        "ブックから文字データが失われているため、記入された文章を読み取れません。",
        "The workbook has lost the part that holds its texts, so that no text can be read.",
    ),
    _SAVE_AGAIN,
)
MACROS = Reason(
    Phrase("マクロを含むブックです。", "The workbook contains macros."),
    Phrase(
        "マクロを含まない「Excel ブック（*.xlsx）」として保存し直して送ってください。",
        "Please save it as “Excel Workbook (*.xlsx)”, which has no macros, and send that file.",
    ),
)
INFLATES = Reason(
    Phrase(
        "開くと極端に大きくなるデータが含まれているため、安全に読み込めません。",
        "The file holds data that grows out of all proportion when opened, so it is not safe to read.",
    ),
    _START_FROM_OURS,
)
TOO_MUCH = Reason(
    Phrase(
        "シートの行・列・セルまたは文字の量が多すぎます。",
        "The sheets hold too many rows, columns or cells, or too much text.",
    ),
    Phrase(
        "表の外に広がった書式や不要なシートを取り除いて保存し直し、もう一度送ってください。",
        "Please remove unneeded sheets and formatting outside the tables, save it and send it again.",
    ),
)
FOREIGN_DECLARATION = Reason(
    Phrase(
        "Excelが使わない宣言（DOCTYPE）が含まれているため、安全に読み込めません。",
        "The file holds a declaration that Excel never writes (DOCTYPE), so it is not safe to read.",
    ),
    _START_FROM_OURS,
)
SUSPICIOUS_PARTS = Reason(
    Phrase(
        "ファイルの内部の構成が不正なため、安全に読み込めません。",
        "The inside of the file is not put together as Excel does it, so it is not safe to read.",
    ),
    _START_FROM_OURS,
)
NO_SHEETS = Reason(Phrase("ブックにシートがありません。", "The workbook has no sheets."), _START_FROM_OURS)

_WHAT = Phrase("「{file}」は受け取れません。", "“{file}” cannot be accepted.")
_SHOWN_NAME_LENGTH = 120


def refused(file_name: str, reason: Reason) -> Refused:
    """The refusal of `file_name`, which is shown without its folder and without invisible characters."""
    last = file_name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(char for char in last if char.isprintable())[:_SHOWN_NAME_LENGTH]
    return Refused(_WHAT.fill(file=shown), reason.why, reason.remedy)
