"""The finished files for vendors: no canary sings in them, and other secrets give the same bytes."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date

from hypothesis import given, settings

from rfp_builder.disclosure.scan import LeakScan
from rfp_builder.disclosure.view import public_view
from rfp_builder.excel.response.writer import response_workbook
from rfp_builder.i18n import Lang
from rfp_builder.model.project import Project
from rfp_builder.text.fold import search_fold
from rfp_builder.word.rfp import rfp_document
from rfp_builder.workspace.draft_notes import draft_notes
from tests.disclosure.other_secrets import full_of_canaries, with_random_secrets
from tests.strategies import Maker, makers, project, projects

_DAY = date(2027, 4, 1)
_TAG = re.compile(r"<[^>]*>")


def vendor_files(one: Project) -> Iterator[tuple[str, bytes]]:
    """Every file that vendors get, in both languages, drafts too."""
    for lang in Lang:
        public = public_view(one, lang, _DAY)
        yield f"rfp-1.0.{lang}.docx", rfp_document(public)
        yield f"rfp-draft.{lang}.docx", rfp_document(public, draft=draft_notes(one, lang, _DAY))
        yield f"response-1.0.{lang}.xlsx", response_workbook(public)


def _everything(data: bytes) -> str:
    """All that stands in the parts of a package, with its mark-up and without, folded."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = "\n".join(package.namelist())
        parts = [package.read(name).decode("utf-8", "ignore") for name in package.namelist()]
    return search_fold("\n".join([names, *parts, *(html.unescape(_TAG.sub("", part)) for part in parts)]))


@given(projects(2))
@settings(max_examples=12, deadline=None)
def test_no_canary_sings_in_any_file(one: Project) -> None:
    planted, canaries = full_of_canaries(one)
    songs = [search_fold(canary) for canary in canaries]
    scan = LeakScan.of(planted)
    for name, data in vendor_files(planted):
        shown = _everything(data)
        assert not [song for song in songs if song in shown], name
        assert scan.hits(name, data) == (), name


@given(makers(2), makers(1))
@settings(max_examples=12, deadline=None)
def test_other_secrets_give_the_same_bytes(make: Maker, other: Maker) -> None:
    one = project(make)
    changed = with_random_secrets(one, other)
    assert changed != one
    assert dict(vendor_files(changed)) == dict(vendor_files(one))


@given(projects(1))
@settings(max_examples=5, deadline=None)
def test_both_searches_find_a_canary_that_got_out(one: Project) -> None:
    planted, _ = full_of_canaries(one)
    escaped = planted.replace(requirements=tuple(r.replace(withholding=None) for r in planted.requirements))
    songs = [
        search_fold(song)
        for requirement in planted.requirements
        if requirement.withholding is not None
        for song in re.findall(r"鳴禽\d+号の囀", requirement.statement.ja or "")
    ]
    assert songs
    scan = LeakScan.of(planted)
    for name, data in vendor_files(escaped):
        if ".ja." in name:
            shown = _everything(data)
            assert all(song in shown for song in songs), name
            assert len({hit.secret for hit in scan.hits(name, data)}) >= len(songs), name
