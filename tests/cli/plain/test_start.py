"""The way in: a new project, one there is, the sample, and the recent ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rfp_builder.i18n import Lang
from tests.cli.plain.typed import Typist, on_disk


def test_start_makes_opens_and_tries_the_sample(typist: Typist, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    out = typist.type(
        None, ["x", "2", str(tmp_path), "1", "A centre", str(one), "17", "3", str(other), "q"], Lang.EN
    )
    assert "There is no project in" in out and "== A centre ==" in out
    assert on_disk(one).rfp.title is not None and on_disk(other).requirements
    assert "== A centre ==" in typist.type(None, ["2", str(one), "q"], Lang.EN)


def test_a_folder_without_a_project_is_told_and_asked_for(typist: Typist, tmp_path: Path) -> None:
    out = typist.type(tmp_path / "nothing", ["q"])
    assert "1. 新しいプロジェクトを作る" in out and out.endswith("終了します。\n")


def test_a_project_is_made_in_the_language_spoken(typist: Typist, tmp_path: Path) -> None:
    typist.type(None, ["１", "", str(tmp_path / "ja"), "q"])
    typist.type(None, ["en", "1", "?", "A title", str(tmp_path / "en"), "q"])
    assert on_disk(tmp_path / "ja").rfp.languages == (Lang.JA,)
    made = on_disk(tmp_path / "en").rfp
    assert made.languages == (Lang.EN,) and made.title is not None and made.title.en == "A title"


def test_recent_projects_are_offered_by_title(typist: Typist, tmp_path: Path) -> None:
    one, settings = tmp_path / "one", tmp_path / "config" / "wizard.json"
    typist.type(None, ["1", "窓口の委託", str(one), "q"], settings=settings)
    out = typist.type(None, ["9", "x", "?", "4", "q"], settings=settings)
    assert f"4. 最近のプロジェクトを開く: 窓口の委託（{one.resolve()}）" in out
    assert "== 窓口の委託 ==" in out and "その番号はありません。1から4までです。" in out
    assert "1から4までの番号を入力してください。" in out and "数字は全角でも構いません。" in out


def test_a_folder_that_is_used_is_refused_and_asked_for_again(
    typist: Typist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "memo.txt").write_text("memo", "utf-8")
    out = typist.type(None, ["1", "件名", "used", "1", "件名", "<", "q"])
    assert not (tmp_path / "used" / "project.json").exists()
    assert out.count("1. 新しいプロジェクトを作る") == 3


def test_plain_mode_loads_nothing_that_draws() -> None:
    loaded = "{'textual', 'rich', 'numpy'} & set(sys.modules)"
    code = f"import sys; import rfp_builder.cli.plain.walk; print({loaded})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
