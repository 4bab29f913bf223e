"""What people type into the definition workbook, and what comes of it."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from rfp_builder.catalogue.adopt import starting_criteria
from rfp_builder.catalogue.choices import choice_label
from rfp_builder.catalogue.requirements import ready_requirements
from rfp_builder.catalogue.sections import column_text, section
from rfp_builder.errors import Refused
from rfp_builder.excel.definition.reader import DefinitionChanges, read_definition
from rfp_builder.excel.definition.writer import definition_workbook
from rfp_builder.excel.forms import Form
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import NotApplicable, Undecided
from rfp_builder.model.choices import Channel, Day, ProgramKind
from rfp_builder.model.definition import Definition
from rfp_builder.model.definition.work import Program, Programs, Work
from rfp_builder.model.localized import Localized
from rfp_builder.model.parties import Evaluator
from rfp_builder.model.project import Project
from rfp_builder.model.rfp import Rfp, Step
from rfp_builder.workspace.workspace import sample_project
from tests.excel.definitions import Hand, edited

EMPTY = Project(criteria=starting_criteria())
PROGRAMS = "work.programs.programs"
POLICY = "overview.policy.policy"
START = "work.start.service_start"
ORDERS = Program(id="p1", name=Localized(ja="注文受付"), kind=ProgramKind.INBOUND)
CARE = Program(id="p2", name=Localized(ja="問い合わせ対応"))
WITH_PROGRAMS = Project(
    definition=Definition(work=Work(programs=Programs(programs=(ORDERS, CARE)))),
    rfp=Rfp(client=Localized(ja="発注者")),
)


def filled(change: Any, project: Project = EMPTY, lang: Lang = Lang.JA) -> DefinitionChanges:
    """The changes that come of a hand working on the workbook of `project`."""
    return read_definition(edited(written(project, lang), change), "d.xlsx", project)


@cache
def written(project: Project, lang: Lang) -> bytes:
    """The workbook of a project: most tests begin with the same."""
    return definition_workbook(project, lang)


def sheet_name(number: int) -> str:
    """What the sheet of a section is called."""
    return f"{number} {section(number).title.ja}"


@pytest.mark.parametrize(
    ("page", "path", "typed", "wanted"),
    [
        ("section.2", START, "令和9年4月1日", date(2027, 4, 1)),
        ("section.2", START, date(2027, 4, 1), date(2027, 4, 1)),
        ("section.2", "work.constraints.ceiling_price", "1.2億円", 120_000_000),
        ("section.2", "work.constraints.ceiling_price", 5000, 5000),
        ("section.2", "work.forecast.yearly_growth", "▲3%", Decimal(-3)),
        ("section.4", "operations.satisfaction.sample", "１，２００件", 1200),
        ("section.4", "operations.planning.shrinkage", "30%", Decimal(30)),
        ("section.5", "ict.security.two_factor", "○", True),
        ("section.5", "ict.data.breach_notice_hours", "24", 24),
    ],
)
def test_values_are_read_as_people_type_them(page: str, path: str, typed: object, wanted: object) -> None:
    changes = filled(lambda hand: hand.field(page, path, typed))
    assert changes.changed == (path,)
    section, item, name = path.split(".")
    assert getattr(getattr(getattr(changes.definition, section), item), name) == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("未定: 情報システム部 2027-03-01", ("情報システム部", date(2027, 3, 1))),
        ("未定：CS部、令和9年3月1日まで", ("CS部", date(2027, 3, 1))),
        ("未定（購買部 2027/3/1までに決定）", ("購買部", date(2027, 3, 1))),
        ("TBD: IT department 1 March 2027", ("IT department", date(2027, 3, 1))),
    ],
)
def test_undecided_takes_owner_and_date(typed: str, wanted: tuple[str, date]) -> None:
    changes = filled(lambda hand: hand.field("section.2", START, typed))
    answer = changes.definition.work.start.service_start
    assert isinstance(answer, Undecided)
    assert (answer.owner.ja, answer.due) == wanted


@pytest.mark.parametrize("typed", ["未定", "未定: CS部", "未定: 2027-03-01", "該当なし", "TBD: x 31/12"])
def test_a_bare_marker_is_asked_back(typed: str) -> None:
    changes = filled(lambda hand: hand.field("section.1", "overview.policy.policy", typed))
    assert changes.definition == EMPTY.definition
    assert len(changes.notes) == 1
    assert changes.notes[0].level == "error"


def test_not_applicable_takes_its_reason_in_both_languages() -> None:
    project = Project(rfp=Rfp(languages=(Lang.JA, Lang.EN)))
    changes = filled(
        lambda hand: hand.field("section.1", "overview.policy.policy", "該当なし: 理由", "N/A: a reason"),
        project,
    )
    assert changes.definition.overview.policy.policy == NotApplicable(
        reason=Localized(ja="理由", en="a reason")
    )


def test_a_marker_in_one_language_and_a_text_in_the_other_is_asked_back() -> None:
    project = Project(rfp=Rfp(languages=(Lang.JA, Lang.EN)))
    changes = filled(
        lambda hand: hand.field("section.1", "overview.policy.policy", "該当なし: 理由", "Our policy"),
        project,
    )
    assert changes.definition == Definition()
    assert changes.changed == ()
    assert len(changes.notes) == 1


def test_a_new_row_gets_an_id_and_may_be_referred_to_by_name_at_once() -> None:
    def work(hand: Hand) -> None:
        hand.table_row(
            "section.2",
            PROGRAMS,
            0,
            {
                "name": "注文受付",
                "kind": choice_label(ProgramKind.INBOUND).ja,
                "days": "月〜金、祝",
                "opens": time(9),
                "closes": "24:00",
            },
        )
        hand.table_row(
            "section.2",
            "work.volumes.volumes",
            0,
            {"program": "注文受付", "channel": choice_label(Channel.PHONE).ja},
        )

    changes = filled(work)
    programs = changes.definition.work.programs.programs
    volumes = changes.definition.work.volumes.volumes
    assert isinstance(programs, tuple) and isinstance(volumes, tuple)
    (program,), (volume,) = programs, volumes
    assert program.days == (Day.MON, Day.TUE, Day.WED, Day.THU, Day.FRI, Day.HOLIDAY)
    assert (program.opens, program.closes) == (540, 1440)
    assert (volume.program, volume.channel) == (program.id, Channel.PHONE)
    assert changes.changed == (f"{PROGRAMS}.{program.id}", f"work.volumes.volumes.{volume.id}")
    assert [note for note in changes.notes if note.level == "error"] == []


def test_a_renamed_row_keeps_its_id_and_its_references() -> None:
    project = sample_project("mail-order")
    programs = project.definition.work.programs.programs
    assert isinstance(programs, tuple)
    changes = filled(lambda hand: hand.table_row("section.2", PROGRAMS, 0, {"name.ja": "受注"}), project)
    assert changes.changed == (f"{PROGRAMS}.{programs[0].id}.name",)
    assert changes.definition.work.volumes == project.definition.work.volumes


def test_an_emptied_row_goes_and_a_vanished_one_stays() -> None:
    blank = dict.fromkeys(("name", "kind"))
    emptied = filled(lambda hand: hand.table_row("section.2", PROGRAMS, 0, blank), WITH_PROGRAMS)
    assert emptied.definition.work.programs.programs == (CARE,)
    assert emptied.changed == (f"{PROGRAMS}.p1",)

    def cut(hand: Hand) -> None:
        hand.sheet("section.2").delete_rows(hand.row("section.2", "p1"))

    vanished = filled(cut, WITH_PROGRAMS)
    assert vanished.definition == WITH_PROGRAMS.definition
    assert [note.level for note in vanished.notes] == ["error"]
    assert "注文受付" in vanished.notes[0].ja


def test_a_row_moved_in_the_sheet_is_moved_in_the_project() -> None:
    def swap(hand: Hand) -> None:
        sheet, row = hand.sheet("section.2"), hand.row("section.2", "p1")
        for column in range(1, sheet.max_column + 1):
            upper, lower = sheet.cell(row, column), sheet.cell(row + 1, column)
            upper.value, lower.value = lower.value, upper.value

    changes = filled(swap, WITH_PROGRAMS)
    assert changes.definition.work.programs.programs == (CARE, ORDERS)
    assert changes.changed == (PROGRAMS,)


def test_a_copied_row_becomes_a_row_of_its_own() -> None:
    def copy(hand: Hand) -> None:
        sheet, row = hand.sheet("section.2"), hand.row("section.2", "p1")
        for column in range(1, sheet.max_column + 1):
            sheet.cell(row + 2, column).value = sheet.cell(row, column).value

    changes = filled(copy, WITH_PROGRAMS)
    rows = changes.definition.work.programs.programs
    assert isinstance(rows, tuple)
    assert rows[:2] == (ORDERS, CARE)
    assert len(rows) == 3 and rows[2].id not in ("p1", "p2")
    assert rows[2].name == ORDERS.name


def test_rows_may_be_inserted_anywhere() -> None:
    def insert(hand: Hand) -> None:
        row = hand.row("section.2", "p2")
        hand.sheet("section.2").insert_rows(row)
        hand.put(hand.sheet("section.2"), row, 2, "休眠顧客への案内")

    changes = filled(insert, WITH_PROGRAMS)
    rows = changes.definition.work.programs.programs
    assert isinstance(rows, tuple)
    assert [row.name.ja for row in rows if row.name] == ["注文受付", "休眠顧客への案内", "問い合わせ対応"]


def test_a_wrong_value_costs_no_more_than_its_cell() -> None:
    def work(hand: Hand) -> None:
        hand.table_row(
            "section.2",
            "work.volumes.volumes",
            0,
            {
                "program": "ない業務",
                "monthly_contacts": "1.5",
                "aht": "320秒",
                "peak_share": 140,
            },
        )
        hand.field("section.2", START, "4/1")

    changes = filled(work, WITH_PROGRAMS)
    volumes = changes.definition.work.volumes.volumes
    assert isinstance(volumes, tuple)
    assert (volumes[0].program, volumes[0].monthly_contacts, volumes[0].aht, volumes[0].peak_share) == (
        None,
        None,
        320,
        None,
    )
    assert changes.definition.work.start.service_start is None
    assert len(changes.notes) == 4
    assert all(note.where.startswith(f"{sheet_name(2)}!") for note in changes.notes)


def test_a_table_is_undecided_until_somebody_fills_in_rows() -> None:
    undecided = filled(lambda hand: hand.field("section.2", PROGRAMS, "未定: CS部 2027-03-01"))
    assert isinstance(undecided.definition.work.programs.programs, Undecided)
    project = EMPTY.replace(definition=undecided.definition)
    rows = filled(lambda hand: hand.table_row("section.2", PROGRAMS, 0, {"name": "注文受付"}), project)
    assert isinstance(rows.definition.work.programs.programs, tuple)
    assert [note.level for note in rows.notes] == ["warning"]


def test_a_marker_beside_a_filled_table_is_asked_back() -> None:
    changes = filled(lambda hand: hand.field("section.2", PROGRAMS, "該当なし: 理由"), WITH_PROGRAMS)
    assert changes.definition == WITH_PROGRAMS.definition
    assert [note.level for note in changes.notes] == ["error"]


def test_only_what_changed_on_both_sides_is_in_conflict() -> None:
    def work(hand: Hand) -> None:
        hand.table_row("section.2", PROGRAMS, 0, {"name": "受注", "what": "電話で注文を受ける。"})
        hand.field("rfp", "rfp.client", "発注者B")

    data = edited(written(WITH_PROGRAMS, Lang.JA), work)
    renamed = ORDERS.replace(name=Localized(ja="ご注文"))
    now = WITH_PROGRAMS.replace(
        definition=Definition(work=Work(programs=Programs(programs=(renamed, CARE)))),
        rfp=Rfp(client=Localized(ja="発注者C"), number="N-1"),
    )
    changes = read_definition(data, "d.xlsx", now)
    assert changes.conflicts == ("rfp.client", f"{PROGRAMS}.p1.name")
    assert changes.changed == (f"{PROGRAMS}.p1.what",)
    assert changes.rfp == now.rfp
    rows = changes.definition.work.programs.programs
    assert isinstance(rows, tuple)
    assert rows[0].name == Localized(ja="ご注文")
    assert rows[0].what == Localized(ja="電話で注文を受ける。")
    assert str(changes.words[f"{PROGRAMS}.p1.name"].ja).endswith(
        f"ご注文 › {column_text('2.1', 'programs', 'name').label.ja}"
    )


def test_rows_that_came_or_went_in_the_project_stay_so() -> None:
    data = written(WITH_PROGRAMS, Lang.JA)
    new = Program(id="p9", name=Localized(ja="新しい業務"))
    now = WITH_PROGRAMS.replace(definition=Definition(work=Work(programs=Programs(programs=(CARE, new)))))
    changes = read_definition(data, "d.xlsx", now)
    assert changes.definition == now.definition
    assert (changes.changed, changes.conflicts, changes.notes) == ((), (), ())
    worked_on = edited(data, lambda hand: hand.table_row("section.2", PROGRAMS, 0, {"name": "受注"}))
    assert read_definition(worked_on, "d.xlsx", now).conflicts == (f"{PROGRAMS}.p1",)


def test_schedule_gates_and_evaluators_are_filled_in_too() -> None:
    def work(hand: Hand) -> None:
        hand.table_row("rfp", "rfp.schedule", 3, {"day": date(2027, 3, 12), "at": "17:00"})
        hand.table_row("rfp", "rfp.gates", 0, {"statement": "ISMSの認証を保有している。"})
        hand.table_row("evaluators", "evaluators", 0, {"label": "CS部", "department": "CS部"})
        hand.field("rfp", "rfp.languages", "日本語、英語")
        hand.field("rfp", "rfp.contact.desk", "購買部")
        hand.field("rfp", "rfp.version", "第1版")

    changes = filled(work)
    assert changes.rfp.day(Step.PROPOSAL_DEADLINE) == date(2027, 3, 12)
    assert changes.rfp.schedule[0].at == 1020
    assert changes.rfp.gates[0].statement == Localized(ja="ISMSの認証を保有している。")
    assert changes.rfp.languages == (Lang.JA, Lang.EN)
    assert changes.rfp.contact is not None and changes.rfp.contact.desk == Localized(ja="購買部")
    assert [one.label for one in changes.evaluators] == [Localized(ja="CS部")]
    assert changes.rfp.version == "1.0"
    assert len(changes.notes) == 1


def test_an_evaluator_named_in_the_criteria_is_not_removed() -> None:
    criteria = EMPTY.criteria
    first = criteria.criteria[0]
    subs = (first.subs[0].replace(evaluators=("e1",)), *first.subs[1:])
    named = criteria.replace(criteria=(first.replace(subs=subs), *criteria.criteria[1:]))
    people = (
        Evaluator(id="e1", label=Localized(ja="CS部")),
        Evaluator(id="e2", label=Localized(ja="購買部")),
    )
    project = EMPTY.replace(criteria=named, evaluators=people)

    def work(hand: Hand) -> None:
        for number in (0, 1):
            hand.table_row("evaluators", "evaluators", number, {"label": None})

    changes = filled(work, project)
    assert changes.evaluators == people[:1]
    assert changes.changed == ("evaluators.e2",)
    assert len(changes.notes) == 1


def test_requests_refer_to_requirements_of_the_register_only() -> None:
    project = sample_project("mail-order")
    path = "overview.requests.requests"
    first, second = (one.id for one in project.requirements[:2])

    def work(hand: Hand) -> None:
        hand.table_row("section.1", path, 0, {"requirements": f"{first}, {second}"})
        hand.table_row("section.1", path, 1, {"requirements": "no-such-one"})

    changes = filled(work, project)
    requests = changes.definition.overview.requests.requests
    assert isinstance(requests, tuple)
    assert requests[0].requirements == (first, second)
    assert len(changes.changed) == len(changes.notes) == 1


def test_marked_requirements_go_into_the_register_once() -> None:
    ready = ready_requirements()[4]

    def mark(hand: Hand) -> None:
        sheet, row = hand.sheet("library"), hand.row("library", f"R {ready.key}")
        hand.put(sheet, row, 7, "はい")

    data = edited(written(EMPTY, Lang.JA), mark)
    changes = read_definition(data, "d.xlsx", EMPTY)
    (taken,) = changes.requirements
    assert (taken.source, taken.item, taken.statement.ja) == (ready.key, ready.item, ready.statement.ja)
    assert taken.id not in ready.key
    assert changes.changed == (f"requirements.{taken.id}",)
    again = read_definition(data, "d.xlsx", EMPTY.replace(requirements=changes.requirements))
    assert again.requirements == changes.requirements


def test_examples_and_texts_beside_the_cells_are_no_answers() -> None:
    page = "section.1"

    def scribble(hand: Hand) -> None:
        sheet = hand.sheet(page)
        hand.put(sheet, hand.row(page, f"F {POLICY}") + 1, 3, "書き換え")
        hand.put(sheet, hand.first_row(page, "overview.policy.principles"), 30, "欄外")

    changes = filled(scribble)
    assert changes.definition == EMPTY.definition
    assert [note.level for note in changes.notes] == ["warning", "warning"]
    assert changes.notes[0].where.startswith(f"{sheet_name(1)}!B")
    assert changes.notes[1].where.startswith(f"{sheet_name(1)}!AD")


def test_a_formula_is_read_by_its_result_never_calculated() -> None:
    changes = filled(lambda hand: hand.field("section.2", "work.constraints.ceiling_price", "=1+1"))
    assert changes.definition == EMPTY.definition
    assert len(changes.notes) == 1


def test_a_missing_sheet_is_said_once_and_changes_nothing() -> None:
    def remove(hand: Hand) -> None:
        del hand.book[hand.sheet("section.4").title]

    project = sample_project("mail-order")
    changes = filled(remove, project)
    assert changes.definition == project.definition
    assert len(changes.notes) == 1


def test_another_workbook_is_refused() -> None:
    def disguise(hand: Hand) -> None:
        for sheet in hand.book.worksheets:
            sheet["A1"].value = None

    with pytest.raises(Refused):
        filled(disguise)
    with pytest.raises(Refused):
        read_definition(b"PK", "d.xlsx", EMPTY)


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [("format", Form.RESPONSE, "The file is a response workbook"), ("format_version", "2", "newer")],
)
def test_another_form_or_a_newer_edition_is_refused_by_name(key: str, value: str, why: str) -> None:
    def relabel(hand: Hand) -> None:
        rows = hand.book["_meta"].iter_rows(max_col=2)
        next(told for said, told in rows if said.value == key).value = value

    with pytest.raises(Refused) as caught:
        filled(relabel)
    assert why in caught.value.why.en
