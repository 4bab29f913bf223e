"""What Japanese law says about the shifts of a contract: remarks, for the client to settle with the vendor.

Sources: Labour Standards Act (労働基準法, Act No. 49 of 1947) articles 32, 34 and 35; Act on Special Measures
for Improvement of Working Hours Arrangements (労働時間等の設定の改善に関する特別措置法) article 2, a duty to
endeavour; 11 hours is what the Ministry of Health, Labour and Welfare recommends.
"""

from __future__ import annotations

from collections.abc import Iterator

from rfp_builder.i18n import Phrase
from rfp_builder.workload.shifts.contract import DAYS, Contract

DAY_MIN = 1440
LONGEST_DAY_MIN, LONGEST_WEEK_MIN = 8 * 60, 40 * 60
BREAKS_MIN = ((8 * 60, 60), (6 * 60, 45))
"""Above so many minutes of work a day, so many minutes of breaks (article 34)."""
REST_MIN = 11 * 60

_BREAKS = Phrase(
    "{name}: 労働時間が{work}分を超える勤務には{least}分以上の休憩が必要です（労働基準法第34条）。",
    "{name}: more than {work} minutes of work take at least {least} minutes of breaks "
    "(Labour Standards Act, article 34).",
)
_DAY = Phrase(
    "{name}: 1日8時間を超える勤務は時間外労働になります（労働基準法第32条）。",
    "{name}: more than 8 hours a day are overtime (Labour Standards Act, article 32).",
)
_WEEK = Phrase(
    "{name}: 週40時間を超えることがあり、時間外労働になります（労働基準法第32条）。",
    "{name}: weeks may exceed 40 hours, which is overtime (Labour Standards Act, article 32).",
)
_REST_DAY = Phrase(
    "{name}: 週1日以上の休日が必要です（労働基準法第35条）。",
    "{name}: at least one day off a week is due (Labour Standards Act, article 35).",
)
_INTERVAL = Phrase(
    "{name}: 終業から翌日の始業まで11時間空かない組み合わせがあります"
    "（労働時間等設定改善法第2条の努力義務）。",
    "{name}: from the end of a shift to the next day's start may be less than 11 hours (a duty to endeavour "
    "under the Act on Improvement of Working Hours Arrangements, article 2).",
)


def remarks(contract: Contract) -> tuple[Phrase, ...]:
    """What should be looked at before such shifts are asked for; empty when nothing."""
    return tuple(_remarks(contract))


def _remarks(contract: Contract) -> Iterator[Phrase]:
    name, shifts = contract.name, contract.shifts
    work = [shift.length_min - shift.break_min for shift in shifts]
    for above, least in BREAKS_MIN:
        pairs = zip(shifts, work, strict=True)
        if any(minutes > above and shift.break_min < least for shift, minutes in pairs):
            yield _BREAKS.fill(name=name, work=above, least=least)
            break
    if max(work, default=0) > LONGEST_DAY_MIN:
        yield _DAY.fill(name=name)
    if max(work, default=0) * contract.days_a_week > LONGEST_WEEK_MIN:
        yield _WEEK.fill(name=name)
    if contract.days_a_week == DAYS:
        yield _REST_DAY.fill(name=name)
    if contract.days_a_week > 1 and shifts:
        latest, earliest = max(one.end_min for one in shifts), min(one.start_min for one in shifts)
        if DAY_MIN + earliest - latest < REST_MIN:
            yield _INTERVAL.fill(name=name)
