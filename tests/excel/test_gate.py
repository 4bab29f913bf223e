"""What the gate lets in, and what it sends back with which advice."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib

import pytest

from rfp_builder.errors import Refused
from rfp_builder.excel.gate import LIMITS, admit, refusals
from rfp_builder.excel.gate.refusals import Reason
from rfp_builder.i18n import Lang
from tests.excel.packages import SHEET, STRINGS, TYPES, book, parts, sheet_xml, zipped

_ROW = '<row><c t="inlineStr"><is><t>要件ID</t></is></c></row>'


def _reason(data: bytes, file_name: str = "回答.xlsx") -> Reason:
    with pytest.raises(Refused) as caught:
        admit(data, file_name)
    return Reason(caught.value.why, caught.value.remedy)


def test_a_workbook_passes_whatever_it_is_called() -> None:
    assert SHEET in admit(book(_ROW), "回答.xls")
    assert "XL/Worksheets/SHEET1.XML" in admit(book(_ROW), "x.xlsx")


def test_the_file_is_named_without_folder_and_invisible_characters() -> None:
    with pytest.raises(Refused) as caught:
        admit(b"", "C:\\受領\\回\u202e答\n.xlsx")
    assert caught.value.what.to(Lang.JA) == "「回答.xlsx」は受け取れません。"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", refusals.EMPTY),
        (b"%PDF-1.7\n", refusals.PDF),
        ("要件ID,回答\n1,○\n".encode("cp932"), refusals.PLAIN_TEXT),
        ("要件ID,回答\n1,○\n".encode("utf-16"), refusals.PLAIN_TEXT),
        ("要件ID,回答\n1,○\n".encode("utf-8-sig"), refusals.PLAIN_TEXT),
        (("あ" * 40_000).encode(), refusals.PLAIN_TEXT),
        (b"\n<html><table></table></html>", refusals.WEB_PAGE),
        (b'<?xml version="1.0"?><Workbook/>', refusals.WEB_PAGE),
        (b"\x89PNG\r\n\x1a\n\x00\x00", refusals.NOT_A_WORKBOOK),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", refusals.OLD_FORMAT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99, refusals.NOT_A_WORKBOOK),
        (b"PK\x05\x06" + b"\x00" * 18, refusals.DAMAGED),
        (book(_ROW)[:-30], refusals.DAMAGED),
        (book(_ROW) + b"\x00", refusals.DAMAGED),
        (book(_ROW)[40:], refusals.NOT_A_WORKBOOK),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), refusals.OPEN_DOCUMENT),
        (zipped({"memo.txt": b"x"}), refusals.NOT_A_WORKBOOK),
    ],
)
def test_other_files_are_told_what_they_are(data: bytes, reason: Reason) -> None:
    assert _reason(data) == reason


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            refusals.NOT_A_WORKBOOK,
        ),
        ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", refusals.MACROS),
        ("application/vnd.ms-excel.sheet.binary.main", refusals.BINARY_FORMAT),
        ("application/vnd.ms-excel.template.macroEnabled.main+xml", refusals.MACROS),
        ("application/vnd.ms-excel.intlmacrosheet+xml", refusals.MACROS),
    ],
)
def test_the_declared_content_decides(kind: str, reason: Reason) -> None:
    types = f'<Override PartName="/xl/workbook.xml" ContentType="{kind}"/>'
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    assert _reason(book(_ROW, types=f'<Types xmlns="{space}">{types}</Types>')) == reason


@pytest.mark.parametrize("name", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml", "XL/VBAPROJECT.BIN"])
def test_macro_parts_are_found_though_not_declared(name: str) -> None:
    assert _reason(zipped({**parts(_ROW), name: b"x"})) == refusals.MACROS


@pytest.mark.parametrize(
    "name",
    [
        "../evil.xml",
        "/etc/evil",
        "xl/../../evil",
        "xl//evil",
        "./evil",
        "C:/evil",
        "xl\\evil",
        "a\nb",
        "x" * 300,
    ],
)
def test_names_like_paths_are_refused(name: str) -> None:
    assert _reason(zipped({**parts(_ROW), name: b"x"})) == refusals.SUSPICIOUS_PARTS


def test_names_that_differ_by_case_only_are_duplicates() -> None:
    assert _reason(zipped({**parts(_ROW), SHEET.upper(): b"<x/>"})) == refusals.SUSPICIOUS_PARTS


def test_folders_may_be_listed() -> None:
    assert SHEET in admit(zipped({"xl/": b"", **parts(_ROW)}), "x.xlsx")


def test_a_symbolic_link_is_refused() -> None:
    buffer = io.BytesIO(book(_ROW))
    with zipfile.ZipFile(buffer, "a") as archive:
        link = zipfile.ZipInfo("xl/media/image1.png")
        link.create_system = 3
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert _reason(buffer.getvalue()) == refusals.SUSPICIOUS_PARTS


def test_too_many_parts_are_refused() -> None:
    many = {f"xl/media/{n}": b"" for n in range(LIMITS.parts)}
    assert _reason(zipped({**parts(_ROW), **many})) == refusals.SUSPICIOUS_PARTS


def test_a_large_file_is_refused_before_anything_else() -> None:
    assert _reason(bytes(LIMITS.file_bytes + 1)) == refusals.FILE_TOO_LARGE


def _central(data: bytes, name: bytes) -> int:
    """Where the directory's entry for the part `name` starts."""
    return data.index(b"PK\x01\x02", data.rindex(name) - 46)


