"""The sample projects: valid, stored in the form that a save writes, complete or incomplete on purpose."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from rfp_builder.catalogue.requirements import ready_requirements as ready
from rfp_builder.check.finding import Severity
from rfp_builder.check.report import check
from rfp_builder.check.words.vague import vague_words
from rfp_builder.disclosure.secrets import secrets_of
from rfp_builder.i18n import Lang
from rfp_builder.model.answers import known
from rfp_builder.model.criteria import Scoring
from rfp_builder.model.project import Project
from rfp_builder.model.requirement import Requirement
from rfp_builder.model.shape import Kind, item_at, items
from rfp_builder.text.business_days import is_business_day
from rfp_builder.text.ngrams import QuotationIndex
from tests.samples.reading import project, sample, texts, withheld

HIDDEN = (".definition.overview.requests", ".definition.additional.approval")
"""Items that no vendor sees."""

# 等 as "and the like", not as a part of 同等, 均等, 平等, 対等, 高等, 等級 or 等分.
ELASTIC_JA = re.compile(
    r"適宜|適切|速やか|迅速|柔軟|必要に応じ|なるべく|可能な限り|十分な|(?<![同均平対高])等(?![級分])"
)
ELASTIC_EN = re.compile(r"\b(appropriate|as needed|timely|etc|sufficient|flexib|prompt)", re.IGNORECASE)


@pytest.fixture(scope="module")
def order() -> Project:
    return project("mail-order")


@pytest.fixture(scope="module")
def card() -> Project:
    return project("card-reservation")


@pytest.mark.parametrize("name", ["mail-order", "card-reservation"])
def test_the_file_is_what_a_save_would_write(name: str) -> None:
    stored = (sample(name) / "project.json").read_text("utf-8")
    assert stored == project(name).model_dump_json(indent=2, exclude_none=True) + "\n"


@pytest.mark.parametrize("name", ["mail-order", "card-reservation"])
def test_samples_hold_only_what_is_authored(name: str) -> None:
    one = project(name)
    assert not (one.vendors or one.proposals or one.score_books or one.issues or one.criteria.lock)


@pytest.mark.parametrize("name", ["mail-order", "card-reservation"])
def test_statements_taken_from_the_catalogue_name_one_of_its_keys(name: str) -> None:
    taken = {one.source for one in project(name).requirements if one.source}
    assert taken
    assert taken <= {one.key for one in ready()}


class TestMailOrder:
    def test_every_field_of_every_item_is_answered(self, order: Project) -> None:
        open_ = [
            f"{shape.id} {slot.name}"
            for shape in items().values()
            for slot in shape.slots
            if getattr(item_at(order.definition, shape.id), slot.name) in (None, ())
        ]
        assert not open_

    def test_every_column_is_answered_or_does_not_arise(self, order: Project) -> None:
        # A column may stay empty where it cannot have a value in that row.
        arises_elsewhere = {"span", "parent", "requirements"}
        gaps = []
        for shape in items().values():
            item = item_at(order.definition, shape.id)
            for slot in shape.slots:
                if slot.kind is Kind.TABLE:
                    for row in known(getattr(item, slot.name)) or ():
                        empty = [c.name for c in slot.columns if getattr(row, c.name) is None]
                        gaps += [
                            f"{shape.id} {row.id} {name}" for name in empty if name not in arises_elsewhere
                        ]
        assert not gaps

    def test_every_text_is_in_both_languages(self, order: Project) -> None:
        assert order.rfp.languages == (Lang.JA, Lang.EN)
        assert not [path for path, text in texts(order) if not (text.has(Lang.JA) and text.has(Lang.EN))]

    def test_duties_and_gates_are_not_vague(self, order: Project) -> None:
        held_to = [(one.id, one.statement) for one in order.requirements]
        held_to += [(gate.id, gate.statement) for gate in order.rfp.gates]
        found = [
            (where, word.shown)
            for where, text in held_to
            for lang in Lang
            for word in vague_words(text.to(lang), lang)
        ]
        assert not found

    def test_the_definition_has_no_elastic_words(self, order: Project) -> None:
        found = [
            path
            for path, text in texts(order.definition)
            if ELASTIC_JA.search(text.to(Lang.JA)) or ELASTIC_EN.search(text.to(Lang.EN))
        ]
        assert not found

    def test_dates_are_business_days_in_order(self, order: Project) -> None:
        start = order.definition.work.start
        schedule = [row.day for row in order.rfp.schedule]
        milestones = [known(row.due) for row in known(start.milestones) or ()]
        phases = [known(row.starts) for row in known(start.ramp) or ()]
        trial = [known(start.trial_from), known(start.trial_until)]
        for series in (schedule, milestones, phases, trial):
            days = [day for day in series if isinstance(day, date)]
            assert len(days) == len(series) >= 2
            assert days == sorted(days)
            assert all(is_business_day(day) for day in days)
        assert schedule[0] == date(2027, 2, 1)
        assert known(start.service_start) == schedule[-1] == phases[0] == date(2027, 10, 1)

    def test_the_forecast_averages_the_monthly_volume(self, order: Project) -> None:
        contacts: dict[tuple[str | None, object], list[int]] = defaultdict(list)
        for row in known(order.definition.work.forecast.months) or ():
            contacts[row.program, known(row.channel)].append(known(row.contacts) or 0)
        volumes = known(order.definition.work.volumes.volumes) or ()
        assert {(row.program, known(row.channel)) for row in volumes} == set(contacts)
        for volume in volumes:
            year = contacts[volume.program, known(volume.channel)]
            assert len(year) == 12
            assert Fraction(sum(year), 12) == known(volume.monthly_contacts)

    def test_agents_match_the_workload_of_the_paid_hours(self, order: Project) -> None:
        operations, people = order.definition.operations, order.definition.people
        seconds = sum(
            (known(row.monthly_contacts) or 0) * (known(row.aht) or 0)
            for row in known(order.definition.work.volumes.volumes) or ()
        )
        occupancy = Fraction(known(operations.planning.occupancy_cap) or 0) / 100
        shrinkage = Fraction(known(operations.planning.shrinkage) or 0) / 100
        assert (occupancy, shrinkage) == (Fraction(85, 100), Fraction(30, 100))
        paid_hours = Fraction(seconds, 3600) / occupancy / (1 - shrinkage)
        agents = next(
            known(row.headcount) or 0
            for row in known(people.hiring.conditions) or ()
            if known(row.role) == "csr"
        )
        needed = paid_hours / 160
        assert needed <= agents <= needed * Fraction(120, 100)

    def test_call_reasons_add_up_on_every_level(self, order: Project) -> None:
        shares: dict[str | None, Decimal] = defaultdict(Decimal)
        for reason in known(order.definition.work.reasons.reasons) or ():
            shares[reason.parent] += known(reason.share) or 0
        assert len(shares) > 2
        assert set(shares.values()) == {Decimal(100)}

    def test_references_point_at_rows_that_exist(self, order: Project) -> None:
        tables = {}
        for shape in items().values():
            for slot in shape.slots:
                if slot.kind is Kind.TABLE:
                    table = known(getattr(item_at(order.definition, shape.id), slot.name)) or ()
                    tables[f"{shape.path}.{slot.name}"] = (slot.columns, table)
        for columns, table in tables.values():
            for column in (one for one in columns if one.refers_to):
                there = {row.id for row in tables[column.refers_to or ""][1]}
                assert {value for row in table if (value := getattr(row, column.name))} <= there
        asked = {
            one
            for row in known(order.definition.overview.requests.requests) or ()
            for one in row.requirements
        }
        assert asked <= {one.id for one in order.requirements}

    def test_penalties_stay_within_the_cap_and_begin_after_a_grace(self, order: Project) -> None:
        price = order.definition.price.incentives
        penalties = [row for row in known(price.incentives) or () if known(row.effect) == "penalty"]
        assert sum(known(row.monthly_cap) or 0 for row in penalties) <= (known(price.total_cap) or 0) == 10
        assert {known(row.grace_months) for row in penalties} == {3}

    def test_requirements_are_complete(self, order: Project) -> None:
        assert len(order.requirements) >= 66
        subs = {sub.id for sub in order.criteria.all_subs()}
        for one in order.requirements:
            assert one.acceptance and one.rationale and one.owner
            assert one.criterion in subs

    def test_criteria_are_ready_to_be_agreed(self, order: Project) -> None:
        criteria = order.criteria
        assert sum(one.points for one in criteria.criteria) == criteria.total_points == 1000
        assert [grade.rate for grade in criteria.scale] == [0, 25, 50, 75, 100]
        kinds = Counter(sub.scoring for sub in criteria.all_subs())
        assert kinds[Scoring.PRICE] == kinds[Scoring.BASE] == 1
        known_evaluators = {one.id for one in order.evaluators}
        for sub in (one for one in criteria.all_subs() if one.scoring is Scoring.QUALITY):
            assert [anchor.score for anchor in sub.anchors] == [0, 1, 2, 3, 4]
            assert len(set(sub.evaluators)) >= 2
            assert set(sub.evaluators) <= known_evaluators
        assert {one.id: one.floor for one in criteria.criteria if one.floor} == {"quality": 40}

    def test_withheld_requirements_hang_on_the_power_to_propose(self, order: Project) -> None:
        hidden = withheld(order)
        proposal = next(one for one in order.criteria.criteria if one.id == "proposal")
        allowed = order.criteria.total_points * order.criteria.withheld_cap / 100
        assert len(hidden) == 8
        assert {one.scored_under for one in hidden} <= {sub.id for sub in proposal.subs}
        assert proposal.points <= allowed
        assert all(one.withholding and one.withholding.guide and one.withholding.reason for one in hidden)
        assert sum(bool(one.withholding and one.withholding.open_question) for one in hidden) >= 6
        catalogue = {one.key: one for one in ready()}
        assert all(catalogue[one.source].withholdable for one in hidden if one.source)

    def test_no_disclosed_text_quotes_a_secret(self, order: Project) -> None:
        secrets = {
            f"{n} {m}": text for n, s in enumerate(secrets_of(order)) for m, text in enumerate(s.texts)
        }
        index = QuotationIndex(secrets)
        assert len(secrets) > 8 * 2
        quoted = [
            (path, quotation.key) for path, wording in _disclosed(order) for quotation in index.find(wording)
        ]
        assert not quoted

    def test_the_ceiling_price_stands_in_one_place_only(self, order: Project) -> None:
        ceiling = known(order.definition.work.constraints.ceiling_price)
        stored = (sample("mail-order") / "project.json").read_text("utf-8")
        assert stored.count(str(ceiling)) == 1
        assert f"{ceiling:,}" not in stored
        assert "13億" not in stored
        for file in sample("mail-order").rglob("*.toml"):
            assert str(ceiling) not in file.read_text("utf-8").replace(",", "")

    def test_the_check_finds_nothing_in_the_way_of_the_issue(self, order: Project) -> None:
        report = check(order, date(2027, 1, 28))
        assert not report.blocked
        assert report.total.answered == report.total.required
        assert len(report.findings) <= 12


class TestCardReservation:
    """The half-filled one: what is missing is missing on purpose."""

    def test_it_is_in_japanese_only(self, card: Project) -> None:
        assert card.rfp.languages == (Lang.JA,)
        assert not [path for path, text in texts(card) if text.has(Lang.EN)]

    def test_it_holds_the_published_facts(self, card: Project) -> None:
        start = card.definition.work.start
        assert known(start.contract_start) == date(2022, 4, 1)
        assert known(start.service_start) == date(2022, 5, 1)
        assert known(start.contract_end) == date(2023, 3, 31)
        heads = {
            known(r.role): known(r.headcount) for r in known(card.definition.people.hiring.conditions) or ()
        }
        assert heads == {"manager": 1, "csr": 7}
        program = (known(card.definition.work.programs.programs) or ())[0]
        assert (known(program.opens), known(program.closes)) == (8 * 60 + 30, 17 * 60 + 15)

    def test_it_leaves_the_check_something_to_say(self, card: Project) -> None:
        untouched = [s.id for s in items().values() if item_at(card.definition, s.id) == s.model()]
        assert len(untouched) >= 8
        assert any(not is_business_day(row.day) for row in card.rfp.schedule)
        assert sum(one.points for one in card.criteria.criteria) != card.criteria.total_points
        assert any(not sub.anchors for sub in card.criteria.all_subs() if sub.scoring is Scoring.QUALITY)
        assert len(card.requirements) >= 25
        assert len([one for one in card.requirements if _is_vague(one)]) >= 5

    def test_the_check_says_it(self, card: Project) -> None:
        report = check(card, date(2022, 2, 1))
        assert report.blocked
        assert report.count(Severity.BLOCKS) > 50
        assert report.total.answered < report.total.required
        assert {
            "criteria.anchors",
            "criteria.total",
            "disclosure.fact",
            "incentive.subjective",
            "requirement.acceptance",
            "schedule.business-day",
            "security.two-factor",
            "wording.vague",
        } <= {finding.rule for finding in report.findings}


def _is_vague(one: Requirement) -> bool:
    return any(True for _ in vague_words(one.statement.to(Lang.JA), Lang.JA))


def _disclosed(one: Project) -> list[tuple[str, str]]:
    """What vendors may read, open questions included, in both languages."""
    found = []
    public = one.replace(requirements=tuple(r for r in one.requirements if r.withholding is None))
    for path, text in texts(public):
        if path.startswith(HIDDEN) or path.endswith(("incumbent", "budget_note", "internal_note")):
            continue
        found += [(path, text.to(lang)) for lang in Lang]
    for requirement in withheld(one):
        question = requirement.withholding.open_question if requirement.withholding else None
        found += [(requirement.id, question.to(lang)) for lang in Lang if question]
    return found
