"""LibreOffice for tests: skipped where it is not installed, a failure where CI should have it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

_SECONDS = 180


@cache
def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def convert(file: Path, ending: str, folder: Path) -> Path:
    """`file` as LibreOffice opens it and saves it again, in a format named by its ending (xlsx, pdf)."""
    return convert_all([file], ending, folder)[0]


def convert_all(files: Sequence[Path], ending: str, folder: Path) -> list[Path]:
    """The same for several files with one start of the program, which takes longer than a file."""
    program = _program()
    if program is None:
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail("LibreOffice is missing in CI")
        pytest.skip("LibreOffice is not installed")
    out = folder / f"as-{ending}"
    profile = (folder / "profile").absolute().as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", ending]
    subprocess.run(
        [*command, "--outdir", str(out), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=_SECONDS,
    )
    made = [out / f"{file.stem}.{ending}" for file in files]
    # It reports success even when it could not load a file.
    missing = [file.name for file in made if not file.is_file()]
    assert not missing, f"LibreOffice could not open what should have become {missing}"
    return made


def resaved(data: bytes, folder: Path) -> bytes:
    """A workbook as LibreOffice saves it again. It may keep the results that formulas came with."""
    return resaved_all({"book": data}, folder)["book"]


def resaved_all(books: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The same for several workbooks by name."""
    files = {name: folder / f"book-{place}.xlsx" for place, name in enumerate(books)}
    for name, file in files.items():
        file.write_bytes(books[name])
    made = convert_all(list(files.values()), "xlsx", folder)
    return {name: file.read_bytes() for name, file in zip(files, made, strict=True)}
