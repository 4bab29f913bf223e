"""LibreOffice opens every document, and the pages hold the text."""

from __future__ import annotations

import re
import zlib
from datetime import date
from pathlib import Path

import pytest

from rfp_builder.disclosure.view import public_view
from rfp_builder.i18n import Lang
from rfp_builder.model.project import Project
from rfp_builder.resources import data_folder
from rfp_builder.word.definition import definition_document
from rfp_builder.word.rfp import rfp_document
from tests.office import convert, convert_all

DAY = date(2027, 2, 1)
STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


@pytest.fixture(scope="module")
def sample() -> Project:
    path = data_folder("samples") / "mail-order" / "project.json"
    return Project.model_validate_json(path.read_text(encoding="utf-8"))


def pages_with_text(pdf: bytes) -> int:
    """Pages of a printed document on which letters are shown."""
    shown = 0
    for match in STREAM.finditer(pdf):
        try:
            content = zlib.decompressobj().decompress(match[1])
        except zlib.error:
            continue
        shown += b"BT" in content and (b" Tj" in content or b"TJ" in content)
    return shown


@pytest.mark.office
def test_every_document_opens_and_has_its_pages(sample: Project, tmp_path: Path) -> None:
    documents = {f"rfp-{lang}": rfp_document(public_view(sample, lang, DAY)) for lang in Lang}
    documents["definition"] = definition_document(sample, Lang.JA, DAY)
    files = [tmp_path / f"{name}.docx" for name in documents]
    for file, data in zip(files, documents.values(), strict=True):
        file.write_bytes(data)
    printed = [pdf.read_bytes() for pdf in convert_all(files, "pdf", tmp_path)]
    pages = dict(zip(documents, map(pages_with_text, printed), strict=True))
    assert all(pages[f"rfp-{lang}"] > 40 for lang in Lang) and pages["definition"] > 30, pages


@pytest.mark.office
def test_a_draft_keeps_its_text_in_order(sample: Project, tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(rfp_document(public_view(sample, Lang.JA, DAY), draft=["期限がありません。"]))
    text = convert(file, "txt", tmp_path).read_text(encoding="utf-8-sig")
    words = (
        "提案依頼書",
        "この下書きに足りないもの",
        "期限がありません。",
        "目次",
        "R-001",
        "価格項目の一覧",
    )
    found = [text.rfind(word) if word == "価格項目の一覧" else text.find(word) for word in words]
    assert -1 not in found and found == sorted(found)
