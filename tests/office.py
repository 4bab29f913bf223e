"""LibreOffice for tests: skipped where it is not installed, a failure where CI should have it."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

_SECONDS = 180


@cache
def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def convert(file: Path, ending: str, folder: Path) -> Path:
    """`file` as LibreOffice opens it and saves it again, in a format named by its ending (xlsx, pdf)."""
    program = _program()
    if program is None:
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail("LibreOffice is missing in CI")
        pytest.skip("LibreOffice is not installed")
    out = folder / f"as-{ending}"
    profile = (folder / "profile").absolute().as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", ending]
    subprocess.run(
        [*command, "--outdir", str(out), str(file)],
        check=True,
        capture_output=True,
        timeout=_SECONDS,
    )
    made = out / f"{file.stem}.{ending}"
    # It reports success even when it could not load the file.
    assert made.is_file(), f"LibreOffice could not open {file.name}"
    return made


def resaved(data: bytes, folder: Path) -> bytes:
    """A workbook as LibreOffice saves it, every formula worked out anew."""
    file = folder / "book.xlsx"
    file.write_bytes(data)
    return convert(file, "xlsx", folder).read_bytes()
