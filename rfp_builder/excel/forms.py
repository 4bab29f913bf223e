"""Which form a workbook is: said in its hidden sheet when it goes out, and looked at when it comes back."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from rfp_builder.errors import Refused
from rfp_builder.excel.gate.refusals import Reason, refused
from rfp_builder.i18n import Lang, Phrase

FORMAT_VERSION = 1
"""Raised with every change that older readers could not follow."""

_FORMAT, _EDITION, _RFP, _LANGUAGE = "format", "format_version", "rfp_version", "language"

_WRONG_FORM = Phrase(
    "このファイルは{found}です。ここで取り込めるのは{wanted}です。",
    "The file is {found}; what can be taken in here is {wanted}.",
)
_NOT_OURS = Phrase("{wanted}の表がどのシートにも見つかりません。", "No sheet holds the tables of {wanted}.")
_NEWER = Phrase(
    "このファイルは、お使いの版より新しい形式で作られています。",
    "The file was made in a form newer than this version knows.",
)
_PICK_RIGHT = Phrase("正しいファイルを指定してください。", "Please choose the right file.")
_UPDATE = Phrase("rfp-builder を新しい版にしてください。", "Please update rfp-builder.")
_UNKNOWN = Phrase("別の種類のブック", "a workbook of another kind")


class Form(StrEnum):
    """The workbooks that travel."""

    DEFINITION = "rfp-builder/definition"
    RESPONSE = "rfp-builder/response"
    SCORES = "rfp-builder/scores"
    REGISTER = "rfp-builder/register"
    EVALUATION = "rfp-builder/evaluation"
    CRITERIA = "rfp-builder/criteria"
    STAFFING = "rfp-builder/staffing"

    @property
    def label(self) -> Phrase:
        """What people call it."""
        return _LABELS[self]


_LABELS = {
    Form.DEFINITION: Phrase("業務要件定義の記入ブック", "a definition workbook"),
    Form.RESPONSE: Phrase("回答書", "a response workbook"),
    Form.SCORES: Phrase("採点表", "a score book"),
    Form.REGISTER: Phrase("要件台帳", "a requirement register"),
    Form.EVALUATION: Phrase("評価結果のブック", "an evaluation workbook"),
    Form.CRITERIA: Phrase("評価基準のブック", "a criteria workbook"),
    Form.STAFFING: Phrase("要員計画のブック", "a staffing workbook"),
}


def meta_of(form: Form, lang: Lang, rfp_version: str) -> dict[str, str]:
    """Keys and values for the hidden sheet."""
    return {_FORMAT: form, _EDITION: str(FORMAT_VERSION), _RFP: rfp_version, _LANGUAGE: lang}


def rfp_version_of(meta: Mapping[str, str] | None) -> str | None:
    """The version of the RFP that a workbook says it belongs to."""
    return (meta or {}).get(_RFP) or None


def language_of(meta: Mapping[str, str] | None) -> Lang | None:
    """The language a workbook says it was written in."""
    said = (meta or {}).get(_LANGUAGE)
    return next((lang for lang in Lang if lang == said), None)


def says_it_is(meta: Mapping[str, str] | None, form: Form) -> bool:
    """Whether a workbook itself says that it is `form`."""
    return (meta or {}).get(_FORMAT) == form


def refuse_other(meta: Mapping[str, str] | None, wanted: Form, file_name: str) -> None:
    """Pass a workbook that says it is `wanted`, or says nothing.

    Raises:
        Refused: it says it is another form, or a newer edition of this one.
    """
    if meta is None:
        return
    said = meta.get(_FORMAT)
    if said is not None and said != wanted:
        found = next((form.label for form in Form if form == said), _UNKNOWN)
        raise refused(file_name, Reason(_WRONG_FORM.fill(found=found, wanted=wanted.label), _PICK_RIGHT))
    edition = meta.get(_EDITION, "")
    if edition.isascii() and edition.isdigit() and len(edition) < 6 and int(edition) > FORMAT_VERSION:
        raise refused(file_name, Reason(_NEWER, _UPDATE))


def not_found(wanted: Form, file_name: str) -> Refused:
    """The refusal of a workbook in which nothing of `wanted` was found."""
    return refused(file_name, Reason(_NOT_OURS.fill(wanted=wanted.label), _PICK_RIGHT))