def _patched(data: bytes, at: int, form: str, value: int) -> bytes:
    bent = bytearray(data)
    struct.pack_into(form, bent, at, value)
    return bytes(bent)


_SHEET_NAME = SHEET.encode()


@pytest.mark.parametrize(
    ("offset", "form", "value", "reason"),
    [
        (8, "<H", 0x0001, refusals.PASSWORD),
        (8, "<H", 0x2000, refusals.PASSWORD),
        (10, "<H", 12, refusals.SUSPICIOUS_PARTS),
        (10, "<H", 0, refusals.SUSPICIOUS_PARTS),
        (16, "<L", 1, refusals.SUSPICIOUS_PARTS),
        (20, "<L", 5, refusals.SUSPICIOUS_PARTS),
        (24, "<L", 5, refusals.SUSPICIOUS_PARTS),
        (42, "<L", 0, refusals.SUSPICIOUS_PARTS),
        (20, "<L", 0xFFFFFFFF, refusals.DAMAGED),
        (34, "<H", 1, refusals.DAMAGED),
        (42, "<L", 0xFFFFFFFE, refusals.DAMAGED),
    ],
)
def test_a_directory_that_lies_is_refused(offset: int, form: str, value: int, reason: Reason) -> None:
    data = book(_ROW)
    assert _reason(_patched(data, _central(data, _SHEET_NAME) + offset, form, value)) == reason


def test_a_directory_that_holds_more_entries_than_it_counts_is_refused() -> None:
    """Programs that read it to its end would be shown another sheet than those that count."""
    data = book(_ROW)
    other = io.BytesIO(data)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(other, "a") as archive:
        archive.writestr(SHEET, sheet_xml(""))
    bent = other.getvalue()
    end = bent.rindex(b"PK\x05\x06")
    count = struct.unpack_from("<H", bent, end + 10)[0]
    bent = _patched(_patched(bent, end + 8, "<H", count - 1), end + 10, "<H", count - 1)
    assert _reason(bent) == refusals.DAMAGED


def test_sizes_that_lie_in_both_places_are_found_out_while_inflating() -> None:
    data = book(_ROW)
    local = data.index(_SHEET_NAME) - 30
    bent = _patched(data, local + 22, "<L", 5)
    assert _reason(_patched(bent, _central(data, _SHEET_NAME) + 24, "<L", 5)) == refusals.DAMAGED


def test_entries_that_share_bytes_are_refused() -> None:
    data = zipped({**parts(_ROW), "xl/media/one": b"same" * 9, "xl/media/two": b"same" * 9})
    first = struct.unpack_from("<L", data, _central(data, b"xl/media/one") + 42)[0]
    # The second name is not that of the first header; with equal names it would be a duplicate anyway.
    assert (
        _reason(_patched(data, _central(data, b"xl/media/two") + 42, "<L", first))
        == refusals.SUSPICIOUS_PARTS
    )


def test_entries_nested_in_another_are_refused() -> None:
    inner = zipped({"xl/media/in": b"x"})
    contents = {**parts(_ROW), "xl/media/out": inner}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, part in contents.items():
            archive.writestr(name, part)
    data = buffer.getvalue()
    entry_at = inner.index(b"PK\x01\x02")
    entry = bytearray(inner[entry_at : inner.index(b"PK\x05\x06")])
    struct.pack_into("<L", entry, 42, data.index(inner))
    end = data.rindex(b"PK\x05\x06")
    _, _, _, _, count, size, start, _ = struct.unpack_from("<4s4H2LH", data, end)
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count + 1, count + 1, size + len(entry), start, 0)
    assert _reason(data[:end] + bytes(entry) + tail) == refusals.SUSPICIOUS_PARTS


