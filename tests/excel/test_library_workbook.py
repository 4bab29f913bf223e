"""The library: everything the catalogue offers is in it, in one language, for reading only."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import openpyxl
import pytest

from rfp_builder.catalogue.kit import kit
from rfp_builder.catalogue.kpis import ready_kpis
from rfp_builder.catalogue.phrases import ready_phrases
from rfp_builder.catalogue.requirements import ready_requirements
from rfp_builder.cli.main import main
from rfp_builder.errors import ExitCode
from rfp_builder.excel.library.writer import library_workbook
from rfp_builder.i18n import Lang

SHEETS = {
    Lang.JA: [
        *("KPI", "エスカレーション", "研修", "カスタマーハラスメント", "お客様のタイプ", "応対姿勢"),
        *("言い換え", "要件集"),
    ],
    Lang.EN: [
        *("KPIs", "Escalation", "Training", "Customer harassment", "Kinds of customers", "Attitudes"),
        *("Phrases", "Requirement library"),
    ],
}
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")


@pytest.mark.parametrize("lang", Lang)
def test_everything_is_there_and_locked(lang: Lang) -> None:
    opened = openpyxl.load_workbook(io.BytesIO(library_workbook(lang)))
    assert opened.sheetnames[:8] == SHEETS[lang]
    texts = {str(cell.value) for sheet in opened for row in sheet.iter_rows() for cell in row}
    wanted = [one.pitfalls for one in ready_kpis()]
    wanted += [one.trigger for one in kit().escalations] + [one.content for one in kit().trainings]
    wanted += [one.cut_off for one in kit().harassment_types] + [one.default for one in kit().decisions]
    wanted += [one.advice for one in kit().customer_kinds] + [one.check for one in kit().attitudes]
    wanted += [one.say for one in ready_phrases()] + [one.statement for one in ready_requirements()]
    assert not [one for one in wanted if one.to(lang) not in texts]
    for name in SHEETS[lang]:
        assert opened[name].protection.sheet
        assert all(cell.protection.locked for row in opened[name].iter_rows() for cell in row)
    if lang is Lang.EN:
        assert not [text for text in texts if JAPANESE.search(text)]


def test_the_command_writes_it_and_overwrites_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "library.xlsx"
    assert main(["export", "library", str(file), "--lang", "en", "--json"]) == ExitCode.DONE
    assert json.loads(capsys.readouterr().out) == {"file": str(file)}
    assert file.read_bytes() == library_workbook(Lang.EN)
    assert main(["export", "library", str(file)]) == ExitCode.WRONG_USE
    assert main(["export", "library", str(tmp_path / "library.pdf")]) == ExitCode.WRONG_USE
    assert main(["export", "library", str(file), "--force", "--lang", "ja"]) == ExitCode.DONE
    assert file.read_bytes() == library_workbook(Lang.JA)
