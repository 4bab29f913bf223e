"""Each step of the road: what it needs, what it refuses, what it leaves."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rfp_builder.errors import Conflict, Leak, Refused, TooEarly
from rfp_builder.i18n import Lang
from rfp_builder.model.localized import Localized
from rfp_builder.resources import data_folder
from rfp_builder.workspace.agreement import agreement_digest, lock_criteria
from rfp_builder.workspace.evaluating import rank
from rfp_builder.workspace.issuing import draft, issue
from rfp_builder.workspace.receiving import receive
from rfp_builder.workspace.scoring import collect, make_score_books
from rfp_builder.workspace.states import State, state_of
from rfp_builder.workspace.withholding import disclose, withhold
from rfp_builder.workspace.workspace import Workspace

DAY = date(2027, 2, 1)
NOW = datetime(2027, 3, 12, 12, tzinfo=UTC)
PROPOSALS = data_folder("samples") / "mail-order" / "proposals"
BOOKS = data_folder("samples") / "mail-order" / "scorebooks"


@pytest.fixture(scope="module")
def _issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("road") / "issued"
    workspace = Workspace.create(folder, "mail-order")
    lock_criteria(workspace, "委員会", DAY)
    assert issue(workspace, DAY).blocked_by == ()
    return folder


@pytest.fixture
def fresh(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "fresh", "mail-order")


@pytest.fixture
def out(_issued: Path, tmp_path: Path) -> Workspace:
    """A project whose RFP is out, for this test alone."""
    return Workspace.open(Path(shutil.copytree(_issued, tmp_path / "out")))


def answer(workspace: Workspace, number: int = 0, name: str | None = None) -> None:
    path = sorted(PROPOSALS.glob("*.xlsx"))[number]
    receive(workspace, name or path.stem, path.name, path.read_bytes(), NOW)


def test_steps_in_the_wrong_order_are_refused(fresh: Workspace) -> None:
    with pytest.raises(TooEarly):
        issue(fresh, DAY)
    with pytest.raises(TooEarly):
        answer(fresh)
    with pytest.raises(TooEarly):
        make_score_books(fresh, Lang.JA)
    with pytest.raises(TooEarly):
        rank(fresh, (Lang.JA,))
    assert state_of(fresh.project) is State.DRAFT


def test_locked_criteria_cannot_be_locked_again_or_bent(fresh: Workspace) -> None:
    made = lock_criteria(fresh, "委員会", DAY)
    assert made.digest == agreement_digest(fresh.project)
    with pytest.raises(Refused):
        lock_criteria(fresh, "委員会", DAY)
    bent = fresh.project.criteria.replace(total_floor="10")
    fresh.save(fresh.project.replace(criteria=bent), "bent")
    with pytest.raises(Refused, match="not the ones"):
        issue(fresh, DAY)
    assert not (fresh.folder / "issued").exists()


def test_gates_and_evaluators_are_part_of_what_is_agreed(fresh: Workspace) -> None:
    lock_criteria(fresh, "委員会", DAY)
    project = fresh.project
    fresh.save(project.replace(evaluators=project.evaluators[1:]), "bent")
    with pytest.raises(Refused, match="not the ones"):
        issue(fresh, DAY)
    fresh.save(fresh.project.replace(evaluators=project.evaluators), "mended")
    fresh.save(fresh.project.replace(rfp=project.rfp.replace(gates=project.rfp.gates[1:])), "bent")
    with pytest.raises(Refused, match="not the ones"):
        issue(fresh, DAY)


def test_criteria_without_evaluators_cannot_be_locked(fresh: Workspace) -> None:
    fresh.save(fresh.project.replace(evaluators=()), "nobody")
    with pytest.raises(Refused, match="cannot be locked"):
        lock_criteria(fresh, "委員会", DAY)


def test_a_blocking_finding_stops_the_issue(fresh: Workspace) -> None:
    lock_criteria(fresh, "委員会", DAY)
    fresh.save(fresh.project.replace(rfp=fresh.project.rfp.replace(client=None)), "emptied")
    done = issue(fresh, DAY)
    assert done.blocked_by and done.for_vendors == ()
    assert not (fresh.folder / "issued").exists()


def test_a_leak_stops_the_issue_and_names_item_and_place_only(fresh: Workspace) -> None:
    lock_criteria(fresh, "委員会", DAY)
    secret = next(one for one in fresh.project.requirements if one.withholding is not None)
    told = fresh.project.rfp.replace(background=Localized(ja=f"なお、{secret.statement.ja}", en="…"))
    fresh.save(fresh.project.replace(rfp=told), "told")
    with pytest.raises(Leak) as caught:
        draft(fresh, DAY)
    said = " ".join((*caught.value.lines(Lang.JA), *caught.value.lines(Lang.EN)))
    assert secret.id in said and "word/document.xml" in said
    assert secret.statement.ja is not None and secret.statement.ja[:12] not in said
    assert not (fresh.folder / "drafts").exists() and not (fresh.folder / "issued").exists()


def test_an_issue_cannot_be_repeated_or_rewritten(out: Workspace) -> None:
    with pytest.raises(Refused):
        issue(out, DAY)
    with pytest.raises(Refused):
        out.store.keep_issued("rfp-1.0.ja.docx", b"other")


def test_withholding_is_for_solutions_before_the_issue(fresh: Workspace, out: Workspace) -> None:
    one = next(one for one in fresh.project.requirements if one.withholding is not None)
    assert disclose(fresh, one.id).withholding is None
    again = withhold(fresh, one.id, criterion="insight", question=Localized(ja="どうしますか。"))
    assert again.withholding is not None and again.withholding.criterion == "insight"
    with pytest.raises(Refused):
        disclose(out, one.id)


def test_a_second_submission_replaces_the_first_visibly(out: Workspace) -> None:
    answer(out, 0, "A社")
    answer(out, 1, "Ａ社")
    assert [one.name for one in out.project.vendors] == ["A社"]
    assert [one.submission for one in out.project.proposals] == [1, 2]
    assert [one.submission for one in out.project.current_proposals()] == [2]
    kept = sorted(path.name for path in (out.folder / "received").iterdir())
    assert kept == ["v1-1.xlsx", "v1-2.xlsx"]


def test_a_refused_file_is_kept_and_recorded(out: Workspace) -> None:
    with pytest.raises(Refused):
        receive(out, "A社", "a.xlsx", b"not a workbook", NOW)
    assert out.project.proposals == () and out.project.vendors == ()
    assert [path.read_bytes() for path in (out.folder / "received").iterdir()] == [b"not a workbook"]
    assert list(out.store.journal().entries())[-1].action == "received-refused"


def test_scores_close_the_door_for_proposals(out: Workspace) -> None:
    for number in range(3):
        answer(out, number)
    make_score_books(out, Lang.JA)
    path = sorted(BOOKS.glob("*.xlsx"))[0]
    assert collect(out, path.name, path.read_bytes(), NOW).complete
    assert collect(out, path.name, path.read_bytes(), NOW).replaced
    assert len(out.project.score_books) == 1
    with pytest.raises(Refused):
        answer(out)
    with pytest.raises(TooEarly):
        rank(out, (Lang.JA,))


def test_two_people_cannot_save_over_each_other(fresh: Workspace) -> None:
    other = Workspace.open(fresh.folder)
    other.save(other.project.replace(rfp=other.project.rfp.replace(number="B-2")), "theirs")
    with pytest.raises(Conflict):
        fresh.save(fresh.project.replace(rfp=fresh.project.rfp.replace(number="A-1")), "mine")
    assert Workspace.open(fresh.folder).project.rfp.number == "B-2"
    assert len(list(fresh.folder.glob("project.conflict-*.json"))) == 1


def test_a_broken_template_of_the_definition_leaves_nothing_half_issued(fresh: Workspace) -> None:
    lock_criteria(fresh, "委員会", DAY)
    own = fresh.folder / "templates" / "definition.ja.docx"
    own.parent.mkdir()
    own.write_bytes(b"no document")
    for step in (issue, draft):
        with pytest.raises(Refused):
            step(fresh, DAY)
    assert not any((fresh.folder / name).exists() for name in ("issued", "drafts", "internal", "baselines"))
    assert not fresh.project.issues
    own.unlink()
    assert issue(fresh, DAY).for_vendors


def test_a_restyled_template_of_the_project_is_used_and_checked(fresh: Workspace) -> None:
    template = (data_folder("templates") / "rfp.ja.docx").read_bytes()
    own = fresh.folder / "templates" / "rfp.ja.docx"
    own.parent.mkdir()
    own.write_bytes(template.replace(b"PK", b"XX"))
    with pytest.raises(Refused):
        draft(fresh, DAY)
    own.write_bytes(template)
    assert draft(fresh, DAY).for_vendors
