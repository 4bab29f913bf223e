"""Where the data folders are: templates, schemas and samples, installed or in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The folder `templates`, `schemas` or `samples`.

    They stand at the top of a checkout and travel inside the wheel.

    Raises:
        FileNotFoundError: the installation is not whole.
    """
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"data folder missing from the installation: {name}")