def test_the_64_bit_form_is_read_and_its_lies_are_not_believed() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts(_ROW).items():
            with archive.open(name, "w", force_zip64=True) as stream:
                stream.write(part)
    data = buffer.getvalue()
    assert SHEET in admit(data, "x.xlsx")

    end = data.rindex(b"PK\x05\x06")
    _, _, _, _, count, size, start, _ = struct.unpack_from("<4s4H2LH", data, end)

    def with_64(count: int, start: int) -> bytes:
        record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, start)
        locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
        tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
        return data[:end] + record + locator + tail

    assert SHEET in admit(with_64(count, start), "x.xlsx")
    assert _reason(with_64(2**63, start)) == refusals.SUSPICIOUS_PARTS
    assert _reason(with_64(count, 2**63)) == refusals.DAMAGED


def test_sizes_in_the_64_bit_field_of_the_directory_are_read_and_not_believed() -> None:
    data = book(_ROW)
    at = _central(data, _SHEET_NAME)
    behind_name = at + 46 + len(_SHEET_NAME)
    end = data.rindex(b"PK\x05\x06")
    length = struct.unpack_from("<L", data, end + 12)[0]
    size = struct.unpack_from("<L", data, at + 24)[0]

    def with_field(field: bytes) -> bytes:
        bent = _patched(data, at + 24, "<L", 0xFFFFFFFF)
        bent = _patched(bent, at + 30, "<H", len(field))
        bent = _patched(bent, end + 12, "<L", length + len(field))
        return bent[:behind_name] + field + bent[behind_name:]

    unknown = struct.pack("<2HL", 0x7075, 4, 0)
    assert SHEET in admit(with_field(unknown + struct.pack("<2HQ", 1, 8, size)), "x.xlsx")
    assert _reason(with_field(struct.pack("<2HQ", 1, 8, size + 1))) == refusals.SUSPICIOUS_PARTS
    assert _reason(with_field(struct.pack("<2HL", 1, 4, size))) == refusals.DAMAGED
    assert _reason(with_field(unknown)) == refusals.DAMAGED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", [SHEET, STRINGS, TYPES, "docProps/custom.xml", "xl/drawings/vml1.vml"])
def test_a_doctype_is_refused_in_every_part(name: str, encoding: str) -> None:
    xml = "<?xml version='1.0'?>" + " " * 70_000 + "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"
    reason = _reason(zipped({**parts(_ROW), name: xml.encode(encoding)}))
    # The list of types is parsed before it is searched; what cannot be decoded there is merely damaged.
    assert reason in (refusals.FOREIGN_DECLARATION, refusals.DAMAGED)
    assert reason == refusals.FOREIGN_DECLARATION or name == TYPES


def test_a_bomb_is_noticed_in_a_part_that_nobody_reads() -> None:
    assert _reason(zipped({**parts(_ROW), "xl/media/image1.png": bytes(2_000_000)})) == refusals.INFLATES


def test_parts_are_summed() -> None:
    noise = os.urandom(200_000)
    part = (noise + bytes(30_000_000))[:30_000_000]
    many = {f"xl/media/{n}": part for n in range(LIMITS.total_bytes // len(part) + 1)}
    assert _reason(zipped({**parts(_ROW), **many})) == refusals.INFLATES


def test_small_parts_may_be_as_regular_as_they_like() -> None:
    assert SHEET in admit(book(_ROW + "<row/>" * 100_000), "x.xlsx")


def test_data_behind_a_compressed_part_is_refused() -> None:
    data = book(_ROW)
    packed = zlib.compress(sheet_xml(_ROW).encode(), wbits=-15)
    assert packed in data
    local = data.index(_SHEET_NAME) - 30
    start = local + 30 + len(_SHEET_NAME)
    longer = data[: start + len(packed)] + b"\x00" * 4 + data[start + len(packed) :]
    # The sheet is the last part: only the directory moves.
    bent = _patched(longer, local + 18, "<L", len(packed) + 4)
    bent = _patched(bent, _central(longer, _SHEET_NAME) + 20, "<L", len(packed) + 4)
    end = bent.rindex(b"PK\x05\x06")
    bent = _patched(bent, end + 16, "<L", struct.unpack_from("<L", data, end - 4 + 16)[0] + 4)
    assert _reason(bent) == refusals.SUSPICIOUS_PARTS
