"""Which names a template may use, and what each of them is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Text:
    """A text, written ``{{ name }}``; also usable as a condition."""

    about: str


@dataclass(frozen=True, slots=True)
class Block:
    """Finished paragraphs and tables, written ``{{p name }}`` in a paragraph of its own."""

    about: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A list, used in ``{%p for row in name %}``; `row` has the names of `members`."""

    about: str
    members: Names


Names = Mapping[str, "Text | Block | Rows"]

_TITLED: Names = MappingProxyType({"number": Text("number"), "title": Text("title")})

CONTENTS = "contents"
"""The block that is filled last, from the headings of the rendered document."""

RFP_NAMES: Names = MappingProxyType(
    {
        "title": Text("title of the procurement"),
        "number": Text("document number"),
        "client": Text("name of the client"),
        "version": Text("version of the RFP"),
        "issued_on": Text("date of issue"),
        "contact_desk": Text("desk that vendors write to"),
        "contact_email": Text("its e-mail address"),
        "contact_phone": Text("its phone number"),
        "draft": Text("“draft” while something is missing, otherwise empty"),
        "missing": Rows("what is missing in a draft", MappingProxyType({"text": Text("one sentence")})),
        "document_control": Block("document, number, version, date, issuer"),
        CONTENTS: Block("linked list of the headings"),
        "submission": Block("what to submit, by when, to whom"),
        "background": Text("background of the procurement"),
        "schedule": Block("dates of the procurement"),
        "gates": Block("conditions of participation"),
        "sheets": Block("sheets of the response workbook"),
        "marks": Block("meaning of ◎○△×"),
        "requirement_count": Text("number of requirements"),
        "question_count": Text("number of open questions, empty if there is none"),
        "currency": Text("currency of all prices"),
        "tax": Text("whether prices include tax"),
        "beyond": Block("sub-criteria under which proposals beyond the requirements earn points"),
        "priorities": Block("meaning of the priorities"),
        "sections": Rows(
            "the seven sections of the definition",
            MappingProxyType(
                {
                    **_TITLED,
                    "items": Rows(
                        "the items of a section",
                        MappingProxyType(
                            {
                                **_TITLED,
                                "answers": Block("what the client states"),
                                "requirements": Block("requirements with priority, acceptance, criterion"),
                                "questions": Block("open questions"),
                            }
                        ),
                    ),
                }
            ),
        ),
        "total_points": Text("points of all criteria together"),
        "points": Block("criteria and sub-criteria with their points"),
        "scale": Block("steps of the scale with their rates"),
        "criteria": Rows(
            "the criteria",
            MappingProxyType(
                {
                    **_TITLED,
                    "points": Text("points"),
                    "intent": Text("what the criterion is for"),
                    "subs": Rows(
                        "its sub-criteria",
                        MappingProxyType(
                            {
                                **_TITLED,
                                "points": Text("points"),
                                "looks_at": Text("what is looked at"),
                                "anchors": Block("what earns each step of the scale"),
                            }
                        ),
                    ),
                }
            ),
        ),
        "price_formula": Block("price formula, its symbols and a worked example; empty without price points"),
        "rules": Block("rounding, floors and ties"),
        "confidentiality": Text("confidentiality"),
        "other_terms": Text("other terms"),
        "glossary": Block("terms and their meaning"),
        "price_lines": Block("lines of the price sheet"),
    }
)

DEFINITION_NAMES: Names = MappingProxyType(
    {
        "title": Text("title of the procurement"),
        "number": Text("document number"),
        "client": Text("name of the client"),
        "version": Text("version"),
        "made_on": Text("date of the document"),
        "document_control": Block("document, number, version, date, owner"),
        CONTENTS: Block("linked list of the headings"),
        "marks": Block("meaning of the marks for withheld, confidential, undecided"),
        "summary": Block("requirements by section, disclosed and withheld"),
        "sections": Rows(
            "the seven sections",
            MappingProxyType(
                {
                    **_TITLED,
                    "items": Rows(
                        "the items of a section",
                        MappingProxyType(
                            {
                                **_TITLED,
                                "answers": Block("answers, confidential ones marked"),
                                "requirements": Block("requirements, withheld ones marked"),
                                "empty": Text("a sentence where nothing has been filled in"),
                            }
                        ),
                    ),
                }
            ),
        ),
        "withheld": Block("list of the withheld requirements, empty if there is none"),
    }
)
