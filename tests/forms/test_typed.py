"""Answers typed into a field: what is shown is read back, and what people type is understood."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rfp_builder.forms.frame import pages as frame_pages
from rfp_builder.forms.pages import question_at
from rfp_builder.forms.questions import Question, by_path
from rfp_builder.forms.typed import Setting, as_typed, echo, read_typed
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.choices import Channel, Day
from rfp_builder.model.definition import Definition
from rfp_builder.model.localized import Localized
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.shape import Kind
from rfp_builder.text.unreadable import Unreadable
from tests.forms.answers import COLUMNS, QUESTIONS, answers, ends_in_comma
from tests.maker import HOSTILE, Maker
from tests.strategies import definition, makers

RELAXED = settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
PROGRAMS = Definition.model_validate(
    {
        "work": {
            "programs": {
                "programs": [
                    {"id": "p1", "name": {"ja": "注文受付", "en": "Orders"}},
                    {"id": "p2", "name": {"ja": "解約受付"}},
                    {"id": "p3", "name": {"ja": "同じ名前"}},
                    {"id": "p4", "name": {"ja": "同じ名前"}},
                ]
            }
        }
    }
)
JA = Setting(Lang.JA, "JPY", PROGRAMS, frozenset({"r-1", "r-2"}))
EN = Setting(Lang.EN, "JPY", PROGRAMS, frozenset({"r-1", "r-2"}))


def ask(path: str) -> Question:
    """The question at a path; a column is named behind its table."""
    question = question_at(path)
    assert question is not None
    return question


AHT = ask("work.volumes.volumes[v].aht")
CEILING = ask("work.constraints.ceiling_price")
START = ask("work.start.contract_start")
OPENS = ask("work.programs.programs[p].opens")
DAYS = ask("work.programs.programs[p].days")
CHANNEL = ask("work.volumes.volumes[v].channel")
PROGRAM = ask("work.volumes.volumes[v].program")
PEAK = ask("work.volumes.volumes[v].peak_share")
MONTH = ask("work.forecast.months[m].month")
POLICY = ask("overview.policy.policy")
CURRENCY = ask("price.payment.currency")
CLOSING = ask("price.payment.closing_day")
REQUIREMENTS = ask("overview.requests.requests[r].requirements")
COMPARED = ask("price.running.compared_months")
TABLE = ask("work.volumes.volumes")
ALL = [*QUESTIONS, *(column for _, column in COLUMNS)]


@RELAXED
@given(makers(), st.sampled_from(list(Lang)), st.sampled_from(["JPY", "USD", "KWD"]))
def test_what_is_shown_is_read_back_as_it_was(make: Maker, lang: Lang, currency: str) -> None:
    filled = definition(make)
    setting = Setting(lang, currency, filled, frozenset())
    for question, value in answers(filled):
        typed = as_typed(question, value, setting)
        assert read_typed(question, typed, value, setting) == value, question.path


@RELAXED
@given(makers(), st.sampled_from(list(Lang)), st.sampled_from(["JPY", "USD", "KWD"]))
def test_what_is_shown_says_it_all_in_its_language(make: Maker, lang: Lang, currency: str) -> None:
    """Typed into an empty field: nothing comes from the answer that was there before."""
    filled = definition(make)
    known = {
        one for _, value in answers(filled) if isinstance(value, tuple) for one in value if type(one) is str
    }
    setting = Setting(lang, currency, filled, frozenset(known))
    for question, value in answers(filled):
        if question.kind is Kind.TABLE and isinstance(value, tuple):
            continue
        if ends_in_comma(value, lang):
            continue
        again = read_typed(question, as_typed(question, value, setting), None, setting)
        assert again == _in(value, lang), question.path


def _in(value: Any, lang: Lang) -> object:
    """What of an answer is seen by somebody who works in one language."""
    match value:
        case Localized():
            return Localized(**{lang.value: value.to(lang)}) if value.has(lang) else None
        case Undecided():
            return Undecided(owner=Localized(**{lang.value: value.owner.to(lang)}), due=value.due)
        case NotApplicable():
            return NotApplicable(reason=Localized(**{lang.value: value.reason.to(lang)}))
    return value


@pytest.mark.parametrize("lang", list(Lang))
def test_every_choice_is_read_by_its_label_in_either_language(lang: Lang) -> None:
    setting = JA if lang is Lang.JA else EN
    asked = [one for one in ALL if one.choices]
    assert len(asked) > 30
    for question in asked:
        for choice in question.choices:
            read = read_typed(question, choice.label.to(lang), None, setting)
            assert (read[0] if question.kind is Kind.CHOICES else read) == choice.value
            assert as_typed(question, read, setting) == choice.label.to(lang)


@pytest.mark.parametrize(
    ("question", "typed", "value"),
    [
        (CEILING, "１２０万", 1_200_000),
        (CEILING, "1.2億円", 120_000_000),
        (AHT, "３２０", 320),
        (AHT, "1,200秒", 1200),
        (AHT, "5分30秒", 330),
        (AHT, "5 min 30 s", 330),
        (AHT, "1時間半", 5400),
        (START, "令和9年4月1日", date(2027, 4, 1)),
        (START, "2027/4/1", date(2027, 4, 1)),
        (OPENS, "9時半", 570),
        (OPENS, "９：００", 540),
        (OPENS, "24:00", 1440),
        (PEAK, "１２．５％", Decimal("12.5")),
        (PEAK, "80", Decimal(80)),
        (MONTH, "令和9年4月", "2027-04"),
        (MONTH, "April 2027", "2027-04"),
        (CHANNEL, "電話", Channel.PHONE),
        (CHANNEL, "ＰＨＯＮＥ", Channel.PHONE),
        (DAYS, "月〜水、祝", (Day.MON, Day.TUE, Day.WED, Day.HOLIDAY)),
        (PROGRAM, "注文受付", "p1"),
        (PROGRAM, "orders", "p1"),
        (PROGRAM, "#p3", "p3"),
        (CURRENCY, "円", "JPY"),
        (CURRENCY, "ｕｓｄ", "USD"),
        (CLOSING, "月末", 31),
        (CLOSING, "25日", 25),
        (COMPARED, "３６ヶ月", 36),
        (REQUIREMENTS, "r-1、r-2、r-1", ("r-1", "r-2")),
        (POLICY, " 一文目\r\n二文目 ", Localized(ja="一文目\n二文目")),
        (POLICY, "\\未定", Localized(ja="未定")),
        (
            CEILING,
            "未定: 経営企画部 R9.3.1",
            Undecided(owner=Localized(ja="経営企画部"), due=date(2027, 3, 1)),
        ),
        (POLICY, "該当なし（方針がない）", NotApplicable(reason=Localized(ja="方針がない"))),
        (TABLE, "未定: 情シス 2027-03-01", Undecided(owner=Localized(ja="情シス"), due=date(2027, 3, 1))),
        (REQUIREMENTS, "", ()),
        (CEILING, "\u3000", None),
    ],
)
def test_what_people_type_is_understood(question: Question, typed: str, value: object) -> None:
    assert read_typed(question, typed, None, JA) == value


@pytest.mark.parametrize(
    ("question", "typed", "said"),
    [
        (CEILING, "1万〜2万", "範囲"),
        (CEILING, "1200.5", "最小単位"),
        (CEILING, "未定", "誰がいつまでに"),
        (POLICY, "該当なし", "理由"),
        (PEAK, "120", "100以下"),
        (PEAK, "0.8", "% を付けて"),
        (AHT, "3.5", "小数のない"),
        (AHT, "3分の1", "数値"),
        (START, "4/1", "年"),
        (OPENS, "25:00", "24:00"),
        (MONTH, "4月", "2027-04"),
        (CHANNEL, "伝書鳩", "選択肢"),
        (DAYS, "毎度", "区切って"),
        (PROGRAM, "ない業務", "業務プログラム"),
        (PROGRAM, "同じ名前", "複数"),
        (REQUIREMENTS, "r-9", "r-9"),
        (CLOSING, "32", "31以下"),
        (CURRENCY, "円とドル", "書き方"),
        (POLICY, "長" * 8001, "8,000文字"),
        (TABLE, "1,200", "表の行"),
    ],
)
def test_what_cannot_be_read_says_what_to_type(question: Question, typed: str, said: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read_typed(question, typed, None, JA)
    assert said in raised.value.reason.ja


@pytest.mark.parametrize(
    ("question", "value", "ja", "en"),
    [
        (CEILING, 1_200_000, "1,200,000円", "JPY 1,200,000"),
        (START, date(2027, 4, 1), "2027年4月1日（木）", "Thu 1 April 2027"),
        (OPENS, 570, "9:30", "9:30"),
        (MONTH, "2027-04", "2027年4月", "April 2027"),
        (AHT, 330, "5分30秒", "5 min 30 s"),
        (AHT, 30, "30秒", "30 seconds"),
        (PEAK, Decimal("0.5"), "0.5%", "0.5%"),
        (CHANNEL, Channel.PHONE, "電話", "Phone"),
        (DAYS, (Day.MON, Day.TUE, Day.WED), "月曜日〜水曜日", "Monday–Wednesday"),
        (PROGRAM, "p1", "注文受付", "Orders"),
        (CLOSING, 31, "月末", "end of month"),
        (CLOSING, 25, "25日", "day 25"),
        (CURRENCY, "JPY", "日本円（JPY）", "Japanese yen (JPY)"),
        (CEILING, None, "", ""),
        (POLICY, Localized(ja="方針"), "", ""),
        (TABLE, (), "", ""),
        (
            POLICY,
            Undecided(owner=Localized(ja="経営企画部", en="Planning"), due=date(2027, 4, 1)),
            "未定（経営企画部が2027年4月1日（木）までに決定）",
            "to be decided by Planning until Thu 1 April 2027",
        ),
    ],
)
def test_what_was_understood_is_said_back(question: Question, value: object, ja: str, en: str) -> None:
    assert (echo(question, value, JA), echo(question, value, EN)) == (ja, en)


def test_the_languages_of_an_rfp_are_said_back_as_a_list() -> None:
    languages = by_path(frame_pages())["rfp.languages"]
    assert echo(languages, (Lang.EN,), EN) == "English"
    assert echo(languages, (Lang.JA, Lang.EN), JA) == "日本語、英語"


def test_a_target_may_be_typed_with_its_per_cent_and_seconds_may_not() -> None:
    target = ask("operations.service_levels.kpis[k].target")
    assert read_typed(target, "95%", None, JA) == read_typed(target, "９５％", None, JA) == Decimal(95)
    with pytest.raises(Unreadable):
        read_typed(AHT, "95%", None, JA)


def test_the_wording_in_the_other_language_stays() -> None:
    before = Localized(ja="方針", en="Policy")
    assert read_typed(POLICY, "新しい方針", before, JA) == Localized(ja="新しい方針", en="Policy")
    assert read_typed(POLICY, "", before, JA) == Localized(en="Policy")
    assert read_typed(POLICY, "", Localized(ja="方針"), JA) is None


def test_rows_stay_where_nothing_is_typed_instead() -> None:
    rows = PROGRAMS.work.programs.programs
    table = ask("work.programs.programs")
    assert as_typed(table, rows, JA) == ""
    assert read_typed(table, "", rows, JA) == rows
    assert read_typed(table, "", NotApplicable(reason=Localized(ja="理由")), JA) is None


def test_a_reference_to_a_row_that_is_gone_stays_until_it_is_changed() -> None:
    assert read_typed(PROGRAM, as_typed(PROGRAM, "gone", JA), "gone", JA) == "gone"
    with pytest.raises(Unreadable):
        read_typed(PROGRAM, "#gone", "p1", JA)


@given(
    st.sampled_from(ALL),
    st.one_of(st.sampled_from(HOSTILE), st.text()),
)
@settings(deadline=None)
def test_any_text_is_read_or_refused(question: Question, text: str) -> None:
    try:
        value = read_typed(question, text, None, JA)
    except Unreadable as unreadable:
        assert unreadable.reason.ja and unreadable.reason.en
    else:
        assert read_typed(question, as_typed(question, value, JA), value, JA) == value


def test_a_setting_knows_its_project() -> None:
    project = Project(
        definition=Definition.model_validate({"price": {"payment": {"currency": "USD"}}}),
        requirements=(
            Requirement.model_validate(
                {"id": "r-1", "item": "1.1", "statement": {"ja": "文"}, "priority": "must"}
            ),
        ),
    )
    setting = Setting.of(project, Lang.EN)
    assert setting == Setting(Lang.EN, "USD", project.definition, frozenset({"r-1"}))
    assert Setting.of(Project(), Lang.JA).currency == "JPY"
    assert read_typed(CEILING, "12.5", None, setting) == 1250
    assert as_typed(CEILING, 1250, setting) == "12.50"


def test_a_requirement_is_said_by_the_beginning_of_its_words() -> None:
    column = ask("overview.requests.requests[q].requirements")
    long = Requirement.model_validate(
        {"id": "r-1", "item": "1.1", "statement": {"ja": "受託者は、" + "長" * 60}, "priority": "must"}
    )
    setting = Setting.of(Project(requirements=(long,)), Lang.JA)
    said = echo(column, ("r-1", "r-gone"), setting)
    assert said.startswith("r-1 受託者は、長") and said.endswith("長..、r-gone")
    assert as_typed(column, ("r-1",), setting) == "r-1"
