"""What people call the places that a staffing plan rests on or fills in."""

from __future__ import annotations

from types import MappingProxyType

from rfp_builder.catalogue.sections import column_text, field_text
from rfp_builder.catalogue.sections import item as item_text
from rfp_builder.i18n import Phrase
from rfp_builder.model.shape import items

_SETTINGS = MappingProxyType(
    {
        "staffing.history": Phrase("件数の履歴", "the contact history"),
        "staffing.until": Phrase("計画の最終日", "the last day of the plan"),
        "staffing.growth": Phrase("年間の増減率の設定", "the growth set for the plan"),
        "staffing.specials": Phrase("特別日の設定", "the special days"),
        "staffing.certainty": Phrase("備える確率の設定", "the certainty to staff for"),
        "staffing.occupancy_cap": Phrase("占有率の上限の設定", "the occupancy cap of the plan"),
        "staffing.queues": Phrase("窓口の設定", "the queues"),
        "staffing.shrinkage": Phrase("非稼働率の設定", "the shrinkage of the plan"),
        "staffing.groups": Phrase("勤務形態の設定", "the kinds of contract"),
        "staffing.seats": Phrase("席数の設定", "the seats"),
        "staffing.part_time_most": Phrase("パートタイムの割合の上限の設定", "the largest share of part-time"),
        "staffing.hiring": Phrase("採用と研修の設定", "the terms of hiring"),
        "staffing.costs": Phrase("想定費用の前提", "the assumptions of the should-cost"),
    }
)
_FIELD = Phrase("{id}の「{field}」", "“{field}” of {id}")
_ITEM = Phrase("{id} {title}", "{id} {title}")


def place_name(path: str) -> Phrase:
    """The name of a place by its path as findings write it: 「2.2の「平均処理時間」」, or of a setting."""
    parts = path.split(".")
    bare = [part.partition("[")[0] for part in parts]
    if bare[0] == "staffing":
        return _SETTINGS.get(".".join(bare[:2]), Phrase("要員計画の設定", "a setting of the plan"))
    at = ".".join(bare[:2])
    shape = next((one for one in items().values() if one.path == at), None)
    if shape is None:
        return Phrase(path, path)
    try:
        if len(bare) > 3:
            return _FIELD.fill(id=shape.id, field=column_text(shape.id, bare[2], bare[3]).label)
        if len(bare) > 2:
            return _FIELD.fill(id=shape.id, field=field_text(shape.id, bare[2]).label)
    except KeyError:
        pass
    return _ITEM.fill(id=shape.id, title=item_text(shape.id).title)


def item_of(path: str) -> str:
    """The part of a path that names its item: `work.volumes` of `work.volumes.volumes[v1].aht`."""
    return ".".join(part.partition("[")[0] for part in path.split(".")[:2])
