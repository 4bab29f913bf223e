"""Write the templates and the guide to them anew: ``python templates/build.py``.

Their wording, order and styles stand in rfp_builder/word/house. A test holds the files against it.
"""

from __future__ import annotations

from pathlib import Path

from rfp_builder.i18n import Lang
from rfp_builder.word.house.definition_text import definition_template
from rfp_builder.word.house.readme import readme
from rfp_builder.word.house.rfp_text import rfp_template


def files() -> dict[str, bytes]:
    """The four templates and the guide to them, by name."""
    made = {"README.md": readme(Lang.EN).encode(), "README.ja.md": readme(Lang.JA).encode()}
    for lang in Lang:
        made[f"rfp.{lang.value}.docx"] = rfp_template(lang)
        made[f"definition.{lang.value}.docx"] = definition_template(lang)
    return made


if __name__ == "__main__":
    for name, data in files().items():
        (Path(__file__).resolve().parent / name).write_bytes(data)
