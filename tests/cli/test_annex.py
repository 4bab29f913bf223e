"""The volume annex goes out with the RFP as soon as the project has one, and whoever issues is told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from rfp_builder.cli.main import main
from rfp_builder.model.annex import AnnexSeries, MonthVolume, VolumeAnnex
from rfp_builder.model.choices import Channel
from rfp_builder.workspace.workspace import Workspace
from tests.word.reading import Word


def test_an_issue_says_that_the_annex_is_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "p"
    workspace = Workspace.create(folder, "mail-order")
    draft = ["issue", "--draft", "--project", str(folder), "--lang", "ja"]
    assert main([*draft, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["with_annex"] is False
    months = (MonthVolume(month="2026-04", contacts=123_457),)
    annex = VolumeAnnex(
        made_on=date(2026, 5, 1),
        history_first=date(2026, 4, 1),
        history_last=date(2026, 4, 30),
        series=(AnnexSeries(program="p1", channel=Channel.PHONE, actual=months),),
    )
    workspace.save(workspace.project.replace(annex=annex), "annex-made")
    assert main([*draft, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["with_annex"] is True
    (document,) = (Path(name) for name in told["for_vendors"] if name.endswith("ja.docx"))
    assert "123,457" in Word.of(document.read_bytes()).text()
    assert main(draft) == 0
    assert "別紙「業務量資料」を含みます。" in capsys.readouterr().out
