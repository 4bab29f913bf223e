"""A public quantity that equals a secret amount by chance is no leak; the amount anywhere else is one."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from rfp_builder.disclosure.facts import quantities
from rfp_builder.disclosure.scan import LeakScan
from rfp_builder.disclosure.view import public_view
from rfp_builder.excel.response.writer import response_workbook
from rfp_builder.i18n import Lang
from rfp_builder.model.annex import AnnexSeries, MonthVolume, VolumeAnnex
from rfp_builder.model.answers import Undecided
from rfp_builder.model.choices import Channel
from rfp_builder.model.definition.work import Constraints
from rfp_builder.model.project import Project
from rfp_builder.word.rfp import rfp_document
from tests.strategies import projects
from tests.word.reading import Word
from tests.word.sample import both, project, requirement

_DAY = date(2027, 2, 1)
_CEILING = 12_340_000


def _annex(*months: int, week: Decimal | None = None) -> VolumeAnnex:
    volumes = tuple(
        MonthVolume(month=f"2026-{n:02}", contacts=contacts) for n, contacts in enumerate(months, start=1)
    )
    days = ((week,),) * 7 if week is not None else ()
    one = AnnexSeries(program="p1", channel=Channel.PHONE, actual=volumes, week=days)
    return VolumeAnnex(
        made_on=_DAY, history_first=date(2026, 1, 1), history_last=date(2026, 12, 31), series=(one,)
    )


def _with(ceiling: object = _CEILING, **changes: object) -> Project:
    made = project(**changes)
    work = made.definition.work.replace(constraints=Constraints.model_validate({"ceiling_price": ceiling}))
    return made.replace(definition=made.definition.replace(work=work))


def _hits(one: Project, lang: Lang = Lang.JA) -> set[str]:
    data = rfp_document(public_view(one, lang, _DAY))
    return {hit.secret.en for hit in LeakScan.of(one).hits("rfp.docx", data)}


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize(
    "annex",
    [
        _annex(_CEILING, 5),
        _annex(_CEILING - 5, 5),
        _annex(_CEILING, _CEILING),
        _annex(1, 2, week=Decimal(_CEILING)),
    ],
    ids=["month", "sum", "twice", "average"],
)
def test_contacts_that_equal_the_ceiling_are_no_leak(lang: Lang, annex: VolumeAnnex) -> None:
    one = _with(annex=annex)
    assert f"{_CEILING:,}" in Word.of(rfp_document(public_view(one, lang, _DAY))).text()
    assert _hits(one, lang) == set()


@pytest.mark.parametrize("text", ["予算は{n}円である。", "{n}", "予算は1,234万円"])
def test_the_same_number_elsewhere_is(text: str) -> None:
    shown = both(text.format(n=f"{_CEILING:,}"), text.format(n=f"{_CEILING:,}"))
    made = _with(annex=_annex(_CEILING, 5))
    one = made.replace(rfp=made.rfp.replace(background=shown))
    assert len(_hits(one)) == 1


def test_what_is_told_nowhere_is_a_leak_wherever_it_stands() -> None:
    made = _with(annex=_annex(7, 5))
    one = made.replace(rfp=made.rfp.replace(background=both(f"{_CEILING:,}", f"{_CEILING:,}")))
    assert len(_hits(one)) == 1


def test_the_workbook_tells_nothing_of_the_annex() -> None:
    """The same cell in another file, or in another part, is no quantity that was told there."""
    one = _with(annex=_annex(_CEILING, 5))
    data = rfp_document(public_view(one, Lang.JA, _DAY))
    workbook = response_workbook(public_view(one, Lang.JA, _DAY))
    assert LeakScan.of(one).hits("response.xlsx", workbook) == ()
    assert len(LeakScan.of(one).hits(f"{_CEILING}.docx", data)) == 1


def test_a_number_in_a_withheld_sentence_is_no_secret_but_the_sentence_is() -> None:
    said = "受託者は、月12,000件を超える月の増員を自ら申し出ること。"
    hidden = requirement("r9", said, "The vendor shall offer more people in a month above 12,000 contacts.")
    undecided = Undecided(owner=both("経理課", "Finance"), due=_DAY)
    withheld = project().requirements[1].withholding
    one = _with(
        undecided, requirements=(hidden.replace(withholding=withheld),), annex=_annex(12_000, 12_000, 24_000)
    )
    assert _hits(one) == set()
    told = one.replace(rfp=one.rfp.replace(background=both(said, said)))
    assert _hits(told) == {"withheld requirement r9"}


@given(projects(3))
@settings(max_examples=15, deadline=None)
def test_figures_are_counted_as_they_are_shown(one: Project) -> None:
    """The RFP holds each quantity that is told, in at least as many cells as it is told."""
    for lang in Lang:
        view = public_view(one, lang, _DAY)
        cells = Counter(
            cell for table in Word.of(rfp_document(view)).tables() for row in table for cell in row
        )
        told = quantities(view)
        annex = Counter(() if view.annex is None else view.annex.figures())
        assert not annex - cells
        assert not annex - told
