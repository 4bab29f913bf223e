"""Questions that depend on other answers."""

from __future__ import annotations

from rfp_builder.forms.conditions import asked, when_asked
from rfp_builder.forms.pages import form_pages, question_at
from rfp_builder.forms.questions import Question
from rfp_builder.i18n import Phrase
from rfp_builder.model.definition.ict import Data
from rfp_builder.model.definition.work import Program


def ask(path: str) -> Question:
    found = question_at(path)
    assert found is not None
    return found


def test_a_question_is_asked_where_its_condition_holds() -> None:
    rule = ask("ict.data.sub_processing_rule")
    assert not asked(rule, Data())
    assert asked(rule, Data.model_validate({"sub_processing": "allowed"}))
    assert asked(ask("ict.data.sub_processing"), Data())


def test_a_column_is_asked_row_by_row() -> None:
    stage = ask("work.programs.programs[p].stage")
    assert asked(stage, Program.model_validate({"id": "p", "kind": "inbound"}))
    assert not asked(stage, {"kind": Program.model_validate({"id": "p", "kind": "back_office"}).kind})


def test_when_is_said_in_words() -> None:
    said: dict[str, Phrase] = {}
    for page in form_pages():
        for question in page.questions:
            if (phrase := when_asked(question, page.questions)) is not None:
                said[question.path] = phrase
            for column in question.columns:
                if (phrase := when_asked(column, question.columns)) is not None:
                    said[f"{question.path}.{column.name}"] = phrase
    assert (
        said["price.running.telecom_rule"].ja
        == "「通信費の負担」が「発注者」または「双方で分担」の場合に答えます。"
    )
    assert said["price.running.bands"].ja == "「課金単位」が「段階単価」の場合に答えます。"
    assert said["work.start.trial_until"].en == "Not asked where “Trial from” does not apply."
    stage = said["work.programs.programs.stage"].ja
    assert stage == "「種類」が「バックオフィス（事務処理）」の場合は、答えなくて構いません。"
    assert when_asked(ask("work.start.trial_from"), ()) is None
