"""The templates that come with the product."""

from __future__ import annotations

from functools import cache
from typing import Literal

from rfp_builder.i18n import Lang
from rfp_builder.resources import data_folder
from rfp_builder.word.names import DEFINITION_NAMES, RFP_NAMES
from rfp_builder.word.template import Template, open_template

Kind = Literal["rfp", "definition"]
_NAMES = {"rfp": RFP_NAMES, "definition": DEFINITION_NAMES}


@cache
def delivered(kind: Kind, lang: Lang) -> Template:
    """The template of a kind of document in one language, opened once.

    Raises:
        Refused: the file has been changed into something that cannot be used.
        FileNotFoundError: the installation is not whole.
    """
    return open_template((data_folder("templates") / f"{kind}.{lang.value}.docx").read_bytes(), _NAMES[kind])
