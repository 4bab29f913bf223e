"""Projects at random: every field of every item empty, undecided, not applicable, or some odd value."""

from __future__ import annotations

from random import Random
from typing import Any

from rfp_builder.model.project import Project
from rfp_builder.model.shape import Kind, Slot, items
from tests.check.builders import Data, not_applicable, requirement, t, undecided

ODD_TEXTS = (
    t("受託者は、速やかに対応すること。"),
    t("(.*[", "(.*["),
    t("９９９％、2027年13月45日、99:99〜88:77"),
    t("", "x") | {"ja": None},
    t("応答率1,2,3%"),
    t("𠮷野家{{ x }}{name}"),
    {"en": "Within 30 days, 5 to 6."},
)
NUMBERS: dict[Kind, tuple[object, ...]] = {
    Kind.WHOLE: (0, 1, 7, 40_000),
    Kind.DECIMAL: ("0", "-5", "90", "0.0001"),
    Kind.PERCENT: ("0", "100", "33.3333"),
    Kind.MONEY: (0, 999, 1000, 10**15),
    Kind.CLOCK: (0, 540, 1440),
    Kind.DATE: ("0001-01-01", "2027-04-01", "9999-12-31"),
    Kind.MONTH: ("2027-01", "2100-12"),
    Kind.YES_NO: (True, False),
    Kind.LINE: ("JPY",),
    Kind.REFERENCE: ("id0", "id1", "gone"),
    Kind.REFERENCES: (["r-01", "gone"], []),
}


def scattered(seed: int) -> Project:
    """The project that belongs to `seed`."""
    chance = Random(seed)
    definition: Data = {}
    for shape in items().values():
        item = {slot.name: _answer(chance, slot) for slot in shape.slots}
        definition.setdefault(shape.section, {})[shape.name] = item
    subs = [
        {
            "id": f"s{n}",
            "name": chance.choice(ODD_TEXTS),
            "points": chance.choice(("0", "10", "1000")),
            "scoring": chance.choice(("quality", "price", "base")),
        }
        for n in range(chance.randrange(4))
    ]
    return Project.model_validate(
        {
            "definition": definition,
            "requirements": [_requirement(chance, n) for n in range(chance.randrange(8))],
            "criteria": {
                "criteria": [{"id": "c", "name": t("基準"), "subs": subs}],
                "scale": [{"score": 1, "label": t("1"), "rate": "50"}] * chance.randrange(3),
                "total_points": chance.choice(("0", "1000")),
                "ties": chance.choice(([], ["council"], ["lower_price", "lower_price"])),
            },
            "rfp": {
                "languages": chance.choice((["ja"], ["en"], ["ja", "en"], [])),
                "schedule": [
                    {"step": step, "day": chance.choice(("0001-01-01", "2026-10-01", "9999-12-31"))}
                    for step in chance.sample(["issue", "answers", "decision", "service_start", "issue"], 3)
                ],
                "gates": [{"id": f"g{n}", "statement": chance.choice(ODD_TEXTS)} for n in range(2)],
                "validity_days": chance.choice((None, 0, 40000)),
            },
        }
    )


def with_holes(whole: Project, seed: int) -> Project:
    """The project with one in eight of its answers taken away, chosen by `seed`."""
    chance = Random(seed)

    def holed(value: Any) -> Any:
        if isinstance(value, list):
            return [holed(one) for one in value]
        if not isinstance(value, dict) or _is_one_answer(value):
            return value
        return {
            name: holed(held)
            for name, held in value.items()
            if name == "id" or not _is_one_answer(held) or chance.random() > 1 / 8
        }

    data = whole.model_dump(mode="json", exclude_none=True)
    return Project.model_validate(data | {"definition": holed(data["definition"])})


def _is_one_answer(value: Any) -> bool:
    if isinstance(value, dict):
        return bool({"ja", "en", "state"} & value.keys())
    return not isinstance(value, list)


def _requirement(chance: Random, n: int) -> Data:
    more: Data = {
        "item": chance.choice(list(items())),
        "statement": chance.choice(ODD_TEXTS),
        "acceptance": chance.choice((None, *ODD_TEXTS)),
        "criterion": chance.choice((None, "s0", "gone")),
        "source": chance.choice((None, "gone")),
    }
    if chance.random() < 0.3:
        more["withholding"] = {
            "criterion": chance.choice(("s0", "gone")),
            "open_question": chance.choice((None, *ODD_TEXTS)),
        }
    return requirement(f"r-{n:02}", "x") | more


def _answer(chance: Random, slot: Slot) -> Any:
    draw = chance.random()
    if slot.answerable and draw < 0.3:
        return chance.choice((None, undecided("2026-01-01"), undecided("2027-01-01"), not_applicable()))
    if slot.kind is Kind.TABLE:
        return [
            {"id": f"id{n}"} | {column.name: _answer(chance, column) for column in slot.columns}
            for n in range(chance.randrange(4))
        ]
    if slot.kind is Kind.TEXT:
        return chance.choice(ODD_TEXTS)
    if slot.choices is not None:
        values = [member.value for member in slot.choices]
        return chance.choice(values) if slot.kind is Kind.CHOICE else values[: chance.randrange(len(values))]
    # A few fields have limits of their own; 1 is within all of them.
    if slot.name in ("closing_day", "payment_day", "compared_months"):
        return 1
    return chance.choice(NUMBERS[slot.kind])
