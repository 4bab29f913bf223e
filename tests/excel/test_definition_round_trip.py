"""The law of the definition workbook: written and read back, nothing changes, to the letter."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from rfp_builder.excel.definition.origin import ORIGIN_SHEET
from rfp_builder.excel.definition.reader import read_definition
from rfp_builder.excel.definition.writer import definition_workbook
from rfp_builder.excel.reader import read_workbook
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.definition import Definition
from rfp_builder.model.definition.overview import Principle
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.rfp import Rfp
from rfp_builder.model.shape import Kind, items
from rfp_builder.text.clean import clean
from rfp_builder.workspace.workspace import sample_project, samples
from tests.excel.definitions import AWKWARD, PROJECTS, UNRELATED

# Every example writes and reads whole workbooks: looking for a smaller one would take minutes.
RELAXED = settings(
    max_examples=15,
    deadline=None,
    phases=set(Phase) - {Phase.shrink},
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@RELAXED
@given(PROJECTS, st.sampled_from(list(Lang)))
def test_what_nobody_touched_does_not_change(project: Project, lang: Lang) -> None:
    changes = read_definition(definition_workbook(project, lang), "d.xlsx", project)
    assert changes.definition == project.definition
    assert changes.rfp == project.rfp
    assert changes.evaluators == project.evaluators
    assert changes.requirements == project.requirements
    assert (changes.changed, changes.conflicts, changes.notes) == ((), (), ())


@settings(RELAXED, max_examples=8)
@given(UNRELATED, st.sampled_from(list(Lang)))
def test_a_new_project_gets_the_answers_to_the_letter(project: Project, lang: Lang) -> None:
    """Without the record of the export every cell is parsed, so this is the law of the parser alone."""
    written = definition_workbook(project, lang)
    empty = Project(rfp=Rfp(languages=(Lang.JA, Lang.EN)))
    changes = read_definition(without_origin(written), "d.xlsx", empty)
    again = Project(definition=changes.definition, rfp=changes.rfp, evaluators=changes.evaluators)
    assert shown(definition_workbook(again, lang)) == shown(written)


def without_origin(data: bytes) -> bytes:
    """The workbook with the record of the export under another name, where nobody looks for it."""
    source, target = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in source.namelist():
            part = source.read(name)
            if name == "xl/workbook.xml":
                part = part.replace(f'"{ORIGIN_SHEET}"'.encode(), b'"_other"')
            packed.writestr(name, part)
    return target.getvalue()


def shown(data: bytes) -> dict[str, list[list[object]]]:
    """What the visible cells show, without the keys of rows, which are fresh."""
    workbook = read_workbook(data, "d.xlsx")
    return {
        sheet.name: [[cell.value for cell in row.cells if cell.column > 1] for row in sheet.rows]
        for sheet in workbook
        if not sheet.hidden
    }


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("name", samples())
def test_the_samples_come_back(name: str, lang: Lang) -> None:
    project = sample_project(name)
    changes = read_definition(definition_workbook(project, lang), "d.xlsx", project)
    assert changes.definition == project.definition
    assert (changes.changed, changes.conflicts, changes.notes) == ((), (), ())


def test_awkward_texts_stay_texts() -> None:
    """Each of them in an answer of its own and in a row of its own."""
    texts = [Localized(ja=text, en=text) for text in (clean(one).text.strip() for one in AWKWARD)]
    slots = [(shape, slot) for shape in items().values() for slot in shape.slots if slot.kind is Kind.TEXT]
    told: dict[str, dict[str, dict[str, object]]] = {}
    for (shape, slot), text in zip(slots, texts, strict=False):
        told.setdefault(shape.section, {}).setdefault(shape.name, {})[slot.name] = text
    told["overview"]["policy"]["principles"] = tuple(
        Principle(id=f"p{number}", principle=Localized(ja=text.ja)) for number, text in enumerate(texts)
    )
    definition = Definition.model_validate(told)
    data = without_origin(definition_workbook(Project(definition=definition), Lang.JA))
    read = read_definition(data, "d.xlsx", Project()).definition
    found = [getattr(getattr(getattr(read, shape.section), shape.name), slot.name) for shape, slot in slots]
    assert found[: len(texts)] == texts
    rows = read.overview.policy.principles
    assert rows is not None and not isinstance(rows, Undecided | NotApplicable)
    assert [row.principle for row in rows] == [Localized(ja=text.ja) for text in texts]


def test_the_same_project_gives_the_same_bytes() -> None:
    project = sample_project("mail-order")
    assert definition_workbook(project, Lang.JA) == definition_workbook(project, Lang.JA)
