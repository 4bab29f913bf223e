"""F2: from where one is to the next answer that is missing or wrong, in the order of the road."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rfp_builder.check.finding import Finding, Severity
from rfp_builder.i18n import Phrase

if TYPE_CHECKING:
    from rfp_builder.tui.app import Wizard

_NONE = Phrase("発行を妨げる指摘はありません。", "Nothing stands in the way of the issue.")
_NOT_YET = Phrase(
    "点検しています。少し待ってからもう一度押してください。", "Still checking; press again in a moment."
)


def go_to_next(wizard: Wizard) -> None:
    """Go there and say what is missing. After the last one it begins anew from the first."""
    from rfp_builder.tui.road import go

    assert wizard.session is not None
    report = wizard.session.report
    if report is None:
        wizard.tell(_NOT_YET)
        return
    blocking = [one for one in report.findings if one.severity is Severity.BLOCKS]
    if not blocking:
        wizard.tell(_NONE)
        return
    found = _after(blocking, wizard.last_missing)
    wizard.last_missing = found.path
    go(wizard, found.path)
    wizard.tell(found.message)


def _after(findings: list[Finding], path: str | None) -> Finding:
    """The finding behind the last one that stands at `path`; the first where there is none."""
    places = [position for position, one in enumerate(findings) if one.path == path]
    position = places[-1] + 1 if places else 0
    return findings[position % len(findings)]
