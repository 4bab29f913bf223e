"""Putting the filled example into a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rfp_builder.forms.examples import example_value
from rfp_builder.i18n import Phrase

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard
    from rfp_builder.tui.fields.field import Field

_NONE = Phrase("この欄に記入例はありません。", "There is no example for this field.")
_OVERWRITE = Phrase("「{label}」を記入例で置き換えますか", "Replace “{label}” with the example?")
_LOST = Phrase(
    "いまの回答は消えます。Ctrl+Z で元に戻せます。", "The current answer is replaced; Ctrl+Z brings it back."
)
_REPLACE = Phrase("置き換える", "Replace")
_DONE = Phrase(
    "記入例を入れました。自社の内容に書き換えてください。",
    "The example is filled in; adapt it to your case.",
)


def put_example(wizard: Wizard, field: Field) -> None:
    """Put it in; where an answer is there already, ask first."""
    from rfp_builder.tui.dialogs.confirm import Confirm

    field.settle()
    if field.refused():
        return
    example = example_value(field.question, field.document.project.definition)
    if example is None:
        wizard.tell(_NONE)
    elif field.present() in (None, ()) and not field.document.typed(field.path):
        _put(wizard, field, example)
    else:
        question = _OVERWRITE.fill(label=field.question.label)
        wizard.push_screen(
            Confirm(question, _LOST, _REPLACE), lambda sure: _put(wizard, field, example) if sure else None
        )


def _put(wizard: Wizard, field: Field, example: object) -> None:
    field.document.drop_typed(field.path)
    if wizard.attempt(lambda: field.document.set(field.path, example)):
        wizard.tell(_DONE)
