"""The zip package around a Word document: read within bounds, and written the same for the same parts."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from rfp_builder.i18n import Phrase
from rfp_builder.word.refusals import SAVE_WITHOUT_MACROS, refused

CONTENT_TYPES = "[Content_Types].xml"
_FILE_BYTES = 10 * 1024 * 1024
_PART_BYTES = 16 * 1024 * 1024
_TOTAL_BYTES = 48 * 1024 * 1024
_PARTS = 500
_ENCRYPTED = 0x1
_LEVEL = 4
"""Half the time of the usual level, for a file hardly larger."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)

_NOT_WORD = Phrase("Wordの文書（.docx）ではありません。", "It is not a Word document (.docx).")
_TOO_LARGE = Phrase(
    "ファイルが大きすぎるか、開くと極端に大きくなります。", "It is too large, or grows out of all proportion."
)
_MACROS = Phrase("マクロが含まれています。", "It contains macros.")
_SUSPICIOUS = Phrase("ファイル内部の構成が不正です。", "Its inside is not put together as Word does it.")


def read_package(data: bytes) -> dict[str, bytes]:
    """The parts of a template by name.

    Raises:
        Refused: no Word document, damaged, protected, too large, or with macros.
    """
    if len(data) > _FILE_BYTES:
        raise refused(_TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _parts(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError, OSError):
        raise refused(_NOT_WORD) from None


def _parts(package: zipfile.ZipFile) -> dict[str, bytes]:
    infos = [info for info in package.infolist() if not info.is_dir()]
    names = [info.filename.casefold() for info in infos]
    if len(infos) > _PARTS or len(set(names)) != len(names):
        raise refused(_SUSPICIOUS)
    parts: dict[str, bytes] = {}
    left = _TOTAL_BYTES
    for info in infos:
        if info.flag_bits & _ENCRYPTED or ".." in info.filename.split("/"):
            raise refused(_SUSPICIOUS)
        allowed = min(_PART_BYTES, left)
        with package.open(info) as stream:
            part = stream.read(allowed + 1)
        if len(part) > allowed:
            raise refused(_TOO_LARGE)
        left -= len(part)
        parts[info.filename] = part
    if (
        any("vbaproject" in name for name in names)
        or b"macroenabled" in parts.get(CONTENT_TYPES, b"").lower()
    ):
        raise refused(_MACROS, SAVE_WITHOUT_MACROS)
    if CONTENT_TYPES not in parts or "word/document.xml" not in parts:
        raise refused(_NOT_WORD)
    return parts


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """A package of the parts: the list of types first, the others by name, every date 1 January 1980."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            package.writestr(info, parts[name], compresslevel=_LEVEL)
    return target.getvalue()
