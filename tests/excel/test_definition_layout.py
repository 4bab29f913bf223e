"""What the definition workbook looks like to the programs that open it."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from rfp_builder.catalogue.requirements import ready_requirements
from rfp_builder.excel.definition.layout import columns_of, folded_headings
from rfp_builder.excel.definition.paper import broken
from rfp_builder.excel.definition.writer import definition_workbook
from rfp_builder.forms import markers
from rfp_builder.forms.frame import pages
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Lang
from rfp_builder.model.definition import Definition
from rfp_builder.model.project import Project
from rfp_builder.model.rfp import Rfp
from rfp_builder.model.shape import Kind, items
from rfp_builder.text.width import cell_width
from rfp_builder.workspace.workspace import sample_project
from tests.excel.definitions import Hand

TABLES = [one for page in pages() for one in page.questions if one.kind is Kind.TABLE]
BOTH = Project(rfp=Rfp(languages=(Lang.JA, Lang.EN)))


def parts(data: bytes) -> dict[str, str]:
    """The XML parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode("utf-8") for name in package.namelist()}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.path)
@pytest.mark.parametrize("languages", [(Lang.JA,), (Lang.JA, Lang.EN)])
def test_no_two_columns_of_a_table_share_a_heading(table: Question, languages: tuple[Lang, ...]) -> None:
    columns = columns_of(table, languages)
    assert set(folded_headings(table, languages).values()) == {
        (column.name, lang) for column, lang, _ in columns
    }


def test_every_field_of_the_model_is_asked_once() -> None:
    asked = [question.path for page in pages() for question in page.questions]
    wanted = {f"{shape.path}.{slot.name}" for shape in items().values() for slot in shape.slots}
    assert len(asked) == len(set(asked))
    assert wanted <= set(asked)
    frame = {path.split(".")[1] for path in asked if path.startswith("rfp.")}
    assert frame == set(Rfp.model_fields)


@pytest.mark.parametrize("lang", list(Lang))
def test_nothing_is_a_formula_and_the_records_are_out_of_sight(lang: Lang) -> None:
    files = parts(definition_workbook(sample_project("mail-order"), lang))
    assert not any("<f>" in text for name, text in files.items() if name.startswith("xl/worksheets/"))
    hidden = re.findall(r'<sheet name="([^"]+)"[^>]*state="veryHidden"', files["xl/workbook.xml"])
    assert {"_origin", "_meta"} <= set(hidden)


def test_the_first_sheet_says_that_it_is_secret() -> None:
    sheet = Hand(definition_workbook(Project(), Lang.JA)).book.worksheets[0]
    said = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)
    assert "社外秘" in said and "予定価格" in said


@pytest.mark.parametrize(("project", "languages"), [(Project(), 1), (BOTH, 2)])
def test_a_text_has_a_cell_for_each_language_of_the_rfp(project: Project, languages: int) -> None:
    hand = Hand(definition_workbook(project, Lang.JA))
    sheet, row = hand.sheet("section.1"), hand.row("section.1", "F overview.policy.policy")
    yellow = [cell for cell in sheet[row] if cell.fill.fgColor.rgb == "FFFFF9DF"]
    assert len(yellow) == languages


def test_a_text_in_a_language_that_the_rfp_lacks_gets_its_cell() -> None:
    definition = Definition.model_validate({"overview": {"policy": {"policy": {"en": "Our policy"}}}})
    hand = Hand(definition_workbook(Project(definition=definition), Lang.JA))
    row = hand.row("section.1", "F overview.policy.policy")
    assert hand.sheet("section.1").cell(row, 4).value == "Our policy"


def test_references_are_picked_from_the_names_of_the_other_table() -> None:
    book = Hand(definition_workbook(sample_project("mail-order"), Lang.JA)).book
    programs = book.defined_names["rows_work_programs_programs"]
    ((title, cells),) = programs.destinations
    names = [cell.value for (cell,) in book[title][cells]]
    assert names[:1] == ["注文受付"]
    assert names[-1] is None


def test_examples_are_folded_away_and_do_not_look_like_answers() -> None:
    hand = Hand(definition_workbook(Project(), Lang.JA))
    for page in pages():
        sheet = hand.sheet(page.key)
        rows = [n for n in range(1, sheet.max_row + 1) if str(sheet.cell(n, 1).value).startswith("X ")]
        assert all(sheet.row_dimensions[n].hidden and sheet.row_dimensions[n].outlineLevel for n in rows)
        assert not any(cell.fill.fgColor.rgb == "FFFFF9DF" for n in rows for cell in sheet[n])
    assert hand.row("section.2", "F work.programs.programs")


def test_the_library_offers_every_ready_requirement_that_is_not_taken() -> None:
    project = sample_project("mail-order")
    sheet = Hand(definition_workbook(project, Lang.JA)).sheet("library")
    keys = {str(sheet.cell(n, 1).value): n for n in range(1, sheet.max_row + 1)}
    taken = {one.source: one.id for one in project.requirements if one.source}
    for ready in ready_requirements():
        row = keys[f"R {ready.key}"]
        assert sheet.cell(row, 8).value == taken.get(ready.key)
        assert sheet.cell(row, 7).protection.locked is (ready.key in taken)


@pytest.mark.parametrize("text", ["未定", "TBD", "該当なし: 理由", "N/A (why)", "\\未定", "未定です", "本文"])
def test_a_text_that_looks_like_a_marker_comes_back_as_a_text(text: str) -> None:
    written = markers.escaped(text)
    assert markers.read_marker(written) is None
    assert markers.unescaped(written) == text


@pytest.mark.parametrize("text", ["問いの文です。" * 20, "A question with words. " * 20, "w" * 300])
def test_paragraphs_are_broken_without_losing_a_letter(text: str) -> None:
    lines = broken(text, 60)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_width(line) <= 62 for line in lines if " " in line or not line.isascii())
