"""The committed sample workbooks are what the product's own writers make of the sample's answers."""

from __future__ import annotations

import importlib.util
import io
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from rfp_builder.resources import data_folder

SAMPLES = data_folder("samples")


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook; how tightly they are packed depends on the machine's zlib."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_samples", SAMPLES / "build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def built() -> dict[str, bytes]:
    made: dict[str, bytes] = _builder().build()
    return made


def test_the_files_are_the_ones_built(built: dict[str, bytes]) -> None:
    folder = SAMPLES / "mail-order"
    committed = {str(path.relative_to(folder)) for path in folder.rglob("*.xlsx")}
    assert committed == {str(Path(name)) for name in built}
    stale = [name for name, data in built.items() if parts((folder / name).read_bytes()) != parts(data)]
    assert not stale, f"run: python samples/build.py ({', '.join(stale)})"
