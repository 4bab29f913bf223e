"""The wheel carries what it needs and works without the repository around it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the unpacked wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as package:
        package.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, where: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "RFP_BUILDER_LANG": "en"}
    return subprocess.run(
        [sys.executable, *words], cwd=where, env=environment, capture_output=True, text=True, check=False
    )


def test_it_is_the_wheel_that_runs(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "-c", "import rfp_builder; print(rfp_builder.__file__)")
    assert Path(done.stdout.strip()).is_relative_to(installed)


@pytest.mark.parametrize("name", ["templates", "schemas", "samples"])
def test_it_carries_the_data_folders(installed: Path, name: str) -> None:
    carried = {
        path.name for path in (installed / "rfp_builder" / "_data" / name).rglob("*") if path.is_file()
    }
    suffixes = {"templates": ".docx", "schemas": ".json", "samples": ".xlsx"}
    expected = {path.name for path in (ROOT / name).rglob(f"*{suffixes[name]}")}
    assert expected and expected <= carried


def test_drafts_come_out_of_the_installed_package(installed: Path, tmp_path: Path) -> None:
    made = run(installed, tmp_path, "-m", "rfp_builder", "new", "centre", "--sample", "mail-order")
    assert made.returncode == 0, made.stderr
    drafted = run(installed, tmp_path, "-m", "rfp_builder", "issue", "--draft", "--project", "centre")
    assert drafted.returncode == 0, drafted.stderr
    assert {path.suffix for path in (tmp_path / "centre" / "drafts").iterdir()} == {".docx", ".xlsx"}
