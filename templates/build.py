"""Write the four templates anew: ``python templates/build.py``.

Their wording, order and styles stand in rfp_builder/word/house. A test holds the files against it.
"""

from __future__ import annotations

from pathlib import Path

from rfp_builder.i18n import Lang
from rfp_builder.word.house.definition_text import definition_template
from rfp_builder.word.house.rfp_text import rfp_template


def templates() -> dict[str, bytes]:
    """The files by name."""
    files = {}
    for lang in Lang:
        files[f"rfp.{lang.value}.docx"] = rfp_template(lang)
        files[f"definition.{lang.value}.docx"] = definition_template(lang)
    return files


if __name__ == "__main__":
    for name, data in templates().items():
        (Path(__file__).resolve().parent / name).write_bytes(data)
