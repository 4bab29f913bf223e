"""How a stakeholder's agreement is said at the command line."""

from __future__ import annotations

from rfp_builder.i18n import Lang, Phrase
from rfp_builder.text.show import show_date
from rfp_builder.workspace.sign_offs import Party

_LINE = Phrase("{mark} {name}  {status}", "{mark} {name}  {status}")
_SINCE = Phrase("{mark} {name}  {status}、{day}", "{mark} {name}  {status} ({day})")
_MARKS = {"open": "-", "changed": "!", "agreed": "v"}


def party_line(party: Party, lang: Lang) -> Phrase:
    """v 購買部 部長  合意済み、2026年11月22日（日）"""
    said = {"mark": _MARKS[party.sign_off], "name": party.name, "status": party.sign_off.label}
    if party.agreement is None:
        return _LINE.fill(**said)
    return _SINCE.fill(**said, day=show_date(party.agreement.agreed_on, lang))


def party_data(party: Party, lang: Lang) -> dict[str, object]:
    """Plain data for `--json`."""
    agreement = party.agreement
    return {
        "party": party.name.to(lang),
        "status": party.sign_off.value,
        "agreed_on": agreement.agreed_on.isoformat() if agreement is not None else None,
        "digest": agreement.digest if agreement is not None else None,
    }
